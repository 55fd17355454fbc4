// Linux system calls and constants that Swift's Glibc module does not carry.
#pragma once
#include <poll.h>
#include <pthread.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/timerfd.h>

/// prctl(2) is variadic, which Swift can't call: no core dump of this process, no reading of its memory by its own user.
static inline int lintel_set_undumpable(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

/// Names the calling thread; Glibc's module hides pthread_setname_np, and prctl is variadic. At most 15 bytes are used.
void lintel_set_thread_name(const char *name);

/// Joins a thread until a moment of CLOCK_MONOTONIC in nanoseconds, at least 0; Glibc's module hides pthread_clockjoin_np.
/// Returns 0, or ETIMEDOUT when the thread was still running.
int lintel_join_thread(pthread_t thread, int64_t moment);

/// Sets memory to zero in a way that no compiler leaves out.
void lintel_wipe(void *memory, size_t count);

/// Fills memory with the kernel's random bytes; 0, or the error number.
int lintel_random(void *memory, size_t count);

/// Memory of its own pages, zeroed, locked where the limit allows it, left out of core dumps and of children; NULL when
/// there is none. Release it with lintel_secret_release, which wipes it.
void *lintel_secret_allocate(size_t count);
void lintel_secret_release(void *memory, size_t count);

/// What decides whether a file can be overwritten in place.
struct lintel_file_system {
	/// The magic number of statfs(2).
	int64_t type;
	/// The device that the file is on.
	uint32_t major, minor;
};

/// Fills in the file system of a path; 0, or the error number.
int lintel_file_system_of(const char *path, struct lintel_file_system *found);

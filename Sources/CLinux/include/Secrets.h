// What keeps keys out of sight, and what tells where they can be destroyed.
#pragma once
#include <stddef.h>
#include <stdint.h>

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

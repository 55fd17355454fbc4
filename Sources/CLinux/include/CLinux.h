// Linux system calls and constants that Swift's Glibc module does not carry.
#pragma once
#include <poll.h>
#include <stdint.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/timerfd.h>

/// Names the calling thread; Glibc's module hides pthread_setname_np, and prctl is variadic. At most 15 bytes are used.
void lintel_set_thread_name(const char *name);

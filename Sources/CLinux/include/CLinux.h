// Linux system calls and constants that Swift's Glibc module does not carry.
#pragma once
#include "CameraWatch.h"
#include "Secrets.h"
#include "V4L2.h"

#include <poll.h>
#include <stdint.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/prctl.h>
#include <sys/timerfd.h>

#include "CLinuxSocket.h"

/// prctl(2) is variadic, which Swift can't call: no core dump of this process, no reading of its memory by its own user.
static inline int lintel_set_undumpable(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

/// Names the calling thread; Glibc's module hides pthread_setname_np, and prctl is variadic. At most 15 bytes are used.
void lintel_set_thread_name(const char *name);

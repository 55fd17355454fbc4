#define _GNU_SOURCE
#include "CLinux.h"

#include <sys/ioctl.h>
#include <time.h>

void lintel_set_thread_name(const char *name) { (void)prctl(PR_SET_NAME, name, 0, 0, 0); }

int lintel_join_thread(pthread_t thread, int64_t moment)
{
	const struct timespec end = { .tv_sec = moment / 1000000000, .tv_nsec = moment % 1000000000 };
	return pthread_clockjoin_np(thread, NULL, CLOCK_MONOTONIC, &end);
}

int lintel_request(int fd, unsigned long request, void *argument) { return ioctl(fd, request, argument); }

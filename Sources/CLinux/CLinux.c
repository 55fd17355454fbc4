#include "CLinux.h"

#include <sys/ioctl.h>

void lintel_set_thread_name(const char *name) { (void)prctl(PR_SET_NAME, name, 0, 0, 0); }

int lintel_request(int fd, unsigned long request, void *argument) { return ioctl(fd, request, argument); }

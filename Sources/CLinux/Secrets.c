#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "Secrets.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>

void lintel_wipe(void *memory, size_t count) { explicit_bzero(memory, count); }

int lintel_random(void *memory, size_t count)
{
	char *next = memory;
	while (count > 0) {
		const ssize_t filled = getrandom(next, count, 0);
		if (filled < 0) {
			if (errno == EINTR)
				continue;
			return errno;
		}
		next += filled;
		count -= (size_t)filled;
	}
	return 0;
}

void *lintel_secret_allocate(size_t count)
{
	void *memory = mmap(NULL, count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (memory == MAP_FAILED)
		return NULL;
	// The limit of locked memory may be small: what can't be locked is still wiped and not dumped.
	(void)mlock(memory, count);
	(void)madvise(memory, count, MADV_DONTDUMP);
	(void)madvise(memory, count, MADV_WIPEONFORK);
	return memory;
}

void lintel_secret_release(void *memory, size_t count)
{
	lintel_wipe(memory, count);
	(void)munlock(memory, count);
	(void)munmap(memory, count);
}

int lintel_file_system_of(const char *path, struct lintel_file_system *found)
{
	struct statfs system;
	struct stat file;
	if (statfs(path, &system) != 0 || stat(path, &file) != 0)
		return errno;
	found->type = (int64_t)system.f_type;
	found->major = major(file.st_dev);
	found->minor = minor(file.st_dev);
	return 0;
}

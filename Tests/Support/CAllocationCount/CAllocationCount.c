#include "CAllocationCount.h"

#include <errno.h>
#include <stdatomic.h>
#include <stddef.h>

#if defined(__has_feature)
#if __has_feature(thread_sanitizer) || __has_feature(address_sanitizer)
#define LINTEL_SANITIZED 1
#endif
#endif

// Thread storage of the executable itself: reading it never allocates.
static __thread uint64_t allocations_on_this_thread __attribute__((tls_model("initial-exec")));
static _Atomic uint64_t allocations_on_all_threads;

uint64_t lintel_allocations_on_this_thread(void) { return allocations_on_this_thread; }
uint64_t lintel_allocations(void) { return atomic_load_explicit(&allocations_on_all_threads, memory_order_relaxed); }

#ifdef LINTEL_SANITIZED

bool lintel_allocations_counted(void) { return false; }

#else

bool lintel_allocations_counted(void) { return true; }

// glibc's own entry points; the definitions below take the place of the public names in this process.
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *memory, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

static void count_one(void) {
    allocations_on_this_thread += 1;
    atomic_fetch_add_explicit(&allocations_on_all_threads, 1, memory_order_relaxed);
}

void *malloc(size_t size) {
    count_one();
    return __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
    count_one();
    return __libc_calloc(count, size);
}

void *realloc(void *memory, size_t size) {
    count_one();
    return __libc_realloc(memory, size);
}

void *memalign(size_t alignment, size_t size) {
    count_one();
    return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
    count_one();
    return __libc_memalign(alignment, size);
}

int posix_memalign(void **memory, size_t alignment, size_t size) {
    if (alignment < sizeof(void *) || (alignment & (alignment - 1)) != 0) return EINVAL;
    count_one();
    void *block = __libc_memalign(alignment, size);
    if (!block) return ENOMEM;
    *memory = block;
    return 0;
}

#endif

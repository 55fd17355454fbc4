// Counts heap allocations, for tests that prove that a path allocates nothing.
#pragma once
#include <stdbool.h>
#include <stdint.h>

/// Allocations (malloc, calloc, realloc, aligned_alloc, posix_memalign, memalign) made by the calling thread so far.
uint64_t lintel_allocations_on_this_thread(void);

/// Allocations made by all threads so far.
uint64_t lintel_allocations(void);

/// Whether counting works in this build; false under a sanitizer, which brings its own allocator.
bool lintel_allocations_counted(void);

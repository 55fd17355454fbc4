#pragma once
#include <stddef.h>
#include <stdint.h>

/// Rows of an entry's size in SQLite through its C API alone, with the pragmas of a store of records: what a record is
/// measured against.
struct lintel_plain_store;

/// Makes a database with one table like an epoch's. NULL where SQLite refuses.
struct lintel_plain_store *lintel_plain_store_open(const char *path);

/// Adds rows in one transaction. 0, or SQLite's code.
int lintel_plain_store_fill(struct lintel_plain_store *store, int64_t rows);

/// Adds one row in a transaction of its own. 0, or SQLite's code.
int lintel_plain_store_insert(struct lintel_plain_store *store);

void lintel_plain_store_close(struct lintel_plain_store *store);

#include "CPlainStore.h"

#include <sqlite3.h>
#include <stdlib.h>

struct lintel_plain_store {
	sqlite3 *database;
	sqlite3_stmt *insert;
};

// Those of RecordDatabase.pragmas.
static const char set_up[] =
	"PRAGMA secure_delete = 1; PRAGMA journal_mode = wal; PRAGMA synchronous = 2; PRAGMA temp_store = 2;"
	"PRAGMA foreign_keys = 1; PRAGMA trusted_schema = 0; PRAGMA mmap_size = 0; PRAGMA cell_size_check = 1;"
	"CREATE TABLE entry("
	"  entry_id BLOB PRIMARY KEY CHECK(length(entry_id) = 16), tag BLOB NOT NULL CHECK(length(tag) = 16),"
	"  expires_utc_ms INTEGER NOT NULL, expires_uptime_s INTEGER NOT NULL,"
	"  sealed BLOB NOT NULL CHECK(length(sealed) <= 160)) STRICT, WITHOUT ROWID;"
	"CREATE INDEX entry_tag ON entry(tag)";

static const char insert[] =
	"INSERT INTO entry VALUES(randomblob(16), randomblob(16), 1795521600000, 1209600, randomblob(92))";

struct lintel_plain_store *lintel_plain_store_open(const char *path)
{
	struct lintel_plain_store *store = calloc(1, sizeof *store);
	if (store == NULL)
		return NULL;
	if (sqlite3_open(path, &store->database) == SQLITE_OK &&
	    sqlite3_exec(store->database, set_up, NULL, NULL, NULL) == SQLITE_OK &&
	    sqlite3_prepare_v3(store->database, insert, -1, SQLITE_PREPARE_PERSISTENT, &store->insert, NULL) == SQLITE_OK)
		return store;
	lintel_plain_store_close(store);
	return NULL;
}

int lintel_plain_store_insert(struct lintel_plain_store *store)
{
	const int status = sqlite3_step(store->insert);
	sqlite3_reset(store->insert);
	return status == SQLITE_DONE ? 0 : status;
}

int lintel_plain_store_fill(struct lintel_plain_store *store, int64_t rows)
{
	int status = sqlite3_exec(store->database, "BEGIN IMMEDIATE", NULL, NULL, NULL);
	for (int64_t row = 0; status == SQLITE_OK && row < rows; row++)
		status = lintel_plain_store_insert(store);
	if (status == SQLITE_OK)
		status = sqlite3_exec(store->database, "COMMIT; PRAGMA wal_checkpoint(TRUNCATE)", NULL, NULL, NULL);
	return status;
}

void lintel_plain_store_close(struct lintel_plain_store *store)
{
	if (store == NULL)
		return;
	sqlite3_finalize(store->insert);
	sqlite3_close(store->database);
	free(store);
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Step n leads from version n to n + 1. A step that was released never changes; files of every
 * released version lie in tests/history.
 */

#include "jipyo-schema.h"

#include "jipyo-database.h"
#include "jipyo-latest.h"

typedef struct {
  const char *sql;
  gboolean (*finish) (sqlite3 *database, GError **error); /* what SQL cannot do; may be NULL */
} Step;

/* "JIYo", as the first step writes it. */
enum { APPLICATION_ID = 1247367535 };

/* What the file's header has for its user, 31 bits: the version, and above it the number of the
 * tail's last row, or the greatest that there is room for. */
enum {
  VERSION_BITS = 8,
  VERSION_MAX = (1 << VERSION_BITS) - 1,
  ROW_MAX = G_MAXINT >> VERSION_BITS
};

static const char make_latest[] =
  "CREATE TABLE latest ("
  " instrument TEXT PRIMARY KEY, provider TEXT NOT NULL, name_ko TEXT, name_en TEXT,"
  " currency TEXT, last_digits INTEGER NOT NULL, last_scale INTEGER NOT NULL,"
  " change_digits INTEGER, change_scale INTEGER, percent_digits INTEGER, percent_scale INTEGER,"
  " basis TEXT NOT NULL, venue_time_us INTEGER NOT NULL, received_us INTEGER NOT NULL"
  ") STRICT;"
  "PRAGMA application_id = 1247367535;"
  "PRAGMA user_version = 1;";

/* `min_reader` is the oldest version that may read a file of this one. */
static const char make_past[] =
  "ALTER TABLE latest ADD COLUMN crc INTEGER NOT NULL DEFAULT 0;"
  "CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;"
  "CREATE TABLE series ("
  " id INTEGER PRIMARY KEY, instrument TEXT NOT NULL UNIQUE, crc INTEGER NOT NULL) STRICT;"
  "CREATE TABLE tail ("
  " id INTEGER PRIMARY KEY, series INTEGER NOT NULL, data BLOB NOT NULL) STRICT;"
  "CREATE TABLE block ("
  " series INTEGER NOT NULL, resolution INTEGER NOT NULL, day INTEGER NOT NULL,"
  " part INTEGER NOT NULL, data BLOB NOT NULL,"
  " PRIMARY KEY (series, resolution, day, part)) STRICT, WITHOUT ROWID;"
  "CREATE TABLE gap ("
  " id INTEGER PRIMARY KEY, series INTEGER NOT NULL, from_ms INTEGER NOT NULL,"
  " to_ms INTEGER NOT NULL, reason INTEGER NOT NULL, crc INTEGER NOT NULL) STRICT;"
  "INSERT INTO meta VALUES ('min_reader', 2);"
  "PRAGMA user_version = 2;";

/* Rows of the tail that hold ticks of many instruments: no reader of before knows them. */
static const char allow_batches[] = "UPDATE meta SET value = 3 WHERE name = 'min_reader';"
                                    "PRAGMA user_version = 3;";

static gboolean
read_number (sqlite3 *database, const char *sql, int *number, GError **error)
{
  sqlite3_stmt *statement = jipyo_database_prepare (database, sql, error);
  gboolean read = FALSE;

  if (statement == NULL)
    return FALSE;
  read = sqlite3_step (statement) == SQLITE_ROW;
  if (read)
    *number = sqlite3_column_int (statement, 0);
  else
    jipyo_database_fail (database, error);
  sqlite3_finalize (statement);
  return read;
}

/* It was a row of `meta` in the version before; where there is none nothing was noted. */
static gboolean
move_last_row (sqlite3 *database, GError **error)
{
  int id = 0;

  if (!read_number (database, "SELECT coalesce(max(value), 0) FROM meta WHERE name = 'tail'", &id,
                    error))
    return FALSE;
  return jipyo_schema_note_last_row (database, MAX (id, 0), error)
         && jipyo_database_execute (database, "DELETE FROM meta WHERE name = 'tail'", error);
}

static const Step steps[] = {
  { make_latest, NULL },
  { make_past, jipyo_latest_seal },
  { allow_batches, NULL },
  { "", move_last_row },
};

int
jipyo_schema_version (void)
{
  return (int) G_N_ELEMENTS (steps);
}

gboolean
jipyo_schema_read_version (sqlite3 *database, int *version, GError **error)
{
  int number = 0;

  if (!read_number (database, "PRAGMA user_version", &number, error))
    return FALSE;
  *version = number & VERSION_MAX;
  return TRUE;
}

gboolean
jipyo_schema_note_last_row (sqlite3 *database, gint64 id, GError **error)
{
  const int number = (int) MIN (id, ROW_MAX) << VERSION_BITS | jipyo_schema_version ();
  char sql[64];

  g_snprintf (sql, sizeof sql, "PRAGMA user_version = %d", number);
  return jipyo_database_execute (database, sql, error);
}

gboolean
jipyo_schema_read_last_row (sqlite3 *database, gint64 *id, GError **error)
{
  int number = 0;

  if (!read_number (database, "PRAGMA user_version", &number, error))
    return FALSE;
  *id = number >> VERSION_BITS;
  return TRUE;
}

gboolean
jipyo_schema_check_readable (sqlite3 *database, GError **error)
{
  int version = 0, min_reader = G_MAXINT;

  if (!jipyo_schema_read_version (database, &version, error))
    return FALSE;
  if (read_number (database, "SELECT value FROM meta WHERE name = 'min_reader'", &min_reader, NULL)
      && min_reader <= jipyo_schema_version ())
    return TRUE;
  g_set_error (error, JIPYO_HISTORY_ERROR, JIPYO_HISTORY_ERROR_NEWER,
               "history: written by a later version (schema %d, known %d)", version,
               jipyo_schema_version ());
  return FALSE;
}

static gboolean
refuse (const char *why, GError **error)
{
  g_set_error (error, JIPYO_HISTORY_ERROR, JIPYO_HISTORY_ERROR_DAMAGED, "history: %s", why);
  return FALSE;
}

/* The application's id alone would not do: one bit of it may be damaged. */
gboolean
jipyo_schema_check_owner (sqlite3 *database, int version, GError **error)
{
  static const char count_all[] = "SELECT count(*) FROM sqlite_schema";
  static const char count_own[] =
    "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'latest'";
  int n = 0, id = 0;

  if (!read_number (database, "PRAGMA application_id", &id, error)
      || !read_number (database, version == 0 ? count_all : count_own, &n, error))
    return FALSE;
  if (version == 0 ? n == 0 : n > 0 || id == APPLICATION_ID)
    return TRUE;
  return refuse ("the file is another program's", error);
}

gboolean
jipyo_schema_check_tables (sqlite3 *database, GError **error)
{
  static const char count[] = "SELECT count(*) FROM sqlite_schema WHERE type = 'table'"
                              " AND name IN ('latest', 'meta', 'series', 'tail', 'block', 'gap')";
  int n = 0;

  if (!read_number (database, count, &n, error))
    return FALSE;
  return n == 6 || refuse ("a table is missing", error);
}

static gboolean
take_steps (sqlite3 *database, int version, GError **error)
{
  for (guint i = (guint) MAX (version, 0); i < G_N_ELEMENTS (steps); i++)
    if (!jipyo_database_execute (database, steps[i].sql, error)
        || (steps[i].finish != NULL && !steps[i].finish (database, error)))
      return FALSE;
  return TRUE;
}

gboolean
jipyo_schema_bring_up_to_date (sqlite3 *database, GError **error)
{
  int version = 0;

  if (!jipyo_schema_read_version (database, &version, error)
      || !jipyo_database_execute (database, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (take_steps (database, version, error) && jipyo_database_execute (database, "COMMIT", error))
    return TRUE;
  if (sqlite3_get_autocommit (database) == 0)
    sqlite3_exec (database, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

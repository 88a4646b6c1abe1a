/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Least and greatest day by the index, without a look at what lies between.
 */

#include "jipyo-extents.h"

/* Days beyond are no days that anybody kept: a number that was damaged. */
static const gint64 DAYS_MAX = 10 * 1000 * 1000;

static gboolean
load_resolution (JipyoExtents *self, sqlite3_stmt *statement, int resolution)
{
  sqlite3_bind_int (statement, 2, resolution);
  if (sqlite3_step (statement) != SQLITE_ROW)
    return FALSE;
  if (sqlite3_column_type (statement, 0) != SQLITE_NULL) {
    self->from[resolution] = CLAMP (sqlite3_column_int64 (statement, 0), -DAYS_MAX, DAYS_MAX);
    self->to[resolution] = CLAMP (sqlite3_column_int64 (statement, 1), -DAYS_MAX, DAYS_MAX) + 1;
  }
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
load (JipyoExtents *self, JipyoStore *store, gint64 series, GError **error)
{
  static const char sql[] =
    "SELECT (SELECT min(day) FROM block WHERE series = ?1 AND resolution = ?2),"
    " (SELECT max(day) FROM block WHERE series = ?1 AND resolution = ?2)";
  sqlite3_stmt *statement = jipyo_database_prepare (store->database, sql, error);
  gboolean well = statement != NULL;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, series);
  for (int i = 0; well && i <= JIPYO_RESOLUTION_DAY; i++)
    well = load_resolution (self, statement, i) || jipyo_database_fail (store->database, error);
  sqlite3_finalize (statement);
  return well;
}

const JipyoExtents *
jipyo_extents_find (JipyoStore *store, gint64 series, GError **error)
{
  const gpointer number = GINT_TO_POINTER ((int) series);
  const JipyoExtents *known = g_hash_table_lookup (store->extents, number);
  g_autofree JipyoExtents *extents = NULL;

  if (known != NULL)
    return known;
  extents = g_new0 (JipyoExtents, 1);
  if (!load (extents, store, series, error))
    return NULL;
  known = extents;
  g_hash_table_insert (store->extents, number, g_steal_pointer (&extents));
  return known;
}

void
jipyo_extents_forget (JipyoStore *store, gint64 series)
{
  g_hash_table_remove (store->extents, GINT_TO_POINTER ((int) series));
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A gap that was itself damaged is read as one of unknown extent: the whole range asked for.
 */

#include "jipyo-gaps.h"

#include "jipyo-crc32c.h"

static guint32
crc_of_gap (gint64 series, const JipyoGap *gap)
{
  const gint64 values[] = { GINT64_TO_LE (series), GINT64_TO_LE (gap->from_ms),
                            GINT64_TO_LE (gap->to_ms), GINT64_TO_LE ((gint64) gap->reason) };

  return jipyo_crc32c (0, values, sizeof values);
}

gboolean
jipyo_gaps_add (JipyoStore *store, gint64 series, const JipyoGap *gap, GError **error)
{
  sqlite3_stmt *insert = jipyo_database_prepare (
    store->database,
    "INSERT INTO gap (series, from_ms, to_ms, reason, crc) VALUES (?1,?2,?3,?4,?5)", error);
  gboolean added = FALSE;

  if (insert == NULL)
    return FALSE;
  sqlite3_bind_int64 (insert, 1, series);
  sqlite3_bind_int64 (insert, 2, gap->from_ms);
  sqlite3_bind_int64 (insert, 3, gap->to_ms);
  sqlite3_bind_int (insert, 4, (int) gap->reason);
  sqlite3_bind_int64 (insert, 5, crc_of_gap (series, gap));
  added = sqlite3_step (insert) == SQLITE_DONE || jipyo_database_fail (store->database, error);
  sqlite3_finalize (insert);
  return added;
}

static void
read_gap (sqlite3_stmt *row, const JipyoGapsRange *range, GArray *gaps)
{
  const gint64 series = sqlite3_column_int64 (row, 0);
  JipyoGap gap = {
    .from_ms = sqlite3_column_int64 (row, 1),
    .to_ms = sqlite3_column_int64 (row, 2),
    .reason = (JipyoGapReason) sqlite3_column_int (row, 3),
  };

  if (sqlite3_column_int64 (row, 4) != crc_of_gap (series, &gap) || gap.reason > JIPYO_GAP_DAMAGED)
    gap = (JipyoGap){ range->from_ms, range->to_ms, JIPYO_GAP_DAMAGED };
  else if ((series != range->series && series != JIPYO_GAPS_OF_ALL) || gap.from_ms >= range->to_ms
           || gap.to_ms <= range->from_ms)
    return;
  g_array_append_val (gaps, gap);
}

/* Some a day: all are read, because a damaged one may be filed anywhere. */
gboolean
jipyo_gaps_load (JipyoStore *store, const JipyoGapsRange *range, GArray *gaps, GError **error)
{
  sqlite3_stmt *rows = jipyo_database_prepare (
    store->database, "SELECT series, from_ms, to_ms, reason, crc FROM gap ORDER BY from_ms", error);
  int code = SQLITE_ROW;

  if (rows == NULL)
    return FALSE;
  while ((code = sqlite3_step (rows)) == SQLITE_ROW)
    read_gap (rows, range, gaps);
  sqlite3_finalize (rows);
  return code == SQLITE_DONE || jipyo_database_fail (store->database, error);
}

static gboolean
knows (const GArray *gaps, const JipyoGap *gap)
{
  for (guint i = 0; i < gaps->len; i++) {
    const JipyoGap *known = &g_array_index (gaps, JipyoGap, i);

    if (known->from_ms == gap->from_ms && known->to_ms == gap->to_ms
        && known->reason == gap->reason)
      return TRUE;
  }
  return FALSE;
}

gboolean
jipyo_gaps_merge (JipyoStore *store, gint64 series, const GArray *gaps, GError **error)
{
  g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (JipyoGap));
  const JipyoGapsRange range = { series, G_MININT64, G_MAXINT64 };

  if (gaps->len > 0 && !jipyo_gaps_load (store, &range, known, error))
    return FALSE;
  for (guint i = 0; i < gaps->len; i++) {
    const JipyoGap *gap = &g_array_index (gaps, JipyoGap, i);

    if (!knows (known, gap) && !jipyo_gaps_add (store, series, gap, error))
      return FALSE;
  }
  return TRUE;
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of the table of gaps, each with its checksum.
 */

#include "jipyo-asked.h"

#include "jipyo-gaps.h"

/* No series has a number below one. */
static gint64
number_of (JipyoAskedOf of)
{
  enum { RESOLUTIONS = 8 };

  return -(of.series * RESOLUTIONS + (gint64) of.resolution);
}

gboolean
jipyo_asked_load (JipyoStore *store, JipyoAskedOf of, GArray *asked, GError **error)
{
  const JipyoGapsRange range = { number_of (of), G_MININT64, G_MAXINT64 };
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (JipyoGap));

  if (!jipyo_gaps_load (store, &range, gaps, error))
    return FALSE;
  for (guint i = 0; i < gaps->len; i++) {
    const JipyoGap *gap = &g_array_index (gaps, JipyoGap, i);

    /* Those of all that are damaged come along. */
    if (gap->reason == JIPYO_GAP_MISSING)
      g_array_append_val (asked, *gap);
  }
  return TRUE;
}

static gboolean
remove_known (JipyoStore *store, JipyoAskedOf of, GError **error)
{
  static const char sql[] = "DELETE FROM gap WHERE series = ?1";
  sqlite3_stmt *remove = jipyo_store_prepare (store, sql, error);

  if (remove == NULL)
    return FALSE;
  sqlite3_bind_int64 (remove, 1, number_of (of));
  const gboolean removed =
    sqlite3_step (remove) == SQLITE_DONE || jipyo_database_fail (store->database, error);
  sqlite3_reset (remove);
  return removed;
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const JipyoGap *x = a, *y = b;

  return (x->from_ms > y->from_ms) - (x->from_ms < y->from_ms);
}

static void
join (GArray *asked)
{
  guint kept = 0;

  g_array_sort (asked, compare_starts);
  for (guint i = 1; i < asked->len; i++) {
    const JipyoGap next = g_array_index (asked, JipyoGap, i);
    JipyoGap *last = &g_array_index (asked, JipyoGap, kept);

    if (next.from_ms <= last->to_ms)
      last->to_ms = MAX (last->to_ms, next.to_ms);
    else
      g_array_index (asked, JipyoGap, ++kept) = next;
  }
  g_array_set_size (asked, MIN (kept + 1, asked->len));
}

gboolean
jipyo_asked_add (JipyoStore *store, JipyoAskedOf of, const GArray *asked, GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (JipyoGap));

  if (asked->len == 0)
    return TRUE;
  if (!jipyo_asked_load (store, of, all, error) || !remove_known (store, of, error))
    return FALSE;
  g_array_append_vals (all, asked->data, asked->len);
  join (all);
  for (guint i = 0; i < all->len; i++)
    if (!jipyo_gaps_add (store, number_of (of), &g_array_index (all, JipyoGap, i), error))
      return FALSE;
  return TRUE;
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stretches of one resolution never overlap. Some a page of candles at most, and those of one name
 * that touch are one.
 */

#include "jipyo-origins.h"

#include "jipyo-gaps.h"

#include <string.h>

enum { RESOLUTIONS = 4, KINDS = 8, NAME_BITS = 32, NAME_BYTES_MAX = 200 };

static const char name_prefix = '=';

/* No series has a number below one; of what is left when it is divided by eight the lower half is
 * what was asked. */
static gint64
make_number (gint64 series, gint64 name, JipyoResolution resolution)
{
  return -(((name << NAME_BITS) | series) * KINDS + RESOLUTIONS + (gint64) resolution);
}

typedef struct {
  JipyoStore *store;
  gint64 series;
  JipyoResolution resolution;
} Of;

static gboolean
append_stretches (const Of *of, const char *name, GPtrArray *origins, GError **error)
{
  const gint64 number = jipyo_store_find_series (of->store, name, FALSE, NULL);
  const JipyoGapsRange range = { make_number (of->series, number, of->resolution), G_MININT64,
                                 G_MAXINT64 };
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (JipyoGap));

  if (!jipyo_gaps_load (of->store, &range, gaps, error))
    return FALSE;
  for (guint i = 0; i < gaps->len; i++) {
    const JipyoGap *gap = &g_array_index (gaps, JipyoGap, i);

    /* Those of all come along. */
    if (gap->reason != JIPYO_GAP_MISSING || gap->from_ms == G_MININT64)
      continue;
    JipyoCandleOrigin *origin = jipyo_candle_origin_new (name + 1, gap);
    origin->resolution = of->resolution;
    g_ptr_array_add (origins, origin);
  }
  return TRUE;
}

static gboolean
load_of (const Of *of, GPtrArray *origins, GError **error)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, of->store->numbers);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (*(const char *) name == name_prefix && !append_stretches (of, name, origins, error))
      return FALSE;
  return TRUE;
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const JipyoCandleOrigin *x = *(JipyoCandleOrigin *const *) a;
  const JipyoCandleOrigin *y = *(JipyoCandleOrigin *const *) b;

  return (x->from_ms > y->from_ms) - (x->from_ms < y->from_ms);
}

gboolean
jipyo_origins_load (JipyoStore *store, gint64 number, GPtrArray *origins, GError **error)
{
  for (int i = JIPYO_RESOLUTION_MINUTE; i <= JIPYO_RESOLUTION_DAY; i++) {
    const Of of = { store, number, (JipyoResolution) i };

    if (!load_of (&of, origins, error))
      return FALSE;
  }
  g_ptr_array_sort (origins, compare_starts);
  return TRUE;
}

static gboolean
remove_of (const Of *of, GError **error)
{
  static const char sql[] = "DELETE FROM gap WHERE series = ?1";
  sqlite3_stmt *remove = jipyo_store_prepare (of->store, sql, error);
  gboolean removed = remove != NULL;
  GHashTableIter iter;
  gpointer name, number;

  g_hash_table_iter_init (&iter, of->store->numbers);
  while (removed && g_hash_table_iter_next (&iter, &name, &number)) {
    if (*(const char *) name != name_prefix)
      continue;
    sqlite3_bind_int64 (remove, 1,
                        make_number (of->series, GPOINTER_TO_INT (number), of->resolution));
    removed =
      sqlite3_step (remove) == SQLITE_DONE || jipyo_database_fail (of->store->database, error);
    sqlite3_reset (remove);
  }
  return removed;
}

static gboolean
keep (const Of *of, const JipyoCandleOrigin *origin, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%c%s", name_prefix, origin->name);
  const gint64 number = jipyo_store_find_series (of->store, name, TRUE, error);
  const JipyoGap gap = { origin->from_ms, origin->to_ms, JIPYO_GAP_MISSING };

  return number != 0
         && jipyo_gaps_add (of->store, make_number (of->series, number, of->resolution), &gap,
                            error);
}

/* Whether somebody said something of the time between two candles. */
static gboolean
is_said (const GPtrArray *origins, gint64 from_ms, gint64 to_ms)
{
  for (guint i = 0; i < origins->len; i++) {
    const JipyoCandleOrigin *origin = g_ptr_array_index (origins, i);

    if (origin->from_ms < to_ms && origin->to_ms > from_ms)
      return TRUE;
  }
  return FALSE;
}

/* The stretches that the candles fill. What lies between two of them, as a night does, goes with
 * them unless somebody else said something there. */
static GPtrArray *
make_stretches (const JipyoCandleSeries *series, const GPtrArray *known)
{
  GPtrArray *stretches = jipyo_candle_origins_new ();
  JipyoCandleOrigin *last = NULL;

  for (guint i = 0; i < series->candles->len; i++) {
    const gint64 start_ms = g_array_index (series->candles, JipyoCandle, i).start_ms;
    const JipyoGap stretch = { start_ms, start_ms + series->step_ms, JIPYO_GAP_MISSING };

    if (last != NULL && (start_ms == last->to_ms || !is_said (known, last->to_ms, start_ms))) {
      last->to_ms = stretch.to_ms;
      continue;
    }
    last = jipyo_candle_origin_new (series->origin, &stretch);
    last->resolution = series->resolution;
    g_ptr_array_add (stretches, last);
  }
  return stretches;
}

/* Takes the stretch out of those that others said; what is left of one in the middle is two. */
static void
cut_out (GPtrArray *origins, const JipyoCandleOrigin *stretch)
{
  const guint n = origins->len;

  for (guint i = 0; i < n; i++) {
    JipyoCandleOrigin *origin = g_ptr_array_index (origins, i);
    const JipyoGap rest = { stretch->to_ms, origin->to_ms, JIPYO_GAP_MISSING };

    if (origin->from_ms >= stretch->to_ms || origin->to_ms <= stretch->from_ms)
      continue;
    origin->to_ms = MIN (origin->to_ms, stretch->from_ms);
    if (rest.from_ms >= rest.to_ms)
      continue;
    JipyoCandleOrigin *second = jipyo_candle_origin_new (origin->name, &rest);
    second->resolution = origin->resolution;
    g_ptr_array_add (origins, second);
  }
  for (guint i = origins->len; i > 0; i--) {
    JipyoCandleOrigin *origin = g_ptr_array_index (origins, i - 1);

    if (origin->from_ms < stretch->from_ms || origin->from_ms >= stretch->to_ms)
      continue;
    origin->from_ms = MAX (origin->from_ms, stretch->to_ms);
    if (origin->from_ms >= origin->to_ms)
      g_ptr_array_remove_index (origins, i - 1);
  }
}

static void
join (GPtrArray *origins)
{
  g_ptr_array_sort (origins, compare_starts);
  for (guint i = origins->len; i > 1; i--) {
    JipyoCandleOrigin *before = g_ptr_array_index (origins, i - 2);
    const JipyoCandleOrigin *origin = g_ptr_array_index (origins, i - 1);

    if (before->to_ms < origin->from_ms || strcmp (before->name, origin->name) != 0)
      continue;
    before->to_ms = MAX (before->to_ms, origin->to_ms);
    g_ptr_array_remove_index (origins, i - 1);
  }
}

gboolean
jipyo_origins_add (JipyoStore *store,
                   gint64 number,
                   const JipyoCandleSeries *series,
                   GError **error)
{
  const Of of = { store, number, series->resolution };
  g_autoptr (GPtrArray) origins = jipyo_candle_origins_new ();
  gboolean kept;

  if (series->origin == NULL || series->candles->len == 0
      || strlen (series->origin) > NAME_BYTES_MAX)
    return TRUE;
  if (!load_of (&of, origins, error))
    return FALSE;
  g_autoptr (GPtrArray) stretches = make_stretches (series, origins);
  for (guint i = 0; i < stretches->len; i++)
    cut_out (origins, g_ptr_array_index (stretches, i));
  g_ptr_array_extend_and_steal (origins, g_steal_pointer (&stretches));
  join (origins);
  kept = remove_of (&of, error);
  for (guint i = 0; kept && i < origins->len; i++)
    kept = keep (&of, g_ptr_array_index (origins, i), error);
  return kept;
}

gboolean
jipyo_origins_copy (JipyoStore *store, gint64 number, const GPtrArray *origins, GError **error)
{
  for (guint i = 0; i < origins->len; i++) {
    const JipyoCandleOrigin *origin = g_ptr_array_index (origins, i);
    const Of of = { store, number, origin->resolution };

    if (!keep (&of, origin, error))
      return FALSE;
  }
  return TRUE;
}

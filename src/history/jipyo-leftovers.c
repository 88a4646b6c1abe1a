/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Both are read side by side, a series at a time. There are seldom three of them, so it may take
 * its time.
 */

#include "jipyo-leftovers.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "jipyo-range.h"
#include "jipyo-retention.h"

enum { ALWAYS_KEPT = 2 };

static const gint64 DAY_MS = 24 * 60 * 60 * 1000;

typedef struct {
  JipyoStore *now;
  JipyoStore *old;
  gint64 now_ms;
} Check;

static JipyoCandleSeries *
read_all (JipyoStore *store, const char *instrument, JipyoResolution resolution, gboolean as_kept)
{
  const JipyoHistoryQuery query = {
    .instrument = instrument,
    .resolution = resolution,
    .from_ms = G_MININT64,
    .to_ms = G_MAXINT64,
    .as_kept = as_kept,
  };

  return jipyo_range_read (store, &query, NULL);
}

/* What was kept by itself, and days made of all that there is. */
typedef struct {
  const JipyoCandleSeries *rows;
  const JipyoCandleSeries *days;
} Present;

static const JipyoCandle *
get_candle (const JipyoCandleSeries *series, guint i)
{
  return &g_array_index (series->candles, JipyoCandle, i);
}

/* `at` is brought to the first candle that does not begin before. */
static gboolean
reach (const JipyoCandleSeries *series, guint *at, gint64 start_ms)
{
  while (*at < series->candles->len && get_candle (series, *at)->start_ms < start_ms)
    (*at)++;
  return *at < series->candles->len && get_candle (series, *at)->start_ms == start_ms;
}

/* Of ticks, which may come together, also the price. */
static gboolean
has_row (const JipyoCandleSeries *series, guint at, const JipyoCandleSeries *old, guint row)
{
  const JipyoCandle *wanted = get_candle (old, row);
  const JipyoDecimal price = jipyo_candle_series_get_price (old, wanted->close);

  for (; at < series->candles->len && get_candle (series, at)->start_ms == wanted->start_ms; at++)
    if (old->resolution != JIPYO_RESOLUTION_TICK
        || jipyo_decimal_equal (
          jipyo_candle_series_get_price (series, get_candle (series, at)->close), price))
      return TRUE;
  return FALSE;
}

static gboolean
has_all (const Check *self, const Present *present, const JipyoCandleSeries *old)
{
  const gint64 kept_days = jipyo_retention_days (old->resolution);
  const gint64 oldest_ms = kept_days < 0 ? G_MININT64 : self->now_ms - (kept_days + 1) * DAY_MS;
  guint at = 0, day = 0;

  for (guint i = 0; i < old->candles->len; i++) {
    const gint64 start_ms = get_candle (old, i)->start_ms;

    if (reach (present->rows, &at, start_ms) && has_row (present->rows, at, old, i))
      continue;
    if (start_ms >= oldest_ms || !reach (present->days, &day, start_ms - start_ms % DAY_MS))
      return FALSE;
  }
  return TRUE;
}

static gboolean
has_series (const Check *self, const char *instrument)
{
  g_autoptr (JipyoCandleSeries) days =
               read_all (self->now, instrument, JIPYO_RESOLUTION_DAY, FALSE);
  gboolean well = days != NULL;

  for (int i = 0; well && i <= JIPYO_RESOLUTION_DAY; i++) {
    g_autoptr (JipyoCandleSeries) old = read_all (self->old, instrument, (JipyoResolution) i, TRUE);
    g_autoptr (JipyoCandleSeries) rows =
                 read_all (self->now, instrument, (JipyoResolution) i, TRUE);
    const Present present = { rows, days };

    well = old != NULL && rows != NULL && has_all (self, &present, old);
  }
  return well;
}

static gboolean
has_everything (const Check *self)
{
  GHashTableIter iter;
  gpointer instrument;

  if (self->old->lost_series)
    return FALSE;
  g_hash_table_iter_init (&iter, self->old->numbers);
  while (g_hash_table_iter_next (&iter, &instrument, NULL))
    if (!has_series (self, instrument))
      return FALSE;
  return TRUE;
}

/* What a log holds is not read here. */
static gboolean
has_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf info;

  return g_stat (log, &info) == 0 && info.st_size > 0;
}

static gboolean
may_go (JipyoStore *store, const char *path)
{
  Check check = { .now = store, .now_ms = g_get_real_time () / 1000 };

  if (has_log (path))
    return FALSE;
  check.old = jipyo_store_open_to_read (path, NULL);
  const gboolean may = check.old != NULL && has_everything (&check);
  jipyo_store_close (check.old);
  return may;
}

static void
remove_one (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  if (g_unlink (path) != 0) {
    g_message ("history: %s cannot be removed: %s", path, g_strerror (errno));
    return;
  }
  g_unlink (log); /* empty, or not there */
  g_message ("history: %s was removed: the history has all that could be read of it", path);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const gint64 x = g_ascii_strtoll (strrchr (*(char **) a, '-') + 1, NULL, 10);
  const gint64 y = g_ascii_strtoll (strrchr (*(char **) b, '-') + 1, NULL, 10);

  return (x < y) - (x > y);
}

static gboolean
is_number (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789") == strlen (text);
}

/* (element-type filename) (transfer full) */
static GPtrArray *
list_leftovers (const char *path)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *prefix = g_strconcat (base, ".corrupt-", NULL);
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    if (g_str_has_prefix (name, prefix) && is_number (name + strlen (prefix)))
      g_ptr_array_add (found, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (found, compare_newest_first);
  return found;
}

void
jipyo_leftovers_clear (JipyoStore *store)
{
  if (!store->is_file)
    return;
  g_autoptr (GPtrArray) found = list_leftovers (store->path);

  for (guint i = ALWAYS_KEPT; i < found->len; i++)
    if (may_go (store, g_ptr_array_index (found, i)))
      remove_one (g_ptr_array_index (found, i));
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The day of a history that is told from without what it is told to have kept.
 */

#include "history-day.h"

#include "jipyo-backup.h"
#include "jipyo-day-blocks.h"
#include "jipyo-range.h"
#include "jipyo-retention.h"
#include "jipyo-tail.h"
#include "jipyo-verification.h"

static const gint64 START_MS = 1728000000000;
static const gint64 DAY_MS = 24 * 60 * 60 * 1000;

enum { N_CANDLES = 300 };

static gboolean
keep_tick (JipyoStore *store, int number)
{
  g_auto (JipyoRows) rows = { 0 };

  jipyo_rows_init (&rows, JIPYO_TICK_COLUMNS);
  jipyo_rows_append (&rows, (const gint64[]){ START_MS + number * DAY_MS, 0, number });
  return jipyo_store_begin (store, NULL)
         && jipyo_store_end (store, jipyo_tail_append (store, "test:AAA", &rows, NULL), NULL);
}

static gboolean
keep_candles (JipyoStore *store)
{
  g_auto (JipyoRows) rows = { 0 };

  jipyo_rows_init (&rows, JIPYO_CANDLE_COLUMNS);
  for (int i = 0; i < N_CANDLES; i++)
    jipyo_rows_append (&rows, (const gint64[]){ START_MS + i * DAY_MS, 5, 6, 4, 5, 1 });
  if (!jipyo_store_begin (store, NULL))
    return FALSE;
  const JipyoBlockRange range = {
    .series = jipyo_store_find_series (store, "test:BBB", TRUE, NULL),
    .instrument = "test:BBB",
    .resolution = JIPYO_RESOLUTION_DAY,
  };
  return jipyo_store_end (
    store, range.series != 0 && jipyo_day_blocks_replace_candles (store, &range, &rows, NULL),
    NULL);
}

static gboolean
tidy (JipyoStore *store)
{
  JipyoRetention run = { .now_ms = START_MS + 30 * DAY_MS, .days_left = 3 };

  return jipyo_tail_fold (store, NULL) && jipyo_retention_run (store, &run, NULL);
}

/* A day, up to the first step that fails: the store is closed then, as the history does. */
void
history_day_spend (HistoryDay *told)
{
  JipyoStore *store = jipyo_store_open (told->path, NULL);

  for (int i = 0; store != NULL && i < 4; i++) {
    told->n_tried++;
    if (!keep_tick (store, told->n_tried))
      break;
    told->n_ticks = told->n_tried;
    if (i == 1 && !tidy (store))
      break;
    if (i == 2 && !(told->imported = keep_candles (store)))
      break;
    if (i == 3)
      told->backed_up = jipyo_backup_make_daily (store->database, told->path, NULL);
  }
  jipyo_store_close (store);
}

static JipyoCandleSeries *
read_days (JipyoStore *store, const char *instrument)
{
  const JipyoHistoryQuery query = { .instrument = instrument,
                                    .resolution = JIPYO_RESOLUTION_DAY,
                                    .from_ms = G_MININT64,
                                    .to_ms = G_MAXINT64 };
  JipyoCandleSeries *series = jipyo_range_read (store, &query, NULL);

  g_assert_nonnull (series);
  g_assert_cmpuint (series->gaps->len, ==, 0);
  return series;
}

void
history_day_check (const HistoryDay *told)
{
  g_autoptr (GError) error = NULL;
  JipyoStore *store = jipyo_store_open (told->path, &error);

  g_assert_no_error (error);
  g_autoptr (JipyoCandleSeries) ticks = read_days (store, "test:AAA");
  g_assert_cmpint (ticks->candles->len, >=, told->n_ticks);
  g_assert_cmpint (ticks->candles->len, <=, told->n_tried);
  for (guint i = 0; i < ticks->candles->len; i++)
    g_assert_cmpint (g_array_index (ticks->candles, JipyoCandle, i).close, ==, i + 1);
  g_autoptr (JipyoCandleSeries) candles = read_days (store, "test:BBB");
  g_assert_true (candles->candles->len == N_CANDLES
                 || (candles->candles->len == 0 && !told->imported));
  g_assert_true (keep_tick (store, (int) ticks->candles->len + 1));
  jipyo_store_close (store);
  g_assert_true (jipyo_verification_check (told->path, &error));
  g_assert_no_error (error);
  g_autofree char *backup = g_strconcat (told->path, ".backup-1", NULL);
  const gboolean there = g_file_test (backup, G_FILE_TEST_EXISTS);
  g_assert_true (there || !told->backed_up);
  g_assert_true (!there || jipyo_verification_check (backup, NULL));
}

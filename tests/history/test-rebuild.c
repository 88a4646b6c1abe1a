/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * D7, D8, D17. A history that is damaged is mended when its daily copy is due: from the copy of
 * before, and from all of it that is sound; and copies go on.
 */

#include "jipyo-backup.h"
#include "jipyo-gaps.h"
#include "jipyo-history.h"
#include "jipyo-latest.h"
#include "jipyo-range.h"
#include "jipyo-rebuild.h"
#include "jipyo-tail.h"
#include "jipyo-verification.h"
#include "place.h"

#include <glib/gstdio.h>
#include <string.h>
#include <utime.h>

enum { FIRST_DAY = 20000, N_DAYS = 400, PAGE = 4096 };
static const gint64 DAY_MS = 24 * 60 * 60 * 1000;

/* Ticks, one a day; what is appended is in the tail. */
static void
append_days (JipyoStore *store, int from_day, int n)
{
  for (int i = from_day; i < from_day + n; i++) {
    g_auto (JipyoRows) rows = { 0 };

    jipyo_rows_init (&rows, JIPYO_TICK_COLUMNS);
    jipyo_rows_append (&rows, (const gint64[]){ i * DAY_MS, 5, 1000 + i });
    g_assert_true (jipyo_store_begin (store, NULL));
    g_assert_true (
      jipyo_store_end (store, jipyo_tail_append (store, "test:DDD", &rows, NULL), NULL));
  }
}

static void
keep_days (JipyoStore *store, int from_day, int n)
{
  append_days (store, from_day, n);
  g_assert_true (jipyo_tail_fold (store, NULL));
}

static void
back_up (const Place *place, JipyoStore *store)
{
  g_assert_true (jipyo_backup_make_daily (store->database, place->path, NULL));
  place_set_age (place, ".backup-1", 24);
}

static JipyoCandleSeries *
read_all (JipyoStore *store)
{
  const JipyoHistoryQuery query = { .instrument = "test:DDD",
                                    .from_ms = G_MININT64,
                                    .to_ms = G_MAXINT64 };
  JipyoCandleSeries *series = jipyo_range_read (store, &query, NULL);

  g_assert_nonnull (series);
  for (guint i = 0; i < series->candles->len; i++) {
    const JipyoCandle *candle = &g_array_index (series->candles, JipyoCandle, i);

    g_assert_cmpint (candle->close, ==, 1000 + candle->start_ms / DAY_MS);
  }
  return series;
}

static void
execute (const Place *place, const char *sql)
{
  JipyoStore *store = place_open (place);

  g_assert_true (jipyo_database_execute (store->database, sql, NULL));
  jipyo_store_close (store);
}

/* One bit in the middle of the block of that day. */
static void
flip (const Place *place, int day)
{
  g_autofree char *sql = g_strdup_printf (
    "UPDATE block SET data = CAST (substr (data, 1, 6) || x'7f' || substr (data, 8) AS BLOB)"
    " WHERE day = %d",
    day);

  execute (place, sql);
}

static void
tidied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (jipyo_history_tidy_finish (JIPYO_HISTORY (source), result, &error), !=,
                   JIPYO_HISTORY_TIDY_FAILED);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

/* As the keeper does each hour; whether damage was told. */
static gboolean
tidy (const Place *place)
{
  JipyoHistory *history = jipyo_history_new (place->path);
  gboolean done = FALSE, damaged = FALSE;

  jipyo_history_tidy_async (history, FIRST_DAY * DAY_MS, NULL, tidied_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  const char *file = jipyo_history_get_damaged_file (history);
  damaged = file != NULL;
  g_assert_true (file == NULL || g_file_test (file, G_FILE_TEST_IS_REGULAR));
  g_object_add_weak_pointer (G_OBJECT (history), (gpointer *) &history);
  g_object_unref (history);
  while (history != NULL)
    g_main_context_iteration (NULL, TRUE);
  return damaged;
}

/* The history is whole, and so is the copy that was made of it; the next day has one again. */
static void
check_copies_go_on (const Place *place)
{
  g_autofree char *newest = g_strconcat (place->path, ".backup-1", NULL);

  g_assert_true (jipyo_verification_check (place->path, NULL));
  g_assert_true (jipyo_verification_check (newest, NULL));
  g_assert_cmpuint (place_count (place, ".backup-"), ==, 2);
  g_assert_cmpuint (place_count (place, ".corrupt-"), ==, 1);
  g_assert_cmpuint (place_count (place, ".rebuilt"), ==, 0);
  place_set_age (place, ".backup-1", 24);
  g_assert_false (tidy (place));
  g_assert_cmpuint (place_count (place, ".backup-"), ==, 3);
}

static void
check_no_gap (const JipyoCandleSeries *series)
{
  g_assert_cmpuint (series->gaps->len, ==, 0);
}

static void
check_one_gap (const JipyoCandleSeries *series, gint64 from_ms, gint64 to_ms)
{
  g_assert_cmpuint (series->gaps->len, ==, 1);
  const JipyoGap *gap = &g_array_index (series->gaps, JipyoGap, 0);
  g_assert_cmpint (gap->reason, ==, JIPYO_GAP_DAMAGED);
  g_assert_cmpint (gap->from_ms, ==, from_ms);
  g_assert_cmpint (gap->to_ms, ==, to_ms);
}

/* The copy has the block that is damaged; what came after the copy stays. */
static void
test_from_backup (void)
{
  g_auto (Place) place = { 0 };

  place_init (&place);
  JipyoStore *store = place_open (&place);
  keep_days (store, FIRST_DAY, 10);
  back_up (&place, store);
  keep_days (store, FIRST_DAY + 10, 10);
  append_days (store, FIRST_DAY + 20, 5);
  jipyo_store_close (store);
  flip (&place, FIRST_DAY + 4);
  g_assert_true (tidy (&place));
  store = place_open (&place);
  g_autoptr (JipyoCandleSeries) series = read_all (store);
  g_assert_cmpuint (series->candles->len, ==, 25);
  check_no_gap (series);
  jipyo_store_close (store);
  check_copies_go_on (&place);
}

/* No copy has it: the day is a gap, and nothing else is. */
static void
test_without_backup (void)
{
  g_auto (Place) place = { 0 };

  place_init (&place);
  JipyoStore *store = place_open (&place);
  keep_days (store, FIRST_DAY, 10);
  back_up (&place, store);
  keep_days (store, FIRST_DAY + 10, 10);
  jipyo_store_close (store);
  flip (&place, FIRST_DAY + 14);
  g_assert_true (tidy (&place));
  store = place_open (&place);
  g_autoptr (JipyoCandleSeries) series = read_all (store);
  g_assert_cmpuint (series->candles->len, ==, 19);
  check_one_gap (series, (FIRST_DAY + 14) * DAY_MS, (FIRST_DAY + 15) * DAY_MS);
  jipyo_store_close (store);
  check_copies_go_on (&place);
}

/* The copy is of a day that went on: its part of it stays, and that there was more is told. */
static void
test_older_block (void)
{
  g_auto (Place) place = { 0 };

  place_init (&place);
  JipyoStore *store = place_open (&place);
  keep_days (store, FIRST_DAY, 10);
  back_up (&place, store);
  for (int i = 1; i < 4; i++) {
    g_auto (JipyoRows) rows = { 0 };

    jipyo_rows_init (&rows, JIPYO_TICK_COLUMNS);
    jipyo_rows_append (
      &rows, (const gint64[]){ (FIRST_DAY + 9) * DAY_MS + i * 1000, 5, 1000 + FIRST_DAY + 9 });
    g_assert_true (jipyo_tail_append (store, "test:DDD", &rows, NULL));
  }
  g_assert_true (jipyo_tail_fold (store, NULL));
  jipyo_store_close (store);
  flip (&place, FIRST_DAY + 9);
  g_assert_true (tidy (&place));
  store = place_open (&place);
  g_autoptr (JipyoCandleSeries) series = read_all (store);
  g_assert_cmpuint (series->candles->len, ==, 10);
  check_one_gap (series, (FIRST_DAY + 9) * DAY_MS, (FIRST_DAY + 10) * DAY_MS);
  jipyo_store_close (store);
}

/* The table of series has lost a name. */
static void
test_name (void)
{
  g_auto (Place) place = { 0 };

  place_init (&place);
  JipyoStore *store = place_open (&place);
  keep_days (store, FIRST_DAY, 10);
  back_up (&place, store);
  keep_days (store, FIRST_DAY + 10, 10);
  jipyo_store_close (store);
  execute (&place, "UPDATE series SET instrument = 'test:DDE'");
  g_assert_true (tidy (&place));
  store = place_open (&place);
  g_autoptr (JipyoCandleSeries) series = read_all (store);
  g_assert_cmpuint (series->candles->len, ==, 20);
  check_no_gap (series);
  jipyo_store_close (store);
  check_copies_go_on (&place);
}

typedef void (*Spoil) (guint8 *bytes, gsize size);

enum { INNER_PAGE = 2, LEAF_PAGE = 10 };

/* The last page of a kind. */
static guint8 *
find_page (guint8 *bytes, gsize size, guint8 kind)
{
  guint8 *page = NULL;

  for (gsize at = PAGE; at < size; at += PAGE)
    page = bytes[at] == kind ? bytes + at : page;
  g_assert_nonnull (page);
  return page;
}

/* All that hung on the inner page but one leaf is just not there, and no read fails. */
static void
lose_branches (guint8 *bytes, gsize size)
{
  memcpy (find_page (bytes, size, INNER_PAGE), find_page (bytes, size, LEAF_PAGE), PAGE);
}

/* Reading in order ends here. */
static void
spoil_leaf (guint8 *bytes, gsize size)
{
  memset (find_page (bytes, size, LEAF_PAGE), 0xA5, PAGE);
}

static void
test_page (gconstpointer spoil)
{
  g_auto (Place) place = { 0 };
  g_autofree char *bytes = NULL;
  gsize size = 0;

  place_init (&place);
  JipyoStore *store = place_open (&place);
  keep_days (store, FIRST_DAY, N_DAYS);
  back_up (&place, store);
  append_days (store, FIRST_DAY + N_DAYS, 5);
  jipyo_store_close (store);
  g_assert_true (g_file_get_contents (place.path, &bytes, &size, NULL));
  ((Spoil) spoil) ((guint8 *) bytes, size);
  g_assert_true (g_file_set_contents (place.path, bytes, (gssize) size, NULL));
  g_assert_true (tidy (&place));
  store = place_open (&place);
  g_autoptr (JipyoCandleSeries) series = read_all (store);
  g_assert_cmpuint (series->candles->len, ==, N_DAYS + 5);
  /* What came since the copy, and was lost, nobody knows. */
  g_assert_cmpuint (series->gaps->len, ==, 1);
  const JipyoGap *gap = &g_array_index (series->gaps, JipyoGap, 0);
  g_assert_cmpint (gap->reason, ==, JIPYO_GAP_DAMAGED);
  g_assert_cmpint (gap->to_ms - gap->from_ms, <, 2 * DAY_MS);
  g_assert_cmpint (gap->to_ms - gap->from_ms, >=, DAY_MS);
  jipyo_store_close (store);
  check_copies_go_on (&place);
}

static void
keep_latest (JipyoStore *store, const char *instrument, gint64 received_ms)
{
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_quote_free);
  JipyoQuote *quote = jipyo_quote_new (instrument, "test");

  quote->last = jipyo_decimal_from_int (7);
  quote->received_us = received_ms * 1000;
  g_ptr_array_add (quotes, quote);
  g_assert_true (jipyo_latest_save (store->database, quotes, NULL));
}

/* Loses what came after the copy, which is from `copied_s` after now; the rebuilt history. */
static JipyoStore *
lose_since (Place *place, gint64 copied_s, gint64 written_s)
{
  g_autofree char *target = NULL;
  g_autofree char *backup = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size = 0;

  target = g_strconcat (place->path, ".rebuilt", NULL);
  backup = g_strconcat (place->path, ".backup-1", NULL);
  g_assert_true (g_file_get_contents (place->path, &bytes, &size, NULL));
  spoil_leaf ((guint8 *) bytes, size);
  g_assert_true (g_file_set_contents (place->path, bytes, (gssize) size, NULL));
  const gint64 now_s = g_get_real_time () / G_USEC_PER_SEC;
  g_assert_cmpint (g_utime (backup, &(struct utimbuf){ now_s + copied_s, now_s + copied_s }), ==,
                   0);
  g_assert_cmpint (g_utime (place->path, &(struct utimbuf){ now_s + written_s, now_s + written_s }),
                   ==, 0);
  JipyoStore *store = place_open (place);
  g_assert_true (jipyo_rebuild_make (store, target, &error));
  g_assert_no_error (error);
  jipyo_store_close (store);
  return jipyo_store_open (target, NULL);
}

/* The clock was set back by days after the last price was kept: the gap that nothing but a clock
 * tells the end of is where prices were, not before them. */
static void
test_clock_set_back (void)
{
  static const gint64 DAY_S = 24 * 60 * 60;
  const gint64 now_ms = g_get_real_time () / 1000;

  for (int quoted = 0; quoted < 2; quoted++) {
    g_auto (Place) place = { 0 };

    place_init (&place);
    JipyoStore *store = place_open (&place);
    keep_days (store, FIRST_DAY, N_DAYS);
    if (quoted)
      keep_latest (store, "test:DDD", now_ms + 9 * DAY_MS);
    back_up (&place, store);
    jipyo_store_close (store);
    store = lose_since (&place, 5 * DAY_S, quoted ? 0 : 7 * DAY_S);
    g_autoptr (JipyoCandleSeries) series = read_all (store);
    g_assert_cmpuint (series->gaps->len, >, 0);
    const JipyoGap *gap = &g_array_index (series->gaps, JipyoGap, series->gaps->len - 1);
    g_assert_cmpint (ABS (gap->from_ms - now_ms - 5 * DAY_MS), <, 60000);
    g_assert_cmpint (ABS (gap->to_ms - now_ms - (quoted ? 9 : 7) * DAY_MS), <, 60000);
    jipyo_store_close (store);
  }
}

/* There never was a copy. A leaf in the middle is lost; the days on both sides of it are not. */
static void
test_no_backup_at_all (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *bytes = NULL;
  gsize size = 0;

  place_init (&place);
  JipyoStore *store = place_open (&place);
  keep_days (store, FIRST_DAY, N_DAYS);
  jipyo_store_close (store);
  g_assert_true (g_file_get_contents (place.path, &bytes, &size, NULL));
  /* The first leaf that the inner page leads to, but for the one it begins with. */
  const guint8 *inner = find_page ((guint8 *) bytes, size, INNER_PAGE);
  const guint8 *cell = inner + inner[14] * 256 + inner[15];
  const gsize leaf = cell[2] * 256 + cell[3];
  memset (bytes + (leaf - 1) * PAGE, 0xA5, PAGE);
  g_assert_true (g_file_set_contents (place.path, bytes, (gssize) size, NULL));
  g_assert_true (tidy (&place));
  store = place_open (&place);
  g_autoptr (JipyoCandleSeries) series = read_all (store);
  g_test_message ("%u of %d days", series->candles->len, N_DAYS);
  g_assert_cmpuint (series->candles->len, >, N_DAYS / 2);
  g_assert_cmpuint (series->candles->len, <, N_DAYS);
  g_assert_cmpint (g_array_index (series->candles, JipyoCandle, 0).start_ms, ==,
                   FIRST_DAY * DAY_MS);
  g_assert_cmpint (g_array_index (series->candles, JipyoCandle, series->candles->len - 1).start_ms,
                   ==, (FIRST_DAY + N_DAYS - 1) * DAY_MS);
  g_assert_cmpuint (series->gaps->len, >, 0);
  jipyo_store_close (store);
}

/* A row of the tail is damaged: the others stay, and their time says so. */
static void
test_tail (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *target = NULL;
  g_autoptr (GError) error = NULL;

  place_init (&place);
  target = g_strconcat (place.path, ".rebuilt", NULL);
  JipyoStore *store = place_open (&place);
  append_days (store, FIRST_DAY, 9);
  g_assert_true (jipyo_database_execute (
    store->database, "UPDATE tail SET data = zeroblob (20) WHERE id = 4", NULL));
  g_assert_true (jipyo_rebuild_make (store, target, &error));
  g_assert_no_error (error);
  jipyo_store_close (store);
  g_assert_cmpint (g_rename (target, place.path), ==, 0);
  store = place_open (&place);
  g_autoptr (JipyoCandleSeries) series = read_all (store);
  g_assert_cmpuint (series->candles->len, ==, 8);
  check_one_gap (series, (FIRST_DAY - 1) * DAY_MS, (FIRST_DAY + 9) * DAY_MS);
  jipyo_store_close (store);
}

static void
keep_silence (JipyoStore *store, int day)
{
  const JipyoGap gap = { day * DAY_MS + 5000, day * DAY_MS + 9000, JIPYO_GAP_MISSING };

  g_assert_true (
    jipyo_gaps_add (store, jipyo_store_find_series (store, "test:DDD", FALSE, NULL), &gap, NULL));
}

/* Newest quotes, and silences: those of before the copy once, those of after it too. */
static void
test_quotes_and_silences (void)
{
  g_auto (Place) place = { 0 };

  place_init (&place);
  JipyoStore *store = place_open (&place);
  keep_days (store, FIRST_DAY, 10);
  keep_silence (store, FIRST_DAY);
  keep_latest (store, "test:DDD", FIRST_DAY * DAY_MS);
  back_up (&place, store);
  keep_silence (store, FIRST_DAY + 1);
  keep_latest (store, "test:EEE", FIRST_DAY * DAY_MS);
  jipyo_store_close (store);
  flip (&place, FIRST_DAY + 4);
  g_assert_true (tidy (&place));
  store = place_open (&place);
  g_autoptr (JipyoCandleSeries) series = read_all (store);
  g_autoptr (GPtrArray) quotes = jipyo_latest_load (store->database, NULL);
  g_assert_cmpuint (quotes->len, ==, 2);
  g_assert_cmpuint (series->gaps->len, ==, 2);
  for (guint i = 0; i < 2; i++) {
    const JipyoGap *gap = &g_array_index (series->gaps, JipyoGap, i);

    g_assert_cmpint (gap->reason, ==, JIPYO_GAP_MISSING);
    g_assert_cmpint (gap->from_ms, ==, (FIRST_DAY + i) * DAY_MS + 5000);
  }
  jipyo_store_close (store);
}

/* What is well is not made anew: a copy may fail for reasons of its own. */
static void
test_nothing_wrong (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *target = NULL;
  g_autoptr (GError) error = NULL;

  place_init (&place);
  target = g_strconcat (place.path, ".rebuilt", NULL);
  JipyoStore *store = place_open (&place);
  keep_days (store, FIRST_DAY, 9);
  append_days (store, FIRST_DAY + 9, 3);
  g_assert_false (jipyo_rebuild_make (store, target, &error));
  g_assert_error (error, JIPYO_HISTORY_ERROR, JIPYO_HISTORY_ERROR_DAMAGED);
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
  jipyo_store_close (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/rebuild/from-backup", test_from_backup);
  g_test_add_func ("/history/rebuild/without-backup", test_without_backup);
  g_test_add_func ("/history/rebuild/clock-set-back", test_clock_set_back);
  g_test_add_func ("/history/rebuild/older-block", test_older_block);
  g_test_add_func ("/history/rebuild/name", test_name);
  g_test_add_data_func ("/history/rebuild/lost-branch", lose_branches, test_page);
  g_test_add_data_func ("/history/rebuild/spoilt-leaf", spoil_leaf, test_page);
  g_test_add_func ("/history/rebuild/no-backup-at-all", test_no_backup_at_all);
  g_test_add_func ("/history/rebuild/tail", test_tail);
  g_test_add_func ("/history/rebuild/quotes-and-silences", test_quotes_and_silences);
  g_test_add_func ("/history/rebuild/nothing-wrong", test_nothing_wrong);
  return g_test_run ();
}

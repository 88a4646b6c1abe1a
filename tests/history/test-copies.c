/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who has not the history gets a copy of now when somebody hears, else the newest of before.
 */

#include "fake-disk.h"
#include "jipyo-backup.h"
#include "jipyo-copy.h"
#include "jipyo-range.h"
#include "jipyo-tail.h"
#include "place.h"

#include <glib/gstdio.h>
#include <string.h>

static void
keep_tick (JipyoStore *store, gint64 time_ms)
{
  g_auto (JipyoRows) rows = { 0 };

  jipyo_rows_init (&rows, JIPYO_TICK_COLUMNS);
  jipyo_rows_append (&rows, (const gint64[]){ time_ms, 5, 7 });
  g_assert_true (jipyo_store_begin (store, NULL));
  g_assert_true (jipyo_store_end (store, jipyo_tail_append (store, "test:AAA", &rows, NULL), NULL));
}

typedef struct {
  const Place *place;
  gint64 made_ms;
  int done; /* atomic */
} Asking;

static gpointer
ask (gpointer data)
{
  Asking *self = data;
  char *copy = jipyo_copy_fetch (self->place->path, &self->made_ms);

  g_atomic_int_set (&self->done, TRUE);
  return copy;
}

/* Asks from another thread; `store` hears of it, or nobody for NULL. */
static char *
fetch (const Place *place, JipyoStore *store, gint64 *made_ms)
{
  Asking asking = { .place = place };
  GThread *thread = g_thread_new ("asks", ask, &asking);

  while (!g_atomic_int_get (&asking.done)) {
    if (store != NULL)
      g_assert_true (jipyo_copy_answer (store->database, store->path, NULL));
    g_usleep (1000);
  }
  char *copy = g_thread_join (thread);
  *made_ms = asking.made_ms;
  g_assert_false (place_has (place, ".copy-wanted"));
  return copy;
}

static guint
count_ticks (const char *copy)
{
  const JipyoHistoryQuery query = { .instrument = "test:AAA",
                                    .from_ms = G_MININT64,
                                    .to_ms = G_MAXINT64 };
  JipyoStore *store = jipyo_store_open_to_read (copy, NULL);
  g_autoptr (JipyoCandleSeries) series = jipyo_range_read (store, &query, NULL);

  jipyo_store_close (store);
  return series->candles->len;
}

static void
test_heard (void)
{
  g_auto (Place) place = { 0 };
  gint64 made_ms = 0;

  place_init (&place);
  JipyoStore *store = place_open (&place);
  keep_tick (store, 1000);
  g_assert_true (jipyo_backup_make_daily (store->database, place.path, NULL));
  place_set_age (&place, ".backup-1", 20);
  keep_tick (store, 2000);
  g_autofree char *copy = fetch (&place, store, &made_ms);
  g_assert_true (g_str_has_suffix (copy, ".copy"));
  g_assert_cmpint (ABS (made_ms - g_get_real_time () / 1000), <, 10000);
  g_assert_cmpuint (count_ticks (copy), ==, 2);
  /* Soon after, nobody is bothered again. */
  keep_tick (store, 3000);
  g_autofree char *same = fetch (&place, store, &made_ms);
  g_assert_cmpuint (count_ticks (same), ==, 2);
  place_set_age (&place, ".copy", 1);
  g_autofree char *later = fetch (&place, store, &made_ms);
  g_assert_cmpuint (count_ticks (later), ==, 3);
  g_assert_cmpuint (place_count (&place, ".copy"), ==, 1);
  jipyo_store_close (store);
}

/* Neither the one that nobody hears, nor one that finds no room, is left without an answer. */
static void
test_not_heard (void)
{
  g_auto (Place) place = { 0 };
  gint64 made_ms = 0;

  place_init (&place);
  JipyoStore *store = place_open (&place);
  g_assert_null (fetch (&place, NULL, &made_ms));
  keep_tick (store, 1000);
  g_autofree char *first = fetch (&place, store, &made_ms);
  place_set_age (&place, ".copy", 30);
  g_assert_true (jipyo_backup_make_daily (store->database, place.path, NULL));
  place_set_age (&place, ".backup-1", 20);
  g_autofree char *newer = fetch (&place, NULL, &made_ms);
  g_assert_true (g_str_has_suffix (newer, ".backup-1"));
  place_set_age (&place, ".copy", 10);
  g_autofree char *copy = fetch (&place, NULL, &made_ms);
  g_assert_true (g_str_has_suffix (copy, ".copy"));
  g_assert_cmpint (ABS (g_get_real_time () / 1000 - 36000000 - made_ms), <, 60000);
  g_assert_true (g_file_set_contents (copy, "alas", -1, NULL));
  place_set_age (&place, ".copy", 10);
  g_autofree char *sound = fetch (&place, NULL, &made_ms);
  g_assert_true (g_str_has_suffix (sound, ".backup-1"));
  jipyo_store_close (store);
}

/* A copy that nobody asks for any more goes once there is a newer backup. */
static void
test_outlived (void)
{
  g_auto (Place) place = { 0 };
  gint64 made_ms = 0;

  place_init (&place);
  JipyoStore *store = place_open (&place);
  keep_tick (store, 1000);
  g_autofree char *copy = fetch (&place, store, &made_ms);
  g_assert_true (jipyo_copy_answer (store->database, store->path, NULL));
  g_assert_true (place_has (&place, ".copy"));
  g_assert_true (jipyo_backup_make_daily (store->database, place.path, NULL));
  place_set_age (&place, ".backup-1", 20);
  g_assert_true (jipyo_copy_answer (store->database, store->path, NULL));
  g_assert_true (place_has (&place, ".copy"));
  place_set_age (&place, ".copy", 30);
  g_assert_true (jipyo_copy_answer (store->database, store->path, NULL));
  g_assert_false (place_has (&place, ".copy"));
  jipyo_store_close (store);
}

/* A wish that was left by one that died is heard when the next one asks. */
static void
test_old_wish (void)
{
  g_auto (Place) place = { 0 };
  gint64 made_ms = 0;

  place_init (&place);
  g_autofree char *wish = jipyo_copy_name_wish (place.path);
  JipyoStore *store = place_open (&place);
  keep_tick (store, 1000);
  g_assert_true (g_file_set_contents (wish, "", 0, NULL));
  g_autofree char *copy = fetch (&place, store, &made_ms);
  g_assert_cmpuint (count_ticks (copy), ==, 1);
  jipyo_store_close (store);
}

/* The last room of a disk is for what comes, not for copies. */
static void
test_no_room (void)
{
  g_auto (Place) place = { 0 };

  place_init (&place);
  g_autofree char *wish = jipyo_copy_name_wish (place.path);
  JipyoStore *store = place_open (&place);
  g_assert_true (g_file_set_contents (wish, "", 0, NULL));
  fake_disk.free_bytes = 50 * 1024 * 1024;
  g_assert_true (jipyo_copy_answer (store->database, store->path, NULL));
  fake_disk.free_bytes = 0;
  g_assert_false (place_has (&place, ".copy"));
  jipyo_store_close (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/copies/heard", test_heard);
  g_test_add_func ("/history/copies/not-heard", test_not_heard);
  g_test_add_func ("/history/copies/old-wish", test_old_wish);
  g_test_add_func ("/history/copies/outlived", test_outlived);
  g_test_add_func ("/history/copies/no-room", test_no_room);
  return g_test_run ();
}

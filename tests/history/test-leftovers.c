/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Damaged histories do not pile up, and none goes with which a row would go; they are set aside
 * also where a file can have only one name.
 */

#include "jipyo-leftovers.h"
#include "jipyo-recovery.h"
#include "jipyo-retention.h"
#include "jipyo-tail.h"
#include "place.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static const gint64 DAY_MS = 24 * 60 * 60 * 1000;

/* The disk knows no second name of a file. */
static gboolean one_name;

/* Stands in for the one of the C library. */
int
link (const char *from, const char *to)
{
  errno = EPERM;
  return one_name ? -1 : linkat (AT_FDCWD, from, AT_FDCWD, to, 0);
}

static void
keep_tick (JipyoStore *store, gint64 time_ms, gint64 price)
{
  g_auto (JipyoRows) rows = { 0 };

  jipyo_rows_init (&rows, JIPYO_TICK_COLUMNS);
  jipyo_rows_append (&rows, (const gint64[]){ time_ms, 5, price });
  g_assert_true (jipyo_store_begin (store, NULL));
  g_assert_true (jipyo_store_end (store, jipyo_tail_append (store, "test:AAA", &rows, NULL), NULL));
}

static gint64
find_midnight (int days_ago)
{
  return (g_get_real_time () / 1000 / DAY_MS - days_ago) * DAY_MS;
}

/* Sets the history as it lies there aside, under that time. */
static void
leave (const Place *place, const char *time)
{
  g_autofree char *suffix = g_strconcat (".corrupt-", time, NULL);
  g_autofree char *name = place_name (place, suffix);

  place_copy_file (place->path, name);
}

/* A history of a tick a day, with four copies of it beside it. */
static JipyoStore *
make_four (const Place *place)
{
  static const char *const times[] = { "1000", "2000", "300", "10000" };
  JipyoStore *store = place_open (place);

  for (int day = 0; day < 5; day++)
    keep_tick (store, find_midnight (day), 100 + day);
  g_assert_true (jipyo_tail_fold (store, NULL));
  jipyo_store_close (store);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    leave (place, times[i]);
  return place_open (place);
}

/* By the numbers, not by the letters of their names. */
static void
test_newest_two_stay (void)
{
  g_auto (Place) place = { 0 };

  place_init (&place);
  JipyoStore *store = make_four (&place);
  jipyo_leftovers_clear (store);
  g_assert_cmpuint (place_count (&place, ".corrupt-"), ==, 2);
  g_assert_true (place_has (&place, ".corrupt-2000"));
  g_assert_true (place_has (&place, ".corrupt-10000"));
  jipyo_store_close (store);
}

typedef struct {
  const char *name;
  gint64 days_ago;
  gint64 offset_ms;
  gint64 price;
  gboolean stays;
} Row;

/* A row that an old copy has besides those of the history. */
static const Row rows[] = {
  { "/history/leftovers/another-time", 1, 1000, 101, TRUE },
  { "/history/leftovers/another-price", 1, 0, 999, TRUE },
  { "/history/leftovers/another-day", 9, 0, 109, TRUE },
  { "/history/leftovers/too-old-and-gone", 40, 0, 140, TRUE },
  { "/history/leftovers/same", 1, 0, 101, FALSE },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_auto (Place) place = { 0 };

  place_init (&place);
  g_autofree char *spare = place_name (&place, ".spare");
  JipyoStore *store = make_four (&place);
  jipyo_store_close (store);
  place_copy_file (place.path, spare);
  store = place_open (&place);
  keep_tick (store, find_midnight ((int) row->days_ago) + row->offset_ms, row->price);
  jipyo_store_close (store);
  leave (&place, "200");
  g_assert_cmpint (g_rename (spare, place.path), ==, 0);
  store = place_open (&place);
  jipyo_leftovers_clear (store);
  g_assert_cmpint (place_has (&place, ".corrupt-200"), ==, row->stays);
  g_assert_false (place_has (&place, ".corrupt-300"));
  jipyo_store_close (store);
}

/* Ticks that grew too old became minutes, by which their day is still told. */
static void
test_reduced (void)
{
  g_auto (Place) place = { 0 };
  JipyoRetention run = { .now_ms = g_get_real_time () / 1000, .days_left = 100 };

  place_init (&place);
  JipyoStore *store = place_open (&place);
  keep_tick (store, find_midnight (40) + 5, 7);
  g_assert_true (jipyo_tail_fold (store, NULL));
  jipyo_store_close (store);
  leave (&place, "1");
  leave (&place, "2");
  leave (&place, "3");
  store = place_open (&place);
  g_assert_true (jipyo_retention_run (store, &run, NULL));
  jipyo_leftovers_clear (store);
  g_assert_cmpuint (place_count (&place, ".corrupt-"), ==, 2);
  jipyo_store_close (store);
}

/* What cannot be read, or has a log of its own, or another name, is nobody's to judge. */
static void
test_unreadable_stays (void)
{
  g_auto (Place) place = { 0 };

  place_init (&place);
  JipyoStore *store = make_four (&place);
  g_autofree char *odd = place_name (&place, ".corrupt-300");
  g_autofree char *log = place_name (&place, ".corrupt-1000-wal");
  g_autofree char *other = place_name (&place, ".corrupt-5-of-mine");
  g_assert_true (g_file_set_contents (odd, "alas", -1, NULL));
  g_assert_true (g_file_set_contents (log, "a log", -1, NULL));
  place_copy_file (place.path, other);
  jipyo_leftovers_clear (store);
  g_assert_cmpuint (place_count (&place, ".corrupt-"), ==, 5);
  jipyo_store_close (store);
}

static void
test_set_aside (gconstpointer data)
{
  g_auto (Place) place = { 0 };
  g_autofree char *bytes = NULL;

  place_init (&place);
  g_autofree char *fresh = place_name (&place, ".rebuilt");
  g_assert_true (g_file_set_contents (place.path, "damaged", -1, NULL));
  g_assert_true (g_file_set_contents (fresh, "mended", -1, NULL));
  one_name = GPOINTER_TO_INT (data);
  g_autofree char *kept = jipyo_recovery_replace (place.path, fresh);
  one_name = FALSE;
  g_assert_nonnull (kept);
  g_assert_true (g_file_get_contents (kept, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "damaged");
  g_clear_pointer (&bytes, g_free);
  g_assert_true (g_file_get_contents (place.path, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "mended");
  g_assert_false (place_has (&place, ".rebuilt"));
  g_assert_cmpuint (place_count (&place, ""), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/leftovers/newest-two-stay", test_newest_two_stay);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_test_add_data_func (rows[i].name, &rows[i], test_row);
  g_test_add_func ("/history/leftovers/reduced", test_reduced);
  g_test_add_func ("/history/leftovers/unreadable-stays", test_unreadable_stays);
  g_test_add_data_func ("/history/leftovers/two-names", GINT_TO_POINTER (FALSE), test_set_aside);
  g_test_add_data_func ("/history/leftovers/one-name", GINT_TO_POINTER (TRUE), test_set_aside);
  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person follows is kept in its order, seen by other programs, and asked for.
 */

#include "jipyo-quotes-plan.h"
#include "jipyo-watchlist.h"

#include <glib/gstdio.h>

static void
close_list (JipyoWatchlist *list)
{
  while (jipyo_own_file_is_saving (jipyo_watchlist_get_file (list)))
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_assert_finalize_object (list);
}

static JipyoWatchlist *
open_list (void)
{
  g_autofree char *path = jipyo_watchlist_path ();

  return jipyo_watchlist_new (path);
}

static void
assert_holds (JipyoWatchlist *list, const char *expected)
{
  g_autofree char *joined = g_strjoinv (" ", (char **) jipyo_watchlist_get_all (list));

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_kept (void)
{
  JipyoWatchlist *list = open_list ();

  g_assert_null (jipyo_own_file_get_problem (jipyo_watchlist_get_file (list)));
  assert_holds (list, "");
  g_assert_false (jipyo_watchlist_move (list, "krx:KOSPI", 0));
  g_assert_true (jipyo_watchlist_add (list, "krx:KOSPI"));
  g_assert_true (jipyo_watchlist_add (list, "upbit:KRW-BTC"));
  g_assert_true (jipyo_watchlist_add (list, "krx:035420"));
  g_assert_false (jipyo_watchlist_add (list, "krx:KOSPI"));
  g_assert_false (jipyo_watchlist_add (list, "no instrument"));
  g_assert_false (jipyo_watchlist_add (list, "nowhere:KRW-BTC"));
  g_assert_true (jipyo_watchlist_move (list, "krx:035420", 0));
  g_assert_false (jipyo_watchlist_move (list, "krx:035420", 0));
  assert_holds (list, "krx:035420 krx:KOSPI upbit:KRW-BTC");
  close_list (list);

  list = open_list ();
  assert_holds (list, "krx:035420 krx:KOSPI upbit:KRW-BTC");
  g_assert_true (jipyo_watchlist_move (list, "krx:035420", 99));
  g_assert_true (jipyo_watchlist_remove (list, "krx:KOSPI"));
  g_assert_false (jipyo_watchlist_remove (list, "krx:KOSPI"));
  close_list (list);

  list = open_list ();
  assert_holds (list, "upbit:KRW-BTC krx:035420");
  close_list (list);
}

/* What was saved a moment ago is no other program's list. */
static void
test_saved_often (void)
{
  JipyoWatchlist *list = open_list ();

  for (guint i = 0; i < 400; i++) {
    if (i % 2 == 0)
      g_assert_true (jipyo_watchlist_add (list, "krx:KOSDAQ"));
    else
      g_assert_true (jipyo_watchlist_remove (list, "krx:KOSDAQ"));
    while (i % 3 != 0 && jipyo_own_file_is_saving (jipyo_watchlist_get_file (list)))
      g_main_context_iteration (NULL, TRUE);
    for (guint k = 0; k < i % 7; k++)
      g_main_context_iteration (NULL, FALSE);
  }
  close_list (list);
}

static void
write_file (const char *text)
{
  g_autofree char *path = jipyo_watchlist_path ();
  g_autofree char *directory = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (directory, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* Refused whole and put aside, never written over. */
static void
test_damaged (void)
{
  static const char *const faults[] = { "{", "{\"version\":2,\"instruments\":[]}",
                                        "{\"version\":1,\"instruments\":[\"krx:KOSPI\",\"KOSPI\"]}",
                                        "{\"version\":1,\"instruments\":[],\"more\":1}" };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++) {
    write_file (faults[i]);
    JipyoWatchlist *list = open_list ();
    g_autofree char *path = jipyo_watchlist_path ();
    g_autofree char *aside = g_strdup_printf ("%s.damaged-%u", path, i + 1);

    g_assert_nonnull (jipyo_own_file_get_problem (jipyo_watchlist_get_file (list)));
    assert_holds (list, "");
    g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
    close_list (list);
  }
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* What another program writes is there without a restart. A folder that comes later would be found
 * only seconds after. */
static void
test_followed (void)
{
  JipyoWatchlist *list = open_list ();
  g_autofree char *path = jipyo_watchlist_path ();
  g_autofree char *directory = g_path_get_dirname (path);
  guint n_wanted = 0;

  g_assert_true (g_file_test (directory, G_FILE_TEST_IS_DIR));
  g_assert_true (jipyo_watchlist_add (list, "krx:KOSPI"));
  while (jipyo_own_file_is_saving (jipyo_watchlist_get_file (list)))
    g_main_context_iteration (NULL, TRUE);
  g_signal_connect_swapped (list, "wanted", G_CALLBACK (count_cb), &n_wanted);
  write_file ("{\"version\":1,\"instruments\":[\"upbit:KRW-XRP\"]}");
  while (n_wanted == 0)
    g_main_context_iteration (NULL, TRUE);
  assert_holds (list, "upbit:KRW-XRP");
  close_list (list);
}

static void
test_wanted (void)
{
  JipyoWatchlist *list = open_list ();
  guint n_wanted = 0;

  g_signal_connect_swapped (list, "wanted", G_CALLBACK (count_cb), &n_wanted);
  jipyo_watchlist_add (list, "krx:035420");
  jipyo_watchlist_add (list, "krx:KOSPI");
  jipyo_watchlist_move (list, "krx:KOSPI", 0);
  jipyo_watchlist_visit (list, "upbit:KRW-DOGE");
  jipyo_watchlist_visit (list, "upbit:KRW-DOGE");
  g_assert_cmpuint (n_wanted, ==, 3);

  g_auto (GStrv) wanted = jipyo_watchlist_list_wanted (list);
  g_assert_true (g_strv_contains ((const char *const *) wanted, "krx:035420"));
  g_assert_true (g_strv_contains ((const char *const *) wanted, "upbit:KRW-DOGE"));
  g_assert_true (g_strv_contains ((const char *const *) wanted, "coinone:KRW-IOTA"));
  g_assert_true (g_strv_contains ((const char *const *) wanted, "fx:USDKRW"));
  g_assert_true (g_strv_contains ((const char *const *) wanted, "usd:BTC"));
  g_assert_cmpuint (g_strv_length (wanted), ==,
                    g_strv_length ((char **) jipyo_provider_get_watchlist ())
                      + g_strv_length ((char **) jipyo_provider_get_measures ()) + 2);
  close_list (list);
}

/* With no instrument named a person's own list is asked for, and a provider that has nothing of it
 * is no failure. */
static void
test_asked (void)
{
  static const char *const watchlist[] = { "krx:035420", "upbit:KRW-DOGE", NULL };
  static const char *const upbit[] = { "upbit", NULL };
  g_autoptr (GPtrArray) failures = g_ptr_array_new ();
  JipyoQuotesOrder order = { .watchlist = watchlist };
  g_autoptr (GPtrArray) both = jipyo_quotes_plan (&order, failures, NULL);

  g_assert_cmpuint (both->len, ==, 2);
  order.providers = upbit;
  g_autoptr (GPtrArray) one = jipyo_quotes_plan (&order, failures, NULL);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpstr (((JipyoQuotesGroup *) one->pdata[0])->instruments[0], ==, "upbit:KRW-DOGE");
  g_assert_cmpuint (failures->len, ==, 0);
}

/* What was taken away comes back to its place, once. */
static void
test_restored (void)
{
  JipyoWatchlist *list = open_list ();

  while (*jipyo_watchlist_get_all (list) != NULL)
    jipyo_watchlist_remove (list, *jipyo_watchlist_get_all (list));
  jipyo_watchlist_add (list, "krx:KOSPI");
  jipyo_watchlist_add (list, "upbit:KRW-BTC");
  jipyo_watchlist_add (list, "krx:035420");
  g_assert_true (jipyo_watchlist_remove (list, "upbit:KRW-BTC"));
  assert_holds (list, "krx:KOSPI krx:035420");
  g_assert_cmpstr (jipyo_watchlist_restore (list), ==, "upbit:KRW-BTC");
  assert_holds (list, "krx:KOSPI upbit:KRW-BTC krx:035420");
  g_assert_null (jipyo_watchlist_restore (list));
  /* One that a person added again by hand stays where it is. */
  jipyo_watchlist_remove (list, "krx:KOSPI");
  jipyo_watchlist_add (list, "krx:KOSPI");
  g_assert_null (jipyo_watchlist_restore (list));
  assert_holds (list, "upbit:KRW-BTC krx:035420 krx:KOSPI");
  close_list (list);
}

static void
taken_back_cb (JipyoWatchlist *list, const char *instrument, gpointer data)
{
  g_string_append_printf (data, "%s;", instrument);
}

/* One that its venue has renamed is followed by its new code in its place, until a person takes
 * that back: then it is not done again. */
static void
test_renamed (void)
{
  JipyoWatchlist *list = open_list ();
  g_autoptr (GString) back = g_string_new (NULL);
  const char *successor;

  g_signal_connect (list, "taken-back", G_CALLBACK (taken_back_cb), back);
  while (*jipyo_watchlist_get_all (list) != NULL)
    jipyo_watchlist_remove (list, *jipyo_watchlist_get_all (list));
  jipyo_watchlist_add (list, "krx:KOSPI");
  jipyo_watchlist_add (list, "upbit:KRW-OLD");
  jipyo_watchlist_add (list, "krx:035420");
  g_assert_false (jipyo_watchlist_replace (list, "upbit:KRW-NONE", "upbit:KRW-NEW"));
  g_assert_false (jipyo_watchlist_replace (list, "upbit:KRW-OLD", "krx:KOSPI"));
  g_assert_null (jipyo_watchlist_get_renamed (list, &successor));
  g_assert_true (jipyo_watchlist_replace (list, "upbit:KRW-OLD", "upbit:KRW-NEW"));
  assert_holds (list, "krx:KOSPI upbit:KRW-NEW krx:035420");
  g_assert_cmpstr (jipyo_watchlist_get_renamed (list, &successor), ==, "upbit:KRW-OLD");
  g_assert_cmpstr (successor, ==, "upbit:KRW-NEW");
  g_assert_cmpstr (jipyo_watchlist_restore (list), ==, "upbit:KRW-OLD");
  assert_holds (list, "krx:KOSPI upbit:KRW-OLD krx:035420");
  g_assert_null (jipyo_watchlist_get_renamed (list, &successor));
  g_assert_false (jipyo_watchlist_replace (list, "upbit:KRW-OLD", "upbit:KRW-NEW"));
  assert_holds (list, "krx:KOSPI upbit:KRW-OLD krx:035420");
  g_assert_cmpstr (back->str, ==, "upbit:KRW-OLD;");
  g_assert_true (jipyo_watchlist_replace (list, "krx:035420", "krx:035720"));
  jipyo_watchlist_move (list, "krx:035720", 0);
  jipyo_watchlist_remove (list, "krx:KOSPI"); /* later, and none of it */
  g_assert_true (jipyo_watchlist_take_back (list));
  g_assert_false (jipyo_watchlist_take_back (list));
  assert_holds (list, "krx:035420 upbit:KRW-OLD");
  g_assert_cmpstr (back->str, ==, "upbit:KRW-OLD;krx:035420;");
  close_list (list);
}

/* Each of several can be taken back, the last one first; one whose successor was removed since, or
 * was renamed in turn, is passed over. */
static void
test_several_renamed (void)
{
  JipyoWatchlist *list = open_list ();
  const char *successor;

  while (*jipyo_watchlist_get_all (list) != NULL)
    jipyo_watchlist_remove (list, *jipyo_watchlist_get_all (list));
  jipyo_watchlist_add (list, "upbit:KRW-A");
  jipyo_watchlist_add (list, "upbit:KRW-B");
  jipyo_watchlist_add (list, "upbit:KRW-C");
  g_assert_true (jipyo_watchlist_replace (list, "upbit:KRW-A", "upbit:KRW-A2"));
  g_assert_true (jipyo_watchlist_replace (list, "upbit:KRW-B", "upbit:KRW-B2"));
  g_assert_true (jipyo_watchlist_replace (list, "upbit:KRW-C", "upbit:KRW-C2"));
  g_assert_true (jipyo_watchlist_replace (list, "upbit:KRW-A2", "upbit:KRW-A3"));
  jipyo_watchlist_remove (list, "upbit:KRW-B2");
  assert_holds (list, "upbit:KRW-A3 upbit:KRW-C2");
  g_assert_cmpstr (jipyo_watchlist_get_renamed (list, &successor), ==, "upbit:KRW-A2");
  g_assert_true (jipyo_watchlist_take_back (list));
  g_assert_cmpstr (jipyo_watchlist_get_renamed (list, &successor), ==, "upbit:KRW-C");
  g_assert_true (jipyo_watchlist_take_back (list));
  g_assert_true (jipyo_watchlist_take_back (list));
  g_assert_false (jipyo_watchlist_take_back (list));
  assert_holds (list, "upbit:KRW-A upbit:KRW-C");
  close_list (list);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/app/watchlist/kept", test_kept);
  g_test_add_func ("/app/watchlist/saved-often", test_saved_often);
  g_test_add_func ("/app/watchlist/damaged", test_damaged);
  g_test_add_func ("/app/watchlist/followed", test_followed);
  g_test_add_func ("/app/watchlist/wanted", test_wanted);
  g_test_add_func ("/app/watchlist/asked", test_asked);
  g_test_add_func ("/app/watchlist/restored", test_restored);
  g_test_add_func ("/app/watchlist/renamed", test_renamed);
  g_test_add_func ("/app/watchlist/several-renamed", test_several_renamed);
  return g_test_run ();
}

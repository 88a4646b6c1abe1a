/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <unistd.h>

#include "jipyo-feed-supervisor.h"
#include "jipyo-quote-board.h"
#include "jipyo-session-private.h"
#include "jipyo-session.h"
#include "jipyo-standing.h"

#include <glib/gstdio.h>
#include <string.h>

/* 2026-11-23 12:00 in Seoul */
static const gint64 NOON_US = G_GINT64_CONSTANT (1795402800000000);

/* A person's file that states another budget, and one with a fault. */
static const char own_budget[] =
  "{\"format\":\"jipyo-ledger-1\",\"claims\":[{\"id\":\"seed.prog.budget2025\","
  "\"subject\":\"sovereign-ai\",\"metric\":\"budget\",\"label\":{\"ko\":\"예산\",\"en\":\"Budget\"}"
  ","
  "\"quantity\":{\"value\":\"1\",\"unit\":\"KRW\"},\"true_for\":\"2025\","
  "\"published\":\"2025-08-05\",\"retrieved\":\"2026-11-23\","
  "\"source\":\"globalepic-2025-08-05\",\"status\":\"stated\"}]}";
static const char faulty[] = "{\"format\":\"jipyo-ledger-1\",\n\"claims\":[{\"id\":7}]}";

static JipyoSession *
open_session (const char *const *ledgers, GError **error)
{
  JipyoSessionOptions options = { .lang = JIPYO_LANG_EN, .now_us = NOON_US, .ledgers = ledgers };

  return jipyo_session_new (&options, error);
}

static JipyoDate
date (const char *text)
{
  JipyoDate parsed = { 0 };

  g_assert_true (jipyo_date_parse (text, &parsed));
  return parsed;
}

static guint
count_in_play (JipyoSession *session)
{
  g_autoptr (GArray) standings =
               jipyo_ledger_compute_standings (jipyo_session_get_ledger (session));
  guint n = 0;

  for (guint i = 0; i < standings->len; i++)
    n += g_array_index (standings, JipyoStanding, i).state == JIPYO_STANDING_IN;
  return n;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_as_of (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JipyoSession) session = open_session (NULL, &error);
  g_autofree char *as_of = NULL;
  guint n_changes = 0;

  g_assert_no_error (error);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (count_cb), &n_changes);
  as_of = jipyo_date_format (jipyo_session_get_as_of (session));
  g_assert_cmpstr (as_of, ==, "2026-11-23");
  g_assert_cmpuint (count_in_play (session), ==, 3);

  jipyo_session_set_as_of (session, date ("2025-08-05"));
  g_assert_cmpuint (count_in_play (session), ==, 5);
  g_assert_null (jipyo_session_get_quotes (session));
  jipyo_session_set_as_of (session, date ("2025-08-05"));
  g_assert_cmpuint (n_changes, ==, 1);
  g_object_set (session, "as-of", "no date", NULL);
  g_assert_false (jipyo_session_has_as_of (session));
  g_assert_cmpuint (count_in_play (session), ==, 3);
  jipyo_session_set_lang (session, JIPYO_LANG_KO);
  g_assert_cmpuint (n_changes, ==, 3);
}

/* A day to come reads as the last day that there is: today, or the end of the record where the
 * clock stands before it. */
static void
test_day_to_come (void)
{
  const JipyoSessionOptions early = { .now_us = NOON_US - 400 * (gint64) G_TIME_SPAN_DAY,
                                      .as_of = { 2030, 1, 1 } };
  g_autoptr (JipyoSession) session = open_session (NULL, NULL);
  g_autoptr (JipyoSession) with_old_clock = jipyo_session_new (&early, NULL);
  const JipyoDate today = date ("2026-11-23");
  const JipyoDate end = jipyo_ledger_find_last_day (jipyo_session_get_whole_ledger (session));

  jipyo_session_set_as_of (session, date ("2030-01-01"));
  g_assert_cmpint (jipyo_date_compare (jipyo_session_get_as_of (session), today), ==, 0);
  g_assert_cmpint (jipyo_date_compare (end, date ("2026-08-18")), >, 0);
  g_assert_cmpint (jipyo_date_compare (jipyo_session_get_as_of (with_old_clock), end), ==, 0);
  jipyo_session_set_as_of (with_old_clock, date ("2026-03-01"));
  g_assert_cmpint (
    jipyo_date_compare (jipyo_session_get_as_of (with_old_clock), date ("2026-03-01")), ==, 0);
}

/* Nothing that became known after the article is in its day. */
static void
test_nothing_later (void)
{
  g_autoptr (JipyoSession) session = open_session (NULL, NULL);
  JipyoDate day = date ("2025-08-05");
  const GPtrArray *claims = NULL;
  const GPtrArray *events = NULL;

  jipyo_session_set_as_of (session, day);
  claims = jipyo_ledger_get_claims (jipyo_session_get_ledger (session));
  events = jipyo_ledger_get_events (jipyo_session_get_ledger (session));
  g_assert_cmpuint (claims->len, >, 50);
  for (guint i = 0; i < claims->len; i++)
    g_assert_true (jipyo_date_is_by (jipyo_claim_known_from (claims->pdata[i]), day));
  for (guint i = 0; i < events->len; i++)
    g_assert_true (jipyo_date_is_by (((const JipyoEvent *) events->pdata[i])->published, day));
}

static void
test_own_files (void)
{
  g_autofree char *directory = g_build_filename (g_get_user_data_dir (), "jipyo", "ledger", NULL);
  g_autofree char *good = g_build_filename (directory, "a-budget.json", NULL);
  g_autofree char *bad = g_build_filename (directory, "b-faulty.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JipyoSession) session = NULL;
  const JipyoClaim *claim = NULL;

  g_assert_cmpint (g_mkdir_with_parents (directory, 0700), ==, 0);
  g_assert_true (g_file_set_contents (good, own_budget, -1, NULL));
  g_assert_true (g_file_set_contents (bad, faulty, -1, NULL));
  session = open_session (NULL, &error);
  g_assert_no_error (error);
  claim = jipyo_ledger_find_claim (jipyo_session_get_ledger (session), "seed.prog.budget2025");
  g_assert_cmpint (claim->quantity.value.digits, ==, 1);
  g_assert_nonnull (strstr (jipyo_session_get_notice (session), "b-faulty.json:2:"));
  g_assert_null (strstr (jipyo_session_get_notice (session), "a-budget.json"));
  g_assert_cmpint (g_unlink (good), ==, 0);
  g_assert_cmpint (g_unlink (bad), ==, 0);
}

/* A file asked for by name is not left out quietly. */
static void
test_asked_file_fails (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "jipyo-faulty.json", NULL);
  const char *const ledgers[] = { path, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, faulty, -1, NULL));
  g_assert_null (open_session (ledgers, &error));
  g_assert_nonnull (strstr (error->message, "jipyo-faulty.json:2:"));
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* The child is all that talks to the network, so there must be none. */
static void
test_offline (void)
{
  JipyoSessionOptions options = { .lang = JIPYO_LANG_EN, .now_us = NOON_US, .offline = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (JipyoSession) session = jipyo_session_new (&options, &error);
  JipyoViewContext context;
  g_autofree char *list = g_strdup_printf ("/proc/self/task/%d/children", (int) getpid ());
  g_autofree char *children = NULL;

  g_assert_no_error (error);
  g_assert_true (jipyo_session_is_offline (session));
  jipyo_session_get_context (session, &context);
  g_assert_true (context.quotes != NULL && context.earlier != NULL);
  jipyo_session_start_feed (session);
  jipyo_session_refresh (session);
  g_assert_cmpstr (jipyo_session_get_link (session), ==, "off");
  if (g_file_get_contents (list, &children, NULL, NULL))
    g_assert_cmpstr (children, ==, "");
  jipyo_session_stop_feed (session);
}

/* With no feed there is nothing to stop, and the wish is kept until there is one. */
/* C3: after a sleep the ages are right before the first frame, not a second after it. */
static void
test_catches_up (void)
{
  JipyoSessionOptions options = { .lang = JIPYO_LANG_EN, .offline = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (JipyoSession) session = jipyo_session_new (&options, &error);
  guint ticked = 0;

  g_assert_no_error (error);
  g_signal_connect_swapped (session, "ticked", G_CALLBACK (count_cb), &ticked);
  jipyo_session_start_feed (session);
  jipyo_session_catch_up (session);
  g_assert_cmpuint (ticked, ==, 0);
  g_usleep (2100 * 1000); /* the loop does not run */
  jipyo_session_catch_up (session);
  jipyo_session_catch_up (session);
  g_assert_cmpuint (ticked, ==, 1);
  jipyo_session_stop_feed (session);
}

static void
test_offline_told (void)
{
  g_autoptr (JipyoSession) session = open_session (NULL, NULL);
  guint told = 0;

  g_signal_connect_swapped (session, "notify::offline", G_CALLBACK (count_cb), &told);
  g_assert_false (jipyo_session_is_offline (session));
  g_object_set (session, "offline", TRUE, NULL);
  g_object_set (session, "offline", TRUE, NULL);
  g_assert_true (jipyo_session_is_offline (session));
  g_assert_cmpuint (told, ==, 1);
}

static gboolean
asks_for (JipyoSession *session, const char *instrument)
{
  g_auto (GStrv) wanted = jipyo_watchlist_list_wanted (jipyo_session_get_watchlist (session));

  return g_strv_contains ((const char *const *) wanted, instrument);
}

static void
add_alert (JipyoSession *session, JipyoAlertKind kind, const char *subject)
{
  const JipyoAlertRule rule = { .kind = kind, .subject = (char *) subject, .level = { 5, 0 } };

  g_assert_nonnull (jipyo_alerts_set (jipyo_session_get_alerts (session), &rule));
}

/* Nobody follows them, yet the alerts see their quotes. */
static void
test_alerts_are_fed (void)
{
  g_autoptr (JipyoSession) session = open_session (NULL, NULL);
  JipyoAlerts *alerts = jipyo_session_get_alerts (session);
  guint n_wanted = 0;

  g_assert_false (asks_for (session, "upbit:KRW-DOGE"));
  g_signal_connect_swapped (jipyo_session_get_watchlist (session), "wanted", G_CALLBACK (count_cb),
                            &n_wanted);
  add_alert (session, JIPYO_ALERT_PRICE, "upbit:KRW-DOGE");
  g_assert_true (asks_for (session, "upbit:KRW-DOGE"));
  add_alert (session, JIPYO_ALERT_SPREAD, "KRW-LINK");
  g_assert_true (asks_for (session, "upbit:KRW-LINK"));
  g_assert_true (asks_for (session, "bithumb:KRW-LINK"));
  g_assert_true (asks_for (session, "coinone:KRW-LINK"));
  add_alert (session, JIPYO_ALERT_BASKET, "basket:sk-telecom");
  g_assert_true (asks_for (session, "krx:017670"));
  g_assert_cmpuint (n_wanted, ==, 3);

  add_alert (session, JIPYO_ALERT_EVENT, "all");
  add_alert (session, JIPYO_ALERT_PRICE, "nobody:KRW-DOGE");
  g_assert_false (asks_for (session, "nobody:KRW-DOGE"));
  jipyo_alerts_set_disabled (alerts, "1", TRUE);
  g_assert_false (asks_for (session, "upbit:KRW-DOGE"));
  while (jipyo_alerts_get_rules (alerts)->len > 0)
    jipyo_alerts_remove (alerts,
                         ((JipyoAlertRule *) jipyo_alerts_get_rules (alerts)->pdata[0])->id);
  g_assert_false (asks_for (session, "bithumb:KRW-LINK"));
  while (jipyo_alerts_is_saving (alerts))
    g_main_context_iteration (NULL, TRUE);
}

/* A basket is nobody's to give: its members are asked for, and nobody is asked for it. */
static void
test_followed_baskets_are_fed (void)
{
  g_autoptr (JipyoSession) session = open_session (NULL, NULL);
  JipyoWatchlist *watchlist = jipyo_session_get_watchlist (session);

  g_assert_false (asks_for (session, "krx:259960"));
  g_assert_true (jipyo_watchlist_add (watchlist, "basket:sk-telecom"));
  g_assert_true (asks_for (session, "krx:259960"));
  g_assert_false (asks_for (session, "basket:sk-telecom"));
  /* An alert on the same keeps them once it is no more followed. */
  add_alert (session, JIPYO_ALERT_BASKET, "basket:sk-telecom");
  g_assert_true (jipyo_watchlist_remove (watchlist, "basket:sk-telecom"));
  g_assert_true (asks_for (session, "krx:259960"));
  jipyo_alerts_remove (jipyo_session_get_alerts (session), "1");
  g_assert_false (asks_for (session, "krx:259960"));
  while (jipyo_alerts_is_saving (jipyo_session_get_alerts (session))
         || jipyo_own_file_is_saving (jipyo_watchlist_get_file (watchlist)))
    g_main_context_iteration (NULL, TRUE);
}

/* The feed goes on by the usual order, and people are told. */
static void
test_bad_providers (void)
{
  static const char bad[] = "{ \"version\": 1, \"provider-order\": { \"fx\": [\"upbit\"] } }";
  JipyoSessionOptions options = { .lang = JIPYO_LANG_EN, .now_us = NOON_US, .offline = TRUE };
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "jipyo", NULL);
  g_autofree char *path = g_build_filename (folder, "providers.json", NULL);
  g_autoptr (JipyoSession) session = jipyo_session_new (&options, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, bad, -1, NULL));
  g_assert_null (jipyo_session_get_notice (session));
  jipyo_session_start_feed (session);
  g_assert_nonnull (strstr (jipyo_session_get_notice (session), "providers.json:1:"));
  jipyo_session_stop_feed (session);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS)); /* it was put aside */
}

/* Files that a window alone minds are told by it, each with its place and its name. */
static void
test_bad_codes (void)
{
  static const char *const names[] = { "new-codes.json", "codes-to-keep.json", "names.json" };
  JipyoSessionOptions options = { .lang = JIPYO_LANG_EN, .now_us = NOON_US, .offline = TRUE };
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "jipyo", NULL);
  g_autoptr (JipyoSession) session = jipyo_session_new (&options, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (folder, names[i], NULL);
    g_assert_true (g_file_set_contents (path, "{\n  3}", -1, NULL));
  }
  g_assert_null (jipyo_session_get_notice (session));
  jipyo_session_start_feed (session);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *place = g_strconcat (names[i], ":2:3: ", NULL);
    g_autofree char *path = g_build_filename (folder, names[i], NULL);
    g_autofree char *aside = g_strconcat (path, ".damaged-1", NULL);
    g_assert_nonnull (strstr (jipyo_session_get_notice (session), place));
    g_assert_nonnull (strstr (jipyo_session_get_notice (session), aside));
    g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
  }
  jipyo_session_stop_feed (session);
}

/* Nothing is read for the first frame that only quotes need; what is wrong with it is told then. */
static void
test_calendars_wait (void)
{
  JipyoSessionOptions options = { .lang = JIPYO_LANG_EN, .now_us = NOON_US, .offline = TRUE };
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "jipyo", "calendars", NULL);
  g_autofree char *path = g_build_filename (folder, "bad.json", NULL);
  g_autoptr (JipyoSession) session = jipyo_session_new (&options, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "{", -1, NULL));
  g_assert_null (jipyo_session_describe_doubt (session));
  g_assert_null (jipyo_session_get_notice (session));
  jipyo_session_start_feed (session);
  g_assert_nonnull (strstr (jipyo_session_get_notice (session), "bad.json:1:"));
  jipyo_session_stop_feed (session);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* What a venue renames is followed by its new code, told, and can be taken back. */
static void
test_renamed (void)
{
  g_autoptr (JipyoSession) session = open_session (NULL, NULL);
  const JipyoFeedOptions options = { 0 };
  g_autoptr (JipyoFeedSupervisor) feed =
               jipyo_session_follow_renames (session, jipyo_feed_supervisor_new (&options));
  JipyoWatchlist *watchlist = jipyo_session_get_watchlist (session);
  JipyoNewCodes *codes = jipyo_session_get_new_codes (session);
  JipyoAlerts *alerts = jipyo_session_get_alerts (session);
  const JipyoAlertRule rule = { .kind = JIPYO_ALERT_PRICE,
                                .subject = (char *) "upbit:KRW-OLD",
                                .level = jipyo_decimal_from_int (7) };
  g_autofree char *id = g_strdup (jipyo_alerts_set (alerts, &rule));
  gboolean listed, watched;

  g_assert_true (jipyo_watchlist_add (watchlist, "upbit:KRW-OLD"));
  g_signal_emit_by_name (feed, "renamed", "upbit:KRW-OTHER", "upbit:KRW-NEW");
  g_assert_null (jipyo_session_describe_rename (session, &listed, &watched));
  g_signal_emit_by_name (feed, "renamed", "upbit:KRW-OLD", "upbit:KRW-NEW");
  g_autofree char *told = jipyo_session_describe_rename (session, &listed, &watched);
  g_assert_cmpstr (told, ==, "upbit:KRW-OLD → KRW-NEW");
  g_assert_true (listed && watched);
  g_assert_cmpstr (jipyo_alerts_find (alerts, id)->subject, ==, "upbit:KRW-NEW");
  g_assert_true (jipyo_watchlist_has (watchlist, "upbit:KRW-NEW"));
  g_assert_cmpuint (jipyo_new_codes_get_all (codes)->len, ==, 2); /* whoever looked at it */
  g_assert_cmpstr (jipyo_watchlist_restore (watchlist), ==, "upbit:KRW-OLD");
  g_assert_null (jipyo_session_describe_rename (session, &listed, &watched));
  g_assert_cmpstr (jipyo_alerts_find (alerts, id)->subject, ==, "upbit:KRW-OLD");
  g_assert_null (jipyo_new_code_find_next (jipyo_new_codes_get_all (codes), "upbit:KRW-OLD"));
  g_signal_emit_by_name (feed, "renamed", "upbit:KRW-OLD", "upbit:KRW-NEW");
  g_assert_false (jipyo_watchlist_has (watchlist, "upbit:KRW-NEW"));
  g_assert_cmpstr (jipyo_alerts_find (alerts, id)->subject, ==, "upbit:KRW-OLD");
  g_assert_true (jipyo_watchlist_remove (watchlist, "upbit:KRW-OLD"));
  jipyo_alerts_remove (alerts, id);
}

static void
put_quote (JipyoSession *session, const char *instrument)
{
  g_auto (GStrv) parts = g_strsplit (instrument, ":", 2);
  g_autoptr (JipyoQuote) quote = jipyo_quote_new (instrument, parts[0]);

  quote->last = jipyo_decimal_from_int (7);
  quote->received_us = NOON_US - 5;
  quote->venue_time_us = NOON_US;
  quote->state = JIPYO_QUOTE_LIVE;
  g_assert_true (jipyo_quote_board_put (jipyo_session_get_board (session), quote));
}

/* A spread goes on by the old code while two other venues have it. What is not in the watchlist is
 * followed, and taken back, all the same; the old code ended with its last price. */
static void
test_spread_renamed (void)
{
  g_autoptr (JipyoSession) session = open_session (NULL, NULL);
  const JipyoFeedOptions options = { 0 };
  g_autoptr (JipyoFeedSupervisor) feed =
               jipyo_session_follow_renames (session, jipyo_feed_supervisor_new (&options));
  JipyoAlerts *alerts = jipyo_session_get_alerts (session);
  const JipyoAlertRule rule = { .kind = JIPYO_ALERT_SPREAD,
                                .subject = (char *) "KRW-OLD",
                                .level = jipyo_decimal_from_int (7) };
  g_autofree char *id = g_strdup (jipyo_alerts_set (alerts, &rule));
  gboolean listed, watched;

  put_quote (session, "upbit:KRW-OLD");
  put_quote (session, "bithumb:KRW-OLD");
  put_quote (session, "coinone:KRW-OLD");
  g_signal_emit_by_name (feed, "renamed", "upbit:KRW-OLD", "upbit:KRW-NEW");
  g_assert_cmpstr (jipyo_alerts_find (alerts, id)->subject, ==, "KRW-OLD");
  g_assert_null (jipyo_session_describe_rename (session, &listed, &watched));
  jipyo_quote_board_set_listing (jipyo_session_get_board (session), "upbit:KRW-OLD",
                                 JIPYO_LISTING_DELISTED);
  g_signal_emit_by_name (feed, "renamed", "bithumb:KRW-OLD", "bithumb:KRW-NEW");
  g_assert_cmpstr (jipyo_alerts_find (alerts, id)->subject, ==, "KRW-NEW");
  g_autofree char *told = jipyo_session_describe_rename (session, &listed, &watched);
  g_assert_cmpstr (told, ==, "bithumb:KRW-OLD → KRW-NEW");
  g_assert_true (watched && !listed);
  const GPtrArray *codes = jipyo_new_codes_get_all (jipyo_session_get_new_codes (session));
  g_assert_cmpint (jipyo_new_code_find_next (codes, "upbit:KRW-OLD")->until_us, ==, NOON_US - 5);
  jipyo_session_take_rename_back (session);
  g_assert_cmpstr (jipyo_alerts_find (alerts, id)->subject, ==, "KRW-OLD");
  g_signal_emit_by_name (feed, "renamed", "bithumb:KRW-OLD", "bithumb:KRW-NEW");
  g_assert_cmpstr (jipyo_alerts_find (alerts, id)->subject, ==, "KRW-OLD");
  jipyo_alerts_remove (alerts, id);
}

static void
code_changed_cb (GString *text, const char *from, const char *to)
{
  g_string_append_printf (text, "%s>%s ", strchr (from, '-'), strchr (to, '-'));
}

/* Of several new codes each can be taken back, the last one first, with the alerts that follow it;
 * a page that is open hears of both, once. */
static void
test_several_renamed (void)
{
  static const char *const coins[] = { "upbit:KRW-ONE", "upbit:KRW-TWO" };
  static const char *const codes[] = { "upbit:KRW-UNO", "upbit:KRW-DUE" };
  g_autoptr (JipyoSession) session = open_session (NULL, NULL);
  const JipyoFeedOptions options = { 0 };
  g_autoptr (JipyoFeedSupervisor) feed =
               jipyo_session_follow_renames (session, jipyo_feed_supervisor_new (&options));
  JipyoAlerts *alerts = jipyo_session_get_alerts (session);
  g_autoptr (GString) heard = g_string_new (NULL);
  gboolean listed, watched;

  g_signal_connect_swapped (session, "code-changed", G_CALLBACK (code_changed_cb), heard);
  for (guint i = 0; i < G_N_ELEMENTS (coins); i++) {
    add_alert (session, JIPYO_ALERT_PRICE, coins[i]);
    g_assert_true (jipyo_watchlist_add (jipyo_session_get_watchlist (session), coins[i]));
    for (int j = 0; j < 2; j++) /* with each list */
      g_signal_emit_by_name (feed, "renamed", coins[i], codes[i]);
  }
  g_assert_cmpstr (heard->str, ==, "-ONE>-UNO -TWO>-DUE ");
  for (guint i = G_N_ELEMENTS (coins); i > 0; i--) {
    g_autofree char *told = jipyo_session_describe_rename (session, &listed, &watched);
    const JipyoAlertRule *rule = g_ptr_array_index (jipyo_alerts_get_rules (alerts), i - 1);

    g_assert_true (g_str_has_prefix (told, coins[i - 1]));
    g_assert_true (listed && watched);
    g_assert_cmpstr (rule->subject, ==, codes[i - 1]);
    jipyo_session_take_rename_back (session);
    rule = g_ptr_array_index (jipyo_alerts_get_rules (alerts), i - 1);
    g_assert_cmpstr (rule->subject, ==, coins[i - 1]);
    g_assert_true (jipyo_watchlist_has (jipyo_session_get_watchlist (session), coins[i - 1]));
  }
  g_assert_null (jipyo_session_describe_rename (session, &listed, &watched));
  g_assert_cmpstr (heard->str, ==, "-ONE>-UNO -TWO>-DUE -DUE>-TWO -UNO>-ONE ");
  for (guint i = 0; i < G_N_ELEMENTS (coins); i++)
    jipyo_watchlist_remove (jipyo_session_get_watchlist (session), coins[i]);
  while (jipyo_alerts_get_rules (alerts)->len > 0)
    jipyo_alerts_remove (alerts,
                         ((JipyoAlertRule *) jipyo_alerts_get_rules (alerts)->pdata[0])->id);
  while (jipyo_alerts_is_saving (alerts))
    g_main_context_iteration (NULL, TRUE);
}

/* Names that were damaged while the feed ran are told before the next one begins them anew, and put
 * aside. */
static void
test_names_damaged (void)
{
  JipyoSessionOptions options = { .lang = JIPYO_LANG_EN, .now_us = NOON_US, .offline = TRUE };
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "jipyo", "names.json", NULL);
  g_autoptr (JipyoSession) session = jipyo_session_new (&options, NULL);

  jipyo_session_start_feed (session);
  g_assert_null (jipyo_session_get_notice (session));
  g_assert_true (g_file_set_contents (path, "{", -1, NULL));
  g_signal_emit_by_name (session->feed, "link-changed");
  g_assert_nonnull (jipyo_session_get_notice (session));
  g_assert_nonnull (strstr (jipyo_session_get_notice (session), "names.json"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  jipyo_session_stop_feed (session);
}

/* A venue gives a coin a new code and counts a thousand of the old as one: no price has moved, and
 * an alert that waits for a level of the old unit is turned off, once, and the log says so. */
static void
test_other_unit (void)
{
  g_autoptr (JipyoSession) session = open_session (NULL, NULL);
  const JipyoFeedOptions options = { 0 };
  g_autoptr (JipyoFeedSupervisor) feed =
               jipyo_session_follow_renames (session, jipyo_feed_supervisor_new (&options));
  JipyoAlerts *alerts = jipyo_session_get_alerts (session);
  const JipyoAlertRule rule = { .kind = JIPYO_ALERT_PRICE,
                                .subject = (char *) "upbit:KRW-SMALL",
                                .level = jipyo_decimal_from_int (1000) };
  g_autofree char *id = g_strdup (jipyo_alerts_set (alerts, &rule));
  g_autoptr (JipyoQuote) quote = jipyo_quote_new ("upbit:KRW-LARGE", "upbit");

  put_quote (session, "upbit:KRW-SMALL");
  g_signal_emit_by_name (feed, "renamed", "upbit:KRW-SMALL", "upbit:KRW-LARGE");
  quote->last = jipyo_decimal_from_int (7100);
  quote->received_us = quote->venue_time_us = NOON_US;
  for (int i = 0; i < 2; i++) {
    const JipyoQuoteBoard *board = jipyo_session_get_board (session);

    quote->received_us++;
    quote->venue_time_us++;
    jipyo_session_take_quote (session, quote);
    g_assert_cmpint (jipyo_quote_board_find (board, "upbit:KRW-LARGE")->state, ==,
                     JIPYO_QUOTE_SUSPECT);
    g_assert_cmpint (jipyo_quote_board_find (board, "upbit:KRW-LARGE")->unit_change, ==, 1000);
    g_assert_true (jipyo_alerts_find (alerts, id)->disabled == (i == 0));
    g_assert_cmpint (jipyo_alerts_find_firing (alerts, id), ==, 0);
    jipyo_alerts_set_disabled (alerts, id, FALSE); /* as a person may */
  }
  const GPtrArray *log = jipyo_alerts_get_log (alerts);
  guint n_lines = 0;
  for (guint i = 0; i < log->len; i++)
    n_lines += ((const JipyoAlertLine *) log->pdata[i])->unit_change == 1000;
  g_assert_cmpuint (n_lines, ==, 1);
  while (jipyo_alerts_is_saving (alerts))
    g_main_context_iteration (NULL, TRUE);
  g_autoptr (JipyoSession) again = open_session (NULL, NULL);
  g_assert_null (jipyo_alerts_get_problem (jipyo_session_get_alerts (again)));
  log = jipyo_alerts_get_log (jipyo_session_get_alerts (again));
  n_lines = 0;
  for (guint i = 0; i < log->len; i++)
    n_lines += ((const JipyoAlertLine *) log->pdata[i])->unit_change == 1000;
  g_assert_cmpuint (n_lines, ==, 1);
  jipyo_alerts_remove (alerts, id);
  while (jipyo_alerts_is_saving (alerts))
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/app/session/as-of", test_as_of);
  g_test_add_func ("/app/session/day-to-come", test_day_to_come);
  g_test_add_func ("/app/session/nothing-later", test_nothing_later);
  g_test_add_func ("/app/session/own-files", test_own_files);
  g_test_add_func ("/app/session/asked-file-fails", test_asked_file_fails);
  g_test_add_func ("/app/session/offline", test_offline);
  g_test_add_func ("/app/session/renamed", test_renamed);
  g_test_add_func ("/app/session/spread-renamed", test_spread_renamed);
  g_test_add_func ("/app/session/other-unit", test_other_unit);
  g_test_add_func ("/app/session/several-renamed", test_several_renamed);
  g_test_add_func ("/app/session/names-damaged", test_names_damaged);
  g_test_add_func ("/app/session/offline-told", test_offline_told);
  g_test_add_func ("/app/session/catches-up", test_catches_up);
  g_test_add_func ("/app/session/alerts-are-fed", test_alerts_are_fed);
  g_test_add_func ("/app/session/followed-baskets-are-fed", test_followed_baskets_are_fed);
  g_test_add_func ("/app/session/bad-providers", test_bad_providers);
  g_test_add_func ("/app/session/bad-codes", test_bad_codes);
  g_test_add_func ("/app/session/calendars-wait", test_calendars_wait);
  return g_test_run ();
}

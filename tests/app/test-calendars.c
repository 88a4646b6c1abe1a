/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person's own calendars over the shipped ones, and what the board makes of a session's end.
 */

#include <glib/gstdio.h>
#include <string.h>

#include "exchange.h"
#include "jipyo-calendars-format.h"
#include "jipyo-feed.h"
#include "jipyo-quote-board.h"
#include "jipyo-quotes.h"

static const char own_text[] =
  "{ \"version\": 1, \"calendar\": \"krx\",\n"
  "  \"sources\": [{ \"id\": \"me\", \"title\": { \"ko\": \"내 메모\", \"en\": \"my note\" } }],\n"
  "  \"days\": [{ \"date\": \"2026-12-01\", \"closed\": true, \"source\": \"me\",\n"
  "    \"name\": { \"ko\": \"임시공휴일\", \"en\": \"decreed holiday\" } }] }";

static gint64
at (const char *text)
{
  gint64 instant_us = 0;

  g_assert_true (jipyo_instant_parse (text, &instant_us));
  return instant_us;
}

static void
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* Only one of a day's two hours, which does not go with the usual other: 16:00 for 10:00. */
static void
test_reversed (void)
{
  static const char text[] =
    "{ \"version\": 1, \"calendar\": \"krx\",\n"
    "  \"sources\": [{ \"id\": \"me\", \"title\": { \"ko\": \"메모\", \"en\": \"note\" } }],\n"
    "  \"days\": [{ \"date\": \"2026-12-01\", \"open\": \"%s\", \"source\": \"me\",\n"
    "    \"name\": { \"ko\": \"늦은 개장\", \"en\": \"late opening\" } }] }";
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "reversed", NULL);
  g_autofree char *bad = g_strdup_printf (text, "16:00");
  g_autofree char *good = g_strdup_printf (text, "10:00");

  write_file (folder, "c.json", bad);
  g_autoptr (JipyoCalendars) wrong = jipyo_calendars_new (folder);
  g_assert_true (g_str_has_suffix (jipyo_calendars_get_notice (wrong),
                                   "c.json: on 2026-12-01 the market would close before it opens"));
  write_file (folder, "c.json", good);
  g_autoptr (JipyoCalendars) right = jipyo_calendars_new (folder);
  g_assert_null (jipyo_calendars_get_notice (right));
}

static void
test_own (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "one", NULL);
  g_autoptr (JipyoCalendars) calendars = NULL;
  const JipyoCalendar *krx;
  g_autofree char *text = NULL;

  write_file (folder, "a.json", "{ \"version\": 1, \"calendar\": 7 }");
  write_file (folder, "b.json", own_text);
  calendars = jipyo_calendars_new (folder);
  krx = jipyo_calendars_find (calendars, "krx:KOSPI");
  g_assert_false (jipyo_calendar_is_session (krx, (JipyoDate){ 2026, 12, 1 }));
  g_assert_false (jipyo_calendar_is_session (krx, (JipyoDate){ 2026, 12, 25 }));
  g_assert_true (jipyo_calendar_is_session (krx, (JipyoDate){ 2026, 12, 2 }));
  g_assert_nonnull (strstr (jipyo_calendars_get_notice (calendars), "a.json:1:"));
  g_assert_null (jipyo_calendars_find (calendars, "upbit:KRW-BTC"));
  text = jipyo_calendars_format_text (calendars, at ("2026-12-01T03:00:00Z"), JIPYO_LANG_EN);
  g_assert_nonnull (strstr (text, "closed, until 2026-12-02 08:30 KST · decreed holiday"));
  g_assert_nonnull (strstr (text, "2026-12-01  closed  decreed holiday — my note"));
}

/* C6: warned a month before the calendar ends. */
static void
test_expiry (void)
{
  g_autoptr (JipyoCalendars) calendars = jipyo_calendars_new ("/nonexistent");
  const JipyoCalendar *krx = jipyo_calendars_find (calendars, "krx");
  g_autofree char *early =
    jipyo_calendar_format_expiry (krx, at ("2027-11-30T00:00:00Z"), JIPYO_LANG_EN);
  g_autofree char *late =
    jipyo_calendar_format_expiry (krx, at ("2027-12-05T00:00:00Z"), JIPYO_LANG_EN);

  g_assert_null (jipyo_calendars_get_notice (calendars));
  g_assert_null (early);
  g_assert_cmpstr (late, ==, "krx: the calendar knows 2026-11-20/2027-12-31 only");
}

static JipyoQuoteState
state_of (const JipyoQuoteBoard *board)
{
  const JipyoQuote *first = g_ptr_array_index (jipyo_quote_board_get_quotes (board), 0);

  return first->state;
}

/* Closed on Friday, the network gone: on Monday it is not closed but old. */
static void
test_board (void)
{
  g_autoptr (JipyoQuoteBoard) board = jipyo_quote_board_new ();
  g_autoptr (JipyoQuote) quote = jipyo_quote_new ("krx:KOSPI", "naver");

  quote->state = JIPYO_QUOTE_CLOSED;
  quote->received_us = at ("2026-11-27T08:00:00Z");
  quote->venue_time_us = at ("2026-11-27T06:30:00Z");
  jipyo_quote_board_put (board, quote);
  g_assert_false (jipyo_quote_board_age (board, at ("2026-11-29T12:00:00Z")));
  g_assert_cmpint (state_of (board), ==, JIPYO_QUOTE_CLOSED);
  g_assert_true (jipyo_quote_board_age (board, at ("2026-11-30T00:30:00Z")));
  g_assert_cmpint (state_of (board), ==, JIPYO_QUOTE_STALE);
}

#define INDEX(status)                                                                              \
  "{\"datas\":[{\"itemCode\":\"KOSPI\",\"closePrice\":\"1,000.00\",\"marketStatus\":\"" status     \
  "\","                                                                                            \
  "\"localTradedAt\":\"2026-12-25T10:59:58+09:00\"}]}"

static const char yahoo_body[] =
  "{\"chart\":{\"result\":[{\"meta\":{\"currency\":\"KRW\",\"symbol\":\"^KS11\","
  "\"regularMarketPrice\":1000.5,\"previousClose\":1000,\"regularMarketTime\":1795761000}}],"
  "\"error\":null}}";

static void
fetched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  JipyoQuotesReport **report = user_data;

  *report = jipyo_quotes_fetch_finish (result, NULL);
}

static JipyoQuotesReport *
fetch (const char *provider, const char *body, const char *now)
{
  static const char *const instruments[] = { "krx:KOSPI", NULL };
  g_autoptr (Exchange) exchange = exchange_new (0, NULL);
  g_autofree char *endpoint = exchange_format_endpoint (exchange, provider);
  const char *endpoints[] = { endpoint, NULL };
  const char *providers[] = { provider, NULL };
  JipyoQuotesOrder order = {
    .instruments = instruments, .endpoints = endpoints, .providers = providers, .now_us = at (now)
  };
  JipyoQuotesReport *report = NULL;

  exchange_set_body (exchange, body);
  jipyo_quotes_fetch_async (&order, NULL, fetched_cb, &report);
  while (report == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (report->quotes->len, ==, 1);
  return report;
}

/* Feature 17: an exchange that trades at Christmas. */
static void
test_doubt (void)
{
  g_autoptr (JipyoQuotesReport) report =
               fetch ("naver", INDEX ("OPEN"), "2026-12-25T11:00:00+09:00");
  g_autofree char *doubt = jipyo_quotes_report_format_doubt (report, JIPYO_LANG_EN);

  g_assert_cmpstr (doubt, ==, "krx: the calendar says closed, yet prices move");
}

/* Yahoo says nothing of sessions; on a Saturday its price of Friday is no stale one. */
static void
test_provider_without_sessions (void)
{
  g_autoptr (JipyoQuotesReport) report = fetch ("yahoo", yahoo_body, "2026-11-28T18:00:00+09:00");
  const JipyoQuote *quote = g_ptr_array_index (report->quotes, 0);

  g_assert_cmpint (quote->venue_time_us, ==, at ("2026-11-27T15:30:00+09:00"));
  g_assert_cmpint (quote->state, ==, JIPYO_QUOTE_CLOSED);
  g_assert_cmpint (report->doubt, ==, JIPYO_DOUBT_NONE);
}

static void
line_made_cb (JipyoFeedLineKind kind, const char *line, gpointer user_data)
{
  char **first = user_data;

  if (kind == JIPYO_FEED_LINE_QUOTE && *first == NULL)
    *first = g_strdup (line);
}

static void
test_feed (void)
{
  static const char *const instruments[] = { "krx:KOSPI", NULL };
  static const char *const providers[] = { "yahoo", NULL };
  g_autoptr (Exchange) exchange = exchange_new (0, NULL);
  g_autofree char *endpoint = exchange_format_endpoint (exchange, "yahoo");
  const char *endpoints[] = { endpoint, NULL };
  JipyoQuotesOrder order = { .instruments = instruments,
                             .endpoints = endpoints,
                             .providers = providers,
                             .now_us = at ("2026-11-28T18:00:00+09:00") };
  g_autofree char *line = NULL;
  g_autoptr (JipyoFeed) feed = NULL;

  exchange_set_body (exchange, yahoo_body);
  feed = jipyo_feed_new (&order, line_made_cb, &line, NULL);
  while (line == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (line, "\"state\":\"closed\""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/app/calendars/own", test_own);
  g_test_add_func ("/app/calendars/reversed", test_reversed);
  g_test_add_func ("/app/calendars/expiry", test_expiry);
  g_test_add_func ("/app/calendars/board", test_board);
  g_test_add_func ("/app/calendars/doubt", test_doubt);
  g_test_add_func ("/app/calendars/provider-without-sessions", test_provider_without_sessions);
  g_test_add_func ("/app/calendars/feed", test_feed);
  return g_test_run ();
}

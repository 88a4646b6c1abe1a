/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "jipyo-basket-quote.h"
#include "jipyo-date.h"

#include <math.h>
#include <string.h>

static const gint64 DAY_MS = 86400000;
enum { N_SESSIONS = 160, EVENT = 130 };
static const char *const EVENT_DAY = "2026-07-01";

/* Five days of seven; the event's is a Wednesday. */
static gint64
day_of (int session)
{
  const int weeks_start = jipyo_date_first_day (fixture_date (EVENT_DAY)) - 2;
  const int from_week = session - EVENT + 2;

  return weeks_start + (from_week + 500) / 5 * 7 - 700 + (from_week + 500) % 5;
}

/* Numbers that look like noise, the same on each machine. */
static double
noise (guint *state)
{
  *state = *state * 1664525u + 1013904223u;
  return (*state >> 8) / (double) (1 << 24) - 0.5;
}

typedef struct {
  const char *instrument;
  double own;  /* noise beside the market's */
  double jump; /* on the event's day */
  guint seed;
} Share;

static void
add_share (GPtrArray *pasts, const Share *share)
{
  JipyoCandleSeries *series = jipyo_candle_series_new (share->instrument, JIPYO_RESOLUTION_DAY);
  guint market = 1;
  guint own = share->seed;
  double price = 1e6;

  series->scale = 2;
  for (int i = 0; i < N_SESSIONS; i++) {
    const gint64 digits = llround (price);
    const JipyoCandle candle = { day_of (i) * DAY_MS, digits, digits, digits, digits, 5 };

    g_array_append_val (series->candles, candle);
    price *=
      exp (0.03 * noise (&market) + share->own * noise (&own) + (i + 1 == EVENT ? share->jump : 0));
  }
  g_ptr_array_add (pasts, series);
}

static void
add_member (JipyoLedger *ledger, const char *team, const char *id, const char *code)
{
  JipyoOrganisation *organisation = g_new0 (JipyoOrganisation, 1);
  JipyoMember *member = g_new0 (JipyoMember, 1);
  const GPtrArray *teams = jipyo_ledger_get_teams (ledger);

  organisation->id = g_strdup (id);
  organisation->name = jipyo_text_new (id, id);
  organisation->code = g_strdup (code);
  organisation->market = code != NULL ? g_strdup ("KOSPI") : NULL;
  jipyo_ledger_take_organisation (ledger, organisation);
  member->organisation = g_strdup (id);
  member->joined = member->published = fixture_date ("2026-06-01");
  for (guint i = 0; i < teams->len; i++) {
    JipyoTeam *found = g_ptr_array_index (teams, i);
    if (strcmp (found->id, team) == 0)
      g_ptr_array_add (found->members, member);
  }
}

static void
add_decision (JipyoLedger *ledger, const char *id, const char *team, const char *day)
{
  JipyoEvent *event = fixture_add_event (ledger, id, JIPYO_EVENT_SELECTED, day);

  event->team = g_strdup (team);
}

/* Team "moved" of two, of whom one jumps by a tenth; team "still" of one; "none" without. */
static void
fixture_prepare (Fixture *fixture, const char *as_of)
{
  static const Share shares[] = {
    { "krx:KOSPI", 0, 0, 2 },
    { "krx:000001", 0.02, 0.1, 3 },
    { "krx:000002", 0.02, 0, 4 },
    { "krx:000003", 0.02, 0, 5 },
  };

  fixture_init (fixture, as_of);
  fixture_add_team (fixture->whole, "moved");
  fixture_add_team (fixture->whole, "still");
  fixture_add_team (fixture->whole, "none");
  add_member (fixture->whole, "moved", "one", "000001");
  add_member (fixture->whole, "moved", "two", "000002");
  add_member (fixture->whole, "still", "three", "000003");
  add_member (fixture->whole, "none", "school", NULL);
  add_decision (fixture->whole, "moved-in", "moved", EVENT_DAY);
  add_decision (fixture->whole, "still-in", "still", EVENT_DAY);
  fixture->pasts = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_candle_series_free);
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    add_share (fixture->pasts, &shares[i]);
}

static double
get_close (const Fixture *fixture, guint share, int session)
{
  const JipyoCandleSeries *series = g_ptr_array_index (fixture->pasts, share);

  return (double) g_array_index (series->candles, JipyoCandle, session).close;
}

static double
get_value (const JipyoView *view, guint row, const char *column)
{
  const JipyoCell *cell = jipyo_table_peek (view->table, row, column);

  g_assert_nonnull (cell);
  g_assert_nonnull (cell->value);
  return g_ascii_strtod (cell->value, NULL);
}

static const JipyoPlot *
get_plot (const JipyoView *view, guint n)
{
  g_assert_cmpuint (view->sheet->plots->len, >, n);
  return g_ptr_array_index (view->sheet->plots, n);
}

static const JipyoGridCell *
get_change_cell (const JipyoView *view, guint row)
{
  const guint column = 4;

  return &g_array_index ((GArray *) g_ptr_array_index (view->sheet->grid->rows, row), JipyoGridCell,
                         column);
}

static void
test_members (void)
{
  Fixture fixture;

  fixture_prepare (&fixture, "2026-08-30");
  add_decision (fixture.whole, "none-in", "none", EVENT_DAY);
  fixture.quotes = fixture_new_quotes ();
  JipyoQuote *quote = fixture_add_quote (fixture.quotes, "krx:000002", "51000", 4);
  quote->change = fixture_decimal ("-300");
  quote->has_change = TRUE;
  fixture.as_of = "2026-11-23";
  JipyoView *view = fixture_build (&fixture, "market-shares");

  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 3);
  fixture_assert_code (view, 0, "organisation", "one");
  fixture_assert_value (view, 0, "weight", "50");
  fixture_assert_value (view, 2, "weight", "100");
  fixture_assert_text (view, 0, "state", "no quote received");
  fixture_assert_value (view, 1, "last", "51000");
  fixture_assert_code (view, 1, "state", "live");
  fixture_assert_text (view, 1, "age", "4 s ago");
  /* Of a closed market when the price is from, not when it was heard that it is closed. */
  quote->state = JIPYO_QUOTE_CLOSED;
  g_assert_true (jipyo_instant_parse ("2026-11-20T06:30:00Z", &quote->venue_time_us));
  view = fixture_build (&fixture, "market-shares");
  fixture_assert_text (view, 1, "age", "2026-11-20");
  quote->state = JIPYO_QUOTE_LIVE;
  quote->venue_time_us = quote->received_us;
  view = fixture_build (&fixture, "market-shares");
  fixture_assert_code (view, 1, "basket", "in");
  g_assert_nonnull (strstr (view->sheet->subtitle, "none"));

  /* A fall is coloured, opens its source, and pales when it is not of now. */
  const JipyoGridCell *change = get_change_cell (view, 1);
  g_assert_cmpstr (change->text, ==, "▼300");
  g_assert_cmpint (change->direction, ==, -1);
  g_assert_cmpstr (change->claim, ==, "krx:000002");
  g_assert_false (change->muted);
  quote->state = JIPYO_QUOTE_STALE;
  view = fixture_build (&fixture, "market-shares");
  g_assert_true (get_change_cell (view, 1)->muted);
  g_assert_cmpint (get_change_cell (view, 0)->direction, ==, 0);
  g_assert_false (get_change_cell (view, 1)->doubtful);
  /* What is not believed is more than pale, as is the word for it. */
  quote->state = JIPYO_QUOTE_SUSPECT;
  view = fixture_build (&fixture, "market-shares");
  g_assert_true (get_change_cell (view, 1)->doubtful);
  g_assert_false (get_change_cell (view, 0)->doubtful);
  g_assert_true (jipyo_table_peek (view->table, 1, "state")->doubtful);
  fixture_clear (&fixture);
}

/* The day before the first decision is 100, and the last session's figure is what two prices make.
 */
static void
test_baskets (void)
{
  Fixture fixture;
  const int base = EVENT - 1;
  const int last = N_SESSIONS - 1;

  fixture_prepare (&fixture, "2026-11-23");
  fixture_set_option (&fixture, "show", "baskets");
  JipyoView *view = fixture_build (&fixture, "market-shares");
  const guint row = fixture_find_row (view, "team", "moved");
  const double expected = 50 * get_close (&fixture, 1, last) / get_close (&fixture, 1, base)
                          + 50 * get_close (&fixture, 2, last) / get_close (&fixture, 2, base);

  fixture_assert_text (view, row, "base", "2026-06-30");
  fixture_assert_text (view, row, "weights", "one 50 %, two 50 %");
  g_assert_cmpfloat_with_epsilon (get_value (view, row, "index"), expected, 0.006);
  g_assert_cmpfloat_with_epsilon (
    get_value (view, row, "market-index"),
    100 * get_close (&fixture, 0, last) / get_close (&fixture, 0, base), 0.006);
  fixture_assert_value (view, row, "sessions", "31");
  fixture_assert_value (view, row, "missing", "0");
  /* The market, both baskets, the mark of the decision and the line at 100. */
  g_assert_cmpuint (get_plot (view, 0)->series->len, ==, 3);
  g_assert_cmpuint (get_plot (view, 0)->annotations->len, ==, 2);
  fixture_clear (&fixture);
}

/* The last ones. */
static void
drop_closes (Fixture *fixture, guint share, guint n)
{
  JipyoCandleSeries *series = g_ptr_array_index (fixture->pasts, share);

  g_array_set_size (series->candles, series->candles->len - n);
}

/* The highest of a day that all have; one that ended long ago is named as left out. */
static void
test_highest (void)
{
  Fixture fixture;
  const char *const days[] = { "2026-08-11", "2026-08-10" };

  fixture_prepare (&fixture, "2026-11-23");
  fixture_set_option (&fixture, "show", "baskets");
  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    JipyoView *view = fixture_build (&fixture, "market-shares");
    g_autofree char *en = g_strdup_printf ("At the close of %s the highest basket is ", days[i]);
    g_autofree char *ko = g_strdup_printf ("2026-06-30을 100으로 할 때 %s 종가로 ", days[i]);

    g_assert_true (g_str_has_prefix (view->sentence.en, en));
    g_assert_true (g_str_has_prefix (view->sentence.ko, ko));
    g_assert_null (strstr (view->sentence.en, "left out"));
    drop_closes (&fixture, 3, 1);
  }
  drop_closes (&fixture, 3, 10);
  JipyoView *view = fixture_build (&fixture, "market-shares");
  g_assert_true (g_str_has_prefix (view->sentence.en, "At the close of 2026-08-11 "
                                                      "the highest basket is moved’s at "));
  g_assert_true (g_str_has_suffix (view->sentence.en, "; left out, without a value then: still"));
  g_assert_true (g_str_has_suffix (view->sentence.ko, "; 그날 값이 없어 빠진 팀: still"));
  fixture_set_option (&fixture, "base", "2026-08-11");
  view = fixture_build (&fixture, "market-shares");
  g_assert_true (g_str_has_prefix (view->sentence.en, "On the base day, 2026-08-11, all baskets"));
  fixture_clear (&fixture);
}

/* The units of the base day with the newest prices; as good as the worst of them, as old as the
 * oldest. */
static void
test_quote (void)
{
  Fixture fixture;

  fixture_prepare (&fixture, "2026-11-23");
  fixture.quotes = fixture_new_quotes ();
  fixture_build (&fixture, "market-shares");
  const JipyoViewContext context = { .ledger = fixture.reading,
                                     .pasts = fixture.pasts,
                                     .as_of = fixture_date ("2026-11-23"),
                                     .now_us = FIXTURE_NOW_US };
  g_autoptr (JipyoTeamShares) shares = jipyo_team_shares_new (&context, NULL);
  const JipyoTeamBasket *moved = g_ptr_array_index (shares->baskets, 0);
  JipyoQuote *one = fixture_add_quote (fixture.quotes, "krx:000001", "20000", 4);
  g_assert_null (jipyo_basket_quote_new (moved, fixture.quotes));

  JipyoQuote *two = fixture_add_quote (fixture.quotes, "krx:000002", "10000", 20);
  two->state = JIPYO_QUOTE_LATE;
  g_autoptr (JipyoQuote) quote = jipyo_basket_quote_new (moved, fixture.quotes);
  const double units[] = { 5000 / get_close (&fixture, 1, EVENT - 1),
                           5000 / get_close (&fixture, 2, EVENT - 1) };
  g_assert_cmpstr (quote->instrument, ==, "basket:moved");
  g_assert_cmpfloat_with_epsilon (jipyo_decimal_to_double (quote->last),
                                  units[0] * 20000 + units[1] * 10000, 0.006);
  g_assert_cmpint (quote->state, ==, JIPYO_QUOTE_LATE);
  g_assert_cmpint (quote->received_us, ==, two->received_us);
  g_assert_false (quote->has_change);

  one->has_change = two->has_change = TRUE;
  one->basis = two->basis = JIPYO_BASIS_PREVIOUS_SESSION;
  one->change = fixture_decimal ("1000");
  g_autoptr (JipyoQuote) changed = jipyo_basket_quote_new (moved, fixture.quotes);
  g_assert_cmpfloat_with_epsilon (jipyo_decimal_to_double (changed->change), units[0] * 1000,
                                  0.011);
  g_autoptr (GArray) closes = jipyo_basket_quote_list_closes (moved, 3);
  g_assert_cmpuint (closes->len, ==, 3);
  g_assert_cmpfloat_with_epsilon (g_array_index (closes, double, 2),
                                  units[0] / 100 * get_close (&fixture, 1, N_SESSIONS - 1)
                                    + units[1] / 100 * get_close (&fixture, 2, N_SESSIONS - 1),
                                  1e-6);
  fixture_clear (&fixture);
}

static void
test_weights (void)
{
  Fixture fixture;

  fixture_prepare (&fixture, "2026-11-23");
  fixture_set_option (&fixture, "show", "baskets");
  fixture_set_option (&fixture, "weights", "one:3,000002:1");
  fixture_set_option (&fixture, "base", "2026-06-28");
  JipyoView *view = fixture_build (&fixture, "market-shares");
  fixture_assert_text (view, 0, "weights", "one 75 %, two 25 %");
  /* A Sunday: the session before it, and said to be. */
  fixture_assert_text (view, 0, "base", "2026-06-26");
  g_assert_nonnull (
    strstr (view->sentence.en, "from 100 on 2026-06-26 (the last session kept by 2026-06-28)"));
  g_assert_nonnull (
    strstr (view->sentence.ko, "2026-06-26(2026-06-28까지 보관된 마지막 거래일)을 100"));

  static const char *const wrong[][2] = {
    { "weights", "one" },
    { "weights", "one:-1" },
    { "weights", "one:x" },
    { "weights", "four:1" },
    { "weights", "one:1,,two:1" },
    { "base", "2026-06" },
    { "base", "soon" },
    { "base", "2026-11-24" },
    { "base", "2025-01-01" },
    { "event", "another" },
    { "show", "all" },
    { "window", "3" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_hash_table_remove_all (fixture.options);
    fixture_set_option (&fixture, wrong[i][0], wrong[i][1]);
    fixture_expect_error (&fixture, "market-shares", JIPYO_VIEW_ERROR_OPTION);
  }
  fixture_clear (&fixture);
}

/* What was put in is found in the one team, and in the other nothing. */
static void
test_events (void)
{
  Fixture fixture;

  fixture_prepare (&fixture, "2026-11-23");
  fixture_set_option (&fixture, "show", "events");
  JipyoView *view = fixture_build (&fixture, "market-shares");

  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 6);
  fixture_assert_code (view, 0, "team", "moved");
  fixture_assert_code (view, 0, "window", "1");
  fixture_assert_text (view, 0, "session", EVENT_DAY);
  fixture_assert_code (view, 0, "finding", "stands-out");
  g_assert_cmpfloat_with_epsilon (get_value (view, 0, "car"), 5, 2);
  g_assert_cmpfloat (get_value (view, 0, "low"), >, 0);
  fixture_assert_value (view, 0, "returns", "110");
  fixture_assert_value (view, 0, "tests", "6");
  fixture_assert_code (view, 1, "team", "still");
  fixture_assert_code (view, 1, "finding", "not-told-apart");
  g_assert_cmpfloat (get_value (view, 1, "low"), <, 0);
  g_assert_cmpfloat (get_value (view, 1, "high"), >, 0);
  g_assert_cmpstr (view->sentence.en, ==,
                   "Of 2 tests 1 stands out from noise; one by one 1 would, and 0.1 by chance");
  /* Both bands, and the course of one: its band and its line. */
  g_assert_cmpuint (((JipyoPlotSeries *) get_plot (view, 0)->series->pdata[0])->data->len, ==, 2);
  g_assert_cmpuint (get_plot (view, 1)->series->len, ==, 2);
  fixture_clear (&fixture);
}

/* On its own day nobody knows what comes after: the windows are not over, and the price of the
 * sessions to come is in nothing that is shown. */
static void
test_as_of (void)
{
  Fixture fixture;

  fixture_prepare (&fixture, EVENT_DAY);
  fixture_set_option (&fixture, "show", "events");
  JipyoView *view = fixture_build (&fixture, "market-shares");
  fixture_assert_code (view, 0, "finding", "unfinished");
  fixture_assert_value (view, 0, "car", NULL);

  fixture_set_option (&fixture, "show", "series");
  view = fixture_build (&fixture, "market-shares");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 2);
  fixture_assert_value (view, 0, "moved", "100");
  fixture_assert_text (view, 1, "day", EVENT_DAY);
  fixture_clear (&fixture);
}

/* A team that was not known on a day is not spoken of. */
/* A member by itself: the studies of its team's decisions, of its price alone. */
static void
test_member (void)
{
  Fixture fixture;

  fixture_prepare (&fixture, "2026-11-23");
  fixture_set_option (&fixture, "show", "events");
  fixture_set_option (&fixture, "member", "one");
  JipyoView *view = fixture_build (&fixture, "market-shares");
  for (guint i = 0; i < jipyo_table_get_n_rows (view->table); i++)
    fixture_assert_text (view, i, "weights", "one 100 %");
  fixture_assert_code (view, 0, "finding", "stands-out");
  fixture_set_option (&fixture, "member", "000002");
  view = fixture_build (&fixture, "market-shares");
  fixture_assert_text (view, 0, "weights", "two 100 %");
  fixture_assert_code (view, 0, "finding", "not-told-apart");
  fixture_set_option (&fixture, "member", "four");
  fixture_expect_error (&fixture, "market-shares", JIPYO_VIEW_ERROR_OPTION);
  fixture_clear (&fixture);
}

static void
test_unknown_team (void)
{
  Fixture fixture;

  fixture_prepare (&fixture, "2026-06-01");
  add_decision (fixture.whole, "none-in", "none", EVENT_DAY);
  JipyoView *view = fixture_build (&fixture, "market-shares");
  g_assert_null (strstr (view->sheet->subtitle, "none"));
  fixture_clear (&fixture);
}

/* The clock stands at noon of a session: its price is no close yet. */
static void
test_session_not_over (void)
{
  Fixture fixture;

  fixture_prepare (&fixture, "2026-11-23");
  for (guint i = 0; i < fixture.pasts->len; i++) {
    JipyoCandleSeries *series = g_ptr_array_index (fixture.pasts, i);
    const JipyoCandle today = { FIXTURE_NOW_US / 1000 / DAY_MS * DAY_MS, 9, 9, 9, 9, 5 };

    g_array_append_val (series->candles, today);
  }
  fixture_set_option (&fixture, "show", "series");
  JipyoView *view = fixture_build (&fixture, "market-shares");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, 31);
  fixture_clear (&fixture);
}

static void
test_near (void)
{
  Fixture fixture;

  fixture_prepare (&fixture, "2026-11-23");
  fixture_add_event (fixture.whole, "call", JIPYO_EVENT_CALL, "2026-07-04");
  add_decision (fixture.whole, "moved-again", "moved", "2026-07-13");
  fixture_set_option (&fixture, "show", "events");
  JipyoView *view = fixture_build (&fixture, "market-shares");
  static const char *const near[] = { "0", "0", "1", "1", "2", "2" };
  const guint rows[] = { 0, 1, 3, 4, 6, 7 };
  /* "moved-in", "moved-again" of each window: the call's Saturday is Monday, three sessions on. */
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    fixture_assert_value (view, rows[i], "near", near[i]);
  fixture_set_option (&fixture, "events", "all");
  view = fixture_build (&fixture, "market-shares");
  g_assert_cmpuint (jipyo_table_get_n_rows (view->table), ==, (3 + 2) * 3);
  fixture_set_option (&fixture, "event", "call");
  fixture_set_option (&fixture, "window", "5");
  view = fixture_build (&fixture, "market-shares");
  fixture_assert_code (view, 0, "window", "5");
  const guint row = fixture_find_row (view, "event", "call");
  fixture_assert_text (view, row, "date", "2026-07-04");
  fixture_assert_text (view, row, "session", "2026-07-06");
  fixture_clear (&fixture);
}

/* A team's profile has its basket, where there is one. */
static void
test_profile (void)
{
  Fixture fixture;

  fixture_prepare (&fixture, "2026-11-23");
  add_decision (fixture.whole, "none-in", "none", EVENT_DAY);
  JipyoView *view = fixture_build (&fixture, "team:moved");
  g_assert_cmpuint (view->sheet->plots->len, ==, 1);
  g_assert_cmpuint (get_plot (view, 0)->series->len, ==, 2);
  g_assert_cmpstr (get_plot (view, 0)->subtitle, ==, "one 50 %, two 50 %");
  view = fixture_build (&fixture, "team:none");
  g_assert_cmpuint (view->sheet->plots->len, ==, 0);
  fixture_clear (&fixture);
}

static void
test_without_history (void)
{
  Fixture fixture;

  fixture_prepare (&fixture, "2026-11-23");
  g_ptr_array_set_size (fixture.pasts, 0);
  JipyoView *view = fixture_build (&fixture, "market-shares");
  g_assert_cmpuint (view->sheet->plots->len, ==, 1);
  g_assert_cmpuint (get_plot (view, 0)->series->len, ==, 0);
  g_assert_nonnull (strstr (get_plot (view, 0)->empty, "no KOSPI, 0 of 3"));
  g_assert_nonnull (strstr (get_plot (view, 0)->empty, "jipyo import"));
  g_assert_nonnull (strstr (get_plot (view, 0)->empty, "jipyo backfill"));
  fixture_assert_code (view, 0, "basket", "no-history");
  fixture_assert_value (view, 0, "weight", "50");
  fixture_set_option (&fixture, "show", "events");
  view = fixture_build (&fixture, "market-shares");
  fixture_assert_code (view, 0, "finding", "no-session");

  g_clear_pointer (&fixture.pasts, g_ptr_array_unref);
  fixture_set_option (&fixture, "show", "baskets");
  view = fixture_build (&fixture, "market-shares");
  g_assert_nonnull (strstr (get_plot (view, 0)->empty, "Not all daily closes"));
  fixture_clear (&fixture);

  fixture_prepare (&fixture, "2026-11-23");
  g_ptr_array_set_size (fixture.pasts, 1);
  view = fixture_build (&fixture, "market-shares");
  g_assert_nonnull (strstr (get_plot (view, 0)->empty, "kept: KOSPI, 0 of 3"));
  fixture_clear (&fixture);

  fixture_init (&fixture, "2026-11-23");
  view = fixture_build (&fixture, "market-shares");
  g_assert_nonnull (strstr (view->sentence.en, "No listed member"));
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/market-shares/members", test_members);
  g_test_add_func ("/views/market-shares/baskets", test_baskets);
  g_test_add_func ("/views/market-shares/highest", test_highest);
  g_test_add_func ("/views/market-shares/quote", test_quote);
  g_test_add_func ("/views/market-shares/weights", test_weights);
  g_test_add_func ("/views/market-shares/member", test_member);
  g_test_add_func ("/views/market-shares/events", test_events);
  g_test_add_func ("/views/market-shares/as-of", test_as_of);
  g_test_add_func ("/views/market-shares/unknown-team", test_unknown_team);
  g_test_add_func ("/views/market-shares/session-not-over", test_session_not_over);
  g_test_add_func ("/views/market-shares/near", test_near);
  g_test_add_func ("/views/market-shares/profile", test_profile);
  g_test_add_func ("/views/market-shares/without-history", test_without_history);
  return g_test_run ();
}

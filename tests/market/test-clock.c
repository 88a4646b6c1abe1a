/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * C1: exchanges whose clocks are all ahead of this machine's, which is how a clock that is slow
 * looks from inside. C7: some of them alone are.
 */

#include "client-fixture.h"
#include "exchange.h"

enum { N_VENUES = 4 };

static const char *const venues[] = { "upbit", "bithumb", "coinone", "naver" };
static const char *const instruments[] = { "upbit:KRW-BTC", "bithumb:KRW-BTC", "coinone:KRW-BTC",
                                           "krx:KOSPI" };
static const gint64 SLOW_S = 7 * 60;

typedef struct {
  Exchange *exchanges[N_VENUES];
  JipyoClient *client;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) endpoints = g_new0 (char *, N_VENUES + 1);

  for (guint i = 0; i < N_VENUES; i++) {
    fixture->exchanges[i] = exchange_new (0, NULL);
    exchange_set_script (fixture->exchanges[i], "live");
    exchange_set_clock (fixture->exchanges[i], SLOW_S * 1000);
    endpoints[i] = exchange_format_endpoint (fixture->exchanges[i], venues[i]);
  }
  fixture->client = client_new_with ((const char *const *) endpoints, 1);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->client);
  for (guint i = 0; i < N_VENUES; i++)
    exchange_free (fixture->exchanges[i]);
}

static JipyoRefresh *
ask (Fixture *fixture, guint venue)
{
  JipyoRefresh *refresh = client_refresh_one (fixture->client, venues[venue], instruments[venue]);

  g_assert_cmpuint (refresh->quotes->len, ==, 1);
  return refresh;
}

/* Asks the venue for bitcoin, and looks how its price is taken. */
static void
assert_taken (Fixture *fixture, guint venue, JipyoQuoteState state)
{
  g_autoptr (JipyoRefresh) refresh = ask (fixture, venue);
  const JipyoQuote *quote;

  quote = g_ptr_array_index (refresh->quotes, 0);
  g_assert_cmpstr (jipyo_quote_state_id (quote->state), ==, jipyo_quote_state_id (state));
}

static void
assert_error (Fixture *fixture, gint64 error_s)
{
  const gint64 error_us = jipyo_clock_get_error (jipyo_client_get_clock (fixture->client));
  const gint64 passed_us =
    jipyo_client_get_now (fixture->client) - g_get_real_time () + error_s * G_USEC_PER_SEC;

  g_assert_cmpint (ABS (error_us - error_s * G_USEC_PER_SEC), <, 2 * G_USEC_PER_SEC);
  g_assert_cmpint (ABS (passed_us), <, 2 * G_USEC_PER_SEC);
}

/* Nobody is believed alone; two that say the same are, and from then on prices are of now. */
static void
test_slow (Fixture *fixture, gconstpointer data)
{
  assert_taken (fixture, 0, JIPYO_QUOTE_SUSPECT);
  assert_error (fixture, 0);
  assert_taken (fixture, 1, JIPYO_QUOTE_LIVE);
  assert_error (fixture, -SLOW_S);
  assert_taken (fixture, 0, JIPYO_QUOTE_LIVE);
  assert_taken (fixture, 2, JIPYO_QUOTE_LIVE);
  assert_error (fixture, -SLOW_S);
}

/* Twenty minutes fast, which is where each price would be a frozen one. */
static void
test_fast (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < N_VENUES; i++)
    exchange_set_clock (fixture->exchanges[i], -20 * 60 * 1000);
  assert_taken (fixture, 0, JIPYO_QUOTE_STALE);
  assert_taken (fixture, 1, JIPYO_QUOTE_LIVE);
  assert_error (fixture, 20 * 60);
  assert_taken (fixture, 0, JIPYO_QUOTE_LIVE);
}

/* C7: what is ahead of the others stays suspect, whoever it is that is asked first. */
static void
test_one_liar (Fixture *fixture, gconstpointer data)
{
  exchange_set_clock (fixture->exchanges[1], 0);
  exchange_set_clock (fixture->exchanges[2], 0);
  assert_taken (fixture, 0, JIPYO_QUOTE_SUSPECT);
  assert_taken (fixture, 1, JIPYO_QUOTE_LIVE);
  assert_error (fixture, 0);
  assert_taken (fixture, 2, JIPYO_QUOTE_LIVE);
  assert_error (fixture, 0);
  assert_taken (fixture, 0, JIPYO_QUOTE_SUSPECT);
}

/* C7: two that say the same are no majority of four, even where they are in the middle. */
static void
test_no_majority (Fixture *fixture, gconstpointer data)
{
  exchange_set_clock (fixture->exchanges[0], 0);
  exchange_set_clock (fixture->exchanges[1], 2 * SLOW_S * 1000);
  for (guint i = 0; i < N_VENUES; i++) {
    g_autoptr (JipyoRefresh) refresh = ask (fixture, i);

    assert_error (fixture, 0);
  }
}

/* An answer that some cache made a date of long ago says nothing of now. */
static void
test_kept_answers (Fixture *fixture, gconstpointer data)
{
  exchange_set_script (fixture->exchanges[0], "kept-elsewhere");
  exchange_set_script (fixture->exchanges[1], "kept-elsewhere");
  assert_taken (fixture, 0, JIPYO_QUOTE_STALE);
  assert_taken (fixture, 1, JIPYO_QUOTE_STALE);
  assert_error (fixture, 0);
}

/* For pictures that must always be the same. */
static void
test_fixed (Fixture *fixture, gconstpointer data)
{
  const JipyoClock clock = { .fixed_us = 1, .epoch_us = 1 };

  g_assert_cmpint (jipyo_clock_get_now (&clock), ==, 1);
  g_assert_cmpint (jipyo_clock_get_error (&clock), ==, 0);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *name;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/market/clock/slow", test_slow },
    { "/market/clock/fast", test_fast },
    { "/market/clock/one-liar", test_one_liar },
    { "/market/clock/no-majority", test_no_majority },
    { "/market/clock/kept-answers", test_kept_answers },
    { "/market/clock/fixed", test_fixed },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows that are wrong in one field, addresses that are nobody's, prices that jump: the rules, with
 * invented figures.
 */

#include <string.h>

#include "jipyo-allowance.h"
#include "jipyo-fetch.h"
#include "jipyo-gate.h"
#include "jipyo-origin.h"
#include "jipyo-parsers.h"
#include "jipyo-provider.h"
#include "jipyo-quote-json.h"
#include "jipyo-reply.h"

enum { NOW_S = 1735776000 };
#define NOW_US (NOW_S * G_GINT64_CONSTANT (1000000))

static const char good_row[] =
  "[{\"market\":\"KRW-BTC\",\"trade_price\":120,\"prev_closing_price\":100,"
  "\"signed_change_price\":20,\"signed_change_rate\":0.2,\"timestamp\":1735776000000,"
  "\"high_price\":130,\"low_price\":90}]";

typedef struct {
  const char *from;
  const char *to;
  const char *expected; /* state and price, or code and part of the message */
} Change;

static char *
parse_row (const char *text)
{
  static const char *const wanted[] = { "upbit:KRW-BTC", NULL };
  JipyoHarvest harvest = {
    .provider = "upbit",
    .instruments = wanted,
    .now_us = NOW_US,
  };
  g_autoptr (GError) error = NULL;
  char *result;

  jipyo_harvest_init (&harvest);
  if (jipyo_upbit_parse (&harvest, text, strlen (text), &error)) {
    const JipyoQuote *quote = g_ptr_array_index (harvest.quotes, 0);
    g_autofree char *last = jipyo_decimal_format (quote->last);

    result = g_strdup_printf ("%s %s", jipyo_quote_state_id (quote->state), last);
  } else {
    result = g_strdup_printf ("%s %s", jipyo_market_error_id (error->code), error->message);
  }
  jipyo_harvest_clear (&harvest);
  return result;
}

static void
test_fields (void)
{
  static const Change changes[] = {
    { "120", "120", "live 120" },
    { "120", "\"120\"", "live 120" },
    { "120", "1.2E+2", "live 120" },
    { "120", "120.000000000000000000000000000", "live 120" },
    { "120", "0", "bad-reply zero or less" },
    { "120", "-120", "bad-reply zero or less" },
    { "120", "null", "bad-reply [0].trade_price: expected a number" },
    { "120", "\"abc\"", "bad-reply [0].trade_price" },
    { "120", "\"\"", "bad-reply [0].trade_price" },
    { "120", "\"1,200\"", "bad-reply [0].trade_price" },
    { "120", "true",
      "bad-reply [0].trade_price: expected a number that is exact in 18 digits, "
      "found true or false" },
    { "120", "[120]", "bad-reply found a list" },
    { "120", "9223372036854775808", "bad-reply beyond 64 bits" },
    { "120", "1e400", "bad-reply [0].trade_price" },
    { "120", "1e-400", "bad-reply [0].trade_price" },
    { "120", "0.123456789012345678901234567", "bad-reply [0].trade_price" },
    { "120", "010", "bad-reply not usable" },
    { "120", "NaN", "bad-reply not usable" },
    { "\"trade_price\"", "\"price\"",
      "bad-reply [0].trade_price: expected a number that is exact "
      "in 18 digits, found nothing" },
    { "\"market\":\"KRW-BTC\"", "\"market\":7", "bad-reply [0].market: expected a string" },
    { "\"market\"", "\"market\":\"KRW-ETH\",\"market\"", "bad-reply given twice" },
    { "\"KRW-BTC\"", "\"KRW-BTC\",\"new\":{\"a\":[1]}", "live 120" },
    { "1735776000000", "1735776006000", "suspect 120" },
    { "1735776000000", "1735776004000", "live 120" },
    { "1735776000000", "1735776000", "bad-reply [0].timestamp: not milliseconds" },
    { "1735776000000", "1735776000000000", "bad-reply [0].timestamp: not milliseconds" },
    { "1735776000000", "1735774000000", "stale 120" },
    { "_price\":20", "_price\":21", "suspect 120" },
    { "\"signed_change_rate\":0.2", "\"signed_change_rate\":-0.2", "suspect 120" },
    { "\"signed_change_rate\":0.2", "\"signed_change_rate\":0.2001", "live 120" },
    { "\"signed_change_rate\":0.2", "\"signed_change_rate\":20", "suspect 120" },
    /* Near enough to each other, but on either side of nothing. */
    { "100,\"signed_change_price\":20,\"signed_change_rate\":0.2",
      "119.99,\"signed_change_price\":0.01,\"signed_change_rate\":-0.0001", "suspect 120" },
    { "\"high_price\":130", "\"high_price\":80", "suspect 120" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autoptr (GString) text = g_string_new (good_row);
    g_autofree char *result = NULL;
    const char *space = strchr (changes[i].expected, ' ');

    g_string_replace (text, changes[i].from, changes[i].to, 1);
    result = parse_row (text->str);
    g_test_message ("%s: %s", changes[i].to, result);
    g_assert_true (strncmp (result, changes[i].expected, (gsize) (space - changes[i].expected))
                   == 0);
    g_assert_nonnull (strstr (result, space + 1));
  }
}

/* Bithumb's epochs of Korean wall clock, one of the two and both. */
static void
test_korean_epochs (void)
{
  static const char *const times[] = {
    "\"trade_timestamp\":1735808400000,\"timestamp\":1735776001000",
    "\"trade_timestamp\":1735808400000,\"timestamp\":1735808401000",
    "\"trade_timestamp\":1735776000000,\"timestamp\":1735776001000",
  };
  static const char *const wanted[] = { "bithumb:KRW-BTC", NULL };
  static const gint64 nows_s[] = { NOW_S + 2, NOW_S + 100000000 };

  for (guint i = 0; i < G_N_ELEMENTS (times) * G_N_ELEMENTS (nows_s); i++) {
    g_autoptr (GString) text = g_string_new (good_row);
    g_autofree char *time =
      g_strdup_printf ("\"trade_date\":\"20250102\",\"trade_time\":\"000000\",%s", times[i / 2]);
    JipyoHarvest harvest = {
      .provider = "bithumb",
      .instruments = wanted,
      .now_us = nows_s[i % 2] * 1000000,
    };
    const JipyoQuote *quote;

    g_string_replace (text, "\"timestamp\":1735776000000", time, 1);
    jipyo_harvest_init (&harvest);
    g_assert_true (jipyo_bithumb_parse (&harvest, text->str, text->len, NULL));
    quote = g_ptr_array_index (harvest.quotes, 0);
    g_assert_cmpint (quote->venue_time_us, ==, (NOW_S + 1) * G_GINT64_CONSTANT (1000000));
    jipyo_harvest_clear (&harvest);
  }
}

/* Rows in another order than asked for, one of them twice, one of them not there: each instrument
 * has one quote or one reason. */
static void
test_answered (void)
{
  static const char *const wanted[] = { "upbit:KRW-A", "upbit:KRW-B", "upbit:KRW-C", NULL };
  static const char *const order[] = { "C", "A", "C", "A" };
  JipyoHarvest harvest = { .provider = "upbit", .instruments = wanted, .now_us = NOW_US };
  g_autoptr (GString) text = g_string_new ("[");
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_string_append_printf (text,
                            "%s{\"market\":\"KRW-%s\",\"trade_price\":120,"
                            "\"prev_closing_price\":100,\"signed_change_price\":20,"
                            "\"signed_change_rate\":0.2,\"timestamp\":1735776000000}",
                            i > 0 ? "," : "", order[i]);
  g_string_append_c (text, ']');
  jipyo_harvest_init (&harvest);
  g_assert_true (jipyo_upbit_parse (&harvest, text->str, text->len, NULL));
  for (guint i = 0; i < harvest.quotes->len; i++)
    g_string_append_printf (found, "%s; ",
                            ((JipyoQuote *) g_ptr_array_index (harvest.quotes, i))->instrument);
  for (guint i = 0; i < harvest.failures->len; i++)
    g_string_append_printf (found, "%s; ",
                            ((JipyoFailure *) g_ptr_array_index (harvest.failures, i))->message);
  g_assert_cmpstr (found->str, ==,
                   "upbit:KRW-C; upbit:KRW-A; upbit:KRW-C: given twice; upbit:KRW-A: given twice; "
                   "upbit:KRW-B: not in the answer; ");
  jipyo_harvest_clear (&harvest);
}

/* N19 */
static void
test_addresses (void)
{
  static const char *const closed[] = {
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "10.255.255.255",
    "100.64.0.1",
    "100.127.255.255",
    "127.0.0.1",
    "127.9.9.9",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.1",
    "192.0.2.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.19.255.255",
    "198.51.100.7",
    "203.0.113.9",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:10.0.0.1",
    "::ffff:127.0.0.1",
    "64:ff9b::a00:1",
    "2002:a00:1::",
    "fc00::1",
    "fdff::1",
    "fe80::1",
    "febf::1",
    "ff02::1",
    "2001:db8::1",
    "::7f00:1",
  };
  static const char *const open[] = {
    "1.1.1.1",         "9.255.255.255",  "11.0.0.1",         "100.63.255.255", "100.128.0.1",
    "172.15.0.1",      "172.32.0.1",     "192.167.1.1",      "198.17.0.1",     "223.255.255.255",
    "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101", "2002:101:101::",
  };

  for (guint i = 0; i < G_N_ELEMENTS (closed) + G_N_ELEMENTS (open); i++) {
    gboolean is_open = i >= G_N_ELEMENTS (closed);
    const char *text = is_open ? open[i - G_N_ELEMENTS (closed)] : closed[i];
    g_autoptr (GInetAddress) address = g_inet_address_new_from_string (text);

    g_test_message ("%s", text);
    g_assert_cmpint (jipyo_address_is_public (address), ==, is_open);
  }
}

static void
test_origins (void)
{
  static const char *const good[] = { "https://api.upbit.com", "https://a.example/",
                                      "http://127.0.0.1:80", "http://[::1]:8080",
                                      "http://localhost:1" };
  static const char *const bad[] = { "http://api.upbit.com",
                                     "http://10.0.0.1",
                                     "ftp://127.0.0.1",
                                     "file:///etc/passwd",
                                     "",
                                     "https://",
                                     "http://127.0.0.1.example.org",
                                     "https://me@a.example",
                                     "https://a.example/path",
                                     "https://a.example?x",
                                     "127.0.0.1:80" };
  g_autoptr (JipyoOrigin) origin = jipyo_origin_new ("http://127.0.0.1:8080", NULL);
  g_autoptr (GInetAddress) outside = g_inet_address_new_from_string ("1.1.1.1");
  g_autoptr (GUri) same = jipyo_origin_resolve (origin, "/v1/x?y=%5E");
  g_autoptr (GUri) other = jipyo_origin_resolve (origin, "//evil.example/x");

  for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autoptr (JipyoOrigin) parsed = jipyo_origin_new (good[i], NULL);

    g_assert_nonnull (parsed);
  }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", bad[i]);
    g_assert_null (jipyo_origin_new (bad[i], &error));
    g_assert_error (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_NOT_FOUND);
  }
  g_assert_true (jipyo_origin_allows (origin, same));
  g_assert_false (jipyo_origin_allows (origin, other));
  g_assert_false (jipyo_origin_allows_address (origin, outside));
}

static JipyoQuoteState
pass (JipyoGate *gate, gint64 price, gint64 time_s, gint64 *shown)
{
  g_autoptr (JipyoQuote) quote = jipyo_quote_new ("upbit:KRW-BTC", "upbit");
  g_autoptr (JipyoQuote) passed = NULL;

  quote->last = jipyo_decimal_from_int (price);
  quote->venue_time_us = time_s * G_USEC_PER_SEC;
  quote->state = JIPYO_QUOTE_LIVE;
  passed = jipyo_gate_pass (gate, quote);
  *shown = (gint64) jipyo_decimal_to_double (passed->last);
  return passed->state;
}

/* P13, P14 */
static void
test_gate (void)
{
  g_autoptr (JipyoGate) gate = jipyo_gate_new ();
  gint64 shown;

  g_assert_cmpint (pass (gate, 100, 10, &shown), ==, JIPYO_QUOTE_LIVE);
  g_assert_cmpint (pass (gate, 149, 11, &shown), ==, JIPYO_QUOTE_LIVE);
  g_assert_cmpint (shown, ==, 149);
  g_assert_cmpint (pass (gate, 15, 12, &shown), ==, JIPYO_QUOTE_SUSPECT);
  g_assert_cmpint (shown, ==, 149);
  g_assert_cmpint (pass (gate, 150, 13, &shown), ==, JIPYO_QUOTE_LIVE);
  g_assert_cmpint (pass (gate, 15, 14, &shown), ==, JIPYO_QUOTE_SUSPECT);
  g_assert_cmpint (pass (gate, 16, 15, &shown), ==, JIPYO_QUOTE_SUSPECT);
  g_assert_cmpint (shown, ==, 150);
  g_assert_cmpint (pass (gate, 15, 16, &shown), ==, JIPYO_QUOTE_LIVE);
  g_assert_cmpint (shown, ==, 15);
  g_assert_cmpint (pass (gate, 14, 9, &shown), ==, JIPYO_QUOTE_SUSPECT);
  g_assert_cmpint (shown, ==, 15);
  /* A clock that was put back goes on from there. */
  g_assert_cmpint (pass (gate, 14, 9, &shown), ==, JIPYO_QUOTE_SUSPECT);
  g_assert_cmpint (pass (gate, 13, 10, &shown), ==, JIPYO_QUOTE_LIVE);
  g_assert_cmpint (shown, ==, 13);
  /* A doubted price is not confirmed by one from before it. */
  g_assert_cmpint (pass (gate, 100, 12, &shown), ==, JIPYO_QUOTE_SUSPECT);
  g_assert_cmpint (pass (gate, 101, 11, &shown), ==, JIPYO_QUOTE_SUSPECT);
  g_assert_cmpint (pass (gate, 102, 13, &shown), ==, JIPYO_QUOTE_SUSPECT);
  g_assert_cmpint (shown, ==, 13);
  g_assert_cmpint (pass (gate, 103, 14, &shown), ==, JIPYO_QUOTE_LIVE);
}

static JipyoQuoteState
pass_at (JipyoGate *gate, const char *instrument, gint64 price)
{
  static gint64 now_us = NOW_US;
  g_autoptr (JipyoQuote) quote = jipyo_quote_new (instrument, "upbit");
  g_autoptr (JipyoQuote) passed = NULL;

  quote->last = jipyo_decimal_from_int (price);
  quote->received_us = quote->venue_time_us = now_us += G_USEC_PER_SEC;
  quote->state = JIPYO_QUOTE_LIVE;
  passed = jipyo_gate_pass (gate, quote);
  return passed->state;
}

/* P19: a first price that is far from what two others say of the same coin. */
static void
test_gate_compares (void)
{
  g_autoptr (JipyoGate) gate = jipyo_gate_new ();

  g_assert_cmpint (pass_at (gate, "upbit:KRW-BTC", 1000), ==, JIPYO_QUOTE_LIVE);
  g_assert_cmpint (pass_at (gate, "bithumb:KRW-BTC", 1020), ==, JIPYO_QUOTE_LIVE);
  g_assert_cmpint (pass_at (gate, "coinone:KRW-BTC", 1300), ==, JIPYO_QUOTE_SUSPECT);
  g_assert_cmpint (pass_at (gate, "coinone:KRW-BTC", 1010), ==, JIPYO_QUOTE_LIVE);
  /* Other coins and other currencies are no witnesses. */
  g_assert_cmpint (pass_at (gate, "upbit:USDT-BTC", 1), ==, JIPYO_QUOTE_LIVE);
  g_assert_cmpint (pass_at (gate, "upbit:KRW-ETH", 5), ==, JIPYO_QUOTE_LIVE);
  /* One other alone cannot tell which of the two is wrong. */
  g_assert_cmpint (pass_at (gate, "bithumb:KRW-ETH", 7), ==, JIPYO_QUOTE_LIVE);
}

/* P19: the first of all has nobody to be compared with; it is, as soon as there are others. */
static void
test_gate_compares_again (void)
{
  g_autoptr (JipyoGate) gate = jipyo_gate_new ();

  g_assert_cmpint (pass_at (gate, "upbit:KRW-BTC", 2000), ==, JIPYO_QUOTE_LIVE);
  g_assert_cmpint (pass_at (gate, "bithumb:KRW-BTC", 1000), ==, JIPYO_QUOTE_LIVE);
  g_assert_cmpint (pass_at (gate, "coinone:KRW-BTC", 1001), ==, JIPYO_QUOTE_LIVE);
  g_assert_cmpint (pass_at (gate, "upbit:KRW-BTC", 2010), ==, JIPYO_QUOTE_SUSPECT);
  g_assert_cmpint (pass_at (gate, "bithumb:KRW-BTC", 1002), ==, JIPYO_QUOTE_LIVE);
  g_assert_cmpint (pass_at (gate, "upbit:KRW-BTC", 1005), ==, JIPYO_QUOTE_LIVE);
}

/* P19: saying it three times does not help against two others. */
static void
test_gate_insists (void)
{
  g_autoptr (JipyoGate) gate = jipyo_gate_new ();

  g_assert_cmpint (pass_at (gate, "upbit:KRW-BTC", 1000), ==, JIPYO_QUOTE_LIVE);
  g_assert_cmpint (pass_at (gate, "bithumb:KRW-BTC", 1000), ==, JIPYO_QUOTE_LIVE);
  g_assert_cmpint (pass_at (gate, "coinone:KRW-BTC", 1001), ==, JIPYO_QUOTE_LIVE);
  for (int i = 0; i < 5; i++)
    g_assert_cmpint (pass_at (gate, "upbit:KRW-BTC", 5000), ==, JIPYO_QUOTE_SUSPECT);
  g_assert_cmpint (pass_at (gate, "upbit:KRW-BTC", 1002), ==, JIPYO_QUOTE_LIVE);
}

/* P13: another venue that jumped as far is a witness, so one answer is enough. */
static void
test_gate_witness (void)
{
  g_autoptr (JipyoGate) gate = jipyo_gate_new ();

  g_assert_cmpint (pass_at (gate, "upbit:KRW-BTC", 1000), ==, JIPYO_QUOTE_LIVE);
  g_assert_cmpint (pass_at (gate, "bithumb:KRW-BTC", 1000), ==, JIPYO_QUOTE_LIVE);
  g_assert_cmpint (pass_at (gate, "upbit:KRW-BTC", 400), ==, JIPYO_QUOTE_SUSPECT);
  g_assert_cmpint (pass_at (gate, "bithumb:KRW-BTC", 401), ==, JIPYO_QUOTE_LIVE);
  g_assert_cmpint (pass_at (gate, "upbit:KRW-BTC", 402), ==, JIPYO_QUOTE_LIVE);
}

/* P15: a coin in won is worth its dollars, or one of the two is in another unit. */
static void
test_gate_units (void)
{
  g_autoptr (JipyoGate) gate = jipyo_gate_new ();

  g_assert_cmpint (pass_at (gate, "fx:USDKRW", 1400), ==, JIPYO_QUOTE_LIVE);
  g_assert_cmpint (pass_at (gate, "usd:BTC", 100), ==, JIPYO_QUOTE_LIVE);
  g_assert_cmpint (pass_at (gate, "upbit:KRW-BTC", 181000), ==, JIPYO_QUOTE_LIVE);
  g_assert_cmpint (pass_at (gate, "upbit:KRW-BTC", 183000), ==, JIPYO_QUOTE_SUSPECT);
  g_assert_cmpint (pass_at (gate, "upbit:KRW-BTC", 140000), ==, JIPYO_QUOTE_LIVE);
  /* However often it is said again, in thousands or in dollars. */
  for (int i = 0; i < 5; i++)
    g_assert_cmpint (pass_at (gate, "coinone:KRW-BTC", 141), ==, JIPYO_QUOTE_SUSPECT);
  for (int i = 0; i < 5; i++)
    g_assert_cmpint (pass_at (gate, "coinone:KRW-BTC", 100), ==, JIPYO_QUOTE_SUSPECT);
  /* Others that agree are believed: the dollars are wrong then. */
  g_assert_cmpint (pass_at (gate, "bithumb:KRW-BTC", 140100), ==, JIPYO_QUOTE_LIVE);
  for (int i = 0; i < 5; i++)
    g_assert_cmpint (pass_at (gate, "usd:BTC", 10), ==, JIPYO_QUOTE_SUSPECT);
  g_assert_cmpint (pass_at (gate, "upbit:KRW-BTC", 140050), ==, JIPYO_QUOTE_LIVE);
  g_assert_cmpint (pass_at (gate, "usd:BTC", 101), ==, JIPYO_QUOTE_LIVE);
  /* Another coin, and one in another currency, are no matter of it. */
  g_assert_cmpint (pass_at (gate, "upbit:KRW-ETH", 5), ==, JIPYO_QUOTE_LIVE);
  g_assert_cmpint (pass_at (gate, "upbit:USDT-BTC", 5), ==, JIPYO_QUOTE_LIVE);
}

/* P15: nothing is said by a rate of last month, nor by dollars of before. */
static void
test_gate_old_units (void)
{
  static const gint64 ages[][2] = { { 8 * G_TIME_SPAN_DAY, 0 }, { 0, 6 * G_TIME_SPAN_MINUTE } };

  for (guint i = 0; i < G_N_ELEMENTS (ages); i++) {
    g_autoptr (JipyoGate) gate = jipyo_gate_new ();
    g_autoptr (JipyoQuote) rate = jipyo_quote_new ("fx:USDKRW", "frankfurter");
    g_autoptr (JipyoQuote) dollar = jipyo_quote_new ("usd:BTC", "yahoo-coin");

    rate->last = jipyo_decimal_from_int (1400);
    dollar->last = jipyo_decimal_from_int (100);
    rate->received_us = dollar->received_us = NOW_US;
    rate->venue_time_us = NOW_US - ages[i][0];
    dollar->venue_time_us = NOW_US - ages[i][1];
    jipyo_quote_free (jipyo_gate_pass (gate, rate));
    jipyo_quote_free (jipyo_gate_pass (gate, dollar));
    g_assert_cmpint (pass_at (gate, "upbit:KRW-BTC", 140), ==, JIPYO_QUOTE_LIVE);
  }
}

static JipyoQuoteState
pass_changed (JipyoGate *gate, const char *instrument, gint64 price, gint64 change)
{
  static gint64 now_us = NOW_US;
  g_autoptr (JipyoQuote) quote = jipyo_quote_new (instrument, "upbit");
  g_autoptr (JipyoQuote) passed = NULL;

  quote->last = jipyo_decimal_from_int (price);
  quote->change = jipyo_decimal_from_int (change);
  quote->has_change = TRUE;
  quote->received_us = quote->venue_time_us = now_us += G_USEC_PER_SEC;
  quote->state = JIPYO_QUOTE_LIVE;
  passed = jipyo_gate_pass (gate, quote);
  return passed->state;
}

/* P13: the first of all, five times its own close, is believed when two more say the same, or
 * another venue; one that takes turns never is. */
static void
test_gate_first_leap (void)
{
  g_autoptr (JipyoGate) gate = jipyo_gate_new ();

  g_assert_cmpint (pass_changed (gate, "upbit:KRW-BTC", 500, 400), ==, JIPYO_QUOTE_SUSPECT);
  g_assert_cmpint (pass_changed (gate, "upbit:KRW-BTC", 501, 401), ==, JIPYO_QUOTE_SUSPECT);
  g_assert_cmpint (pass_changed (gate, "upbit:KRW-BTC", 502, 402), ==, JIPYO_QUOTE_LIVE);
  g_assert_cmpint (pass_changed (gate, "upbit:KRW-BTC", 503, 403), ==, JIPYO_QUOTE_LIVE);
  g_assert_cmpint (pass_changed (gate, "bithumb:KRW-BTC", 504, 404), ==, JIPYO_QUOTE_LIVE);
  /* Half as much again is a day that there was. */
  g_assert_cmpint (pass_changed (gate, "upbit:KRW-ETH", 150, 50), ==, JIPYO_QUOTE_LIVE);
  g_assert_cmpint (pass_changed (gate, "upbit:KRW-ETC", 40, -60), ==, JIPYO_QUOTE_SUSPECT);
  g_assert_cmpint (pass_changed (gate, "upbit:KRW-ETC", 50, -50), ==, JIPYO_QUOTE_LIVE);
  for (int i = 0; i < 4; i++) {
    g_assert_cmpint (pass_changed (gate, "upbit:KRW-XRP", 200, 100), ==, JIPYO_QUOTE_SUSPECT);
    g_assert_cmpint (pass_changed (gate, "upbit:KRW-XRP", 500, 400), ==, JIPYO_QUOTE_SUSPECT);
  }
}

/* P13: a share that is split is believed as any leap is, and then marked as of another unit; what
 * is half of it in one step would be near enough, but for the close that it is counted from. */
static void
test_gate_split (void)
{
  g_autoptr (JipyoGate) gate = jipyo_gate_new ();

  g_assert_cmpint (pass_changed (gate, "krx:005930", 50000, 100), ==, JIPYO_QUOTE_LIVE);
  for (int i = 0; i < 6; i++)
    g_assert_cmpint (pass_changed (gate, "krx:005930", 1010, 10), ==, JIPYO_QUOTE_SUSPECT);
  g_autoptr (JipyoQuote) quote = jipyo_quote_new ("krx:035420", "naver");
  quote->currency = g_strdup ("KRW");
  quote->name = jipyo_text_new ("네이버", "Naver");
  quote->last = jipyo_decimal_from_int (200000);
  quote->received_us = quote->venue_time_us = NOW_US;
  jipyo_quote_free (jipyo_gate_pass (gate, quote));
  quote->last = jipyo_decimal_from_int (104000);
  jipyo_quote_set_change_from (quote, jipyo_decimal_from_int (100000),
                               JIPYO_BASIS_PREVIOUS_SESSION);
  g_autoptr (JipyoQuote) passed = jipyo_gate_pass (gate, quote);
  g_assert_cmpint (passed->unit_change, ==, -2);
  g_assert_cmpint (passed->state, ==, JIPYO_QUOTE_SUSPECT);
  g_assert_true (jipyo_decimal_equal (passed->last, quote->last));
  /* As it goes to the window and comes there. */
  g_autoptr (JipyoJsonWriter) writer = jipyo_json_writer_new (FALSE);
  JipyoFeedLine line;
  jipyo_quote_write (writer, passed);
  g_autofree char *text = jipyo_json_writer_finish (writer);
  g_autoptr (GError) error = NULL;
  jipyo_feed_line_parse (&line, text, strlen (text), &error);
  g_assert_no_error (error);
  g_assert_cmpint (line.quote->unit_change, ==, -2);
  jipyo_feed_line_clear (&line);
}

static int
read_interval (const char *text)
{
  static const char *const wanted[] = { "krx:KOSPI", NULL };
  JipyoHarvest harvest = { .provider = "naver", .instruments = wanted };
  g_autofree char *answer = g_strdup_printf ("{%s\"datas\":[]}", text);

  jipyo_harvest_init (&harvest);
  jipyo_naver_parse (&harvest, answer, strlen (answer), NULL);
  jipyo_harvest_clear (&harvest);
  return harvest.least_ms;
}

static void
test_polling_interval (void)
{
  g_assert_cmpint (read_interval (""), ==, 0);
  g_assert_cmpint (read_interval ("\"pollingInterval\":70000,"), ==, 70000);
  g_assert_cmpint (read_interval ("\"pollingInterval\":-1,"), ==, 0);
  g_assert_cmpint (read_interval ("\"pollingInterval\":9000000000,"), ==, 600000);
  g_assert_cmpint (read_interval ("\"pollingInterval\":\"soon\","), ==, 0);
}

static void
test_retry_after (void)
{
  const gint64 now_us = NOW_US;

  g_assert_cmpint (jipyo_retry_after_parse (NULL, now_us), ==, -1);
  g_assert_cmpint (jipyo_retry_after_parse ("soon", now_us), ==, -1);
  g_assert_cmpint (jipyo_retry_after_parse ("7", now_us), ==, 7);
  g_assert_cmpint (jipyo_retry_after_parse ("0", now_us), ==, 1);
  g_assert_cmpint (jipyo_retry_after_parse ("-5", now_us), ==, 1);
  g_assert_cmpint (jipyo_retry_after_parse ("100000000000000", now_us), ==, 3600);
  g_assert_cmpint (jipyo_retry_after_parse ("Thu, 02 Jan 2025 00:01:00 GMT", now_us), ==, 60);
  g_assert_cmpint (jipyo_retry_after_parse ("Wed, 01 Jan 2025 00:00:00 GMT", now_us), ==, 1);
}

/* P9, P10: what cannot be seen, turns what is around it, or stalls the layout goes; markup is left
 * as it is, and shown as such. */
static void
test_foreign_text (void)
{
  static const char *const cases[][2] = {
    { "A&B <b>1</b> %n%s", "A&B <b>1</b> %n%s" },
    { " \x01new\nline\x7f ", "newline" },
    { "\u202e123\u202c\u200b\ufeff", "123" },
    { "\ue000\u2028가", "가" },
    { "a\u0301\u0301\u0301\u0301\u0301\u0301b", "a\u0301\u0301\u0301\u0301b" },
  };
  g_autofree char *endless = g_strnfill (1 << 20, 'x');
  g_autofree char *cut = jipyo_reply_clean_text (endless);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *clean = jipyo_reply_clean_text (cases[i][0]);

    g_assert_cmpstr (clean, ==, cases[i][1]);
  }
  g_assert_cmpuint (strlen (cut), ==, 256);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/market/rows/fields", test_fields);
  g_test_add_func ("/market/rows/answered", test_answered);
  g_test_add_func ("/market/rows/korean-epochs", test_korean_epochs);
  g_test_add_func ("/market/origin/addresses", test_addresses);
  g_test_add_func ("/market/origin/origins", test_origins);
  g_test_add_func ("/market/gate/jumps", test_gate);
  g_test_add_func ("/market/gate/compares", test_gate_compares);
  g_test_add_func ("/market/gate/compares-again", test_gate_compares_again);
  g_test_add_func ("/market/gate/witness", test_gate_witness);
  g_test_add_func ("/market/gate/insists", test_gate_insists);
  g_test_add_func ("/market/gate/units", test_gate_units);
  g_test_add_func ("/market/gate/old-units", test_gate_old_units);
  g_test_add_func ("/market/gate/first-leap", test_gate_first_leap);
  g_test_add_func ("/market/gate/split", test_gate_split);
  g_test_add_func ("/market/rows/polling-interval", test_polling_interval);
  g_test_add_func ("/market/fetch/retry-after", test_retry_after);
  g_test_add_func ("/market/rows/foreign-text", test_foreign_text);
  return g_test_run ();
}

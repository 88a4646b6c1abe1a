/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prices of another unit, all of them made up.
 */

#include "jipyo-unit-change.h"

static const gint64 NOW_US = G_GINT64_CONSTANT (1795402800000000);

static JipyoDecimal
number (const char *text)
{
  JipyoDecimal decimal;

  g_assert_true (jipyo_decimal_parse (text, -1, &decimal, NULL));
  return decimal;
}

static void
test_ratios (void)
{
  static const struct {
    const char *before, *after;
    int of_code, of_share;
  } cases[] = {
    { "1000", "1000", 0, 0 },          { "1000", "1400", 0, 0 },    { "1000", "700", 0, 0 },
    { "1000", "520", 0, -2 },          { "1000", "1900", 0, 2 },    { "1000", "340", 0, -3 },
    { "2650000", "53900", 0, -50 },    { "1000", "12.5", -100, 0 }, { "1000", "98", -10, -10 },
    { "3.2", "3300", 1000, 1000 },     { "1000", "6200", 0, 0 },    { "1000", "7100", 10, 8 },
    { "1000", "0.0009", -1000000, 0 }, { "1000", "0.0001", 0, 0 },  { "0", "10", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const JipyoDecimal before = number (cases[i].before);
    const JipyoDecimal after = number (cases[i].after);

    g_test_message ("%s, %s", cases[i].before, cases[i].after);
    g_assert_cmpint (jipyo_unit_change_of_code (before, after), ==, cases[i].of_code);
    g_assert_cmpint (jipyo_unit_change_of_share (before, after), ==, cases[i].of_share);
  }
}

static JipyoQuote *
make (const char *instrument, const char *last, const char *change, gint64 hours)
{
  JipyoQuote *quote = jipyo_quote_new (instrument, "naver");

  quote->last = number (last);
  quote->received_us = NOW_US + hours * G_TIME_SPAN_HOUR;
  quote->state = JIPYO_QUOTE_LIVE;
  if (change == NULL)
    return quote;
  JipyoDecimal base;
  g_assert_true (jipyo_decimal_subtract (quote->last, number (change), &base));
  jipyo_quote_set_change_from (quote, base, JIPYO_BASIS_PREVIOUS_SESSION);
  return quote;
}

/* A split is told by the close that the exchange counts from, whatever the first price is; a change
 * of the new unit stays, one across the two goes. For a day; then it is a price as any other. */
static void
test_split (void)
{
  g_autoptr (JipyoUnitWatch) watch = jipyo_unit_watch_new ();
  g_autoptr (JipyoQuote) before = make ("krx:005930", "2650000", "0", -20);
  g_autoptr (JipyoQuote) split = make ("krx:005930", "51900", "-1100", 0);
  g_autoptr (JipyoQuote) later = make ("krx:005930", "52000", "-1000", 23);
  g_autoptr (JipyoQuote) next_day = make ("krx:005930", "52500", "600", 24);
  g_autofree char *words = NULL;

  jipyo_unit_watch_mark (watch, split, before);
  g_assert_cmpint (split->unit_change, ==, -50);
  g_assert_cmpint (split->state, ==, JIPYO_QUOTE_SUSPECT);
  g_assert_true (split->has_change);
  words = jipyo_quote_describe_state (split, split->state, JIPYO_LANG_KO);
  g_assert_cmpstr (words, ==, "의심 · 단위가 바뀐 듯 ÷50");
  jipyo_unit_watch_mark (watch, later, split);
  g_assert_cmpint (later->unit_change, ==, -50);
  g_assert_cmpint (later->state, ==, JIPYO_QUOTE_SUSPECT);
  jipyo_unit_watch_mark (watch, next_day, later);
  g_assert_cmpint (next_day->unit_change, ==, 0);
  g_assert_cmpint (next_day->state, ==, JIPYO_QUOTE_LIVE);

  /* Half is near enough for a price to pass, but no base of its own is. */
  g_autoptr (JipyoQuote) whole = make ("krx:035420", "200000", NULL, 0);
  g_autoptr (JipyoQuote) half = make ("krx:035420", "104000", "4000", 1);
  jipyo_unit_watch_mark (watch, half, whole);
  g_assert_cmpint (half->unit_change, ==, -2);
  g_autoptr (JipyoQuote) across = make ("krx:030200", "5300", "-44700", 1);
  g_autoptr (JipyoQuote) dear = make ("krx:030200", "50000", NULL, 0);
  jipyo_unit_watch_mark (watch, across, dear);
  g_assert_cmpint (across->unit_change, ==, -10);
  g_assert_false (across->has_change);
  g_assert_false (across->has_change_percent);
}

/* What moved far by itself, what is no share, what is too old to compare: no split. */
static void
test_no_split (void)
{
  static const struct {
    const char *instrument, *before, *last, *change;
    gint64 hours;
  } cases[] = {
    { "krx:005930", "50000", "65000", "15000", 1 },
    { "krx:005930", "50000", "65000", "15000", 100 },
    { "krx:005930", "50000", "25000", NULL, 24 * 6 },
    { "krx:KOSPI", "3000", "300", "-2700", 1 },
    { "upbit:KRW-BTC", "150", "15", "-135", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (JipyoUnitWatch) watch = jipyo_unit_watch_new ();
    g_autoptr (JipyoQuote) before = make (cases[i].instrument, cases[i].before, NULL, 0);
    g_autoptr (JipyoQuote) quote =
                 make (cases[i].instrument, cases[i].last, cases[i].change, cases[i].hours);

    jipyo_unit_watch_mark (watch, quote, before);
    g_assert_cmpint (quote->unit_change, ==, 0);
    g_assert_cmpint (quote->state, ==, JIPYO_QUOTE_LIVE);
  }
}

/* A coin by its new code, against what it was worth by the old one. */
static void
test_new_code (void)
{
  g_autoptr (JipyoUnitWatch) watch = jipyo_unit_watch_new ();
  g_autoptr (JipyoQuote) old = make ("upbit:KRW-OLD", "12", NULL, -1);
  g_autoptr (JipyoQuote) first = make ("upbit:KRW-NEW", "12100", "-1", 0);
  g_autoptr (JipyoQuote) second = make ("upbit:KRW-NEW", "12000", "11988", 1);
  g_autoptr (JipyoQuote) other = make ("upbit:KRW-SAME", "12.5", NULL, 1);

  jipyo_unit_watch_expect (watch, "upbit:KRW-NEW", old);
  jipyo_unit_watch_expect (watch, "upbit:KRW-SAME", old);
  jipyo_unit_watch_mark (watch, first, NULL);
  g_assert_cmpint (first->unit_change, ==, 1000);
  g_assert_cmpint (first->state, ==, JIPYO_QUOTE_SUSPECT);
  g_assert_true (first->has_change);
  jipyo_unit_watch_mark (watch, second, first);
  g_assert_cmpint (second->unit_change, ==, 1000);
  g_assert_false (second->has_change);
  jipyo_unit_watch_mark (watch, other, NULL);
  g_assert_cmpint (other->unit_change, ==, 0);
}

/* Whoever told another unit took it back. */
static void
test_back (void)
{
  g_autoptr (JipyoUnitWatch) watch = jipyo_unit_watch_new ();
  g_autoptr (JipyoQuote) before = make ("krx:005930", "50000", NULL, 0);
  g_autoptr (JipyoQuote) wrong = make ("krx:005930", "5000", NULL, 1);
  g_autoptr (JipyoQuote) right = make ("krx:005930", "50100", NULL, 2);

  jipyo_unit_watch_mark (watch, wrong, before);
  g_assert_cmpint (wrong->unit_change, ==, -10);
  jipyo_unit_watch_mark (watch, right, wrong);
  g_assert_cmpint (right->unit_change, ==, 0);
  g_assert_cmpint (right->state, ==, JIPYO_QUOTE_LIVE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/unit-change/ratios", test_ratios);
  g_test_add_func ("/core/unit-change/split", test_split);
  g_test_add_func ("/core/unit-change/no-split", test_no_split);
  g_test_add_func ("/core/unit-change/new-code", test_new_code);
  g_test_add_func ("/core/unit-change/back", test_back);
  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Invented prices, each reckoned by hand.
 */

#include "jipyo-premium.h"

typedef struct {
  JipyoQuote *won;
  JipyoQuote *dollar;
  JipyoQuote *rate;
} Legs;

static gint64
at (const char *text)
{
  gint64 instant_us = 0;

  g_assert_true (jipyo_instant_parse (text, &instant_us));
  return instant_us;
}

static JipyoQuote *
quote (const char *instrument, const char *price, const char *received)
{
  JipyoQuote *self = jipyo_quote_new (instrument, "test");

  g_assert_true (jipyo_decimal_parse (price, -1, &self->last, NULL));
  self->received_us = at (received);
  return self;
}

/* 150,000,000 won against 100,000 dollars at 1,450: 145,000,000, so 3.448… % dearer. */
static void
legs_init (Legs *self)
{
  self->won = quote ("upbit:KRW-BTC", "150000000", "2026-11-23T03:00:00Z");
  self->dollar = quote ("usd:BTC", "100000.00", "2026-11-23T03:00:00Z");
  self->rate = quote ("fx:USDKRW", "1450.00", "2026-11-23T02:58:00Z");
  self->rate->venue_time_us = at ("2026-11-23T02:55:00Z");
}

static void
legs_clear (Legs *self)
{
  g_clear_pointer (&self->won, jipyo_quote_free);
  g_clear_pointer (&self->dollar, jipyo_quote_free);
  g_clear_pointer (&self->rate, jipyo_quote_free);
}

static JipyoPremium
compute (const Legs *legs)
{
  const JipyoPremiumLegs given = { legs->won, legs->dollar, legs->rate };
  JipyoPremium premium;

  jipyo_premium_compute (&premium, &given);
  return premium;
}

static void
assert_decimal (JipyoDecimal value, const char *expected)
{
  g_autofree char *text = jipyo_decimal_format (value);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_known (void)
{
  Legs legs;

  legs_init (&legs);
  JipyoPremium dearer = compute (&legs);
  g_assert_cmpint (dearer.verdict, ==, JIPYO_PREMIUM_KNOWN);
  assert_decimal (dearer.fair, "145000000");
  assert_decimal (dearer.amount, "5000000");
  assert_decimal (dearer.percent, "3.45");
  g_assert_cmpint (jipyo_date_compare (dearer.rate_date, (JipyoDate){ 2026, 11, 23 }), ==, 0);

  legs.won->last = jipyo_decimal_from_int (143550000);
  JipyoPremium cheaper = compute (&legs);
  assert_decimal (cheaper.amount, "-1450000");
  assert_decimal (cheaper.percent, "-1");
  legs_clear (&legs);
}

/* 9.9 s apart is compared, 10.1 s is not, whichever is the older. */
static void
test_apart (void)
{
  static const struct {
    const char *dollar;
    JipyoPremiumVerdict verdict;
    gint64 apart_us;
  } cases[] = {
    { "2026-11-23T02:59:50.1Z", JIPYO_PREMIUM_KNOWN, 9900000 },
    { "2026-11-23T02:59:50Z", JIPYO_PREMIUM_KNOWN, 10000000 },
    { "2026-11-23T02:59:49.9Z", JIPYO_PREMIUM_APART, 10100000 },
    { "2026-11-23T03:00:09.9Z", JIPYO_PREMIUM_KNOWN, 9900000 },
    { "2026-11-23T03:00:10.1Z", JIPYO_PREMIUM_APART, 10100000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    Legs legs;

    legs_init (&legs);
    legs.dollar->received_us = at (cases[i].dollar);
    JipyoPremium premium = compute (&legs);
    g_assert_cmpint (premium.verdict, ==, cases[i].verdict);
    g_assert_cmpint (premium.apart_us, ==, cases[i].apart_us);
    legs_clear (&legs);
  }
}

/* An answer of this moment with a price of a minute ago is a price of a minute ago; a clock that is
 * ahead makes nothing newer than its answer. The trade of a quiet won market may be old. */
static void
test_stamps (void)
{
  Legs legs;

  legs_init (&legs);
  legs.dollar->venue_time_us = at ("2026-11-23T02:59:00Z");
  g_assert_cmpint (compute (&legs).verdict, ==, JIPYO_PREMIUM_APART);
  legs.dollar->venue_time_us = at ("2026-11-23T03:09:00Z");
  g_assert_cmpint (compute (&legs).verdict, ==, JIPYO_PREMIUM_KNOWN);
  legs.won->venue_time_us = at ("2026-11-23T00:00:00Z");
  g_assert_cmpint (compute (&legs).verdict, ==, JIPYO_PREMIUM_KNOWN);
  legs_clear (&legs);
}

/* On Sunday the rate is Friday's, by its name; after a week it is none. */
static void
test_rate_of_another_day (void)
{
  Legs legs;

  legs_init (&legs);
  legs.won->received_us = legs.dollar->received_us = at ("2026-11-22T03:00:00Z");
  legs.rate->received_us = at ("2026-11-22T02:59:00Z");
  legs.rate->venue_time_us = at ("2026-11-20T06:30:00Z");
  JipyoPremium premium = compute (&legs);
  g_assert_cmpint (premium.verdict, ==, JIPYO_PREMIUM_KNOWN);
  g_assert_cmpint (jipyo_date_compare (premium.rate_date, (JipyoDate){ 2026, 11, 20 }), ==, 0);

  legs.rate->venue_time_us = at ("2026-11-15T03:00:00Z");
  g_assert_cmpint (compute (&legs).verdict, ==, JIPYO_PREMIUM_KNOWN);
  legs.rate->venue_time_us -= 1;
  g_assert_cmpint (compute (&legs).verdict, ==, JIPYO_PREMIUM_OLD_RATE);
  legs_clear (&legs);
}

static void
test_missing (void)
{
  Legs legs;

  legs_init (&legs);
  legs.rate->venue_time_us = 0;
  g_assert_cmpint (compute (&legs).verdict, ==, JIPYO_PREMIUM_NO_RATE);
  g_clear_pointer (&legs.rate, jipyo_quote_free);
  g_assert_cmpint (compute (&legs).verdict, ==, JIPYO_PREMIUM_NO_RATE);
  g_clear_pointer (&legs.dollar, jipyo_quote_free);
  g_assert_cmpint (compute (&legs).verdict, ==, JIPYO_PREMIUM_NO_DOLLAR);
  g_assert_cmpstr (jipyo_premium_reason (JIPYO_PREMIUM_NO_DOLLAR, JIPYO_LANG_KO), ==,
                   "달러 시세가 없음");
  g_assert_cmpstr (jipyo_premium_verdict_id (JIPYO_PREMIUM_NO_DOLLAR), ==, "no-dollar");
  legs_clear (&legs);
}

/* Nothing is shown of a price of nothing, nor of numbers that do not fit. */
static void
test_bad (void)
{
  static const char *const prices[][3] = {
    { "0", "100000", "1450" },
    { "150000000", "0", "1450" },
    { "150000000", "100000", "-1450" },
    { "150000000", "-100000", "-1450" },
    { "150000000", "0.000001", "0.001" },
    { "150000000", "9223372036854775807", "1450" },
    { "9223372036854775807", "0.01", "1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (prices); i++) {
    Legs legs;

    legs_init (&legs);
    JipyoQuote *all[] = { legs.won, legs.dollar, legs.rate };
    for (guint j = 0; j < G_N_ELEMENTS (all); j++)
      g_assert_true (jipyo_decimal_parse (prices[i][j], -1, &all[j]->last, NULL));
    g_assert_cmpint (compute (&legs).verdict, ==, JIPYO_PREMIUM_BAD);
    legs_clear (&legs);
  }
}

/* Many binary decimals, as such sources print them. */
static void
test_long_numbers (void)
{
  Legs legs;

  legs_init (&legs);
  g_assert_true (jipyo_decimal_parse ("100000.00390625012", -1, &legs.dollar->last, NULL));
  g_assert_true (jipyo_decimal_parse ("1450.0001220703", -1, &legs.rate->last, NULL));
  JipyoPremium premium = compute (&legs);
  g_assert_cmpint (premium.verdict, ==, JIPYO_PREMIUM_KNOWN);
  assert_decimal (premium.fair, "145000015.66");
  assert_decimal (premium.percent, "3.45");
  legs_clear (&legs);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/premium/known", test_known);
  g_test_add_func ("/core/premium/apart", test_apart);
  g_test_add_func ("/core/premium/stamps", test_stamps);
  g_test_add_func ("/core/premium/rate-of-another-day", test_rate_of_another_day);
  g_test_add_func ("/core/premium/missing", test_missing);
  g_test_add_func ("/core/premium/bad", test_bad);
  g_test_add_func ("/core/premium/long-numbers", test_long_numbers);
  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "jipyo-format.h"

#include <math.h>

typedef struct {
  const char *value;
  JipyoUnit unit;
  JipyoQualifier qualifier;
  const char *ko;
  const char *en;
} QuantityCase;

static const QuantityCase quantity_cases[] = {
  { "213900000000", JIPYO_UNIT_KRW, JIPYO_QUALIFIER_EXACT, "2,139억 원", "₩213.9 billion" },
  { "100000000000000", JIPYO_UNIT_KRW, JIPYO_QUALIFIER_EXACT, "100조 원", "₩100 trillion" },
  { "2000000000", JIPYO_UNIT_KRW, JIPYO_QUALIFIER_PER_YEAR, "연 20억 원", "₩2 billion a year" },
  { "1460000000000", JIPYO_UNIT_KRW, JIPYO_QUALIFIER_EXACT, "1.46조 원", "₩1.46 trillion" },
  { "100000000", JIPYO_UNIT_KRW, JIPYO_QUALIFIER_EXACT, "1억 원", "₩100 million" },
  { "99999999", JIPYO_UNIT_KRW, JIPYO_QUALIFIER_EXACT, "1억 원", "₩100 million" },
  { "99994999", JIPYO_UNIT_KRW, JIPYO_QUALIFIER_EXACT, "9,999만 원", "₩99.99 million" },
  { "999950000000", JIPYO_UNIT_KRW, JIPYO_QUALIFIER_EXACT, "1조 원", "₩1 trillion" },
  { "9999", JIPYO_UNIT_KRW, JIPYO_QUALIFIER_EXACT, "9,999 원", "₩9,999" },
  { "10000", JIPYO_UNIT_KRW, JIPYO_QUALIFIER_EXACT, "1만 원", "₩10,000" },
  { "-3500000000000", JIPYO_UNIT_KRW, JIPYO_QUALIFIER_EXACT, "−3.5조 원", "−₩3.5 trillion" },
  { "9007199254740993", JIPYO_UNIT_KRW, JIPYO_QUALIFIER_EXACT, "9,007조 원", "₩9.007 quadrillion" },
  { "500000000000", JIPYO_UNIT_USD, JIPYO_QUALIFIER_EXACT, "5,000억 달러", "$500 billion" },
  { "1000", JIPYO_UNIT_GPUS, JIPYO_QUALIFIER_AT_MOST, "최대 1,000장", "up to 1,000 GPUs" },
  { "50000", JIPYO_UNIT_GPUS, JIPYO_QUALIFIER_AT_LEAST, "5만장 이상", "at least 50,000 GPUs" },
  { "13136", JIPYO_UNIT_GPUS, JIPYO_QUALIFIER_EXACT, "13,136장", "13,136 GPUs" },
  { "128", JIPYO_UNIT_MODELS, JIPYO_QUALIFIER_EXACT, "128개", "128 models" },
  { "1", JIPYO_UNIT_MODELS, JIPYO_QUALIFIER_EXACT, "1개", "1 model" },
  { "519000000000", JIPYO_UNIT_PARAMETERS, JIPYO_QUALIFIER_EXACT, "5,190억 개",
    "519 billion parameters" },
  { "179.5", JIPYO_UNIT_PERCENT, JIPYO_QUALIFIER_EXACT, "179.5 %", "179.5 %" },
  { "100", JIPYO_UNIT_PERCENT, JIPYO_QUALIFIER_TARGET, "목표 100 %", "target 100 %" },
  { "69", JIPYO_UNIT_POINTS, JIPYO_QUALIFIER_EXACT, "69.0점", "69.0 points" },
  { "70.6", JIPYO_UNIT_POINTS, JIPYO_QUALIFIER_EXACT, "70.6점", "70.6 points" },
  { "1", JIPYO_UNIT_RANK, JIPYO_QUALIFIER_EXACT, "1위", "1st" },
  { "12", JIPYO_UNIT_RANK, JIPYO_QUALIFIER_EXACT, "12위", "12th" },
  { "2027", JIPYO_UNIT_YEAR, JIPYO_QUALIFIER_EXACT, "2027년", "2027" },
  { "6", JIPYO_UNIT_MONTHS, JIPYO_QUALIFIER_EXACT, "6개월", "6 months" },
};

static JipyoDecimal
dec (const char *text)
{
  JipyoDecimal value;

  g_assert_true (jipyo_decimal_parse (text, -1, &value, NULL));
  return value;
}

static void
test_quantities (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (quantity_cases); i++) {
    const QuantityCase *c = &quantity_cases[i];
    JipyoQuantity quantity = {
      .value = dec (c->value), .known = TRUE, .unit = c->unit, .qualifier = c->qualifier
    };
    g_autofree char *ko = jipyo_format_quantity (&quantity, JIPYO_LANG_KO);
    g_autofree char *en = jipyo_format_quantity (&quantity, JIPYO_LANG_EN);

    g_assert_cmpstr (ko, ==, c->ko);
    g_assert_cmpstr (en, ==, c->en);
  }
}

static void
test_unknown_and_ranges (void)
{
  JipyoQuantity unknown = { .unit = JIPYO_UNIT_KRW };
  JipyoQuantity models = { .value = dec ("1"),
                           .upper = dec ("2"),
                           .known = TRUE,
                           .has_upper = TRUE,
                           .unit = JIPYO_UNIT_MODELS };
  JipyoQuantity size = { .value = dec ("100000000000"),
                         .upper = dec ("300000000000"),
                         .known = TRUE,
                         .has_upper = TRUE,
                         .unit = JIPYO_UNIT_PARAMETERS };
  g_autofree char *none = jipyo_format_quantity (&unknown, JIPYO_LANG_KO);
  g_autofree char *models_ko = jipyo_format_quantity (&models, JIPYO_LANG_KO);
  g_autofree char *models_en = jipyo_format_quantity (&models, JIPYO_LANG_EN);
  g_autofree char *size_ko = jipyo_format_quantity (&size, JIPYO_LANG_KO);
  g_autofree char *size_en = jipyo_format_quantity (&size, JIPYO_LANG_EN);

  g_assert_cmpstr (none, ==, "—");
  g_assert_cmpstr (models_ko, ==, "1~2개");
  g_assert_cmpstr (models_en, ==, "1–2 models");
  g_assert_cmpstr (size_ko, ==, "1,000억~3,000억 개");
  g_assert_cmpstr (size_en, ==, "100–300 billion parameters");
}

static void
test_split (void)
{
  JipyoQuantity budget = { .value = dec ("213600000000"), .known = TRUE, .unit = JIPYO_UNIT_KRW };
  g_autofree char *number = NULL;
  g_autofree char *unit = NULL;
  g_autofree char *number_en = NULL;
  g_autofree char *unit_en = NULL;

  jipyo_format_quantity_split (&budget, JIPYO_LANG_KO, &number, &unit);
  g_assert_cmpstr (number, ==, "2,136");
  g_assert_cmpstr (unit, ==, "억 원");
  jipyo_format_quantity_split (&budget, JIPYO_LANG_EN, &number_en, &unit_en);
  g_assert_cmpstr (number_en, ==, "₩213.6");
  g_assert_cmpstr (unit_en, ==, "billion");
}

static void
test_prices (void)
{
  static const struct {
    const char *value;
    guint decimals;
    const char *price;
    const char *glyph;
    const char *sign;
    const char *percent;
  } cases[] = {
    { "159850000", 0, "159,850,000", "▲159,850,000", "+159,850,000", "+159,850,000.00 %" },
    { "50.25", 2, "50.25", "▲50.25", "+50.25", "+50.25 %" },
    { "-2500", 0, "−2,500", "▼2,500", "−2,500", "−2,500.00 %" },
    { "0", 0, "0", "0", "0", "0.00 %" },
    { "0.0123", 0, "0.0123", "▲0.0123", "+0.0123", "+0.01 %" },
    { "-0.004", 2, "−0.004", "▼0.004", "−0.004", "0.00 %" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    JipyoDecimal value = dec (cases[i].value);
    g_autofree char *price = jipyo_format_price (value, cases[i].decimals);
    g_autofree char *glyph = jipyo_format_change (value, cases[i].decimals, TRUE);
    g_autofree char *sign = jipyo_format_change (value, cases[i].decimals, FALSE);
    g_autofree char *percent = jipyo_format_change_percent (value);

    g_assert_cmpstr (price, ==, cases[i].price);
    g_assert_cmpstr (glyph, ==, cases[i].glyph);
    g_assert_cmpstr (sign, ==, cases[i].sign);
    g_assert_cmpstr (percent, ==, cases[i].percent);
  }
}

static void
test_rounded (void)
{
  static const struct {
    double value;
    guint decimals;
    const char *text;
  } cases[] = {
    { 12345.67, 1, "12,345.7" }, { -1234.5, 0, "−1,234" }, { 0, 1, "0.0" },
    { -0.01, 1, "0.0" },         { 1e16, 1, "…" },         { NAN, 1, "–" },
    { 0.5, 3, "0.500" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = jipyo_format_rounded (cases[i].value, cases[i].decimals);
    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

/* One unit for the axis, by its largest tick, and never ten thousand of one group. */
static void
test_axis (void)
{
  static const struct {
    JipyoUnit unit;
    JipyoLang lang;
    double largest;
    double step;
    double tick;
    const char *symbol;
    const char *text;
  } cases[] = {
    { JIPYO_UNIT_KRW, JIPYO_LANG_KO, 2.5e11, 5e10, 1.5e11, "억 원", "1,500" },
    { JIPYO_UNIT_KRW, JIPYO_LANG_KO, 1e12, 2e11, 4e11, "조 원", "0.4" },
    { JIPYO_UNIT_KRW, JIPYO_LANG_KO, 1e8, 2e7, 2e7, "억 원", "0.2" },
    { JIPYO_UNIT_KRW, JIPYO_LANG_EN, 2.5e11, 5e10, 1.5e11, "₩ billion", "150" },
    { JIPYO_UNIT_MODELS, JIPYO_LANG_KO, 150, 50, 50, "개", "50" },
    { JIPYO_UNIT_PARAMETERS, JIPYO_LANG_EN, 8e11, 2e11, 6e11, "billion parameters", "600" },
    { JIPYO_UNIT_YEAR, JIPYO_LANG_KO, 2030, 1, 2027, "년", "2027" },
    { JIPYO_UNIT_PERCENT, JIPYO_LANG_EN, 0.5, 0.1, 0.3, "%", "0.3" },
    { JIPYO_UNIT_POINTS, JIPYO_LANG_KO, 100, 25, -25, "점", "−25" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    JipyoAxisUnit axis = jipyo_axis_unit_choose (cases[i].unit, cases[i].largest, cases[i].lang);
    g_autofree char *text = jipyo_axis_unit_format (&axis, cases[i].tick, cases[i].step);

    g_assert_cmpstr (axis.symbol, ==, cases[i].symbol);
    g_assert_cmpstr (text, ==, cases[i].text);
  }
  for (double largest = 1; largest < 1e19; largest *= 1.7) {
    JipyoAxisUnit axis = jipyo_axis_unit_choose (JIPYO_UNIT_KRW, largest, JIPYO_LANG_KO);

    g_assert_true (largest / axis.divisor < 10000);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/format/quantities", test_quantities);
  g_test_add_func ("/core/format/unknown-and-ranges", test_unknown_and_ranges);
  g_test_add_func ("/core/format/split", test_split);
  g_test_add_func ("/core/format/prices", test_prices);
  g_test_add_func ("/core/format/rounded", test_rounded);
  g_test_add_func ("/core/format/axis", test_axis);
  return g_test_run ();
}

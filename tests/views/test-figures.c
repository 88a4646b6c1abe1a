/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "jipyo-figures.h"

static JipyoQuantity
count (gint64 value)
{
  return jipyo_figure_new_count (value, JIPYO_UNIT_MODELS);
}

static void
assert_percent (const JipyoQuantity *quantity, const char *expected)
{
  g_autofree char *text = jipyo_decimal_format (quantity->value);

  g_assert_true (quantity->known);
  g_assert_cmpint (quantity->unit, ==, JIPYO_UNIT_PERCENT);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_share (void)
{
  JipyoQuantity whole = count (271);
  static const struct {
    gint64 part;
    const char *share;
  } cases[] = { { 128, "47.2" }, { 95, "35.1" }, { 14, "5.2" }, { 34, "12.5" }, { 271, "100" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    JipyoQuantity part = count (cases[i].part);
    JipyoQuantity share = { 0 };
    g_assert_true (jipyo_figure_compute_share (&part, &whole, &share));
    assert_percent (&share, cases[i].share);
  }
}

static void
test_growth (void)
{
  static const gint64 years[] = { 2, 9, 29, 109, 122 };
  static const char *const growths[] = { "350", "222.2", "275.9", "11.9" };
  static const char *const words[] = { "+350 %", "+222 %", "+276 %", "+11.9 %" };

  for (guint i = 0; i < G_N_ELEMENTS (growths); i++) {
    JipyoQuantity from = count (years[i]);
    JipyoQuantity to = count (years[i + 1]);
    JipyoQuantity growth = { 0 };
    g_autofree char *text = NULL;

    g_assert_true (jipyo_figure_compute_growth (&from, &to, &growth));
    assert_percent (&growth, growths[i]);
    text = jipyo_figure_format_growth (&growth);
    g_assert_cmpstr (text, ==, words[i]);
  }
}

static void
test_fall (void)
{
  JipyoQuantity from = count (168);
  JipyoQuantity to = count (153);
  JipyoQuantity growth = { 0 };
  g_autofree char *text = NULL;

  g_assert_true (jipyo_figure_compute_growth (&from, &to, &growth));
  assert_percent (&growth, "-8.9");
  text = jipyo_figure_format_growth (&growth);
  g_assert_cmpstr (text, ==, "−8.9 %");
}

static void
test_cagr (void)
{
  JipyoQuantity from = count (2);
  JipyoQuantity to = count (122);
  JipyoQuantity none = count (0);
  JipyoQuantity rate = { 0 };

  g_assert_true (jipyo_figure_compute_cagr (&from, &to, 4, &rate));
  assert_percent (&rate, "179.5");
  g_assert_true (jipyo_figure_compute_cagr (&from, &to, 5, &rate));
  assert_percent (&rate, "127.5");
  g_assert_false (jipyo_figure_compute_cagr (&from, &to, 0, &rate));
  g_assert_false (jipyo_figure_compute_cagr (&none, &to, 4, &rate));
}

/* What is not known, a range or a bound is no number to reckon with. */
static void
test_refusals (void)
{
  JipyoQuantity whole = count (10);
  JipyoQuantity unknown = { .unit = JIPYO_UNIT_MODELS };
  JipyoQuantity range = count (1);
  JipyoQuantity ceiling = count (1000);
  JipyoQuantity zero = count (0);
  JipyoQuantity out = { 0 };

  range.has_upper = TRUE;
  ceiling.qualifier = JIPYO_QUALIFIER_AT_MOST;
  g_assert_false (jipyo_figure_compute_share (&unknown, &whole, &out));
  g_assert_false (jipyo_figure_compute_share (&whole, &unknown, &out));
  g_assert_false (jipyo_figure_compute_share (&range, &whole, &out));
  g_assert_false (jipyo_figure_compute_share (&ceiling, &whole, &out));
  g_assert_false (jipyo_figure_compute_share (&whole, &zero, &out));
  g_assert_cmpuint (jipyo_figure_compute_ratio (&whole, &zero), ==, 0);
  g_assert_false (out.known);
}

static void
test_ratio (void)
{
  JipyoQuantity a = count (128);
  JipyoQuantity b = count (14);

  g_assert_cmpuint (jipyo_figure_compute_ratio (&a, &b), ==, 9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/figures/share", test_share);
  g_test_add_func ("/views/figures/growth", test_growth);
  g_test_add_func ("/views/figures/fall", test_fall);
  g_test_add_func ("/views/figures/cagr", test_cagr);
  g_test_add_func ("/views/figures/refusals", test_refusals);
  g_test_add_func ("/views/figures/ratio", test_ratio);
  return g_test_run ();
}

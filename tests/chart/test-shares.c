/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counting, sharing out, dividing a rectangle, and the colours of more and less: as numbers and as
 * properties of random data.
 */

#include "jipyo-apportionment.h"
#include "jipyo-bins.h"
#include "jipyo-ramp.h"
#include "jipyo-squares.h"

#include <float.h>
#include <math.h>

static guint
count_all (const GArray *bins)
{
  guint sum = 0;

  for (guint i = 0; i < bins->len; i++)
    sum += g_array_index (bins, JipyoBin, i).count;
  return sum;
}

static void
assert_bins (const GArray *bins, double low, double width, const char *counts)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < bins->len; i++) {
    const JipyoBin *bin = &g_array_index (bins, JipyoBin, i);
    g_assert_cmpfloat_with_epsilon (bin->low, low + i * width, 1e-9);
    g_assert_cmpfloat_with_epsilon (bin->high, low + (i + 1) * width, 1e-9);
    g_string_append_printf (joined, "%s%u", i > 0 ? " " : "", bin->count);
  }
  g_assert_cmpstr (joined->str, ==, counts);
  g_string_free (joined, TRUE);
}

static void
test_bins_in_numbers (void)
{
  /* Quartiles 2 and 4 of nine: 2 · 2 / 2.08 is 1.92, hence 2. */
  static const double nine[] = { 0, 1, 2, 2, 3, 3, 4, 5, 6 };
  static const double same[] = { 42, 42, 42 };
  static const double odd[] = { NAN, INFINITY, -INFINITY, 7 };
  static const double rare[] = { 1, 1, 1, 1, 1, 1, 1, 9 };
  g_autoptr (GArray) of_nine = jipyo_bins_new (nine, G_N_ELEMENTS (nine), FALSE);
  g_autoptr (GArray) counted = jipyo_bins_new (nine, G_N_ELEMENTS (nine), TRUE);
  g_autoptr (GArray) of_same = jipyo_bins_new (same, G_N_ELEMENTS (same), FALSE);
  g_autoptr (GArray) of_odd = jipyo_bins_new (odd, G_N_ELEMENTS (odd), FALSE);
  g_autoptr (GArray) of_rare = jipyo_bins_new (rare, G_N_ELEMENTS (rare), FALSE);
  g_autoptr (GArray) none = jipyo_bins_new (odd, 3, TRUE);

  assert_bins (of_nine, 0, 2, "2 4 3"); /* the last holds 6 */
  assert_bins (counted, 0, 2, "2 4 2 1");
  assert_bins (of_same, 40, 5, "3");
  assert_bins (of_odd, 7, 1, "1");
  assert_bins (of_rare, 0, 2, "7 0 0 0 1"); /* Sturges: 8 / 4 */
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_bins_of_anything (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  double values[300];

  for (int round = 0; round < 500; round++) {
    const int n = g_rand_int_range (rand, 0, 300);
    const double size = pow (10, g_rand_int_range (rand, -12, 15));
    guint n_finite = 0;
    for (int i = 0; i < n; i++) {
      values[i] = g_rand_double_range (rand, -1, 1) * size + (round % 3 == 0 ? 1e6 * size : 0);
      if (g_rand_int_range (rand, 0, 20) == 0)
        values[i] = round % 2 ? NAN : INFINITY;
      if (round % 7 == 0 && g_rand_int_range (rand, 0, 20) == 0)
        values[i] = DBL_MAX;
      n_finite += isfinite (values[i]) ? 1 : 0;
    }
    g_autoptr (GArray) bins = jipyo_bins_new (values, (gsize) n, round % 2);
    g_assert_cmpuint (count_all (bins), ==, n_finite);
    g_assert_cmpuint (bins->len, <=, 62);
    for (guint i = 0; i < bins->len; i++) {
      const JipyoBin *bin = &g_array_index (bins, JipyoBin, i);
      g_assert_cmpfloat (bin->low, <, bin->high);
      if (i > 0)
        g_assert_cmpfloat (bin->low, ==, (bin - 1)->high);
    }
    if (bins->len > 0) {
      g_assert_cmpuint (g_array_index (bins, JipyoBin, 0).count, >, 0);
      g_assert_cmpuint (g_array_index (bins, JipyoBin, bins->len - 1).count, >, 0);
    }
  }
}

static void
assert_units (const double *parts, guint n, guint n_units, const guint *expected)
{
  guint units[8];

  jipyo_apportion (parts, n, n_units, units);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (units[i], ==, expected[i]);
}

static void
test_units_in_numbers (void)
{
  assert_units ((double[]){ 1, 1, 1 }, 3, 100, (guint[]){ 34, 33, 33 });
  assert_units ((double[]){ 47.2, 35.1, 12.5, 5.2 }, 4, 100, (guint[]){ 47, 35, 13, 5 });
  assert_units ((double[]){ 0.4, 99.6 }, 2, 100, (guint[]){ 0, 100 });
  assert_units ((double[]){ 1e308, 1e308 }, 2, 100, (guint[]){ 50, 50 });
  assert_units ((double[]){ NAN, -5, 0, INFINITY, 3 }, 5, 10, (guint[]){ 0, 0, 0, 0, 10 });
  assert_units ((double[]){ NAN, 0 }, 2, 10, (guint[]){ 0, 0 });
  jipyo_apportion (NULL, 0, 10, NULL);
}

static void
test_units_of_anything (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  double parts[40];
  guint units[40];

  for (int round = 0; round < 2000; round++) {
    const guint n = (guint) g_rand_int_range (rand, 1, 40);
    const guint n_units = (guint) g_rand_int_range (rand, 0, 300);
    double sum = 0;
    guint shared = 0;
    for (guint i = 0; i < n; i++) {
      parts[i] = pow (10, g_rand_double_range (rand, -4, 4));
      sum += parts[i];
    }
    jipyo_apportion (parts, n, n_units, units);
    for (guint i = 0; i < n; i++) {
      g_assert_cmpfloat (fabs (units[i] - parts[i] / sum * n_units), <, 1 + 1e-6);
      shared += units[i];
    }
    g_assert_cmpuint (shared, ==, n_units);
  }
}

/* The example of the paper: 6, 6, 4, 3, 2, 2, 1 in 6 × 4. */
static void
test_squares_in_numbers (void)
{
  static const double parts[] = { 6, 6, 4, 3, 2, 2, 1 };
  static const JipyoRect expected[] = {
    { 0, 0, 3, 2 },
    { 0, 2, 3, 2 },
    { 3, 0, 12 / 7.0, 7 / 3.0 },
    { 3 + 12 / 7.0, 0, 9 / 7.0, 7 / 3.0 },
    { 3, 7 / 3.0, 1.2, 5 / 3.0 },
  };
  const JipyoRect area = { 0, 0, 6, 4 };
  JipyoRect rects[7];

  jipyo_squares_lay (parts, 7, &area, rects);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_assert_cmpfloat_with_epsilon (rects[i].x, expected[i].x, 1e-9);
    g_assert_cmpfloat_with_epsilon (rects[i].y, expected[i].y, 1e-9);
    g_assert_cmpfloat_with_epsilon (rects[i].width, expected[i].width, 1e-9);
    g_assert_cmpfloat_with_epsilon (rects[i].height, expected[i].height, 1e-9);
  }
}

static gboolean
overlap (const JipyoRect *a, const JipyoRect *b)
{
  const double slack = 1e-6;

  return MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x) > slack
         && MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y) > slack;
}

static void
test_squares_of_anything (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  double parts[60];
  JipyoRect rects[60];

  for (int round = 0; round < 400; round++) {
    const guint n = (guint) g_rand_int_range (rand, 1, 60);
    const JipyoRect area = { 10, -20, g_rand_double_range (rand, 1, 900),
                             g_rand_double_range (rand, 1, 900) };
    double sum = 0;
    for (guint i = 0; i < n; i++) {
      parts[i] = i % 9 == 5 ? (i % 2 ? NAN : -1) : pow (10, g_rand_double_range (rand, -3, 3));
      sum += parts[i] > 0 ? parts[i] : 0;
    }
    jipyo_squares_lay (parts, n, &area, rects);
    for (guint i = 0; i < n; i++) {
      const double share = parts[i] > 0 ? parts[i] / sum : 0;
      g_assert_cmpfloat_with_epsilon (rects[i].width * rects[i].height,
                                      share * area.width * area.height,
                                      area.width * area.height * 1e-9);
      g_assert_cmpfloat (rects[i].x, >=, area.x - 1e-6);
      g_assert_cmpfloat (rects[i].y, >=, area.y - 1e-6);
      g_assert_cmpfloat (rects[i].x + rects[i].width, <=, area.x + area.width + 1e-6);
      g_assert_cmpfloat (rects[i].y + rects[i].height, <=, area.y + area.height + 1e-6);
      for (guint k = 0; k < i; k++)
        g_assert_false (overlap (&rects[i], &rects[k]));
    }
  }
}

static void
test_squares_at_the_edge (void)
{
  const JipyoRect area = { 0, 0, 100, 50 };
  JipyoRect rects[3];

  jipyo_squares_lay ((double[]){ 1e308, 1e308, 1e-308 }, 3, &area, rects);
  g_assert_cmpfloat_with_epsilon (rects[0].width, 50, 1e-9);
  g_assert_cmpfloat_with_epsilon (rects[1].width, 50, 1e-9);
  jipyo_squares_lay ((double[]){ INFINITY, NAN, 0 }, 3, &area, rects);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat (rects[i].width, ==, 0);
}

/* More is further from the ground, at every step, in every theme and colour. */
static void
test_ramp (void)
{
  for (int theme = 0; theme < JIPYO_N_THEMES; theme++)
    for (int role = 0; role <= JIPYO_ROLE_DOWN; role++)
      for (guint index = 0; index < JIPYO_THEME_PALETTE; index++) {
        const JipyoTheme *t = jipyo_theme_get ((JipyoThemeId) theme);
        const JipyoColourKey key = { (JipyoRole) role, index };
        double before = 1.08;
        for (int i = 0; i <= 20; i++) {
          const guint32 colour = jipyo_ramp_get_colour (t, key, i / 20.0);
          const double contrast = jipyo_colour_contrast (colour, t->card);
          g_assert_cmpfloat (contrast, >, before);
          g_assert_cmpfloat (jipyo_colour_contrast (colour, jipyo_ramp_get_ink (colour)), >=, 4.5);
          before = contrast;
        }
        g_assert_cmpfloat (before, >, 5);
        g_assert_cmphex (jipyo_ramp_get_colour (t, key, NAN), ==,
                         jipyo_ramp_get_colour (t, key, -3));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/shares/bins-in-numbers", test_bins_in_numbers);
  g_test_add_func ("/chart/shares/bins-of-anything", test_bins_of_anything);
  g_test_add_func ("/chart/shares/units-in-numbers", test_units_in_numbers);
  g_test_add_func ("/chart/shares/units-of-anything", test_units_of_anything);
  g_test_add_func ("/chart/shares/squares-in-numbers", test_squares_in_numbers);
  g_test_add_func ("/chart/shares/squares-of-anything", test_squares_of_anything);
  g_test_add_func ("/chart/shares/squares-at-the-edge", test_squares_at_the_edge);
  g_test_add_func ("/chart/shares/ramp", test_ramp);
  return g_test_run ();
}

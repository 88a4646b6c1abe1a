/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Widths of columns: figures keep theirs, text gives way, the rest is left out.
 */

#include "jipyo-grid-columns.h"

#include <math.h>

static const double GAP = 10;

static double
sum (const JipyoGridColumn *columns, guint n)
{
  double total = GAP * (n - 1);

  for (guint i = 0; i < n; i++)
    total += columns[i].width;
  return total;
}

static void
test_fill (void)
{
  JipyoGridColumn columns[] = {
    { JIPYO_ALIGN_START, 100, 50, 0, 0 },
    { JIPYO_ALIGN_END, 60, 60, 0, 0 },
    { JIPYO_ALIGN_BAR, 80, 40, 0, 0 },
  };

  g_assert_cmpuint (jipyo_grid_columns_fit (columns, 3, GAP, 360), ==, 3);
  g_assert_cmpfloat_with_epsilon (sum (columns, 3), 360, 1e-6);
  /* Three of five shares of the spare hundred go to the bars. */
  g_assert_cmpfloat_with_epsilon (columns[0].width, 120, 1e-6);
  g_assert_cmpfloat_with_epsilon (columns[1].width, 80, 1e-6);
  g_assert_cmpfloat_with_epsilon (columns[2].width, 140, 1e-6);
}

static void
test_text_gives_way (void)
{
  JipyoGridColumn columns[] = {
    { JIPYO_ALIGN_START, 300, 50, 0, 0 },
    { JIPYO_ALIGN_START, 100, 50, 0, 0 },
    { JIPYO_ALIGN_END, 60, 60, 0, 0 },
  };

  g_assert_cmpuint (jipyo_grid_columns_fit (columns, 3, GAP, 300), ==, 3);
  g_assert_cmpfloat_with_epsilon (sum (columns, 3), 300, 1e-6);
  g_assert_cmpfloat (columns[2].width, ==, 60);
  /* The wide one is cut first, to where a common width suffices. */
  g_assert_cmpfloat_with_epsilon (columns[0].width, 120, 1e-6);
  g_assert_cmpfloat_with_epsilon (columns[1].width, 100, 1e-6);
}

/* A word stays whole as long as a column of many words can give way for it. */
static void
test_words (void)
{
  JipyoGridColumn columns[] = {
    { JIPYO_ALIGN_START, 300, 50, 40, 0 },
    { JIPYO_ALIGN_START, 130, 50, 130, 0 },
    { JIPYO_ALIGN_END, 60, 60, 0, 0 },
  };

  g_assert_cmpuint (jipyo_grid_columns_fit (columns, 3, GAP, 280), ==, 3);
  g_assert_cmpfloat_with_epsilon (sum (columns, 3), 280, 1e-6);
  g_assert_cmpfloat_with_epsilon (columns[0].width, 70, 1e-6);
  g_assert_cmpfloat_with_epsilon (columns[1].width, 130, 1e-6);
  /* It cannot: both give way, none is left out. */
  g_assert_cmpuint (jipyo_grid_columns_fit (columns, 3, GAP, 240), ==, 3);
  g_assert_cmpfloat_with_epsilon (columns[0].width, 80, 1e-6);
  g_assert_cmpfloat_with_epsilon (columns[1].width, 80, 1e-6);
}

static void
test_left_out (void)
{
  JipyoGridColumn columns[] = {
    { JIPYO_ALIGN_START, 100, 50, 0, 0 },
    { JIPYO_ALIGN_END, 60, 60, 0, 0 },
    { JIPYO_ALIGN_END, 60, 60, 0, 0 },
  };

  g_assert_cmpuint (jipyo_grid_columns_fit (columns, 3, GAP, 130), ==, 2);
  g_assert_cmpfloat (columns[1].width, ==, 60);
  g_assert_cmpfloat_with_epsilon (sum (columns, 2), 130, 1e-6);
  g_assert_cmpuint (jipyo_grid_columns_fit (columns, 0, GAP, 130), ==, 0);
}

static void
test_any (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (int round = 0; round < 2000; round++) {
    JipyoGridColumn columns[8];
    const guint n = g_rand_int_range (random, 1, 9);
    const double width = g_rand_double_range (random, 20, 1200);

    for (guint i = 0; i < n; i++) {
      const double natural = g_rand_double_range (random, 5, 300);
      columns[i] = (JipyoGridColumn){ g_rand_int_range (random, 0, 3), natural,
                                      g_rand_double_range (random, 1, natural),
                                      g_rand_double_range (random, 0, 400), 0 };
      if (columns[i].align == JIPYO_ALIGN_END)
        columns[i].minimum = natural;
    }
    const guint shown = jipyo_grid_columns_fit (columns, n, GAP, width);
    g_assert_cmpuint (shown, >=, 1);
    if (shown > 1)
      g_assert_cmpfloat (sum (columns, shown), <=, width + 1e-6);
    for (guint i = 0; i < shown; i++)
      g_assert_cmpfloat (columns[i].width, >=, columns[i].minimum - 1e-6);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/grid-columns/fill", test_fill);
  g_test_add_func ("/chart/grid-columns/text-gives-way", test_text_gives_way);
  g_test_add_func ("/chart/grid-columns/words", test_words);
  g_test_add_func ("/chart/grid-columns/left-out", test_left_out);
  g_test_add_func ("/chart/grid-columns/any", test_any);
  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "jipyo-label-placement.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void
test_spread_exact (void)
{
  const JipyoSpread spread = { .low = 0, .high = 100, .height = 10 };
  double apart[] = { 20, 50, 80 };
  double close[] = { 48, 50, 52 };
  double edge[] = { 1, 2, 99 };

  g_assert_true (jipyo_label_spread (apart, 3, &spread));
  g_assert_cmpfloat (apart[0], ==, 20);
  g_assert_cmpfloat (apart[2], ==, 80);
  g_assert_true (jipyo_label_spread (close, 3, &spread));
  g_assert_cmpfloat_with_epsilon (close[0], 40, 1e-9);
  g_assert_cmpfloat_with_epsilon (close[1], 50, 1e-9);
  g_assert_cmpfloat_with_epsilon (close[2], 60, 1e-9);
  g_assert_true (jipyo_label_spread (edge, 3, &spread));
  g_assert_cmpfloat_with_epsilon (edge[0], 5, 1e-9);
  g_assert_cmpfloat_with_epsilon (edge[1], 15, 1e-9);
  g_assert_cmpfloat_with_epsilon (edge[2], 95, 1e-9);
}

/* A label of two lines takes the room of two, the others theirs. */
static void
test_spread_heights (void)
{
  const double heights[] = { 10, 20, 10 };
  const JipyoSpread spread = { .low = 0, .high = 40, .heights = heights };
  const JipyoSpread less = { .low = 0, .high = 39, .heights = heights };
  double apart[] = { 5, 20, 35 };
  double close[] = { 19, 20, 21 };

  g_assert_true (jipyo_label_spread (apart, 3, &spread));
  g_assert_true (jipyo_label_spread (close, 3, &spread));
  for (guint i = 0; i < 3; i++) {
    g_assert_cmpfloat_with_epsilon (apart[i], 5 + 15 * i, 1e-9);
    g_assert_cmpfloat_with_epsilon (close[i], 5 + 15 * i, 1e-9);
  }
  g_assert_false (jipyo_label_spread (close, 3, &less));
}

static void
test_spread_too_many (void)
{
  const JipyoSpread spread = { .low = 0, .high = 25, .height = 10 };
  double centres[] = { 3, 4, 5 };

  g_assert_false (jipyo_label_spread (centres, 3, &spread));
  g_assert_cmpfloat (centres[1], ==, 4);
  g_assert_true (jipyo_label_spread (NULL, 0, &spread));
}

static int
compare_doubles (const void *a, const void *b)
{
  const double one = *(const double *) a, two = *(const double *) b;

  return (one > two) - (one < two);
}

static double
sum_of_squares (const double *a, const double *b, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += (a[i] - b[i]) * (a[i] - b[i]);
  return sum;
}

/* Labels never overlap, stay inside, keep their order; and no allowed nudge of one of them brings
 * the whole closer to what was wanted. */
static void
test_spread_property (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (int round = 0; round < 500; round++) {
    double wanted[12], centres[12], heights[12];
    const JipyoSpread spread = { .low = 10, .high = 300, .heights = heights };
    const guint n = (guint) g_rand_int_range (rand, 1, 12);
    for (guint i = 0; i < n; i++)
      wanted[i] = g_rand_double_range (rand, 0, 320);
    for (guint i = 0; i < n; i++)
      heights[i] = g_rand_double_range (rand, 5, 25);
    qsort (wanted, n, sizeof (double), compare_doubles);
    memcpy (centres, wanted, sizeof (centres));
    if (!jipyo_label_spread (centres, n, &spread))
      continue;
    const double least = sum_of_squares (wanted, centres, n);
    for (guint i = 0; i < n; i++) {
      const double half = heights[i] / 2;
      const double floor_y = half + (i == 0 ? spread.low : centres[i - 1] + heights[i - 1] / 2);
      const double ceiling =
        (i + 1 == n ? spread.high : centres[i + 1] - heights[i + 1] / 2) - half;
      g_assert_cmpfloat (centres[i], >=, floor_y - 1e-6);
      g_assert_cmpfloat (centres[i], <=, ceiling + 1e-6);
      const double kept = centres[i];
      centres[i] = CLAMP (kept + 0.5, floor_y, MAX (floor_y, ceiling));
      g_assert_cmpfloat (sum_of_squares (wanted, centres, n), >=, least - 1e-6);
      centres[i] = CLAMP (kept - 0.5, floor_y, MAX (floor_y, ceiling));
      g_assert_cmpfloat (sum_of_squares (wanted, centres, n), >=, least - 1e-6);
      centres[i] = kept;
    }
  }
}

static void
test_choose (void)
{
  const JipyoRect wishes[] = { { 0, 0, 10, 10 }, { 20, 0, 10, 10 }, { 95, 0, 10, 10 } };
  JipyoLabelField field;

  jipyo_label_field_init (&field, (JipyoRect){ 0, 0, 100, 100 });
  g_assert_cmpint (jipyo_label_field_choose (&field, wishes, 3), ==, 0);
  g_assert_cmpint (jipyo_label_field_choose (&field, wishes, 3), ==, 1);
  g_assert_cmpint (jipyo_label_field_choose (&field, wishes, 3), ==, -1);
  /* Edges may touch, unless a gap is asked for. */
  const JipyoRect beside = { 10, 0, 10, 10 };
  g_assert_true (jipyo_label_field_is_free (&field, beside));
  field.gap = 1;
  g_assert_false (jipyo_label_field_is_free (&field, beside));
  jipyo_label_field_clear (&field);
}

/* Within bounds and off everything that was placed earlier; worked out apart from the code. */
static gboolean
is_allowed (const JipyoRect *rect, const JipyoRect *bounds, const GArray *placed)
{
  if (rect->x < bounds->x || rect->x + rect->width > bounds->x + bounds->width
      || rect->y < bounds->y || rect->y + rect->height > bounds->y + bounds->height)
    return FALSE;
  for (guint i = 0; i < placed->len; i++) {
    const JipyoRect *other = &g_array_index (placed, JipyoRect, i);

    if (rect->x < other->x + other->width && other->x < rect->x + rect->width
        && rect->y < other->y + other->height && other->y < rect->y + rect->height)
      return FALSE;
  }
  return TRUE;
}

/* None covers another, each is within bounds, each has the first of its places that those before it
 * left; one without a place had none. */
static void
test_choose_property (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (JipyoRect));
  const JipyoRect bounds = { 7, 3, 200, 100 };
  JipyoLabelField field;
  guint n_without = 0;

  jipyo_label_field_init (&field, bounds);
  for (int i = 0; i < 400; i++) {
    JipyoRect wishes[4];
    int expected = -1;

    for (int k = 0; k < 4; k++)
      wishes[k] = (JipyoRect){ g_rand_int_range (rand, -20, 220), g_rand_int_range (rand, -20, 120),
                               g_rand_int_range (rand, 1, 30), g_rand_int_range (rand, 1, 15) };
    for (int k = 3; k >= 0; k--)
      expected = is_allowed (&wishes[k], &bounds, placed) ? k : expected;
    g_assert_cmpint (jipyo_label_field_choose (&field, wishes, 4), ==, expected);
    if (expected >= 0)
      g_array_append_val (placed, wishes[expected]);
    n_without += expected < 0 ? 1 : 0;
  }
  g_assert_cmpuint (field.taken->len, ==, placed->len);
  g_assert_cmpuint (placed->len, >, 10);
  g_assert_cmpuint (n_without, >, 10);
  jipyo_label_field_clear (&field);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/label-placement/spread-exact", test_spread_exact);
  g_test_add_func ("/chart/label-placement/spread-heights", test_spread_heights);
  g_test_add_func ("/chart/label-placement/spread-too-many", test_spread_too_many);
  g_test_add_func ("/chart/label-placement/spread-property", test_spread_property);
  g_test_add_func ("/chart/label-placement/choose", test_choose);
  g_test_add_func ("/chart/label-placement/choose-property", test_choose_property);
  return g_test_run ();
}

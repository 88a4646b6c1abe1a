/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns and their pyramid against plain loops, with any lengths, gaps and orders.
 */

#include "jipyo-columns.h"

#include <math.h>
#include <string.h>

typedef struct {
  double *positions;
  double *values;
  guint n;
} Points;

static const double oddities[] = { NAN, INFINITY, -INFINITY, -0.0, 0, 1e308, -1e308, 5e-324 };

static Points
make_points (GRand *rand, guint n, double odd_share)
{
  Points points = { g_new (double, n + 1), g_new (double, n + 1), n };
  double position = g_rand_double_range (rand, -1e6, 1e6), value = 0;

  for (guint i = 0; i < n; i++) {
    const gboolean odd = g_rand_double (rand) < odd_share;
    value += g_rand_double_range (rand, -1, 1);
    points.positions[i] = position;
    points.values[i] = odd ? oddities[g_rand_int_range (rand, 0, G_N_ELEMENTS (oddities))] : value;
    position += g_rand_int_range (rand, 0, 3) * 0.5;
  }
  return points;
}

static void
points_clear (Points *points)
{
  g_free (points->positions);
  g_free (points->values);
}

static JipyoColumns *
make_columns (const Points *points)
{
  const JipyoColumnData data = {
    .positions = points->positions,
    .values = points->values,
    .n = points->n,
  };

  return jipyo_columns_new (&data, NULL, NULL);
}

static gboolean
is_gap (double value, double floor)
{
  return !isfinite (value) || value <= floor;
}

static JipyoExtremes
measure_slowly (const Points *points, JipyoColumnRange range, double floor)
{
  JipyoExtremes found = JIPYO_NO_EXTREMES;

  for (guint i = range.first; i < range.end; i++) {
    if (is_gap (points->values[i], floor)) {
      found.gaps = TRUE;
      continue;
    }
    found.low = MIN (found.low, points->values[i]);
    found.high = MAX (found.high, points->values[i]);
  }
  return found;
}

static void
check_range (const JipyoColumns *columns,
             const Points *points,
             JipyoColumnRange range,
             double floor)
{
  const JipyoExtremes fast = jipyo_columns_measure (columns, range, floor);
  const JipyoExtremes slow = measure_slowly (points, range, floor);
  guint first = range.first, last = range.end;

  g_assert_cmpfloat (fast.low, ==, slow.low);
  g_assert_cmpfloat (fast.high, ==, slow.high);
  g_assert_cmpint (fast.gaps, ==, slow.gaps);
  while (first < range.end && !is_gap (points->values[first], floor))
    first++;
  while (last > range.first && !is_gap (points->values[last - 1], floor))
    last--;
  g_assert_cmpuint (jipyo_columns_find_gap (columns, range, floor), ==, first);
  g_assert_cmpuint (jipyo_columns_find_last_gap (columns, range, floor), ==,
                    last == range.first ? range.end : last - 1);
}

/* Any range of any length around the sizes of blocks. */
static void
test_extremes (void)
{
  static const guint lengths[] = { 0, 1, 3, 63, 127, 128, 129, 1023, 1024, 1025, 20000, 70000 };
  static const double odd_shares[] = { 0, 0.0005, 0.3, 1 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    for (guint k = 0; k < G_N_ELEMENTS (odd_shares); k++) {
      Points points = make_points (rand, lengths[i], odd_shares[k]);
      g_autoptr (JipyoColumns) columns = make_columns (&points);
      for (guint turn = 0; turn < 40; turn++) {
        const guint a = (guint) g_rand_int_range (rand, 0, (int) points.n + 1);
        const guint b = (guint) g_rand_int_range (rand, 0, (int) points.n + 1);
        const JipyoColumnRange range = { MIN (a, b), turn == 0 ? points.n : MAX (a, b) };
        check_range (columns, &points, range, turn % 3 == 0 ? 0 : -G_MAXDOUBLE);
      }
      points_clear (&points);
    }
}

static guint
find_slowly (const JipyoColumns *columns, double position)
{
  guint i = 0;

  while (i < jipyo_columns_get_n (columns) && jipyo_columns_get_position (columns, i) < position)
    i++;
  return i;
}

/* Whatever the guess. */
static void
test_find (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint turn = 0; turn < 300; turn++) {
    Points points = make_points (rand, (guint) g_rand_int_range (rand, 0, 300), 0);
    const JipyoColumnData even = {
      .start = g_rand_double_range (rand, -1e9, 1e9),
      .step = pow (10, g_rand_double_range (rand, -6, 6)),
      .values = points.values,
      .n = points.n,
    };
    g_autoptr (JipyoColumns) columns =
                 turn % 2 == 0 ? make_columns (&points) : jipyo_columns_new (&even, NULL, NULL);
    for (guint k = 0; k < 30 && points.n > 0; k++) {
      const guint at = (guint) g_rand_int_range (rand, 0, (int) points.n);
      const double offset = g_rand_int_range (rand, -1, 2) * 0.25;
      const double position = jipyo_columns_get_position (columns, at) + offset;
      const guint guess = (guint) g_rand_int_range (rand, 0, (int) points.n + 5);
      g_assert_cmpuint (jipyo_columns_find (columns, position, guess), ==,
                        find_slowly (columns, position));
    }
    g_assert_cmpuint (jipyo_columns_find (columns, INFINITY, 0), ==, points.n);
    g_assert_cmpuint (jipyo_columns_find (columns, -INFINITY, 9), ==, 0);
    points_clear (&points);
  }
}

/* Sorted, equal positions in their order, nothing without a place. */
static void
test_order (void)
{
  const double positions[] = { 3, NAN, 1, 3, INFINITY, 2, 1, -INFINITY };
  const double values[] = { 30, 0, 10, 31, 0, 20, 11, 0 };
  static const double sorted[] = { 1, 1, 2, 3, 3 };
  static const double kept[] = { 10, 11, 20, 30, 31 };
  const JipyoColumnData data = {
    .positions = positions,
    .values = values,
    .n = G_N_ELEMENTS (values),
  };
  g_autoptr (JipyoColumns) columns = jipyo_columns_new (&data, NULL, NULL);

  g_assert_cmpuint (jipyo_columns_get_n (columns), ==, G_N_ELEMENTS (sorted));
  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++) {
    g_assert_cmpfloat (jipyo_columns_get_position (columns, i), ==, sorted[i]);
    g_assert_cmpfloat (jipyo_columns_get_value (columns, i), ==, kept[i]);
  }
}

static void
owner_freed_cb (gpointer data)
{
  ++*(guint *) data;
}

static void
test_owner (void)
{
  const double values[] = { 1, 2, 3 };
  const JipyoColumnData data = { .start = 10, .step = 5, .values = values, .n = 3 };
  guint n_freed = 0;
  JipyoColumns *columns = jipyo_columns_new (&data, owner_freed_cb, &n_freed);

  g_assert_cmpfloat (jipyo_columns_get_position (columns, 2), ==, 20);
  jipyo_columns_unref (jipyo_columns_ref (columns));
  g_assert_cmpuint (n_freed, ==, 0);
  jipyo_columns_unref (columns);
  g_assert_cmpuint (n_freed, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/columns/extremes", test_extremes);
  g_test_add_func ("/chart/columns/find", test_find);
  g_test_add_func ("/chart/columns/order", test_order);
  g_test_add_func ("/chart/columns/owner", test_owner);
  return g_test_run ();
}

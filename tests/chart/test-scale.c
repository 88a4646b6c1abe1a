/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "jipyo-scale.h"

#include <float.h>
#include <math.h>

static JipyoScale
make_scale (JipyoScaleKind kind, double low, double high)
{
  JipyoScale scale = jipyo_scale_new (kind, low, high);

  scale.from = 100;
  scale.to = 500;
  return scale;
}

static void
test_linear (void)
{
  const JipyoScale scale = make_scale (JIPYO_SCALE_LINEAR, 0, 200);

  g_assert_cmpfloat (jipyo_scale_map (&scale, 0), ==, 100);
  g_assert_cmpfloat (jipyo_scale_map (&scale, 50), ==, 200);
  g_assert_cmpfloat (jipyo_scale_map (&scale, 200), ==, 500);
  g_assert_cmpfloat (jipyo_scale_map (&scale, -50), ==, 0);
  g_assert_cmpfloat (jipyo_scale_invert (&scale, 300), ==, 100);
  g_assert_true (jipyo_scale_has (&scale, 0));
  g_assert_true (jipyo_scale_has (&scale, 200));
  g_assert_false (jipyo_scale_has (&scale, 200.1));
}

static void
test_log (void)
{
  const JipyoScale scale = make_scale (JIPYO_SCALE_LOG, 1, 10000);

  g_assert_cmpfloat_with_epsilon (jipyo_scale_map (&scale, 1), 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (jipyo_scale_map (&scale, 100), 300, 1e-9);
  g_assert_cmpfloat_with_epsilon (jipyo_scale_invert (&scale, 400), 1000, 1e-9);
  g_assert_true (isnan (jipyo_scale_map (&scale, 0)));
  g_assert_true (isnan (jipyo_scale_map (&scale, -3)));
}

static void
test_band (void)
{
  const JipyoScale scale = make_scale (JIPYO_SCALE_BAND, 0, 4);

  g_assert_cmpfloat (jipyo_scale_get_band_width (&scale), ==, 100);
  g_assert_cmpfloat (jipyo_scale_map (&scale, 0), ==, 150);
  g_assert_cmpfloat (jipyo_scale_map (&scale, 3), ==, 450);
  g_assert_cmpfloat (jipyo_scale_invert (&scale, 250), ==, 1);
  g_assert_true (jipyo_scale_has (&scale, 3));
  g_assert_false (jipyo_scale_has (&scale, 4));
  /* What lies before each band is no part of it. */
  JipyoScale headed = scale;
  headed.head = 40;
  g_assert_cmpfloat (jipyo_scale_get_band_width (&headed), ==, 60);
  g_assert_cmpfloat (jipyo_scale_map (&headed, 3), ==, 470);
  g_assert_cmpfloat (jipyo_scale_invert (&headed, 270), ==, 1);
}

/* sign (v) · log10 (1 + |v| / c), zero in the middle. */
static void
test_symlog (void)
{
  JipyoScale scale = make_scale (JIPYO_SCALE_SYMLOG, -9990, 9990);

  g_assert_cmpfloat_with_epsilon (scale.constant, 1, 1e-12);
  jipyo_scale_set_constant (&scale, 10);
  g_assert_cmpfloat_with_epsilon (scale.constant, 10, 1e-12);
  g_assert_cmpfloat_with_epsilon (jipyo_scale_map (&scale, 0), 300, 1e-9);
  g_assert_cmpfloat_with_epsilon (jipyo_scale_map (&scale, 9990), 500, 1e-9);
  g_assert_cmpfloat_with_epsilon (jipyo_scale_map (&scale, -9990), 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (jipyo_scale_map (&scale, 90), 300 + 200 / 3.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (jipyo_scale_map (&scale, -90), 300 - 200 / 3.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (jipyo_scale_invert (&scale, 300 + 200 / 3.0), 90, 1e-9);
  g_assert_cmpfloat_with_epsilon (jipyo_scale_invert (&scale, 300), 0, 1e-9);
  jipyo_scale_set_constant (&scale, NAN);
  g_assert_cmpfloat_with_epsilon (scale.constant, 1000, 1e-9);
  jipyo_scale_set_constant (&scale, 1e-300);
  g_assert_cmpfloat (scale.constant, >, 0);
  g_assert_true (isfinite (jipyo_scale_map (&scale, 1e300)));
}

/* Friday's close and Monday's opening are one place; bounds in closed time keep the calendar. */
static void
test_sessions (void)
{
  static const JipyoOpening days[] = { { 1000, 2000 }, { 9000, 10000 } };
  g_autoptr (JipyoSessions) sessions = jipyo_sessions_new (days, 2);
  JipyoScale scale = make_scale (JIPYO_SCALE_TIME, 1000, 10000);
  JipyoScale closed = make_scale (JIPYO_SCALE_TIME, 3000, 4000);

  jipyo_scale_set_sessions (&scale, sessions);
  g_assert_cmpfloat (jipyo_scale_map (&scale, 1500), ==, 200);
  g_assert_cmpfloat (jipyo_scale_map (&scale, 2000), ==, 300);
  g_assert_cmpfloat (jipyo_scale_map (&scale, 5000), ==, 300);
  g_assert_cmpfloat (jipyo_scale_map (&scale, 9000), ==, 300);
  g_assert_cmpfloat (jipyo_scale_map (&scale, 10000), ==, 500);
  g_assert_cmpfloat (jipyo_scale_invert (&scale, 300), ==, 9000);
  g_assert_cmpfloat (jipyo_scale_invert (&scale, 250), ==, 1750);
  jipyo_scale_set_sessions (&closed, sessions);
  g_assert_null (closed.sessions);
  g_assert_cmpfloat (jipyo_scale_map (&closed, 3500), ==, 300);
}

static void
test_turned_around (void)
{
  JipyoScale scale = jipyo_scale_new (JIPYO_SCALE_LINEAR, 0, 10);

  scale.from = 400;
  scale.to = 0;
  g_assert_cmpfloat (jipyo_scale_map (&scale, 10), ==, 0);
  g_assert_cmpfloat (jipyo_scale_map (&scale, 2.5), ==, 300);
  g_assert_cmpfloat (jipyo_scale_invert (&scale, 100), ==, 7.5);
}

/* Whatever bounds come in, low < high and everything maps to something finite. */
static void
test_hostile_bounds (void)
{
  static const double bounds[] = { 0,         1,      -1,      5,    1e300,
                                   -1e300,    1e308,  -1e308,  NAN,  INFINITY,
                                   -INFINITY, 1e-320, DBL_MIN, 1e15, 1e15 + 1 };

  static const JipyoScaleKind kinds[] = { JIPYO_SCALE_LINEAR, JIPYO_SCALE_LOG, JIPYO_SCALE_TIME,
                                          JIPYO_SCALE_SYMLOG };

  for (guint n = 0; n < G_N_ELEMENTS (kinds); n++)
    for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
      for (guint j = 0; j < G_N_ELEMENTS (bounds); j++) {
        const JipyoScaleKind kind = kinds[n];
        const JipyoScale scale = make_scale (kind, bounds[i], bounds[j]);
        g_assert_true (isfinite (scale.low) && isfinite (scale.high));
        g_assert_cmpfloat (scale.low, <, scale.high);
        if (kind == JIPYO_SCALE_LOG)
          g_assert_cmpfloat (scale.low, >, 0);
        g_assert_cmpfloat_with_epsilon (jipyo_scale_map (&scale, scale.low), 100, 1e-6);
        g_assert_cmpfloat_with_epsilon (jipyo_scale_map (&scale, scale.high), 500, 1e-6);
        for (guint k = 0; k < G_N_ELEMENTS (bounds); k++) {
          const double place = jipyo_scale_map (&scale, bounds[k]);
          g_assert_true (isfinite (place) || isnan (bounds[k]) || kind == JIPYO_SCALE_LOG);
          g_assert_true (isnan (place) || fabs (place) < 1e5);
        }
      }
}

static void
test_constant (void)
{
  JipyoScale scale = jipyo_scale_new (JIPYO_SCALE_LINEAR, 42, 42);

  g_assert_cmpfloat (scale.low, ==, 21);
  g_assert_cmpfloat (scale.high, ==, 63);
  scale = jipyo_scale_new (JIPYO_SCALE_LINEAR, 0, 0);
  g_assert_cmpfloat (scale.low, ==, -1);
  g_assert_cmpfloat (scale.high, ==, 1);
  scale = jipyo_scale_new (JIPYO_SCALE_LOG, 10, 10);
  g_assert_cmpfloat (scale.low, ==, 1);
  g_assert_cmpfloat (scale.high, ==, 100);
  scale = jipyo_scale_new (JIPYO_SCALE_TIME, 1754265600, 1754265600);
  g_assert_cmpfloat (scale.high - scale.low, ==, 86400);
  /* No room at all: everywhere is its low end. */
  scale.from = scale.to = 7;
  g_assert_cmpfloat (jipyo_scale_invert (&scale, 9), ==, scale.low);
}

static void
test_round_trip_and_monotone (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (int n = 0; n < 500; n++) {
    static const JipyoScaleKind kinds[] = { JIPYO_SCALE_LINEAR, JIPYO_SCALE_LOG,
                                            JIPYO_SCALE_SYMLOG };
    const JipyoScaleKind kind = kinds[n % 3];
    const double least = pow (10, g_rand_double_range (rand, -6, 14));
    const double b = least * g_rand_double_range (rand, 1.1, 1e4);
    const double a = kind == JIPYO_SCALE_LOG ? least : -least * g_rand_double_range (rand, -1, 50);
    const JipyoScale scale = make_scale (kind, a, b);
    double before = -INFINITY;
    for (int i = 0; i <= 20; i++) {
      const double value = a + (b - a) * i / 20;
      const double place = jipyo_scale_map (&scale, value);
      g_assert_cmpfloat (place, >, before);
      before = place;
      g_assert_cmpfloat (fabs (jipyo_scale_invert (&scale, place) - value), <=,
                         MAX (fabs (a), fabs (b)) * 1e-9);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/scale/linear", test_linear);
  g_test_add_func ("/chart/scale/log", test_log);
  g_test_add_func ("/chart/scale/band", test_band);
  g_test_add_func ("/chart/scale/symlog", test_symlog);
  g_test_add_func ("/chart/scale/sessions", test_sessions);
  g_test_add_func ("/chart/scale/turned-around", test_turned_around);
  g_test_add_func ("/chart/scale/hostile-bounds", test_hostile_bounds);
  g_test_add_func ("/chart/scale/constant", test_constant);
  g_test_add_func ("/chart/scale/round-trip-and-monotone", test_round_trip_and_monotone);
  return g_test_run ();
}

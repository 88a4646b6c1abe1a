/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whoever sees two marks of one picture tells them apart: by colour, and never by colour alone.
 */

#include "colour-sight.h"
#include "jipyo-theme.h"

#include <math.h>

/* A difference of 1 is about the least that is noticed side by side; ten of them are seen at a
 * glance and across a picture. */
static const double FLOOR_TEAMS = 12;
static const double FLOOR_SERIES = 9;
static const double FLOOR_DIRECTIONS = 12;
static const double FLOOR_CROSSING = 35;
static const double LIGHTER_CROSSING = 10;

/* All 34 pairs of Sharma, Wu and Dalal, table 1. */
static void
test_formula (void)
{
  static const struct {
    Lab one, two;
    double difference;
  } pairs[] = {
    { { 50, 2.6772, -79.7751 }, { 50, 0, -82.7485 }, 2.0425 },
    { { 50, 3.1571, -77.2803 }, { 50, 0, -82.7485 }, 2.8615 },
    { { 50, 2.8361, -74.0200 }, { 50, 0, -82.7485 }, 3.4412 },
    { { 50, -1.3802, -84.2814 }, { 50, 0, -82.7485 }, 1.0000 },
    { { 50, -1.1848, -84.8006 }, { 50, 0, -82.7485 }, 1.0000 },
    { { 50, -0.9009, -85.5211 }, { 50, 0, -82.7485 }, 1.0000 },
    { { 50, 0, 0 }, { 50, -1, 2 }, 2.3669 },
    { { 50, -1, 2 }, { 50, 0, 0 }, 2.3669 },
    { { 50, 2.4900, -0.0010 }, { 50, -2.4900, 0.0009 }, 7.1792 },
    { { 50, 2.4900, -0.0010 }, { 50, -2.4900, 0.0010 }, 7.1792 },
    { { 50, 2.4900, -0.0010 }, { 50, -2.4900, 0.0011 }, 7.2195 },
    { { 50, 2.4900, -0.0010 }, { 50, -2.4900, 0.0012 }, 7.2195 },
    { { 50, -0.0010, 2.4900 }, { 50, 0.0009, -2.4900 }, 4.8045 },
    { { 50, -0.0010, 2.4900 }, { 50, 0.0010, -2.4900 }, 4.8045 },
    { { 50, -0.0010, 2.4900 }, { 50, 0.0011, -2.4900 }, 4.7461 },
    { { 50, 2.5, 0 }, { 50, 0, -2.5 }, 4.3065 },
    { { 50, 2.5, 0 }, { 73, 25, -18 }, 27.1492 },
    { { 50, 2.5, 0 }, { 61, -5, 29 }, 22.8977 },
    { { 50, 2.5, 0 }, { 56, -27, -3 }, 31.9030 },
    { { 50, 2.5, 0 }, { 58, 24, 15 }, 19.4535 },
    { { 50, 2.5, 0 }, { 50, 3.1736, 0.5854 }, 1.0000 },
    { { 50, 2.5, 0 }, { 50, 3.2972, 0 }, 1.0000 },
    { { 50, 2.5, 0 }, { 50, 1.8634, 0.5757 }, 1.0000 },
    { { 50, 2.5, 0 }, { 50, 3.2592, 0.3350 }, 1.0000 },
    { { 60.2574, -34.0099, 36.2677 }, { 60.4626, -34.1751, 39.4387 }, 1.2644 },
    { { 63.0109, -31.0961, -5.8663 }, { 62.8187, -29.7946, -4.0864 }, 1.2630 },
    { { 61.2901, 3.7196, -5.3901 }, { 61.4292, 2.2480, -4.9620 }, 1.8731 },
    { { 35.0831, -44.1164, 3.7933 }, { 35.0232, -40.0716, 1.5901 }, 1.8645 },
    { { 22.7233, 20.0904, -46.6940 }, { 23.0331, 14.9730, -42.5619 }, 2.0373 },
    { { 36.4612, 47.8580, 18.3852 }, { 36.2715, 50.5065, 21.2231 }, 1.4146 },
    { { 90.8027, -2.0831, 1.4410 }, { 91.1528, -1.6435, 0.0447 }, 1.4441 },
    { { 90.9257, -0.5406, -0.9208 }, { 88.6381, -0.8985, -0.7239 }, 1.5381 },
    { { 6.7747, -0.2908, -2.4247 }, { 5.8714, -0.0985, -2.2286 }, 0.6377 },
    { { 2.0776, 0.0795, -1.1350 }, { 0.9033, -0.0636, -0.5514 }, 0.9082 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    g_assert_cmpfloat_with_epsilon (sight_difference (pairs[i].one, pairs[i].two),
                                    pairs[i].difference, 5e-5);
    g_assert_cmpfloat_with_epsilon (sight_difference (pairs[i].two, pairs[i].one),
                                    pairs[i].difference, 5e-5);
  }
}

/* Greys stay greys to everybody; what is known to be mixed up is. */
static void
test_simulation (void)
{
  for (int sight = 0; sight < N_SIGHTS; sight++) {
    const Lab white = sight_see (0xFFFFFF, (Sight) sight);
    g_assert_cmpfloat_with_epsilon (white.l, 100, 0.01);
    g_assert_cmpfloat_with_epsilon (white.a, 0, 0.1);
    g_assert_cmpfloat_with_epsilon (white.b, 0, 0.1);
  }
  g_assert_cmpfloat (
    sight_difference (sight_see (0x9A7B00, SIGHT_FULL), sight_see (0xD55E00, SIGHT_FULL)), >, 20);
  g_assert_cmpfloat (
    sight_difference (sight_see (0x9A7B00, SIGHT_PROTAN), sight_see (0xD55E00, SIGHT_PROTAN)), <,
    5);
}

/* The sight to whom the two are closest. */
static double
measure_worst (guint32 a, guint32 b, Sight *worst)
{
  double least = G_MAXDOUBLE;

  for (int sight = 0; sight < N_SIGHTS; sight++) {
    const double difference =
      sight_difference (sight_see (a, (Sight) sight), sight_see (b, (Sight) sight));
    if (difference >= least)
      continue;
    least = difference;
    *worst = (Sight) sight;
  }
  return least;
}

static void
assert_apart (const JipyoTheme *theme, guint32 a, guint32 b, double floor_value)
{
  Sight worst = SIGHT_FULL;
  const double difference = measure_worst (a, b, &worst);

  if (difference < floor_value)
    g_error ("%s: #%06X and #%06X differ by %.2f in %s, want %.0f", theme->name, a, b, difference,
             sight_get_name (worst), floor_value);
}

static void
test_teams (void)
{
  for (int id = 0; id < JIPYO_N_THEMES; id++) {
    const JipyoTheme *theme = jipyo_theme_get ((JipyoThemeId) id);
    for (guint a = 0; a < JIPYO_THEME_TEAMS; a++)
      for (guint b = 0; b < a; b++)
        assert_apart (theme, theme->team[a], theme->team[b], FLOOR_TEAMS);
  }
}

static void
test_series (void)
{
  for (int id = 0; id < JIPYO_N_THEMES; id++) {
    const JipyoTheme *theme = jipyo_theme_get ((JipyoThemeId) id);
    for (guint a = 0; a < JIPYO_THEME_PALETTE; a++)
      for (guint b = 0; b < a; b++)
        assert_apart (theme, theme->palette[a], theme->palette[b], FLOOR_SERIES);
  }
}

static void
test_directions (void)
{
  for (int id = 0; id < JIPYO_N_THEMES; id++) {
    const JipyoTheme *theme = jipyo_theme_get ((JipyoThemeId) id);
    const JipyoTheme western = jipyo_theme_copy_green_up (theme);
    assert_apart (theme, theme->up, theme->down, FLOOR_DIRECTIONS);
    assert_apart (&western, western.up, western.down, FLOOR_DIRECTIONS);
    /* What the title speaks of, among what it does not. */
    assert_apart (theme, theme->accent, theme->neutral, FLOOR_TEAMS);
    assert_apart (theme, theme->accent, theme->subdued, FLOOR_TEAMS);
  }
}

/* With the accent stand the palette's warm colours and its green (view "investment"); where the
 * accent is red itself, the marker tells them apart. */
static void
test_accent (void)
{
  static const guint beside[] = { 1, 2, 4 };

  for (int id = 0; id < JIPYO_N_THEMES; id++) {
    const JipyoTheme *theme = jipyo_theme_get ((JipyoThemeId) id);
    for (guint i = 0; i < G_N_ELEMENTS (beside); i++) {
      Sight worst;
      if (measure_worst (theme->accent, theme->palette[beside[i]], &worst) < FLOOR_SERIES)
        g_assert_cmpint (theme->id, ==, JIPYO_THEME_PROJECTOR);
      g_assert_cmpint (jipyo_theme_get_marker (theme, beside[i]), !=, JIPYO_MARKER_CIRCLE);
    }
  }
}

/* A year's price in the accent's colour and its average over 120 days cross all along a picture
 * without markers (view "instrument"). Where the accent is red fewer see the difference, which is
 * why the average is dashed. */
static void
test_price_and_average (void)
{
  for (int id = 0; id < JIPYO_N_THEMES; id++) {
    const JipyoTheme *theme = jipyo_theme_get ((JipyoThemeId) id);
    const Lab price = sight_see (theme->accent, SIGHT_FULL);
    const Lab average = sight_see (theme->palette[4], SIGHT_FULL);
    Sight worst = SIGHT_FULL;
    g_assert_cmpfloat (sight_difference (price, average), >=, FLOOR_CROSSING);
    if (theme->id != JIPYO_THEME_PROJECTOR)
      g_assert_cmpfloat (measure_worst (theme->accent, theme->palette[4], &worst), >=,
                         FLOOR_CROSSING);
    /* On dark ground, where hues are pale, by lightness too. */
    if (theme->id == JIPYO_THEME_DARK)
      g_assert_cmpfloat (fabs (price.l - average.l), >=, LIGHTER_CROSSING);
  }
}

/* The second channel: six indices, six dashes, six markers. */
static void
test_not_colour_alone (void)
{
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);

  for (guint a = 0; a < JIPYO_THEME_TEAMS; a++)
    for (guint b = 0; b < a; b++) {
      int n_a = 0, n_b = 0;
      const double *dash_a = jipyo_theme_get_dash (theme, a, &n_a);
      const double *dash_b = jipyo_theme_get_dash (theme, b, &n_b);
      g_assert_true (dash_a != dash_b);
      g_assert_cmpint (jipyo_theme_get_marker (theme, a), !=, jipyo_theme_get_marker (theme, b));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/sight/formula", test_formula);
  g_test_add_func ("/chart/sight/simulation", test_simulation);
  g_test_add_func ("/chart/sight/teams", test_teams);
  g_test_add_func ("/chart/sight/series", test_series);
  g_test_add_func ("/chart/sight/directions", test_directions);
  g_test_add_func ("/chart/sight/accent", test_accent);
  g_test_add_func ("/chart/sight/price-and-average", test_price_and_average);
  g_test_add_func ("/chart/sight/not-colour-alone", test_not_colour_alone);
  return g_test_run ();
}

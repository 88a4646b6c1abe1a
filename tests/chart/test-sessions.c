/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Open time: the calendar, joining, mapping and back.
 */

#include "jipyo-sessions.h"

#include <math.h>

static void
test_joins (void)
{
  static const JipyoOpening openings[] = {
    { 500, 600 }, { 0, 100 },   { 100, 150 },  { 120, 130 },
    { 700, 700 }, { 900, 800 }, { NAN, 1000 }, { 0, INFINITY },
  };
  g_autoptr (JipyoSessions) sessions = jipyo_sessions_new (openings, G_N_ELEMENTS (openings));
  guint n = 0;
  const JipyoOpening *joined = jipyo_sessions_get_openings (sessions, &n);

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpfloat (joined[0].open, ==, 0);
  g_assert_cmpfloat (joined[0].close, ==, 150);
  g_assert_cmpfloat (joined[1].open, ==, 500);
  g_assert_null (jipyo_sessions_new (&openings[4], 4));
  g_assert_null (jipyo_sessions_new (NULL, 0));
}

static void
test_numbers (void)
{
  static const JipyoOpening openings[] = { { 100, 200 }, { 500, 600 }, { 900, 1000 } };
  g_autoptr (JipyoSessions) sessions = jipyo_sessions_new (openings, 3);
  static const double pairs[][2] = { { 0, -100 },  { 100, 0 },    { 150, 50 },  { 200, 100 },
                                     { 300, 100 }, { 500, 100 },  { 550, 150 }, { 900, 200 },
                                     { 999, 299 }, { 1000, 300 }, { 1500, 800 } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpfloat (jipyo_sessions_map (sessions, pairs[i][0]), ==, pairs[i][1]);
  g_assert_cmpfloat (jipyo_sessions_invert (sessions, -100), ==, 0);
  g_assert_cmpfloat (jipyo_sessions_invert (sessions, 100), ==, 500);
  g_assert_cmpfloat (jipyo_sessions_invert (sessions, 300), ==, 1000);
  g_assert_cmpfloat (jipyo_sessions_invert (sessions, 800), ==, 1500);
  g_assert_cmpint (jipyo_sessions_find (sessions, 99), ==, -1);
  g_assert_cmpint (jipyo_sessions_find (sessions, 100), ==, 0);
  g_assert_cmpint (jipyo_sessions_find (sessions, 450), ==, 0);
  g_assert_cmpint (jipyo_sessions_find (sessions, 1e9), ==, 2);
  g_assert_true (jipyo_sessions_is_open (sessions, 500));
  g_assert_false (jipyo_sessions_is_open (sessions, 600));
  g_assert_false (jipyo_sessions_is_open (sessions, NAN));
}

/* A week of Korean trading: Thursday to Tuesday with a holiday on Friday. */
static void
test_days (void)
{
  const JipyoDate friday = { 2026, 1, 2 };
  const JipyoTradingDays days = {
    .first = { 2026, 1, 1 },
    .last = { 2026, 1, 6 },
    .open_minute = 9 * 60,
    .close_minute = 15 * 60 + 30,
    .holidays = &friday,
    .n_holidays = 1,
  };
  g_autoptr (JipyoSessions) sessions = jipyo_sessions_new_of_days (&days);
  guint n = 0;
  const JipyoOpening *openings = jipyo_sessions_get_openings (sessions, &n);

  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpfloat (openings[0].open, ==, jipyo_date_first_day (days.first) * 86400.0);
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat (openings[i].close - openings[i].open, ==, 6.5 * 3600);
  g_assert_cmpfloat (openings[1].open - openings[0].open, ==, 4 * 86400);
  g_autoptr (JipyoSessions) again = jipyo_sessions_ref (sessions);
  g_assert_true (again == sessions);
}

static gboolean
is_open_on (const JipyoOpening *openings, int n, double day)
{
  const double midnight = day * 86400 - 9 * 3600;

  for (int i = 0; i < n; i++)
    if (openings[i].open < midnight + 86400 && openings[i].close > midnight)
      return TRUE;
  return FALSE;
}

/* Between two days: after the first, until the second. */
static void
expect_days (const JipyoSessions *sessions, const JipyoOpening *openings, int n)
{
  guint n_joined = 0;
  const JipyoOpening *joined = jipyo_sessions_get_openings (sessions, &n_joined);
  const double first = floor ((joined[0].open + 9 * 3600) / 86400);
  const double last = ceil ((joined[n_joined - 1].close + 9 * 3600) / 86400) - 1;

  for (double from = first; from <= last; from++) {
    guint expected = 0;
    for (double to = from; to <= last; to++) {
      const double at[2] = { from * 86400 - 9 * 3600, (to + 1) * 86400 - 9 * 3600 - 1 };
      expected += to > from && is_open_on (openings, n, to) ? 1 : 0;
      g_assert_cmpuint (jipyo_sessions_count_days (sessions, at[0], at[1]), ==, expected);
    }
  }
  g_assert_cmpuint (jipyo_sessions_count_days (sessions, joined[0].open - 86400 * 2, last * 86400),
                    ==, 0);
  g_assert_cmpuint (
    jipyo_sessions_count_days (sessions, joined[0].open, joined[n_joined - 1].close + 86400 * 2),
    ==, 0);
}

/* Whatever the openings: never falling, open moments round trip. */
static void
test_any (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  for (int round = 0; round < 200; round++) {
    JipyoOpening openings[40];
    const int n = g_rand_int_range (rand, 1, 40);
    double before = -INFINITY;
    for (int i = 0; i < n; i++) {
      openings[i].open = floor (g_rand_double_range (rand, -1e6, 1e6));
      openings[i].close = openings[i].open + floor (g_rand_double_range (rand, 1, 1e5));
    }
    g_autoptr (JipyoSessions) sessions = jipyo_sessions_new (openings, (guint) n);
    expect_days (sessions, openings, n);
    for (double time = -1.5e6; time < 1.5e6; time += 7777) {
      const double place = jipyo_sessions_map (sessions, time);
      g_assert_cmpfloat (place, >=, before);
      before = place;
      if (jipyo_sessions_is_open (sessions, time))
        g_assert_cmpfloat (jipyo_sessions_invert (sessions, place), ==, time);
      else
        g_assert_cmpfloat (jipyo_sessions_map (sessions, jipyo_sessions_invert (sessions, place)),
                           ==, place);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/sessions/joins", test_joins);
  g_test_add_func ("/chart/sessions/numbers", test_numbers);
  g_test_add_func ("/chart/sessions/days", test_days);
  g_test_add_func ("/chart/sessions/any", test_any);
  return g_test_run ();
}

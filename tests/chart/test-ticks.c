/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "jipyo-ticks.h"

#include <math.h>
#include <string.h>

typedef struct {
  JipyoScaleKind kind;
  double low;
  double high;
  guint max_steps;
  JipyoUnit unit;
  JipyoLang lang;
  const char *texts; /* joined by spaces */
} Case;

static const Case cases[] = {
  { JIPYO_SCALE_LINEAR, 0, 122, 3, JIPYO_UNIT_MODELS, JIPYO_LANG_KO, "0 50 100" },
  { JIPYO_SCALE_LINEAR, 0, 122, 8, JIPYO_UNIT_MODELS, JIPYO_LANG_KO, "0 20 40 60 80 100 120" },
  { JIPYO_SCALE_LINEAR, 0, 3, 8, JIPYO_UNIT_MODELS, JIPYO_LANG_EN, "0 1 2 3" },
  { JIPYO_SCALE_LINEAR, 0, 2.136e11, 5, JIPYO_UNIT_KRW, JIPYO_LANG_KO, "0 500 1,000 1,500 2,000" },
  { JIPYO_SCALE_LINEAR, 0, 1.5e12, 4, JIPYO_UNIT_KRW, JIPYO_LANG_KO, "0.0 0.5 1.0 1.5" },
  { JIPYO_SCALE_LINEAR, -1, 1, 4, JIPYO_UNIT_PERCENT, JIPYO_LANG_EN, "-1.0 -0.5 0.0 0.5 1.0" },
  { JIPYO_SCALE_LINEAR, 99.9, 100.1, 5, JIPYO_UNIT_POINTS, JIPYO_LANG_EN,
    "99.90 99.95 100.00 100.05 100.10" },
  { JIPYO_SCALE_LOG, 1, 1000, 8, JIPYO_UNIT_NONE, JIPYO_LANG_EN, "1 10 100 1,000" },
  { JIPYO_SCALE_LOG, 2, 60, 8, JIPYO_UNIT_NONE, JIPYO_LANG_EN, "2 5 10 20 50" },
  { JIPYO_SCALE_SYMLOG, -5000, 5000, 8, JIPYO_UNIT_NONE, JIPYO_LANG_EN,
    "-1,000 -100 -10 0 10 100 1,000" },
  { JIPYO_SCALE_SYMLOG, -5000, 5000, 4, JIPYO_UNIT_NONE, JIPYO_LANG_EN, "-1,000 -10 0 10 1,000" },
  { JIPYO_SCALE_SYMLOG, 0, 5000, 8, JIPYO_UNIT_NONE, JIPYO_LANG_EN, "0 10 100 1,000" },
  { JIPYO_SCALE_SYMLOG, 5000, 6000, 3, JIPYO_UNIT_NONE, JIPYO_LANG_EN, "5,000 5,500 6,000" },
};

static char *
join (const GArray *ticks)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? " " : "",
                            g_array_index (ticks, JipyoTick, i).text);
  return g_string_free (joined, FALSE);
}

static void
replace_minus (char *text)
{
  /* The formatter writes U+2212; the table above is plain. */
  for (char *minus; (minus = g_strstr_len (text, -1, "\u2212")) != NULL;) {
    *minus = '-';
    memmove (minus + 1, minus + 3, strlen (minus + 3) + 1);
  }
}

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const Case *c = &cases[i];
    const JipyoScale scale = jipyo_scale_new (c->kind, c->low, c->high);
    const JipyoAxisUnit unit = jipyo_axis_unit_choose (c->unit, c->high, c->lang);
    g_autoptr (GArray) ticks = jipyo_ticks_new (&scale, &unit, c->max_steps);
    g_autofree char *texts = join (ticks);
    replace_minus (texts);
    g_assert_cmpstr (texts, ==, c->texts);
  }
}

static gboolean
is_one_two_five (double step)
{
  const double mantissa = step / pow (10, floor (log10 (step) + 1e-9));

  return fabs (mantissa - 1) < 1e-6 || fabs (mantissa - 2) < 1e-6 || fabs (mantissa - 5) < 1e-6;
}

static void
test_steps (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (int n = 0; n < 2000; n++) {
    const double span = pow (10, g_rand_double_range (rand, -12, 15));
    const guint most = (guint) g_rand_int_range (rand, 1, 20);
    const double step = jipyo_ticks_step (span, most, FALSE);
    g_assert_true (is_one_two_five (step));
    g_assert_cmpfloat (span / step, <=, most * (1 + 1e-6));
    /* No finer one would do: the next is at most 2.5 times finer. */
    g_assert_cmpfloat (span / step, >=, most / 2.5 * (1 - 1e-6));
    g_assert_cmpfloat (jipyo_ticks_step (span, most, TRUE), >=, 1);
  }
  g_assert_cmpfloat (jipyo_ticks_step (NAN, 5, FALSE), ==, 1);
  g_assert_cmpfloat (jipyo_ticks_step (0, 5, FALSE), ==, 1);
  g_assert_cmpfloat (jipyo_ticks_step (INFINITY, 5, FALSE), ==, 1);
}

static void
check_ticks (const JipyoScale *scale, const GArray *ticks)
{
  for (guint i = 0; i < ticks->len; i++) {
    const JipyoTick *tick = &g_array_index (ticks, JipyoTick, i);
    const double slack = (scale->high - scale->low) * 1e-6;
    g_assert_true (isfinite (tick->value));
    g_assert_nonnull (tick->text);
    g_assert_cmpfloat (tick->value, >=, scale->low - slack);
    g_assert_cmpfloat (tick->value, <=, scale->high + slack);
    if (i > 0)
      g_assert_cmpfloat (tick->value, >, g_array_index (ticks, JipyoTick, i - 1).value);
  }
}

static void
test_any_scale (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (int n = 0; n < 1000; n++) {
    static const JipyoScaleKind kinds[] = { JIPYO_SCALE_LINEAR, JIPYO_SCALE_LOG,
                                            JIPYO_SCALE_SYMLOG };
    const JipyoScaleKind kind = kinds[n % 3];
    const double low =
      g_rand_double_range (rand, -1, 1) * pow (10, g_rand_int_range (rand, -9, 16));
    const double high = low + pow (10, g_rand_int_range (rand, -9, 16));
    const JipyoScale scale = jipyo_scale_new (kind, low, high);
    const JipyoAxisUnit unit =
      jipyo_axis_unit_choose ((JipyoUnit) g_rand_int_range (rand, 0, JIPYO_N_UNITS), scale.high,
                              n % 3 ? JIPYO_LANG_KO : JIPYO_LANG_EN);
    const guint most = (guint) g_rand_int_range (rand, 1, 10);
    g_autoptr (GArray) ticks = jipyo_ticks_new (&scale, &unit, most);
    check_ticks (&scale, ticks);
    g_assert_cmpuint (ticks->len, <=, most + 1);
  }
}

/* No two ticks say the same, and they follow each other by 1, 2 or 5 of what the axis counts in:
 * won, 만, 억 or 조. */
static void
test_texts_differ (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int n = 0; n < 2000; n++) {
    const double high = pow (10, g_rand_double_range (rand, 0, 15));
    const double low = n % 2 == 0 ? 0 : high * g_rand_double_range (rand, -1, 0.999);
    const JipyoScale scale = jipyo_scale_new (JIPYO_SCALE_LINEAR, low, high);
    const JipyoAxisUnit unit = jipyo_axis_unit_choose (n % 3 == 0 ? JIPYO_UNIT_KRW : JIPYO_UNIT_USD,
                                                       high, (JipyoLang) (n / 2 % 2));
    g_autoptr (GArray) ticks =
                 jipyo_ticks_new (&scale, &unit, (guint) g_rand_int_range (rand, 2, 10));
    g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

    for (guint i = 0; i < ticks->len; i++) {
      const JipyoTick *tick = &g_array_index (ticks, JipyoTick, i);

      g_assert_true (g_hash_table_add (seen, tick->text));
      if (i > 0)
        g_assert_true (is_one_two_five ((tick->value - (tick - 1)->value) / unit.divisor));
    }
  }
}

static JipyoScale
scale_of_days (JipyoDate from, JipyoDate to)
{
  return jipyo_scale_new (JIPYO_SCALE_TIME, jipyo_plot_time_from_date (from),
                          jipyo_plot_time_from_date (to));
}

/* The texts of the first level with at most `most` ticks. */
static char *
join_dates (const JipyoScale *scale, guint most, JipyoLang lang)
{
  for (guint level = 0; level < jipyo_ticks_get_n_time_levels (); level++) {
    g_autoptr (GArray) ticks = jipyo_ticks_new_time (scale, level, lang);
    if (ticks == NULL || ticks->len > most)
      continue;
    check_ticks (scale, ticks);
    return join (ticks);
  }
  return NULL;
}

static void
assert_dates (const JipyoScale *scale, guint most, JipyoLang lang, const char *expected)
{
  g_autofree char *texts = join_dates (scale, most, lang);

  g_assert_cmpstr (texts, ==, expected);
}

static void
test_dates (void)
{
  const JipyoScale years = scale_of_days ((JipyoDate){ 2018, 1, 1 }, (JipyoDate){ 2025, 1, 1 });
  const JipyoScale months = scale_of_days ((JipyoDate){ 2025, 10, 5 }, (JipyoDate){ 2026, 2, 20 });
  const JipyoScale days = scale_of_days ((JipyoDate){ 2025, 12, 30 }, (JipyoDate){ 2026, 1, 2 });

  assert_dates (&years, 8, JIPYO_LANG_KO, "2018 2019 2020 2021 2022 2023 2024 2025");
  assert_dates (&years, 4, JIPYO_LANG_KO, "2018 2020 2022 2024");
  assert_dates (&months, 4, JIPYO_LANG_KO, "2025.11 12월 2026.1 2월");
  assert_dates (&months, 4, JIPYO_LANG_EN, "Nov 2025 Dec Jan 2026 Feb");
  assert_dates (&days, 4, JIPYO_LANG_KO, "2025.12.30 12.31 2026.1.1 1.2");
  assert_dates (&days, 4, JIPYO_LANG_EN, "30 Dec 2025 31 Dec 1 Jan 2026 2 Jan");
}

static void
test_hours_are_korean (void)
{
  /* 00:00 to 02:00 UTC is 09:00 to 11:00 in Seoul. */
  const JipyoScale scale = jipyo_scale_new (JIPYO_SCALE_TIME, 1754352000, 1754359200);

  assert_dates (&scale, 3, JIPYO_LANG_KO, "09:00 10:00 11:00");
}

/* Of a minute its seconds, and minutes of a few. */
static void
test_seconds (void)
{
  const JipyoScale minute = jipyo_scale_new (JIPYO_SCALE_TIME, 1754352000, 1754352060);
  const JipyoScale few = jipyo_scale_new (JIPYO_SCALE_TIME, 1754352000, 1754352240);

  assert_dates (&minute, 5, JIPYO_LANG_KO, "09:00:00 09:00:15 09:00:30 09:00:45 09:01:00");
  assert_dates (&minute, 4, JIPYO_LANG_EN, "09:00:00 09:00:30 09:01:00");
  assert_dates (&few, 5, JIPYO_LANG_KO, "09:00 09:01 09:02 09:03 09:04");
}

static const JipyoDate thursday = { 2026, 1, 1 }, tuesday = { 2026, 1, 6 };

/* A market from 09:00 to 15:30, a holiday on the first Thursday of the year. */
static JipyoSessions *
make_sessions (void)
{
  const JipyoTradingDays days = {
    .first = { 2025, 12, 29 },
    .last = { 2027, 1, 29 },
    .open_minute = 9 * 60,
    .close_minute = 15 * 60 + 30,
    .holidays = &thursday,
    .n_holidays = 1,
  };

  return jipyo_sessions_new_of_days (&days);
}

/* Ticks lie in trading hours; a day is named once, where it opens. */
static void
test_sessions (void)
{
  g_autoptr (JipyoSessions) sessions = make_sessions ();
  JipyoScale week = scale_of_days (thursday, tuesday);
  JipyoScale year = scale_of_days (thursday, (JipyoDate){ 2027, 1, 1 });
  JipyoScale day = scale_of_days ((JipyoDate){ 2026, 1, 5 }, tuesday);

  jipyo_scale_set_sessions (&week, sessions);
  jipyo_scale_set_sessions (&year, sessions);
  jipyo_scale_set_sessions (&day, sessions);
  assert_dates (&week, 3, JIPYO_LANG_KO, "2026.1.2 1.5");
  assert_dates (&week, 8, JIPYO_LANG_EN, "2 Jan 12:00 15:00 5 Jan 12:00 15:00");
  assert_dates (&day, 4, JIPYO_LANG_KO, "1.5 12:00 15:00");
  assert_dates (&day, 9, JIPYO_LANG_KO, "1.5 10:00 11:00 12:00 13:00 14:00 15:00");
  assert_dates (&year, 4, JIPYO_LANG_EN, "Jan 2026 Apr Jul Oct");
  g_autoptr (GArray) borders = jipyo_ticks_list_day_borders (&week, 10);
  g_assert_cmpuint (borders->len, ==, 2);
  g_assert_cmpfloat (g_array_index (borders, double, 1), ==,
                     jipyo_plot_time_from_date ((JipyoDate){ 2026, 1, 5 }) + 9 * 3600);
  g_autoptr (GArray) too_many = jipyo_ticks_list_day_borders (&year, 10);
  g_assert_cmpuint (too_many->len, ==, 0);
  week.sessions = NULL;
  g_autoptr (GArray) none = jipyo_ticks_list_day_borders (&week, 10);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_any_sessions (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (JipyoSessions) sessions = make_sessions ();
  const double start = jipyo_plot_time_from_date (thursday);

  for (int n = 0; n < 300; n++) {
    const double low = start + g_rand_double_range (rand, -30, 400) * 86400;
    JipyoScale scale =
      jipyo_scale_new (JIPYO_SCALE_TIME, low, low + pow (10, g_rand_double_range (rand, 2, 8)));
    jipyo_scale_set_sessions (&scale, sessions);
    for (guint level = 0; level < jipyo_ticks_get_n_time_levels (); level++) {
      g_autoptr (GArray) ticks = jipyo_ticks_new_time (&scale, level, JIPYO_LANG_KO);
      if (ticks == NULL)
        continue;
      check_ticks (&scale, ticks);
      for (guint i = 0; scale.sessions != NULL && i < ticks->len; i++)
        g_assert_true (
          jipyo_sessions_is_open (sessions, g_array_index (ticks, JipyoTick, i).value));
    }
  }
}

static void
test_any_time (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (int n = 0; n < 300; n++) {
    const double low = g_rand_double_range (rand, -1e11, 3e11);
    const double high = low + pow (10, g_rand_double_range (rand, 0, 12));
    const JipyoScale scale = jipyo_scale_new (JIPYO_SCALE_TIME, low, high);
    for (guint level = 0; level < jipyo_ticks_get_n_time_levels (); level++) {
      g_autoptr (GArray) ticks = jipyo_ticks_new_time (&scale, level, JIPYO_LANG_EN);
      if (ticks != NULL)
        check_ticks (&scale, ticks);
    }
  }
  const JipyoScale endless = jipyo_scale_new (JIPYO_SCALE_TIME, -1e300, 1e300);
  g_assert_null (jipyo_ticks_new_time (&endless, 0, JIPYO_LANG_KO));
  g_assert_null (jipyo_ticks_new_time (&endless, 999, JIPYO_LANG_KO));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/ticks/table", test_table);
  g_test_add_func ("/chart/ticks/steps-are-one-two-five", test_steps);
  g_test_add_func ("/chart/ticks/any-scale", test_any_scale);
  g_test_add_func ("/chart/ticks/texts-differ", test_texts_differ);
  g_test_add_func ("/chart/ticks/dates", test_dates);
  g_test_add_func ("/chart/ticks/hours-are-korean", test_hours_are_korean);
  g_test_add_func ("/chart/ticks/seconds", test_seconds);
  g_test_add_func ("/chart/ticks/any-time", test_any_time);
  g_test_add_func ("/chart/ticks/sessions", test_sessions);
  g_test_add_func ("/chart/ticks/any-sessions", test_any_sessions);
  return g_test_run ();
}

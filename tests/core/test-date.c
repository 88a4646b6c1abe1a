/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "jipyo-date.h"

static JipyoDate
date (const char *text)
{
  JipyoDate parsed;

  g_assert_true (jipyo_date_parse (text, &parsed));
  return parsed;
}

static void
test_parse (void)
{
  static const char *const bad[] = { "",           "25",          "2025-13",    "2025-02-29",
                                     "2025-00-01", "2025-1-1",    "2025/08/05", "2025-08-0x",
                                     "0000",       "2025-08-05T", "2025-04-31", "20250805",
                                     "-025",       "2025-8" };
  static const char *const good[] = { "2025", "2025-08", "2025-08-05", "2024-02-29" };
  JipyoDate parsed = { .year = 1 };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (jipyo_date_parse (bad[i], &parsed));
  g_assert_false (jipyo_date_parse (NULL, &parsed));
  g_assert_cmpint (parsed.year, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autofree char *text = jipyo_date_format (date (good[i]));

    g_assert_cmpstr (text, ==, good[i]);
  }
}

static void
test_days (void)
{
  g_assert_cmpint (jipyo_date_first_day (date ("1970-01-01")), ==, 0);
  g_assert_cmpint (jipyo_date_first_day (date ("2000-03-01")), ==, 11017);
  g_assert_cmpint (jipyo_date_last_day (date ("2024-02")), ==,
                   jipyo_date_first_day (date ("2024-02-29")));
  for (int day = -40000; day < 60000; day += 13)
    g_assert_cmpint (jipyo_date_first_day (jipyo_date_from_day (day)), ==, day);
}

static void
test_known_by (void)
{
  g_assert_true (jipyo_date_is_by (date ("2025-08-05"), date ("2025-08-05")));
  g_assert_false (jipyo_date_is_by (date ("2025-08-06"), date ("2025-08-05")));
  g_assert_false (jipyo_date_is_by (date ("2025-08"), date ("2025-08-05")));
  g_assert_true (jipyo_date_is_by (date ("2025-08"), date ("2025-08-31")));
  g_assert_true (jipyo_date_is_by (date ("2025-08-05"), date ("2025")));
  g_assert_false (jipyo_date_is_by ((JipyoDate){ 0 }, date ("2025-08-05")));
}

static void
test_period (void)
{
  JipyoPeriod period;
  g_autofree char *text = NULL;
  g_autofree char *ko = NULL;

  g_assert_true (jipyo_period_parse ("2020/2024", &period));
  text = jipyo_period_format (period);
  g_assert_cmpstr (text, ==, "2020/2024");
  ko = jipyo_period_format_long (period, JIPYO_LANG_KO);
  g_assert_cmpstr (ko, ==, "2020–2024년");
  g_assert_false (jipyo_period_parse ("2024/2020", &period));
  g_assert_false (jipyo_period_parse ("2024/", &period));
}

static void
test_long (void)
{
  g_autofree char *ko = jipyo_date_format_long (date ("2025-08-05"), JIPYO_LANG_KO);
  g_autofree char *en = jipyo_date_format_long (date ("2025-08-05"), JIPYO_LANG_EN);
  g_autofree char *month = jipyo_date_format_long (date ("2026-08"), JIPYO_LANG_KO);

  g_assert_cmpstr (ko, ==, "2025.08.05(화)");
  g_assert_cmpstr (en, ==, "5 Aug 2025");
  g_assert_cmpstr (month, ==, "2026년 8월");
}

static void
test_instants (void)
{
  gint64 instant = 0;
  g_autofree char *utc = NULL;
  g_autofree char *kst = NULL;
  g_autofree char *day = NULL;

  g_assert_true (jipyo_instant_parse ("2025-08-05T23:30:00.250+09:00", &instant));
  utc = jipyo_instant_format (instant);
  g_assert_cmpstr (utc, ==, "2025-08-05T14:30:00.250Z");
  kst = jipyo_instant_format_time_kst (instant);
  g_assert_cmpstr (kst, ==, "23:30:00");
  g_assert_true (jipyo_instant_parse ("2025-08-05T15:00:00Z", &instant));
  day = jipyo_date_format (jipyo_instant_date_kst (instant));
  g_assert_cmpstr (day, ==, "2025-08-06");
  g_assert_false (jipyo_instant_parse ("2025-08-05T15:00:00", &instant));
  g_assert_false (jipyo_instant_parse ("yesterday", &instant));
}

/* C4: wherever the machine is, also in the nights in which clocks are put forward and back there,
 * an instant has its time and day in Korea. */
static void
test_zones (void)
{
  static const char *const zones[] = { "UTC",           "Asia/Seoul",         "America/New_York",
                                       "Europe/London", "Pacific/Kiritimati", "Asia/Kathmandu" };
  static const struct {
    const char *utc, *day, *time;
  } cases[] = {
    { "2026-03-08T06:59:59Z", "2026-03-08", "15:59:59" }, /* New York puts forward */
    { "2026-03-08T07:00:00Z", "2026-03-08", "16:00:00" },
    { "2026-11-01T05:30:00Z", "2026-11-01", "14:30:00" }, /* and back */
    { "2026-11-01T06:30:00Z", "2026-11-01", "15:30:00" },
    { "2024-02-29T15:00:00Z", "2024-03-01", "00:00:00" },     /* C5: the day after a leap day */
    { "2026-12-31T14:59:59.999Z", "2026-12-31", "23:59:59" }, /* C5: the end of a year */
    { "2026-12-31T15:00:00Z", "2027-01-01", "00:00:00" },
  };
  g_autofree char *before = g_strdup (g_getenv ("TZ"));

  for (guint i = 0; i < G_N_ELEMENTS (zones) * G_N_ELEMENTS (cases); i++) {
    const guint k = i % G_N_ELEMENTS (cases);
    gint64 instant;

    g_setenv ("TZ", zones[i / G_N_ELEMENTS (cases)], TRUE);
    g_assert_true (jipyo_instant_parse (cases[k].utc, &instant));
    g_autofree char *utc = jipyo_instant_format (instant);
    g_autofree char *day = jipyo_date_format (jipyo_instant_date_kst (instant));
    g_autofree char *time = jipyo_instant_format_time_kst (instant);

    g_assert_cmpstr (utc, ==, cases[k].utc);
    g_assert_cmpstr (day, ==, cases[k].day);
    g_assert_cmpstr (time, ==, cases[k].time);
  }
  if (before != NULL)
    g_setenv ("TZ", before, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/date/parse", test_parse);
  g_test_add_func ("/core/date/days", test_days);
  g_test_add_func ("/core/date/known-by", test_known_by);
  g_test_add_func ("/core/date/period", test_period);
  g_test_add_func ("/core/date/long", test_long);
  g_test_add_func ("/core/date/instants", test_instants);
  g_test_add_func ("/core/date/zones", test_zones);
  return g_test_run ();
}

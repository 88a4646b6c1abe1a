/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "jipyo-alert-rehearsal.h"
#include "jipyo-date.h"

#include <math.h>
#include <string.h>

static const gint64 START_MS = G_GINT64_CONSTANT (1754357880000);

static JipyoCandleSeries *
random_walk (guint seed)
{
  JipyoCandleSeries *series = jipyo_candle_series_new ("upbit:KRW-BTC", JIPYO_RESOLUTION_TICK);
  g_autoptr (GRand) dice = g_rand_new_with_seed (seed);
  gint64 price = 1000;
  gint64 time_ms = START_MS;

  for (guint i = 0; i < 3000; i++) {
    const JipyoCandle candle = { time_ms, price, price, price, price, -1 };

    g_array_append_val (series->candles, candle);
    price += g_rand_int_range (dice, -3, 4);
    time_ms += g_rand_int_range (dice, 1000, 29000);
  }
  return series;
}

/* As the session does it: a sample when one comes, the time each second. */
static GArray *
live (const JipyoAlertRule *rule, const JipyoCandleSeries *series)
{
  GArray *log = g_array_new (FALSE, FALSE, sizeof (JipyoAlertTransition));
  JipyoAlertMachine machine;
  gint64 now_us = START_MS * 1000;

  jipyo_alert_machine_init (&machine, rule, FALSE);
  for (guint i = 0; i < series->candles->len; i++) {
    const JipyoCandle *candle = &g_array_index (series->candles, JipyoCandle, i);
    const JipyoAlertSample sample = {
      .value = { candle->close, series->scale },
      .time_us = candle->start_ms * 1000,
      .quote_us = candle->start_ms * 1000,
      .period_us = 10 * G_USEC_PER_SEC,
    };

    for (; now_us < sample.time_us; now_us += G_USEC_PER_SEC)
      jipyo_alert_machine_advance (&machine, rule, now_us, log);
    jipyo_alert_machine_feed (&machine, rule, &sample, log);
  }
  return log;
}

static void
test_equals_live (void)
{
  guint n_fired = 0;

  for (guint seed = 0; seed < 20; seed++) {
    const JipyoAlertRule rule = { .test = seed % JIPYO_ALERT_TESTS, .level = { 1010, 0 } };
    g_autoptr (JipyoCandleSeries) series = random_walk (seed);
    const JipyoCandle *last =
      &g_array_index (series->candles, JipyoCandle, series->candles->len - 1);
    g_autoptr (GArray) seen = live (&rule, series);
    g_autoptr (JipyoAlertRehearsal) rehearsal =
                 jipyo_alert_rehearsal_new (&rule, series, START_MS * 1000, last->start_ms * 1000);

    g_assert_cmpuint (rehearsal->log->len, ==, seen->len);
    for (guint i = 0; i < seen->len; i++) {
      const JipyoAlertTransition *a = &g_array_index (seen, JipyoAlertTransition, i);
      const JipyoAlertTransition *b = &g_array_index (rehearsal->log, JipyoAlertTransition, i);

      g_assert_cmpint (a->from, ==, b->from);
      g_assert_cmpint (a->to, ==, b->to);
      g_assert_cmpint (a->time_us, ==, b->time_us);
      g_assert_true (jipyo_decimal_equal (a->value, b->value));
      g_assert_cmpint (a->quote_us, ==, b->quote_us);
    }
    n_fired += rehearsal->fired->len;
  }
  g_assert_cmpuint (n_fired, >, 20);
}

static void
add_candle (JipyoCandleSeries *series, int minute, gint64 price)
{
  const JipyoCandle candle = { START_MS + minute * 60000, price, price, price, price, -1 };

  g_array_append_val (series->candles, candle);
}

/* What was pending before a gap does not fire in it. */
static void
test_gap (void)
{
  const JipyoAlertRule rule = { .level = { 1000, 0 } };

  for (int with_gap = 0; with_gap < 2; with_gap++) {
    g_autoptr (JipyoCandleSeries) series =
                 jipyo_candle_series_new ("upbit:KRW-BTC", JIPYO_RESOLUTION_MINUTE);
    const JipyoGap gap = { START_MS + 120000, START_MS + 3600000, JIPYO_GAP_NOT_RUNNING };

    series->step_ms = 60000;
    add_candle (series, 0, 999);
    add_candle (series, 1, 1001);
    add_candle (series, 60, 998);
    if (with_gap)
      g_array_append_val (series->gaps, gap);
    g_autoptr (JipyoAlertRehearsal) rehearsal = jipyo_alert_rehearsal_new (
      &rule, series, START_MS * 1000, (START_MS + 3700000) * 1000);
    g_assert_cmpuint (rehearsal->fired->len, ==, 1);
    const gint64 fired_us = (START_MS + 180000) * 1000;
    g_assert_cmpint (g_array_index (rehearsal->fired, gint64, 0), ==, fired_us);
    g_assert_cmpint (rehearsal->covered_us, ==, (with_gap ? 60 : 3600) * G_TIME_SPAN_SECOND);
    const JipyoAlertTransition *third = &g_array_index (rehearsal->log, JipyoAlertTransition, 2);
    g_assert_cmpint (third->to, ==, with_gap ? JIPYO_ALERT_NO_DATA : JIPYO_ALERT_RECOVERING);
  }
}

/* A share of which one became two: neither does the halved price fire, nor do those from before. */
static void
test_split (void)
{
  static const struct {
    JipyoAlertTest test;
    gint64 level;
    guint n_fired;
  } cases[] = {
    { JIPYO_ALERT_BELOW, 800, 0 },      { JIPYO_ALERT_CROSSES_DOWN, 800, 0 },
    { JIPYO_ALERT_ABOVE, 1200, 0 },     { JIPYO_ALERT_ABOVE, 740, 1 },
    { JIPYO_ALERT_CROSSES_UP, 740, 1 },
  };
  const int day = 24 * 60;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const JipyoAlertRule rule = { .test = cases[i].test, .level = { cases[i].level, 0 } };
    g_autoptr (JipyoCandleSeries) series =
                 jipyo_candle_series_new ("krx:005930", JIPYO_RESOLUTION_MINUTE);

    series->step_ms = 60000;
    for (int minute = 0; minute < 5; minute++)
      add_candle (series, minute, 1400 + minute);
    for (int minute = 0; minute < 5; minute++)
      add_candle (series, day + minute, 700 + 20 * minute);
    g_autoptr (JipyoAlertRehearsal) rehearsal = jipyo_alert_rehearsal_new (
      &rule, series, START_MS * 1000, (START_MS + 2 * day * G_GINT64_CONSTANT (60000)) * 1000);
    g_autofree char *en = jipyo_alert_rehearsal_format (rehearsal, JIPYO_LANG_EN);
    g_assert_cmpuint (rehearsal->fired->len, ==, cases[i].n_fired);
    g_assert_cmpuint (rehearsal->n_prices, ==, 5);
    g_assert_cmpint (rehearsal->covered_us, ==, 4 * G_TIME_SPAN_MINUTE);
    g_assert_nonnull (strstr (en, "since their unit changed"));
  }
}

static void
test_words (void)
{
  const JipyoAlertRule rule = { .level = { 1000, 0 } };
  const gint64 to_us = START_MS * 1000;
  g_autoptr (JipyoCandleSeries) none =
               jipyo_candle_series_new ("upbit:KRW-BTC", JIPYO_RESOLUTION_MINUTE);
  g_autoptr (JipyoAlertRehearsal) empty =
               jipyo_alert_rehearsal_new (&rule, none, to_us - 30 * G_TIME_SPAN_DAY, to_us);
  g_autofree char *missing = jipyo_alert_rehearsal_format (empty, JIPYO_LANG_EN);
  g_assert_cmpstr (missing, ==,
                   "No prices of minutes were kept in the last 30 days: it cannot be rehearsed");

  g_autoptr (JipyoCandleSeries) series = random_walk (1);
  g_autoptr (JipyoAlertRehearsal) partly = jipyo_alert_rehearsal_new (
    &rule, series, to_us - 29 * G_TIME_SPAN_DAY, to_us + G_TIME_SPAN_DAY);
  g_autofree char *en = jipyo_alert_rehearsal_format (partly, JIPYO_LANG_EN);
  g_autofree char *ko = jipyo_alert_rehearsal_format (partly, JIPYO_LANG_KO);
  g_autofree char *expected = g_strdup_printf (
    "Would have fired %u times in 30 days · prices were kept for only 12 hours of it",
    partly->fired->len);
  g_assert_cmpstr (en, ==, expected);
  g_assert_true (g_str_has_suffix (ko, " · 기록은 그중 12시간뿐"));
  partly->covered_us = 30 * G_TIME_SPAN_DAY;
  g_array_set_size (partly->fired, 1);
  g_autofree char *whole = jipyo_alert_rehearsal_format (partly, JIPYO_LANG_EN);
  g_assert_cmpstr (whole, ==, "Would have fired 1 time in 30 days");
  partly->copied_us = START_MS * 1000;
  g_autofree char *copied = jipyo_alert_rehearsal_format (partly, JIPYO_LANG_EN);
  g_assert_true (
    g_str_has_prefix (copied, "Would have fired 1 time in 30 days · by the copy of 20"));
}

/* Sessions from 2025-08-04 on, seen from the morning after the last of them. */
static JipyoAlertRehearsal *
rehearse_closes (const JipyoAlertRule *rule, const double *values, guint n)
{
  const int first = 20304;
  const gint64 to_us = (first + n) * G_TIME_SPAN_DAY;
  g_autoptr (JipyoCloses) closes = jipyo_closes_new ();

  jipyo_closes_add (closes, first - 40, 200);
  for (guint i = 0; i < n; i++)
    jipyo_closes_add (closes, first + i, values[i]);
  return jipyo_alert_rehearsal_new_from_closes (rule, closes, NULL, to_us);
}

static char *
get_fired (const JipyoAlertRehearsal *self, guint n)
{
  g_assert_cmpuint (n, <, self->fired->len);
  return jipyo_instant_format (g_array_index (self->fired, gint64, n));
}

/* A close reached is one that stays, until the next session is due; after one that is missing
 * nothing is known, so that a crossing across it was not seen. */
static void
test_closes (void)
{
  const JipyoAlertRule above = { .kind = JIPYO_ALERT_BASKET, .level = { 110, 0 } };
  const JipyoAlertRule up = { .kind = JIPYO_ALERT_BASKET,
                              .test = JIPYO_ALERT_CROSSES_UP,
                              .level = { 110, 0 } };
  const double values[] = { 109.994, 110.004, NAN, 100, 111, 99 };

  g_autoptr (JipyoAlertRehearsal) seen = rehearse_closes (&above, values, 6);
  g_autofree char *first = get_fired (seen, 0);
  g_autofree char *second = get_fired (seen, 1);
  g_assert_cmpuint (seen->fired->len, ==, 2);
  g_assert_cmpstr (first, ==, "2025-08-05T06:31:00Z");
  g_assert_cmpstr (second, ==, "2025-08-08T06:31:00Z");
  g_assert_cmpuint (seen->n_prices, ==, 5);
  g_assert_cmpuint (seen->n_sessions, ==, 6);
  const JipyoAlertTransition *lost = &g_array_index (seen->log, JipyoAlertTransition, 2);
  g_autofree char *lost_at = jipyo_instant_format (lost->time_us);
  g_assert_cmpint (lost->to, ==, JIPYO_ALERT_NO_DATA);
  g_assert_cmpstr (lost_at, ==, "2025-08-06T06:30:00Z");

  const double beyond[] = { 111, NAN, 112 };
  g_autoptr (JipyoAlertRehearsal) never = rehearse_closes (&up, beyond, 3);
  g_assert_cmpuint (never->fired->len, ==, 0);
}

/* Each close is known when its session ends, which on the day of an examination is an hour later.
 */
static void
test_close_of_the_day (void)
{
  const JipyoAlertRule above = { .kind = JIPYO_ALERT_BASKET, .level = { 110, 0 } };
  const int first = 20776; /* 2026-11-19 */
  const gint64 to_us = (first + 3) * G_TIME_SPAN_DAY;
  g_autoptr (JipyoCloses) closes = jipyo_closes_new ();
  g_autoptr (JipyoCalendar) calendar = jipyo_calendar_new ("krx");
  JipyoCalendarHours *hours = g_new0 (JipyoCalendarHours, 1);
  JipyoCalendarDay *exam = g_new0 (JipyoCalendarDay, 1);

  calendar->covers = (JipyoPeriod){ { 2026, 1, 1 }, { 2026, 12, 31 } };
  *hours = (JipyoCalendarHours){ JIPYO_PHASE_OPEN, { 2016, 8, 1 }, 9 * 60, 15 * 60 + 30, NULL };
  *exam = (JipyoCalendarDay){ .date = { 2026, 11, 19 },
                              .open_minute = 10 * 60,
                              .close_minute = 16 * 60 + 30 };
  g_ptr_array_add (calendar->hours, hours);
  g_ptr_array_add (calendar->days, exam);
  jipyo_closes_add (closes, first, 111);
  jipyo_closes_add (closes, first + 1, 111);
  g_autoptr (JipyoAlertRehearsal) seen =
               jipyo_alert_rehearsal_new_from_closes (&above, closes, calendar, to_us);
  g_autofree char *late = get_fired (seen, 0);
  g_assert_cmpstr (late, ==, "2026-11-19T07:31:00Z");
  g_autoptr (JipyoAlertRehearsal) usual =
               jipyo_alert_rehearsal_new_from_closes (&above, closes, NULL, to_us);
  g_autofree char *early = get_fired (usual, 0);
  g_assert_cmpstr (early, ==, "2026-11-19T06:31:00Z");
}

static void
check_closes_words (const double *values,
                    guint n,
                    const char *without,
                    JipyoLang lang,
                    const char *ok)
{
  const JipyoAlertRule rule = { .kind = JIPYO_ALERT_BASKET, .level = { 110, 0 } };
  g_autoptr (JipyoAlertRehearsal) seen = rehearse_closes (&rule, values, n);

  seen->without = jipyo_text_new (without, without);
  g_autofree char *text = jipyo_alert_rehearsal_format (seen, lang);
  g_assert_cmpstr (text, ==, ok);
}

/* How many closes it was judged by, and who was not in them. */
static void
test_closes_words (void)
{
  const double values[] = { 100, NAN, 111 };

  check_closes_words (values, 3, NULL, JIPYO_LANG_EN,
                      "Would have fired 1 time in 30 days · by the closes of 2 of 3 sessions");
  check_closes_words (values, 3, "가", JIPYO_LANG_KO,
                      "지난 30일 동안 1번 울렸을 것 · 3거래일 중 2일 종가 기준 · 가 제외");
  check_closes_words (
    values, 1, "A", JIPYO_LANG_EN,
    "Would have fired 0 times in 30 days · by the close of 1 session · without A");
  check_closes_words (values, 1, NULL, JIPYO_LANG_KO,
                      "지난 30일 동안 0번 울렸을 것 · 1거래일 종가 기준");
  check_closes_words (
    values + 1, 1, NULL, JIPYO_LANG_EN,
    "No closes of the basket were kept in the last 30 days: it cannot be rehearsed");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/alert-rehearsal/equals-live", test_equals_live);
  g_test_add_func ("/core/alert-rehearsal/gap", test_gap);
  g_test_add_func ("/core/alert-rehearsal/split", test_split);
  g_test_add_func ("/core/alert-rehearsal/words", test_words);
  g_test_add_func ("/core/alert-rehearsal/closes", test_closes);
  g_test_add_func ("/core/alert-rehearsal/close-of-the-day", test_close_of_the_day);
  g_test_add_func ("/core/alert-rehearsal/closes-words", test_closes_words);
  return g_test_run ();
}

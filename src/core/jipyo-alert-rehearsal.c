/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A price that stays is kept once, so that between two kept ones silence means nothing; in a gap it
 * means that nobody listened.
 */

#include "jipyo-alert-rehearsal.h"

#include "jipyo-candle-unit.h"
#include "jipyo-date.h"

#include <math.h>

static const gint64 MS_US = 1000;
static const gint64 GAP_PERIOD_US = 10 * G_USEC_PER_SEC;
static const gint64 NEVER_US = 400 * G_TIME_SPAN_DAY;
/* What is short of the whole by less than an hour is whole. */
static const gint64 WHOLE_SLACK_US = G_TIME_SPAN_HOUR;
static const gint64 CLOSE_UTC_US = 6 * G_TIME_SPAN_HOUR + 30 * G_TIME_SPAN_MINUTE; /* 15:30 KST */
static const double HUNDREDTHS = 100; /* as a basket's quote is rounded */
static const gint64 NO_DATA_PERIODS = 3;

gboolean
jipyo_alert_rehearsal_is_possible (JipyoAlertKind kind)
{
  return kind == JIPYO_ALERT_PRICE || kind == JIPYO_ALERT_BASKET;
}

/* The level is in the unit of now, and prices from before a split say nothing about it. What holds
 * right after one may have held before: the split is no reason to fire. */
static gboolean
holds_since_unit (const JipyoAlertRule *rule, const JipyoCandleSeries *series, guint start)
{
  if (start == 0)
    return FALSE;
  const JipyoCandle *first = &g_array_index (series->candles, JipyoCandle, start);
  return jipyo_alert_rule_holds (rule, jipyo_candle_series_get_price (series, first->close));
}

static void
replay (JipyoAlertRehearsal *self, const JipyoAlertRule *rule, const JipyoCandleSeries *series)
{
  const guint start = jipyo_candle_series_find_unit_start (series);
  JipyoAlertMachine machine;
  gint64 before_ms = 0;

  self->n_prices = series->candles->len - start;
  self->unit_changed = start > 0;
  jipyo_alert_machine_init (&machine, rule, holds_since_unit (rule, series, start));
  for (guint i = start; i < series->candles->len; i++) {
    const JipyoCandle *candle = &g_array_index (series->candles, JipyoCandle, i);
    const gint64 time_ms = candle->start_ms + series->step_ms;
    const gboolean gap =
      i > start && jipyo_candle_series_has_gap (series, before_ms, candle->start_ms);
    const JipyoAlertSample sample = {
      .value = jipyo_candle_series_get_price (series, candle->close),
      .time_us = time_ms * MS_US,
      .quote_us = time_ms * MS_US,
      .period_us = NEVER_US,
    };

    if (gap)
      machine.period_us = MAX (series->step_ms * MS_US, GAP_PERIOD_US);
    else if (i > start)
      self->covered_us += (candle->start_ms - before_ms) * MS_US;
    jipyo_alert_machine_feed (&machine, rule, &sample, self->log);
    before_ms = candle->start_ms;
  }
  jipyo_alert_machine_advance (&machine, rule, self->to_us, self->log);
}

/* A missing close ends what is known at the moment when it was due, not sooner: what was pending
 * since the close before has fired by then. */
static void
lose_sight (JipyoAlertMachine *machine, gint64 due_us)
{
  if (machine->heard_us != 0 && machine->cover == JIPYO_ALERT_NORMAL)
    machine->period_us = (due_us - machine->heard_us) / NO_DATA_PERIODS;
}

/* A session of an examination day ends an hour later. */
static gint64
find_close (const JipyoCalendar *calendar, int day)
{
  gint64 bounds_us[2];

  if (calendar != NULL
      && jipyo_calendar_get_hours (calendar, jipyo_date_from_day (day), JIPYO_PHASE_OPEN,
                                   bounds_us))
    return bounds_us[1];
  return day * G_TIME_SPAN_DAY + CLOSE_UTC_US;
}

static void
replay_closes (JipyoAlertRehearsal *self,
               const JipyoAlertRule *rule,
               const JipyoCloses *closes,
               const JipyoCalendar *calendar)
{
  JipyoAlertMachine machine;

  jipyo_alert_machine_init (&machine, rule, FALSE);
  for (guint i = 0; i < jipyo_closes_get_n (closes); i++) {
    const gint64 time_us = find_close (calendar, jipyo_closes_get_day (closes, i));
    const double value = jipyo_closes_get_value (closes, i);
    const JipyoAlertSample sample = {
      .value = { isnan (value) ? 0 : llround (value * HUNDREDTHS), 2 },
      .time_us = time_us,
      .quote_us = time_us,
      .period_us = NEVER_US,
    };

    if (time_us < self->from_us || time_us > self->to_us)
      continue;
    self->n_sessions++;
    if (isnan (value)) {
      lose_sight (&machine, time_us);
      continue;
    }
    self->n_prices++;
    jipyo_alert_machine_feed (&machine, rule, &sample, self->log);
  }
  jipyo_alert_machine_advance (&machine, rule, self->to_us, self->log);
}

static JipyoAlertRehearsal *
rehearsal_new (gint64 from_us, gint64 to_us)
{
  JipyoAlertRehearsal *self = g_new0 (JipyoAlertRehearsal, 1);

  self->from_us = from_us;
  self->to_us = to_us;
  self->log = g_array_new (FALSE, FALSE, sizeof (JipyoAlertTransition));
  self->fired = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

static void
list_fired (JipyoAlertRehearsal *self)
{
  for (guint i = 0; i < self->log->len; i++) {
    const JipyoAlertTransition *step = &g_array_index (self->log, JipyoAlertTransition, i);

    if (jipyo_alert_transition_is_firing (step))
      g_array_append_val (self->fired, step->time_us);
  }
}

JipyoAlertRehearsal *
jipyo_alert_rehearsal_new (const JipyoAlertRule *rule,
                           const JipyoCandleSeries *series,
                           gint64 from_us,
                           gint64 to_us)
{
  JipyoAlertRehearsal *self = rehearsal_new (from_us, to_us);

  replay (self, rule, series);
  list_fired (self);
  return self;
}

JipyoAlertRehearsal *
jipyo_alert_rehearsal_new_from_closes (const JipyoAlertRule *rule,
                                       const JipyoCloses *closes,
                                       const JipyoCalendar *calendar,
                                       gint64 to_us)
{
  JipyoAlertRehearsal *self =
    rehearsal_new (to_us - JIPYO_ALERT_REHEARSAL_DAYS * G_TIME_SPAN_DAY, to_us);

  replay_closes (self, rule, closes, calendar);
  list_fired (self);
  return self;
}

void
jipyo_alert_rehearsal_free (JipyoAlertRehearsal *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->log);
  g_array_unref (self->fired);
  jipyo_text_clear (&self->without);
  g_free (self);
}

/* "12 d", "5 h": what there is. */
static char *
format_span (gint64 span_us, gboolean ko)
{
  const gint64 days = span_us / G_TIME_SPAN_DAY;
  const gint64 hours = span_us / G_TIME_SPAN_HOUR;

  if (days >= 2)
    return g_strdup_printf (ko ? "%d일" : "%d days", (int) days);
  return g_strdup_printf (ko ? "%d시간" : "%d hours", (int) hours);
}

/* "by the closes of 19 of 21 sessions", and who is left out. */
static void
append_closes (GString *text, const JipyoAlertRehearsal *self, gboolean ko)
{
  if (self->n_prices == self->n_sessions)
    g_string_append_printf (text,
                            ko                    ? " · %u거래일 종가 기준"
                            : self->n_prices == 1 ? " · by the close of %u session"
                                                  : " · by the closes of %u sessions",
                            self->n_sessions);
  else
    g_string_append_printf (
      text, ko ? " · %2$u거래일 중 %1$u일 종가 기준" : " · by the closes of %1$u of %2$u sessions",
      self->n_prices, self->n_sessions);
}

/* What is short of the time asked for. */
static void
append_covered (GString *text, const JipyoAlertRehearsal *self, gboolean ko)
{
  g_autofree char *covered = format_span (self->covered_us, ko);

  if (self->unit_changed)
    g_string_append_printf (text,
                            ko ? " · 값의 단위가 바뀐 뒤의 기록 %s만"
                               : " · by the prices of %s since their unit changed",
                            covered);
  else if (self->covered_us + WHOLE_SLACK_US < self->to_us - self->from_us)
    g_string_append_printf (
      text, ko ? " · 기록은 그중 %s뿐" : " · prices were kept for only %s of it", covered);
}

static void
append_without (GString *text, const JipyoAlertRehearsal *self, JipyoLang lang)
{
  if (!jipyo_text_is_empty (&self->without))
    g_string_append_printf (text, lang == JIPYO_LANG_KO ? " · %s 제외" : " · without %s",
                            jipyo_text_get (&self->without, lang));
}

static void
append_copied (GString *text, const JipyoAlertRehearsal *self, gboolean ko)
{
  if (self->copied_us == 0)
    return;
  g_autofree char *day = jipyo_date_format (jipyo_instant_date_kst (self->copied_us));
  g_autofree char *time = jipyo_instant_format_time_kst (self->copied_us);

  g_string_append_printf (
    text, ko ? " · %s %s(한국 시각) 사본 기준" : " · by the copy of %s %s KST", day, time);
}

static void
append_nothing (GString *text, const JipyoAlertRehearsal *self, const char *asked, gboolean ko)
{
  if (self->n_sessions > 0)
    g_string_append_printf (text,
                            ko ? "지난 %s의 바구니 종가 기록이 없어 미리 볼 수 없음"
                               : "No closes of the basket were kept in the last %s: it cannot be "
                                 "rehearsed",
                            asked);
  else
    g_string_append_printf (text,
                            ko ? "지난 %s의 분 단위 시세 기록이 없어 미리 볼 수 없음"
                               : "No prices of minutes were kept in the last %s: it cannot be "
                                 "rehearsed",
                            asked);
}

char *
jipyo_alert_rehearsal_format (const JipyoAlertRehearsal *self, JipyoLang lang)
{
  const gboolean ko = lang == JIPYO_LANG_KO;
  const gint64 asked_us = self->to_us - self->from_us;
  g_autofree char *asked = format_span (asked_us, ko);
  GString *text = g_string_new (NULL);

  if (self->n_prices == 0)
    append_nothing (text, self, asked, ko);
  else if (ko)
    g_string_append_printf (text, "지난 %s 동안 %u번 울렸을 것", asked, self->fired->len);
  else
    g_string_append_printf (text, "Would have fired %u %s in %s", self->fired->len,
                            self->fired->len == 1 ? "time" : "times", asked);
  if (self->n_prices > 0 && self->n_sessions > 0)
    append_closes (text, self, ko);
  else if (self->n_prices > 0)
    append_covered (text, self, ko);
  append_without (text, self, lang);
  append_copied (text, self, ko);
  return g_string_free (text, FALSE);
}

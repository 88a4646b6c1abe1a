/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is missing is told by the candles themselves: an import may have filled what was once
 * recorded as a gap. Only where an exchange may have been closed the record of gaps decides.
 */

#include "jipyo-price-path.h"

#include "jipyo-candle-unit.h"
#include "jipyo-instrument.h"

#include <math.h>

static const gint64 HOUR_MS = 60 * 60 * 1000;
static const gint64 DAY_MS = 24 * 60 * 60 * 1000;
/* 09:00 to 15:30 in Korea, in the UTC day that they lie in: for days that no calendar knows. */
static const gint64 OPEN_MS = 0;
static const gint64 CLOSE_MS = 6 * 60 * 60 * 1000 + 30 * 60 * 1000;
/* What was heard so lately may be kept and not yet read. */
static const gint64 UNREAD_MS = 3 * 60 * 1000;
/* Longer than any holidays: beyond it days are missing, not closed. */
static const gint64 CLOSED_DAYS_MOST = 12;

static gboolean
is_listed (const JipyoPricePath *self)
{
  return jipyo_instrument_is_listed (self->series->instrument);
}

static const JipyoCandle *
get (const JipyoCandleSeries *series, guint index)
{
  return &g_array_index (series->candles, JipyoCandle, index);
}

/* Days of Korea's session are days of UTC: it opens at midnight there. */
static gint64
find_day (gint64 time_ms)
{
  return time_ms / DAY_MS;
}

static gboolean
is_weekday (gint64 day)
{
  return ((day + 3) % 7 + 7) % 7 < 5; /* 1970-01-01 was a Thursday; 0 is Monday */
}

static gboolean
is_in_calendar (const JipyoPricePath *self, JipyoDate date)
{
  return self->calendar != NULL
         && (jipyo_calendar_covers (self->calendar, date)
             || jipyo_calendar_find_day (self->calendar, date) != NULL);
}

/* As the calendar has it, else the usual hours of a weekday; FALSE on a day without a session,
 * which is given the usual hours all the same. */
static gboolean
find_session (const JipyoPricePath *self, gint64 day, gint64 bounds_ms[2])
{
  const JipyoDate date = jipyo_date_from_day ((int) day);
  gint64 bounds_us[2];

  bounds_ms[0] = day * DAY_MS + OPEN_MS;
  bounds_ms[1] = day * DAY_MS + CLOSE_MS;
  if (!is_in_calendar (self, date))
    return is_weekday (day);
  if (!jipyo_calendar_get_hours (self->calendar, date, JIPYO_PHASE_OPEN, bounds_us))
    return FALSE;
  bounds_ms[0] = bounds_us[0] / 1000;
  bounds_ms[1] = bounds_us[1] / 1000;
  return TRUE;
}

static gboolean
has_damage (const JipyoCandleSeries *series, gint64 from_ms, gint64 to_ms)
{
  for (guint i = 0; i < series->gaps->len; i++) {
    const JipyoGap *gap = &g_array_index (series->gaps, JipyoGap, i);

    if (gap->reason == JIPYO_GAP_DAMAGED && gap->from_ms < to_ms && gap->to_ms > from_ms)
      return TRUE;
  }
  return FALSE;
}

/* A session between two candles that the calendar knows of; of other weekdays, which may have been
 * holidays, one on which it is recorded that nothing was heard. */
static gboolean
has_missing_session (const JipyoPricePath *self, gint64 first_day, gint64 last_day)
{
  if (last_day - first_day > CLOSED_DAYS_MOST)
    return TRUE;
  for (gint64 day = first_day; day <= last_day; day++) {
    gint64 bounds_ms[2];

    if (find_session (self, day, bounds_ms)
        && (is_in_calendar (self, jipyo_date_from_day ((int) day))
            || jipyo_candle_series_has_gap (self->series, bounds_ms[0], bounds_ms[1])))
      return TRUE;
  }
  return FALSE;
}

gboolean
jipyo_price_path_misses_session (const JipyoPricePath *self, gint64 after_ms, gint64 before_ms)
{
  return has_missing_session (self, find_day (after_ms) + 1, find_day (before_ms) - 1);
}

static gboolean
is_missing (const JipyoPricePath *self, guint index)
{
  if (index == 0 || index >= self->series->candles->len)
    return FALSE;
  const gint64 end_ms = get (self->series, index - 1)->start_ms + self->series->step_ms;
  const gint64 start_ms = get (self->series, index)->start_ms;

  if (start_ms <= end_ms)
    return FALSE;
  if (self->series->continued && index == self->series->candles->len - 1
      && start_ms - end_ms <= UNREAD_MS)
    return FALSE;
  if (!is_listed (self))
    return TRUE;
  const gint64 day_before = find_day (end_ms - 1);
  const gint64 day = find_day (start_ms);
  /* An hour without a trade is no hole of a share: only what is recorded as one. */
  if (day == day_before)
    return jipyo_candle_series_has_gap (self->series, end_ms, start_ms);
  return has_missing_session (self, day_before + 1, day - 1);
}

gboolean
jipyo_price_path_is_broken (const JipyoPricePath *self, guint index)
{
  return is_missing (self, index)
         || jipyo_candle_series_find_unit_change (self->series, index) != 0;
}

static void
find_holes (JipyoPricePath *self)
{
  for (guint i = MAX (self->first, 1); i < self->first + self->n; i++) {
    const gint64 from_ms = get (self->series, i - 1)->start_ms + self->series->step_ms;
    const gint64 to_ms = get (self->series, i)->start_ms;
    const JipyoHole hole = { from_ms, to_ms, has_damage (self->series, from_ms, to_ms) };

    if (i > self->first && is_missing (self, i))
      g_array_append_val (self->holes, hole);
  }
}

static guint
find_first (const JipyoCandleSeries *series, guint days, gint64 end_ms)
{
  gint64 from_ms = days == 0 ? G_MININT64 : end_ms - days * DAY_MS;
  guint first = 0;

  if (days == 1 && jipyo_instrument_is_listed (series->instrument) && series->candles->len > 0)
    from_ms = find_day (get (series, series->candles->len - 1)->start_ms) * DAY_MS;
  while (first < series->candles->len && get (series, first)->start_ms < from_ms)
    first++;
  return first;
}

JipyoPricePath *
jipyo_price_path_new (const JipyoCandleSeries *series,
                      const JipyoCalendar *calendar,
                      guint days,
                      gint64 end_ms)
{
  JipyoPricePath *self = g_new0 (JipyoPricePath, 1);

  self->series = series;
  self->calendar = calendar;
  self->first = find_first (series, days, end_ms);
  self->n = series->candles->len - self->first;
  self->holes = g_array_new (FALSE, FALSE, sizeof (JipyoHole));
  find_holes (self);
  return self;
}

void
jipyo_price_path_free (JipyoPricePath *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->holes);
  g_free (self);
}

const JipyoCandle *
jipyo_price_path_get_candle (const JipyoPricePath *self, int i)
{
  return get (self->series, (guint) ((int) self->first + i));
}

guint
jipyo_price_path_find_unit_start (const JipyoPricePath *self)
{
  const guint start = jipyo_candle_series_find_unit_start (self->series);

  return start > self->first ? start - self->first : 0;
}

double
jipyo_price_path_get_position (const JipyoPricePath *self, const JipyoCandle *candle)
{
  gint64 bounds_ms[2] = { candle->start_ms, candle->start_ms + self->series->step_ms };

  if (is_listed (self) && self->series->resolution == JIPYO_RESOLUTION_DAY)
    find_session (self, find_day (candle->start_ms), bounds_ms);
  return (bounds_ms[0] + bounds_ms[1]) / 2000.0;
}

double
jipyo_price_path_get_value (const JipyoPricePath *self, gint64 digits)
{
  return jipyo_decimal_to_double (jipyo_candle_series_get_price (self->series, digits));
}

GArray *
jipyo_price_path_list_closes (const JipyoPricePath *self, GArray *places)
{
  GArray *closes = g_array_new (FALSE, FALSE, sizeof (double));
  const double nothing = NAN;

  for (guint i = 0; i < self->series->candles->len; i++) {
    const double close = jipyo_price_path_get_value (self, get (self->series, i)->close);

    if (jipyo_price_path_is_broken (self, i))
      g_array_append_val (closes, nothing);
    g_array_append_val (places, closes->len);
    g_array_append_val (closes, close);
  }
  return closes;
}

gboolean
jipyo_price_path_get_reach (const JipyoPricePath *self, gint64 bounds_ms[2])
{
  const gboolean of_days = self->series->resolution == JIPYO_RESOLUTION_DAY;
  gint64 session_ms[2];

  if (self->n == 0)
    return FALSE;
  bounds_ms[0] = jipyo_price_path_get_candle (self, 0)->start_ms;
  bounds_ms[1] =
    jipyo_price_path_get_candle (self, (int) self->n - 1)->start_ms + self->series->step_ms;
  if (!is_listed (self))
    return TRUE;
  find_session (self, find_day (bounds_ms[0]), session_ms);
  bounds_ms[0] = of_days ? session_ms[0] : MIN (bounds_ms[0], session_ms[0]);
  find_session (self, find_day (bounds_ms[1] - 1), session_ms);
  bounds_ms[1] = of_days ? session_ms[1] : MAX (bounds_ms[1], session_ms[1]);
  return TRUE;
}

gboolean
jipyo_price_path_get_hours (const JipyoPricePath *self, gint64 bounds_ms[2])
{
  if (self->n == 0 || !is_listed (self))
    return FALSE;
  find_session (self, find_day (jipyo_price_path_get_candle (self, 0)->start_ms), bounds_ms);
  return TRUE;
}

static void
add_opening (GArray *openings, gint64 from_ms, gint64 to_ms)
{
  const JipyoOpening opening = { from_ms / 1000.0, to_ms / 1000.0 };

  g_array_append_val (openings, opening);
}

/* From the opening to the close, or further where trade went on. */
static void
add_days_of_candles (const JipyoPricePath *self, GArray *openings)
{
  for (guint i = self->first; i < self->first + self->n; i++) {
    const gint64 start_ms = get (self->series, i)->start_ms;
    gint64 bounds_ms[2];

    find_session (self, find_day (start_ms), bounds_ms);
    add_opening (openings, bounds_ms[0], bounds_ms[1]);
    if (self->series->resolution != JIPYO_RESOLUTION_DAY)
      add_opening (openings, start_ms, start_ms + MIN (self->series->step_ms, HOUR_MS));
  }
}

/* At most a dozen days each: a year without a price needs no room of a year. */
static void
add_days_of_holes (const JipyoPricePath *self, GArray *openings)
{
  for (guint i = 0; i < self->holes->len; i++) {
    const JipyoHole *hole = &g_array_index (self->holes, JipyoHole, i);
    const gint64 first = find_day (hole->from_ms);
    const gint64 last = MIN (find_day (hole->to_ms), first + CLOSED_DAYS_MOST);

    for (gint64 day = first; day <= last; day++) {
      gint64 bounds_ms[2];

      if (find_session (self, day, bounds_ms))
        add_opening (openings, bounds_ms[0], bounds_ms[1]);
    }
  }
}

JipyoSessions *
jipyo_price_path_make_sessions (const JipyoPricePath *self)
{
  g_autoptr (GArray) openings = g_array_new (FALSE, FALSE, sizeof (JipyoOpening));

  if (!is_listed (self) || self->n == 0)
    return NULL;
  add_days_of_candles (self, openings);
  add_days_of_holes (self, openings);
  return jipyo_sessions_new ((const JipyoOpening *) (gpointer) openings->data, openings->len);
}

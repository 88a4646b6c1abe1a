/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The days and hours of a market. Korea has no daylight saving, so a day is a shift of nine hours.
 */

#include "jipyo-calendar.h"

enum { LOOK_DAYS = 31, DAYS_OF_WEEK = 7, SATURDAY = 6 };

static const gint64 minute_us = G_GINT64_CONSTANT (60000000);
static const gint64 day_us = 24 * 60 * minute_us;
static const gint64 kst_us = 9 * 60 * minute_us;

static const char *const phase_ids[] = {
  [JIPYO_PHASE_CLOSED] = "closed",
  [JIPYO_PHASE_PRE] = "pre",
  [JIPYO_PHASE_OPEN] = "open",
  [JIPYO_PHASE_AFTER] = "after",
};

static const char *const phase_labels[][2] = {
  [JIPYO_PHASE_CLOSED] = { "휴장", "closed" },
  [JIPYO_PHASE_PRE] = { "장 시작 전", "before the opening" },
  [JIPYO_PHASE_OPEN] = { "개장", "open" },
  [JIPYO_PHASE_AFTER] = { "장 마감 후", "after the close" },
};

void
jipyo_calendar_hours_free (JipyoCalendarHours *hours)
{
  if (hours == NULL)
    return;
  g_free (hours->source);
  g_free (hours);
}

void
jipyo_calendar_day_free (JipyoCalendarDay *day)
{
  if (day == NULL)
    return;
  jipyo_text_clear (&day->name);
  g_free (day->source);
  g_free (day);
}

void
jipyo_calendar_source_free (JipyoCalendarSource *source)
{
  if (source == NULL)
    return;
  g_free (source->id);
  jipyo_text_clear (&source->title);
  g_free (source);
}

JipyoCalendar *
jipyo_calendar_new (const char *market)
{
  JipyoCalendar *self = g_new0 (JipyoCalendar, 1);

  self->market = g_strdup (market);
  self->hours = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_calendar_hours_free);
  self->days = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_calendar_day_free);
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_calendar_source_free);
  return self;
}

void
jipyo_calendar_free (JipyoCalendar *self)
{
  if (self == NULL)
    return;
  g_free (self->market);
  jipyo_text_clear (&self->name);
  g_ptr_array_unref (self->hours);
  g_ptr_array_unref (self->days);
  g_ptr_array_unref (self->sources);
  g_free (self);
}

const char *
jipyo_market_phase_id (JipyoMarketPhase phase)
{
  g_return_val_if_fail (phase < G_N_ELEMENTS (phase_ids), "");
  return phase_ids[phase];
}

gboolean
jipyo_market_phase_parse (const char *id, JipyoMarketPhase *phase)
{
  for (guint i = 0; i < G_N_ELEMENTS (phase_ids); i++)
    if (g_strcmp0 (phase_ids[i], id) == 0) {
      *phase = i;
      return TRUE;
    }
  return FALSE;
}

const char *
jipyo_market_phase_label (JipyoMarketPhase phase, JipyoLang lang)
{
  g_return_val_if_fail (phase < G_N_ELEMENTS (phase_labels), "");
  return phase_labels[phase][lang == JIPYO_LANG_KO ? 0 : 1];
}

const JipyoCalendarDay *
jipyo_calendar_find_day (const JipyoCalendar *self, JipyoDate date)
{
  for (guint i = 0; i < self->days->len; i++) {
    const JipyoCalendarDay *day = g_ptr_array_index (self->days, i);

    if (jipyo_date_compare (day->date, date) == 0)
      return day;
  }
  return NULL;
}

const JipyoCalendarSource *
jipyo_calendar_find_source (const JipyoCalendar *self, const char *id)
{
  for (guint i = 0; i < self->sources->len; i++) {
    const JipyoCalendarSource *source = g_ptr_array_index (self->sources, i);

    if (g_strcmp0 (source->id, id) == 0)
      return source;
  }
  return NULL;
}

/* The last entry of the phase that has begun by then, or NULL. */
static const JipyoCalendarHours *
find_hours (const JipyoCalendar *self, JipyoDate date, JipyoMarketPhase phase)
{
  const JipyoCalendarHours *found = NULL;

  for (guint i = 0; i < self->hours->len; i++) {
    const JipyoCalendarHours *hours = g_ptr_array_index (self->hours, i);

    if (hours->phase == phase && jipyo_date_compare (hours->from, date) <= 0
        && (found == NULL || jipyo_date_compare (hours->from, found->from) >= 0))
      found = hours;
  }
  return found;
}

gboolean
jipyo_calendar_covers (const JipyoCalendar *self, JipyoDate date)
{
  return jipyo_date_is_known (self->covers.from)
         && jipyo_date_first_day (date) >= jipyo_date_first_day (self->covers.from)
         && jipyo_date_first_day (date) <= jipyo_date_last_day (self->covers.to);
}

/* 1970-01-01 was a Thursday; Monday is 1. */
static gboolean
is_weekend (JipyoDate date)
{
  int weekday = (jipyo_date_first_day (date) % DAYS_OF_WEEK + DAYS_OF_WEEK + 3) % DAYS_OF_WEEK + 1;

  return weekday >= SATURDAY;
}

gboolean
jipyo_calendar_is_session (const JipyoCalendar *self, JipyoDate date)
{
  const JipyoCalendarDay *day = jipyo_calendar_find_day (self, date);

  if (find_hours (self, date, JIPYO_PHASE_OPEN) == NULL)
    return FALSE;
  return day != NULL ? !day->closed : !is_weekend (date);
}

/* A session that begins or ends at another time takes what is before or after it along. */
static int
shift_of (const JipyoCalendarDay *day,
          const JipyoCalendarHours *regular,
          JipyoMarketPhase phase,
          gboolean close)
{
  gboolean by_open = phase == JIPYO_PHASE_PRE || (phase == JIPYO_PHASE_OPEN && !close);
  int special;

  if (day == NULL)
    return 0;
  special = by_open ? day->open_minute : day->close_minute;
  if (special < 0)
    return 0;
  return special - (by_open ? regular->open_minute : regular->close_minute);
}

gboolean
jipyo_calendar_get_hours (const JipyoCalendar *self,
                          JipyoDate date,
                          JipyoMarketPhase phase,
                          gint64 bounds_us[2])
{
  const JipyoCalendarDay *day = jipyo_calendar_find_day (self, date);
  const JipyoCalendarHours *regular = find_hours (self, date, JIPYO_PHASE_OPEN);
  const JipyoCalendarHours *hours = find_hours (self, date, phase);
  gint64 midnight_us = jipyo_date_first_day (date) * day_us - kst_us;

  if (hours == NULL || !jipyo_calendar_is_session (self, date))
    return FALSE;
  bounds_us[0] =
    midnight_us + (hours->open_minute + shift_of (day, regular, phase, FALSE)) * minute_us;
  bounds_us[1] =
    midnight_us + (hours->close_minute + shift_of (day, regular, phase, TRUE)) * minute_us;
  return TRUE;
}

JipyoDate
jipyo_calendar_step (const JipyoCalendar *self, JipyoDate date, int sessions)
{
  int step = sessions < 0 ? -1 : 1;
  int number = jipyo_date_first_day (date) - (sessions == 0);
  int left = MAX (ABS (sessions), 1);

  /* A calendar without a session at all must not be walked for ever. */
  for (int walked = 0; left > 0 && walked < (ABS (sessions) + LOOK_DAYS) * DAYS_OF_WEEK; walked++) {
    number += step;
    left -= jipyo_calendar_is_session (self, jipyo_date_from_day (number));
  }
  return jipyo_date_from_day (number);
}

/* Looks for the phase that holds `now_us`, and for the next border after it, on one day. */
static void
look_at_day (const JipyoCalendar *self, JipyoDate date, gint64 now_us, JipyoMarketMoment *moment)
{
  for (JipyoMarketPhase phase = JIPYO_PHASE_PRE; phase <= JIPYO_PHASE_AFTER; phase++) {
    gint64 bounds_us[2];

    if (!jipyo_calendar_get_hours (self, date, phase, bounds_us))
      continue;
    if (now_us >= bounds_us[0] && now_us < bounds_us[1]
        && (moment->phase == JIPYO_PHASE_CLOSED || phase == JIPYO_PHASE_OPEN))
      moment->phase = phase;
    for (guint i = 0; i < 2; i++)
      if (bounds_us[i] > now_us && (moment->until_us == 0 || bounds_us[i] < moment->until_us))
        moment->until_us = bounds_us[i];
    if (phase == JIPYO_PHASE_OPEN && bounds_us[0] <= now_us) {
      moment->opened_us = bounds_us[0];
      moment->closed_us = bounds_us[1];
    }
  }
}

void
jipyo_calendar_look (const JipyoCalendar *self, gint64 now_us, JipyoMarketMoment *moment)
{
  JipyoDate today = jipyo_instant_date_kst (now_us);
  int number = jipyo_date_first_day (today);

  *moment = (JipyoMarketMoment){
    .date = today,
    .covered = jipyo_calendar_covers (self, today),
    .day = jipyo_calendar_find_day (self, today),
  };
  look_at_day (self, today, now_us, moment);
  for (int i = 1; i < LOOK_DAYS && moment->until_us == 0; i++)
    look_at_day (self, jipyo_date_from_day (number + i), now_us, moment);
  for (int i = 1; i < LOOK_DAYS && moment->opened_us == 0; i++) {
    JipyoMarketMoment past = { .until_us = 1 };

    look_at_day (self, jipyo_date_from_day (number - i), now_us, &past);
    moment->opened_us = past.opened_us;
    moment->closed_us = past.closed_us;
  }
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const JipyoCalendarDay *first = *(JipyoCalendarDay *const *) a;
  const JipyoCalendarDay *second = *(JipyoCalendarDay *const *) b;

  return jipyo_date_compare (first->date, second->date);
}

static void
put_day (JipyoCalendar *self, const JipyoCalendarDay *day)
{
  JipyoCalendarDay *copy = g_memdup2 (day, sizeof *day);

  for (guint i = 0; i < self->days->len; i++) {
    const JipyoCalendarDay *known = g_ptr_array_index (self->days, i);

    if (jipyo_date_compare (known->date, day->date) == 0) {
      g_ptr_array_remove_index (self->days, i);
      break;
    }
  }
  copy->name = jipyo_text_copy (&day->name);
  copy->source = g_strdup (day->source);
  g_ptr_array_add (self->days, copy);
}

static void
put_hours (JipyoCalendar *self, const JipyoCalendarHours *hours)
{
  JipyoCalendarHours *copy = g_memdup2 (hours, sizeof *hours);

  /* Of two from the same date the later in the list counts. */
  copy->source = g_strdup (hours->source);
  g_ptr_array_add (self->hours, copy);
}

static void
put_source (JipyoCalendar *self, const JipyoCalendarSource *source)
{
  JipyoCalendarSource *copy;

  if (jipyo_calendar_find_source (self, source->id) != NULL)
    return;
  copy = g_new0 (JipyoCalendarSource, 1);
  copy->id = g_strdup (source->id);
  copy->title = jipyo_text_copy (&source->title);
  g_ptr_array_add (self->sources, copy);
}

/* Only what touches: between two periods that do not, nothing is known. */
static void
extend_cover (JipyoCalendar *self, JipyoPeriod more)
{
  if (!jipyo_date_is_known (more.from))
    return;
  if (!jipyo_date_is_known (self->covers.from)) {
    self->covers = more;
    return;
  }
  if (jipyo_date_first_day (more.from) > jipyo_date_last_day (self->covers.to) + 1
      || jipyo_date_last_day (more.to) < jipyo_date_first_day (self->covers.from) - 1)
    return;
  if (jipyo_date_first_day (more.from) < jipyo_date_first_day (self->covers.from))
    self->covers.from = more.from;
  if (jipyo_date_last_day (more.to) > jipyo_date_last_day (self->covers.to))
    self->covers.to = more.to;
}

void
jipyo_calendar_lay_over (JipyoCalendar *self, const JipyoCalendar *over)
{
  for (guint i = 0; i < over->sources->len; i++)
    put_source (self, g_ptr_array_index (over->sources, i));
  for (guint i = 0; i < over->hours->len; i++)
    put_hours (self, g_ptr_array_index (over->hours, i));
  for (guint i = 0; i < over->days->len; i++)
    put_day (self, g_ptr_array_index (over->days, i));
  g_ptr_array_sort (self->days, compare_days);
  extend_cover (self, over->covers);
  if (jipyo_text_is_empty (&self->name))
    self->name = jipyo_text_copy (&over->name);
}

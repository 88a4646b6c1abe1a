/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Calendars in words and in JSON.
 */

#include "jipyo-calendars-format.h"

#include "jipyo-json-writer.h"

enum { DAYS_SHOWN = 8, WARNED_BEFORE_DAYS = 30 };

/* "2026-11-26 09:00" */
static char *
format_moment (gint64 instant_us)
{
  g_autofree char *date = jipyo_date_format (jipyo_instant_date_kst (instant_us));
  g_autofree char *time = jipyo_instant_format_time_kst (instant_us);

  return g_strdup_printf ("%s %.5s", date, time);
}

/* "open 10:00", "closed" */
static char *
format_day_hours (const JipyoCalendarDay *day, JipyoLang lang)
{
  GString *text = g_string_new (NULL);

  if (day->closed)
    g_string_append (text, jipyo_market_phase_label (JIPYO_PHASE_CLOSED, lang));
  if (day->open_minute >= 0)
    g_string_append_printf (text, lang == JIPYO_LANG_KO ? "개장 %02d:%02d" : "opens %02d:%02d",
                            day->open_minute / 60, day->open_minute % 60);
  if (day->close_minute >= 0)
    g_string_append_printf (text, lang == JIPYO_LANG_KO ? "%s마감 %02d:%02d" : "%scloses %02d:%02d",
                            text->len > 0 ? " " : "", day->close_minute / 60,
                            day->close_minute % 60);
  return g_string_free (text, FALSE);
}

char *
jipyo_calendar_format_expiry (const JipyoCalendar *calendar, gint64 now_us, JipyoLang lang)
{
  JipyoDate today = jipyo_instant_date_kst (now_us);
  JipyoDate soon = jipyo_date_from_day (jipyo_date_first_day (today) + WARNED_BEFORE_DAYS);
  g_autofree char *covers = jipyo_period_format (calendar->covers);

  if (jipyo_calendar_covers (calendar, today) && jipyo_calendar_covers (calendar, soon))
    return NULL;
  return g_strdup_printf (lang == JIPYO_LANG_KO ? "%s: 달력이 아는 기간은 %s뿐입니다"
                                                : "%s: the calendar knows %s only",
                          calendar->market,
                          *covers != '\0'         ? covers
                          : lang == JIPYO_LANG_KO ? "없음"
                                                  : "nothing");
}

static void
append_days (GString *text, const JipyoCalendar *calendar, JipyoDate today, JipyoLang lang)
{
  guint shown = 0;

  for (guint i = 0; i < calendar->days->len && shown < DAYS_SHOWN; i++) {
    const JipyoCalendarDay *day = g_ptr_array_index (calendar->days, i);
    const JipyoCalendarSource *source = jipyo_calendar_find_source (calendar, day->source);
    g_autofree char *date = jipyo_date_format (day->date);
    g_autofree char *hours = format_day_hours (day, lang);

    if (jipyo_date_compare (day->date, today) < 0)
      continue;
    g_string_append_printf (text, "  %s  %s  %s — %s\n", date, hours,
                            jipyo_text_get (&day->name, lang),
                            source != NULL ? jipyo_text_get (&source->title, lang) : "");
    shown++;
  }
}

static void
append_calendar (GString *text, const JipyoCalendar *calendar, gint64 now_us, JipyoLang lang)
{
  g_autofree char *expiry = jipyo_calendar_format_expiry (calendar, now_us, lang);
  JipyoMarketMoment moment;

  jipyo_calendar_look (calendar, now_us, &moment);
  g_string_append_printf (text, "%s (%s): %s", jipyo_text_get (&calendar->name, lang),
                          calendar->market, jipyo_market_phase_label (moment.phase, lang));
  if (moment.until_us != 0) {
    g_autofree char *until = format_moment (moment.until_us);

    g_string_append_printf (text, lang == JIPYO_LANG_KO ? ", %s까지" : ", until %s KST", until);
  }
  if (moment.day != NULL)
    g_string_append_printf (text, " · %s", jipyo_text_get (&moment.day->name, lang));
  g_string_append_c (text, '\n');
  if (expiry != NULL)
    g_string_append_printf (text, "  %s\n", expiry);
  append_days (text, calendar, moment.date, lang);
}

char *
jipyo_calendars_format_text (const JipyoCalendars *self, gint64 now_us, JipyoLang lang)
{
  const GPtrArray *calendars = jipyo_calendars_list (self);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < calendars->len; i++)
    append_calendar (text, g_ptr_array_index (calendars, i), now_us, lang);
  return g_string_free (text, FALSE);
}

static void
write_instant (JipyoJsonWriter *writer, const char *name, gint64 instant_us)
{
  g_autofree char *text = instant_us != 0 ? jipyo_instant_format (instant_us) : NULL;

  jipyo_json_writer_member (writer, name, text);
}

static void
write_text (JipyoJsonWriter *writer, const char *name, const JipyoText *text)
{
  jipyo_json_writer_key (writer, name);
  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_member (writer, "ko", jipyo_text_get (text, JIPYO_LANG_KO));
  jipyo_json_writer_member (writer, "en", jipyo_text_get (text, JIPYO_LANG_EN));
  jipyo_json_writer_end_object (writer);
}

static void
write_day (JipyoJsonWriter *writer, const JipyoCalendar *calendar, const JipyoCalendarDay *day)
{
  const JipyoCalendarSource *source = jipyo_calendar_find_source (calendar, day->source);
  g_autofree char *date = jipyo_date_format (day->date);
  gint64 bounds_us[2] = { 0 };

  jipyo_calendar_get_hours (calendar, day->date, JIPYO_PHASE_OPEN, bounds_us);
  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_member (writer, "date", date);
  write_instant (writer, "opens", bounds_us[0]);
  write_instant (writer, "closes", bounds_us[1]);
  write_text (writer, "name", &day->name);
  if (source != NULL)
    write_text (writer, "source", &source->title);
  jipyo_json_writer_end_object (writer);
}

static void
write_calendar (JipyoJsonWriter *writer, const JipyoCalendar *calendar, gint64 now_us)
{
  g_autofree char *covers = jipyo_period_format (calendar->covers);
  JipyoMarketMoment moment;

  jipyo_calendar_look (calendar, now_us, &moment);
  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_member (writer, "market", calendar->market);
  write_text (writer, "name", &calendar->name);
  jipyo_json_writer_member (writer, "phase", jipyo_market_phase_id (moment.phase));
  write_instant (writer, "until", moment.until_us);
  jipyo_json_writer_member (writer, "covers", *covers != '\0' ? covers : NULL);
  jipyo_json_writer_key (writer, "covered");
  jipyo_json_writer_boolean (writer, moment.covered);
  jipyo_json_writer_key (writer, "days");
  jipyo_json_writer_begin_array (writer);
  for (guint i = 0; i < calendar->days->len; i++)
    write_day (writer, calendar, g_ptr_array_index (calendar->days, i));
  jipyo_json_writer_end_array (writer);
  jipyo_json_writer_end_object (writer);
}

char *
jipyo_calendars_format_json (const JipyoCalendars *self, gint64 now_us)
{
  const GPtrArray *calendars = jipyo_calendars_list (self);
  g_autoptr (JipyoJsonWriter) writer = jipyo_json_writer_new (TRUE);

  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_key (writer, "calendars");
  jipyo_json_writer_begin_array (writer);
  for (guint i = 0; i < calendars->len; i++)
    write_calendar (writer, g_ptr_array_index (calendars, i), now_us);
  jipyo_json_writer_end_array (writer);
  jipyo_json_writer_end_object (writer);
  return jipyo_json_writer_finish (writer);
}

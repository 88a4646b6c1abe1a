/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * {"version": 1, "calendar": "krx", "name", "covers", "sources": [{"id", "title"}, …], "hours":
 * [{"phase", "from", "open", "close", "source"}, …], "days": [{"date", "closed" or "open" and
 * "close", "name", "source"}, …]}
 */

#include "jipyo-calendar-file.h"

#include <glib/gi18n.h>
#include <string.h>

#include "jipyo-json-reader.h"

static const int version = 1;
static const int day_minutes = 24 * 60;

/* "09:00"; "24:00" is the end of the day. -1 when it is none. */
static int
parse_time (const char *text)
{
  int minute;

  if (strlen (text) != 5 || text[2] != ':' || !g_ascii_isdigit (text[0])
      || !g_ascii_isdigit (text[1]) || !g_ascii_isdigit (text[3]) || !g_ascii_isdigit (text[4])
      || text[3] > '5')
    return -1;
  minute = ((text[0] - '0') * 10 + text[1] - '0') * 60 + (text[3] - '0') * 10 + text[4] - '0';
  return minute <= day_minutes ? minute : -1;
}

static int
read_time (const JipyoJsonCursor *cursor, const char *name, JipyoJsonNeed need)
{
  const char *text = jipyo_json_read_string (cursor, name, need);
  int minute = text != NULL ? parse_time (text) : -1;

  if (text != NULL && minute < 0)
    jipyo_json_cursor_complain (cursor, name, _ ("\"%s\" is no time of day: expected 09:00"), text);
  return minute;
}

static JipyoDate
read_day_date (const JipyoJsonCursor *cursor, const char *name)
{
  JipyoDate date = jipyo_json_read_date (cursor, name, JIPYO_JSON_REQUIRED);

  if (jipyo_date_is_known (date) && date.day == 0)
    jipyo_json_cursor_complain (cursor, name, _ ("expected a day such as 2025-08-05"));
  return date;
}

/* NULL, with the problem noted, when the calendar has no such source. (transfer full) */
static char *
read_source (const JipyoJsonCursor *cursor, const JipyoCalendar *calendar)
{
  const char *id = jipyo_json_read_id (cursor, "source", JIPYO_JSON_REQUIRED);

  if (id != NULL && jipyo_calendar_find_source (calendar, id) == NULL)
    jipyo_json_cursor_complain (cursor, "source", _ ("there is no source “%s” in this file"), id);
  return g_strdup (id);
}

static void
read_source_entry (const JipyoJsonCursor *cursor, JipyoCalendar *calendar)
{
  static const char *const members[] = { "id", "title", NULL };
  JipyoCalendarSource *source = g_new0 (JipyoCalendarSource, 1);
  const char *id = jipyo_json_read_id (cursor, "id", JIPYO_JSON_REQUIRED);

  if (id != NULL && jipyo_calendar_find_source (calendar, id) != NULL)
    jipyo_json_cursor_complain (cursor, "id", _ ("“%s” is there already"), id);
  source->id = g_strdup (id);
  source->title = jipyo_json_read_text (cursor, "title", JIPYO_JSON_REQUIRED);
  g_ptr_array_add (calendar->sources, source);
  jipyo_json_cursor_check_members (cursor, members);
}

static void
read_hours_entry (const JipyoJsonCursor *cursor, JipyoCalendar *calendar)
{
  static const char *const members[] = { "phase", "from", "open", "close", "source", NULL };
  JipyoCalendarHours *hours = g_new0 (JipyoCalendarHours, 1);
  const char *phase = jipyo_json_read_string (cursor, "phase", JIPYO_JSON_REQUIRED);

  if (phase != NULL
      && (!jipyo_market_phase_parse (phase, &hours->phase) || hours->phase == JIPYO_PHASE_CLOSED))
    jipyo_json_cursor_complain (cursor, "phase", _ ("“%s” is none of pre, open and after"), phase);
  hours->from = read_day_date (cursor, "from");
  hours->open_minute = read_time (cursor, "open", JIPYO_JSON_REQUIRED);
  hours->close_minute = read_time (cursor, "close", JIPYO_JSON_REQUIRED);
  if (hours->close_minute >= 0 && hours->close_minute <= hours->open_minute)
    jipyo_json_cursor_complain (cursor, "close", _ ("expected a time after “open”"));
  hours->source = read_source (cursor, calendar);
  g_ptr_array_add (calendar->hours, hours);
  jipyo_json_cursor_check_members (cursor, members);
}

static void
read_day_entry (const JipyoJsonCursor *cursor, JipyoCalendar *calendar)
{
  static const char *const members[] = {
    "date", "closed", "open", "close", "name", "source", NULL
  };
  JipyoCalendarDay *day = g_new0 (JipyoCalendarDay, 1);

  day->date = read_day_date (cursor, "date");
  if (jipyo_date_is_known (day->date) && jipyo_calendar_find_day (calendar, day->date) != NULL)
    jipyo_json_cursor_complain (cursor, "date", _ ("the day is there already"));
  day->closed = jipyo_json_read_boolean (cursor, "closed", JIPYO_JSON_OPTIONAL);
  day->open_minute = read_time (cursor, "open", JIPYO_JSON_OPTIONAL);
  day->close_minute = read_time (cursor, "close", JIPYO_JSON_OPTIONAL);
  if (day->closed && (day->open_minute >= 0 || day->close_minute >= 0))
    jipyo_json_cursor_complain (cursor, "closed", _ ("a day that is closed has no hours"));
  if (day->close_minute >= 0 && day->close_minute <= day->open_minute)
    jipyo_json_cursor_complain (cursor, "close", _ ("expected a time after “open”"));
  day->name = jipyo_json_read_text (cursor, "name", JIPYO_JSON_REQUIRED);
  day->source = read_source (cursor, calendar);
  g_ptr_array_add (calendar->days, day);
  jipyo_json_cursor_check_members (cursor, members);
}

typedef void (*ReadEntry) (const JipyoJsonCursor *cursor, JipyoCalendar *calendar);

static void
read_list (const JipyoJsonCursor *root, const char *name, ReadEntry read, JipyoCalendar *calendar)
{
  const guint n = jipyo_json_read_length (root, name, JIPYO_JSON_OPTIONAL);

  for (guint i = 0; i < n; i++) {
    JipyoJsonCursor cursor = { 0 };
    if (!jipyo_json_cursor_init_element (&cursor, root, name, i))
      continue;
    read (&cursor, calendar);
    jipyo_json_cursor_clear (&cursor);
  }
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const JipyoCalendarDay *first = *(JipyoCalendarDay *const *) a;
  const JipyoCalendarDay *second = *(JipyoCalendarDay *const *) b;

  return jipyo_date_compare (first->date, second->date);
}

static JipyoCalendar *
read_calendar (const JipyoJsonCursor *root)
{
  static const char *const members[] = { "version", "calendar", "name", "covers",
                                         "sources", "hours",    "days", NULL };
  JipyoCalendar *calendar =
    jipyo_calendar_new (jipyo_json_read_id (root, "calendar", JIPYO_JSON_REQUIRED));

  jipyo_json_cursor_check_members (root, members);
  if (jipyo_json_read_int (root, "version", 0, G_MAXINT) != version)
    jipyo_json_cursor_complain (root, "version", _ ("expected %d"), version);
  calendar->name = jipyo_json_read_text (root, "name", JIPYO_JSON_OPTIONAL);
  calendar->covers = jipyo_json_read_period (root, "covers", JIPYO_JSON_OPTIONAL);
  read_list (root, "sources", read_source_entry, calendar);
  read_list (root, "hours", read_hours_entry, calendar);
  read_list (root, "days", read_day_entry, calendar);
  g_ptr_array_sort (calendar->days, compare_days);
  return calendar;
}

JipyoCalendar *
jipyo_calendar_file_parse (const char *name, const char *text, gsize length, GPtrArray *problems)
{
  const guint n_before = problems->len;
  g_autoptr (JipyoJsonDocument) document =
               jipyo_json_document_new (name, g_strndup (text, length), length, problems);
  g_autoptr (JipyoCalendar) calendar = NULL;
  JipyoJsonCursor root = { 0 };

  if (document == NULL)
    return NULL;
  if (jipyo_json_cursor_init_root (&root, document)) {
    calendar = read_calendar (&root);
    jipyo_json_cursor_clear (&root);
  }
  return problems->len == n_before ? g_steal_pointer (&calendar) : NULL;
}

char *
jipyo_calendar_file_check_hours (const char *name,
                                 const JipyoCalendar *own,
                                 const JipyoCalendar *whole)
{
  for (guint i = 0; i < own->days->len; i++) {
    const JipyoCalendarDay *day = g_ptr_array_index (own->days, i);
    g_autofree char *date = jipyo_date_format (day->date);
    gint64 bounds_us[2];

    if (jipyo_calendar_get_hours (whole, day->date, JIPYO_PHASE_OPEN, bounds_us)
        && bounds_us[1] <= bounds_us[0])
      return g_strdup_printf (_ ("%s: on %s the market would close before it opens"), name, date);
  }
  return NULL;
}

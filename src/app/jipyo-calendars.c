/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads calendars and asks each about the quotes of its market.
 */

#include "jipyo-calendars.h"

#include <string.h>

#include "jipyo-calendar-file.h"
#include "jipyo-ledger-file.h"
#include "jipyo-own-folder.h"

struct _JipyoCalendars {
  GPtrArray *calendars; /* of JipyoCalendar, owned */
  char *notice;         /* NULL when all is well */
};

static JipyoCalendar *
find (const JipyoCalendars *self, const char *market, gsize length)
{
  for (guint i = 0; i < self->calendars->len; i++) {
    JipyoCalendar *calendar = g_ptr_array_index (self->calendars, i);

    if (strlen (calendar->market) == length && strncmp (calendar->market, market, length) == 0)
      return calendar;
  }
  return NULL;
}

/* A market of a person's own has nothing to be laid over. What cannot be then, or NULL. (transfer
 * full) */
static char *
lay_over (JipyoCalendars *self, JipyoCalendar *own, const char *path)
{
  JipyoCalendar *known = find (self, own->market, strlen (own->market));
  char *problem;

  if (known == NULL) {
    g_ptr_array_add (self->calendars, own);
    return jipyo_calendar_file_check_hours (path, own, own);
  }
  jipyo_calendar_lay_over (known, own);
  problem = jipyo_calendar_file_check_hours (path, own, known);
  jipyo_calendar_free (own);
  return problem;
}

/* What is wrong with the file, or NULL. (transfer full) */
static char *
read_own_file (JipyoCalendars *self, const char *path)
{
  g_autoptr (GPtrArray) problems = jipyo_problems_new ();
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *text = jipyo_ledger_file_read (path, &length, &error);
  JipyoCalendar *own = NULL;

  if (text != NULL)
    own = jipyo_calendar_file_parse (path, text, length, problems);
  if (own == NULL)
    return jipyo_problems_describe (problems, error);
  return lay_over (self, own, path);
}

static void
add_notice (GString *notice, const char *text)
{
  g_string_append_printf (notice, "%s%s", notice->len > 0 ? "\n" : "", text);
}

static char *
read_own_files (JipyoCalendars *self, const char *folder)
{
  g_autofree char *usual = g_build_filename (g_get_user_data_dir (), "jipyo", "calendars", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) paths = jipyo_own_folder_list (folder != NULL ? folder : usual, &error);
  GString *notice = g_string_new (NULL);

  if (error != NULL)
    add_notice (notice, error->message);
  for (guint i = 0; i < paths->len; i++) {
    g_autofree char *problem = read_own_file (self, g_ptr_array_index (paths, i));

    if (problem != NULL)
      add_notice (notice, problem);
  }
  return g_string_free (notice, notice->len == 0);
}

JipyoCalendars *
jipyo_calendars_new (const char *folder)
{
  JipyoCalendars *self = g_new0 (JipyoCalendars, 1);
  g_autoptr (GPtrArray) problems = jipyo_problems_new ();

  /* The shipped ones are sound, or the program would not have passed its tests. */
  self->calendars = jipyo_calendar_load_shipped (problems);
  self->notice = read_own_files (self, folder);
  return self;
}

void
jipyo_calendars_free (JipyoCalendars *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->calendars);
  g_free (self->notice);
  g_free (self);
}

const char *
jipyo_calendars_get_notice (const JipyoCalendars *self)
{
  return self->notice;
}

const GPtrArray *
jipyo_calendars_list (const JipyoCalendars *self)
{
  return self->calendars;
}

const JipyoCalendar *
jipyo_calendars_find (const JipyoCalendars *self, const char *instrument)
{
  return find (self, instrument, strcspn (instrument, ":"));
}

void
jipyo_calendars_settle (const JipyoCalendars *self, JipyoQuote *quote, gint64 now_us)
{
  const JipyoCalendar *calendar = jipyo_calendars_find (self, quote->instrument);

  if (calendar != NULL)
    quote->state = jipyo_calendar_settle (calendar, quote, now_us);
}

JipyoCalendarDoubt
jipyo_calendars_judge (const JipyoCalendars *self,
                       const GPtrArray *quotes,
                       gint64 now_us,
                       const JipyoCalendar **calendar)
{
  for (guint i = 0; i < quotes->len; i++) {
    const JipyoQuote *quote = g_ptr_array_index (quotes, i);
    const JipyoCalendar *own = jipyo_calendars_find (self, quote->instrument);
    JipyoCalendarDoubt doubt =
      own != NULL ? jipyo_calendar_judge (own, quote, now_us) : JIPYO_DOUBT_NONE;

    if (doubt == JIPYO_DOUBT_NONE)
      continue;
    if (calendar != NULL)
      *calendar = own;
    return doubt;
  }
  return JIPYO_DOUBT_NONE;
}

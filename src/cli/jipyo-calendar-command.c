/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * jipyo calendar: which markets are open, until when, and the special days to come.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "jipyo-calendars-format.h"
#include "jipyo-commands.h"

static int
run (const JipyoCommandLine *line, gpointer data)
{
  const JipyoJsonOption *options = data;
  g_autoptr (JipyoCalendars) calendars = jipyo_calendars_new (NULL);
  const char *notice = jipyo_calendars_get_notice (calendars);
  gint64 now_us = line->now_us != 0 ? line->now_us : g_get_real_time ();
  g_autofree char *text = NULL;

  if (line->arguments[0] != NULL)
    return jipyo_command_misuse ("calendar", _ ("“%s” is not expected here"), line->arguments[0]);
  if (notice != NULL)
    jipyo_command_complain ("%s", notice);
  text = options->json ? jipyo_calendars_format_json (calendars, now_us)
                       : jipyo_calendars_format_text (calendars, now_us, line->lang);
  if (!jipyo_command_write (text, NULL))
    return JIPYO_EXIT_FAILED;
  return notice == NULL ? JIPYO_EXIT_DONE : JIPYO_EXIT_PARTLY;
}

const JipyoCommand jipyo_calendar_command = {
  .name = "calendar",
  .summary = N_ ("Show which markets are open, and their holidays"),
                 .add_options = jipyo_command_add_json_option,
                 .options_size = sizeof (JipyoJsonOption),
                 .run = run,
  };

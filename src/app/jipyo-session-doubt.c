/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether the newest quotes speak against the calendar of their market, or those who answer against
 * the clock of this machine, in words for people.
 */

#include "jipyo-belongings.h"
#include "jipyo-session.h"
#include "jipyo-world-time.h"

char *
jipyo_session_describe_doubt (JipyoSession *self)
{
  g_return_val_if_fail (JIPYO_IS_SESSION (self), NULL);
  const GPtrArray *quotes = jipyo_session_get_quotes (self);
  const JipyoCalendars *calendars = NULL;
  const JipyoCalendar *doubted = NULL;
  JipyoCalendarDoubt doubt;

  /* The calendars are read for the first quotes, not for the first frame. */
  if (quotes == NULL || quotes->len == 0)
    return NULL;
  calendars = jipyo_belongings_get_calendars (jipyo_session_get_own (self));
  doubt = jipyo_calendars_judge (calendars, quotes, jipyo_session_get_now (self), &doubted);
  if (doubt == JIPYO_DOUBT_NONE)
    return NULL;
  return g_strdup_printf ("%s: %s", jipyo_text_get (&doubted->name, jipyo_session_get_lang (self)),
                          jipyo_calendar_doubt_label (doubt, jipyo_session_get_lang (self)));
}

char *
jipyo_session_describe_clock (JipyoSession *self)
{
  g_return_val_if_fail (JIPYO_IS_SESSION (self), NULL);
  const gint64 error_us = jipyo_session_get_clock_error (self);

  return jipyo_clock_error_matters (error_us)
           ? jipyo_clock_error_format (error_us, jipyo_session_get_lang (self))
           : NULL;
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A calendar as a JSON file. What is not exactly such a file is refused whole, with every problem
 * at its place.
 */

#pragma once

#include "jipyo-calendar.h"
#include "jipyo-problem.h"

/* `name` is the file's, for the problems, to which JipyoProblem are added. NULL when there are any.
 * (transfer full) (nullable) */
JipyoCalendar *
jipyo_calendar_file_parse (const char *name, const char *text, gsize length, GPtrArray *problems);
/* Those that come with the program. (element-type JipyoCalendar) (transfer full) */
GPtrArray *jipyo_calendar_load_shipped (GPtrArray *problems);
/* Hours of a day that cannot be, once `own` is laid over what gives `whole`: only one of them is in
 * the file, and it does not go with the usual other one. NULL: all can be. (transfer full) */
char *jipyo_calendar_file_check_hours (const char *name,
                                       const JipyoCalendar *own,
                                       const JipyoCalendar *whole);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How precisely the times of an axis are told: a chart of years has no days to speak of. Times are
 * seconds since 1970, told by the clocks of Korea.
 */

#pragma once

#include "jipyo-plot.h"

/* Whether each datum stands at the start of a minute, a day, a month or a year. */
typedef struct {
  gboolean minutes;
  gboolean days;
  gboolean months;
  gboolean years;
} JipyoTimePrecision;

/* Of a plot's positions, or with `of_values` of its values. */
JipyoTimePrecision jipyo_time_precision_measure (const JipyoPlot *plot, gboolean of_values);
/* "2026-11-23 12:00" in the long form of the language, or less; "—" outside of the years that dates
 * have. (transfer full) */
char *jipyo_time_precision_format (JipyoTimePrecision self, double seconds, JipyoLang lang);

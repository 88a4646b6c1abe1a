/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sample of the data is enough to tell days from minutes.
 */

#include "jipyo-time-precision.h"

#include <math.h>
#include <string.h>

#include "jipyo-date.h"

static const double US_PER_S = 1e6;
static const double INSTANT_MAX = 2.5e11; /* seconds: within the years that dates have */
static const double MINUTE_S = 60;
static const guint SAMPLES = 64; /* of a series */

static void
narrow (JipyoTimePrecision *self, double seconds)
{
  if (!isfinite (seconds) || fabs (seconds) > INSTANT_MAX)
    return;
  const JipyoDate date = jipyo_instant_date_kst ((gint64) (seconds * US_PER_S));
  const gboolean midnight = fabs (jipyo_plot_time_from_date (date) - seconds) < 1;

  self->minutes = self->minutes && fmod (seconds, MINUTE_S) == 0;
  self->days = self->days && midnight;
  self->months = self->months && midnight && date.day == 1;
  self->years = self->years && midnight && date.day == 1 && date.month == 1;
}

JipyoTimePrecision
jipyo_time_precision_measure (const JipyoPlot *plot, gboolean of_values)
{
  JipyoTimePrecision precision = { TRUE, TRUE, TRUE, TRUE };

  /* A bar of a stretch of time stands in the middle of it. */
  const double before_s = plot->position.stretch_s / 2;

  if (!of_values && plot->position.of_days)
    return (JipyoTimePrecision){ .days = TRUE };
  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (plot->series, i);
    for (guint k = 0; k < MIN (jipyo_plot_series_get_n (series), SAMPLES); k++) {
      const JipyoDatum datum = jipyo_plot_series_get_datum (series, k);
      narrow (&precision, of_values ? datum.value : datum.position - before_s);
    }
  }
  return precision;
}

char *
jipyo_time_precision_format (JipyoTimePrecision self, double seconds, JipyoLang lang)
{
  if (!isfinite (seconds) || fabs (seconds) > INSTANT_MAX)
    return g_strdup ("—");
  const gint64 instant_us = (gint64) (seconds * US_PER_S);
  JipyoDate date = jipyo_instant_date_kst (instant_us);

  if (self.months)
    date.day = 0;
  if (self.years)
    date.month = 0;
  g_autofree char *day = jipyo_date_format_long (date, lang);
  if (self.days)
    return g_steal_pointer (&day);
  g_autofree char *clock = jipyo_instant_format_time_kst (instant_us);
  if (self.minutes)
    clock[strlen ("00:00")] = '\0';
  return g_strdup_printf ("%s %s", day, clock);
}

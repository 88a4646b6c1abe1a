/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Differences are of the values drawn, which are doubles; exact ones are in the table.
 */

#include "jipyo-plot-change.h"

#include <math.h>

#include "jipyo-datum-text.h"

static const double day_s = 86400;
static const double ratio_max = 1e6; /* per cent; beyond it a ratio says nothing */

static gboolean
is_year (const char *name)
{
  gsize n = 0;

  while (g_ascii_isdigit (name[n]))
    n++;
  return n == 4;
}

gboolean
jipyo_plot_is_ordered (const JipyoPlot *plot)
{
  const GPtrArray *bands = plot->position.bands;

  if (plot->position.kind != JIPYO_SCALE_BAND)
    return TRUE;
  for (guint i = 0; bands != NULL && i < bands->len; i++)
    if (g_ptr_array_index (bands, i) == NULL || !is_year (g_ptr_array_index (bands, i)))
      return FALSE;
  return bands != NULL && bands->len > 1;
}

gboolean
jipyo_plot_find_previous (const JipyoPlot *plot, guint series, guint datum, guint *found)
{
  JipyoDatum own, other;

  if (!jipyo_plot_find_datum (plot, series, datum, &own) || !jipyo_plot_is_ordered (plot))
    return FALSE;
  for (guint i = datum; i-- > 0;) {
    if (!jipyo_plot_find_datum (plot, series, i, &other) || !isfinite (other.value)
        || !(other.position < own.position))
      continue;
    *found = i;
    return TRUE;
  }
  return FALSE;
}

static char *
format_ratio (double from, double to)
{
  const double percent = (to / from - 1) * 100;

  if (!(from > 0 && to > 0) || fabs (percent) > ratio_max)
    return g_strdup ("");
  return g_strdup_printf (" (%s%.1f %%)", percent < 0 ? "−" : "+", fabs (percent));
}

/* A difference is no finer than what it is the difference of. */
static double
round_like (double difference, double reference)
{
  const double unit = pow (10, MIN (0, floor (log10 (reference)) - 5));

  return reference > 0 && unit > 0 ? round (difference / unit) * unit : difference;
}

char *
jipyo_plot_format_change (const JipyoPlot *plot, guint series, guint from, guint to)
{
  JipyoDatum a, b;

  if (!jipyo_plot_find_datum (plot, series, from, &a)
      || !jipyo_plot_find_datum (plot, series, to, &b) || !isfinite (a.value)
      || !isfinite (b.value))
    return NULL;
  const double difference = round_like (b.value - a.value, MAX (fabs (a.value), fabs (b.value)));
  const char *glyph = difference > 0 ? "▲" : difference < 0 ? "▼" : "";
  if (plot->value.unit == JIPYO_UNIT_PERCENT || plot->value.unit == JIPYO_UNIT_PERCENT_POINTS)
    return g_strdup_printf ("%s%.1f %%p", glyph, fabs (difference));
  g_autofree char *figure = jipyo_datum_text_format_value (plot, fabs (difference));
  g_autofree char *ratio = format_ratio (a.value, b.value);
  return g_strconcat (glyph, figure, ratio, NULL);
}

char *
jipyo_plot_format_days (const JipyoPlot *plot, double from, double to)
{
  const double days = fabs (to - from) / day_s;

  if (plot->position.kind != JIPYO_SCALE_TIME || !isfinite (days) || days > G_MAXINT)
    return NULL;
  const int whole = (int) (days + 0.5);
  if (plot->lang == JIPYO_LANG_KO)
    return g_strdup_printf ("%d일", whole);
  return g_strdup_printf (whole == 1 ? "%d day" : "%d days", whole);
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Categories are in order when each of them is a date and each is later than the one before:
 * "2020", "2021", "2023". Countries are not, whatever order they stand in.
 */

#include "jipyo-plot-order.h"

#include <math.h>

#include "jipyo-marks.h"
#include "jipyo-session-price.h"

static const char YEAR_SIGN[] = "년";
static const double SECONDS_A_YEAR = 365.2425 * 86400;

static gboolean
parse_band (const char *name, JipyoDate *date)
{
  if (name == NULL)
    return FALSE;
  g_autofree char *text = g_strdup (name);

  if (g_str_has_suffix (text, YEAR_SIGN))
    text[strlen (text) - strlen (YEAR_SIGN)] = '\0';
  return jipyo_date_parse (text, date);
}

static gboolean
has_dated_bands (const JipyoAxis *axis)
{
  JipyoDate last = { 0 }, date;

  if (axis->bands == NULL || axis->bands->len < 2)
    return FALSE;
  for (guint i = 0; i < axis->bands->len; i++) {
    if (!parse_band (g_ptr_array_index (axis->bands, i), &date))
      return FALSE;
    if (i > 0 && jipyo_date_compare (last, date) >= 0)
      return FALSE;
    last = date;
  }
  return TRUE;
}

gboolean
jipyo_plot_order_is_ordered (const JipyoPlot *plot)
{
  return plot->position.kind != JIPYO_SCALE_BAND || has_dated_bands (&plot->position);
}

static gboolean
find_band_date (const JipyoAxis *axis, double position, JipyoDate *date)
{
  return axis->bands != NULL && position >= 0 && position < axis->bands->len
         && position == floor (position)
         && parse_band (g_ptr_array_index (axis->bands, (guint) position), date);
}

double
jipyo_plot_order_measure_years (const JipyoPlot *plot, double from, double to)
{
  JipyoDate a, b;

  if (plot->position.kind == JIPYO_SCALE_TIME)
    return (to - from) / SECONDS_A_YEAR;
  if (plot->position.kind != JIPYO_SCALE_BAND || !find_band_date (&plot->position, from, &a)
      || !find_band_date (&plot->position, to, &b))
    return NAN;
  if (a.month == 0 && b.month == 0)
    return b.year - a.year;
  return (jipyo_date_first_day (b) - jipyo_date_first_day (a)) * 86400.0 / SECONDS_A_YEAR;
}

static int
compare_positions (gconstpointer a, gconstpointer b, gpointer plot)
{
  const double x = jipyo_plot_get_datum (plot, *(const JipyoDatumRef *) a)->position;
  const double y = jipyo_plot_get_datum (plot, *(const JipyoDatumRef *) b)->position;

  return (x > y) - (x < y);
}

static gboolean
has_twins (const JipyoPlot *plot, const GArray *line)
{
  for (guint i = 1; i < line->len; i++)
    if (jipyo_plot_get_datum (plot, g_array_index (line, JipyoDatumRef, i))->position
        == jipyo_plot_get_datum (plot, g_array_index (line, JipyoDatumRef, i - 1))->position)
      return TRUE;
  return FALSE;
}

/* What has the muted role of its own is not all there is yet: a year that is not over. */
static gboolean
is_of_line (const JipyoDatum *datum)
{
  return isfinite (datum->value) && isfinite (datum->position) && jipyo_datum_is_plain (datum)
         && !(datum->has_colour && datum->colour.role == JIPYO_ROLE_MUTED);
}

/* Where there are sessions, their closes are the line. */
static gboolean
is_line (const JipyoPlot *plot, const JipyoPlotSeries *series)
{
  if (jipyo_session_price_is_in (plot))
    return jipyo_session_price_is_of (series);
  return (jipyo_mark_get_class (series->mark)->tells & JIPYO_TELLS_LINE) != 0;
}

GArray *
jipyo_plot_order_list_line (const JipyoPlot *plot, guint index)
{
  const JipyoPlotSeries *series = g_ptr_array_index (plot->series, index);

  if (!is_line (plot, series))
    return NULL;
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (JipyoDatumRef));

  for (guint i = 0; i < series->data->len; i++) {
    const JipyoDatumRef ref = { index, i };
    if (is_of_line (jipyo_plot_get_datum (plot, ref)))
      g_array_append_val (line, ref);
  }
  g_array_sort_with_data (line, compare_positions, (gpointer) plot);
  return has_twins (plot, line) ? NULL : g_steal_pointer (&line);
}

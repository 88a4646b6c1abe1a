/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each series gets items by its share of the data, and cuts itself into stretches of equal length.
 */

#include "jipyo-plot-reading.h"

#include <math.h>

#include "jipyo-datum-text.h"

static void
reading_clear (JipyoReading *reading)
{
  g_free (reading->text);
}

typedef struct {
  const JipyoPlot *plot;
  const JipyoPlotState *state; /* or NULL */
  GArray *readings;
} Reader;

static guint64
count_data (const JipyoPlot *plot)
{
  guint64 n = 0;

  for (guint i = 0; i < plot->series->len; i++)
    n += jipyo_plot_series_get_n (g_ptr_array_index (plot->series, i));
  return n;
}

/* What is known of a stretch, if anything is. */
typedef struct {
  JipyoDatum first;
  JipyoDatum last;
  JipyoDatum least;
  JipyoDatum largest;
  guint n_known;
} Stretch;

static Stretch
measure_stretch (const JipyoPlotSeries *series, guint first, guint last)
{
  Stretch stretch = { 0 };

  for (guint i = first; i <= last; i++) {
    const JipyoDatum datum = jipyo_plot_series_get_datum (series, i);
    if (!isfinite (datum.value))
      continue;
    if (stretch.n_known++ == 0)
      stretch.first = stretch.least = stretch.largest = datum;
    stretch.last = datum;
    if (datum.value < stretch.least.value)
      stretch.least = datum;
    if (datum.value > stretch.largest.value)
      stretch.largest = datum;
  }
  return stretch;
}

/* The same of a stretch of columns without a gap, which has millions of points perhaps, not one of
 * which need be read. */
static Stretch
measure_block (const JipyoPlotSeries *series, guint first, guint last)
{
  const JipyoColumnRange range = { first, last + 1 };
  const JipyoExtremes found = jipyo_columns_measure (series->columns, range, -G_MAXDOUBLE);

  if (found.gaps)
    return measure_stretch (series, first, last);
  Stretch stretch = {
    .first = jipyo_plot_series_get_datum (series, first),
    .last = jipyo_plot_series_get_datum (series, last),
    .n_known = last - first + 1,
  };
  stretch.least = stretch.largest = stretch.first;
  stretch.least.value = found.low;
  stretch.largest.value = found.high;
  return stretch;
}

static void
append_figures (GString *out,
                const JipyoPlot *plot,
                const JipyoPlotSeries *series,
                const Stretch *stretch)
{
  g_autofree char *first = jipyo_datum_text_format_figure (plot, series, &stretch->first);
  g_autofree char *last = jipyo_datum_text_format_figure (plot, series, &stretch->last);
  g_autofree char *least = jipyo_datum_text_format_figure (plot, series, &stretch->least);
  g_autofree char *largest = jipyo_datum_text_format_figure (plot, series, &stretch->largest);

  g_string_append_printf (out,
                          plot->lang == JIPYO_LANG_KO ? "처음 %s, 마지막 %s, 최저 %s, 최고 %s"
                                                      : "first %s, last %s, lowest %s, highest %s",
                          first, last, least, largest);
}

static char *
describe_stretch (const JipyoPlot *plot, const JipyoPlotSeries *series, guint first, guint last)
{
  const gboolean ko = plot->lang == JIPYO_LANG_KO;
  const Stretch stretch = series->columns != NULL ? measure_block (series, first, last)
                                                  : measure_stretch (series, first, last);
  const char *name = jipyo_datum_text_get_series_name (series);
  g_autofree char *from =
    jipyo_datum_text_format_position (plot, jipyo_plot_series_get_datum (series, first).position);
  g_autofree char *to =
    jipyo_datum_text_format_position (plot, jipyo_plot_series_get_datum (series, last).position);
  const guint n_unknown = last - first + 1 - stretch.n_known;
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, ko ? "%s부터 %s까지" : "%s to %s", from, to);
  if (name != NULL)
    g_string_append_printf (out, ", %s", name);
  g_string_append_printf (out, ko ? ": 값 %u개" : ": %u figures", stretch.n_known);
  if (n_unknown > 0)
    g_string_append_printf (out, ko ? ", 모르는 값 %u개" : ", %u not known", n_unknown);
  if (stretch.n_known > 0) {
    g_string_append (out, ", ");
    append_figures (out, plot, series, &stretch);
  }
  return g_string_free (out, FALSE);
}

/* `n_items` stretches of a series, none of them empty. */
static void
append_series (Reader *self, guint index, guint n_items)
{
  const JipyoPlot *plot = self->plot;
  const JipyoPlotSeries *series = g_ptr_array_index (plot->series, index);
  const guint64 n = jipyo_plot_series_get_n (series);

  for (guint64 i = 0; i < n_items; i++) {
    JipyoReading reading = {
      .series = index,
      .first = (guint) (i * n / n_items),
      .last = (guint) ((i + 1) * n / n_items - 1),
    };
    reading.text = reading.first == reading.last
                     ? jipyo_datum_text_describe_viewed (plot, self->state, index, reading.first)
                     : describe_stretch (plot, series, reading.first, reading.last);
    g_array_append_val (self->readings, reading);
  }
}

GArray *
jipyo_plot_reading_list (const JipyoPlot *plot, const JipyoPlotState *state, guint most)
{
  g_return_val_if_fail (plot != NULL && most > 0, NULL);
  GArray *readings = g_array_new (FALSE, FALSE, sizeof (JipyoReading));
  const guint64 n_data = count_data (plot);
  Reader reader = { plot, state, readings };

  g_array_set_clear_func (readings, (GDestroyNotify) reading_clear);
  for (guint i = 0; i < plot->series->len && readings->len < most; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (plot->series, i);
    const guint left = plot->series->len - i - 1;
    const guint n = jipyo_plot_series_get_n (series);
    const guint share = n_data <= most ? n : MAX (1, (guint) (n * (guint64) most / n_data));
    /* Those behind are to have one item each. */
    const guint room = most - readings->len;
    const guint wanted = MIN (share, room > left ? room - left : 1);
    append_series (&reader, i, MIN (wanted, n));
  }
  return readings;
}

gboolean
jipyo_plot_reading_is_same (const JipyoPlotState *a, const JipyoPlotState *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->hidden == b->hidden && a->relative == b->relative
         && (a->until == b->until || (isnan (a->until) && isnan (b->until)));
}

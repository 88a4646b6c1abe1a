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

static guint64
count_data (const JipyoPlot *plot)
{
  guint64 n = 0;

  for (guint i = 0; i < plot->series->len; i++)
    n += ((const JipyoPlotSeries *) g_ptr_array_index (plot->series, i))->data->len;
  return n;
}

/* What is known of a stretch; NULL where nothing is. */
typedef struct {
  const JipyoDatum *first;
  const JipyoDatum *last;
  const JipyoDatum *least;
  const JipyoDatum *largest;
  guint n_known;
} Stretch;

static Stretch
measure_stretch (const JipyoPlotSeries *series, guint first, guint last)
{
  Stretch stretch = { 0 };

  for (guint i = first; i <= last; i++) {
    const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    if (!isfinite (datum->value))
      continue;
    stretch.n_known++;
    stretch.first = stretch.first == NULL ? datum : stretch.first;
    stretch.last = datum;
    if (stretch.least == NULL || datum->value < stretch.least->value)
      stretch.least = datum;
    if (stretch.largest == NULL || datum->value > stretch.largest->value)
      stretch.largest = datum;
  }
  return stretch;
}

static void
append_figures (GString *out,
                const JipyoPlot *plot,
                const JipyoPlotSeries *series,
                const Stretch *stretch)
{
  g_autofree char *first = jipyo_datum_text_format_figure (plot, series, stretch->first);
  g_autofree char *last = jipyo_datum_text_format_figure (plot, series, stretch->last);
  g_autofree char *least = jipyo_datum_text_format_figure (plot, series, stretch->least);
  g_autofree char *largest = jipyo_datum_text_format_figure (plot, series, stretch->largest);

  g_string_append_printf (out,
                          plot->lang == JIPYO_LANG_KO ? "처음 %s, 마지막 %s, 최저 %s, 최고 %s"
                                                      : "first %s, last %s, lowest %s, highest %s",
                          first, last, least, largest);
}

static char *
describe_stretch (const JipyoPlot *plot, const JipyoPlotSeries *series, guint first, guint last)
{
  const gboolean ko = plot->lang == JIPYO_LANG_KO;
  const Stretch stretch = measure_stretch (series, first, last);
  const JipyoDatum *data = &g_array_index (series->data, JipyoDatum, 0);
  const char *name = jipyo_datum_text_get_series_name (series);
  g_autofree char *from = jipyo_datum_text_format_position (plot, data[first].position);
  g_autofree char *to = jipyo_datum_text_format_position (plot, data[last].position);
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
append_series (GArray *readings, const JipyoPlot *plot, guint index, guint n_items)
{
  const JipyoPlotSeries *series = g_ptr_array_index (plot->series, index);
  const guint64 n = series->data->len;

  for (guint64 i = 0; i < n_items; i++) {
    JipyoReading reading = {
      .series = index,
      .first = (guint) (i * n / n_items),
      .last = (guint) ((i + 1) * n / n_items - 1),
    };
    reading.text = reading.first == reading.last
                     ? jipyo_datum_text_describe (plot, index, reading.first)
                     : describe_stretch (plot, series, reading.first, reading.last);
    g_array_append_val (readings, reading);
  }
}

GArray *
jipyo_plot_reading_list (const JipyoPlot *plot, guint most)
{
  g_return_val_if_fail (plot != NULL && most > 0, NULL);
  GArray *readings = g_array_new (FALSE, FALSE, sizeof (JipyoReading));
  const guint64 n_data = count_data (plot);

  g_array_set_clear_func (readings, (GDestroyNotify) reading_clear);
  for (guint i = 0; i < plot->series->len && readings->len < most; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (plot->series, i);
    const guint left = plot->series->len - i - 1;
    const guint share = n_data <= most
                          ? series->data->len
                          : MAX (1, (guint) (series->data->len * (guint64) most / n_data));
    /* Those behind are to have one item each. */
    const guint room = most - readings->len;
    const guint wanted = MIN (share, room > left ? room - left : 1);
    append_series (readings, plot, i, MIN (wanted, series->data->len));
  }
  return readings;
}

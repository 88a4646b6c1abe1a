/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How high a chart wants to be, by what it shows.
 */

#include "jipyo-chart-size.h"

#include "jipyo-plot-rows.h"

static guint
count_bands (const JipyoPlot *plot)
{
  return plot == NULL || plot->position.bands == NULL ? 0 : plot->position.bands->len;
}

/* How low and how high a chart may be whose categories run down: each needs room for its name. */
static void
measure_bands (const JipyoPlot *plot, int *least, int *best)
{
  static const int frame_px = 32;
  static const int legend_px = 28;
  static const int axis_px = 28;
  const JipyoPlotSeries *first = plot->series->len > 0 ? g_ptr_array_index (plot->series, 0) : NULL;
  const gboolean has_spans = first != NULL && first->mark == JIPYO_MARK_RANGE;
  const gboolean has_notes = plot->position.notes != NULL && plot->position.notes->len > 0;
  const int least_band_px = has_spans ? 16 : has_notes ? 37 : 30;
  const int best_band_px = has_spans ? 26 : has_notes ? 58 : 52;
  const int rest = frame_px + (plot->series->len > 1 && !has_spans ? legend_px : 0)
                   + (plot->value.hidden || has_spans ? 0 : axis_px);

  *least = rest + (int) count_bands (plot) * least_band_px;
  *best = rest + (int) count_bands (plot) * best_band_px;
}

void
jipyo_chart_size_measure_width (int *least, int *best)
{
  *least = 240;
  *best = 480;
}

void
jipyo_chart_size_measure_height (const JipyoPlot *plot, int *least, int *best)
{
  static const int least_px = 174;
  static const int best_px = 400;
  static const int strip_px =
    120; /* prices above a strip keep their room, and events have theirs */
  static const int least_bands_px = 128;
  static const int largest_px = 720;

  *least = least_px;
  *best = best_px;
  if (plot != NULL && !plot->horizontal && jipyo_plot_has_strip (plot)) {
    *least += strip_px;
    *best += strip_px;
  }
  if (plot == NULL || !plot->horizontal)
    return;
  measure_bands (plot, least, best);
  *least = CLAMP (*least, least_bands_px, largest_px);
  *best = CLAMP (*best, *least, largest_px);
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Charts on a page. What does not fit there is not drawn smaller than it can be read: of too many
 * rows the first stay, of rows whose names are cut as many as have room below them, and of too many
 * candles longer ones are made.
 */

#include "jipyo-sheet-plot.h"

#include "jipyo-candle-join.h"
#include "jipyo-plot-rows.h"

JipyoSheetPlot *
jipyo_sheet_plot_new (const JipyoPlot *plot, JipyoRect rect)
{
  JipyoSheetPlot *self = g_new0 (JipyoSheetPlot, 1);

  self->plot = *plot;
  self->rect = rect;
  return self;
}

void
jipyo_sheet_plot_free (JipyoSheetPlot *self)
{
  if (self == NULL)
    return;
  jipyo_plot_layout_free (self->layout);
  jipyo_plot_free (self->fewer);
  g_free (self);
}

void
jipyo_sheet_plot_join_candles (JipyoSheetPlot *self, double label)
{
  static const double PITCH_LEAST = 0.3, AREA = 0.8; /* labels, of the width */

  self->fewer =
    jipyo_plot_join_candles (&self->plot, self->rect.width * AREA / (PITCH_LEAST * label));
  if (self->fewer != NULL)
    self->plot = *self->fewer;
}

/* Of a row, at least: more where its name had to be cut beside it and has room above, as long as
 * half of the rows stay. */
static double
choose_pitch (const JipyoSheetPlot *self, const JipyoPlotFrame *frame, guint n_rows)
{
  static const double ROW_LEAST = 1.25, NAMED_LEAST = 2.3; /* labels */
  const double named = NAMED_LEAST * frame->type.label;
  const double height = jipyo_plot_layout_get_area (self->layout).height;

  return jipyo_plot_layout_cuts_names (self->layout) && 2 * height >= n_rows * named
           ? named
           : ROW_LEAST * frame->type.label;
}

static void
settle_rows (JipyoSheetPlot *self, JipyoPlotFrame *frame)
{
  const guint n_rows = jipyo_plot_count_rows (&self->plot);
  const double pitch = choose_pitch (self, frame, n_rows);
  double height = jipyo_plot_layout_get_area (self->layout).height;

  if (n_rows < 2 || n_rows * pitch <= height || jipyo_plot_shows_spans (&self->plot))
    return;
  const JipyoPlot all = self->plot;
  /* What is said of the others takes room as well. */
  for (guint n = n_rows - 1; n > 0 && (n + 1) * pitch > height; n--) {
    n = MIN (n, (guint) MAX (height / pitch, 1));
    jipyo_plot_free (self->fewer);
    self->fewer = jipyo_plot_copy_rows (&all, n);
    self->plot = *self->fewer;
    frame->n_rows_omitted = n_rows - n;
    jipyo_plot_layout_free (self->layout);
    self->layout = jipyo_plot_layout_new_framed (&self->plot, frame);
    height = jipyo_plot_layout_get_area (self->layout).height;
    if (n * pitch <= height)
      return;
  }
}

void
jipyo_sheet_plot_lay_out (JipyoSheetPlot *self, JipyoPlotFrame *frame)
{
  self->layout = jipyo_plot_layout_new_framed (&self->plot, frame);
  settle_rows (self, frame);
}

const char *
jipyo_sheet_plot_find_claim (const JipyoSheetPlot *self, double x, double y)
{
  guint series, datum;

  if (!jipyo_plot_layout_find_datum (self->layout, x - self->rect.x, y - self->rect.y, &series,
                                     &datum))
    return NULL;
  const JipyoPlotSeries *found = g_ptr_array_index (self->plot.series, series);
  return jipyo_plot_series_get_datum (found, datum).claim;
}

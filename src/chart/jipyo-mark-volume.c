/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Volumes are paler than the prices above them, but never below what a mark needs.
 */

#include "jipyo-mark-volume.h"

#include "jipyo-pitch.h"
#include "jipyo-stroke.h"

#include <math.h>

static const double bar_share = 0.72; /* of the pitch, as candles */
static const double width_max = 1.8;  /* labels */
static const double pale = 0.45;      /* towards the card */
static const double least_contrast = 3;

static gboolean
is_shown (const JipyoPlotLayout *layout, const JipyoDatum *datum)
{
  return isfinite (datum->value) && datum->value >= 0
         && jipyo_scale_has (&layout->position, datum->position);
}

/* Of all volumes of the plot, so that several series can be compared. */
static double
find_largest (const JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  double largest = 0;

  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, i);
    for (guint k = 0; series->mark == JIPYO_MARK_VOLUME && k < series->data->len; k++) {
      const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, k);
      if (is_shown (layout, datum))
        largest = MAX (largest, datum->value);
    }
  }
  return largest;
}

static JipyoScale
make_scale (const JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  const JipyoRect *area = &layout->area;
  const double largest = find_largest (layout, plot);
  JipyoScale scale = jipyo_scale_new (JIPYO_SCALE_LINEAR, 0, largest > 0 ? largest : 1);

  scale.from = layout->horizontal ? area->x : area->y + area->height;
  scale.to = layout->horizontal ? area->x + layout->strip : scale.from - layout->strip;
  return scale;
}

static double
get_width (const JipyoPlotLayout *layout, const JipyoPlot *plot, const JipyoPlotSeries *series)
{
  const double most = MAX (1, width_max * layout->frame.type.label);
  const double wanted =
    CLAMP (jipyo_pitch_measure_alone (layout, plot, series) * bar_share, 1, most);

  return floor ((wanted - 1) / 2) * 2 + 1;
}

static guint32
get_colour (const JipyoPlotLayout *layout, const JipyoPlotSeries *series, const JipyoDatum *datum)
{
  const guint32 card = layout->frame.theme->card;
  const guint32 colour = jipyo_plot_scene_get_colour (layout, series, datum);

  return jipyo_colour_with_contrast (jipyo_colour_mix (colour, card, pale), card, least_contrast);
}

static void
place_volumes (JipyoPlotLayout *layout, const JipyoPlot *plot, guint index)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, index);
  const JipyoScale scale = make_scale (layout, plot);
  const double width = get_width (layout, plot, series);

  for (guint i = 0; i < series->data->len; i++) {
    const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    if (!is_shown (layout, datum))
      continue;
    const double across = jipyo_scale_map (&layout->position, datum->position);
    const double end = jipyo_scale_map (&scale, datum->value);
    const double size = fabs (end - scale.from);
    JipyoPlotShape shape = {
      .series = index,
      .datum = i,
      .x = layout->horizontal ? end : across,
      .y = layout->horizontal ? across : end,
      .base_x = layout->horizontal ? scale.from : across,
      .base_y = layout->horizontal ? across : scale.from,
      .colour = get_colour (layout, series, datum),
      .kind = datum->kind,
    };
    shape.rect = layout->horizontal ? (JipyoRect){ scale.from, across - width / 2, size, width }
                                    : (JipyoRect){ across - width / 2, end, width, size };
    jipyo_plot_scene_add_shape (layout, shape);
  }
}

static void
paint_volumes (cairo_t *cr, const JipyoMarkPaint *paint)
{
  JipyoTypeScale type = paint->layout->frame.type;

  type.radius = 0;
  for (guint i = 0; i < paint->n_shapes; i++) {
    const JipyoPlotShape *shape = &paint->shapes[i];
    const JipyoBar bar = {
      .rect = shape->rect,
      .kind = shape->kind,
      .colour = shape->colour,
      .horizontal = paint->layout->horizontal,
      .forward = paint->layout->horizontal,
    };
    jipyo_stroke_bar (cr, &bar, paint->theme, &type);
  }
}

const JipyoMarkClass jipyo_mark_volume_class = {
  .word = { "거래량 그래프", "Volume chart" },
  .label = JIPYO_LABEL_AROUND,
  .solid = TRUE,
  .boxed = TRUE,
  .pitched = TRUE,
  .stripped = TRUE,
  .place = place_volumes,
  .paint = paint_volumes,
};

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Heat strips. A series is a row, named at its left; more is further from the ground in lightness.
 * One scale of colours, the first row's, is for all of them and stands above; it stays as it is
 * whatever part of the positions is in view. Where all figures fit each stands in its cell. A datum
 * without a value leaves its cell open; one that is not stated has a dotted edge.
 */

#include "jipyo-mark-heat.h"

#include "jipyo-ramp.h"
#include "jipyo-stroke.h"
#include "jipyo-ticks.h"

#include <math.h>

static const double names_most = 0.36; /* of the body's width */
static const double row_least = 0.9;   /* line heights; a row this high has its name */
static const double key_ems = 17;      /* length of the colours' scale */
static const double key_most = 0.6;    /* of the body's width */
static const guint figures_most = 600;

typedef struct {
  double low;
  double high;
  gboolean positive; /* a logarithm takes nothing else */
} Extent;

static void
extend (Extent *extent, double value)
{
  if (!isfinite (value) || (extent->positive && value <= 0))
    return;
  extent->low = MIN (extent->low, value);
  extent->high = MAX (extent->high, value);
}

static gboolean
is_row (const JipyoPlot *plot, guint index)
{
  return jipyo_plot_scene_get_series (plot, index)->mark == JIPYO_MARK_HEAT;
}

static gboolean
is_shown (const JipyoPlotLayout *layout, const JipyoPlot *plot, guint index)
{
  return is_row (plot, index) && !jipyo_plot_state_hides (&layout->state, index);
}

/* The least distance of two positions in a row: cells are as wide. */
static double
find_pitch (const JipyoPlot *plot)
{
  double pitch = INFINITY;

  for (guint i = 0; i < plot->series->len; i++) {
    const GArray *data = jipyo_plot_scene_get_series (plot, i)->data;
    for (guint k = 1; is_row (plot, i) && k < data->len; k++) {
      const double step = fabs (g_array_index (data, JipyoDatum, k).position
                                - g_array_index (data, JipyoDatum, k - 1).position);
      if (step > 0 && isfinite (step))
        pitch = MIN (pitch, step);
    }
  }
  return pitch;
}

/* Half a cell beyond the first and last position. */
static void
scale_positions (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  const JipyoAxis *axis = &plot->position;
  const double half = find_pitch (plot) / 2;
  Extent extent = { INFINITY, -INFINITY, FALSE };

  if ((axis->kind != JIPYO_SCALE_LINEAR && axis->kind != JIPYO_SCALE_TIME) || axis->has_bounds)
    return;
  for (guint i = 0; i < plot->series->len; i++) {
    const GArray *data = jipyo_plot_scene_get_series (plot, i)->data;
    for (guint k = 0; is_shown (layout, plot, i) && k < data->len; k++)
      extend (&extent, g_array_index (data, JipyoDatum, k).position);
  }
  if (isfinite (half)) {
    extent.low -= half;
    extent.high += half;
  }
  layout->whole = jipyo_scale_new (axis->kind, extent.low, extent.high);
  jipyo_scale_set_sessions (&layout->whole, axis->sessions);
  if (!layout->state.has_window)
    layout->position = layout->whole;
}

static Extent
measure_values (const JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  Extent extent = { INFINITY, -INFINITY, plot->value.kind == JIPYO_SCALE_LOG };

  for (guint i = 0; i < plot->series->len; i++) {
    const GArray *data = jipyo_plot_scene_get_series (plot, i)->data;
    for (guint k = 0; is_shown (layout, plot, i) && k < data->len; k++)
      extend (&extent, g_array_index (data, JipyoDatum, k).value);
  }
  return extent;
}

/* From a value to 0 … 1 of the colours, which begin and end at round figures, from zero where that
 * is near. */
static JipyoScale
scale_shades (const JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  const JipyoAxis *axis = &plot->value;
  const gboolean logs = axis->kind == JIPYO_SCALE_LOG || axis->kind == JIPYO_SCALE_SYMLOG;
  const JipyoScaleKind kind = logs ? axis->kind : JIPYO_SCALE_LINEAR;
  Extent extent = measure_values (layout, plot);

  if (axis->has_bounds)
    return jipyo_scale_new (kind, axis->low, axis->high);
  if (kind == JIPYO_SCALE_LINEAR && extent.low <= extent.high) {
    if (extent.low > 0 && extent.low < extent.high / 2)
      extent.low = 0;
    const double step =
      jipyo_ticks_step (extent.high - extent.low, 4, jipyo_ticks_unit_is_whole (axis->unit));
    extent.low = floor (extent.low / step + 1e-9) * step;
    extent.high = ceil (extent.high / step - 1e-9) * step;
  }
  return jipyo_scale_new (kind, extent.low, extent.high);
}

static JipyoTextStyle
get_name_style (const JipyoPlotLayout *layout)
{
  return (JipyoTextStyle){
    .size = layout->frame.type.label,
    .colour = layout->frame.theme->text,
    .width = layout->body.width * names_most,
    .lines = 1,
  };
}

static double
measure_names (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  const JipyoTextStyle style = get_name_style (layout);
  double width = 0;

  for (guint i = 0; i < plot->series->len; i++) {
    const char *name = jipyo_plot_scene_get_series (plot, i)->name;
    if (is_row (plot, i) && name != NULL)
      width = MAX (width, jipyo_text_measure (layout->typesetter, name, &style).width);
  }
  return width > 0 ? width + layout->frame.type.gap * 1.6 : 0;
}

static JipyoTextStyle
get_tick_style (const JipyoPlotLayout *layout)
{
  return (JipyoTextStyle){
    .size = layout->frame.type.tick,
    .colour = layout->frame.theme->muted,
    .lines = 1,
  };
}

/* The scale of the colours, while it is made. */
typedef struct {
  JipyoScale shade;
  JipyoAxisUnit unit;
  JipyoRect rect;
} Key;

static JipyoAxisUnit
choose_unit (const JipyoScale *shade, const JipyoPlot *plot)
{
  const double largest = MAX (fabs (shade->low), fabs (shade->high));
  /* Whole numbers all along a logarithm read better than fractions of its largest unit. */
  const double chosen = shade->kind == JIPYO_SCALE_LOG      ? MIN (largest, shade->low * 10)
                        : shade->kind == JIPYO_SCALE_SYMLOG ? MIN (largest, shade->constant * 10)
                                                            : largest;

  return jipyo_axis_unit_choose (plot->value.unit, chosen, plot->lang);
}

/* Where the text of a tick has its middle: it does not leave the body. */
static double
place_tick (JipyoPlotLayout *layout, const Key *key, const JipyoTick *tick, double width)
{
  const double x = key->rect.x + jipyo_scale_map (&key->shade, tick->value) * key->rect.width;

  return MIN (x, layout->body.x + layout->body.width - width / 2);
}

static gboolean
stand_apart (JipyoPlotLayout *layout, const Key *key, const GArray *ticks)
{
  const JipyoTextStyle style = get_tick_style (layout);
  double end = -INFINITY;

  for (guint i = 0; i < ticks->len; i++) {
    const JipyoTick *tick = &g_array_index (ticks, JipyoTick, i);
    const double width = jipyo_text_measure (layout->typesetter, tick->text, &style).width;
    const double at = place_tick (layout, key, tick, width);
    if (at - width / 2 < end + layout->frame.type.gap)
      return FALSE;
    end = at + width / 2;
  }
  return ticks->len > 0;
}

/* The most ticks whose texts stand apart; NULL without room. */
static GArray *
list_ticks (JipyoPlotLayout *layout, const Key *key)
{
  for (guint steps = 4; steps > 0; steps--) {
    GArray *ticks = jipyo_ticks_new (&key->shade, &key->unit, steps);
    if (stand_apart (layout, key, ticks))
      return ticks;
    g_array_unref (ticks);
  }
  return NULL;
}

static void
add_ticks (JipyoPlotLayout *layout, const Key *key)
{
  const JipyoTextStyle style = get_tick_style (layout);
  const double y = key->rect.y + key->rect.height + layout->frame.type.gap * 0.3;
  g_autoptr (GArray) ticks = list_ticks (layout, key);

  for (guint i = 0; ticks != NULL && i < ticks->len; i++) {
    const JipyoTick *tick = &g_array_index (ticks, JipyoTick, i);
    JipyoTextLayout *text = jipyo_plot_scene_new_text (layout, tick->text, &style);
    const double x = place_tick (layout, key, tick, text->rect.width);
    jipyo_plot_scene_take_text (layout, text, (JipyoAnchor){ x, y, 0.5, 0 });
  }
}

/* Before the scale, if there is room. */
static void
add_unit (JipyoPlotLayout *layout, const JipyoPlot *plot, const Key *key)
{
  const char *symbol = key->unit.symbol;
  const gboolean named = plot->value.unit != JIPYO_UNIT_NONE && symbol != NULL && *symbol != '\0';
  const char *string = named ? symbol : plot->value.title;
  const JipyoTextStyle style = get_tick_style (layout);
  const double right = key->rect.x - layout->frame.type.gap * 1.6;

  if (string == NULL || *string == '\0')
    return;
  JipyoTextLayout *text = jipyo_plot_scene_new_text (layout, string, &style);
  if (right - text->rect.width < layout->body.x) {
    jipyo_text_layout_free (text);
    return;
  }
  const JipyoAnchor at = { right, key->rect.y + key->rect.height / 2, 1, 0.5 };
  jipyo_plot_scene_take_text (layout, text, at);
}

/* A swatch fades with its series: the scale is never the key of one that does. */
static guint
find_plain_row (const JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  for (guint i = 0; i < plot->series->len; i++)
    if (is_row (plot, i) && !jipyo_plot_scene_is_faded (layout, i))
      return i;
  return 0;
}

/* At the right of the top; takes its height off the body. */
static void
add_key (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  const JipyoTypeScale *type = &layout->frame.type;
  const JipyoTextStyle style = get_tick_style (layout);
  const double text = jipyo_text_measure (layout->typesetter, "0", &style).height;
  const double thick = type->label * 0.75, height = thick + text + type->gap * 1.6;
  const double margin = type->label * 1.6; /* the last text reaches beyond the end */
  const double width = MIN (key_ems * type->label, layout->body.width * key_most);
  const JipyoScale shade = scale_shades (layout, plot);
  const Key key = {
    .shade = shade,
    .unit = choose_unit (&shade, plot),
    .rect = { layout->body.x + layout->body.width - margin - width, layout->body.y, width, thick },
  };
  const JipyoSwatch swatch = { key.rect, find_plain_row (layout, plot) };

  if (plot->value.hidden || height > layout->body.height * 0.35 || width < type->label * 3)
    return;
  g_array_append_val (layout->swatches, swatch);
  add_ticks (layout, &key);
  add_unit (layout, plot, &key);
  layout->body.y += height;
  layout->body.height -= height;
}

static gboolean
name_rows (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  add_key (layout, plot);
  const double width = measure_names (layout, plot);
  layout->body.x += width;
  layout->body.width = MAX (1, layout->body.width - width);
  return TRUE;
}

static gboolean
arrange_rows (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  scale_positions (layout, plot);
  layout->value = jipyo_scale_new (JIPYO_SCALE_BAND, 0, plot->series->len);
  return TRUE;
}

/* Extent of a cell along the positions. */
static double
get_cell_width (const JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  const double pitch = find_pitch (plot);
  const JipyoScale *scale = &layout->position;

  if (scale->kind == JIPYO_SCALE_BAND)
    return jipyo_scale_get_band_width (scale);
  const double places = fabs (scale->to - scale->from);
  const double span = scale->sessions != NULL ? jipyo_sessions_map (scale->sessions, scale->high)
                                                  - jipyo_sessions_map (scale->sessions, scale->low)
                                              : scale->high - scale->low;
  return isfinite (pitch) && span > 0 ? CLAMP (places * pitch / span, 1, MAX (places, 1)) : places;
}

/* What is in view of a cell, FALSE for nothing. */
static gboolean
cut_cell (const JipyoPlotLayout *layout, JipyoRect *cell)
{
  const double left = MAX (cell->x, layout->area.x);
  const double right = MIN (cell->x + cell->width, layout->area.x + layout->area.width);

  cell->x = left;
  cell->width = right - left;
  return right > left;
}

static void
place_row (JipyoPlotLayout *layout, const JipyoPlot *plot, guint index)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, index);
  const JipyoScale shade = scale_shades (layout, plot);
  const JipyoColourKey key = jipyo_plot_scene_get_series (plot, 0)->colour;
  const double width = get_cell_width (layout, plot);
  const double height = jipyo_scale_get_band_width (&layout->value);
  const double y = jipyo_scale_map (&layout->value, index);

  for (guint i = 0; i < series->data->len; i++) {
    const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    const double x = jipyo_scale_map (&layout->position, datum->position);
    const double share = jipyo_scale_map (&shade, datum->value);
    JipyoRect cell = { x - width / 2, y - height / 2, width, height };
    if (!isfinite (datum->value) || !isfinite (share) || !isfinite (x) || !cut_cell (layout, &cell))
      continue;
    const JipyoPlotShape shape = {
      .series = index,
      .datum = i,
      .rect = cell,
      .x = cell.x + cell.width / 2,
      .y = y,
      .base_x = cell.x + cell.width / 2,
      .base_y = y,
      .colour = jipyo_ramp_get_colour (layout->frame.theme, key, share),
      .kind = datum->kind,
    };
    jipyo_plot_scene_add_shape (layout, shape);
  }
}

static void
paint_row (cairo_t *cr, const JipyoMarkPaint *paint)
{
  const JipyoTypeScale *type = &paint->layout->frame.type;
  const double dots[] = { type->line, type->line };

  for (guint i = 0; i < paint->n_shapes; i++) {
    const JipyoPlotShape *shape = &paint->shapes[i];
    const JipyoRect *r = &shape->rect;
    /* Wide cells stand apart; of narrow ones the ground would take too much. */
    const double gap = MIN (r->width, r->height) > type->gap * 2 ? MAX (1, type->hairline) : 0;
    cairo_rectangle (cr, r->x + gap / 2, r->y + gap / 2, r->width - gap, r->height - gap);
    jipyo_stroke_set_source (cr, shape->colour);
    cairo_fill (cr);
    if (shape->kind == JIPYO_DATUM_VALUE || MIN (r->width, r->height) < type->gap)
      continue;
    const double inset = gap / 2 + type->line;
    cairo_rectangle (cr, r->x + inset, r->y + inset, r->width - 2 * inset, r->height - 2 * inset);
    jipyo_stroke_set_source (cr, jipyo_ramp_get_ink (shape->colour));
    cairo_set_line_width (cr, MAX (1, type->hairline));
    cairo_set_dash (cr, dots, 2, 0);
    cairo_stroke (cr);
    cairo_set_dash (cr, NULL, 0, 0);
  }
}

static JipyoTextLayout *
make_figure (JipyoPlotLayout *layout, const JipyoPlot *plot, const JipyoPlotShape *shape)
{
  const JipyoDatum *datum = jipyo_plot_scene_get_datum (plot, shape);
  const JipyoTextStyle style = {
    .size = layout->frame.type.note,
    .colour = jipyo_ramp_get_ink (shape->colour),
    .lines = 1,
  };

  return datum->text != NULL && *datum->text != '\0'
           ? jipyo_plot_scene_new_text (layout, datum->text, &style)
           : NULL;
}

static gboolean
fits (const JipyoPlotLayout *layout, const JipyoTextLayout *figure, const JipyoRect *cell)
{
  return figure->rect.width + layout->frame.type.gap * 0.8 <= cell->width
         && figure->rect.height <= cell->height;
}

/* All of them or none: a few of many would only puzzle. A cell that the edge of the view cuts has
 * one if what is left has room. */
static void
add_figures (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  g_autoptr (GPtrArray) figures =
               g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_text_layout_free);
  const double whole = get_cell_width (layout, plot) - 0.5;

  if (layout->shapes->len > figures_most)
    return;
  for (guint i = 0; i < layout->shapes->len; i++) {
    const JipyoPlotShape *shape = &g_array_index (layout->shapes, JipyoPlotShape, i);
    JipyoTextLayout *figure = make_figure (layout, plot, shape);
    const gboolean has_room = figure != NULL && fits (layout, figure, &shape->rect);
    if (figure != NULL && !has_room && shape->rect.width >= whole) {
      jipyo_text_layout_free (figure);
      return;
    }
    if (figure != NULL && !has_room)
      g_clear_pointer (&figure, jipyo_text_layout_free);
    g_ptr_array_add (figures, figure);
  }
  for (guint i = 0; i < layout->shapes->len; i++) {
    const JipyoPlotShape *shape = &g_array_index (layout->shapes, JipyoPlotShape, i);
    JipyoTextLayout *figure = g_steal_pointer (&g_ptr_array_index (figures, i));
    if (figure != NULL)
      jipyo_plot_scene_take_text (layout, figure, (JipyoAnchor){ shape->x, shape->y, 0.5, 0.5 });
  }
}

/* At the left of the area; of rows that are lower than a name every second, third … has one. */
static void
add_row_names (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  JipyoTextStyle style = get_name_style (layout);
  const double pitch = jipyo_scale_get_band_width (&layout->value);
  const double least = jipyo_text_measure (layout->typesetter, "0가", &style).height * row_least;
  const guint stride = pitch > 0 ? (guint) CLAMP (ceil (least / pitch), 1, 10000) : 1;
  const double right = layout->area.x - layout->frame.type.gap * 1.6;

  for (guint i = 0; i < plot->series->len; i += stride) {
    const char *name = jipyo_plot_scene_get_series (plot, i)->name;
    if (!is_row (plot, i) || name == NULL || *name == '\0')
      continue;
    const JipyoAnchor at = { right, jipyo_scale_map (&layout->value, i), 1, 0.5 };
    style.colour = jipyo_plot_scene_is_faded (layout, i) ? layout->frame.theme->muted
                                                         : layout->frame.theme->text;
    JipyoTextLayout *text = jipyo_plot_scene_new_text (layout, name, &style);
    jipyo_plot_scene_take_text (layout, text, at);
    const JipyoPlotName place = { text->rect, i };
    g_array_append_val (layout->names, place);
  }
}

static void
finish_rows (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  add_row_names (layout, plot);
  add_figures (layout, plot);
}

/* More to the right. */
static void
paint_scale (cairo_t *cr, const JipyoMarkPaint *paint, const JipyoRect *r)
{
  static const int STOPS = 16;
  const JipyoColourKey key = jipyo_plot_scene_get_series (paint->plot, 0)->colour;
  cairo_pattern_t *ramp = cairo_pattern_create_linear (r->x, r->y, r->x + r->width, r->y);

  for (int i = 0; i <= STOPS; i++) {
    const double share = i / (double) STOPS;
    const JipyoColour c = jipyo_colour_from_rgb (jipyo_ramp_get_colour (paint->theme, key, share));
    cairo_pattern_add_color_stop_rgb (ramp, share, c.red, c.green, c.blue);
  }
  cairo_set_source (cr, ramp);
  cairo_rectangle (cr, r->x, r->y, r->width, r->height);
  cairo_fill (cr);
  cairo_pattern_destroy (ramp);
}

const JipyoMarkClass jipyo_mark_heat_class = {
  .word = { "히트맵", "Heat map" },
  .tells = JIPYO_TELLS_VALUE,
  .solid = TRUE,
  .celled = TRUE,
  .positioned = TRUE,
  .place = place_row,
  .paint = paint_row,
  .paint_key = paint_scale,
  .name = name_rows,
  .arrange = arrange_rows,
  .finish = finish_rows,
};

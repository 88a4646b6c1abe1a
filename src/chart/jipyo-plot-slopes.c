/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Both columns of slopes, and the rule that each of their bands stands on.
 */

#include "jipyo-plot-slopes.h"

#include "jipyo-marks.h"
#include "jipyo-plot-label.h"

#include <math.h>

static const double moved_least = 0.6; /* of a text's height, for a leader */
static const double room_share = 0.92; /* of half a band that texts may fill */

/* One end of a slope with its texts. */
typedef struct {
  const JipyoPlotShape *shape;
  JipyoPlotLabel label;
  double x;
  double y;
  double column; /* its place on the position axis */
  double along;  /* and on the value axis */
  gboolean bend; /* the line goes on */
} End;

static void
end_clear (End *end)
{
  jipyo_plot_label_clear (&end->label);
}

static gboolean
is_slope (const JipyoPlotSeries *series)
{
  return jipyo_mark_get_class (series->mark)->label == JIPYO_LABEL_SLOPE;
}

static JipyoTextStyle
get_name_style (const JipyoPlotLayout *layout, const JipyoPlotSeries *series)
{
  return (JipyoTextStyle){
    .size = layout->frame.type.note,
    .bold = series->colour.role == JIPYO_ROLE_ACCENT,
    .colour = jipyo_theme_get_text_colour (layout->frame.theme, series->colour),
    .lines = 1,
  };
}

static double
get_gap (const JipyoPlotLayout *layout)
{
  return layout->frame.type.marker / 2 + layout->frame.type.gap;
}

/* The widest figure of a series. */
static double
measure_figures (JipyoPlotLayout *layout, const JipyoPlotSeries *series)
{
  const JipyoTextStyle style = { .size = layout->frame.type.note, .bold = TRUE, .lines = 1 };
  double width = 0;

  for (guint i = 0; i < series->data->len; i++) {
    const char *text = g_array_index (series->data, JipyoDatum, i).text;
    width = MAX (width, jipyo_text_measure (layout->typesetter, text, &style).width);
  }
  return width;
}

void
jipyo_plot_slopes_measure (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  const JipyoScale *scale = &layout->position;
  const double n = scale->kind == JIPYO_SCALE_BAND ? scale->high - scale->low : 2;
  const double room = layout->body.width / n / 2 * room_share - get_gap (layout);

  /* As other direct names: what is switched off needs a place to be switched on again. */
  layout->slopes_named = !layout->horizontal && layout->state.hidden == 0;
  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, i);
    if (!is_slope (series) || series->name == NULL)
      continue;
    const JipyoTextStyle style = get_name_style (layout, series);
    const double name = jipyo_text_measure (layout->typesetter, series->name, &style).width;
    const double gap = layout->frame.type.gap * 1.3;
    if (measure_figures (layout, series) + gap + name > room)
      layout->slopes_named = FALSE;
    layout->direct = layout->direct && layout->slopes_named;
  }
}

/* Whether another slope of the series begins where this one ends. */
static gboolean
goes_on (const JipyoPlotLayout *layout, guint index)
{
  const JipyoPlotShape *shape = &g_array_index (layout->shapes, JipyoPlotShape, index);

  if (index + 1 >= layout->shapes->len)
    return FALSE;
  return shape[1].series == shape->series && shape[1].base_x == shape->x
         && shape[1].base_y == shape->y;
}

/* Whether a slope is the last of its series, which has the name. */
static gboolean
is_last (const JipyoPlotLayout *layout, guint index)
{
  return index + 1 == layout->shapes->len
         || g_array_index (layout->shapes, JipyoPlotShape, index).series
              != g_array_index (layout->shapes, JipyoPlotShape, index + 1).series;
}

/* The name stands after the figure, or alone. */
static void
add_name (JipyoPlotLayout *layout, const JipyoPlotSeries *series, JipyoPlotLabel *label)
{
  const JipyoTextStyle style = get_name_style (layout, series);
  JipyoTextLayout *name = jipyo_plot_scene_new_text (layout, series->name, &style);

  label->upright = FALSE;
  if (label->text == NULL) {
    label->text = name;
    label->width = name->rect.width;
  } else {
    label->note = name;
    label->width += layout->frame.type.gap * 1.3 + name->rect.width;
  }
  label->height = MAX (label->height, name->rect.height);
}

static gboolean
make_end (JipyoPlotLayout *layout, const JipyoPlot *plot, guint index, End *end)
{
  const JipyoPlotShape *shape = &g_array_index (layout->shapes, JipyoPlotShape, index);
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, shape->series);
  const JipyoDatum *datum = jipyo_plot_scene_get_datum (plot, shape);
  const gboolean named = layout->slopes_named && series->name != NULL && *series->name != '\0';

  *end = (End){ .shape = shape, .x = shape->x, .y = shape->y };
  if (jipyo_plot_label_is_wanted (series, datum))
    end->label = jipyo_plot_label_make (layout, plot, shape->series, shape->datum);
  if (named && is_last (layout, index))
    add_name (layout, series, &end->label);
  return end->label.text != NULL;
}

static gboolean
make_start (JipyoPlotLayout *layout, const JipyoPlot *plot, guint index, End *end)
{
  const JipyoPlotShape *shape = &g_array_index (layout->shapes, JipyoPlotShape, index);
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, shape->series);

  *end = (End){ .shape = shape, .x = shape->base_x, .y = shape->base_y };
  if (!jipyo_plot_label_is_wanted_at_start (series, jipyo_plot_scene_get_datum (plot, shape)))
    return FALSE;
  end->label = jipyo_plot_label_make_at_start (layout, plot, shape->series, shape->datum);
  return TRUE;
}

/* By column, then along the value axis, then by series. */
static int
compare_ends (gconstpointer a, gconstpointer b)
{
  const End *one = a, *two = b;

  if (one->column != two->column)
    return one->column < two->column ? -1 : 1;
  if (one->along != two->along)
    return one->along < two->along ? -1 : 1;
  return (one->shape > two->shape) - (one->shape < two->shape);
}

static GArray *
list_ends (JipyoPlotLayout *layout, const JipyoPlot *plot, gboolean at_start)
{
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (End));
  const JipyoRect *area = &layout->area;

  g_array_set_clear_func (ends, (GDestroyNotify) end_clear);
  for (guint i = 0; i < layout->shapes->len; i++) {
    const JipyoPlotShape *shape = &g_array_index (layout->shapes, JipyoPlotShape, i);
    End end;
    if (!is_slope (jipyo_plot_scene_get_series (plot, shape->series)))
      continue;
    if (!(at_start ? make_start : make_end) (layout, plot, i, &end))
      continue;
    end.column = layout->horizontal ? end.y : end.x;
    end.along = layout->horizontal ? end.x : end.y;
    end.bend = !at_start && goes_on (layout, i);
    if (jipyo_rect_contains (area, end.x, end.y))
      g_array_append_val (ends, end);
    else
      end_clear (&end);
  }
  g_array_sort (ends, compare_ends);
  return ends;
}

static void
add_leader (JipyoPlotLayout *layout, const End *end, const JipyoRect *rect)
{
  const double gap = layout->frame.type.gap * 0.3, point = layout->frame.type.marker * 0.7;
  const double middle_x = rect->x + rect->width / 2, middle_y = rect->y + rect->height / 2;
  const double side = end->label.at_start ? -1 : 1;
  const gboolean down = layout->horizontal;
  const double moved = down ? fabs (middle_x - end->x) : fabs (middle_y - end->y);
  const double near = side * (down ? rect->height : rect->width) / 2 + side * gap;
  const JipyoGuide leader = {
    .x1 = down ? end->x : end->x + side * point,
    .y1 = down ? end->y + side * point : end->y,
    .x2 = down ? middle_x : middle_x - near,
    .y2 = down ? middle_y - near : middle_y,
    .colour = layout->frame.theme->axis,
    .width = layout->frame.type.hairline,
  };

  if (moved >= rect->height * moved_least)
    g_array_append_val (layout->guides, leader);
}

/* Where a label stands: beside its end, or above or below it where bands run down. */
static JipyoRect
get_rect (const JipyoPlotLayout *layout, const End *end, double centre)
{
  const double side = get_gap (layout), w = end->label.width, h = end->label.height;
  const gboolean before = end->label.at_start;

  if (layout->horizontal)
    return (JipyoRect){ centre - w / 2, before ? end->y - side - h : end->y + side, w, h };
  return (JipyoRect){ before ? end->x - side - w : end->x + side, centre - h / 2, w, h };
}

static JipyoSpread
measure_spread (const JipyoPlotLayout *layout, const GArray *ends)
{
  const JipyoRect *area = &layout->area, *body = &layout->body;
  JipyoSpread spread = { .low = layout->horizontal ? body->x : body->y };

  for (guint i = 0; i < ends->len; i++) {
    const JipyoPlotLabel *label = &g_array_index (ends, End, i).label;
    const double size = layout->horizontal ? label->width + layout->frame.type.gap : label->height;
    spread.height = MAX (spread.height, size);
  }
  spread.high =
    layout->horizontal ? body->x + body->width : area->y + area->height + spread.height / 2;
  return spread;
}

/* The texts of a column, sorted along the value axis; each is placed or dropped. */
static void
place_column (JipyoPlotLayout *layout, GArray *ends)
{
  g_autofree double *centres = g_new (double, MAX (1, ends->len));
  const JipyoSpread spread = measure_spread (layout, ends);

  for (guint i = 0; i < ends->len; i++) {
    const End *end = &g_array_index (ends, End, i);
    centres[i] = layout->horizontal ? end->x : end->y;
  }
  const gboolean spreads = jipyo_label_spread (centres, ends->len, &spread);
  for (guint i = 0; i < ends->len; i++) {
    End *end = &g_array_index (ends, End, i);
    const JipyoRect rect = get_rect (layout, end, centres[i]);
    if (!spreads && !jipyo_label_field_is_free (&layout->field, rect))
      continue;
    jipyo_label_field_block (&layout->field, rect);
    add_leader (layout, end, &rect);
    jipyo_plot_label_place (&end->label, layout, &rect);
  }
}

/* Where a line goes on, its figure stands above or below the bend. */
static void
place_at_bend (JipyoPlotLayout *layout, End *end)
{
  const double side = get_gap (layout), w = end->label.width, h = end->label.height;
  const JipyoRect candidates[] = {
    { end->x - w / 2, end->y - side - h, w, h },
    { end->x - w / 2, end->y + side, w, h },
    { end->x + side, end->y - h / 2, w, h },
    { end->x - side - w, end->y - h / 2, w, h },
  };
  const int chosen =
    jipyo_label_field_choose (&layout->field, candidates, G_N_ELEMENTS (candidates));

  if (chosen >= 0)
    jipyo_plot_label_place (&end->label, layout, &candidates[chosen]);
}

/* The bands that slopes run between stand on rules. */
static void
add_rules (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  const JipyoRect *area = &layout->area;
  double before = NAN;

  for (guint i = 0; i < 2 * layout->shapes->len; i++) {
    const JipyoPlotShape *shape = &g_array_index (layout->shapes, JipyoPlotShape, i / 2);
    const double x = i % 2 == 0 ? shape->base_x : shape->x;
    const double y = i % 2 == 0 ? shape->base_y : shape->y;
    const double place = layout->horizontal ? y : x;
    const JipyoGuide rule = {
      .x1 = layout->horizontal ? area->x : place,
      .x2 = layout->horizontal ? area->x + area->width : place,
      .y1 = layout->horizontal ? place : area->y,
      .y2 = layout->horizontal ? place : area->y + area->height,
      .colour = layout->frame.theme->axis,
      .width = layout->frame.type.hairline,
    };
    if (!is_slope (jipyo_plot_scene_get_series (plot, shape->series)))
      continue;
    if (i >= 2 && place == before)
      continue;
    g_array_append_val (layout->guides, rule);
    before = place;
  }
}

/* Moves the next column out of the sorted ends; those at bends are placed at once. */
static GArray *
take_column (JipyoPlotLayout *layout, GArray *ends, guint *next)
{
  GArray *column = g_array_new (FALSE, FALSE, sizeof (End));
  const double place = g_array_index (ends, End, *next).column;

  g_array_set_clear_func (column, (GDestroyNotify) end_clear);
  for (; *next < ends->len && g_array_index (ends, End, *next).column == place; (*next)++) {
    End *end = &g_array_index (ends, End, *next);
    if (end->bend) {
      place_at_bend (layout, end);
      continue;
    }
    g_array_append_vals (column, end, 1);
    end->label = (JipyoPlotLabel){ 0 };
  }
  return column;
}

void
jipyo_plot_slopes_add (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  add_rules (layout, plot);
  for (int at_start = 1; at_start >= 0; at_start--) {
    g_autoptr (GArray) ends = list_ends (layout, plot, at_start == 1);
    guint next = 0;
    while (next < ends->len) {
      g_autoptr (GArray) column = take_column (layout, ends, &next);
      place_column (layout, column);
    }
  }
}

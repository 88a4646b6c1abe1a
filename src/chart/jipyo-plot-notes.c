/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Annotations. Where values run right, the texts stand in rows above the area, beside their line;
 * where they run up, on their line near its end. A text without room is left out, its line stays.
 */

#include "jipyo-plot-notes.h"

#include <math.h>
#include <string.h>

enum { rows_most = 3, one_row_max = 10 };
static const double beside_gaps = 0.6; /* between a line and its text */

static JipyoTextStyle
get_style (const JipyoPlotLayout *layout)
{
  return (JipyoTextStyle){
    .size = layout->frame.type.note,
    .colour = layout->frame.theme->muted,
    .width = layout->body.width * 0.6,
    .lines = 1,
  };
}

static gboolean
is_drawn (const JipyoAnnotation *annotation)
{
  return annotation->axis == JIPYO_ANNOTATION_ON_VALUE
         && (annotation->kind == JIPYO_ANNOTATION_LINE
             || annotation->kind == JIPYO_ANNOTATION_SPAN);
}

static double
get_place (const JipyoPlotLayout *layout, const JipyoAnnotation *annotation)
{
  const gboolean inside =
    annotation->from >= layout->value.low && annotation->from <= layout->value.high;

  return inside ? jipyo_scale_map (&layout->value, annotation->from) : NAN;
}

/* Where the text of a span must begin, less the gap beside a line, to stand in its middle. */
static double
get_span_place (const JipyoPlotLayout *layout, const JipyoAnnotation *annotation, double width)
{
  const JipyoScale *scale = &layout->value;
  const double a = jipyo_scale_map (scale, CLAMP (annotation->from, scale->low, scale->high));
  const double b = jipyo_scale_map (scale, CLAMP (annotation->to, scale->low, scale->high));
  const double end = layout->body.x + layout->body.width - width;
  const double x = CLAMP ((a + b - width) / 2, layout->body.x, MAX (layout->body.x, end));

  return x - layout->frame.type.gap * beside_gaps;
}

static double
get_row_height (const JipyoPlotLayout *layout)
{
  return layout->frame.type.note * 1.5;
}

/* A text beside its line: to the right of it, or to the left. */
static JipyoRect
get_beside (const JipyoPlotLayout *layout, double place, double width, gboolean left)
{
  const double side = layout->frame.type.gap * beside_gaps;
  const double end = layout->body.x + layout->body.width;
  const double x = left ? place - side * 0.4 - width : place + side;

  /* A line at the very edge keeps its text inside. */
  return (JipyoRect){ left ? MIN (x, end - width) : x, 0, width, 1 };
}

static gboolean
row_is_free (const JipyoPlotLayout *layout, const JipyoRect *rects, guint n)
{
  const double gap = layout->frame.type.gap * 2;

  for (guint i = 0; i < n; i++) {
    if (!isfinite (rects[i].x))
      continue;
    if (rects[i].x < layout->body.x
        || rects[i].x + rects[i].width > layout->body.x + layout->body.width + 0.01)
      return FALSE;
    for (guint j = 0; j < i; j++)
      if (isfinite (rects[j].x) && rects[i].x < rects[j].x + rects[j].width + gap
          && rects[j].x < rects[i].x + rects[i].width + gap)
        return FALSE;
  }
  return TRUE;
}

/* All texts in one row, as few as possible to the left of their line; FALSE when that cannot be.
 * Every choice of sides is tried, which is cheap for the few dates that a row can hold. */
static gboolean
arrange_in_one_row (const JipyoPlotLayout *layout, JipyoRect *rects, const double *places, guint n)
{
  g_autofree JipyoRect *tried = g_new (JipyoRect, n);
  int best = G_MAXINT;

  if (n > one_row_max)
    return FALSE;
  for (guint sides = 0; sides < 1u << n; sides++) {
    const int n_left = __builtin_popcount (sides);
    if (n_left >= best)
      continue;
    for (guint i = 0; i < n; i++)
      tried[i] = get_beside (layout, places[i], rects[i].width, sides >> i & 1);
    if (!row_is_free (layout, tried, n))
      continue;
    best = n_left;
    memcpy (rects, tried, n * sizeof (JipyoRect));
  }
  return best < G_MAXINT;
}

/* Rows of texts must leave the plot's own rows high enough for their names. */
static guint
get_rows_max (const JipyoPlotLayout *layout)
{
  const double bands =
    layout->position.kind == JIPYO_SCALE_BAND ? layout->position.high - layout->position.low : 4;
  const double spare = layout->body.height - bands * layout->frame.type.label * 1.3;

  return (guint) CLAMP (floor (spare / get_row_height (layout)), 1, rows_most);
}

/* Texts in the first row that has room, the lowest first; some may find none. */
static guint
arrange_in_rows (JipyoPlotLayout *layout, JipyoRect *rects, const double *places, guint n)
{
  const guint rows_max = get_rows_max (layout);
  guint n_rows = 0;
  JipyoLabelField rows;

  jipyo_label_field_init (&rows, (JipyoRect){ layout->body.x, 0, layout->body.width, rows_max });
  rows.gap = layout->frame.type.gap;
  for (guint i = 0; i < n; i++) {
    JipyoRect candidates[rows_most * 2];
    const double width = rects[i].width;
    for (guint k = 0; k < rows_max * 2; k++) {
      candidates[k] = get_beside (layout, places[i], width, k % 2 == 1);
      candidates[k].y = k / 2;
    }
    rects[i].x = NAN;
    const int chosen =
      isfinite (places[i]) ? jipyo_label_field_choose (&rows, candidates, rows_max * 2) : -1;
    if (chosen < 0)
      continue;
    rects[i] = candidates[chosen];
    n_rows = MAX (n_rows, (guint) rects[i].y + 1);
  }
  jipyo_label_field_clear (&rows);
  return n_rows;
}

/* Places of the texts above the area: y counts rows from the area upwards, x is NaN for a text
 * without room. Gives the number of rows. */
static guint
arrange (JipyoPlotLayout *layout, const JipyoPlot *plot, JipyoRect *rects)
{
  const JipyoTextStyle style = get_style (layout);
  const guint n = plot->annotations->len;
  g_autofree double *places = g_new (double, MAX (1, n));
  gboolean some = FALSE;

  for (guint i = 0; i < n; i++) {
    const JipyoAnnotation *annotation = g_ptr_array_index (plot->annotations, i);
    places[i] =
      annotation->text != NULL && is_drawn (annotation) ? get_place (layout, annotation) : NAN;
    rects[i] = jipyo_text_measure (layout->typesetter, annotation->text, &style);
    if (annotation->text != NULL && is_drawn (annotation)
        && annotation->kind == JIPYO_ANNOTATION_SPAN)
      places[i] = get_span_place (layout, annotation, rects[i].width);
    some = some || isfinite (places[i]);
  }
  if (!some) {
    for (guint i = 0; i < n; i++)
      rects[i].x = NAN;
    return 0;
  }
  return arrange_in_one_row (layout, rects, places, n) ? 1
                                                       : arrange_in_rows (layout, rects, places, n);
}

double
jipyo_plot_notes_measure (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  if (!layout->horizontal || plot->annotations->len == 0)
    return 0;
  g_autofree JipyoRect *rects = g_new (JipyoRect, plot->annotations->len);
  const guint n_rows = arrange (layout, plot, rects);
  return n_rows > 0 ? n_rows * get_row_height (layout) + layout->frame.type.gap * 0.5 : 0;
}

static void
add_line (JipyoPlotLayout *layout, const JipyoAnnotation *annotation, double place)
{
  const JipyoRect *area = &layout->area;
  const gboolean over_time = layout->value.kind == JIPYO_SCALE_TIME;
  const JipyoGuide guide = {
    .x1 = layout->horizontal ? place : area->x,
    .x2 = layout->horizontal ? place : area->x + area->width,
    .y1 = layout->horizontal ? area->y : place,
    .y2 = layout->horizontal ? area->y + area->height : place,
    .colour = over_time ? layout->frame.theme->axis : layout->frame.theme->edge,
    .width = layout->frame.type.hairline * (over_time ? 1 : 1.3),
    .dashed = annotation->planned,
  };

  /* Dates lie behind the spans they bound, levels are read across the marks. */
  g_array_append_vals (over_time ? layout->guides : layout->references, &guide, 1);
}

static void
add_span (JipyoPlotLayout *layout, const JipyoAnnotation *annotation)
{
  const JipyoRect *area = &layout->area;
  const double a = jipyo_scale_map (
    &layout->value, CLAMP (annotation->from, layout->value.low, layout->value.high));
  const double b =
    jipyo_scale_map (&layout->value, CLAMP (annotation->to, layout->value.low, layout->value.high));

  if (!isfinite (a) || !isfinite (b))
    return;
  const JipyoPatch patch = {
    .rect = layout->horizontal ? (JipyoRect){ MIN (a, b), area->y, fabs (b - a), area->height }
                               : (JipyoRect){ area->x, MIN (a, b), area->width, fabs (b - a) },
    .colour = jipyo_colour_mix (layout->frame.theme->card, layout->frame.theme->neutral, 0.14),
  };
  g_array_append_val (layout->patches, patch);
}

static void
add_text_on_line (JipyoPlotLayout *layout, const JipyoAnnotation *annotation, double place)
{
  const JipyoTextStyle style = get_style (layout);
  const JipyoRect *area = &layout->area;
  const double gap = layout->frame.type.gap * 0.4;
  JipyoTextLayout *text = jipyo_plot_scene_new_text (layout, annotation->text, &style);
  const double w = text->rect.width, h = text->rect.height;
  const double xs[] = { area->x + area->width - w, area->x, area->x + (area->width - w) / 2 };
  JipyoRect candidates[6];

  for (guint i = 0; i < G_N_ELEMENTS (xs); i++) {
    candidates[i * 2] = (JipyoRect){ xs[i], place - gap - h, w, h };
    candidates[i * 2 + 1] = (JipyoRect){ xs[i], place + gap, w, h };
  }
  const int chosen =
    jipyo_label_field_choose (&layout->field, candidates, G_N_ELEMENTS (candidates));
  if (chosen < 0) {
    jipyo_text_layout_free (text);
    return;
  }
  jipyo_plot_scene_take_text (layout, text,
                              (JipyoAnchor){ candidates[chosen].x, candidates[chosen].y, 0, 0 });
}

static void
add_text_in_row (JipyoPlotLayout *layout, const JipyoAnnotation *annotation, const JipyoRect *rect)
{
  const JipyoTextStyle style = get_style (layout);
  JipyoTextLayout *text = jipyo_plot_scene_new_text (layout, annotation->text, &style);
  const double y = layout->area.y - layout->ends_height - layout->frame.type.gap * 0.5
                   - (rect->y + 0.5) * get_row_height (layout);

  jipyo_plot_scene_take_text (layout, text, (JipyoAnchor){ rect->x, y, 0, 0.5 });
  jipyo_label_field_block (&layout->field, text->rect);
}

void
jipyo_plot_notes_add (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  g_autofree JipyoRect *rects = g_new (JipyoRect, MAX (1, plot->annotations->len));

  if (layout->horizontal)
    arrange (layout, plot, rects);
  for (guint i = 0; i < plot->annotations->len; i++) {
    const JipyoAnnotation *annotation = g_ptr_array_index (plot->annotations, i);
    const double place = get_place (layout, annotation);
    if (!is_drawn (annotation))
      continue;
    if (annotation->kind == JIPYO_ANNOTATION_SPAN)
      add_span (layout, annotation);
    else if (isfinite (place))
      add_line (layout, annotation, place);
    if (annotation->text == NULL)
      continue;
    if (!layout->horizontal && isfinite (place))
      add_text_on_line (layout, annotation, place);
    else if (layout->horizontal && isfinite (rects[i].x))
      add_text_in_row (layout, annotation, &rects[i]);
  }
}

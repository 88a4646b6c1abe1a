/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Marks as rectangles that texts keep off.
 */

#include "jipyo-plot-obstacles.h"

#include "jipyo-marks.h"

#include <math.h>

static const guint shapes_max = 600; /* that are blocked one by one */
static const double square_gaps = 1 / 3.0;
static const guint dense_least = 150;
static const guint line_squares = 16; /* between two points */

/* A straight line between two points as a chain of squares, its ends left out. */
static void
block_segment (JipyoPlotLayout *layout, const double from[2], const double to[2])
{
  const double size = layout->frame.type.line * 2;

  for (guint k = 1; k < line_squares; k++) {
    const double t = k / (double) line_squares;
    const JipyoRect square = { from[0] + (to[0] - from[0]) * t - size / 2,
                               from[1] + (to[1] - from[1]) * t - size / 2, size, size };
    jipyo_label_field_block (&layout->field, square);
  }
}

static void
block_point (JipyoPlotLayout *layout, double x, double y)
{
  const double size = layout->frame.type.marker;

  jipyo_label_field_block (&layout->field, (JipyoRect){ x - size / 2, y - size / 2, size, size });
}

static void
block_shape (JipyoPlotLayout *layout, const JipyoPlotShape *shape)
{
  const double from[2] = { shape->base_x, shape->base_y }, to[2] = { shape->x, shape->y };

  if (!shape->slanted) {
    jipyo_label_field_block (&layout->field, jipyo_plot_scene_get_reach (layout, shape));
    return;
  }
  block_point (layout, from[0], from[1]);
  block_segment (layout, from, to);
  block_point (layout, to[0], to[1]);
}

/* The levels of steps are shapes already. */
static void
block_rise (JipyoPlotLayout *layout, const JipyoPlotShape *a, const JipyoPlotShape *b)
{
  const double size = layout->frame.type.line * 2;
  const JipyoRect rise = { MIN (a->base_x, b->x) - size / 2, MIN (a->base_y, b->y) - size / 2,
                           fabs (b->x - a->base_x) + size, fabs (b->y - a->base_y) + size };

  jipyo_label_field_block (&layout->field, rise);
}

/* Whether a line runs from the shape before to this one. */
static gboolean
is_joined (const JipyoPlotLayout *layout, const JipyoPlot *plot, guint index)
{
  const JipyoPlotShape *b = &g_array_index (layout->shapes, JipyoPlotShape, index), *a = b - 1;
  const JipyoMarkClass *mark =
    jipyo_mark_get_class (jipyo_plot_scene_get_series (plot, b->series)->mark);

  return index > 0 && a->series == b->series && b->datum == a->datum + 1 && mark->continuous
         && !mark->between;
}

static void
block_lines (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  for (guint i = 1; i < layout->shapes->len; i++) {
    const JipyoPlotShape *a = &g_array_index (layout->shapes, JipyoPlotShape, i - 1), *b = a + 1;
    const double from[2] = { a->x, a->y }, to[2] = { b->x, b->y };
    if (!is_joined (layout, plot, i))
      continue;
    if (jipyo_mark_get_class (jipyo_plot_scene_get_series (plot, b->series)->mark)->stepped)
      block_rise (layout, a, b);
    else
      block_segment (layout, from, to);
  }
}

static JipyoRect
unite (const JipyoRect *a, const JipyoRect *b)
{
  const double x = MIN (a->x, b->x), y = MIN (a->y, b->y);

  return (JipyoRect){ x, y, MAX (a->x + a->width, b->x + b->width) - x,
                      MAX (a->y + a->height, b->y + b->height) - y };
}

/* A part of a line that joins the box so far or begins the next one. */
static void
block_part (JipyoPlotLayout *layout, JipyoRect *box, const JipyoRect *part)
{
  const double step = layout->frame.type.gap;
  const JipyoRect both = unite (box, part);

  if (box->width > 0 && MIN (both.width, both.height) <= step) {
    *box = both;
    return;
  }
  if (box->width > 0)
    jipyo_label_field_block (&layout->field, *box);
  *box = *part;
}

static void
block_dense_lines (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  const double size = layout->frame.type.line, far = layout->frame.type.gap * 3;
  JipyoRect box = { 0, 0, 0, 0 };

  for (guint i = 1; i < layout->shapes->len; i++) {
    const JipyoPlotShape *a = &g_array_index (layout->shapes, JipyoPlotShape, i - 1), *b = a + 1;
    const double from[2] = { a->x, a->y }, to[2] = { b->x, b->y };
    const JipyoRect part = { MIN (a->x, b->x), MIN (a->y, b->y), fabs (b->x - a->x) + size,
                             fabs (b->y - a->y) + size };
    if (!is_joined (layout, plot, i))
      continue;
    if (MIN (part.width, part.height) > far)
      block_segment (layout, from, to);
    else
      block_part (layout, &box, &part);
  }
  if (box.width > 0)
    jipyo_label_field_block (&layout->field, box);
}

/* Squares over the area, each with how many shapes more begin in it than end before it, from the
 * top of its column: to add a shape costs as many squares as it is wide, not as it is large. */
typedef struct {
  JipyoRect area;
  double size;
  int n_columns;
  int n_rows;
  int *begun; /* column by column, a row more than there are squares */
} Squares;

static void
squares_init (Squares *self, const JipyoPlotLayout *layout)
{
  self->area = layout->area;
  self->size = layout->frame.type.gap * square_gaps;
  self->n_columns = (int) ceil (self->area.width / self->size);
  self->n_rows = (int) ceil (self->area.height / self->size);
  self->begun = g_new0 (int, (gsize) self->n_columns *(gsize) (self->n_rows + 1));
}

static void
squares_add (Squares *self, JipyoRect rect)
{
  const double left = (rect.x - self->area.x) / self->size;
  const double top = (rect.y - self->area.y) / self->size;
  const double right = left + rect.width / self->size, bottom = top + rect.height / self->size;

  if (!(right > 0 && left < self->n_columns && bottom > 0 && top < self->n_rows))
    return;
  const int first = (int) MAX (floor (left), 0), last = (int) MIN (ceil (right), self->n_columns);
  const int from = (int) MAX (floor (top), 0), to = (int) MIN (ceil (bottom), self->n_rows);
  for (int i = first; i < last; i++) {
    self->begun[i * (self->n_rows + 1) + from]++;
    self->begun[i * (self->n_rows + 1) + to]--;
  }
}

/* What is taken of each column, from top to bottom. */
static void
squares_block (const Squares *self, JipyoLabelField *field)
{
  for (int i = 0; i < self->n_columns; i++) {
    int covered = 0, from = 0;
    for (int k = 0; k <= self->n_rows; k++) {
      const int before = covered;
      covered += self->begun[i * (self->n_rows + 1) + k];
      if (before == 0)
        from = k;
      if (before > 0 && covered == 0)
        jipyo_label_field_block (field, (JipyoRect){ self->area.x + i * self->size,
                                                     self->area.y + from * self->size, self->size,
                                                     (k - from) * self->size });
    }
  }
}

/* However many there are, what they leave free is found in as many steps as there are squares. */
static void
block_many (JipyoPlotLayout *layout)
{
  Squares squares;

  squares_init (&squares, layout);
  for (guint i = 0; i < layout->shapes->len; i++) {
    const JipyoPlotShape *shape = &g_array_index (layout->shapes, JipyoPlotShape, i);
    if (shape->slanted && i < shapes_max)
      block_shape (layout, shape);
    else if (!shape->slanted)
      squares_add (&squares, jipyo_plot_scene_get_reach (layout, shape));
  }
  squares_block (&squares, &layout->field);
  g_free (squares.begun);
}

void
jipyo_plot_obstacles_add (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  if (layout->shapes->len > shapes_max)
    block_many (layout);
  for (guint i = 0; layout->shapes->len <= shapes_max && i < layout->shapes->len; i++)
    block_shape (layout, &g_array_index (layout->shapes, JipyoPlotShape, i));
  if (layout->shapes->len <= dense_least)
    block_lines (layout, plot);
  else
    block_dense_lines (layout, plot);
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A figure stands beyond the end of its bar, else inside it; beside its point; in the middle of
 * its segment. What the title speaks of is placed first. A figure without room is left out, and
 * the axis then shows its ticks.
 */

#include "jipyo-plot-labels.h"

#include "jipyo-marks.h"
#include "jipyo-plot-places.h"

#include <math.h>

static const guint labels_max = 600;
static const guint line_squares = 16; /* between two points */

static gboolean
fits_inside (const JipyoPlotLayout *layout,
             const JipyoPlotShape *shape,
             const JipyoPlotLabel *label)
{
  const double pad = layout->frame.type.gap * 0.6;
  const gboolean filled = shape->kind == JIPYO_DATUM_VALUE || shape->kind == JIPYO_DATUM_AT_LEAST;

  /* A whisker would run through it. */
  if (shape->low != shape->high)
    return FALSE;
  return filled && label->width + 2 * pad <= shape->rect.width
         && label->height <= shape->rect.height;
}

/* Inside a mark the text is black or white, whichever reads better. */
static void
place_inside (JipyoPlotLayout *layout, const JipyoPlotShape *shape, JipyoPlotLabel *label)
{
  const JipyoRect *r = &shape->rect;
  const guint32 ink = jipyo_colour_contrast (shape->colour, 0xFFFFFF)
                          >= jipyo_colour_contrast (shape->colour, 0x000000)
                        ? 0xFFFFFF
                        : 0x000000;
  const JipyoRect rect = { r->x + (r->width - label->width) / 2,
                           r->y + (r->height - label->height) / 2, label->width, label->height };

  label->text->colour = ink;
  if (label->note != NULL)
    label->note->colour = ink;
  jipyo_plot_label_place (label, layout, &rect);
}

static gboolean
try_places (JipyoPlotLayout *layout, const JipyoPlotShape *shape, JipyoPlotLabel *label)
{
  const gboolean inside_first =
    label->place == JIPYO_LABEL_STACKED || label->place == JIPYO_LABEL_INSIDE;
  const gboolean inside_last =
    label->place == JIPYO_LABEL_BEYOND || label->place == JIPYO_LABEL_INSIDE;
  JipyoPlaces list = { .n = 0 };

  if (inside_first && fits_inside (layout, shape, label)) {
    place_inside (layout, shape, label);
    return TRUE;
  }
  jipyo_plot_places_list (&list, layout, shape, label);
  const int chosen = jipyo_label_field_choose (&layout->field, list.rects, list.n);
  if (chosen >= 0) {
    jipyo_plot_label_place (label, layout, &list.rects[chosen]);
    return TRUE;
  }
  if (!inside_last || !fits_inside (layout, shape, label))
    return FALSE;
  place_inside (layout, shape, label);
  return TRUE;
}

static gboolean
is_accented (const JipyoPlot *plot, const JipyoPlotShape *shape)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, shape->series);

  return jipyo_plot_scene_get_key (series, jipyo_plot_scene_get_datum (plot, shape)).role
         == JIPYO_ROLE_ACCENT;
}

static void
add_label (JipyoPlotLayout *layout, const JipyoPlot *plot, const JipyoPlotShape *shape)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, shape->series);
  const JipyoDatum *datum = jipyo_plot_scene_get_datum (plot, shape);
  const JipyoRect *area = &layout->area;
  const double at_x = CLAMP (shape->x, area->x - 1, area->x + area->width + 1);
  const double at_y = CLAMP (shape->y, area->y - 1, area->y + area->height + 1);

  if (!jipyo_plot_label_is_wanted (series, datum) || at_x != shape->x || at_y != shape->y)
    return;
  if (layout->values_hidden && !is_accented (plot, shape))
    return;
  JipyoPlotLabel label = jipyo_plot_label_make (layout, plot, shape->series, shape->datum);
  layout->n_labels += label.place == JIPYO_LABEL_BEYOND ? 1 : 0;
  gboolean placed = try_places (layout, shape, &label);
  if (!placed && label.note != NULL) {
    jipyo_plot_label_drop_note (&label);
    placed = try_places (layout, shape, &label);
  }
  layout->n_dropped += !placed && label.place == JIPYO_LABEL_BEYOND ? 1 : 0;
  layout->segment_dropped |= !placed && label.place == JIPYO_LABEL_STACKED;
  jipyo_plot_label_clear (&label);
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

/* Keeps figures off the lines themselves, as a chain of small squares, where points are few. */
static void
block_lines (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  const double size = layout->frame.type.line * 2;

  if (layout->shapes->len > labels_max / 4)
    return;
  for (guint i = 1; i < layout->shapes->len; i++) {
    const JipyoPlotShape *a = &g_array_index (layout->shapes, JipyoPlotShape, i - 1), *b = a + 1;
    const JipyoMark mark = jipyo_plot_scene_get_series (plot, b->series)->mark;
    const JipyoMarkClass *class = jipyo_mark_get_class (mark);
    if (a->series != b->series || b->datum != a->datum + 1 || !class->continuous || class->between)
      continue;
    if (class->stepped) {
      block_rise (layout, a, b);
      continue;
    }
    for (guint k = 1; k < line_squares; k++) {
      const double t = k / (double) line_squares;
      const JipyoRect square = { a->x + (b->x - a->x) * t - size / 2,
                                 a->y + (b->y - a->y) * t - size / 2, size, size };
      jipyo_label_field_block (&layout->field, square);
    }
  }
}

/* What is not known is said where its mark would begin. */
static void
add_unknown (JipyoPlotLayout *layout, const JipyoDatum *datum)
{
  const double gap = layout->frame.type.gap;
  const double place = jipyo_scale_map (&layout->position, datum->position);
  const double base = layout->value.from;
  const JipyoTextStyle style = {
    .size = layout->frame.type.note,
    .colour = layout->frame.theme->muted,
    .lines = 1,
  };

  if (!isfinite (place) || !jipyo_scale_has (&layout->position, datum->position))
    return;
  JipyoTextLayout *text = jipyo_plot_scene_new_text (layout, datum->text, &style);
  JipyoRect rect = text->rect;
  rect.x = layout->horizontal ? base + gap * 1.3 : place - rect.width / 2;
  rect.y = layout->horizontal ? place - rect.height / 2 : base - gap * 0.3 - rect.height;
  if (jipyo_label_field_choose (&layout->field, &rect, 1) < 0) {
    jipyo_text_layout_free (text);
    return;
  }
  jipyo_plot_scene_take_text (layout, text, (JipyoAnchor){ rect.x, rect.y, 0, 0 });
}

static void
add_unknowns (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  if (layout->position.kind != JIPYO_SCALE_BAND)
    return;
  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, i);
    const JipyoMarkClass *mark = jipyo_mark_get_class (series->mark);
    for (guint k = 0; k < MIN (series->data->len, labels_max); k++) {
      const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, k);
      if (isnan (datum->value) && !jipyo_mark_has_place (mark, datum) && datum->text != NULL
          && *datum->text != '\0')
        add_unknown (layout, datum);
    }
  }
}

void
jipyo_plot_labels_add (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  const guint n = MIN (layout->shapes->len, labels_max);

  for (guint i = 0; i < n; i++) {
    const JipyoPlotShape *shape = &g_array_index (layout->shapes, JipyoPlotShape, i);
    jipyo_label_field_block (&layout->field, jipyo_plot_scene_get_reach (layout, shape));
  }
  block_lines (layout, plot);
  for (int accented = 1; accented >= 0; accented--)
    for (guint i = 0; i < n; i++) {
      const JipyoPlotShape *shape = &g_array_index (layout->shapes, JipyoPlotShape, i);
      if (is_accented (plot, shape) == (accented == 1))
        add_label (layout, plot, shape);
    }
  add_unknowns (layout, plot);
}

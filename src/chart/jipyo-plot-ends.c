/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of ends. Each stands in the middle over its end; where they would touch they move apart,
 * the same distance each, with hairlines to the ends they name.
 */

#include "jipyo-plot-ends.h"

#include "jipyo-marks.h"

#include <math.h>

static const double row_share = 1.6; /* of a note, for the row of names */

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

/* The first series whose ends have names, or NULL. */
static const JipyoPlotSeries *
find_series (const JipyoPlot *plot, guint *index)
{
  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, i);
    const gboolean named = is_set (series->start_name) && is_set (series->end_name);
    if (named && jipyo_mark_get_class (series->mark)->label == JIPYO_LABEL_ENDS) {
      *index = i;
      return series;
    }
  }
  return NULL;
}

static JipyoTextLayout *
make_name (JipyoPlotLayout *layout, const JipyoPlotSeries *series, gboolean at_start)
{
  const JipyoTheme *theme = layout->frame.theme;
  const JipyoTextStyle style = {
    .size = layout->frame.type.note,
    .bold = !at_start,
    .colour = at_start ? theme->muted : theme->text,
    .width = layout->body.width * 0.4,
    .lines = 1,
  };

  return jipyo_plot_scene_new_text (layout, at_start ? series->start_name : series->end_name,
                                    &style);
}

double
jipyo_plot_ends_measure_width (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  guint index = 0;
  const JipyoPlotSeries *series = find_series (plot, &index);

  if (series == NULL || layout->horizontal)
    return 0;
  g_autoptr (JipyoTextLayout) start = make_name (layout, series, TRUE);
  g_autoptr (JipyoTextLayout) end = make_name (layout, series, FALSE);
  return MIN (MAX (start->rect.width, end->rect.width) + layout->frame.type.gap,
              layout->body.width * 0.3);
}

double
jipyo_plot_ends_measure_height (const JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  guint index = 0;

  if (!layout->horizontal || find_series (plot, &index) == NULL)
    return 0;
  return layout->frame.type.note * row_share;
}

/* The shape in the first row, or in the last column. */
static const JipyoPlotShape *
find_shape (const JipyoPlotLayout *layout, guint series)
{
  const JipyoPlotShape *found = NULL;

  for (guint i = 0; i < layout->shapes->len; i++) {
    const JipyoPlotShape *shape = &g_array_index (layout->shapes, JipyoPlotShape, i);
    if (shape->series != series)
      continue;
    const gboolean better =
      found == NULL || (layout->horizontal ? shape->y < found->y : shape->x > found->x);
    found = better ? shape : found;
  }
  return found;
}

static void
add_leader (JipyoPlotLayout *layout, const JipyoRect *name, const JipyoPlotShape *shape, double end)
{
  const double pad = layout->frame.type.gap;
  const JipyoGuide leader = {
    .x1 = CLAMP (end, name->x + MIN (pad, name->width / 2),
                 name->x + name->width - MIN (pad, name->width / 2)),
    .y1 = name->y + name->height,
    .x2 = end,
    .y2 = shape->rect.y - layout->frame.type.gap * 0.3,
    .colour = layout->frame.theme->axis,
    .width = layout->frame.type.hairline,
  };

  if (leader.y2 > leader.y1)
    g_array_append_val (layout->guides, leader);
}

/* Moves two spans apart until there is `gap` between them, the first staying the lower one. */
static void
part (double centres[2], const double sizes[2], double gap)
{
  const double wanted = (sizes[0] + sizes[1]) / 2 + gap;
  const gboolean swapped = centres[0] > centres[1];
  const double middle = (centres[0] + centres[1]) / 2;

  if (fabs (centres[0] - centres[1]) >= wanted)
    return;
  centres[0] = middle + (swapped ? 1 : -1) * wanted / 2;
  centres[1] = middle + (swapped ? -1 : 1) * wanted / 2;
}

/* Two names side by side within the body, which is wide enough for both. */
static void
keep_inside (const JipyoRect *body, double centres[2], const double sizes[2], double gap)
{
  double before = 0, after = 0;

  for (int i = 0; i < 2; i++)
    centres[i] = CLAMP (centres[i], body->x + sizes[i] / 2,
                        MAX (body->x, body->x + body->width - sizes[i]) + sizes[i] / 2);
  part (centres, sizes, gap);
  for (int i = 0; i < 2; i++) {
    before = MAX (before, body->x - (centres[i] - sizes[i] / 2));
    after = MAX (after, centres[i] + sizes[i] / 2 - body->x - body->width);
  }
  for (int i = 0; i < 2; i++)
    centres[i] += before > 0 ? before : -after;
}

static void
add_row (JipyoPlotLayout *layout, JipyoTextLayout *names[2], const JipyoPlotShape *shape)
{
  const double sizes[2] = { names[0]->rect.width, names[1]->rect.width };
  const double bottom = layout->area.y - layout->frame.type.gap * 0.2;
  const gboolean tornado = shape->low != shape->high;
  double ends[2], centres[2];

  jipyo_plot_scene_get_ends (layout, shape, ends);
  /* The sides of a tornado are named beside its base. */
  for (int i = 0; i < 2; i++)
    centres[i] = tornado ? shape->x + (ends[i] < shape->x ? -0.1 : 0.1) : ends[i];
  keep_inside (&layout->body, centres, sizes, layout->frame.type.gap * 2);
  for (int i = 0; i < 2; i++) {
    jipyo_plot_scene_take_text (layout, names[i], (JipyoAnchor){ centres[i], bottom, 0.5, 1 });
    jipyo_label_field_block (&layout->field, names[i]->rect);
    if (!tornado)
      add_leader (layout, &names[i]->rect, shape, ends[i]);
  }
}

static void
add_column (JipyoPlotLayout *layout, JipyoTextLayout *names[2], const JipyoPlotShape *shape)
{
  const double sizes[2] = { names[0]->rect.height, names[1]->rect.height };
  const double x = shape->rect.x + shape->rect.width + layout->frame.type.gap;
  double ends[2];

  jipyo_plot_scene_get_ends (layout, shape, ends);
  if (ends[0] == ends[1])
    ends[0] += 0.1;
  part (ends, sizes, 0);
  for (int i = 0; i < 2; i++) {
    jipyo_plot_scene_take_text (layout, names[i], (JipyoAnchor){ x, ends[i], 0, 0.5 });
    jipyo_label_field_block (&layout->field, names[i]->rect);
  }
}

void
jipyo_plot_ends_add (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  guint index = 0;
  const JipyoPlotSeries *series = find_series (plot, &index);
  const JipyoPlotShape *shape = series != NULL ? find_shape (layout, index) : NULL;

  if (shape == NULL)
    return;
  JipyoTextLayout *names[2] = { make_name (layout, series, TRUE),
                                make_name (layout, series, FALSE) };
  if (layout->horizontal)
    add_row (layout, names, shape);
  else
    add_column (layout, names, shape);
}

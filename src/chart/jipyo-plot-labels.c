/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A figure stands beyond the end of its bar, else inside it; beside its point; in the middle of
 * its segment. What the title speaks of is placed first. A figure of a row that is too long stands
 * in two lines; one without room is left out, and the axis then shows its ticks.
 */

#include "jipyo-plot-labels.h"

#include "jipyo-marks.h"
#include "jipyo-plot-names.h"
#include "jipyo-plot-obstacles.h"
#include "jipyo-plot-places.h"
#include "jipyo-plot-slopes.h"

#include <math.h>

static const guint labels_max = 600;
static const double wrapped_share = 0.62; /* of its width, for a text in two lines */
static const double letters_share = 0.8;  /* of a line of text, from the tops to the tails */

/* What of a segment a dot at its end leaves free. */
static JipyoRect
get_free (const JipyoPlotLayout *layout, const JipyoPlotShape *shape)
{
  JipyoRect rect = shape->rect;

  for (guint i = 0; layout->horizontal && i < layout->shapes->len; i++) {
    const JipyoPlotShape *other = &g_array_index (layout->shapes, JipyoPlotShape, i);
    const gboolean covers = other->series > shape->series && other->rect.x > rect.x
                            && other->rect.x < rect.x + rect.width
                            && fabs (other->y - shape->y) < rect.height / 2;
    if (covers)
      rect.width = other->rect.x - rect.x;
  }
  return rect;
}

static gboolean
fits_inside (const JipyoPlotLayout *layout,
             const JipyoPlotShape *shape,
             const JipyoPlotLabel *label)
{
  const double pad = layout->frame.type.gap * 0.6;
  const double width = label->width + 2 * pad;
  const gboolean filled = shape->kind == JIPYO_DATUM_VALUE || shape->kind == JIPYO_DATUM_AT_LEAST;

  /* A whisker would run through it. */
  if (shape->low != shape->high)
    return FALSE;
  if (!filled || width > shape->rect.width || label->height * letters_share > shape->rect.height)
    return FALSE;
  return label->place != JIPYO_LABEL_STACKED || width <= get_free (layout, shape).width;
}

/* Inside a mark the text is black or white, whichever reads better. */
static void
place_inside (JipyoPlotLayout *layout, const JipyoPlotShape *shape, JipyoPlotLabel *label)
{
  const JipyoRect room =
    label->place == JIPYO_LABEL_STACKED ? get_free (layout, shape) : shape->rect;
  const JipyoRect *r = &room;
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

/* Between names a row is no higher than its letters, and so are the figures beside them. */
static void
trim_to_letters (const JipyoPlotLayout *layout, const JipyoPlotLabel *label, JipyoPlaces *places)
{
  if (!layout->horizontal || layout->position.kind != JIPYO_SCALE_BAND
      || label->place != JIPYO_LABEL_AROUND)
    return;
  for (guint i = 0; i < places->n; i++) {
    places->rects[i].y += places->rects[i].height * (1 - letters_share) / 2;
    places->rects[i].height *= letters_share;
  }
}

static gboolean
try_places (JipyoPlotLayout *layout, const JipyoPlotShape *shape, JipyoPlotLabel *label)
{
  const gboolean inside_first =
    label->place == JIPYO_LABEL_STACKED || label->place == JIPYO_LABEL_INSIDE;
  const gboolean inside_last =
    label->place == JIPYO_LABEL_BEYOND || label->place == JIPYO_LABEL_INSIDE;
  JipyoPlaces list = { .n = 0 }, letters;

  if (inside_first && fits_inside (layout, shape, label)) {
    place_inside (layout, shape, label);
    return TRUE;
  }
  jipyo_plot_places_list (&list, layout, shape, label);
  letters = list;
  trim_to_letters (layout, label, &letters);
  const int chosen = jipyo_label_field_choose (&layout->field, letters.rects, letters.n);
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

/* What is accented throughout singles out nothing: its figures stand or fall together. */
static gboolean
singles_out (const JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  for (guint i = 0; i < layout->shapes->len; i++)
    if (!is_accented (plot, &g_array_index (layout->shapes, JipyoPlotShape, i)))
      return TRUE;
  return FALSE;
}

static gboolean
is_inside (const JipyoPlotLayout *layout, double x, double y)
{
  const JipyoRect *area = &layout->area;

  return x >= area->x - 1 && x <= area->x + area->width + 1 && y >= area->y - 1
         && y <= area->y + area->height + 1;
}

/* The last resort of a row: the words of a long figure below each other. */
static gboolean
try_in_two (JipyoPlotLayout *layout, const JipyoPlot *plot, const JipyoPlotShape *shape)
{
  const JipyoRect reach = jipyo_plot_scene_get_reach (layout, shape), *r = &reach;
  const JipyoRect *bounds = &layout->field.bounds;
  const gboolean right = shape->x >= shape->base_x;
  JipyoPlotLabel label = jipyo_plot_label_make (layout, plot, shape->series, shape->datum);
  const double room =
    (right ? bounds->x + bounds->width - r->x - r->width : r->x - bounds->x) - label.distance;

  jipyo_plot_label_clear (&label);
  if (room <= 0)
    return FALSE;
  label = jipyo_plot_label_make_in_two (layout, plot, shape, room);
  const gboolean placed = !label.text->ellipsised && try_places (layout, shape, &label);
  jipyo_plot_label_clear (&label);
  return placed;
}

/* What the title speaks of is named, if in two lines. */
static gboolean
try_wrapped (JipyoPlotLayout *layout,
             const JipyoPlot *plot,
             const JipyoPlotShape *shape,
             double width)
{
  JipyoPlotLabel label = jipyo_plot_label_make_in_two (layout, plot, shape, width * wrapped_share);
  const gboolean placed = !label.text->ellipsised && try_places (layout, shape, &label);

  jipyo_plot_label_clear (&label);
  return placed;
}

/* Places the figure, without its note if need be, and counts it. */
static void
add_figure (JipyoPlotLayout *layout,
            const JipyoPlot *plot,
            const JipyoPlotShape *shape,
            JipyoPlotLabel label)
{
  const gboolean counted = label.place == JIPYO_LABEL_BEYOND || label.place == JIPYO_LABEL_ENDS;
  gboolean placed = try_places (layout, shape, &label);

  if (!placed && label.note != NULL) {
    jipyo_plot_label_drop_note (&label);
    placed = try_places (layout, shape, &label);
  }
  if (!placed && layout->small_values && layout->horizontal && label.place == JIPYO_LABEL_BEYOND)
    placed = try_in_two (layout, plot, shape);
  if (!placed && label.place == JIPYO_LABEL_AROUND && !label.at_start && is_accented (plot, shape))
    placed = try_wrapped (layout, plot, shape, label.width);
  layout->n_labels += counted ? 1 : 0;
  layout->n_dropped += !placed && counted ? 1 : 0;
  layout->segment_dropped |= !placed && label.place == JIPYO_LABEL_STACKED;
  jipyo_plot_label_clear (&label);
}

static void
add_label (JipyoPlotLayout *layout,
           const JipyoPlot *plot,
           const JipyoPlotShape *shape,
           gboolean hidden)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, shape->series);
  const JipyoDatum *datum = jipyo_plot_scene_get_datum (plot, shape);

  if (jipyo_mark_get_class (series->mark)->label == JIPYO_LABEL_SLOPE || hidden)
    return;
  if (jipyo_plot_label_is_wanted (series, datum) && is_inside (layout, shape->x, shape->y))
    add_figure (layout, plot, shape,
                jipyo_plot_label_make (layout, plot, shape->series, shape->datum));
  if (jipyo_plot_label_is_wanted_at_start (series, datum)
      && is_inside (layout, shape->base_x, shape->base_y))
    add_figure (layout, plot, shape,
                jipyo_plot_label_make_at_start (layout, plot, shape->series, shape->datum));
}

/* What is not known is said where its mark would begin. */
static void
add_unknown (JipyoPlotLayout *layout, const JipyoDatum *datum)
{
  const double gap = layout->frame.type.gap;
  const double place = jipyo_scale_map (&layout->position, datum->position);
  const double base = jipyo_plot_scene_get_base (layout);
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

/* The shapes that have a figure, not more of them than anyone can read. */
static GArray *
list_with_figures (const JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < layout->shapes->len && found->len < labels_max; i++) {
    const JipyoPlotShape *shape = &g_array_index (layout->shapes, JipyoPlotShape, i);
    const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, shape->series);
    const JipyoDatum *datum = jipyo_plot_scene_get_datum (plot, shape);
    if (jipyo_plot_names_hold_figure (layout, plot, shape->series, shape->datum))
      continue;
    if (jipyo_plot_label_is_wanted (series, datum)
        || jipyo_plot_label_is_wanted_at_start (series, datum))
      g_array_append_val (found, i);
  }
  return found;
}

void
jipyo_plot_labels_add (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  const gboolean all_hidden = layout->values_hidden && !singles_out (layout, plot);
  g_autoptr (GArray) found = list_with_figures (layout, plot);

  jipyo_plot_obstacles_add (layout, plot);
  jipyo_plot_slopes_add (layout, plot);
  for (int accented = 1; accented >= 0; accented--)
    for (guint i = 0; i < found->len; i++) {
      const guint index = g_array_index (found, guint, i);
      const JipyoPlotShape *shape = &g_array_index (layout->shapes, JipyoPlotShape, index);
      const gboolean hidden = all_hidden || (layout->values_hidden && accented == 0);
      if (is_accented (plot, shape) == (accented == 1))
        add_label (layout, plot, shape, hidden);
    }
  add_unknowns (layout, plot);
}

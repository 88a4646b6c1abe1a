/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A figure stands beyond the end of its bar, else inside it; beside its point; in the middle of
 * its segment. What the title speaks of is placed first. A figure without room is left out, and
 * the axis then shows its ticks.
 */

#include "jipyo-plot-labels.h"

#include "jipyo-marks.h"

#include <math.h>

static const double span_least = 0.42; /* of the axis, whatever the figures need */
static const double span_with_notes = 0.55;
static const double thin_share = 0.8; /* of a figure's height */
static const guint labels_max = 600;
static const guint line_squares = 16; /* between two points */

typedef struct {
  JipyoTextLayout *text; /* owned until placed */
  JipyoTextLayout *note; /* or NULL */
  double width;
  double height;
  gboolean upright; /* the note stands below the figure, not beside it */
} Label;

static double
get_note_gap (const JipyoPlotLayout *layout)
{
  return layout->frame.type.gap * 1.3;
}

static gboolean
is_bar (const JipyoPlotSeries *series)
{
  return series->mark == JIPYO_MARK_BAR || series->mark == JIPYO_MARK_STACK;
}

static JipyoTextStyle
get_style (const JipyoPlotLayout *layout, const JipyoPlotSeries *series, const JipyoDatum *datum)
{
  const JipyoTheme *theme = layout->frame.theme;
  const gboolean accented = jipyo_plot_scene_get_key (series, datum).role == JIPYO_ROLE_ACCENT;
  const gboolean large = series->mark == JIPYO_MARK_BAR && !layout->small_values;

  return (JipyoTextStyle){
    .size = large ? layout->frame.type.value : layout->frame.type.note,
    .bold = large || accented,
    .colour = accented && theme->projected ? theme->accent : theme->text,
    .lines = 1,
  };
}

static Label
make_label (JipyoPlotLayout *layout, const JipyoPlotSeries *series, const JipyoDatum *datum)
{
  const JipyoTextStyle style = get_style (layout, series, datum);
  const JipyoTextStyle small = {
    .size = layout->frame.type.note,
    .colour = layout->frame.theme->muted,
    .lines = 1,
  };
  Label label = { .upright = !layout->horizontal };

  label.text = jipyo_plot_scene_new_text (layout, datum->text, &style);
  label.width = label.text->rect.width;
  label.height = label.text->rect.height;
  if (datum->note == NULL || *datum->note == '\0' || layout->notes_hidden)
    return label;
  label.note = jipyo_plot_scene_new_text (layout, datum->note, &small);
  if (label.upright) {
    label.width = MAX (label.width, label.note->rect.width);
    label.height += label.note->rect.height;
  } else {
    label.width += get_note_gap (layout) + label.note->rect.width;
  }
  return label;
}

static void
label_clear (Label *label)
{
  g_clear_pointer (&label->text, jipyo_text_layout_free);
  g_clear_pointer (&label->note, jipyo_text_layout_free);
}

static void
label_drop_note (Label *label)
{
  g_clear_pointer (&label->note, jipyo_text_layout_free);
  label->width = label->text->rect.width;
  label->height = label->text->rect.height;
}

/* Gives both texts to the layout, in `rect`. */
static void
label_place (JipyoPlotLayout *layout, Label *label, const JipyoRect *rect)
{
  JipyoTextLayout *text = g_steal_pointer (&label->text);
  JipyoTextLayout *note = g_steal_pointer (&label->note);

  if (label->upright || note == NULL) {
    const double x = rect->x + rect->width / 2;
    jipyo_plot_scene_take_text (layout, text, (JipyoAnchor){ x, rect->y, 0.5, 0 });
    if (note != NULL)
      jipyo_plot_scene_take_text (layout, note, (JipyoAnchor){ x, rect->y + rect->height, 0.5, 1 });
    return;
  }
  jipyo_plot_scene_take_text (layout, text, (JipyoAnchor){ rect->x, rect->y, 0, 0 });
  const JipyoAnchor beside = { rect->x + text->rect.width + get_note_gap (layout),
                               rect->y + text->baseline - note->baseline, 0, 0 };
  jipyo_plot_scene_take_text (layout, note, beside);
}

/* Distance between the end of a mark and its figure. */
static double
get_distance (const JipyoPlotLayout *layout, const JipyoPlotSeries *series, const JipyoDatum *datum)
{
  const double gap = layout->frame.type.gap;
  const double beyond = datum->kind == JIPYO_DATUM_AT_LEAST ? gap * 1.6 : 0;
  const double bar = layout->horizontal ? gap * 1.3 : gap * 0.3;

  if (is_bar (series) || series->mark == JIPYO_MARK_RANGE)
    return bar + beyond;
  /* An arrow points at nothing but what it stands for. */
  return gap
         * (datum->kind == JIPYO_DATUM_AT_LEAST || datum->kind == JIPYO_DATUM_AT_MOST ? 1.3 : 0.6);
}

static gboolean
has_label (const JipyoDatum *datum)
{
  return datum->text != NULL && *datum->text != '\0' && isfinite (datum->value)
         && isfinite (datum->position);
}

/* The demands of the figures on the two ends of the axis. */
typedef struct {
  double length;
  double low;
  double span;
} Room;

static void
demand (Room *room, double share, double size, gboolean at_low)
{
  if (at_low) {
    room->low = MAX (room->low, MIN (size - share * room->span, room->length * 0.3));
    room->span = MIN (room->span, room->length - room->low);
    return;
  }
  if (share > 0.02)
    room->span = MIN (room->span, (room->length - room->low - size) / share);
}

static void
demand_for_series (JipyoPlotLayout *layout, const JipyoPlotSeries *series, Room *room, gboolean low)
{
  JipyoScale unit = layout->value;

  unit.from = 0;
  unit.to = 1;
  if (series->mark == JIPYO_MARK_STACK || series->mark == JIPYO_MARK_RANGE)
    return;
  for (guint i = 0; i < MIN (series->data->len, labels_max); i++) {
    const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    const gboolean at_low = is_bar (series) && datum->value < 0;
    const double share = jipyo_scale_map (&unit, datum->value);
    if (!has_label (datum) || at_low != low || !(share >= 0 && share <= 1))
      continue;
    Label label = make_label (layout, series, datum);
    const double size = (layout->horizontal ? label.width : label.height)
                        + get_distance (layout, series, datum) + layout->frame.type.gap * 0.4
                        + (is_bar (series) ? 0 : layout->frame.type.marker);
    demand (room, share, size, low);
    label_clear (&label);
  }
}

static gboolean
has_dots (const JipyoPlot *plot)
{
  for (guint i = 0; i < plot->series->len; i++)
    if (jipyo_plot_scene_get_series (plot, i)->mark == JIPYO_MARK_DOT)
      return TRUE;
  return FALSE;
}

/* The last segment of a stack may be too short for its figure, which then stands beyond it. */
static void
demand_for_stack (JipyoPlotLayout *layout, const JipyoPlot *plot, guint index, Room *room)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, index);
  const double *bases = g_ptr_array_index (layout->stacks, index);
  JipyoScale unit = layout->value;

  unit.from = 0;
  unit.to = 1;
  for (guint i = 0; bases != NULL && i < MIN (series->data->len, labels_max); i++) {
    const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    const double end = jipyo_scale_map (&unit, bases[i] + datum->value);
    const double begin = jipyo_scale_map (&unit, bases[i]);
    if (!has_label (datum) || !(begin >= 0 && end > begin && end <= 1))
      continue;
    Label label = make_label (layout, series, datum);
    const double pad = layout->frame.type.gap * 1.2;
    const double size = layout->horizontal ? label.width : label.height;
    if ((end - begin) * room->span < size + pad)
      demand (room, end, size + get_distance (layout, series, datum) + pad / 3, FALSE);
    label_clear (&label);
  }
}

static Room
measure_room (JipyoPlotLayout *layout, const JipyoPlot *plot, double length)
{
  Room room = { .length = length, .low = 0, .span = length };

  for (int low = 1; low >= 0; low--)
    for (guint i = 0; i < plot->series->len; i++)
      demand_for_series (layout, jipyo_plot_scene_get_series (plot, i), &room, low == 1);
  for (guint i = 0; layout->horizontal && !has_dots (plot) && i < plot->series->len; i++)
    demand_for_stack (layout, plot, i, &room);
  return room;
}

void
jipyo_plot_labels_measure (JipyoPlotLayout *layout,
                           const JipyoPlot *plot,
                           double length,
                           double room[2])
{
  Room found = measure_room (layout, plot, length);

  if (found.span < length * span_with_notes) {
    layout->notes_hidden = TRUE;
    found = measure_room (layout, plot, length);
  }
  found.span = CLAMP (found.span, length * span_least, length);
  room[0] = MIN (found.low, length - found.span);
  room[1] = MAX (0, length - found.span - room[0]);
}

/* Candidate places for a label of a size at a shape, in order of taste. */
typedef struct {
  JipyoRect rects[12];
  guint n;
  double distance; /* between mark and figure */
} Candidates;

static void
add_candidate (Candidates *list, const Label *label, JipyoAnchor at)
{
  list->rects[list->n++] = (JipyoRect){
    at.x - at.align_x * label->width,
    at.y - at.align_y * label->height,
    label->width,
    label->height,
  };
}

static void
list_beyond (Candidates *list,
             const JipyoPlotLayout *layout,
             const JipyoPlotShape *shape,
             const Label *label)
{
  const JipyoRect *r = &shape->rect;

  if (layout->horizontal) {
    const gboolean right = shape->x >= shape->base_x;
    const double x = right ? r->x + r->width + list->distance : r->x - list->distance;
    add_candidate (list, label, (JipyoAnchor){ x, r->y + r->height / 2, right ? 0 : 1, 0.5 });
    return;
  }
  const gboolean up = shape->y <= shape->base_y;
  const double y = up ? r->y - list->distance : r->y + r->height + list->distance;
  add_candidate (list, label, (JipyoAnchor){ r->x + r->width / 2, y, 0.5, up ? 1 : 0 });
}

/* Rows read on to the right. */
static void
list_beside (Candidates *list, const JipyoPlotShape *shape, const Label *label)
{
  const JipyoRect *r = &shape->rect;
  const double right = r->x + r->width + list->distance;

  add_candidate (list, label, (JipyoAnchor){ right, shape->y, 0, 0.5 });
  add_candidate (list, label, (JipyoAnchor){ r->x - list->distance, shape->y, 1, 0.5 });
}

static void
list_around (Candidates *list, const JipyoPlotShape *shape, const Label *label)
{
  const JipyoRect *r = &shape->rect;
  const double x = shape->x, y = shape->y, d = list->distance;
  const double left = r->x - d, right = r->x + r->width + d;
  const double top = r->y - d, bottom = r->y + r->height + d;

  add_candidate (list, label, (JipyoAnchor){ x, top, 0.5, 1 });
  add_candidate (list, label, (JipyoAnchor){ r->x + r->width, top, 1, 1 });
  add_candidate (list, label, (JipyoAnchor){ r->x, top, 0, 1 });
  add_candidate (list, label, (JipyoAnchor){ x, bottom, 0.5, 0 });
  add_candidate (list, label, (JipyoAnchor){ right, y, 0, 0.5 });
  add_candidate (list, label, (JipyoAnchor){ left, y, 1, 0.5 });
  add_candidate (list, label, (JipyoAnchor){ right, y, 0, 0.9 });
  add_candidate (list, label, (JipyoAnchor){ left, y, 1, 0.9 });
  add_candidate (list, label, (JipyoAnchor){ right, y, 0, 0.1 });
  add_candidate (list, label, (JipyoAnchor){ left, y, 1, 0.1 });
}

/* Nothing else of the band lies further out, nor a dot at its end. */
static gboolean
ends_stack (const JipyoPlotLayout *layout, const JipyoPlotShape *shape)
{
  const double own = layout->horizontal ? shape->x : -shape->y;
  const double middle = layout->horizontal ? shape->base_y : shape->base_x;

  for (guint i = 0; i < layout->shapes->len; i++) {
    const JipyoPlotShape *other = &g_array_index (layout->shapes, JipyoPlotShape, i);
    const double reach = (layout->horizontal ? other->x : -other->y) + 0.5;
    if (fabs ((layout->horizontal ? other->base_y : other->base_x) - middle) < 0.5 && other != shape
        && reach > own)
      return FALSE;
  }
  return TRUE;
}

/* A segment too short for its figure has it at the end of the stack, or beside the bar. Where all
 * segments are too thin for figures, they have none. */
static void
list_off_stack (Candidates *list,
                const JipyoPlotLayout *layout,
                const JipyoPlotShape *shape,
                Label *label)
{
  const JipyoRect *r = &shape->rect;
  const double gap = layout->frame.type.gap * 0.2;
  const gboolean thin =
    layout->horizontal ? r->height < label->height * thin_share : r->width < label->width;
  const gboolean narrow = layout->horizontal ? r->width < label->width : r->height < label->height;

  if (thin || !narrow)
    return;
  label->text->colour = jipyo_colour_with_contrast (shape->colour, layout->frame.theme->card, 4.5);
  if (ends_stack (layout, shape))
    list_beyond (list, layout, shape, label);
  if (!layout->horizontal)
    return;
  add_candidate (list, label, (JipyoAnchor){ r->x + r->width / 2, r->y - gap, 0.5, 1 });
  add_candidate (list, label, (JipyoAnchor){ r->x + r->width / 2, r->y + r->height + gap, 0.5, 0 });
}

static gboolean
fits_inside (const JipyoPlotLayout *layout, const JipyoPlotShape *shape, const Label *label)
{
  const double pad = layout->frame.type.gap * 0.6;
  const gboolean filled = shape->kind == JIPYO_DATUM_VALUE || shape->kind == JIPYO_DATUM_AT_LEAST;

  return filled && label->width + 2 * pad <= shape->rect.width
         && label->height <= shape->rect.height;
}

/* Inside a mark the text is black or white, whichever reads better. */
static void
place_inside (JipyoPlotLayout *layout, const JipyoPlotShape *shape, Label *label)
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
  label_place (layout, label, &rect);
}

static gboolean
try_places (JipyoPlotLayout *layout,
            const JipyoPlot *plot,
            const JipyoPlotShape *shape,
            Label *label)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, shape->series);
  const gboolean inside_first =
    series->mark == JIPYO_MARK_STACK || series->mark == JIPYO_MARK_RANGE;
  const gboolean boxed = inside_first || series->mark == JIPYO_MARK_BAR;
  Candidates list = {
    .distance = get_distance (layout, series, jipyo_plot_scene_get_datum (plot, shape)),
  };

  if (inside_first && fits_inside (layout, shape, label)) {
    place_inside (layout, shape, label);
    return TRUE;
  }
  if (series->mark == JIPYO_MARK_STACK)
    list_off_stack (&list, layout, shape, label);
  else if (boxed)
    list_beyond (&list, layout, shape, label);
  else {
    if (layout->horizontal)
      list_beside (&list, shape, label);
    list_around (&list, shape, label);
  }
  const int chosen = jipyo_label_field_choose (&layout->field, list.rects, list.n);
  if (chosen >= 0) {
    label_place (layout, label, &list.rects[chosen]);
    return TRUE;
  }
  if (!boxed || series->mark == JIPYO_MARK_STACK || !fits_inside (layout, shape, label))
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

  if (!has_label (datum) || at_x != shape->x || at_y != shape->y)
    return;
  if (layout->values_hidden && !is_accented (plot, shape))
    return;
  layout->n_labels += series->mark == JIPYO_MARK_BAR ? 1 : 0;
  Label label = make_label (layout, series, datum);
  gboolean placed = try_places (layout, plot, shape, &label);
  if (!placed && label.note != NULL) {
    label_drop_note (&label);
    placed = try_places (layout, plot, shape, &label);
  }
  layout->n_dropped += !placed && series->mark == JIPYO_MARK_BAR ? 1 : 0;
  layout->segment_dropped |= !placed && series->mark == JIPYO_MARK_STACK;
  label_clear (&label);
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
    if (a->series != b->series || b->datum != a->datum + 1
        || !jipyo_mark_get_class (mark)->continuous)
      continue;
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
    for (guint k = 0; k < MIN (series->data->len, labels_max); k++) {
      const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, k);
      if (isnan (datum->value) && datum->text != NULL && *datum->text != '\0')
        add_unknown (layout, datum);
    }
  }
}

void
jipyo_plot_labels_add (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  const guint n = MIN (layout->shapes->len, labels_max);

  for (guint i = 0; i < n; i++)
    jipyo_label_field_block (&layout->field,
                             g_array_index (layout->shapes, JipyoPlotShape, i).rect);
  block_lines (layout, plot);
  for (int accented = 1; accented >= 0; accented--)
    for (guint i = 0; i < n; i++) {
      const JipyoPlotShape *shape = &g_array_index (layout->shapes, JipyoPlotShape, i);
      if (is_accented (plot, shape) == (accented == 1))
        add_label (layout, plot, shape);
    }
  add_unknowns (layout, plot);
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order of the steps of a layout, the heading and footer around the plot, and what can be
 * asked of a finished layout.
 */

#include "jipyo-marks.h"
#include "jipyo-plot-axes.h"
#include "jipyo-plot-choice.h"
#include "jipyo-plot-dense.h"
#include "jipyo-plot-domain.h"
#include "jipyo-plot-draw.h"
#include "jipyo-plot-ends.h"
#include "jipyo-plot-events.h"
#include "jipyo-plot-labels.h"
#include "jipyo-plot-names.h"
#include "jipyo-plot-notes.h"
#include "jipyo-plot-room.h"
#include "jipyo-plot-shares.h"
#include "jipyo-plot-slopes.h"
#include "jipyo-plot-viewing.h"

#include <math.h>

/* How much of the heading and footer is shown: less where the plot itself would vanish. */
typedef enum { HEADING_ALL, HEADING_SHORT, HEADING_TITLE, HEADING_NO_FOOTER, HEADING_NONE } Heading;

static const double body_least = 0.42; /* of the height */
static const double rows_most = 0.66;  /* of the height, that rows can claim */
static const double dropped_share_max = 0.25;
static const double target_least = 24; /* units; a pointer must hit something */

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

static double
get_margin (const JipyoPlotLayout *self)
{
  const JipyoPlotFrame *frame = &self->frame;

  if (frame->bare)
    return 0;
  const double wanted = frame->type.gap * (frame->theme->projected ? 4 : 2.6);
  return MIN (wanted, MIN (frame->width, frame->height) * 0.1);
}

/* Adds one text of the heading at the top of the body and moves the body down. */
static void
add_heading_text (JipyoPlotLayout *self, const char *string, const JipyoTextStyle *style)
{
  JipyoTextLayout *text = jipyo_plot_scene_new_text (self, string, style);
  const double height = MIN (text->rect.height, self->body.height);

  jipyo_plot_scene_take_text (self, text, (JipyoAnchor){ self->body.x, self->body.y, 0, 0 });
  self->body.y += height;
  self->body.height -= height;
}

static void
add_heading (JipyoPlotLayout *self, const JipyoPlot *plot, Heading heading)
{
  const JipyoTypeScale *type = &self->frame.type;
  JipyoTextStyle style = {
    .size = type->title,
    .bold = TRUE,
    .colour = self->frame.theme->text,
    .width = self->body.width,
    .lines = heading == HEADING_ALL ? 2 : 1,
    .balanced = TRUE,
  };
  const double top = self->body.y;

  if (is_set (plot->title) && heading < HEADING_NONE)
    add_heading_text (self, plot->title, &style);
  style = (JipyoTextStyle){
    .size = type->subtitle,
    .colour = self->frame.theme->muted,
    .width = self->body.width,
    .lines = heading == HEADING_ALL ? 3 : 1,
    .balanced = TRUE,
  };
  if (is_set (plot->subtitle) && heading < HEADING_TITLE)
    add_heading_text (self, plot->subtitle, &style);
  if (self->body.y == top)
    return;
  const double gap = MIN (type->gap * 2, self->body.height);
  self->body.y += gap;
  self->body.height -= gap;
}

static void
add_footer (JipyoPlotLayout *self, const JipyoPlot *plot)
{
  const JipyoTextStyle style = {
    .size = self->frame.type.footer,
    .colour = self->frame.theme->muted,
    .width = self->body.width,
    .lines = 2,
  };
  const double gap = self->frame.type.gap;
  const double bottom = self->body.y + self->body.height;
  JipyoTextLayout *text = jipyo_plot_scene_new_text (self, plot->footer, &style);
  const double rule = bottom - text->rect.height - gap;
  const JipyoGuide hairline = {
    .x1 = self->body.x,
    .x2 = self->body.x + self->body.width,
    .y1 = rule,
    .y2 = rule,
    .colour = self->frame.theme->hairline,
    .width = self->frame.type.hairline,
  };

  jipyo_plot_scene_take_text (self, text, (JipyoAnchor){ self->body.x, bottom, 0, 1 });
  g_array_append_val (self->guides, hairline);
  self->body.height = MAX (0, rule - gap * 2 - self->body.y);
}

/* Each row wants its name. */
static double
get_least_height (const JipyoPlotLayout *self, const JipyoPlot *plot)
{
  const gboolean rows = plot->horizontal && plot->position.bands != NULL;
  const double wanted = rows ? plot->position.bands->len * self->frame.type.label * 1.4 : 0;

  return CLAMP (wanted, self->frame.height * body_least, self->frame.height * rows_most);
}

/* Everything around the plot; FALSE when it leaves too little for the plot. */
static gboolean
place_surroundings (JipyoPlotLayout *self, const JipyoPlot *plot, Heading heading)
{
  const double margin = get_margin (self);

  self->body = (JipyoRect){ margin, margin, MAX (1, self->frame.width - 2 * margin),
                            MAX (1, self->frame.height - 2 * margin) };
  if (self->frame.bare || heading == HEADING_NONE)
    return TRUE;
  add_heading (self, plot, heading);
  if (is_set (plot->footer) && heading < HEADING_NO_FOOTER)
    add_footer (self, plot);
  return self->body.height >= get_least_height (self, plot);
}

static void
place_empty (JipyoPlotLayout *self, const JipyoPlot *plot)
{
  /* What is to be done about it comes last, so that nothing is cut as long as there is room. */
  static const int least_lines = 3, most_lines = 8;
  static const double line = 1.6; /* of the size of its letters */
  const int room = (int) MIN (self->body.height / (self->frame.type.label * line), most_lines);
  const JipyoTextStyle style = {
    .size = self->frame.type.label,
    .colour = self->frame.theme->muted,
    .width = self->body.width,
    .lines = MAX (room, least_lines),
    .balanced = TRUE,
    .centred = TRUE,
  };
  const JipyoAnchor middle = { self->body.x + self->body.width / 2,
                               self->body.y + self->body.height / 2, 0.5, 0.5 };

  const char *nothing = plot->lang == JIPYO_LANG_KO ? "그릴 수치가 없음" : "Nothing to draw";
  const char *text = plot->empty != NULL ? plot->empty : nothing;

  self->area = self->body;
  if (is_set (text) && self->body.width >= style.size)
    jipyo_plot_scene_take_text (self, jipyo_plot_scene_new_text (self, text, &style), middle);
}

/* The area's left and right edge. */
static void
place_across (JipyoPlotLayout *self, const JipyoPlot *plot)
{
  const double names = jipyo_plot_names_measure (self, plot);
  const double right = MAX (names, jipyo_plot_ends_measure_width (self, plot));

  jipyo_plot_slopes_measure (self, plot);
  jipyo_plot_names_add_legend (self, plot);
  jipyo_plot_axes_place_x (self, plot, MAX (right, self->frame.right));
}

static void
place_axes (JipyoPlotLayout *self, const JipyoPlot *plot)
{
  double room[2] = { 0, 0 };

  place_across (self, plot);
  if (self->horizontal)
    jipyo_plot_room_measure (self, plot, self->area.width, room);
  jipyo_plot_axes_map_x (self, room[0], room[1]);
  if (!self->horizontal) {
    jipyo_plot_room_measure (self, plot, self->body.height, room);
    self->head_room = room[1];
  }
  self->ends_height = jipyo_plot_ends_measure_height (self, plot);
  jipyo_plot_axes_place_y (self, plot,
                           jipyo_plot_notes_measure (self, plot) + self->ends_height
                             + jipyo_plot_events_measure (self, plot));
  if (!self->horizontal)
    jipyo_plot_room_measure (self, plot, self->area.height, room);
  jipyo_plot_axes_map_y (self, room[0], room[1]);
}

/* The first series decides what ground a plot has. */
static const JipyoMarkClass *
get_ground (const JipyoPlot *plot)
{
  return jipyo_mark_get_class (plot->series->len > 0 ? jipyo_plot_scene_get_series (plot, 0)->mark
                                                     : JIPYO_MARK_BAR);
}

static void
place_marks (JipyoPlotLayout *self, const JipyoPlot *plot)
{
  const JipyoMarkClass *ground = get_ground (plot);

  for (guint i = 0; i < plot->series->len; i++) {
    const guint first = self->shapes->len;
    const JipyoMarkClass *mark = jipyo_mark_get_class (jipyo_plot_scene_get_series (plot, i)->mark);
    if (jipyo_plot_state_hides (&self->state, i) || mark->arrange != ground->arrange)
      continue;
    mark->place (self, plot, i);
    self->joined = self->joined || mark->continuous;
    jipyo_plot_viewing_trim (self, plot, first);
  }
}

/* The position axis alone; values are rows, the first one at the top. */
static void
place_below_rows (JipyoPlotLayout *self, const JipyoPlot *plot)
{
  jipyo_plot_axes_place_x (self, plot, 0);
  jipyo_plot_axes_map_x (self, 0, 0);
  jipyo_plot_axes_place_y (self, plot, 0);
  self->value.from = self->area.y;
  self->value.to = self->area.y + self->area.height;
  jipyo_plot_axes_add (self, plot);
}

/* FALSE, and nothing added, when there is nothing to draw. */
static gboolean
arrange_ground (JipyoPlotLayout *self, const JipyoPlot *plot)
{
  const JipyoMarkClass *ground = get_ground (plot);
  const guint n_texts = self->texts->len;
  const JipyoRect body = self->body;

  if (!jipyo_plot_domain_measure (self, plot))
    return FALSE;
  if (ground->name == NULL || !ground->name (self, plot))
    jipyo_plot_names_add_legend (self, plot);
  if (ground->arrange (self, plot)) {
    if (ground->positioned)
      place_below_rows (self, plot);
    return TRUE;
  }
  self->body = body;
  g_ptr_array_set_size (self->texts, (int) n_texts);
  g_array_set_size (self->swatches, 0);
  g_array_set_size (self->names, 0);
  return FALSE;
}

static void
place_on_own_ground (JipyoPlotLayout *self, const JipyoPlot *plot)
{
  const JipyoMarkClass *ground = get_ground (plot);

  self->horizontal = FALSE;
  self->value_ticks = FALSE;
  jipyo_label_field_init (&self->field, self->body);
  if (!arrange_ground (self, plot)) {
    place_empty (self, plot);
    return;
  }
  place_marks (self, plot);
  ground->finish (self, plot);
}

/* Texts keep off the lower edge of the area and those around it; names above rows have said
 * themselves what they cover. */
static void
block_axes (JipyoPlotLayout *self, guint first)
{
  const double bottom = self->area.y + self->area.height;

  for (guint i = first; i < self->texts->len; i++) {
    const JipyoTextLayout *text = g_ptr_array_index (self->texts, i);
    if (self->names_height == 0 || text->rect.y >= bottom)
      jipyo_label_field_block (&self->field, text->rect);
  }
  if (!self->horizontal)
    jipyo_label_field_block (&self->field,
                             (JipyoRect){ self->area.x, bottom - 0.5, self->area.width, 1 });
}

/* With as much of heading and footer as leaves room for the plot. */
static void
place_around (JipyoPlotLayout *self, const JipyoPlot *plot)
{
  Heading heading = HEADING_ALL;

  while (!place_surroundings (self, plot, heading)) {
    jipyo_plot_scene_reset (self);
    heading++;
  }
}

static void
place_plot (JipyoPlotLayout *self, const JipyoPlot *plot)
{
  place_around (self, plot);
  if (get_ground (plot)->arrange != NULL) {
    place_on_own_ground (self, plot);
    return;
  }
  const guint n_around = self->texts->len;
  if (!jipyo_plot_domain_measure (self, plot)) {
    place_empty (self, plot);
    return;
  }
  place_axes (self, plot);
  jipyo_label_field_init (&self->field, self->body);
  self->field.gap = self->frame.type.gap * 0.4;
  jipyo_plot_axes_add (self, plot);
  block_axes (self, n_around);
  place_marks (self, plot);
  jipyo_plot_names_add_direct (self, plot);
  jipyo_plot_ends_add (self, plot);
  jipyo_plot_labels_add (self, plot);
  jipyo_plot_notes_add (self, plot);
  jipyo_plot_events_add (self, plot);
}

static void
place_again (JipyoPlotLayout *self, const JipyoPlot *plot)
{
  jipyo_plot_scene_reset (self);
  place_plot (self, plot);
}

JipyoPlotLayout *
jipyo_plot_layout_new_framed (const JipyoPlot *described, const JipyoPlotFrame *frame)
{
  g_return_val_if_fail (described != NULL && frame != NULL && frame->theme != NULL, NULL);

  g_autoptr (JipyoPlot) shares = jipyo_plot_is_relative (described, frame->state)
                                   ? jipyo_plot_copy_shares (described, frame->state)
                                   : NULL;
  JipyoPlot viewed = shares != NULL ? *shares : *described;
  const JipyoPlot *plot = &viewed;
  jipyo_plot_viewing_set_scale (&viewed, frame->state);
  JipyoPlotLayout *self = jipyo_plot_scene_new (frame, plot);
  self->value_ticks = !plot->value.hidden;
  place_plot (self, plot);
  if (self->n_dropped > 0) {
    self->small_values = TRUE;
    place_again (self, plot);
  }
  if (self->segment_dropped) {
    self->value_ticks = TRUE;
    self->brief_segments = TRUE;
    place_again (self, plot);
  }
  if (self->n_dropped > 0) {
    /* The figures were to say it all, and some of them could not. A few of many would only
     * puzzle. */
    self->value_ticks = TRUE;
    self->values_hidden = self->n_dropped > self->n_labels * dropped_share_max;
    self->small_values = !self->values_hidden;
    place_again (self, plot);
  }
  self->typesetter = NULL;
  self->frame.typesetter = NULL;
  return self;
}

JipyoPlotSides
jipyo_plot_layout_measure_sides (const JipyoPlot *plot, const JipyoPlotFrame *frame)
{
  JipyoPlotSides sides = { 0, 0 };

  g_return_val_if_fail (plot != NULL && frame != NULL && frame->theme != NULL, sides);
  JipyoPlotFrame alone = *frame;
  JipyoPlot viewed = *plot;
  alone.upright = alone.right = 0;
  jipyo_plot_viewing_set_scale (&viewed, frame->state);
  JipyoPlotLayout *self = jipyo_plot_scene_new (&alone, &viewed);
  self->value_ticks = !viewed.value.hidden;
  place_around (self, &viewed);
  if (get_ground (&viewed)->arrange == NULL && jipyo_plot_domain_measure (self, &viewed)) {
    place_across (self, &viewed);
    sides.left = self->area.x - self->body.x;
    sides.right = self->body.width - sides.left - self->area.width;
  }
  jipyo_plot_layout_free (self);
  return sides;
}

JipyoPlotLayout *
jipyo_plot_layout_new (const JipyoPlot *plot, const JipyoTheme *theme, double width, double height)
{
  const JipyoPlotFrame frame = {
    .theme = theme,
    .width = width,
    .height = height,
    .type = jipyo_theme_measure (theme, width, height),
  };

  return jipyo_plot_layout_new_framed (plot, &frame);
}

void
jipyo_plot_layout_free (JipyoPlotLayout *self)
{
  jipyo_plot_scene_free (self);
}

/* Distance from a point to a rectangle, 0 inside. */
static double
get_distance (const JipyoRect *rect, double x, double y)
{
  const double dx = MAX (0, MAX (rect->x - x, x - rect->x - rect->width));
  const double dy = MAX (0, MAX (rect->y - y, y - rect->y - rect->height));

  return hypot (dx, dy);
}

/* Distance from a point to the line of a slanted shape, 0 on the line itself. */
static double
get_line_distance (const JipyoPlotLayout *self, const JipyoPlotShape *shape, double x, double y)
{
  const double dx = shape->x - shape->base_x, dy = shape->y - shape->base_y;
  const double square = dx * dx + dy * dy;
  const double along =
    square > 0 ? ((x - shape->base_x) * dx + (y - shape->base_y) * dy) / square : 0;
  const double t = CLAMP (along, 0, 1);
  const double distance = hypot (shape->base_x + t * dx - x, shape->base_y + t * dy - y);

  return MAX (0, distance - self->frame.type.line);
}

static double
get_shape_distance (const JipyoPlotLayout *self, const JipyoPlotShape *shape, double x, double y)
{
  if (shape->slanted)
    return get_line_distance (self, shape, x, y);
  const JipyoRect reach = jipyo_plot_scene_get_reach (self, shape);
  return get_distance (&reach, x, y);
}

/* Shapes that are no rectangles are found by their parts. */
static gboolean
find_cell (const JipyoPlotLayout *self, const double at[2], JipyoNearest *nearest)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->cells->len; i++) {
    const JipyoPlotCell *cell = &g_array_index (self->cells, JipyoPlotCell, i);
    const double distance = get_distance (&cell->rect, at[0], at[1]);
    if (!(distance < nearest->distance))
      continue;
    *nearest = (JipyoNearest){ distance, cell->series, cell->datum };
    found = TRUE;
  }
  return found;
}

static gboolean
find_shape (const JipyoPlotLayout *self, const double at[2], JipyoNearest *nearest)
{
  gboolean found = FALSE;

  /* What was painted last lies on top. */
  for (guint i = self->shapes->len; i-- > 0;) {
    const JipyoPlotShape *shape = &g_array_index (self->shapes, JipyoPlotShape, i);
    const double distance = get_shape_distance (self, shape, at[0], at[1]);
    if (distance < nearest->distance) {
      *nearest = (JipyoNearest){ distance, shape->series, shape->datum };
      found = TRUE;
    }
    if (distance == 0)
      break;
  }
  return jipyo_plot_dense_find (self, at, nearest) || found;
}

gboolean
jipyo_plot_layout_find_datum (const JipyoPlotLayout *self,
                              double x,
                              double y,
                              guint *series,
                              guint *datum)
{
  const double at[2] = { x, y };
  JipyoNearest nearest = { .distance = target_least / 2 };
  const gboolean found =
    self->cells->len > 0 ? find_cell (self, at, &nearest) : find_shape (self, at, &nearest);

  if (found && series != NULL)
    *series = nearest.series;
  if (found && datum != NULL)
    *datum = nearest.point;
  return found;
}

gboolean
jipyo_plot_layout_get_datum_rect (const JipyoPlotLayout *self,
                                  guint series,
                                  guint datum,
                                  JipyoRect *rect)
{
  guint low = 0, high = self->shapes->len;

  if (jipyo_plot_scene_find_dense (self, series) != NULL)
    return jipyo_plot_dense_get_rect (self, series, datum, rect);
  /* Shapes are sorted by series, then datum. */
  while (low < high) {
    const guint middle = low + (high - low) / 2;
    const JipyoPlotShape *shape = &g_array_index (self->shapes, JipyoPlotShape, middle);
    if (shape->series < series || (shape->series == series && shape->datum < datum))
      low = middle + 1;
    else
      high = middle;
  }
  if (low == self->shapes->len)
    return FALSE;
  const JipyoPlotShape *found = &g_array_index (self->shapes, JipyoPlotShape, low);
  if (found->series != series || found->datum != datum)
    return FALSE;
  if (rect != NULL)
    *rect = found->rect;
  return TRUE;
}

gboolean
jipyo_plot_layout_cuts_names (const JipyoPlotLayout *self)
{
  return self->names_cut;
}

JipyoRect
jipyo_plot_layout_get_area (const JipyoPlotLayout *self)
{
  return self->area;
}

JipyoRect
jipyo_plot_layout_get_size (const JipyoPlotLayout *self)
{
  return (JipyoRect){ 0, 0, self->frame.width, self->frame.height };
}

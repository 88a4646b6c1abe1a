/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words stand at the nearest of many places that is free and whose line strikes no text out:
 * first around the figure, then in its row, then anywhere in the picture. Where none is, the dot
 * stays, and the note is in the list of notes.
 */

#include "jipyo-plot-leaders.h"

#include <math.h>

enum { sides = 8, rings = 2, columns = 9, rows = 12, leader_steps = 16 };
enum { places_max = MAX (sides * rings, columns *rows) };
static const double width_share = 0.32; /* of the area, for the lines of a note */
static const double ring_gaps[rings] = { 1.2, 4.5 };
static const double dot_share = 0.6; /* of a marker */

typedef struct {
  JipyoPlotLayout *layout;
  const JipyoPlot *plot;
  double point[2]; /* of the figure */
} Note;

/* Where the figure of a note is drawn: on top of others in a stack, in a tile, at its point. */
static gboolean
find_point (Note *self, const JipyoAnnotation *annotation)
{
  const double pair[2] = { annotation->from, annotation->to };

  for (guint i = 0; i < self->layout->shapes->len; i++) {
    const JipyoPlotShape *shape = &g_array_index (self->layout->shapes, JipyoPlotShape, i);
    const JipyoDatum *datum = jipyo_plot_scene_get_datum (self->plot, shape);
    if (!jipyo_annotation_is_at (annotation,
                                 jipyo_plot_scene_get_series (self->plot, shape->series), datum))
      continue;
    self->point[0] = shape->x;
    self->point[1] = shape->y;
    return TRUE;
  }
  return jipyo_scale_has (&self->layout->position, annotation->from)
         && jipyo_scale_has (&self->layout->value, annotation->to)
         && jipyo_plot_scene_map (self->layout, pair, self->point);
}

/* From the figure to the nearest point of the words. */
static JipyoGuide
make_leader (const Note *self, const JipyoRect *rect)
{
  const JipyoTypeScale *type = &self->layout->frame.type;
  const double x = CLAMP (self->point[0], rect->x, rect->x + rect->width);
  const double y = CLAMP (self->point[1], rect->y, rect->y + rect->height);
  const double length = hypot (x - self->point[0], y - self->point[1]);
  const double skip = length > 0 ? MIN (1, type->marker * dot_share / 2 / length) : 1;

  return (JipyoGuide){
    .x1 = self->point[0] + (x - self->point[0]) * skip,
    .y1 = self->point[1] + (y - self->point[1]) * skip,
    .x2 = x,
    .y2 = y,
    .colour = self->layout->frame.theme->edge,
    .width = type->hairline,
  };
}

/* Whether a leader would strike a text out. */
static gboolean
crosses_text (const JipyoPlotLayout *layout, const JipyoGuide *leader)
{
  for (guint i = 0; i < layout->texts->len; i++) {
    const JipyoTextLayout *text = g_ptr_array_index (layout->texts, i);
    for (guint k = 0; k < leader_steps; k++) {
      const double t = k / (double) leader_steps;
      const double x = leader->x1 + (leader->x2 - leader->x1) * t;
      const double y = leader->y1 + (leader->y2 - leader->y1) * t;
      if (jipyo_rect_contains (&text->rect, x, y))
        return TRUE;
    }
  }
  return FALSE;
}

static guint
list_around (const Note *self, const JipyoRect *size, JipyoRect *places)
{
  static const double directions[sides][2] = { { 1, -1 }, { -1, -1 }, { 1, 1 }, { -1, 1 },
                                               { 0, -1 }, { 0, 1 },   { 1, 0 }, { -1, 0 } };
  guint n = 0;

  for (guint ring = 0; ring < rings; ring++)
    for (guint i = 0; i < sides; i++) {
      const double distance = self->layout->frame.type.gap * ring_gaps[ring];
      const double *side = directions[i];
      places[n++] = (JipyoRect){
        self->point[0] + side[0] * distance - size->width * (1 - side[0]) / 2,
        self->point[1] + side[1] * distance - size->height * (1 - side[1]) / 2,
        size->width,
        size->height,
      };
    }
  return n;
}

static int
compare_distances (gconstpointer a, gconstpointer b, gpointer data)
{
  const Note *self = data;
  const JipyoGuide near = make_leader (self, a), far = make_leader (self, b);
  const double x = hypot (near.x2 - self->point[0], near.y2 - self->point[1]);
  const double y = hypot (far.x2 - self->point[0], far.y2 - self->point[1]);

  return (x > y) - (x < y);
}

/* All over the picture, the nearest first. */
static guint
list_anywhere (const Note *self, const JipyoRect *size, JipyoRect *places)
{
  const JipyoRect *body = &self->layout->body;
  guint n = 0;

  for (guint row = 0; row < rows; row++)
    for (guint column = 0; column < columns; column++)
      places[n++] = (JipyoRect){
        body->x + (body->width - size->width) * column / (columns - 1),
        body->y + (body->height - size->height) * row / (rows - 1),
        size->width,
        size->height,
      };
  g_qsort_with_data (places, (int) n, sizeof (JipyoRect), compare_distances, (gpointer) self);
  return n;
}

/* As a line that is as wide as long. */
static void
add_square (Note *self, double side, guint32 colour)
{
  const JipyoGuide square = {
    .x1 = self->point[0] - side / 2,
    .y1 = self->point[1],
    .x2 = self->point[0] + side / 2,
    .y2 = self->point[1],
    .colour = colour,
    .width = side,
  };

  g_array_append_val (self->layout->references, square);
}

static void
add_dot (Note *self)
{
  const JipyoTypeScale *type = &self->layout->frame.type;
  const JipyoTheme *theme = self->layout->frame.theme;
  const double side = type->marker * dot_share;

  add_square (self, side + 2 * type->hairline, theme->card);
  add_square (self, side, theme->text);
}

/* The text of the figure, which stands right of its point. */
static gboolean
find_figure (const Note *self, JipyoRect *figure)
{
  const JipyoPlotLayout *layout = self->layout;
  const double farthest = self->point[0] + layout->frame.type.gap * 3;

  for (guint i = 0; i < layout->texts->len; i++) {
    const JipyoRect *rect = &((JipyoTextLayout *) g_ptr_array_index (layout->texts, i))->rect;
    if (rect->x <= self->point[0] || rect->x > farthest || self->point[1] < rect->y
        || self->point[1] > rect->y + rect->height)
      continue;
    *figure = *rect;
    return TRUE;
  }
  return FALSE;
}

/* Takes the text when it stands there. */
static gboolean
try_place (const Note *self, JipyoTextLayout *text, const JipyoRect *place)
{
  JipyoPlotLayout *layout = self->layout;
  const JipyoGuide leader = make_leader (self, place);

  if (!jipyo_label_field_is_free (&layout->field, *place) || crosses_text (layout, &leader))
    return FALSE;
  jipyo_label_field_block (&layout->field, *place);
  g_array_append_val (layout->references, leader);
  jipyo_plot_scene_take_text (layout, text, (JipyoAnchor){ place->x, place->y, 0, 0 });
  return TRUE;
}

/* In a row the words go on behind the figure, whose text a leader would strike out. */
static gboolean
try_row (const Note *self, JipyoTextLayout *text)
{
  const double gap = self->layout->frame.type.gap;
  Note behind = *self;
  JipyoRect figure;

  if (!self->layout->horizontal || !find_figure (self, &figure))
    return FALSE;
  behind.point[0] = figure.x + figure.width;
  const JipyoRect place = { behind.point[0] + gap * 2, self->point[1] - text->rect.height / 2,
                            text->rect.width, text->rect.height };
  return try_place (&behind, text, &place);
}

static void
add_words (Note *self, const char *words)
{
  JipyoPlotLayout *layout = self->layout;
  const JipyoTextStyle style = {
    .size = layout->frame.type.note,
    .colour = layout->frame.theme->text,
    .width = layout->area.width * width_share,
    .lines = 2,
    .balanced = TRUE,
  };
  JipyoTextLayout *text = jipyo_plot_scene_new_text (layout, words, &style);
  JipyoRect places[places_max];
  guint n = list_around (self, &text->rect, places);

  for (guint i = 0; i < n; i++)
    if (try_place (self, text, &places[i]))
      return;
  if (try_row (self, text))
    return;
  n = list_anywhere (self, &text->rect, places);
  for (guint i = 0; i < n; i++)
    if (try_place (self, text, &places[i]))
      return;
  jipyo_text_layout_free (text);
}

void
jipyo_plot_leaders_add (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  for (guint i = 0; i < plot->annotations->len; i++) {
    const JipyoAnnotation *annotation = g_ptr_array_index (plot->annotations, i);
    Note note = { .layout = layout, .plot = plot };

    if (annotation->kind != JIPYO_ANNOTATION_NOTE || annotation->text == NULL
        || *annotation->text == '\0' || !find_point (&note, annotation))
      continue;
    add_words (&note, annotation->text);
    add_dot (&note);
  }
}

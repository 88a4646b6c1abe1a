/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of key, name, figure and change, in columns. Where the picture shows shares, the share comes
 * first and the amount beside it. It is laid out for the datum and drawn as often as needed.
 */

#include "jipyo-plot-card.h"

#include "jipyo-datum-text.h"
#include "jipyo-plot-change.h"
#include "jipyo-plot-scene.h"
#include "jipyo-session-price.h"
#include "jipyo-stroke.h"

#include <math.h>

enum { rows_max = 8, note_lines = 4 };
static const double width_share_max = 0.9; /* of the picture */

typedef enum { CELL_NAME, CELL_FIGURE, CELL_AMOUNT, CELL_CHANGE, N_CELLS } Cell;

typedef struct {
  JipyoTextLayout *cells[N_CELLS]; /* NULL where there is nothing to say */
  guint32 colour;
  JipyoRect key;
  gboolean is_part; /* of the row above, and has no key of its own */
} Row;

struct _JipyoPlotCard {
  const JipyoTheme *theme; /* borrowed */
  double radius;
  JipyoRect rect;
  JipyoTextLayout *heading;
  JipyoTextLayout *length; /* of a stretch, where the heading has no room for it; or NULL */
  GArray *rows;            /* of Row */
  JipyoTextLayout *note;   /* the person's own words, or NULL */
};

/* What a card is made with. */
typedef struct {
  const JipyoPlot *plot;
  const JipyoPlotLayout *layout;
  const JipyoPlotPointer *pointer;
  JipyoTypesetter *typesetter;
} Maker;

static void
row_clear (Row *row)
{
  for (guint i = 0; i < N_CELLS; i++)
    g_clear_pointer (&row->cells[i], jipyo_text_layout_free);
}

static JipyoTextLayout *
make_text (const Maker *maker, const char *text, gboolean strong)
{
  const JipyoPlotFrame *frame = &maker->layout->frame;
  const JipyoTextStyle style = {
    .size = frame->type.note,
    .bold = strong,
    .colour = strong ? frame->theme->text : frame->theme->muted,
    .width = frame->width * width_share_max / 2,
    .lines = 1,
  };

  return text == NULL || *text == '\0' ? NULL
                                       : jipyo_text_layout_new (maker->typesetter, text, &style);
}

static JipyoDatum
get_datum (const Maker *maker, guint series, guint datum)
{
  return jipyo_plot_series_get_datum (jipyo_plot_scene_get_series (maker->plot, series), datum);
}

/* Also where the picture has no room for it. */
static JipyoTextLayout *
make_note (const Maker *maker)
{
  const JipyoPlotFrame *frame = &maker->layout->frame;
  const guint own = maker->pointer->series;
  const JipyoDatum datum = get_datum (maker, own, maker->pointer->datum);
  const char *words =
    jipyo_plot_find_note (maker->plot, jipyo_plot_scene_get_series (maker->plot, own), &datum);
  const JipyoTextStyle style = {
    .size = frame->type.note,
    .colour = frame->theme->text,
    .width = frame->width * width_share_max / 2,
    .lines = note_lines,
  };

  return words != NULL ? jipyo_text_layout_new (maker->typesetter, words, &style) : NULL;
}

/* How long a stretch is stands below its ends where that does not fit beside them. */
static JipyoTextLayout *
make_heading (const Maker *maker, JipyoTextLayout **below)
{
  const JipyoPlotPointer *pointer = maker->pointer;
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (maker->plot, pointer->series);
  const JipyoDatum datum = get_datum (maker, pointer->series, pointer->datum);
  const double position = datum.position;
  g_autofree char *here = jipyo_datum_text_format_place (maker->plot, series, &datum);

  if (!pointer->has_anchor)
    return make_text (maker, here, TRUE);
  const double origin = get_datum (maker, pointer->series, pointer->anchor).position;
  g_autofree char *there = jipyo_datum_text_format_position (maker->plot, origin);
  g_autofree char *length = jipyo_plot_format_length (maker->plot, origin, position);
  g_autofree char *ends = g_strdup_printf ("%s → %s", there, here);
  if (length == NULL)
    return make_text (maker, ends, TRUE);
  g_autofree char *text = g_strconcat (ends, " · ", length, NULL);
  JipyoTextLayout *heading = make_text (maker, text, TRUE);
  if (!heading->ellipsised)
    return heading;
  jipyo_text_layout_free (heading);
  *below = make_text (maker, length, TRUE);
  return make_text (maker, ends, TRUE);
}

/* How it came from the one before, or all of a stretch. Beside a share the change of an amount
 * would be read as that of the share. */
static char *
format_change (const Maker *maker, const JipyoPlotShape *shape, gboolean is_share)
{
  const JipyoPlotPointer *pointer = maker->pointer;
  guint before = pointer->anchor;

  if (!pointer->has_anchor
      && (is_share
          || !jipyo_plot_find_previous (maker->plot, shape->series, shape->datum, &before)))
    return NULL;
  return jipyo_plot_format_change (maker->plot, shape->series, before, shape->datum);
}

/* Its other prices, one below the other: in one line they are wider than the card may be. */
static void
add_parts (JipyoPlotCard *self, const Maker *maker, const JipyoDatum *datum)
{
  for (guint i = 0; i < JIPYO_SESSION_CLOSE && self->rows->len < rows_max; i++) {
    const double value = jipyo_session_price_get (i, datum);
    if (!isfinite (value))
      continue;
    g_autofree char *price = jipyo_datum_text_format_value (maker->plot, value);
    const Row row = {
      .cells = {
        [CELL_NAME] =
          make_text (maker, jipyo_session_price_get_name (i, maker->plot->lang), FALSE),
        [CELL_FIGURE] = make_text (maker, price, FALSE),
      },
      .is_part = TRUE,
    };
    g_array_append_val (self->rows, row);
  }
}

static void
add_row (JipyoPlotCard *self, const Maker *maker, const JipyoPlotShape *shape)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (maker->plot, shape->series);
  const JipyoDatum datum = get_datum (maker, shape->series, shape->datum);
  g_autofree char *amount = jipyo_datum_text_format_brief (maker->plot, series, &datum);
  g_autofree char *share =
    jipyo_datum_text_format_share (maker->plot, &maker->layout->state, shape->series, &datum);
  g_autofree char *change = format_change (maker, shape, share != NULL);
  const Row row = {
    .cells = {
      [CELL_NAME] = make_text (maker, jipyo_datum_text_get_series_name (series), FALSE),
      [CELL_FIGURE] = make_text (maker, share != NULL ? share : amount, TRUE),
      [CELL_AMOUNT] = make_text (maker, share != NULL ? amount : NULL, FALSE),
      [CELL_CHANGE] = make_text (maker, change != NULL ? change : datum.note, FALSE),
    },
    .colour = shape->colour,
  };
  g_array_append_val (self->rows, row);
  if (jipyo_session_price_is_of (series) && !maker->pointer->has_anchor)
    add_parts (self, maker, &datum);
}

/* Lines of which there are more points than pixels have no shape where the pointer is. */
static void
add_dense_rows (JipyoPlotCard *self, const Maker *maker, double position)
{
  const JipyoPlotPointer *pointer = maker->pointer;
  const GArray *lines = maker->layout->dense;

  for (guint i = 0; i < lines->len && self->rows->len < rows_max; i++) {
    const JipyoDense *dense = &g_array_index (lines, JipyoDense, i);
    const gboolean own = dense->series == pointer->series;
    const guint there =
      own ? pointer->datum : jipyo_columns_find (dense->columns, position, pointer->datum);
    if ((pointer->has_anchor && !own) || there >= dense->n
        || jipyo_columns_get_position (dense->columns, there) != position)
      continue;
    add_row (
      self, maker,
      &(const JipyoPlotShape){ .series = dense->series, .datum = there, .colour = dense->colour });
  }
}

/* Every series that has a datum where the pointer's is, in the order of the legend. */
static void
add_rows (JipyoPlotCard *self, const Maker *maker)
{
  const JipyoPlotPointer *pointer = maker->pointer;
  const GArray *shapes = maker->layout->shapes;
  const double position = get_datum (maker, pointer->series, pointer->datum).position;
  const gboolean shared = jipyo_plot_is_ordered (maker->plot) || !maker->layout->joined;

  for (guint i = 0; i < shapes->len && self->rows->len < rows_max; i++) {
    const JipyoPlotShape *shape = &g_array_index (shapes, JipyoPlotShape, i);
    const gboolean own = shape->series == pointer->series && shape->datum == pointer->datum;
    if ((pointer->has_anchor && !own)
        || jipyo_plot_scene_find_dense (maker->layout, shape->series) != NULL)
      continue;
    if (own || (shared && get_datum (maker, shape->series, shape->datum).position == position))
      add_row (self, maker, shape);
  }
  add_dense_rows (self, maker, position);
}

static double
place_rows (JipyoPlotCard *self, const JipyoTypeScale *type, const JipyoRect *inner)
{
  const double key = type->note * 0.62, line = type->note * 1.5;
  double widths[N_CELLS] = { 0 };
  double y = inner->y;

  for (guint i = 0; i < self->rows->len; i++)
    for (guint k = 0; k < N_CELLS; k++) {
      const JipyoTextLayout *cell = g_array_index (self->rows, Row, i).cells[k];
      widths[k] = MAX (widths[k], cell != NULL ? cell->rect.width : 0);
    }
  for (guint i = 0; i < self->rows->len; i++, y += line) {
    Row *row = &g_array_index (self->rows, Row, i);
    double x = inner->x + key + type->gap;
    row->key = (JipyoRect){ inner->x, y + (line - key) / 2, key, key };
    for (guint k = 0; k < N_CELLS; k++) {
      const double align = k == CELL_FIGURE || k == CELL_AMOUNT ? 1 : 0;
      const JipyoAnchor anchor = { x + align * widths[k], y + line / 2, align, 0.5 };
      if (row->cells[k] != NULL)
        jipyo_text_layout_place (row->cells[k], anchor);
      x += widths[k] + (widths[k] > 0 ? type->gap * 1.6 : 0);
    }
    self->rect.width = MAX (self->rect.width, x - type->gap * 1.6);
  }
  return y;
}

/* Beside the datum, on the side with room; where there is none, in the picture's end away from it,
 * so that what is pointed at stays in sight. */
static void
choose_place (JipyoPlotCard *self, const JipyoPlotLayout *layout, const JipyoRect *datum)
{
  const double gap = layout->frame.type.gap * 2;
  const double middle = datum->y + datum->height / 2;
  const double lowest = MAX (0, layout->frame.height - self->rect.height);
  const double right = datum->x + datum->width + gap;
  const double left = datum->x - gap - self->rect.width;

  self->rect.y = CLAMP (middle - self->rect.height / 2, 0, lowest);
  self->rect.x = right;
  if (right + self->rect.width <= layout->frame.width)
    return;
  self->rect.x = left;
  if (left >= 0)
    return;
  self->rect.x = MAX (0, layout->frame.width - self->rect.width);
  self->rect.y = middle > layout->frame.height / 2 ? 0 : lowest;
}

static void
place (JipyoPlotCard *self, const JipyoPlotLayout *layout, const JipyoRect *datum)
{
  const JipyoTypeScale *type = &layout->frame.type;
  const double pad = type->gap * 1.4;
  const double line = type->note * 1.6;
  const JipyoRect inner = { pad, pad + (self->length != NULL ? 2 : 1) * line, 0, 0 };
  double bottom;

  self->rect = (JipyoRect){ 0, 0, self->heading != NULL ? pad + self->heading->rect.width : 0, 0 };
  if (self->length != NULL) {
    jipyo_text_layout_place (self->length, (JipyoAnchor){ pad, pad + line, 0, 0 });
    self->rect.width = MAX (self->rect.width, pad + self->length->rect.width);
  }
  bottom = place_rows (self, type, &inner);
  if (self->note != NULL) {
    jipyo_text_layout_place (self->note, (JipyoAnchor){ pad, bottom + type->gap, 0, 0 });
    bottom += type->gap + self->note->rect.height;
    self->rect.width = MAX (self->rect.width, pad + self->note->rect.width);
  }
  self->rect.width += pad;
  self->rect.height = bottom + pad;
  choose_place (self, layout, datum);
  if (self->heading != NULL)
    jipyo_text_layout_place (self->heading, (JipyoAnchor){ pad, pad, 0, 0 });
}

JipyoPlotCard *
jipyo_plot_card_new (const JipyoPlot *plot,
                     const JipyoPlotLayout *layout,
                     const JipyoPlotPointer *pointer,
                     JipyoTypesetter *typesetter)
{
  const Maker maker = { plot, layout, pointer, typesetter };
  JipyoRect datum;

  if (!pointer->has_datum || pointer->silent
      || !jipyo_plot_layout_get_datum_rect (layout, pointer->series, pointer->datum, &datum))
    return NULL;
  JipyoPlotCard *self = g_new0 (JipyoPlotCard, 1);
  self->theme = layout->frame.theme;
  self->radius = layout->frame.type.gap;
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->rows, (GDestroyNotify) row_clear);
  self->heading = make_heading (&maker, &self->length);
  add_rows (self, &maker);
  self->note = make_note (&maker);
  place (self, layout, &datum);
  return self;
}

void
jipyo_plot_card_free (JipyoPlotCard *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->heading, jipyo_text_layout_free);
  g_clear_pointer (&self->length, jipyo_text_layout_free);
  g_clear_pointer (&self->note, jipyo_text_layout_free);
  g_array_unref (self->rows);
  g_free (self);
}

JipyoRect
jipyo_plot_card_get_rect (const JipyoPlotCard *self)
{
  return self->rect;
}

static void
append_text (GString *text, const JipyoTextLayout *part, const char *before)
{
  if (part != NULL)
    g_string_append_printf (text, "%s%s", before, pango_layout_get_text (part->layout));
}

char *
jipyo_plot_card_format_text (const JipyoPlotCard *self)
{
  GString *text = g_string_new (NULL);

  append_text (text, self->heading, "");
  append_text (text, self->length, "\n");
  for (guint i = 0; i < self->rows->len; i++) {
    const Row *row = &g_array_index (self->rows, Row, i);
    g_string_append_c (text, '\n');
    append_text (text, row->cells[CELL_NAME], "");
    append_text (text, row->cells[CELL_FIGURE], row->cells[CELL_NAME] != NULL ? " " : "");
    append_text (text, row->cells[CELL_AMOUNT], " ");
    append_text (text, row->cells[CELL_CHANGE], " ");
  }
  append_text (text, self->note, "\n");
  return g_string_free (text, FALSE);
}

void
jipyo_plot_card_draw (const JipyoPlotCard *self, cairo_t *cr)
{
  const JipyoRect edge = { 0.5, 0.5, self->rect.width - 1, self->rect.height - 1 };

  cairo_save (cr);
  cairo_translate (cr, self->rect.x, self->rect.y);
  jipyo_stroke_rounded (cr, &edge, self->radius);
  jipyo_stroke_set_source (cr, self->theme->card);
  cairo_fill_preserve (cr);
  jipyo_stroke_set_source (cr, self->theme->edge);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  if (self->heading != NULL)
    jipyo_text_layout_draw (self->heading, cr);
  if (self->length != NULL)
    jipyo_text_layout_draw (self->length, cr);
  for (guint i = 0; i < self->rows->len; i++) {
    const Row *row = &g_array_index (self->rows, Row, i);
    if (!row->is_part) {
      jipyo_stroke_set_source (cr, row->colour);
      cairo_rectangle (cr, row->key.x, row->key.y, row->key.width, row->key.height);
      cairo_fill (cr);
    }
    for (guint k = 0; k < N_CELLS; k++)
      if (row->cells[k] != NULL)
        jipyo_text_layout_draw (row->cells[k], cr);
  }
  if (self->note != NULL)
    jipyo_text_layout_draw (self->note, cr);
  cairo_restore (cr);
}

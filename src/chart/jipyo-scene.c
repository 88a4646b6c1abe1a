/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list and its painting. It decides nothing about where things go.
 */

#include "jipyo-scene.h"

typedef enum { ITEM_TEXT, ITEM_SHAPE, ITEM_HAIRLINE } ItemKind;

typedef struct {
  ItemKind kind;
  JipyoSceneShape shape; /* ITEM_HAIRLINE: only its rectangle */
  JipyoTextLayout *text; /* owned; ITEM_TEXT only */
} Item;

struct _JipyoScene {
  const JipyoTheme *theme; /* borrowed */
  JipyoLang lang;
  JipyoTypeScale type;
  JipyoTypesetter *typesetter;
  GArray *items; /* of Item */
};

static void
item_clear (gpointer data)
{
  Item *item = data;

  g_clear_pointer (&item->text, jipyo_text_layout_free);
}

JipyoScene *
jipyo_scene_new (const JipyoTheme *theme, JipyoLang lang, const JipyoTypeScale *type)
{
  JipyoScene *self = g_new0 (JipyoScene, 1);

  self->theme = theme;
  self->lang = lang;
  self->type = *type;
  self->typesetter = jipyo_typesetter_new (theme, lang);
  self->items = g_array_new (FALSE, TRUE, sizeof (Item));
  g_array_set_clear_func (self->items, item_clear);
  return self;
}

void
jipyo_scene_free (JipyoScene *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->items);
  jipyo_typesetter_free (self->typesetter);
  g_free (self);
}

const JipyoTheme *
jipyo_scene_get_theme (const JipyoScene *self)
{
  return self->theme;
}

const JipyoTypeScale *
jipyo_scene_get_type (const JipyoScene *self)
{
  return &self->type;
}

JipyoLang
jipyo_scene_get_lang (const JipyoScene *self)
{
  return self->lang;
}

JipyoTypesetter *
jipyo_scene_get_typesetter (const JipyoScene *self)
{
  return self->typesetter;
}

void
jipyo_scene_take_text (JipyoScene *self, JipyoTextLayout *text, double x, double y)
{
  const Item item = { .kind = ITEM_TEXT, .text = text };

  jipyo_text_layout_place (text, (JipyoAnchor){ x, y, 0, 0 });
  g_array_append_val (self->items, item);
}

void
jipyo_scene_add_shape (JipyoScene *self, const JipyoSceneShape *shape)
{
  const Item item = { .kind = ITEM_SHAPE, .shape = *shape };

  g_array_append_val (self->items, item);
}

void
jipyo_scene_add_hairline (JipyoScene *self, double x, double y, double width)
{
  const Item item = { .kind = ITEM_HAIRLINE, .shape = { .rect = { x, y, width, 0 } } };

  g_array_append_val (self->items, item);
}

static void
set_colour (cairo_t *cr, guint32 rgb)
{
  const JipyoColour colour = jipyo_colour_from_rgb (rgb);

  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
}

static void
trace_rounded (cairo_t *cr, const JipyoRect *rect, double radius)
{
  const double r = MIN (radius, MIN (rect->width, rect->height) / 2);
  const double right = rect->x + rect->width, bottom = rect->y + rect->height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - r, rect->y + r, r, -G_PI_2, 0);
  cairo_arc (cr, right - r, bottom - r, r, 0, G_PI_2);
  cairo_arc (cr, rect->x + r, bottom - r, r, G_PI_2, G_PI);
  cairo_arc (cr, rect->x + r, rect->y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
draw_card (const JipyoScene *self, cairo_t *cr, const JipyoSceneShape *shape)
{
  trace_rounded (cr, &shape->rect, self->type.gap * 1.6);
  set_colour (cr, shape->colour);
  cairo_fill_preserve (cr);
  set_colour (cr, self->theme->hairline);
  cairo_set_line_width (cr, self->type.hairline);
  cairo_stroke (cr);
}

/* A triangle with an exclamation mark, in one colour on whatever it lies on. */
static void
draw_doubt (cairo_t *cr, const JipyoSceneShape *shape)
{
  const double w = shape->rect.width, h = shape->rect.height, line = h * 0.11;
  const double middle = shape->rect.x + w / 2;

  cairo_save (cr);
  set_colour (cr, shape->colour);
  cairo_set_line_width (cr, line);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cr, middle, shape->rect.y + line / 2);
  cairo_line_to (cr, shape->rect.x + w - line / 2, shape->rect.y + h - line / 2);
  cairo_line_to (cr, shape->rect.x + line / 2, shape->rect.y + h - line / 2);
  cairo_close_path (cr);
  cairo_move_to (cr, middle, shape->rect.y + h * 0.38);
  cairo_line_to (cr, middle, shape->rect.y + h * 0.6);
  cairo_stroke (cr);
  cairo_arc (cr, middle, shape->rect.y + h * 0.775, line * 0.62, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
draw_shape (const JipyoScene *self, cairo_t *cr, const JipyoSceneShape *shape)
{
  switch (shape->kind) {
  case JIPYO_SHAPE_BOX:
    trace_rounded (cr, &shape->rect, self->type.radius);
    set_colour (cr, shape->colour);
    cairo_fill (cr);
    break;
  case JIPYO_SHAPE_CARD:
    draw_card (self, cr, shape);
    break;
  case JIPYO_SHAPE_DOUBT:
    draw_doubt (cr, shape);
    break;
  }
}

static void
draw_hairline (const JipyoScene *self, cairo_t *cr, const JipyoRect *rect)
{
  const double line = self->type.hairline;

  cairo_rectangle (cr, rect->x, rect->y - line / 2, rect->width, line);
  set_colour (cr, self->theme->hairline);
  cairo_fill (cr);
}

static void
draw_item (const JipyoScene *self, cairo_t *cr, const Item *item)
{
  switch (item->kind) {
  case ITEM_TEXT:
    jipyo_text_layout_draw (item->text, cr);
    break;
  case ITEM_SHAPE:
    draw_shape (self, cr, &item->shape);
    break;
  case ITEM_HAIRLINE:
    draw_hairline (self, cr, &item->shape.rect);
    break;
  }
}

void
jipyo_scene_list_texts (const JipyoScene *self, GPtrArray *texts)
{
  for (guint i = 0; i < self->items->len; i++) {
    const Item *item = &g_array_index (self->items, Item, i);

    if (item->kind == ITEM_TEXT)
      g_ptr_array_add (texts, item->text);
  }
}

void
jipyo_scene_draw (const JipyoScene *self, cairo_t *cr)
{
  cairo_save (cr);
  for (guint i = 0; i < self->items->len; i++)
    draw_item (self, cr, &g_array_index (self->items, Item, i));
  cairo_restore (cr);
}

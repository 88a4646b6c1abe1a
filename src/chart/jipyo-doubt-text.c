/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sign and text side by side, the sign as tall as the capitals.
 */

#include "jipyo-doubt-text.h"

#include <string.h>

static const char SIGN[] = "⚠";
/* Asks for a coloured picture of the sign before it. */
static const char VARIANT[] = "\xEF\xB8\x8F";
/* Shares of the font's size. */
static const double SIGN_WIDTH = 0.9;
static const double SIGN_HEIGHT = 0.8;
static const double SIGN_SPACE = 0.28;

static const char *
skip_sign (const char *text)
{
  text += strlen (SIGN);
  if (g_str_has_prefix (text, VARIANT))
    text += strlen (VARIANT);
  return text + strspn (text, " ");
}

/* The first ▲ or ▼ that stands before a figure, or NULL. */
static const char *
find_arrow (const char *text)
{
  static const char UP[] = "▲", DOWN[] = "▼";

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if ((g_str_has_prefix (p, UP) || g_str_has_prefix (p, DOWN))
        && g_ascii_isdigit (p[strlen (UP)]))
      return p;
  return NULL;
}

char *
jipyo_text_space_arrows (const char *text)
{
  static const char THIN_SPACE[] = "\u2009";
  const char *arrow;

  if (text == NULL)
    return NULL;
  GString *spaced = g_string_new (NULL);
  while ((arrow = find_arrow (text)) != NULL) {
    const char *figure = g_utf8_next_char (arrow);
    g_string_append_len (spaced, text, figure - text);
    g_string_append (spaced, THIN_SPACE);
    text = figure;
  }
  g_string_append (spaced, text);
  return g_string_free (spaced, FALSE);
}

/* What stands before a change is no change: "3,198.00 ▲50.25" is coloured from the arrow on. */
static void
colour_level (JipyoDoubtText *self, const char *text, guint32 ink)
{
  const char *arrow = text != NULL ? find_arrow (text) : NULL;

  if (arrow == NULL || arrow == text || self->text->colour == ink)
    return;
  /* Other texts that read the same share the layout. */
  PangoLayout *own = pango_layout_copy (self->text->layout);
  g_object_unref (self->text->layout);
  self->text->layout = own;
  PangoAttrList *attributes = pango_layout_get_attributes (own);
  PangoAttribute *attribute = pango_attr_foreground_new (
    (ink >> 16 & 0xFF) * 0x101, (ink >> 8 & 0xFF) * 0x101, (ink & 0xFF) * 0x101);
  attribute->end_index = (guint) (arrow - text);
  pango_attr_list_insert (attributes, attribute);
  pango_layout_set_attributes (own, attributes);
}

void
jipyo_doubt_text_init (JipyoDoubtText *self,
                       const JipyoScene *scene,
                       const char *text,
                       const JipyoTextStyle *style)
{
  JipyoTextStyle rest = *style;

  *self = (JipyoDoubtText){ .size = style->size };
  if (text != NULL && g_str_has_prefix (text, SIGN)) {
    self->sign_width = (SIGN_WIDTH + SIGN_SPACE) * style->size;
    text = skip_sign (text);
  }
  g_autofree char *spaced = jipyo_text_space_arrows (text);
  if (style->width > 0)
    rest.width = MAX (style->width - self->sign_width, style->size);
  self->text = jipyo_text_layout_new (jipyo_scene_get_typesetter (scene), spaced, &rest);
  colour_level (self, text, jipyo_scene_get_theme (scene)->text);
  self->width = self->sign_width + self->text->rect.width;
}

void
jipyo_doubt_text_clear (JipyoDoubtText *self)
{
  g_clear_pointer (&self->text, jipyo_text_layout_free);
}

void
jipyo_doubt_text_place (JipyoDoubtText *self, JipyoScene *scene, double x, double y)
{
  const double height = SIGN_HEIGHT * self->size;
  /* Midway up the capitals, which are a good 0.72 of the size. */
  const double top = y + self->text->baseline - 0.36 * self->size - height / 2;
  const JipyoSceneShape shape = { .kind = JIPYO_SHAPE_DOUBT,
                                  .rect = { x, top, SIGN_WIDTH * self->size, height },
                                  .colour = self->text->colour };

  if (self->sign_width > 0)
    jipyo_scene_add_shape (scene, &shape);
  jipyo_scene_take_text (scene, g_steal_pointer (&self->text), x + self->sign_width, y);
}

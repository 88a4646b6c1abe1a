/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Glyph and text side by side, the glyph standing on the baseline.
 */

#include "jipyo-change-text.h"

#include <string.h>

static const struct {
  const char *text;
  JipyoShape shape;
} glyphs[] = {
  { "▲", JIPYO_SHAPE_RISE },
  { "▼", JIPYO_SHAPE_FALL },
  { "⚠", JIPYO_SHAPE_DOUBT },
};

/* Shares of the font's size. */
static const double GLYPH_WIDTH = 0.72;
static const double GLYPH_HEIGHT = 0.66;
static const double DOUBT_WIDTH = 0.9;
static const double DOUBT_HEIGHT = 0.8; /* its inside must be read */
static const double GLYPH_SPACE = 0.28;

/* The text after the glyph, which is noted in `self`. */
static const char *
take_glyph (JipyoChangeText *self, const char *text)
{
  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS (glyphs); i++) {
    if (!g_str_has_prefix (text, glyphs[i].text))
      continue;
    self->has_glyph = TRUE;
    self->glyph = glyphs[i].shape;
    text += strlen (glyphs[i].text);
    if (g_str_has_prefix (text, "\xEF\xB8\x8F")) /* asks for a coloured picture of the sign */
      text += 3;
    return text + strspn (text, " ");
  }
  return text;
}

void
jipyo_change_text_init (JipyoChangeText *self,
                        const JipyoScene *scene,
                        const char *text,
                        const JipyoTextStyle *style)
{
  JipyoTextStyle rest = *style;

  *self = (JipyoChangeText){ .size = style->size };
  text = take_glyph (self, text);
  if (self->has_glyph)
    self->glyph_width =
      ((self->glyph == JIPYO_SHAPE_DOUBT ? DOUBT_WIDTH : GLYPH_WIDTH) + GLYPH_SPACE) * style->size;
  if (style->width > 0)
    rest.width = MAX (style->width - self->glyph_width, style->size);
  self->text = jipyo_text_layout_new (jipyo_scene_get_typesetter (scene), text, &rest);
  self->width = self->glyph_width + self->text->rect.width;
}

void
jipyo_change_text_clear (JipyoChangeText *self)
{
  g_clear_pointer (&self->text, jipyo_text_layout_free);
}

void
jipyo_change_text_place (JipyoChangeText *self, JipyoScene *scene, double x, double y)
{
  const double share = self->glyph == JIPYO_SHAPE_DOUBT ? DOUBT_HEIGHT : GLYPH_HEIGHT;
  const double height = share * self->size;
  const double width = self->glyph_width - GLYPH_SPACE * self->size;
  /* Midway up the capitals, which are a good 0.72 of the size. */
  const double top = y + self->text->baseline - 0.36 * self->size - height / 2;
  const JipyoSceneShape shape = { .kind = self->glyph,
                                  .rect = { x, top, width, height },
                                  .colour = self->text->colour };

  if (self->has_glyph)
    jipyo_scene_add_shape (scene, &shape);
  jipyo_scene_take_text (scene, g_steal_pointer (&self->text), x + self->glyph_width, y);
}

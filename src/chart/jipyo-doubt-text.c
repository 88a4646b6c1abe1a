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

/* "▲108,000" with a thin space after the arrow. (transfer full) */
static char *
space_arrow (const char *text)
{
  static const char UP[] = "▲", DOWN[] = "▼", THIN_SPACE[] = "\u2009";
  const gsize arrow = strlen (UP);

  if (text == NULL || (!g_str_has_prefix (text, UP) && !g_str_has_prefix (text, DOWN)))
    return g_strdup (text);
  if (!g_ascii_isdigit (text[arrow]))
    return g_strdup (text);
  return g_strdup_printf ("%.*s%s%s", (int) arrow, text, THIN_SPACE, text + arrow);
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
  g_autofree char *spaced = space_arrow (text);
  if (style->width > 0)
    rest.width = MAX (style->width - self->sign_width, style->size);
  self->text = jipyo_text_layout_new (jipyo_scene_get_typesetter (scene), spaced, &rest);
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

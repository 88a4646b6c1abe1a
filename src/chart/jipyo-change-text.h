/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A text that may begin with ▲, ▼ or ⚠. Fonts draw these in all sizes and some not at all, so the
 * glyph is a shape of ours and the rest is text.
 */

#pragma once

#include "jipyo-scene.h"

typedef struct {
  JipyoTextLayout *text; /* owned */
  gboolean has_glyph;
  JipyoShape glyph;
  double glyph_width; /* with the space after it; 0 without */
  double size;        /* of the font */
  double width;       /* of all */
} JipyoChangeText;

/* The width of the style holds for glyph and text together. */
void jipyo_change_text_init (JipyoChangeText *self,
                             const JipyoScene *scene,
                             const char *text,
                             const JipyoTextStyle *style);
void jipyo_change_text_clear (JipyoChangeText *self);
/* Adds it with its top left corner there; the text is then the scene's. */
void jipyo_change_text_place (JipyoChangeText *self, JipyoScene *scene, double x, double y);

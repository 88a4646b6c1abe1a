/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A text that may begin with ⚠. Fonts lack the sign or paint it in colours of their own, so it is a
 * shape of ours; the words after it say the same. ▲ and ▼ stay text: who copies a change out of a
 * PDF must get its direction.
 */

#pragma once

#include "jipyo-scene.h"

typedef struct {
  JipyoTextLayout *text; /* owned */
  double sign_width;     /* with the space after it; 0 without */
  double size;           /* of the font */
  double width;          /* of all */
} JipyoDoubtText;

/* The text with a thin space between each ▲ or ▼ and its figure. NULL gives NULL. (transfer full)
 */
char *jipyo_text_space_arrows (const char *text);

/* The width of the style holds for glyph and text together. */
void jipyo_doubt_text_init (JipyoDoubtText *self,
                            const JipyoScene *scene,
                            const char *text,
                            const JipyoTextStyle *style);
void jipyo_doubt_text_clear (JipyoDoubtText *self);
/* Adds it with its top left corner there; the text is then the scene's. */
void jipyo_doubt_text_place (JipyoDoubtText *self, JipyoScene *scene, double x, double y);

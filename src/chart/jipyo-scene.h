/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of texts and simple shapes with their places. The layouts of tiles, tables and sheets
 * measure with it and append to it; painting it is all that is left of drawing. Measured without
 * hinting, so that a picture is the same at every scale and on every surface.
 */

#pragma once

#include "jipyo-text-layout.h"

typedef struct _JipyoScene JipyoScene;

typedef enum {
  JIPYO_SHAPE_BOX,   /* filled, slightly rounded */
  JIPYO_SHAPE_CARD,  /* filled, outlined in the theme's hairline colour, rounded */
  JIPYO_SHAPE_DOUBT, /* ⚠ */
} JipyoShape;

typedef struct {
  JipyoShape kind;
  JipyoRect rect;
  guint32 colour;
} JipyoSceneShape;

/* `type` gives widths and corners of lines and cards. */
JipyoScene *jipyo_scene_new (const JipyoTheme *theme, JipyoLang lang, const JipyoTypeScale *type);
void jipyo_scene_free (JipyoScene *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoScene, jipyo_scene_free)

const JipyoTheme *jipyo_scene_get_theme (const JipyoScene *self);
const JipyoTypeScale *jipyo_scene_get_type (const JipyoScene *self);
JipyoLang jipyo_scene_get_lang (const JipyoScene *self);
JipyoTypesetter *jipyo_scene_get_typesetter (const JipyoScene *self);

/* Takes the text, with its top left corner at (x, y). */
void jipyo_scene_take_text (JipyoScene *self, JipyoTextLayout *text, double x, double y);
void jipyo_scene_add_shape (JipyoScene *self, const JipyoSceneShape *shape);
/* A horizontal line in the theme's hairline colour. */
void jipyo_scene_add_hairline (JipyoScene *self, double x, double y, double width);

/* Appends the texts. (element-type JipyoTextLayout) Borrowed. */
void jipyo_scene_list_texts (const JipyoScene *self, GPtrArray *texts);
void jipyo_scene_draw (const JipyoScene *self, cairo_t *cr);

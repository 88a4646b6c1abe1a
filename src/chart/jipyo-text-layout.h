/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measured text, placed and painted. The same text measures the same on every surface and scale:
 * no hinting, no subpixel order, glyphs at fractional positions, tabular figures, and no default
 * taken from the locale. Text stays text in PDF.
 */

#pragma once

#include "jipyo-rect.h"
#include "jipyo-theme.h"

#include <cairo.h>
#include <pango/pango.h>

/* Owns the fonts of a picture and remembers the texts that it has set; use it in one thread. The
 * longer it is kept, the less there is to do: for the frames of a chart, as long as the chart. */
typedef struct _JipyoTypesetter JipyoTypesetter;

JipyoTypesetter *jipyo_typesetter_new (const JipyoTheme *theme, JipyoLang lang);
void jipyo_typesetter_free (JipyoTypesetter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoTypesetter, jipyo_typesetter_free)

typedef struct {
  double size; /* of the em, in picture units */
  gboolean bold;
  guint32 colour;
  double width;      /* more is wrapped or ellipsised; 0: no limit */
  guint lines;       /* at most that many; 0 counts as 1 */
  gboolean balanced; /* lines of about equal length */
  gboolean centred;  /* lines within the text's own rectangle */
  gboolean flush_right;
  gboolean cut_middle; /* what is too long loses its middle, not its end */
} JipyoTextStyle;

typedef struct {
  PangoLayout *layout; /* owned reference; shared with texts that look the same, so never changed */
  JipyoRect rect;      /* logical extents */
  double baseline;     /* of the first line, below rect.y */
  guint32 colour;
  gboolean ellipsised;
} JipyoTextLayout;

/* Words and ties are kept whole where they fit. NULL counts as "". Placed at (0, 0). */
JipyoTextLayout *
jipyo_text_layout_new (JipyoTypesetter *typesetter, const char *text, const JipyoTextStyle *style);
void jipyo_text_layout_free (JipyoTextLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoTextLayout, jipyo_text_layout_free)

/* Moves the text so that the point (`align_x`, `align_y`) of its rectangle, each 0 … 1, is there.
 */
typedef struct {
  double x;
  double y;
  double align_x;
  double align_y;
} JipyoAnchor;
void jipyo_text_layout_place (JipyoTextLayout *self, JipyoAnchor anchor);
void jipyo_text_layout_draw (const JipyoTextLayout *self, cairo_t *cr);

/* The bytes of the text in whose place an ellipsis stands: from and to; its end twice where all is
 * drawn. */
void jipyo_text_layout_get_cut (const JipyoTextLayout *self, int cut[2]);

/* Width and height of a text without keeping it. */
JipyoRect
jipyo_text_measure (JipyoTypesetter *typesetter, const char *text, const JipyoTextStyle *style);

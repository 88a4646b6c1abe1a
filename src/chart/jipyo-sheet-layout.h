/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the parts of a whole picture go, and their drawing. What does not fit is left out whole and
 * counted in words; nothing is cut off or laid over another part.
 */

#pragma once

#include "jipyo-plot-draw.h"
#include "jipyo-sheet.h"

typedef struct _JipyoSheetLayout JipyoSheetLayout;

typedef enum {
  JIPYO_SHEET_PART_HEADING,
  JIPYO_SHEET_PART_TILE, /* `index` in the sheet's tiles */
  JIPYO_SHEET_PART_PLOT, /* `index` in the sheet's plots */
  JIPYO_SHEET_PART_GRID,
  JIPYO_SHEET_PART_ROW, /* `index` counts the rows that are shown; inside the grid */
  JIPYO_SHEET_PART_FOOTER,
} JipyoSheetPartKind;

typedef struct {
  JipyoSheetPartKind kind;
  guint index;
  JipyoRect rect;
} JipyoSheetPart;

/* Borrows sheet and theme, which must outlive the layout. */
JipyoSheetLayout *jipyo_sheet_layout_new (const JipyoSheet *sheet,
                                          const JipyoTheme *theme,
                                          double width,
                                          double height);
void jipyo_sheet_layout_free (JipyoSheetLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoSheetLayout, jipyo_sheet_layout_free)

/* Paints ground and parts into (0, 0) … (width, height). */
void jipyo_sheet_layout_draw (const JipyoSheetLayout *self, cairo_t *cr);
/* The parts that are shown. (element-type JipyoSheetPart) Borrowed. */
const GArray *jipyo_sheet_layout_get_parts (const JipyoSheetLayout *self);
/* A text of the picture, in the picture's own coordinates. */
typedef struct {
  JipyoRect rect;
  double size;      /* of its em */
  const char *text; /* borrowed from the layout */
  int cut[2];       /* bytes of it from and to which an ellipsis stands; its end twice: whole */
} JipyoSheetText;
/* All of them. (transfer full) (element-type JipyoSheetText) */
GArray *jipyo_sheet_layout_list_texts (const JipyoSheetLayout *self);
/* The claim or instrument behind the figure at a point, or NULL. Borrowed from the sheet. */
const char *jipyo_sheet_layout_find_claim (const JipyoSheetLayout *self, double x, double y);

/* Layout and drawing at once, into a rectangle of the surface. */
void jipyo_sheet_draw (cairo_t *cr,
                       const JipyoSheet *sheet,
                       const JipyoTheme *theme,
                       const JipyoRect *area);

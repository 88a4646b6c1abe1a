/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The last line of a picture: sources and data date, and what had no room. The date of the reading
 * is never what gets shortened.
 */

#pragma once

#include "jipyo-scene.h"

/* How many of each a picture does not show. */
typedef struct {
  guint tiles;
  guint plots;
  guint grids;
} JipyoOmissions;

typedef struct {
  JipyoTextLayout *start; /* or NULL */
  JipyoTextLayout *end;   /* or NULL */
  double width;
  double gap;
  double height; /* with the line above; 0 when there is nothing to say */
} JipyoSheetFooter;

/* Sets the texts, again if they were set before. `omissions` are told at the end of the line. */
void jipyo_sheet_footer_set (JipyoSheetFooter *self,
                             const JipyoScene *scene,
                             const char *text,
                             const JipyoOmissions *omissions);
void jipyo_sheet_footer_clear (JipyoSheetFooter *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JipyoSheetFooter, jipyo_sheet_footer_clear)
/* Moves the texts into the scene, the line above them at y. */
void jipyo_sheet_footer_place (JipyoSheetFooter *self, JipyoScene *scene, double x, double y);

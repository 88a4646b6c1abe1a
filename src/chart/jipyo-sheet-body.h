/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the body of a picture shows and how much room each part gets, decided before anything is
 * placed: rows of tiles, rows of charts, and the table below or beside them.
 */

#pragma once

#include "jipyo-grid-layout.h"
#include "jipyo-sheet-footer.h"
#include "jipyo-sheet-plan.h"
#include "jipyo-tile-rows.h"

/* The page that the body is on. */
typedef struct {
  const JipyoSheet *sheet;
  const JipyoScene *scene; /* for measuring */
  double width;            /* between the margins */
  double gap;              /* between cards */
  double padding;          /* within cards */
  gboolean plain;          /* one chart and nothing else: no cards */
} JipyoSheetPage;

typedef struct {
  JipyoTileRows tiles;
  JipyoSheetPlan plan;
  gboolean side_by_side; /* chart and table */
  double grid_width;
  double top;    /* of charts and table */
  double height; /* for charts and table */
} JipyoSheetBody;

/* Whether cards stack on this page. */
gboolean jipyo_sheet_page_is_narrow (const JipyoSheetPage *page);
gboolean jipyo_sheet_page_has_grid (const JipyoSheetPage *page);

/* Decides for the room between `top` and `bottom`; a body decided before is replaced. */
void
jipyo_sheet_body_plan (JipyoSheetBody *self, const JipyoSheetPage *page, double top, double bottom);
/* Lets the charts have what the table's whole rows leave of its share. */
void jipyo_sheet_body_settle (JipyoSheetBody *self, const JipyoSheetPage *page);
void jipyo_sheet_body_clear (JipyoSheetBody *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JipyoSheetBody, jipyo_sheet_body_clear)
/* One chart is all that is shown: it needs no card. */
gboolean jipyo_sheet_body_is_one_plot (const JipyoSheetBody *self);
JipyoOmissions jipyo_sheet_body_count_omissions (const JipyoSheetBody *self,
                                                 const JipyoSheetPage *page);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One finding on a page: title, chart or table or sources, and the line that says where it comes
 * from and of when it is.
 */

#pragma once

#include "jipyo-chart-group.h"
#include "jipyo-look.h"
#include "jipyo-view-result.h"

#define JIPYO_TYPE_VIEW_CARD (jipyo_view_card_get_type ())
G_DECLARE_FINAL_TYPE (JipyoViewCard, jipyo_view_card, JIPYO, VIEW_CARD, GtkWidget)

/* `plot` is the index of a plot of the view's sheet, or -1 for a card that has a table only. */
GtkWidget *jipyo_view_card_new (JipyoLook *look, JipyoSession *session, int plot);
/* Its chart, if it has one, shows where others of the group are pointed at. */
void jipyo_view_card_join (JipyoViewCard *self, JipyoChartGroup *group);
void jipyo_view_card_set_result (JipyoViewCard *self, JipyoViewResult *result);
/* "chart", "table" or "sources"; for tests. */
const char *jipyo_view_card_get_face (JipyoViewCard *self);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person's notes at a chart: one at the figure in hand is written, changed or deleted in a
 * bubble, and all of a view are listed, those whose figure is not shown now among them.
 */

#pragma once

#include "jipyo-chart-view.h"

typedef struct {
  JipyoChartView *chart;
  JipyoSession *session;
  const JipyoView *view; /* that is shown, and its plot */
  guint plot;
} JipyoChartNotes;

/* The fields are borrowed for the call. Rings where no figure is marked. */
void jipyo_chart_notes_edit (const JipyoChartNotes *self);
void jipyo_chart_notes_list (const JipyoChartNotes *self);

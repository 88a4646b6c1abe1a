/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What moves with pointer and keys: crosshair, ring, measured stretch, chosen range. Painted over
 * the picture from the same layout, so that the picture itself need not be painted again.
 */

#pragma once

#include "jipyo-plot-card.h"

/* From below. Each is small by itself, which all around them is not. */
typedef enum {
  JIPYO_OVERLAY_LINES, /* and the tint of a stretch between them */
  JIPYO_OVERLAY_RING,
  JIPYO_OVERLAY_CARD,
  JIPYO_OVERLAY_N_PARTS,
} JipyoOverlayPart;

/* All borrowed. */
typedef struct {
  const JipyoPlotLayout *layout;
  const JipyoPlotPointer *pointer;
  const JipyoPlotCard *card; /* or NULL */
} JipyoPlotOverlay;

/* What a part covers, for a surface no larger than it must be; empty where nothing is painted. */
JipyoRect jipyo_plot_overlay_measure (const JipyoPlotOverlay *self, JipyoOverlayPart part);
void jipyo_plot_overlay_draw (const JipyoPlotOverlay *self, JipyoOverlayPart part, cairo_t *cr);
/* A line through a position of the axis, as for a cursor that is elsewhere on the page. */
void jipyo_plot_overlay_draw_cursor (cairo_t *cr, const JipyoPlotLayout *layout, double position);

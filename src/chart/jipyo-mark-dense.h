/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Painting of lines of which there are more points than pixels: the look of LINE and AREA, at a
 * cost that depends on the width of the picture alone.
 */

#pragma once

#include "jipyo-mark.h"

typedef struct {
  gboolean stepped;    /* a value holds until the next point */
  double ground_alpha; /* of what lies between the line and the base; 0: nothing */
} JipyoDenseLook;

/* FALSE when the series is laid out by shapes, and nothing was painted. */
gboolean jipyo_mark_dense_paint (cairo_t *cr, const JipyoMarkPaint *paint, JipyoDenseLook look);

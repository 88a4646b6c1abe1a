/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a round pen covers on its way along a trace. An upright cut through the stroke of one
 * connected line is one stretch, so the whole stroke is two numbers a slice: its top and bottom.
 */

#pragma once

#include "jipyo-trace.h"

typedef struct {
  int slot; /* of the first slice, which lies in the middle of it */
  guint n;
  guint offset; /* into the arrays of the ribbon */
} JipyoRibbonPart;

/* The side of the pen falls within a slice: then the stroke is `share` of the wide one and the
 * rest of the narrow one. */
typedef struct {
  int slots;     /* as of the trace */
  GArray *parts; /* of JipyoRibbonPart, from left to right; they may overlap by a pen's width */
  float *top;    /* by slice; below the bottom where nothing is covered */
  float *bottom;
  float *wide_top;
  float *wide_bottom;
  float share; /* 0 … 1 */
} JipyoRibbon;

/* `width` of the pen in pixels, more than 0. */
JipyoRibbon *jipyo_ribbon_new (const JipyoTrace *trace, double width);
/* What lies between the trace and a height: the ground below a line. */
JipyoRibbon *jipyo_ribbon_new_ground (const JipyoTrace *trace, double base);
void jipyo_ribbon_free (JipyoRibbon *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoRibbon, jipyo_ribbon_free)

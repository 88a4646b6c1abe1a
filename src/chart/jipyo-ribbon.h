/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a round pen covers on its way along a trace. An upright cut through the stroke of one
 * connected line is one stretch, so the whole stroke is two numbers a slice: its top and bottom.
 * They are told some at a time, so that they need not be kept.
 */

#pragma once

#include "jipyo-trace.h"

enum { JIPYO_RIBBON_CHUNK = 256 }; /* slices */

/* From left to right; they may overlap by a pen's width. */
typedef struct {
  int slot; /* of the first slice, which lies in the middle of it */
  int n;    /* slices */
} JipyoRibbonPart;

typedef struct {
  float top[JIPYO_RIBBON_CHUNK];
  float bottom[JIPYO_RIBBON_CHUNK];
} JipyoRibbonSlices;

typedef struct _JipyoRibbon JipyoRibbon;

/* The trace must outlive it. `width` of the pen in pixels, more than 0. */
JipyoRibbon *jipyo_ribbon_new (const JipyoTrace *trace, double width);
/* What lies between the trace and a height: the ground below a line. */
JipyoRibbon *jipyo_ribbon_new_ground (const JipyoTrace *trace, double base);
void jipyo_ribbon_free (JipyoRibbon *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoRibbon, jipyo_ribbon_free)

int jipyo_ribbon_get_slots (const JipyoRibbon *self); /* in a pixel */
/* Of JipyoRibbonPart. */
const GArray *jipyo_ribbon_get_parts (const JipyoRibbon *self);
/* The side of the pen falls within a slice: then the stroke is that much, below 1, of the wide one
 * and the rest of the narrow one. 0: there is no wide one. */
float jipyo_ribbon_get_share (const JipyoRibbon *self);
/* Slices of a part from its slice `first` on, of the narrow stroke and the wide one. Those that
 * there are not, to either side of the part, are empty, and as high as one beside them. */
void jipyo_ribbon_measure (JipyoRibbon *self, guint part, int first, JipyoRibbonSlices slices[2]);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The extremes of blocks of numbers, of blocks of blocks and so on, so that those of any range are
 * found by reading a few hundred numbers instead of all. Building it is one pass; it never changes
 * after that, so any thread may read it.
 */

#pragma once

#include "jipyo-extremes.h"

/* Values of a block; ranges that begin and end with one are found without reading any value. */
enum { JIPYO_PYRAMID_BLOCK = 128 };

typedef struct _JipyoPyramid JipyoPyramid;

/* Reads each value once. */
JipyoPyramid *jipyo_pyramid_new (const double *values, gsize n);
void jipyo_pyramid_free (JipyoPyramid *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoPyramid, jipyo_pyramid_free)

typedef struct {
  gsize first;
  gsize end;    /* one beyond the last */
  double floor; /* values up to it do not count; -G_MAXDOUBLE: none */
} JipyoPyramidRange;

/* Of each block of values; NULL when there are no more than one holds. */
const JipyoExtremes *jipyo_pyramid_get_blocks (const JipyoPyramid *self);

/* `values` are those that the pyramid was built from. */
JipyoExtremes
jipyo_pyramid_measure (const JipyoPyramid *self, const double *values, JipyoPyramidRange range);
/* The first value of a range that has no place, or its last one; `range.end` when all have. */
gsize jipyo_pyramid_find_gap (const JipyoPyramid *self,
                              const double *values,
                              JipyoPyramidRange range,
                              gboolean last);

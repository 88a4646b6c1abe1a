/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Many points as two plain arrays, in order of position, with the pyramid over their values. For
 * series of which there is more than a picture has pixels. Never changes once it is made, so it is
 * shared between threads: make it where the data arrive, off the main thread, since making it
 * reads everything once.
 */

#pragma once

#include <glib.h>

#include "jipyo-pyramid.h"

typedef struct _JipyoColumns JipyoColumns;

typedef struct {
  const double *positions; /* or NULL: from `start` on by `step`, which is positive */
  double start;
  double step;
  const double *values; /* NaN is a gap, and so is what is infinite */
  guint n;
} JipyoColumnData;

/* Takes `owner`, which the arrays belong to, and frees it with `free_owner` when they are no longer
 * needed; `free_owner` may be NULL. Positions that are not in order are sorted, equal ones keep
 * theirs; points without a finite position are left out. Both cost a copy. */
JipyoColumns *
jipyo_columns_new (const JipyoColumnData *data, GDestroyNotify free_owner, gpointer owner);
JipyoColumns *jipyo_columns_ref (JipyoColumns *self);
void jipyo_columns_unref (JipyoColumns *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoColumns, jipyo_columns_unref)

guint jipyo_columns_get_n (const JipyoColumns *self);
/* The arrays in order, for loops over many points. */
const JipyoColumnData *jipyo_columns_get_data (const JipyoColumns *self);
double jipyo_columns_get_position (const JipyoColumns *self, guint i);
double jipyo_columns_get_value (const JipyoColumns *self, guint i);

/* The first point at a position or beyond; the number of points when there is none. `guess` is
 * where to look first, any number. */
guint jipyo_columns_find (const JipyoColumns *self, double position, guint guess);

/* Points `first` to `end`, not included. */
typedef struct {
  guint first;
  guint end;
} JipyoColumnRange;

/* Of each JIPYO_PYRAMID_BLOCK values; NULL when there are no more than that. */
const JipyoExtremes *jipyo_columns_get_blocks (const JipyoColumns *self);
/* Of the values above `floor`; -G_MAXDOUBLE for all. */
JipyoExtremes
jipyo_columns_measure (const JipyoColumns *self, JipyoColumnRange range, double floor);
/* The first point of a range without a finite value above `floor`, or `range.end`. */
guint jipyo_columns_find_gap (const JipyoColumns *self, JipyoColumnRange range, double floor);
/* The last such point. */
guint jipyo_columns_find_last_gap (const JipyoColumns *self, JipyoColumnRange range, double floor);

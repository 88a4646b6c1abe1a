/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The least and the greatest of many numbers. What all reading of dense data comes down to, hence a
 * file of its own that is compiled for speed.
 */

#pragma once

#include <glib.h>

typedef struct {
  double low; /* greater than `high` when there is no number */
  double high;
  gboolean gaps; /* something was no number: NaN, infinite, not above the floor */
} JipyoExtremes;

#define JIPYO_NO_EXTREMES ((JipyoExtremes){ G_MAXDOUBLE, -G_MAXDOUBLE, FALSE })

/* Extends `self` by `n` values above `floor`; no floor is -G_MAXDOUBLE or less. */
void jipyo_extremes_extend (JipyoExtremes *self, const double *values, gsize n, double floor);
/* Extends `self` by what others found. */
void jipyo_extremes_unite (JipyoExtremes *self, const JipyoExtremes *other);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A value on an axis to a place on the picture and back. Always monotone, never infinite: a value
 * far outside lands a few axis lengths away, one that has no place (NaN, log of 0) gives NaN.
 */

#pragma once

#include "jipyo-plot.h"

typedef struct {
  JipyoScaleKind kind;
  double low; /* finite, low < high */
  double high;
  double from; /* where `low` lies; may be greater than `to` */
  double to;
} JipyoScale;

/* Takes any bounds: swapped, equal, infinite or NaN ones become usable. For BAND, `low` and `high`
 * are 0 and the number of bands. */
JipyoScale jipyo_scale_new (JipyoScaleKind kind, double low, double high);
double jipyo_scale_map (const JipyoScale *self, double value);
/* BAND gives the fractional band whose centre is at n. */
double jipyo_scale_invert (const JipyoScale *self, double place);
/* Extent of one band, 0 for other kinds. */
double jipyo_scale_get_band_width (const JipyoScale *self);
gboolean jipyo_scale_has (const JipyoScale *self, double value);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A value on an axis to a place on the picture and back. Always monotone, never infinite: a value
 * far outside lands a few axis lengths away, one that has no place (NaN, log of 0) gives NaN.
 *
 * A symmetric logarithm places v at sign (v) · log10 (1 + |v| / c): nearly linear up to c, a
 * logarithm beyond, on either side of zero, which has a place. c is a power of ten, by default a
 * thousandth of the larger bound, rounded down.
 */

#pragma once

#include "jipyo-plot.h"

typedef struct {
  JipyoScaleKind kind;
  double low; /* finite, low < high */
  double high;
  double from; /* where `low` lies; may be greater than `to` */
  double to;
  double head;                   /* BAND: of each, at its beginning, that is no part of it */
  double constant;               /* SYMLOG: c */
  const JipyoSessions *sessions; /* TIME: or NULL. Borrowed from the plot's axis. */
} JipyoScale;

/* Takes any bounds: swapped, equal, infinite or NaN ones become usable. For BAND, `low` and `high`
 * are 0 and the number of bands. */
JipyoScale jipyo_scale_new (JipyoScaleKind kind, double low, double high);
/* Another c for a symmetric logarithm; kept within 1e-12 … 1 of the larger bound. */
void jipyo_scale_set_constant (JipyoScale *self, double constant);
/* Lets closed time take no room, unless nothing between the bounds is open. NULL does nothing. */
void jipyo_scale_set_sessions (JipyoScale *self, const JipyoSessions *sessions);
double jipyo_scale_map (const JipyoScale *self, double value);
/* BAND gives the fractional band whose centre is at n. */
double jipyo_scale_invert (const JipyoScale *self, double place);
/* Extent of one band without its head, 0 for other kinds. */
double jipyo_scale_get_band_width (const JipyoScale *self);
gboolean jipyo_scale_has (const JipyoScale *self, double value);
/* Equal differences of values are equal distances. */
gboolean jipyo_scale_is_even (const JipyoScale *self);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two loops. The quick one is what a compiler turns into vectors, given that it may take all
 * numbers for finite (meson.build says so for this file alone): so it looks for what is not
 * finite in the bits. Where there is something, the careful one starts over.
 */

#include "jipyo-extremes.h"

#include <string.h>

enum { LANES = 4 };

/* Values that are asked for ahead of use: a processor does so itself, but only to the end of a page
 * of memory, and each page anew. */
static const gsize ahead = 512;

static const guint64 exponent = 0x7ff0000000000000;
static const guint64 exponent_step = 0x0010000000000000;

static guint64
get_bits (double value)
{
  guint64 bits;

  memcpy (&bits, &value, sizeof bits);
  return bits;
}

/* The highest bit is set when the exponent is all ones: infinite or NaN. */
static guint64
overflow_exponent (double value)
{
  return (get_bits (value) & exponent) + exponent_step;
}

static gboolean
is_finite (double value)
{
  return overflow_exponent (value) >> 63 == 0;
}

/* LANES values or more. FALSE when a value is not finite; the result then means nothing. */
static gboolean
extend_quickly (JipyoExtremes *self, const double *values, gsize n)
{
  const gsize last = n - LANES;
  double low[LANES], high[LANES];
  guint64 odd[LANES] = { 0 };

  for (guint k = 0; k < LANES; k++) {
    low[k] = self->low;
    high[k] = self->high;
  }
  /* The last step may repeat values of the one before: extremes do not mind. */
  for (gsize i = 0; i < n; i += LANES) {
    const double *step = values + MIN (i, last);
    __builtin_prefetch (step + ahead);
    for (guint k = 0; k < LANES; k++) {
      low[k] = step[k] < low[k] ? step[k] : low[k];
      high[k] = step[k] > high[k] ? step[k] : high[k];
      odd[k] |= overflow_exponent (step[k]);
    }
  }
  for (guint k = 1; k < LANES; k++) {
    low[0] = MIN (low[0], low[k]);
    high[0] = MAX (high[0], high[k]);
    odd[0] |= odd[k];
  }
  self->low = low[0];
  self->high = high[0];
  return odd[0] >> 63 == 0;
}

static void
extend_carefully (JipyoExtremes *self, const double *values, gsize n, double floor)
{
  for (gsize i = 0; i < n; i++) {
    if (!is_finite (values[i]) || values[i] <= floor) {
      self->gaps = TRUE;
      continue;
    }
    self->low = MIN (self->low, values[i]);
    self->high = MAX (self->high, values[i]);
  }
}

void
jipyo_extremes_extend (JipyoExtremes *self, const double *values, gsize n, double floor)
{
  JipyoExtremes quick = JIPYO_NO_EXTREMES;

  if (n >= LANES && extend_quickly (&quick, values, n) && quick.low > floor)
    jipyo_extremes_unite (self, &quick);
  else
    extend_carefully (self, values, n, floor);
}

void
jipyo_extremes_unite (JipyoExtremes *self, const JipyoExtremes *other)
{
  self->low = MIN (self->low, other->low);
  self->high = MAX (self->high, other->high);
  self->gaps = self->gaps || other->gaps;
}

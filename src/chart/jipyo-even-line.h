/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line through points at even distances, all of them numbers, on even axes, as most are: where it
 * runs is told slot by slot as jipyo-trace.h says, but no slot is searched for, and several are
 * worked out at a time.
 */

#pragma once

#include "jipyo-columns.h"

typedef struct {
  const JipyoColumns *columns;
  int n; /* of its first points, one at least */
  /* A slot begins at the point origin + slot * by. */
  double origin;
  double by;
  /* The place of a value is from + (value - low) * factor. */
  double low;
  double from;
  double factor;
  gboolean stepped; /* a value holds until the next point */
  int first;        /* slots to look at */
  int end;
} JipyoEvenLine;

/* The slots that have a part of the line, one after the other. */
typedef struct {
  int first;
  guint n;
  gboolean begins; /* inside the first slot, which it does not enter then */
  /* By slot, with room for all that are looked at. */
  float *enter;
  float *top;
  float *bottom;
} JipyoEvenTrace;

void jipyo_even_line_trace (const JipyoEvenLine *self, JipyoEvenTrace *out);

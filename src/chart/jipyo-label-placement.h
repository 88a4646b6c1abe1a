/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where labels go so that none covers another. Two problems, each with a stated algorithm:
 *
 * Spread: labels in a column, each wanting a height of its own. Exact: the sum of squared
 * displacements is least (pool adjacent violators), order kept.
 *
 * Choose: each label has a few candidate places in order of taste. Greedy in the order given: the
 * first candidate that is within bounds and free is taken; a label without one is left out.
 */

#pragma once

#include "jipyo-rect.h"

/* Moves `centres` (sorted ascending) so that their spans do not overlap within low … high. FALSE,
 * with nothing moved, when they cannot fit. */
typedef struct {
  double low;
  double high;
  double height;         /* of each span, */
  const double *heights; /* unless they have one each */
} JipyoSpread;
gboolean jipyo_label_spread (double *centres, guint n, const JipyoSpread *spread);

typedef struct {
  JipyoRect bounds;
  GArray *taken; /* of JipyoRect, owned */
  double gap;    /* that labels keep to their left and right from what is taken */
} JipyoLabelField;

void jipyo_label_field_init (JipyoLabelField *self, JipyoRect bounds);
void jipyo_label_field_clear (JipyoLabelField *self);
/* Keeps labels off a rectangle. */
void jipyo_label_field_block (JipyoLabelField *self, JipyoRect rect);
gboolean jipyo_label_field_is_free (const JipyoLabelField *self, JipyoRect rect);
/* Takes the first free candidate and gives its index, or -1. */
int
jipyo_label_field_choose (JipyoLabelField *self, const JipyoRect *candidates, guint n_candidates);

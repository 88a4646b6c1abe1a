/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scores as stacked bars: one piece a criterion where it was disclosed, one piece for what was not,
 * and the total. The axis ends at the highest score there is.
 */

#pragma once

#include "jipyo-plot.h"
#include "jipyo-round-result.h"

/* One bar. All borrowed. */
typedef struct {
  const char *name;
  const char *note; /* or NULL */
  const JipyoRound *round;
  const GPtrArray *parts; /* of JipyoClaim, one a criterion of the round, NULL when not disclosed */
  const JipyoClaim *total; /* or NULL */
  gboolean average;        /* of the other rows: no rival of theirs */
} JipyoScoreRow;

/* Fills an empty plot from rows (element-type JipyoScoreRow); criteria of one id share a colour. */
void jipyo_score_stack_fill (JipyoPlot *plot, const GArray *rows);

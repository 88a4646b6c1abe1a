/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One thing that is true of a plot, as references to its data. What all finders of facts need to
 * ask of a datum is here, too.
 */

#pragma once

#include "jipyo-plot.h"

typedef struct {
  guint series;
  guint datum;
} JipyoDatumRef;

typedef enum {
  JIPYO_FACT_TREND,      /* a series' first `a` and last `b`; `n` steps go the other way */
  JIPYO_FACT_DIRECTIONS, /* of several series `n` rose and `n_of` fell */
  JIPYO_FACT_HIGHEST,    /* `a`; `n` data share that value */
  JIPYO_FACT_LOWEST,     /* the same */
  JIPYO_FACT_LEAD,       /* `a` is `amount` times `b`, the next of `n_of` */
  JIPYO_FACT_RANK,       /* `a`, which the title speaks of, is `n`-th of `n_of`; `b`, the first,
                            is `amount` times it */
  JIPYO_FACT_AGAINST,    /* `a` has no rival, but stands beside `b`, an average or a rest */
  JIPYO_FACT_CROSSING,   /* from `a` on its series has been above that of `b`, and was not before */
  JIPYO_FACT_SHARE, /* `a` is the share `amount` (0 … 1) of its stack, the highest; its series
                       is the largest part of `n` of `n_of` stacks */
  JIPYO_FACT_HIGHEST_TOTAL, /* the stack that `a` is in adds up to `amount`, of `n_of` stacks */
  JIPYO_FACT_LOWEST_TOTAL,  /* the same */
  JIPYO_FACT_JUMP,          /* from `a` to `b`: the largest of `n` steps that are breaks, or one of
                               `n_of` that are as large */
  JIPYO_FACT_GAP,           /* between `a` and `b` nothing is known: the longest of `n` gaps, or
                               one of `n_of` that are as long */
  JIPYO_FACT_STANDING,      /* `n` figures are of the kind `standing`; `a` is the first */
  JIPYO_FACT_CHANGES, /* of the data that are a change, or an open and a close, `n` rose, `n_of`
                         fell */
} JipyoFactKind;

typedef struct {
  JipyoFactKind kind;
  JipyoDatumRef a;
  JipyoDatumRef b;
  guint n;
  guint n_of;
  double amount; /* TREND: growth a year as a factor, or NaN where that means nothing */
  JipyoDatumKind standing;
  gboolean uncertain; /* HIGHEST, LOWEST: bounds or targets are among the data, so it is only the
                         largest or least figure shown */
} JipyoFact;

/* Borrowed from the plot. */
const JipyoDatum *jipyo_plot_get_datum (const JipyoPlot *plot, JipyoDatumRef ref);
/* Stated or derived: a figure that may be compared. */
gboolean jipyo_datum_is_plain (const JipyoDatum *datum);
/* Its own colour's role, or that of its series. */
JipyoRole jipyo_plot_get_role (const JipyoPlot *plot, JipyoDatumRef ref);
/* Whether a datum of the series is told by one value on the value axis. A change has two, and
 * volumes have an axis of their own. A session is told by its close, and then nothing but sessions
 * is: an average is no rival of what it is the average of. */
gboolean jipyo_plot_facts_is_single (const JipyoPlot *plot, const JipyoPlotSeries *series);
/* Whether ratios and percentages of the unit mean something: not of percentages, scores, ranks. */
gboolean jipyo_plot_facts_has_ratios (const JipyoPlot *plot);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is true of the shape of a plot, as references to its data, without words: where it starts
 * and ends, its extremes, who leads, who passed whom, shares, breaks, and what is no plain figure.
 * Every fact can be checked against the data that it names; what the data leave open is not a fact.
 *
 * Trends are of ordered positions only: numbers, times, or categories that are all dates in order.
 * They join stated and derived figures; bounds, targets and plans are none of a trend's ends and
 * enter no ratio or share. What is of the muted role is the rest of something, "other countries",
 * "not broken down", or an average: it takes part in no comparison and is no extreme, and a stack
 * with such a part is not divided.
 *
 * Of long columns the ends, the extremes, the lead and the gaps are facts; how many steps went the
 * other way, breaks and crossings are not, since not every point is looked at.
 */

#pragma once

#include "jipyo-plot-digest.h"
#include "jipyo-plot-fact.h"

typedef struct {
  const JipyoPlot *plot;   /* whose data facts name: the one asked about, or that of `digest` */
  JipyoPlotDigest *digest; /* owned; NULL for a plot without columns */
  guint n_known;
  guint n_unknown;
  guint n_series;   /* that have data */
  gboolean ordered; /* positions have an order */
  gboolean timed;   /* the values are dates: HIGHEST is the latest, LOWEST the earliest */
  GArray *facts;    /* of JipyoFact */
} JipyoPlotFacts;

JipyoPlotFacts *jipyo_plot_facts_new (const JipyoPlot *plot);
void jipyo_plot_facts_free (JipyoPlotFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoPlotFacts, jipyo_plot_facts_free)

/* `n` of the trend of a long column: nobody counted. */
#define JIPYO_FACT_UNCOUNTED G_MAXUINT

/* The first fact of a kind at or after `*at`, which then points behind it; NULL when there is none.
 */
const JipyoFact *jipyo_plot_facts_next (const JipyoPlotFacts *self, JipyoFactKind kind, guint *at);

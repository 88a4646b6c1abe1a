/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plots that show each mark, kind of figure and axis at least once, with plain and with hostile
 * data: what the gallery draws and the tests measure. All figures are made up; each plot says so in
 * its footer, and nothing else in the program shows them.
 */

#pragma once

#include "jipyo-plot.h"

typedef struct {
  const char *name;
  JipyoPlot *(*make) (JipyoLang lang);
} JipyoSample;

/* One sample after the other, NULL past the last one. */
const JipyoSample *jipyo_sample_get (guint index);
/* What the samples of its kind have in common, for a heading. */
const char *jipyo_sample_get_group (const JipyoSample *self, JipyoLang lang);
/* TRUE when its data are meant to break something: by its name, "…-hostile". */
gboolean jipyo_sample_is_hostile (const JipyoSample *self);
/* TRUE when it is shown as a plot for each series: by its name, "…-split". */
gboolean jipyo_sample_is_split (const JipyoSample *self);
/* The plot, with the words that it is a sample as its footer. (transfer full) */
JipyoPlot *jipyo_sample_make (const JipyoSample *self, JipyoLang lang);

/* The tables that jipyo-sample.c goes through, each in a file of its own and ended by a sample
 * without a name. */
extern const JipyoSample jipyo_sample_basics[];
extern const JipyoSample jipyo_sample_ranges[];  /* what lies between a least and a most */
extern const JipyoSample jipyo_sample_changes[]; /* from one time to another */
extern const JipyoSample jipyo_sample_prices[];
extern const JipyoSample jipyo_sample_axes[];     /* stacked areas, logarithms, trading days */
extern const JipyoSample jipyo_sample_counts[];   /* bins, squares of a whole, tiles, shades */
extern const JipyoSample jipyo_sample_extremes[]; /* little to go by */
extern const JipyoSample jipyo_sample_events[];   /* what is written about positions and points */
/* 0 … 1, the same from the same seed on every machine. */
double jipyo_sample_draw_number (guint32 *seed);
/* A figure as views write it: in full, with at least so many decimals, or short and with its unit.
 * NULL for what is no number. (transfer full) */
char *jipyo_sample_format (double value, guint decimals);
char *jipyo_sample_format_quantity (double value, JipyoUnit unit, JipyoLang lang);
/* One of two texts, by the language. */
const char *jipyo_sample_pick (JipyoLang lang, const char *ko, const char *en);

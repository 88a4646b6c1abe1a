/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a language must be able to say for the written summary of a plot, and the pieces of
 * sentences that all languages put together. Internal to the summary.
 */

#pragma once

#include "jipyo-plot-facts.h"

typedef struct {
  const JipyoPlot *plot;
  const JipyoPlotFacts *facts;
} JipyoSummary;

typedef char *(*JipyoSummaryWriter) (const JipyoSummary *summary, const JipyoFact *fact);

/* Each gives a whole sentence, or NULL when there is nothing to add. (transfer full) */
typedef struct {
  char *(*open) (const JipyoSummary *summary); /* what is shown, and how many figures */
  JipyoSummaryWriter only;                     /* the one figure there is: `a` */
  JipyoSummaryWriter trend;
  JipyoSummaryWriter pace; /* of a trend: growth a year, and steps the other way */
  JipyoSummaryWriter directions;
  char *(*extremes) (const JipyoSummary *summary, const JipyoFact *high, const JipyoFact *low);
  JipyoSummaryWriter lead;
  JipyoSummaryWriter rank;
  JipyoSummaryWriter against; /* the one figure beside an average or a rest */
  JipyoSummaryWriter crossing;
  JipyoSummaryWriter share;
  char *(*totals) (const JipyoSummary *summary, const JipyoFact *high, const JipyoFact *low);
  JipyoSummaryWriter jump;
  JipyoSummaryWriter gap;
  JipyoSummaryWriter changes;
  char *(*standings) (const JipyoSummary *summary);
} JipyoSummaryWords;

/* Growth a year, as a factor, that would be written as nothing. */
#define JIPYO_SUMMARY_GROWTH_LEAST 0.0005

extern const JipyoSummaryWords jipyo_summary_korean;
extern const JipyoSummaryWords jipyo_summary_english;

/* The figure with its bound. (transfer full) */
char *jipyo_summary_format_figure (const JipyoSummary *self, JipyoDatumRef ref);
/* Its category or date. (transfer full) */
char *jipyo_summary_format_place (const JipyoSummary *self, JipyoDatumRef ref);
/* Its category and, where there are several, its series: "Upstage, Benchmark". (transfer full) */
char *jipyo_summary_format_name (const JipyoSummary *self, JipyoDatumRef ref);
/* Who is compared: the line, or the category; `other` where neither has a name. (transfer full) */
char *jipyo_summary_format_who (const JipyoSummary *self, JipyoDatumRef ref, const char *other);
/* The value alone, without the words of the figure. (transfer full) */
char *jipyo_summary_format_value (const JipyoSummary *self, JipyoDatumRef ref);
/* What names the kind of chart: the mark of its first series; JIPYO_N_MARKS without one. */
JipyoMark jipyo_summary_get_mark (const JipyoPlot *plot);
/* The series' name, or NULL where there is but one. Borrowed. */
const char *jipyo_summary_get_series (const JipyoSummary *self, JipyoDatumRef ref);
/* Whether two figures that differ are written alike: nothing is said of what cannot be read. */
gboolean jipyo_summary_reads_same (const JipyoSummary *self, JipyoDatumRef a, JipyoDatumRef b);
/* How many: "49,999". (transfer full) */
char *jipyo_summary_format_count (guint n);
/* Whether all the figures that extremes are of are the same. */
gboolean
jipyo_summary_is_constant (const JipyoSummary *self, const JipyoFact *high, const JipyoFact *low);
/* A number of some unit with at most one decimal. (transfer full) */
char *jipyo_summary_format_number (const JipyoSummary *self, double value, JipyoUnit unit);

typedef enum {
  JIPYO_CHANGE_NONE,   /* a direction is all that can be said */
  JIPYO_CHANGE_TIMES,  /* `text` is how many times as much */
  JIPYO_CHANGE_AMOUNT, /* `text` is the amount without a sign: a percentage, points */
} JipyoChangeKind;

typedef struct {
  JipyoChangeKind kind;
  int direction;
  gboolean rounded; /* TIMES: not a whole number of them */
  char *text;       /* owned; NULL for NONE */
} JipyoChangeText;

/* From the value of `start` to that of `end`, in the manner that the unit allows. */
JipyoChangeText
jipyo_summary_measure_change (const JipyoSummary *self, JipyoDatumRef start, JipyoDatumRef end);
/* "9.1", "61": the text of a ratio; `rounded` as above, may be NULL. (transfer full) */
char *jipyo_summary_format_ratio (double ratio, gboolean *rounded);
/* Whether figures are low and high, as scores and prices are, rather than few and many. */
gboolean jipyo_summary_is_level (const JipyoSummary *self);
/* The first and last known position of ordered data, as texts; FALSE for others. */
gboolean jipyo_summary_format_span (const JipyoSummary *self, char **from, char **to);

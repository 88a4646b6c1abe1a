/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The description of one chart: axes, series, annotations. A view fills it in; layout measures it,
 * draw paints it. It holds plain data and texts in one language, and nothing of any surface. Texts
 * are copied as valid UTF-8, whatever comes in.
 *
 * Some marks have a ground of their own instead of two axes. The first series decides which ground
 * a plot has; series of marks that need another one are not drawn.
 */

#pragma once

#include "jipyo-columns.h"
#include "jipyo-date.h"
#include "jipyo-mark-list.h"
#include "jipyo-quantity.h"
#include "jipyo-sessions.h"

/* What each of them is stands in the table. */
typedef enum {
#define JIPYO_MARK_VALUE(NAME, name) JIPYO_MARK_##NAME,
  JIPYO_MARKS (JIPYO_MARK_VALUE)
#undef JIPYO_MARK_VALUE
    JIPYO_N_MARKS
} JipyoMark;

typedef enum {
  JIPYO_SCALE_LINEAR,
  JIPYO_SCALE_LOG,
  JIPYO_SCALE_TIME,   /* seconds since 1970 UTC, shown as dates in Korean time */
  JIPYO_SCALE_BAND,   /* categories; positions 0, 1, 2 … */
  JIPYO_SCALE_SYMLOG, /* a logarithm on both sides of zero: see jipyo-scale.h */
} JipyoScaleKind;

/* How a figure stands to the truth; it decides the look of its mark. */
typedef enum {
  JIPYO_DATUM_VALUE,
  JIPYO_DATUM_AT_MOST,  /* drawn open at the value: a ceiling */
  JIPYO_DATUM_AT_LEAST, /* drawn open beyond the value: a floor */
  JIPYO_DATUM_TARGET,   /* outline only */
  JIPYO_DATUM_DERIVED,  /* lighter: computed, not stated */
  JIPYO_DATUM_PLANNED,  /* dotted: announced, not happened */
} JipyoDatumKind;

/* Colours by role, resolved by the theme; TEAM uses `team` as index for colour, dash and marker. */
typedef enum {
  JIPYO_ROLE_NEUTRAL,
  JIPYO_ROLE_ACCENT, /* what the title speaks of */
  JIPYO_ROLE_MUTED,
  JIPYO_ROLE_TEAM,
  JIPYO_ROLE_SERIES, /* n-th colour of the palette for unrelated series */
  JIPYO_ROLE_UP,
  JIPYO_ROLE_DOWN,
} JipyoRole;

typedef struct {
  JipyoRole role;
  guint index; /* team or palette index for TEAM and SERIES */
} JipyoColourKey;

typedef struct {
  double position; /* on the category or time axis */
  double value;    /* on the value axis; NaN is a gap */
  double start;    /* on the value axis: where a RANGE begins, the open of a CANDLE, the earlier
                      figure of a DUMBBELL or SLOPE; on the position axis: where the bin of a HISTOGRAM
                      begins; others ignore it */
  double low;      /* the least it may be, on the value axis; NaN: not known */
  double high;     /* the most it may be; NaN: not known */
  JipyoDatumKind kind;
  gboolean has_colour; /* overrides the series' colour */
  JipyoColourKey colour;
  gboolean faded; /* past or out of play: half-way to grey */
  char *text;     /* the figure as people read it, e.g. "최대 1,000장"; NULL: no label */
  char *note;     /* smaller, beside or below the figure, e.g. "47.2 %"; or NULL */
  char *claim;    /* claim id behind the figure, or NULL */
  char *spoken; /* what it is called where it is read, not drawn: the title of an event; or NULL */
} JipyoDatum;

typedef struct {
  char *id;
  char *name;       /* for the direct label or legend; NULL: none */
  char *spoken;     /* its name where it is read, if `name` says more than that; or NULL */
  char *start_name; /* of a mark with two ends: what they are called, "2024" and "2026"; or NULL */
  char *end_name;
  JipyoMark mark;
  JipyoColourKey colour;
  gboolean dashed; /* LINE: it crosses another that some tell from it by no colour */
  GArray *data;    /* of JipyoDatum, owned */
  /* LINE, AREA, STEP: the points, `data` being empty then; owned reference, or NULL. Other marks
   * draw nothing of them. */
  JipyoColumns *columns;
  GPtrArray *claims; /* of char *: claim id of each point of columns, or NULL; owned reference, or
                        NULL */
} JipyoPlotSeries;

typedef struct {
  JipyoScaleKind kind;
  char *title;         /* unit, e.g. "억 원"; NULL: none */
  GPtrArray *bands;    /* BAND: category names (char *) */
  GPtrArray *notes;    /* BAND: smaller second line per category, or NULL */
  JipyoUnit unit;      /* of a value axis, for tick texts in the right steps */
  gboolean has_bounds; /* else from the data, linear ones with zero where bars are drawn */
  double low;
  double high;
  gboolean hidden;         /* no ticks: the labels say it all */
  gboolean of_days;        /* TIME: a position is read as its day, wherever in it it lies */
  double stretch_s;        /* TIME: a position is the middle of a stretch so long, which is read by
                              its beginning; 0: it is a moment */
  gboolean exact;          /* figures keep all their digits, as prices do */
  JipyoSessions *sessions; /* TIME: closed time takes no room; owned reference, or NULL */
} JipyoAxis;

typedef enum {
  JIPYO_ANNOTATION_LINE,  /* across the plot at `from` */
  JIPYO_ANNOTATION_SPAN,  /* shaded between `from` and `to` */
  JIPYO_ANNOTATION_EVENT, /* a marker at the edge of the area, at the position `from` */
  JIPYO_ANNOTATION_NOTE,  /* words about the point at position `from`, value `to` */
} JipyoAnnotationKind;

/* The axis that `from` and `to` of a line or a span are read on. */
typedef enum { JIPYO_ANNOTATION_ON_VALUE, JIPYO_ANNOTATION_ON_POSITION } JipyoAnnotationAxis;

typedef struct {
  JipyoAnnotationKind kind;
  JipyoAnnotationAxis axis; /* of LINE and SPAN */
  double from;
  double to;
  gboolean planned; /* dashed */
  char *text;
  char *series; /* of NOTE: the id of the one that its point is of; NULL: of any */
} JipyoAnnotation;

typedef struct {
  char *title;    /* the finding, as a sentence */
  char *subtitle; /* what is shown, with unit and span */
  char *footer;   /* sources, data date */
  JipyoLang lang;
  gboolean horizontal; /* categories run down, values run right */
  JipyoAxis position;  /* categories or time */
  JipyoAxis value;
  guint units;            /* WAFFLE: squares of a whole; 0: 100 */
  gboolean relative;      /* stacks are shown as shares of their band's total, the axis in % */
  GPtrArray *series;      /* of JipyoPlotSeries */
  GPtrArray *annotations; /* of JipyoAnnotation */
  char *empty;            /* what to say when there is nothing to draw; NULL: just that */
} JipyoPlot;

JipyoPlot *jipyo_plot_new (JipyoLang lang);
void jipyo_plot_free (JipyoPlot *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoPlot, jipyo_plot_free)

/* Replace a text of the plot with a copy. */
void jipyo_plot_set_title (JipyoPlot *self, const char *title, const char *subtitle);
void jipyo_plot_set_footer (JipyoPlot *self, const char *footer);
/* Adds a category and gives its position; `note` may be NULL. */
guint jipyo_plot_add_band (JipyoPlot *self, const char *name, const char *note);
/* Adds an empty series, owned by the plot. */
JipyoPlotSeries *
jipyo_plot_add_series (JipyoPlot *self, const char *id, const char *name, JipyoMark mark);
/* Adds a datum; the texts are copied, NULL allowed. The result may be changed until the next call.
 */
JipyoDatum *
jipyo_plot_series_add (JipyoPlotSeries *self, double position, double value, const char *text);
/* Names the two ends of a dumbbell, or the low and the high one of a tornado bar; copied. */
void jipyo_plot_series_name_ends (JipyoPlotSeries *self, const char *start, const char *end);
/* Gives a series its points as columns; the plot keeps a reference. */
void jipyo_plot_series_set_columns (JipyoPlotSeries *self, JipyoColumns *columns);
/* Says what is behind each point of the columns; the plot keeps a reference. */
void jipyo_plot_series_set_claims (JipyoPlotSeries *self, GPtrArray *claims);
/* How many data or points there are. */
guint jipyo_plot_series_get_n (const JipyoPlotSeries *self);
/* The n-th of them, `n` being less than that; its texts are borrowed. A point of columns is a
 * position, a value and perhaps a claim, and nothing else is known of it. */
JipyoDatum jipyo_plot_series_get_datum (const JipyoPlotSeries *self, guint n);
/* FALSE when there is no such series or datum; a plot of NULL has none. */
gboolean
jipyo_plot_find_datum (const JipyoPlot *self, guint series, guint datum, JipyoDatum *found);
void jipyo_datum_set_note (JipyoDatum *datum, const char *note);
void jipyo_datum_set_claim (JipyoDatum *datum, const char *claim);
void jipyo_datum_set_spoken (JipyoDatum *datum, const char *spoken);
void jipyo_plot_series_set_spoken (JipyoPlotSeries *self, const char *spoken);
/* The words of the person's note at a figure of a series; NULL without. Borrowed. */
const char *jipyo_plot_find_note (const JipyoPlot *self,
                                  const JipyoPlotSeries *series,
                                  const JipyoDatum *datum);
/* TRUE for the note at a figure of a series. */
gboolean jipyo_annotation_is_at (const JipyoAnnotation *self,
                                 const JipyoPlotSeries *series,
                                 const JipyoDatum *datum);
void jipyo_plot_add_annotation (JipyoPlot *self, const JipyoAnnotation *annotation);
/* Seconds since 1970 UTC of the start of a calendar date, for time axes. */
double jipyo_plot_time_from_date (JipyoDate date);

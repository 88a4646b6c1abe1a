/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small records and quotes to build views from.
 */

#pragma once

#include "jipyo-view.h"

/* 2026-11-23T03:00:00Z, noon in Seoul. */
#define FIXTURE_NOW_US G_GINT64_CONSTANT (1795402800000000)
/* Its UTC day, 2026-11-23, a Monday. */
#define FIXTURE_TODAY G_GINT64_CONSTANT (20780)

JipyoDate fixture_date (const char *text);
JipyoDecimal fixture_decimal (const char *text);
void fixture_add_printed (JipyoLedger *ledger,
                          const char *instrument,
                          const char *last,
                          const char *change);
/* The three market boxes of the article. */
void fixture_add_article_boxes (JipyoLedger *ledger);
/* The exchange's usual hours, on each weekday of 2026. (transfer full) */
JipyoCalendar *fixture_make_calendar (void);
/* A live quote received `age_s` before the fixture's clock. Owned by `quotes`. */
JipyoQuote *
fixture_add_quote (GPtrArray *quotes, const char *instrument, const char *last, int age_s);
GPtrArray *fixture_new_quotes (void);

void fixture_add_team (JipyoLedger *ledger, const char *id);
JipyoEvent *
fixture_add_event (JipyoLedger *ledger, const char *id, JipyoEventKind kind, const char *day);
/* A claim of points, published on the first day of `period`. */
JipyoClaim *fixture_add_points (JipyoLedger *ledger,
                                const char *subject,
                                const char *metric,
                                const char *period,
                                const char *value);

/* Reads `ledger` as of `day` and builds the view; the reading is kept in `reading`. Fails the test
 * when the view cannot be built. */
typedef struct {
  JipyoLedger *whole;       /* owned */
  JipyoLedger *reading;     /* owned, by fixture_build */
  GPtrArray *quotes;        /* owned, or NULL */
  const GPtrArray *earlier; /* borrowed, or NULL */
  GPtrArray *pasts;         /* owned, or NULL */
  gboolean pasts_failed;
  GPtrArray *calendars; /* of JipyoCalendar, owned, or NULL */
  GHashTable *options;  /* owned, or NULL */
  const char *as_of;
  JipyoLang lang;
  JipyoView *view; /* owned, by fixture_build */
} Fixture;

void fixture_init (Fixture *self, const char *as_of);
/* The same with the record that is shipped. */
void fixture_init_shipped (Fixture *self, const char *as_of);
void fixture_clear (Fixture *self);
void fixture_set_option (Fixture *self, const char *name, const char *value);
JipyoView *fixture_build (Fixture *self, const char *name);
/* The same, expecting this error. */
void fixture_expect_error (Fixture *self, const char *name, int code);
/* By what a view is built that is built for many: for `team` ("team:upstage") or KOSPI; else its
 * name. */
const char *fixture_name_view (const JipyoViewInfo *info, const char *team);

/* A plot of the picture; fails when there are fewer. */
const JipyoPlot *fixture_get_plot (const JipyoView *view, guint index);
/* NULL when there is none. */
const JipyoPlotSeries *fixture_find_series (const JipyoPlot *plot, const char *id);
/* How many lines, spans and points of a plot bear this text. */
guint fixture_count_marks (const JipyoPlot *plot, const char *text);

/* The row whose cell in `column` has this text (in English) or code; fails when there is none. */
guint fixture_find_row (const JipyoView *view, const char *column, const char *word);
/* Value, and text in both languages, of a cell; NULL does not care. */
void fixture_assert_value (const JipyoView *view, guint row, const char *column, const char *value);
void fixture_assert_text (const JipyoView *view, guint row, const char *column, const char *en);
void fixture_assert_code (const JipyoView *view, guint row, const char *column, const char *code);

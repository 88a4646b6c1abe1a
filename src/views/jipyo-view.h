/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A view: a pure function of (ledger reading, quotes, date, language, options) to a picture, a
 * table, a sentence and the claims behind them. Window, command line, slides and exports all call
 * this.
 */

#pragma once

#include "jipyo-calendar.h"
#include "jipyo-ledger.h"
#include "jipyo-past-need.h"
#include "jipyo-quote.h"
#include "jipyo-sheet.h"
#include "jipyo-table.h"

#define JIPYO_VIEW_ERROR (jipyo_view_error_quark ())
typedef enum {
  JIPYO_VIEW_ERROR_NOT_FOUND, /* no such view, or no such team */
  JIPYO_VIEW_ERROR_OPTION,    /* an option or its value is not one the view has */
} JipyoViewError;
GQuark jipyo_view_error_quark (void);

typedef struct {
  const JipyoLedger *ledger; /* the reading as of `as_of` */
  const JipyoLedger *whole;  /* the whole ledger, for what changed; may equal `ledger` */
  const GPtrArray *quotes;   /* of JipyoQuote, newest known of each instrument; may be NULL */
  const GPtrArray *earlier;  /* of JipyoQuote, what coins cost in won lately; may be NULL */
  JipyoDate as_of;           /* never unknown */
  gint64 now_us;
  JipyoLang lang;         /* of the picture's texts */
  GHashTable *options;    /* char * → char *, or NULL */
  const GPtrArray *pasts; /* of JipyoCandleSeries, one for each that the view listed, in that order;
                             NULL in it while one is not read; or NULL */
  gboolean pasts_failed;  /* and cannot be: another program has the history, or it is broken */
  const GPtrArray *calendars; /* of JipyoCalendar; or NULL, as for views that list no pasts */
  const GPtrArray *weights;   /* of JipyoMemberWeight: a person's own; or NULL, likewise */
} JipyoViewContext;

/* Milliseconds since 1970 of the reading's end: of its day, or now. */
gint64 jipyo_view_context_get_end_ms (const JipyoViewContext *self);
/* What was kept for the view's n-th need; NULL while it is not known. Borrowed. */
const JipyoCandleSeries *jipyo_view_context_get_past (const JipyoViewContext *self, guint n);
/* The calendar of the instrument's market; NULL for one that never closes, or is not known.
 * Borrowed. */
const JipyoCalendar *jipyo_view_context_find_calendar (const JipyoViewContext *self,
                                                       const char *instrument);

typedef struct {
  char *name;         /* "models-country", or "team:upstage" */
  JipyoText title;    /* what the view is, short: "국가별 모델" */
  JipyoText sentence; /* the finding, one sentence */
  JipyoTable *table;
  JipyoSheet *sheet;    /* the picture, in the context's language */
  GPtrArray *sources;   /* of JipyoSource, borrowed from the ledger, each once */
  GPtrArray *conflicts; /* of JipyoClaim, borrowed: every disputed claim used and its rivals */
} JipyoView;

/* What stands above the picture: the finding, or the title where there is none but the reason that
 * an empty chart gives itself. Borrowed. */
const char *jipyo_view_get_headline (const JipyoView *self, JipyoLang lang);
void jipyo_view_free (JipyoView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoView, jipyo_view_free)

typedef struct {
  const char *name; /* as typed: "models-country" */
  const char *title_ko;
  const char *title_en;
  const char
    *group; /* page of the window: "overview", "money", "models", "rounds", "markets", "claims" */
  const char *const *options; /* "name=value|value" strings (the first value is the default), or
                                 "name" for any value; NULL-terminated, or NULL */
  gboolean per_team;          /* takes a team: "team:upstage" or --option team=upstage */
  gboolean per_instrument;    /* takes an instrument, likewise: "instrument:upbit:KRW-BTC" */
  JipyoView *(*build) (const JipyoViewContext *context, GError **error); /* for jipyo_view_build */
  /* The kept prices that the view wants, of JipyoPastNeed (transfer full); NULL: none. */
  GPtrArray *(*list_pasts) (const JipyoViewContext *context);
} JipyoViewInfo;

/* All views in the order of the sidebar. */
const JipyoViewInfo *jipyo_view_list (guint *n_views);
const JipyoViewInfo *jipyo_view_find_info (const char *name);
/* The kept prices that a view wants with these options, to be handed to it in this order. Empty for
 * a view or options that there are not. (element-type JipyoPastNeed) (transfer full) */
GPtrArray *jipyo_view_list_pasts (const char *name, const JipyoViewContext *context);
/* Builds a view by name. The view borrows from the context's ledgers. (transfer full) */
JipyoView *jipyo_view_build (const char *name, const JipyoViewContext *context, GError **error);

/* "2026-11-25 기준", as footers say it. (transfer full) */
char *jipyo_view_format_as_of (JipyoDate as_of, JipyoLang lang);
/* The table and its surroundings as text; formats of `jipyo view`. (transfer full) */
char *jipyo_view_format_text (const JipyoView *self, JipyoLang lang);
char *jipyo_view_format_csv (const JipyoView *self);
char *jipyo_view_format_json (const JipyoView *self, const JipyoViewContext *context);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the program knows and does, with no display: the ledger and its reading, the language, the
 * newest quotes from the feed, the state of the link. The window binds to it and never looks past
 * it.
 */

#pragma once

#include <gio/gio.h>

#include "jipyo-alert-rehearsal.h"
#include "jipyo-alerts.h"
#include "jipyo-candle-id.h"
#include "jipyo-key-desk.h"
#include "jipyo-new-codes.h"
#include "jipyo-notes.h"
#include "jipyo-providers.h"
#include "jipyo-view.h"
#include "jipyo-watchlist.h"
#include "jipyo-weights.h"

#define JIPYO_TYPE_SESSION (jipyo_session_get_type ())
G_DECLARE_FINAL_TYPE (JipyoSession, jipyo_session, JIPYO, SESSION, GObject)

typedef struct {
  JipyoLang lang;
  JipyoDate as_of;              /* unknown: today */
  gint64 now_us;                /* fixed clock for reproducible output; 0: the real one */
  const char *const *ledgers;   /* further ledger files, laid over in order; or NULL */
  const char *const *endpoints; /* "upbit=http://127.0.0.1:8080" …; or NULL */
  gboolean offline;             /* as the property of that name, from the start */
} JipyoSessionOptions;

/* Loads the shipped ledger, the person's own files and `ledgers`. A file with an error is left out
 * and told by "notice"; an error is returned only when the shipped ledger itself is unreadable.
 *
 * Properties: "as-of" (string "2025-08-05", "" for today, read-write), "lang" (string "ko" or "en",
 * read-write), "link" (string: "off", "connecting", "up", "retrying", "offline"), "notice" (string
 * for a banner, or NULL), "offline" (boolean, read-write: nothing leaves
 * the machine; the link is "off" then), "history" (string: the "state" of
 * jipyo-quote-keeper.h), "refreshed" (gint64, microseconds since 1970 of the last
 * quote, 0 none). Signals: "changed" (as-of, language or ledger: rebuild views), "quotes-changed"
 * (at most four a second), "ticked" (each second while the feed runs: recompute ages),
 * "code-changed" (string, string: by which code the second is called that was called by the first;
 * told when it is noticed, and when it is taken back). */
JipyoSession *jipyo_session_new (const JipyoSessionOptions *options, GError **error);
/* Whether `endpoints` are what the options want; a session does not ask before its feed does. */
gboolean jipyo_session_check_endpoints (const char *const *endpoints, GError **error);

JipyoLang jipyo_session_get_lang (JipyoSession *self);
void jipyo_session_set_lang (JipyoSession *self, JipyoLang lang);
/* The date of the reading; today when none was chosen. */
JipyoDate jipyo_session_get_as_of (JipyoSession *self);
gboolean jipyo_session_has_as_of (JipyoSession *self);
/* Today, or the end of the record where the clock stands before it. No reading is of a later day:
 * a date beyond it reads as this one. */
JipyoDate jipyo_session_get_last_day (JipyoSession *self);
/* An unknown date goes back to today. */
void jipyo_session_set_as_of (JipyoSession *self, JipyoDate as_of);
/* A person's own notes, read when first asked for; their change is one of the session. Borrowed. */
JipyoNotes *jipyo_session_get_notes (JipyoSession *self);
/* A person's alerts, read when first asked for or with the feed, and fed by it. Borrowed. */
JipyoAlerts *jipyo_session_get_alerts (JipyoSession *self);
/* A person's watchlist, read when first asked for or with the feed. Borrowed. */
JipyoWatchlist *jipyo_session_get_watchlist (JipyoSession *self);
JipyoNewCodes *jipyo_session_get_new_codes (JipyoSession *self);
/* A person's weights of baskets, read when first asked for; their change is one of the session.
 * Borrowed. */
JipyoWeights *jipyo_session_get_weights (JipyoSession *self);
/* Whom a person has asked for quotes, read when first asked for or with the feed. Borrowed. */
JipyoProviders *jipyo_session_get_providers (JipyoSession *self);
/* A person's keys of providers. Borrowed. */
JipyoKeyDesk *jipyo_session_get_key_desk (JipyoSession *self);
/* What keeps the quotes, for what reads the past beside it; NULL before the feed. Borrowed. */
struct _JipyoQuoteKeeper *jipyo_session_get_keeper (JipyoSession *self);
/* What is a person's own; those above are of it. Borrowed. */
struct _JipyoBelongings *jipyo_session_get_own (JipyoSession *self);
/* The newest quotes. Borrowed. */
struct _JipyoQuoteBoard *jipyo_session_get_board (JipyoSession *self);
/* Kept prices for the views. Borrowed. */
struct _JipyoPastShelf *jipyo_session_get_shelf (JipyoSession *self);
/* The markets' calendars, read when first asked for. (element-type JipyoCalendar) Borrowed. */
const GPtrArray *jipyo_session_list_calendars (JipyoSession *self);
/* Borrowed, until "changed". */
JipyoLedger *jipyo_session_get_ledger (JipyoSession *self);
/* Of all days, likewise. */
JipyoLedger *jipyo_session_get_whole_ledger (JipyoSession *self);
/* Microseconds since 1970 UTC; where the machine's clock is wrong, by the hosts that answer. */
gint64 jipyo_session_get_now (JipyoSession *self);
/* By how much the machine's clock is fast, negative when slow; 0 when it is right or not known to
 * be wrong. */
gint64 jipyo_session_get_clock_error (JipyoSession *self);
/* "7 min slow", when that is worth a word; else NULL. (transfer full) (nullable) */
char *jipyo_session_describe_clock (JipyoSession *self);
const char *jipyo_session_get_link (JipyoSession *self);
const char *jipyo_session_get_notice (JipyoSession *self);
const char *jipyo_session_get_history (JipyoSession *self);
/* Of a history that was "damaged": where that file is; else NULL. */
const char *jipyo_session_get_damaged_file (JipyoSession *self);
gint64 jipyo_session_get_refreshed (JipyoSession *self);

/* The newest quote received of each instrument, states as of the last tick; NULL while a past date
 * is read. Printed quotes of the record are the views' matter (jipyo-known-quote.h).
 * (element-type JipyoQuote) (transfer none: valid until "quotes-changed") */
const GPtrArray *jipyo_session_get_quotes (JipyoSession *self);

/* "Korea Exchange: the calendar says closed, yet prices move", while the quotes say so of one; else
 * NULL. Reckoned anew each time. (transfer full) (nullable) */
char *jipyo_session_describe_doubt (JipyoSession *self);

/* Keeps what a venue renames, as the feed tells it, and lets watchlist and alerts follow it; gives
 * the feed back. */
struct _JipyoFeedSupervisor *jipyo_session_follow_renames (JipyoSession *self,
                                                           struct _JipyoFeedSupervisor *feed);
/* "upbit:KRW-OLD → KRW-NEW", of the last one that is followed by its new code; else NULL. Whether
 * the watchlist follows it (`listed`), and whether alerts do (`watched`). (transfer full)
 * (nullable) */
char *jipyo_session_describe_rename (JipyoSession *self, gboolean *listed, gboolean *watched);
/* A person wants the old code back, wherever the new one took its place, once for all. */
void jipyo_session_take_rename_back (JipyoSession *self);

/* What a view needs to be built: everything but the options is filled in, borrowed until "changed"
 * or "quotes-changed". */
void jipyo_session_get_context (JipyoSession *self, JipyoViewContext *context);
/* Whether "quotes-changed" is about to come: who shows anew then need not with "ticked". */
gboolean jipyo_session_has_news (JipyoSession *self);

/* A view with the session's reading, quotes, clock and language. `options` may be NULL. (transfer
 * full) */
JipyoView *jipyo_session_build_view (JipyoSession *self,
                                     const char *name,
                                     GHashTable *options,
                                     GError **error);

/* What was kept of an instrument until the end of the reading, if it was read already; with a feed
 * it is read then, and "quotes-changed" tells that it is there. Borrowed until the main loop runs
 * again. (nullable) */
const JipyoCandleSeries *jipyo_session_find_past (JipyoSession *self, const JipyoPastNeed *need);
/* A candle that a view has shown, as above. (transfer full) (nullable) */
JipyoCandleSeries *jipyo_session_find_candle (JipyoSession *self, const JipyoCandleId *id);
/* The closes of a team's basket ("basket:upstage") of the last `n` sessions, NaN for none; NULL for
 * a team that has no listed member. What is missing of its members is read as above. (element-type
 * double) (transfer full) (nullable) */
GArray *jipyo_session_list_basket_closes (JipyoSession *self, const char *basket, guint n);
/* A rule on a basket by the closes of its members, of JipyoCandleSeries, as
 * jipyo_team_shares_list_pasts wants them. NULL for a basket that there is not. (transfer full)
 * (nullable) */
JipyoAlertRehearsal *jipyo_session_rehearse_basket (JipyoSession *self,
                                                    const JipyoAlertRule *rule,
                                                    const GPtrArray *pasts,
                                                    gint64 to_us);
/* A basket by these quotes (of JipyoQuote); NULL with an error of JIPYO_VIEW_ERROR when the reading
 * has no such basket, too few closes of its members were kept, or one has no quote. (transfer full)
 */
JipyoQuote *jipyo_session_make_basket_quote (JipyoSession *self,
                                             const char *basket,
                                             const GPtrArray *quotes,
                                             GError **error);
/* Where a basket is followed or watched: its quote onto the session's board, and to the alerts. It
 * is not kept, since it changes with the weights. */
void jipyo_session_put_baskets (JipyoSession *self, struct _JipyoQuoteBoard *board);
/* Reads the kept prices that the view wants, for a program without a feed that can wait; with a
 * feed they are read by themselves, and "quotes-changed" tells that there are more. FALSE with an
 * error of JIPYO_PAST_ERROR; the view can be built all the same, and says what it lacks. */
void jipyo_session_read_pasts_async (JipyoSession *self,
                                     const char *name,
                                     GHashTable *options,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean jipyo_session_read_pasts_finish (JipyoSession *self, GAsyncResult *result, GError **error);
/* As jipyo_past_shelf_get_copied_ms(). */
gint64 jipyo_session_get_copied_ms (JipyoSession *self);

/* The feed child: started once, kept alive, stopped with the session. With an as-of date in the
 * past no live quote is shown. */
void jipyo_session_start_feed (JipyoSession *self);
void jipyo_session_stop_feed (JipyoSession *self);
gboolean jipyo_session_is_offline (JipyoSession *self);
void jipyo_session_set_offline (JipyoSession *self, gboolean offline);
/* Asks the feed for fresh quotes now; offline, nobody is asked. */
void jipyo_session_refresh (JipyoSession *self);
/* A window that can be seen came or went; with none the feed asks seldom. */
void jipyo_session_add_viewer (JipyoSession *self);
void jipyo_session_remove_viewer (JipyoSession *self);
/* Ticks now if the last tick is long past: after a sleep no frame may show an age from before. */
void jipyo_session_catch_up (JipyoSession *self);

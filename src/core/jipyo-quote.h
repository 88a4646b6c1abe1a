/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A price as a venue gave it, with the base of its change, its times and its state. An instrument
 * id is "<venue>:<symbol>": "upbit:KRW-BTC", "krx:KOSPI", "krx:035420", "fx:USDKRW".
 */

#pragma once

#include "jipyo-decimal.h"
#include "jipyo-lang.h"
#include "jipyo-listing.h"

typedef enum {
  JIPYO_BASIS_UNSTATED,           /* null in JSON: a printed table that names no base */
  JIPYO_BASIS_PREVIOUS_CLOSE_UTC, /* 00:00 UTC = 09:00 KST */
  JIPYO_BASIS_PREVIOUS_CLOSE_KST, /* 00:00 KST */
  JIPYO_BASIS_ROLLING_24H,
  JIPYO_BASIS_PREVIOUS_SESSION,
} JipyoChangeBasis;

typedef enum {
  JIPYO_QUOTE_LIVE,
  JIPYO_QUOTE_LATE,
  JIPYO_QUOTE_STALE,
  JIPYO_QUOTE_SUSPECT,
  JIPYO_QUOTE_CLOSED,
  JIPYO_QUOTE_SUSPENDED,
  JIPYO_QUOTE_HISTORY,
  JIPYO_QUOTE_DELISTED, /* the last there was: its venue trades it no more */
} JipyoQuoteState;

typedef struct {
  char *instrument;
  char *provider;
  JipyoText name;
  char *currency; /* "KRW", "USD"; "" for an index */
  JipyoDecimal last;
  JipyoDecimal change;         /* if has_change */
  JipyoDecimal change_percent; /* in percent, if has_change_percent */
  gboolean has_change;
  gboolean has_change_percent;
  JipyoChangeBasis basis;
  gint64 venue_time_us; /* 0: not stated */
  gint64 received_us;
  int interval_ms; /* the pace at which a next one is expected; drives the state's ageing; 0 unknown
                    */
  JipyoQuoteState state;
  JipyoListing listing; /* what the venue says of the instrument */
  int unit_change;      /* of one that is held for it, by jipyo-unit-change.h: 50, -50; else 0 */
} JipyoQuote;

JipyoQuote *jipyo_quote_new (const char *instrument, const char *provider);
JipyoQuote *jipyo_quote_copy (const JipyoQuote *quote);
void jipyo_quote_free (JipyoQuote *quote);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoQuote, jipyo_quote_free)

/* "previous-close-utc", "previous-close-kst", "rolling-24h", "previous-session"; "unstated". */
const char *jipyo_change_basis_id (JipyoChangeBasis basis);
gboolean jipyo_change_basis_parse (const char *id, JipyoChangeBasis *basis);
const char *jipyo_change_basis_label (JipyoChangeBasis basis, JipyoLang lang);
/* "live", "late", "stale", "suspect", "closed", "suspended", "history", "delisted". */
const char *jipyo_quote_state_id (JipyoQuoteState state);
gboolean jipyo_quote_state_parse (const char *id, JipyoQuoteState *state);
const char *jipyo_quote_state_label (JipyoQuoteState state, JipyoLang lang);

/* Whether it is as good a price as there is: of now, or the last of a session that is over. Any
 * other is shown muted, so that nobody takes it for one of now. */
gboolean jipyo_quote_state_is_current (JipyoQuoteState state);

/* Sets change, percent (2 decimals, of `base`) and basis; no change when it cannot be exact. */
void jipyo_quote_set_change_from (JipyoQuote *quote, JipyoDecimal base, JipyoChangeBasis basis);

/* The state at `now_us`: a live one ages to late after 2 intervals and to stale after 5, by the
 * time it was received; the states that say why they do not age stay. */
JipyoQuoteState jipyo_quote_compute_state (const JipyoQuote *quote, gint64 now_us);
/* Takes what the venue says: what is not traded is not live, and what is no more never will be. */
void jipyo_quote_set_listing (JipyoQuote *quote, JipyoListing listing);
/* "실시간 · 유의 종목": the state, and the listing where there is something to say of it. (transfer
 * full) */
char *jipyo_quote_describe_state (const JipyoQuote *quote, JipyoQuoteState state, JipyoLang lang);
/* The worse of two, for a figure derived from both. */
JipyoQuoteState jipyo_quote_state_worse (JipyoQuoteState a, JipyoQuoteState b);
/* When the price is from: what the venue stamps, but no later than it was heard. What is told again
 * after a sleep or a reconnect is as old as its stamp, however lately it came. */
gint64 jipyo_quote_get_price_time (const JipyoQuote *quote);
/* "3초 전", "5 min ago", for people. (transfer full) */
char *jipyo_age_format (gint64 age_us, JipyoLang lang);

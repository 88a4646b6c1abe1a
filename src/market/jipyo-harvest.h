/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What one answer yields: quotes, and why others are missing. A parser reads rows and hands them in
 * here, where the rules that hold for every venue are kept: no price of zero, no time in the
 * future, nothing frozen shown as live, nothing asked for left without a word.
 */

#pragma once

#include "jipyo-market-error.h"
#include "jipyo-quote.h"

typedef struct {
  char *provider; /* NULL when no provider has the instrument */
  JipyoMarketError code;
  char *message;     /* English, for logs and machines */
  int retry_after_s; /* -1: not known */
  /* That have no quote because of it; NULL where the message names the one. Not written to JSON. */
  char **instruments;
} JipyoFailure;

JipyoFailure *jipyo_failure_new (const char *provider, JipyoMarketError code, const char *message);
JipyoFailure *jipyo_failure_copy (const JipyoFailure *failure);
void jipyo_failure_free (JipyoFailure *failure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoFailure, jipyo_failure_free)

typedef struct {
  const char *provider;           /* borrowed */
  const char *const *instruments; /* what was asked for; borrowed */
  gint64 now_us;                  /* when the answer was received */
  int interval_ms;                /* goes into the quotes */
  int least_ms;                   /* what the venue wants between two requests; 0 not said */
  GPtrArray *quotes;              /* of JipyoQuote, owned */
  GHashTable *answered;           /* the instruments that have a quote, borrowed from it */
  GPtrArray *failures;            /* of JipyoFailure, owned */
} JipyoHarvest;

/* The borrowed parts are set by the caller. */
void jipyo_harvest_init (JipyoHarvest *self);
void jipyo_harvest_clear (JipyoHarvest *self);

/* The id as it was asked for when `venue`:`symbol` was, whatever its letter case; else NULL. */
const char *
jipyo_harvest_find_wanted (const JipyoHarvest *self, const char *venue, const char *symbol);
/* A new quote with provider, times and interval filled in. (transfer full) */
JipyoQuote *jipyo_harvest_new_quote (const JipyoHarvest *self, const char *instrument);
/* Takes the quote, or drops it with a failure when its price cannot be one. */
void jipyo_harvest_take (JipyoHarvest *self, JipyoQuote *quote);
/* Counts a row that could not be read. Takes `error`. */
void jipyo_harvest_drop (JipyoHarvest *self, const char *instrument, GError *error);
/* After the last row: nothing frozen stays live, what was asked for and did not come is not-found.
 * FALSE with the first failure as `error` when not one quote was good. */
gboolean jipyo_harvest_finish (JipyoHarvest *self, GError **error);

/* After one message of a stream: what is not in it was not asked for, but a price of another day is
 * not live. */
void jipyo_harvest_settle (JipyoHarvest *self);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of providers: where each is, what it serves, how often it is asked, and which requests
 * bring a set of instruments. To add one, write its parser and a row here.
 */

#pragma once

#include "jipyo-instrument.h"
#include "jipyo-market-list.h"
#include "jipyo-request.h"
#include "jipyo-streams.h"

typedef struct _JipyoProvider JipyoProvider;

/* Where a provider wants the key that a person got from it. */
typedef enum {
  JIPYO_KEY_NONE,
  JIPYO_KEY_HEADER,  /* AUTH_KEY: … */
  JIPYO_KEY_ADDRESS, /* in the place of "{key}" in the path */
} JipyoKeyPlace;

struct _JipyoProvider {
  const char *id;
  const char *base;  /* "https://api.upbit.com" */
  const char *venue; /* of the instruments that it serves: "upbit", "krx" */
  JipyoKeyPlace key;
  const char *home;        /* another provider whose base it shares, or NULL */
  int interval_ms;         /* while visible */
  int interval_hidden_ms;  /* while nobody looks */
  int interval_metered_ms; /* on a costly link or to save power */
  gboolean (*serves) (const char *instrument);
  /* Adds requests for the instruments, all of which it serves. */
  void (*plan) (const char *const *instruments, gint64 now_us, GPtrArray *requests);
  /* A request that brings all, for when one unknown instrument spoils the answer; or NULL. */
  JipyoRequest *(*plan_whole) (const char *const *instruments);
  /* The request for the day before, when one was for a day without figures; or NULL. */
  JipyoRequest *(*plan_before) (const JipyoRequest *request);
  JipyoParser parse;
  const JipyoStreamKind *stream;   /* or NULL, as the next */
  const JipyoMarketListKind *list; /* of what it trades */
};

/* In the order in which they are asked and shown; NULL after the last. */
const JipyoProvider *jipyo_provider_get (guint index);
const JipyoProvider *jipyo_provider_find (const char *id);
/* TRUE when the instrument is of a venue that the provider has. */
gboolean jipyo_provider_serves (const JipyoProvider *provider, const char *instrument);
/* What premiums are reckoned by: the won's rate, and bitcoin in dollars. As the next. */
const char *const *jipyo_provider_get_measures (void);
/* The indices and the coins of the article. (element-type utf8), NULL-terminated, borrowed. */
const char *const *jipyo_provider_get_watchlist (void);

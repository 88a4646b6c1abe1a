/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is a person's own beside the record: notes, alerts, the watchlist, new codes of what is in
 * it, weights of baskets, calendars, the choice of providers. Each is read when it is first asked
 * for.
 */

#pragma once

#include "jipyo-alerts.h"
#include "jipyo-calendars.h"
#include "jipyo-key-desk.h"
#include "jipyo-new-codes.h"
#include "jipyo-notes.h"
#include "jipyo-providers.h"
#include "jipyo-watchlist.h"
#include "jipyo-weights.h"

#define JIPYO_TYPE_BELONGINGS (jipyo_belongings_get_type ())
G_DECLARE_FINAL_TYPE (JipyoBelongings, jipyo_belongings, JIPYO, BELONGINGS, GObject)

/* Signals: "changed" (notes or weights, which views show); "problem" (string: a file that was put
 * aside, or could not be saved). */
JipyoBelongings *jipyo_belongings_new (void);
/* Where the providers are: "krx=http://127.0.0.1:8080" …; or NULL. */
void jipyo_belongings_set_endpoints (JipyoBelongings *self, const char *const *endpoints);
const char *const *jipyo_belongings_get_endpoints (JipyoBelongings *self);
/* Of whom baskets are. */
void jipyo_belongings_set_ledger (JipyoBelongings *self, JipyoLedger *ledger);
/* Borrowed, here and below. The feed asks for what alerts look at by way of the watchlist. */
JipyoNotes *jipyo_belongings_get_notes (JipyoBelongings *self);
JipyoAlerts *jipyo_belongings_get_alerts (JipyoBelongings *self);
JipyoWatchlist *jipyo_belongings_get_watchlist (JipyoBelongings *self);
JipyoNewCodes *jipyo_belongings_get_new_codes (JipyoBelongings *self);
JipyoWeights *jipyo_belongings_get_weights (JipyoBelongings *self);
/* Puts aside, and tells, names.json of the feed when that is damaged. */
void jipyo_belongings_check_names (JipyoBelongings *self);
/* Whether a basket is followed or watched. */
gboolean jipyo_belongings_want_baskets (JipyoBelongings *self);
/* The shipped ones too, under a person's own. */
const JipyoCalendars *jipyo_belongings_get_calendars (JipyoBelongings *self);
JipyoProviders *jipyo_belongings_get_providers (JipyoBelongings *self);
JipyoKeyDesk *jipyo_belongings_get_key_desk (JipyoBelongings *self);

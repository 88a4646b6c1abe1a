/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a rule looks at, as a sample: from a quote, from the quotes of several venues, from the
 * record or from the clock.
 */

#pragma once

#include "jipyo-alert-machine.h"
#include "jipyo-ledger.h"
#include "jipyo-quote.h"

/* The newest quotes, by instrument (char * → JipyoQuote). All of these are FALSE when the rule has
 * nothing to see there. */

/* A quote came. */
gboolean jipyo_alert_sample_quote (const JipyoAlertRule *rule,
                                   GHashTable *quotes,
                                   const JipyoQuote *quote,
                                   JipyoAlertSample *sample);
typedef struct {
  GHashTable *quotes;
  gint64 since_us; /* since when one has listened: what never came is silent since then */
  gint64 now_us;
} JipyoAlertSilence;

/* A second went by. */
gboolean jipyo_alert_sample_silence (const JipyoAlertRule *rule,
                                     const JipyoAlertSilence *silence,
                                     JipyoAlertSample *sample);
/* Days until the next plan that still stands, of which at least the month is known: until its first
 * day. FALSE when there is none. */
gboolean jipyo_alert_sample_event (const JipyoAlertRule *rule,
                                   const JipyoLedger *ledger,
                                   gint64 now_us,
                                   JipyoAlertSample *sample);
/* What has to be asked for so that the rules see something: instruments, the legs of a spread, the
 * listed members of a team; each once, none of a rule that is disabled. (element-type
 * JipyoAlertRule) (transfer full) */
char **jipyo_alert_list_instruments (const GPtrArray *rules, const JipyoLedger *ledger);
/* Whether a failure of this provider leaves the rule without a value. */
gboolean jipyo_alert_needs_provider (const JipyoAlertRule *rule, const char *provider);

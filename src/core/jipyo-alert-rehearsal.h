/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How often a rule would have fired: kept prices through the same machine that judges live ones.
 * Every candle is one price, its last; a wick within a minute is not seen. Of a basket there are
 * closes alone: what happened within a session is not seen.
 */

#pragma once

#include "jipyo-alert-machine.h"
#include "jipyo-calendar.h"
#include "jipyo-closes.h"

#define JIPYO_ALERT_REHEARSAL_DAYS 30

typedef struct {
  gint64 from_us; /* what was asked for */
  gint64 to_us;
  gint64 copied_us;  /* when the copy of a history was made that it is by; 0: it is by none */
  gint64 covered_us; /* how much of it there are prices for */
  guint n_prices;
  gboolean unit_changed; /* prices from before a split were kept too, and left out */
  guint n_sessions;      /* of a basket: sessions in that time, with a price or without; else 0 */
  JipyoText without;     /* of a basket: members that take no part; empty: none */
  GArray *log;           /* of JipyoAlertTransition */
  GArray *fired;         /* of gint64, microseconds since 1970 */
} JipyoAlertRehearsal;

/* Whether kept prices say anything about rules of this kind; a change has a base that is not kept,
 * and nobody kept how long a silence was. */
gboolean jipyo_alert_rehearsal_is_possible (JipyoAlertKind kind);
/* Of the prices in the unit of the last one. */
JipyoAlertRehearsal *jipyo_alert_rehearsal_new (const JipyoAlertRule *rule,
                                                const JipyoCandleSeries *series,
                                                gint64 from_us,
                                                gint64 to_us);
/* Of closes of the last days, each of which was known when its session ended by the calendar, or at
 * 15:30 in Korea where that is NULL or does not say; other days are passed over. From a session
 * without a close on there is no data. */
JipyoAlertRehearsal *jipyo_alert_rehearsal_new_from_closes (const JipyoAlertRule *rule,
                                                            const JipyoCloses *closes,
                                                            const JipyoCalendar *calendar,
                                                            gint64 to_us);
void jipyo_alert_rehearsal_free (JipyoAlertRehearsal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoAlertRehearsal, jipyo_alert_rehearsal_free)
/* "Would have fired 3 times in 30 days", how much of the time is missing, and of when the copy is
 * that it is by. (transfer full) */
char *jipyo_alert_rehearsal_format (const JipyoAlertRehearsal *self, JipyoLang lang);

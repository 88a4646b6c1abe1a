/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Alerts as `jipyo alerts` prints them: the rules with the last that became of each.
 */

#pragma once

#include "jipyo-alert-rehearsal.h"
#include "jipyo-alerts.h"

/* (transfer full) */
char *jipyo_alerts_format_text (JipyoAlerts *self, JipyoLang lang);
char *jipyo_alerts_format_json (JipyoAlerts *self);
/* "2025-08-05 11:08:21": in Korean time. (transfer full) */
char *jipyo_alerts_format_time (gint64 time_us);
/* The sentence, then a line for each time; {"days","covered-hours","prices","fired":[…]}, of a
 * basket {"days","prices","sessions","without","fired":[…]}. */
char *jipyo_alerts_format_rehearsal (const JipyoAlertRehearsal *rehearsal, JipyoLang lang);
char *jipyo_alerts_format_rehearsal_json (const JipyoAlertRehearsal *rehearsal);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line that says how often a rule would have fired, by the prices that were kept: shown while a
 * person makes up the rule, before it is armed.
 */

#pragma once

#include <gtk/gtk.h>

#include "jipyo-session.h"

#define JIPYO_TYPE_ALERT_TRIAL (jipyo_alert_trial_get_type ())
G_DECLARE_FINAL_TYPE (JipyoAlertTrial, jipyo_alert_trial, JIPYO, ALERT_TRIAL, GtkWidget)

void jipyo_alert_trial_set_session (JipyoAlertTrial *self, JipyoSession *session);
/* Rehearses it soon, in place of the one before; NULL: there is no rule to rehearse. Copied. */
void jipyo_alert_trial_set_rule (JipyoAlertTrial *self, const JipyoAlertRule *rule);
/* What it says now; "" while there is no rule. */
const char *jipyo_alert_trial_get_text (JipyoAlertTrial *self);

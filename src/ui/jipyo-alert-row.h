/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One alert in the list of them: what it waits for, how it stands, when it last fired. Its actions
 * "rule.edit", "rule.disable", "rule.enable", "rule.snooze", "rule.wake" and "rule.remove" change
 * the session's alerts.
 */

#pragma once

#include <gtk/gtk.h>

#include "jipyo-session.h"

#define JIPYO_TYPE_ALERT_ROW (jipyo_alert_row_get_type ())
G_DECLARE_FINAL_TYPE (JipyoAlertRow, jipyo_alert_row, JIPYO, ALERT_ROW, GtkListBoxRow)

GtkWidget *jipyo_alert_row_new (JipyoSession *session, const char *id);
const char *jipyo_alert_row_get_id (JipyoAlertRow *self);
/* Says how it stands now; nothing happens when the alert is gone. */
void jipyo_alert_row_update (JipyoAlertRow *self);

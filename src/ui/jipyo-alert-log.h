/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The card of what became of the alerts: each change of a state, the latest first.
 */

#pragma once

#include <gtk/gtk.h>

#include "jipyo-session.h"

#define JIPYO_TYPE_ALERT_LOG (jipyo_alert_log_get_type ())
G_DECLARE_FINAL_TYPE (JipyoAlertLog, jipyo_alert_log, JIPYO, ALERT_LOG, GtkWidget)

GtkWidget *jipyo_alert_log_new (JipyoSession *session);

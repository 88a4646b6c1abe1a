/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialog in which an alert is made up or changed. While it is, it says how often the alert
 * would have fired.
 */

#pragma once

#include <adwaita.h>

#include "jipyo-session.h"

#define JIPYO_TYPE_ALERT_FORM (jipyo_alert_form_get_type ())
G_DECLARE_FINAL_TYPE (JipyoAlertForm, jipyo_alert_form, JIPYO, ALERT_FORM, AdwWindow)

/* `what`: the id of an alert; or an instrument, for a new one on it; or "", for a new one. Its
 * actions: "form.save", "form.cancel". */
GtkWidget *jipyo_alert_form_new (JipyoSession *session, const char *what);
/* Adds "win.edit-alert" to the class of a window that has a property "session"; it takes `what` as
 * above. */
void jipyo_alert_form_install_action (GtkWidgetClass *class);

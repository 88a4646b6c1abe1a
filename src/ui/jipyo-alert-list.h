/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The card of a person's alerts: all of them, a button to add one, and what is wrong with their
 * file. It asks for "win.edit-alert" with the id of one, or "" for a new one.
 */

#pragma once

#include <gtk/gtk.h>

#include "jipyo-session.h"

#define JIPYO_TYPE_ALERT_LIST (jipyo_alert_list_get_type ())
G_DECLARE_FINAL_TYPE (JipyoAlertList, jipyo_alert_list, JIPYO, ALERT_LIST, GtkWidget)

GtkWidget *jipyo_alert_list_new (JipyoSession *session);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Alerts as notifications of the desktop.
 */

#pragma once

#include <gio/gio.h>

#include "jipyo-session.h"

/* Shows what the session's alerts tell, takes back what is over, and adds the actions of the
 * buttons ("app.alert-open", "app.alert-snooze", "app.alert-disable", each with a rule's id) and
 * "app.alert-restore", which puts back what was removed. For
 * as long as `application` lives, which owns the session. */
void jipyo_alert_notices_install (GApplication *application, JipyoSession *session);

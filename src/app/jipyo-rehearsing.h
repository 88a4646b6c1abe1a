/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rehearses a rule of alerts on the prices of a minute that were kept in the last 30 days, or on a
 * basket by the closes of its members.
 */

#pragma once

#include <gio/gio.h>

#include "jipyo-alert-rehearsal.h"
#include "jipyo-session.h"

/* Beside the session's feed, or with its history opened just for this; with a copy of it, to which
 * the days lead then, while another program has it. The rule is copied. */
void jipyo_rehearse_async (JipyoSession *session,
                           const JipyoAlertRule *rule,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
/* NULL with an error also for a rule that cannot be rehearsed: G_IO_ERROR_NOT_SUPPORTED. (transfer
 * full) */
JipyoAlertRehearsal *jipyo_rehearse_finish (GAsyncResult *result, GError **error);

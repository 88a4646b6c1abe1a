/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How an alert stands, in words for the window. Pure.
 */

#pragma once

#include "jipyo-session.h"

typedef enum {
  JIPYO_ALERT_LOOK_QUIET, /* armed, or on its way */
  JIPYO_ALERT_LOOK_FIRING,
  JIPYO_ALERT_LOOK_ASIDE, /* off, or put off */
  JIPYO_ALERT_LOOK_BLIND, /* it sees nothing that it could judge */
} JipyoAlertLook;

/* "Armed", "Firing", "Snoozed until 15:30", "Off", "Fires, told after presenting". (transfer full)
 */
char *jipyo_alert_text_status (JipyoSession *session, const JipyoAlertRule *rule);
/* A sign of its own for each. */
const char *jipyo_alert_text_glyph (JipyoSession *session, const JipyoAlertRule *rule);
JipyoAlertLook jipyo_alert_text_look (JipyoSession *session, const JipyoAlertRule *rule);
gboolean jipyo_alert_text_is_snoozed (JipyoSession *session, const JipyoAlertRule *rule);
/* "Last fired 2026-11-23 12:00:31 · now 160,100,000", or "last seen" where it does not see a price
 * of now. (transfer full) */
char *jipyo_alert_text_detail (JipyoSession *session, const JipyoAlertRule *rule);
/* "BTC Upbit: normal → pending" of a line of the log. (transfer full) */
char *jipyo_alert_text_step (JipyoSession *session, const JipyoAlertLine *line);

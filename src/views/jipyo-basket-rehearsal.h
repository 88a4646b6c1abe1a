/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How often a rule on a team's basket would have fired, by the closes of its sessions. It is the
 * basket that its quote is of (jipyo-basket-quote.h): the same members, weights and base day.
 */

#pragma once

#include "jipyo-alert-rehearsal.h"
#include "jipyo-team-shares.h"

/* A session of the calendar (NULL: of the market's kept days) without a value is one without a
 * close; when it ended the calendar tells. NULL when the rule's subject is the basket of no team
 * among them. (transfer full) (nullable) */
JipyoAlertRehearsal *jipyo_basket_rehearse (const JipyoTeamShares *shares,
                                            const JipyoCalendar *calendar,
                                            const JipyoAlertRule *rule,
                                            gint64 to_us);

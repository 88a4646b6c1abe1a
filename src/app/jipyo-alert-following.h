/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which rules follow the codes that venues gave what they look at, so that each can be taken back.
 */

#pragma once

#include "jipyo-alert.h"
#include "jipyo-new-code.h"

typedef struct {
  GPtrArray *all; /* one for each code, the last one last; or NULL */
} JipyoAlertFollowing;

void jipyo_alert_following_clear (JipyoAlertFollowing *self);
/* With those that follow the same one, if that was the last. */
void
jipyo_alert_following_add (JipyoAlertFollowing *self, const JipyoNewCode *code, const char *id);
/* The last one that some of the rules (JipyoAlertRule) follow and still look at; NULL for none.
 * Borrowed. */
const JipyoNewCode *jipyo_alert_following_find (const JipyoAlertFollowing *self,
                                                const GPtrArray *rules);
/* Whether the rule is one of those that follow such a one, and still looks at it. */
gboolean jipyo_alert_following_has (const JipyoAlertFollowing *self,
                                    const JipyoNewCode *code,
                                    const JipyoAlertRule *rule);
/* Nothing follows it any more. */
void jipyo_alert_following_drop (JipyoAlertFollowing *self, const JipyoNewCode *code);

/* Lets the rule look at the new code; a spread only when it is given up by the old one (`across`).
 * What it looked at before; NULL when that is something else. (transfer full) (nullable) */
char *jipyo_alert_follow (JipyoAlertRule *rule, const JipyoNewCode *code, gboolean across);

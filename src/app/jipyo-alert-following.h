/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which rules follow the code that a venue gave something last, so that it can be taken back.
 */

#pragma once

#include "jipyo-alert.h"
#include "jipyo-new-code.h"

typedef struct {
  JipyoNewCode *code; /* NULL when none does */
  GPtrArray *rules;   /* of char *, ids; NULL likewise */
} JipyoAlertFollowing;

void jipyo_alert_following_clear (JipyoAlertFollowing *self);
/* Instead of those that followed another one. */
void
jipyo_alert_following_add (JipyoAlertFollowing *self, const JipyoNewCode *code, const char *id);
/* Whether it is one of them and still looks at the new code. */
gboolean jipyo_alert_following_has (const JipyoAlertFollowing *self, const JipyoAlertRule *rule);

/* Lets the rule look at the new code; a spread only when it is given up by the old one (`across`).
 * What it looked at before; NULL when that is something else. (transfer full) (nullable) */
char *jipyo_alert_follow (JipyoAlertRule *rule, const JipyoNewCode *code, gboolean across);

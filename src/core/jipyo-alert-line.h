/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line of the log of alerts: which rule went from which state to which, or looks at something
 * by its new code from then on, in whatever state it is; or that it was turned off because what it
 * looks at is counted in another unit.
 */

#pragma once

#include "jipyo-alert-machine.h"

#define JIPYO_ALERT_LOG_DAYS 90

typedef struct {
  char *rule;                /* id */
  JipyoAlertTransition step; /* its source is interned */
  char *subject;             /* what the rule looked at until then; NULL: it looks at the same */
  char *successor;           /* what it looks at since; NULL likewise */
  int unit_change;           /* as in JipyoQuote, for which the rule was turned off; else 0 */
} JipyoAlertLine;

JipyoAlertLine *jipyo_alert_line_new (const char *rule, const JipyoAlertTransition *step);
void jipyo_alert_line_free (JipyoAlertLine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoAlertLine, jipyo_alert_line_free)

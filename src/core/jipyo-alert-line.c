/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines of the log. Sources are a handful of providers, hence interned.
 */

#include "jipyo-alert-line.h"

JipyoAlertLine *
jipyo_alert_line_new (const char *rule, const JipyoAlertTransition *step)
{
  JipyoAlertLine *self = g_new0 (JipyoAlertLine, 1);

  self->rule = g_strdup (rule);
  self->step = *step;
  self->step.source = g_intern_string (step->source);
  return self;
}

void
jipyo_alert_line_free (JipyoAlertLine *self)
{
  if (self == NULL)
    return;
  g_free (self->rule);
  g_free (self->subject);
  g_free (self->successor);
  g_free (self);
}

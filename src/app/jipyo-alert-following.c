/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A spread is of a symbol at all venues, which rename when they like.
 */

#include "jipyo-alert-following.h"

#include "jipyo-instrument.h"

void
jipyo_alert_following_clear (JipyoAlertFollowing *self)
{
  g_clear_pointer (&self->code, jipyo_new_code_free);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
}

void
jipyo_alert_following_add (JipyoAlertFollowing *self, const JipyoNewCode *code, const char *id)
{
  if (self->code == NULL || !g_str_equal (self->code->instrument, code->instrument)) {
    jipyo_alert_following_clear (self);
    self->code = jipyo_new_code_copy (code);
    self->rules = g_ptr_array_new_with_free_func (g_free);
  }
  g_ptr_array_add (self->rules, g_strdup (id));
}

/* What a rule of this kind looks at, of an instrument; NULL for nothing of it. */
static const char *
find_subject (const JipyoAlertRule *rule, const char *instrument, gboolean across)
{
  switch (rule->kind) {
  case JIPYO_ALERT_PRICE:
  case JIPYO_ALERT_CHANGE:
  case JIPYO_ALERT_STALENESS:
    return instrument;
  case JIPYO_ALERT_SPREAD:
    return across ? jipyo_instrument_get_symbol (instrument) : NULL;
  case JIPYO_ALERT_BASKET:
  case JIPYO_ALERT_EVENT:
    break;
  }
  return NULL;
}

gboolean
jipyo_alert_following_has (const JipyoAlertFollowing *self, const JipyoAlertRule *rule)
{
  return self->code != NULL
         && g_ptr_array_find_with_equal_func (self->rules, rule->id, g_str_equal, NULL)
         && g_strcmp0 (rule->subject, find_subject (rule, self->code->successor, TRUE)) == 0;
}

char *
jipyo_alert_follow (JipyoAlertRule *rule, const JipyoNewCode *code, gboolean across)
{
  if (g_strcmp0 (rule->subject, find_subject (rule, code->instrument, across)) != 0)
    return NULL;
  char *before = g_steal_pointer (&rule->subject);

  rule->subject = g_strdup (find_subject (rule, code->successor, across));
  return before;
}

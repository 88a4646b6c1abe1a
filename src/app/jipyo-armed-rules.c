/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules are read and written as a list, without their machines; so the two lie side by side, and
 * whatever is done to the one list is done to the other here.
 */

#include "jipyo-armed-rules.h"

static guint
find_in (const GPtrArray *rules, const char *id)
{
  guint i = 0;

  while (i < rules->len && g_strcmp0 (((const JipyoAlertRule *) rules->pdata[i])->id, id) != 0)
    i++;
  return i;
}

void
jipyo_armed_rules_init (JipyoArmedRules *self, GPtrArray *rules, JipyoAlertJournal *log)
{
  self->rules = rules;
  self->armed = g_array_new (FALSE, TRUE, sizeof (JipyoArmed));
  self->log = log;
  for (guint i = 0; i < rules->len; i++)
    jipyo_armed_rules_arm (self, i);
}

void
jipyo_armed_rules_clear (JipyoArmedRules *self)
{
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_clear_pointer (&self->armed, g_array_unref);
}

guint
jipyo_armed_rules_find (const JipyoArmedRules *self, const char *id)
{
  return find_in (self->rules, id);
}

JipyoArmed *
jipyo_armed_rules_get (const JipyoArmedRules *self, guint at)
{
  return &g_array_index (self->armed, JipyoArmed, at);
}

char *
jipyo_armed_rules_make_id (const JipyoArmedRules *self)
{
  guint64 last = jipyo_alert_journal_find_last_id (self->log);

  for (guint i = 0; i < self->rules->len; i++)
    last = MAX (last, g_ascii_strtoull (((JipyoAlertRule *) self->rules->pdata[i])->id, NULL, 10));
  return g_strdup_printf ("%" G_GUINT64_FORMAT, last + 1);
}

void
jipyo_armed_rules_arm (JipyoArmedRules *self, guint at)
{
  const JipyoAlertRule *rule = g_ptr_array_index (self->rules, at);

  if (self->armed->len <= at)
    g_array_set_size (self->armed, at + 1);
  JipyoArmed *armed = jipyo_armed_rules_get (self, at);
  armed->told_us = armed->since_us = 0;
  jipyo_alert_machine_init (&armed->machine, rule, jipyo_alert_journal_has_fired (self->log, rule));
}

void
jipyo_armed_rules_set (JipyoArmedRules *self, guint at, JipyoAlertRule *rule)
{
  if (at < self->rules->len) {
    jipyo_alert_rule_free (self->rules->pdata[at]);
    self->rules->pdata[at] = rule;
  } else {
    g_ptr_array_add (self->rules, rule);
  }
  jipyo_armed_rules_arm (self, at);
}

void
jipyo_armed_rules_insert (JipyoArmedRules *self, guint at, JipyoAlertRule *rule)
{
  static const JipyoArmed none = { 0 };

  g_ptr_array_insert (self->rules, (int) at, rule);
  g_array_insert_val (self->armed, at, none);
  jipyo_armed_rules_arm (self, at);
}

void
jipyo_armed_rules_remove (JipyoArmedRules *self, guint at)
{
  g_array_remove_index (self->armed, at);
  g_ptr_array_remove_index (self->rules, at);
}

/* Whether what one of them has seen so far is true of the other. */
static gboolean
goes_on (const JipyoAlertRule *rule, const JipyoAlertRule *later)
{
  return rule->version == later->version && rule->disabled == later->disabled;
}

GPtrArray *
jipyo_armed_rules_replace (JipyoArmedRules *self, GPtrArray *rules)
{
  GPtrArray *ended = g_ptr_array_new_with_free_func (g_free);
  JipyoArmedRules before = *self;

  jipyo_armed_rules_init (self, g_ptr_array_ref (rules), before.log);
  for (guint i = 0; i < before.rules->len; i++) {
    const JipyoAlertRule *rule = g_ptr_array_index (before.rules, i);
    const guint at = find_in (rules, rule->id);

    if (at < rules->len && goes_on (rule, g_ptr_array_index (rules, at)))
      *jipyo_armed_rules_get (self, at) = *jipyo_armed_rules_get (&before, i);
    else
      g_ptr_array_add (ended, g_strdup (rule->id));
  }
  jipyo_armed_rules_clear (&before);
  return ended;
}

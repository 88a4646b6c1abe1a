/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Quotes, failures and time go to the machine of each rule that is on; what becomes of it goes to
 * the journal and, if it is to be told, to whoever listens.
 */

#include "jipyo-alerts.h"

#include "jipyo-alert-file.h"
#include "jipyo-alert-following.h"
#include "jipyo-alert-journal.h"
#include "jipyo-alert-teller.h"
#include "jipyo-alert-values.h"
#include "jipyo-armed-rules.h"

static const gint64 MINUTE_US = 60 * G_USEC_PER_SEC;

struct _JipyoAlerts {
  GObject parent_instance;

  JipyoOwnFile *rules_file; /* owned */
  JipyoAlertJournal *log;   /* owned */
  GHashTable *quotes;       /* char * → JipyoQuote, the newest */
  JipyoAlertFollowing following;
  JipyoArmedRules own; /* a person's */
  JipyoAlertTeller teller;
  JipyoAlertRule *removed; /* the last one, or NULL */
  guint removed_from;      /* its index */
  gint64 now_us;           /* as last handed in */
};

G_DEFINE_FINAL_TYPE (JipyoAlerts, jipyo_alerts, G_TYPE_OBJECT)

enum { CHANGED, FAILED, TOLD, WITHDRAWN, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
jipyo_alerts_finalize (GObject *object)
{
  JipyoAlerts *self = JIPYO_ALERTS (object);

  g_clear_object (&self->rules_file);
  g_clear_pointer (&self->log, jipyo_alert_journal_free);
  jipyo_armed_rules_clear (&self->own);
  g_hash_table_unref (self->quotes);
  jipyo_alert_teller_clear (&self->teller);
  jipyo_alert_following_clear (&self->following);
  jipyo_alert_rule_free (self->removed);
  G_OBJECT_CLASS (jipyo_alerts_parent_class)->finalize (object);
}

static void
jipyo_alerts_class_init (JipyoAlertsClass *class)
{
  const GType type = JIPYO_TYPE_ALERTS;

  G_OBJECT_CLASS (class)->finalize = jipyo_alerts_finalize;
  signals[CHANGED] =
    g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[TOLD] = g_signal_new ("told", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[WITHDRAWN] = g_signal_new ("withdrawn", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
jipyo_alerts_init (JipyoAlerts *self)
{
  self->quotes =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) jipyo_quote_free);
  jipyo_alert_teller_init (&self->teller);
}

static guint
find (JipyoAlerts *self, const char *id)
{
  return jipyo_armed_rules_find (&self->own, id);
}

static JipyoAlertRule *
get_rule (JipyoAlerts *self, guint at)
{
  return g_ptr_array_index (self->own.rules, at);
}

/* Another program changed them. */
static void
rules_replaced_cb (JipyoAlerts *self, GPtrArray *rules)
{
  g_autoptr (GPtrArray) ended = jipyo_armed_rules_replace (&self->own, rules);

  for (guint i = 0; i < ended->len; i++)
    g_signal_emit (self, signals[WITHDRAWN], 0, ended->pdata[i]);
  g_signal_emit (self, signals[CHANGED], 0);
}

JipyoAlerts *
jipyo_alerts_new (const char *directory)
{
  JipyoAlerts *self = g_object_new (JIPYO_TYPE_ALERTS, NULL);
  g_autofree char *rules = g_build_filename (directory, "alerts.json", NULL);
  g_autofree char *log = g_build_filename (directory, "alerts-log.json", NULL);

  self->rules_file = jipyo_own_file_new_for (rules, self, G_CALLBACK (rules_replaced_cb));
  GPtrArray *own = jipyo_own_file_load_list (self->rules_file, jipyo_alert_file_parse,
                                             (GDestroyNotify) jipyo_alert_rule_free);
  self->log = jipyo_alert_journal_new (log, self);
  jipyo_armed_rules_init (&self->own, own, self->log);
  jipyo_own_file_watch (self->rules_file);
  return self;
}

const char *
jipyo_alerts_get_problem (JipyoAlerts *self)
{
  const char *problem = jipyo_own_file_get_problem (self->rules_file);

  return problem != NULL ? problem : jipyo_alerts_get_log_problem (self);
}

const char *
jipyo_alerts_get_log_problem (JipyoAlerts *self)
{
  return jipyo_own_file_get_problem (jipyo_alert_journal_get_file (self->log));
}

gboolean
jipyo_alerts_is_saving (JipyoAlerts *self)
{
  return jipyo_own_file_is_saving (self->rules_file)
         || jipyo_own_file_is_saving (jipyo_alert_journal_get_file (self->log));
}

JipyoOwnFile *
jipyo_alerts_get_file (JipyoAlerts *self)
{
  g_return_val_if_fail (JIPYO_IS_ALERTS (self), NULL);
  return self->rules_file;
}

/* --- Rules */

const GPtrArray *
jipyo_alerts_get_rules (JipyoAlerts *self)
{
  return self->own.rules;
}

const GPtrArray *
jipyo_alerts_get_log (JipyoAlerts *self)
{
  return jipyo_alert_journal_get_lines (self->log);
}

const JipyoAlertRule *
jipyo_alerts_find (JipyoAlerts *self, const char *id)
{
  const guint at = find (self, id);

  return at < self->own.rules->len ? get_rule (self, at) : NULL;
}

JipyoAlertState
jipyo_alerts_get_state (JipyoAlerts *self, const char *id)
{
  const guint at = find (self, id);

  g_return_val_if_fail (at < self->own.rules->len, JIPYO_ALERT_NORMAL);
  return jipyo_alert_machine_get_state (&jipyo_armed_rules_get (&self->own, at)->machine);
}

gboolean
jipyo_alerts_get_value (JipyoAlerts *self, const char *id, JipyoDecimal *value)
{
  const guint at = find (self, id);

  if (at == self->own.rules->len || !jipyo_armed_rules_get (&self->own, at)->machine.has_last)
    return FALSE;
  *value = jipyo_armed_rules_get (&self->own, at)->machine.last.value;
  return TRUE;
}

gint64
jipyo_alerts_find_firing (JipyoAlerts *self, const char *id)
{
  return jipyo_alert_journal_find_firing (self->log, id);
}

static void
rules_changed (JipyoAlerts *self)
{
  jipyo_own_file_save (self->rules_file, jipyo_alert_file_format (self->own.rules));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
withdraw (JipyoAlerts *self, const char *id)
{
  g_signal_emit (self, signals[WITHDRAWN], 0, id);
}

const char *
jipyo_alerts_set (JipyoAlerts *self, const JipyoAlertRule *rule)
{
  g_return_val_if_fail (JIPYO_IS_ALERTS (self) && rule != NULL, NULL);
  const guint at = find (self, rule->id);
  JipyoAlertRule *own;

  if (jipyo_alert_rule_check (rule) != NULL)
    return NULL;
  own = jipyo_alert_rule_copy (rule);
  own->version = 1;
  if (at < self->own.rules->len) {
    own->version = get_rule (self, at)->version + 1;
    withdraw (self, own->id);
  } else {
    g_free (own->id);
    own->id = jipyo_armed_rules_make_id (&self->own);
  }
  jipyo_armed_rules_set (&self->own, at, own);
  rules_changed (self);
  return own->id;
}

gboolean
jipyo_alerts_remove (JipyoAlerts *self, const char *id)
{
  g_return_val_if_fail (JIPYO_IS_ALERTS (self), FALSE);
  const guint at = find (self, id);

  if (at == self->own.rules->len)
    return FALSE;
  withdraw (self, id);
  jipyo_alert_rule_free (self->removed);
  self->removed = jipyo_alert_rule_copy (get_rule (self, at));
  self->removed_from = at;
  jipyo_armed_rules_remove (&self->own, at);
  rules_changed (self);
  return TRUE;
}

gboolean
jipyo_alerts_restore (JipyoAlerts *self)
{
  g_return_val_if_fail (JIPYO_IS_ALERTS (self), FALSE);
  JipyoAlertRule *rule = g_steal_pointer (&self->removed);
  const guint at = MIN (self->removed_from, self->own.rules->len);

  if (rule == NULL)
    return FALSE;
  /* Another rule may have taken the number meanwhile. */
  if (jipyo_alerts_find (self, rule->id) != NULL) {
    g_free (rule->id);
    rule->id = jipyo_armed_rules_make_id (&self->own);
  }
  jipyo_armed_rules_insert (&self->own, at, rule);
  rules_changed (self);
  return TRUE;
}

/* --- New codes */

/* It is late for nothing that it did not wait for. */
static gboolean
look_at (JipyoAlerts *self, guint at, const JipyoNewCode *code, gboolean across)
{
  JipyoAlertRule *rule = get_rule (self, at);
  const JipyoAlertState state = jipyo_alerts_get_state (self, rule->id);
  const JipyoAlertTransition step = {
    .from = state, .to = state, .time_us = self->now_us, .rule_version = rule->version
  };
  char *before = jipyo_alert_follow (rule, code, across);

  if (before == NULL)
    return FALSE;
  JipyoAlertLine *line = jipyo_alert_line_new (rule->id, &step);
  line->subject = before;
  line->successor = g_strdup (rule->subject);
  jipyo_armed_rules_get (&self->own, at)->since_us = 0;
  jipyo_alert_journal_add (self->log, line);
  return TRUE;
}

static void
keep_renamed (JipyoAlerts *self, guint n)
{
  if (n == 0)
    return;
  jipyo_alert_journal_save (self->log, self->now_us);
  rules_changed (self);
}

guint
jipyo_alerts_rename (JipyoAlerts *self, const JipyoNewCode *code, gboolean across, gint64 now_us)
{
  g_return_val_if_fail (JIPYO_IS_ALERTS (self) && code != NULL, 0);
  guint n = 0;

  self->now_us = now_us;
  for (guint i = 0; i < self->own.rules->len; i++) {
    const JipyoAlertRule *rule = get_rule (self, i);

    if (!look_at (self, i, code, across))
      continue;
    jipyo_alert_following_add (&self->following, code, rule->id);
    n++;
  }
  keep_renamed (self, n);
  return n;
}

void
jipyo_alerts_rename_back (JipyoAlerts *self, gint64 now_us)
{
  g_return_if_fail (JIPYO_IS_ALERTS (self) && jipyo_alerts_get_renamed (self) != NULL);
  const JipyoNewCode *code = jipyo_alerts_get_renamed (self);
  const JipyoNewCode back = { code->successor, code->instrument, now_us };
  guint n = 0;

  self->now_us = now_us;
  for (guint i = 0; i < self->own.rules->len; i++)
    n += jipyo_alert_following_has (&self->following, code, get_rule (self, i))
         && look_at (self, i, &back, TRUE);
  jipyo_alert_following_drop (&self->following, code);
  keep_renamed (self, n);
}

const JipyoNewCode *
jipyo_alerts_get_renamed (JipyoAlerts *self)
{
  g_return_val_if_fail (JIPYO_IS_ALERTS (self), NULL);
  return jipyo_alert_following_find (&self->following, self->own.rules);
}

JipyoAlertJournal *
jipyo_alerts_get_journal (JipyoAlerts *self)
{
  return self->log;
}

const char *
jipyo_alerts_find_subject (JipyoAlerts *self, const JipyoAlertLine *line)
{
  const JipyoAlertRule *rule = jipyo_alerts_find (self, line->rule);

  return rule != NULL ? jipyo_alert_journal_find_subject (self->log, line, rule->subject) : NULL;
}

void
jipyo_alerts_set_disabled (JipyoAlerts *self, const char *id, gboolean disabled)
{
  g_return_if_fail (JIPYO_IS_ALERTS (self));
  const guint at = find (self, id);
  JipyoAlertRule *rule = at < self->own.rules->len ? get_rule (self, at) : NULL;

  if (rule == NULL || rule->disabled == disabled)
    return;
  rule->disabled = disabled;
  rule->snoozed_until_us = 0;
  jipyo_armed_rules_arm (&self->own, at);
  withdraw (self, rule->id);
  rules_changed (self);
}

void
jipyo_alerts_snooze (JipyoAlerts *self, const char *id, gint64 until_us)
{
  g_return_if_fail (JIPYO_IS_ALERTS (self));
  const guint at = find (self, id);
  JipyoAlertRule *rule = at < self->own.rules->len ? get_rule (self, at) : NULL;

  if (rule == NULL || rule->snoozed_until_us == until_us)
    return;
  rule->snoozed_until_us = until_us;
  withdraw (self, rule->id);
  rules_changed (self);
}

static void
tell (JipyoAlerts *self, guint at)
{
  const JipyoAlertRule *rule = get_rule (self, at);

  jipyo_armed_rules_get (&self->own, at)->told_us = self->now_us;
  const JipyoAlertBudgetVerdict verdict =
    jipyo_alert_teller_ask (&self->teller, rule, self->now_us);

  if (verdict != JIPYO_ALERT_BUDGET_QUIET)
    g_signal_emit (self, signals[TOLD], 0, rule->id, verdict == JIPYO_ALERT_BUDGET_DIGEST);
}

void
jipyo_alerts_hold (JipyoAlerts *self, gboolean held)
{
  g_return_if_fail (JIPYO_IS_ALERTS (self));

  if (self->teller.held == held)
    return;
  self->teller.held = held;
  g_signal_emit (self, signals[CHANGED], 0);
  if (held)
    return;
  for (char *id = NULL; (id = jipyo_alert_teller_next (&self->teller)) != NULL; g_free (id)) {
    const guint at = find (self, id);

    if (at < self->own.rules->len
        && jipyo_armed_rules_get (&self->own, at)->machine.base == JIPYO_ALERT_FIRING)
      tell (self, at);
  }
}

gboolean
jipyo_alerts_is_held (JipyoAlerts *self)
{
  return self->teller.held;
}

static void
take_steps (JipyoAlerts *self, guint at, const GArray *steps)
{
  g_autofree char *id = g_strdup (get_rule (self, at)->id);

  for (guint i = 0; i < steps->len; i++) {
    const JipyoAlertTransition *step = &g_array_index (steps, JipyoAlertTransition, i);

    jipyo_alert_journal_add (self->log, jipyo_alert_line_new (id, step));
    if (jipyo_alert_transition_is_firing (step))
      tell (self, at);
    else if (step->from == JIPYO_ALERT_RECOVERING && step->to == JIPYO_ALERT_NORMAL)
      withdraw (self, id);
  }
  if (steps->len == 0)
    return;
  jipyo_alert_journal_save (self->log, self->now_us);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* `sample` may be NULL: only time passed. */
static void
judge (JipyoAlerts *self, guint at, JipyoAlertSample *sample)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (JipyoAlertTransition));
  const JipyoAlertRule *rule = get_rule (self, at);
  JipyoAlertMachine *machine = &jipyo_armed_rules_get (&self->own, at)->machine;

  if (sample != NULL) {
    sample->time_us = self->now_us;
    jipyo_alert_machine_feed (machine, rule, sample, steps);
  } else {
    jipyo_alert_machine_advance (machine, rule, self->now_us, steps);
  }
  take_steps (self, at, steps);
}

static void
remind (JipyoAlerts *self, guint at)
{
  const JipyoAlertRule *rule = get_rule (self, at);
  const JipyoArmed *armed = jipyo_armed_rules_get (&self->own, at);

  if (rule->reminder_minutes > 0 && armed->told_us > 0
      && jipyo_alert_machine_get_state (&armed->machine) == JIPYO_ALERT_FIRING
      && self->now_us - armed->told_us >= rule->reminder_minutes * MINUTE_US)
    tell (self, at);
}

static gboolean
is_on (JipyoAlerts *self, guint at)
{
  return !get_rule (self, at)->disabled;
}

void
jipyo_alerts_take_quote (JipyoAlerts *self, const JipyoQuote *quote, gint64 now_us)
{
  g_return_if_fail (JIPYO_IS_ALERTS (self) && quote != NULL);
  JipyoQuote *own = jipyo_quote_copy (quote);
  JipyoAlertSample sample;

  self->now_us = now_us;
  g_hash_table_replace (self->quotes, own->instrument, own);
  for (guint i = 0; i < self->own.rules->len; i++)
    if (is_on (self, i)
        && jipyo_alert_sample_quote (get_rule (self, i), self->quotes, own, &sample))
      judge (self, i, &sample);
}

void
jipyo_alerts_take_failure (JipyoAlerts *self, const char *provider, gint64 now_us)
{
  g_return_if_fail (JIPYO_IS_ALERTS (self) && provider != NULL);
  JipyoAlertSample sample = { .state = JIPYO_SAMPLE_FAILED };

  self->now_us = now_us;
  for (guint i = 0; i < self->own.rules->len; i++)
    if (is_on (self, i) && jipyo_alert_needs_provider (get_rule (self, i), provider))
      judge (self, i, &sample);
}

void
jipyo_alerts_advance (JipyoAlerts *self, const JipyoLedger *ledger, gint64 now_us)
{
  g_return_if_fail (JIPYO_IS_ALERTS (self));
  JipyoAlertSample sample;

  self->now_us = now_us;
  for (guint i = 0; i < self->own.rules->len; i++) {
    const JipyoAlertRule *rule = get_rule (self, i);
    JipyoArmed *armed = jipyo_armed_rules_get (&self->own, i);

    if (!is_on (self, i)) {
      armed->since_us = 0;
      continue;
    }
    if (armed->since_us == 0)
      armed->since_us = now_us;
    const JipyoAlertSilence silence = { self->quotes, armed->since_us, now_us };
    const gboolean seen = jipyo_alert_sample_silence (rule, &silence, &sample)
                          || jipyo_alert_sample_event (rule, ledger, now_us, &sample);
    judge (self, i, seen ? &sample : NULL);
    remind (self, i);
  }
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The base is what the values say; the cover is why none can be judged just now. A cover breaks off
 * what was pending, and a recovery begins anew after it: nobody saw what happened under it.
 */

#include "jipyo-alert-machine.h"

static const gint64 PENDING_US = 60 * G_USEC_PER_SEC;
static const gint64 KEEP_FIRING_US = 300 * G_USEC_PER_SEC;
static const gint64 NO_DATA_PERIODS = 3;
static const gint64 DEFAULT_PERIOD_US = 10 * G_USEC_PER_SEC;
static const guint FAILURES_MAX = 3;
static const gint64 HYSTERESIS_PARTS = 500; /* 0.2 % */

typedef struct {
  const char *id;
  const char *ko;
  const char *en;
  const char *glyph;
} Words;

static const Words states[] = {
  [JIPYO_ALERT_NORMAL] = { "normal", "정상", "normal", "○" },
  [JIPYO_ALERT_PENDING] = { "pending", "확인 중", "pending", "◔" },
  [JIPYO_ALERT_FIRING] = { "firing", "울림", "firing", "●" },
  [JIPYO_ALERT_RECOVERING] = { "recovering", "복귀 중", "recovering", "◑" },
  [JIPYO_ALERT_NO_DATA] = { "no-data", "시세 없음", "no data", "∅" },
  [JIPYO_ALERT_ERROR] = { "error", "오류", "error", "✕" },
  [JIPYO_ALERT_CLOSED] = { "closed", "장 마감", "closed", "◻" },
  [JIPYO_ALERT_QUARANTINED] = { "quarantined", "의심 시세", "quarantined", "⚠" },
};

static gboolean
is_crossing (const JipyoAlertRule *rule)
{
  return rule->test == JIPYO_ALERT_CROSSES_UP || rule->test == JIPYO_ALERT_CROSSES_DOWN;
}

void
jipyo_alert_machine_init (JipyoAlertMachine *self, const JipyoAlertRule *rule, gboolean fired)
{
  *self = (JipyoAlertMachine){
    .base = fired ? JIPYO_ALERT_FIRING : JIPYO_ALERT_NORMAL,
    .armed = !is_crossing (rule),
  };
}

JipyoAlertState
jipyo_alert_machine_get_state (const JipyoAlertMachine *self)
{
  return self->cover != JIPYO_ALERT_NORMAL ? self->cover : self->base;
}

static void
note (const JipyoAlertMachine *self, const JipyoAlertRule *rule, gint64 time_us, GArray *log)
{
  JipyoAlertTransition transition = {
    .to = jipyo_alert_machine_get_state (self),
    .time_us = time_us,
    .has_value = self->has_last,
    .value = self->last.value,
    .quote_us = self->last.quote_us,
    .source = self->last.source,
    .rule_version = rule->version,
  };

  g_array_append_val (log, transition);
}

/* Logs the step from what was shown before, if there was one. */
static void
note_since (const JipyoAlertMachine *self,
            const JipyoAlertRule *rule,
            JipyoAlertTransition before,
            GArray *log)
{
  if (jipyo_alert_machine_get_state (self) == before.from)
    return;
  note (self, rule, before.time_us, log);
  g_array_index (log, JipyoAlertTransition, log->len - 1).from = before.from;
}

static void
set_base (JipyoAlertMachine *self, JipyoAlertState base, gint64 time_us)
{
  if (self->base == base)
    return;
  self->base = base;
  self->since_us = time_us;
}

static void
cover (JipyoAlertMachine *self, JipyoAlertState state, gint64 time_us)
{
  self->cover = state;
  if (self->base == JIPYO_ALERT_PENDING)
    set_base (self, JIPYO_ALERT_NORMAL, time_us);
  if (self->base == JIPYO_ALERT_RECOVERING)
    set_base (self, JIPYO_ALERT_FIRING, time_us);
}

static gint64
no_data_due (const JipyoAlertMachine *self, const JipyoAlertRule *rule)
{
  /* The age of a price grows by itself; a day to come does not wait for news. */
  if (rule->kind == JIPYO_ALERT_STALENESS || rule->kind == JIPYO_ALERT_EVENT)
    return G_MAXINT64;
  if (self->cover != JIPYO_ALERT_NORMAL && self->cover != JIPYO_ALERT_QUARANTINED)
    return G_MAXINT64;
  return self->heard_us
         + NO_DATA_PERIODS * (self->period_us > 0 ? self->period_us : DEFAULT_PERIOD_US);
}

static gint64
base_due (const JipyoAlertMachine *self)
{
  if (self->base == JIPYO_ALERT_PENDING)
    return self->since_us + PENDING_US;
  if (self->base == JIPYO_ALERT_RECOVERING)
    return self->since_us + KEEP_FIRING_US;
  return G_MAXINT64;
}

void
jipyo_alert_machine_advance (JipyoAlertMachine *self,
                             const JipyoAlertRule *rule,
                             gint64 now_us,
                             GArray *log)
{
  if (self->heard_us == 0)
    self->heard_us = now_us;
  for (;;) {
    const gint64 no_data_us = no_data_due (self, rule);
    const gint64 base_us = base_due (self);
    const gint64 due_us = MIN (no_data_us, base_us);
    const JipyoAlertTransition before = { .from = jipyo_alert_machine_get_state (self),
                                          .time_us = due_us };

    if (due_us > now_us)
      return;
    if (no_data_us < base_us)
      cover (self, JIPYO_ALERT_NO_DATA, due_us);
    else
      set_base (self, self->base == JIPYO_ALERT_PENDING ? JIPYO_ALERT_FIRING : JIPYO_ALERT_NORMAL,
                due_us);
    note_since (self, rule, before, log);
  }
}

/* max (0.2 % of the level, 2 ticks); a tick is taken to be one of the last decimal that the value
 * or the level has. */
static JipyoDecimal
hysteresis (const JipyoAlertRule *rule, JipyoDecimal value)
{
  const guint8 decimals =
    (guint8) MAX (jipyo_decimal_get_decimals (value), jipyo_decimal_get_decimals (rule->level));
  const JipyoDecimal two_ticks = { 2, decimals };
  JipyoDecimal share;

  if (!jipyo_decimal_divide (rule->level, jipyo_decimal_from_int (HYSTERESIS_PARTS),
                             MIN (decimals + 3u, JIPYO_DECIMAL_SCALE_MAX), &share)
      && !jipyo_decimal_divide (rule->level, jipyo_decimal_from_int (HYSTERESIS_PARTS), decimals,
                                &share))
    return two_ticks;
  if (jipyo_decimal_sign (share) < 0)
    jipyo_decimal_negate (share, &share);
  return jipyo_decimal_compare (share, two_ticks) > 0 ? share : two_ticks;
}

static gboolean
has_returned (const JipyoAlertRule *rule, JipyoDecimal value)
{
  const gboolean up = rule->test == JIPYO_ALERT_ABOVE || rule->test == JIPYO_ALERT_CROSSES_UP;
  const JipyoDecimal margin = hysteresis (rule, value);
  JipyoDecimal line;

  if (up ? !jipyo_decimal_subtract (rule->level, margin, &line)
         : !jipyo_decimal_add (rule->level, margin, &line))
    return !jipyo_alert_rule_holds (rule, value);
  return up ? jipyo_decimal_compare (value, line) <= 0 : jipyo_decimal_compare (value, line) >= 0;
}

/* `again`: the very quote that was judged before, asked for once more. */
static void
judge (JipyoAlertMachine *self,
       const JipyoAlertRule *rule,
       const JipyoAlertSample *sample,
       gboolean again)
{
  const gboolean holds = jipyo_alert_rule_holds (rule, sample->value);

  switch (self->base) {
  case JIPYO_ALERT_NORMAL:
    if (holds && self->armed)
      set_base (self, JIPYO_ALERT_PENDING, sample->time_us);
    break;
  case JIPYO_ALERT_PENDING:
    if (!holds)
      set_base (self, JIPYO_ALERT_NORMAL, sample->time_us);
    else if (!again)
      set_base (self, JIPYO_ALERT_FIRING, sample->time_us);
    break;
  case JIPYO_ALERT_FIRING:
    if (has_returned (rule, sample->value))
      set_base (self, JIPYO_ALERT_RECOVERING, sample->time_us);
    break;
  case JIPYO_ALERT_RECOVERING:
    if (holds)
      set_base (self, JIPYO_ALERT_FIRING, sample->time_us);
    break;
  default:
    g_assert_not_reached ();
  }
  self->armed |= !holds;
}

static void
take_fresh (JipyoAlertMachine *self, const JipyoAlertRule *rule, const JipyoAlertSample *sample)
{
  const gboolean again = self->has_last && self->last.state == JIPYO_SAMPLE_FRESH
                         && sample->quote_us != 0 && sample->quote_us <= self->last.quote_us;

  self->cover = JIPYO_ALERT_NORMAL;
  judge (self, rule, sample, again);
}

static void
keep_last (JipyoAlertMachine *self, const JipyoAlertSample *sample)
{
  self->last = *sample;
  self->has_last = TRUE;
  if (sample->quote_us == 0)
    self->last.quote_us = sample->time_us;
  self->heard_us = sample->time_us;
  if (sample->period_us > 0)
    self->period_us = sample->period_us;
  self->failures = 0;
}

void
jipyo_alert_machine_feed (JipyoAlertMachine *self,
                          const JipyoAlertRule *rule,
                          const JipyoAlertSample *sample,
                          GArray *log)
{
  jipyo_alert_machine_advance (self, rule, sample->time_us, log);
  const JipyoAlertTransition before = { .from = jipyo_alert_machine_get_state (self),
                                        .time_us = sample->time_us };

  switch (sample->state) {
  case JIPYO_SAMPLE_FRESH:
    take_fresh (self, rule, sample);
    break;
  case JIPYO_SAMPLE_CLOSED:
    cover (self, JIPYO_ALERT_CLOSED, sample->time_us);
    break;
  case JIPYO_SAMPLE_SUSPECT:
    cover (self, JIPYO_ALERT_QUARANTINED, sample->time_us);
    break;
  case JIPYO_SAMPLE_FAILED:
    if (++self->failures >= FAILURES_MAX)
      cover (self, JIPYO_ALERT_ERROR, sample->time_us);
    break;
  }
  if (sample->state != JIPYO_SAMPLE_FAILED)
    keep_last (self, sample);
  note_since (self, rule, before, log);
}

gboolean
jipyo_alert_transition_is_firing (const JipyoAlertTransition *self)
{
  return self->from == JIPYO_ALERT_PENDING && self->to == JIPYO_ALERT_FIRING;
}

const char *
jipyo_alert_state_id (JipyoAlertState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (states), "");
  return states[state].id;
}

gboolean
jipyo_alert_state_parse (const char *id, JipyoAlertState *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (states[i].id, id) == 0) {
      *state = i;
      return TRUE;
    }
  return FALSE;
}

const char *
jipyo_alert_state_label (JipyoAlertState state, JipyoLang lang)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (states), "");
  return lang == JIPYO_LANG_KO ? states[state].ko : states[state].en;
}

const char *
jipyo_alert_state_glyph (JipyoAlertState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (states), "");
  return states[state].glyph;
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a rule was turned off for it already is in the log, which outlives the program.
 */

#include "jipyo-alert-units.h"

/* A quote is marked for a day. */
static const gint64 told_us = 2 * G_TIME_SPAN_DAY;

static gboolean
is_concerned (const JipyoAlertRule *rule, const char *instrument)
{
  return !rule->disabled && rule->kind == JIPYO_ALERT_PRICE
         && g_str_equal (rule->subject, instrument);
}

static gboolean
is_told (JipyoAlerts *alerts, const char *id, gint64 now_us)
{
  const GPtrArray *log = jipyo_alerts_get_log (alerts);

  for (guint i = log->len; i > 0; i--) {
    const JipyoAlertLine *line = g_ptr_array_index (log, i - 1);

    if (line->unit_change != 0 && g_str_equal (line->rule, id)
        && now_us - line->step.time_us < told_us)
      return TRUE;
  }
  return FALSE;
}

static void
turn_off (JipyoAlerts *alerts, const JipyoAlertRule *rule, const JipyoQuote *quote, gint64 now_us)
{
  JipyoAlertJournal *journal = jipyo_alerts_get_journal (alerts);
  const JipyoAlertState state = jipyo_alerts_get_state (alerts, rule->id);
  const JipyoAlertTransition step = { .from = state,
                                      .to = state,
                                      .time_us = now_us,
                                      .has_value = TRUE,
                                      .value = quote->last,
                                      .quote_us = quote->venue_time_us,
                                      .source = quote->provider,
                                      .rule_version = rule->version };
  JipyoAlertLine *line = jipyo_alert_line_new (rule->id, &step);

  line->unit_change = quote->unit_change;
  jipyo_alert_journal_add (journal, line);
  jipyo_alert_journal_save (journal, now_us);
  jipyo_alerts_set_disabled (alerts, rule->id, TRUE);
}

guint
jipyo_alert_units_heed (JipyoAlerts *alerts, const JipyoQuote *quote, gint64 now_us)
{
  g_return_val_if_fail (JIPYO_IS_ALERTS (alerts) && quote != NULL, 0);
  const GPtrArray *rules = jipyo_alerts_get_rules (alerts);
  guint n = 0;

  for (guint i = 0; quote->unit_change != 0 && i < rules->len; i++) {
    const JipyoAlertRule *rule = g_ptr_array_index (rules, i);

    if (!is_concerned (rule, quote->instrument) || is_told (alerts, rule->id, now_us))
      continue;
    turn_off (alerts, rule, quote, now_us);
    n++;
  }
  return n;
}

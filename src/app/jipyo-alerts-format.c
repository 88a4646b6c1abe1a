/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The state is that of the log: the command line watches nothing itself.
 */

#include "jipyo-alerts-format.h"

#include "jipyo-date.h"
#include "jipyo-json-writer.h"

static const JipyoAlertLine *
find_last (JipyoAlerts *self, const char *id)
{
  const GPtrArray *log = jipyo_alerts_get_log (self);

  for (guint i = log->len; i > 0; i--)
    if (g_str_equal (((const JipyoAlertLine *) log->pdata[i - 1])->rule, id))
      return log->pdata[i - 1];
  return NULL;
}

char *
jipyo_alerts_format_time (gint64 time_us)
{
  g_autofree char *day = jipyo_date_format (jipyo_instant_date_kst (time_us));
  g_autofree char *time = jipyo_instant_format_time_kst (time_us);

  return g_strconcat (day, " ", time, NULL);
}

static void
append_rule (GString *text, JipyoAlerts *self, const JipyoAlertRule *rule, JipyoLang lang)
{
  const JipyoAlertLine *last = find_last (self, rule->id);
  const gboolean ko = lang == JIPYO_LANG_KO;
  g_autofree char *words = jipyo_alert_rule_format (rule, lang);

  g_string_append_printf (text, "%s  %s", rule->id, words);
  if (rule->disabled)
    g_string_append (text, ko ? " · 꺼짐" : " · off");
  if (last != NULL) {
    g_autofree char *time = jipyo_alerts_format_time (last->step.time_us);

    g_string_append_printf (text, " · %s %s %s", jipyo_alert_state_glyph (last->step.to),
                            jipyo_alert_state_label (last->step.to, lang), time);
  }
  g_string_append_c (text, '\n');
}

char *
jipyo_alerts_format_text (JipyoAlerts *self, JipyoLang lang)
{
  const GPtrArray *rules = jipyo_alerts_get_rules (self);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rules->len; i++)
    append_rule (text, self, rules->pdata[i], lang);
  return g_string_free (text, FALSE);
}

static void
write_instant (JipyoJsonWriter *writer, const char *key, gint64 time_us)
{
  g_autofree char *text = jipyo_instant_format (time_us);

  jipyo_json_writer_member (writer, key, text);
}

static void
write_rule (JipyoJsonWriter *writer, const JipyoAlertRule *rule)
{
  jipyo_json_writer_member (writer, "id", rule->id);
  jipyo_json_writer_key (writer, "version");
  jipyo_json_writer_int (writer, rule->version);
  jipyo_json_writer_member (writer, "kind", jipyo_alert_kind_id (rule->kind));
  jipyo_json_writer_member (writer, "subject", rule->subject);
  jipyo_json_writer_member (writer, "test", jipyo_alert_test_id (rule->test));
  jipyo_json_writer_member_decimal (writer, "level", rule->level);
  jipyo_json_writer_key (writer, "reminder");
  jipyo_json_writer_int (writer, rule->reminder_minutes);
  jipyo_json_writer_key (writer, "disabled");
  jipyo_json_writer_boolean (writer, rule->disabled);
}

static void
write_line (JipyoJsonWriter *writer, const JipyoAlertLine *line)
{
  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_member (writer, "rule", line->rule);
  jipyo_json_writer_key (writer, "rule-version");
  jipyo_json_writer_int (writer, line->step.rule_version);
  jipyo_json_writer_member (writer, "from", jipyo_alert_state_id (line->step.from));
  jipyo_json_writer_member (writer, "to", jipyo_alert_state_id (line->step.to));
  write_instant (writer, "time", line->step.time_us);
  if (line->step.has_value)
    jipyo_json_writer_member_decimal (writer, "value", line->step.value);
  if (line->step.quote_us != 0)
    write_instant (writer, "quote-time", line->step.quote_us);
  if (line->step.source != NULL)
    jipyo_json_writer_member (writer, "source", line->step.source);
  jipyo_json_writer_end_object (writer);
}

char *
jipyo_alerts_format_json (JipyoAlerts *self)
{
  g_autoptr (JipyoJsonWriter) writer = jipyo_json_writer_new (TRUE);
  const GPtrArray *rules = jipyo_alerts_get_rules (self);
  const GPtrArray *log = jipyo_alerts_get_log (self);

  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_key (writer, "alerts");
  jipyo_json_writer_begin_array (writer);
  for (guint i = 0; i < rules->len; i++) {
    jipyo_json_writer_begin_object (writer);
    write_rule (writer, rules->pdata[i]);
    jipyo_json_writer_end_object (writer);
  }
  jipyo_json_writer_end_array (writer);
  jipyo_json_writer_key (writer, "log");
  jipyo_json_writer_begin_array (writer);
  for (guint i = 0; i < log->len; i++)
    write_line (writer, log->pdata[i]);
  jipyo_json_writer_end_array (writer);
  jipyo_json_writer_end_object (writer);
  return jipyo_json_writer_finish (writer);
}

char *
jipyo_alerts_format_rehearsal (const JipyoAlertRehearsal *rehearsal, JipyoLang lang)
{
  g_autofree char *words = jipyo_alert_rehearsal_format (rehearsal, lang);
  GString *text = g_string_new (words);

  g_string_append_c (text, '\n');
  for (guint i = 0; i < rehearsal->fired->len; i++) {
    g_autofree char *time = jipyo_alerts_format_time (g_array_index (rehearsal->fired, gint64, i));

    g_string_append_printf (text, "  %s KST\n", time);
  }
  return g_string_free (text, FALSE);
}

char *
jipyo_alerts_format_rehearsal_json (const JipyoAlertRehearsal *rehearsal)
{
  g_autoptr (JipyoJsonWriter) writer = jipyo_json_writer_new (TRUE);

  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_key (writer, "days");
  jipyo_json_writer_int (writer, (rehearsal->to_us - rehearsal->from_us) / G_TIME_SPAN_DAY);
  jipyo_json_writer_key (writer, "covered-hours");
  jipyo_json_writer_int (writer, rehearsal->covered_us / G_TIME_SPAN_HOUR);
  jipyo_json_writer_key (writer, "prices");
  jipyo_json_writer_int (writer, rehearsal->n_prices);
  jipyo_json_writer_key (writer, "fired");
  jipyo_json_writer_begin_array (writer);
  for (guint i = 0; i < rehearsal->fired->len; i++) {
    g_autofree char *time = jipyo_instant_format (g_array_index (rehearsal->fired, gint64, i));

    jipyo_json_writer_string (writer, time);
  }
  jipyo_json_writer_end_array (writer);
  jipyo_json_writer_end_object (writer);
  return jipyo_json_writer_finish (writer);
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The state is that of the log: the command line watches nothing itself.
 */

#include "jipyo-alerts-format.h"

#include "jipyo-alert-file.h"
#include "jipyo-date.h"

static const JipyoAlertLine *
get_line (const GPtrArray *log, guint i)
{
  return g_ptr_array_index (log, i);
}

/* That says something of its state. */
static const JipyoAlertLine *
find_last (JipyoAlerts *self, const char *id)
{
  const GPtrArray *log = jipyo_alerts_get_log (self);

  for (guint i = log->len; i > 0; i--)
    if (g_str_equal (get_line (log, i - 1)->rule, id) && get_line (log, i - 1)->successor == NULL
        && get_line (log, i - 1)->unit_change == 0)
      return get_line (log, i - 1);
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

char *
jipyo_alerts_format_json (JipyoAlerts *self)
{
  g_autoptr (JipyoJsonWriter) writer = jipyo_json_writer_new (TRUE);
  const GPtrArray *rules = jipyo_alerts_get_rules (self);
  const GPtrArray *log = jipyo_alerts_get_log (self);

  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_key (writer, "alerts");
  jipyo_json_writer_begin_array (writer);
  for (guint i = 0; i < rules->len; i++)
    jipyo_alert_file_write_rule (writer, rules->pdata[i]);
  jipyo_json_writer_end_array (writer);
  jipyo_json_writer_key (writer, "log");
  jipyo_json_writer_begin_array (writer);
  for (guint i = 0; i < log->len; i++)
    jipyo_alert_file_write_line (writer, log->pdata[i]);
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

static void
write_copied (JipyoJsonWriter *writer, gint64 copied_us)
{
  g_autofree char *time = copied_us != 0 ? jipyo_instant_format (copied_us) : NULL;

  jipyo_json_writer_member (writer, "as_of", time);
}

char *
jipyo_alerts_format_rehearsal_json (const JipyoAlertRehearsal *rehearsal)
{
  g_autoptr (JipyoJsonWriter) writer = jipyo_json_writer_new (TRUE);

  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_key (writer, "days");
  jipyo_json_writer_int (writer, (rehearsal->to_us - rehearsal->from_us) / G_TIME_SPAN_DAY);
  jipyo_json_writer_member (writer, "source", rehearsal->copied_us != 0 ? "copy" : "history");
  write_copied (writer, rehearsal->copied_us);
  if (rehearsal->n_sessions == 0) {
    jipyo_json_writer_key (writer, "covered-hours");
    jipyo_json_writer_int (writer, rehearsal->covered_us / G_TIME_SPAN_HOUR);
  }
  jipyo_json_writer_key (writer, "prices");
  jipyo_json_writer_int (writer, rehearsal->n_prices);
  if (rehearsal->n_sessions > 0) {
    jipyo_json_writer_key (writer, "sessions");
    jipyo_json_writer_int (writer, rehearsal->n_sessions);
    jipyo_json_writer_key (writer, "without");
    jipyo_json_writer_string (writer, jipyo_text_get (&rehearsal->without, JIPYO_LANG_EN));
  }
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

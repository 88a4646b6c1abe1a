/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * {"rules": [{"id", "version", "kind", "subject", "test", "level", "reminder", "disabled",
 * "snoozed-until"}, …], "version": 1} and {"log": [{"rule", "rule-version", "from", "to", "time",
 * "value", "quote-time", "source", "subject", "successor", "unit-change"}, …], "version": 1}
 */

#include "jipyo-alert-file.h"

#include "jipyo-list-file.h"
#include "jipyo-unit-change.h"

#include <glib/gi18n.h>

static const int reminder_max = 7 * 24 * 60;

static gint64
read_instant (const JipyoJsonCursor *cursor, const char *name, JipyoJsonNeed need)
{
  const char *text = jipyo_json_read_string (cursor, name, need);
  gint64 instant_us = 0;

  if (text != NULL && !jipyo_instant_parse (text, &instant_us))
    jipyo_json_cursor_complain (cursor, name, _ ("expected a time like 2025-08-05T02:08:21Z"));
  return instant_us;
}

static gpointer
read_rule (const JipyoJsonCursor *cursor)
{
  static const char *const members[] = { "id",    "version",  "kind",     "subject",       "test",
                                         "level", "reminder", "disabled", "snoozed-until", NULL };
  JipyoAlertRule *rule = g_new0 (JipyoAlertRule, 1);
  const char *kind = jipyo_json_read_string (cursor, "kind", JIPYO_JSON_REQUIRED);
  const char *test = jipyo_json_read_string (cursor, "test", JIPYO_JSON_REQUIRED);

  rule->id = g_strdup (jipyo_json_read_string (cursor, "id", JIPYO_JSON_REQUIRED));
  rule->version = (guint) jipyo_json_read_int (cursor, "version", 1, G_MAXINT);
  rule->subject = g_strdup (jipyo_json_read_string (cursor, "subject", JIPYO_JSON_REQUIRED));
  rule->reminder_minutes = jipyo_json_read_int (cursor, "reminder", 0, reminder_max);
  rule->disabled = jipyo_json_read_boolean (cursor, "disabled", JIPYO_JSON_OPTIONAL);
  rule->snoozed_until_us = read_instant (cursor, "snoozed-until", JIPYO_JSON_OPTIONAL);
  jipyo_json_read_decimal (cursor, "level", JIPYO_JSON_REQUIRED, &rule->level);
  if (kind != NULL && !jipyo_alert_kind_parse (kind, &rule->kind))
    jipyo_json_cursor_complain (cursor, "kind", _ ("there is no kind “%s”"), kind);
  else if (test != NULL && !jipyo_alert_test_parse (test, &rule->test))
    jipyo_json_cursor_complain (cursor, "test", _ ("there is no test “%s”"), test);
  else if (kind != NULL && test != NULL && jipyo_alert_rule_check (rule) != NULL)
    jipyo_json_cursor_complain (cursor, NULL, "%s", _ (jipyo_alert_rule_check (rule)));
  jipyo_json_cursor_check_members (cursor, members);
  return rule;
}

static int
read_unit_change (const JipyoJsonCursor *cursor)
{
  JipyoDecimal change;

  if (!jipyo_json_read_decimal (cursor, "unit-change", JIPYO_JSON_OPTIONAL, &change))
    return 0;
  const double whole = jipyo_decimal_to_double (change);
  if (change.scale == 0 && ABS (whole) >= 2 && ABS (whole) <= JIPYO_UNIT_CHANGE_MAX)
    return (int) whole;
  jipyo_json_cursor_complain (cursor, "unit-change",
                              _ ("expected a whole number from 2 to %d, or from -%d to -2"),
                                 JIPYO_UNIT_CHANGE_MAX, JIPYO_UNIT_CHANGE_MAX);
  return 0;
}

static gpointer
read_line (const JipyoJsonCursor *cursor)
{
  static const char *const members[] = { "rule",    "rule-version", "from",        "to",
                                         "time",    "value",        "quote-time",  "source",
                                         "subject", "successor",    "unit-change", NULL };
  JipyoAlertTransition step = { 0 };
  JipyoAlertLine *line;
  const char *from = jipyo_json_read_string (cursor, "from", JIPYO_JSON_REQUIRED);
  const char *to = jipyo_json_read_string (cursor, "to", JIPYO_JSON_REQUIRED);

  if (from != NULL && !jipyo_alert_state_parse (from, &step.from))
    jipyo_json_cursor_complain (cursor, "from", _ ("there is no state “%s”"), from);
  if (to != NULL && !jipyo_alert_state_parse (to, &step.to))
    jipyo_json_cursor_complain (cursor, "to", _ ("there is no state “%s”"), to);
  step.rule_version = (guint) jipyo_json_read_int (cursor, "rule-version", 1, G_MAXINT);
  step.time_us = read_instant (cursor, "time", JIPYO_JSON_REQUIRED);
  step.quote_us = read_instant (cursor, "quote-time", JIPYO_JSON_OPTIONAL);
  step.has_value = jipyo_json_read_decimal (cursor, "value", JIPYO_JSON_OPTIONAL, &step.value);
  step.source = jipyo_json_read_string (cursor, "source", JIPYO_JSON_OPTIONAL);
  line = jipyo_alert_line_new (jipyo_json_read_string (cursor, "rule", JIPYO_JSON_REQUIRED), &step);
  line->subject = g_strdup (jipyo_json_read_string (cursor, "subject", JIPYO_JSON_OPTIONAL));
  line->successor = g_strdup (jipyo_json_read_string (cursor, "successor", JIPYO_JSON_OPTIONAL));
  if ((line->subject == NULL) != (line->successor == NULL))
    jipyo_json_cursor_complain (cursor, NULL, _ ("expected both of “subject” and “successor”"));
  line->unit_change = read_unit_change (cursor);
  jipyo_json_cursor_check_members (cursor, members);
  return line;
}

static void
write_instant (JipyoJsonWriter *writer, const char *name, gint64 instant_us)
{
  g_autofree char *text = jipyo_instant_format (instant_us);

  if (instant_us != 0)
    jipyo_json_writer_member (writer, name, text);
}

void
jipyo_alert_file_write_rule (JipyoJsonWriter *writer, const JipyoAlertRule *rule)
{
  jipyo_json_writer_begin_object (writer);
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
  write_instant (writer, "snoozed-until", rule->snoozed_until_us);
  jipyo_json_writer_end_object (writer);
}

void
jipyo_alert_file_write_line (JipyoJsonWriter *writer, const JipyoAlertLine *line)
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
  write_instant (writer, "quote-time", line->step.quote_us);
  if (line->step.source != NULL)
    jipyo_json_writer_member (writer, "source", line->step.source);
  if (line->successor != NULL) {
    jipyo_json_writer_member (writer, "subject", line->subject);
    jipyo_json_writer_member (writer, "successor", line->successor);
  }
  if (line->unit_change != 0)
    jipyo_json_writer_member_decimal (writer, "unit-change",
                                      jipyo_decimal_from_int (line->unit_change));
  jipyo_json_writer_end_object (writer);
}

static void
read_rules (const JipyoJsonCursor *root, GPtrArray *rules)
{
  jipyo_list_file_read_objects (root, "rules", read_rule, rules);
}

static void
read_log (const JipyoJsonCursor *root, GPtrArray *lines)
{
  jipyo_list_file_read_objects (root, "log", read_line, lines);
}

static void
write_rule (JipyoJsonWriter *writer, gconstpointer rule)
{
  jipyo_alert_file_write_rule (writer, rule);
}

static void
write_line (JipyoJsonWriter *writer, gconstpointer line)
{
  jipyo_alert_file_write_line (writer, line);
}

static const JipyoListFile rules_file = { "rules", read_rules, write_rule,
                                          (GDestroyNotify) jipyo_alert_rule_free };
static const JipyoListFile log_file = { "log", read_log, write_line,
                                        (GDestroyNotify) jipyo_alert_line_free };

GPtrArray *
jipyo_alert_file_parse (const char *name, const char *text, gsize length, GPtrArray *problems)
{
  g_autoptr (JipyoJsonDocument) document =
               jipyo_json_document_new (name, g_strndup (text, length), length, problems);

  return jipyo_list_file_parse (&rules_file, document);
}

GPtrArray *
jipyo_alert_log_parse (const char *name, const char *text, gsize length, GPtrArray *problems)
{
  g_autoptr (JipyoJsonDocument) document =
               jipyo_json_document_new (name, g_strndup (text, length), length, problems);

  return jipyo_list_file_parse (&log_file, document);
}

char *
jipyo_alert_file_format (const GPtrArray *rules)
{
  return jipyo_list_file_format (&rules_file, rules);
}

char *
jipyo_alert_log_format (const GPtrArray *lines)
{
  return jipyo_list_file_format (&log_file, lines);
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * jipyo alerts: lists a person's rules, adds, removes and rehearses them. What watches them is the
 * window.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "jipyo-alerts-format.h"
#include "jipyo-basket-members.h"
#include "jipyo-commands.h"
#include "jipyo-past.h"
#include "jipyo-rehearsing.h"

typedef struct {
  gboolean json;
  char *kind;
  int reminder;
} Options;

typedef struct {
  const JipyoCommandLine *line;
  const Options *options;
  JipyoSession *session; /* owned */
  JipyoAlerts *alerts;   /* borrowed */
} Call;

typedef struct {
  GMainLoop *loop;
  JipyoAlertRehearsal *rehearsal;
  GError *error;
} Wait;

static const char rule_example[] = N_ ("A rule is like: upbit:KRW-BTC above 160000000");

static void
add_options (GOptionContext *context, gpointer data)
{
  Options *options = data;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->json, N_ ("Write JSON, the log too"), NULL },
      { "kind", 0, 0, G_OPTION_ARG_STRING, &options->kind,
        N_ ("What the rule looks at; a price if not said"),
            "price|change|spread|basket|staleness|event" },
        { "reminder", 0, 0, G_OPTION_ARG_INT, &options->reminder,
          N_ ("Tell again while it fires, every so many minutes (60 or more)"), "MINUTES" },
          G_OPTION_ENTRY_NULL,
      };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static void
clear_options (gpointer data)
{
  g_free (((Options *) data)->kind);
}

static int
print_alerts (const Call *call)
{
  g_autofree char *text = call->options->json
                            ? jipyo_alerts_format_json (call->alerts)
                            : jipyo_alerts_format_text (call->alerts, call->line->lang);

  if (*text == '\0') {
    jipyo_command_complain ("%s", _ ("There are no alerts yet; “jipyo alerts add” makes one"));
    return JIPYO_EXIT_DONE;
  }
  return jipyo_command_write (text, NULL) ? JIPYO_EXIT_DONE : JIPYO_EXIT_FAILED;
}

/* Whether it is the basket of a team that has members that are listed. */
static gboolean
is_basket (const Call *call, const char *subject)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (g_free);

  if (!g_str_has_prefix (subject, JIPYO_ALERT_BASKET_PREFIX))
    return FALSE;
  jipyo_basket_members_add (members, jipyo_session_get_ledger (call->session), subject);
  return members->len > 0;
}

/* A team of the record, or all of them. */
static gboolean
has_plans (const Call *call, const char *subject)
{
  return g_str_equal (subject, "all")
         || jipyo_ledger_find_team (jipyo_session_get_ledger (call->session), subject) != NULL;
}

/* What a rule looks at. A spread is of a coin in won at every venue: "BTC" is "KRW-BTC" there. */
static char *
read_subject (const JipyoAlertRule *rule, const char *word)
{
  if (rule->kind != JIPYO_ALERT_SPREAD || strchr (word, '-') != NULL)
    return g_strdup (word);
  g_autofree char *coin = g_ascii_strup (word, -1);

  return g_strconcat ("KRW-", coin, NULL);
}

/* "SUBJECT TEST LEVEL"; complains and gives NULL when it is no rule. */
static JipyoAlertRule *
parse_rule (const Call *call, char **words)
{
  g_autoptr (JipyoAlertRule) rule = g_new0 (JipyoAlertRule, 1);
  const char *kind = call->options->kind != NULL ? call->options->kind : "price";

  rule->reminder_minutes = call->options->reminder;
  if (g_strv_length (words) != 3)
    jipyo_command_misuse ("alerts", "%s", _ (rule_example));
  else if (!jipyo_alert_kind_parse (kind, &rule->kind))
    jipyo_command_misuse ("alerts", _ ("There is no kind of rule “%s”"), kind);
  else if (!jipyo_alert_test_parse (words[1], &rule->test))
    jipyo_command_misuse ("alerts", _ ("“%s” is not above, below, crosses-up or crosses-down"),
                                       words[1]);
  else if (!jipyo_decimal_parse (words[2], -1, &rule->level, NULL))
    jipyo_command_misuse ("alerts", _ ("“%s” is not a number like 160000000"), words[2]);
  else if (rule->kind == JIPYO_ALERT_PRICE && jipyo_decimal_sign (rule->level) <= 0)
    jipyo_command_misuse ("alerts", "%s", _ ("A price is above zero"));
  else if (rule->kind == JIPYO_ALERT_BASKET && !is_basket (call, words[0]))
    jipyo_command_misuse ("alerts", _ ("“%s” is no basket like basket:sk-telecom"), words[0]);
  else if (rule->kind == JIPYO_ALERT_EVENT && !has_plans (call, words[0]))
    jipyo_command_misuse ("alerts", _ ("“%s” is no team like upstage, nor “all” of them"),
                                       words[0]);
  else if (rule->kind == JIPYO_ALERT_SPREAD && strchr (words[0], ':') != NULL)
    jipyo_command_misuse ("alerts", _ ("“%s” is no coin like BTC: a spread is across venues"),
                                       words[0]);
  else if (rule->reminder_minutes != 0 && rule->reminder_minutes < JIPYO_ALERT_REMINDER_MIN)
    jipyo_command_misuse ("alerts", "%s", _ ("--reminder is 60 minutes or more"));
  else {
    rule->subject = read_subject (rule, words[0]);
    return g_steal_pointer (&rule);
  }
  return NULL;
}

static int
add_rule (Call *call, char **words)
{
  g_autoptr (JipyoAlertRule) rule = parse_rule (call, words);

  if (rule == NULL)
    return JIPYO_EXIT_USAGE;
  const char *id = jipyo_alerts_set (call->alerts, rule);
  if (id == NULL)
    return jipyo_command_misuse ("alerts", "%s", _ (rule_example));
  g_autofree char *text = g_strconcat (id, "\n", NULL);
  const int status = jipyo_command_wait_for_save (jipyo_alerts_get_file (call->alerts));
  return status == JIPYO_EXIT_DONE && !jipyo_command_write (text, NULL) ? JIPYO_EXIT_FAILED
                                                                        : status;
}

static int
remove_rule (Call *call, char **words)
{
  if (g_strv_length (words) != 1)
    return jipyo_command_misuse ("alerts", "%s", _ ("Name one alert, as “jipyo alerts” lists it"));
  if (jipyo_alerts_remove (call->alerts, words[0]))
    return jipyo_command_wait_for_save (jipyo_alerts_get_file (call->alerts));
  jipyo_command_complain (_ ("There is no alert “%s”"), words[0]);
  return JIPYO_EXIT_FAILED;
}

static void
rehearsed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Wait *wait = data;

  wait->rehearsal = jipyo_rehearse_finish (result, &wait->error);
  g_main_loop_quit (wait->loop);
}

static int
rehearse (const Call *call, const JipyoAlertRule *rule)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Wait wait = { .loop = loop };

  jipyo_rehearse_async (call->session, rule, NULL, rehearsed_cb, &wait);
  g_main_loop_run (loop);
  g_autoptr (JipyoAlertRehearsal) rehearsal = wait.rehearsal;
  g_autoptr (GError) error = wait.error;
  if (rehearsal != NULL) {
    g_autofree char *text = call->options->json
                              ? jipyo_alerts_format_rehearsal_json (rehearsal)
                              : jipyo_alerts_format_rehearsal (rehearsal, call->line->lang);

    jipyo_command_tell_copied (rehearsal->copied_us / 1000);
    if (!jipyo_command_write (text, NULL))
      return JIPYO_EXIT_FAILED;
    return rehearsal->copied_us != 0 ? JIPYO_EXIT_PARTLY : JIPYO_EXIT_DONE;
  }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    jipyo_command_complain ("%s", _ ("Only rules on a price or a basket can be rehearsed"));
  else
    jipyo_command_complain_of_past (error);
  return JIPYO_EXIT_FAILED;
}

static int
rehearse_rule (Call *call, char **words)
{
  g_autoptr (JipyoAlertRule) typed = NULL;
  const JipyoAlertRule *rule =
    g_strv_length (words) == 1 ? jipyo_alerts_find (call->alerts, words[0]) : NULL;

  if (rule == NULL && g_strv_length (words) == 1) {
    jipyo_command_complain (_ ("There is no alert “%s”"), words[0]);
    return JIPYO_EXIT_FAILED;
  }
  if (rule == NULL)
    rule = typed = parse_rule (call, words);
  return rule != NULL ? rehearse (call, rule) : JIPYO_EXIT_USAGE;
}

static int
act (Call *call, char **words)
{
  if (words[0] == NULL)
    return print_alerts (call);
  if (strcmp (words[0], "add") == 0)
    return add_rule (call, words + 1);
  if (strcmp (words[0], "remove") == 0)
    return remove_rule (call, words + 1);
  if (strcmp (words[0], "rehearse") == 0)
    return rehearse_rule (call, words + 1);
  return jipyo_command_misuse ("alerts", _ ("“%s” is not expected here"), words[0]);
}

static int
run (const JipyoCommandLine *line, gpointer options)
{
  Call call = { .line = line, .options = options };

  call.session = jipyo_command_open_session (line);
  if (call.session == NULL)
    return JIPYO_EXIT_FAILED;
  /* The watchlist is read with the alerts; what was put aside is found by nobody else any more. */
  g_autofree char *told = g_strdup (jipyo_session_get_notice (call.session));
  call.alerts = jipyo_session_get_alerts (call.session);
  jipyo_command_complain_of_news (call.session, told);
  g_autofree char *told_since = g_strdup (jipyo_session_get_notice (call.session));
  const int status = act (&call, line->arguments);
  /* A basket is rehearsed by a person's weights. */
  jipyo_command_complain_of_news (call.session, told_since);
  g_object_unref (call.session);
  return status;
}

const JipyoCommand jipyo_alerts_command = {
  .name = "alerts",
  .arguments = N_ ("[add|rehearse SUBJECT TEST LEVEL] [remove|rehearse ID]"),
                   .summary = N_ ("List, add, remove and rehearse alerts"),
                                  .add_options = add_options,
                                  .options_size = sizeof (Options),
                                  .clear_options = clear_options,
                                  .run = run,
                   };

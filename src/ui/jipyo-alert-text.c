/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person did to an alert is said before what it sees by itself.
 */

#include "jipyo-alert-text.h"

#include <glib/gi18n.h>

#include "jipyo-alert-words.h"
#include "jipyo-alerts-format.h"
#include "jipyo-quote-text.h"
#include "jipyo-unit-change.h"

static JipyoAlertState
get_state (JipyoSession *session, const JipyoAlertRule *rule)
{
  return jipyo_alerts_get_state (jipyo_session_get_alerts (session), rule->id);
}

static gboolean
is_kept_back (JipyoSession *session, const JipyoAlertRule *rule)
{
  return jipyo_alerts_is_held (jipyo_session_get_alerts (session))
         && get_state (session, rule) == JIPYO_ALERT_FIRING;
}

gboolean
jipyo_alert_text_is_snoozed (JipyoSession *session, const JipyoAlertRule *rule)
{
  return rule->snoozed_until_us > jipyo_session_get_now (session);
}

static const char *
name_state (JipyoAlertState state)
{
  switch (state) {
  case JIPYO_ALERT_NORMAL:
    return C_ ("alert", "Armed");
  case JIPYO_ALERT_PENDING:
    return C_ ("alert", "Reached, being made sure");
  case JIPYO_ALERT_FIRING:
    return C_ ("alert", "Firing");
  case JIPYO_ALERT_RECOVERING:
    return C_ ("alert", "Back, not yet for long");
  case JIPYO_ALERT_NO_DATA:
    return C_ ("alert", "No quotes come");
  case JIPYO_ALERT_ERROR:
    return C_ ("alert", "Quotes fail");
  case JIPYO_ALERT_CLOSED:
    return C_ ("alert", "Market closed");
  case JIPYO_ALERT_QUARANTINED:
    return C_ ("alert", "Quote in doubt");
  }
  g_return_val_if_reached ("");
}

char *
jipyo_alert_text_status (JipyoSession *session, const JipyoAlertRule *rule)
{
  if (rule->disabled)
    return g_strdup (C_ ("alert", "Off"));
  if (jipyo_alert_text_is_snoozed (session, rule)) {
    g_autofree char *time = jipyo_instant_format_time_kst (rule->snoozed_until_us);

    /* Translators: a time of day in Korea, such as 15:30:00 */
    return g_strdup_printf (_ ("Snoozed until %s"), time);
  }
  if (is_kept_back (session, rule))
    return g_strdup (_ ("Fires, told after presenting"));
  return g_strdup (name_state (get_state (session, rule)));
}

const char *
jipyo_alert_text_glyph (JipyoSession *session, const JipyoAlertRule *rule)
{
  if (rule->disabled)
    return "◌";
  if (jipyo_alert_text_is_snoozed (session, rule))
    return "‖";
  return jipyo_alert_state_glyph (get_state (session, rule));
}

JipyoAlertLook
jipyo_alert_text_look (JipyoSession *session, const JipyoAlertRule *rule)
{
  if (rule->disabled || jipyo_alert_text_is_snoozed (session, rule))
    return JIPYO_ALERT_LOOK_ASIDE;
  switch (get_state (session, rule)) {
  case JIPYO_ALERT_NORMAL:
  case JIPYO_ALERT_PENDING:
    return JIPYO_ALERT_LOOK_QUIET;
  case JIPYO_ALERT_FIRING:
  case JIPYO_ALERT_RECOVERING:
    return JIPYO_ALERT_LOOK_FIRING;
  case JIPYO_ALERT_NO_DATA:
  case JIPYO_ALERT_ERROR:
  case JIPYO_ALERT_CLOSED:
  case JIPYO_ALERT_QUARANTINED:
    break;
  }
  return JIPYO_ALERT_LOOK_BLIND;
}

static char *
format_firing (gint64 fired_us)
{
  if (fired_us == 0)
    return g_strdup (_ ("Never fired"));
  g_autofree char *time = jipyo_alerts_format_time (fired_us);
  /* Translators: day and time in Korea */
  return g_strdup_printf (_ ("Last fired %s"), time);
}

/* As the price is written wherever else it stands. (transfer full) */
static char *
format_value (const JipyoAlertRule *rule, JipyoDecimal value, JipyoLang lang)
{
  const JipyoQuote seen = { .instrument = rule->subject, .last = value };

  if (rule->kind == JIPYO_ALERT_PRICE || rule->kind == JIPYO_ALERT_BASKET)
    return jipyo_quote_text_price (&seen);
  return jipyo_alert_value_format (rule->kind, value, lang);
}

/* What an alert saw last is of now only as long as it sees. */
static gboolean
is_seeing (JipyoSession *session, const JipyoAlertRule *rule)
{
  const JipyoAlertState state = get_state (session, rule);

  return !rule->disabled && state <= JIPYO_ALERT_RECOVERING;
}

/* A space that no line breaks at, so that no value stands alone on the next one; not in Korean,
 * where it would join two fonts. */
char *
jipyo_alert_text_detail (JipyoSession *session, const JipyoAlertRule *rule)
{
  JipyoAlerts *alerts = jipyo_session_get_alerts (session);
  const gboolean seeing = is_seeing (session, rule);
  char *fired = format_firing (jipyo_alerts_find_firing (alerts, rule->id));
  JipyoDecimal value;

  /* How long a market that is closed has been silent says nothing. */
  if (!jipyo_alerts_get_value (alerts, rule->id, &value)
      || (!seeing && rule->kind == JIPYO_ALERT_STALENESS))
    return fired;
  g_autofree char *before = fired;
  g_autofree char *last = format_value (rule, value, jipyo_session_get_lang (session));
  if (!seeing)
    /* Translators: when it last fired, then a value of a while ago: the market is closed, say */
    return g_strdup_printf (_ ("%s · last seen\u00a0%s"), before, last);
  /* Translators: when it last fired, then the value looked at last */
  return g_strdup_printf (_ ("%s · now\u00a0%s"), before, last);
}

/* By the code of then. (transfer full) (nullable) */
static JipyoAlertRule *
find_rule_of (JipyoSession *session, const JipyoAlertLine *line)
{
  JipyoAlerts *alerts = jipyo_session_get_alerts (session);
  const JipyoAlertRule *now = jipyo_alerts_find (alerts, line->rule);
  JipyoAlertRule *rule = now != NULL ? jipyo_alert_rule_copy (now) : NULL;

  if (rule == NULL)
    return NULL;
  g_free (rule->subject);
  rule->subject = g_strdup (jipyo_alerts_find_subject (alerts, line));
  return rule;
}

static gboolean
is_back (JipyoSession *session, const JipyoAlertLine *line)
{
  return jipyo_alert_journal_is_back (jipyo_alerts_get_journal (jipyo_session_get_alerts (session)),
                                      line);
}

static char *
format_unit (const char *name, const JipyoAlertLine *line)
{
  g_autofree char *change = jipyo_unit_change_format (line->unit_change);

  /* Translators: the name of an alert, then “×10” or “÷50” */
  return g_strdup_printf (_ ("%s · its price comes in another unit, it seems (%s): turned off, "
                             "for its level is of the old one"),
                             name, change);
}

char *
jipyo_alert_text_step (JipyoSession *session, const JipyoAlertLine *line)
{
  const JipyoLang lang = jipyo_session_get_lang (session);
  g_autoptr (JipyoAlertRule) rule = find_rule_of (session, line);
  g_autofree char *name =
    rule != NULL ? jipyo_alert_words_subject (rule, jipyo_session_get_whole_ledger (session), lang)
                 : g_strdup_printf (_ ("Alert %s, removed"), line->rule);
  if (line->successor != NULL && is_back (session, line))
    /* Translators: the name of an alert, then a code such as “upbit:KRW-OLD” */
    return g_strdup_printf (_ ("%s · the new code was taken back: looks at %s again"), name,
                               line->successor);
  if (line->successor != NULL)
    /* Translators: the name of an alert, then a code such as “upbit:KRW-NEW” */
    return g_strdup_printf (_ ("%s · the venue has a new code for it: looks at %s since"), name,
                               line->successor);
  if (line->unit_change != 0)
    return format_unit (name, line);
  g_autofree char *value = line->step.has_value && rule != NULL
                             ? format_value (rule, line->step.value, lang)
                             : g_strdup ("");

  return g_strdup_printf ("%s · %s → %s%s%s", name, jipyo_alert_state_label (line->step.from, lang),
                          jipyo_alert_state_label (line->step.to, lang),
                          *value != '\0' ? " · " : "", value);
}

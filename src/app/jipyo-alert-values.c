/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A quote that is late, stale or from the record is no sample: it says nothing new. A basket has a
 * quote of its own, made of its members' ones.
 */

#include "jipyo-alert-values.h"

#include "jipyo-basket-members.h"
#include "jipyo-coin.h"
#include "jipyo-plan.h"

#include <string.h>

static gboolean
translate_state (JipyoQuoteState state, JipyoAlertSampleState *translated)
{
  switch (state) {
  case JIPYO_QUOTE_LIVE:
    *translated = JIPYO_SAMPLE_FRESH;
    return TRUE;
  case JIPYO_QUOTE_CLOSED:
  case JIPYO_QUOTE_SUSPENDED:
    *translated = JIPYO_SAMPLE_CLOSED;
    return TRUE;
  case JIPYO_QUOTE_SUSPECT:
    *translated = JIPYO_SAMPLE_SUSPECT;
    return TRUE;
  case JIPYO_QUOTE_LATE:
  case JIPYO_QUOTE_STALE:
  case JIPYO_QUOTE_HISTORY:
  case JIPYO_QUOTE_DELISTED:
    break;
  }
  return FALSE;
}

static gboolean
is_venue (const char *provider)
{
  for (JipyoVenue venue = 0; venue < JIPYO_N_VENUES; venue++)
    if (g_strcmp0 (jipyo_venue_id (venue), provider) == 0)
      return TRUE;
  return FALSE;
}

/* One leg that cannot be believed or traded on spoils the whole. */
static gboolean
sample_spread (const char *symbol, GHashTable *quotes, JipyoAlertSample *sample)
{
  JipyoKnownQuote legs[JIPYO_N_VENUES] = { 0 };
  JipyoSpread spread;

  for (JipyoVenue venue = 0; venue < JIPYO_N_VENUES; venue++) {
    g_autofree char *instrument = g_strconcat (jipyo_venue_id (venue), ":", symbol, NULL);

    legs[venue].quote = g_hash_table_lookup (quotes, instrument);
    if (legs[venue].quote != NULL)
      legs[venue].state = legs[venue].quote->state;
  }
  jipyo_spread_compute (&spread, legs, JIPYO_N_VENUES);
  sample->value = spread.percent;
  sample->source = "spread";
  return spread.verdict == JIPYO_SPREAD_KNOWN && translate_state (spread.state, &sample->state);
}

gboolean
jipyo_alert_sample_quote (const JipyoAlertRule *rule,
                          GHashTable *quotes,
                          const JipyoQuote *quote,
                          JipyoAlertSample *sample)
{
  const char *colon = strchr (quote->instrument, ':');

  *sample = (JipyoAlertSample){
    .quote_us = quote->venue_time_us,
    .period_us = (gint64) quote->interval_ms * 1000,
    .source = g_intern_string (quote->provider),
  };
  if (rule->kind == JIPYO_ALERT_SPREAD)
    return colon != NULL && is_venue (quote->provider) && g_str_equal (rule->subject, colon + 1)
           && sample_spread (rule->subject, quotes, sample);
  if (!g_str_equal (rule->subject, quote->instrument)
      || !translate_state (quote->state, &sample->state))
    return FALSE;
  const gboolean levels = rule->kind == JIPYO_ALERT_PRICE || rule->kind == JIPYO_ALERT_BASKET;
  sample->value = levels ? quote->last : quote->change_percent;
  return levels || (rule->kind == JIPYO_ALERT_CHANGE && quote->has_change_percent);
}

gboolean
jipyo_alert_sample_silence (const JipyoAlertRule *rule,
                            const JipyoAlertSilence *silence,
                            JipyoAlertSample *sample)
{
  const JipyoQuote *quote = g_hash_table_lookup (silence->quotes, rule->subject);
  const gint64 last_us = quote != NULL ? quote->received_us : silence->since_us;

  if (rule->kind != JIPYO_ALERT_STALENESS)
    return FALSE;
  *sample = (JipyoAlertSample){
    .value = jipyo_decimal_from_int (MAX (silence->now_us - last_us, 0) / G_USEC_PER_SEC),
    .time_us = silence->now_us,
    .source = quote != NULL ? g_intern_string (quote->provider) : "nobody",
  };
  if (quote == NULL)
    return TRUE;
  if (quote->state == JIPYO_QUOTE_CLOSED || quote->state == JIPYO_QUOTE_SUSPENDED)
    sample->state = JIPYO_SAMPLE_CLOSED;
  return TRUE;
}

/* Of what was moved or dropped the old date means nothing, and a plan for a year has no day. */
static gboolean
is_to_come (const JipyoLedger *ledger, const JipyoEvent *event, JipyoDate today)
{
  return event->date.month != 0 && jipyo_plan_get_state (ledger, event, today) == JIPYO_PLAN_OPEN;
}

gboolean
jipyo_alert_sample_event (const JipyoAlertRule *rule,
                          const JipyoLedger *ledger,
                          gint64 now_us,
                          JipyoAlertSample *sample)
{
  const JipyoDate today = jipyo_instant_date_kst (now_us);
  int nearest = G_MAXINT;

  if (rule->kind != JIPYO_ALERT_EVENT || ledger == NULL)
    return FALSE;
  const GPtrArray *events = jipyo_ledger_get_events (ledger);
  for (guint i = 0; i < events->len; i++) {
    const JipyoEvent *event = g_ptr_array_index (events, i);
    const gboolean mine =
      g_str_equal (rule->subject, "all") || g_strcmp0 (rule->subject, event->team) == 0;
    const int days = jipyo_date_first_day (event->date) - jipyo_date_first_day (today);

    if (mine && days >= 0 && days < nearest && is_to_come (ledger, event, today))
      nearest = days;
  }
  *sample = (JipyoAlertSample){
    .value = jipyo_decimal_from_int (nearest),
    .time_us = now_us,
    .source = "record",
  };
  return nearest != G_MAXINT;
}

static void
add_instruments (GPtrArray *list, const JipyoAlertRule *rule, const JipyoLedger *ledger)
{
  switch (rule->kind) {
  case JIPYO_ALERT_PRICE:
  case JIPYO_ALERT_CHANGE:
  case JIPYO_ALERT_STALENESS:
    jipyo_basket_members_add_once (list, g_strdup (rule->subject));
    break;
  case JIPYO_ALERT_SPREAD:
    for (JipyoVenue venue = 0; venue < JIPYO_N_VENUES; venue++)
      jipyo_basket_members_add_once (
        list, g_strconcat (jipyo_venue_id (venue), ":", rule->subject, NULL));
    break;
  case JIPYO_ALERT_BASKET:
    if (ledger != NULL)
      jipyo_basket_members_add (list, ledger, rule->subject);
    break;
  case JIPYO_ALERT_EVENT:
    break;
  }
}

char **
jipyo_alert_list_instruments (const GPtrArray *rules, const JipyoLedger *ledger)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < rules->len; i++) {
    const JipyoAlertRule *rule = g_ptr_array_index (rules, i);

    if (!rule->disabled)
      add_instruments (list, rule, ledger);
  }
  g_ptr_array_add (list, NULL);
  return (char **) g_ptr_array_free (list, FALSE);
}

gboolean
jipyo_alert_needs_provider (const JipyoAlertRule *rule, const char *provider)
{
  if (rule->kind == JIPYO_ALERT_SPREAD)
    return is_venue (provider);
  /* A provider of several venues names none of its instruments when it fails. */
  return (rule->kind == JIPYO_ALERT_PRICE || rule->kind == JIPYO_ALERT_CHANGE)
         && g_str_has_prefix (rule->subject, provider) && rule->subject[strlen (provider)] == ':';
}

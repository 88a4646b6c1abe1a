/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All providers are asked at once; each fails alone.
 */

#include "jipyo-quotes.h"

#include <string.h>

#include "jipyo-calendars-format.h"
#include "jipyo-date.h"
#include "jipyo-format.h"
#include "jipyo-gate.h"
#include "jipyo-listings.h"
#include "jipyo-quote-json.h"
#include "jipyo-world-time.h"

/* Prices do not wait longer than this for what the venues say besides them. */
enum { LISTINGS_MS = 2000 };

typedef struct {
  JipyoClient *client;       /* owned */
  JipyoListings *listings;   /* owned */
  guint patience_id;         /* 0 when no list is waited for */
  GPtrArray *groups;         /* owned */
  JipyoRefresh **refreshes;  /* one a group, so that the order is that of the plan; owned */
  JipyoQuotesReport *report; /* owned until returned */
  guint pending;
  gboolean again; /* everybody is asked for the second time */
} Work;

typedef struct {
  GTask *task; /* owned */
  guint index;
} Leg;

void
jipyo_quotes_report_free (JipyoQuotesReport *report)
{
  if (report == NULL)
    return;
  g_clear_pointer (&report->quotes, g_ptr_array_unref);
  g_clear_pointer (&report->failures, g_ptr_array_unref);
  jipyo_calendars_free (report->calendars);
  g_free (report);
}

static JipyoQuotesReport *
report_new (void)
{
  JipyoQuotesReport *report = g_new0 (JipyoQuotesReport, 1);

  report->quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_quote_free);
  report->failures = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_failure_free);
  return report;
}

static void
work_free (Work *work)
{
  for (guint i = 0; work->refreshes != NULL && i < work->groups->len; i++)
    jipyo_refresh_free (work->refreshes[i]);
  g_free (work->refreshes);
  g_clear_handle_id (&work->patience_id, g_source_remove);
  jipyo_listings_free (work->listings);
  g_clear_pointer (&work->groups, g_ptr_array_unref);
  g_clear_object (&work->client);
  jipyo_quotes_report_free (work->report);
  g_free (work);
}

static void
move_all (GPtrArray *to, GPtrArray *from)
{
  while (from->len > 0)
    g_ptr_array_add (to, g_ptr_array_steal_index (from, 0));
}

/* What the calendars say of the quotes, and the quotes of the calendars. */
static void
settle_by_calendar (JipyoQuotesReport *report)
{
  const gint64 now_us = report->fetched_us;
  const JipyoCalendar *doubted = NULL;

  report->calendars = jipyo_calendars_new (NULL);
  report->doubt = jipyo_calendars_judge (report->calendars, report->quotes, now_us, &doubted);
  report->doubted = doubted;
  for (guint i = 0; i < report->quotes->len; i++)
    jipyo_calendars_settle (report->calendars, g_ptr_array_index (report->quotes, i), now_us);
}

/* A single answer has nothing before it, but others beside it; those are all known at the second
 * pass only. */
static void
mark_implausible (const GPtrArray *quotes)
{
  g_autoptr (JipyoGate) gate = jipyo_gate_new ();

  for (guint i = 0; i < 2 * quotes->len; i++) {
    JipyoQuote *quote = g_ptr_array_index (quotes, i % quotes->len);
    g_autoptr (JipyoQuote) passed = jipyo_gate_pass (gate, quote);

    if (i >= quotes->len && quote->state == JIPYO_QUOTE_LIVE
        && passed->state == JIPYO_QUOTE_SUSPECT)
      quote->state = JIPYO_QUOTE_SUSPECT;
  }
}

static void
conclude (GTask *task)
{
  Work *work = g_task_get_task_data (task);

  for (guint i = 0; i < work->groups->len; i++) {
    move_all (work->report->quotes, work->refreshes[i]->quotes);
    move_all (work->report->failures, work->refreshes[i]->failures);
  }
  work->report->fetched_us = jipyo_client_get_now (work->client);
  work->report->clock = *jipyo_client_get_clock (work->client);
  mark_implausible (work->report->quotes);
  settle_by_calendar (work->report);
  for (guint i = 0; i < work->report->failures->len; i++)
    jipyo_listings_explain (work->listings, g_ptr_array_index (work->report->failures, i));
  for (guint i = 0; i < work->report->quotes->len; i++)
    jipyo_listings_settle (work->listings, g_ptr_array_index (work->report->quotes, i));
  g_task_return_pointer (task, g_steal_pointer (&work->report),
                         (GDestroyNotify) jipyo_quotes_report_free);
}

static gboolean
patience_ended_cb (gpointer user_data)
{
  Work *work = g_task_get_task_data (user_data);

  work->patience_id = 0;
  conclude (user_data);
  g_object_unref (user_data);
  return G_SOURCE_REMOVE;
}

static void start_groups (GTask *task);

/* What came before a second host told the time was judged by a clock that is wrong. */
static gboolean
begin_again (GTask *task)
{
  Work *work = g_task_get_task_data (task);

  if (work->again || jipyo_clock_get_error (jipyo_client_get_clock (work->client)) == 0)
    return FALSE;
  work->again = TRUE;
  for (guint i = 0; i < work->groups->len; i++)
    g_clear_pointer (&work->refreshes[i], jipyo_refresh_free);
  start_groups (task);
  return TRUE;
}

/* Holds a reference to the task until the lists came or patience ended. */
static void
leg_ended (GTask *task)
{
  Work *work = g_task_get_task_data (task);

  if (--work->pending > 0 || begin_again (task))
    return;
  if (!jipyo_listings_is_asking (work->listings)) {
    conclude (task);
    return;
  }
  work->patience_id = g_timeout_add (LISTINGS_MS, patience_ended_cb, g_object_ref (task));
}

static void
list_answered_cb (const JipyoProvider *provider, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Work *work = g_task_get_task_data (user_data);

  if (work->patience_id == 0 || jipyo_listings_is_asking (work->listings))
    return;
  task = user_data; /* the reference of the wait */
  g_clear_handle_id (&work->patience_id, g_source_remove);
  conclude (task);
}

static void
refreshed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree Leg *leg = user_data;
  g_autoptr (GTask) task = leg->task;
  Work *work = g_task_get_task_data (task);

  work->refreshes[leg->index] = jipyo_refresh_finish (result);
  leg_ended (task);
}

static void
start_group (GTask *task, guint index)
{
  Work *work = g_task_get_task_data (task);
  const JipyoQuotesGroup *group = g_ptr_array_index (work->groups, index);
  JipyoRefreshOrder order = {
    .provider = group->provider,
    .instruments = (const char *const *) group->instruments,
    .fallbacks = group->fallbacks,
  };
  Leg *leg = g_new0 (Leg, 1);

  leg->task = g_object_ref (task);
  leg->index = index;
  work->pending++;
  jipyo_refresh_async (work->client, &order, g_task_get_cancellable (task), refreshed_cb, leg);
  if (group->instruments[0] != NULL)
    jipyo_listings_ask (work->listings, group->provider);
}

/* Holds one `pending` of its own, so that the task cannot end before the last one began. */
static void
start_groups (GTask *task)
{
  Work *work = g_task_get_task_data (task);

  work->pending = 1;
  for (guint i = 0; i < work->groups->len; i++)
    start_group (task, i);
  leg_ended (task);
}

void
jipyo_quotes_fetch_async (const JipyoQuotesOrder *order,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  JipyoClientOptions options = { .endpoints = order->endpoints,
                                 .keys = order->keys,
                                 .now_us = order->now_us };
  Work *work = g_new0 (Work, 1);
  GError *error = NULL;

  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  work->report = report_new ();
  work->groups = jipyo_quotes_plan (order, work->report->failures, &error);
  work->client = work->groups != NULL ? jipyo_client_new (&options, &error) : NULL;
  if (work->client == NULL) {
    g_task_return_error (task, error);
    return;
  }
  work->listings = jipyo_listings_new (work->client, list_answered_cb, task);
  work->refreshes = g_new0 (JipyoRefresh *, work->groups->len + 1);
  start_groups (task);
}

JipyoQuotesReport *
jipyo_quotes_fetch_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
jipyo_quotes_report_format_json (const JipyoQuotesReport *report)
{
  g_autoptr (JipyoJsonWriter) writer = jipyo_json_writer_new (TRUE);
  g_autofree char *fetched = jipyo_instant_format (report->fetched_us);

  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_member (writer, "fetched", fetched);
  if (jipyo_clock_get_error (&report->clock) != 0) {
    jipyo_json_writer_key (writer, "clock");
    jipyo_clock_write (writer, &report->clock);
  }
  jipyo_json_writer_key (writer, "quotes");
  jipyo_json_writer_begin_array (writer);
  for (guint i = 0; i < report->quotes->len; i++)
    jipyo_quote_write (writer, g_ptr_array_index (report->quotes, i));
  jipyo_json_writer_end_array (writer);
  jipyo_json_writer_key (writer, "errors");
  jipyo_json_writer_begin_array (writer);
  for (guint i = 0; i < report->failures->len; i++)
    jipyo_failure_write (writer, g_ptr_array_index (report->failures, i));
  jipyo_json_writer_end_array (writer);
  jipyo_json_writer_end_object (writer);
  return jipyo_json_writer_finish (writer);
}

/* An index always has two decimals, a price those it came with. */
static guint
choose_decimals (const JipyoQuote *quote, JipyoDecimal number)
{
  guint own = jipyo_decimal_get_decimals (number);

  return *quote->currency == '\0' ? MAX (own, 2) : own;
}

/* "▲1,041,000 (+1.02 %)" */
static char *
format_change (const JipyoQuote *quote)
{
  if (!quote->has_change)
    return g_strdup ("");
  g_autofree char *change =
    jipyo_format_change (quote->change, choose_decimals (quote, quote->change), TRUE);
  if (!quote->has_change_percent)
    return g_steal_pointer (&change);
  g_autofree char *percent = jipyo_format_change_percent (quote->change_percent);

  return g_strdup_printf ("%s (%s)", change, percent);
}

static char *
format_time (const JipyoQuote *quote)
{
  if (quote->venue_time_us == 0)
    return g_strdup ("");
  g_autofree char *day = jipyo_date_format (jipyo_instant_date_kst (quote->venue_time_us));
  g_autofree char *time = jipyo_instant_format_time_kst (quote->venue_time_us);

  return g_strdup_printf ("%s %s KST", day, time);
}

enum { INSTRUMENT, LAST, CURRENCY, CHANGE, BASIS, STATE, TIME, PROVIDER, N_FIELDS };

static void
format_fields (const JipyoQuote *quote, JipyoLang lang, char *fields[N_FIELDS])
{
  const gboolean elsewhere = !g_str_has_prefix (quote->instrument, quote->provider);

  fields[INSTRUMENT] = g_strdup (quote->instrument);
  fields[LAST] = jipyo_format_price (quote->last, choose_decimals (quote, quote->last));
  fields[CURRENCY] = g_strdup (quote->currency);
  fields[CHANGE] = format_change (quote);
  fields[BASIS] = g_strdup (quote->has_change && quote->basis != JIPYO_BASIS_UNSTATED
                              ? jipyo_change_basis_label (quote->basis, lang)
                              : "");
  fields[STATE] = jipyo_quote_describe_state (quote, quote->state, lang);
  fields[TIME] = format_time (quote);
  fields[PROVIDER] = g_strdup (elsewhere ? quote->provider : "");
}

/* Columns of a terminal: Hangul takes two. */
static guint
measure_width (const char *text)
{
  guint width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    width += g_unichar_iswide (g_utf8_get_char (at)) ? 2 : 1;
  return width;
}

/* Figures stand below one another; nothing follows the last word of a line. */
static void
append_fields (GString *text, char *const *fields, const guint *widths)
{
  for (guint i = 0; i < N_FIELDS; i++) {
    const int room = (int) (widths[i] - measure_width (fields[i]));

    if (widths[i] == 0)
      continue;
    if (i == LAST)
      g_string_append_printf (text, "%*s%s  ", room, "", fields[i]);
    else
      g_string_append_printf (text, "%s%*s  ", fields[i], room, "");
  }
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  g_string_append_c (text, '\n');
}

char *
jipyo_quotes_report_format_text (const JipyoQuotesReport *report, JipyoLang lang)
{
  GString *text = g_string_new (NULL);
  g_autofree char **fields = g_new0 (char *, report->quotes->len *N_FIELDS);
  guint widths[N_FIELDS] = { 0 };

  for (guint i = 0; i < report->quotes->len; i++) {
    format_fields (g_ptr_array_index (report->quotes, i), lang, fields + i * N_FIELDS);
    for (guint j = 0; j < N_FIELDS; j++)
      widths[j] = MAX (widths[j], measure_width (fields[i * N_FIELDS + j]));
  }
  for (guint i = 0; i < report->quotes->len; i++)
    append_fields (text, fields + i * N_FIELDS, widths);
  for (guint i = 0; i < report->quotes->len * N_FIELDS; i++)
    g_free (fields[i]);
  return g_string_free (text, FALSE);
}

static gboolean
is_same_reason (const JipyoFailure *failure, const JipyoFailure *other)
{
  return failure->code == other->code && g_strcmp0 (failure->provider, other->provider) == 0
         && strcmp (failure->message, other->message) == 0;
}

/* Of a long list the first ones say which kind it is. */
static void
append_instruments (GString *text, const GPtrArray *instruments)
{
  static const guint named_max = 6;
  const guint named = instruments->len > named_max + 1 ? named_max : instruments->len;

  for (guint i = 0; i < named; i++)
    g_string_append_printf (text, "%s %s", i > 0 ? "," : ":",
                            (const char *) g_ptr_array_index (instruments, i));
  if (instruments->len > named)
    g_string_append_printf (text, " and %u more", instruments->len - named);
}

/* The failure and those after it that have the same reason; NULL when one before it has. */
static char *
format_failures_from (const GPtrArray *failures, guint first)
{
  const JipyoFailure *failure = g_ptr_array_index (failures, first);
  g_autoptr (GPtrArray) instruments = g_ptr_array_new ();
  int retry_after_s = -1;

  for (guint i = 0; i < failures->len; i++) {
    const JipyoFailure *other = g_ptr_array_index (failures, i);

    if (!is_same_reason (failure, other))
      continue;
    if (i < first)
      return NULL;
    retry_after_s = MAX (retry_after_s, other->retry_after_s);
    for (guint k = 0; other->instruments != NULL && other->instruments[k] != NULL; k++)
      g_ptr_array_add (instruments, other->instruments[k]);
  }
  GString *text = g_string_new (failure->provider);
  if (failure->provider != NULL)
    g_string_append (text, ": ");
  g_string_append_printf (text, "%s: %s", jipyo_market_error_id (failure->code), failure->message);
  if (retry_after_s >= 0)
    g_string_append_printf (text, " (%d s)", retry_after_s);
  append_instruments (text, instruments);
  return g_string_free (text, FALSE);
}

char **
jipyo_quotes_report_list_failures (const JipyoQuotesReport *report)
{
  GPtrArray *lines = g_ptr_array_new ();

  for (guint i = 0; i < report->failures->len; i++) {
    char *line = format_failures_from (report->failures, i);

    if (line != NULL)
      g_ptr_array_add (lines, line);
  }
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_free (lines, FALSE);
}

char *
jipyo_quotes_report_format_doubt (const JipyoQuotesReport *report, JipyoLang lang)
{
  if (report->doubt == JIPYO_DOUBT_NONE)
    return NULL;
  return g_strdup_printf ("%s: %s", report->doubted->market,
                          jipyo_calendar_doubt_label (report->doubt, lang));
}

char *
jipyo_quotes_report_format_clock (const JipyoQuotesReport *report, JipyoLang lang)
{
  const gint64 error_us = jipyo_clock_get_error (&report->clock);

  return jipyo_clock_error_matters (error_us) ? jipyo_clock_error_format (error_us, lang) : NULL;
}

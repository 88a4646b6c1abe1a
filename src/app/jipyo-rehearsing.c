/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the candles, from wherever, then replays them; a month of minutes is a matter of
 * milliseconds. Of a basket all that its members were kept with is read, since its base lies back.
 */

#include "jipyo-rehearsing.h"

#include "jipyo-past.h"
#include "jipyo-quote-keeper.h"
#include "jipyo-team-shares.h"

static const gint64 MS_US = 1000;
static const gint64 DAY_MS = G_TIME_SPAN_DAY / 1000;

typedef struct {
  JipyoAlertRule *rule; /* owned */
  gint64 to_us;
  gint64 copied_us;   /* when the oldest copy was made that was read; 0: none was */
  GPtrArray *needs;   /* of JipyoPastNeed; what is still to be read follows what is */
  GPtrArray *pasts;   /* of JipyoCandleSeries, owned: read */
  gint64 pasts_to_ms; /* their end */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  jipyo_alert_rule_free (work->rule);
  g_clear_pointer (&work->needs, g_ptr_array_unref);
  g_ptr_array_unref (work->pasts);
  g_free (work);
}

static void
replay (GTask *task)
{
  const Work *work = g_task_get_task_data (task);
  /* What came after the copy is not known: a price that stays must not be taken for one that
   * stayed until now. */
  const gint64 to_us = work->copied_us != 0 ? MIN (work->to_us, work->copied_us) : work->to_us;
  const gint64 from_us = to_us - JIPYO_ALERT_REHEARSAL_DAYS * G_TIME_SPAN_DAY;
  JipyoAlertRehearsal *rehearsal =
    work->rule->kind == JIPYO_ALERT_BASKET
      ? jipyo_session_rehearse_basket (g_task_get_source_object (task), work->rule, work->pasts,
                                       to_us)
      : jipyo_alert_rehearsal_new (work->rule, g_ptr_array_index (work->pasts, 0), from_us, to_us);

  if (rehearsal == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                             "“%s” is the basket of no team that has listed members",
                             work->rule->subject);
  else {
    rehearsal->copied_us = work->copied_us;
    g_task_return_pointer (task, rehearsal, (GDestroyNotify) jipyo_alert_rehearsal_free);
  }
}

static void read_next (GTask *task);

/* Takes the series, or the error. */
static void
take (GTask *task, JipyoCandleSeries *series, GError *error)
{
  Work *work = g_task_get_task_data (task);

  if (series == NULL) {
    g_task_return_error (task, error);
    return;
  }
  g_ptr_array_add (work->pasts, series);
  if (series->copied_ms != 0
      && (work->copied_us == 0 || series->copied_ms * MS_US < work->copied_us))
    work->copied_us = series->copied_ms * MS_US;
  read_next (task);
}

static void
queried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  JipyoCandleSeries *series = jipyo_history_query_finish (JIPYO_HISTORY (source), result, &error);

  take (task, series, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  JipyoCandleSeries *series = jipyo_past_read_finish (result, &error);

  take (task, series, error);
}

static void
read_next (GTask *task)
{
  const Work *work = g_task_get_task_data (task);

  if (work->pasts->len == work->needs->len) {
    replay (task);
    return;
  }
  JipyoSession *session = g_task_get_source_object (task);
  JipyoQuoteKeeper *keeper = jipyo_session_get_keeper (session);
  const GPtrArray *codes = jipyo_new_codes_get_all (jipyo_session_get_new_codes (session));
  GCancellable *cancellable = g_task_get_cancellable (task);
  const JipyoPastNeed *need = g_ptr_array_index (work->needs, work->pasts->len);
  const gint64 from_ms =
    need->days == 0 ? G_MININT64 : work->pasts_to_ms - (gint64) need->days * DAY_MS;
  const JipyoHistoryQuery query = {
    .instrument = need->instrument,
    .resolution = need->resolution,
    .from_ms = from_ms,
    .to_ms = work->pasts_to_ms,
    .codes = (GPtrArray *) codes,
  };
  const JipyoPastRequest request = { .instrument = need->instrument,
                                     .resolution = need->resolution,
                                     .from_ms = from_ms,
                                     .to_ms = work->pasts_to_ms,
                                     .copy_will_do = TRUE,
                                     .codes = codes };

  if (keeper != NULL)
    jipyo_history_query_async (jipyo_quote_keeper_get_history (keeper), &query, cancellable,
                               queried_cb, g_object_ref (task));
  else
    jipyo_past_read_async (&request, cancellable, read_cb, g_object_ref (task));
}

static void
plan (Work *work, JipyoSession *session)
{
  JipyoViewContext context;

  if (work->rule->kind == JIPYO_ALERT_BASKET) {
    jipyo_session_get_context (session, &context);
    work->needs = jipyo_team_shares_list_pasts (&context);
    work->pasts_to_ms = jipyo_view_context_get_end_ms (&context);
    return;
  }
  work->needs = jipyo_past_needs_new ();
  work->pasts_to_ms = work->to_us / 1000;
  jipyo_past_needs_add (work->needs, work->rule->subject, JIPYO_RESOLUTION_MINUTE,
                        JIPYO_ALERT_REHEARSAL_DAYS);
}

void
jipyo_rehearse_async (JipyoSession *session,
                      const JipyoAlertRule *rule,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (session, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->rule = jipyo_alert_rule_copy (rule);
  work->to_us = jipyo_session_get_now (session);
  work->pasts = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_candle_series_free);
  g_task_set_task_data (task, work, work_free);
  g_task_set_source_tag (task, jipyo_rehearse_async);
  if (!jipyo_alert_rehearsal_is_possible (work->rule->kind)) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                             "no history is kept of what this kind of rule looks at");
    return;
  }
  plan (work, session);
  read_next (task);
}

JipyoAlertRehearsal *
jipyo_rehearse_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the candles, from wherever, then replays them; a month of minutes is a matter of
 * milliseconds.
 */

#include "jipyo-rehearsing.h"

#include "jipyo-past.h"
#include "jipyo-quote-keeper.h"

typedef struct {
  JipyoAlertRule *rule; /* owned */
  gint64 from_us;
  gint64 to_us;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  jipyo_alert_rule_free (work->rule);
  g_free (work);
}

static void
replay (GTask *task, JipyoCandleSeries *series, GError *error)
{
  const Work *work = g_task_get_task_data (task);

  if (series == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (
      task, jipyo_alert_rehearsal_new (work->rule, series, work->from_us, work->to_us),
      (GDestroyNotify) jipyo_alert_rehearsal_free);
  jipyo_candle_series_free (series);
}

static void
queried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  JipyoCandleSeries *series = jipyo_history_query_finish (JIPYO_HISTORY (source), result, &error);

  replay (task, series, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  JipyoCandleSeries *series = jipyo_past_read_finish (result, &error);

  replay (task, series, error);
}

void
jipyo_rehearse_async (JipyoSession *session,
                      const JipyoAlertRule *rule,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (session, cancellable, callback, user_data);
  JipyoQuoteKeeper *keeper = jipyo_session_get_keeper (session);
  Work *work = g_new0 (Work, 1);

  work->rule = jipyo_alert_rule_copy (rule);
  work->to_us = jipyo_session_get_now (session);
  work->from_us = work->to_us - JIPYO_ALERT_REHEARSAL_DAYS * G_TIME_SPAN_DAY;
  g_task_set_task_data (task, work, work_free);
  g_task_set_source_tag (task, jipyo_rehearse_async);
  if (!jipyo_alert_rehearsal_is_possible (work->rule->kind)) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                             "no history is kept of what this kind of rule looks at");
    return;
  }
  const JipyoHistoryQuery query = {
    .instrument = work->rule->subject,
    .resolution = JIPYO_RESOLUTION_MINUTE,
    .from_ms = work->from_us / 1000,
    .to_ms = work->to_us / 1000,
  };
  const JipyoPastRequest request = { query.instrument, query.resolution, query.from_ms,
                                     query.to_ms };
  if (keeper != NULL)
    jipyo_history_query_async (jipyo_quote_keeper_get_history (keeper), &query, cancellable,
                               queried_cb, g_steal_pointer (&task));
  else
    jipyo_past_read_async (&request, cancellable, read_cb, g_steal_pointer (&task));
}

JipyoAlertRehearsal *
jipyo_rehearse_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

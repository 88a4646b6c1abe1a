/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The history is read before a venue is asked: one that another program has costs no request, and
 * what is there is not asked for again. It is read again after a whole walk: what is missing still
 * the venue does not have, and that is kept too.
 */

#include "jipyo-filling.h"

#include "jipyo-history.h"
#include "jipyo-past.h"

static const gint64 DAY_MS = G_GINT64_CONSTANT (24) * 60 * 60 * 1000;

typedef struct {
  const JipyoFilling *filling; /* borrowed */
  JipyoClient *client;         /* owned */
  JipyoHistory *history;       /* owned */
  GCancellable *stop;          /* owned; of the walk */
  gulong cancelled_id;
  JipyoBackfillOrder order;
  JipyoBackfilled *backfilled; /* owned until returned */
  GError *error;               /* of the history; owned */
  guint pending;               /* saves, and the walk itself */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_object (&work->client);
  g_clear_object (&work->stop);
  jipyo_backfilled_free (work->backfilled);
  g_free (work);
}

static gint64
choose_from (const JipyoFilling *filling, gint64 now_us)
{
  static const int days[] = { [JIPYO_RESOLUTION_MINUTE] = 1,
                              [JIPYO_RESOLUTION_HOUR] = 30,
                              [JIPYO_RESOLUTION_DAY] = JIPYO_BACKFILL_DAYS };

  if (filling->from_ms != G_MININT64)
    return filling->from_ms;
  return (now_us / 1000 / DAY_MS - days[filling->resolution]) * DAY_MS;
}

static JipyoBackfillOrder
make_order (const JipyoFilling *filling)
{
  const gint64 now_us = filling->now_us != 0 ? filling->now_us : g_get_real_time ();

  return (JipyoBackfillOrder){
    .instrument = filling->instrument,
    .resolution = filling->resolution,
    .from_ms = choose_from (filling, now_us),
  };
}

gboolean
jipyo_filling_check (const JipyoFilling *filling, GError **error)
{
  const JipyoBackfillOrder order = make_order (filling);
  const gint64 now_us = filling->now_us != 0 ? filling->now_us : g_get_real_time ();

  return jipyo_client_check_endpoints (filling->endpoints, error)
         && jipyo_backfill_check (&order, now_us, error);
}

static GError *
translate (GError *error)
{
  const gboolean busy = g_error_matches (error, JIPYO_HISTORY_ERROR, JIPYO_HISTORY_ERROR_BUSY);
  GError *translated = g_error_new (
    JIPYO_PAST_ERROR, busy ? JIPYO_PAST_ERROR_BUSY : JIPYO_PAST_ERROR_FAILED, "%s", error->message);

  g_error_free (error);
  return translated;
}

static void
closed_cb (gpointer data, GObject *where_the_history_was)
{
  g_autoptr (GTask) task = data;
  Work *work = g_task_get_task_data (task);

  if (work->error != NULL)
    g_task_return_error (task, translate (g_steal_pointer (&work->error)));
  else
    g_task_return_pointer (task, g_steal_pointer (&work->backfilled),
                           (GDestroyNotify) jipyo_backfilled_free);
}

/* The answer waits until the history has closed its file. Takes `task`. */
static void
leave (GTask *task)
{
  Work *work = g_task_get_task_data (task);

  if (--work->pending > 0)
    return;
  if (work->cancelled_id != 0)
    g_cancellable_disconnect (g_task_get_cancellable (task), work->cancelled_id);
  g_object_weak_ref (G_OBJECT (work->history), closed_cb, task);
  g_clear_object (&work->history);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer task)
{
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;

  if (!jipyo_history_import_finish (work->history, result, &error)) {
    if (work->error == NULL)
      work->error = g_steal_pointer (&error);
    g_clear_error (&error);
    g_cancellable_cancel (work->stop);
  }
  leave (task);
}

static void
page_came_cb (const JipyoCandleSeries *candles, double part, gpointer task)
{
  Work *work = g_task_get_task_data (task);

  work->pending++;
  jipyo_history_import_async (work->history, candles, NULL, saved_cb, task);
  if (work->filling->progress != NULL)
    work->filling->progress (part, work->filling->progress_data);
}

static void
query (Work *work, GAsyncReadyCallback callback, GTask *task)
{
  const JipyoHistoryQuery asked = {
    .instrument = work->order.instrument,
    .resolution = work->order.resolution,
    .from_ms = work->order.from_ms,
    .to_ms = G_MAXINT64,
    .as_kept = TRUE,
  };

  jipyo_history_query_async (work->history, &asked, NULL, callback, task);
}

static void
queried_again_cb (GObject *source, GAsyncResult *result, gpointer task)
{
  Work *work = g_task_get_task_data (task);
  g_autoptr (JipyoCandleSeries) kept =
               jipyo_history_query_finish (JIPYO_HISTORY (source), result, NULL);

  if (kept == NULL) {
    leave (task);
    return;
  }
  jipyo_missing_note_asked (kept, kept, work->order.from_ms);
  g_autoptr (GArray) missing = jipyo_backfill_find_missing (&work->order, kept,
                                                            jipyo_client_get_now (work->client));
  g_autoptr (JipyoCandleSeries) gaps = jipyo_missing_make_gaps (kept, missing);
  if (gaps == NULL)
    gaps = jipyo_candle_series_new (kept->instrument, kept->resolution);
  jipyo_missing_note_asked (gaps, kept, work->order.from_ms);
  jipyo_history_import_async (work->history, gaps, NULL, saved_cb, task);
}

static void
walked_cb (GObject *source, GAsyncResult *result, gpointer task)
{
  Work *work = g_task_get_task_data (task);

  work->backfilled = jipyo_backfill_finish (result);
  if (work->backfilled->error == NULL && work->backfilled->n_dropped == 0)
    query (work, queried_again_cb, task);
  else
    leave (task);
}

static void
have_all (Work *work)
{
  work->backfilled = g_new0 (JipyoBackfilled, 1);
  work->backfilled->retry_after_s = -1;
  work->backfilled->had_all = TRUE;
}

static void
queried_cb (GObject *source, GAsyncResult *result, gpointer task)
{
  Work *work = g_task_get_task_data (task);
  g_autoptr (JipyoCandleSeries) kept =
               jipyo_history_query_finish (JIPYO_HISTORY (source), result, &work->error);

  if (kept == NULL) {
    leave (task);
    return;
  }
  g_autoptr (GArray) missing = jipyo_backfill_find_missing (&work->order, kept,
                                                            jipyo_client_get_now (work->client));
  if (missing->len == 0) {
    have_all (work);
    leave (task);
    return;
  }
  JipyoBackfillOrder order = work->order;
  order.stretches = missing;
  order.func = page_came_cb;
  order.user_data = task;
  jipyo_backfill_async (work->client, &order, work->stop, walked_cb, task);
}

static void
cancelled_cb (GCancellable *cancellable, gpointer stop)
{
  g_cancellable_cancel (stop);
}

void
jipyo_filling_async (const JipyoFilling *filling,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  const JipyoClientOptions options = { .endpoints = filling->endpoints, .now_us = filling->now_us };
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  g_autofree char *path = jipyo_past_path ();
  Work *work = g_new0 (Work, 1);

  g_task_set_source_tag (task, jipyo_filling_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, work, work_free);
  work->filling = filling;
  work->client = jipyo_client_new (&options, NULL); /* the endpoints are good */
  work->history = jipyo_history_new (path);
  work->stop = g_cancellable_new ();
  work->order = make_order (filling);
  work->pending = 1;
  if (cancellable != NULL)
    work->cancelled_id =
      g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), work->stop, NULL);
  query (work, queried_cb, task);
}

JipyoBackfilled *
jipyo_filling_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

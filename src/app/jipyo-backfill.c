/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One request under way at most, with a pause before each but the first; the client adds what the
 * host asks for. The first page that is no good ends the walk.
 */

#include "jipyo-backfill.h"

#include "jipyo-candle-source.h"

/* Three requests a second: a third of what the strictest venue lets pass. */
enum { PAUSE_MS = 330, PAGES_MAX = 2000 };

typedef struct {
  JipyoClient *client; /* owned */
  JipyoBackfillOrder order;
  char *instrument; /* owned */
  const JipyoCandleSource *source;
  JipyoBackfilled *backfilled; /* owned until returned */
  JipyoCandleAsk ask;          /* of the page under way */
  GArray *stretches;           /* of JipyoStretch: what is asked for */
  gint64 end_ms;               /* of the last of them */
  gint64 planned_ms;           /* all before was asked for, where pages are not numbered */
  guint page;                  /* from 1 */
  gint64 oldest_ms;            /* of numbered pages before */
  GSource *pause;
} Work;

void
jipyo_backfilled_free (JipyoBackfilled *self)
{
  if (self == NULL)
    return;
  g_clear_error (&self->error);
  g_free (self);
}

static void
drop_pause (Work *work)
{
  if (work->pause == NULL)
    return;
  g_source_destroy (work->pause);
  g_clear_pointer (&work->pause, g_source_unref);
}

static void
work_free (gpointer data)
{
  Work *work = data;

  drop_pause (work);
  g_object_unref (work->client);
  g_array_unref (work->stretches);
  g_free (work->instrument);
  jipyo_backfilled_free (work->backfilled);
  g_free (work);
}

/* Takes `task` and `error`. */
static void
finish (GTask *task, GError *error)
{
  g_autoptr (GTask) own = task;
  Work *work = g_task_get_task_data (own);

  work->backfilled->error = error;
  g_task_return_pointer (own, g_steal_pointer (&work->backfilled),
                         (GDestroyNotify) jipyo_backfilled_free);
}

static double
reckon_part (const Work *work)
{
  const gint64 reached_ms =
    work->source->numbered ? work->end_ms - work->oldest_ms : work->ask.to_ms - work->order.from_ms;

  return CLAMP ((double) reached_ms / (double) (work->end_ms - work->order.from_ms), 0, 1);
}

static void
hand_over (Work *work, const JipyoCandlePage *page)
{
  JipyoBackfilled *sum = work->backfilled;
  g_autoptr (JipyoCandleSeries) series = jipyo_candle_page_make_series (page);
  const guint n = series->candles->len;

  sum->n_dropped += page->n_dropped;
  if (n == 0)
    return;
  series->origin = g_strdup (jipyo_candle_source_get_name (work->source));
  const gint64 first_ms = g_array_index (series->candles, JipyoCandle, 0).start_ms;
  const gint64 last_ms = g_array_index (series->candles, JipyoCandle, n - 1).start_ms;

  sum->first_ms = sum->n_candles == 0 ? first_ms : MIN (sum->first_ms, first_ms);
  sum->last_ms = sum->n_candles == 0 ? last_ms : MAX (sum->last_ms, last_ms);
  sum->n_candles += n;
  work->order.func (series, reckon_part (work), work->order.user_data);
}

/* A page that does not lead further back than the one before is that one again. */
static gboolean
goes_back (const Work *work, const JipyoCandlePage *page, GError **error)
{
  if (!work->source->numbered || page->n_answered == 0 || page->oldest_ms < work->oldest_ms)
    return TRUE;
  g_set_error_literal (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY,
                       "the venue gave the same page again");
  return FALSE;
}

static gboolean
is_last (const Work *work, const JipyoCandlePage *page)
{
  if (!work->source->numbered)
    return work->planned_ms >= work->end_ms;
  return page->n_answered == 0 || page->oldest_ms <= work->order.from_ms;
}

static void ask_next (GTask *task);

static gboolean
paused_cb (gpointer task)
{
  drop_pause (g_task_get_task_data (task));
  ask_next (task);
  return G_SOURCE_REMOVE;
}

/* Takes `task`. */
static void
pause_before_next (GTask *task)
{
  Work *work = g_task_get_task_data (task);

  work->page++;
  work->pause = g_timeout_source_new (work->order.pause_ms);
  g_source_set_callback (work->pause, paused_cb, task, NULL);
  g_source_attach (work->pause, g_main_context_get_thread_default ());
}

static void
answered_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Work *work = g_task_get_task_data (task);
  g_auto (JipyoCandlePage) page = { 0 };
  GError *error = NULL;
  g_autoptr (GBytes) body = jipyo_client_get_finish (work->client, result,
                                                     &work->backfilled->retry_after_s, &error);
  gsize length = 0;
  const char *text = body != NULL ? g_bytes_get_data (body, &length) : NULL;

  work->ask.now_ms = jipyo_client_get_now (work->client) / 1000;
  jipyo_candle_page_init (&page, &work->ask);
  if (text == NULL || !work->source->parse (&page, text, length, &error)
      || !goes_back (work, &page, &error)) {
    work->backfilled->n_dropped += page.n_dropped;
    finish (task, error);
    return;
  }
  work->oldest_ms = MIN (work->oldest_ms, page.oldest_ms);
  hand_over (work, &page);
  if (is_last (work, &page))
    finish (task, NULL);
  else
    pause_before_next (task);
}

/* From the first candle that was not asked for yet; to the end of the last stretch that begins on
 * the page. What lies between them comes for the same request. */
static void
plan_page (Work *work)
{
  const gint64 span_ms = work->source->per_page * jipyo_resolution_step_ms (work->order.resolution);
  gint64 from_ms = G_MAXINT64, to_ms = 0;

  for (guint i = 0; i < work->stretches->len; i++) {
    const JipyoStretch *stretch = &g_array_index (work->stretches, JipyoStretch, i);

    if (stretch->to_ms <= work->planned_ms)
      continue;
    if (from_ms == G_MAXINT64)
      from_ms = MAX (stretch->from_ms, work->planned_ms);
    if (stretch->from_ms < from_ms + span_ms)
      to_ms = MIN (stretch->to_ms, from_ms + span_ms);
  }
  work->ask.from_ms = from_ms;
  work->ask.to_ms = work->planned_ms = to_ms;
}

/* Takes `task`. */
static void
ask_next (GTask *task)
{
  Work *work = g_task_get_task_data (task);
  g_autofree char *path = NULL;
  GError *error = NULL;

  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error)) {
    g_clear_error (&error);
    finish (task,
            g_error_new_literal (JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_CANCELLED, "interrupted"));
    return;
  }
  if (!work->source->numbered)
    plan_page (work);
  path = work->source->plan (&work->ask, work->page);
  const JipyoClientRequest request = {
    .provider = jipyo_candle_source_get_provider (work->source),
    .path = path,
  };
  jipyo_client_get_async (work->client, &request, g_task_get_cancellable (task), answered_cb, task);
}

/* The end of the candle that is going on. */
static gint64
find_end (const JipyoBackfillOrder *order, gint64 now_us)
{
  const gint64 step_ms = jipyo_resolution_step_ms (order->resolution);

  return (now_us / 1000 / step_ms + 1) * step_ms;
}

gboolean
jipyo_backfill_check (const JipyoBackfillOrder *order, gint64 now_us, GError **error)
{
  const JipyoCandleSource *source = jipyo_candle_source_find (order->instrument, order->resolution);
  const gint64 steps =
    (find_end (order, now_us) - order->from_ms) / jipyo_resolution_step_ms (order->resolution);

  if (source == NULL) {
    g_set_error (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_NOT_FOUND,
                 "%s: no provider gives candles of %s", order->instrument,
                 jipyo_resolution_id (order->resolution));
    return FALSE;
  }
  if (steps <= 0 || steps / source->per_page >= PAGES_MAX) {
    g_set_error (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_NOT_FOUND,
                 steps <= 0 ? "%s: that time is still to come"
                            : "%s: so many candles are not asked for at once",
                 order->instrument);
    return FALSE;
  }
  return TRUE;
}

GArray *
jipyo_backfill_find_missing (const JipyoBackfillOrder *order,
                             const JipyoCandleSeries *kept,
                             gint64 now_us)
{
  const JipyoCandleSource *source = jipyo_candle_source_find (order->instrument, order->resolution);

  return jipyo_missing_find_with_few (
    kept, order->from_ms,
    jipyo_missing_find_end (order->resolution, source->over_ms, now_us / 1000));
}

static GArray *
copy_stretches (const JipyoBackfillOrder *order, gint64 end_ms)
{
  const JipyoStretch all = { order->from_ms, end_ms };
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (JipyoStretch));

  if (order->stretches != NULL)
    g_array_append_vals (stretches, order->stretches->data, order->stretches->len);
  else
    g_array_append_val (stretches, all);
  return stretches;
}

void
jipyo_backfill_async (JipyoClient *client,
                      const JipyoBackfillOrder *order,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  g_task_set_source_tag (task, jipyo_backfill_async);
  g_task_set_check_cancellable (task, FALSE);
  work->client = g_object_ref (client);
  work->order = *order;
  work->instrument = g_strdup (order->instrument);
  work->order.instrument = work->instrument;
  work->order.pause_ms = order->pause_ms != 0 ? order->pause_ms : PAUSE_MS;
  work->source = jipyo_candle_source_find (order->instrument, order->resolution);
  work->backfilled = g_new0 (JipyoBackfilled, 1);
  work->stretches = copy_stretches (order, find_end (order, jipyo_client_get_now (client)));
  work->order.stretches = NULL;
  work->order.from_ms = g_array_index (work->stretches, JipyoStretch, 0).from_ms;
  work->end_ms = g_array_index (work->stretches, JipyoStretch, work->stretches->len - 1).to_ms;
  work->planned_ms = G_MININT64;
  work->page = 1;
  work->oldest_ms = G_MAXINT64;
  work->ask = (JipyoCandleAsk){
    .instrument = work->instrument,
    .resolution = order->resolution,
    .from_ms = work->order.from_ms,
    .to_ms = work->end_ms,
    .over_ms = work->source->over_ms,
  };
  g_task_set_task_data (task, work, work_free);
  ask_next (task);
}

JipyoBackfilled *
jipyo_backfill_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

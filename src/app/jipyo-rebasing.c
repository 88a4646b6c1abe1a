/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One quote after the other, since each reading opens the history anew.
 */

#include "jipyo-rebasing.h"

#include <string.h>

#include "jipyo-basis.h"
#include "jipyo-past.h"

typedef struct {
  JipyoRebasing rebasing;
  guint at;
  int unknown;
  gint64 copied_ms; /* when the oldest copy was made that was read; 0: none was */
  GError *error;    /* owned; the first */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_error (&work->error);
  g_free (work);
}

static void rebase_next (GTask *task);

static gboolean
is_coin (const JipyoQuote *quote)
{
  return strchr (quote->instrument, '-') != NULL;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (JipyoCandleSeries) series = jipyo_past_read_finish (result, &error);
  JipyoQuote *quote = g_ptr_array_index (work->rebasing.quotes, work->at);

  if (error != NULL && work->error == NULL)
    work->error = g_steal_pointer (&error);
  g_clear_error (&error);
  if (series != NULL && series->copied_ms != 0
      && (work->copied_ms == 0 || series->copied_ms < work->copied_ms))
    work->copied_ms = series->copied_ms;
  work->unknown += !jipyo_quote_rebase (quote, work->rebasing.basis, series, work->rebasing.now_us);
  work->at++;
  rebase_next (task);
}

/* Takes `task`. */
static void
rebase_next (GTask *task)
{
  Work *work = g_task_get_task_data (task);
  const JipyoRebasing *order = &work->rebasing;
  gint64 instant_ms = jipyo_basis_get_instant (order->basis, order->now_us) / 1000;

  while (work->at < order->quotes->len) {
    JipyoQuote *quote = g_ptr_array_index (order->quotes, work->at);
    const JipyoPastRequest request = {
      .instrument = quote->instrument,
      .resolution = JIPYO_RESOLUTION_MINUTE,
      .from_ms = instant_ms - JIPYO_BASIS_REACH_MS,
      .to_ms = instant_ms,
      .copy_will_do = TRUE,
    };

    if (is_coin (quote) && quote->basis != order->basis) {
      jipyo_past_read_async (&request, g_task_get_cancellable (task), read_cb, task);
      return;
    }
    if (is_coin (quote))
      work->unknown += !jipyo_quote_rebase (quote, order->basis, NULL, order->now_us);
    work->at++;
  }
  if (work->error != NULL)
    g_task_return_error (task, g_steal_pointer (&work->error));
  else
    g_task_return_int (task, work->unknown);
  g_object_unref (task);
}

void
jipyo_rebase_async (const JipyoRebasing *rebasing,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->rebasing = *rebasing;
  g_task_set_task_data (task, work, work_free);
  g_task_set_source_tag (task, jipyo_rebase_async);
  rebase_next (task);
}

int
jipyo_rebase_finish (GAsyncResult *result, GError **error)
{
  return (int) g_task_propagate_int (G_TASK (result), error);
}

gint64
jipyo_rebase_get_copied_ms (GAsyncResult *result)
{
  return ((Work *) g_task_get_task_data (G_TASK (result)))->copied_ms;
}

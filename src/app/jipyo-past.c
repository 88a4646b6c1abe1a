/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One history, opened for one call, which is over when the file is closed again.
 */

#include "jipyo-past.h"

#include "jipyo-history.h"
#include "jipyo-holder.h"

G_DEFINE_QUARK (jipyo - past - error - quark, jipyo_past_error)

char *
jipyo_past_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "jipyo", "history.sqlite", NULL);
}

int
jipyo_past_find_holder (void)
{
  g_autofree char *path = jipyo_past_path ();

  return jipyo_holder_find (path);
}

/* An answer that waits until the history has closed its file. */
typedef struct {
  GTask *task;               /* owned */
  JipyoCandleSeries *series; /* owned; NULL for what was kept, or with an error */
  GError *error;             /* owned */
} Answer;

static const char DAMAGED_FILE[] = "damaged-file";

static GError *
translate (GError *error)
{
  const gboolean busy = g_error_matches (error, JIPYO_HISTORY_ERROR, JIPYO_HISTORY_ERROR_BUSY);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_steal_pointer (&error);
  GError *translated = g_error_new (
    JIPYO_PAST_ERROR, busy ? JIPYO_PAST_ERROR_BUSY : JIPYO_PAST_ERROR_FAILED, "%s", error->message);
  g_error_free (error);
  return translated;
}

static void
closed_cb (gpointer data, GObject *where_the_history_was)
{
  Answer *answer = data;
  g_autoptr (GTask) task = answer->task;

  if (answer->error != NULL)
    g_task_return_error (task, translate (answer->error));
  else if (answer->series != NULL)
    g_task_return_pointer (task, answer->series, (GDestroyNotify) jipyo_candle_series_free);
  else
    g_task_return_boolean (task, TRUE);
  g_free (answer);
}

static Answer *
answer_once_closed (GObject *history, gpointer task)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->task = task;
  g_object_weak_ref (history, closed_cb, answer);
  return answer;
}

/* What was asked for is told by the copy; where there is none, that the history is in use. */
static void
copy_queried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = answer_once_closed (source, data);
  g_autoptr (GError) error = NULL;

  answer->series = jipyo_history_query_finish (JIPYO_HISTORY (source), result, &error);
  if (answer->series == NULL)
    answer->error = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
                      ? g_steal_pointer (&error)
                      : g_error_new (JIPYO_HISTORY_ERROR, JIPYO_HISTORY_ERROR_BUSY,
                                     "history: in use by another program, and %s", error->message);
}

static void
ask_copy (GTask *task)
{
  g_autofree char *path = jipyo_past_path ();
  g_autoptr (JipyoHistory) copy = jipyo_history_new_copy (path);

  jipyo_history_query_async (copy, g_task_get_task_data (task), g_task_get_cancellable (task),
                             copy_queried_cb, task);
}

static void
queried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  JipyoCandleSeries *series = jipyo_history_query_finish (JIPYO_HISTORY (source), result, &error);

  if (g_task_get_task_data (data) != NULL
      && g_error_matches (error, JIPYO_HISTORY_ERROR, JIPYO_HISTORY_ERROR_BUSY)) {
    ask_copy (data);
    return;
  }
  Answer *answer = answer_once_closed (source, data);
  answer->series = series;
  answer->error = g_steal_pointer (&error);
  g_object_set_data_full (G_OBJECT (answer->task), DAMAGED_FILE,
                          g_strdup (jipyo_history_get_damaged_file (JIPYO_HISTORY (source))),
                          g_free);
}

void
jipyo_past_read_async (const JipyoPastRequest *request,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autofree char *path = jipyo_past_path ();
  const JipyoHistoryQuery query = {
    .instrument = request->instrument,
    .resolution = request->resolution,
    .from_ms = request->from_ms,
    .to_ms = request->to_ms,
    .codes = (GPtrArray *) request->codes,
  };

  if (request->copy_will_do)
    g_task_set_task_data (task, jipyo_history_query_copy (&query),
                          (GDestroyNotify) jipyo_history_query_free);
  g_task_set_source_tag (task, jipyo_past_read_async);
  if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
    g_task_return_pointer (task, jipyo_candle_series_new (request->instrument, request->resolution),
                           (GDestroyNotify) jipyo_candle_series_free);
    return;
  }
  g_autoptr (JipyoHistory) history = jipyo_history_new (path);
  jipyo_history_query_async (history, &query, cancellable, queried_cb, g_steal_pointer (&task));
}

JipyoCandleSeries *
jipyo_past_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

const char *
jipyo_past_get_damaged_file (GAsyncResult *result)
{
  return g_object_get_data (G_OBJECT (result), DAMAGED_FILE);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = answer_once_closed (source, data);

  jipyo_history_import_finish (JIPYO_HISTORY (source), result, &answer->error);
}

void
jipyo_past_keep_async (const JipyoCandleSeries *candles,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autofree char *path = jipyo_past_path ();
  g_autoptr (JipyoHistory) history = jipyo_history_new (path);

  g_task_set_source_tag (task, jipyo_past_keep_async);
  jipyo_history_import_async (history, candles, cancellable, imported_cb, g_steal_pointer (&task));
}

gboolean
jipyo_past_keep_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Read and parsed on a thread of its own, then kept by the history in one transaction.
 */

#include "jipyo-candle-import.h"

#include "jipyo-candle-file.h"
#include "jipyo-ledger-file.h"
#include "jipyo-past.h"
#include "jipyo-problem.h"

typedef struct {
  JipyoCandleImport order;       /* its texts are owned */
  JipyoCandleSeries *candles;    /* owned */
  JipyoCandleImported *imported; /* owned */
} Work;

void
jipyo_candle_imported_free (JipyoCandleImported *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->problems);
  g_free (self);
}

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free ((char *) work->order.path);
  g_free ((char *) work->order.instrument);
  g_free ((char *) work->order.zone);
  jipyo_candle_series_free (work->candles);
  jipyo_candle_imported_free (work->imported);
  g_free (work);
}

static JipyoCandleImported *
describe (const JipyoCandleSeries *candles, const GPtrArray *problems)
{
  JipyoCandleImported *imported = g_new0 (JipyoCandleImported, 1);

  imported->problems = g_new0 (char *, problems->len + 1);
  for (guint i = 0; i < problems->len; i++)
    imported->problems[i] = jipyo_problem_format (g_ptr_array_index (problems, i));
  if (candles == NULL)
    return imported;
  imported->n_candles = candles->candles->len;
  imported->first_ms = g_array_index (candles->candles, JipyoCandle, 0).start_ms;
  imported->last_ms =
    g_array_index (candles->candles, JipyoCandle, imported->n_candles - 1).start_ms;
  return imported;
}

/* The file's name without its folders, which are nobody's business later. */
static char *
name_origin (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);

  return g_strconcat (JIPYO_ORIGIN_FILE, name, NULL);
}

static void
parse_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Work *work = task_data;
  g_autoptr (GPtrArray) problems = jipyo_problems_new ();
  GError *error = NULL;
  gsize size = 0;
  char *text = jipyo_ledger_file_read (work->order.path, &size, &error);

  if (text == NULL) {
    g_task_return_error (task, error);
    return;
  }
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, size);
  const JipyoCandleFile file = {
    .name = work->order.path,
    .instrument = work->order.instrument,
    .resolution = work->order.resolution,
    .zone = work->order.zone,
    .now_ms = (work->order.now_us != 0 ? work->order.now_us : g_get_real_time ()) / 1000,
    .cancellable = cancellable,
    .progress = work->order.progress,
    .progress_data = work->order.progress_data,
  };
  work->candles = jipyo_candle_file_parse (&file, bytes, problems);
  if (work->candles != NULL)
    work->candles->origin = name_origin (work->order.path);
  work->imported = describe (work->candles, problems);
  g_task_return_boolean (task, TRUE);
}

static void
finish (GTask *task)
{
  Work *work = g_task_get_task_data (task);

  g_task_return_pointer (task, g_steal_pointer (&work->imported),
                         (GDestroyNotify) jipyo_candle_imported_free);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (jipyo_past_keep_finish (result, &error))
    finish (task);
  else
    g_task_return_error (task, error);
}

static void
parsed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_error (task, error);
  else if (work->candles == NULL || work->order.dry_run)
    finish (task);
  else
    jipyo_past_keep_async (work->candles, cancellable, kept_cb, g_steal_pointer (&task));
}

void
jipyo_candle_import_async (const JipyoCandleImport *import,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->order = *import;
  work->order.path = g_strdup (import->path);
  work->order.instrument = g_strdup (import->instrument);
  work->order.zone = g_strdup (import->zone);
  g_task_set_source_tag (task, jipyo_candle_import_async);
  g_task_set_task_data (task, work, work_free);

  /* The work lives as long as the outer task, which the inner one's callback holds. */
  g_autoptr (GTask) parsing = g_task_new (NULL, cancellable, parsed_cb, task);
  g_task_set_task_data (parsing, work, NULL);
  g_task_run_in_thread (parsing, parse_in_thread);
}

JipyoCandleImported *
jipyo_candle_import_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

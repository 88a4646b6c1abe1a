/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Jobs for the one worker thread. A job is a GTask with a function; the thread runs them in order,
 * so what was saved before is seen by what is loaded after.
 */

#include "jipyo-history.h"

#include "jipyo-asked.h"
#include "jipyo-backup.h"
#include "jipyo-copy.h"
#include "jipyo-day-blocks.h"
#include "jipyo-gaps.h"
#include "jipyo-latest.h"
#include "jipyo-leftovers.h"
#include "jipyo-former-range.h"
#include "jipyo-origins.h"
#include "jipyo-rebuild.h"
#include "jipyo-recovery.h"
#include "jipyo-retention.h"
#include "jipyo-store.h"
#include "jipyo-tail.h"
#include "jipyo-price-ticks.h"

/* The worker's own world: only its thread touches it. */
typedef struct {
  char *path;
  gboolean of_copy;  /* its newest backup is read, the file itself not touched */
  JipyoStore *store; /* NULL until a job needed it, or when it cannot be opened */
  GThread *thread;   /* set by the first job; every later one must run there */
  int low;           /* atomic, others read it: the disk has little room left */
  char *damaged;     /* atomic, owned: where a damaged file was set aside, the first of them */
} Worker;

static const gint64 CHECK_US = 60 * G_USEC_PER_SEC;

typedef void (*JobFunc) (Worker *worker, GTask *task);

struct _JipyoHistory {
  GObject parent_instance;

  GThreadPool *pool; /* of one thread */
  Worker *worker;    /* owned; freed by the worker's last job */
};

G_DEFINE_FINAL_TYPE (JipyoHistory, jipyo_history, G_TYPE_OBJECT)

typedef struct {
  GTask *task; /* owned; NULL for the job that ends the worker */
  JobFunc run;
} Job;

static void
worker_free (Worker *worker)
{
  jipyo_store_close (worker->store);
  g_free (worker->damaged);
  g_free (worker->path);
  g_free (worker);
}

/* Takes `kept`. Told once: the first is the one with the most in it. */
static void
note_damage (Worker *worker, char *kept)
{
  if (kept != NULL && !g_atomic_pointer_compare_and_exchange (&worker->damaged, NULL, kept))
    g_free (kept);
}

static gboolean
open_store (Worker *worker, GError **error)
{
  if (worker->store == NULL)
    worker->store = worker->of_copy ? jipyo_store_open_copy (worker->path, error)
                                    : jipyo_store_open (worker->path, error);
  if (worker->store != NULL)
    note_damage (worker, g_steal_pointer (&worker->store->damaged_file));
  return worker->store != NULL;
}

static gboolean
ensure_open (Worker *worker, GTask *task)
{
  GError *error = NULL;

  if (open_store (worker, &error))
    return TRUE;
  g_task_return_error (task, error);
  return FALSE;
}

static gboolean
released_cb (gpointer task)
{
  return G_SOURCE_REMOVE;
}

/* A task holds the history, and the last reference must not fall on the worker's thread, which the
 * history waits for when it ends. So the caller's context lets go; not by invoking, which would run
 * here when nobody iterates that context. */
static void
release_on_its_context (GTask *task)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_callback (source, released_cb, task, g_object_unref);
  g_source_attach (source, g_task_get_context (task));
}

static void
run_job (gpointer data, gpointer user_data)
{
  Job *job = data;
  Worker *worker = user_data;

  if (worker->thread == NULL)
    worker->thread = g_thread_self ();
  g_assert (worker->thread == g_thread_self ());
  if (job->task == NULL)
    worker_free (worker);
  else if (!g_task_return_error_if_cancelled (job->task) && ensure_open (worker, job->task))
    job->run (worker, job->task);
  if (job->task != NULL)
    release_on_its_context (job->task);
  g_free (job);
}

static void
push (JipyoHistory *self, GTask *task, JobFunc run)
{
  Job *job = g_new0 (Job, 1);

  job->task = task != NULL ? g_object_ref (task) : NULL;
  job->run = run;
  g_thread_pool_push (self->pool, job, NULL); /* an exclusive pool has its thread already */
}

/* What was handed over is written before the thread ends; the caller does not wait for it. */
static void
jipyo_history_finalize (GObject *object)
{
  JipyoHistory *self = JIPYO_HISTORY (object);

  push (self, NULL, NULL);
  g_thread_pool_free (self->pool, FALSE, TRUE);
  G_OBJECT_CLASS (jipyo_history_parent_class)->finalize (object);
}

static void
jipyo_history_class_init (JipyoHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jipyo_history_finalize;
}

static void
jipyo_history_init (JipyoHistory *self)
{
  self->worker = g_new0 (Worker, 1);
  self->pool = g_thread_pool_new (run_job, self->worker, 1, TRUE, NULL);
}

/* A price of another unit is in doubt as what it is compared with, not as a price. */
static gboolean
is_kept (const JipyoQuote *quote)
{
  return quote->state != JIPYO_QUOTE_HISTORY
         && (quote->state != JIPYO_QUOTE_SUSPECT || quote->unit_change != 0);
}

static gboolean
save_all (Worker *worker, const GPtrArray *quotes, GError **error)
{
  JipyoStore *store = worker->store;

  if (!jipyo_store_begin (store, error))
    return FALSE;
  return jipyo_store_end (store,
                          jipyo_latest_save (store->database, quotes, error)
                            && jipyo_price_ticks_save (store, quotes, error),
                          error);
}

static void
close_store (Worker *worker)
{
  g_clear_pointer (&worker->store, jipyo_store_close);
}

/* What was saved is safe where it lies; if it cannot be put in order now, then later. */
static void
tidy (Worker *worker)
{
  g_autoptr (GError) error = NULL;

  if (!jipyo_tail_is_long (worker->store) || jipyo_tail_fold (worker->store, &error))
    return;
  g_message ("%s", error->message);
  close_store (worker);
}

/* A file that was removed or replaced while it was open still takes every row, and loses them all:
 * so what is in it is written out beside, or in its place when that is free. */
static gboolean
return_to_path (Worker *worker, GError **error)
{
  JipyoStore *store = worker->store;
  g_autofree char *beside = g_strdup_printf ("%s.replaced-%" G_GINT64_FORMAT, worker->path,
                                             g_get_real_time () / G_USEC_PER_SEC);
  JipyoDiskFile other;
  const char *target = jipyo_disk_identify (worker->path, &other) ? beside : worker->path;

  g_message ("history: %s is not the file that was opened; its rows go to %s", worker->path,
             target);
  const gboolean saved = jipyo_backup_make (store->database, target, error);
  close_store (worker);
  return saved && open_store (worker, error);
}

/* Once a minute: is it still our file, and is there room? FALSE when nothing may be written. */
static gboolean
look_after_disk (Worker *worker, GError **error)
{
  JipyoStore *store = worker->store;
  const gint64 now_us = g_get_monotonic_time ();

  if (!store->is_file || (store->checked_us != 0 && now_us - store->checked_us < CHECK_US))
    return TRUE;
  if (!jipyo_store_is_in_place (store) && !return_to_path (worker, error))
    return FALSE;
  const JipyoDiskRoom room = jipyo_disk_measure (worker->path);
  g_atomic_int_set (&worker->low, room == JIPYO_DISK_LOW);
  switch (room) {
  case JIPYO_DISK_FULL:
    g_set_error (error, JIPYO_HISTORY_ERROR, JIPYO_HISTORY_ERROR_FULL,
                 "history: less than 20 MiB left on the disk");
    return FALSE;
  case JIPYO_DISK_LOW:
    g_message ("history: less than 100 MiB left on the disk");
    break;
  case JIPYO_DISK_ROOMY:
    jipyo_disk_reserve (worker->path);
    break;
  }
  worker->store->checked_us = now_us;
  return TRUE;
}

/* All that is sound, in a file of its own, takes the place of a history that is damaged. What fails
 * on the way leaves all as it was. */
static gboolean
rebuild (Worker *worker, GError **error)
{
  g_autofree char *fresh = g_strconcat (worker->path, ".rebuilt", NULL);

  if (!jipyo_rebuild_make (worker->store, fresh, error)
      || !jipyo_database_write_log_back (worker->store->database, error))
    return FALSE;
  close_store (worker);
  note_damage (worker, jipyo_recovery_replace (worker->path, fresh));
  return open_store (worker, error);
}

/* What may help before a second try. After a failed write or sync the connection is not to be
 * trusted with what it holds; closing it also writes the log back and gives up its room. */
static void
make_ready_again (Worker *worker, const GError *error)
{
  if (error->code == JIPYO_HISTORY_ERROR_DAMAGED && rebuild (worker, NULL))
    return;
  close_store (worker);
  if (error->code == JIPYO_HISTORY_ERROR_FULL)
    jipyo_disk_release (worker->path);
  if (error->code == JIPYO_HISTORY_ERROR_DAMAGED)
    note_damage (worker, jipyo_recovery_run (worker->path));
}

static void
run_save (Worker *worker, GTask *task)
{
  const GPtrArray *quotes = g_task_get_task_data (task);
  g_autoptr (GError) first = NULL;
  GError *error = NULL;

  if (!look_after_disk (worker, &error)) {
    g_task_return_error (task, error);
    return;
  }
  if (save_all (worker, quotes, &first)) {
    g_task_return_boolean (task, TRUE);
    tidy (worker);
    return;
  }
  g_debug ("%s; trying once more", first->message);
  make_ready_again (worker, first);
  if (!ensure_open (worker, task))
    return;
  if (save_all (worker, quotes, &error)) {
    g_task_return_boolean (task, TRUE);
    return;
  }
  close_store (worker);
  g_task_return_error (task, error);
}

static void
run_load (Worker *worker, GTask *task)
{
  GError *error = NULL;
  GPtrArray *quotes = jipyo_latest_load (worker->store->database, &error);

  if (quotes == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, quotes, (GDestroyNotify) g_ptr_array_unref);
}

static void
run_query (Worker *worker, GTask *task)
{
  GError *error = NULL;
  JipyoCandleSeries *series =
    jipyo_former_range_read (worker->store, g_task_get_task_data (task), &error);

  if (series == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, series, (GDestroyNotify) jipyo_candle_series_free);
}

/* How many days of an instrument are reduced before others have their turn. */
static const guint TIDY_DAYS = 16;

/* The tail is folded once a day even when it is short, so that what is in it grows old with the
 * rest. */
static gboolean
fold_daily (JipyoStore *store, gint64 now_ms, GError **error)
{
  const gint64 day = jipyo_block_day (now_ms);

  if (store->folded_day == day)
    return TRUE;
  if (store->n_tail > 0 && !jipyo_tail_fold (store, error))
    return FALSE;
  store->folded_day = day;
  return TRUE;
}

static gboolean
back_up (Worker *worker, gint64 now_ms, GError **error)
{
  JipyoStore *store = worker->store;

  return fold_daily (store, now_ms, error)
         && (!store->is_file || jipyo_backup_make_daily (store->database, worker->path, error));
}

/* No copy is made of what is damaged: that would push out the last good one. It is mended first. */
static gboolean
mend_and_back_up (Worker *worker, gint64 now_ms, GError **error)
{
  g_autoptr (GError) first = NULL;

  if (back_up (worker, now_ms, &first))
    return TRUE;
  if (g_error_matches (first, JIPYO_HISTORY_ERROR, JIPYO_HISTORY_ERROR_DAMAGED))
    return rebuild (worker, error) && back_up (worker, now_ms, error);
  g_propagate_error (error, g_steal_pointer (&first));
  return FALSE;
}

static void
run_tidy (Worker *worker, GTask *task)
{
  JipyoRetention run = { .now_ms = *(gint64 *) g_task_get_task_data (task),
                         .days_left = TIDY_DAYS };
  GError *error = NULL;

  /* Who wants a copy that cannot be made has one of before. */
  if (worker->store->is_file)
    jipyo_copy_answer (worker->store->database, worker->path, NULL);
  if (mend_and_back_up (worker, run.now_ms, &error)
      && jipyo_retention_run (worker->store, &run, &error)) {
    jipyo_leftovers_clear (worker->store);
    g_task_return_int (task, run.days_left == 0);
    return;
  }
  close_store (worker);
  g_task_return_error (task, error);
}

static gboolean
import_all (JipyoStore *store, const JipyoCandleSeries *series, GError **error)
{
  JipyoBlockRange range = { .instrument = series->instrument, .resolution = series->resolution };
  g_auto (JipyoRows) rows = { 0 };

  jipyo_rows_init (&rows, JIPYO_CANDLE_COLUMNS);
  jipyo_day_blocks_read_series (series, &rows);
  if (!jipyo_store_begin (store, error))
    return FALSE;
  range.series = jipyo_store_find_series (store, series->instrument, TRUE, error);
  const JipyoAskedOf of = { range.series, series->resolution };
  return jipyo_store_end (store,
                          range.series != 0
                            && jipyo_day_blocks_replace_candles (store, &range, &rows, error)
                            && jipyo_gaps_merge (store, range.series, series->gaps, error)
                            && jipyo_origins_add (store, range.series, series, error)
                            && jipyo_asked_add (store, of, series->asked, error),
                          error);
}

static void
run_import (Worker *worker, GTask *task)
{
  GError *error = NULL;

  if (look_after_disk (worker, &error)
      && import_all (worker->store, g_task_get_task_data (task), &error)) {
    g_task_return_boolean (task, TRUE);
    return;
  }
  close_store (worker);
  g_task_return_error (task, error);
}

JipyoHistory *
jipyo_history_new (const char *path)
{
  JipyoHistory *self = g_object_new (JIPYO_TYPE_HISTORY, NULL);

  self->worker->path = g_strdup (path);
  return self;
}

JipyoHistory *
jipyo_history_new_copy (const char *path)
{
  JipyoHistory *self = jipyo_history_new (path);

  self->worker->of_copy = TRUE;
  return self;
}

void
jipyo_history_save_async (JipyoHistory *self,
                          const GPtrArray *quotes,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GPtrArray *copies = g_ptr_array_new_full (quotes->len, (GDestroyNotify) jipyo_quote_free);

  for (guint i = 0; i < quotes->len; i++)
    if (is_kept (g_ptr_array_index (quotes, i)))
      g_ptr_array_add (copies, jipyo_quote_copy (g_ptr_array_index (quotes, i)));
  g_task_set_source_tag (task, jipyo_history_save_async);
  g_task_set_task_data (task, copies, (GDestroyNotify) g_ptr_array_unref);
  push (self, task, run_save);
}

gboolean
jipyo_history_save_finish (JipyoHistory *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
jipyo_history_load_async (JipyoHistory *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, jipyo_history_load_async);
  push (self, task, run_load);
}

GPtrArray *
jipyo_history_load_finish (JipyoHistory *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
jipyo_history_query_async (JipyoHistory *self,
                           const JipyoHistoryQuery *query,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, jipyo_history_query_async);
  g_task_set_task_data (task, jipyo_history_query_copy (query),
                        (GDestroyNotify) jipyo_history_query_free);
  push (self, task, run_query);
}

JipyoCandleSeries *
jipyo_history_query_finish (JipyoHistory *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static JipyoCandleSeries *
copy_candles (const JipyoCandleSeries *series)
{
  JipyoCandleSeries *copy = jipyo_candle_series_new (series->instrument, series->resolution);

  copy->origin = g_strdup (series->origin);
  copy->scale = series->scale;
  copy->volume_scale = series->volume_scale;
  g_array_append_vals (copy->candles, series->candles->data, series->candles->len);
  g_array_append_vals (copy->gaps, series->gaps->data, series->gaps->len);
  g_array_append_vals (copy->asked, series->asked->data, series->asked->len);
  return copy;
}

void
jipyo_history_import_async (JipyoHistory *self,
                            const JipyoCandleSeries *candles,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (candles->resolution != JIPYO_RESOLUTION_TICK);
  g_task_set_source_tag (task, jipyo_history_import_async);
  g_task_set_task_data (task, copy_candles (candles), (GDestroyNotify) jipyo_candle_series_free);
  push (self, task, run_import);
}

gboolean
jipyo_history_import_finish (JipyoHistory *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

char *
jipyo_history_name_wish (const char *path)
{
  return jipyo_copy_name_wish (path);
}

void
jipyo_history_tidy_async (JipyoHistory *self,
                          gint64 now_ms,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, jipyo_history_tidy_async);
  g_task_set_task_data (task, g_memdup2 (&now_ms, sizeof now_ms), g_free);
  push (self, task, run_tidy);
}

JipyoHistoryTidied
jipyo_history_tidy_finish (JipyoHistory *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), JIPYO_HISTORY_TIDY_FAILED);
  const gssize left = g_task_propagate_int (G_TASK (result), error);

  if (left < 0)
    return JIPYO_HISTORY_TIDY_FAILED;
  return left > 0 ? JIPYO_HISTORY_TIDY_AGAIN : JIPYO_HISTORY_TIDY_DONE;
}

gboolean
jipyo_history_is_low (JipyoHistory *self)
{
  g_return_val_if_fail (JIPYO_IS_HISTORY (self), FALSE);
  return g_atomic_int_get (&self->worker->low);
}

const char *
jipyo_history_get_damaged_file (JipyoHistory *self)
{
  g_return_val_if_fail (JIPYO_IS_HISTORY (self), NULL);
  return g_atomic_pointer_get (&self->worker->damaged);
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Jobs for the one worker thread. A job is a GTask with a function; the thread runs them in order,
 * so what was saved before is seen by what is loaded after.
 */

#include "jipyo-history.h"

#include "jipyo-database.h"

/* The worker's own world: only its thread touches it. */
typedef struct {
  char *path;
  sqlite3 *database; /* NULL until a job needed it, or when it cannot be opened */
  GThread *thread;   /* set by the first job; every later one must run there */
  gboolean settled;  /* what was found in the log is on the disk for good */
} Worker;

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

static const char save_sql[] =
  "INSERT INTO latest VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14)"
  " ON CONFLICT (instrument) DO UPDATE SET"
  " provider=?2, name_ko=?3, name_en=?4, currency=?5, last_digits=?6, last_scale=?7,"
  " change_digits=?8, change_scale=?9, percent_digits=?10, percent_scale=?11, basis=?12,"
  " venue_time_us=?13, received_us=?14 WHERE received_us <= ?14";

static const char load_sql[] =
  "SELECT instrument, provider, name_ko, name_en, currency, last_digits, last_scale,"
  " change_digits, change_scale, percent_digits, percent_scale, basis, venue_time_us,"
  " received_us FROM latest ORDER BY instrument";

static void
worker_free (Worker *worker)
{
  jipyo_database_close (worker->database);
  g_free (worker->path);
  g_free (worker);
}

static gboolean
ensure_open (Worker *worker, GTask *task)
{
  GError *error = NULL;

  if (worker->database == NULL)
    worker->database = jipyo_database_open (worker->path, &error);
  if (worker->database != NULL)
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

static void
bind_decimal (sqlite3_stmt *statement, int index, JipyoDecimal value, gboolean known)
{
  if (!known) {
    sqlite3_bind_null (statement, index);
    sqlite3_bind_null (statement, index + 1);
    return;
  }
  sqlite3_bind_int64 (statement, index, value.digits);
  sqlite3_bind_int (statement, index + 1, value.scale);
}

static gboolean
save_quote (Worker *worker, sqlite3_stmt *statement, const JipyoQuote *quote, GError **error)
{
  const char *const texts[] = { quote->instrument, quote->provider, quote->name.ko, quote->name.en,
                                quote->currency };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    sqlite3_bind_text (statement, (int) i + 1, texts[i], -1, SQLITE_STATIC);
  bind_decimal (statement, 6, quote->last, TRUE);
  bind_decimal (statement, 8, quote->change, quote->has_change);
  bind_decimal (statement, 10, quote->change_percent, quote->has_change_percent);
  sqlite3_bind_text (statement, 12, jipyo_change_basis_id (quote->basis), -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 13, quote->venue_time_us);
  sqlite3_bind_int64 (statement, 14, quote->received_us);
  if (sqlite3_step (statement) != SQLITE_DONE)
    return jipyo_database_fail (worker->database, error);
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
is_kept (const JipyoQuote *quote)
{
  return quote->state != JIPYO_QUOTE_HISTORY && quote->state != JIPYO_QUOTE_SUSPECT;
}

static gboolean
save_all (Worker *worker, const GPtrArray *quotes, GError **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean saved = FALSE;

  worker->settled = worker->settled || jipyo_database_write_log_back (worker->database, error);
  if (!worker->settled || !jipyo_database_execute (worker->database, "BEGIN IMMEDIATE", error))
    return FALSE;
  statement = jipyo_database_prepare (worker->database, save_sql, error);
  saved = statement != NULL;
  for (guint i = 0; saved && i < quotes->len; i++)
    if (is_kept (g_ptr_array_index (quotes, i)))
      saved = save_quote (worker, statement, g_ptr_array_index (quotes, i), error);
  sqlite3_finalize (statement);
  saved = saved && jipyo_database_execute (worker->database, "COMMIT", error);
  /* After a full disk or a failed sync SQLite may have rolled back by itself. */
  if (!saved && sqlite3_get_autocommit (worker->database) == 0)
    sqlite3_exec (worker->database, "ROLLBACK", NULL, NULL, NULL);
  return saved;
}

static void
close_database (Worker *worker)
{
  jipyo_database_close (worker->database);
  worker->database = NULL;
  worker->settled = FALSE;
}

/* After a failed write or sync the connection is not to be trusted with what it holds. Closing it
 * also writes the log back and gives up its room, which on a full disk may be all that is needed;
 * hence one more try at once, with a fresh one. */
static void
run_save (Worker *worker, GTask *task)
{
  const GPtrArray *quotes = g_task_get_task_data (task);
  g_autoptr (GError) first = NULL;
  GError *error = NULL;

  if (save_all (worker, quotes, &first)) {
    g_task_return_boolean (task, TRUE);
    return;
  }
  g_debug ("%s; trying once more", first->message);
  close_database (worker);
  if (!ensure_open (worker, task))
    return;
  if (save_all (worker, quotes, &error)) {
    g_task_return_boolean (task, TRUE);
    return;
  }
  close_database (worker);
  g_task_return_error (task, error);
}

static gboolean
read_decimal (sqlite3_stmt *statement, int column, JipyoDecimal *value)
{
  int scale = sqlite3_column_int (statement, column + 1);

  if (sqlite3_column_type (statement, column) != SQLITE_INTEGER || scale < 0
      || scale > JIPYO_DECIMAL_SCALE_MAX)
    return FALSE;
  *value =
    (JipyoDecimal){ .digits = sqlite3_column_int64 (statement, column), .scale = (guint8) scale };
  return TRUE;
}

static const char *
column_text (sqlite3_stmt *statement, int column)
{
  return (const char *) sqlite3_column_text (statement, column);
}

/* NULL for a row that no version of ours would have written. */
static JipyoQuote *
read_quote (sqlite3_stmt *statement)
{
  g_autoptr (JipyoQuote) quote =
               jipyo_quote_new (column_text (statement, 0), column_text (statement, 1));

  if (quote->instrument == NULL || quote->provider == NULL
      || !read_decimal (statement, 5, &quote->last)
      || !jipyo_change_basis_parse (column_text (statement, 11), &quote->basis))
    return NULL;
  quote->name = jipyo_text_new (column_text (statement, 2), column_text (statement, 3));
  quote->currency = g_strdup (column_text (statement, 4));
  quote->has_change = read_decimal (statement, 7, &quote->change);
  quote->has_change_percent = read_decimal (statement, 9, &quote->change_percent);
  quote->venue_time_us = sqlite3_column_int64 (statement, 12);
  quote->received_us = sqlite3_column_int64 (statement, 13);
  quote->state = JIPYO_QUOTE_HISTORY;
  return g_steal_pointer (&quote);
}

static void
run_load (Worker *worker, GTask *task)
{
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_quote_free);
  GError *error = NULL;
  sqlite3_stmt *statement = jipyo_database_prepare (worker->database, load_sql, &error);
  int code = SQLITE_ROW;

  while (statement != NULL && (code = sqlite3_step (statement)) == SQLITE_ROW) {
    JipyoQuote *quote = read_quote (statement);

    if (quote != NULL)
      g_ptr_array_add (quotes, quote);
  }
  if (statement != NULL && code != SQLITE_DONE)
    jipyo_database_fail (worker->database, &error);
  sqlite3_finalize (statement);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&quotes), (GDestroyNotify) g_ptr_array_unref);
}

JipyoHistory *
jipyo_history_new (const char *path)
{
  JipyoHistory *self = g_object_new (JIPYO_TYPE_HISTORY, NULL);

  self->worker->path = g_strdup (path);
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

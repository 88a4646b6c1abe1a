/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A book is one need, read until one instant. The instant moves on all the time: a book of the same
 * day stays in use while a newer one is read, so that nothing flickers.
 */

#include "jipyo-past-shelf.h"

#include "jipyo-past.h"

static const gint64 DAY_MS = 24 * 60 * 60 * 1000;
static const gint64 FRESH_US = 60 * G_USEC_PER_SEC;
static const gint64 RETRY_US = 5 * G_USEC_PER_SEC;
static const gint64 UNUSED_US = 600 * G_USEC_PER_SEC;
/* What was handed out may still be looked at. */
static const gint64 IN_USE_US = G_USEC_PER_SEC;
static const guint BOOKS_MAX = 256;

typedef struct {
  grefcount refs;
  JipyoPastNeed need;
  gint64 end_day;            /* of the instant, by Korean days */
  JipyoCandleSeries *series; /* owned; NULL until read */
  gint64 read_us;            /* monotonic, when it was last tried; 0: never */
  gint64 used_us;            /* monotonic */
  gboolean reading;
} Book;

struct _JipyoPastShelf {
  GObject parent_instance;

  JipyoQuoteKeeper *keeper;  /* weak; NULL before there is one */
  JipyoNewCodes *codes;      /* owned; NULL before there are any */
  GCancellable *cancellable; /* cancelled in dispose */
  GPtrArray *books;          /* of Book */
  gboolean failed;
};

G_DEFINE_FINAL_TYPE (JipyoPastShelf, jipyo_past_shelf, G_TYPE_OBJECT)

enum { ARRIVED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
book_unref (Book *book)
{
  if (!g_ref_count_dec (&book->refs))
    return;
  g_free (book->need.instrument);
  jipyo_candle_series_free (book->series);
  g_free (book);
}

static gint64
find_day (gint64 end_ms)
{
  static const gint64 KST_MS = 9 * 60 * 60 * 1000;

  return (end_ms - 1 + KST_MS) / DAY_MS;
}

static gboolean
is_of (const Book *book, const JipyoPastNeed *need, gint64 end_day)
{
  return book->end_day == end_day && book->need.resolution == need->resolution
         && book->need.days == need->days && g_str_equal (book->need.instrument, need->instrument);
}

static void
forget_unused (JipyoPastShelf *self, gint64 now_us)
{
  for (guint i = self->books->len; i > 0; i--) {
    const Book *book = g_ptr_array_index (self->books, i - 1);
    const gint64 unused_us = now_us - book->used_us;

    if (unused_us > UNUSED_US || (unused_us > IN_USE_US && self->books->len > BOOKS_MAX))
      g_ptr_array_remove_index (self->books, i - 1);
  }
}

static Book *
find_book (JipyoPastShelf *self, const JipyoPastNeed *need, gint64 end_ms)
{
  const gint64 now_us = g_get_monotonic_time ();
  const gint64 end_day = find_day (end_ms);

  for (guint i = 0; i < self->books->len; i++) {
    Book *book = g_ptr_array_index (self->books, i);

    if (!is_of (book, need, end_day))
      continue;
    book->used_us = now_us;
    return book;
  }
  forget_unused (self, now_us);
  Book *book = g_new0 (Book, 1);
  g_ref_count_init (&book->refs);
  book->need = *need;
  book->need.instrument = g_strdup (need->instrument);
  book->end_day = end_day;
  book->used_us = now_us;
  g_ptr_array_insert (self->books, 0, book);
  return book;
}

static JipyoPastRequest
make_request (JipyoPastShelf *self, const Book *book, gint64 end_ms)
{
  return (JipyoPastRequest){
    .instrument = book->need.instrument,
    .resolution = book->need.resolution,
    .from_ms = book->need.days == 0 ? G_MININT64 : end_ms - book->need.days * DAY_MS,
    .to_ms = end_ms,
    .copy_will_do = TRUE,
    .codes = self->codes != NULL ? jipyo_new_codes_get_all (self->codes) : NULL,
  };
}

/* Takes the series. */
static void
shelve (JipyoPastShelf *self, Book *book, JipyoCandleSeries *series)
{
  book->reading = FALSE;
  book->read_us = g_get_monotonic_time ();
  self->failed = series == NULL;
  if (series == NULL)
    return;
  jipyo_candle_series_free (book->series);
  book->series = series;
}

typedef struct {
  JipyoPastShelf *shelf; /* owned */
  Book *book;            /* owned */
} Reading;

static void
queried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;
  g_autoptr (JipyoPastShelf) self = reading->shelf;
  g_autoptr (GError) error = NULL;
  JipyoCandleSeries *series = jipyo_history_query_finish (JIPYO_HISTORY (source), result, &error);
  const gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  const gboolean failed_before = self->failed;

  if (!cancelled)
    shelve (self, reading->book, series);
  book_unref (reading->book);
  g_free (reading);
  if (series != NULL || (!cancelled && !failed_before))
    g_signal_emit (self, signals[ARRIVED], 0);
}

static void
read_book (JipyoPastShelf *self, Book *book, gint64 end_ms)
{
  const gint64 now_us = g_get_monotonic_time ();
  const gint64 rest_us = book->series != NULL ? FRESH_US : RETRY_US;

  if (self->keeper == NULL || book->reading
      || (book->read_us != 0 && now_us - book->read_us < rest_us))
    return;
  const JipyoPastRequest request = make_request (self, book, end_ms);
  const JipyoHistoryQuery query = {
    .instrument = request.instrument,
    .resolution = request.resolution,
    .from_ms = request.from_ms,
    .to_ms = request.to_ms,
    .codes = (GPtrArray *) request.codes,
  };
  Reading *reading = g_new0 (Reading, 1);

  reading->shelf = g_object_ref (self);
  reading->book = book;
  g_ref_count_inc (&book->refs);
  book->reading = TRUE;
  jipyo_history_query_async (jipyo_quote_keeper_get_history (self->keeper), &query,
                             self->cancellable, queried_cb, reading);
}

static void
jipyo_past_shelf_dispose (GObject *object)
{
  JipyoPastShelf *self = JIPYO_PAST_SHELF (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->keeper);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->codes);
  G_OBJECT_CLASS (jipyo_past_shelf_parent_class)->dispose (object);
}

static void
jipyo_past_shelf_finalize (GObject *object)
{
  g_ptr_array_unref (JIPYO_PAST_SHELF (object)->books);
  G_OBJECT_CLASS (jipyo_past_shelf_parent_class)->finalize (object);
}

static void
jipyo_past_shelf_class_init (JipyoPastShelfClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = jipyo_past_shelf_dispose;
  object_class->finalize = jipyo_past_shelf_finalize;
  signals[ARRIVED] = g_signal_new ("arrived", JIPYO_TYPE_PAST_SHELF, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
jipyo_past_shelf_init (JipyoPastShelf *self)
{
  self->books = g_ptr_array_new_with_free_func ((GDestroyNotify) book_unref);
  self->cancellable = g_cancellable_new ();
}

JipyoPastShelf *
jipyo_past_shelf_new (void)
{
  return g_object_new (JIPYO_TYPE_PAST_SHELF, NULL);
}

void
jipyo_past_shelf_set_keeper (JipyoPastShelf *self, JipyoQuoteKeeper *keeper)
{
  g_return_if_fail (JIPYO_IS_PAST_SHELF (self));
  g_set_weak_pointer (&self->keeper, keeper);
}

void
jipyo_past_shelf_set_codes (JipyoPastShelf *self, JipyoNewCodes *codes)
{
  g_return_if_fail (JIPYO_IS_PAST_SHELF (self));
  g_set_object (&self->codes, codes);
}

GPtrArray *
jipyo_past_shelf_pick (JipyoPastShelf *self, const GPtrArray *needs, gint64 end_ms)
{
  g_return_val_if_fail (JIPYO_IS_PAST_SHELF (self) && needs != NULL, NULL);
  GPtrArray *picked = g_ptr_array_new ();

  for (guint i = 0; i < needs->len; i++) {
    Book *book = find_book (self, g_ptr_array_index (needs, i), end_ms);

    read_book (self, book, end_ms);
    g_ptr_array_add (picked, book->series);
  }
  return picked;
}

/* NULL when the book does not have it. (transfer full) (nullable) */
static JipyoCandleSeries *
cut_out (const Book *book, const JipyoCandleId *id)
{
  JipyoCandleSeries *cut = jipyo_candle_series_new (id->instrument, book->need.resolution);

  cut->scale = book->series->scale;
  cut->volume_scale = book->series->volume_scale;
  cut->origins = book->series->origins != NULL ? g_ptr_array_ref (book->series->origins) : NULL;
  cut->former = book->series->former != NULL ? g_ptr_array_ref (book->series->former) : NULL;
  for (guint i = 0; i < book->series->candles->len; i++) {
    const JipyoCandle *candle = &g_array_index (book->series->candles, JipyoCandle, i);

    if (candle->start_ms >= id->start_ms && candle->start_ms < id->start_ms + id->step_ms)
      g_array_append_val (cut->candles, *candle);
  }
  if (cut->candles->len > 0 && cut->step_ms != id->step_ms) {
    g_autoptr (JipyoCandleSeries) parts = cut;
    cut = jipyo_candle_series_merge (parts, id->step_ms);
  }
  const gboolean found =
    cut->candles->len == 1 && g_array_index (cut->candles, JipyoCandle, 0).start_ms == id->start_ms;
  if (!found)
    g_clear_pointer (&cut, jipyo_candle_series_free);
  return cut;
}

JipyoCandleSeries *
jipyo_past_shelf_find_candle (JipyoPastShelf *self, const JipyoCandleId *id)
{
  g_return_val_if_fail (JIPYO_IS_PAST_SHELF (self) && id != NULL, NULL);
  const JipyoResolution resolution = jipyo_candle_id_get_resolution (id);

  for (guint i = 0; i < self->books->len; i++) {
    const Book *book = g_ptr_array_index (self->books, i);

    if (book->series == NULL || book->need.resolution != resolution
        || !g_str_equal (book->need.instrument, id->instrument))
      continue;
    JipyoCandleSeries *found = cut_out (book, id);
    if (found != NULL)
      return found;
  }
  return NULL;
}

/* What lies there stays in use until then. */
void
jipyo_past_shelf_forget (JipyoPastShelf *self, const char *instrument)
{
  g_return_if_fail (JIPYO_IS_PAST_SHELF (self) && instrument != NULL);
  for (guint i = 0; i < self->books->len; i++) {
    Book *book = g_ptr_array_index (self->books, i);

    if (g_str_equal (book->need.instrument, instrument))
      book->read_us = 0;
  }
}

gboolean
jipyo_past_shelf_has_failed (JipyoPastShelf *self)
{
  g_return_val_if_fail (JIPYO_IS_PAST_SHELF (self), FALSE);
  return self->failed;
}

gint64
jipyo_past_shelf_get_copied_ms (JipyoPastShelf *self)
{
  g_return_val_if_fail (JIPYO_IS_PAST_SHELF (self), 0);
  gint64 copied_ms = 0;

  for (guint i = 0; i < self->books->len; i++) {
    const Book *book = g_ptr_array_index (self->books, i);

    if (book->series != NULL && book->series->copied_ms != 0)
      copied_ms =
        copied_ms == 0 ? book->series->copied_ms : MIN (copied_ms, book->series->copied_ms);
  }
  return copied_ms;
}

/* What is still to be read, one after the other: the file is for one at a time. */
typedef struct {
  GPtrArray *books; /* of Book, owned */
  gint64 end_ms;
  guint n_read;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_ptr_array_unref (work->books);
  g_free (work);
}

static void read_next (GTask *task);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;
  JipyoCandleSeries *series = jipyo_past_read_finish (result, &error);

  shelve (g_task_get_source_object (task), g_ptr_array_index (work->books, work->n_read), series);
  work->n_read++;
  if (series == NULL)
    g_task_return_error (task, error);
  else
    read_next (task);
}

static void
read_next (GTask *task)
{
  Work *work = g_task_get_task_data (task);

  if (work->n_read == work->books->len) {
    g_task_return_boolean (task, TRUE);
    return;
  }
  const JipyoPastRequest request = make_request (
    g_task_get_source_object (task), g_ptr_array_index (work->books, work->n_read), work->end_ms);
  jipyo_past_read_async (&request, g_task_get_cancellable (task), read_cb, g_object_ref (task));
}

void
jipyo_past_shelf_read_async (JipyoPastShelf *self,
                             const GPtrArray *needs,
                             gint64 end_ms,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (JIPYO_IS_PAST_SHELF (self) && needs != NULL);
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->books = g_ptr_array_new_with_free_func ((GDestroyNotify) book_unref);
  work->end_ms = end_ms;
  for (guint i = 0; i < needs->len; i++) {
    Book *book = find_book (self, g_ptr_array_index (needs, i), end_ms);

    g_ref_count_inc (&book->refs);
    g_ptr_array_add (work->books, book);
  }
  g_task_set_source_tag (task, jipyo_past_shelf_read_async);
  g_task_set_task_data (task, work, work_free);
  read_next (task);
}

gboolean
jipyo_past_shelf_read_finish (JipyoPastShelf *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

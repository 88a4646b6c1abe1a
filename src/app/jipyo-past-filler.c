/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One instrument is in hand at a time: its days are read, what is missing is ordered, and what
 * comes is kept. The child that answers is not trusted: nothing is kept that was not ordered.
 */

#include "jipyo-past-filler.h"

#include "jipyo-backfill.h"
#include "jipyo-date.h"
#include "jipyo-missing.h"

static const gint64 DAY_MS = G_GINT64_CONSTANT (24) * 60 * 60 * 1000;
/* The first seconds belong to quotes and to what is on the screen. */
static const gint64 FIRST_US = 5 * G_USEC_PER_SEC;
static const gint64 ANSWER_US = 300 * G_USEC_PER_SEC;
static const gint64 AGAIN_US = G_GINT64_CONSTANT (24) * 3600 * G_USEC_PER_SEC;
static const gint64 RETRY_US = G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC;

struct _JipyoPastFiller {
  GObject parent_instance;

  JipyoFeedSupervisor *feed; /* owned */
  JipyoHistory *history;     /* owned */
  JipyoQuoteKeeper *keeper;  /* owned */
  GCancellable *cancellable; /* of the history's answers; cancelled in dispose */
  char **instruments;        /* the most wanted first */
  GHashTable *due;           /* instrument → monotonic gint64, when it is looked after again */
  gint64 ticked_us;
  gint64 first_us; /* 0: not ticked yet */
  gint64 now_us;

  char *current;     /* in hand; NULL: none */
  gint64 ordered_us; /* monotonic; 0: its days are still being read */
  gint64 from_ms;    /* ordered from then on */
  guint n_kept;      /* candles of it */
  guint n_keeping;   /* imports that are not answered yet */
  gboolean ended;    /* the feed has said all */
  gboolean complete;
  gboolean checked; /* what is missing still was looked for */
};

G_DEFINE_FINAL_TYPE (JipyoPastFiller, jipyo_past_filler, G_TYPE_OBJECT)

enum { FILLED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
put_off (JipyoPastFiller *self, const char *instrument, gint64 pause_us)
{
  gint64 *due = g_new (gint64, 1);

  *due = self->ticked_us + pause_us;
  g_hash_table_insert (self->due, g_strdup (instrument), due);
}

static void
lay_down (JipyoPastFiller *self, gint64 pause_us)
{
  g_autofree char *instrument = g_steal_pointer (&self->current);

  put_off (self, instrument, pause_us);
  if (self->n_kept > 0)
    g_signal_emit (self, signals[FILLED], 0, instrument);
}

/* --- What is missing */

static gint64
find_today (JipyoPastFiller *self)
{
  return self->now_us / 1000 / DAY_MS;
}

/* What lacks before the first day that is there is not looked for: the instrument is young, or only
 * its last hours could be had. */
static GArray *
find_missing (JipyoPastFiller *self, const JipyoCandleSeries *days)
{
  const gint64 from_ms = (find_today (self) - JIPYO_BACKFILL_DAYS) * DAY_MS;
  const gint64 to_ms = find_today (self) * DAY_MS;
  GArray *missing = jipyo_missing_find (days, from_ms, to_ms);

  if (missing->len > 0) {
    const JipyoStretch *first = &g_array_index (missing, JipyoStretch, 0);

    if (first->from_ms == from_ms && first->to_ms < to_ms)
      g_array_remove_index (missing, 0);
  }
  return missing;
}

static void
order (JipyoPastFiller *self, gint64 from_day)
{
  g_autofree char *day = jipyo_date_format (jipyo_date_from_day ((int) from_day));

  self->from_ms = from_day * DAY_MS;
  self->ordered_us = self->ticked_us;
  jipyo_feed_supervisor_fill (self->feed, self->current, day);
}

static void
queried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JipyoCandleSeries) days =
               jipyo_history_query_finish (JIPYO_HISTORY (source), result, &error);
  JipyoPastFiller *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (days == NULL) {
    lay_down (self, RETRY_US);
    return;
  }
  g_autoptr (GArray) missing = find_missing (self, days);
  if (missing->len > 0)
    order (self, g_array_index (missing, JipyoStretch, 0).from_ms / DAY_MS);
  else
    lay_down (self, AGAIN_US);
}

static void
query_days (JipyoPastFiller *self, GAsyncReadyCallback callback, gpointer data)
{
  const JipyoHistoryQuery query = {
    .instrument = self->current,
    .resolution = JIPYO_RESOLUTION_DAY,
    .from_ms = (find_today (self) - JIPYO_BACKFILL_DAYS) * DAY_MS,
    .to_ms = find_today (self) * DAY_MS,
  };

  jipyo_history_query_async (self->history, &query, self->cancellable, callback, data);
}

static void
take_in_hand (JipyoPastFiller *self, const char *instrument)
{
  self->current = g_strdup (instrument);
  self->ordered_us = 0;
  self->n_kept = 0;
  self->ended = FALSE;
  self->checked = FALSE;
  query_days (self, queried_cb, self);
}

/* --- What comes */

static gboolean
is_ordered (JipyoPastFiller *self, const JipyoCandleSeries *candles)
{
  const guint n = candles->candles->len;

  if (self->ordered_us == 0 || self->ended || n == 0
      || g_strcmp0 (candles->instrument, self->current) != 0
      || candles->resolution < JIPYO_RESOLUTION_HOUR)
    return FALSE;
  return g_array_index (candles->candles, JipyoCandle, 0).start_ms >= self->from_ms
         && g_array_index (candles->candles, JipyoCandle, n - 1).start_ms < self->now_us / 1000;
}

static void check_what_is_missing (JipyoPastFiller *self);

/* Answers still come when nobody wants them any more. */
static void
lay_down_when_kept (JipyoPastFiller *self)
{
  if (self->history == NULL || self->current == NULL || !self->ended || self->n_keeping > 0)
    return;
  if (self->complete && !self->checked)
    check_what_is_missing (self);
  else
    lay_down (self, self->complete ? AGAIN_US : RETRY_US);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JipyoPastFiller) self = data;
  g_autoptr (GError) error = NULL;

  self->n_keeping--;
  if (!jipyo_history_import_finish (JIPYO_HISTORY (source), result, &error)) {
    g_debug ("%s", error->message);
    self->complete = FALSE;
  }
  lay_down_when_kept (self);
}

/* All was asked for: what is missing between two days the venue does not have, and that is kept. */
static void
queried_again_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JipyoPastFiller) self = data;
  g_autoptr (JipyoCandleSeries) days =
               jipyo_history_query_finish (JIPYO_HISTORY (source), result, NULL);
  g_autoptr (GArray) missing = days != NULL ? find_missing (self, days) : NULL;
  g_autoptr (JipyoCandleSeries) gaps =
               missing != NULL ? jipyo_missing_make_gaps (days, missing) : NULL;

  if (gaps != NULL && self->history != NULL) {
    jipyo_history_import_async (self->history, gaps, NULL, kept_cb, g_object_ref (self));
    return;
  }
  self->n_keeping--;
  lay_down_when_kept (self);
}

static void
check_what_is_missing (JipyoPastFiller *self)
{
  self->checked = TRUE;
  self->n_keeping++;
  query_days (self, queried_again_cb, g_object_ref (self));
}

static void
candles_received_cb (JipyoPastFiller *self, const JipyoCandleSeries *candles)
{
  if (!is_ordered (self, candles))
    return;
  self->n_kept += candles->candles->len;
  self->n_keeping++;
  jipyo_history_import_async (self->history, candles, NULL, kept_cb, g_object_ref (self));
}

static void
past_ended_cb (JipyoPastFiller *self, const char *instrument, gboolean complete)
{
  if (self->ordered_us == 0 || self->ended || g_strcmp0 (instrument, self->current) != 0)
    return;
  self->ended = TRUE;
  self->complete = complete;
  lay_down_when_kept (self);
}

/* --- The object */

static void
jipyo_past_filler_dispose (GObject *object)
{
  JipyoPastFiller *self = JIPYO_PAST_FILLER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->feed);
  g_clear_object (&self->history);
  g_clear_object (&self->keeper);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (jipyo_past_filler_parent_class)->dispose (object);
}

static void
jipyo_past_filler_finalize (GObject *object)
{
  JipyoPastFiller *self = JIPYO_PAST_FILLER (object);

  g_strfreev (self->instruments);
  g_hash_table_unref (self->due);
  g_free (self->current);
  G_OBJECT_CLASS (jipyo_past_filler_parent_class)->finalize (object);
}

static void
jipyo_past_filler_class_init (JipyoPastFillerClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = jipyo_past_filler_dispose;
  object_class->finalize = jipyo_past_filler_finalize;
  signals[FILLED] = g_signal_new ("filled", JIPYO_TYPE_PAST_FILLER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
jipyo_past_filler_init (JipyoPastFiller *self)
{
  self->cancellable = g_cancellable_new ();
  self->due = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
wanted_cb (JipyoPastFiller *self, JipyoWatchlist *watchlist)
{
  g_strfreev (self->instruments);
  self->instruments = jipyo_watchlist_list_charted (watchlist);
}

JipyoPastFiller *
jipyo_past_filler_new (JipyoFeedSupervisor *feed,
                       JipyoQuoteKeeper *keeper,
                       JipyoWatchlist *watchlist)
{
  g_return_val_if_fail (JIPYO_IS_FEED_SUPERVISOR (feed) && JIPYO_IS_QUOTE_KEEPER (keeper), NULL);
  JipyoPastFiller *self = g_object_new (JIPYO_TYPE_PAST_FILLER, NULL);

  self->feed = g_object_ref (feed);
  self->keeper = g_object_ref (keeper);
  self->history = g_object_ref (jipyo_quote_keeper_get_history (keeper));
  g_signal_connect_object (feed, "candles-received", G_CALLBACK (candles_received_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (feed, "past-ended", G_CALLBACK (past_ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (watchlist, "wanted", G_CALLBACK (wanted_cb), self, G_CONNECT_SWAPPED);
  wanted_cb (self, watchlist);
  return self;
}

static gboolean
is_due (JipyoPastFiller *self, const char *instrument)
{
  const gint64 *due = g_hash_table_lookup (self->due, instrument);

  return due == NULL || self->ticked_us >= *due;
}

/* Without a network, or a history that keeps, there is nothing to be done. */
static gboolean
may_fill (JipyoPastFiller *self)
{
  return self->ticked_us - self->first_us >= FIRST_US
         && g_str_equal (jipyo_feed_supervisor_get_link (self->feed), "up")
         && jipyo_quote_keeper_is_keeping (self->keeper);
}

void
jipyo_past_filler_tick (JipyoPastFiller *self, gint64 monotonic_us, gint64 now_us)
{
  g_return_if_fail (JIPYO_IS_PAST_FILLER (self));

  self->ticked_us = monotonic_us;
  self->now_us = now_us;
  if (self->first_us == 0)
    self->first_us = monotonic_us;
  /* A child that died meanwhile has forgotten what it was told. */
  if (self->current != NULL && self->ordered_us != 0 && self->n_keeping == 0
      && monotonic_us - self->ordered_us >= ANSWER_US)
    lay_down (self, RETRY_US);
  if (self->current != NULL || !may_fill (self))
    return;
  for (guint i = 0; self->instruments != NULL && self->instruments[i] != NULL; i++)
    if (is_due (self, self->instruments[i])) {
      take_in_hand (self, self->instruments[i]);
      return;
    }
}

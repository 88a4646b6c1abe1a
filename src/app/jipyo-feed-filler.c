/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One walk of jipyo-backfill.c, told in lines.
 */

#include "jipyo-feed-filler.h"

#include "jipyo-backfill.h"
#include "jipyo-candle-json.h"
#include "jipyo-candle-source.h"

enum {
  LINE_ROWS = 100, /* some 10 KB; the window reads no line above 64 */
  PAUSE_MS = 1000, /* between two pages: nobody waits for them */
  HOURS_DAYS = 60, /* eight pages at most */
};

struct _JipyoFeedFiller {
  grefcount refs;
  JipyoClient *client;       /* owned */
  GCancellable *cancellable; /* owned */
  JipyoFeedFillerFunc func;  /* NULL once it was freed */
  gpointer user_data;
  char *instrument; /* of the walk under way; NULL: there is none */
  gint64 from_ms;   /* as it was ordered */
  JipyoResolution resolution;
};

static const gint64 DAY_MS = G_GINT64_CONSTANT (24) * 60 * 60 * 1000;

static void
filler_unref (JipyoFeedFiller *self)
{
  if (!g_ref_count_dec (&self->refs))
    return;
  g_object_unref (self->client);
  g_object_unref (self->cancellable);
  g_free (self->instrument);
  g_free (self);
}

JipyoFeedFiller *
jipyo_feed_filler_new (JipyoClient *client, JipyoFeedFillerFunc func, gpointer user_data)
{
  JipyoFeedFiller *self = g_new0 (JipyoFeedFiller, 1);

  g_ref_count_init (&self->refs);
  self->client = g_object_ref (client);
  self->cancellable = g_cancellable_new ();
  self->func = func;
  self->user_data = user_data;
  return self;
}

/* A walk under way still comes back, to nobody. */
void
jipyo_feed_filler_free (JipyoFeedFiller *self)
{
  if (self == NULL)
    return;
  self->func = NULL;
  g_cancellable_cancel (self->cancellable);
  filler_unref (self);
}

static void
emit (JipyoFeedFiller *self, JipyoJsonWriter *writer)
{
  g_autofree char *line = jipyo_json_writer_finish (writer);

  if (self->func != NULL)
    self->func (line, self->user_data);
}

static void
emit_end (JipyoFeedFiller *self, const char *instrument, gboolean complete)
{
  g_autoptr (JipyoJsonWriter) writer = jipyo_json_writer_new (FALSE);

  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_member (writer, "filled", instrument);
  jipyo_json_writer_key (writer, "complete");
  jipyo_json_writer_boolean (writer, complete);
  jipyo_json_writer_end_object (writer);
  emit (self, writer);
}

static void
page_came_cb (const JipyoCandleSeries *series, double part, gpointer user_data)
{
  for (guint first = 0; first < series->candles->len; first += LINE_ROWS) {
    g_autoptr (JipyoJsonWriter) writer = jipyo_json_writer_new (FALSE);

    jipyo_candles_write (writer, series, first, LINE_ROWS);
    emit (user_data, writer);
  }
}

static void walk (JipyoFeedFiller *self, JipyoResolution resolution);

/* An order of hours is for days that nobody can use. */
static gboolean
wants_hours (const JipyoFeedFiller *self, const JipyoBackfilled *filled)
{
  return self->func != NULL && self->resolution == JIPYO_RESOLUTION_DAY && filled->n_candles == 0
         && g_error_matches (filled->error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY)
         && jipyo_candle_source_find (self->instrument, JIPYO_RESOLUTION_HOUR) != NULL;
}

static void
walked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  JipyoFeedFiller *self = user_data;
  g_autoptr (JipyoBackfilled) filled = jipyo_backfill_finish (result);

  if (filled->error != NULL)
    g_debug ("%s: %s", self->instrument, filled->error->message);
  if (wants_hours (self, filled)) {
    walk (self, JIPYO_RESOLUTION_HOUR);
  } else {
    g_autofree char *instrument = g_steal_pointer (&self->instrument);

    emit_end (self, instrument, filled->error == NULL);
  }
  filler_unref (self);
}

/* As many hours as days would be too many requests. */
static void
walk (JipyoFeedFiller *self, JipyoResolution resolution)
{
  const gint64 now_ms = jipyo_client_get_now (self->client) / 1000;
  const gint64 hours_from_ms = (now_ms / DAY_MS - HOURS_DAYS) * DAY_MS;
  const JipyoBackfillOrder order = {
    .instrument = self->instrument,
    .resolution = resolution,
    .from_ms =
      resolution == JIPYO_RESOLUTION_DAY ? self->from_ms : MAX (self->from_ms, hours_from_ms),
    .pause_ms = PAUSE_MS,
    .func = page_came_cb,
    .user_data = self,
  };

  self->resolution = resolution;
  g_ref_count_inc (&self->refs);
  jipyo_backfill_async (self->client, &order, self->cancellable, walked_cb, self);
}

/* Where some addresses are replaced, nothing else may be reached. */
static gboolean
may_ask (JipyoFeedFiller *self, const JipyoBackfillOrder *order)
{
  g_autoptr (GError) error = NULL;

  if (self->instrument == NULL
      && jipyo_backfill_check (order, jipyo_client_get_now (self->client), &error)
      && !jipyo_client_is_elsewhere (
        self->client, jipyo_candle_source_get_provider (
                        jipyo_candle_source_find (order->instrument, order->resolution))))
    return TRUE;
  g_debug ("%s is not filled: %s", order->instrument,
           error != NULL ? error->message : "not now, or not from here");
  return FALSE;
}

void
jipyo_feed_filler_fill (JipyoFeedFiller *self, const char *instrument, gint64 from_ms)
{
  const JipyoBackfillOrder order = {
    .instrument = instrument,
    .resolution = JIPYO_RESOLUTION_DAY,
    .from_ms = from_ms,
  };

  if (!may_ask (self, &order)) {
    jipyo_feed_filler_refuse (self, instrument);
    return;
  }
  self->instrument = g_strdup (instrument);
  self->from_ms = from_ms;
  walk (self, JIPYO_RESOLUTION_DAY);
}

void
jipyo_feed_filler_refuse (JipyoFeedFiller *self, const char *instrument)
{
  emit_end (self, instrument, FALSE);
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the program knows. One reading at a time is kept; it is made anew when the date changes, and
 * everything shown is built from it by the views.
 */

#include "jipyo-session.h"

#include "jipyo-belongings.h"
#include "jipyo-client.h"
#include "jipyo-feed-pacer.h"
#include "jipyo-past-filler.h"
#include "jipyo-past-shelf.h"
#include "jipyo-past.h"
#include "jipyo-quote-board.h"
#include "jipyo-quote-keeper.h"
#include "jipyo-record-loading.h"
#include "jipyo-record-reading.h"

#include <string.h>

/* Quotes come in bursts; the window hears of them at most four times a second. */
static const guint ANNOUNCE_DELAY_MS = 250;
static const guint TICK_INTERVAL_S = 1;
static const gint64 TICK_LATE_US = 2 * G_USEC_PER_SEC;

struct _JipyoSession {
  GObject parent_instance;

  JipyoRecordReading record;
  JipyoLang lang;
  JipyoClock clock;
  char *notice; /* owned, or NULL */

  JipyoBelongings *own;      /* owned */
  JipyoPastShelf *shelf;     /* owned */
  JipyoQuoteBoard *board;    /* owned */
  JipyoFeedSupervisor *feed; /* owned; NULL until started */
  JipyoFeedPacer *pacer;     /* owned; NULL until started */
  JipyoQuoteKeeper *keeper;  /* owned; NULL until the feed is started */
  JipyoPastFiller *filler;   /* owned; NULL until the feed is started */
  guint announce_id;         /* 0 when nobody waits to hear of quotes */
  guint tick_id;             /* 0 while the feed is stopped */
  gint64 ticked_us;          /* by the real clock */
  gboolean offline;          /* by choice */
  guint viewers;             /* windows that can be seen */
};

G_DEFINE_FINAL_TYPE (JipyoSession, jipyo_session, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_AS_OF,
  PROP_LANG,
  PROP_LINK,
  PROP_NOTICE,
  PROP_HISTORY,
  PROP_REFRESHED,
  PROP_OFFLINE,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

enum { CHANGED, QUOTES_CHANGED, TICKED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const GParamFlags READ_ONLY = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
static const GParamFlags READ_WRITE =
  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

static JipyoDate
get_today (JipyoSession *self)
{
  return jipyo_instant_date_kst (jipyo_session_get_now (self));
}

static void
jipyo_session_dispose (GObject *object)
{
  JipyoSession *self = JIPYO_SESSION (object);

  jipyo_session_stop_feed (self);
  g_clear_object (&self->pacer);
  g_clear_object (&self->filler);
  g_clear_object (&self->feed);
  g_clear_object (&self->keeper);
  G_OBJECT_CLASS (jipyo_session_parent_class)->dispose (object);
}

static void
jipyo_session_finalize (GObject *object)
{
  JipyoSession *self = JIPYO_SESSION (object);

  jipyo_record_reading_clear (&self->record);
  g_clear_pointer (&self->board, jipyo_quote_board_free);
  g_clear_object (&self->own);
  g_clear_object (&self->shelf);
  g_clear_pointer (&self->notice, g_free);
  G_OBJECT_CLASS (jipyo_session_parent_class)->finalize (object);
}

static void
jipyo_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JipyoSession *self = JIPYO_SESSION (object);

  switch (id) {
  case PROP_AS_OF:
    g_value_take_string (value, jipyo_date_format (self->record.chosen));
    break;
  case PROP_LANG:
    g_value_set_static_string (value, jipyo_lang_id (self->lang));
    break;
  case PROP_LINK:
    g_value_set_string (value, jipyo_session_get_link (self));
    break;
  case PROP_NOTICE:
    g_value_set_string (value, self->notice);
    break;
  case PROP_HISTORY:
    g_value_set_string (value, jipyo_session_get_history (self));
    break;
  case PROP_REFRESHED:
    g_value_set_int64 (value, jipyo_session_get_refreshed (self));
    break;
  case PROP_OFFLINE:
    g_value_set_boolean (value, self->offline);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

/* A stored setting may hold anything: no date reads as today, what is no language is left. */
static void
jipyo_session_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JipyoSession *self = JIPYO_SESSION (object);
  JipyoDate date = { 0 };
  JipyoLang lang;

  switch (id) {
  case PROP_AS_OF:
    if (!jipyo_date_parse (g_value_get_string (value), &date) || date.day == 0)
      date = (JipyoDate){ 0 };
    jipyo_session_set_as_of (self, date);
    break;
  case PROP_LANG:
    if (jipyo_lang_parse (g_value_get_string (value), &lang))
      jipyo_session_set_lang (self, lang);
    break;
  case PROP_OFFLINE:
    jipyo_session_set_offline (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
jipyo_session_class_init (JipyoSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = jipyo_session_dispose;
  object_class->finalize = jipyo_session_finalize;
  object_class->get_property = jipyo_session_get_property;
  object_class->set_property = jipyo_session_set_property;
  props[PROP_AS_OF] = g_param_spec_string ("as-of", NULL, NULL, "", READ_WRITE);
  props[PROP_LANG] = g_param_spec_string ("lang", NULL, NULL, "ko", READ_WRITE);
  props[PROP_LINK] = g_param_spec_string ("link", NULL, NULL, "off", READ_ONLY);
  props[PROP_NOTICE] = g_param_spec_string ("notice", NULL, NULL, NULL, READ_ONLY);
  props[PROP_HISTORY] = g_param_spec_string ("history", NULL, NULL, "kept", READ_ONLY);
  props[PROP_REFRESHED] = g_param_spec_int64 ("refreshed", NULL, NULL, 0, G_MAXINT64, 0, READ_ONLY);
  props[PROP_OFFLINE] = g_param_spec_boolean ("offline", NULL, NULL, FALSE, READ_WRITE);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHANGED] = g_signal_new ("changed", JIPYO_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[QUOTES_CHANGED] = g_signal_new ("quotes-changed", JIPYO_TYPE_SESSION, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TICKED] = g_signal_new ("ticked", JIPYO_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
own_changed_cb (JipyoSession *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Once, however often it happens: a full disk fails each save. */
static void
add_notice (JipyoSession *self, const char *text)
{
  if (self->notice != NULL && strstr (self->notice, text) != NULL)
    return;
  g_autofree char *before = g_steal_pointer (&self->notice);

  self->notice = before != NULL ? g_strconcat (before, "\n", text, NULL) : g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NOTICE]);
}

static gboolean
announced_cb (gpointer data)
{
  JipyoSession *self = data;

  self->announce_id = 0;
  jipyo_session_put_baskets (self, self->board);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REFRESHED]);
  g_signal_emit (self, signals[QUOTES_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
announce (JipyoSession *self)
{
  if (self->announce_id == 0)
    self->announce_id = g_timeout_add (ANNOUNCE_DELAY_MS, announced_cb, self);
}

/* For as long as both are there. */
static void
listen (JipyoSession *self, gpointer to, const char *signal, GCallback callback)
{
  g_signal_connect_object (to, signal, callback, self, G_CONNECT_SWAPPED);
}

static void
jipyo_session_init (JipyoSession *self)
{
  self->board = jipyo_quote_board_new ();
  self->own = jipyo_belongings_new ();
  self->shelf = jipyo_past_shelf_new ();
  listen (self, self->own, "changed", G_CALLBACK (own_changed_cb));
  listen (self, self->own, "problem", G_CALLBACK (add_notice));
  listen (self, self->shelf, "arrived", G_CALLBACK (announce));
}

JipyoSession *
jipyo_session_new (const JipyoSessionOptions *options, GError **error)
{
  g_autoptr (JipyoLedger) whole = NULL;
  g_autofree char *notice = NULL;
  JipyoSession *self = NULL;

  whole = jipyo_record_load (options->ledgers, &notice, error);
  if (whole == NULL)
    return NULL;
  self = g_object_new (JIPYO_TYPE_SESSION, NULL);
  self->notice = g_steal_pointer (&notice);
  self->lang = options->lang;
  self->clock.fixed_us = options->now_us;
  jipyo_record_reading_init (&self->record, g_steal_pointer (&whole), options->as_of,
                             get_today (self));
  jipyo_belongings_set_ledger (self->own, self->record.whole);
  self->offline = options->offline;
  jipyo_belongings_set_endpoints (self->own, options->endpoints);
  return self;
}

JipyoLang
jipyo_session_get_lang (JipyoSession *self)
{
  return self->lang;
}

void
jipyo_session_set_lang (JipyoSession *self, JipyoLang lang)
{
  if (self->lang == lang)
    return;
  self->lang = lang;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LANG]);
  g_signal_emit (self, signals[CHANGED], 0);
}

JipyoDate
jipyo_session_get_as_of (JipyoSession *self)
{
  return jipyo_record_reading_get_day (&self->record, get_today (self));
}

JipyoDate
jipyo_session_get_last_day (JipyoSession *self)
{
  return jipyo_record_reading_get_last_day (&self->record, get_today (self));
}

gboolean
jipyo_session_has_as_of (JipyoSession *self)
{
  return jipyo_date_is_known (self->record.chosen);
}

void
jipyo_session_set_as_of (JipyoSession *self, JipyoDate as_of)
{
  if (!jipyo_record_reading_choose (&self->record, as_of, get_today (self)))
    return;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_AS_OF]);
  g_signal_emit (self, signals[CHANGED], 0);
}

JipyoLedger *
jipyo_session_get_ledger (JipyoSession *self)
{
  return self->record.known;
}

JipyoLedger *
jipyo_session_get_whole_ledger (JipyoSession *self)
{
  return self->record.whole;
}

gint64
jipyo_session_get_now (JipyoSession *self)
{
  return jipyo_clock_get_now (&self->clock);
}

gint64
jipyo_session_get_clock_error (JipyoSession *self)
{
  return jipyo_clock_get_error (&self->clock);
}

JipyoQuoteBoard *
jipyo_session_get_board (JipyoSession *self)
{
  return self->board;
}

const char *
jipyo_session_get_link (JipyoSession *self)
{
  return self->feed != NULL ? jipyo_feed_supervisor_get_link (self->feed) : "off";
}

JipyoBelongings *
jipyo_session_get_own (JipyoSession *self)
{
  return self->own;
}

JipyoQuoteKeeper *
jipyo_session_get_keeper (JipyoSession *self)
{
  return self->keeper;
}

JipyoPastShelf *
jipyo_session_get_shelf (JipyoSession *self)
{
  return self->shelf;
}

const char *
jipyo_session_get_notice (JipyoSession *self)
{
  return self->notice;
}

gint64
jipyo_session_get_refreshed (JipyoSession *self)
{
  return jipyo_quote_board_get_refreshed (self->board);
}

/* What is known now is no part of a past day. */
const GPtrArray *
jipyo_session_get_quotes (JipyoSession *self)
{
  return jipyo_record_reading_is_past (&self->record, get_today (self))
           ? NULL
           : jipyo_quote_board_get_quotes (self->board);
}

gboolean
jipyo_session_has_news (JipyoSession *self)
{
  return self->announce_id != 0;
}

static void
quote_received_cb (JipyoSession *self, const JipyoQuote *quote)
{
  if (!jipyo_quote_board_put (self->board, quote))
    return;
  jipyo_quote_keeper_add (self->keeper, quote);
  jipyo_alerts_take_quote (jipyo_session_get_alerts (self), quote, jipyo_session_get_now (self));
  announce (self);
}

static void
listed_cb (JipyoSession *self, const char *instrument, int listing)
{
  if (jipyo_quote_board_set_listing (self->board, instrument, (JipyoListing) listing))
    announce (self);
}

/* What was received so far was received by the other clock. */
static void
clock_heard_cb (JipyoSession *self, gint64 epoch_us)
{
  const gint64 before_us = jipyo_clock_get_error (&self->clock);

  self->clock.epoch_us = epoch_us;
  jipyo_quote_board_shift (self->board, before_us - jipyo_clock_get_error (&self->clock));
}

static void
feed_failed_cb (JipyoSession *self, const char *provider)
{
  if (*provider != '\0')
    jipyo_alerts_take_failure (jipyo_session_get_alerts (self), provider,
                               jipyo_session_get_now (self));
}

static void
link_changed_cb (JipyoSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LINK]);
}

static void
history_changed_cb (JipyoSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HISTORY]);
}

static void
tick (JipyoSession *self)
{
  const gint64 monotonic_us = g_get_monotonic_time ();

  self->ticked_us = g_get_real_time ();
  jipyo_feed_pacer_tick (self->pacer, self->ticked_us, monotonic_us);
  jipyo_quote_keeper_tick (self->keeper, monotonic_us,
                           self->ticked_us - jipyo_session_get_clock_error (self));
  jipyo_past_filler_tick (self->filler, monotonic_us, jipyo_session_get_now (self));
  jipyo_alerts_advance (jipyo_session_get_alerts (self), self->record.whole,
                        jipyo_session_get_now (self));
  if (jipyo_quote_board_age (self->board, jipyo_session_get_now (self)))
    announce (self);
  g_signal_emit (self, signals[TICKED], 0);
}

static gboolean
ticked_cb (gpointer data)
{
  tick (data);
  return G_SOURCE_CONTINUE;
}

/* What cannot be kept is still shown: a full disk or a second program is no reason to stop. */
static void
make_keeper (JipyoSession *self)
{
  g_autofree char *path = jipyo_past_path ();

  self->keeper = jipyo_quote_keeper_new (path, self->board);
  jipyo_past_shelf_set_keeper (self->shelf, self->keeper);
  announce (self);
  listen (self, self->keeper, "loaded", G_CALLBACK (announce));
  listen (self, self->keeper, "notify::state", G_CALLBACK (history_changed_cb));
}

static void
wanted_cb (JipyoSession *self, JipyoWatchlist *watchlist)
{
  g_auto (GStrv) wanted = jipyo_watchlist_list_wanted (watchlist);

  jipyo_feed_supervisor_watch (self->feed, (const char *const *) wanted);
}

static void
filled_cb (JipyoSession *self, const char *instrument)
{
  jipyo_past_shelf_forget (self->shelf, instrument);
  announce (self);
}

static void
make_filler (JipyoSession *self)
{
  self->filler =
    jipyo_past_filler_new (self->feed, self->keeper, jipyo_session_get_watchlist (self));
  listen (self, self->filler, "filled", G_CALLBACK (filled_cb));
}

static void
make_feed (JipyoSession *self)
{
  JipyoWatchlist *watchlist = jipyo_session_get_watchlist (self);
  g_auto (GStrv) wanted = jipyo_watchlist_list_wanted (watchlist);
  JipyoFeedOptions options = { .endpoints = jipyo_belongings_get_endpoints (self->own),
                               .instruments = (const char *const *) wanted };

  listen (self, watchlist, "wanted", G_CALLBACK (wanted_cb));
  self->feed = jipyo_session_follow_renames (self, jipyo_feed_supervisor_new (&options));
  self->pacer = jipyo_feed_pacer_new (self->feed);
  jipyo_feed_pacer_set_visible (self->pacer, self->viewers > 0);
  listen (self, self->feed, "quote-received", G_CALLBACK (quote_received_cb));
  listen (self, self->feed, "listed", G_CALLBACK (listed_cb));
  listen (self, self->feed, "clock-heard", G_CALLBACK (clock_heard_cb));
  listen (self, self->feed, "failed", G_CALLBACK (feed_failed_cb));
  listen (self, self->feed, "link-changed", G_CALLBACK (link_changed_cb));
}

void
jipyo_session_start_feed (JipyoSession *self)
{
  if (self->tick_id != 0)
    return;
  if (self->feed == NULL) {
    jipyo_session_get_alerts (self);
    jipyo_belongings_get_calendars (self->own);
    make_keeper (self);
    make_feed (self);
    jipyo_providers_set_feed (jipyo_belongings_get_providers (self->own), self->feed, self->pacer);
    make_filler (self);
  }
  if (!self->offline)
    jipyo_feed_supervisor_start (self->feed);
  self->ticked_us = g_get_real_time ();
  self->tick_id = g_timeout_add_seconds (TICK_INTERVAL_S, ticked_cb, self);
}

void
jipyo_session_stop_feed (JipyoSession *self)
{
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_handle_id (&self->announce_id, g_source_remove);
  if (self->feed != NULL)
    jipyo_feed_supervisor_stop (self->feed);
}

gboolean
jipyo_session_is_offline (JipyoSession *self)
{
  return self->offline;
}

/* The child is what talks to the network: without it nothing does. Ages go on. */
void
jipyo_session_set_offline (JipyoSession *self, gboolean offline)
{
  if (self->offline == offline)
    return;
  self->offline = offline;
  if (self->tick_id != 0 && offline)
    jipyo_feed_supervisor_stop (self->feed);
  else if (self->tick_id != 0)
    jipyo_feed_supervisor_start (self->feed);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_OFFLINE]);
  link_changed_cb (self);
}

void
jipyo_session_refresh (JipyoSession *self)
{
  if (self->feed != NULL)
    jipyo_feed_supervisor_refresh (self->feed);
}

static void
count_viewers (JipyoSession *self, int change)
{
  self->viewers = (guint) ((int) self->viewers + change);
  if (self->pacer != NULL)
    jipyo_feed_pacer_set_visible (self->pacer, self->viewers > 0);
}

void
jipyo_session_add_viewer (JipyoSession *self)
{
  g_return_if_fail (JIPYO_IS_SESSION (self));
  count_viewers (self, 1);
}

void
jipyo_session_remove_viewer (JipyoSession *self)
{
  g_return_if_fail (JIPYO_IS_SESSION (self) && self->viewers > 0);
  count_viewers (self, -1);
}

void
jipyo_session_catch_up (JipyoSession *self)
{
  g_return_if_fail (JIPYO_IS_SESSION (self));
  if (self->tick_id != 0 && ABS (g_get_real_time () - self->ticked_us) > TICK_LATE_US)
    tick (self);
}

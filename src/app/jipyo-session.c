/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the program knows. One reading at a time is kept; it is made anew when the date changes, and
 * everything shown is built from it by the views.
 */

#include "jipyo-session.h"

#include "jipyo-record-loading.h"
#include "jipyo-session-private.h"

#include <string.h>

/* Quotes come in bursts; the window hears of them at most four times a second. */
static const guint ANNOUNCE_DELAY_MS = 250;

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
  g_clear_pointer (&self->units, jipyo_unit_watch_free);
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
  g_signal_new ("code-changed", JIPYO_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
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

void
jipyo_session_announce (JipyoSession *self)
{
  if (self->announce_id == 0)
    self->announce_id = g_timeout_add (ANNOUNCE_DELAY_MS, announced_cb, self);
}

void
jipyo_session_listen (JipyoSession *self, gpointer to, const char *signal, GCallback callback)
{
  g_signal_connect_object (to, signal, callback, self, G_CONNECT_SWAPPED);
}

static void
jipyo_session_init (JipyoSession *self)
{
  self->board = jipyo_quote_board_new ();
  self->units = jipyo_unit_watch_new ();
  self->own = jipyo_belongings_new ();
  self->shelf = jipyo_past_shelf_new ();
  jipyo_session_listen (self, self->own, "changed", G_CALLBACK (own_changed_cb));
  jipyo_session_listen (self, self->own, "problem", G_CALLBACK (add_notice));
  jipyo_session_listen (self, self->shelf, "arrived", G_CALLBACK (jipyo_session_announce));
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
  jipyo_past_shelf_set_codes (self->shelf, jipyo_belongings_get_new_codes (self->own));
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

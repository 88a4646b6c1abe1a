/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A venue's list, when it is due again, and what was not found.
 */

#include "jipyo-listings.h"

#include "jipyo-renames.h"

#include <string.h>

static const gint64 DAY_US = G_GINT64_CONSTANT (24) * 3600 * G_USEC_PER_SEC;
static const gint64 HOUR_US = G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC;

typedef struct {
  JipyoMarketList *list; /* NULL until one came; a failure leaves the one before */
  JipyoRenames *renames; /* owned */
  gint64 asked_us;
  gint64 due_us;
  gboolean asking;
} Venue;

struct _JipyoListings {
  grefcount refs;
  JipyoClient *client;       /* owned */
  GCancellable *cancellable; /* owned */
  GHashTable *venues;        /* venue (borrowed of its provider) → Venue; owned */
  GHashTable *missing;       /* set of instruments whose price was not found; owned */
  JipyoListingsFunc answered;
  gpointer user_data;
};

typedef struct {
  JipyoListings *listings; /* a reference */
  const JipyoProvider *provider;
} Leg;

static void
venue_free (Venue *venue)
{
  jipyo_market_list_free (venue->list);
  jipyo_renames_free (venue->renames);
  g_free (venue);
}

JipyoListings *
jipyo_listings_new (JipyoClient *client, JipyoListingsFunc answered, gpointer user_data)
{
  JipyoListings *self = g_new0 (JipyoListings, 1);

  g_ref_count_init (&self->refs);
  self->client = g_object_ref (client);
  self->cancellable = g_cancellable_new ();
  self->venues = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) venue_free);
  self->missing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->answered = answered;
  self->user_data = user_data;
  return self;
}

static void
listings_unref (JipyoListings *self)
{
  if (!g_ref_count_dec (&self->refs))
    return;
  g_hash_table_unref (self->venues);
  g_hash_table_unref (self->missing);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->client);
  g_free (self);
}

void
jipyo_listings_free (JipyoListings *self)
{
  if (self == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  listings_unref (self);
}

/* The venue of "upbit:KRW-BTC"; NULL when none of its lists was ever asked for. */
static Venue *
find_venue (const JipyoListings *self, const char *instrument)
{
  const char *colon = strchr (instrument, ':');
  g_autofree char *id = colon != NULL ? g_strndup (instrument, (gsize) (colon - instrument)) : NULL;

  return id != NULL ? g_hash_table_lookup (self->venues, id) : NULL;
}

static void
take_list (Venue *venue, JipyoMarketList *list, gint64 now_us)
{
  venue->asking = FALSE;
  venue->due_us = now_us + (list != NULL ? DAY_US : HOUR_US);
  if (list == NULL)
    return;
  jipyo_market_list_free (venue->list);
  venue->list = list;
  jipyo_renames_take (venue->renames, list);
}

static void
list_received_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree Leg *leg = user_data;
  JipyoListings *self = leg->listings;
  g_autoptr (GError) error = NULL;
  int retry_after_s;
  g_autoptr (GBytes) body =
               jipyo_client_get_finish (JIPYO_CLIENT (object), result, &retry_after_s, &error);
  JipyoMarketList *list = NULL;
  gsize length;

  if (body != NULL) {
    const char *data = g_bytes_get_data (body, &length);

    list = leg->provider->list->parse (data, length, &error);
  }
  /* Prices do not wait for it: whoever is not told goes on as if nobody had said anything. */
  if (list == NULL)
    g_debug ("%s: no list of its markets: %s", leg->provider->id, error->message);
  take_list (g_hash_table_lookup (self->venues, leg->provider->venue), list,
             jipyo_client_get_now (self->client));
  if (!g_cancellable_is_cancelled (self->cancellable) && self->answered != NULL)
    self->answered (leg->provider, self->user_data);
  listings_unref (self);
}

static Venue *
need_venue (JipyoListings *self, const JipyoProvider *provider)
{
  Venue *venue = g_hash_table_lookup (self->venues, provider->venue);

  if (venue != NULL)
    return venue;
  venue = g_new0 (Venue, 1);
  venue->renames = jipyo_renames_new ();
  g_hash_table_insert (self->venues, (char *) provider->venue, venue);
  return venue;
}

void
jipyo_listings_remember (JipyoListings *self, const char *instrument, const JipyoText *name)
{
  g_auto (GStrv) parts = g_strsplit (instrument, ":", 2);
  const JipyoProvider *provider = jipyo_provider_find (parts[0]);

  /* The venues of coins are called as their providers. */
  if (provider == NULL || provider->list == NULL || parts[1] == NULL
      || strcmp (provider->venue, parts[0]) != 0)
    return;
  jipyo_renames_remember (need_venue (self, provider)->renames, parts[1], name);
}

typedef struct {
  const char *instrument;
  JipyoMarketListFunc func;
  gpointer data;
} Recall;

static void
recalled (const char *symbol, const JipyoText *name, gpointer data)
{
  const Recall *recall = data;
  const char *colon = strchr (recall->instrument, ':');
  g_autofree char *whole =
    g_strdup_printf ("%.*s:%s", (int) (colon - recall->instrument), recall->instrument, symbol);

  recall->func (whole, name, recall->data);
}

void
jipyo_listings_recall (const JipyoListings *self,
                       const char *instrument,
                       JipyoMarketListFunc func,
                       gpointer data)
{
  const Venue *venue = find_venue (self, instrument);
  Recall recall = { instrument, func, data };

  if (venue != NULL)
    jipyo_renames_recall (venue->renames, jipyo_instrument_get_symbol (instrument), recalled,
                          &recall);
}

void
jipyo_listings_ask (JipyoListings *self, const JipyoProvider *provider)
{
  const gint64 now_us = jipyo_client_get_now (self->client);
  JipyoClientRequest request = { .provider = provider };
  Venue *venue;
  Leg *leg;

  if (provider->list == NULL)
    return;
  venue = need_venue (self, provider);
  /* A clock that was put back must not keep it away for long. */
  if (venue->asking || (now_us < venue->due_us && now_us >= venue->asked_us))
    return;
  venue->asking = TRUE;
  venue->asked_us = now_us;
  leg = g_new0 (Leg, 1);
  leg->listings = self;
  leg->provider = provider;
  g_ref_count_inc (&self->refs);
  request.path = provider->list->path;
  jipyo_client_get_async (self->client, &request, self->cancellable, list_received_cb, leg);
}

gboolean
jipyo_listings_is_asking (const JipyoListings *self)
{
  GHashTableIter iter;
  gpointer venue;

  g_hash_table_iter_init (&iter, self->venues);
  while (g_hash_table_iter_next (&iter, NULL, &venue))
    if (((const Venue *) venue)->asking)
      return TRUE;
  return FALSE;
}

JipyoListing
jipyo_listings_get (const JipyoListings *self, const char *instrument)
{
  const Venue *venue = find_venue (self, instrument);
  JipyoListing listing = JIPYO_LISTING_UNKNOWN;

  if (venue == NULL || venue->list == NULL
      || jipyo_market_list_find (venue->list, jipyo_instrument_get_symbol (instrument), &listing))
    return listing;
  return g_hash_table_contains (self->missing, instrument) ? JIPYO_LISTING_DELISTED
                                                           : JIPYO_LISTING_UNKNOWN;
}

static const char *
find_new_symbol (const JipyoListings *self, const char *instrument, gboolean *several)
{
  const Venue *venue = find_venue (self, instrument);

  *several = FALSE;
  if (venue == NULL || jipyo_listings_get (self, instrument) != JIPYO_LISTING_DELISTED)
    return NULL;
  return jipyo_renames_find (venue->renames, jipyo_instrument_get_symbol (instrument), several);
}

char *
jipyo_listings_find_successor (const JipyoListings *self, const char *instrument)
{
  gboolean several;
  const char *symbol = find_new_symbol (self, instrument, &several);
  const char *colon = strchr (instrument, ':');

  return symbol != NULL
           ? g_strdup_printf ("%.*s:%s", (int) (colon - instrument), instrument, symbol)
           : NULL;
}

void
jipyo_listings_settle (JipyoListings *self, JipyoQuote *quote)
{
  g_hash_table_remove (self->missing, quote->instrument);
  /* What came with the price is newer than the list, which may say worse all the same. */
  jipyo_quote_set_listing (quote,
                           MAX (quote->listing, jipyo_listings_get (self, quote->instrument)));
}

/* The one instrument that the failure is about; NULL when it is about several. (transfer full) */
static char *
find_subject (const JipyoFailure *failure)
{
  g_autofree char *name = NULL;
  const char *end;

  if (failure->instruments != NULL)
    return failure->instruments[0] != NULL && failure->instruments[1] == NULL
             ? g_strdup (failure->instruments[0])
             : NULL;
  end = strstr (failure->message, ": ");
  name = end != NULL ? g_strndup (failure->message, (gsize) (end - failure->message)) : NULL;
  return name != NULL && jipyo_instrument_is_valid (name) ? g_steal_pointer (&name) : NULL;
}

/* The list of this morning has what is gone by noon: it is asked for again before a day is over. */
static void
doubt_list (Venue *venue)
{
  if (venue != NULL)
    venue->due_us = MIN (venue->due_us, venue->asked_us + HOUR_US);
}

/* (transfer full) */
static char *
describe_absence (const JipyoListings *self, const char *subject)
{
  gboolean several;
  const char *symbol = find_new_symbol (self, subject, &several);

  if (symbol != NULL)
    return g_strdup_printf (
      "%s: not in the venue's list of markets any more, where %s has come by the same name",
      subject, symbol);
  if (several)
    return g_strdup_printf (
      "%s: not in the venue's list of markets any more, where several have come by the same name",
      subject);
  return g_strdup_printf ("%s: not in the venue's list of markets: delisted, or never listed",
                          subject);
}

void
jipyo_listings_explain (JipyoListings *self, JipyoFailure *failure)
{
  g_autofree char *subject =
    failure->code == JIPYO_MARKET_ERROR_NOT_FOUND ? find_subject (failure) : NULL;

  if (subject == NULL)
    return;
  g_hash_table_add (self->missing, g_strdup (subject));
  if (jipyo_listings_get (self, subject) != JIPYO_LISTING_DELISTED) {
    doubt_list (find_venue (self, subject));
    return;
  }
  g_free (failure->message);
  failure->message = describe_absence (self, subject);
  g_clear_pointer (&failure->instruments, g_strfreev);
}

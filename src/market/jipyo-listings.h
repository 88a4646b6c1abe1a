/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What all venues say of their instruments. Each list is asked for once a day, with the manners of
 * its host; after a failure, or when a price that should be there is not, in an hour. That an
 * instrument is not in the list delists it only when its price is not to be had either: one damaged
 * name must not bury a coin.
 */

#pragma once

#include "jipyo-client.h"
#include "jipyo-harvest.h"

typedef struct _JipyoListings JipyoListings;

/* Called when a provider's list came, or did not. */
typedef void (*JipyoListingsFunc) (const JipyoProvider *provider, gpointer user_data);

JipyoListings *
jipyo_listings_new (JipyoClient *client, JipyoListingsFunc answered, gpointer user_data);
/* What is under way still comes back, to nobody. */
void jipyo_listings_free (JipyoListings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoListings, jipyo_listings_free)

/* Does nothing when the provider has no list or it is not due. */
void jipyo_listings_ask (JipyoListings *self, const JipyoProvider *provider);
gboolean jipyo_listings_is_asking (const JipyoListings *self);

/* Sets the listing of a quote that came, and the state that follows from it. */
void jipyo_listings_settle (JipyoListings *self, JipyoQuote *quote);
/* Notes what a failure says was not found, and says so when the venue's list does not have it. */
void jipyo_listings_explain (JipyoListings *self, JipyoFailure *failure);
/* By what name a venue listed an instrument ("upbit:KRW-OLD") when a program looked last: before
 * any list is asked for. What no venue with a list has is passed over. */
void jipyo_listings_remember (JipyoListings *self, const char *instrument, const JipyoText *name);
/* What has to be remembered of the instrument: see jipyo-renames.h, but of whole instruments. */
void jipyo_listings_recall (const JipyoListings *self,
                            const char *instrument,
                            JipyoMarketListFunc func,
                            gpointer data);
/* The instrument that a delisted one is now, if that is certain: see jipyo-renames.h. (transfer
 * full) (nullable) */
char *jipyo_listings_find_successor (const JipyoListings *self, const char *instrument);
JipyoListing jipyo_listings_get (const JipyoListings *self, const char *instrument);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How each provider can be reached, as the feed tells it, and what one may say of all together.
 */

#pragma once

#include <glib.h>

/* provider → "connecting", "up", "retrying" or "offline". (transfer full) */
GHashTable *jipyo_feed_links_new (void);
/* What is known of one for sure: a quote came, or the network failed. */
void jipyo_feed_links_set (GHashTable *self, const char *provider, const char *link);
/* Takes what the feed says of one, unless more is known. */
void jipyo_feed_links_tell (GHashTable *self, const char *provider, const char *link);
/* The best of the providers speaks for all: "up", "retrying" or "offline"; NULL while none has been
 * reached or missed. */
const char *jipyo_feed_links_get_best (GHashTable *self);

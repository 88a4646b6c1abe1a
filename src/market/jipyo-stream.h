/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The stream of one provider, kept open: pinged, watched, dropped when it goes silent or bad,
 * opened again after a while that grows and is left to chance. Of many messages about an instrument
 * only the newest is read, so a flood costs no more than a trickle. What was missed while it was
 * away is for the owner to ask for.
 */

#pragma once

#include "jipyo-client.h"

typedef struct _JipyoStream JipyoStream;

/* None may free the stream. */
typedef struct {
  void (*opened) (gpointer user_data); /* and subscribed */
  void (*quoted) (const JipyoQuote *quote, gpointer user_data);
  void (*closed) (const JipyoFailure *failure, gpointer user_data); /* or never opened */
} JipyoStreamHandlers;

typedef struct {
  JipyoClient *client;
  const JipyoProvider *provider; /* has a stream */
  const char *const *instruments;
  int interval_ms;  /* goes into the quotes */
  guint quiet_ms;   /* silent for this long it is dead; 0: two pings */
  guint flood_rate; /* messages a second that are more than a venue can mean; 0: 50,000 */
} JipyoStreamOptions;

typedef struct {
  guint64 messages;
  guint64 passed; /* of them read; the others were overtaken */
} JipyoStreamCounts;

/* Does nothing until it is wanted. `options` is copied. */
JipyoStream *jipyo_stream_new (const JipyoStreamOptions *options,
                               const JipyoStreamHandlers *handlers,
                               gpointer user_data);
void jipyo_stream_free (JipyoStream *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoStream, jipyo_stream_free)

/* Whether it shall be opened when it is not: only a venue that answers requests is worth dialling.
 * An open one is left alone. */
void jipyo_stream_set_wanted (JipyoStream *self, gboolean wanted);
gboolean jipyo_stream_is_open (const JipyoStream *self);
/* The shortest time between two quotes of an instrument; 250 ms at first. */
void jipyo_stream_set_period (JipyoStream *self, guint period_ms);
JipyoStreamCounts jipyo_stream_get_counts (const JipyoStream *self);

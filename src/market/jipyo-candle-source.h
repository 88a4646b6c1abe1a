/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who gives past candles of an instrument, and how they are asked for: which address, how many at a
 * time, by their time or by the number of a page.
 */

#pragma once

#include "jipyo-candle-page.h"
#include "jipyo-provider.h"

typedef struct {
  const char *provider_id;       /* of the table of providers, or NULL: */
  const JipyoProvider *provider; /* one of its own */
  JipyoCandleParser parse;
  guint per_page;    /* candles of one answer, at most */
  gboolean numbered; /* pages are counted from the newest, and hold no time of their own */
  gint64 over_ms;    /* see JipyoCandleAsk */
  /* The path of the candles between the ask's two times, or of a page. (transfer full) */
  char *(*plan) (const JipyoCandleAsk *ask, guint page);
} JipyoCandleSource;

/* NULL when nobody gives such candles; borrowed. */
const JipyoCandleSource *jipyo_candle_source_find (const char *instrument,
                                                   JipyoResolution resolution);
/* The id of the provider that people know, of the table of providers; borrowed. */
const char *jipyo_candle_source_get_name (const JipyoCandleSource *self);
/* Whose address is asked; borrowed. */
const JipyoProvider *jipyo_candle_source_get_provider (const JipyoCandleSource *self);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who said a kept candle: the venue's provider that it was fetched from, the file that it was
 * imported from, or the program, which heard the prices itself.
 */

#pragma once

#include "jipyo-candle.h"

#define JIPYO_ORIGIN_FILE "file:" /* then the file's name; anything else is a provider's id */

/* A stretch whose whole candles come from one of them. */
typedef struct {
  gint64 from_ms;
  gint64 to_ms; /* not included */
  JipyoResolution resolution;
  char *name; /* "upbit", "file:closes.csv" */
} JipyoCandleOrigin;

JipyoCandleOrigin *jipyo_candle_origin_new (const char *name, const JipyoGap *stretch);
void jipyo_candle_origin_free (JipyoCandleOrigin *self);
/* (element-type JipyoCandleOrigin) (transfer full) */
GPtrArray *jipyo_candle_origins_new (void);

typedef enum {
  JIPYO_ORIGIN_UNKNOWN, /* whole, and kept before this was written down */
  JIPYO_ORIGIN_HEARD,
  JIPYO_ORIGIN_FETCHED,
  JIPYO_ORIGIN_IMPORTED,
  JIPYO_ORIGIN_SEVERAL, /* joined of candles of more than one */
} JipyoOriginKind;

/* "unknown", "heard", "fetched", "imported", "several". */
const char *jipyo_origin_kind_id (JipyoOriginKind kind);
/* Of one of the candles of the series. `name`, which may be NULL, is the provider's id or the
 * file's name, borrowed; NULL for the other kinds. */
JipyoOriginKind jipyo_candle_series_find_origin (const JipyoCandleSeries *self,
                                                 const JipyoCandle *candle,
                                                 const char **name);

/* Candles one after another with the same origin. */
typedef struct {
  gint64 from_ms;
  gint64 to_ms; /* the end of the last one */
  JipyoOriginKind kind;
  const char *name; /* borrowed of the series */
} JipyoOriginRun;

/* All of the series, by start. (element-type JipyoOriginRun) (transfer full) */
GArray *jipyo_candle_series_list_origins (const JipyoCandleSeries *self);

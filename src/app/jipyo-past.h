/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was kept of an instrument, and how it is written out. For programs without a session: one
 * that runs has the history to itself.
 */

#pragma once

#include <gio/gio.h>

#include "jipyo-candle-origin.h"
#include "jipyo-lang.h"

#define JIPYO_PAST_ERROR (jipyo_past_error_quark ())
typedef enum {
  JIPYO_PAST_ERROR_BUSY,   /* another program, the window most likely, has the history */
  JIPYO_PAST_ERROR_FAILED, /* the message says why */
} JipyoPastError;
GQuark jipyo_past_error_quark (void);

typedef struct {
  const char *instrument;
  JipyoResolution resolution;
  gint64 from_ms; /* G_MININT64: from the first */
  gint64 to_ms;   /* not included; G_MAXINT64: to the last */
  /* While another program has the history, its newest sound copy is read, and the series says of
   * when that is. Not for who reckons with what came last. */
  gboolean copy_will_do;
  /* Of JipyoNewCode: what was kept by an older code is read with it; or NULL. Borrowed. */
  const GPtrArray *codes;
} JipyoPastRequest;

/* "…/jipyo/history.sqlite" in the user's data directory. (transfer full) */
char *jipyo_past_path (void);
/* After JIPYO_PAST_ERROR_BUSY: the process that has the history; 0 when that cannot be told. */
int jipyo_past_find_holder (void);
/* Empty when nothing was kept; a history that is not there is not made. */
void jipyo_past_read_async (const JipyoPastRequest *request,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
/* (transfer full) */
JipyoCandleSeries *jipyo_past_read_finish (GAsyncResult *result, GError **error);
/* Where a history is now that was found damaged by this reading and replaced; else NULL. Borrowed
 * from the result. */
const char *jipyo_past_get_damaged_file (GAsyncResult *result);
/* Keeps the candles instead of those that start at the same instants, all or none. */
void jipyo_past_keep_async (const JipyoCandleSeries *candles,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean jipyo_past_keep_finish (GAsyncResult *result, GError **error);

/* A header, then a line a candle: "time,price" for ticks, else "time,open,high,low,close,volume";
 * from a copy also "as_of", the instant of the copy, and if asked for last "origin", as "heard" or
 * "imported:closes.csv", in each line. (transfer full) */
char *jipyo_past_format_csv (const JipyoCandleSeries *series, gboolean with_origins);
/* "source" is "history", or "copy" with the instant of the copy in "as_of", which else is null;
 * "former" are the codes that it went by, the latest first, "next" is the one that it has since:
 * {"instrument","every","source","as_of","candles":[{"start","open","high","low","close","volume"}],
 * "unfinished","gaps":[{"from","to","reason"}],"former":[{"instrument","successor","until"}],"next":null
 * or such a one,"origins":[{"from","to","kind","name"}]}; a kind is "heard", "fetched", "imported",
 * "several" or "unknown", the name that of a provider or of a file, or null; "unfinished" is the
 * start of the last candle where its time, or the session of its day, was not over at `now_ms`, or
 * null. (transfer full) */
char *jipyo_past_format_json (const JipyoCandleSeries *series, gint64 now_ms);
/* A table in Korean time, with the gaps where they are, and who said which candles below.
 * (transfer full) */
char *jipyo_past_format_text (const JipyoCandleSeries *series, gint64 now_ms, JipyoLang lang);
/* "fetched from Upbit", for people; NULL for what was heard. (transfer full) (nullable) */
char *jipyo_past_format_origin (const JipyoOriginRun *run, JipyoLang lang);

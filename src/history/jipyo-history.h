/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was received, kept across restarts in SQLite: the newest quote of each instrument, and every
 * price on its way there. One worker thread owns the only connection; every call is answered on the
 * caller's main context, in the order of the calls.
 */

#pragma once

#include <gio/gio.h>

#include "jipyo-history-error.h"
#include "jipyo-history-query.h"
#include "jipyo-quote.h"

#define JIPYO_TYPE_HISTORY (jipyo_history_get_type ())
G_DECLARE_FINAL_TYPE (JipyoHistory, jipyo_history, JIPYO, HISTORY, GObject)

/* `path`: the database file, made with its directory when it is missing; ":memory:" for tests. The
 * file is opened by the first call that needs it. A file that is no database is set aside as
 * "<path>.corrupt-<time>" and a fresh one begun. */
JipyoHistory *jipyo_history_new (const char *path);

/* The newest sound copy of the history at `path`, for while another program has that one, which is
 * asked for a fresh one: what is queried says when the copy was made. Nothing else is written. */
JipyoHistory *jipyo_history_new_copy (const char *path);

/* Remembers the price of each quote as a tick, at the venue's time or else when it was received,
 * and the quotes as the newest of their instruments; all or none. `quotes` (of JipyoQuote) is
 * copied. Quotes of state history or suspect are not kept, and a price is kept once however often
 * it comes. What was saved before outlives a failure, and a later call may succeed: each starts
 * from what is on the disk. */
void jipyo_history_save_async (JipyoHistory *self,
                               const GPtrArray *quotes,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
/* TRUE once the rows are committed. */
gboolean jipyo_history_save_finish (JipyoHistory *self, GAsyncResult *result, GError **error);
/* Whether the disk had little room left when it was last looked at, once a minute; below that saves
 * fail with JIPYO_HISTORY_ERROR_FULL. */
gboolean jipyo_history_is_low (JipyoHistory *self);
/* Where a damaged file was set aside, for which one made of its sound parts and the newest backup
 * was put in place; NULL when all was well so far. */
const char *jipyo_history_get_damaged_file (JipyoHistory *self);

void jipyo_history_load_async (JipyoHistory *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
/* The newest quote kept of each instrument, state history. (element-type JipyoQuote) (transfer
 * full) */
GPtrArray *jipyo_history_load_finish (JipyoHistory *self, GAsyncResult *result, GError **error);

/* Prices between two instants; `query` is copied. What was saved before is in it. */
void jipyo_history_query_async (JipyoHistory *self,
                                const JipyoHistoryQuery *query,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
/* Candles, and the gaps between them; both empty for an instrument that was never kept. What was
 * damaged is a gap and no figure. NULL when the history cannot be read. (transfer full) */
JipyoCandleSeries *
jipyo_history_query_finish (JipyoHistory *self, GAsyncResult *result, GError **error);

/* Keeps candles of a resolution above ticks, by start, instead of those that start at the same
 * instants; all or none. `candles` is copied; its gaps are kept too, and what was asked. */
void jipyo_history_import_async (JipyoHistory *self,
                                 const JipyoCandleSeries *candles,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean jipyo_history_import_finish (JipyoHistory *self, GAsyncResult *result, GError **error);

typedef enum {
  JIPYO_HISTORY_TIDY_FAILED,
  JIPYO_HISTORY_TIDY_AGAIN, /* there is more to do: call soon again */
  JIPYO_HISTORY_TIDY_DONE,
} JipyoHistoryTidied;

/* The file that another program leaves to ask for a copy, at the next call of tidy. (transfer full)
 */
char *jipyo_history_name_wish (const char *path);

/* Brings what has grown old to coarser candles, a little at a time: ticks are kept 14 days, candles
 * of a minute 180, of an hour 1,830, of a day for ever. */
void jipyo_history_tidy_async (JipyoHistory *self,
                               gint64 now_ms,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
JipyoHistoryTidied
jipyo_history_tidy_finish (JipyoHistory *self, GAsyncResult *result, GError **error);

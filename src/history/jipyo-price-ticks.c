/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The quotes of one instrument stand together, and all in one row. A venue that is asked again says
 * the same again; that is no new price.
 */

#include "jipyo-price-ticks.h"

#include "jipyo-gaps.h"
#include "jipyo-tail.h"

/* A quote as a row, by itself because of its scale. */
static void
read_tick (const JipyoQuote *quote, JipyoRows *row)
{
  const gint64 time_us = quote->venue_time_us != 0 ? quote->venue_time_us : quote->received_us;
  const gint64 values[JIPYO_TICK_COLUMNS] = {
    [JIPYO_TICK_TIME] = time_us / 1000,
    [JIPYO_TICK_LAG] = quote->received_us / 1000 - time_us / 1000,
    [JIPYO_TICK_PRICE] = quote->last.digits,
  };

  jipyo_rows_init (row, JIPYO_TICK_COLUMNS);
  row->scale = quote->last.scale;
  jipyo_rows_append (row, values);
}

/* One save on its way. */
typedef struct {
  JipyoStore *store;
  const GPtrArray *quotes;
  JipyoRows batch;
} Save;

static gboolean
gather (Save *self, const char *instrument, JipyoRows *ticks, GError **error)
{
  gboolean gathered = TRUE;

  if (ticks->n > 0) {
    jipyo_rows_sort (ticks);
    gathered = jipyo_tail_gather (self->store, instrument, ticks, &self->batch, error);
  }
  jipyo_rows_clear (ticks);
  jipyo_rows_init (ticks, JIPYO_TICK_COLUMNS);
  return gathered;
}

/* Nobody expects a next price sooner. */
static const gint64 SHORTEST_GAP_US = 10 * G_USEC_PER_SEC;

/* Between two prices that came farther apart than twice the pace there is a gap: nobody knows what
 * was in it, even if the same is said after it. */
static gboolean
add_gap (JipyoStore *store, const JipyoStoreLast *last, const JipyoQuote *quote, GError **error)
{
  const gint64 pace_us = (gint64) MAX (last->interval_ms, quote->interval_ms) * 1000;
  const JipyoGap gap = {
    .from_ms = last->received_us / 1000,
    .to_ms = quote->received_us / 1000,
    .reason = last->of_before ? JIPYO_GAP_NOT_RUNNING : JIPYO_GAP_MISSING,
  };

  if (last->at_rest || quote->received_us - last->received_us <= MAX (2 * pace_us, SHORTEST_GAP_US))
    return TRUE;
  const gint64 series = jipyo_store_find_series (store, quote->instrument, TRUE, error);
  return series != 0 && jipyo_gaps_add (store, series, &gap, error);
}

/* Whether the quote says a price that is not yet kept; what came last is brought up to it. */
static gboolean
is_new (JipyoStoreLast *last, const JipyoQuote *quote)
{
  const gint64 time_us = quote->venue_time_us != 0 ? quote->venue_time_us : quote->received_us;
  const gboolean known = last->time_us == time_us && jipyo_decimal_equal (last->price, quote->last);

  *last = (JipyoStoreLast){
    .time_us = time_us,
    .price = quote->last,
    .received_us = MAX (last->received_us, quote->received_us),
    .interval_ms = quote->interval_ms,
    .at_rest = quote->state == JIPYO_QUOTE_CLOSED || quote->state == JIPYO_QUOTE_SUSPENDED,
  };
  return !known;
}

static JipyoStoreLast *
last_of (JipyoStore *store, const JipyoQuote *quote)
{
  JipyoStoreLast *last = g_hash_table_lookup (store->last, quote->instrument);

  if (last == NULL) {
    last = g_new0 (JipyoStoreLast, 1);
    last->time_us = G_MININT64;
    last->received_us = quote->received_us;
    g_hash_table_insert (store->last, g_strdup (quote->instrument), last);
  }
  return last;
}

/* All new prices of the instrument that the quote at `first` is of. */
static gboolean
save_instrument (Save *self, guint first, GError **error)
{
  JipyoStore *store = self->store;
  const GPtrArray *quotes = self->quotes;
  const char *instrument = ((const JipyoQuote *) quotes->pdata[first])->instrument;
  JipyoStoreLast *last = last_of (store, quotes->pdata[first]);
  g_auto (JipyoRows) ticks = { 0 };

  jipyo_rows_init (&ticks, JIPYO_TICK_COLUMNS);
  for (guint i = first; i < quotes->len; i++) {
    const JipyoQuote *quote = g_ptr_array_index (quotes, i);
    g_auto (JipyoRows) row = { 0 };

    if (!g_str_equal (quote->instrument, instrument))
      continue;
    if (!add_gap (store, last, quote, error))
      return FALSE;
    if (!is_new (last, quote))
      continue;
    read_tick (quote, &row);
    if (jipyo_rows_append_rows (&ticks, &row))
      continue;
    if (!gather (self, instrument, &ticks, error) || !jipyo_rows_append_rows (&ticks, &row))
      return FALSE;
  }
  return gather (self, instrument, &ticks, error);
}

gboolean
jipyo_price_ticks_save (JipyoStore *store, const GPtrArray *quotes, GError **error)
{
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  Save save = { .store = store, .quotes = quotes };
  gboolean saved = TRUE;

  jipyo_rows_init (&save.batch, JIPYO_BATCH_COLUMNS);
  jipyo_rows_reserve (&save.batch, quotes->len);
  for (guint i = 0; saved && i < quotes->len; i++) {
    const JipyoQuote *quote = g_ptr_array_index (quotes, i);

    if (g_hash_table_add (done, quote->instrument))
      saved = save_instrument (&save, i, error);
  }
  saved = saved && jipyo_tail_append_batch (store, &save.batch, error);
  jipyo_rows_clear (&save.batch);
  return saved;
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The quotes of one instrument go into one row together. A venue that is asked again says the same
 * again; that is no new price.
 */

#include "jipyo-price-ticks.h"

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

static gboolean
append (JipyoStore *store, const char *instrument, JipyoRows *ticks, GError **error)
{
  gboolean appended = TRUE;

  if (ticks->n > 0) {
    jipyo_rows_sort (ticks);
    appended = jipyo_tail_append (store, instrument, ticks, error);
  }
  jipyo_rows_clear (ticks);
  jipyo_rows_init (ticks, JIPYO_TICK_COLUMNS);
  return appended;
}

/* The last price of an instrument that was appended, so that it is not appended again. */
static gboolean
is_new (JipyoStore *store, const JipyoQuote *quote)
{
  JipyoStoreLast *last = g_hash_table_lookup (store->last, quote->instrument);
  const gint64 time_us = quote->venue_time_us != 0 ? quote->venue_time_us : quote->received_us;

  if (last == NULL) {
    last = g_new0 (JipyoStoreLast, 1);
    g_hash_table_insert (store->last, g_strdup (quote->instrument), last);
  } else if (last->time_us == time_us && jipyo_decimal_equal (last->price, quote->last)) {
    return FALSE;
  }
  last->time_us = time_us;
  last->price = quote->last;
  return TRUE;
}

/* All new prices of the instrument that the quote at `first` is of. */
static gboolean
save_instrument (JipyoStore *store, const GPtrArray *quotes, guint first, GError **error)
{
  const char *instrument = ((const JipyoQuote *) quotes->pdata[first])->instrument;
  g_auto (JipyoRows) ticks = { 0 };

  jipyo_rows_init (&ticks, JIPYO_TICK_COLUMNS);
  for (guint i = first; i < quotes->len; i++) {
    const JipyoQuote *quote = g_ptr_array_index (quotes, i);
    g_auto (JipyoRows) row = { 0 };

    if (!g_str_equal (quote->instrument, instrument) || !is_new (store, quote))
      continue;
    read_tick (quote, &row);
    if (jipyo_rows_append_rows (&ticks, &row))
      continue;
    if (!append (store, instrument, &ticks, error) || !jipyo_rows_append_rows (&ticks, &row))
      return FALSE;
  }
  return append (store, instrument, &ticks, error);
}

gboolean
jipyo_price_ticks_save (JipyoStore *store, const GPtrArray *quotes, GError **error)
{
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < quotes->len; i++) {
    const JipyoQuote *quote = g_ptr_array_index (quotes, i);

    if (g_hash_table_add (done, quote->instrument) && !save_instrument (store, quotes, i, error))
      return FALSE;
  }
  return TRUE;
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One reading for each code. A coin seldom has more than two.
 */

#include "jipyo-former-range.h"

#include "jipyo-candle-former.h"
#include "jipyo-range.h"

static gboolean
read_former (JipyoStore *store,
             const JipyoHistoryQuery *query,
             JipyoCandleSeries *series,
             GError **error)
{
  g_autoptr (GPtrArray) former = jipyo_new_code_list_former (query->codes, query->instrument);

  for (guint i = 0; former != NULL && i < former->len; i++) {
    const JipyoNewCode *code = g_ptr_array_index (former, i);
    JipyoHistoryQuery part = *query;

    part.instrument = code->instrument;
    part.to_ms = MIN (query->to_ms, code->until_us / 1000 + 1);
    if (part.from_ms >= part.to_ms)
      continue;
    g_autoptr (JipyoCandleSeries) before = jipyo_range_read (store, &part, error);
    if (before == NULL)
      return FALSE;
    jipyo_candle_series_add_former (series, before, code);
  }
  return TRUE;
}

JipyoCandleSeries *
jipyo_former_range_read (JipyoStore *store, const JipyoHistoryQuery *query, GError **error)
{
  g_autoptr (JipyoCandleSeries) series = jipyo_range_read (store, query, error);

  if (series == NULL || query->codes == NULL)
    return g_steal_pointer (&series);
  const JipyoNewCode *next = jipyo_new_code_find_next (query->codes, query->instrument);
  if (next != NULL)
    jipyo_candle_series_set_next (series, next);
  return read_former (store, query, series, error) ? g_steal_pointer (&series) : NULL;
}

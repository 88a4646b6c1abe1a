/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names as markets print them.
 */

#include "jipyo-session-price.h"

gboolean
jipyo_session_price_is_of (const JipyoPlotSeries *series)
{
  return series->mark == JIPYO_MARK_CANDLE || series->mark == JIPYO_MARK_OHLC;
}

gboolean
jipyo_session_price_is_in (const JipyoPlot *plot)
{
  for (guint i = 0; i < plot->series->len; i++)
    if (jipyo_session_price_is_of (g_ptr_array_index (plot->series, i)))
      return TRUE;
  return FALSE;
}

double
jipyo_session_price_get (JipyoSessionPrice price, const JipyoDatum *datum)
{
  const double prices[JIPYO_N_SESSION_PRICES] = { datum->start, datum->high, datum->low,
                                                  datum->value };

  return prices[price];
}

const char *
jipyo_session_price_get_name (JipyoSessionPrice price, JipyoLang lang)
{
  static const char *const ko[JIPYO_N_SESSION_PRICES] = { "시가", "고가", "저가", "종가" };
  static const char *const en[JIPYO_N_SESSION_PRICES] = { "open", "high", "low", "close" };

  return lang == JIPYO_LANG_KO ? ko[price] : en[price];
}

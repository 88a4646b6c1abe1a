/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The four prices of a candle or an OHLC bar, by their names, in the order that they are read in.
 * Where there is room for one of them only, as in a row of a card, it is the close.
 */

#pragma once

#include "jipyo-plot.h"

typedef enum {
  JIPYO_SESSION_OPEN,
  JIPYO_SESSION_HIGH,
  JIPYO_SESSION_LOW,
  JIPYO_SESSION_CLOSE,
  JIPYO_N_SESSION_PRICES
} JipyoSessionPrice;

/* Whether the data of a series have these prices. */
gboolean jipyo_session_price_is_of (const JipyoPlotSeries *series);
/* Whether there is such a series: then the prices are what a chart is of, and lines beside them,
 * like averages, are drawn from them. */
gboolean jipyo_session_price_is_in (const JipyoPlot *plot);
/* NaN for one that is not known. */
double jipyo_session_price_get (JipyoSessionPrice price, const JipyoDatum *datum);
const char *jipyo_session_price_get_name (JipyoSessionPrice price, JipyoLang lang);

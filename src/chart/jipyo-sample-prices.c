/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Samples of prices: candles, bars of open, high, low and close, volumes.
 */

#include "jipyo-sample.h"

#include <math.h>

enum { day_seconds = 86400, noon = 43200 };

/* A number of 0 … 1, the same each time. */
static double
draw_number (guint32 *seed)
{
  *seed = *seed * 1664525u + 1013904223u;
  return (*seed >> 8) % 100000 / 100000.0;
}

/* `n` weekdays of a share that nobody trades. */
static void
add_prices (JipyoPlotSeries *prices, JipyoPlotSeries *volumes, guint n)
{
  double price = 48000;
  double day = jipyo_plot_time_from_date ((JipyoDate){ 2026, 3, 2 }) + noon;
  guint32 seed = 11;

  for (guint i = 0; i < n; i++, day += (i % 5 == 0 ? 3 : 1) * day_seconds) {
    const double open = price * (1 + (draw_number (&seed) - 0.5) * 0.012);
    const double close = open * (1 + (draw_number (&seed) - 0.47) * 0.05);
    const double spread = price * 0.012;
    JipyoDatum *datum = jipyo_plot_series_add (prices, day, round (close / 50) * 50, NULL);
    datum->start = round (open / 50) * 50;
    datum->low = round ((MIN (open, close) - draw_number (&seed) * spread) / 50) * 50;
    datum->high = round ((MAX (open, close) + draw_number (&seed) * spread) / 50) * 50;
    price = close;
    if (volumes == NULL)
      continue;
    const double traded = 1e5 * (0.4 + draw_number (&seed) + fabs (close - open) / open * 40);
    JipyoDatum *volume = jipyo_plot_series_add (volumes, day, traded, NULL);
    volume->has_colour = close != open;
    volume->colour.role = close > open ? JIPYO_ROLE_UP : JIPYO_ROLE_DOWN;
  }
}

/* Weekends take no room. */
static void
set_trading_days (JipyoAxis *axis)
{
  const JipyoTradingDays days = {
    .first = { 2026, 3, 2 },
    .last = { 2031, 12, 31 },
    .open_minute = 9 * 60,
    .close_minute = 15 * 60 + 30,
  };

  axis->kind = JIPYO_SCALE_TIME;
  axis->sessions = jipyo_sessions_new_of_days (&days);
}

static void
label_highest (JipyoPlotSeries *series)
{
  JipyoDatum *best = &g_array_index (series->data, JipyoDatum, 0);

  for (guint i = 1; i < series->data->len; i++) {
    JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    if (datum->high > best->high)
      best = datum;
  }
  g_free (best->text);
  best->text = jipyo_sample_format (best->high, 0);
}

static JipyoPlot *
make_prices (JipyoLang lang, JipyoMark mark)
{
  JipyoPlot *plot = jipyo_plot_new (lang);

  set_trading_days (&plot->position);
  plot->value.unit = JIPYO_UNIT_KRW;
  plot->value.exact = TRUE;
  JipyoPlotSeries *prices =
    jipyo_plot_add_series (plot, "price", jipyo_sample_pick (lang, "주가", "Price"), mark);
  JipyoPlotSeries *volumes = jipyo_plot_add_series (
    plot, "volume", jipyo_sample_pick (lang, "거래량", "Volume"), JIPYO_MARK_VOLUME);
  add_prices (prices, volumes, 60);
  label_highest (prices);
  return plot;
}

static JipyoPlot *
make_candles (JipyoLang lang)
{
  JipyoPlot *plot = make_prices (lang, JIPYO_MARK_CANDLE);

  jipyo_plot_set_title (
    plot,
    jipyo_sample_pick (lang, "오른 날은 비고 내린 날은 찬다", "Hollow days rose, filled ones fell"),
    jipyo_sample_pick (lang, "하루의 시가·고가·저가·종가와 거래량",
                       "Open, high, low and close of a day, with volume"));
  return plot;
}

static JipyoPlot *
make_ohlc (JipyoLang lang)
{
  JipyoPlot *plot = make_prices (lang, JIPYO_MARK_OHLC);

  jipyo_plot_set_title (plot,
                        jipyo_sample_pick (lang, "왼쪽 눈금은 시가, 오른쪽은 종가",
                                           "Opens to the left, closes to the right"),
                        jipyo_sample_pick (lang, "하루의 시가·고가·저가·종가와 거래량",
                                           "Open, high, low and close of a day, with volume"));
  return plot;
}

/* So many that a candle has less than a unit. */
static JipyoPlot *
make_candles_dense (JipyoLang lang)
{
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (plot, jipyo_sample_pick (lang, "천 일의 시세", "A thousand days"), NULL);
  set_trading_days (&plot->position);
  plot->value.unit = JIPYO_UNIT_KRW;
  plot->value.exact = TRUE;
  add_prices (jipyo_plot_add_series (plot, "price", NULL, JIPYO_MARK_CANDLE), NULL, 1000);
  return plot;
}

/* No open, no extremes, extremes inside of the body, no move, a gap, no order, no price. */
static JipyoPlot *
make_candles_hostile (JipyoLang lang)
{
  static const double rows[][5] = {
    { 0, 10, 14, 8, 15 },   { 1, NAN, 12, 10, 13 },      { 2, 12, 9, NAN, NAN },
    { 3, 9, 13, 10, 11 },   { 4, 12, 12, 10, 14 },       { 5, 11, NAN, 8, 14 },
    { 8, 12, 10, 9, NAN },  { 7, 10, 12, 14, 8 },        { 9, 11, 12, -INFINITY, 13 },
    { 10, 12, 12, 12, 12 }, { 11, INFINITY, 11, 9, 13 }, { 12, 14, 9, 8, 15 },
  };
  JipyoPlot *plot = jipyo_plot_new (lang);

  jipyo_plot_set_title (
    plot, jipyo_sample_pick (lang, "빠진 시가도 그려진다", "A candle without its open"),
    jipyo_sample_pick (lang, "시가·고가·저가가 없거나 어긋난 날",
                       "Days whose open or extremes are missing or odd"));
  plot->position.kind = JIPYO_SCALE_LINEAR;
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_CANDLE);
  JipyoPlotSeries *volumes = jipyo_plot_add_series (plot, "v", NULL, JIPYO_MARK_VOLUME);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    JipyoDatum *datum = jipyo_plot_series_add (series, rows[i][0], rows[i][2], NULL);
    datum->start = rows[i][1];
    datum->low = rows[i][3];
    datum->high = rows[i][4];
    datum->kind = i == 11 ? JIPYO_DATUM_PLANNED : JIPYO_DATUM_VALUE;
    jipyo_plot_series_add (volumes, rows[i][0], i % 4 == 3 ? -5 : i % 5 == 4 ? NAN : i, NULL);
  }
  return plot;
}

static JipyoPlot *
make_candle_rows (JipyoLang lang)
{
  JipyoPlot *plot = make_candles_hostile (lang);

  plot->horizontal = TRUE;
  return plot;
}

const JipyoSample jipyo_sample_prices[] = {
  { "candles", make_candles },
  { "ohlc", make_ohlc },
  { "candles-dense", make_candles_dense },
  { "candles-hostile", make_candles_hostile },
  { "candle-rows", make_candle_rows },
  { NULL, NULL },
};

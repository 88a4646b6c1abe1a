/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of who gives past candles.
 */

#include "jipyo-candle-source.h"

#include <string.h>

#include "jipyo-date.h"

/* The final prices of a session stand after its last auction, in the early evening in Korea. */
static const gint64 SESSION_OVER_MS = G_GINT64_CONSTANT (9) * 60 * 60 * 1000;
static const gint64 MINUTE_MS = 60 * 1000;
static const gint64 DAY_MS = G_GINT64_CONSTANT (24) * 60 * 60 * 1000;

enum { TICKER_PAGE = 200, COINONE_PAGE = 500, SHARE_PAGE = 600, INDEX_PAGE = 60 };

/* Naver's days are on other hosts than its quotes; one base stands in for all of them. */
static const JipyoProvider share_days = {
  .id = "naver-share-days",
  .base = "https://api.finance.naver.com",
  .home = "naver",
};
static const JipyoProvider index_days = {
  .id = "naver-index-days",
  .base = "https://m.stock.naver.com",
  .home = "naver",
};

/* The end is not included. Bithumb's documents read a time without a zone as Korean and say nothing
 * of one with it: in Korean time with its zone both readings agree. */
static char *
plan_ticker (const JipyoCandleAsk *ask, const char *zone, gint64 ahead_ms)
{
  g_autofree char *to = jipyo_instant_format ((ask->to_ms + ahead_ms) * 1000);
  g_autofree char *unit =
    ask->resolution == JIPYO_RESOLUTION_DAY
      ? g_strdup ("days")
      : g_strdup_printf ("minutes/%d",
                         (int) (jipyo_resolution_step_ms (ask->resolution) / MINUTE_MS));
  g_autofree char *time = g_strdup_printf ("%.19s%s", to, zone);
  g_autofree char *escaped = g_uri_escape_string (time, NULL, FALSE);

  return g_strdup_printf ("/v1/candles/%s?market=%s&to=%s&count=%d", unit,
                          jipyo_instrument_get_symbol (ask->instrument), escaped, TICKER_PAGE);
}

static char *
plan_upbit (const JipyoCandleAsk *ask, guint page)
{
  return plan_ticker (ask, "Z", 0);
}

static char *
plan_bithumb (const JipyoCandleAsk *ask, guint page)
{
  return plan_ticker (ask, "+09:00", 9 * 60 * MINUTE_MS);
}

static char *
plan_coinone (const JipyoCandleAsk *ask, guint page)
{
  const char *coin = strchr (jipyo_instrument_get_symbol (ask->instrument), '-') + 1;

  return g_strdup_printf (
    "/public/v2/chart/KRW/%s?interval=%s&timestamp=%" G_GINT64_FORMAT "&size=%d", coin,
    jipyo_resolution_id (ask->resolution), ask->to_ms - 1, COINONE_PAGE);
}

/* "20260311" */
static char *
format_day (gint64 time_ms)
{
  const JipyoDate date = jipyo_date_from_day ((int) (time_ms / DAY_MS));

  return g_strdup_printf ("%04d%02d%02d", date.year, date.month, date.day);
}

static char *
plan_share (const JipyoCandleAsk *ask, guint page)
{
  g_autofree char *from = format_day (ask->from_ms);
  g_autofree char *last = format_day (ask->to_ms - 1);

  return g_strdup_printf (
    "/siseJson.naver?symbol=%s&requestType=1&startTime=%s&endTime=%s&timeframe=day",
    jipyo_instrument_get_symbol (ask->instrument), from, last);
}

static char *
plan_index (const JipyoCandleAsk *ask, guint page)
{
  const char *symbol = jipyo_instrument_get_symbol (ask->instrument);

  return g_strdup_printf ("/api/index/%s/price?pageSize=%d&page=%u",
                          strcmp (symbol, "KOSPI200") == 0 ? "KPI200" : symbol, INDEX_PAGE, page);
}

static const JipyoCandleSource coins[] = {
  { .provider_id = "upbit",
    .parse = jipyo_ticker_candles_parse,
    .per_page = TICKER_PAGE,
    .plan = plan_upbit },
  { .provider_id = "bithumb",
    .parse = jipyo_ticker_candles_parse,
    .per_page = TICKER_PAGE,
    .plan = plan_bithumb },
  { .provider_id = "coinone",
    .parse = jipyo_coinone_candles_parse,
    .per_page = COINONE_PAGE,
    .plan = plan_coinone },
};

static const JipyoCandleSource shares = {
  .provider = &share_days,
  .parse = jipyo_naver_share_days_parse,
  .per_page = SHARE_PAGE,
  .over_ms = SESSION_OVER_MS,
  .plan = plan_share,
};

static const JipyoCandleSource indices = {
  .provider = &index_days,
  .parse = jipyo_naver_index_days_parse,
  .per_page = INDEX_PAGE,
  .numbered = TRUE,
  .over_ms = SESSION_OVER_MS,
  .plan = plan_index,
};

const JipyoCandleSource *
jipyo_candle_source_find (const char *instrument, JipyoResolution resolution)
{
  if (resolution == JIPYO_RESOLUTION_TICK || !jipyo_instrument_is_valid (instrument))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (coins); i++)
    if (jipyo_provider_serves (jipyo_provider_find (coins[i].provider_id), instrument))
      return &coins[i];
  if (resolution != JIPYO_RESOLUTION_DAY
      || !jipyo_provider_serves (jipyo_provider_find ("naver"), instrument))
    return NULL;
  return g_ascii_isdigit (*jipyo_instrument_get_symbol (instrument)) ? &shares : &indices;
}

const char *
jipyo_candle_source_get_name (const JipyoCandleSource *self)
{
  /* Those of their own are addresses of the one of shares and indices. */
  return self->provider_id != NULL ? self->provider_id : "naver";
}

const JipyoProvider *
jipyo_candle_source_get_provider (const JipyoCandleSource *self)
{
  return self->provider != NULL ? self->provider : jipyo_provider_find (self->provider_id);
}

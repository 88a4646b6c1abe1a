/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of providers, and the requests that each of them understands.
 */

#include "jipyo-provider.h"

#include <string.h>

#include "jipyo-official.h"

static const char *
symbol_of (const char *instrument)
{
  return strchr (instrument, ':') + 1;
}

static gboolean
is_index (const char *instrument)
{
  return !g_ascii_isdigit (*symbol_of (instrument));
}

/* "KRW-BTC,KRW-ETH" */
static char *
join_symbols (const char *const *instruments)
{
  GString *symbols = g_string_new (NULL);

  for (guint i = 0; instruments[i] != NULL; i++)
    g_string_append_printf (symbols, "%s%s", i > 0 ? "," : "", symbol_of (instruments[i]));
  return g_string_free (symbols, FALSE);
}

static gboolean
serves_pair (const char *instrument)
{
  const char *hyphen = strchr (symbol_of (instrument), '-');

  return hyphen != NULL && hyphen[1] != '\0' && hyphen > symbol_of (instrument);
}

static gboolean
serves_won_pair (const char *instrument)
{
  return serves_pair (instrument) && g_str_has_prefix (symbol_of (instrument), "KRW-");
}

static gboolean
serves_listed (const char *instrument)
{
  static const char *const indices[] = { "KOSPI", "KOSDAQ", "KOSPI200", NULL };

  return strchr (symbol_of (instrument), '-') == NULL
         && (!is_index (instrument) || g_strv_contains (indices, symbol_of (instrument)));
}

static gboolean
serves_dollar (const char *instrument)
{
  return strcmp (instrument, "fx:USDKRW") == 0;
}

static gboolean
serves_yahoo (const char *instrument)
{
  g_autofree char *symbol = jipyo_yahoo_symbol (instrument);

  return symbol != NULL;
}

/* What a coin costs in dollars. */
static gboolean
serves_coin (const char *instrument)
{
  return serves_yahoo (instrument);
}

static void
plan_ticker (const char *const *instruments, gint64 now_us, GPtrArray *requests)
{
  g_autofree char *symbols = join_symbols (instruments);

  g_ptr_array_add (
    requests, jipyo_request_new (g_strconcat ("/v1/ticker?markets=", symbols, NULL), instruments));
}

static JipyoRequest *
plan_upbit_whole (const char *const *instruments)
{
  g_autoptr (GString) currencies = g_string_new (NULL);

  for (guint i = 0; instruments[i] != NULL; i++) {
    g_auto (GStrv) parts = g_strsplit (symbol_of (instruments[i]), "-", 2);

    if (strstr (currencies->str, parts[0]) == NULL)
      g_string_append_printf (currencies, "%s%s", currencies->len > 0 ? "," : "", parts[0]);
  }
  return jipyo_request_new (g_strconcat ("/v1/ticker/all?quote_currencies=", currencies->str, NULL),
                            instruments);
}

/* The venue's earlier interface, which has all coins in one answer. */
static void
plan_bithumb_old (const char *const *instruments, gint64 now_us, GPtrArray *requests)
{
  g_ptr_array_add (requests, jipyo_request_new (g_strdup ("/public/ticker/ALL_KRW"), instruments));
}

static JipyoRequest *
plan_bithumb_whole (const char *const *instruments)
{
  for (guint i = 0; instruments[i] != NULL; i++)
    if (!serves_won_pair (instruments[i]))
      return NULL;
  return jipyo_request_new (g_strdup ("/public/ticker/ALL_KRW"), instruments);
}

static void
plan_coinone (const char *const *instruments, gint64 now_us, GPtrArray *requests)
{
  char *path = g_strdup ("/public/v2/ticker_new/KRW?additional_data=true");

  if (instruments[1] == NULL) {
    g_free (path);
    path = g_strdup_printf ("/public/v2/ticker_new/KRW/%s?additional_data=true",
                            symbol_of (instruments[0]) + strlen ("KRW-"));
  }
  g_ptr_array_add (requests, jipyo_request_new (path, instruments));
}

static char *
naver_code (const char *instrument)
{
  const char *symbol = symbol_of (instrument);

  return g_strdup (strcmp (symbol, "KOSPI200") == 0 ? "KPI200" : symbol);
}

static void
plan_naver_kind (const char *const *instruments, gboolean indices, GPtrArray *requests)
{
  g_autoptr (GStrvBuilder) chosen = g_strv_builder_new ();
  g_autoptr (GString) codes = g_string_new (NULL);
  g_auto (GStrv) wanted = NULL;

  for (guint i = 0; instruments[i] != NULL; i++) {
    g_autofree char *code = naver_code (instruments[i]);

    if (is_index (instruments[i]) != indices)
      continue;
    g_strv_builder_add (chosen, instruments[i]);
    g_string_append_printf (codes, "%s%s", codes->len > 0 ? "," : "", code);
  }
  if (codes->len == 0)
    return;
  wanted = g_strv_builder_end (chosen);
  g_ptr_array_add (requests,
                   jipyo_request_new (g_strdup_printf ("/api/realtime/domestic/%s/%s",
                                                       indices ? "index" : "stock", codes->str),
                                      (const char *const *) wanted));
}

static void
plan_naver (const char *const *instruments, gint64 now_us, GPtrArray *requests)
{
  plan_naver_kind (instruments, TRUE, requests);
  plan_naver_kind (instruments, FALSE, requests);
}

static void
plan_naver_fx (const char *const *instruments, gint64 now_us, GPtrArray *requests)
{
  g_ptr_array_add (requests,
                   jipyo_request_new (g_strdup ("/marketindex/exchange/FX_USDKRW"), instruments));
}

static void
plan_frankfurter (const char *const *instruments, gint64 now_us, GPtrArray *requests)
{
  g_ptr_array_add (requests,
                   jipyo_request_new (g_strdup ("/v1/latest?base=USD&symbols=KRW"), instruments));
}

static void
plan_yahoo (const char *const *instruments, gint64 now_us, GPtrArray *requests)
{
  for (guint i = 0; instruments[i] != NULL; i++) {
    const char *one[] = { instruments[i], NULL };
    g_autofree char *symbol = jipyo_yahoo_symbol (instruments[i]);
    g_autofree char *escaped = g_uri_escape_string (symbol, "=", FALSE);

    g_ptr_array_add (
      requests, jipyo_request_new (
                  g_strdup_printf ("/v8/finance/chart/%s?range=1d&interval=1d", escaped), one));
  }
}

enum {
  SECOND_MS = 1000,
  MINUTE_MS = 60 * SECOND_MS,
  HOUR_MS = 60 * MINUTE_MS,
  DAY_MS = 24 * HOUR_MS,
};

/* clang-format off */
static const JipyoProvider providers[] = {
  { .id = "upbit", .base = "https://api.upbit.com", .venue = "upbit",
    .interval_ms = 10 * SECOND_MS, .interval_hidden_ms = MINUTE_MS, .interval_metered_ms = 5 * MINUTE_MS,
    .serves = serves_pair, .plan = plan_ticker, .plan_whole = plan_upbit_whole, .parse = jipyo_upbit_parse,
    .stream = &jipyo_upbit_stream, .list = &jipyo_upbit_market_list },
  { .id = "bithumb", .base = "https://api.bithumb.com", .venue = "bithumb",
    .interval_ms = 10 * SECOND_MS, .interval_hidden_ms = MINUTE_MS, .interval_metered_ms = 5 * MINUTE_MS,
    .serves = serves_pair, .plan = plan_ticker, .plan_whole = plan_bithumb_whole, .parse = jipyo_bithumb_parse,
    .stream = &jipyo_bithumb_stream, .list = &jipyo_bithumb_market_list },
  { .id = "bithumb-old", .base = "https://api.bithumb.com", .venue = "bithumb", .home = "bithumb",
    .interval_ms = 30 * SECOND_MS, .interval_hidden_ms = MINUTE_MS, .interval_metered_ms = 5 * MINUTE_MS,
    .serves = serves_won_pair, .plan = plan_bithumb_old, .parse = jipyo_bithumb_parse },
  { .id = "coinone", .base = "https://api.coinone.co.kr", .venue = "coinone",
    .interval_ms = 10 * SECOND_MS, .interval_hidden_ms = MINUTE_MS, .interval_metered_ms = 5 * MINUTE_MS,
    .serves = serves_won_pair, .plan = plan_coinone, .parse = jipyo_coinone_parse,
    .stream = &jipyo_coinone_stream, .list = &jipyo_coinone_market_list },
  { .id = "naver", .base = "https://polling.finance.naver.com", .venue = "krx",
    .interval_ms = 10 * SECOND_MS, .interval_hidden_ms = MINUTE_MS, .interval_metered_ms = 5 * MINUTE_MS,
    .serves = serves_listed, .plan = plan_naver, .parse = jipyo_naver_parse },
  { .id = "naver-fx", .base = "https://api.stock.naver.com", .venue = "fx",
    .interval_ms = MINUTE_MS, .interval_hidden_ms = 10 * MINUTE_MS, .interval_metered_ms = 30 * MINUTE_MS,
    .serves = serves_dollar, .plan = plan_naver_fx, .parse = jipyo_naver_fx_parse },
  { .id = "frankfurter", .base = "https://api.frankfurter.dev", .venue = "fx",
    .interval_ms = DAY_MS, .interval_hidden_ms = DAY_MS, .interval_metered_ms = DAY_MS,
    .serves = serves_dollar, .plan = plan_frankfurter, .parse = jipyo_frankfurter_parse },
  { .id = "yahoo", .base = "https://query1.finance.yahoo.com", .venue = "krx",
    .interval_ms = MINUTE_MS, .interval_hidden_ms = 5 * MINUTE_MS, .interval_metered_ms = 15 * MINUTE_MS,
    .serves = serves_yahoo, .plan = plan_yahoo, .parse = jipyo_yahoo_parse },
  /* As often as the won prices, of which it must not be further than ten seconds. */
  { .id = "yahoo-coin", .base = "https://query1.finance.yahoo.com", .venue = "usd", .home = "yahoo",
    .interval_ms = 10 * SECOND_MS, .interval_hidden_ms = 5 * MINUTE_MS, .interval_metered_ms = 15 * MINUTE_MS,
    .serves = serves_coin, .plan = plan_yahoo, .parse = jipyo_yahoo_parse },
  /* Figures of days, out on the next one: they are looked for once an hour. */
  { .id = "krx", .base = "https://data-dbg.krx.co.kr", .venue = "krx", .key = JIPYO_KEY_HEADER,
    .interval_ms = HOUR_MS, .interval_hidden_ms = HOUR_MS, .interval_metered_ms = 6 * HOUR_MS,
    .serves = serves_listed, .plan = jipyo_krx_plan, .plan_before = jipyo_krx_plan_before, .parse = jipyo_krx_parse },
  { .id = "datagokr", .base = "https://apis.data.go.kr", .venue = "krx", .key = JIPYO_KEY_ADDRESS,
    .interval_ms = HOUR_MS, .interval_hidden_ms = HOUR_MS, .interval_metered_ms = 6 * HOUR_MS,
    .serves = serves_listed, .plan = jipyo_datagokr_plan, .parse = jipyo_datagokr_parse },
  { .id = "ecos", .base = "https://ecos.bok.or.kr", .venue = "fx", .key = JIPYO_KEY_ADDRESS,
    .interval_ms = HOUR_MS, .interval_hidden_ms = HOUR_MS, .interval_metered_ms = 6 * HOUR_MS,
    .serves = serves_dollar, .plan = jipyo_ecos_plan, .parse = jipyo_ecos_parse },
};
/* clang-format on */

const JipyoProvider *
jipyo_provider_get (guint index)
{
  return index < G_N_ELEMENTS (providers) ? &providers[index] : NULL;
}

const JipyoProvider *
jipyo_provider_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (providers); i++)
    if (g_strcmp0 (providers[i].id, id) == 0)
      return &providers[i];
  return NULL;
}

static gboolean
is_at_venue (const char *instrument, const char *venue)
{
  gsize length = strlen (venue);

  return strncmp (instrument, venue, length) == 0 && instrument[length] == ':';
}

gboolean
jipyo_provider_serves (const JipyoProvider *provider, const char *instrument)
{
  if (!jipyo_instrument_is_valid (instrument))
    return FALSE;
  /* Yahoo has both currencies and the exchange, told apart by its table of symbols. */
  return (provider->serves == serves_yahoo || is_at_venue (instrument, provider->venue))
         && provider->serves (instrument);
}

const char *const *
jipyo_provider_get_measures (void)
{
  static const char *const measures[] = { "fx:USDKRW", "usd:BTC", NULL };

  return measures;
}

const char *const *
jipyo_provider_get_watchlist (void)
{
  static const char *const watchlist[] = {
    "krx:KOSPI",
    "krx:KOSDAQ",
    "krx:KOSPI200",
    "upbit:KRW-BTC",
    "upbit:KRW-ETH",
    "upbit:KRW-ETC",
    "upbit:KRW-MTL",
    "upbit:KRW-LSK",
    "upbit:KRW-XRP",
    "upbit:KRW-ADA",
    "upbit:KRW-STEEM",
    "bithumb:KRW-BTC",
    "bithumb:KRW-BCH",
    "bithumb:KRW-ETH",
    "bithumb:KRW-ETC",
    "bithumb:KRW-XRP",
    "bithumb:KRW-QTUM",
    "coinone:KRW-BTC",
    "coinone:KRW-BCH",
    "coinone:KRW-ETH",
    "coinone:KRW-ETC",
    "coinone:KRW-XRP",
    "coinone:KRW-QTUM",
    "coinone:KRW-IOTA",
    NULL,
  };

  return watchlist;
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The quote to show for an instrument. A printed quote becomes a quote with the state "history": it
 * has a date and no time, so it has no age and never competes with a received one.
 */

#include "jipyo-known-quote.h"

#include "jipyo-format.h"

#include <string.h>

typedef struct {
  const char *symbol;
  const char *ko;
  const char *en;
} Name;

/* Names of what the record's market boxes list; a venue's own name comes with its quotes. */
static const Name names[] = {
  { "KOSPI", "코스피", "KOSPI" },
  { "KOSDAQ", "코스닥", "KOSDAQ" },
  { "KOSPI200", "코스피200", "KOSPI 200" },
  { "KRW-ADA", "에이다", "Cardano" },
  { "KRW-BCH", "비트코인캐시", "Bitcoin Cash" },
  { "KRW-BTC", "비트코인", "Bitcoin" },
  { "KRW-ETC", "이더리움클래식", "Ethereum Classic" },
  { "KRW-ETH", "이더리움", "Ethereum" },
  { "KRW-IOTA", "이오타", "IOTA" },
  { "KRW-LSK", "리스크", "Lisk" },
  { "KRW-MTL", "메탈", "Metal" },
  { "KRW-QTUM", "퀀텀", "Qtum" },
  { "KRW-STEEM", "스팀", "Steem" },
  { "KRW-XRP", "리플", "XRP" },
};

static const Name providers[] = {
  { "basket", "종목 바구니", "Basket" },
  { "bithumb", "빗썸", "Bithumb" },
  { "bithumb-old", "빗썸 (옛 방식)", "Bithumb (old interface)" },
  { "coinone", "코인원", "Coinone" },
  { "krx", "한국거래소", "KRX" },
  { "datagokr", "공공데이터포털", "data.go.kr" },
  { "ecos", "한국은행", "Bank of Korea" },
  { "frankfurter", "유럽중앙은행", "ECB" },
  { "naver", "네이버", "Naver" },
  { "naver-fx", "네이버", "Naver" },
  { "upbit", "업비트", "Upbit" },
  { "yahoo", "야후", "Yahoo" },
  { "yahoo-coin", "야후", "Yahoo" },
};

static const Name *
find_name (const Name *list, guint n, const char *symbol)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (list[i].symbol, symbol) == 0)
      return &list[i];
  return NULL;
}

static gboolean
parse_number (const char *text, JipyoDecimal *out)
{
  return text != NULL && text[0] != '\0' && jipyo_decimal_parse (text, -1, out, NULL);
}

/* A printed quote names no currency; its symbol does. An index has none. */
static const char *
currency_of (const char *instrument)
{
  const char *symbol = strchr (instrument, ':');

  if (symbol == NULL)
    return "";
  return g_str_has_prefix (symbol, ":KRW-") || g_ascii_isdigit (symbol[1]) ? "KRW" : "";
}

static JipyoQuote *
quote_from_printed (const JipyoPrintedQuote *printed)
{
  JipyoDecimal last;
  /* The record's reader has checked the numbers; one that is wrong all the same is not shown. */
  if (!parse_number (printed->last, &last))
    return NULL;
  JipyoQuote *quote = jipyo_quote_new (printed->instrument, "");
  quote->last = last;
  quote->has_change = parse_number (printed->change, &quote->change);
  if (printed->basis == NULL || !jipyo_change_basis_parse (printed->basis, &quote->basis))
    quote->basis = JIPYO_BASIS_UNSTATED;
  quote->state = JIPYO_QUOTE_HISTORY;
  quote->currency = g_strdup (currency_of (printed->instrument));
  quote->name = jipyo_known_quote_get_name (printed->instrument, NULL);
  return quote;
}

gboolean
jipyo_known_quote_init_received (JipyoKnownQuote *self,
                                 const JipyoViewContext *context,
                                 const char *instrument)
{
  memset (self, 0, sizeof *self);
  if (context->quotes == NULL)
    return FALSE;

  const JipyoQuote *best = NULL;
  for (guint i = 0; i < context->quotes->len; i++) {
    const JipyoQuote *quote = g_ptr_array_index (context->quotes, i);
    if (strcmp (quote->instrument, instrument) != 0)
      continue;
    /* What came in after the reading's day was not known then. */
    if (jipyo_date_compare (jipyo_instant_date_kst (quote->received_us), context->as_of) > 0)
      continue;
    if (best == NULL || quote->received_us > best->received_us)
      best = quote;
  }
  if (best == NULL)
    return FALSE;
  self->quote = jipyo_quote_copy (best);
  self->state = jipyo_quote_compute_state (best, context->now_us);
  return TRUE;
}

gboolean
jipyo_known_quote_init_printed (JipyoKnownQuote *self,
                                const JipyoViewContext *context,
                                const char *instrument)
{
  memset (self, 0, sizeof *self);
  const GPtrArray *list = jipyo_ledger_get_printed_quotes (context->ledger);
  const JipyoPrintedQuote *best = NULL;
  for (guint i = 0; i < list->len; i++) {
    const JipyoPrintedQuote *printed = g_ptr_array_index (list, i);
    if (strcmp (printed->instrument, instrument) != 0)
      continue;
    if (!jipyo_date_is_by (printed->published, context->as_of))
      continue;
    if (best == NULL || jipyo_date_compare (printed->date, best->date) > 0)
      best = printed;
  }
  if (best == NULL)
    return FALSE;
  self->quote = quote_from_printed (best);
  if (self->quote == NULL)
    return FALSE;
  self->printed = best;
  self->state = JIPYO_QUOTE_HISTORY;
  self->past = jipyo_date_compare (best->date, context->as_of) < 0;
  return TRUE;
}

gboolean
jipyo_known_quote_init (JipyoKnownQuote *self,
                        const JipyoViewContext *context,
                        const char *instrument)
{
  return jipyo_known_quote_init_received (self, context, instrument)
         || jipyo_known_quote_init_printed (self, context, instrument);
}

void
jipyo_known_quote_clear (JipyoKnownQuote *self)
{
  jipyo_quote_free (self->quote);
  memset (self, 0, sizeof *self);
}

static gboolean
basis_is_close (JipyoChangeBasis basis)
{
  switch (basis) {
  case JIPYO_BASIS_PREVIOUS_CLOSE_UTC:
  case JIPYO_BASIS_PREVIOUS_CLOSE_KST:
  case JIPYO_BASIS_PREVIOUS_SESSION:
    return TRUE;
  case JIPYO_BASIS_UNSTATED:
  case JIPYO_BASIS_ROLLING_24H:
    return FALSE;
  }
  return FALSE;
}

gboolean
jipyo_known_quote_compute_previous (const JipyoKnownQuote *self, JipyoDecimal *previous)
{
  return self->quote != NULL && self->quote->has_change && basis_is_close (self->quote->basis)
         && jipyo_decimal_subtract (self->quote->last, self->quote->change, previous);
}

gboolean
jipyo_known_quote_compute_percent (const JipyoKnownQuote *self,
                                   JipyoDecimal *percent,
                                   gboolean *derived)
{
  *derived = FALSE;
  if (self->quote == NULL)
    return FALSE;
  if (self->quote->has_change_percent) {
    *percent = jipyo_decimal_round (self->quote->change_percent, 2);
    return TRUE;
  }
  JipyoDecimal base, hundredfold;
  if (!self->quote->has_change
      || !jipyo_decimal_subtract (self->quote->last, self->quote->change, &base)
      || jipyo_decimal_sign (base) <= 0
      || !jipyo_decimal_multiply (self->quote->change, jipyo_decimal_from_int (100), &hundredfold))
    return FALSE;
  *derived = TRUE;
  return jipyo_decimal_divide (hundredfold, base, 2, percent);
}

int
jipyo_known_quote_get_direction (const JipyoKnownQuote *self)
{
  if (self->quote == NULL)
    return 0;
  if (self->quote->has_change)
    return jipyo_decimal_sign (self->quote->change);
  return self->quote->has_change_percent ? jipyo_decimal_sign (self->quote->change_percent) : 0;
}

gboolean
jipyo_known_quote_is_aged (const JipyoKnownQuote *self)
{
  return self->printed != NULL ? self->past : !jipyo_quote_state_is_current (self->state);
}

gboolean
jipyo_known_quote_is_doubtful (const JipyoKnownQuote *self)
{
  return self->state == JIPYO_QUOTE_SUSPECT || self->state == JIPYO_QUOTE_STALE
         || (self->state == JIPYO_QUOTE_HISTORY && jipyo_known_quote_is_aged (self));
}

void
jipyo_known_quote_mark_tile (const JipyoKnownQuote *self, JipyoTile *tile)
{
  tile->muted = jipyo_known_quote_is_aged (self);
  if (jipyo_known_quote_is_doubtful (self))
    jipyo_tile_warn (tile);
}

char *
jipyo_known_quote_format_when (const JipyoKnownQuote *self, gint64 now_us, JipyoLang lang)
{
  if (self->quote == NULL)
    return g_strdup ("");
  if (self->printed != NULL)
    return jipyo_date_format_long (self->printed->date, lang);
  return jipyo_age_format (now_us - jipyo_quote_get_price_time (self->quote), lang);
}

static gboolean
is_today (gint64 time_us, gint64 now_us)
{
  return jipyo_date_compare (jipyo_instant_date_kst (time_us), jipyo_instant_date_kst (now_us))
         == 0;
}

/* "2026-11-20 15:30 KST", without the day when it is today. */
static char *
format_moment (gint64 time_us, gint64 now_us)
{
  g_autofree char *date = jipyo_date_format (jipyo_instant_date_kst (time_us));
  g_autofree char *time = jipyo_instant_format_time_kst (time_us);
  const int minutes = (int) strlen ("15:30");

  if (is_today (time_us, now_us))
    return g_strdup_printf ("%.*s KST", minutes, time);
  return g_strdup_printf ("%s %.*s KST", date, minutes, time);
}

char *
jipyo_known_quote_format_since (const JipyoKnownQuote *self, gint64 now_us, JipyoLang lang)
{
  const JipyoQuote *quote = self->quote;

  if (quote != NULL && self->printed == NULL && self->state == JIPYO_QUOTE_HISTORY)
    return format_moment (quote->venue_time_us != 0 ? quote->venue_time_us : quote->received_us,
                          now_us);
  if (quote == NULL || self->printed != NULL || self->state != JIPYO_QUOTE_CLOSED
      || quote->venue_time_us == 0)
    return jipyo_known_quote_format_when (self, now_us, lang);
  return is_today (quote->venue_time_us, now_us)
           ? format_moment (quote->venue_time_us, now_us)
           : jipyo_date_format (jipyo_instant_date_kst (quote->venue_time_us));
}

static gint64
get_instant (const JipyoQuote *quote)
{
  return quote->venue_time_us != 0 ? quote->venue_time_us : quote->received_us;
}

char *
jipyo_known_quote_format_time (const JipyoKnownQuote *self)
{
  if (self->quote == NULL)
    return g_strdup ("");
  if (self->printed != NULL)
    return jipyo_date_format (self->printed->date);
  return jipyo_instant_format (get_instant (self->quote));
}

static char *
format_kst (gint64 instant_us)
{
  g_autofree char *day = jipyo_date_format (jipyo_instant_date_kst (instant_us));
  g_autofree char *clock = jipyo_instant_format_time_kst (instant_us);

  return g_strdup_printf ("%s %s KST", day, clock);
}

char *
jipyo_known_quote_format_time_kst (const JipyoKnownQuote *self)
{
  if (self->quote == NULL || self->printed != NULL)
    return jipyo_known_quote_format_time (self);
  return format_kst (get_instant (self->quote));
}

void
jipyo_known_quote_set_instant (JipyoTable *table, const char *column, gint64 instant_us)
{
  g_autofree char *code = jipyo_instant_format (instant_us);
  g_autofree char *shown = format_kst (instant_us);
  JipyoText text = jipyo_text_new (shown, shown);

  jipyo_table_set_code (table, column, code, &text);
  jipyo_text_clear (&text);
}

void
jipyo_known_quote_set_time (const JipyoKnownQuote *self, JipyoTable *table, const char *column)
{
  g_autofree char *shown = jipyo_known_quote_format_time_kst (self);

  if (self->quote != NULL && self->printed == NULL)
    jipyo_known_quote_set_instant (table, column, get_instant (self->quote));
  else
    jipyo_table_set_text (table, column, shown, shown);
}

void
jipyo_known_quote_fill_cell (const JipyoKnownQuote *self,
                             JipyoCell *cell,
                             JipyoDecimal value,
                             char *text)
{
  g_free (cell->value);
  cell->value = jipyo_decimal_format (value);
  jipyo_text_clear (&cell->text);
  cell->text = jipyo_text_take (g_strdup (text), text);
  g_free (cell->claim);
  cell->claim = g_strdup (self->quote->instrument);
  cell->is_figure = TRUE;
  cell->doubtful = self->state == JIPYO_QUOTE_SUSPECT;
  cell->qualifier = JIPYO_QUALIFIER_EXACT;
  cell->status = self->printed != NULL && self->printed->venue_inferred ? JIPYO_STATUS_INFERRED
                                                                        : JIPYO_STATUS_STATED;
}

void
jipyo_known_quote_fill_change (const JipyoKnownQuote *self, JipyoTable *table, guint decimals)
{
  JipyoDecimal percent;
  gboolean derived;

  if (self->quote->has_change)
    jipyo_known_quote_fill_cell (self, jipyo_table_get_cell (table, "change"), self->quote->change,
                                 jipyo_format_change (self->quote->change, decimals, TRUE));
  if (!jipyo_known_quote_compute_percent (self, &percent, &derived))
    return;
  JipyoCell *cell = jipyo_table_get_cell (table, "change-percent");
  jipyo_known_quote_fill_cell (self, cell, percent, jipyo_format_change_percent (percent));
  if (derived)
    cell->status = JIPYO_STATUS_DERIVED;
}

void
jipyo_known_quote_set_age (const JipyoKnownQuote *self,
                           JipyoTable *table,
                           const char *column,
                           gint64 now_us)
{
  g_autofree char *ko = jipyo_known_quote_format_since (self, now_us, JIPYO_LANG_KO);
  g_autofree char *en = jipyo_known_quote_format_since (self, now_us, JIPYO_LANG_EN);

  jipyo_table_set_text (table, column, ko, en);
}

void
jipyo_known_quote_set_own_state (const JipyoKnownQuote *self, JipyoTable *table, const char *column)
{
  JipyoText label =
    jipyo_text_take (jipyo_quote_describe_state (self->quote, self->state, JIPYO_LANG_KO),
                     jipyo_quote_describe_state (self->quote, self->state, JIPYO_LANG_EN));

  jipyo_table_set_code (table, column, jipyo_quote_state_id (self->state), &label);
  jipyo_table_get_cell (table, column)->doubtful = self->state == JIPYO_QUOTE_SUSPECT;
  jipyo_text_clear (&label);
}

void
jipyo_known_quote_set_state (JipyoTable *table, const char *column, JipyoQuoteState state)
{
  JipyoText label = jipyo_text_new (jipyo_quote_state_label (state, JIPYO_LANG_KO),
                                    jipyo_quote_state_label (state, JIPYO_LANG_EN));
  jipyo_table_set_code (table, column, jipyo_quote_state_id (state), &label);
  jipyo_table_get_cell (table, column)->doubtful = state == JIPYO_QUOTE_SUSPECT;
  jipyo_text_clear (&label);
}

void
jipyo_known_quote_set_basis (JipyoTable *table, const char *column, JipyoChangeBasis basis)
{
  JipyoText label = jipyo_text_new (jipyo_change_basis_label (basis, JIPYO_LANG_KO),
                                    jipyo_change_basis_label (basis, JIPYO_LANG_EN));
  jipyo_table_set_code (table, column, jipyo_change_basis_id (basis), &label);
  jipyo_text_clear (&label);
}

JipyoText
jipyo_known_quote_get_name (const char *instrument, const JipyoQuote *quote)
{
  if (quote != NULL && !jipyo_text_is_empty (&quote->name))
    return jipyo_text_copy (&quote->name);
  const char *colon = strchr (instrument, ':');
  const char *symbol = colon != NULL ? colon + 1 : instrument;
  const Name *name = find_name (names, G_N_ELEMENTS (names), symbol);
  if (name != NULL)
    return jipyo_text_new (name->ko, name->en);
  const char *bare = g_str_has_prefix (symbol, "KRW-") ? symbol + 4 : symbol;
  return jipyo_text_new (bare, bare);
}

const char *
jipyo_known_quote_provider_label (const char *provider, JipyoLang lang)
{
  const Name *name = find_name (providers, G_N_ELEMENTS (providers), provider);
  if (name == NULL)
    return provider;
  return lang == JIPYO_LANG_KO ? name->ko : name->en;
}

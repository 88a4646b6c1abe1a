/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Quotes: names of bases and states, and how a state ages.
 */

#include "jipyo-quote.h"

static const int LATE_AFTER_INTERVALS = 2;
static const int STALE_AFTER_INTERVALS = 5;
static const int DEFAULT_INTERVAL_MS = 10000;
/* No market is shut for longer: Chuseok with the weekends beside it took ten days once. */
static const gint64 closed_at_most_us = 14 * G_TIME_SPAN_DAY;

static const char *const basis_ids[] = {
  [JIPYO_BASIS_UNSTATED] = "unstated",
  [JIPYO_BASIS_PREVIOUS_CLOSE_UTC] = "previous-close-utc",
  [JIPYO_BASIS_PREVIOUS_CLOSE_KST] = "previous-close-kst",
  [JIPYO_BASIS_ROLLING_24H] = "rolling-24h",
  [JIPYO_BASIS_PREVIOUS_SESSION] = "previous-session",
};

static const char *const basis_labels[][2] = {
  [JIPYO_BASIS_UNSTATED] = { "기준 미상", "base not stated" },
  [JIPYO_BASIS_PREVIOUS_CLOSE_UTC] = { "09시 대비", "since 09:00 KST" },
  [JIPYO_BASIS_PREVIOUS_CLOSE_KST] = { "0시 대비", "since 00:00 KST" },
  [JIPYO_BASIS_ROLLING_24H] = { "24시간 대비", "over 24 hours" },
  [JIPYO_BASIS_PREVIOUS_SESSION] = { "전일 대비", "against previous close" },
};

static const char *const state_ids[] = {
  [JIPYO_QUOTE_LIVE] = "live",       [JIPYO_QUOTE_LATE] = "late",
  [JIPYO_QUOTE_STALE] = "stale",     [JIPYO_QUOTE_SUSPECT] = "suspect",
  [JIPYO_QUOTE_CLOSED] = "closed",   [JIPYO_QUOTE_SUSPENDED] = "suspended",
  [JIPYO_QUOTE_HISTORY] = "history", [JIPYO_QUOTE_DELISTED] = "delisted",
};

static const char *const state_labels[][2] = {
  [JIPYO_QUOTE_LIVE] = { "실시간", "live" },
  [JIPYO_QUOTE_LATE] = { "지연", "late" },
  [JIPYO_QUOTE_STALE] = { "오래됨", "stale" },
  [JIPYO_QUOTE_SUSPECT] = { "의심", "suspect" },
  [JIPYO_QUOTE_CLOSED] = { "장 마감", "closed" },
  [JIPYO_QUOTE_SUSPENDED] = { "거래 정지", "suspended" },
  [JIPYO_QUOTE_HISTORY] = { "기록", "history" },
  [JIPYO_QUOTE_DELISTED] = { "거래지원 종료", "delisted" },
};

JipyoQuote *
jipyo_quote_new (const char *instrument, const char *provider)
{
  JipyoQuote *quote = g_new0 (JipyoQuote, 1);

  quote->instrument = g_strdup (instrument);
  quote->provider = g_strdup (provider);
  return quote;
}

JipyoQuote *
jipyo_quote_copy (const JipyoQuote *quote)
{
  JipyoQuote *copy = g_memdup2 (quote, sizeof *quote);

  copy->instrument = g_strdup (quote->instrument);
  copy->provider = g_strdup (quote->provider);
  copy->name = jipyo_text_copy (&quote->name);
  copy->currency = g_strdup (quote->currency);
  return copy;
}

void
jipyo_quote_free (JipyoQuote *quote)
{
  if (quote == NULL)
    return;
  g_free (quote->instrument);
  g_free (quote->provider);
  jipyo_text_clear (&quote->name);
  g_free (quote->currency);
  g_free (quote);
}

const char *
jipyo_change_basis_id (JipyoChangeBasis basis)
{
  g_return_val_if_fail (basis < G_N_ELEMENTS (basis_ids), "");
  return basis_ids[basis];
}

gboolean
jipyo_change_basis_parse (const char *id, JipyoChangeBasis *basis)
{
  for (guint i = 0; i < G_N_ELEMENTS (basis_ids); i++)
    if (g_strcmp0 (basis_ids[i], id) == 0) {
      *basis = i;
      return TRUE;
    }
  return FALSE;
}

const char *
jipyo_change_basis_label (JipyoChangeBasis basis, JipyoLang lang)
{
  g_return_val_if_fail (basis < G_N_ELEMENTS (basis_labels), "");
  return basis_labels[basis][lang == JIPYO_LANG_KO ? 0 : 1];
}

const char *
jipyo_quote_state_id (JipyoQuoteState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (state_ids), "");
  return state_ids[state];
}

gboolean
jipyo_quote_state_parse (const char *id, JipyoQuoteState *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_ids); i++)
    if (g_strcmp0 (state_ids[i], id) == 0) {
      *state = i;
      return TRUE;
    }
  return FALSE;
}

const char *
jipyo_quote_state_label (JipyoQuoteState state, JipyoLang lang)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (state_labels), "");
  return state_labels[state][lang == JIPYO_LANG_KO ? 0 : 1];
}

gboolean
jipyo_quote_state_is_current (JipyoQuoteState state)
{
  return state == JIPYO_QUOTE_LIVE || state == JIPYO_QUOTE_CLOSED;
}

void
jipyo_quote_set_change_from (JipyoQuote *quote, JipyoDecimal base, JipyoChangeBasis basis)
{
  JipyoDecimal hundredfold;

  quote->basis = basis;
  quote->has_change =
    jipyo_decimal_sign (base) > 0 && jipyo_decimal_subtract (quote->last, base, &quote->change);
  quote->has_change_percent =
    quote->has_change
    && jipyo_decimal_multiply (quote->change, jipyo_decimal_from_int (100), &hundredfold)
    && jipyo_decimal_divide (hundredfold, base, 2, &quote->change_percent);
}

JipyoQuoteState
jipyo_quote_compute_state (const JipyoQuote *quote, gint64 now_us)
{
  gint64 interval_us =
    (quote->interval_ms > 0 ? quote->interval_ms : DEFAULT_INTERVAL_MS) * G_GINT64_CONSTANT (1000);
  gint64 age_us = now_us - quote->received_us;

  if (quote->state == JIPYO_QUOTE_CLOSED && quote->venue_time_us != 0
      && now_us - quote->venue_time_us > closed_at_most_us)
    return JIPYO_QUOTE_STALE;
  if (quote->state != JIPYO_QUOTE_LIVE && quote->state != JIPYO_QUOTE_LATE)
    return quote->state;
  if (age_us > STALE_AFTER_INTERVALS * interval_us)
    return JIPYO_QUOTE_STALE;
  if (age_us > LATE_AFTER_INTERVALS * interval_us)
    return JIPYO_QUOTE_LATE;
  return quote->state;
}

void
jipyo_quote_set_listing (JipyoQuote *quote, JipyoListing listing)
{
  quote->listing = listing;
  if (listing == JIPYO_LISTING_DELISTED)
    quote->state = JIPYO_QUOTE_DELISTED;
  else if (listing == JIPYO_LISTING_SUSPENDED
           && (quote->state == JIPYO_QUOTE_LIVE || quote->state == JIPYO_QUOTE_LATE))
    quote->state = JIPYO_QUOTE_SUSPENDED;
  else if (quote->state == JIPYO_QUOTE_DELISTED)
    quote->state = JIPYO_QUOTE_STALE; /* back, but its price is not yet */
}

/* "의심 · 단위가 바뀐 듯 ÷50": a guess, and said as one. */
static char *
describe_unit (const JipyoQuote *quote, const char *label, JipyoLang lang)
{
  const char *sign = quote->unit_change < 0 ? "÷" : "×";

  return g_strdup_printf (lang == JIPYO_LANG_KO ? "%s · 단위가 바뀐 듯 %s%d"
                                                : "%s · in another unit, it seems: %s%d",
                          label, sign, ABS (quote->unit_change));
}

char *
jipyo_quote_describe_state (const JipyoQuote *quote, JipyoQuoteState state, JipyoLang lang)
{
  const char *label = jipyo_quote_state_label (state, lang);
  const char *listing = jipyo_listing_label (quote->listing, lang);

  if (quote->unit_change != 0 && state == JIPYO_QUOTE_SUSPECT)
    return describe_unit (quote, label, lang);
  /* "suspended" and "delisted" are words for both. */
  if (listing == NULL || g_strcmp0 (label, listing) == 0)
    return g_strdup (label);
  return g_strdup_printf ("%s · %s", label, listing);
}

JipyoQuoteState
jipyo_quote_state_worse (JipyoQuoteState a, JipyoQuoteState b)
{
  /* How far each is from a price that can be traded on now. */
  static const int badness[] = {
    [JIPYO_QUOTE_LIVE] = 0,      [JIPYO_QUOTE_CLOSED] = 1,  [JIPYO_QUOTE_LATE] = 2,
    [JIPYO_QUOTE_SUSPENDED] = 3, [JIPYO_QUOTE_STALE] = 4,   [JIPYO_QUOTE_HISTORY] = 5,
    [JIPYO_QUOTE_DELISTED] = 6,  [JIPYO_QUOTE_SUSPECT] = 7,
  };

  return badness[a] >= badness[b] ? a : b;
}

gint64
jipyo_quote_get_price_time (const JipyoQuote *quote)
{
  return quote->venue_time_us > 0 ? MIN (quote->venue_time_us, quote->received_us)
                                  : quote->received_us;
}

char *
jipyo_age_format (gint64 age_us, JipyoLang lang)
{
  gint64 seconds = MAX (age_us, 0) / 1000000;
  gboolean ko = lang == JIPYO_LANG_KO;

  if (seconds < 1)
    return g_strdup (ko ? "방금" : "just now");
  if (seconds < 60)
    return g_strdup_printf (ko ? "%d초 전" : "%d s ago", (int) seconds);
  if (seconds < 3600)
    return g_strdup_printf (ko ? "%d분 전" : "%d min ago", (int) (seconds / 60));
  if (seconds < 86400)
    return g_strdup_printf (ko ? "%d시간 전" : "%d h ago", (int) (seconds / 3600));
  return g_strdup_printf (ko ? "%d일 전" : "%d d ago", (int) (seconds / 86400));
}

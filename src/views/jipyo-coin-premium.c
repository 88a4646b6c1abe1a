/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the three prices of a premium among those received, and puts it into words.
 */

#include "jipyo-coin-premium.h"

#include "jipyo-format.h"

/* The venue with the most trade first. */
static const JipyoVenue venues[] = { JIPYO_VENUE_UPBIT, JIPYO_VENUE_BITHUMB, JIPYO_VENUE_COINONE };
static const char dollar_rate[] = "fx:USDKRW";

/* The price of the same venue and coin that was received nearest to the dollar's time. */
static const JipyoQuote *
find_earlier (const JipyoCoinPremium *self, const GPtrArray *earlier, const JipyoQuote *won)
{
  const gint64 time_us = self->dollar.quote->venue_time_us;
  const JipyoQuote *nearest = NULL;

  for (guint i = 0; earlier != NULL && i < earlier->len; i++) {
    const JipyoQuote *quote = g_ptr_array_index (earlier, i);

    if (!g_str_equal (quote->instrument, won->instrument))
      continue;
    if (nearest == NULL
        || ABS (quote->received_us - time_us) < ABS (nearest->received_us - time_us))
      nearest = quote;
  }
  return nearest;
}

/* Of the newest won price, or where the dollar price is older, of the one of its time. `of_us` is
 * set then. */
static void
compute_of (const JipyoCoinPremium *self,
            JipyoPremiumLegs *legs,
            const GPtrArray *earlier,
            JipyoCoinPremium *out)
{
  JipyoPremium then;

  jipyo_premium_compute (&out->premium, legs);
  out->of_us = 0;
  if (out->premium.verdict != JIPYO_PREMIUM_APART)
    return;
  legs->won = find_earlier (self, earlier, legs->won);
  if (legs->won == NULL)
    return;
  jipyo_premium_compute (&then, legs);
  if (then.verdict != JIPYO_PREMIUM_KNOWN)
    return;
  out->premium = then;
  out->of_us = legs->won->received_us;
}

static void
compute (JipyoCoinPremium *self, const GPtrArray *earlier)
{
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (venues); i++) {
    const JipyoKnownQuote *won = &self->coin->legs[venues[i]];
    JipyoPremiumLegs legs = { won->quote, self->dollar.quote, self->rate.quote };
    JipyoCoinPremium found;

    if (won->quote == NULL)
      continue;
    compute_of (self, &legs, earlier, &found);
    /* Of those without one the first tells why. */
    if (any && found.premium.verdict != JIPYO_PREMIUM_KNOWN)
      continue;
    any = TRUE;
    self->premium = found.premium;
    self->of_us = found.of_us;
    self->venue = venues[i];
    self->state = jipyo_quote_state_worse (won->state, self->dollar.state);
    if (found.premium.verdict == JIPYO_PREMIUM_KNOWN)
      break;
  }
  /* The rate of another day is no worse for that, as its day is told; a doubtful one is. */
  if (self->rate.state == JIPYO_QUOTE_SUSPECT)
    self->state = JIPYO_QUOTE_SUSPECT;
}

static JipyoCoinPremium *
premium_new (const JipyoViewContext *context, const JipyoCoin *coin)
{
  JipyoCoinPremium *self = g_new0 (JipyoCoinPremium, 1);
  g_autofree char *dollar = g_strconcat ("usd:", coin->code, NULL);

  self->coin = coin;
  if (jipyo_coin_is_printed (coin))
    return self;
  jipyo_known_quote_init_received (&self->dollar, context, dollar);
  jipyo_known_quote_init_received (&self->rate, context, dollar_rate);
  compute (self, context->earlier);
  return self;
}

static void
premium_free (JipyoCoinPremium *self)
{
  jipyo_known_quote_clear (&self->dollar);
  jipyo_known_quote_clear (&self->rate);
  g_free (self);
}

GPtrArray *
jipyo_coin_premium_collect (const JipyoViewContext *context, const GPtrArray *coins)
{
  GPtrArray *premiums = g_ptr_array_new_with_free_func ((GDestroyNotify) premium_free);

  for (guint i = 0; i < coins->len; i++)
    g_ptr_array_add (premiums, premium_new (context, g_ptr_array_index (coins, i)));
  return premiums;
}

gboolean
jipyo_coin_premium_is_due (const JipyoCoinPremium *self)
{
  return !jipyo_coin_is_printed (self->coin);
}

gboolean
jipyo_coin_premium_is_known (const JipyoCoinPremium *self)
{
  return jipyo_coin_premium_is_due (self) && self->premium.verdict == JIPYO_PREMIUM_KNOWN;
}

const JipyoCoinPremium *
jipyo_coin_premium_find_headline (const GPtrArray *premiums)
{
  for (guint i = 0; i < premiums->len; i++) {
    const JipyoCoinPremium *premium = g_ptr_array_index (premiums, i);

    if (jipyo_coin_premium_is_known (premium) && premium->state != JIPYO_QUOTE_SUSPECT)
      return premium;
  }
  return NULL;
}

/* Why a row has none: "" when it has one. */
static const char *
find_reason (const JipyoCoinPremium *self, JipyoLang lang)
{
  if (jipyo_coin_premium_is_due (self))
    return jipyo_premium_reason (self->premium.verdict, lang);
  return lang == JIPYO_LANG_KO ? "기사에는 달러 시세가 없음" : "the article has no dollar price";
}

void
jipyo_coin_premium_add_columns (JipyoTable *table)
{
  static const struct {
    const char *id, *ko, *en, *unit;
  } columns[] = {
    { "premium-percent", "프리미엄", "Premium, percent", "percent" },
    { "premium", "프리미엄 금액", "Premium", "KRW" },
    { "premium-venue", "프리미엄 거래소", "Premium of", NULL },
    { "premium-state", "프리미엄 상태", "Premium state", NULL },
    { "premium-time", "프리미엄 시각", "Premium time", NULL },
    { "dollar-price", "달러 시세", "Dollar price", "USD" },
    { "dollar-time", "달러 시세 시각", "Dollar price time", NULL },
    { "dollar-source", "달러 시세 출처", "Dollar price source", NULL },
    { "rate", "환율", "Exchange rate", "KRW" },
    { "rate-date", "환율 날짜", "Rate date", NULL },
    { "rate-source", "환율 출처", "Rate source", NULL },
    { "premium-note", "프리미엄 비고", "Premium note", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
    const JipyoText title = { (char *) columns[i].ko, (char *) columns[i].en };

    if (columns[i].unit != NULL)
      jipyo_table_add_figure_column (table, columns[i].id, &title, columns[i].unit);
    else
      jipyo_table_add_text_column (table, columns[i].id, title.ko, title.en);
  }
}

/* An id for machines, the provider's name for people. */
static void
set_provider (JipyoTable *table, const char *column, const char *id)
{
  const JipyoText label = { (char *) jipyo_known_quote_provider_label (id, JIPYO_LANG_KO),
                            (char *) jipyo_known_quote_provider_label (id, JIPYO_LANG_EN) };

  jipyo_table_set_code (table, column, id, &label);
}

static char *
format_price (JipyoDecimal price)
{
  return jipyo_format_price (price, MIN (jipyo_decimal_get_decimals (price), 4));
}

static void
fill_legs (const JipyoCoinPremium *self, JipyoTable *table)
{
  const JipyoQuote *dollar = self->dollar.quote;
  const JipyoQuote *rate = self->rate.quote;

  if (dollar != NULL) {
    jipyo_known_quote_fill_cell (&self->dollar, jipyo_table_get_cell (table, "dollar-price"),
                                 dollar->last, format_price (dollar->last));
    jipyo_known_quote_set_time (&self->dollar, table, "dollar-time");
    set_provider (table, "dollar-source", dollar->provider);
  }
  if (rate != NULL) {
    jipyo_known_quote_fill_cell (&self->rate, jipyo_table_get_cell (table, "rate"), rate->last,
                                 format_price (rate->last));
    set_provider (table, "rate-source", rate->provider);
  }
  if (jipyo_date_is_known (self->premium.rate_date)) {
    g_autofree char *day = jipyo_date_format (self->premium.rate_date);

    jipyo_table_set_text (table, "rate-date", day, day);
  }
}

static void
set_figure (JipyoCell *cell, JipyoDecimal value, char *text)
{
  g_free (cell->value);
  cell->value = jipyo_decimal_format (value);
  jipyo_text_clear (&cell->text);
  cell->text = jipyo_text_take (g_strdup (text), text);
  cell->is_figure = TRUE;
  cell->status = JIPYO_STATUS_DERIVED;
}

static void
set_note (const JipyoCoinPremium *self, JipyoTable *table)
{
  const JipyoText reason = { (char *) find_reason (self, JIPYO_LANG_KO),
                             (char *) find_reason (self, JIPYO_LANG_EN) };

  jipyo_table_set_code (
    table, "premium-note",
    jipyo_coin_premium_is_due (self) ? jipyo_premium_verdict_id (self->premium.verdict) : "printed",
    &reason);
}

void
jipyo_coin_premium_fill_row (const JipyoCoinPremium *self, JipyoTable *table)
{
  set_note (self, table);
  if (!jipyo_coin_premium_is_due (self))
    return;
  fill_legs (self, table);
  if (!jipyo_coin_premium_is_known (self)) {
    jipyo_table_set_text (table, "premium-percent", "—", "—");
    jipyo_table_set_text (table, "premium", "—", "—");
    return;
  }
  set_figure (jipyo_table_get_cell (table, "premium-percent"), self->premium.percent,
              jipyo_format_change_percent (self->premium.percent));
  set_figure (jipyo_table_get_cell (table, "premium"), self->premium.amount,
              jipyo_format_change (jipyo_decimal_round (self->premium.amount, 0), 0, FALSE));
  set_provider (table, "premium-venue", jipyo_venue_id (self->venue));
  jipyo_known_quote_set_state (table, "premium-state", self->state);
  if (self->of_us != 0)
    jipyo_known_quote_set_instant (table, "premium-time", self->of_us);
}

char *
jipyo_coin_premium_format_legs (const JipyoCoinPremium *self, JipyoLang lang)
{
  g_autofree char *dollar = format_price (self->dollar.quote->last);
  g_autofree char *rate = format_price (self->rate.quote->last);
  g_autofree char *day = jipyo_date_format (self->premium.rate_date);
  const char *venue = jipyo_known_quote_provider_label (jipyo_venue_id (self->venue), lang);

  return g_strdup_printf (lang == JIPYO_LANG_KO ? "%s · $%s × %s원 (%s)" : "%s · $%s × ₩%s (%s)",
                          venue, dollar, rate, day);
}

static char *
format_distance (JipyoDecimal percent)
{
  JipyoDecimal size = percent;
  g_autofree char *number = NULL;

  if (jipyo_decimal_sign (percent) < 0)
    jipyo_decimal_negate (percent, &size); /* of two decimals: it fits */
  number = jipyo_decimal_format_fixed (size, 2, FALSE);
  return g_strdup_printf ("%s %%", number);
}

/* "14:03:05 시세, ": of which time the prices are; "" when they are the newest. */
static char *
format_time (const JipyoCoinPremium *self, gboolean ko)
{
  g_autofree char *time = NULL;

  if (self->of_us == 0)
    return g_strdup ("");
  time = jipyo_instant_format_time_kst (self->of_us);
  return g_strdup_printf (ko ? "%s 시세, " : "prices of %s KST, ", time);
}

/* "묵은 시세, 2026-11-20 환율": what a headline owes its reader. */
static char *
format_caveat (const JipyoCoinPremium *self, JipyoLang lang)
{
  const gboolean ko = lang == JIPYO_LANG_KO;
  const gboolean old = self->state == JIPYO_QUOTE_LATE || self->state == JIPYO_QUOTE_STALE;
  g_autofree char *day = jipyo_date_format (self->premium.rate_date);
  g_autofree char *time = format_time (self, ko);

  return g_strdup_printf (ko ? "%s%s%s 환율" : "%s%srate of %s", time,
                          !old ? ""
                          : ko ? "묵은 시세, "
                               : "stale prices, ",
                          day);
}

char *
jipyo_coin_premium_format_sentence (const JipyoCoinPremium *self, JipyoLang lang)
{
  const gboolean ko = lang == JIPYO_LANG_KO;
  const int sign = jipyo_decimal_sign (self->premium.percent);
  const char *name = jipyo_text_get (&self->coin->name, lang);
  g_autofree char *distance = format_distance (self->premium.percent);
  g_autofree char *caveat = format_caveat (self, lang);

  if (sign == 0)
    return g_strdup_printf (
      ko ? "%s 원화 값이 달러 시세와 같음 (%s)" : "%s at its dollar price (%s)", name, caveat);
  if (ko)
    return g_strdup_printf ("%s 원화 값이 달러 시세보다 %s %s (%s)", name, distance,
                            sign > 0 ? "높음" : "낮음", caveat);
  return g_strdup_printf ("%s %s %s its dollar price (%s)", name, distance,
                          sign > 0 ? "above" : "below", caveat);
}

static const JipyoCoinPremium *
find_first_due (const GPtrArray *premiums)
{
  for (guint i = 0; i < premiums->len; i++) {
    const JipyoCoinPremium *premium = g_ptr_array_index (premiums, i);

    if (jipyo_coin_premium_is_due (premium))
      return premium;
  }
  return NULL;
}

char *
jipyo_coin_premium_format_foot (const GPtrArray *premiums, JipyoLang lang)
{
  const JipyoCoinPremium *known = jipyo_coin_premium_find_headline (premiums);
  const JipyoCoinPremium *due = find_first_due (premiums);
  const gboolean ko = lang == JIPYO_LANG_KO;
  g_autofree char *rate = NULL;
  g_autofree char *day = NULL;

  if (due == NULL)
    return NULL;
  if (known == NULL && due->premium.verdict == JIPYO_PREMIUM_KNOWN)
    return g_strdup (ko ? "프리미엄: 의심스러운 시세" : "premium: of an implausible price");
  if (known == NULL)
    return g_strdup_printf (ko ? "프리미엄 없음: %s" : "no premium: %s", find_reason (due, lang));
  rate = format_price (known->rate.quote->last);
  day = jipyo_date_format (known->premium.rate_date);
  return g_strdup_printf (
    ko ? "프리미엄 = 원화 ÷ (달러 × 환율) − 1, 환율 %s원 (%s, %s), 달러 시세 %s"
       : "premium = won ÷ (dollar × rate) − 1, rate ₩%s (%s, %s), "
         "dollar price from %s",
    rate, day, jipyo_known_quote_provider_label (known->rate.quote->provider, lang),
    jipyo_known_quote_provider_label (known->dollar.quote->provider, lang));
}

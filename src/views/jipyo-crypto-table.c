/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns and rows. Columns are added at the end: scripts read these by name and by place.
 */

#include "jipyo-crypto-table.h"

#include "jipyo-format.h"

static char *
format_price (JipyoDecimal price)
{
  return jipyo_format_price (price, jipyo_decimal_get_decimals (price));
}

static char *
format_change (const JipyoQuote *quote)
{
  return jipyo_format_change (quote->change, jipyo_decimal_get_decimals (quote->change), TRUE);
}

static void
add_venue_columns (JipyoTable *table, guint venue)
{
  static const struct {
    const char *id, *ko, *en, *unit;
  } parts[] = {
    { "price", "", "", "KRW" },
    { "change", " 등락", " change", "KRW" },
    { "basis", " 등락 기준", " change basis", NULL },
    { "time", " 시각", " time", NULL },
    { "state", " 상태", " state", NULL },
  };
  const char *ko = jipyo_venue_label (venue, JIPYO_LANG_KO);
  const char *en = jipyo_venue_label (venue, JIPYO_LANG_EN);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_autofree char *id = g_strdup_printf ("%s-%s", jipyo_venue_id (venue), parts[i].id);
    JipyoText title =
      jipyo_text_take (g_strconcat (ko, parts[i].ko, NULL), g_strconcat (en, parts[i].en, NULL));
    if (parts[i].unit != NULL)
      jipyo_table_add_figure_column (table, id, &title, parts[i].unit);
    else
      jipyo_table_add_text_column (table, id, title.ko, title.en);
    jipyo_text_clear (&title);
  }
}

static void
add_columns (JipyoTable *table)
{
  JipyoText spread = { (char *) "거래소 차이", (char *) "Spread" };
  JipyoText percent = { (char *) "차이 비율", (char *) "Spread, percent" };
  JipyoText apart = { (char *) "받은 시각 차이", (char *) "Received apart" };

  jipyo_table_add_text_column (table, "coin", "코인", "Coin");
  jipyo_table_add_text_column (table, "name", "이름", "Name");
  for (guint i = 0; i < JIPYO_N_VENUES; i++)
    add_venue_columns (table, i);
  jipyo_table_add_figure_column (table, "spread", &spread, "KRW");
  jipyo_table_add_figure_column (table, "spread-percent", &percent, "percent");
  jipyo_table_add_text_column (table, "spread-state", "차이 상태", "Spread state");
  jipyo_table_add_text_column (table, "spread-time", "가장 오래된 시각", "Oldest leg");
  jipyo_table_add_text_column (table, "spread-note", "비고", "Note");
  jipyo_table_add_text_column (table, "spread-verdict", "차이 판정", "Spread verdict");
  jipyo_table_add_text_column (table, "spread-refused", "뺀 거래소", "Venues left out");
  jipyo_table_add_figure_column (table, "spread-apart-seconds", &apart, "");
  jipyo_coin_premium_add_columns (table);
}

static void
fill_leg (JipyoTable *table, guint venue, const JipyoKnownQuote *leg)
{
  if (leg->quote == NULL)
    return;
  const char *id = jipyo_venue_id (venue);
  g_autofree char *price = g_strdup_printf ("%s-price", id);
  g_autofree char *change = g_strdup_printf ("%s-change", id);
  g_autofree char *basis = g_strdup_printf ("%s-basis", id);
  g_autofree char *time = g_strdup_printf ("%s-time", id);
  g_autofree char *state = g_strdup_printf ("%s-state", id);

  jipyo_known_quote_fill_cell (leg, jipyo_table_get_cell (table, price), leg->quote->last,
                               format_price (leg->quote->last));
  if (leg->quote->has_change) {
    jipyo_known_quote_fill_cell (leg, jipyo_table_get_cell (table, change), leg->quote->change,
                                 format_change (leg->quote));
    jipyo_known_quote_set_basis (table, basis, leg->quote->basis);
  }
  jipyo_known_quote_set_time (leg, table, time);
  jipyo_known_quote_set_own_state (leg, table, state);
}

static void
set_figure (JipyoCell *cell, JipyoDecimal value, JipyoText text)
{
  g_free (cell->value);
  cell->value = jipyo_decimal_format (value);
  jipyo_text_clear (&cell->text);
  cell->text = text;
  cell->is_figure = TRUE;
  cell->status = JIPYO_STATUS_DERIVED;
}

static void
add_part (GString *note, const char *part)
{
  if (*part != '\0')
    g_string_append_printf (note, "%s%s", note->len > 0 ? " · " : "", part);
}

/* Why there is no spread, what was left out of it, and that the venues of printed prices are a
 * guess. */
static char *
make_note (const JipyoCoin *coin, JipyoLang lang)
{
  const gboolean ko = lang == JIPYO_LANG_KO;
  GString *note = g_string_new (jipyo_spread_reason (coin->spread.verdict, lang));
  g_autofree char *refused = jipyo_coin_format_refused (coin, lang);
  gboolean inferred = FALSE;

  for (guint i = 0; i < JIPYO_N_VENUES; i++)
    inferred = inferred || (coin->legs[i].printed != NULL && coin->legs[i].printed->venue_inferred);
  if (refused != NULL && coin->spread.verdict == JIPYO_SPREAD_KNOWN) {
    g_autofree char *part = g_strdup_printf (
      ko ? "받은 시각이 10초 넘게 달라 뺌: %s" : "left out, more than 10 s apart: %s", refused);

    add_part (note, part);
  }
  if (inferred)
    add_part (note, ko ? "거래소는 추정" : "venue inferred");
  return g_string_free (note, FALSE);
}

/* "10.1", of seconds. */
static void
set_apart (JipyoTable *table, gint64 apart_us)
{
  const JipyoDecimal exact = { apart_us, 6 };
  const JipyoDecimal seconds = jipyo_decimal_round (exact, 1);
  g_autofree char *number = jipyo_decimal_format_fixed (seconds, 1, FALSE);

  set_figure (jipyo_table_get_cell (table, "spread-apart-seconds"), seconds,
              jipyo_text_take (g_strdup_printf ("%s초", number), g_strdup_printf ("%s s", number)));
}

static void
set_verdict (JipyoTable *table, const JipyoCoin *coin)
{
  const JipyoSpread *spread = &coin->spread;
  const gboolean known = spread->verdict == JIPYO_SPREAD_KNOWN;
  g_autofree char *note_ko = make_note (coin, JIPYO_LANG_KO);
  g_autofree char *note_en = make_note (coin, JIPYO_LANG_EN);
  g_autofree char *refused_ko = jipyo_coin_format_refused (coin, JIPYO_LANG_KO);
  g_autofree char *refused_en = jipyo_coin_format_refused (coin, JIPYO_LANG_EN);
  const JipyoText verdict = {
    (char *) (known ? "견줌" : jipyo_spread_reason (spread->verdict, JIPYO_LANG_KO)),
    (char *) (known ? "compared" : jipyo_spread_reason (spread->verdict, JIPYO_LANG_EN)),
  };

  jipyo_table_set_text (table, "spread-note", note_ko, note_en);
  jipyo_table_set_code (table, "spread-verdict", jipyo_spread_verdict_id (spread->verdict),
                        &verdict);
  if (refused_ko != NULL)
    jipyo_table_set_text (table, "spread-refused", refused_ko, refused_en);
  if (spread->n_legs >= 2 && !jipyo_coin_is_printed (coin))
    set_apart (table, spread->apart_us);
}

static void
fill_spread (JipyoTable *table, const JipyoCoin *coin)
{
  const JipyoSpread *spread = &coin->spread;

  set_verdict (table, coin);
  if (spread->verdict != JIPYO_SPREAD_KNOWN) {
    jipyo_table_set_text (table, "spread", "—", "—");
    jipyo_table_set_text (table, "spread-percent", "—", "—");
    return;
  }
  set_figure (jipyo_table_get_cell (table, "spread"), spread->amount,
              jipyo_text_take (jipyo_spread_format_amount (spread, JIPYO_LANG_KO),
                               jipyo_spread_format_amount (spread, JIPYO_LANG_EN)));
  set_figure (
    jipyo_table_get_cell (table, "spread-percent"), spread->percent,
    jipyo_text_take (jipyo_spread_format_percent (spread), jipyo_spread_format_percent (spread)));
  jipyo_known_quote_set_state (table, "spread-state", spread->state);
  if (spread->oldest_us != 0) {
    jipyo_known_quote_set_instant (table, "spread-time", spread->oldest_us);
    return;
  }
  /* Printed legs have a date and no time. */
  for (guint i = 0; i < JIPYO_N_VENUES; i++)
    if (coin->legs[i].printed != NULL)
      jipyo_known_quote_set_time (&coin->legs[i], table, "spread-time");
}

void
jipyo_crypto_table_fill (JipyoTable *table, const GPtrArray *premiums)
{
  add_columns (table);
  for (guint i = 0; i < premiums->len; i++) {
    const JipyoCoinPremium *premium = g_ptr_array_index (premiums, i);
    const JipyoCoin *coin = premium->coin;

    jipyo_table_begin_row (table);
    jipyo_table_set_text (table, "coin", coin->code, coin->code);
    jipyo_table_set_text (table, "name", jipyo_text_get (&coin->name, JIPYO_LANG_KO),
                          jipyo_text_get (&coin->name, JIPYO_LANG_EN));
    for (guint j = 0; j < JIPYO_N_VENUES; j++)
      fill_leg (table, j, &coin->legs[j]);
    fill_spread (table, coin);
    jipyo_coin_premium_fill_row (premium, table);
  }
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view "market-crypto": three won markets side by side for each coin, each price with the base
 * of its change and its state, the spread across them, and the premium over a dollar price. Until a
 * quote was received the prices are the ones printed in the record, whose venues are inferred, and
 * the view says so.
 */

#include "jipyo-coin-basis.h"
#include "jipyo-crypto-table.h"
#include "jipyo-format.h"
#include "jipyo-view-builders.h"
#include "jipyo-view-draft.h"

#include <string.h>

typedef struct {
  JipyoViewDraft *draft;
  const JipyoCoinBasis *basis;
  GPtrArray *coins;        /* of JipyoCoin, owned */
  GPtrArray *premiums;     /* of JipyoCoinPremium, one a coin, owned */
  const JipyoCoin *widest; /* with the largest spread that can be trusted; may be NULL */
  double percent_max;      /* for the bars; 0 when there is none */
  guint n_compared;        /* coins with a spread */
  guint n_apart;           /* coins without one because their prices are of different times */
  gboolean any_dollar;     /* a dollar price was received */
  gboolean any_received;
  gboolean any_printed;
  gboolean any_inferred;
} Board;

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

/* Whether `coin` makes a better headline: received before printed, then the larger; an implausible
 * price never. */
static gboolean
is_wider (const JipyoCoin *coin, const JipyoCoin *than)
{
  if (coin->spread.state == JIPYO_QUOTE_SUSPECT)
    return FALSE;
  if (than == NULL)
    return TRUE;
  if (jipyo_coin_is_printed (coin) != jipyo_coin_is_printed (than))
    return jipyo_coin_is_printed (than);
  return jipyo_decimal_compare (coin->spread.percent, than->spread.percent) > 0;
}

static void
board_survey (Board *self)
{
  for (guint i = 0; i < self->coins->len; i++) {
    const JipyoCoin *coin = g_ptr_array_index (self->coins, i);
    for (guint j = 0; j < JIPYO_N_VENUES; j++) {
      const JipyoKnownQuote *leg = &coin->legs[j];
      self->any_received |= leg->quote != NULL && leg->printed == NULL;
      self->any_printed |= leg->printed != NULL;
      self->any_inferred |= leg->printed != NULL && leg->printed->venue_inferred;
      if (leg->printed != NULL)
        jipyo_view_draft_use_source (self->draft, leg->printed->source);
    }
    const JipyoCoinPremium *premium = g_ptr_array_index (self->premiums, i);

    self->any_dollar |= premium->dollar.quote != NULL;
    self->n_apart += coin->spread.verdict == JIPYO_SPREAD_APART ? 1 : 0;
    if (coin->spread.verdict != JIPYO_SPREAD_KNOWN)
      continue;
    self->n_compared++;
    self->percent_max = MAX (self->percent_max, jipyo_decimal_to_double (coin->spread.percent));
    if (is_wider (coin, self->widest))
      self->widest = coin;
  }
}

/* The picture */

/* The finding comes first, the changes last, where a narrow picture drops columns; before them the
 * premium, so that a small window has the states in sight. */
static JipyoGrid *
new_grid (const Board *self, JipyoLang lang)
{
  JipyoGrid *grid = jipyo_grid_new ();
  gboolean ko = lang == JIPYO_LANG_KO;
  /* Beside received prices the mark stands in the rows of the printed ones. */
  const char *mark = self->any_inferred && !self->any_received ? "*" : "";

  jipyo_grid_add_column (grid, ko ? "코인" : "Coin", JIPYO_ALIGN_START);
  jipyo_grid_add_column (grid, ko ? "차이" : "Spread",
                         self->any_dollar ? JIPYO_ALIGN_END : JIPYO_ALIGN_BAR);
  for (guint i = 0; i < JIPYO_N_VENUES; i++) {
    g_autofree char *title = g_strconcat (jipyo_venue_label (i, lang), mark, NULL);
    jipyo_grid_add_column (grid, title, JIPYO_ALIGN_END);
  }
  if (self->any_received)
    jipyo_grid_add_column (grid, ko ? "상태" : "State", JIPYO_ALIGN_START);
  if (self->any_dollar)
    jipyo_grid_add_column (grid, ko ? "프리미엄" : "Premium", JIPYO_ALIGN_END);
  for (guint i = 0; i < JIPYO_N_VENUES; i++) {
    g_autofree char *title = g_strdup_printf ("±\u00a0%s%s", jipyo_venue_label (i, lang), mark);
    jipyo_grid_add_column (grid, title, JIPYO_ALIGN_END);
  }
  return grid;
}

static void
fill_leg_cells (JipyoGridCell *price, JipyoGridCell *change, const JipyoKnownQuote *leg)
{
  if (leg->quote == NULL)
    return;
  gboolean muted = jipyo_known_quote_is_aged (leg);
  price->text = format_price (leg->quote->last);
  price->claim = g_strdup (leg->quote->instrument);
  price->muted = muted;
  price->doubtful = leg->state == JIPYO_QUOTE_SUSPECT;
  if (!leg->quote->has_change)
    return;
  change->text = format_change (leg->quote);
  change->claim = g_strdup (leg->quote->instrument);
  change->direction = jipyo_known_quote_get_direction (leg);
  change->muted = muted;
  change->doubtful = price->doubtful;
}

/* " · 업비트 유의 종목": the worst that a venue says of the coin, unless the state says it already.
 * Which venues say it when several do, the table tells. */
static void
append_listing (GString *text, const JipyoCoin *coin, JipyoLang lang)
{
  JipyoListing worst = JIPYO_LISTING_UNKNOWN;
  const char *venue = "";

  for (guint i = 0; i < JIPYO_N_VENUES; i++) {
    const JipyoQuote *quote = coin->legs[i].quote;

    if (quote == NULL || quote->listing < worst)
      continue;
    venue = quote->listing > worst ? jipyo_venue_label (i, lang) : "";
    worst = quote->listing;
  }
  const char *label = jipyo_listing_label (worst, lang);
  if (label != NULL && strstr (text->str, label) == NULL)
    g_string_append_printf (text, " · %s%s%s", venue, *venue != '\0' ? " " : "", label);
}

/* " · 코인원 1분 전": the row tells the age of what it compares, so a price beside it that is not
 * compared needs its own; pale alone says nothing. */
static void
append_refused (GString *text, const Board *self, const JipyoCoin *coin)
{
  const JipyoViewContext *context = self->draft->context;

  for (guint i = 0; i < JIPYO_N_VENUES; i++) {
    if ((coin->spread.refused & 1u << i) == 0)
      continue;
    g_autofree char *when =
      jipyo_known_quote_format_when (&coin->legs[i], context->now_us, context->lang);
    g_string_append_printf (text, " · %s %s", jipyo_venue_label (i, context->lang), when);
  }
}

/* Be it compared or not: a price that is left out stands in the row as well. */
static gboolean
is_suspect (const JipyoCoin *coin)
{
  gboolean any = coin->spread.state == JIPYO_QUOTE_SUSPECT;

  for (guint i = 0; i < JIPYO_N_VENUES; i++)
    any = any || (coin->legs[i].quote != NULL && coin->legs[i].state == JIPYO_QUOTE_SUSPECT);
  return any;
}

/* "업비트 의심": whose prices are not believed, or that what they make together is not; NULL: they
 * are. (transfer full) */
static char *
format_suspects (const JipyoCoin *coin, JipyoLang lang)
{
  g_autoptr (GString) venues = g_string_new (NULL);

  for (guint i = 0; i < JIPYO_N_VENUES; i++)
    if (coin->legs[i].quote != NULL && coin->legs[i].state == JIPYO_QUOTE_SUSPECT)
      g_string_append_printf (venues, "%s%s", venues->len > 0 ? ", " : "",
                              jipyo_venue_label (i, lang));
  if (!is_suspect (coin))
    return NULL;
  return g_strdup_printf ("%s%s%s", venues->str, venues->len > 0 ? " " : "",
                          jipyo_quote_state_label (JIPYO_QUOTE_SUSPECT, lang));
}

/* "묵음 · 1분 전": the worst state and the oldest time of the row, or why there is no spread. An
 * age alone is live, as everywhere: the room is wanted for what is not. */
static char *
format_row_state (const Board *self, const JipyoCoin *coin)
{
  const JipyoViewContext *context = self->draft->context;
  const JipyoKnownQuote *oldest = NULL;

  for (guint i = 0; i < JIPYO_N_VENUES; i++) {
    const JipyoKnownQuote *leg = &coin->legs[i];
    if (leg->quote != NULL && (coin->spread.refused & 1u << i) == 0
        && (oldest == NULL
            || jipyo_quote_get_price_time (leg->quote)
                 < jipyo_quote_get_price_time (oldest->quote)))
      oldest = leg;
  }
  g_autofree char *suspects = format_suspects (coin, context->lang);
  GString *text = g_string_new (suspects);
  if (suspects != NULL)
    g_string_append (text, " · ");
  if (coin->spread.verdict == JIPYO_SPREAD_APART) {
    g_string_append (text, jipyo_spread_reason (coin->spread.verdict, context->lang));
  } else {
    g_autofree char *when = jipyo_known_quote_format_when (oldest, context->now_us, context->lang);
    const gboolean inferred = oldest->printed != NULL && oldest->printed->venue_inferred;

    if (suspects == NULL && coin->spread.state != JIPYO_QUOTE_LIVE)
      g_string_append_printf (text, "%s%s · ",
                              jipyo_quote_state_label (coin->spread.state, context->lang),
                              inferred ? "*" : "");
    g_string_append (text, when);
    append_refused (text, self, coin);
  }
  append_listing (text, coin, context->lang);
  return g_string_free (text, FALSE);
}

static void
fill_spread_cell (const Board *self, JipyoGridCell *cell, const JipyoCoin *coin)
{
  const JipyoSpread *spread = &coin->spread;

  if (spread->verdict != JIPYO_SPREAD_KNOWN)
    return;
  cell->text = jipyo_spread_format_percent (spread);
  cell->doubtful = spread->state == JIPYO_QUOTE_SUSPECT;
  /* No more of now than the prices that it compares. */
  for (guint i = 0; i < JIPYO_N_VENUES; i++)
    cell->muted |= (spread->refused & 1u << i) == 0 && coin->legs[i].quote != NULL
                   && jipyo_known_quote_is_aged (&coin->legs[i]);
  if (self->percent_max > 0)
    cell->bar = jipyo_decimal_to_double (spread->percent) / self->percent_max;
}

/* One that was refused leaves its place: were the column empty, it would come and go. */
static void
fill_premium_cell (JipyoGridCell *cell, const JipyoCoinPremium *premium)
{
  if (!jipyo_coin_premium_is_known (premium)) {
    cell->text = g_strdup ("–");
    cell->muted = TRUE;
    return;
  }
  cell->text = jipyo_format_change_percent (premium->premium.percent);
  cell->muted = premium->state != JIPYO_QUOTE_LIVE;
  cell->doubtful = premium->state == JIPYO_QUOTE_SUSPECT;
}

static void
add_grid_row (Board *self, JipyoGrid *grid, const JipyoCoinPremium *premium)
{
  const JipyoCoin *coin = premium->coin;
  JipyoLang lang = self->draft->context->lang;
  JipyoGridCell *cells = jipyo_grid_add_row (grid);
  JipyoGridCell *prices = cells + 2;
  JipyoGridCell *state = prices + JIPYO_N_VENUES;
  JipyoGridCell *dollar = state + (self->any_received ? 1 : 0);
  JipyoGridCell *changes = dollar + (self->any_dollar ? 1 : 0);

  const char *name = jipyo_text_get (&coin->name, lang);
  cells[0].text =
    g_str_equal (name, coin->code) ? g_strdup (name) : g_strdup_printf ("%s %s", coin->code, name);
  for (guint i = 0; i < JIPYO_N_VENUES; i++) {
    fill_leg_cells (&prices[i], &changes[i], &coin->legs[i]);
    prices[i].muted |= (coin->spread.refused & 1u << i) != 0;
  }
  if (self->any_dollar)
    fill_premium_cell (dollar, premium);
  fill_spread_cell (self, &cells[1], coin);
  if (!self->any_received)
    return;
  state->text = format_row_state (self, coin);
  state->muted = TRUE;
  state->doubtful = is_suspect (coin);
}

static void
add_tile (Board *self, const char *label_ko, const char *label_en, const JipyoCoin *coin)
{
  JipyoLang lang = self->draft->context->lang;
  gboolean ko = lang == JIPYO_LANG_KO;
  JipyoTile *tile = jipyo_sheet_add_tile (self->draft->view->sheet);
  g_autofree char *amount = NULL, *low = NULL, *high = NULL;

  tile->label =
    g_strdup_printf ("%s · %s", ko ? label_ko : label_en, jipyo_text_get (&coin->name, lang));
  tile->number = jipyo_decimal_format_fixed (coin->spread.percent, 3, FALSE);
  tile->unit = g_strdup ("%");
  amount = jipyo_spread_format_amount (&coin->spread, lang);
  low = format_price (coin->spread.cheapest);
  high = format_price (coin->spread.dearest);
  tile->note = g_strdup_printf ("%s · %s–%s", amount, low, high);
}

static void
add_premium_tile (Board *self)
{
  const JipyoCoinPremium *premium = jipyo_coin_premium_find_headline (self->premiums);
  JipyoLang lang = self->draft->context->lang;

  if (premium == NULL)
    return;
  JipyoTile *tile = jipyo_sheet_add_tile (self->draft->view->sheet);
  tile->label = g_strdup_printf ("%s · %s", lang == JIPYO_LANG_KO ? "프리미엄" : "Premium",
                                 jipyo_text_get (&premium->coin->name, lang));
  tile->number = jipyo_decimal_format_fixed (premium->premium.percent, 2, FALSE);
  tile->unit = g_strdup ("%");
  tile->note = jipyo_coin_premium_format_legs (premium, lang);
}

static void
add_tiles (Board *self)
{
  gboolean ko = self->draft->context->lang == JIPYO_LANG_KO;
  const JipyoCoin *first = self->coins->len > 0 ? g_ptr_array_index (self->coins, 0) : NULL;

  if (self->widest == NULL)
    return;
  add_tile (self, "가장 큰 차이", "Widest gap", self->widest);
  if (first != self->widest && first->spread.verdict == JIPYO_SPREAD_KNOWN)
    add_tile (self, "차이", "Gap", first);
  add_premium_tile (self);
  JipyoTile *tile = jipyo_sheet_add_tile (self->draft->view->sheet);
  tile->label = g_strdup (ko ? "비교한 코인" : "Coins compared");
  tile->number = g_strdup_printf ("%u", self->n_compared);
  tile->unit = g_strdup_printf (ko ? "/ %u종" : "of %u", self->coins->len);
  tile->note = g_strdup (ko ? "두 거래소 이상에 값이 있는 코인" : "priced at two venues or more");
}

/* "등락 기준: 빗썸 …, 업비트 …": one name for all when they agree. */
static char *
describe_bases (const Board *self)
{
  JipyoLang lang = self->draft->context->lang;
  g_autoptr (GString) text =
               g_string_new (lang == JIPYO_LANG_KO ? "등락 기준: " : "change against ");
  char *chosen = jipyo_coin_basis_describe (self->basis, lang);
  gboolean any = FALSE;

  if (chosen != NULL)
    return chosen;
  for (guint i = 0; i < JIPYO_N_VENUES; i++)
    for (guint j = 0; j < self->coins->len; j++) {
      const JipyoCoin *coin = g_ptr_array_index (self->coins, j);
      const JipyoKnownQuote *leg = &coin->legs[i];
      if (leg->quote == NULL || leg->printed != NULL || !leg->quote->has_change)
        continue;
      g_string_append_printf (text, "%s%s %s", any ? ", " : "", jipyo_venue_label (i, lang),
                              jipyo_change_basis_label (leg->quote->basis, lang));
      any = TRUE;
      break;
    }
  return any ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
set_heading (Board *self)
{
  JipyoSheet *sheet = self->draft->view->sheet;
  gboolean ko = self->draft->context->lang == JIPYO_LANG_KO;
  g_autofree char *footer = jipyo_view_draft_format_footer (self->draft);
  g_autofree char *bases = describe_bases (self);
  g_autofree char *premium =
    jipyo_coin_premium_format_foot (self->premiums, self->draft->context->lang);

  if (bases != NULL)
    sheet->subtitle = g_strdup_printf (ko ? "원 · %s" : "won · %s", bases);
  else
    sheet->subtitle = g_strdup (ko ? "원 · 등락의 기준은 기사에 적혀 있지 않음"
                                   : "won · change against a base that the article does not name");
  if (self->any_printed)
    sheet->footer = g_strconcat (
      footer,
      self->any_inferred
        ? (ko ? " · * 거래소는 실린 코인으로 추정" : " · * venue inferred from the coins listed")
        : "",
      self->any_received
        ? (ko ? " · 기사 시세의 시각과 등락 기준은 적혀 있지 않음"
              : " · the article states neither time nor base of its prices")
        : (ko ? " · 시세의 시각은 적혀 있지 않음" : " · time of the quotes not stated"),
      NULL);
  else
    sheet->footer = g_steal_pointer (&footer);
  if (premium != NULL) {
    g_autofree char *before = g_steal_pointer (&sheet->footer);

    sheet->footer = g_strconcat (before, " · ", premium, NULL);
  }
}

static void
fill_sheet (Board *self)
{
  JipyoGrid *grid = new_grid (self, self->draft->context->lang);

  for (guint i = 0; i < self->premiums->len; i++)
    add_grid_row (self, grid, g_ptr_array_index (self->premiums, i));
  self->draft->view->sheet->grid = grid;
  add_tiles (self);
  set_heading (self);
}

/* The sentence */

/* Venues with a price among the coins that the headline is chosen from. */
static guint
count_venues (const Board *self)
{
  gboolean printed = jipyo_coin_is_printed (self->widest);
  guint n = 0;

  for (guint i = 0; i < JIPYO_N_VENUES; i++)
    for (guint j = 0; j < self->coins->len; j++) {
      const JipyoCoin *coin = g_ptr_array_index (self->coins, j);

      if (coin->legs[i].quote != NULL && jipyo_coin_is_printed (coin) == printed) {
        n++;
        break;
      }
    }
  return n;
}

/* What the headline owes its reader: " (2025-08-05)" for prices printed on another day than the
 * reading's, " (묵은 시세)" for late ones, else "". */
static char *
format_caveat (const Board *self, JipyoLang lang)
{
  JipyoQuoteState state = self->widest->spread.state;
  const JipyoPrintedQuote *printed = NULL;

  for (guint i = 0; i < JIPYO_N_VENUES && printed == NULL; i++)
    printed = self->widest->legs[i].printed;
  if (printed != NULL && jipyo_date_compare (printed->date, self->draft->context->as_of) != 0) {
    g_autofree char *date = jipyo_date_format (printed->date);
    return g_strdup_printf (" (%s)", date);
  }
  if (printed == NULL && !jipyo_quote_state_is_current (state))
    return g_strdup (lang == JIPYO_LANG_KO ? " (묵은 시세)" : " (stale prices)");
  return g_strdup ("");
}

/* The widest gap, or why there is none. (transfer full) */
static char *
format_gap (const Board *self, JipyoLang lang)
{
  const gboolean ko = lang == JIPYO_LANG_KO;
  g_autofree char *share = NULL;
  g_autofree char *caveat = NULL;

  if (self->widest == NULL && self->n_apart > 0)
    return g_strdup (ko ? "거래소끼리 견줄 수 있는 시세가 없다: 받은 시각이 10초 넘게 다르다"
                        : "No prices that can be compared across venues: received more than 10 s "
                          "apart");
  if (self->widest == NULL)
    return g_strdup (ko ? "거래소끼리 견줄 수 있는 시세가 없다"
                        : "No prices that can be compared across venues");
  caveat = format_caveat (self, lang);
  if (jipyo_decimal_sign (self->widest->spread.percent) == 0)
    return g_strconcat (ko ? "거래소 사이에 가격 차이가 없다" : "No gap between the venues", caveat,
                        NULL);
  const gboolean three = count_venues (self) == 3;
  const char *venues = ko ? (three ? "세" : "두") : (three ? "three" : "two");
  share = jipyo_spread_format_percent (&self->widest->spread);
  return g_strdup_printf (ko ? "%s 거래소, 같은 코인: 가장 큰 차이는 %s %s%s"
                             : "Widest gap across %s venues: %s %s%s",
                          venues, jipyo_text_get (&self->widest->name, lang), share, caveat);
}

/* What was refused is told, else the gap would read as that of all coins. */
static char *
format_sentence (const Board *self, JipyoLang lang)
{
  const gboolean ko = lang == JIPYO_LANG_KO;
  const JipyoCoinPremium *premium = jipyo_coin_premium_find_headline (self->premiums);
  g_autofree char *gap = format_gap (self, lang);
  GString *text = g_string_new (gap);

  if (self->widest != NULL && self->n_apart > 0)
    g_string_append_printf (text,
                            ko ? "; %u종은 받은 시각이 10초 넘게 달라 견주지 않음"
                               : "; %u not compared, received more than 10 s apart",
                            self->n_apart);
  if (premium != NULL) {
    g_autofree char *part = jipyo_coin_premium_format_sentence (premium, lang);

    g_string_append_printf (text, "; %s", part);
  }
  return g_string_free (text, FALSE);
}

JipyoView *
jipyo_view_build_market_crypto (const JipyoViewContext *context, GError **error)
{
  g_auto (JipyoCoinBasis) basis = { 0 };
  JipyoViewContext rebased = *context;

  jipyo_coin_basis_init (&basis, context);
  if (basis.quotes != NULL)
    rebased.quotes = basis.quotes;
  Board board = { .draft = jipyo_view_draft_new (&rebased, "market-crypto"),
                  .basis = &basis,
                  .coins = jipyo_coin_collect (&rebased) };
  g_autoptr (GPtrArray) coins = board.coins;
  g_autoptr (GPtrArray) premiums = jipyo_coin_premium_collect (&rebased, coins);

  board.premiums = premiums;
  board_survey (&board);
  jipyo_crypto_table_fill (board.draft->view->table, premiums);
  if (coins->len == 0)
    jipyo_view_draft_set_empty (board.draft, "이 날짜에 알려진 코인 시세가 없습니다",
                                "No coin prices were known on this date");
  else {
    jipyo_view_draft_take_sentence (board.draft, format_sentence (&board, JIPYO_LANG_KO),
                                    format_sentence (&board, JIPYO_LANG_EN));
    fill_sheet (&board);
  }
  return jipyo_view_draft_finish (board.draft);
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view "market-crypto": three won markets side by side for each coin, each price with the base
 * of its change and its state, and the spread across them. Until a quote was received the prices
 * are the ones printed in the record, whose venues are inferred, and the view says so.
 */

#include "jipyo-coin.h"
#include "jipyo-format.h"
#include "jipyo-view-builders.h"
#include "jipyo-view-draft.h"

typedef struct {
  JipyoViewDraft *draft;
  GPtrArray *coins;        /* of JipyoCoin, owned */
  const JipyoCoin *widest; /* with the largest spread that can be trusted; may be NULL */
  double percent_max;      /* for the bars; 0 when there is none */
  guint n_compared;        /* coins with a spread */
  gboolean any_received;
  gboolean any_printed;
  gboolean any_inferred;
} Board;

static const char *
venue_label (guint venue, JipyoLang lang)
{
  return jipyo_known_quote_provider_label (jipyo_venue_id (venue), lang);
}

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

/* "0.346 %", always three decimals: the differences are small. */
static char *
format_share (JipyoDecimal percent)
{
  g_autofree char *number = jipyo_decimal_format_fixed (percent, 3, FALSE);
  return g_strdup_printf ("%s %%", number);
}

static char *
format_won (JipyoDecimal amount, JipyoLang lang)
{
  g_autofree char *number = format_price (amount);
  return lang == JIPYO_LANG_KO ? g_strdup_printf ("%s원", number) : g_strdup_printf ("₩%s", number);
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
    if (coin->spread.verdict != JIPYO_SPREAD_KNOWN)
      continue;
    self->n_compared++;
    self->percent_max = MAX (self->percent_max, jipyo_decimal_to_double (coin->spread.percent));
    if (is_wider (coin, self->widest))
      self->widest = coin;
  }
}

/* The table */

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
  const char *ko = venue_label (venue, JIPYO_LANG_KO);
  const char *en = venue_label (venue, JIPYO_LANG_EN);

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

  jipyo_table_add_text_column (table, "coin", "코인", "Coin");
  jipyo_table_add_text_column (table, "name", "이름", "Name");
  for (guint i = 0; i < JIPYO_N_VENUES; i++)
    add_venue_columns (table, i);
  jipyo_table_add_figure_column (table, "spread", &spread, "KRW");
  jipyo_table_add_figure_column (table, "spread-percent", &percent, "percent");
  jipyo_table_add_text_column (table, "spread-state", "차이 상태", "Spread state");
  jipyo_table_add_text_column (table, "spread-time", "가장 오래된 시각", "Oldest leg");
  jipyo_table_add_text_column (table, "spread-note", "비고", "Note");
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
  if (leg->quote->has_change)
    jipyo_known_quote_fill_cell (leg, jipyo_table_get_cell (table, change), leg->quote->change,
                                 format_change (leg->quote));
  jipyo_known_quote_set_basis (table, basis, leg->quote->basis);
  jipyo_known_quote_set_time (leg, table, time);
  jipyo_known_quote_set_state (table, state, leg->state);
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

/* Why there is no spread, and that the venues of printed prices are a guess. */
static void
set_note (JipyoTable *table, const JipyoCoin *coin)
{
  const char *ko = jipyo_spread_reason (coin->spread.verdict, JIPYO_LANG_KO);
  const char *en = jipyo_spread_reason (coin->spread.verdict, JIPYO_LANG_EN);
  gboolean inferred = FALSE;

  for (guint i = 0; i < JIPYO_N_VENUES; i++)
    inferred = inferred || (coin->legs[i].printed != NULL && coin->legs[i].printed->venue_inferred);
  if (!inferred) {
    jipyo_table_set_text (table, "spread-note", ko, en);
    return;
  }
  const char *separator = *ko != '\0' ? " · " : "";
  g_autofree char *note_ko = g_strconcat (ko, separator, "거래소는 추정", NULL);
  g_autofree char *note_en = g_strconcat (en, separator, "venue inferred", NULL);
  jipyo_table_set_text (table, "spread-note", note_ko, note_en);
}

static void
fill_spread (JipyoTable *table, const JipyoCoin *coin)
{
  const JipyoSpread *spread = &coin->spread;

  set_note (table, coin);
  if (spread->verdict != JIPYO_SPREAD_KNOWN) {
    jipyo_table_set_text (table, "spread", "—", "—");
    jipyo_table_set_text (table, "spread-percent", "—", "—");
    return;
  }
  set_figure (jipyo_table_get_cell (table, "spread"), spread->amount,
              jipyo_text_take (format_won (spread->amount, JIPYO_LANG_KO),
                               format_won (spread->amount, JIPYO_LANG_EN)));
  set_figure (jipyo_table_get_cell (table, "spread-percent"), spread->percent,
              jipyo_text_take (format_share (spread->percent), format_share (spread->percent)));
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

static void
fill_table (Board *self)
{
  JipyoTable *table = self->draft->view->table;

  add_columns (table);
  for (guint i = 0; i < self->coins->len; i++) {
    const JipyoCoin *coin = g_ptr_array_index (self->coins, i);
    jipyo_table_begin_row (table);
    jipyo_table_set_text (table, "coin", coin->code, coin->code);
    jipyo_table_set_text (table, "name", jipyo_text_get (&coin->name, JIPYO_LANG_KO),
                          jipyo_text_get (&coin->name, JIPYO_LANG_EN));
    for (guint j = 0; j < JIPYO_N_VENUES; j++)
      fill_leg (table, j, &coin->legs[j]);
    fill_spread (table, coin);
  }
}

/* The picture */

/* The finding comes first, the changes last, where a narrow picture drops columns. */
static JipyoGrid *
new_grid (const Board *self, JipyoLang lang)
{
  JipyoGrid *grid = jipyo_grid_new ();
  gboolean ko = lang == JIPYO_LANG_KO;
  /* Beside received prices the mark stands in the rows of the printed ones. */
  const char *mark = self->any_inferred && !self->any_received ? "*" : "";

  jipyo_grid_add_column (grid, ko ? "코인" : "Coin", JIPYO_ALIGN_START);
  jipyo_grid_add_column (grid, ko ? "차이" : "Spread", JIPYO_ALIGN_BAR);
  for (guint i = 0; i < JIPYO_N_VENUES; i++) {
    g_autofree char *title = g_strconcat (venue_label (i, lang), mark, NULL);
    jipyo_grid_add_column (grid, title, JIPYO_ALIGN_END);
  }
  if (self->any_received)
    jipyo_grid_add_column (grid, ko ? "상태" : "State", JIPYO_ALIGN_START);
  for (guint i = 0; i < JIPYO_N_VENUES; i++) {
    g_autofree char *title =
      g_strdup_printf (ko ? "%s%s 등락" : "±\u00a0%s%s", venue_label (i, lang), mark);
    jipyo_grid_add_column (grid, title, JIPYO_ALIGN_END);
  }
  return grid;
}

static void
fill_leg_cells (JipyoGridCell *price, JipyoGridCell *change, const JipyoKnownQuote *leg)
{
  if (leg->quote == NULL)
    return;
  gboolean muted = leg->printed == NULL && leg->state != JIPYO_QUOTE_LIVE;
  price->text = format_price (leg->quote->last);
  price->claim = g_strdup (leg->quote->instrument);
  price->muted = muted;
  if (!leg->quote->has_change)
    return;
  change->text = format_change (leg->quote);
  change->claim = g_strdup (leg->quote->instrument);
  change->direction = jipyo_known_quote_get_direction (leg);
  change->muted = muted;
}

/* "실시간 · 3초 전": the worst state and the oldest time of the row, or why there is no spread. */
static char *
format_row_state (const Board *self, const JipyoCoin *coin)
{
  const JipyoViewContext *context = self->draft->context;
  const JipyoKnownQuote *oldest = NULL;

  for (guint i = 0; i < JIPYO_N_VENUES; i++) {
    const JipyoKnownQuote *leg = &coin->legs[i];
    if (leg->quote != NULL
        && (oldest == NULL || leg->quote->received_us < oldest->quote->received_us))
      oldest = leg;
  }
  if (coin->spread.verdict == JIPYO_SPREAD_APART)
    return g_strdup (jipyo_spread_reason (coin->spread.verdict, context->lang));
  g_autofree char *when = jipyo_known_quote_format_when (oldest, context->now_us, context->lang);
  return g_strdup_printf ("%s%s · %s", jipyo_quote_state_label (coin->spread.state, context->lang),
                          oldest->printed != NULL && oldest->printed->venue_inferred ? "*" : "",
                          when);
}

static void
fill_spread_cell (const Board *self, JipyoGridCell *cell, const JipyoSpread *spread)
{
  if (spread->verdict != JIPYO_SPREAD_KNOWN)
    return;
  cell->text = format_share (spread->percent);
  cell->muted = spread->state == JIPYO_QUOTE_SUSPECT;
  if (self->percent_max > 0)
    cell->bar = jipyo_decimal_to_double (spread->percent) / self->percent_max;
}

static void
add_grid_row (Board *self, JipyoGrid *grid, const JipyoCoin *coin)
{
  JipyoLang lang = self->draft->context->lang;
  JipyoGridCell *cells = jipyo_grid_add_row (grid);
  JipyoGridCell *prices = cells + 2;
  JipyoGridCell *state = prices + JIPYO_N_VENUES;
  JipyoGridCell *changes = state + (self->any_received ? 1 : 0);

  const char *name = jipyo_text_get (&coin->name, lang);
  cells[0].text =
    g_str_equal (name, coin->code) ? g_strdup (name) : g_strdup_printf ("%s %s", coin->code, name);
  for (guint i = 0; i < JIPYO_N_VENUES; i++)
    fill_leg_cells (&prices[i], &changes[i], &coin->legs[i]);
  fill_spread_cell (self, &cells[1], &coin->spread);
  if (!self->any_received)
    return;
  state->text = format_row_state (self, coin);
  state->muted = TRUE;
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
  amount = format_won (coin->spread.amount, lang);
  low = format_price (coin->spread.cheapest);
  high = format_price (coin->spread.dearest);
  tile->note = g_strdup_printf ("%s · %s–%s", amount, low, high);
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
  gboolean any = FALSE;

  for (guint i = 0; i < JIPYO_N_VENUES; i++)
    for (guint j = 0; j < self->coins->len; j++) {
      const JipyoCoin *coin = g_ptr_array_index (self->coins, j);
      const JipyoKnownQuote *leg = &coin->legs[i];
      if (leg->quote == NULL || leg->printed != NULL || !leg->quote->has_change)
        continue;
      g_string_append_printf (text, "%s%s %s", any ? ", " : "", venue_label (i, lang),
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
}

static void
fill_sheet (Board *self)
{
  JipyoGrid *grid = new_grid (self, self->draft->context->lang);

  for (guint i = 0; i < self->coins->len; i++)
    add_grid_row (self, grid, g_ptr_array_index (self->coins, i));
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
  if (state == JIPYO_QUOTE_LATE || state == JIPYO_QUOTE_STALE)
    return g_strdup (lang == JIPYO_LANG_KO ? " (묵은 시세)" : " (stale prices)");
  return g_strdup ("");
}

static void
set_sentence (Board *self)
{
  if (self->widest == NULL) {
    jipyo_view_draft_take_sentence (self->draft, g_strdup ("거래소끼리 견줄 수 있는 시세가 없다"),
                                    g_strdup ("No prices that can be compared across venues"));
    return;
  }
  const JipyoSpread *spread = &self->widest->spread;
  gboolean three = count_venues (self) == 3;
  g_autofree char *share = format_share (spread->percent);
  g_autofree char *caveat_ko = format_caveat (self, JIPYO_LANG_KO);
  g_autofree char *caveat_en = format_caveat (self, JIPYO_LANG_EN);

  if (jipyo_decimal_sign (spread->percent) == 0) {
    jipyo_view_draft_take_sentence (self->draft,
                                    g_strconcat ("거래소 사이에 가격 차이가 없다", caveat_ko, NULL),
                                    g_strconcat ("No gap between the venues", caveat_en, NULL));
    return;
  }
  jipyo_view_draft_take_sentence (
    self->draft,
    g_strdup_printf ("%s 거래소, 같은 코인: 가장 큰 차이는 %s %s%s", three ? "세" : "두",
                     jipyo_text_get (&self->widest->name, JIPYO_LANG_KO), share, caveat_ko),
    g_strdup_printf ("Widest gap across %s venues: %s %s%s", three ? "three" : "two",
                     jipyo_text_get (&self->widest->name, JIPYO_LANG_EN), share, caveat_en));
}

JipyoView *
jipyo_view_build_market_crypto (const JipyoViewContext *context, GError **error)
{
  Board board = { .draft = jipyo_view_draft_new (context, "market-crypto"),
                  .coins = jipyo_coin_collect (context) };
  g_autoptr (GPtrArray) coins = board.coins;

  board_survey (&board);
  fill_table (&board);
  if (coins->len == 0)
    jipyo_view_draft_set_empty (board.draft, "이 날짜에 알려진 코인 시세가 없습니다",
                                "No coin prices were known on this date");
  else {
    set_sentence (&board);
    fill_sheet (&board);
  }
  return jipyo_view_draft_finish (board.draft);
}

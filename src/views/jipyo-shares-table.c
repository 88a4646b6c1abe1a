/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One row a member, a basket, a session or a studied event. What is not known is an empty cell.
 */

#include "jipyo-shares-table.h"

#include "jipyo-figures.h"
#include "jipyo-format.h"
#include "jipyo-known-quote.h"
#include "jipyo-price-risk.h"
#include "jipyo-table-grid.h"

#include <math.h>
#include <string.h>

static void
set_names (JipyoTable *table, const char *column, const char *id, const JipyoText *name)
{
  jipyo_table_set_code (table, column, id, name);
}

static void
set_day (JipyoTable *table, const char *column, int day)
{
  g_autofree char *text = jipyo_date_format (jipyo_date_from_day (day));

  jipyo_table_set_text (table, column, text, text);
}

/* A computed figure. What is no number stays an empty cell. */
static void
set_number (JipyoTable *table, const char *column, double value, guint decimals)
{
  JipyoCell *cell = jipyo_table_get_cell (table, column);

  if (!isfinite (value))
    return;
  const JipyoDecimal rounded = jipyo_figure_round (value, decimals);
  cell->value = jipyo_decimal_format (rounded);
  cell->text = jipyo_text_take (jipyo_format_price (rounded, decimals),
                                jipyo_format_price (rounded, decimals));
  cell->is_figure = TRUE;
  cell->status = JIPYO_STATUS_DERIVED;
}

/* The same with its sign, of a fraction in percent. */
static void
set_percent (JipyoTable *table, const char *column, double fraction)
{
  set_number (table, column, fraction * 100, 2);
  JipyoCell *cell = jipyo_table_get_cell (table, column);
  if (cell->value == NULL)
    return;
  jipyo_text_clear (&cell->text);
  const JipyoDecimal percent = jipyo_figure_round (fraction * 100, 2);
  cell->text =
    jipyo_text_take (jipyo_format_change_percent (percent), jipyo_format_change_percent (percent));
}

/* "33.3 %", without a sign. */
static void
set_share (JipyoTable *table, const char *column, double share)
{
  JipyoQuantity weight = jipyo_figure_new (jipyo_figure_round (share * 100, 1), JIPYO_UNIT_PERCENT);

  jipyo_table_set_derived (table, column, &weight);
}

/* Members */

static const JipyoColumnTitle member_columns[] = {
  { "team", "컨소시엄", "Team", NULL },
  { "organisation", "상장사", "Listed member", NULL },
  { "instrument", "종목", "Instrument", NULL },
  { "market", "시장", "Market", NULL },
  { "weight", "비중", "Weight", "percent" },
  { "last", "현재가", "Last", "KRW" },
  { "change", "등락", "Change", "KRW" },
  { "change-percent", "등락률", "Change, percent", "percent" },
  { "state", "상태", "State", NULL },
  { "age", "지난 시간", "Age", NULL },
  { "time", "시각", "Time", NULL },
  { "provider", "제공처", "Provider", NULL },
  { "basket", "바구니", "Basket", NULL },
  { "closes", "종가 수", "Daily closes", "days" },
  { "from", "첫 종가", "First close", NULL },
  { "to", "마지막 종가", "Last close", NULL },
};

static void
fill_quote (const JipyoSharesBoard *board, JipyoTable *table, const JipyoListedShare *share)
{
  JipyoKnownQuote known;

  if (!jipyo_known_quote_init (&known, board->draft->context, share->instrument)) {
    jipyo_table_set_text (table, "state", "받은 시세 없음", "no quote received");
    return;
  }
  const JipyoQuote *quote = known.quote;
  jipyo_known_quote_fill_cell (
    &known, jipyo_table_get_cell (table, "last"), quote->last,
    jipyo_format_price (quote->last, jipyo_decimal_get_decimals (quote->last)));
  jipyo_known_quote_fill_change (&known, table, jipyo_decimal_get_decimals (quote->change));
  jipyo_known_quote_set_own_state (&known, table, "state");
  jipyo_known_quote_set_age (&known, table, "age", board->draft->context->now_us);
  if (known.printed == NULL) {
    jipyo_known_quote_set_time (&known, table, "time");
    jipyo_table_set_text (table, "provider",
                          jipyo_known_quote_provider_label (quote->provider, JIPYO_LANG_KO),
                          jipyo_known_quote_provider_label (quote->provider, JIPYO_LANG_EN));
  }
  jipyo_known_quote_clear (&known);
}

static void
fill_closes (JipyoTable *table, const JipyoCloses *closes)
{
  const guint n = closes != NULL ? jipyo_closes_get_n (closes) : 0;

  set_number (table, "closes", closes != NULL ? jipyo_closes_count (closes) : 0, 0);
  if (n == 0)
    return;
  set_day (table, "from", jipyo_closes_get_day (closes, 0));
  set_day (table, "to", jipyo_closes_get_day (closes, n - 1));
}

/* The weight is the share of the basket where there is one, else what it would be. */
static void
fill_member (const JipyoSharesBoard *board, const JipyoTeamBasket *basket, guint n)
{
  JipyoTable *table = board->draft->view->table;
  const JipyoListedShare *share = g_ptr_array_index (basket->shares, n);
  const JipyoBasketMember *part = &g_array_index (basket->parts, JipyoBasketMember, n);
  const double weight = basket->basket != NULL ? part->share : share->planned;

  jipyo_table_begin_row (table);
  set_names (table, "team", basket->team->id, &basket->team->short_name);
  set_names (table, "organisation", share->organisation->id, &share->organisation->name);
  jipyo_table_set_text (table, "instrument", share->instrument, share->instrument);
  jipyo_table_set_text (table, "market", share->organisation->market, share->organisation->market);
  set_share (table, "weight", weight);
  fill_quote (board, table, share);
  JipyoText label = jipyo_text_new (jipyo_basket_part_label (part->part, JIPYO_LANG_KO),
                                    jipyo_basket_part_label (part->part, JIPYO_LANG_EN));
  jipyo_table_set_code (table, "basket", jipyo_basket_part_id (part->part), &label);
  jipyo_text_clear (&label);
  fill_closes (table, share->closes);
}

static void
fill_members (const JipyoSharesBoard *board)
{
  jipyo_table_add_columns (board->draft->view->table, member_columns,
                           G_N_ELEMENTS (member_columns));
  for (guint i = 0; i < board->shares->baskets->len; i++) {
    const JipyoTeamBasket *basket = g_ptr_array_index (board->shares->baskets, i);

    for (guint j = 0; j < basket->shares->len; j++)
      fill_member (board, basket, j);
  }
}

/* Baskets */

static const JipyoColumnTitle basket_columns[] = {
  { "team", "컨소시엄", "Team", NULL },
  { "weights", "비중", "Weights", NULL },
  { "index", "지수", "Index", "points" },
  { "market-index", "코스피", "KOSPI", "points" },
  { "difference", "차이", "Difference", "points" },
  { "drawdown", "최대 낙폭", "Drawdown", "percent" },
  { "peak", "고점", "Peak", NULL },
  { "trough", "저점", "Trough", NULL },
  { "drawdown-now", "지금 낙폭", "Drawdown now", "percent" },
  { "volatility", "연 변동성", "Volatility a year", "percent" },
  { "base", "기준일", "Base day", NULL },
  { "last-day", "마지막 날", "Last day", NULL },
  { "sessions", "거래일", "Sessions", "days" },
  { "missing", "빠진 날", "Sessions without", "days" },
};

/* The last session on which the basket has a value; FALSE without one. */
static gboolean
find_last (const JipyoCloses *index, guint *last)
{
  for (guint i = jipyo_closes_get_n (index); i > 0; i--) {
    if (isnan (jipyo_closes_get_value (index, i - 1)))
      continue;
    *last = i - 1;
    return TRUE;
  }
  return FALSE;
}

static void
fill_risk (JipyoTable *table, const JipyoCloses *index)
{
  JipyoDrawdown drawdown;

  if (jipyo_drawdown_compute (index, &drawdown)) {
    set_percent (table, "drawdown", drawdown.worst);
    set_percent (table, "drawdown-now", drawdown.current);
    if (drawdown.worst < 0) {
      set_day (table, "peak", drawdown.peak_day);
      set_day (table, "trough", drawdown.trough_day);
    }
  }
  const double volatility = jipyo_volatility_compute (index);
  if (!isnan (volatility))
    set_share (table, "volatility", volatility);
}

static void
fill_index (JipyoTable *table, const JipyoBasket *basket)
{
  guint last = 0;

  if (!find_last (basket->index, &last))
    return;
  const double index = jipyo_closes_get_value (basket->index, last);
  const double market = jipyo_closes_get_value (basket->market, last);
  set_number (table, "index", index, 2);
  set_number (table, "market-index", market, 2);
  set_number (table, "difference", index - market, 2);
  set_day (table, "base", basket->base_day);
  set_day (table, "last-day", jipyo_closes_get_day (basket->index, last));
  set_number (table, "sessions", jipyo_closes_get_n (basket->index), 0);
  set_number (table, "missing", basket->n_missing, 0);
  fill_risk (table, basket->index);
}

static void
fill_baskets (const JipyoSharesBoard *board)
{
  JipyoTable *table = board->draft->view->table;

  jipyo_table_add_columns (table, basket_columns, G_N_ELEMENTS (basket_columns));
  for (guint i = 0; i < board->shares->baskets->len; i++) {
    const JipyoTeamBasket *basket = g_ptr_array_index (board->shares->baskets, i);
    g_autofree char *ko = jipyo_team_basket_format_weights (basket, basket->parts, JIPYO_LANG_KO);
    g_autofree char *en = jipyo_team_basket_format_weights (basket, basket->parts, JIPYO_LANG_EN);

    jipyo_table_begin_row (table);
    set_names (table, "team", basket->team->id, &basket->team->short_name);
    if (basket->basket == NULL) {
      if (jipyo_team_basket_has_weight (basket))
        jipyo_table_set_text (table, "weights", "종가가 모자라 만들 수 없음",
                              "too few closes to make one");
      else
        jipyo_table_set_text (table, "weights", "비중이 모두 0", "all weights are 0");
      continue;
    }
    jipyo_table_set_text (table, "weights", ko, en);
    fill_index (table, basket->basket);
  }
}

/* Day by day */

static void
fill_series_row (const JipyoSharesBoard *board, guint session)
{
  JipyoTable *table = board->draft->view->table;
  const int day = jipyo_closes_get_day (board->shares->market, session);

  jipyo_table_begin_row (table);
  set_day (table, "day", day);
  set_number (table, "market", jipyo_closes_get_value (board->shares->market, session), 2);
  for (guint i = 0; i < board->shares->baskets->len; i++) {
    const JipyoTeamBasket *basket = g_ptr_array_index (board->shares->baskets, i);
    guint n;

    if (basket->basket != NULL && day >= basket->basket->base_day
        && jipyo_closes_find (basket->basket->index, day, &n))
      set_number (table, basket->team->id, jipyo_closes_get_value (basket->basket->index, n), 2);
  }
}

/* The market in its own points; each basket is 100 on its base day. */
static void
fill_series (const JipyoSharesBoard *board)
{
  static const JipyoColumnTitle first[] = { { "day", "날짜", "Day", NULL },
                                            { "market", "코스피", "KOSPI", "points" } };
  JipyoTable *table = board->draft->view->table;
  int from = G_MAXINT;
  guint session;

  jipyo_table_add_columns (table, first, G_N_ELEMENTS (first));
  for (guint i = 0; i < board->shares->baskets->len; i++) {
    const JipyoTeamBasket *basket = g_ptr_array_index (board->shares->baskets, i);

    jipyo_table_add_figure_column (table, basket->team->id, &basket->team->short_name, "points");
    if (basket->basket != NULL)
      from = MIN (from, basket->basket->base_day);
  }
  if (!jipyo_closes_find (board->shares->market, from, &session))
    return;
  for (guint i = session; i < jipyo_closes_get_n (board->shares->market); i++)
    fill_series_row (board, i);
}

/* Events */

static const JipyoColumnTitle event_columns[] = {
  { "team", "컨소시엄", "Team", NULL },
  { "event", "사건", "Event", NULL },
  { "date", "날짜", "Date", NULL },
  { "session", "0일", "Day 0", NULL },
  { "window", "구간", "Window", NULL },
  { "car", "누적 비정상 수익률", "Cumulated abnormal return", "percent" },
  { "low", "95 % 아래", "95 % from", "percent" },
  { "high", "95 % 위", "95 % to", "percent" },
  { "finding", "판단", "Finding", NULL },
  { "p", "p", "p", "" },
  { "error", "표준오차", "Standard error", "percent" },
  { "beta", "베타", "Beta", "" },
  { "alpha", "알파, 하루", "Alpha a day", "percent" },
  { "sigma", "잔차, 하루", "Residual a day", "percent" },
  { "returns", "추정 수익률 수", "Returns estimated on", "days" },
  { "near", "같은 구간의 다른 사건일", "Other days with events in it", "days" },
  { "tests", "함께 한 검정", "Tests made", "" },
  { "weights", "비중", "Weights", NULL },
};

static void
fill_finding (JipyoTable *table, const JipyoTeamStudy *study, guint window)
{
  const JipyoEventStudy *model = &study->studies[window];
  const JipyoEventReturn *sum = &study->returns[window];
  JipyoText label = jipyo_text_new (jipyo_team_study_finding_label (study, window, JIPYO_LANG_KO),
                                    jipyo_team_study_finding_label (study, window, JIPYO_LANG_EN));

  jipyo_table_set_code (table, "finding", jipyo_team_study_finding_id (study, window), &label);
  jipyo_text_clear (&label);
  set_number (table, "returns", model->n_returns, 0);
  if (model->verdict != JIPYO_EVENT_STUDY_DONE)
    return;
  set_percent (table, "car", sum->value);
  set_percent (table, "low", sum->low);
  set_percent (table, "high", sum->high);
  set_number (table, "error", sum->error * 100, 2);
  set_number (table, "p", sum->tail, 4);
  set_number (table, "beta", model->beta, 3);
  set_number (table, "alpha", model->alpha * 100, 4);
  set_number (table, "sigma", model->sigma * 100, 3);
}

static guint
count_tests (const JipyoTeamStudies *studies)
{
  guint n = 0;

  for (guint i = 0; i < JIPYO_TEAM_STUDY_N_WINDOWS; i++)
    n += studies->n_done[i];
  return n;
}

static void
fill_event (const JipyoSharesBoard *board, const JipyoTeamStudy *study, guint window)
{
  JipyoTable *table = board->draft->view->table;
  const guint reach = jipyo_team_study_reaches[window];
  g_autofree char *reaches = g_strdup_printf ("−%u…+%u", reach, reach);
  g_autofree char *code = g_strdup_printf ("%u", reach);
  g_autofree char *date = jipyo_date_format (study->event->date);
  g_autofree char *ko =
    jipyo_team_basket_format_weights (study->basket, study->parts, JIPYO_LANG_KO);
  g_autofree char *en =
    jipyo_team_basket_format_weights (study->basket, study->parts, JIPYO_LANG_EN);
  JipyoText label = jipyo_text_new (reaches, reaches);

  jipyo_table_begin_row (table);
  set_names (table, "team", study->basket->team->id, &study->basket->team->short_name);
  set_names (table, "event", study->event->id, &study->event->title);
  jipyo_table_set_text (table, "date", date, date);
  if (study->session_day != 0)
    set_day (table, "session", study->session_day);
  jipyo_table_set_code (table, "window", code, &label);
  jipyo_text_clear (&label);
  fill_finding (table, study, window);
  set_number (table, "near", study->n_near[window], 0);
  set_number (table, "tests", count_tests (board->studies), 0);
  jipyo_table_set_text (table, "weights", ko, en);
}

static void
fill_window (const JipyoSharesBoard *board, guint window)
{
  for (guint i = 0; i < board->studies->studies->len; i++)
    fill_event (board, g_ptr_array_index (board->studies->studies, i), window);
}

/* The window that the charts show comes first, for a picture has no room for all. */
static void
fill_events (const JipyoSharesBoard *board)
{
  jipyo_table_add_columns (board->draft->view->table, event_columns, G_N_ELEMENTS (event_columns));
  fill_window (board, board->window);
  for (guint i = 0; i < JIPYO_TEAM_STUDY_N_WINDOWS; i++) {
    if (i != board->window)
      fill_window (board, i);
  }
}

static const char *const member_grid[] = { "team",  "organisation", "weight", "last", "change",
                                           "state", "age",          "basket", NULL };
static const char *const basket_grid[] = { "team",     "weights",    "index", "market-index",
                                           "drawdown", "volatility", "base",  NULL };
static const char *const event_grid[] = { "team", "event", "session", "window", "car",
                                          "low",  "high",  "finding", NULL };

static const struct {
  const char *show;
  void (*fill) (const JipyoSharesBoard *board);
  const char *const *grid; /* NULL: none */
} tables[] = {
  { "members", fill_members, member_grid },
  { "baskets", fill_baskets, basket_grid },
  { "series", fill_series, NULL },
  { "events", fill_events, event_grid },
};

/* Whether a row has a quote that is not of now. A printed one has no time, and says its day. */
static gboolean
is_aged (const JipyoTable *table, guint row)
{
  const JipyoCell *word = jipyo_table_peek (table, row, "state");
  const JipyoCell *time = jipyo_table_peek (table, row, "time");
  JipyoQuoteState state;

  return word != NULL && time != NULL && time->code != NULL
         && jipyo_quote_state_parse (word->code, &state) && !jipyo_quote_state_is_current (state);
}

static void
mute_aged (JipyoGrid *grid, const JipyoTable *table)
{
  for (guint r = 0; r < grid->rows->len; r++) {
    GArray *row = g_ptr_array_index (grid->rows, r);

    for (guint i = 0; i < row->len && is_aged (table, r); i++)
      if (g_array_index (row, JipyoGridCell, i).claim != NULL)
        g_array_index (row, JipyoGridCell, i).muted = TRUE;
  }
}

void
jipyo_shares_table_fill (const JipyoSharesBoard *board, const char *show)
{
  JipyoView *view = board->draft->view;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    if (strcmp (tables[i].show, show) != 0)
      continue;
    tables[i].fill (board);
    if (tables[i].grid == NULL)
      continue;
    view->sheet->grid =
      jipyo_grid_new_from_table (view->table, tables[i].grid, board->draft->context->lang);
    mute_aged (view->sheet->grid, view->table);
  }
}

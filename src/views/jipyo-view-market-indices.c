/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view "market-indices": level and day's change of the three indices, each with the close it is
 * against, its provider, day, age and state. Until a quote was received, the levels are the printed
 * ones of the record.
 */

#include "jipyo-format.h"
#include "jipyo-known-quote.h"
#include "jipyo-view-builders.h"
#include "jipyo-view-draft.h"

static const char *const instruments[] = { "krx:KOSPI", "krx:KOSDAQ", "krx:KOSPI200" };
enum { N_INDICES = G_N_ELEMENTS (instruments) };
/* Index levels are published to the cent. */
static const guint LEVEL_DECIMALS = 2;

typedef struct {
  JipyoKnownQuote known; /* without a quote when nothing is known */
  JipyoText name;
  JipyoDecimal percent;
  gboolean has_percent;
} Index;

typedef struct {
  JipyoViewDraft *draft;
  Index indices[N_INDICES];
  guint n_known;
  guint n_printed;
  guint n_up;
  guint n_down;
  const Index *largest;             /* with the largest move in percent; may be NULL */
  const JipyoPrintedQuote *printed; /* one of the printed ones; NULL when all were received */
} Board;

static void
board_init (Board *self, JipyoViewDraft *draft)
{
  self->draft = draft;
  for (guint i = 0; i < N_INDICES; i++) {
    Index *index = &self->indices[i];
    gboolean derived;

    jipyo_known_quote_init (&index->known, draft->context, instruments[i]);
    index->name = jipyo_known_quote_get_name (instruments[i], index->known.quote);
    if (index->known.quote == NULL)
      continue;
    self->n_known++;
    index->has_percent =
      jipyo_known_quote_compute_percent (&index->known, &index->percent, &derived);
    if (index->known.state == JIPYO_QUOTE_SUSPECT)
      continue;
    int direction = jipyo_known_quote_get_direction (&index->known);
    self->n_up += direction > 0;
    self->n_down += direction < 0;
    if (index->has_percent
        && (self->largest == NULL
            || ABS (jipyo_decimal_to_double (index->percent))
                 > ABS (jipyo_decimal_to_double (self->largest->percent))))
      self->largest = index;
    if (index->known.printed != NULL) {
      self->n_printed++;
      self->printed = index->known.printed;
      jipyo_view_draft_use_source (draft, index->known.printed->source);
    }
  }
}

static void
board_clear (Board *self)
{
  for (guint i = 0; i < N_INDICES; i++) {
    jipyo_known_quote_clear (&self->indices[i].known);
    jipyo_text_clear (&self->indices[i].name);
  }
}

/* The table */

static void
add_columns (JipyoTable *table)
{
  static const JipyoColumnTitle columns[] = {
    { "index", "종목", "Index", NULL },
    { "name", "이름", "Name", NULL },
    { "level", "지수", "Level", "points" },
    { "change", "등락", "Change", "points" },
    { "change-percent", "등락률", "Change, percent", "percent" },
    { "previous-close", "전일 종가", "Previous close", "points" },
    { "basis", "등락 기준", "Change basis", NULL },
    { "day", "날짜", "Day", NULL },
    { "time", "시각", "Time", NULL },
    { "age", "지난 시간", "Age", NULL },
    { "provider", "제공처", "Provider", NULL },
    { "state", "상태", "State", NULL },
  };

  jipyo_table_add_columns (table, columns, G_N_ELEMENTS (columns));
}

static JipyoDate
get_day (const JipyoKnownQuote *known)
{
  if (known->printed != NULL)
    return known->printed->date;
  return jipyo_instant_date_kst (known->quote->venue_time_us != 0 ? known->quote->venue_time_us
                                                                  : known->quote->received_us);
}

/* Who gave the figure: the provider of a received one, the publisher of a printed one. */
static JipyoText
get_provider (const Board *self, const JipyoKnownQuote *known)
{
  if (known->printed == NULL)
    return jipyo_text_new (
      jipyo_known_quote_provider_label (known->quote->provider, JIPYO_LANG_KO),
      jipyo_known_quote_provider_label (known->quote->provider, JIPYO_LANG_EN));
  const JipyoSource *source =
    jipyo_ledger_find_source (self->draft->context->ledger, known->printed->source);
  return source != NULL ? jipyo_text_copy (&source->publisher) : jipyo_text_new ("", "");
}

static void
fill_figures (JipyoTable *table, const JipyoKnownQuote *known)
{
  JipyoDecimal previous;

  jipyo_known_quote_fill_cell (known, jipyo_table_get_cell (table, "level"), known->quote->last,
                               jipyo_format_price (known->quote->last, LEVEL_DECIMALS));
  jipyo_known_quote_fill_change (known, table, LEVEL_DECIMALS);
  if (jipyo_known_quote_compute_previous (known, &previous)) {
    JipyoCell *cell = jipyo_table_get_cell (table, "previous-close");
    jipyo_known_quote_fill_cell (known, cell, previous,
                                 jipyo_format_price (previous, LEVEL_DECIMALS));
    cell->status = JIPYO_STATUS_DERIVED;
  }
}

static void
fill_circumstances (const Board *self, JipyoTable *table, const JipyoKnownQuote *known)
{
  g_autofree char *day = jipyo_date_format (get_day (known));
  JipyoText provider = get_provider (self, known);

  jipyo_known_quote_set_basis (table, "basis", known->quote->basis);
  jipyo_table_set_text (table, "day", day, day);
  if (known->printed == NULL)
    jipyo_known_quote_set_time (known, table, "time");
  else
    jipyo_table_set_text (table, "time", "적혀 있지 않음", "not stated");
  jipyo_known_quote_set_age (known, table, "age", self->draft->context->now_us);
  jipyo_table_set_text (table, "provider", provider.ko, provider.en);
  jipyo_known_quote_set_own_state (known, table, "state");
  jipyo_text_clear (&provider);
}

static void
fill_table (Board *self)
{
  JipyoTable *table = self->draft->view->table;

  add_columns (table);
  for (guint i = 0; i < N_INDICES; i++) {
    const Index *index = &self->indices[i];
    jipyo_table_begin_row (table);
    jipyo_table_set_text (table, "index", instruments[i], instruments[i]);
    jipyo_table_set_text (table, "name", jipyo_text_get (&index->name, JIPYO_LANG_KO),
                          jipyo_text_get (&index->name, JIPYO_LANG_EN));
    if (index->known.quote == NULL) {
      jipyo_table_set_text (table, "level", "알려지지 않음", "not known");
      continue;
    }
    fill_figures (table, &index->known);
    fill_circumstances (self, table, &index->known);
  }
}

/* The picture */

static char *
format_tile_note (const Board *self, const JipyoKnownQuote *known)
{
  JipyoLang lang = self->draft->context->lang;
  g_autofree char *when =
    jipyo_known_quote_format_since (known, self->draft->context->now_us, lang);
  JipyoText provider = get_provider (self, known);
  char *note = g_strdup_printf ("%s · %s · %s", jipyo_quote_state_label (known->state, lang),
                                jipyo_text_get (&provider, lang), when);
  jipyo_text_clear (&provider);
  return note;
}

static void
add_tile (Board *self, guint i)
{
  const Index *index = &self->indices[i];
  JipyoTile *tile = jipyo_sheet_add_tile (self->draft->view->sheet);

  tile->label = g_strdup (jipyo_text_get (&index->name, self->draft->context->lang));
  tile->claim = g_strdup (instruments[i]);
  if (index->known.quote == NULL) {
    tile->number = g_strdup ("—");
    tile->note =
      g_strdup (jipyo_view_draft_pick (self->draft, "아직 받은 값이 없음", "Nothing received yet"));
    return;
  }
  const JipyoQuote *quote = index->known.quote;
  tile->number = jipyo_format_price (quote->last, LEVEL_DECIMALS);
  if (quote->has_change) {
    g_autofree char *change = jipyo_format_change (quote->change, LEVEL_DECIMALS, TRUE);
    g_autofree char *percent =
      index->has_percent ? jipyo_format_change_percent (index->percent) : g_strdup ("");
    tile->unit = g_strdup_printf ("%s  %s", change, percent);
    tile->is_change = TRUE;
    tile->direction = jipyo_known_quote_get_direction (&index->known);
  }
  tile->note = format_tile_note (self, &index->known);
  jipyo_known_quote_mark_tile (&index->known, tile);
}

/* The printed ones beside received ones are of another day, and what is in doubt says nothing:
 * chart and sentence leave them out. */
static gboolean
is_spoken_of (const Board *self, const Index *index)
{
  if (index->known.quote == NULL || index->known.state == JIPYO_QUOTE_SUSPECT)
    return FALSE;
  return self->n_printed == self->n_known || index->known.printed == NULL;
}

static void
add_change_plot (Board *self)
{
  JipyoLang lang = self->draft->context->lang;
  JipyoPlot *plot = jipyo_view_draft_add_plot (
    self->draft, jipyo_view_draft_pick (self->draft, "하루의 등락률", "Day’s change"),
    jipyo_view_draft_pick (self->draft, "전 거래일 종가 대비, %", "against the previous close, %"));
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "change-percent", NULL, JIPYO_MARK_BAR);

  plot->horizontal = TRUE;
  plot->position.kind = JIPYO_SCALE_BAND;
  plot->value.unit = JIPYO_UNIT_PERCENT;
  for (guint i = 0; i < N_INDICES; i++) {
    const Index *index = &self->indices[i];
    if (!index->has_percent || !is_spoken_of (self, index))
      continue;
    guint band = jipyo_plot_add_band (plot, jipyo_text_get (&index->name, lang), NULL);
    g_autofree char *text = jipyo_format_change_percent (index->percent);
    JipyoDatum *datum =
      jipyo_plot_series_add (series, band, jipyo_decimal_to_double (index->percent), text);
    int sign = jipyo_decimal_sign (index->percent);
    datum->has_colour = TRUE;
    datum->colour.role =
      sign > 0 ? JIPYO_ROLE_UP : (sign < 0 ? JIPYO_ROLE_DOWN : JIPYO_ROLE_NEUTRAL);
    jipyo_datum_set_claim (datum, instruments[i]);
  }
}

static void
add_grid_row (Board *self, JipyoGrid *grid, const Index *index)
{
  JipyoLang lang = self->draft->context->lang;
  const JipyoKnownQuote *known = &index->known;
  JipyoGridCell *cells = jipyo_grid_add_row (grid);
  JipyoDecimal previous;

  cells[0].text = g_strdup (jipyo_text_get (&index->name, lang));
  if (known->quote == NULL)
    return;
  cells[1].claim = g_strdup (known->quote->instrument);
  cells[1].text = jipyo_format_price (known->quote->last, LEVEL_DECIMALS);
  if (known->quote->has_change) {
    cells[2].text = jipyo_format_change (known->quote->change, LEVEL_DECIMALS, TRUE);
    cells[2].direction = jipyo_known_quote_get_direction (known);
  }
  cells[1].muted = cells[2].muted = jipyo_known_quote_is_aged (known);
  cells[1].doubtful = cells[2].doubtful = known->state == JIPYO_QUOTE_SUSPECT;
  if (jipyo_known_quote_compute_previous (known, &previous))
    cells[3].text = jipyo_format_price (previous, LEVEL_DECIMALS);
  cells[4].text = jipyo_date_format (get_day (known));
  cells[3].doubtful = cells[5].doubtful = cells[1].doubtful;
  cells[5].text = g_strdup (jipyo_quote_state_label (known->state, lang));
}

static void
add_grid (Board *self)
{
  static const struct {
    const char *ko, *en;
    JipyoCellAlign align;
  } columns[] = {
    { "지수", "Index", JIPYO_ALIGN_START }, { "값", "Level", JIPYO_ALIGN_END },
    { "등락", "Change", JIPYO_ALIGN_END },  { "전일 종가", "Previous close", JIPYO_ALIGN_END },
    { "날짜", "Day", JIPYO_ALIGN_START },   { "상태", "State", JIPYO_ALIGN_START },
  };
  JipyoGrid *grid = jipyo_grid_new ();
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    jipyo_grid_add_column (grid, jipyo_view_draft_pick (self->draft, columns[i].ko, columns[i].en),
                           columns[i].align);
  for (guint i = 0; i < N_INDICES; i++)
    add_grid_row (self, grid, &self->indices[i]);
  self->draft->view->sheet->grid = grid;
}

static void
fill_sheet (Board *self)
{
  JipyoSheet *sheet = self->draft->view->sheet;

  for (guint i = 0; i < N_INDICES; i++)
    add_tile (self, i);
  add_change_plot (self);
  add_grid (self);
  sheet->subtitle = g_strdup (
    self->n_printed == self->n_known
      ? jipyo_view_draft_pick (self->draft, "기사에 실린 값 · 포인트 · 전 거래일 종가 대비",
                               "As printed in the article · points · against the previous close")
      : jipyo_view_draft_pick (self->draft, "포인트 · 전 거래일 종가 대비",
                               "Points · against the previous close"));
}

/* The sentence */

/* "코스피 +1.60 %, 코스닥 −0.20 %"; the level where no change is known. */
static char *
list_moves (const Board *self, JipyoLang lang)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < N_INDICES; i++) {
    const Index *index = &self->indices[i];

    if (!is_spoken_of (self, index))
      continue;
    g_autofree char *figure = index->has_percent
                                ? jipyo_format_change_percent (index->percent)
                                : jipyo_format_price (index->known.quote->last, LEVEL_DECIMALS);
    g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "",
                            jipyo_text_get (&index->name, lang), figure);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "2025.08.05(화) " or " on 5 Aug 2025" when all of it is of a printed day; else "". */
static char *
format_day (const Board *self, JipyoLang lang)
{
  if (self->printed == NULL || self->n_printed < self->n_known)
    return g_strdup ("");
  g_autofree char *day = jipyo_date_format_long (self->printed->date, lang);
  return lang == JIPYO_LANG_KO ? g_strconcat (day, " ", NULL) : g_strconcat (" on ", day, NULL);
}

/* What a sentence about aged prices has to add, unless it names their day. */
static const char *
get_caveat (const Board *self, JipyoLang lang)
{
  const gboolean has_day = self->printed != NULL && self->n_printed == self->n_known;

  for (guint i = 0; i < N_INDICES && !has_day; i++)
    if (is_spoken_of (self, &self->indices[i])
        && jipyo_known_quote_is_aged (&self->indices[i].known))
      return lang == JIPYO_LANG_KO ? " (묵은 시세)" : " (stale prices)";
  return "";
}

/* The moves one by one; or that there is none to tell of. */
static void
set_list_sentence (Board *self, const char *day_ko, const char *day_en)
{
  g_autofree char *ko = list_moves (self, JIPYO_LANG_KO);
  g_autofree char *en = list_moves (self, JIPYO_LANG_EN);

  if (*ko == '\0')
    jipyo_view_draft_take_sentence (self->draft, g_strdup ("받은 지수 값이 모두 의심스럽다"),
                                    g_strdup ("Every level that was received is suspect"));
  else
    jipyo_view_draft_take_sentence (
      self->draft, g_strconcat (day_ko, ko, get_caveat (self, JIPYO_LANG_KO), NULL),
      g_strconcat (en, day_en, get_caveat (self, JIPYO_LANG_EN), NULL));
}

static void
set_sentence (Board *self)
{
  gboolean up = self->n_up == N_INDICES;
  gboolean together = (up || self->n_down == N_INDICES) && self->largest != NULL
                      && (self->n_printed == 0 || self->n_printed == self->n_known);
  g_autofree char *day_ko = format_day (self, JIPYO_LANG_KO);
  g_autofree char *day_en = format_day (self, JIPYO_LANG_EN);

  if (!together) {
    set_list_sentence (self, day_ko, day_en);
    return;
  }
  g_autofree char *most = jipyo_format_change_percent (self->largest->percent);
  jipyo_view_draft_take_sentence (
    self->draft,
    g_strdup_printf ("%s세 지수 모두 %s, 가장 크게 움직인 것은 %s %s%s", day_ko,
                     up ? "상승" : "하락", jipyo_text_get (&self->largest->name, JIPYO_LANG_KO),
                     most, get_caveat (self, JIPYO_LANG_KO)),
    g_strdup_printf ("All three indices %s%s, %s most: %s%s", up ? "rose" : "fell", day_en,
                     jipyo_text_get (&self->largest->name, JIPYO_LANG_EN), most,
                     get_caveat (self, JIPYO_LANG_EN)));
}

JipyoView *
jipyo_view_build_market_indices (const JipyoViewContext *context, GError **error)
{
  Board board = { 0 };

  board_init (&board, jipyo_view_draft_new (context, "market-indices"));
  fill_table (&board);
  if (board.n_known == 0)
    jipyo_view_draft_set_empty (board.draft, "이 날짜에 알려진 지수가 없습니다",
                                "No index levels were known on this date");
  else {
    set_sentence (&board);
    fill_sheet (&board);
  }
  board_clear (&board);
  return jipyo_view_draft_finish (board.draft);
}

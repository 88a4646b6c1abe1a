/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An instrument: its quote, what was kept of its prices, and what follows from them. Without kept
 * prices it says how they come to be there.
 */

#include "jipyo-candle-id.h"
#include "jipyo-candle-unit.h"
#include "jipyo-closes.h"
#include "jipyo-coin-basis.h"
#include "jipyo-format.h"
#include "jipyo-instrument-board.h"
#include "jipyo-instrument-name.h"
#include "jipyo-instrument-words.h"
#include "jipyo-instrument.h"
#include "jipyo-price-risk.h"
#include "jipyo-view-builders.h"

#include <math.h>

static const gint64 DAY_MS = 24 * 60 * 60 * 1000;
/* Of a day's minutes there are more than can be told apart as candles. */
static const gint64 CANDLE_OF_A_DAY_MS = 5 * 60 * 1000;
/* Enough returns of a day for a volatility, whatever stretch is shown. */
static const guint DAILY_DAYS = 92;
/* A single session is looked for over the longest holidays. */
static const guint SESSION_LOOKBACK = 12;
static const double CRYPTO_DAYS_A_YEAR = 365;

static const JipyoInstrumentRange ranges[] = {
  { "3m", "3개월", "3 months", JIPYO_RESOLUTION_DAY, 92, 190 },
  { "1d", "하루", "a day", JIPYO_RESOLUTION_MINUTE, 1, 1 },
  { "1w", "1주일", "a week", JIPYO_RESOLUTION_HOUR, 7, 30 },
  { "1m", "1개월", "a month", JIPYO_RESOLUTION_HOUR, 31, 30 },
  { "1y", "1년", "a year", JIPYO_RESOLUTION_DAY, 366, 190 },
  { "all", "모든 기간", "all that was kept", JIPYO_RESOLUTION_DAY, 0, 0 },
};

static const char *
get_option (const JipyoViewContext *context, const char *name)
{
  return context->options != NULL ? g_hash_table_lookup (context->options, name) : NULL;
}

static const char *
get_instrument (const JipyoViewContext *context)
{
  const char *instrument = get_option (context, "instrument");

  return instrument != NULL ? instrument : "krx:KOSPI";
}

static const char *
get_compared (const JipyoViewContext *context)
{
  const char *compared = get_option (context, "compare");

  return g_strcmp0 (compared, "none") == 0 || g_strcmp0 (compared, get_instrument (context)) == 0
           ? NULL
           : compared;
}

static const JipyoInstrumentRange *
get_range (const JipyoViewContext *context)
{
  const char *id = get_option (context, "range");

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (g_strcmp0 (ranges[i].id, id) == 0)
      return &ranges[i];
  return &ranges[0];
}

GPtrArray *
jipyo_view_instrument_list_pasts (const JipyoViewContext *context)
{
  GPtrArray *needs = jipyo_past_needs_new ();
  const char *instrument = get_instrument (context);
  const char *compared = get_compared (context);
  const JipyoInstrumentRange *range = get_range (context);
  const gboolean session = range->days == 1 && jipyo_instrument_is_listed (instrument);
  const guint lookback = session ? SESSION_LOOKBACK : range->lookback;

  jipyo_past_needs_add (needs, instrument, range->resolution, range->days + lookback);
  jipyo_past_needs_add (needs, instrument, JIPYO_RESOLUTION_DAY,
                        range->days == 0 ? 0 : MAX (range->days, DAILY_DAYS));
  if (compared != NULL)
    jipyo_past_needs_add (needs, compared, range->resolution,
                          range->days + (session ? SESSION_LOOKBACK : 0));
  jipyo_coin_basis_add_past (context, instrument, needs);
  return needs;
}

static gboolean
is_korean (const JipyoInstrumentBoard *self)
{
  return self->draft->context->lang == JIPYO_LANG_KO;
}

static gboolean
is_index (const char *instrument)
{
  return jipyo_instrument_is_listed (instrument)
         && g_ascii_isalpha (*jipyo_instrument_get_symbol (instrument));
}

/* --- Tiles */

/* A printed quote is of another time than what was kept since. */
static gboolean
has_received (const JipyoInstrumentBoard *self)
{
  return self->known.quote != NULL && self->known.printed == NULL;
}

static const JipyoCandle *
get_last (const JipyoInstrumentBoard *self)
{
  return self->path != NULL && self->path->n > 0
           ? jipyo_price_path_get_candle (self->path, (int) self->path->n - 1)
           : NULL;
}

static void
fill_kept_price (JipyoInstrumentBoard *self, JipyoTile *tile)
{
  const JipyoCandle *last = get_last (self);
  g_autofree char *moment = jipyo_instrument_words_format_moment (self, last->start_ms);

  tile->number = jipyo_instrument_board_format_price (
    self, jipyo_candle_series_get_price (self->path->series, last->close));
  tile->note =
    g_strdup_printf (is_korean (self) ? "%s 종가, 보관된 것" : "Close of %s, as kept", moment);
  tile->muted =
    jipyo_date_compare (jipyo_instant_date_kst (last->start_ms * 1000), self->draft->context->as_of)
    < 0;
  if (tile->muted)
    jipyo_tile_warn (tile);
}

/* What is shown is a candle, and its source is that candle: not what was printed once. */
static void
fill_kept_source (const JipyoInstrumentBoard *self, JipyoTile *tile)
{
  const gint64 step_ms = self->path->series->step_ms;

  if (step_ms <= 0)
    return;
  g_free (tile->claim);
  tile->claim = jipyo_candle_id_format (self->instrument, step_ms, get_last (self)->start_ms);
}

/* The moment that was chosen; else the venue's own goes without saying. */
static void
name_basis (const JipyoInstrumentBoard *self, JipyoTile *tile)
{
  const JipyoViewContext *context = self->draft->context;
  g_autofree char *note = g_steal_pointer (&tile->note);

  tile->note =
    jipyo_coin_basis_has (context, self->instrument) ? g_strdup_printf (
      "%s · %s", note, jipyo_change_basis_label (self->known.quote->basis, context->lang))
                                                     : g_steal_pointer (&note);
}

static void
fill_change (const JipyoInstrumentBoard *self, JipyoTile *tile)
{
  const JipyoQuote *quote = self->known.quote;
  JipyoDecimal percent;
  gboolean derived;
  g_autofree char *change = jipyo_format_change (
    quote->change, MAX (self->decimals, jipyo_decimal_get_decimals (quote->change)), TRUE);
  g_autofree char *share = jipyo_known_quote_compute_percent (&self->known, &percent, &derived)
                             ? jipyo_format_change_percent (percent)
                             : g_strdup ("");

  tile->unit = g_strdup_printf ("%s  %s", change, share);
  name_basis (self, tile);
  tile->is_change = TRUE;
  tile->direction = jipyo_known_quote_get_direction (&self->known);
}

static void
fill_quote (JipyoInstrumentBoard *self, JipyoTile *tile)
{
  const JipyoViewContext *context = self->draft->context;
  const JipyoQuote *quote = self->known.quote;
  g_autofree char *when =
    jipyo_known_quote_format_since (&self->known, context->now_us, context->lang);
  g_autofree char *state = jipyo_quote_describe_state (quote, self->known.state, context->lang);

  tile->number = jipyo_instrument_board_format_price (self, quote->last);
  tile->note = g_strdup_printf ("%s · %s", state, when);
  if (quote->has_change)
    fill_change (self, tile);
  jipyo_known_quote_mark_tile (&self->known, tile);
}

static void
add_price_tile (JipyoInstrumentBoard *self)
{
  const JipyoViewContext *context = self->draft->context;
  JipyoTile *tile = jipyo_sheet_add_tile (self->draft->view->sheet);

  tile->label =
    jipyo_instrument_label (context->ledger, self->instrument, self->known.quote, context->lang);
  tile->claim = g_strdup (self->instrument);
  if (!has_received (self) && get_last (self) != NULL) {
    fill_kept_price (self, tile);
    fill_kept_source (self, tile);
  } else if (self->known.quote != NULL) {
    fill_quote (self, tile);
  } else {
    tile->number = g_strdup ("—");
    tile->note = g_strdup (jipyo_view_draft_pick (self->draft, "아직 시세 없음", "No quote yet"));
  }
}

static void
add_change_tile (JipyoInstrumentBoard *self)
{
  JipyoTile *tile = jipyo_sheet_add_tile (self->draft->view->sheet);

  tile->label =
    g_strdup_printf (is_korean (self) ? "%s 등락" : "Change over %s",
                     jipyo_view_draft_pick (self->draft, self->range->ko, self->range->en));
  if (!self->has_finding) {
    tile->number = g_strdup ("—");
    if (self->path != NULL && self->path->n == 0)
      tile->note = g_strdup (jipyo_view_draft_pick (self->draft, "이 기간에 보관된 시세 없음",
                                                    "No prices kept of this time"));
    return;
  }
  g_autofree char *from =
    self->finding.from_before
      ? jipyo_date_format (jipyo_instant_date_kst (self->finding.base_ms * 1000))
      : jipyo_instrument_words_format_moment (self, self->finding.base_ms);
  tile->number =
    jipyo_instrument_words_format_share (jipyo_instrument_finding_get_change (&self->finding));
  if (self->finding.from_before || self->path->series->resolution == JIPYO_RESOLUTION_DAY)
    tile->note = g_strdup_printf (is_korean (self) ? "%s 종가부터" : "From the close of %s", from);
  else
    tile->note = g_strdup_printf (is_korean (self) ? "%s부터" : "From %s on", from);
}

static JipyoCloses *
collect_closes (const JipyoInstrumentBoard *self, const JipyoCandleSeries *daily, int last_day)
{
  if (jipyo_instrument_is_listed (self->instrument))
    return jipyo_closes_new_from_candles (daily, last_day);
  JipyoCloses *closes = jipyo_closes_new ();

  for (guint i = 0; i < daily->candles->len; i++) {
    const JipyoCandle *candle = &g_array_index (daily->candles, JipyoCandle, i);
    const int day = (int) (candle->start_ms / DAY_MS);

    if (day <= last_day)
      jipyo_closes_add (
        closes, day,
        jipyo_decimal_to_double (jipyo_candle_series_get_price (daily, candle->close)));
  }
  return closes;
}

/* The last day that is over: a price in the middle of one is no close. */
static int
find_last_day (const JipyoInstrumentBoard *self)
{
  static const gint64 SESSION_MS = 6 * 60 * 60 * 1000 + 30 * 60 * 1000;
  const gint64 now_ms = jipyo_view_context_get_end_ms (self->draft->context);
  const gint64 length_ms = jipyo_instrument_is_listed (self->instrument) ? SESSION_MS : DAY_MS;
  JipyoMarketMoment moment = { 0 };

  if (self->calendar != NULL)
    jipyo_calendar_look (self->calendar, now_ms * 1000, &moment);
  if (moment.closed_us != 0)
    return jipyo_date_first_day (jipyo_instant_date_kst (moment.closed_us))
           - (moment.closed_us > now_ms * 1000);
  return (int) ((now_ms - length_ms) / DAY_MS);
}

static void
add_volatility_tile (JipyoInstrumentBoard *self)
{
  const JipyoCandleSeries *daily =
    jipyo_view_context_get_past (self->draft->context, JIPYO_INSTRUMENT_DAILY);
  const double days =
    jipyo_instrument_is_listed (self->instrument) ? JIPYO_TRADING_DAYS_A_YEAR : CRYPTO_DAYS_A_YEAR;
  JipyoTile *tile = jipyo_sheet_add_tile (self->draft->view->sheet);

  tile->label =
    g_strdup (jipyo_view_draft_pick (self->draft, "변동성(연율)", "Volatility, annualised"));
  g_autoptr (JipyoCloses) closes =
               daily != NULL ? collect_closes (self, daily, find_last_day (self)) : NULL;
  const double volatility = closes != NULL ? jipyo_volatility_compute (closes) : NAN;

  if (isnan (volatility)) {
    tile->number = g_strdup ("—");
    tile->note = g_strdup_printf (is_korean (self) ? "하루 수익률이 %d개 이상 있어야 함"
                                                   : "Needs %d returns of a day",
                                  JIPYO_VOLATILITY_RETURNS_MIN);
    return;
  }
  tile->number =
    jipyo_format_rounded (volatility * sqrt (days / JIPYO_TRADING_DAYS_A_YEAR) * 100, 1);
  tile->unit = g_strdup ("%");
  tile->note = g_strdup_printf (is_korean (self) ? "종가 %u개의 로그수익률, 1년 %.0f일"
                                                 : "Log returns of %u closes, a year of %.0f days",
                                jipyo_closes_count (closes), days);
}

/* --- The whole */

static void
set_empty (JipyoInstrumentBoard *self)
{
  const JipyoViewContext *context = self->draft->context;
  const gboolean unread = jipyo_view_context_get_past (context, JIPYO_INSTRUMENT_PAST) == NULL;

  if (unread && context->pasts_failed)
    jipyo_view_draft_set_empty (self->draft,
                                "지난 시세를 읽을 수 없습니다. 다른 지표가 쓰고 있거나, 디스크가 "
                                "찼거나, 파일이 손상되었습니다",
                                "Past prices cannot be read: another Jipyo has them, the disk is "
                                "full, or the file is damaged");
  else if (unread)
    jipyo_view_draft_set_empty (self->draft, "지난 시세를 읽는 중입니다",
                                "Past prices are being read");
  else
    jipyo_view_draft_set_empty (self->draft,
                                "이 기간에 보관된 시세가 없습니다. 지표가 켜져 있는 동안 쌓이고, "
                                "jipyo backfill로 받아 오거나 jipyo import로 넣을 수 있습니다",
                                "No prices of this time are kept. They gather while Jipyo runs, "
                                "jipyo backfill fetches them, and jipyo import brings them in");
}

static char *
format_price (const JipyoInstrumentBoard *self)
{
  if (has_received (self))
    return jipyo_instrument_board_format_price (self, self->known.quote->last);
  return jipyo_instrument_board_format_price (
    self, jipyo_candle_series_get_price (self->path->series, get_last (self)->close));
}

/* The finding in both languages, whatever that of the picture is. */
static char *
format_finding (const JipyoInstrumentBoard *self, const char *price, JipyoLang lang)
{
  const double below = jipyo_instrument_finding_get_below (&self->finding);
  g_autofree char *percent =
    jipyo_instrument_words_format_share (jipyo_instrument_finding_get_change (&self->finding));
  GString *text = g_string_new (NULL);

  if (lang == JIPYO_LANG_KO)
    g_string_printf (text, "%s %s, %s 동안 %s", self->name.ko, price, self->range->ko, percent);
  else
    g_string_printf (text, "%s at %s, %s over %s", self->name.en, price, percent, self->range->en);
  if (below > 0)
    g_string_append_printf (
      text, lang == JIPYO_LANG_KO ? ", 고점보다 %.1f %% 낮음" : ", %.1f %% below its high",
      below * 100);
  return g_string_free (text, FALSE);
}

static void
set_sentence (JipyoInstrumentBoard *self)
{
  g_autofree char *price = format_price (self);

  if (!self->has_finding)
    jipyo_view_draft_take_sentence (self->draft, g_strdup_printf ("%s %s", self->name.ko, price),
                                    g_strdup_printf ("%s at %s", self->name.en, price));
  else
    jipyo_view_draft_take_sentence (self->draft, format_finding (self, price, JIPYO_LANG_KO),
                                    format_finding (self, price, JIPYO_LANG_EN));
}

/* What the first chart says stands once, above the picture. */
static void
set_heading (JipyoInstrumentBoard *self)
{
  JipyoSheet *sheet = self->draft->view->sheet;
  const JipyoPlot *first = sheet->plots->len > 0 ? g_ptr_array_index (sheet->plots, 0) : NULL;

  if (self->has_finding && first != NULL)
    sheet->title = g_strdup (first->title);
}

static void
set_footer (JipyoInstrumentBoard *self)
{
  const JipyoViewContext *context = self->draft->context;
  g_autofree char *venue = jipyo_instrument_venue (self->instrument, context->lang);
  g_autofree char *codes = jipyo_instrument_former_tell (self);
  g_autofree char *rest = jipyo_view_draft_format_footer (self->draft);

  self->draft->view->sheet->footer =
    g_strdup_printf (is_korean (self) ? "%s 시세, 이 컴퓨터에 보관된 것%s · %s"
                                      : "Prices of %s, as kept on this computer%s · %s",
                     venue, codes, rest);
}

static gboolean
check_instrument (const JipyoViewContext *context, const char *option, GError **error)
{
  const char *instrument = get_option (context, option);

  if (instrument == NULL || g_str_equal (instrument, "none")
      || jipyo_instrument_is_valid (instrument))
    return TRUE;
  g_set_error (error, JIPYO_VIEW_ERROR, JIPYO_VIEW_ERROR_OPTION,
               "option %s of view instrument is an instrument like upbit:KRW-BTC, not “%s”", option,
               instrument);
  return FALSE;
}

/* The close of the session before the one that is all of the stretch; 0 when it was not kept. */
static double
find_close_before (const JipyoInstrumentBoard *self, gint64 *start_ms)
{
  const JipyoCandleSeries *daily =
    jipyo_view_context_get_past (self->draft->context, JIPYO_INSTRUMENT_DAILY);

  if (self->range->days != 1 || !jipyo_instrument_is_listed (self->instrument) || daily == NULL
      || self->path == NULL || self->path->n == 0)
    return 0;
  const gint64 first_ms = jipyo_price_path_get_candle (self->path, 0)->start_ms;
  guint n = daily->candles->len;
  while (n > 0
         && g_array_index (daily->candles, JipyoCandle, n - 1).start_ms / DAY_MS
              >= first_ms / DAY_MS)
    n--;
  if (n == 0 || jipyo_candle_series_find_unit_change (daily, n) != 0)
    return 0;
  const JipyoCandle *before = &g_array_index (daily->candles, JipyoCandle, n - 1);
  *start_ms = before->start_ms;
  if (jipyo_price_path_misses_session (self->path, before->start_ms, first_ms))
    return 0;
  return jipyo_decimal_to_double (jipyo_candle_series_get_price (daily, before->close));
}

static void
board_find (JipyoInstrumentBoard *self)
{
  gint64 before_ms = 0;
  const double before = find_close_before (self, &before_ms);

  self->has_finding = jipyo_instrument_finding_init (&self->finding, self->path, before, before_ms);
}

static JipyoPricePath *
make_path (const JipyoInstrumentBoard *self, const JipyoCandleSeries *series)
{
  return jipyo_price_path_new (series, self->calendar, self->range->days, self->end_ms);
}

/* When the price of the quote was made; the last of a session is of the session, however late it
 * is told. */
static gint64
find_price_ms (const JipyoInstrumentBoard *self)
{
  const JipyoQuote *quote = self->known.quote;
  const gint64 time_us = quote->venue_time_us != 0 ? quote->venue_time_us : quote->received_us;
  gint64 bounds_us[2];

  if (self->calendar != NULL && self->known.state == JIPYO_QUOTE_CLOSED
      && jipyo_calendar_get_hours (self->calendar, jipyo_instant_date_kst (time_us),
                                   JIPYO_PHASE_OPEN, bounds_us))
    return MIN (time_us, bounds_us[1] - 1) / 1000;
  return time_us / 1000;
}

/* What was kept is read again only now and then: the chart ends with the price that stands above
 * it. One in doubt is no part of a line. */
static void
board_end_in_quote (JipyoInstrumentBoard *self)
{
  g_autoptr (JipyoCandleSeries) series = NULL;

  if (!has_received (self) || self->known.state == JIPYO_QUOTE_SUSPECT
      || self->path->series->step_ms <= 0)
    return;
  series = jipyo_candle_series_merge (self->path->series, self->path->series->step_ms);
  if (!jipyo_candle_series_put_price (series, find_price_ms (self), self->known.quote->last))
    return;
  jipyo_price_path_free (self->path);
  jipyo_candle_series_free (self->merged);
  self->merged = g_steal_pointer (&series);
  self->path = make_path (self, self->merged);
  self->ends_in_quote = TRUE;
}

static void
board_init (JipyoInstrumentBoard *self, const JipyoViewContext *context)
{
  const JipyoCandleSeries *series = jipyo_view_context_get_past (context, JIPYO_INSTRUMENT_PAST);

  self->instrument = get_instrument (context);
  self->compared = get_compared (context);
  self->range = get_range (context);
  self->end_ms = jipyo_view_context_get_end_ms (context);
  self->calendar = jipyo_view_context_find_calendar (context, self->instrument);
  self->decimals = is_index (self->instrument) ? 2 : 0;
  jipyo_known_quote_init (&self->known, context, self->instrument);
  if (has_received (self))
    jipyo_coin_basis_apply (context, self->known.quote,
                            JIPYO_INSTRUMENT_COMPARED + (self->compared != NULL));
  self->name = jipyo_instrument_name (context->ledger, self->instrument, self->known.quote);
  if (series == NULL)
    return;
  /* A line is as fine as what was kept. */
  if (self->range->days == 1 && g_strcmp0 (get_option (context, "mark"), "line") != 0)
    self->merged = jipyo_candle_series_merge (series, CANDLE_OF_A_DAY_MS);
  self->path = make_path (self, self->merged != NULL ? self->merged : series);
  if (self->path->n > 0)
    board_end_in_quote (self);
}

static void
board_clear (JipyoInstrumentBoard *self)
{
  jipyo_known_quote_clear (&self->known);
  jipyo_text_clear (&self->name);
  g_clear_pointer (&self->path, jipyo_price_path_free);
  g_clear_pointer (&self->merged, jipyo_candle_series_free);
}

JipyoView *
jipyo_view_build_instrument (const JipyoViewContext *context, GError **error)
{
  JipyoInstrumentBoard board = { 0 };
  g_autofree char *name = NULL;

  if (!check_instrument (context, "instrument", error)
      || !check_instrument (context, "compare", error))
    return NULL;
  board_init (&board, context);
  name = g_strconcat ("instrument:", board.instrument, NULL);
  board.draft = jipyo_view_draft_new (context, name);
  board_find (&board);
  jipyo_text_clear (&board.draft->view->title);
  board.draft->view->title = jipyo_text_copy (&board.name);
  board.draft->view->sheet->wide_first = TRUE;
  add_price_tile (&board);
  add_change_tile (&board);
  add_volatility_tile (&board);
  jipyo_instrument_table_fill (&board);
  if (board.path == NULL || board.path->n == 0) {
    set_empty (&board);
  } else {
    jipyo_instrument_plots_add (&board);
    set_sentence (&board);
  }
  set_heading (&board);
  set_footer (&board);
  board_clear (&board);
  return jipyo_view_draft_finish (board.draft);
}

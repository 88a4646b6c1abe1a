/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The candles that are shown as rows, the newest first. A long stretch is cut: all of it is what
 * `jipyo history` prints.
 */

#include "jipyo-candle-former.h"
#include "jipyo-candle-id.h"
#include "jipyo-figures.h"
#include "jipyo-format.h"
#include "jipyo-instrument-average.h"
#include "jipyo-instrument-board.h"

#include <math.h>

static const guint ROWS_MAX = 500;

static gboolean
has_former (const JipyoInstrumentBoard *self)
{
  return self->path != NULL && self->path->series->former != NULL;
}

static void
set_code (const JipyoInstrumentBoard *self, const JipyoCandle *candle)
{
  const char *code = jipyo_candle_series_find_code (self->path->series, candle->start_ms);

  if (has_former (self))
    jipyo_table_set_text (self->draft->view->table, "code", code, code);
}

static char *
name_average (guint n)
{
  return g_strdup_printf ("average-%u", jipyo_instrument_average_get_window (n));
}

static const char *
get_unit (const JipyoInstrumentBoard *self)
{
  return self->decimals == 2 ? "points" : "KRW";
}

static void
add_average_columns (const JipyoInstrumentBoard *self)
{
  for (guint n = 0; n < JIPYO_N_AVERAGES; n++) {
    g_autofree char *id = name_average (n);
    JipyoText title = jipyo_instrument_average_name (n);

    if (jipyo_instrument_average_is_shown (self, n))
      jipyo_table_add_figure_column (self->draft->view->table, id, &title, get_unit (self));
    jipyo_text_clear (&title);
  }
}

static void
add_columns (const JipyoInstrumentBoard *self)
{
  static const struct {
    const char *id, *ko, *en;
  } columns[] = {
    { "open", "시가", "Open" },
    { "high", "고가", "High" },
    { "low", "저가", "Low" },
    { "close", "종가", "Close" },
    { "change-percent", "등락률", "Change" },
  };
  JipyoTable *table = self->draft->view->table;
  const JipyoText volume = { (char *) "거래량", (char *) "Volume" };

  jipyo_table_add_text_column (table, "time", "시각(한국)", "Time (Korea)");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
    const JipyoText title = { (char *) columns[i].ko, (char *) columns[i].en };
    const gboolean percent = i == G_N_ELEMENTS (columns) - 1;

    jipyo_table_add_figure_column (table, columns[i].id, &title,
                                   percent ? "percent" : get_unit (self));
  }
  jipyo_table_add_figure_column (table, "volume", &volume, "");
  add_average_columns (self);
  if (has_former (self))
    jipyo_table_add_text_column (table, "code", "당시 코드", "Code then");
}

/* A figure of a column; takes the text. */
static void
set_figure (JipyoCell *cell, const char *candle, JipyoDecimal value, char *text)
{
  cell->value = jipyo_decimal_format (value);
  cell->text = jipyo_text_take (g_strdup (text), text);
  cell->claim = g_strdup (candle);
  cell->is_figure = TRUE;
}

/* The close that is the quote's price opens the quote. */
static const char *
choose_claim (const JipyoInstrumentBoard *self, const JipyoCandle *candle, const char *id)
{
  return self->ends_in_quote
             && candle == jipyo_price_path_get_candle (self->path, (int) self->path->n - 1)
           ? self->instrument
           : id;
}

static void
set_prices (const JipyoInstrumentBoard *self, const JipyoCandle *candle, const char *id)
{
  const struct {
    const char *column;
    gint64 digits;
  } prices[] = {
    { "open", candle->open },
    { "high", candle->high },
    { "low", candle->low },
    { "close", candle->close },
  };

  for (guint i = 0; i < G_N_ELEMENTS (prices); i++) {
    const JipyoDecimal price = jipyo_candle_series_get_price (self->path->series, prices[i].digits);
    const gboolean is_close = i == G_N_ELEMENTS (prices) - 1;

    set_figure (jipyo_table_get_cell (self->draft->view->table, prices[i].column),
                is_close ? choose_claim (self, candle, id) : id, price,
                jipyo_instrument_board_format_price (self, price));
  }
}

/* Against the close before, if nothing is missing between the two. */
static void
set_change (const JipyoInstrumentBoard *self, guint index, const char *id)
{
  JipyoDecimal change, percent, hundredfold;
  const JipyoCandleSeries *series = self->path->series;
  const JipyoCandle *candle = &g_array_index (series->candles, JipyoCandle, index);

  if (index == 0 || jipyo_price_path_is_broken (self->path, index))
    return;
  const JipyoDecimal before = jipyo_candle_series_get_price (
    series, g_array_index (series->candles, JipyoCandle, index - 1).close);
  if (jipyo_decimal_sign (before) <= 0
      || !jipyo_decimal_subtract (jipyo_candle_series_get_price (series, candle->close), before,
                                  &change)
      || !jipyo_decimal_multiply (change, jipyo_decimal_from_int (100), &hundredfold)
      || !jipyo_decimal_divide (hundredfold, before, 2, &percent))
    return;
  JipyoCell *cell = jipyo_table_get_cell (self->draft->view->table, "change-percent");
  set_figure (cell, id, percent, jipyo_format_change_percent (percent));
  cell->status = JIPYO_STATUS_DERIVED;
}

static void
set_volume (const JipyoInstrumentBoard *self, const JipyoCandle *candle, const char *id)
{
  JipyoDecimal volume;

  if (jipyo_candle_series_get_volume (self->path->series, candle, &volume))
    set_figure (jipyo_table_get_cell (self->draft->view->table, "volume"), id, volume,
                jipyo_format_price (volume, jipyo_decimal_get_decimals (volume)));
}

/* Those of all candles, the first of them first. */
typedef struct {
  double *values[JIPYO_N_AVERAGES]; /* owned; NULL: not shown */
} Averages;

static Averages
compute_averages (const JipyoInstrumentBoard *self)
{
  Averages averages = { 0 };

  for (guint n = 0; n < JIPYO_N_AVERAGES; n++)
    if (jipyo_instrument_average_is_shown (self, n))
      averages.values[n] = jipyo_instrument_average_compute (self, n);
  return averages;
}

static void
clear_averages (Averages *self)
{
  for (guint n = 0; n < JIPYO_N_AVERAGES; n++)
    g_free (self->values[n]);
}

/* Of the candle that is the i-th shown. */
static void
set_averages (const JipyoInstrumentBoard *self, const Averages *averages, guint i)
{
  for (guint n = 0; n < JIPYO_N_AVERAGES; n++) {
    g_autofree char *id = name_average (n);

    if (averages->values[n] == NULL || isnan (averages->values[n][i]))
      continue;
    const JipyoDecimal value = jipyo_figure_round (averages->values[n][i], self->decimals);
    JipyoCell *cell = jipyo_table_get_cell (self->draft->view->table, id);
    set_figure (cell, self->instrument, value, jipyo_instrument_board_format_price (self, value));
    cell->status = JIPYO_STATUS_DERIVED;
  }
}

static void
set_time (const JipyoInstrumentBoard *self, const JipyoCandle *candle)
{
  JipyoTable *table = self->draft->view->table;

  if (self->path->series->resolution != JIPYO_RESOLUTION_DAY) {
    jipyo_known_quote_set_instant (table, "time", candle->start_ms * 1000);
    return;
  }
  g_autofree char *day = jipyo_date_format (jipyo_instant_date_kst (candle->start_ms * 1000));
  jipyo_table_set_text (table, "time", day, day);
}

void
jipyo_instrument_table_fill (JipyoInstrumentBoard *self)
{
  add_columns (self);
  if (self->path == NULL)
    return;
  Averages averages = compute_averages (self);
  for (guint i = self->path->n; i > 0 && i + ROWS_MAX > self->path->n; i--) {
    const JipyoCandle *candle = jipyo_price_path_get_candle (self->path, (int) i - 1);
    const gint64 step_ms = self->path->series->step_ms;
    g_autofree char *id = step_ms > 0
                            ? jipyo_candle_id_format (self->instrument, step_ms, candle->start_ms)
                            : g_strdup (self->instrument);

    jipyo_table_begin_row (self->draft->view->table);
    set_time (self, candle);
    set_prices (self, candle, id);
    set_change (self, self->path->first + i - 1, id);
    set_volume (self, candle, id);
    set_averages (self, &averages, i - 1);
    set_code (self, candle);
  }
  clear_averages (&averages);
}

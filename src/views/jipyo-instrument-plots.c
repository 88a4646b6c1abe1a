/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The charts of an instrument: prices with their averages, volume, holes and the programme's
 * events; and how far below the highest.
 */

#include "jipyo-candle-id.h"
#include "jipyo-candle-unit.h"
#include "jipyo-event-label.h"
#include "jipyo-format.h"
#include "jipyo-indicator.h"
#include "jipyo-instrument-average.h"
#include "jipyo-instrument-board.h"
#include "jipyo-instrument-name.h"
#include "jipyo-instrument-words.h"
#include "jipyo-instrument.h"

#include <math.h>
#include <string.h>

static const guint BARS_MAX = 500; /* of volume, of a stretch longer than that */

static gboolean
is_korean (const JipyoInstrumentBoard *self)
{
  return self->draft->context->lang == JIPYO_LANG_KO;
}

static gboolean
has_option (const JipyoInstrumentBoard *self, const char *name, const char *value)
{
  return g_str_equal (jipyo_view_draft_get_option (self->draft, name, ""), value);
}

static JipyoMark
choose_mark (const JipyoInstrumentBoard *self)
{
  if (has_option (self, "mark", "line") || jipyo_instrument_board_is_dense (self))
    return JIPYO_MARK_LINE;
  return has_option (self, "mark", "ohlc") ? JIPYO_MARK_OHLC : JIPYO_MARK_CANDLE;
}

/* --- Prices */

static char *
format_candle_price (const JipyoInstrumentBoard *self, gint64 digits)
{
  return jipyo_instrument_board_format_price (
    self, jipyo_candle_series_get_price (self->path->series, digits));
}

/* Prices as they came have no length, and are no candles. */
static void
set_claim (const JipyoInstrumentBoard *self, JipyoDatum *datum, const JipyoCandle *candle)
{
  const gint64 step_ms = self->path->series->step_ms;

  if (step_ms <= 0)
    return;
  g_autofree char *id = jipyo_candle_id_format (self->instrument, step_ms, candle->start_ms);
  jipyo_datum_set_claim (datum, id);
}

static void
add_candle (const JipyoInstrumentBoard *self, JipyoPlotSeries *series, const JipyoCandle *candle)
{
  JipyoDatum *datum =
    jipyo_plot_series_add (series, jipyo_price_path_get_position (self->path, candle),
                           jipyo_price_path_get_value (self->path, candle->close), NULL);

  set_claim (self, datum, candle);
  /* To a line low and high would be how far its figure may be off. */
  if (series->mark == JIPYO_MARK_LINE)
    return;
  datum->start = jipyo_price_path_get_value (self->path, candle->open);
  datum->low = jipyo_price_path_get_value (self->path, candle->low);
  datum->high = jipyo_price_path_get_value (self->path, candle->high);
}

static void
add_gap (JipyoPlotSeries *series, double position)
{
  jipyo_plot_series_add (series, position, NAN, NULL);
}

static void
add_price_points (const JipyoInstrumentBoard *self, JipyoPlotSeries *series)
{
  for (guint i = 0; i < self->path->n; i++) {
    const JipyoCandle *candle = jipyo_price_path_get_candle (self->path, (int) i);

    if (series->mark == JIPYO_MARK_LINE && i > 0
        && jipyo_price_path_is_broken (self->path, self->path->first + i))
      add_gap (series, candle->start_ms / 1000.0);
    add_candle (self, series, candle);
  }
}

/* Of another time than the price above the chart: it is named with its own. */
static gboolean
is_of_before (const JipyoInstrumentBoard *self, const JipyoCandle *last)
{
  return !self->ends_in_quote
         && ((self->known.quote != NULL && self->known.printed == NULL)
             || jipyo_date_compare (jipyo_instant_date_kst (last->start_ms * 1000),
                                    self->draft->context->as_of)
                  < 0);
}

/* "2026-11-25", of the day of the reading "12:31". (transfer full) */
static char *
format_last_moment (const JipyoInstrumentBoard *self, const JipyoCandle *last)
{
  const JipyoDate day = jipyo_instant_date_kst (last->start_ms * 1000);
  g_autofree char *time = jipyo_instant_format_time_kst (last->start_ms * 1000);

  if (self->path->series->resolution == JIPYO_RESOLUTION_DAY
      || jipyo_date_compare (day, self->draft->context->as_of) != 0)
    return jipyo_date_format (day);
  return g_strndup (time, strlen ("12:31"));
}

/* What the last price is when it is none of now; NULL when it is. (transfer full) (nullable) */
static char *
describe_last (const JipyoInstrumentBoard *self, const JipyoCandle *last)
{
  const JipyoLang lang = self->draft->context->lang;

  if (is_of_before (self, last))
    return format_last_moment (self, last);
  return self->ends_in_quote && jipyo_known_quote_is_aged (&self->known)
           ? g_strdup (jipyo_quote_state_label (self->known.state, lang))
           : NULL;
}

/* As the tile has it: what is no price of now is pale, and says why in its figure. */
static void
label_last (const JipyoInstrumentBoard *self, JipyoPlotSeries *series)
{
  if (series->data->len == 0)
    return;
  JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, series->data->len - 1);
  const JipyoCandle *last = jipyo_price_path_get_candle (self->path, (int) self->path->n - 1);
  g_autofree char *price = format_candle_price (self, last->close);
  g_autofree char *state = describe_last (self, last);

  if (self->ends_in_quote)
    jipyo_datum_set_claim (datum, self->instrument);
  datum->text =
    state != NULL ? g_strdup_printf ("%s (%s)", price, state) : g_steal_pointer (&price);
  if (state == NULL)
    return;
  datum->faded = TRUE;
  datum->has_colour = series->mark == JIPYO_MARK_LINE;
  datum->colour.role = JIPYO_ROLE_MUTED;
}

static void
add_prices (const JipyoInstrumentBoard *self, JipyoPlot *plot)
{
  JipyoPlotSeries *series = jipyo_plot_add_series (
    plot, "price", jipyo_view_draft_pick (self->draft, "시세", "Price"), choose_mark (self));

  /* Candles have the colours of rise and fall. */
  if (series->mark == JIPYO_MARK_LINE)
    series->colour.role = JIPYO_ROLE_ACCENT;
  add_price_points (self, series);
  label_last (self, series);
}

/* The longest crosses the price itself, which is in the accent's colour: it has the one farthest
 * from that in every theme, tests/chart/test-sight.c says how far, and it is dashed. */
static guint
get_average_colour (guint window)
{
  if (window == 20)
    return 1;
  return window == 60 ? 2 : 4;
}

static void
add_average (const JipyoInstrumentBoard *self, JipyoPlot *plot, guint n)
{
  const guint window = jipyo_instrument_average_get_window (n);
  g_autofree double *averages = jipyo_instrument_average_compute (self, n);
  g_autofree char *id = g_strdup_printf ("average-%u", window);
  JipyoText name = jipyo_instrument_average_name (n);
  JipyoPlotSeries *series = NULL;

  for (guint i = 0; i < self->path->n; i++) {
    const JipyoCandle *candle = jipyo_price_path_get_candle (self->path, (int) i);

    if (isnan (averages[i]) && series == NULL)
      continue;
    if (series == NULL) {
      series = jipyo_plot_add_series (plot, id, jipyo_text_get (&name, self->draft->context->lang),
                                      JIPYO_MARK_LINE);
      series->colour = (JipyoColourKey){ JIPYO_ROLE_SERIES, get_average_colour (window) };
      series->dashed = n == JIPYO_N_AVERAGES - 1;
    }
    jipyo_plot_series_add (series, jipyo_price_path_get_position (self->path, candle), averages[i],
                           NULL);
  }
  jipyo_text_clear (&name);
}

/* What a bar stands for: that many candles from the first one on. */
typedef struct {
  guint first;
  guint n;
  double volume;
} VolumeBar;

/* FALSE when the volume of none of them is known. */
static gboolean
sum_volumes (const JipyoInstrumentBoard *self, VolumeBar *bar)
{
  gboolean known = FALSE;

  for (guint i = bar->first; i < bar->first + bar->n; i++) {
    JipyoDecimal volume;

    if (!jipyo_candle_series_get_volume (
          self->path->series, jipyo_price_path_get_candle (self->path, (int) i), &volume))
      continue;
    bar->volume += jipyo_decimal_to_double (volume);
    known = TRUE;
  }
  return known;
}

static void
add_volume (const JipyoInstrumentBoard *self, JipyoPlotSeries *series, const VolumeBar *bar)
{
  const JipyoCandle *first = jipyo_price_path_get_candle (self->path, (int) bar->first);
  const JipyoCandle *last =
    jipyo_price_path_get_candle (self->path, (int) (bar->first + bar->n - 1));
  const JipyoCandle *middle =
    jipyo_price_path_get_candle (self->path, (int) (bar->first + bar->n / 2));
  JipyoDatum *datum = jipyo_plot_series_add (
    series, jipyo_price_path_get_position (self->path, middle), bar->volume, NULL);

  datum->has_colour = last->close != first->open;
  datum->colour.role = last->close > first->open ? JIPYO_ROLE_UP : JIPYO_ROLE_DOWN;
  if (bar->n == 1)
    set_claim (self, datum, first);
}

/* Of a long stretch a bar is the sum of several candles, which its name says. */
static void
add_volumes (const JipyoInstrumentBoard *self, JipyoPlot *plot)
{
  const guint n_each =
    jipyo_instrument_board_is_dense (self) ? (self->path->n + BARS_MAX - 1) / BARS_MAX : 1;
  g_autofree char *sums =
    g_strdup_printf (is_korean (self) ? "거래량(봉 %u개씩)" : "Volume of %u candles", n_each);
  const char *name = n_each > 1 ? sums : jipyo_view_draft_pick (self->draft, "거래량", "Volume");
  JipyoPlotSeries *series = NULL;

  for (guint i = 0; i < self->path->n; i += n_each) {
    VolumeBar bar = { i, MIN (n_each, self->path->n - i), 0 };

    if (!sum_volumes (self, &bar))
      continue;
    if (series == NULL)
      series = jipyo_plot_add_series (plot, "volume", name, JIPYO_MARK_VOLUME);
    add_volume (self, series, &bar);
  }
}

static void
add_holes (const JipyoInstrumentBoard *self, JipyoPlot *plot)
{
  for (guint i = 0; i < self->path->holes->len; i++) {
    const JipyoHole *hole = &g_array_index (self->path->holes, JipyoHole, i);
    const JipyoAnnotation span = {
      .kind = JIPYO_ANNOTATION_SPAN,
      .axis = JIPYO_ANNOTATION_ON_POSITION,
      .from = hole->from_ms / 1000.0,
      .to = hole->to_ms / 1000.0,
      .text =
        (char *) (hole->damaged ? jipyo_view_draft_pick (self->draft, "손상", "Damaged")
                                : jipyo_view_draft_pick (self->draft, "기록 없음", "Not recorded")),
    };

    jipyo_plot_add_annotation (plot, &span);
  }
}

/* --- Events of the programme */

static gboolean
is_marked (const JipyoEvent *event)
{
  switch (event->kind) {
  case JIPYO_EVENT_SELECTED:
  case JIPYO_EVENT_JOINED:
  case JIPYO_EVENT_ADVANCED:
  case JIPYO_EVENT_OUT_SCORE:
  case JIPYO_EVENT_DISQUALIFIED:
  case JIPYO_EVENT_CALL:
  case JIPYO_EVENT_REVIEW:
    return !event->planned && event->date.day != 0;
  case JIPYO_EVENT_MEMBER:
  case JIPYO_EVENT_RELEASE:
  case JIPYO_EVENT_FUNDING:
  case JIPYO_EVENT_DISPUTE:
  case JIPYO_EVENT_PLAN:
  case JIPYO_EVENT_OTHER:
    break;
  }
  return FALSE;
}

static gboolean
is_in_sight (const JipyoInstrumentBoard *self, double position)
{
  const JipyoCandle *first = jipyo_price_path_get_candle (self->path, 0);
  const JipyoCandle *last = jipyo_price_path_get_candle (self->path, (int) self->path->n - 1);

  return position >= jipyo_price_path_get_position (self->path, first)
         && position <= jipyo_price_path_get_position (self->path, last);
}

/* One pin a day: a round passes some teams and drops others. */
static void
add_event (const JipyoInstrumentBoard *self, JipyoPlot *plot, GPtrArray *of_day)
{
  static const double noon_s = 12 * 60 * 60;
  const JipyoEvent *event = g_ptr_array_index (of_day, 0);
  const double position = jipyo_plot_time_from_date (event->date) + noon_s;
  const char *kind = jipyo_event_label_kind (event->kind, self->draft->context->lang);
  g_autofree char *text =
    of_day->len == 1
      ? g_strdup (kind)
      : g_strdup_printf (is_korean (self) ? "%s 외 %u건" : "%s and %u more", kind, of_day->len - 1);
  const JipyoAnnotation pin = { .kind = JIPYO_ANNOTATION_EVENT, .from = position, .text = text };

  if (!is_in_sight (self, position))
    return;
  jipyo_plot_add_annotation (plot, &pin);
  for (guint i = 0; i < of_day->len; i++)
    jipyo_view_draft_use_source (self->draft, ((JipyoEvent *) of_day->pdata[i])->source);
}

static void
add_events (const JipyoInstrumentBoard *self, JipyoPlot *plot)
{
  const GPtrArray *events = jipyo_ledger_get_events (self->draft->context->ledger);
  g_autoptr (GPtrArray) of_day = g_ptr_array_new ();

  for (guint i = 0; i < events->len; i++) {
    JipyoEvent *event = g_ptr_array_index (events, i);

    if (!is_marked (event))
      continue;
    if (of_day->len > 0
        && jipyo_date_compare (((JipyoEvent *) of_day->pdata[0])->date, event->date) != 0) {
      add_event (self, plot, of_day);
      g_ptr_array_set_size (of_day, 0);
    }
    g_ptr_array_add (of_day, event);
  }
  if (of_day->len > 0)
    add_event (self, plot, of_day);
}

/* What the session's prices are measured against. */
static void
add_close_before (const JipyoInstrumentBoard *self, JipyoPlot *plot)
{
  const JipyoAnnotation line = {
    .kind = JIPYO_ANNOTATION_LINE,
    .axis = JIPYO_ANNOTATION_ON_VALUE,
    .from = self->finding.base,
    .text = (char *) jipyo_view_draft_pick (self->draft, "전 거래일 종가", "Close before"),
  };

  if (self->has_finding && self->finding.from_before)
    jipyo_plot_add_annotation (plot, &line);
}

/* A candle alone would reach from the top of the chart to its bottom, and be taken for a line. */
static void
leave_air (const JipyoInstrumentBoard *self, JipyoPlot *plot)
{
  if (self->path->n != 1 || plot->annotations->len > 0)
    return;
  const JipyoCandle *candle = jipyo_price_path_get_candle (self->path, 0);
  const double low = jipyo_price_path_get_value (self->path, candle->low);
  const double high = jipyo_price_path_get_value (self->path, candle->high);

  plot->value.has_bounds = high > low;
  plot->value.low = MAX (low - (high - low), 0);
  plot->value.high = high + (high - low);
}

static void
add_price_plot (JipyoInstrumentBoard *self)
{
  g_autofree char *title = jipyo_instrument_words_build_title (self);
  g_autofree char *subtitle =
    jipyo_instrument_words_build_subtitle (self, choose_mark (self) == JIPYO_MARK_LINE);
  JipyoPlot *plot = jipyo_view_draft_add_plot (self->draft, title, subtitle);

  jipyo_instrument_board_set_time (self, plot);
  plot->value.unit = self->decimals == 2 ? JIPYO_UNIT_POINTS : JIPYO_UNIT_KRW;
  plot->value.exact = TRUE;
  add_prices (self, plot);
  for (guint n = 0; n < JIPYO_N_AVERAGES; n++)
    if (jipyo_instrument_average_is_shown (self, n))
      add_average (self, plot, n);
  add_volumes (self, plot);
  add_close_before (self, plot);
  leave_air (self, plot);
  add_holes (self, plot);
  jipyo_instrument_former_mark (self, plot, self->path);
  add_events (self, plot);
}

/* --- Drawdown */

/* In each unit by itself. */
static void
trace_drawdowns (const JipyoPricePath *path, const double *values, double *drawdowns)
{
  guint start = 0;

  for (guint i = 1; i <= path->n; i++) {
    if (i < path->n && jipyo_candle_series_find_unit_change (path->series, path->first + i) == 0)
      continue;
    jipyo_drawdown_trace (values + start, i - start, drawdowns + start);
    start = i;
  }
}

static void
add_drawdown_plot (JipyoInstrumentBoard *self)
{
  const guint n = self->path->n;
  g_autofree double *values = g_new (double, MAX (n, 1));
  g_autofree double *drawdowns = g_new (double, MAX (n, 1));
  g_autofree char *title = jipyo_instrument_words_build_fall (self);
  JipyoPlot *plot = jipyo_view_draft_add_plot (
    self->draft, title,
    jipyo_view_draft_pick (self->draft, "그때까지의 가장 높은 종가 대비, %",
                           "against the highest close until then, %"));
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "drawdown", NULL, JIPYO_MARK_AREA);
  /* The title is of the unit of the last price, and so is the label. */
  const guint start = jipyo_price_path_find_unit_start (self->path);
  double lowest = 0;
  guint worst = 0;

  jipyo_instrument_board_set_time (self, plot);
  plot->value.unit = JIPYO_UNIT_PERCENT;
  series->colour.role = JIPYO_ROLE_DOWN;
  for (guint i = 0; i < n; i++)
    values[i] = jipyo_price_path_get_value (
      self->path, jipyo_price_path_get_candle (self->path, (int) i)->close);
  trace_drawdowns (self->path, values, drawdowns);
  for (guint i = 0; i < n; i++) {
    const JipyoCandle *candle = jipyo_price_path_get_candle (self->path, (int) i);

    if (i > 0 && jipyo_price_path_is_broken (self->path, self->path->first + i))
      add_gap (series, candle->start_ms / 1000.0);
    if (i >= start) {
      worst = drawdowns[i] < lowest ? series->data->len : worst;
      lowest = MIN (lowest, drawdowns[i]);
    }
    jipyo_plot_series_add (series, jipyo_price_path_get_position (self->path, candle),
                           drawdowns[i] * 100, NULL);
  }
  if (lowest < 0)
    g_array_index (series->data, JipyoDatum, worst).text =
      jipyo_instrument_words_format_fall (-lowest);
}

/* --- Columns */

static void
free_array (gpointer array)
{
  g_array_unref (array);
}

/* What the candles are called goes with them; a gap has no name. */
static void
pack_claims (JipyoPlotSeries *series)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new_full (series->data->len, g_free);

  for (guint i = 0; i < series->data->len; i++)
    g_ptr_array_add (claims, g_steal_pointer (&g_array_index (series->data, JipyoDatum, i).claim));
  jipyo_plot_series_set_claims (series, claims);
}

/* Positions and values one after the other in one array, which the columns then own. */
static void
pack_line (JipyoPlotSeries *series)
{
  const guint n = series->data->len;
  GArray *both = g_array_sized_new (FALSE, FALSE, sizeof (double), 2 * n);

  for (guint i = 0; i < n; i++)
    g_array_append_val (both, g_array_index (series->data, JipyoDatum, i).position);
  for (guint i = 0; i < n; i++)
    g_array_append_val (both, g_array_index (series->data, JipyoDatum, i).value);
  const double *numbers = (const double *) (gpointer) both->data;
  const JipyoColumnData data = { .positions = numbers, .values = numbers + n, .n = n };
  g_autoptr (JipyoColumns) columns = jipyo_columns_new (&data, free_array, both);
  jipyo_plot_series_set_columns (series, columns);
}

static void
pack_lines (JipyoInstrumentBoard *self)
{
  const GPtrArray *plots = self->draft->view->sheet->plots;

  for (guint i = 0; i < plots->len; i++) {
    const JipyoPlot *plot = g_ptr_array_index (plots, i);

    for (guint k = 0; k < plot->series->len; k++) {
      JipyoPlotSeries *series = g_ptr_array_index (plot->series, k);

      if (series->data->len <= JIPYO_INSTRUMENT_CANDLES_MAX)
        continue;
      pack_claims (series);
      pack_line (series);
    }
  }
}

void
jipyo_instrument_plots_add (JipyoInstrumentBoard *self)
{
  add_price_plot (self);
  if (self->compared != NULL)
    jipyo_instrument_comparison_add (self);
  /* One close has nothing to fall from. */
  if (self->path->n != 1)
    add_drawdown_plot (self);
  if (jipyo_instrument_board_is_dense (self))
    pack_lines (self);
}

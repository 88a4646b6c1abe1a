/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An instrument against another: both are 100 at the first close that both have, and who did better
 * is told up to the last one.
 */

#include "jipyo-format.h"
#include "jipyo-instrument-name.h"
#include "jipyo-instrument-words.h"

#include <math.h>

static void
add_indexed (const JipyoPricePath *path, JipyoPlotSeries *series, gint64 from_ms)
{
  double base = 0;

  for (guint i = 0; i < path->n; i++) {
    const JipyoCandle *candle = jipyo_price_path_get_candle (path, (int) i);
    const double value = jipyo_price_path_get_value (path, candle->close);

    if (candle->start_ms < from_ms)
      continue;
    if (base > 0 && jipyo_price_path_is_broken (path, path->first + i))
      jipyo_plot_series_add (series, candle->start_ms / 1000.0, NAN, NULL);
    if (!(base > 0))
      base = value;
    if (base > 0)
      jipyo_plot_series_add (series, jipyo_price_path_get_position (path, candle),
                             value / base * 100, NULL);
  }
  if (series->data->len == 0)
    return;
  JipyoDatum *last = &g_array_index (series->data, JipyoDatum, series->data->len - 1);
  last->text = jipyo_format_rounded (last->value, 1);
}

/* The first instant at which both have a candle, in the unit of their last one; G_MAXINT64 for
 * none. */
static gint64
find_common_start (const JipyoPricePath *a, const JipyoPricePath *b)
{
  guint j = jipyo_price_path_find_unit_start (b);

  for (guint i = jipyo_price_path_find_unit_start (a); i < a->n; i++) {
    const gint64 start_ms = jipyo_price_path_get_candle (a, (int) i)->start_ms;

    while (j < b->n && jipyo_price_path_get_candle (b, (int) j)->start_ms < start_ms)
      j++;
    if (j < b->n && jipyo_price_path_get_candle (b, (int) j)->start_ms == start_ms)
      return start_ms;
  }
  return G_MAXINT64;
}

/* The last instant at which both have one; G_MININT64 for none. */
static gint64
find_common_end (const JipyoPricePath *a, const JipyoPricePath *b)
{
  guint j = b->n;

  for (guint i = a->n; i > 0; i--) {
    const gint64 start_ms = jipyo_price_path_get_candle (a, (int) i - 1)->start_ms;

    while (j > 0 && jipyo_price_path_get_candle (b, (int) j - 1)->start_ms > start_ms)
      j--;
    if (j > 0 && jipyo_price_path_get_candle (b, (int) j - 1)->start_ms == start_ms)
      return start_ms;
  }
  return G_MININT64;
}

static double
find_close (const JipyoPricePath *path, gint64 start_ms)
{
  for (guint i = 0; i < path->n; i++)
    if (jipyo_price_path_get_candle (path, (int) i)->start_ms == start_ms)
      return jipyo_price_path_get_value (path, jipyo_price_path_get_candle (path, (int) i)->close);
  return NAN;
}

/* Who did better between the first and the last close that both have. */
static void
tell_lead (JipyoInstrumentBoard *self, JipyoPlot *plot, const JipyoPricePath *other)
{
  const gint64 from_ms = find_common_start (self->path, other);
  const gint64 to_ms = find_common_end (self->path, other);
  const JipyoInstrumentLead lead = {
    .from_ms = from_ms,
    .to_ms = to_ms,
    .own = find_close (self->path, to_ms) / find_close (self->path, from_ms) - 1,
    .other = find_close (other, to_ms) / find_close (other, from_ms) - 1,
  };

  if (!isfinite (lead.own) || !isfinite (lead.other) || from_ms >= to_ms)
    return;
  g_autofree char *title = jipyo_instrument_words_build_lead (self, &lead);
  g_autofree char *subtitle = jipyo_instrument_words_build_lead_subtitle (self, &lead);
  jipyo_plot_set_title (plot, title, subtitle);
}

static void
add_both (JipyoInstrumentBoard *self, JipyoPlot *plot, const JipyoPricePath *other)
{
  const JipyoViewContext *context = self->draft->context;
  const gint64 from_ms = find_common_start (self->path, other);
  g_autofree char *own =
    jipyo_instrument_label (context->ledger, self->instrument, self->known.quote, context->lang);
  g_autofree char *others =
    jipyo_instrument_label (context->ledger, self->compared, NULL, context->lang);
  JipyoPlotSeries *one = jipyo_plot_add_series (plot, "own", own, JIPYO_MARK_LINE);
  JipyoPlotSeries *two = jipyo_plot_add_series (plot, "compared", others, JIPYO_MARK_LINE);

  one->colour.role = JIPYO_ROLE_ACCENT;
  two->colour.role = JIPYO_ROLE_MUTED;
  add_indexed (self->path, one, from_ms);
  add_indexed (other, two, from_ms);
  jipyo_instrument_former_mark (self, plot, self->path);
  jipyo_instrument_former_mark (self, plot, other);
  tell_lead (self, plot, other);
}

void
jipyo_instrument_comparison_add (JipyoInstrumentBoard *self)
{
  const JipyoViewContext *context = self->draft->context;
  const JipyoCandleSeries *series =
    jipyo_view_context_get_past (context, JIPYO_INSTRUMENT_COMPARED);
  g_autofree char *other =
    jipyo_instrument_label (context->ledger, self->compared, NULL, context->lang);
  g_autofree char *title =
    g_strdup_printf (context->lang == JIPYO_LANG_KO ? "%s 대비" : "Against %s", other);
  JipyoPlot *plot =
    jipyo_view_draft_add_plot (self->draft, title,
                               jipyo_view_draft_pick (self->draft, "둘 다 있는 첫 종가가 100",
                                                      "the first close that both have is 100"));

  jipyo_instrument_board_set_time (self, plot);
  g_free (plot->empty);
  plot->empty = g_strdup (
    jipyo_view_draft_pick (self->draft, "견줄 종목의 시세가 이 기간에 보관되어 있지 않습니다",
                           "No prices of the other instrument are kept of this time"));
  if (series == NULL)
    return;
  const JipyoCalendar *calendar = jipyo_view_context_find_calendar (context, self->compared);
  g_autoptr (JipyoCandleSeries) merged =
               self->merged != NULL ? jipyo_candle_series_merge (series, self->merged->step_ms)
                                    : NULL;
  g_autoptr (JipyoPricePath) path =
               jipyo_price_path_new (merged != NULL ? merged : series, calendar, self->range->days,
                                     jipyo_view_context_get_end_ms (context));
  if (path->n > 0)
    add_both (self, plot, path);
}

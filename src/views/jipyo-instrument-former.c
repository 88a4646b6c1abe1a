/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the prices of an instrument are those of an older code or of another unit, and that what
 * bears its code has another one by now.
 */

#include "jipyo-candle-former.h"
#include "jipyo-candle-unit.h"
#include "jipyo-instrument-board.h"
#include "jipyo-instrument.h"
#include "jipyo-unit-change.h"

static char *
format_day (const JipyoNewCode *code)
{
  return jipyo_date_format (jipyo_instant_date_kst (code->until_us));
}

static void
add_line (JipyoPlot *plot, gint64 time_ms, const char *text)
{
  const JipyoAnnotation line = { .kind = JIPYO_ANNOTATION_LINE,
                                 .axis = JIPYO_ANNOTATION_ON_POSITION,
                                 .from = (double) time_ms / 1000,
                                 .text = (char *) text };

  jipyo_plot_add_annotation (plot, &line);
}

static void
mark (const JipyoInstrumentBoard *self, JipyoPlot *plot, const JipyoNewCode *code)
{
  const gboolean ko = self->draft->context->lang == JIPYO_LANG_KO;
  const char *symbol = jipyo_instrument_get_symbol (code->instrument);
  g_autofree char *day = format_day (code);
  g_autofree char *text = ko ? g_strdup_printf ("%s · %s까지", symbol, day)
                             : g_strdup_printf ("%s until %s", symbol, day);

  add_line (plot, code->until_us / 1000, text);
}

/* Where a line would be a fall, or a rise, that nobody saw. */
static void
mark_unit (const JipyoInstrumentBoard *self,
           JipyoPlot *plot,
           const JipyoCandleSeries *series,
           guint index)
{
  const int change = jipyo_candle_series_find_unit_change (series, index);

  if (change == 0)
    return;
  g_autofree char *by = jipyo_unit_change_format (change);
  g_autofree char *text = g_strconcat (
    by, " · ", jipyo_view_draft_pick (self->draft, "단위가 바뀐 듯", "another unit, it seems"),
    NULL);

  add_line (plot, g_array_index (series->candles, JipyoCandle, index).start_ms, text);
}

void
jipyo_instrument_former_mark (const JipyoInstrumentBoard *self,
                              JipyoPlot *plot,
                              const JipyoPricePath *path)
{
  const GPtrArray *former = path->series->former;

  if (path->n == 0)
    return;
  for (guint i = path->first + 1; i < path->first + path->n; i++)
    mark_unit (self, plot, path->series, i);
  const gint64 first_ms = jipyo_price_path_get_candle (path, 0)->start_ms;
  const gint64 last_ms = jipyo_price_path_get_candle (path, (int) path->n - 1)->start_ms;

  for (guint i = 0; former != NULL && i < former->len; i++) {
    const JipyoNewCode *code = g_ptr_array_index (former, i);

    if (code->until_us / 1000 > first_ms && code->until_us / 1000 < last_ms)
      mark (self, plot, code);
  }
}

/* A mark in the chart has no words where there is no room for them. */
static void
tell_unit (const JipyoInstrumentBoard *self, GString *text)
{
  const JipyoPricePath *path = self->path;
  const guint start = jipyo_price_path_find_unit_start (path);

  if (start == 0)
    return;
  const int change = jipyo_candle_series_find_unit_change (path->series, path->first + start);
  const gint64 start_ms = jipyo_price_path_get_candle (path, (int) start)->start_ms;
  g_autofree char *by = jipyo_unit_change_format (change);
  g_autofree char *day = jipyo_date_format (jipyo_instant_date_kst (start_ms * 1000));

  g_string_append_printf (text,
                          self->draft->context->lang == JIPYO_LANG_KO
                            ? " · %s부터 단위가 바뀐 듯함(%s)"
                            : " · in another unit since %s, it seems (%s)",
                          day, by);
}

char *
jipyo_instrument_former_tell (const JipyoInstrumentBoard *self)
{
  const gboolean ko = self->draft->context->lang == JIPYO_LANG_KO;
  GString *text = g_string_new (NULL);

  if (self->path == NULL)
    return g_string_free (text, FALSE);
  const JipyoCandleSeries *series = self->path->series;
  for (guint i = 0; series->former != NULL && i < series->former->len; i++) {
    const JipyoNewCode *code = g_ptr_array_index (series->former, i);
    g_autofree char *day = format_day (code);

    g_string_append_printf (text, ko ? " · %s까지는 %s" : " · until %s as %s", day,
                            code->instrument);
  }
  tell_unit (self, text);
  if (series->next == NULL)
    return g_string_free (text, FALSE);
  g_autofree char *day = format_day (series->next);
  if (jipyo_candle_series_has_left (series))
    g_string_append_printf (text,
                            ko ? " · %s까지 이 코드는 지금의 %s, 그 시세는 뺐음"
                               : " · until %s the code of what is now %s, left out here",
                            day, series->next->successor);
  else
    g_string_append_printf (text, ko ? " · %s부터 코드는 %s" : " · since %s called %s", day,
                            series->next->successor);
  return g_string_free (text, FALSE);
}

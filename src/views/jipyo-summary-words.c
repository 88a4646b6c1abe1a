/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Figures, names and changes as both languages need them.
 */

#include "jipyo-summary-words.h"

#include <math.h>
#include <string.h>

#include "jipyo-datum-text.h"
#include "jipyo-format.h"

static const double TIMES_LEAST = 3;     /* below, a percentage says it better */
static const double WHOLE_FROM = 20;     /* times as much, without a decimal */
static const double CHANGE_LEAST = 0.05; /* less would be written as 0 */
static const double EXACT = 1e-9;

char *
jipyo_summary_format_figure (const JipyoSummary *self, JipyoDatumRef ref)
{
  return jipyo_datum_text_format_brief (self->plot,
                                        g_ptr_array_index (self->plot->series, ref.series),
                                        jipyo_plot_get_datum (self->plot, ref));
}

char *
jipyo_summary_format_place (const JipyoSummary *self, JipyoDatumRef ref)
{
  return jipyo_datum_text_format_position (self->plot,
                                           jipyo_plot_get_datum (self->plot, ref)->position);
}

const char *
jipyo_summary_get_series (const JipyoSummary *self, JipyoDatumRef ref)
{
  if (self->facts->n_series < 2)
    return NULL;
  return jipyo_datum_text_get_series_name (g_ptr_array_index (self->plot->series, ref.series));
}

char *
jipyo_summary_format_name (const JipyoSummary *self, JipyoDatumRef ref)
{
  const char *series = jipyo_summary_get_series (self, ref);
  char *place = jipyo_summary_format_place (self, ref);

  if (series == NULL)
    return place;
  g_autofree char *owned = place;
  return *owned == '\0' ? g_strdup (series) : g_strdup_printf ("%s, %s", owned, series);
}

/* Whether figures of no other series are compared with those of its own. */
static gboolean
is_alone (const JipyoSummary *self, JipyoDatumRef ref)
{
  for (guint i = 0; i < self->plot->series->len; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (self->plot->series, i);
    if (i != ref.series && series->data->len > 0 && jipyo_plot_facts_is_single (self->plot, series))
      return FALSE;
  }
  return TRUE;
}

char *
jipyo_summary_format_who (const JipyoSummary *self, JipyoDatumRef ref, const char *other)
{
  const char *series = jipyo_summary_get_series (self, ref);

  if (self->facts->ordered && series != NULL)
    return g_strdup (series);
  g_autofree char *name = is_alone (self, ref) ? jipyo_summary_format_place (self, ref)
                                               : jipyo_summary_format_name (self, ref);
  return *name == '\0' ? g_strdup (other) : g_steal_pointer (&name);
}

char *
jipyo_summary_format_value (const JipyoSummary *self, JipyoDatumRef ref)
{
  return jipyo_datum_text_format_value (self->plot, jipyo_plot_get_datum (self->plot, ref)->value);
}

JipyoMark
jipyo_summary_get_mark (const JipyoPlot *plot)
{
  if (plot->series->len == 0)
    return JIPYO_N_MARKS;
  return ((const JipyoPlotSeries *) g_ptr_array_index (plot->series, 0))->mark;
}

char *
jipyo_summary_format_count (guint n)
{
  return jipyo_decimal_format_fixed (jipyo_decimal_from_int (n), 0, TRUE);
}

gboolean
jipyo_summary_is_constant (const JipyoSummary *self, const JipyoFact *high, const JipyoFact *low)
{
  return high != NULL && low != NULL && !high->uncertain && !low->uncertain
         && jipyo_plot_get_datum (self->plot, high->a)->value
              == jipyo_plot_get_datum (self->plot, low->a)->value;
}

gboolean
jipyo_summary_reads_same (const JipyoSummary *self, JipyoDatumRef a, JipyoDatumRef b)
{
  g_autofree char *first = jipyo_summary_format_figure (self, a);
  g_autofree char *second = jipyo_summary_format_figure (self, b);

  return jipyo_plot_get_datum (self->plot, a)->value != jipyo_plot_get_datum (self->plot, b)->value
         && strcmp (first, second) == 0;
}

char *
jipyo_summary_format_number (const JipyoSummary *self, double value, JipyoUnit unit)
{
  JipyoQuantity quantity = { .known = TRUE, .unit = unit };
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (digits, sizeof digits, "%.12g", value);
  if (!isfinite (value) || !jipyo_decimal_parse (digits, -1, &quantity.value, NULL))
    return g_strdup ("—");
  quantity.value = jipyo_decimal_round (quantity.value, 1);
  return jipyo_format_quantity_bare (&quantity, self->plot->lang);
}

char *
jipyo_summary_format_ratio (double ratio, gboolean *rounded)
{
  const double unit = ratio < WHOLE_FROM ? 10 : 1;
  const double shown = floor (ratio * unit + 0.5) / unit;
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  JipyoDecimal decimal = { 0 };

  if (rounded != NULL)
    *rounded = fabs (shown - ratio) > EXACT * ratio;
  g_ascii_formatd (digits, sizeof digits, "%.12g", shown);
  if (!jipyo_decimal_parse (digits, -1, &decimal, NULL))
    return g_strdup (digits);
  return jipyo_decimal_format_fixed (decimal, jipyo_decimal_get_decimals (decimal), TRUE);
}

static JipyoChangeText
measure_difference (const JipyoSummary *self, double difference)
{
  const JipyoUnit unit = self->plot->value.unit;
  JipyoChangeText change = { .direction = (difference > 0) - (difference < 0) };

  if (unit == JIPYO_UNIT_RANK || unit == JIPYO_UNIT_YEAR || fabs (difference) < CHANGE_LEAST)
    return change;
  change.kind = JIPYO_CHANGE_AMOUNT;
  /* Percentages change by percentage points. */
  change.text = jipyo_summary_format_number (
    self, fabs (difference), unit == JIPYO_UNIT_PERCENT ? JIPYO_UNIT_PERCENT_POINTS : unit);
  return change;
}

JipyoChangeText
jipyo_summary_measure_change (const JipyoSummary *self, JipyoDatumRef start, JipyoDatumRef end)
{
  const double from = jipyo_plot_get_datum (self->plot, start)->value;
  const double to = jipyo_plot_get_datum (self->plot, end)->value;
  JipyoChangeText change = { .direction = (to > from) - (to < from) };

  if (change.direction == 0)
    return change;
  if (!jipyo_plot_facts_has_ratios (self->plot))
    return measure_difference (self, to - from);
  if (!(from > 0) || !(to >= 0))
    return change;
  if (to / from >= TIMES_LEAST) {
    change.kind = JIPYO_CHANGE_TIMES;
    change.text = jipyo_summary_format_ratio (to / from, &change.rounded);
    return change;
  }
  if (fabs (to / from - 1) * 100 < CHANGE_LEAST)
    return change;
  change.kind = JIPYO_CHANGE_AMOUNT;
  change.text = jipyo_summary_format_number (self, fabs (to / from - 1) * 100, JIPYO_UNIT_PERCENT);
  return change;
}

gboolean
jipyo_summary_is_level (const JipyoSummary *self)
{
  const JipyoUnit unit = self->plot->value.unit;

  return unit == JIPYO_UNIT_NONE || unit == JIPYO_UNIT_PERCENT || unit == JIPYO_UNIT_PERCENT_POINTS
         || unit == JIPYO_UNIT_POINTS || unit == JIPYO_UNIT_RANK;
}

gboolean
jipyo_summary_format_span (const JipyoSummary *self, char **from, char **to)
{
  double low = INFINITY, high = -INFINITY;

  for (guint i = 0; i < self->plot->series->len; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (self->plot->series, i);
    for (guint k = 0; k < series->data->len; k++) {
      const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, k);
      if (!isfinite (datum->value) || !isfinite (datum->position))
        continue;
      low = MIN (low, datum->position);
      high = MAX (high, datum->position);
    }
  }
  if (!self->facts->ordered || self->facts->timed || !(low < high))
    return FALSE;
  *from = jipyo_datum_text_format_position (self->plot, low);
  *to = jipyo_datum_text_format_position (self->plot, high);
  return TRUE;
}

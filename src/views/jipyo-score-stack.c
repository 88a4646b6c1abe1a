/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of scores to a plot.
 */

#include "jipyo-score-stack.h"

#include <string.h>

#include <math.h>

/* Criteria of all rows, each id once. (transfer container) */
static GPtrArray *
collect_criteria (const GArray *rows)
{
  GPtrArray *criteria = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++) {
    const JipyoRound *round = g_array_index (rows, JipyoScoreRow, i).round;

    for (guint j = 0; j < round->criteria->len; j++) {
      JipyoCriterion *criterion = g_ptr_array_index (round->criteria, j);
      gboolean there = FALSE;

      for (guint k = 0; k < criteria->len && !there; k++)
        there =
          g_str_equal (((JipyoCriterion *) g_ptr_array_index (criteria, k))->id, criterion->id);
      if (!there)
        g_ptr_array_add (criteria, criterion);
    }
  }
  return criteria;
}

static const JipyoClaim *
find_part (const JipyoScoreRow *row, const char *criterion)
{
  for (guint i = 0; i < row->round->criteria->len && i < row->parts->len; i++) {
    const JipyoCriterion *own = g_ptr_array_index (row->round->criteria, i);

    if (g_str_equal (own->id, criterion))
      return g_ptr_array_index (row->parts, i);
  }
  return NULL;
}

/* "벤치마크" of "벤치마크(AAII 25, NIA 15)": how a criterion is made up is the subtitle's matter.
 */
static char *
short_label (const JipyoCriterion *criterion, JipyoLang lang)
{
  const char *label = jipyo_text_get (&criterion->label, lang);
  char *text = g_strndup (label, strcspn (label, "("));

  return g_strchomp (text);
}

static void
add_criterion (JipyoPlot *plot, const GArray *rows, const JipyoCriterion *criterion, guint colour)
{
  g_autofree char *label = short_label (criterion, plot->lang);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, criterion->id, label, JIPYO_MARK_STACK);

  series->colour.role = JIPYO_ROLE_SERIES;
  series->colour.index = colour;
  for (guint i = 0; i < rows->len; i++) {
    const JipyoClaim *part = find_part (&g_array_index (rows, JipyoScoreRow, i), criterion->id);

    if (part == NULL)
      continue;
    g_autofree char *text = jipyo_decimal_format (part->quantity.value);
    JipyoDatum *datum =
      jipyo_plot_series_add (series, i, jipyo_decimal_to_double (part->quantity.value), text);
    if (part->status == JIPYO_STATUS_DERIVED)
      datum->kind = JIPYO_DATUM_DERIVED;
    jipyo_datum_set_claim (datum, part->id);
  }
}

/* What is left of a total when the disclosed parts are taken off; all of it when there are none. */
static void
add_rest (JipyoPlot *plot, const GArray *rows)
{
  JipyoPlotSeries *series = NULL;

  for (guint i = 0; i < rows->len; i++) {
    const JipyoScoreRow *row = &g_array_index (rows, JipyoScoreRow, i);
    JipyoDecimal rest;

    if (!jipyo_round_compute_rest (row->total, row->parts, &rest))
      continue;
    if (series == NULL) {
      series = jipyo_plot_add_series (
        plot, "undisclosed", plot->lang == JIPYO_LANG_KO ? "내역 비공개" : "Parts not disclosed",
        JIPYO_MARK_STACK);
      series->colour.role = JIPYO_ROLE_MUTED;
    }
    JipyoDatum *datum = jipyo_plot_series_add (series, i, jipyo_decimal_to_double (rest), NULL);
    if (jipyo_round_has_parts (row->parts))
      datum->kind = JIPYO_DATUM_DERIVED;
    jipyo_datum_set_claim (datum, row->total->id);
  }
}

/* A row of nothing says why. */
static void
add_undisclosed (JipyoPlot *plot, JipyoPlotSeries *totals, const JipyoScoreRow *row, guint place)
{
  if (!jipyo_round_has_parts (row->parts))
    jipyo_plot_series_add (totals, place, NAN,
                           plot->lang == JIPYO_LANG_KO ? "비공개" : "not disclosed");
}

static void
add_totals (JipyoPlot *plot, const GArray *rows)
{
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "total", NULL, JIPYO_MARK_DOT);

  jipyo_plot_series_set_spoken (series, plot->lang == JIPYO_LANG_KO ? "총점" : "Total");

  for (guint i = 0; i < rows->len; i++) {
    const JipyoScoreRow *row = &g_array_index (rows, JipyoScoreRow, i);
    const JipyoClaim *total = row->total;

    if (total == NULL) {
      add_undisclosed (plot, series, row, i);
      continue;
    }
    g_autofree char *text = jipyo_decimal_format_fixed (total->quantity.value, 1, FALSE);
    JipyoDatum *datum =
      jipyo_plot_series_add (series, i, jipyo_decimal_to_double (total->quantity.value), text);
    jipyo_datum_set_claim (datum, total->id);
    datum->has_colour = row->average;
    datum->colour.role = JIPYO_ROLE_MUTED;
  }
}

void
jipyo_score_stack_fill (JipyoPlot *plot, const GArray *rows)
{
  g_autoptr (GPtrArray) criteria = collect_criteria (rows);

  plot->horizontal = TRUE;
  plot->position.kind = JIPYO_SCALE_BAND;
  plot->value.unit = JIPYO_UNIT_POINTS;
  plot->value.has_bounds = TRUE;
  for (guint i = 0; i < rows->len; i++) {
    const JipyoScoreRow *row = &g_array_index (rows, JipyoScoreRow, i);

    jipyo_plot_add_band (plot, row->name, row->note);
    plot->value.high = MAX (plot->value.high, jipyo_round_get_maximum (row->round));
  }
  for (guint i = 0; i < criteria->len; i++)
    add_criterion (plot, rows, g_ptr_array_index (criteria, i), i);
  add_rest (plot, rows);
  add_totals (plot, rows);
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plot is in one language, so both texts of a cell are that one.
 */

#include "jipyo-plot-table.h"

#include <math.h>

#include "jipyo-datum-text.h"
#include "jipyo-plot-digest.h"

static const double SAME = 1e-9;

/* Coverage */

static gboolean
is_same (const JipyoCell *cell, double value)
{
  JipyoDecimal decimal;

  if (cell->value == NULL || !jipyo_decimal_parse (cell->value, -1, &decimal, NULL))
    return FALSE;
  return fabs (jipyo_decimal_to_double (decimal) - value) <= SAME * MAX (fabs (value), 1);
}

static gboolean
has_claim (const GPtrArray *row, const char *claim)
{
  for (guint i = 0; i < row->len; i++)
    if (g_strcmp0 (((const JipyoCell *) g_ptr_array_index (row, i))->claim, claim) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_figure (const GPtrArray *row, double value)
{
  for (guint i = 0; i < row->len; i++)
    if (is_same (g_ptr_array_index (row, i), value))
      return TRUE;
  return FALSE;
}

static gboolean
is_datum_covered (const JipyoDatum *datum, const JipyoTable *table)
{
  if (!isfinite (datum->value))
    return TRUE;
  for (guint i = 0; i < table->rows->len; i++) {
    const GPtrArray *row = g_ptr_array_index (table->rows, i);
    if ((datum->claim == NULL || has_claim (row, datum->claim)) && has_figure (row, datum->value))
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_claims (const JipyoPlot *plot)
{
  for (guint i = 0; i < plot->series->len; i++) {
    const GArray *data = ((const JipyoPlotSeries *) g_ptr_array_index (plot->series, i))->data;
    for (guint k = 0; k < data->len; k++)
      if (g_array_index (data, JipyoDatum, k).claim != NULL)
        return TRUE;
  }
  return FALSE;
}

gboolean
jipyo_plot_table_is_covered (const JipyoPlot *plot, const JipyoTable *table)
{
  g_return_val_if_fail (plot != NULL && table != NULL, TRUE);

  /* What was computed beside figures that have claims, as an average along prices, is of them.
   * Dates are in the table of events, and have no number. */
  const gboolean claimed = has_claims (plot) || plot->value.kind == JIPYO_SCALE_TIME;

  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (plot->series, i);
    if (series->columns != NULL)
      return FALSE;
    for (guint k = 0; k < series->data->len; k++) {
      const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, k);
      if ((datum->claim != NULL || !claimed) && !is_datum_covered (datum, table))
        return FALSE;
    }
  }
  return TRUE;
}

/* The table */

typedef struct {
  const JipyoPlot *plot;
  JipyoTable *table;
  gboolean has_names;
  gboolean has_notes;
  gboolean has_bounds;
} Writer;

/* Bounds around a figure; those that are the figure itself are told by it. */
static gboolean
has_bounds (const JipyoPlotSeries *series, const JipyoDatum *datum)
{
  return isfinite (datum->value) && isfinite (datum->low) && isfinite (datum->high)
         && !jipyo_datum_text_tells_ends (series);
}

static void
look_through (Writer *self)
{
  for (guint i = 0; i < self->plot->series->len; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (self->plot->series, i);
    self->has_names = self->has_names || jipyo_datum_text_get_series_name (series) != NULL;
    for (guint k = 0; k < series->data->len; k++) {
      const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, k);
      self->has_notes = self->has_notes || datum->note != NULL;
      self->has_names = self->has_names || datum->spoken != NULL;
      self->has_bounds = self->has_bounds || has_bounds (series, datum);
    }
  }
}

static void
set_text (Writer *self, const char *column, const char *text)
{
  jipyo_table_set_text (self->table, column, text, text);
}

/* A number to reckon with, behind the text of a cell. */
static void
set_number (JipyoCell *cell, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  JipyoDecimal value;

  g_ascii_formatd (digits, sizeof digits, "%.12g", number);
  if (jipyo_decimal_parse (digits, -1, &value, NULL))
    cell->value = jipyo_decimal_format (value);
  cell->is_figure = TRUE;
}

static void
set_bound (Writer *self, const char *column, double bound)
{
  g_autofree char *text = jipyo_datum_text_format_value (self->plot, bound);

  set_text (self, column, text);
  if (self->plot->value.kind != JIPYO_SCALE_TIME)
    set_number (jipyo_table_get_cell (self->table, column), bound);
}

static void
set_figure (Writer *self, const JipyoPlotSeries *series, const JipyoDatum *datum)
{
  g_autofree char *text = jipyo_datum_text_format_figure (self->plot, series, datum);

  set_text (self, "value", text);
  JipyoCell *cell = jipyo_table_get_cell (self->table, "value");
  cell->claim = g_strdup (datum->claim);
  if (self->plot->value.kind == JIPYO_SCALE_TIME || !isfinite (datum->value))
    return;
  set_number (cell, datum->value);
  cell->qualifier = jipyo_datum_text_get_qualifier (datum->kind);
  cell->status = datum->kind == JIPYO_DATUM_DERIVED ? JIPYO_STATUS_DERIVED : JIPYO_STATUS_STATED;
}

static void
add_row (Writer *self, const JipyoPlotSeries *series, const JipyoDatum *datum)
{
  g_autofree char *place = jipyo_datum_text_format_position (self->plot, datum->position);

  jipyo_table_begin_row (self->table);
  set_text (self, "item", place);
  if (self->has_names)
    set_text (self, "series",
              datum->spoken != NULL ? datum->spoken : jipyo_datum_text_get_series_name (series));
  set_figure (self, series, datum);
  if (has_bounds (series, datum)) {
    set_bound (self, "low", datum->low);
    set_bound (self, "high", datum->high);
  }
  if (self->has_notes)
    set_text (self, "note", datum->note);
}

/* What is left out is said in each row: a table may be filtered, or copied in part. */
static void
note_digest (const JipyoPlotDigest *digest, const JipyoPlot *described)
{
  for (guint i = 0; i < described->series->len; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (digest->plot->series, i);
    const guint n = jipyo_plot_series_get_n (g_ptr_array_index (described->series, i));
    g_autofree char *all = jipyo_decimal_format_fixed (jipyo_decimal_from_int (n), 0, TRUE);

    if (g_ptr_array_index (digest->origins, i) == NULL)
      continue;
    g_autofree char *note = g_strdup_printf (
      described->lang == JIPYO_LANG_KO
        ? "전체 %s개 점을 %u구간으로 나누어 각 구간의 처음, 최저, 최고, 마지막만"
        : "of %s points in %u stretches: the first, lowest, highest and last of each",
      all, (guint) JIPYO_DIGEST_STRETCHES);
    for (guint k = 0; k < series->data->len; k++)
      jipyo_datum_set_note (&g_array_index (series->data, JipyoDatum, k), note);
  }
}

static void
add_figure_column (Writer *self, const char *name, const char *ko, const char *en)
{
  JipyoText title = jipyo_text_new (ko, en);

  jipyo_table_add_figure_column (self->table, name, &title, jipyo_unit_id (self->plot->value.unit));
  jipyo_text_clear (&title);
}

static void
add_columns (Writer *self)
{
  jipyo_table_add_text_column (self->table, "item", "항목", "Item");
  if (self->has_names)
    jipyo_table_add_text_column (self->table, "series", "이름", "Name");
  add_figure_column (self, "value", "값", "Figure");
  if (self->has_bounds) {
    add_figure_column (self, "low", "하한", "Lower bound");
    add_figure_column (self, "high", "상한", "Upper bound");
  }
  if (self->has_notes)
    jipyo_table_add_text_column (self->table, "note", "비고", "Note");
}

JipyoTable *
jipyo_plot_table_new (const JipyoPlot *described)
{
  g_return_val_if_fail (described != NULL, NULL);
  g_autoptr (JipyoPlotDigest) digest = jipyo_plot_digest_new (described);
  const JipyoPlot *plot = digest != NULL ? digest->plot : described;

  if (digest != NULL)
    note_digest (digest, described);
  Writer writer = { .plot = plot, .table = jipyo_table_new () };

  look_through (&writer);
  add_columns (&writer);
  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (plot->series, i);
    for (guint k = 0; k < series->data->len; k++)
      add_row (&writer, series, &g_array_index (series->data, JipyoDatum, k));
  }
  return writer.table;
}

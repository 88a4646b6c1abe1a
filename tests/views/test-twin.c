/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table beside a chart says the same figures. Most views have such a table; a chart on a page
 * of several, as the overview, has one of its own.
 */

#include "fixture.h"
#include "jipyo-datum-text.h"
#include "jipyo-plot-table.h"

#include <string.h>

/* Every datum has a row, with its words, its figure and its claim. */
static void
assert_told (const JipyoPlot *plot)
{
  g_autoptr (JipyoTable) table = jipyo_plot_table_new (plot);
  guint row = 0;

  g_assert_true (jipyo_plot_table_is_covered (plot, table));
  for (guint s = 0; s < plot->series->len; s++) {
    const JipyoPlotSeries *series = g_ptr_array_index (plot->series, s);
    for (guint i = 0; i < series->data->len; i++, row++) {
      const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
      const JipyoCell *cell = jipyo_table_peek (table, row, "value");
      g_autofree char *figure = jipyo_datum_text_format_figure (plot, series, datum);
      g_autofree char *place = jipyo_datum_text_format_position (plot, datum->position);
      g_assert_cmpstr (jipyo_text_get (&cell->text, plot->lang), ==, figure);
      g_assert_cmpstr (cell->claim, ==, datum->claim);
      g_assert_cmpstr (jipyo_text_get (&jipyo_table_peek (table, row, "item")->text, plot->lang),
                       ==, place);
    }
  }
  g_assert_cmpuint (row, ==, jipyo_table_get_n_rows (table));
}

static void
check_view (const JipyoView *view, guint *n_covered)
{
  for (guint p = 0; p < view->sheet->plots->len; p++) {
    const JipyoPlot *plot = g_ptr_array_index (view->sheet->plots, p);
    *n_covered += jipyo_plot_table_is_covered (plot, view->table);
    assert_told (plot);
  }
}

static void
test_same_figures (void)
{
  static const char *const days[] = { "2025-08-05", "2026-03-01", "2026-11-23" };
  guint n_views, n_covered = 0;
  const JipyoViewInfo *infos = jipyo_view_list (&n_views);

  for (guint d = 0; d < G_N_ELEMENTS (days); d++) {
    Fixture fixture;

    fixture_init_shipped (&fixture, days[d]);
    for (guint i = 0; i < n_views; i++)
      check_view (fixture_build (&fixture, fixture_name_view (&infos[i], "team:upstage")),
                  &n_covered);
    fixture_clear (&fixture);
  }
  g_assert_cmpuint (n_covered, >, 10);
}

/* A view's table has no columns, so they have one of their own, in which each row tells how much it
 * stands for. */
static void
test_columns (void)
{
  const guint n = 5000;
  double *values = g_new (double, n);
  for (guint i = 0; i < n; i++)
    values[i] = i == 1777 ? 1e6 : i;
  const JipyoColumnData data = { .start = 0, .step = 1, .values = values, .n = n };
  g_autoptr (JipyoColumns) columns = jipyo_columns_new (&data, g_free, values);
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  gboolean found = FALSE;

  plot->position.kind = JIPYO_SCALE_LINEAR;
  jipyo_plot_series_set_columns (jipyo_plot_add_series (plot, "a", "A", JIPYO_MARK_LINE), columns);
  g_autoptr (JipyoTable) table = jipyo_plot_table_new (plot);
  g_assert_false (jipyo_plot_table_is_covered (plot, table));
  g_assert_cmpuint (jipyo_table_get_n_rows (table), >, 256);
  g_assert_cmpuint (jipyo_table_get_n_rows (table), <=, 1024);
  for (guint row = 0; row < jipyo_table_get_n_rows (table); row++) {
    found = found || g_str_equal (jipyo_table_peek (table, row, "value")->value, "1000000");
    g_assert_nonnull (
      strstr (jipyo_table_peek (table, row, "note")->text.en, "of 5,000 points in 256 stretches"));
  }
  g_assert_true (found);
}

/* A chart of what was computed, whose figures have no claims. */
static JipyoPlot *
make_computed (double first)
{
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", "A", JIPYO_MARK_DOT);

  plot->value.unit = JIPYO_UNIT_PERCENT;
  for (guint i = 0; i < 2; i++) {
    JipyoDatum *datum = jipyo_plot_series_add (series, i, first + i, NULL);
    datum->low = first + i - 0.5;
    datum->high = first + i + 0.25;
  }
  return plot;
}

/* Its table is one that has the figures; those along others that have claims may be left out. */
static void
test_computed (void)
{
  g_autoptr (JipyoPlot) plot = make_computed (1.5), other = make_computed (7.5);
  g_autoptr (JipyoTable) table = jipyo_plot_table_new (plot);
  g_autoptr (JipyoTable) other_table = jipyo_plot_table_new (other);

  g_assert_true (jipyo_plot_table_is_covered (plot, table));
  g_assert_false (jipyo_plot_table_is_covered (plot, other_table));
  JipyoPlotSeries *stated = jipyo_plot_add_series (plot, "b", "B", JIPYO_MARK_DOT);
  jipyo_datum_set_claim (jipyo_plot_series_add (stated, 0, 9, NULL), "nine");
  g_assert_false (jipyo_plot_table_is_covered (plot, other_table));
  jipyo_datum_set_claim (&g_array_index (stated->data, JipyoDatum, 0), NULL);
  jipyo_plot_series_add (jipyo_plot_add_series (other, "b", "B", JIPYO_MARK_DOT), 0, 9, NULL);
  JipyoPlotSeries *nine = g_ptr_array_index (other->series, 1);
  jipyo_datum_set_claim (&g_array_index (nine->data, JipyoDatum, 0), "nine");
  jipyo_datum_set_claim (&g_array_index (stated->data, JipyoDatum, 0), "nine");
  g_autoptr (JipyoTable) with_nine = jipyo_plot_table_new (other);
  g_assert_true (jipyo_plot_table_is_covered (plot, with_nine));
}

/* What is drawn around a figure stands beside it; of a candle and a change it is the figure. */
static void
test_bounds (void)
{
  g_autoptr (JipyoPlot) plot = make_computed (1.5);
  g_autoptr (JipyoTable) table = jipyo_plot_table_new (plot);
  const JipyoCell *low = jipyo_table_peek (table, 1, "low");
  JipyoPlotSeries *series = g_ptr_array_index (plot->series, 0);

  g_assert_cmpstr (low->text.en, ==, "2 %");
  g_assert_cmpstr (low->value, ==, "2");
  g_assert_cmpstr (jipyo_table_peek (table, 0, "high")->text.en, ==, "1.75 %");
  series->mark = JIPYO_MARK_CANDLE;
  g_autoptr (JipyoTable) candles = jipyo_plot_table_new (plot);
  g_assert_null (jipyo_table_peek (candles, 0, "low"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/twin/same-figures", test_same_figures);
  g_test_add_func ("/views/twin/columns", test_columns);
  g_test_add_func ("/views/twin/computed", test_computed);
  g_test_add_func ("/views/twin/bounds", test_bounds);
  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small multiples: data have areas of one size, and what an axis says stands once a row and column.
 */

#include "jipyo-multiples.h"
#include "jipyo-plot-draw.h"
#include "jipyo-plot-scene.h"
#include "jipyo-plot-split.h"
#include "jipyo-sheet-layout.h"

static JipyoPlot *
make_plot (guint n_series)
{
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);

  plot->position.kind = JIPYO_SCALE_LINEAR;
  for (guint i = 0; i < n_series; i++) {
    g_autofree char *name = g_strdup_printf ("Part %u", i);
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, name, name, JIPYO_MARK_LINE);
    for (guint k = 0; k < 9; k++)
      jipyo_plot_series_add (series, 7000 + k * 10, 20 + (i + 1) * k, NULL);
  }
  return plot;
}

/* Whatever the number, each has as much room for its data, and they cover the area. */
static void
test_areas (void)
{
  for (guint n = 1; n <= 7; n++)
    for (guint n_columns = 1; n_columns <= MIN (n, 3); n_columns++) {
      g_autoptr (JipyoPlot) plot = make_plot (MAX (n, 2));
      g_autoptr (GPtrArray) parts = jipyo_plot_split (plot);
      const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);
      JipyoPlotFrame frame = { .theme = theme, .type = jipyo_type_scale_from_label (13) };
      JipyoMultiples all = {
        .n = n, .n_columns = n_columns, .area = { 10, 20, 900, 1600 }, .gap = 12
      };
      double width = 0, height = 0;
      jipyo_multiples_measure (&all, g_ptr_array_index (parts, 0), &frame);
      g_assert_cmpfloat (all.upright, >, 10);
      g_assert_cmpfloat (all.below, >, 10);
      for (guint i = 0; i < n; i++) {
        const JipyoRect rect = jipyo_multiples_get_rect (&all, i);
        frame.width = rect.width;
        frame.height = rect.height;
        jipyo_multiples_set_frame (&all, i, &frame);
        g_autoptr (JipyoPlotLayout) layout =
                     jipyo_plot_layout_new_framed (g_ptr_array_index (parts, i), &frame);
        if (i == 0)
          width = layout->area.width;
        g_assert_cmpfloat_with_epsilon (layout->area.width, width, 0.01);
        /* One at the bottom of its column, but not in the last row, says its axis for itself. */
        const gboolean short_column = !frame.silent_below && i / n_columns < (n - 1) / n_columns;
        height = height > 0 ? height : layout->area.height;
        if (!short_column)
          g_assert_cmpfloat_with_epsilon (layout->area.height, height, 0.01);
        g_assert_cmpfloat (rect.x + rect.width, <=, 910.01);
        g_assert_cmpfloat (rect.y + rect.height, <=, 1620.01);
      }
    }
}

static guint
count_texts (gboolean multiples, const char *words)
{
  g_autoptr (JipyoSheet) sheet = jipyo_sheet_new (JIPYO_LANG_EN);
  g_autoptr (JipyoPlot) plot = make_plot (4);
  g_autoptr (GPtrArray) parts = jipyo_plot_split (plot);
  guint n = 0;

  sheet->multiples = multiples;
  while (parts->len > 0)
    jipyo_sheet_take_plot (sheet, g_ptr_array_steal_index (parts, 0));
  g_autoptr (JipyoSheetLayout) layout =
               jipyo_sheet_layout_new (sheet, jipyo_theme_get (JIPYO_THEME_LIGHT), 1000, 640);
  g_autoptr (GArray) texts = jipyo_sheet_layout_list_texts (layout);
  for (guint i = 0; i < texts->len; i++)
    n += g_strcmp0 (g_array_index (texts, JipyoSheetText, i).text, words) == 0;
  return n;
}

static void
test_texts (void)
{
  for (int multiples = 0; multiples <= 1; multiples++) {
    g_assert_cmpuint (count_texts (multiples == 1, "40"), ==, multiples == 1 ? 2 : 4);
    g_assert_cmpuint (count_texts (multiples == 1, "7,040"), ==, multiples == 1 ? 2 : 4);
    g_assert_cmpuint (count_texts (multiples == 1, "Part 3"), ==, 1);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/multiples/areas", test_areas);
  g_test_add_func ("/chart/multiples/texts", test_texts);
  return g_test_run ();
}

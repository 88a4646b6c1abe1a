/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fonts are found once for all tests of a program: that takes longer than the tests.
 */

#include "mark-fixture.h"

#include "jipyo-plot-find.h"

static JipyoTypesetter *typesetter;

JipyoPlot *
mark_fixture_make_plot (void)
{
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);

  plot->position.kind = JIPYO_SCALE_LINEAR;
  plot->position.has_bounds = TRUE;
  plot->position.high = 10;
  plot->position.hidden = TRUE;
  plot->value.has_bounds = TRUE;
  plot->value.high = 100;
  plot->value.hidden = TRUE;
  return plot;
}

JipyoPlotLayout *
mark_fixture_make_layout (const JipyoPlot *plot)
{
  const JipyoPlotFrame frame = {
    .theme = jipyo_theme_get (JIPYO_THEME_LIGHT),
    .width = 400,
    .height = 200,
    .type = jipyo_type_scale_from_label (13),
    .bare = TRUE,
    .typesetter = typesetter,
  };

  return jipyo_plot_layout_new_framed (plot, &frame);
}

const JipyoPlotShape *
mark_fixture_get_shape (const JipyoPlotLayout *layout, guint index)
{
  g_assert_cmpuint (index, <, layout->shapes->len);
  return &g_array_index (layout->shapes, JipyoPlotShape, index);
}

void
mark_fixture_assert_rect (const JipyoRect *rect, JipyoRect wanted)
{
  g_assert_cmpfloat_with_epsilon (rect->x, wanted.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (rect->y, wanted.y, 1e-9);
  g_assert_cmpfloat_with_epsilon (rect->width, wanted.width, 1e-9);
  g_assert_cmpfloat_with_epsilon (rect->height, wanted.height, 1e-9);
}

void
mark_fixture_assert_hit (const JipyoPlotLayout *layout, double x, double y, const guint wanted[2])
{
  guint series = G_MAXUINT, datum = G_MAXUINT;

  g_assert_true (jipyo_plot_layout_find_datum (layout, x, y, &series, &datum));
  g_assert_cmpuint (series, ==, wanted[0]);
  g_assert_cmpuint (datum, ==, wanted[1]);
}

JipyoDatum *
mark_fixture_add (JipyoPlotSeries *series, double position, double value)
{
  return jipyo_plot_series_add (series, position, value, NULL);
}

int
mark_fixture_run (void)
{
  typesetter = jipyo_typesetter_new (jipyo_theme_get (JIPYO_THEME_LIGHT), JIPYO_LANG_EN);
  const int status = g_test_run ();

  jipyo_typesetter_free (typesetter);
  return status;
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where each mark lies, in numbers: on a bare plot of 400 × 200 units whose position axis is
 * 0 … 10 and whose value axis is 0 … 100, so that a position is 40 units and a value is 2.
 */

#include "jipyo-plot-draw.h"
#include "jipyo-plot-scene.h"

#include <math.h>

static JipyoTypesetter *typesetter;

static JipyoPlot *
make_plot (void)
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

static JipyoPlotLayout *
make_layout (const JipyoPlot *plot)
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

static const JipyoPlotShape *
get_shape (const JipyoPlotLayout *layout, guint index)
{
  g_assert_cmpuint (index, <, layout->shapes->len);
  return &g_array_index (layout->shapes, JipyoPlotShape, index);
}

static void
assert_rect (const JipyoRect *rect, JipyoRect wanted)
{
  g_assert_cmpfloat_with_epsilon (rect->x, wanted.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (rect->y, wanted.y, 1e-9);
  g_assert_cmpfloat_with_epsilon (rect->width, wanted.width, 1e-9);
  g_assert_cmpfloat_with_epsilon (rect->height, wanted.height, 1e-9);
}

static JipyoDatum *
add_datum (JipyoPlotSeries *series, double position, double value)
{
  return jipyo_plot_series_add (series, position, value, NULL);
}

static void
test_whiskers (void)
{
  g_autoptr (JipyoPlot) plot = make_plot ();
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_DOT);

  JipyoDatum *both = add_datum (series, 1, 50);
  both->low = 40;
  both->high = 75;
  add_datum (series, 2, 50)->high = 60;
  add_datum (series, 3, 50)->low = -INFINITY;
  add_datum (series, 4, 50);
  add_datum (series, 5, NAN)->high = 60;
  g_autoptr (JipyoPlotLayout) layout = make_layout (plot);
  g_assert_cmpuint (layout->shapes->len, ==, 4);
  const double size = layout->frame.type.marker * 1.35;
  assert_rect (&get_shape (layout, 0)->rect,
               (JipyoRect){ 40 - size / 2, 100 - size / 2, size, size });
  g_assert_cmpfloat_with_epsilon (get_shape (layout, 0)->low, 120, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_shape (layout, 0)->high, 50, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_shape (layout, 1)->low, 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_shape (layout, 1)->high, 80, 1e-9);
  g_assert_cmpfloat (get_shape (layout, 2)->low, ==, 201); /* just out of the area: no cap */
  g_assert_cmpfloat (get_shape (layout, 3)->low, ==, get_shape (layout, 3)->high);
  /* The reach is hit, not only the point. */
  guint datum = G_MAXUINT;
  g_assert_true (jipyo_plot_layout_find_datum (layout, 40, 52, NULL, &datum));
  g_assert_cmpuint (datum, ==, 0);
  const JipyoRect reach = jipyo_plot_scene_get_reach (layout, get_shape (layout, 0));
  g_assert_cmpfloat_with_epsilon (reach.y, 50, 1e-9);
  g_assert_cmpfloat_with_epsilon (reach.height, 70, 1e-9);
}

/* A figure stands beyond the whisker on its bar, and the axis makes room for it there. */
static void
test_whisker_label (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_BAR);

  plot->horizontal = TRUE;
  plot->value.hidden = TRUE;
  jipyo_plot_series_add (series, 0, 50, "50")->high = 100;
  g_autoptr (JipyoPlotLayout) layout = make_layout (plot);
  const JipyoPlotShape *shape = get_shape (layout, 0);
  g_assert_cmpuint (layout->texts->len, ==, 1);
  const JipyoTextLayout *text = g_ptr_array_index (layout->texts, 0);
  g_assert_cmpfloat (text->rect.x, >, shape->high);
  g_assert_cmpfloat (text->rect.x + text->rect.width, <=, 400);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  typesetter = jipyo_typesetter_new (jipyo_theme_get (JIPYO_THEME_LIGHT), JIPYO_LANG_EN);
  g_test_add_func ("/chart/marks/whiskers", test_whiskers);
  g_test_add_func ("/chart/marks/whisker-label", test_whisker_label);
  const int status = g_test_run ();
  jipyo_typesetter_free (typesetter);
  return status;
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where each mark lies, in numbers.
 */

#include "jipyo-marks.h"
#include "mark-fixture.h"

#include <math.h>
#include <string.h>

static void
test_whiskers (void)
{
  g_autoptr (JipyoPlot) plot = mark_fixture_make_plot ();
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_DOT);

  JipyoDatum *both = mark_fixture_add (series, 1, 50);
  both->low = 40;
  both->high = 75;
  mark_fixture_add (series, 2, 50)->high = 60;
  mark_fixture_add (series, 3, 50)->low = -INFINITY;
  mark_fixture_add (series, 4, 50);
  mark_fixture_add (series, 5, NAN)->high = 60;
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  g_assert_cmpuint (layout->shapes->len, ==, 4);
  const double size = layout->frame.type.marker * 1.35;
  mark_fixture_assert_rect (&mark_fixture_get_shape (layout, 0)->rect,
                            (JipyoRect){ 40 - size / 2, 100 - size / 2, size, size });
  g_assert_cmpfloat_with_epsilon (mark_fixture_get_shape (layout, 0)->low, 120, 1e-9);
  g_assert_cmpfloat_with_epsilon (mark_fixture_get_shape (layout, 0)->high, 50, 1e-9);
  g_assert_cmpfloat_with_epsilon (mark_fixture_get_shape (layout, 1)->low, 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (mark_fixture_get_shape (layout, 1)->high, 80, 1e-9);
  g_assert_cmpfloat (mark_fixture_get_shape (layout, 2)->low, ==,
                     201); /* just out of the area: no cap */
  g_assert_cmpfloat (mark_fixture_get_shape (layout, 3)->low, ==,
                     mark_fixture_get_shape (layout, 3)->high);
  /* The reach is hit, not only the point. */
  guint datum = G_MAXUINT;
  g_assert_true (jipyo_plot_layout_find_datum (layout, 40, 52, NULL, &datum));
  g_assert_cmpuint (datum, ==, 0);
  const JipyoRect reach = jipyo_plot_scene_get_reach (layout, mark_fixture_get_shape (layout, 0));
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
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  const JipyoPlotShape *shape = mark_fixture_get_shape (layout, 0);
  g_assert_cmpuint (layout->texts->len, ==, 1);
  const JipyoTextLayout *text = g_ptr_array_index (layout->texts, 0);
  g_assert_cmpfloat (text->rect.x, >, shape->high);
  g_assert_cmpfloat (text->rect.x + text->rect.width, <=, 400);
}

/* A level holds until the next datum that has a position; the last is a point. */
static void
test_steps (void)
{
  g_autoptr (JipyoPlot) plot = mark_fixture_make_plot ();
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_STEP);

  mark_fixture_add (series, 1, 10);
  mark_fixture_add (series, 4, 50);
  mark_fixture_add (series, 6, NAN);
  mark_fixture_add (series, NAN, 3);
  mark_fixture_add (series, 9, 20);
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  const double size = layout->frame.type.marker;
  g_assert_cmpuint (layout->shapes->len, ==, 3);
  mark_fixture_assert_rect (&mark_fixture_get_shape (layout, 0)->rect,
                            (JipyoRect){ 40, 180 - size / 2, 120, size });
  mark_fixture_assert_rect (&mark_fixture_get_shape (layout, 1)->rect,
                            (JipyoRect){ 160, 100 - size / 2, 80, size });
  mark_fixture_assert_rect (&mark_fixture_get_shape (layout, 2)->rect,
                            (JipyoRect){ 360, 160 - size / 2, 0, size });
  guint datum = G_MAXUINT;
  g_assert_true (jipyo_plot_layout_find_datum (layout, 150, 182, NULL, &datum));
  g_assert_cmpuint (datum, ==, 0);
  g_assert_false (jipyo_plot_layout_find_datum (layout, 300, 100, NULL, NULL));
}

static void
test_steps_down (void)
{
  g_autoptr (JipyoPlot) plot = mark_fixture_make_plot ();
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_STEP);

  plot->horizontal = TRUE;
  mark_fixture_add (series, 2, 25);
  mark_fixture_add (series, 5, 75);
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  const double size = layout->frame.type.marker;
  mark_fixture_assert_rect (&mark_fixture_get_shape (layout, 0)->rect,
                            (JipyoRect){ 100 - size / 2, 100, size, 60 });
}

static void
test_band (void)
{
  g_autoptr (JipyoPlot) plot = mark_fixture_make_plot ();
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_BAND);
  static const double rows[][3] = {
    { NAN, 20, 60 }, { 30, 20, 60 }, { 30, NAN, 60 }, { NAN, 60, 20 }, { 40, 20, INFINITY }
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    JipyoDatum *datum = mark_fixture_add (series, i + 1, rows[i][0]);
    datum->low = rows[i][1];
    datum->high = rows[i][2];
  }
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  const double width = layout->frame.type.line;
  g_assert_cmpuint (layout->shapes->len, ==, 4);
  mark_fixture_assert_rect (&mark_fixture_get_shape (layout, 0)->rect,
                            (JipyoRect){ 40 - width / 2, 80, width, 80 });
  g_assert_cmpfloat (mark_fixture_get_shape (layout, 0)->y, ==, 120);
  g_assert_cmpfloat (mark_fixture_get_shape (layout, 1)->y, ==, 140);
  g_assert_false (jipyo_plot_layout_get_datum_rect (layout, 0, 2, NULL));
  mark_fixture_assert_rect (&mark_fixture_get_shape (layout, 2)->rect,
                            (JipyoRect){ 160 - width / 2, 80, width, 80 });
  g_assert_cmpfloat (mark_fixture_get_shape (layout, 3)->high, ==, -1);
}

/* A band alone makes a plot: its bounds are what the axis covers. */
static void
test_band_domain (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_BAND);
  JipyoDatum *datum = mark_fixture_add (series, 0, NAN);

  datum->low = 10;
  datum->high = 30;
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  g_assert_cmpuint (layout->shapes->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (layout->value.low, 10 - 20 * 0.06, 1e-9);
  g_assert_cmpfloat_with_epsilon (layout->value.high, 30 + 20 * 0.06, 1e-9);
}

/* Positions 1 apart are 40 units apart: 0.72 of it is 28.8, but 1.8 labels are 23.4, odd 23. */
static void
test_candles (void)
{
  g_autoptr (JipyoPlot) plot = mark_fixture_make_plot ();
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_CANDLE);
  static const double rows[][4] = {
    { 20, 60, 10, 80 },  { 60, 20, NAN, NAN }, { NAN, 50, 40, 45 },
    { 30, NAN, 10, 40 }, { 50, 50, 55, 45 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    JipyoDatum *datum = mark_fixture_add (series, i + 1, rows[i][1]);
    datum->start = rows[i][0];
    datum->low = rows[i][2];
    datum->high = rows[i][3];
  }
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  const JipyoTheme *theme = layout->frame.theme;
  g_assert_cmpuint (layout->shapes->len, ==, 4);
  const JipyoPlotShape *rose = mark_fixture_get_shape (layout, 0),
                       *fell = mark_fixture_get_shape (layout, 1);
  mark_fixture_assert_rect (&rose->rect, (JipyoRect){ 29, 80, 23, 80 });
  g_assert_cmpfloat (rose->low, ==, 180);
  g_assert_cmpfloat (rose->high, ==, 40);
  g_assert_cmphex (rose->colour, ==, theme->up);
  mark_fixture_assert_rect (&fell->rect, (JipyoRect){ 69, 80, 23, 80 });
  g_assert_cmpfloat (fell->low, ==, 160);
  g_assert_cmpfloat (fell->high, ==, 80);
  g_assert_cmphex (fell->colour, ==, theme->down);
  /* The close alone is a line; extremes on its wrong side do not tear the wick off. */
  mark_fixture_assert_rect (&mark_fixture_get_shape (layout, 2)->rect,
                            (JipyoRect){ 109, 99.5, 23, 1 });
  g_assert_cmpfloat (mark_fixture_get_shape (layout, 2)->low, ==, 120);
  g_assert_cmpfloat (mark_fixture_get_shape (layout, 2)->high, ==, 100);
  g_assert_cmphex (mark_fixture_get_shape (layout, 3)->colour, ==, theme->neutral);
  g_assert_cmpfloat (mark_fixture_get_shape (layout, 3)->low, ==, 110);
  guint datum = G_MAXUINT;
  g_assert_true (jipyo_plot_layout_find_datum (layout, 40, 45, NULL, &datum));
  g_assert_cmpuint (datum, ==, 0);
}

static void
test_candles_dense (void)
{
  g_autoptr (JipyoPlot) plot = mark_fixture_make_plot ();
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_OHLC);

  for (guint i = 0; i <= 1000; i++)
    mark_fixture_add (series, i / 100.0, 50)->start = 40;
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  g_assert_cmpuint (layout->shapes->len, ==, 1001);
  g_assert_cmpfloat (mark_fixture_get_shape (layout, 500)->rect.width, ==, 1);
  g_assert_cmpfloat_with_epsilon (mark_fixture_get_shape (layout, 501)->x, 200.4, 1e-9);
}

/* The strip is the lowest fifth, the value axis is what is above it. */
static void
test_volume (void)
{
  g_autoptr (JipyoPlot) plot = mark_fixture_make_plot ();
  JipyoPlotSeries *prices = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_CANDLE);
  JipyoPlotSeries *volumes = jipyo_plot_add_series (plot, "b", NULL, JIPYO_MARK_VOLUME);
  static const double traded[] = { 500, 1000, NAN, -3, 0, INFINITY };

  mark_fixture_add (prices, 1, 0);
  for (guint i = 0; i < G_N_ELEMENTS (traded); i++)
    mark_fixture_add (volumes, i + 1, traded[i]);
  mark_fixture_add (volumes, 11, 5000); /* out of sight */
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  g_assert_cmpuint (layout->shapes->len, ==, 4);
  g_assert_cmpfloat_with_epsilon (layout->strip, 40, 1e-9);
  g_assert_cmpfloat_with_epsilon (mark_fixture_get_shape (layout, 0)->y, 160, 1e-9);
  mark_fixture_assert_rect (&mark_fixture_get_shape (layout, 1)->rect,
                            (JipyoRect){ 40 - 11.5, 180, 23, 20 });
  mark_fixture_assert_rect (&mark_fixture_get_shape (layout, 2)->rect,
                            (JipyoRect){ 80 - 11.5, 160, 23, 40 });
  mark_fixture_assert_rect (&mark_fixture_get_shape (layout, 3)->rect,
                            (JipyoRect){ 200 - 11.5, 200, 23, 0 });
}

/* With nothing on the value axis there is a picture, and no ticks that would lie. */
static void
test_volume_alone (void)
{
  g_autoptr (JipyoPlot) plot = mark_fixture_make_plot ();

  plot->value.hidden = FALSE;
  plot->value.has_bounds = FALSE;
  mark_fixture_add (jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_VOLUME), 1, 7);
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  g_assert_cmpuint (layout->shapes->len, ==, 1);
  g_assert_cmpuint (layout->texts->len, ==, 0);
}

/* Both ends on the value axis; one alone is a point, none has no place. */
static void
test_dumbbells (void)
{
  static const double rows[][2] = {
    { 20, 60 }, { NAN, 30 }, { 80, NAN }, { NAN, NAN }, { 50, 50 }
  };
  g_autoptr (JipyoPlot) plot = mark_fixture_make_plot ();
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_DUMBBELL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    mark_fixture_add (series, i + 1, rows[i][1])->start = rows[i][0];
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  const double size = layout->frame.type.marker * 1.35;
  g_assert_cmpuint (layout->shapes->len, ==, 4);
  mark_fixture_assert_rect (&mark_fixture_get_shape (layout, 0)->rect,
                            (JipyoRect){ 40 - size / 2, 80 - size / 2, size, 80 + size });
  g_assert_cmpfloat (mark_fixture_get_shape (layout, 0)->y, ==, 80);
  g_assert_cmpfloat (mark_fixture_get_shape (layout, 0)->base_y, ==, 160);
  mark_fixture_assert_rect (&mark_fixture_get_shape (layout, 1)->rect,
                            (JipyoRect){ 80 - size / 2, 140 - size / 2, size, size });
  g_assert_cmpfloat (mark_fixture_get_shape (layout, 2)->y, ==, 40);
  g_assert_false (jipyo_plot_layout_get_datum_rect (layout, 0, 3, NULL));
  mark_fixture_assert_rect (&mark_fixture_get_shape (layout, 3)->rect,
                            (JipyoRect){ 200 - size / 2, 100 - size / 2, size, size });
  guint datum = G_MAXUINT;
  g_assert_true (jipyo_plot_layout_find_datum (layout, 40, 120, NULL, &datum));
  g_assert_cmpuint (datum, ==, 0);
}

/* Rows run down 200 units, 20 each; values run right, 4 units each. */
static void
test_dumbbells_rows (void)
{
  g_autoptr (JipyoPlot) plot = mark_fixture_make_plot ();
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_DUMBBELL);

  plot->horizontal = TRUE;
  mark_fixture_add (series, 5, 25)->start = 75;
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  const double size = layout->frame.type.marker * 1.35;
  mark_fixture_assert_rect (&mark_fixture_get_shape (layout, 0)->rect,
                            (JipyoRect){ 100 - size / 2, 100 - size / 2, 200 + size, size });
  g_assert_cmpfloat (mark_fixture_get_shape (layout, 0)->x, ==, 100);
  g_assert_cmpfloat (mark_fixture_get_shape (layout, 0)->base_x, ==, 300);
}

/* Two bands of 200 units: from the middle of the first to that of the second. Only the line is
 * hit, not the rectangle around it. */
static void
test_slopes (void)
{
  g_autoptr (JipyoPlot) plot = mark_fixture_make_plot ();
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_SLOPE);

  plot->position.kind = JIPYO_SCALE_BAND;
  jipyo_plot_add_band (plot, "1", NULL);
  jipyo_plot_add_band (plot, "2", NULL);
  mark_fixture_add (series, 0, 90)->start = 10;
  mark_fixture_add (series, 0, NAN)->start = 10;
  mark_fixture_add (series, 0, 20)->start = INFINITY;
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  const JipyoPlotShape *shape = mark_fixture_get_shape (layout, 0);
  g_assert_cmpuint (layout->shapes->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (shape->base_x, 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (shape->base_y, 180, 1e-9);
  g_assert_cmpfloat_with_epsilon (shape->x, 300, 1e-9);
  g_assert_cmpfloat_with_epsilon (shape->y, 20, 1e-9);
  g_assert_true (jipyo_plot_layout_find_datum (layout, 200, 100, NULL, NULL));
  g_assert_false (jipyo_plot_layout_find_datum (layout, 110, 30, NULL, NULL));
}

/* From low to high around the base, whichever way they are given; one side may be missing. */
static void
test_tornado (void)
{
  static const double rows[][3] = {
    { 50, 20, 75 }, { 50, NAN, 60 }, { 50, 60, 40 }, { NAN, 10, 30 }, { 50, NAN, NAN }
  };
  g_autoptr (JipyoPlot) plot = mark_fixture_make_plot ();
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_TORNADO);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    JipyoDatum *datum = mark_fixture_add (series, i + 1, rows[i][0]);
    datum->low = rows[i][1];
    datum->high = rows[i][2];
  }
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  g_assert_cmpfloat (mark_fixture_get_shape (layout, 0)->rect.y, ==, 50);
  g_assert_cmpfloat_with_epsilon (mark_fixture_get_shape (layout, 0)->rect.height, 110, 1e-9);
  g_assert_cmpfloat (mark_fixture_get_shape (layout, 0)->y, ==, 100);
  g_assert_cmpfloat (mark_fixture_get_shape (layout, 1)->rect.y, ==, 80);
  g_assert_cmpfloat_with_epsilon (mark_fixture_get_shape (layout, 1)->rect.height, 20, 1e-9);
  g_assert_cmpfloat (mark_fixture_get_shape (layout, 2)->rect.y, ==, 80);
  g_assert_cmpfloat_with_epsilon (mark_fixture_get_shape (layout, 2)->rect.height, 40, 1e-9);
  g_assert_cmpfloat (mark_fixture_get_shape (layout, 3)->rect.y, ==, 140);
  g_assert_cmpfloat_with_epsilon (mark_fixture_get_shape (layout, 3)->rect.height, 40, 1e-9);
}

/* Shares of the sum of sizes in a band; nothing else has a place. */
static void
test_shares (void)
{
  static const double values[3][3] = { { 30, 1e308, 0 }, { 10, 1e308, 0 }, { -60, NAN, NAN } };
  g_autoptr (JipyoPlot) plot = mark_fixture_make_plot ();

  plot->value.has_bounds = FALSE;
  plot->relative = TRUE;
  for (guint s = 0; s < 3; s++) {
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_STACK);
    for (guint i = 0; i < 3; i++)
      mark_fixture_add (series, i + 1, values[s][i]);
  }
  mark_fixture_add (jipyo_plot_add_series (plot, "b", NULL, JIPYO_MARK_LINE), 1, 5e9);
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  g_assert_cmpuint (layout->shapes->len, ==, 7);
  /* The line asks for air below, so that 169.6 percent and more are 200 units. */
  const double unit = 200 / (layout->value.high - layout->value.low);
  g_assert_cmpfloat_with_epsilon (mark_fixture_get_shape (layout, 0)->rect.height, 30 * unit, 1e-9);
  g_assert_cmpfloat_with_epsilon (mark_fixture_get_shape (layout, 1)->rect.height, 50 * unit, 1e-9);
  g_assert_cmpfloat_with_epsilon (mark_fixture_get_shape (layout, 4)->y,
                                  (layout->value.high - 100) * unit, 1e-9);
  g_assert_cmpuint (mark_fixture_get_shape (layout, 6)->series, ==, 2);
  g_assert_cmpfloat_with_epsilon (mark_fixture_get_shape (layout, 6)->rect.height, 60 * unit, 1e-9);
}

static const JipyoTextLayout *
find_text (const JipyoPlotLayout *layout, const char *string)
{
  for (guint i = 0; i < layout->texts->len; i++) {
    const JipyoTextLayout *text = g_ptr_array_index (layout->texts, i);
    if (g_str_equal (pango_layout_get_text (text->layout), string))
      return text;
  }
  g_error ("no text \"%s\"", string);
}

/* Figures stand outside of both ends, whichever is the lower one, and the ends are named above. */
static void
test_dumbbell_texts (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_DUMBBELL);

  plot->horizontal = TRUE;
  plot->value.hidden = TRUE;
  jipyo_plot_series_name_ends (series, "before", "after");
  for (guint i = 0; i < 2; i++) {
    JipyoDatum *datum = jipyo_plot_series_add (series, i, i == 0 ? 80 : 20, i == 0 ? "up" : "down");
    datum->start = 100 - datum->value;
    jipyo_datum_set_note (datum, i == 0 ? "from" : "of");
  }
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  const JipyoRect up = mark_fixture_get_shape (layout, 0)->rect,
                  down = mark_fixture_get_shape (layout, 1)->rect;
  g_assert_cmpuint (layout->texts->len, ==, 6);
  g_assert_cmpuint (layout->n_dropped, ==, 0);
  g_assert_cmpfloat (find_text (layout, "up")->rect.x, >, up.x + up.width);
  g_assert_cmpfloat (find_text (layout, "of")->rect.x, >, down.x + down.width);
  const JipyoRect from = find_text (layout, "from")->rect, fell = find_text (layout, "down")->rect;
  g_assert_cmpfloat (from.x + from.width, <, up.x);
  g_assert_cmpfloat (fell.x + fell.width, <, down.x);
  const JipyoRect before = find_text (layout, "before")->rect;
  g_assert_cmpfloat_with_epsilon (before.x + before.width / 2,
                                  mark_fixture_get_shape (layout, 0)->base_x, 1e-3);
  g_assert_cmpfloat (before.y + before.height, <=, layout->area.y);
}

/* Ends at one place: all figures and names stay, none on another. */
static void
test_slope_column (void)
{
  g_autoptr (JipyoPlot) plot = mark_fixture_make_plot ();

  plot->position.kind = JIPYO_SCALE_BAND;
  plot->position.hidden = TRUE;
  for (guint i = 0; i < 6; i++) {
    g_autofree char *name = g_strdup_printf ("team %u", i);
    g_autofree char *text = g_strdup_printf ("%u", 50 + i);
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, name, name, JIPYO_MARK_SLOPE);
    JipyoDatum *datum = jipyo_plot_series_add (series, 0, 50 + i / 10.0, text);
    datum->start = 50;
    jipyo_datum_set_note (datum, "50");
  }
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  g_assert_cmpuint (layout->texts->len, ==, 18);
  for (guint i = 0; i < layout->texts->len; i++)
    for (guint k = 0; k < i; k++) {
      const JipyoRect a = ((JipyoTextLayout *) g_ptr_array_index (layout->texts, i))->rect;
      JipyoRect b = ((JipyoTextLayout *) g_ptr_array_index (layout->texts, k))->rect;
      b.height -= 0.01; /* sums of doubles */
      g_assert_false (jipyo_rect_overlaps (&a, &b));
    }
}

/* Events of one day stand below each other in their row, however low it is; those beyond beside. */
static void
test_swarm (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_DOT);
  enum { ROWS = 8, DOTS = 5 };

  plot->horizontal = TRUE;
  plot->value.kind = JIPYO_SCALE_TIME;
  for (guint i = 0; i < ROWS; i++) {
    jipyo_plot_add_band (plot, "row", NULL);
    for (guint k = 0; k < DOTS; k++)
      mark_fixture_add (series, i, 86400.0 * i);
  }
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  for (guint i = 0; i < ROWS * DOTS; i++)
    for (guint k = 0; k < i; k++) {
      const JipyoPlotShape *shape = mark_fixture_get_shape (layout, i);
      const JipyoPlotShape *other = mark_fixture_get_shape (layout, k);
      g_assert_cmpfloat (hypot (shape->x - other->x, shape->y - other->y), >,
                         shape->rect.width * 0.8);
    }
}

/* A figure that is too long for what its bar leaves of a row stands in two lines, whole. */
static void
test_long_figure (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_BAR);
  static const char *const figure = "at least 50,000,000 processing units of the latest kind";

  plot->horizontal = TRUE;
  plot->value.hidden = TRUE;
  for (guint i = 0; i < 2; i++)
    jipyo_plot_series_add (series, jipyo_plot_add_band (plot, "row", NULL), i == 0 ? 100 : 20,
                           i == 0 ? figure : "10,000");
  g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
  guint n_found = 0;
  for (guint i = 0; i < layout->texts->len; i++) {
    const JipyoTextLayout *text = g_ptr_array_index (layout->texts, i);
    if (strstr (pango_layout_get_text (text->layout), "latest") == NULL)
      continue;
    n_found++;
    g_assert_cmpint (pango_layout_get_line_count (text->layout), ==, 2);
    g_assert_false (text->ellipsised);
    g_assert_cmpfloat (text->rect.x, >, mark_fixture_get_shape (layout, 0)->rect.width);
  }
  g_assert_cmpuint (n_found, ==, 1);
}

/* Few that are closer to their neighbours make not all others thin; many do. */
static void
test_candle_width (void)
{
  for (guint n_close = 1; n_close <= 8; n_close += 7) {
    g_autoptr (JipyoPlot) plot = mark_fixture_make_plot ();
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_CANDLE);
    double position = 0.1;
    for (guint i = 0; i < 20; i++, position += i <= n_close ? 0.2 : 0.5)
      mark_fixture_add (series, position, 50 + i % 3)->start = 49;
    g_autoptr (JipyoPlotLayout) layout = mark_fixture_make_layout (plot);
    /* 8 units apart, or 20. */
    g_assert_cmpfloat (mark_fixture_get_shape (layout, 12)->rect.width, ==, n_close > 2 ? 5 : 9);
  }
}

/* A line of the table and its file are all that a mark needs to be: both languages have a word for
 * a plot of it, and it can be drawn. */
static void
test_table (void)
{
  for (guint i = 0; i < JIPYO_N_MARKS; i++) {
    const JipyoMarkClass *mark = jipyo_mark_get_class ((JipyoMark) i);
    g_assert_cmpuint (strlen (mark->word.ko), >, 0);
    g_assert_cmpuint (strlen (mark->word.en), >, 0);
    g_assert_true (g_ascii_isupper (*mark->word.en));
    g_assert_true (mark->place != NULL && mark->paint != NULL);
    for (guint k = 0; k < i; k++)
      g_assert_true (jipyo_mark_get_class ((JipyoMark) k) != mark);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/marks/candle-width", test_candle_width);
  g_test_add_func ("/chart/marks/whiskers", test_whiskers);
  g_test_add_func ("/chart/marks/whisker-label", test_whisker_label);
  g_test_add_func ("/chart/marks/steps", test_steps);
  g_test_add_func ("/chart/marks/steps-down", test_steps_down);
  g_test_add_func ("/chart/marks/band", test_band);
  g_test_add_func ("/chart/marks/band-domain", test_band_domain);
  g_test_add_func ("/chart/marks/candles", test_candles);
  g_test_add_func ("/chart/marks/candles-dense", test_candles_dense);
  g_test_add_func ("/chart/marks/volume", test_volume);
  g_test_add_func ("/chart/marks/volume-alone", test_volume_alone);
  g_test_add_func ("/chart/marks/dumbbells", test_dumbbells);
  g_test_add_func ("/chart/marks/dumbbells-rows", test_dumbbells_rows);
  g_test_add_func ("/chart/marks/slopes", test_slopes);
  g_test_add_func ("/chart/marks/tornado", test_tornado);
  g_test_add_func ("/chart/marks/shares", test_shares);
  g_test_add_func ("/chart/marks/dumbbell-texts", test_dumbbell_texts);
  g_test_add_func ("/chart/marks/slope-column", test_slope_column);
  g_test_add_func ("/chart/marks/swarm", test_swarm);
  g_test_add_func ("/chart/marks/long-figure", test_long_figure);
  g_test_add_func ("/chart/marks/table", test_table);
  return mark_fixture_run ();
}

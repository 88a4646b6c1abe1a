/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which figures stand at their marks: all that have room or, where some have none, those that are
 * singled out; where a figure that is not known is said to be so; and that each is read as that of
 * its own mark.
 */

#include "jipyo-plot-draw.h"
#include "jipyo-plot-scene.h"
#include "jipyo-sheet-layout.h"

#include <math.h>

static const char figure[] = "1,234,567";

enum { NONE, HIGHEST, ALL };

/* Figures of so many bins that not all have room. */
static guint
count_figures (int accented)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_HISTOGRAM);
  guint n = 0;

  plot->position.kind = JIPYO_SCALE_LINEAR;
  for (guint i = 0; i < 40; i++) {
    const gboolean highest = i == 20;
    JipyoDatum *datum =
      jipyo_plot_series_add (series, i + 0.5, highest ? 100 : 10 + (i * 7) % 40, figure);
    datum->start = i;
    datum->has_colour = TRUE;
    datum->colour.role =
      accented == ALL || (accented == HIGHEST && highest) ? JIPYO_ROLE_ACCENT : JIPYO_ROLE_NEUTRAL;
  }
  g_autoptr (JipyoPlotLayout) layout =
               jipyo_plot_layout_new (plot, jipyo_theme_get (JIPYO_THEME_LIGHT), 400, 300);
  for (guint i = 0; i < layout->texts->len; i++) {
    const JipyoTextLayout *text = g_ptr_array_index (layout->texts, i);
    n += g_strcmp0 (pango_layout_get_text (text->layout), figure) == 0;
  }
  return n;
}

static void
test_accented (void)
{
  g_assert_cmpuint (count_figures (NONE), ==, 0);
  g_assert_cmpuint (count_figures (HIGHEST), ==, 1);
  /* Some of all would look as if they were chosen. */
  g_assert_cmpuint (count_figures (ALL), ==, 0);
}

/* No line of a note begins or ends with the dot between two parts of it. */
static void
assert_parts_whole (const JipyoTextLayout *text)
{
  g_auto (GStrv) lines = g_strsplit (pango_layout_get_text (text->layout), "\n", -1);

  g_assert_cmpint (pango_layout_get_line_count (text->layout), ==, (int) g_strv_length (lines));
  if (lines[0] == NULL || lines[1] == NULL)
    return;
  g_assert_true (g_str_has_suffix (lines[0], " %"));
  g_assert_cmpstr (lines[1], ==, "추정");
}

/* Notes of two words below columns, of which the second and the first of the next could be read
 * together. */
static void
test_notes_apart (void)
{
  static const char *const notes[] = { "+350 % · 추정", "+222 % · 추정", "+276 % · 추정" };

  for (double width = 250; width < 420; width += 3) {
    g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_KO);
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_BAR);
    double end = -INFINITY;

    plot->position.kind = JIPYO_SCALE_BAND;
    for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
      jipyo_plot_series_add (series, jipyo_plot_add_band (plot, "2021", notes[i]), 10, "10");
    g_autoptr (JipyoPlotLayout) layout =
                 jipyo_plot_layout_new (plot, jipyo_theme_get (JIPYO_THEME_LIGHT), width, 300);
    for (guint i = 0; i < layout->texts->len; i++) {
      const JipyoTextLayout *text = g_ptr_array_index (layout->texts, i);
      if (!g_str_has_prefix (pango_layout_get_text (text->layout), "+2")
          && !g_str_has_prefix (pango_layout_get_text (text->layout), "+3"))
        continue;
      g_assert_cmpfloat (text->rect.x, >=, end + 5);
      assert_parts_whole (text);
      end = text->rect.x + text->rect.width;
    }
  }
}

static void
test_unknown (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_BAR);
  const JipyoRect *rect = NULL;
  JipyoRect bar;

  plot->position.kind = JIPYO_SCALE_BAND;
  jipyo_plot_series_add (series, jipyo_plot_add_band (plot, "A", NULL), 10, "10");
  jipyo_plot_series_add (series, jipyo_plot_add_band (plot, "B", NULL), NAN, "?");
  jipyo_plot_series_add (series, jipyo_plot_add_band (plot, "C", NULL), -10, "-10");
  g_autoptr (JipyoPlotLayout) layout =
               jipyo_plot_layout_new (plot, jipyo_theme_get (JIPYO_THEME_LIGHT), 400, 300);
  for (guint i = 0; i < layout->texts->len; i++) {
    const JipyoTextLayout *text = g_ptr_array_index (layout->texts, i);
    if (g_strcmp0 (pango_layout_get_text (text->layout), "?") == 0)
      rect = &text->rect;
  }
  g_assert_nonnull (rect);
  g_assert_true (jipyo_plot_layout_get_datum_rect (layout, 0, 0, &bar));
  const double zero = bar.y + bar.height;
  g_assert_cmpfloat (rect->y + rect->height, <=, zero);
  g_assert_cmpfloat (rect->y + rect->height, >, zero - 10);
}

static double
get_distance (const JipyoRect *rect, const JipyoPlotShape *shape)
{
  const double dx = MAX (0, MAX (rect->x - shape->x, shape->x - rect->x - rect->width));
  const double dy = MAX (0, MAX (rect->y - shape->y, shape->y - rect->y - rect->height));

  return hypot (dx, dy);
}

/* A text is not nearer to another point than to its own, or hardly. */
static guint
assert_own (const JipyoPlotLayout *layout, guint index)
{
  const JipyoTextLayout *text = g_ptr_array_index (layout->texts, index);
  const char *words = pango_layout_get_text (text->layout);
  double own = INFINITY, nearest = INFINITY;

  if (*words != 'n')
    return 0;
  for (guint i = 0; i < layout->shapes->len; i++) {
    const JipyoPlotShape *shape = &g_array_index (layout->shapes, JipyoPlotShape, i);
    const double distance = get_distance (&text->rect, shape);
    nearest = MIN (nearest, distance);
    if (shape->datum == (guint) g_ascii_strtoull (words + 1, NULL, 10))
      own = distance;
  }
  g_assert_cmpfloat (own, <=, nearest + layout->frame.type.marker * 0.35);
  return 1;
}

/* Pairs of points, one of them right above the other. */
static void
test_own_points (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  guint n = 0;

  for (guint round = 0; round < 60; round++) {
    g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_DOT);
    plot->position.kind = plot->value.kind = JIPYO_SCALE_LINEAR;
    double at[2] = { 0, 0 };
    for (guint i = 0; i < 12; i++) {
      g_autofree char *name = g_strdup_printf ("n%u of the points", i);
      at[0] = i % 2 == 1 ? at[0] : g_rand_double (random);
      at[1] = i % 2 == 1 ? at[1] + 0.018 : g_rand_double (random);
      jipyo_plot_series_add (series, at[0], at[1], name);
    }
    g_autoptr (JipyoPlotLayout) layout =
                 jipyo_plot_layout_new (plot, jipyo_theme_get (JIPYO_THEME_LIGHT), 400, 300);
    for (guint i = 0; i < layout->texts->len; i++)
      n += assert_own (layout, i);
  }
  g_assert_cmpuint (n, >, 300);
}

/* A row of many points of which the last has a name, and as many as it takes to fill a page. */
static double
get_share (guint n_names)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_DOT);

  plot->horizontal = TRUE;
  for (guint i = 0; i < 10; i++)
    jipyo_plot_series_add (series, jipyo_plot_add_band (plot, "A", NULL), i,
                           i >= 10 - n_names ? "A name that is long" : NULL);
  g_autoptr (JipyoPlotLayout) layout =
               jipyo_plot_layout_new (plot, jipyo_theme_get (JIPYO_THEME_LIGHT), 280, 300);
  return (layout->value.to - layout->value.from) / layout->area.width;
}

/* The axis is not shortened for the names of a few, nor for one that has no room even so. */
static void
test_room (void)
{
  g_assert_cmpfloat (get_share (1), >, 0.9);
  g_assert_cmpfloat (get_share (10), <, 0.6);
}

/* Of the rows that a card has room for each has its figure, the first one too. */
static void
test_rows (void)
{
  guint n_shown = 0;

  for (double height = 340; height <= 500; height += 4) {
    g_autoptr (JipyoSheet) sheet = jipyo_sheet_new (JIPYO_LANG_KO);
    JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_KO);
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_BAR);
    guint n_names = 0, n_figures = 0;
    plot->horizontal = TRUE;
    for (guint i = 0; i < 40; i++)
      jipyo_plot_series_add (series, jipyo_plot_add_band (plot, "회사", NULL), i * 37 % 100, "74");
    jipyo_plot_set_title (plot, "title", NULL);
    jipyo_sheet_take_plot (sheet, plot);
    g_autoptr (JipyoSheetLayout) layout =
                 jipyo_sheet_layout_new (sheet, jipyo_theme_get (JIPYO_THEME_LIGHT), 640, height);
    g_autoptr (GArray) texts = jipyo_sheet_layout_list_texts (layout);
    for (guint i = 0; i < texts->len; i++) {
      const char *text = g_array_index (texts, JipyoSheetText, i).text;
      n_names += g_strcmp0 (text, "회사") == 0;
      n_figures += g_strcmp0 (text, "74") == 0;
    }
    g_assert_cmpuint (n_figures, ==, n_names);
    n_shown += n_figures;
  }
  g_assert_cmpuint (n_shown, >, 0);
}

static guint
count_segments (guint n_segments, gboolean horizontal)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  guint n = 0;

  plot->horizontal = horizontal;
  jipyo_plot_add_band (plot, "A", NULL);
  jipyo_plot_add_band (plot, "B", NULL);
  for (guint i = 0; i < n_segments; i++) {
    g_autofree char *id = g_strdup_printf ("s%u", i);
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, id, NULL, JIPYO_MARK_STACK);
    jipyo_plot_series_add (series, 0, n_segments < 10 && i == 0 ? 50 : 1, "1.00");
    jipyo_plot_series_add (series, 1, i == 0 ? 80 : NAN, NULL);
  }
  g_autoptr (JipyoPlotLayout) layout =
               jipyo_plot_layout_new (plot, jipyo_theme_get (JIPYO_THEME_LIGHT), 400, 300);
  for (guint i = 0; i < layout->texts->len; i++) {
    const JipyoTextLayout *text = g_ptr_array_index (layout->texts, i);
    n += g_strcmp0 (pango_layout_get_text (text->layout), "1.00") == 0;
  }
  return n;
}

/* The figure of the last segment stands beyond it, but not as the only one, like the sum of all. */
static void
test_segments (void)
{
  g_assert_cmpuint (count_segments (2, FALSE), ==, 2);
  g_assert_cmpuint (count_segments (2, TRUE), ==, 2);
  g_assert_cmpuint (count_segments (60, FALSE), ==, 0);
}

/* A price of so many candles that moves by `move` each, with volume below that is highest in the
 * end. */
static JipyoPlot *
make_day (guint n, double move)
{
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *price = jipyo_plot_add_series (plot, "price", NULL, JIPYO_MARK_CANDLE);
  JipyoPlotSeries *volume = jipyo_plot_add_series (plot, "volume", NULL, JIPYO_MARK_VOLUME);

  plot->position.kind = JIPYO_SCALE_LINEAR;
  for (guint i = 0; i < n; i++) {
    const double close = 2.0 * n + move * i;
    JipyoDatum *datum = jipyo_plot_series_add (price, i, close, i + 1 == n ? figure : NULL);
    datum->start = close - move;
    datum->low = MIN (close, close - move) - 1;
    datum->high = MAX (close, close - move) + 1;
    jipyo_plot_series_add (volume, i, 20 + i, NULL);
  }
  return plot;
}

/* How often the last price is shown, beside its candle and off all marks. */
static guint
count_last (guint n_candles, double move)
{
  g_autoptr (JipyoPlot) plot = make_day (n_candles, move);
  g_autoptr (JipyoPlotLayout) layout =
               jipyo_plot_layout_new (plot, jipyo_theme_get (JIPYO_THEME_LIGHT), 640, 300);
  guint n = 0;

  for (guint i = 0; i < layout->texts->len; i++) {
    const JipyoTextLayout *text = g_ptr_array_index (layout->texts, i);
    if (g_strcmp0 (pango_layout_get_text (text->layout), figure) != 0)
      continue;
    const JipyoPlotShape *last = &g_array_index (layout->shapes, JipyoPlotShape, n_candles - 1);
    g_assert_cmpfloat (text->rect.x, >, last->x);
    g_assert_cmpfloat_with_epsilon (text->rect.y + text->rect.height / 2, last->y, 1);
    n++;
    for (guint k = 0; k < layout->shapes->len; k++)
      g_assert_false (
        jipyo_rect_overlaps (&text->rect, &g_array_index (layout->shapes, JipyoPlotShape, k).rect));
  }
  return n;
}

/* However many candles there are, rising or falling, the last one's price covers none, and no bar
 * of the volume. */
static void
test_many_marks (void)
{
  static const guint counts[] = { 50, 290, 301, 700, 1440 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++) {
    g_assert_cmpuint (count_last (counts[i], 1), ==, 1);
    g_assert_cmpuint (count_last (counts[i], -1), ==, 1);
  }
}

/* The name of a line whose last figure is its only one has that behind it, while it is in view. */
static void
test_named_end (void)
{
  for (int part = 0; part <= 1; part++) {
    g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", "Price", JIPYO_MARK_LINE);
    const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);
    JipyoPlotState state = jipyo_plot_state_new ();
    guint n[2] = { 0, 0 };
    plot->position.kind = JIPYO_SCALE_LINEAR;
    for (guint i = 0; i < 20; i++)
      jipyo_plot_series_add (series, i, i % 7, i == 19 ? figure : NULL);
    state.has_window = part == 1;
    state.low = 2;
    state.high = 9;
    const JipyoPlotFrame frame = {
      .theme = theme,
      .width = 400,
      .height = 300,
      .type = jipyo_theme_measure (theme, 400, 300),
      .state = &state,
    };
    g_autoptr (JipyoPlotLayout) layout = jipyo_plot_layout_new_framed (plot, &frame);
    for (guint i = 0; i < layout->texts->len; i++) {
      const char *words =
        pango_layout_get_text (((JipyoTextLayout *) g_ptr_array_index (layout->texts, i))->layout);
      n[0] += g_strcmp0 (words, "Price 1,234,567") == 0;
      n[1] += g_strcmp0 (words, "Price") == 0;
    }
    g_assert_cmpuint (n[0], ==, 1 - part);
    g_assert_cmpuint (n[1], ==, part);
  }
}

static const char row_name[] = "A name as long as half of a narrow picture";

/* Six rows, of which the first one has the name. */
static JipyoPlotLayout *
make_rows (const char *name, double height)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_DOT);

  plot->horizontal = TRUE;
  for (guint i = 0; i < 6; i++)
    jipyo_plot_series_add (series, jipyo_plot_add_band (plot, i == 0 ? name : "Short", "2026"), i,
                           figure);
  return jipyo_plot_layout_new (plot, jipyo_theme_get (JIPYO_THEME_LIGHT), 340, height);
}

/* Long names stand whole above their rows, with the notes behind them, and take nothing of the
 * width; figures stay beside their points. In rows that are too low for both, or where names are
 * short, they stand beside the rows. */
static void
test_long_names (void)
{
  for (double height = 120; height < 500; height += 10) {
    g_autoptr (JipyoPlotLayout) beside = make_rows ("Short", height);
    g_autoptr (JipyoPlotLayout) above = make_rows (row_name, height);
    guint n_figures = 0, n_notes = 0;
    g_assert_cmpfloat (beside->names_height, ==, 0);
    if (height < 170)
      g_assert_cmpfloat (above->names_height, ==, 0);
    if (height > 270)
      g_assert_cmpfloat (above->names_height, >, 0);
    if (above->names_height == 0)
      continue;
    g_assert_cmpfloat (above->area.x, ==, above->body.x);
    for (guint i = 0; i < above->texts->len; i++) {
      const JipyoTextLayout *text = g_ptr_array_index (above->texts, i);
      const char *words = pango_layout_get_text (text->layout);
      const JipyoPlotShape *shapes = (const JipyoPlotShape *) (gpointer) above->shapes->data;
      n_figures += g_strcmp0 (words, figure) == 0;
      n_notes += g_strcmp0 (words, "2026") == 0;
      if (g_strcmp0 (words, row_name) != 0)
        continue;
      g_assert_false (text->ellipsised);
      g_assert_cmpfloat (text->rect.y + text->rect.height / 2, <, shapes[0].rect.y);
      g_assert_cmpfloat (text->rect.y + text->rect.height / 2, >, above->area.y);
    }
    g_assert_cmpuint (n_figures, ==, 6);
    g_assert_cmpuint (n_notes, >=, 5);
  }
}

/* What the title speaks of is named in two lines where one is too long. */
static void
test_wrapped (void)
{
  for (int accented = 0; accented <= 1; accented++) {
    g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_DOT);
    guint n = 0;
    plot->position.kind = JIPYO_SCALE_LINEAR;
    series->colour.role = accented ? JIPYO_ROLE_ACCENT : JIPYO_ROLE_NEUTRAL;
    for (guint i = 0; i < 11; i++)
      jipyo_plot_series_add (series, i, 5, i == 5 ? row_name : NULL);
    g_autoptr (JipyoPlotLayout) layout =
                 jipyo_plot_layout_new (plot, jipyo_theme_get (JIPYO_THEME_LIGHT), 230, 300);
    for (guint i = 0; i < layout->texts->len; i++) {
      const JipyoTextLayout *text = g_ptr_array_index (layout->texts, i);
      n += g_strcmp0 (pango_layout_get_text (text->layout), row_name) == 0
           && pango_layout_get_line_count (text->layout) == 2 && !text->ellipsised;
    }
    g_assert_cmpuint (n, ==, accented);
  }
}

/* Of two points at the low end neither has its name across the axis. */
static void
test_edge (void)
{
  guint n = 0;

  for (double height = 160; height < 420; height += 10) {
    g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_DOT);
    plot->position.kind = JIPYO_SCALE_LINEAR;
    plot->value.kind = JIPYO_SCALE_LOG;
    jipyo_plot_series_add (series, 0, 113, "Name");
    jipyo_plot_series_add (series, 0, 105, "Name");
    jipyo_plot_series_add (series, 9, 900, NULL);
    g_autoptr (JipyoPlotLayout) layout =
                 jipyo_plot_layout_new (plot, jipyo_theme_get (JIPYO_THEME_LIGHT), 640, height);
    const double bottom = layout->area.y + layout->area.height;
    for (guint i = 0; i < layout->texts->len; i++) {
      const JipyoTextLayout *text = g_ptr_array_index (layout->texts, i);
      if (g_strcmp0 (pango_layout_get_text (text->layout), "Name") != 0)
        continue;
      g_assert_cmpfloat (text->rect.y + text->rect.height, <=, bottom);
      n++;
    }
  }
  g_assert_cmpuint (n, >, 26);
}

/* In rows as close as their names can be every point has its figure, all on the same side. */
static void
test_close_rows (void)
{
  enum { N = 30 }; /* of nearly the same value */
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_DOT);
  guint n = 0;

  plot->horizontal = TRUE;
  plot->value.has_bounds = TRUE;
  plot->value.high = 5;
  for (guint i = 0; i < N; i++)
    jipyo_plot_series_add (series, jipyo_plot_add_band (plot, "Name 2026-01-15", NULL), i % 2 * 0.1,
                           "+1.25 %");
  const JipyoPlotFrame frame = { .theme = jipyo_theme_get (JIPYO_THEME_LIGHT),
                                 .width = 400,
                                 .height = 14.5 * N + 20,
                                 .type = jipyo_type_scale_from_label (13),
                                 .bare = TRUE };
  g_autoptr (JipyoPlotLayout) layout = jipyo_plot_layout_new_framed (plot, &frame);
  for (guint i = 0; i < layout->texts->len; i++) {
    const JipyoTextLayout *text = g_ptr_array_index (layout->texts, i);
    if (g_strcmp0 (pango_layout_get_text (text->layout), "+1.25 %") != 0)
      continue;
    g_assert_cmpfloat (text->rect.x, >, g_array_index (layout->shapes, JipyoPlotShape, n).x);
    n++;
  }
  g_assert_cmpuint (n, ==, N);
}

/* However high the rows, a name above one is nearer to its own bar than to the one before. */
static void
test_near_bars (void)
{
  for (double height = 160; height < 900; height += 60) {
    g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_BAR);
    guint n = 0;
    plot->horizontal = TRUE;
    for (guint i = 0; i < 3; i++)
      jipyo_plot_series_add (series, jipyo_plot_add_band (plot, row_name, NULL), 10 + i, figure);
    g_autoptr (JipyoPlotLayout) layout =
                 jipyo_plot_layout_new (plot, jipyo_theme_get (JIPYO_THEME_LIGHT), 300, height);
    g_assert_cmpfloat (layout->names_height, >, 0);
    for (guint i = 0; i < layout->texts->len; i++) {
      const JipyoTextLayout *text = g_ptr_array_index (layout->texts, i);
      const JipyoPlotShape *bar = &g_array_index (layout->shapes, JipyoPlotShape, n);
      if (g_strcmp0 (pango_layout_get_text (text->layout), row_name) != 0)
        continue;
      const double below = bar->rect.y - text->rect.y - text->rect.height;
      g_assert_cmpfloat (below, <, layout->frame.type.note * 2);
      if (n > 0)
        g_assert_cmpfloat (below, <=, text->rect.y - bar[-1].rect.y - bar[-1].rect.height + 1);
      n++;
    }
    g_assert_cmpuint (n, ==, 3);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/plot-labels/notes-apart", test_notes_apart);
  g_test_add_func ("/chart/plot-labels/accented", test_accented);
  g_test_add_func ("/chart/plot-labels/unknown", test_unknown);
  g_test_add_func ("/chart/plot-labels/own-points", test_own_points);
  g_test_add_func ("/chart/plot-labels/rows", test_rows);
  g_test_add_func ("/chart/plot-labels/long-names", test_long_names);
  g_test_add_func ("/chart/plot-labels/wrapped", test_wrapped);
  g_test_add_func ("/chart/plot-labels/edge", test_edge);
  g_test_add_func ("/chart/plot-labels/many-marks", test_many_marks);
  g_test_add_func ("/chart/plot-labels/named-end", test_named_end);
  g_test_add_func ("/chart/plot-labels/room", test_room);
  g_test_add_func ("/chart/plot-labels/segments", test_segments);
  g_test_add_func ("/chart/plot-labels/close-rows", test_close_rows);
  g_test_add_func ("/chart/plot-labels/near-bars", test_near_bars);
  return g_test_run ();
}

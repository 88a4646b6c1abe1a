/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whole pictures as numbers: nothing overlaps, nothing leaves the page, no row is cut, whatever
 * the size, theme and language.
 */

#include "sample-sheets.h"

#include "jipyo-sheet-layout.h"

#include "jipyo-doubt-text.h"

#include <math.h>

static const double sizes[][2] = {
  { 360, 640 },   { 640, 900 },  { 800, 300 }, { 1280, 800 }, { 1000, 2000 }, { 1920, 1080 },
  { 3840, 2160 }, { 5000, 400 }, { 200, 200 }, { 40, 30 },    { 1, 1 },
};

static void
assert_inside (const JipyoRect *part, const JipyoRect *whole)
{
  static const double SLACK = 0.01;

  g_assert_true (isfinite (part->x) && isfinite (part->y));
  g_assert_cmpfloat (part->width, >=, 0);
  g_assert_cmpfloat (part->height, >=, 0);
  g_assert_cmpfloat (part->x, >=, whole->x - SLACK);
  g_assert_cmpfloat (part->y, >=, whole->y - SLACK);
  g_assert_cmpfloat (part->x + part->width, <=, whole->x + whole->width + SLACK);
  g_assert_cmpfloat (part->y + part->height, <=, whole->y + whole->height + SLACK);
}

static void
assert_apart (const GArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    for (guint j = i + 1; j < parts->len; j++) {
      const JipyoSheetPart *a = &g_array_index (parts, JipyoSheetPart, i);
      const JipyoSheetPart *b = &g_array_index (parts, JipyoSheetPart, j);

      if (a->kind != JIPYO_SHEET_PART_ROW && b->kind != JIPYO_SHEET_PART_ROW)
        g_assert_false (jipyo_rect_overlaps (&a->rect, &b->rect));
    }
}

static void
assert_rows_whole (const GArray *parts)
{
  const JipyoRect *grid = NULL;
  double bottom = 0;

  for (guint i = 0; i < parts->len; i++) {
    const JipyoSheetPart *part = &g_array_index (parts, JipyoSheetPart, i);

    if (part->kind == JIPYO_SHEET_PART_GRID)
      grid = &part->rect;
    if (part->kind != JIPYO_SHEET_PART_ROW)
      continue;
    g_assert_nonnull (grid);
    assert_inside (&part->rect, grid);
    g_assert_cmpfloat (part->rect.y, >=, bottom - 0.01);
    bottom = part->rect.y + part->rect.height;
  }
}

/* Pages too small for heading and footer are exempt from all but not crashing. */
static void
check (Sample sample, JipyoLang lang, const JipyoTheme *theme, const double size[2])
{
  g_autoptr (JipyoSheet) sheet = sample_sheet_new (sample, lang);
  g_autoptr (JipyoSheetLayout) layout = jipyo_sheet_layout_new (sheet, theme, size[0], size[1]);
  const GArray *parts = jipyo_sheet_layout_get_parts (layout);
  const JipyoRect page = { 0, 0, size[0], size[1] };

  if (size[0] < 300 || size[1] < 200)
    return;
  g_test_message ("%s %s %s %gx%g", sample_names[sample], jipyo_lang_id (lang), theme->name,
                  size[0], size[1]);
  for (guint i = 0; i < parts->len; i++)
    assert_inside (&g_array_index (parts, JipyoSheetPart, i).rect, &page);
  assert_apart (parts);
  assert_rows_whole (parts);
}

static void
test_geometry (void)
{
  static const JipyoThemeId themes[] = { JIPYO_THEME_LIGHT, JIPYO_THEME_PROJECTOR };

  /* The other themes differ from the light one in colours only. */
  for (int sample = 0; sample < N_SAMPLES; sample++)
    for (gsize theme = 0; theme < G_N_ELEMENTS (themes); theme++)
      for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
        check (sample, i % 2 ? JIPYO_LANG_KO : JIPYO_LANG_EN, jipyo_theme_get (themes[theme]),
               sizes[i]);
}

static guint
count_parts (const JipyoSheetLayout *layout, JipyoSheetPartKind kind)
{
  const GArray *parts = jipyo_sheet_layout_get_parts (layout);
  guint n = 0;

  for (guint i = 0; i < parts->len; i++)
    n += g_array_index (parts, JipyoSheetPart, i).kind == kind;
  return n;
}

static void
test_all_shown (void)
{
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);
  g_autoptr (JipyoSheet) sheet = sample_sheet_new (SAMPLE_OVERVIEW, JIPYO_LANG_KO);
  g_autoptr (JipyoSheetLayout) layout = jipyo_sheet_layout_new (sheet, theme, 1280, 800);
  g_autoptr (JipyoSheet) beside = sample_sheet_new (SAMPLE_BESIDE, JIPYO_LANG_KO);
  g_autoptr (JipyoSheetLayout) broad = jipyo_sheet_layout_new (beside, theme, 1280, 800);
  g_autoptr (JipyoSheetLayout) narrow = jipyo_sheet_layout_new (beside, theme, 360, 640);

  g_assert_cmpuint (count_parts (layout, JIPYO_SHEET_PART_TILE), ==, 4);
  g_assert_cmpuint (count_parts (layout, JIPYO_SHEET_PART_PLOT), ==, 3);
  g_assert_cmpuint (count_parts (broad, JIPYO_SHEET_PART_ROW), ==, 5);
  g_assert_cmpuint (count_parts (narrow, JIPYO_SHEET_PART_ROW), ==, 5);
}

/* Two charts side by side, each of four rows with a sum, under a legend. */
static JipyoSheet *
make_scores (void)
{
  static const char *const keys[] = { "Benchmark", "Experts", "Users", "Parts not disclosed" };
  static const char *const rows[] = { "Round 1", "Round 1 average", "Round 2", "Round 2 average" };
  JipyoSheet *sheet = jipyo_sheet_new (JIPYO_LANG_EN);

  sheet->title = g_strdup ("Scores");
  for (guint i = 0; i < 5; i++) {
    JipyoTile *tile = jipyo_sheet_add_tile (sheet);
    tile->label = g_strdup ("Score");
    tile->number = g_strdup ("7.5");
    tile->note = g_strdup ("Ministry of Science and ICT 2026-08-18");
  }
  for (guint k = 0; k < 2; k++) {
    JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);
    jipyo_plot_set_title (plot, "Scores", "by criterion");
    plot->horizontal = TRUE;
    for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
      jipyo_plot_add_band (plot, rows[i], NULL);
    for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
      JipyoPlotSeries *series = jipyo_plot_add_series (plot, keys[i], NULL, JIPYO_MARK_STACK);
      jipyo_plot_series_add (series, i, 30, NULL);
    }
    JipyoPlotSeries *sums = jipyo_plot_add_series (plot, NULL, NULL, JIPYO_MARK_DOT);
    for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
      jipyo_plot_series_add (sums, i, 60 + i, "sum");
    jipyo_sheet_take_plot (sheet, plot);
  }
  return sheet;
}

/* Rows of a chart under a legend are never lower than their figures; key figures give way first. */
static void
test_rows_have_room (void)
{
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);
  g_autoptr (JipyoSheet) sheet = make_scores ();

  for (double height = 360; height <= 480; height += 5) {
    g_autoptr (JipyoSheetLayout) layout = jipyo_sheet_layout_new (sheet, theme, 640, height);
    g_autoptr (GArray) texts = jipyo_sheet_layout_list_texts (layout);
    const JipyoSheetText *above = NULL;
    guint n_rows = 0;
    for (guint i = 0; i < texts->len; i++) {
      const JipyoSheetText *text = &g_array_index (texts, JipyoSheetText, i);
      if (!g_str_has_prefix (text->text, "Round"))
        continue;
      n_rows++;
      g_test_message ("%g: %g, text %g", height, text->rect.y, text->rect.height);
      if (above != NULL && text->rect.y > above->rect.y)
        g_assert_cmpfloat (text->rect.y - above->rect.y, >, 1.2 * text->rect.height);
      above = text;
    }
    g_assert_cmpuint (n_rows, ==, 8);
  }
}

/* A slide never shows nothing, and never more than its height carries. */
static void
test_projector (void)
{
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_PROJECTOR);

  for (int sample = 0; sample < SAMPLE_EMPTY; sample++) {
    g_autoptr (JipyoSheet) sheet = sample_sheet_new (sample, JIPYO_LANG_KO);
    g_autoptr (JipyoSheetLayout) layout = jipyo_sheet_layout_new (sheet, theme, 1920, 1080);

    g_assert_cmpuint (count_parts (layout, JIPYO_SHEET_PART_TILE)
                        + count_parts (layout, JIPYO_SHEET_PART_PLOT)
                        + count_parts (layout, JIPYO_SHEET_PART_ROW),
                      >, 0);
    g_assert_cmpuint (count_parts (layout, JIPYO_SHEET_PART_ROW), <=, 12);
  }
}

static void
test_find_claim (void)
{
  g_autoptr (JipyoSheet) sheet = sample_sheet_new (SAMPLE_MARKET, JIPYO_LANG_KO);
  g_autoptr (JipyoSheetLayout) layout =
               jipyo_sheet_layout_new (sheet, jipyo_theme_get (JIPYO_THEME_LIGHT), 1280, 800);
  const GArray *parts = jipyo_sheet_layout_get_parts (layout);
  guint found = 0;

  for (guint i = 0; i < parts->len; i++) {
    const JipyoSheetPart *part = &g_array_index (parts, JipyoSheetPart, i);
    const double y = part->rect.y + part->rect.height / 2;

    if (part->kind == JIPYO_SHEET_PART_TILE && part->index == 1) {
      g_assert_cmpstr (jipyo_sheet_layout_find_claim (layout, part->rect.x + 5, y), ==,
                       "sample.tile.2");
      found++;
    }
    if (part->kind != JIPYO_SHEET_PART_ROW || part->index != 1)
      continue;
    g_assert_null (jipyo_sheet_layout_find_claim (layout, part->rect.x + 5, y));
    for (double x = part->rect.x; x < part->rect.x + part->rect.width; x += 4)
      found +=
        g_strcmp0 (jipyo_sheet_layout_find_claim (layout, x, y), "sample.BCH Bitcoin Cash.0") == 0;
  }
  g_assert_cmpuint (found, >, 10);
  g_assert_null (jipyo_sheet_layout_find_claim (layout, 1, 1));
  g_assert_null (jipyo_sheet_layout_find_claim (layout, NAN, -5));
}

static void
test_draw (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 640, 900);
  cairo_t *cr = cairo_create (surface);

  for (int sample = 0; sample < N_SAMPLES; sample++) {
    g_autoptr (JipyoSheet) sheet = sample_sheet_new (sample, JIPYO_LANG_EN);
    jipyo_sheet_draw (cr, sheet, jipyo_theme_get (JIPYO_THEME_DARK),
                      &(JipyoRect){ 0, 0, 640, 900 });
    g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static GBytes *
draw_sheet (const JipyoSheet *sheet)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 640, 400);
  cairo_t *cr = cairo_create (surface);

  jipyo_sheet_draw (cr, sheet, jipyo_theme_get (JIPYO_THEME_LIGHT), &(JipyoRect){ 0, 0, 640, 400 });
  cairo_surface_flush (surface);
  GBytes *pixels = g_bytes_new (cairo_image_surface_get_data (surface), 640 * 400 * 4);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return pixels;
}

/* One chart of a sheet has its own heading and nothing beside it, and is drawn as it is looked at.
 */
static void
test_copy_plot (void)
{
  g_autoptr (JipyoSheet) sheet = sample_sheet_new (SAMPLE_OVERVIEW, JIPYO_LANG_EN);
  JipyoPlotState state = jipyo_plot_state_new ();
  const guint last = sheet->plots->len - 1;
  JipyoPlot *plot = g_ptr_array_index (sheet->plots, last);

  jipyo_plot_set_title (plot, "Of its own", "and below");
  g_autoptr (JipyoSheet) copy = jipyo_sheet_copy_plot (sheet, last, &state);
  g_assert_cmpstr (copy->title, ==, "Of its own");
  g_assert_cmpstr (copy->subtitle, ==, "and below");
  g_assert_cmpuint (copy->tiles->len, ==, 0);
  g_assert_cmpuint (copy->plots->len, ==, 1);
  g_assert_true (g_ptr_array_index (copy->plots, 0) == plot);
  g_autoptr (GBytes) described = draw_sheet (copy);
  state.until = -G_MAXDOUBLE; /* nothing was reached yet */
  g_autoptr (GBytes) looked_at = draw_sheet (copy);
  g_assert_false (g_bytes_equal (described, looked_at));
}

static void
test_arrows (void)
{
  g_autofree char *spaced = jipyo_text_space_arrows ("3,198.00 ▲50.25, ▼6 and ▲ alone");

  g_assert_cmpstr (spaced, ==, "3,198.00 ▲\u200950.25, ▼\u20096 and ▲ alone");
  g_assert_null (jipyo_text_space_arrows (NULL));
}

/* Two charts alike, of which the first has volumes below its prices: it is the higher one. */
static void
test_strip (void)
{
  g_autoptr (JipyoSheet) sheet = jipyo_sheet_new (JIPYO_LANG_EN);
  double heights[2] = { 0, 0 };

  sheet->wide_first = TRUE;
  for (guint i = 0; i < 2; i++) {
    JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);
    JipyoPlotSeries *price = jipyo_plot_add_series (plot, "price", NULL, JIPYO_MARK_LINE);

    plot->position.kind = JIPYO_SCALE_LINEAR;
    for (guint k = 0; k < 9; k++)
      jipyo_plot_series_add (price, k, k, NULL);
    if (i == 0)
      jipyo_plot_series_add (jipyo_plot_add_series (plot, "volume", NULL, JIPYO_MARK_VOLUME), 1, 1,
                             NULL);
    g_ptr_array_add (sheet->plots, plot);
  }
  g_autoptr (JipyoSheetLayout) layout =
               jipyo_sheet_layout_new (sheet, jipyo_theme_get (JIPYO_THEME_LIGHT), 1280, 800);
  const GArray *parts = jipyo_sheet_layout_get_parts (layout);
  for (guint i = 0; i < parts->len; i++) {
    const JipyoSheetPart *part = &g_array_index (parts, JipyoSheetPart, i);
    if (part->kind == JIPYO_SHEET_PART_PLOT)
      heights[part->index] = part->rect.height;
  }
  g_assert_cmpfloat (heights[1], >, 0);
  g_assert_cmpfloat (heights[0], >, 1.3 * heights[1]);
}

/* A slide with room for three figures or the chart shows the chart, if that is a course. */
static void
test_course (void)
{
  for (int course = 0; course <= 1; course++) {
    g_autoptr (JipyoSheet) sheet = jipyo_sheet_new (JIPYO_LANG_EN);
    JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_LINE);
    sheet->title = g_strdup ("One line of a title");
    plot->position.kind = course ? JIPYO_SCALE_TIME : JIPYO_SCALE_LINEAR;
    for (guint i = 0; i < 9; i++)
      jipyo_plot_series_add (series, i * 1e6, i, NULL);
    jipyo_sheet_take_plot (sheet, plot);
    for (guint i = 0; i < 3; i++) {
      JipyoTile *tile = jipyo_sheet_add_tile (sheet);
      tile->label = g_strdup ("Label");
      tile->number = g_strdup ("108,466.82");
      tile->note = g_strdup ("from 2025-08-31 23:00 on, as kept");
    }
    g_autoptr (JipyoSheetLayout) layout =
                 jipyo_sheet_layout_new (sheet, jipyo_theme_get (JIPYO_THEME_PROJECTOR), 1280, 800);
    g_assert_cmpuint (count_parts (layout, JIPYO_SHEET_PART_PLOT), ==, course);
    g_assert_cmpuint (count_parts (layout, JIPYO_SHEET_PART_TILE), ==, course ? 0 : 3);
  }
}

/* Rows of a table that has the page for itself take its height, up to two thirds more than they
 * need: no strip below them looks as if something were missing. */
static void
test_table_fills (void)
{
  for (double height = 540; height <= 620; height += 10) {
    g_autoptr (JipyoSheet) sheet = jipyo_sheet_new (JIPYO_LANG_EN);
    double bottom = 0, last = 0;
    guint n_rows = 0;
    sheet->title = g_strdup ("A title");
    sheet->grid = jipyo_grid_new ();
    jipyo_grid_add_column (sheet->grid, "What", JIPYO_ALIGN_START);
    for (guint i = 0; i < 11; i++)
      jipyo_grid_add_row (sheet->grid)[0].text = g_strdup ("A row");
    g_autoptr (JipyoSheetLayout) layout =
                 jipyo_sheet_layout_new (sheet, jipyo_theme_get (JIPYO_THEME_LIGHT), 800, height);
    const GArray *parts = jipyo_sheet_layout_get_parts (layout);
    for (guint i = 0; i < parts->len; i++) {
      const JipyoSheetPart *part = &g_array_index (parts, JipyoSheetPart, i);
      const double end = part->rect.y + part->rect.height;
      bottom = part->kind == JIPYO_SHEET_PART_GRID ? end : bottom;
      last = part->kind == JIPYO_SHEET_PART_ROW ? MAX (last, end) : last;
      n_rows += part->kind == JIPYO_SHEET_PART_ROW;
    }
    g_assert_cmpuint (n_rows, ==, 11);
    g_assert_cmpfloat (bottom - last, <, 15);
  }
}

/* The small print about a chart gives way to the chart: on a slide so low, not on a page. */
static void
test_small_print (void)
{
  static const JipyoThemeId ids[] = { JIPYO_THEME_LIGHT, JIPYO_THEME_PROJECTOR };

  for (guint k = 0; k < G_N_ELEMENTS (ids); k++) {
    g_autoptr (JipyoSheet) sheet = jipyo_sheet_new (JIPYO_LANG_EN);
    JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_LINE);
    guint n_found = 0;
    sheet->title =
      g_strdup ("A title of a slide that says so much of what there is to see that it goes on on "
                "a second line");
    sheet->subtitle = g_strdup ("What all of the slide is about");
    sheet->footer = g_strdup ("Source");
    plot->position.kind = JIPYO_SCALE_LINEAR;
    jipyo_plot_set_title (plot, "What the chart is of", "Small print");
    for (guint i = 0; i < 9; i++)
      jipyo_plot_series_add (series, i, i, NULL);
    jipyo_sheet_take_plot (sheet, plot);
    g_autoptr (JipyoSheetLayout) layout =
                 jipyo_sheet_layout_new (sheet, jipyo_theme_get (ids[k]), 1280, 720);
    g_autoptr (GArray) texts = jipyo_sheet_layout_list_texts (layout);
    for (guint i = 0; i < texts->len; i++)
      n_found += g_str_equal (g_array_index (texts, JipyoSheetText, i).text, "Small print");
    g_assert_cmpuint (n_found, ==, ids[k] == JIPYO_THEME_LIGHT);
  }
}

/* On a narrow page the names of lines take height that a second chart would have. */
static void
test_narrow_names (void)
{
  for (int named = 0; named <= 1; named++) {
    g_autoptr (JipyoSheet) sheet = jipyo_sheet_new (JIPYO_LANG_EN);
    sheet->title = g_strdup ("A title");
    for (guint i = 0; i < 2; i++) {
      JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);
      jipyo_plot_set_title (plot, "One of two", NULL);
      plot->position.kind = JIPYO_SCALE_LINEAR;
      for (guint k = 0; k < 6; k++) {
        JipyoPlotSeries *series = jipyo_plot_add_series (
          plot, "s", named ? "A name that is long enough" : NULL, JIPYO_MARK_LINE);
        for (guint j = 0; j < 5; j++)
          jipyo_plot_series_add (series, j, j * k, NULL);
      }
      jipyo_sheet_take_plot (sheet, plot);
    }
    g_autoptr (JipyoSheetLayout) layout =
                 jipyo_sheet_layout_new (sheet, jipyo_theme_get (JIPYO_THEME_LIGHT), 360, 460);
    g_assert_cmpuint (count_parts (layout, JIPYO_SHEET_PART_PLOT), ==, named ? 1 : 2);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/sheet-layout/geometry", test_geometry);
  g_test_add_func ("/chart/sheet-layout/all-shown", test_all_shown);
  g_test_add_func ("/chart/sheet-layout/rows-have-room", test_rows_have_room);
  g_test_add_func ("/chart/sheet-layout/projector", test_projector);
  g_test_add_func ("/chart/sheet-layout/find-claim", test_find_claim);
  g_test_add_func ("/chart/sheet-layout/draw", test_draw);
  g_test_add_func ("/chart/sheet-layout/copy-plot", test_copy_plot);
  g_test_add_func ("/chart/sheet-layout/arrows", test_arrows);
  g_test_add_func ("/chart/sheet-layout/course", test_course);
  g_test_add_func ("/chart/sheet-layout/narrow-names", test_narrow_names);
  g_test_add_func ("/chart/sheet-layout/strip", test_strip);
  g_test_add_func ("/chart/sheet-layout/small-print", test_small_print);
  g_test_add_func ("/chart/sheet-layout/table-fills", test_table_fills);
  return g_test_run ();
}

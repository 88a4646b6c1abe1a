/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where texts of more than one line break, at every width of a picture: into lines of about one
 * length, between words.
 */

#include "jipyo-plot-card.h"
#include "jipyo-plot-draw.h"
#include "jipyo-plot-scene.h"
#include "jipyo-sheet-layout.h"

#include <string.h>

typedef enum { IN_TILE, BELOW_TILE, INSTEAD, BELOW_ROW, AT_POINT, BELOW_ALL, N_PLACES } Place;

static const char *const words[N_PLACES] = {
  "하루 수익률이 스무 개 이상은 있어야 함",
  "하루 수익률이 서른 개 이상은 있어야 함",
  "하루 수익률이 마흔 개 이상은 있어야 함",
  "하루 수익률이 쉰 개 이상은 있어야 함",
  "하루 수익률이 예순 개 이상은 있어야 함",
  "표본 연구소 2025-02, 견본 신문 2025-08-05, 표본 일보 2025-12-31, 견본 연구소 2026-02 외 9건",
};

static JipyoPlot *
make_rows (void)
{
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_KO);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "s", NULL, JIPYO_MARK_BAR);

  plot->horizontal = TRUE;
  jipyo_plot_series_add (series, jipyo_plot_add_band (plot, "가", words[BELOW_ROW]), 3, NULL);
  jipyo_plot_series_add (series, jipyo_plot_add_band (plot, "나", NULL), 2, NULL);
  return plot;
}

static JipyoPlot *
make_line (void)
{
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_KO);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "s", NULL, JIPYO_MARK_LINE);

  plot->position.kind = JIPYO_SCALE_LINEAR;
  for (guint i = 0; i < 9; i++)
    jipyo_plot_series_add (series, i, i, NULL);
  const JipyoAnnotation note = { .kind = JIPYO_ANNOTATION_NOTE,
                                 .axis = JIPYO_ANNOTATION_ON_VALUE,
                                 .from = 4,
                                 .to = 4,
                                 .text = (char *) words[AT_POINT] };
  jipyo_plot_add_annotation (plot, &note);
  return plot;
}

static JipyoSheet *
make_sheet (void)
{
  JipyoSheet *sheet = jipyo_sheet_new (JIPYO_LANG_KO);
  JipyoPlot *empty = jipyo_plot_new (JIPYO_LANG_KO);

  for (guint i = 0; i < 3; i++) {
    JipyoTile *tile = jipyo_sheet_add_tile (sheet);
    tile->label = g_strdup (i == 0 ? words[IN_TILE] : "이름");
    tile->number = g_strdup ("12");
    tile->note = g_strdup (words[BELOW_TILE]);
  }
  sheet->footer = g_strdup (words[BELOW_ALL]);
  empty->empty = g_strdup (words[INSTEAD]);
  jipyo_sheet_take_plot (sheet, empty);
  jipyo_sheet_take_plot (sheet, make_rows ());
  jipyo_sheet_take_plot (sheet, make_line ());
  return sheet;
}

/* A text of two lines is not much wider than half of it: no word or syllable is left alone. */
static gboolean
is_in_two (JipyoTypesetter *typesetter, const JipyoSheetText *text)
{
  const JipyoTextStyle style = { .size = text->size };
  const JipyoRect line = jipyo_text_measure (typesetter, text->text, &style);

  if (text->rect.height < 1.5 * line.height || text->rect.height > 2.5 * line.height)
    return FALSE;
  g_assert_cmpfloat (text->rect.width, <, line.width * 0.75);
  return TRUE;
}

static void
test_balanced (void)
{
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);
  g_autoptr (JipyoTypesetter) typesetter = jipyo_typesetter_new (theme, JIPYO_LANG_KO);
  g_autoptr (JipyoSheet) sheet = make_sheet ();
  guint found[N_PLACES] = { 0 };

  for (double width = 240; width < 700; width += 5) {
    g_autoptr (JipyoSheetLayout) layout = jipyo_sheet_layout_new (sheet, theme, width, 1600);
    g_autoptr (GArray) texts = jipyo_sheet_layout_list_texts (layout);
    for (guint i = 0; i < texts->len; i++)
      for (guint place = 0; place < N_PLACES; place++) {
        const JipyoSheetText *text = &g_array_index (texts, JipyoSheetText, i);
        if (strcmp (text->text, words[place]) == 0 && is_in_two (typesetter, text))
          found[place]++;
      }
  }
  for (guint place = 0; place < N_PLACES; place++)
    g_assert_cmpuint (found[place], >, 0);
}

/* Words of eight and nine syllables, in a card and in a column beside others of many words. */
static const char *const long_words[] = { "과학기술정보통신부", "동아비즈니스리뷰" };
static const double room[] = { 330, 560 };

static JipyoSheet *
make_long_words (void)
{
  JipyoSheet *sheet = jipyo_sheet_new (JIPYO_LANG_KO);

  for (guint i = 0; i < 3; i++) {
    JipyoTile *tile = jipyo_sheet_add_tile (sheet);
    tile->label = g_strdup ("순위");
    tile->number = g_strdup ("2");
    tile->note = g_strdup_printf ("%s 2026-08-18", long_words[0]);
  }
  sheet->grid = jipyo_grid_new ();
  for (guint i = 0; i < 5; i++)
    jipyo_grid_add_column (sheet->grid, "무엇", JIPYO_ALIGN_START);
  JipyoGridCell *row = jipyo_grid_add_row (sheet->grid);
  for (guint i = 0; i < 5; i++)
    row[i].text = g_strdup (i == 1 ? long_words[1] : "두 해를 지나 새로 쓴 모든 팀의 사업 예산");
  return sheet;
}

/* No word is broken where the picture has room for it. */
static void
test_whole_words (void)
{
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);
  g_autoptr (JipyoTypesetter) typesetter = jipyo_typesetter_new (theme, JIPYO_LANG_KO);
  g_autoptr (JipyoSheet) sheet = make_long_words ();
  guint found[G_N_ELEMENTS (long_words)] = { 0 };

  for (double width = 330; width < 900; width += 5) {
    g_autoptr (JipyoSheetLayout) layout = jipyo_sheet_layout_new (sheet, theme, width, 1600);
    g_autoptr (GArray) texts = jipyo_sheet_layout_list_texts (layout);
    for (guint i = 0; i < texts->len; i++)
      for (guint k = 0; k < G_N_ELEMENTS (long_words); k++) {
        const JipyoSheetText *text = &g_array_index (texts, JipyoSheetText, i);
        const JipyoTextStyle style = { .size = text->size };
        if (width < room[k] || !g_str_has_prefix (text->text, long_words[k]))
          continue;
        g_autofree char *word = g_strndup (text->text, strcspn (text->text, " "));
        g_assert_cmpfloat (text->rect.width, >=,
                           jipyo_text_measure (typesetter, word, &style).width - 0.1);
        found[k]++;
      }
  }
  for (guint k = 0; k < G_N_ELEMENTS (long_words); k++)
    g_assert_cmpuint (found[k], >, 50);
}

/* Rows of which `odd` has a long figure. */
static JipyoSheet *
make_rows_of_text (guint odd)
{
  JipyoSheet *sheet = jipyo_sheet_new (JIPYO_LANG_KO);

  sheet->grid = jipyo_grid_new ();
  jipyo_grid_add_column (sheet->grid, "무엇", JIPYO_ALIGN_START);
  jipyo_grid_add_column (sheet->grid, "수치", JIPYO_ALIGN_END);
  for (guint i = 0; i < 40; i++) {
    JipyoGridCell *row = jipyo_grid_add_row (sheet->grid);
    row[0].text = g_strdup_printf ("%u 두 해를 지나 새로 쓴 모든 팀의 사업 예산", i);
    row[1].text = g_strdup (i == odd ? "지원한 모든 팀 가운데 하나 뿐임" : "2팀");
  }
  return sheet;
}

static guint
count_rows (const JipyoSheetLayout *layout)
{
  const GArray *parts = jipyo_sheet_layout_get_parts (layout);
  guint n = 0;

  for (guint i = 0; i < parts->len; i++)
    n += g_array_index (parts, JipyoSheetPart, i).kind == JIPYO_SHEET_PART_ROW;
  return n;
}

/* What is not shown takes no room from what is. */
static void
test_unseen (void)
{
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);
  g_autoptr (JipyoSheet) even = make_rows_of_text (G_MAXUINT);

  for (double width = 400; width < 640; width += 10) {
    g_autoptr (JipyoSheetLayout) layout = jipyo_sheet_layout_new (even, theme, width, 360);
    const guint n_rows = count_rows (layout);
    g_autoptr (JipyoSheet) odd = make_rows_of_text (n_rows);
    g_autoptr (JipyoSheetLayout) other = jipyo_sheet_layout_new (odd, theme, width, 360);
    g_autoptr (GArray) texts = jipyo_sheet_layout_list_texts (layout);
    g_autoptr (GArray) same = jipyo_sheet_layout_list_texts (other);
    g_assert_cmpuint (n_rows, >, 2);
    g_assert_cmpuint (n_rows, <, 40);
    g_assert_cmpuint (count_rows (other), ==, n_rows);
    g_assert_cmpuint (texts->len, ==, same->len);
    for (guint i = 0; i < texts->len; i++)
      g_assert_cmpfloat_with_epsilon (g_array_index (texts, JipyoSheetText, i).rect.width,
                                      g_array_index (same, JipyoSheetText, i).rect.width, 0.01);
  }
}

/* What the table of a narrow page says of two rounds. */
static JipyoSheet *
make_rounds (guint n_plots)
{
  static const char *const titles[] = { "Team",    "Round 1",     "Score, rank",
                                        "Round 2", "Score, rank", "Why" };
  static const char *const cells[] = { "LG AI Research", "Advanced",   "not disclosed · 2nd",
                                       "Advanced",       "70.6 · 1st", "–" };
  JipyoSheet *sheet = jipyo_sheet_new (JIPYO_LANG_EN);

  sheet->grid = jipyo_grid_new ();
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    jipyo_grid_add_column (sheet->grid, titles[i], JIPYO_ALIGN_START);
  for (guint i = 0; i < 6; i++) {
    JipyoGridCell *row = jipyo_grid_add_row (sheet->grid);
    for (guint k = 0; k < G_N_ELEMENTS (cells); k++)
      row[k].text = g_strdup (i == 0 && k == 0 ? "Naver" : cells[k]);
  }
  for (guint i = 0; i < n_plots; i++)
    jipyo_sheet_take_plot (sheet, make_rows ());
  return sheet;
}

/* A table that is shown has a row, whatever more columns would do to it. */
static void
test_some (void)
{
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);

  for (guint n_plots = 0; n_plots < 3; n_plots++) {
    g_autoptr (JipyoSheet) sheet = make_rounds (n_plots);
    for (double width = 440; width < 540; width += 8)
      for (double height = 200; height < 400; height += 12) {
        g_autoptr (JipyoSheetLayout) layout = jipyo_sheet_layout_new (sheet, theme, width, height);
        const GArray *parts = jipyo_sheet_layout_get_parts (layout);
        for (guint i = 0; i < parts->len; i++)
          if (g_array_index (parts, JipyoSheetPart, i).kind == JIPYO_SHEET_PART_GRID)
            g_assert_cmpuint (count_rows (layout), >, 0);
      }
  }
}

/* What an empty chart says ends with what is to be done: it is not cut where there is room below.
 */
static void
test_empty (void)
{
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);
  const JipyoPlotFrame frame = {
    .theme = theme,
    .width = 260,
    .height = 260,
    .type = jipyo_type_scale_from_label (13),
    .bare = TRUE,
  };
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  int cut[2];

  plot->empty = g_strdup ("Nothing was kept of this time, of none of the members that are listed. "
                          "They gather while the program runs, one command fetches them, and "
                          "another one brings them in from a file.");
  g_autoptr (JipyoPlotLayout) layout = jipyo_plot_layout_new_framed (plot, &frame);
  g_assert_cmpuint (layout->texts->len, ==, 1);
  jipyo_text_layout_get_cut (g_ptr_array_index (layout->texts, 0), cut);
  g_assert_cmpint (cut[0], ==, (int) strlen (plot->empty));
}

/* How often the footer of a slide so wide goes on after its sources, on their last line. */
static guint
count_joined (double width)
{
  static const char sources[] =
    "Prices of Garam Exchange, as kept on this computer · Narae 2025-06-20, "
    "Dasom Daily 2025-07-21, Raon 2025-07-25 and 9 more";
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_PROJECTOR);
  g_autoptr (JipyoSheet) sheet = make_sheet ();

  g_free (sheet->footer);
  sheet->footer = g_strconcat (sources, " · as known on 2026-11-24", NULL);
  g_autoptr (JipyoSheetLayout) layout = jipyo_sheet_layout_new (sheet, theme, width, 1000);
  g_autoptr (GArray) texts = jipyo_sheet_layout_list_texts (layout);
  guint n = 0;
  for (guint i = 0; i < texts->len; i++) {
    const char *text = g_array_index (texts, JipyoSheetText, i).text;
    n += g_str_has_prefix (text, "Prices") && strstr (text, "and 9 more · ") != NULL;
  }
  return n;
}

static void
test_footer (void)
{
  guint n = 0;

  for (double width = 1200; width < 2000; width += 50)
    n += count_joined (width);
  g_assert_cmpuint (n, >, 2);
}

/* Rows whose names have no room beside them. */
static JipyoSheet *
make_long_rows (void)
{
  JipyoSheet *sheet = jipyo_sheet_new (JIPYO_LANG_EN);
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "s", NULL, JIPYO_MARK_DOT);

  plot->horizontal = TRUE;
  for (guint i = 0; i < 10; i++) {
    g_autofree char *name = g_strdup_printf ("Garam Research · Advanced 2026-08-%02u", i + 10);
    jipyo_plot_series_add (series, jipyo_plot_add_band (plot, name, NULL), i + 1, "+1.26 %");
  }
  jipyo_sheet_take_plot (sheet, plot);
  return sheet;
}

/* A name is worth more than a row: of names that are cut beside their rows half stand above. */
static void
test_names_above (void)
{
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);
  g_autoptr (JipyoTypesetter) typesetter = jipyo_typesetter_new (theme, JIPYO_LANG_EN);

  for (double height = 240; height < 500; height += 20) {
    g_autoptr (JipyoSheet) sheet = make_long_rows ();
    g_autoptr (JipyoSheetLayout) layout = jipyo_sheet_layout_new (sheet, theme, 320, height);
    g_autoptr (GArray) texts = jipyo_sheet_layout_list_texts (layout);
    guint n_names = 0;
    for (guint i = 0; i < texts->len; i++) {
      const JipyoSheetText *text = &g_array_index (texts, JipyoSheetText, i);
      const JipyoTextStyle style = { .size = text->size };
      if (!g_str_has_prefix (text->text, "Garam"))
        continue;
      g_assert_cmpfloat (text->rect.width, >=,
                         jipyo_text_measure (typesetter, text->text, &style).width - 0.1);
      n_names++;
    }
    g_assert_cmpuint (n_names, >=, 4);
  }
}

/* Two lines part behind a comma where there is one near the middle, and nowhere else. */
static void
test_pauses (void)
{
  static const struct {
    const char *text, *second;
  } cases[] = {
    { "8 listed members in 4 teams; no daily closes yet to make baskets of", "no daily" },
    { "The budget leases chips, and its total is disputed by others", "and its" },
    { "A, and then a long sentence that has no other pause in all of it", NULL },
    { "Models of a year in all lands · published by who counted them", "published" },
    { "Equal weights · no listed member in the record: Upstage, Motif", "in the" },
  };
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);
  g_autoptr (JipyoTypesetter) typesetter = jipyo_typesetter_new (theme, JIPYO_LANG_EN);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    JipyoTextStyle style = { .size = 20, .bold = TRUE, .lines = 3, .balanced = TRUE };
    const JipyoTextStyle whole = { .size = 20, .bold = TRUE };
    style.width = jipyo_text_measure (typesetter, cases[i].text, &whole).width * 0.8;
    g_autoptr (JipyoTextLayout) text = jipyo_text_layout_new (typesetter, cases[i].text, &style);
    g_assert_cmpint (pango_layout_get_line_count (text->layout), ==, 2);
    g_assert_cmpfloat (text->rect.width, <=, style.width);
    g_assert_cmpstr (pango_layout_get_text (text->layout), ==, cases[i].text);
    const PangoLayoutLine *line = pango_layout_get_line_readonly (text->layout, 1);
    const gboolean there = cases[i].second != NULL
                           && g_str_has_prefix (cases[i].text + line->start_index, cases[i].second);
    g_assert_true (there == (cases[i].second != NULL));
  }
}

/* How long a measured stretch is stands beside its ends, or below where that is too long; on a card
 * that is inside of the picture either way. */
static void
test_stretch (void)
{
  static const double widths[] = { 900, 620 };
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);
  g_autoptr (JipyoTypesetter) typesetter = jipyo_typesetter_new (theme, JIPYO_LANG_KO);
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_KO);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "s", "가", JIPYO_MARK_LINE);
  const JipyoTradingDays days = { { 2026, 1, 1 }, { 2026, 3, 31 }, 540, 930, NULL, 0 };
  const JipyoPlotPointer pointer = { .has_datum = TRUE, .datum = 59, .has_anchor = TRUE };

  plot->position.kind = JIPYO_SCALE_TIME;
  plot->position.of_days = TRUE;
  plot->position.sessions = jipyo_sessions_new_of_days (&days);
  for (guint i = 0; i < 60; i++)
    jipyo_plot_series_add (
      series, jipyo_plot_time_from_date ((JipyoDate){ 2026, 1, 6 }) + i * 86400.0, 10 + i, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++) {
    const JipyoPlotFrame frame = { .theme = theme,
                                   .width = widths[i],
                                   .height = 300,
                                   .type = jipyo_theme_measure (theme, 640, 400) };
    g_autoptr (JipyoPlotLayout) layout = jipyo_plot_layout_new_framed (plot, &frame);
    g_autoptr (JipyoPlotCard) card = jipyo_plot_card_new (plot, layout, &pointer, typesetter);
    const JipyoRect rect = jipyo_plot_card_get_rect (card);
    g_autofree char *text = jipyo_plot_card_format_text (card);
    g_assert_nonnull (strstr (text, i == 0 ? " · 59일 · 거래일 43일" : "\n59일 · 거래일 43일"));
    g_assert_cmpfloat (rect.x, >=, 0);
    g_assert_cmpfloat (rect.x + rect.width, <=, widths[i]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/wrapping/balanced", test_balanced);
  g_test_add_func ("/chart/wrapping/whole-words", test_whole_words);
  g_test_add_func ("/chart/wrapping/unseen", test_unseen);
  g_test_add_func ("/chart/wrapping/some", test_some);
  g_test_add_func ("/chart/wrapping/empty", test_empty);
  g_test_add_func ("/chart/wrapping/pauses", test_pauses);
  g_test_add_func ("/chart/wrapping/footer", test_footer);
  g_test_add_func ("/chart/wrapping/names-above", test_names_above);
  g_test_add_func ("/chart/wrapping/stretch", test_stretch);
  return g_test_run ();
}

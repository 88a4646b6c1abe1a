/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where texts of more than one line break, at every width of a picture: into lines of about one
 * length, between words.
 */

#include "jipyo-sheet-layout.h"

#include <string.h>

typedef enum { IN_TILE, BELOW_TILE, INSTEAD, BELOW_ROW, AT_POINT, N_PLACES } Place;

static const char *const words[N_PLACES] = {
  "하루 수익률이 스무 개 이상은 있어야 함", "하루 수익률이 서른 개 이상은 있어야 함",
  "하루 수익률이 마흔 개 이상은 있어야 함", "하루 수익률이 쉰 개 이상은 있어야 함",
  "하루 수익률이 예순 개 이상은 있어야 함",
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/wrapping/balanced", test_balanced);
  return g_test_run ();
}

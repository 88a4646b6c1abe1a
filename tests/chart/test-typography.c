/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How texts are set, as numbers: digits of one width, signs that hang, and scripts that run
 * leftward, in every theme and both languages.
 */

#include "jipyo-plot-draw.h"
#include "jipyo-plot-scene.h"

#include <math.h>

static const double width = 640, height = 360;
static const char minus[] = "−";

static const JipyoTextLayout *
find_text (const JipyoPlotLayout *layout, const char *words)
{
  for (guint i = 0; i < layout->texts->len; i++) {
    const JipyoTextLayout *text = g_ptr_array_index (layout->texts, i);
    if (strcmp (pango_layout_get_text (text->layout), words) == 0)
      return text;
  }
  g_error ("“%s” is nowhere", words);
}

static JipyoPlotLayout *
make_layout (const JipyoPlot *plot, JipyoThemeId kind)
{
  const JipyoTheme *theme = jipyo_theme_get (kind);

  return jipyo_plot_layout_new (plot, theme, width, height);
}

/* In a column of figures each digit stands below the other. */
static void
test_tabular (void)
{
  for (guint kind = 0; kind < JIPYO_N_THEMES; kind++)
    for (JipyoLang lang = JIPYO_LANG_KO; lang <= JIPYO_LANG_EN; lang++) {
      g_autoptr (JipyoTypesetter) typesetter =
                   jipyo_typesetter_new (jipyo_theme_get ((JipyoThemeId) kind), lang);
      for (guint i = 0; i < 20; i++) {
        const JipyoTextStyle style = { .size = 9 + i / 2 * 3, .bold = i % 2 == 1 };
        const double eights = jipyo_text_measure (typesetter, "8,888.88", &style).width;
        for (char digit = '0'; digit <= '9'; digit++) {
          char text[] = "8,888.88";
          for (char *at = text; *at != '\0'; at++)
            *at = g_ascii_isdigit (*at) ? digit : *at;
          g_assert_cmpfloat_with_epsilon (jipyo_text_measure (typesetter, text, &style).width,
                                          eights, 1e-6);
        }
      }
    }
}

/* Fonts whose figures are of many widths have others, which must be asked for. */
static void
test_features (void)
{
  g_autoptr (JipyoTypesetter) typesetter =
               jipyo_typesetter_new (jipyo_theme_get (JIPYO_THEME_LIGHT), JIPYO_LANG_EN);
  const JipyoTextStyle styles[] = { { .size = 12 }, { .size = 12, .width = 90, .lines = 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++) {
    g_autoptr (JipyoTextLayout) text =
                 jipyo_text_layout_new (typesetter, "12 of 3,456 models", &styles[i]);
    PangoAttrIterator *iter =
      pango_attr_list_get_iterator (pango_layout_get_attributes (text->layout));
    do {
      int start, end;
      pango_attr_iterator_range (iter, &start, &end);
      const PangoAttribute *own = pango_attr_iterator_get (iter, PANGO_ATTR_FONT_FEATURES);
      if (start >= (int) strlen ("12 of 3,456 models"))
        continue;
      g_assert_nonnull (own);
      g_assert_cmpstr (((const PangoAttrFontFeatures *) own)->features, ==, "tnum=1");
    } while (pango_attr_iterator_next (iter));
    pango_attr_iterator_destroy (iter);
  }
}

/* A plot from −`most` to `most`, with ticks. */
static JipyoPlot *
make_signed (double most, gboolean horizontal, JipyoLang lang)
{
  JipyoPlot *plot = jipyo_plot_new (lang);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "s", NULL, JIPYO_MARK_BAR);

  plot->horizontal = horizontal;
  plot->value.unit = JIPYO_UNIT_PERCENT;
  plot->value.has_bounds = TRUE;
  plot->value.low = -most;
  plot->value.high = most;
  jipyo_plot_series_add (series, jipyo_plot_add_band (plot, "a", NULL), most, NULL);
  jipyo_plot_series_add (series, jipyo_plot_add_band (plot, "b", NULL), -most, NULL);
  return plot;
}

/* The middle of the digits of a figure, or their end, without the sign. */
static double
get_digits (const JipyoTextLayout *text, double share)
{
  const char *words = pango_layout_get_text (text->layout);
  PangoRectangle first = { 0 };

  if (g_str_has_prefix (words, minus))
    pango_layout_index_to_pos (text->layout, strlen (minus), &first);
  const double start = text->rect.x + first.x / (double) PANGO_SCALE;
  return start + (text->rect.x + text->rect.width - start) * share;
}

/* Of −20 and 20 the digits stand at their ticks alike: in the middle of those below, at the end of
 * those beside the area. Texts at its corners may have had to give way. */
static gboolean
has_hanging (const JipyoPlotLayout *layout, const JipyoPlot *plot, const JipyoTextLayout *text)
{
  const char *words = pango_layout_get_text (text->layout);

  if (!g_str_has_prefix (words, minus))
    return FALSE;
  const double tick = g_ascii_strtod (words + strlen (minus), NULL);
  if (tick == plot->value.high)
    return FALSE;
  const JipyoTextLayout *other = find_text (layout, words + strlen (minus));
  if (!plot->horizontal) {
    g_assert_cmpfloat_with_epsilon (get_digits (text, 1), get_digits (other, 1), 0.01);
    g_assert_cmpfloat_with_epsilon (get_digits (text, 0), get_digits (other, 0), 0.01);
    return TRUE;
  }
  g_assert_cmpfloat_with_epsilon (get_digits (text, 0.5), jipyo_scale_map (&layout->value, -tick),
                                  0.01);
  g_assert_cmpfloat_with_epsilon (get_digits (other, 0.5), jipyo_scale_map (&layout->value, tick),
                                  0.01);
  return TRUE;
}

static void
test_hanging (void)
{
  static const double ends[] = { 0.05, 1, 3, 10, 40, 100, 900 };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    for (int horizontal = 0; horizontal <= 1; horizontal++)
      for (JipyoLang lang = JIPYO_LANG_KO; lang <= JIPYO_LANG_EN; lang++) {
        g_autoptr (JipyoPlot) plot = make_signed (ends[i], horizontal == 1, lang);
        g_autoptr (JipyoPlotLayout) layout = make_layout (plot, JIPYO_THEME_LIGHT);
        guint n = 0;
        for (guint k = 0; k < layout->texts->len; k++)
          n += has_hanging (layout, plot, g_ptr_array_index (layout->texts, k));
        g_assert_cmpuint (n, >, 0);
      }
}

/* Below narrow columns a word is set smaller rather than broken, and all others with it. */
static void
test_whole_words (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "s", NULL, JIPYO_MARK_BAR);

  for (guint i = 0; i < 6; i++)
    jipyo_plot_series_add (
      series, jipyo_plot_add_band (plot, i == 0 ? "Mathematics" : "Safety", NULL), 3, NULL);
  g_autoptr (JipyoPlotLayout) layout =
               jipyo_plot_layout_new (plot, jipyo_theme_get (JIPYO_THEME_PROJECTOR), 560, 360);
  const JipyoTextLayout *word = find_text (layout, "Mathematics");
  const JipyoTextLayout *other = find_text (layout, "Safety");
  g_autoptr (JipyoPlotLayout) wide =
               jipyo_plot_layout_new (plot, jipyo_theme_get (JIPYO_THEME_PROJECTOR), 1120, 360);
  g_assert_cmpint (pango_layout_get_line_count (word->layout), ==, 1);
  g_assert_cmpfloat (word->rect.height, ==, other->rect.height);
  g_assert_cmpfloat (word->rect.height, <, find_text (wide, "Mathematics")->rect.height);
}

/* Hebrew and Arabic, alone and around figures and Latin names. */
static const char *const leftward[] = {
  "שלום עולם",       "השקעה בבינה מלאכותית", "مرحبا بالعالم", "الاستثمار في الذكاء الاصطناعي 2025",
  "שלום 2025 NC AI",
};

static double
get_x (const JipyoTextLayout *text, const char *at)
{
  const char *words = pango_layout_get_text (text->layout);
  PangoRectangle place;

  pango_layout_index_to_pos (text->layout, (int) (at - words), &place);
  return place.x + place.width / 2.0;
}

/* Whole, in the picture, and from right to left. */
static void
assert_leftward (const JipyoTextLayout *text)
{
  const char *words = pango_layout_get_text (text->layout);
  const char *second = g_utf8_next_char (words), *third = g_utf8_next_char (second);
  PangoRectangle ink, logical;

  pango_layout_get_extents (text->layout, &ink, &logical);
  g_assert_false (text->ellipsised);
  g_assert_cmpint (logical.x, ==, 0);
  g_assert_cmpfloat_with_epsilon (logical.width / (double) PANGO_SCALE, text->rect.width, 0.01);
  g_assert_cmpfloat (text->rect.x, >=, 0);
  g_assert_cmpfloat (text->rect.x + text->rect.width, <=, width);
  g_assert_cmpfloat (text->rect.y, >=, 0);
  g_assert_cmpfloat (text->rect.y + text->rect.height, <=, height);
  g_assert_cmpfloat (get_x (text, words), >, get_x (text, second));
  g_assert_cmpfloat (get_x (text, second), >, get_x (text, third));
}

/* Titles, names at the ends of lines, and categories. */
static void
test_leftward (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (leftward); i++)
    for (guint kind = 0; kind < JIPYO_N_THEMES; kind++) {
      g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
      jipyo_plot_set_title (plot, leftward[i], leftward[(i + 1) % G_N_ELEMENTS (leftward)]);
      jipyo_plot_add_band (plot, leftward[(i + 2) % G_N_ELEMENTS (leftward)], NULL);
      jipyo_plot_add_band (plot, "2025", NULL);
      for (guint n = 3; n <= 4; n++) {
        JipyoPlotSeries *series = jipyo_plot_add_series (
          plot, "s", leftward[(i + n) % G_N_ELEMENTS (leftward)], JIPYO_MARK_LINE);
        for (guint k = 0; k < 2; k++)
          jipyo_plot_series_add (series, k, n * (1 + k), NULL);
      }
      g_autoptr (JipyoPlotLayout) layout = make_layout (plot, (JipyoThemeId) kind);
      g_assert_cmpuint (layout->names->len, ==, 2);
      for (guint k = 0; k < G_N_ELEMENTS (leftward); k++)
        assert_leftward (find_text (layout, leftward[k]));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/typography/tabular", test_tabular);
  g_test_add_func ("/chart/typography/features", test_features);
  g_test_add_func ("/chart/typography/hanging", test_hanging);
  g_test_add_func ("/chart/typography/whole-words", test_whole_words);
  g_test_add_func ("/chart/typography/leftward", test_leftward);
  return g_test_run ();
}

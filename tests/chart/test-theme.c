/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "jipyo-theme.h"

#include <math.h>

static void
test_parse (void)
{
  JipyoThemeId id = JIPYO_THEME_LIGHT;

  for (int i = 0; i < JIPYO_N_THEMES; i++) {
    g_assert_true (jipyo_theme_parse (jipyo_theme_get ((JipyoThemeId) i)->name, &id));
    g_assert_cmpint (id, ==, i);
    g_assert_cmpint (jipyo_theme_get (id)->id, ==, i);
  }
  g_assert_true (jipyo_theme_parse ("high-contrast", &id));
  g_assert_false (jipyo_theme_parse ("Light", &id));
  g_assert_false (jipyo_theme_parse ("", &id));
  g_assert_false (jipyo_theme_parse (NULL, &id));
  g_assert_cmpint (id, ==, JIPYO_THEME_HIGH_CONTRAST);
}

static void
test_contrast_formula (void)
{
  g_assert_cmpfloat_with_epsilon (jipyo_colour_contrast (0x000000, 0xFFFFFF), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (jipyo_colour_contrast (0x777777, 0xFFFFFF), 4.478, 0.001);
  g_assert_cmpfloat_with_epsilon (jipyo_colour_contrast (0x0072B2, 0xFFFFFF), 5.19, 0.01);
  g_assert_cmpfloat (jipyo_colour_contrast (0x123456, 0x123456), ==, 1);
  g_assert_cmphex (jipyo_colour_mix (0x000000, 0xFFFFFF, 0.5), ==, 0x808080);
  g_assert_cmphex (jipyo_colour_mix (0x102030, 0xFFFFFF, 0), ==, 0x102030);
}

static void
assert_floor (const JipyoTheme *theme, guint32 colour, double floor_value)
{
  const double found = jipyo_colour_contrast (colour, theme->card);

  if (found < floor_value)
    g_error ("%s: #%06X has %.2f on its card, wants %.1f", theme->name, colour, found, floor_value);
}

static void
test_text_floors (void)
{
  for (int i = 0; i < JIPYO_N_THEMES; i++) {
    const JipyoTheme *theme = jipyo_theme_get ((JipyoThemeId) i);
    const guint32 texts[] = { theme->text, theme->muted, theme->faint };
    for (guint t = 0; t < G_N_ELEMENTS (texts); t++) {
      assert_floor (theme, texts[t], 4.5);
      g_assert_cmpfloat (jipyo_colour_contrast (texts[t], theme->background), >=, 4.5);
    }
    /* Changes are written in their colour. */
    assert_floor (theme, theme->up, 4.5);
    assert_floor (theme, theme->down, 4.5);
    assert_floor (theme, theme->rise_green, 4.5);
    assert_floor (theme, theme->fall_red, 4.5);
    g_assert_cmpfloat (jipyo_colour_contrast (theme->doubt_text, theme->doubt_fill), >=, 4.5);
    for (guint role = JIPYO_ROLE_NEUTRAL; role <= JIPYO_ROLE_DOWN; role++)
      for (guint index = 0; index < 10; index++)
        assert_floor (theme, jipyo_theme_get_text_colour (theme, (JipyoColourKey){ role, index }),
                      4.5);
  }
}

static void
test_mark_floors (void)
{
  for (int i = 0; i < JIPYO_N_THEMES; i++) {
    const JipyoTheme *theme = jipyo_theme_get ((JipyoThemeId) i);
    assert_floor (theme, theme->accent, 3);
    assert_floor (theme, theme->neutral, 3);
    assert_floor (theme, theme->edge, 3); /* of bars whose fill is fainter */
    for (guint t = 0; t < JIPYO_THEME_TEAMS; t++)
      assert_floor (theme, theme->team[t], 3);
    for (guint p = 0; p < JIPYO_THEME_PALETTE; p++)
      assert_floor (theme, theme->palette[p], 3);
  }
}

static void
test_teams_differ (void)
{
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);

  for (guint a = 0; a < JIPYO_THEME_TEAMS; a++)
    for (guint b = 0; b < a; b++) {
      int n_a = 0, n_b = 0;
      g_assert_cmpint (jipyo_theme_get_marker (theme, a), !=, jipyo_theme_get_marker (theme, b));
      g_assert_true (jipyo_theme_get_dash (theme, a, &n_a)
                     != jipyo_theme_get_dash (theme, b, &n_b));
    }
}

static void
test_projector_sizes (void)
{
  static const double sizes[][2] = { { 1920, 1080 }, { 1280, 720 }, { 1024, 768 },
                                     { 3840, 2160 }, { 600, 900 },  { 320, 240 } };
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_PROJECTOR);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    const double height = sizes[i][1];
    const JipyoTypeScale type = jipyo_theme_measure (theme, sizes[i][0], height);
    const double texts[] = { type.title, type.subtitle, type.value, type.label,
                             type.tick,  type.note,     type.footer };
    for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
      g_assert_cmpfloat (texts[t], >=, 0.03 * height);
    g_assert_cmpfloat (type.line, >=, 3.0 / 1080 * height);
  }
  /* Text is #333 or darker. */
  g_assert_cmpfloat (jipyo_colour_contrast (theme->muted, 0xFFFFFF), >=,
                     jipyo_colour_contrast (0x333333, 0xFFFFFF));
  g_assert_cmpfloat (jipyo_colour_contrast (theme->faint, 0xFFFFFF), >=,
                     jipyo_colour_contrast (0x333333, 0xFFFFFF));
}

static void
test_screen_sizes (void)
{
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);
  double before = 0;

  for (double size = 1; size < 5000; size *= 1.3) {
    const JipyoTypeScale type = jipyo_theme_measure (theme, size * 1.6, size);
    g_assert_cmpfloat (type.note, >=, 12);
    g_assert_cmpfloat (type.label, >=, before);
    before = type.label;
  }
  g_assert_cmpfloat (jipyo_theme_measure (theme, 640, 400).label, ==, 13);
  g_assert_cmpfloat (jipyo_theme_measure (theme, 1280, 800).label, ==, 26);
  g_assert_true (isfinite (jipyo_theme_measure (theme, NAN, INFINITY).label));
  g_assert_true (isfinite (jipyo_type_scale_from_label (NAN).title));
}

static void
test_green_up (void)
{
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);
  const JipyoTheme western = jipyo_theme_copy_green_up (theme);

  g_assert_cmphex (theme->up, ==, 0xC01C28);
  g_assert_cmphex (theme->down, ==, 0x1A5FB4);
  g_assert_cmphex (jipyo_theme_get_change_colour (&western, 1), ==, theme->rise_green);
  g_assert_cmphex (jipyo_theme_get_change_colour (&western, -1), ==, theme->fall_red);
  g_assert_cmphex (jipyo_theme_get_change_colour (theme, 0), ==, theme->muted);
}

static void
test_up_by_language (void)
{
  for (guint i = 0; i < JIPYO_N_THEMES; i++) {
    const JipyoTheme *theme = jipyo_theme_get ((JipyoThemeId) i);
    const JipyoTheme korean = jipyo_theme_copy_for_lang (theme, JIPYO_LANG_KO);
    const JipyoTheme english = jipyo_theme_copy_for_lang (theme, JIPYO_LANG_EN);

    g_assert_cmphex (korean.up, ==, theme->up);
    g_assert_cmphex (korean.down, ==, theme->down);
    g_assert_cmphex (english.up, ==, theme->rise_green);
    g_assert_cmphex (english.down, ==, theme->fall_red);
  }
}

static void
test_sharp (void)
{
  for (guint i = 0; i < JIPYO_N_THEMES; i++) {
    const JipyoTheme *theme = jipyo_theme_get ((JipyoThemeId) i);
    const JipyoTheme sharp = jipyo_theme_copy_sharp (theme);

    g_assert_cmphex (sharp.card, ==, theme->card);
    assert_floor (&sharp, sharp.muted, 7);
    assert_floor (&sharp, sharp.faint, 7);
    assert_floor (&sharp, sharp.up, 7);
    assert_floor (&sharp, sharp.down, 7);
    assert_floor (&sharp, sharp.axis, 7);
    assert_floor (&sharp, sharp.hairline, 3);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/theme/parse", test_parse);
  g_test_add_func ("/chart/theme/contrast-formula", test_contrast_formula);
  g_test_add_func ("/chart/theme/text-floors", test_text_floors);
  g_test_add_func ("/chart/theme/mark-floors", test_mark_floors);
  g_test_add_func ("/chart/theme/teams-differ", test_teams_differ);
  g_test_add_func ("/chart/theme/projector-sizes", test_projector_sizes);
  g_test_add_func ("/chart/theme/screen-sizes", test_screen_sizes);
  g_test_add_func ("/chart/theme/green-up", test_green_up);
  g_test_add_func ("/chart/theme/up-by-language", test_up_by_language);
  g_test_add_func ("/chart/theme/sharp", test_sharp);
  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The colours of the window: the desktop's wishes, and a person's.
 */

#include <adwaita.h>

#include "fixture.h"
#include "jipyo-look.h"

static const char *self_path;

/* What goes up is red in Korean and green in English, unless the person chose. */
static void
test_colours (void)
{
  const JipyoTheme *light = jipyo_theme_get (JIPYO_THEME_LIGHT);
  UiFixture fixture;

  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_KO);
  g_assert_cmphex (jipyo_look_copy_theme (fixture.look, JIPYO_THEME_LIGHT).up, ==, light->up);
  jipyo_session_set_lang (fixture.session, JIPYO_LANG_EN);
  g_assert_true (jipyo_look_is_green_up (fixture.look));
  g_assert_cmphex (jipyo_look_copy_theme (fixture.look, JIPYO_THEME_LIGHT).up, ==,
                   light->rise_green);
  g_object_set (fixture.settings, "market-convention", "red-up", NULL);
  g_assert_false (jipyo_look_is_green_up (fixture.look));
  g_assert_cmphex (jipyo_look_copy_theme (fixture.look, JIPYO_THEME_LIGHT).up, ==, light->up);
  g_object_set (fixture.settings, "market-convention", "auto", NULL);
  ui_fixture_tear_down (&fixture);
}

/* The desktop's wish for contrast is told on start, hence a process of its own. */
static void
test_contrast (void)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_FORCE_DARK };
  UiFixture fixture;

  if (g_strcmp0 (g_getenv ("ADW_DEBUG_HIGH_CONTRAST"), "1") != 0) {
    g_autofree char *output = NULL;
    const char *const argv[] = { self_path, "-p", "/ui/look/contrast", NULL };
    g_auto (GStrv) env = g_environ_setenv (g_get_environ (), "ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
    int status = -1;

    g_assert_true (g_spawn_sync (NULL, (char **) argv, env, G_SPAWN_DEFAULT, NULL, NULL, &output,
                                 NULL, &status, NULL));
    if (status != 0)
      g_error ("%s", output);
    return;
  }
  ui_fixture_set_up (&fixture, NULL, JIPYO_LANG_KO);
  g_assert_true (jipyo_look_is_high_contrast (fixture.look));
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++) {
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[i]);
    const JipyoTheme *theme = jipyo_look_get_theme (fixture.look);
    const gboolean dark = jipyo_colour_contrast (theme->card, 0xFFFFFF) > 4.5;

    g_assert_cmpint (dark, ==, schemes[i] == ADW_COLOR_SCHEME_FORCE_DARK);
    g_assert_cmpfloat (jipyo_colour_contrast (theme->muted, theme->card), >=, 7);
    g_assert_cmpfloat (jipyo_colour_contrast (theme->hairline, theme->card), >=, 3);
  }
  ui_fixture_tear_down (&fixture);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/look/colours", test_colours);
  g_test_add_func ("/ui/look/contrast", test_contrast);
}

int
main (int argc, char **argv)
{
  self_path = argv[0];
  return ui_fixture_run (&argc, &argv, add_tests);
}

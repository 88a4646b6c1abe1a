/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window's entry: catalogues first, then the application.
 */

#include "jipyo-ui.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <locale.h>

#include "config.h"
#include "jipyo-application.h"
#include "jipyo-memory.h"
#include "jipyo-ui-resources.h"

/* The window's language is chosen by LANGUAGE, which gettext obeys in any locale but C. GLib
 * decides at its first look-up, once, whether to translate at all: in a locale without translations
 * it decides against, and the texts of templates would stay English, unless it is asked while the
 * domain is not set yet. */
static void
allow_any_language (void)
{
  const char *locale = setlocale (LC_MESSAGES, NULL);

  if (g_strcmp0 (locale, "C") == 0 || g_strcmp0 (locale, "POSIX") == 0)
    setlocale (LC_MESSAGES, "C.UTF-8");
  gtk_disable_setlocale ();
  g_dgettext (GETTEXT_PACKAGE, "Jipyo");
}

void
jipyo_ui_prepare (void)
{
  allow_any_language ();
  const char *locale_dir = g_getenv ("JIPYO_LOCALE_DIR");

  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : JIPYO_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* A static library's resources are left out of the program unless something names them. */
  g_resources_register (jipyo_ui_get_resource ());
}

int
jipyo_ui_run (int argc, char **argv)
{
  jipyo_memory_prepare ();
  jipyo_ui_prepare ();
  g_autoptr (JipyoApplication) application = jipyo_application_new (JIPYO_APPLICATION_ID);

  return g_application_run (G_APPLICATION (application), argc, argv);
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window's entry: catalogues first, then the application.
 */

#include "jipyo-ui.h"

#include <glib/gi18n.h>

#include "config.h"
#include "jipyo-application.h"
#include "jipyo-ui-resources.h"

void
jipyo_ui_prepare (void)
{
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
  jipyo_ui_prepare ();
  g_autoptr (JipyoApplication) application = jipyo_application_new (JIPYO_APPLICATION_ID);

  return g_application_run (G_APPLICATION (application), argc, argv);
}

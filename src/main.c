/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A command word goes to the command line, none opens the window. Nothing else belongs here.
 */

#include <glib.h>
#include <locale.h>

#include "jipyo-cli.h"
#include "jipyo-ui.h"

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  /* Whatever its file is called: a program of this name may start itself as the feed. */
  g_set_prgname ("jipyo");
  /* The standard output is for figures, and for the feed's lines: no log may get between them. */
  g_log_writer_default_set_use_stderr (TRUE);
  if (jipyo_cli_wants (argc, argv))
    return jipyo_cli_run (argc, argv);
  return jipyo_ui_run (argc, argv);
}

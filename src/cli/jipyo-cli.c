/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of commands.
 */

#include "jipyo-cli.h"

gboolean
jipyo_cli_wants (int argc, char **argv)
{
  return argc > 1;
}

int
jipyo_cli_run (int argc, char **argv)
{
  return 2;
}

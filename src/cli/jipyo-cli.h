/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The command line: one word, one command.
 */

#pragma once

#include <glib.h>

/* TRUE when the first argument is a word for the command line (or --help, --version). */
gboolean jipyo_cli_wants (int argc, char **argv);
/* Runs it. Exit status: 0 done, 1 failed, 2 wrong usage, 3 partly done. */
int jipyo_cli_run (int argc, char **argv);

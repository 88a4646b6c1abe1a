/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window's entry.
 */

#include "jipyo-ui.h"

int
jipyo_ui_run (int argc, char **argv)
{
  return 0;
}

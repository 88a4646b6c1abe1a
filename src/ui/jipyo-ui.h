/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window's entry.
 */

#pragma once

/* Opens the window, or raises the one that is open; returns the exit status. */
int jipyo_ui_run (int argc, char **argv);
/* Catalogues and templates, for a program that shows widgets without the application: the tests. */
void jipyo_ui_prepare (void);

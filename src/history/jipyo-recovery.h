/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is done when a database turns out to be damaged. Both name the file that keeps the damaged
 * one, "<path>.corrupt-<time>": (transfer full), NULL when it could not be set aside, and then
 * nothing was done. Nobody has the file open.
 */

#pragma once

#include <glib.h>

/* Of a file that does not open: the newest sound backup takes its place, if there is one. */
char *jipyo_recovery_run (const char *path);
/* Another file takes its place; at every moment there is one. */
char *jipyo_recovery_replace (const char *path, const char *fresh);

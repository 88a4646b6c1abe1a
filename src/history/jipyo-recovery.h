/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is done when a database turns out to be damaged.
 */

#pragma once

#include <glib.h>

/* Keeps the file as "<path>.corrupt-<time>" and puts the newest sound backup in its place, if there
 * is one. Nobody has the file open. FALSE when it could not be moved. */
gboolean jipyo_recovery_run (const char *path);

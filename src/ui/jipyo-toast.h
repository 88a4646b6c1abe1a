/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Short news at the edge of a window, with what can be done about it for a while.
 */

#pragma once

#include <adwaita.h>

/* Plain text, whatever is in it, with a button that does the action, or without one. (transfer
 * full) */
AdwToast *jipyo_toast_new (const char *text, const char *button, const char *action);

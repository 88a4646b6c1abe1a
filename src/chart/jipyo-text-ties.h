/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps a figure and its unit on one line, and the parts of a date.
 */

#pragma once

/* The text with no-break spaces in place of spaces where a line must not end. (transfer full) */
char *jipyo_text_tie (const char *text);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Invented candles in the shapes of the venues, the one that is going on among them; always the
 * same for the same time.
 */

#pragma once

#include <glib.h>

/* NULL when the request asks for no candles. (transfer full) */
char *candles_answer (const char *request, gint64 now_ms);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whole units shared out by size, always all of them: Hamilton's method of the largest remainder.
 */

#pragma once

#include <glib.h>

/* Fills in `units[0 … n_parts)` so that they sum up to `n_units`, none more than one from its
 * exact share. Of equal remainders the earlier part's goes first. Parts that are not above zero
 * have none; all are 0 when no part is. */
void jipyo_apportion (const double *parts, guint n_parts, guint n_units, guint *units);

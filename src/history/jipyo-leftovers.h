/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Damaged histories that were set aside. The newest two stay. An older one goes when every row that
 * can be read of it is in the history too, or, where it would have grown too old by now, something
 * of its day; one that cannot be read stays, for nobody knows what is in it.
 */

#pragma once

#include "jipyo-store.h"

/* Removes what may go beside the open history, and says so in the log. */
void jipyo_leftovers_clear (JipyoStore *store);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From quotes to rows of the tail.
 */

#pragma once

#include "jipyo-quote.h"
#include "jipyo-store.h"

/* Runs inside the caller's transaction. (element-type JipyoQuote) */
gboolean jipyo_price_ticks_save (JipyoStore *store, const GPtrArray *quotes, GError **error);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far a price may be from another of the same thing, about a day apart, before one of them is
 * held for wrong: one bound for what comes in and for what was kept.
 */

#pragma once

#include "jipyo-decimal.h"

/* Within half as much and half as much again. Not comparable counts as far. */
gboolean jipyo_price_is_near (JipyoDecimal price, JipyoDecimal other);

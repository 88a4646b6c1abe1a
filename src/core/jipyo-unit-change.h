/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * That a price is counted in another unit than the one before it: a coin got a new code and ten or
 * a thousand of the old are one of the new, or a share was split or merged. It is told by the
 * prices alone, hence a guess, and said as one; but it is no change of the price.
 */

#pragma once

#include "jipyo-quote.h"

#define JIPYO_UNIT_CHANGE_MAX 1000000

/* The second of two prices against the first, as a number that JipyoQuote.unit_change has too: 50
 * for fifty times as much in the new unit, -50 for a fiftieth, 0 for the same unit. Of a coin with
 * a new code: round powers of ten, from ten on, within 30 %. */
int jipyo_unit_change_of_code (JipyoDecimal before, JipyoDecimal after);
/* Of a share from one session to the next: the ratios at which shares are split, within 15 %. What
 * a session may bring of itself is never one. */
int jipyo_unit_change_of_share (JipyoDecimal before, JipyoDecimal after);
/* Whether it is told as that of a share: of "krx:005930", not of an index. */
gboolean jipyo_unit_change_is_of_share (const char *instrument);
/* "×10", "÷50". (transfer full) */
char *jipyo_unit_change_format (int change);

typedef struct _JipyoUnitWatch JipyoUnitWatch;

JipyoUnitWatch *jipyo_unit_watch_new (void);
void jipyo_unit_watch_free (JipyoUnitWatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoUnitWatch, jipyo_unit_watch_free)
/* What a coin was worth by the code before `successor`. */
void
jipyo_unit_watch_expect (JipyoUnitWatch *self, const char *successor, const JipyoQuote *before);
/* Holds the quote as suspect when it is counted in another unit than `before`, the last price that
 * was good (NULL when there is none), or than what was expected, and for a day after that. A change
 * that is told across the two units is no change, and goes. One that is marked already stays so. */
void jipyo_unit_watch_mark (JipyoUnitWatch *self, JipyoQuote *quote, const JipyoQuote *before);

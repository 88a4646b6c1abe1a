/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a stream of quotes must satisfy besides each quote by itself: no price jumps by half in one
 * step, no venue's time runs backwards. What does not is held back until it is confirmed, and the
 * last good figure stays, marked.
 */

#pragma once

#include "jipyo-quote.h"

typedef struct _JipyoGate JipyoGate;

JipyoGate *jipyo_gate_new (void);
void jipyo_gate_free (JipyoGate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoGate, jipyo_gate_free)

/* The last good quote of an instrument; borrowed, NULL when there is none yet. */
const JipyoQuote *jipyo_gate_get_last (JipyoGate *self, const char *instrument);
/* A copy; one that brings its price alone changes against the base of the last. (transfer full) */
JipyoQuote *jipyo_gate_complete (JipyoGate *self, const JipyoQuote *quote);
/* The quote itself, or the last good one of its instrument with the state suspect. A jump is
 * believed when another venue says the same, or when the next two answers do, and so is a clock
 * that was put back. The first quote of an instrument that two venues contradict is marked as well,
 * and one that is half as much again from what its change is counted from, until it is confirmed
 * so. So is a coin's price in won that no other venue supports and that is not within 30 % of its
 * price in dollars at the day's rate, and a price in dollars that two venues contradict likewise:
 * one of them is in another unit. One that is a few seconds older than the last is late, not wrong:
 * an answer that was overtaken by the stream. Then the last is returned as received again.
 * What is believed, but of another unit than before, is marked for a day (jipyo-unit-change.h).
 * (transfer full) */
JipyoQuote *jipyo_gate_pass (JipyoGate *self, const JipyoQuote *quote);
/* From now on the instrument comes by two ways. */
void jipyo_gate_expect_overtaking (JipyoGate *self, const char *instrument);

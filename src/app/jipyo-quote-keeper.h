/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps every accepted quote, and fills the board with the newest at the next start. Where nothing
 * can be written it says so, and tries again until it can; what is shown never waits for it.
 */

#pragma once

#include <gio/gio.h>

#include "jipyo-history.h"
#include "jipyo-quote-board.h"

#define JIPYO_TYPE_QUOTE_KEEPER (jipyo_quote_keeper_get_type ())
G_DECLARE_FINAL_TYPE (JipyoQuoteKeeper, jipyo_quote_keeper, JIPYO, QUOTE_KEEPER, GObject)

/* Reads the file at `path` onto `board`, which has to outlive the keeper; then "loaded" is emitted.
 *
 * Property "state" (string): "kept" while all is well, "damaged" while it is being saved and was
 * found damaged in this run (jipyo_history_get_damaged_file()), "low" while it is being saved on a
 * disk that has little room left, else why it is not being saved: "full" (no room on the disk),
 * "busy" (another program has the file), "newer" (the file is of a later version), "failed". */
JipyoQuoteKeeper *jipyo_quote_keeper_new (const char *path, JipyoQuoteBoard *board);

/* Borrowed: the history that is open. */
JipyoHistory *jipyo_quote_keeper_get_history (JipyoQuoteKeeper *self);
const char *jipyo_quote_keeper_get_state (JipyoQuoteKeeper *self);
/* It is being saved, and there is room for more. */
gboolean jipyo_quote_keeper_is_keeping (JipyoQuoteKeeper *self);
/* A quote that was accepted; it is copied, and saved with the next tick. */
void jipyo_quote_keeper_add (JipyoQuoteKeeper *self, const JipyoQuote *quote);
/* Saves, if there is anything to save and the last failure is some seconds past by the given
 * monotonic time; now and then looks after prices that are old by `now_us`, which is the world's,
 * and never a fixed clock: what is folded early does not come back. What is left is saved when the
 * keeper ends. */
void jipyo_quote_keeper_tick (JipyoQuoteKeeper *self, gint64 monotonic_us, gint64 now_us);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a figure comes from: its exact value, when it was true and published, by whom, in which
 * words, made of what, and who says otherwise.
 */

#pragma once

#include <adwaita.h>

#include "jipyo-session.h"

#define JIPYO_TYPE_SOURCE_CARD (jipyo_source_card_get_type ())
G_DECLARE_FINAL_TYPE (JipyoSourceCard, jipyo_source_card, JIPYO, SOURCE_CARD, AdwWindow)

/* `id` is a claim's, an instrument's or a candle's; the card says so when the reading has neither.
 * Space and Esc close it, Enter opens the source, Ctrl+C copies value and citation. */
GtkWidget *jipyo_source_card_new (JipyoSession *session, const char *id);
/* What Ctrl+C copies; for tests. (transfer full) */
char *jipyo_source_card_dup_citation (JipyoSourceCard *self);

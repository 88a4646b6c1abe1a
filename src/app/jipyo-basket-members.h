/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whose quotes a basket is made of.
 */

#pragma once

#include "jipyo-ledger.h"

/* Adds the listed members of the team of "basket:upstage" to a list of instruments (of char *),
 * each once; none for a team that there is not. */
void jipyo_basket_members_add (GPtrArray *list, const JipyoLedger *ledger, const char *basket);
/* Adds an instrument unless it is there; takes the text. */
void jipyo_basket_members_add_once (GPtrArray *list, char *instrument);

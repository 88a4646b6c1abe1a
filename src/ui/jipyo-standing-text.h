/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a team stands, in the few words that fit under its name.
 */

#pragma once

#include "jipyo-standing.h"

/* "2차 70.6점 · 1위", "2026-08-18 탈락 · 65.8점", or the team's strategy while it has no score.
 * (transfer full) */
char *jipyo_standing_text_format (const JipyoStanding *standing,
                                  const JipyoLedger *ledger,
                                  JipyoLang lang);

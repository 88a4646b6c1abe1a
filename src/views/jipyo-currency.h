/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Amounts in one currency, at rates that the record holds with their date. Where it holds none, an
 * amount is not converted: a guessed rate would be a wrong figure.
 */

#pragma once

#include "jipyo-view-draft.h"

typedef struct {
  JipyoQuantity quantity;     /* converted, with the qualifier of the original */
  gboolean converted;         /* FALSE when it was in that currency already */
  const JipyoClaim *rates[2]; /* those used, borrowed; NULL where none was needed */
} JipyoConversion;

/* FALSE when the amount is no money or a rate is missing. The rates count as used by the draft. */
gboolean jipyo_currency_convert (JipyoViewDraft *draft,
                                 const JipyoQuantity *amount,
                                 JipyoUnit currency,
                                 JipyoConversion *out);

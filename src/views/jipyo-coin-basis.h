/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The changes of all venues' coins counted from one moment, for views with the option "basis", from
 * the prices that were kept.
 */

#pragma once

#include "jipyo-view.h"

typedef struct {
  JipyoChangeBasis basis; /* unstated: each venue's own */
  GPtrArray *quotes;      /* of JipyoQuote, owned; NULL: those of the context */
  guint n_unknown;        /* received, and without a change now */
} JipyoCoinBasis;

/* What has to be read for it; nothing where each venue counts for itself. (transfer full) */
GPtrArray *jipyo_coin_basis_list_pasts (const JipyoViewContext *context);
/* Copies of the context's quotes on the basis of its options. A change that cannot be known, or is
 * not read yet, is none. */
void jipyo_coin_basis_init (JipyoCoinBasis *self, const JipyoViewContext *context);
/* Whether the options choose one for this instrument, which is a coin in won. */
gboolean jipyo_coin_basis_has (const JipyoViewContext *context, const char *instrument);
/* The same for a view of one instrument: what it needs besides, as its last need, and its quote by
 * that. */
void jipyo_coin_basis_add_past (const JipyoViewContext *context,
                                const char *instrument,
                                GPtrArray *needs);
void jipyo_coin_basis_apply (const JipyoViewContext *context, JipyoQuote *quote, guint past);
/* "change since 00:00 KST at every venue, by kept prices; not known of 3": NULL where each counts
 * for itself. (transfer full) (nullable) */
char *jipyo_coin_basis_describe (const JipyoCoinBasis *self, JipyoLang lang);
void jipyo_coin_basis_clear (JipyoCoinBasis *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JipyoCoinBasis, jipyo_coin_basis_clear)

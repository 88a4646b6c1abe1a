/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The moment that a person has chosen for the changes of coins, for the widgets that show a quote
 * without a view: beside a table that follows it they may not show each venue's own.
 */

#pragma once

#include "jipyo-look.h"

/* The chosen basis; FALSE while each venue counts for itself. */
gboolean jipyo_coin_change_get_basis (JipyoLook *look, JipyoChangeBasis *basis);
/* Copies of the session's quotes of these instruments, changes of coins by the chosen basis: from
 * what was kept, which is read then, and none where it is not known. Of what has no quote the last
 * close that was kept. NULL while a past day is read. (element-type JipyoQuote) (transfer full)
 * (nullable) */
GPtrArray *jipyo_coin_change_list_quotes (JipyoLook *look,
                                          JipyoSession *session,
                                          const char *const *instruments);

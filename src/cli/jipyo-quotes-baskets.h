/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Baskets among what `jipyo quotes` is to print: no venue has them, their members are asked for.
 */

#pragma once

#include "jipyo-commands.h"
#include "jipyo-quotes.h"

typedef struct _JipyoQuotesBaskets JipyoQuotesBaskets;

/* `asked` (NULL-terminated, may be NULL) is what was typed or is followed. NULL when there is no
 * basket with a member in it, or when the record cannot be read, which is complained of. (transfer
 * full) */
JipyoQuotesBaskets *jipyo_quotes_baskets_new (const JipyoCommandLine *line,
                                              const char *const *asked);
void jipyo_quotes_baskets_free (JipyoQuotesBaskets *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoQuotesBaskets, jipyo_quotes_baskets_free)

/* Without baskets, with their members. Borrowed. */
const char *const *jipyo_quotes_baskets_get_instruments (const JipyoQuotesBaskets *self);
/* Puts the baskets' quotes into the report, or why there is none, and takes out what only they
 * needed. */
void jipyo_quotes_baskets_settle (const JipyoQuotesBaskets *self, JipyoQuotesReport *report);

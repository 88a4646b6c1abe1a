/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A coin whose code a venue has changed: the code has gone from the venue's list, and one that was
 * not there before has come, of the same currency and by the same name. Venues do not say so where
 * a program could read it, so it is told by the lists alone, one after the other. What changed
 * while no program looked is known of what was remembered from before. Of several that have come by
 * that name none is taken. Coinone's list has no names: what it renames is not noticed. Its
 * currencies (public/v2/currencies) are said to have one each; no answer of them is recorded to go
 * by.
 */

#pragma once

#include "jipyo-market-list.h"

typedef struct _JipyoRenames JipyoRenames;

JipyoRenames *jipyo_renames_new (void);
void jipyo_renames_free (JipyoRenames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoRenames, jipyo_renames_free)

/* One of a list from before this program began, before the first of its own is taken. */
void jipyo_renames_remember (JipyoRenames *self, const char *symbol, const JipyoText *name);
/* What has to be remembered of the symbol ("KRW-OLD") to notice later that it has a new code:
 * itself and all that went by the same name beside it. Nothing for one that was in no list, or that
 * has no name. */
void jipyo_renames_recall (const JipyoRenames *self,
                           const char *symbol,
                           JipyoMarketListFunc func,
                           gpointer data);
/* The venue's newest list. */
void jipyo_renames_take (JipyoRenames *self, const JipyoMarketList *list);
/* What "KRW-OLD" is called now: NULL when it is in the newest list, was in none, or has no
 * successor; with several candidates NULL, too, and `several` set. Borrowed, until the next list.
 */
const char *jipyo_renames_find (const JipyoRenames *self, const char *symbol, gboolean *several);

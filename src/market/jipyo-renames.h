/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A coin whose code a venue has changed: the code has gone from the venue's list, and one that was
 * not there before has come, of the same currency and by the same name. Venues do not say so where
 * a program could read it, so it is told by the lists alone, one after the other: what changed
 * while no program looked is not known. Of several that have come by that name none is taken.
 */

#pragma once

#include "jipyo-market-list.h"

typedef struct _JipyoRenames JipyoRenames;

JipyoRenames *jipyo_renames_new (void);
void jipyo_renames_free (JipyoRenames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoRenames, jipyo_renames_free)

/* The venue's newest list. */
void jipyo_renames_take (JipyoRenames *self, const JipyoMarketList *list);
/* What "KRW-OLD" is called now: NULL when it is in the newest list, was in none, or has no
 * successor; with several candidates NULL, too, and `several` set. Borrowed, until the next list.
 */
const char *jipyo_renames_find (const JipyoRenames *self, const char *symbol, gboolean *several);

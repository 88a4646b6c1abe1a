/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names of what is followed, as venues listed it last, from one run of the feed to the next: so
 * that a code which a venue changed meanwhile is noticed. What is lost or damaged is as if there
 * had been none; the next list makes it anew. That it is damaged is told by the window, before it
 * starts the feed.
 */

#pragma once

#include "jipyo-listings.h"

typedef struct _JipyoNameMemory JipyoNameMemory;

/* Hands what the file says to the listings, which it looks at as long as it is used. With a NULL
 * path nothing is read or kept. */
JipyoNameMemory *jipyo_name_memory_new (const char *path, JipyoListings *listings);
void jipyo_name_memory_free (JipyoNameMemory *self);

/* Writes the file when the names of these are others; NULL for nothing that is followed. */
void jipyo_name_memory_keep (JipyoNameMemory *self, char **instruments);

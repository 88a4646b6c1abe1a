/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The instruments that a person follows, in the order that the person wants, kept in one file; and
 * what the feed has to ask for because of it.
 */

#pragma once

#include <gio/gio.h>

#include "jipyo-own-file.h"

#define JIPYO_TYPE_WATCHLIST (jipyo_watchlist_get_type ())
G_DECLARE_FINAL_TYPE (JipyoWatchlist, jipyo_watchlist, JIPYO, WATCHLIST, GObject)

/* Reads the file, if there is one, and follows it. Signals: "changed"; "failed" (string: why it was
 * not saved); "wanted" (what the feed has to ask for is no longer the same); "taken-back" (string:
 * what was replaced and is about to be put back). */
JipyoWatchlist *jipyo_watchlist_new (const char *path);
/* "…/jipyo/watchlist.json" in the user's data directory. (transfer full) */
char *jipyo_watchlist_path (void);
/* What is wrong with it, and whether it is being saved. Borrowed. */
JipyoOwnFile *jipyo_watchlist_get_file (JipyoWatchlist *self);

/* NULL-terminated, until "changed". */
const char *const *jipyo_watchlist_get_all (JipyoWatchlist *self);
gboolean jipyo_watchlist_has (JipyoWatchlist *self, const char *instrument);
/* At the end. FALSE for what is there already, what no provider has, or when the list is full. */
gboolean jipyo_watchlist_add (JipyoWatchlist *self, const char *instrument);
gboolean jipyo_watchlist_remove (JipyoWatchlist *self, const char *instrument);
/* Follows another in the place of one that its venue has renamed. FALSE when that is not followed,
 * or was there again after it had been replaced so: a person did not want it. */
gboolean
jipyo_watchlist_replace (JipyoWatchlist *self, const char *instrument, const char *successor);
/* What was replaced last of all whose successor is followed; NULL for none. Both are borrowed,
 * until "changed". */
const char *jipyo_watchlist_get_renamed (JipyoWatchlist *self, const char **successor);
/* Follows that again, in the place of its successor; then the one replaced before it is the last.
 * FALSE when there is none. */
gboolean jipyo_watchlist_take_back (JipyoWatchlist *self);
/* Puts back what was removed or replaced last, to its place, instead of its successor; its id
 * (borrowed, until the next call), NULL when there is none or it is there again. */
const char *jipyo_watchlist_restore (JipyoWatchlist *self);
/* To the place of the list's `index`-th; beyond its ends: to the end. FALSE when nothing changes.
 */
gboolean jipyo_watchlist_move (JipyoWatchlist *self, const char *instrument, int index);

/* One that a person looks at without following it; the feed asks for the latest few of them. */
void jipyo_watchlist_visit (JipyoWatchlist *self, const char *instrument);
/* What is not followed but needed all the same, as by alerts. */
void jipyo_watchlist_set_needed (JipyoWatchlist *self, const char *const *instruments);
/* Those whose past is looked at: followed, visited, and the record's shares and indices; each once,
 * the most wanted first. (transfer full) */
char **jipyo_watchlist_list_charted (JipyoWatchlist *self);
/* What the record speaks of, what is followed, visited or needed; each once. (transfer full) */
char **jipyo_watchlist_list_wanted (JipyoWatchlist *self);

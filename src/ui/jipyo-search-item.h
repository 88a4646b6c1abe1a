/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One thing that the search can find: a view, a team, a member, an instrument, a claim.
 */

#pragma once

#include <glib-object.h>

#include "jipyo-session.h"

#define JIPYO_TYPE_SEARCH_ITEM (jipyo_search_item_get_type ())
G_DECLARE_FINAL_TYPE (JipyoSearchItem, jipyo_search_item, JIPYO, SEARCH_ITEM, GObject)

/* Everything there is to find in the session's reading. (element-type JipyoSearchItem)
 * (transfer full) */
GListModel *jipyo_search_item_list (JipyoSession *session);
/* What is typed as the id of an instrument that is not known, as what it may be: the venue will
 * say. (element-type JipyoSearchItem) (transfer full) */
GListModel *jipyo_search_item_list_typed (JipyoSession *session, const char *text);

const char *jipyo_search_item_get_title (JipyoSearchItem *self);
const char *jipyo_search_item_get_subtitle (JipyoSearchItem *self);
/* The action of the window that opens it, and its target. */
const char *jipyo_search_item_get_action (JipyoSearchItem *self);
const char *jipyo_search_item_get_target (JipyoSearchItem *self);
/* By either language's name, or its initial consonants. */
gboolean jipyo_search_item_matches (JipyoSearchItem *self, const char *text);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A built view, shared by the cards that show its parts. It keeps the reading alive that the view
 * borrows its sources and claims from.
 */

#pragma once

#include <glib-object.h>

#include "jipyo-session.h"

#define JIPYO_TYPE_VIEW_RESULT (jipyo_view_result_get_type ())
G_DECLARE_FINAL_TYPE (JipyoViewResult, jipyo_view_result, JIPYO, VIEW_RESULT, GObject)

/* Builds the view now, with options or NULL; NULL with an error when the session has no such view.
 */
JipyoViewResult *jipyo_view_result_new (JipyoSession *session,
                                        const char *name,
                                        GHashTable *options,
                                        GError **error);
/* The result whose table tells the figures of one of the plots: this one, or, where the view's
 * table is about other things, one of that plot alone. (transfer full) */
JipyoViewResult *jipyo_view_result_get_twin (JipyoViewResult *self, guint plot);
const JipyoView *jipyo_view_result_get_view (JipyoViewResult *self);
JipyoLang jipyo_view_result_get_lang (JipyoViewResult *self);
JipyoDate jipyo_view_result_get_as_of (JipyoViewResult *self);
/* The view as a workbook; on any thread. (transfer full) */
GBytes *jipyo_view_result_encode_workbook (JipyoViewResult *self, GError **error);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page of the window: the views of a group as tiles and cards. Built when it is first shown,
 * brought up to date only while it is seen.
 */

#pragma once

#include "jipyo-look.h"

#define JIPYO_TYPE_PAGE (jipyo_page_get_type ())
G_DECLARE_FINAL_TYPE (JipyoPage, jipyo_page, JIPYO, PAGE, GtkWidget)

/* `name` is a page of the sidebar, or a view such as "team:upstage" or
 * "instrument:krx:KOSPI". */
GtkWidget *jipyo_page_new (JipyoSession *session, JipyoLook *look, const char *name);
const char *jipyo_page_get_name (JipyoPage *self);
/* What the header bar says. (transfer full) */
char *jipyo_page_dup_title (JipyoPage *self);
/* The first view of the page, or NULL while it has none. */
const char *jipyo_page_get_first_view (JipyoPage *self);
/* What a person chose for a view of the page; NULL when there is no choice. (transfer full) */
GHashTable *jipyo_page_build_options (JipyoPage *self, const char *view);
/* Scrolls to the view's first card and puts the focus there. */
void jipyo_page_show_view (JipyoPage *self, const char *view);

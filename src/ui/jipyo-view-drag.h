/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A chart, or a view, dragged out of the window by its title: a picture where pictures are taken,
 * its table where text is.
 */

#pragma once

#include <gtk/gtk.h>

#include "jipyo-view-export.h"

/* What is dragged; without a result nothing is. */
typedef JipyoViewPart (*JipyoViewPartGetter) (gpointer owner);

/* Lets `handle` be dragged, a part of `owner`, whom it asks what. */
void jipyo_view_drag_attach (GtkWidget *handle, JipyoViewPartGetter get_part, gpointer owner);
/* (transfer full) */
GdkContentProvider *jipyo_view_drag_make_content (const JipyoViewPart *part);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A view dragged out of the window by its title: a picture where pictures are taken, its table
 * where text is.
 */

#pragma once

#include <gtk/gtk.h>

#include "jipyo-look.h"
#include "jipyo-view-result.h"

/* What dragging `handle` gives from now on. */
void jipyo_view_drag_set (GtkWidget *handle, JipyoViewResult *result, JipyoLook *look);
/* (transfer full) */
GdkContentProvider *jipyo_view_drag_make_content (JipyoViewResult *result, JipyoLook *look);

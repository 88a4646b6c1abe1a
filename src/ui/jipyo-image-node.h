/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An image in a form that the renderer of a window paints quickly, again and again.
 */

#pragma once

#include <gtk/gtk.h>

typedef struct _JipyoImageNode JipyoImageNode;

/* For the renderer of `widget`, at its scale. Nobody may draw on the image any more. What is as in
 * the image `before`, or NULL, is not painted anew; painted all the same, that one shows the new
 * image there. */
JipyoImageNode *
jipyo_image_node_new (cairo_surface_t *image, GtkWidget *widget, const JipyoImageNode *before);
void jipyo_image_node_free (JipyoImageNode *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoImageNode, jipyo_image_node_free)

/* Borrowed. */
GskRenderNode *jipyo_image_node_get (const JipyoImageNode *self);

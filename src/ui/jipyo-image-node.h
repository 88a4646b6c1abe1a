/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An image in a form that the renderer of a window paints quickly, again and again, and of the next
 * one only what is not as it was.
 */

#pragma once

#include <gtk/gtk.h>

typedef struct _JipyoImageNode JipyoImageNode;

JipyoImageNode *jipyo_image_node_new (void);
void jipyo_image_node_free (JipyoImageNode *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoImageNode, jipyo_image_node_free)

/* An empty image of so many units of `widget`, to be drawn on and set: the last but one, where
 * nobody else has it. (transfer full) */
cairo_surface_t *
jipyo_image_node_begin (JipyoImageNode *self, GtkWidget *widget, int width, int height);
/* For the renderer of `widget`, at its scale. Nobody may draw on the image any more. A node of
 * before that is still painted may show this image. */
void jipyo_image_node_set_image (JipyoImageNode *self, cairo_surface_t *image, GtkWidget *widget);
/* To be called before the node is appended. What lies over the image, or did, is painted anew
 * anyway: said here, in units of the widget, it is part of the same few rectangles, or is made few
 * of. NULL: nothing. */
void jipyo_image_node_mark (JipyoImageNode *self, const cairo_region_t *over);
/* Borrowed; NULL before there is an image. */
GskRenderNode *jipyo_image_node_get (const JipyoImageNode *self);

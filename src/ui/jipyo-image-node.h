/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An image in a form that the renderer of a window paints quickly, again and again.
 */

#pragma once

#include <gtk/gtk.h>

/* For the renderer of `widget`, at its scale. Keeps the image, on which nobody may draw any more.
 * (transfer full) */
GskRenderNode *jipyo_image_node_new (cairo_surface_t *image, GtkWidget *widget);

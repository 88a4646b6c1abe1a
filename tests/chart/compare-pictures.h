/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When two pictures are the same, to the byte or to the eye.
 */

#pragma once

#include <cairo.h>
#include <glib.h>

/* To the byte. */
gboolean pictures_are_equal (cairo_surface_t *a, cairo_surface_t *b);
/* At most one pixel in a thousand differs by more than 2/255 in any channel. Those that do become
 * white in `marked`, of the same size, the others black; NULL allowed. */
gboolean pictures_are_alike (cairo_surface_t *a, cairo_surface_t *b, cairo_surface_t *marked);

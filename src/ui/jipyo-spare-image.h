/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The image before the one that is shown, to be drawn on again while images follow each other
 * quickly; half a second after the last of them it is freed.
 */

#pragma once

#include <cairo.h>
#include <glib.h>

/* All zeros: none. Stays in its place in memory while there is one. */
typedef struct {
  cairo_surface_t *image; /* owned, or NULL */
  GArray *ink;            /* owned: of JipyoCellRow; which cells of it are not empty */
  guint end_id;           /* 0 without an image */
  gboolean moved;         /* an image was kept since it was last looked after */
} JipyoSpareImage;

/* Takes both; frees an image, which may be NULL, that others have too. */
void jipyo_spare_image_keep (JipyoSpareImage *self, cairo_surface_t *image, GArray *ink);
/* With what was drawn on it, where `ink` says; NULL when there is none. (transfer full) (nullable)
 */
cairo_surface_t *jipyo_spare_image_take (JipyoSpareImage *self);
void jipyo_spare_image_clear (JipyoSpareImage *self);

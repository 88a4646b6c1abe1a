/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a gallery shows, and the page of it.
 */

#pragma once

#include "jipyo-theme.h"

typedef struct {
  const char *folder;      /* made if it is not there */
  const JipyoTheme *theme; /* the only one; NULL: all of them */
  double width;            /* of a picture, before scaling */
  double height;
  double scale;
} JipyoGallery;

/* TRUE when the gallery shows this theme. */
gboolean jipyo_gallery_has_theme (const JipyoGallery *self, const JipyoTheme *theme);

/* The whole page as HTML, which needs nothing but the pictures beside it. (transfer full) */
GBytes *jipyo_gallery_index_make (const JipyoGallery *self);

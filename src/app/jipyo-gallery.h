/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every sample in every theme and both languages as a folder of pictures, with a page that shows
 * them: what the marks look like, for those who choose one and for those who change one. The data
 * are made up, and each picture says so. The same program writes the same bytes.
 */

#pragma once

#include "jipyo-gallery-index.h"

/* Writes FOLDER/index.html and FOLDER/THEME/LANGUAGE/SAMPLE.png; other files there stay. */
gboolean jipyo_gallery_write (const JipyoGallery *self, GError **error);

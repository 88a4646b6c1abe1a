/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which views a page shows, and what of them. Pure.
 */

#pragma once

#include "jipyo-view.h"

/* What of a view a page shows. */
typedef enum {
  JIPYO_PAGE_TILES = 1 << 0,
  JIPYO_PAGE_PLOTS = 1 << 1,
  JIPYO_PAGE_TABLE = 1 << 2,
  JIPYO_PAGE_ALL = JIPYO_PAGE_TILES | JIPYO_PAGE_PLOTS | JIPYO_PAGE_TABLE,
} JipyoPageParts;

typedef struct {
  const char *page;
  const char *view;
  JipyoPageParts parts;
} JipyoPageEntry;

/* The views of the page in the order of the list, or as the page's layout has them; names are
 * borrowed, from `page` too. (element-type JipyoPageEntry) (transfer full) */
GArray *jipyo_page_parts_list (const char *page);
gboolean jipyo_page_parts_want_table (const JipyoView *view, JipyoPageParts parts);
guint jipyo_page_parts_count_tiles (const JipyoView *view, JipyoPageParts parts);
guint jipyo_page_parts_count_plots (const JipyoView *view, JipyoPageParts parts);

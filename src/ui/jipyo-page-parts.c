/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Most pages show all views of their group; the few that do not are in a table.
 */

#include "jipyo-page-parts.h"

#include "jipyo-page-name.h"

/* Pages that do not show all of their views in order. Of the overview's figures each stands in a
 * tile, a chart or the market strip; of the indices the tiles say what the bars would say again. */
static const JipyoPageEntry layouts[] = {
  { "overview", "overview", JIPYO_PAGE_TILES | JIPYO_PAGE_PLOTS },
  { "markets", "market-indices", JIPYO_PAGE_TILES },
  { "markets", "market-crypto", JIPYO_PAGE_TABLE },
  { "markets", "market-indices", JIPYO_PAGE_TABLE },
  { "markets", "market-shares", JIPYO_PAGE_PLOTS | JIPYO_PAGE_TABLE },
};

static void
add_wanted (GArray *wanted, const char *view, JipyoPageParts parts)
{
  const JipyoPageEntry layout = { NULL, view, parts };

  g_array_append_val (wanted, layout);
}

GArray *
jipyo_page_parts_list (const char *page)
{
  GArray *wanted = g_array_new (FALSE, FALSE, sizeof (JipyoPageEntry));
  guint n_views;
  const JipyoViewInfo *views = jipyo_view_list (&n_views);

  if (jipyo_page_name_is_team (page) || jipyo_page_name_get_instrument (page) != NULL)
    add_wanted (wanted, page, JIPYO_PAGE_ALL);
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    if (g_strcmp0 (layouts[i].page, page) == 0)
      add_wanted (wanted, layouts[i].view, layouts[i].parts);
  if (wanted->len > 0)
    return wanted;
  for (guint i = 0; i < n_views; i++)
    if (!views[i].per_team && !views[i].per_instrument && g_strcmp0 (views[i].group, page) == 0)
      add_wanted (wanted, views[i].name, JIPYO_PAGE_ALL);
  return wanted;
}

/* A picture's table is worth a card of its own where it is more than the chart's figures again. */
gboolean
jipyo_page_parts_want_table (const JipyoView *view, JipyoPageParts parts)
{
  if ((parts & JIPYO_PAGE_TABLE) == 0 || view->table == NULL || view->table->columns->len == 0)
    return FALSE;
  return view->sheet->grid != NULL
         || (view->sheet->plots->len == 0 && view->sheet->tiles->len == 0);
}

guint
jipyo_page_parts_count_tiles (const JipyoView *view, JipyoPageParts parts)
{
  return (parts & JIPYO_PAGE_TILES) != 0 ? view->sheet->tiles->len : 0;
}

guint
jipyo_page_parts_count_plots (const JipyoView *view, JipyoPageParts parts)
{
  return (parts & JIPYO_PAGE_PLOTS) != 0 ? view->sheet->plots->len : 0;
}

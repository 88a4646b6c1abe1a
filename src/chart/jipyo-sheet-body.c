/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The decisions. Key figures come first, then charts, then the table; none is shown below the size
 * at which it can be read.
 */

#include "jipyo-sheet-body.h"

#include "jipyo-plot-names.h"
#include "jipyo-plot-rows.h"

#include <math.h>

/* Widths in ems of a label. */
static const double NARROW = 44; /* cards stack below this */
static const double BROAD = 84;  /* three charts stand side by side above this */
static const double SIDE_BY_SIDE = 66;
/* Shares. */
static const double TILES_SHARE = 0.5; /* of the body, when there is more to show */
static const double TILES_FULL_SHARE = 0.7;
static const double GRID_SIDE_SHARE = 0.5;
static const double STACKED_GRID_SHARE = 0.4; /* a table shorter than this looks lost at the side */
static const guint GRID_LEAST_ROWS = 3;
static const guint SLIDE_ROWS = 4; /* of a chart that may leave some out */

static double
get_em (const JipyoSheetPage *page)
{
  return jipyo_scene_get_type (page->scene)->label;
}

gboolean
jipyo_sheet_page_is_narrow (const JipyoSheetPage *page)
{
  return page->width < NARROW * get_em (page);
}

void
jipyo_sheet_body_clear (JipyoSheetBody *self)
{
  jipyo_tile_rows_clear (&self->tiles);
  jipyo_sheet_plan_clear (&self->plan);
}

/* What stands between the title of a chart and its rows, in ems of a label. */
static double
measure_keys (const JipyoSheetPage *page, const JipyoPlot *plot)
{
  static const double SUBTITLE = 1.3, ROW = 1.6, GAP = 1.2;
  const double per_row = jipyo_sheet_page_is_narrow (page) ? 1.5 : 3; /* in a row of the legend */
  static const double ROWS_MOST = 4;
  const guint n_names = jipyo_plot_names_count (plot);
  double height = plot->subtitle != NULL && !page->plain ? SUBTITLE : 0;

  if (n_names > 1)
    height += ROW * MIN (ceil (n_names / per_row), ROWS_MOST) + GAP;
  return height;
}

/* What a chart needs and likes, in ems of a label. */
static void
measure_plot (const JipyoSheetPage *page, const JipyoPlot *plot, JipyoSheetRow *row)
{
  static const double FRAME_LEAST = 4, FRAME = 6, BAND_LEAST = 1.6, BAND = 3;
  static const double SPAN_LEAST = 1.15, SPAN = 1.7, POINT_LEAST = 2.3;
  static const double FIELD_LEAST = 9, FIELD = 20, STRIP = 16, HEADING = 2.5;
  const double em = get_em (page);
  const gboolean projected = jipyo_scene_get_theme (page->scene)->projected;
  const guint n_bands = jipyo_plot_count_rows (plot);
  const double heading = plot->title != NULL && !page->plain ? HEADING : 0;
  /* A field gives way to them, where it is not small already; one with a strip has room. */
  const gboolean small = jipyo_sheet_page_is_narrow (page) && !jipyo_plot_has_strip (plot);
  const gboolean keyed = n_bands > 0 || small;
  const double keys = keyed ? measure_keys (page, plot) : 0;
  const gboolean spans = jipyo_plot_shows_spans (plot);
  const guint n_least = projected && !spans ? MIN (n_bands, SLIDE_ROWS) : n_bands;
  const double band_least = spans                            ? SPAN_LEAST
                            : jipyo_plot_shows_points (plot) ? POINT_LEAST
                                                             : BAND_LEAST;
  const double band = spans ? SPAN : BAND;
  const double strip = jipyo_plot_has_strip (plot) ? STRIP : 0;
  const double least = n_bands > 0 ? FRAME_LEAST + band_least * n_least : FIELD_LEAST + strip / 2;
  const double natural = n_bands > 0 ? FRAME + band * n_bands : FIELD + strip;

  row->minimum = MAX (row->minimum, (least + heading + keys) * em);
  row->natural = MAX (row->natural, (natural + heading) * em);
}

static guint
choose_plot_columns (const JipyoSheetPage *page)
{
  const double ems = page->width / get_em (page);

  if (ems < NARROW)
    return 1;
  return ems >= BROAD && page->sheet->plots->len != 4 ? 3 : 2;
}

static void
plan_rows (const JipyoSheetPage *page, JipyoSheetPlan *plan)
{
  const GPtrArray *plots = page->sheet->plots;

  jipyo_sheet_plan_init (plan, page->gap);
  jipyo_sheet_plan_arrange (plan, plots->len, choose_plot_columns (page), page->sheet->wide_first);
  for (guint i = 0; i < plan->rows->len; i++) {
    JipyoSheetRow *row = &g_array_index (plan->rows, JipyoSheetRow, i);

    for (guint j = row->first; j < row->first + row->n_plots; j++)
      measure_plot (page, g_ptr_array_index (plots, j), row);
  }
}

gboolean
jipyo_sheet_page_has_grid (const JipyoSheetPage *page)
{
  return page->sheet->grid != NULL && page->sheet->grid->titles->len > 0;
}

/* Whether chart and table, one above the other, both get what they like. */
static gboolean
would_stack (const JipyoSheetBody *self, const JipyoSheetPage *page)
{
  g_autoptr (JipyoGridLayout) grid = jipyo_grid_layout_new (
    page->scene, page->sheet->grid, page->width - 2 * page->padding, self->height);
  const double table = jipyo_grid_layout_get_height (grid) + 2 * page->padding;
  const JipyoSheetRow *row = &g_array_index (self->plan.rows, JipyoSheetRow, 0);
  const double chart = (row->minimum + row->natural) / 2;

  return table < STACKED_GRID_SHARE * self->height && chart + table + page->gap <= self->height;
}

/* A chart and a slim table stand side by side where the picture is broad enough. */
static void
choose_sides (JipyoSheetBody *self, const JipyoSheetPage *page)
{
  const double inner = page->width;

  self->grid_width = inner;
  if (page->sheet->plots->len != 1 || inner < SIDE_BY_SIDE * get_em (page))
    return;
  const double wish = jipyo_grid_measure_width (page->scene, page->sheet->grid) + 2 * page->padding;
  if (wish > GRID_SIDE_SHARE * inner || would_stack (self, page))
    return;
  self->side_by_side = TRUE;
  self->grid_width = MAX (wish, inner / 3);
}

static void
plan_grid (JipyoSheetBody *self, const JipyoSheetPage *page)
{
  choose_sides (self, page);
  g_autoptr (JipyoGridLayout) grid = jipyo_grid_layout_new (
    page->scene, page->sheet->grid, self->grid_width - 2 * page->padding,
    MAX (self->height - 2 * page->padding, 0));

  self->plan.has_grid =
    jipyo_grid_layout_get_n_rows (grid) > 0 || page->sheet->grid->rows->len == 0;
  self->plan.grid_natural = jipyo_grid_layout_get_height (grid) + 2 * page->padding;
  self->plan.grid_minimum =
    jipyo_grid_layout_get_height_of (grid, GRID_LEAST_ROWS) + 2 * page->padding;
}

/* A table beside its only chart has all the height, as the chart has. */
static void
share_sides (JipyoSheetBody *self)
{
  const double needed = MAX (jipyo_sheet_plan_get_least (&self->plan), self->plan.grid_minimum);

  if (self->height < needed) {
    self->plan.has_grid = FALSE;
    self->side_by_side = FALSE;
    jipyo_sheet_plan_share (&self->plan, self->height);
    return;
  }
  self->plan.has_grid = FALSE;
  jipyo_sheet_plan_share (&self->plan, self->height);
  self->plan.has_grid = TRUE;
  self->plan.grid_height = self->height;
}

static void
plan_tiles (JipyoSheetBody *self, const JipyoSheetPage *page, double room)
{
  const gboolean alone = page->sheet->plots->len == 0 && !jipyo_sheet_page_has_grid (page);
  const double least = jipyo_sheet_plan_get_least (&self->plan) + page->gap;

  self->tiles =
    (JipyoTileRows){ .tiles = page->sheet->tiles, .width = page->width, .gap = page->gap };
  if (alone) {
    jipyo_tile_rows_fit (&self->tiles, page->scene, room);
    return;
  }
  jipyo_tile_rows_fit (&self->tiles, page->scene, MIN (room * TILES_SHARE, room - least));
  if (self->tiles.n_tiles > 0 || page->sheet->plots->len == 0)
    return;
  /* No room for both: figures that fill the page say more than a chart, fewer say less. */
  jipyo_tile_rows_fit (&self->tiles, page->scene, room);
  const gboolean projected = jipyo_scene_get_theme (page->scene)->projected;
  const gboolean chart_fits = projected || jipyo_sheet_plan_get_least (&self->plan) <= room;
  const gboolean all = self->tiles.n_tiles == page->sheet->tiles->len;
  const double share = jipyo_tile_rows_get_height (&self->tiles) / MAX (room, 1);
  const JipyoPlot *first = g_ptr_array_index (page->sheet->plots, 0);
  /* A slide about a course shows it: its figures are those of one moment. */
  const gboolean course = projected && first->position.kind == JIPYO_SCALE_TIME;
  if (chart_fits && (share < TILES_FULL_SHARE || course || (projected && !all)))
    jipyo_tile_rows_fit (&self->tiles, page->scene, 0);
}

/* A crowded chart is better than an empty page. */
static void
squeeze_plot (JipyoSheetBody *self, const JipyoSheetPage *page)
{
  if (page->sheet->plots->len == 0 || self->height < 2 * get_em (page))
    return;
  jipyo_sheet_plan_arrange (&self->plan, 1, 1, FALSE);
  g_array_index (self->plan.rows, JipyoSheetRow, 0).height = self->height;
}

void
jipyo_sheet_body_plan (JipyoSheetBody *self, const JipyoSheetPage *page, double top, double bottom)
{
  jipyo_sheet_body_clear (self);
  *self = (JipyoSheetBody){ 0 };
  plan_rows (page, &self->plan);
  plan_tiles (self, page, MAX (bottom - top, 0));
  const double tiles = jipyo_tile_rows_get_height (&self->tiles);
  self->top = top + (tiles > 0 ? tiles + page->gap : 0);
  self->height = MAX (bottom - self->top, 0);
  if (jipyo_sheet_page_has_grid (page))
    plan_grid (self, page);
  if (self->side_by_side)
    share_sides (self);
  else
    jipyo_sheet_plan_share (&self->plan, self->height);
  if (self->tiles.n_tiles == 0 && self->plan.rows->len == 0 && !self->plan.has_grid)
    squeeze_plot (self, page);
  if (self->plan.rows->len == 0 && !self->plan.has_grid)
    jipyo_tile_rows_stretch (&self->tiles, bottom - top);
}

JipyoOmissions
jipyo_sheet_body_count_omissions (const JipyoSheetBody *self, const JipyoSheetPage *page)
{
  JipyoOmissions omissions = { .tiles = page->sheet->tiles->len - self->tiles.n_tiles,
                               .plots = page->sheet->plots->len,
                               .grids = jipyo_sheet_page_has_grid (page) && !self->plan.has_grid };

  for (guint i = 0; i < self->plan.rows->len; i++)
    omissions.plots -= g_array_index (self->plan.rows, JipyoSheetRow, i).n_plots;
  return omissions;
}

/* The table takes whole rows of its share; the charts get the remainder. */
void
jipyo_sheet_body_settle (JipyoSheetBody *self, const JipyoSheetPage *page)
{
  const double height = self->plan.grid_height - 2 * page->padding;

  if (!self->plan.has_grid || self->side_by_side || self->plan.rows->len == 0)
    return;
  g_autoptr (JipyoGridLayout) grid = jipyo_grid_layout_new (
    page->scene, page->sheet->grid, self->grid_width - 2 * page->padding, height);
  self->plan.grid_height = jipyo_grid_layout_get_height (grid) + 2 * page->padding;
  jipyo_sheet_plan_grow (&self->plan, self->height);
}

gboolean
jipyo_sheet_body_is_one_plot (const JipyoSheetBody *self)
{
  return self->tiles.n_tiles == 0 && !self->plan.has_grid && self->plan.rows->len == 1
         && g_array_index (self->plan.rows, JipyoSheetRow, 0).n_plots == 1;
}

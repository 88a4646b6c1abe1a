/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a sheet to a page. Heading and footer take what they need; tiles, charts and table share
 * the body. The footer says what had no room, so the body is laid out again until both agree.
 */

#include "jipyo-sheet-layout.h"

#include "jipyo-grid-layout.h"
#include "jipyo-sheet-footer.h"
#include "jipyo-sheet-plan.h"
#include "jipyo-tile-rows.h"

#include <math.h>
#include <string.h>

/* Widths in ems of a label. */
static const double NARROW = 44; /* cards stack below this */
static const double BROAD = 84;  /* three charts stand side by side above this */
static const double SIDE_BY_SIDE = 66;
/* Shares. */
static const double TILES_SHARE = 0.5; /* of the body, when there is more to show */
static const double GRID_SIDE_SHARE = 0.5;
static const double HEADING_SIZE = 1.5; /* of a card's title */
static const guint GRID_LEAST_ROWS = 3;

typedef struct {
  JipyoPlot plot; /* shallow copy without what the sheet already says */
  JipyoPlotLayout *layout;
  JipyoRect rect;
} Slot;

/* What the body shows, before anything is placed. */
typedef struct {
  JipyoTileRows tiles;
  JipyoSheetPlan plan;
  gboolean side_by_side; /* chart and table */
  double grid_width;
  double top;    /* of charts and table */
  double height; /* for charts and table */
} Body;

struct _JipyoSheetLayout {
  const JipyoSheet *sheet;
  const JipyoTheme *theme;
  double width;
  double height;
  double margin;
  double gap; /* between cards */
  double padding;
  gboolean plain;    /* one chart and nothing else: no cards */
  JipyoScene *scene; /* owned */
  GArray *parts;     /* of JipyoSheetPart */
  GPtrArray *slots;  /* of Slot, owned */
  JipyoGridLayout *grid;
};

static void
slot_free (gpointer data)
{
  Slot *slot = data;

  jipyo_plot_layout_free (slot->layout);
  g_free (slot);
}

static const JipyoTypeScale *
get_type (const JipyoSheetLayout *self)
{
  return jipyo_scene_get_type (self->scene);
}

static double
get_inner_width (const JipyoSheetLayout *self)
{
  return MAX (self->width - 2 * self->margin, 1);
}

static void
add_part (JipyoSheetLayout *self, JipyoSheetPartKind kind, guint index, const JipyoRect *rect)
{
  const JipyoSheetPart part = { kind, index, *rect };

  g_array_append_val (self->parts, part);
}

/* Type grows with the picture, but less than it does: a large picture also shows more. */
static JipyoTypeScale
choose_type (const JipyoSheetLayout *self)
{
  static const double LABEL = 13, WIDTH = 1280, HEIGHT = 800, PLAIN = 1.25;
  const double growth = MIN (self->width / WIDTH, self->height / HEIGHT);

  if (self->theme->projected)
    return jipyo_theme_measure (self->theme, self->width, self->height);
  const double plain = self->plain && growth > 0.6 ? PLAIN : 1;
  return jipyo_type_scale_from_label (
    LABEL * CLAMP (plain * pow (MAX (growth, 0.01), 0.75), 12.0 / 13, 6));
}

static const char *
choose_subtitle (const JipyoSheetLayout *self)
{
  const JipyoPlot *plot = self->plain ? g_ptr_array_index (self->sheet->plots, 0) : NULL;

  if (self->sheet->subtitle != NULL || plot == NULL)
    return self->sheet->subtitle;
  return g_strcmp0 (plot->title, self->sheet->title) == 0 || plot->title == NULL ? plot->subtitle
                                                                                 : NULL;
}

static double
place_text (JipyoSheetLayout *self, const char *text, const JipyoTextStyle *style, double y)
{
  if (text == NULL || *text == '\0')
    return y;
  JipyoTextLayout *layout =
    jipyo_text_layout_new (jipyo_scene_get_typesetter (self->scene), text, style);
  const double height = layout->rect.height;

  jipyo_scene_take_text (self->scene, layout, self->margin, y);
  return y + height;
}

/* Gives the y below it. */
static double
place_heading (JipyoSheetLayout *self)
{
  const JipyoTypeScale *type = get_type (self);
  const gboolean narrow = get_inner_width (self) < NARROW * type->label;
  const double size = self->theme->projected ? 1 : narrow ? 1.3 : HEADING_SIZE;
  const JipyoTextStyle title = { .size = type->title * size,
                                 .bold = TRUE,
                                 .colour = self->theme->text,
                                 .width = get_inner_width (self),
                                 .lines = 3,
                                 .balanced = TRUE };
  const JipyoTextStyle subtitle = { .size = type->subtitle * (self->theme->projected ? 1 : 1.1),
                                    .colour = self->theme->muted,
                                    .width = get_inner_width (self),
                                    .lines = 2 };
  double y = place_text (self, self->sheet->title, &title, self->margin * 0.9);

  y = place_text (self, choose_subtitle (self), &subtitle, y + type->gap * 0.3);
  const JipyoRect rect = { self->margin, self->margin * 0.9, get_inner_width (self),
                           y - self->margin * 0.9 };
  add_part (self, JIPYO_SHEET_PART_HEADING, 0, &rect);
  return y + 1.2 * self->gap;
}

static void
body_clear (Body *body)
{
  jipyo_tile_rows_clear (&body->tiles);
  jipyo_sheet_plan_clear (&body->plan);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Body, body_clear)

/* What a chart needs and likes, in ems of a label. */
static void
measure_plot (const JipyoSheetLayout *self, const JipyoPlot *plot, JipyoSheetRow *row)
{
  static const double FRAME_LEAST = 4, FRAME = 6, BAND_LEAST = 1.6, BAND = 3;
  static const double FIELD_LEAST = 9, FIELD = 20, HEADING = 2.5;
  const double em = get_type (self)->label;
  const gboolean listed = plot->horizontal && plot->position.kind == JIPYO_SCALE_BAND;
  const guint n_bands = listed && plot->position.bands != NULL ? plot->position.bands->len : 0;
  const double heading = plot->title != NULL && !self->plain ? HEADING : 0;
  const double least = n_bands > 0 ? FRAME_LEAST + BAND_LEAST * n_bands : FIELD_LEAST;
  const double natural = n_bands > 0 ? FRAME + BAND * n_bands : FIELD;

  row->minimum = MAX (row->minimum, (least + heading) * em);
  row->natural = MAX (row->natural, (natural + heading) * em);
}

static guint
choose_plot_columns (const JipyoSheetLayout *self)
{
  const double ems = get_inner_width (self) / get_type (self)->label;

  if (ems < NARROW)
    return 1;
  return ems >= BROAD && self->sheet->plots->len != 4 ? 3 : 2;
}

static void
plan_rows (const JipyoSheetLayout *self, JipyoSheetPlan *plan)
{
  const GPtrArray *plots = self->sheet->plots;

  jipyo_sheet_plan_init (plan, self->gap);
  jipyo_sheet_plan_arrange (plan, plots->len, choose_plot_columns (self), self->sheet->wide_first);
  for (guint i = 0; i < plan->rows->len; i++) {
    JipyoSheetRow *row = &g_array_index (plan->rows, JipyoSheetRow, i);

    for (guint j = row->first; j < row->first + row->n_plots; j++)
      measure_plot (self, g_ptr_array_index (plots, j), row);
  }
}

static gboolean
has_grid (const JipyoSheetLayout *self)
{
  return self->sheet->grid != NULL && self->sheet->grid->titles->len > 0;
}

/* A chart and a slim table stand side by side where the picture is broad enough. */
static void
choose_sides (const JipyoSheetLayout *self, Body *body)
{
  const double inner = get_inner_width (self);

  body->grid_width = inner;
  if (self->sheet->plots->len != 1 || inner < SIDE_BY_SIDE * get_type (self)->label)
    return;
  const double wish = jipyo_grid_measure_width (self->scene, self->sheet->grid) + 2 * self->padding;
  if (wish > GRID_SIDE_SHARE * inner)
    return;
  body->side_by_side = TRUE;
  body->grid_width = MAX (wish, inner / 3);
}

static void
plan_grid (const JipyoSheetLayout *self, Body *body)
{
  choose_sides (self, body);
  g_autoptr (JipyoGridLayout) grid = jipyo_grid_layout_new (
    self->scene, self->sheet->grid, body->grid_width - 2 * self->padding,
    MAX (body->height - 2 * self->padding, 0));

  body->plan.has_grid =
    jipyo_grid_layout_get_n_rows (grid) > 0 || self->sheet->grid->rows->len == 0;
  body->plan.grid_natural = jipyo_grid_layout_get_height (grid) + 2 * self->padding;
  body->plan.grid_minimum =
    jipyo_grid_layout_get_height_of (grid, GRID_LEAST_ROWS) + 2 * self->padding;
}

/* A table beside its only chart has all the height, as the chart has. */
static void
share_sides (Body *body)
{
  const double needed = MAX (jipyo_sheet_plan_get_least (&body->plan), body->plan.grid_minimum);

  if (body->height < needed) {
    body->plan.has_grid = FALSE;
    body->side_by_side = FALSE;
    jipyo_sheet_plan_share (&body->plan, body->height);
    return;
  }
  body->plan.has_grid = FALSE;
  jipyo_sheet_plan_share (&body->plan, body->height);
  body->plan.has_grid = TRUE;
  body->plan.grid_height = body->height;
}

static void
plan_tiles (const JipyoSheetLayout *self, Body *body, double room)
{
  const gboolean alone = self->sheet->plots->len == 0 && !has_grid (self);
  const double least = jipyo_sheet_plan_get_least (&body->plan) + self->gap;

  body->tiles = (JipyoTileRows){ .tiles = self->sheet->tiles,
                                 .width = get_inner_width (self),
                                 .gap = self->gap };
  if (alone) {
    jipyo_tile_rows_fit (&body->tiles, self->scene, room);
    return;
  }
  jipyo_tile_rows_fit (&body->tiles, self->scene, MIN (room * TILES_SHARE, room - least));
  /* No room for both: a slide shows the chart, other pictures the figures. */
  if (body->tiles.n_tiles == 0 && !self->theme->projected)
    jipyo_tile_rows_fit (&body->tiles, self->scene, room * TILES_SHARE);
}

static void
plan_body (const JipyoSheetLayout *self, Body *body, double top, double bottom)
{
  body_clear (body);
  *body = (Body){ 0 };
  plan_rows (self, &body->plan);
  plan_tiles (self, body, MAX (bottom - top, 0));
  const double tiles = jipyo_tile_rows_get_height (&body->tiles);
  body->top = top + (tiles > 0 ? tiles + self->gap : 0);
  body->height = MAX (bottom - body->top, 0);
  if (has_grid (self))
    plan_grid (self, body);
  if (body->side_by_side)
    share_sides (body);
  else
    jipyo_sheet_plan_share (&body->plan, body->height);
}

static JipyoOmissions
count_omissions (const JipyoSheetLayout *self, const Body *body)
{
  JipyoOmissions omissions = { .tiles = self->sheet->tiles->len - body->tiles.n_tiles,
                               .plots = self->sheet->plots->len,
                               .grids = has_grid (self) && !body->plan.has_grid };

  for (guint i = 0; i < body->plan.rows->len; i++)
    omissions.plots -= g_array_index (body->plan.rows, JipyoSheetRow, i).n_plots;
  return omissions;
}

static void
place_tiles (JipyoSheetLayout *self, const JipyoTileRows *tiles, double top)
{
  for (guint i = 0; i < tiles->n_tiles; i++) {
    JipyoRect rect = jipyo_tile_rows_get_rect (tiles, i);

    rect.x += self->margin;
    rect.y += top;
    jipyo_tile_place (self->scene, g_ptr_array_index (self->sheet->tiles, i), &rect);
    add_part (self, JIPYO_SHEET_PART_TILE, i, &rect);
  }
}

static void
add_card (JipyoSheetLayout *self, const JipyoRect *rect)
{
  const JipyoSceneShape card = { JIPYO_SHAPE_CARD, *rect, self->theme->card };

  jipyo_scene_add_shape (self->scene, &card);
}

/* Drops from the chart what the sheet says already. */
static void
strip_plot (const JipyoSheetLayout *self, JipyoPlot *plot)
{
  const gboolean same = g_strcmp0 (plot->title, self->sheet->title) == 0;

  if (g_strcmp0 (plot->footer, self->sheet->footer) == 0)
    plot->footer = NULL;
  if (!self->plain)
    return;
  if (same)
    plot->title = NULL;
  if (plot->title == NULL)
    plot->subtitle = NULL;
}

static void
place_plot (JipyoSheetLayout *self, guint index, const JipyoRect *rect)
{
  Slot *slot = g_new0 (Slot, 1);
  JipyoTypeScale type = *get_type (self);

  slot->plot = *(const JipyoPlot *) g_ptr_array_index (self->sheet->plots, index);
  strip_plot (self, &slot->plot);
  slot->rect = *rect;
  const gboolean bare = self->plain && slot->plot.title == NULL && slot->plot.footer == NULL;
  if (self->theme->projected && !self->plain)
    type.title = MAX (type.title * 0.8, type.subtitle);
  if (!self->plain)
    add_card (self, rect);
  slot->layout =
    jipyo_plot_layout_new_framed (&slot->plot, &(JipyoPlotFrame){ .theme = self->theme,
                                                                  .width = rect->width,
                                                                  .height = rect->height,
                                                                  .type = type,
                                                                  .bare = bare });
  g_ptr_array_add (self->slots, slot);
  add_part (self, JIPYO_SHEET_PART_PLOT, index, rect);
}

static void
place_row (JipyoSheetLayout *self, const JipyoSheetRow *row, double top, double width)
{
  const double each = (width - self->gap * (row->n_plots - 1)) / row->n_plots;

  for (guint i = 0; i < row->n_plots; i++) {
    const JipyoRect rect = { self->margin + i * (each + self->gap), top, MAX (each, 1),
                             MAX (row->height, 1) };
    place_plot (self, row->first + i, &rect);
  }
}

static void
place_grid (JipyoSheetLayout *self, const Body *body, double top)
{
  JipyoRect rect = { self->margin + get_inner_width (self) - body->grid_width, top,
                     body->grid_width, body->plan.grid_height };
  JipyoRect inner = { rect.x + self->padding, rect.y + self->padding * 0.8,
                      rect.width - 2 * self->padding, rect.height - 2 * self->padding };

  self->grid = jipyo_grid_layout_new (self->scene, self->sheet->grid, inner.width, inner.height);
  if (!body->side_by_side)
    rect.height = jipyo_grid_layout_fill (self->grid, inner.height) + 2 * self->padding;
  else
    jipyo_grid_layout_fill (self->grid, inner.height);
  add_card (self, &rect);
  jipyo_grid_layout_place (self->grid, self->scene, inner.x, inner.y);
  add_part (self, JIPYO_SHEET_PART_GRID, 0, &rect);
  for (guint i = 0; i < jipyo_grid_layout_get_n_rows (self->grid); i++) {
    const JipyoRect row = jipyo_grid_layout_get_row_rect (self->grid, i);
    add_part (self, JIPYO_SHEET_PART_ROW, i, &row);
  }
}

/* The table takes whole rows of its share; the charts get the remainder. */
static void
settle_grid (const JipyoSheetLayout *self, Body *body)
{
  const double height = body->plan.grid_height - 2 * self->padding;

  if (!body->plan.has_grid || body->side_by_side || body->plan.rows->len == 0)
    return;
  g_autoptr (JipyoGridLayout) grid = jipyo_grid_layout_new (
    self->scene, self->sheet->grid, body->grid_width - 2 * self->padding, height);
  body->plan.grid_height = jipyo_grid_layout_get_height (grid) + 2 * self->padding;
  jipyo_sheet_plan_grow (&body->plan, body->height);
}

static void
place_body (JipyoSheetLayout *self, Body *body, double top)
{
  double y = body->top;
  double width = get_inner_width (self);

  if (body->side_by_side)
    width -= body->grid_width + self->gap;
  if (!body->side_by_side && body->plan.has_grid && body->plan.rows->len == 0)
    body->plan.grid_height = body->height;
  settle_grid (self, body);
  place_tiles (self, &body->tiles, top);
  for (guint i = 0; i < body->plan.rows->len; i++) {
    const JipyoSheetRow *row = &g_array_index (body->plan.rows, JipyoSheetRow, i);
    place_row (self, row, y, width);
    y += row->height + self->gap;
  }
  if (body->plan.has_grid)
    place_grid (self, body, body->side_by_side ? body->top : y);
}

static void
compose (JipyoSheetLayout *self)
{
  static const int MAX_PASSES = 4;
  const double top = place_heading (self);
  g_auto (JipyoSheetFooter) footer = { .width = get_inner_width (self) };
  g_auto (Body) body = { 0 };
  JipyoOmissions told = { 0 };
  double footer_top = 0;

  for (int i = 0; i < MAX_PASSES; i++) {
    jipyo_sheet_footer_set (&footer, self->scene, self->sheet->footer, &told);
    footer_top = self->height - self->margin * 0.7 - footer.height;
    plan_body (self, &body, top, footer_top - self->gap);
    const JipyoOmissions omissions = count_omissions (self, &body);
    if (memcmp (&omissions, &told, sizeof told) == 0)
      break;
    told = omissions;
  }
  place_body (self, &body, top);
  const JipyoRect rect = { self->margin, footer_top, footer.width, footer.height };
  jipyo_sheet_footer_place (&footer, self->scene, rect.x, rect.y);
  add_part (self, JIPYO_SHEET_PART_FOOTER, 0, &rect);
}

JipyoSheetLayout *
jipyo_sheet_layout_new (const JipyoSheet *sheet,
                        const JipyoTheme *theme,
                        double width,
                        double height)
{
  JipyoSheetLayout *self = g_new0 (JipyoSheetLayout, 1);

  self->sheet = sheet;
  self->theme = theme;
  self->width = isfinite (width) ? MAX (width, 1) : 1;
  self->height = isfinite (height) ? MAX (height, 1) : 1;
  self->plain = sheet->plots->len == 1 && sheet->tiles->len == 0 && !has_grid (self);
  const JipyoTypeScale type = choose_type (self);
  self->scene = jipyo_scene_new (theme, sheet->lang, &type);
  self->gap = 2 * type.gap;
  self->margin = (theme->projected ? 4 : self->width < NARROW * type.label ? 2.7 : 4) * type.gap;
  self->padding = 2.2 * type.gap;
  self->parts = g_array_new (FALSE, TRUE, sizeof (JipyoSheetPart));
  self->slots = g_ptr_array_new_with_free_func (slot_free);
  compose (self);
  return self;
}

void
jipyo_sheet_layout_free (JipyoSheetLayout *self)
{
  if (self == NULL)
    return;
  jipyo_grid_layout_free (self->grid);
  jipyo_scene_free (self->scene);
  g_array_unref (self->parts);
  g_ptr_array_unref (self->slots);
  g_free (self);
}

void
jipyo_sheet_layout_draw (const JipyoSheetLayout *self, cairo_t *cr)
{
  const JipyoColour ground =
    jipyo_colour_from_rgb (self->plain ? self->theme->card : self->theme->background);

  cairo_save (cr);
  cairo_set_source_rgb (cr, ground.red, ground.green, ground.blue);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);
  jipyo_scene_draw (self->scene, cr);
  for (guint i = 0; i < self->slots->len; i++) {
    const Slot *slot = g_ptr_array_index (self->slots, i);

    cairo_save (cr);
    cairo_translate (cr, slot->rect.x, slot->rect.y);
    jipyo_plot_draw (cr, &slot->plot, slot->layout, self->theme);
    cairo_restore (cr);
  }
  cairo_restore (cr);
}

const GArray *
jipyo_sheet_layout_get_parts (const JipyoSheetLayout *self)
{
  return self->parts;
}

static const char *
find_plot_claim (const JipyoSheetLayout *self, const JipyoSheetPart *part, double x, double y)
{
  for (guint i = 0; i < self->slots->len; i++) {
    const Slot *slot = g_ptr_array_index (self->slots, i);
    guint series, datum;

    if (slot->rect.x != part->rect.x || slot->rect.y != part->rect.y)
      continue;
    if (!jipyo_plot_layout_find_datum (slot->layout, x - slot->rect.x, y - slot->rect.y, &series,
                                       &datum))
      return NULL;
    const JipyoPlotSeries *found = g_ptr_array_index (slot->plot.series, series);
    return g_array_index (found->data, JipyoDatum, datum).claim;
  }
  return NULL;
}

static const char *
find_claim_in (const JipyoSheetLayout *self, const JipyoSheetPart *part, double x, double y)
{
  switch (part->kind) {
  case JIPYO_SHEET_PART_TILE:
    return ((const JipyoTile *) g_ptr_array_index (self->sheet->tiles, part->index))->claim;
  case JIPYO_SHEET_PART_PLOT:
    return find_plot_claim (self, part, x, y);
  case JIPYO_SHEET_PART_GRID:
    return jipyo_grid_layout_find_claim (self->grid, x, y);
  case JIPYO_SHEET_PART_HEADING:
  case JIPYO_SHEET_PART_ROW:
  case JIPYO_SHEET_PART_FOOTER:
    return NULL;
  }
  return NULL;
}

const char *
jipyo_sheet_layout_find_claim (const JipyoSheetLayout *self, double x, double y)
{
  for (guint i = 0; i < self->parts->len; i++) {
    const JipyoSheetPart *part = &g_array_index (self->parts, JipyoSheetPart, i);
    const char *claim =
      jipyo_rect_contains (&part->rect, x, y) ? find_claim_in (self, part, x, y) : NULL;

    if (claim != NULL)
      return claim;
  }
  return NULL;
}

void
jipyo_sheet_draw (cairo_t *cr,
                  const JipyoSheet *sheet,
                  const JipyoTheme *theme,
                  const JipyoRect *area)
{
  g_autoptr (JipyoSheetLayout) layout =
               jipyo_sheet_layout_new (sheet, theme, area->width, area->height);

  cairo_save (cr);
  cairo_translate (cr, area->x, area->y);
  jipyo_sheet_layout_draw (layout, cr);
  cairo_restore (cr);
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a sheet to a page. Heading and footer take what they need; tiles, charts and table share
 * the body. The footer says what had no room, so the body is laid out again until both agree.
 */

#include "jipyo-sheet-layout.h"

#include "jipyo-multiples.h"
#include "jipyo-plot-rows.h"
#include "jipyo-plot-scene.h"
#include "jipyo-sheet-body.h"
#include "jipyo-sheet-plot.h"

#include <math.h>
#include <string.h>

/* Shares. */
static const double GRID_STRETCH = 0.35; /* of a row's height */
static const double GRID_STRETCH_BESIDE = 0.8;
static const double GRID_STRETCH_ALONE = 0.7;
static const double HEADING_SIZE = 1.5; /* of a card's title */

struct _JipyoSheetLayout {
  const JipyoSheet *sheet;
  const JipyoTheme *theme;
  double width;
  double height;
  double margin;
  JipyoSheetPage page;
  JipyoMultiples multiples; /* zero without them */
  gboolean one_plot;        /* and nothing else is shown */
  JipyoScene *scene;        /* owned */
  GArray *parts;            /* of JipyoSheetPart */
  GPtrArray *slots;         /* of JipyoSheetPlot, owned */
  JipyoGridLayout *grid;
  JipyoGrid ranked; /* shallow copy of the table with the rows to be shown first; rows are owned */
};

static const JipyoTypeScale *
get_type (const JipyoSheetLayout *self)
{
  return jipyo_scene_get_type (self->scene);
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
  static const double LABEL = 13, WIDTH = 1280, HEIGHT = 800;
  const double growth = MIN (self->width / WIDTH, self->height / HEIGHT);

  if (self->theme->projected)
    return jipyo_theme_measure (self->theme, self->width, self->height);
  return jipyo_type_scale_from_label (LABEL * CLAMP (pow (MAX (growth, 0.01), 0.9), 12.0 / 13, 6));
}

static const char *
choose_subtitle (const JipyoSheetLayout *self)
{
  const JipyoPlot *plot = self->page.plain ? g_ptr_array_index (self->sheet->plots, 0) : NULL;

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
  const gboolean narrow = jipyo_sheet_page_is_narrow (&self->page);
  const double size = self->theme->projected ? 1 : narrow ? 1.3 : HEADING_SIZE;
  const JipyoTextStyle title = { .size = type->title * size,
                                 .bold = TRUE,
                                 .colour = self->theme->text,
                                 .width = self->page.width,
                                 .lines = narrow ? 5 : 3,
                                 .balanced = TRUE };
  const JipyoTextStyle subtitle = { .size = type->subtitle * (self->theme->projected ? 1 : 1.1),
                                    .colour = self->theme->muted,
                                    .width = self->page.width,
                                    .lines = narrow && !self->theme->projected ? 3 : 2,
                                    .balanced = TRUE };
  double y = place_text (self, self->sheet->title, &title, self->margin * 0.9);

  y = place_text (self, choose_subtitle (self), &subtitle, y + type->gap * 0.3);
  const JipyoRect rect = { self->margin, self->margin * 0.9, self->page.width,
                           y - self->margin * 0.9 };
  add_part (self, JIPYO_SHEET_PART_HEADING, 0, &rect);
  return y + (self->theme->projected ? 0.8 : 1.2) * self->page.gap;
}

static void
place_tiles (JipyoSheetLayout *self, const JipyoTileRows *tiles, double top)
{
  for (guint i = 0; i < tiles->n_tiles; i++) {
    JipyoRect rect = jipyo_tile_rows_get_rect (tiles, i);

    rect.x += self->margin;
    rect.y += top;
    jipyo_tile_place (self->scene, g_ptr_array_index (self->sheet->tiles, i), &rect,
                      tiles->stretch / 2);
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
  if (same)
    plot->title = NULL;
  if (self->page.plain && plot->title == NULL)
    plot->subtitle = NULL;
}

/* On a slide a lone chart needs no card: the page is its ground. */
static gboolean
is_bare (const JipyoSheetLayout *self)
{
  return self->one_plot && self->theme->projected;
}

/* A lone chart has room for larger texts. */
static JipyoTypeScale
choose_plot_type (const JipyoSheetLayout *self, const JipyoRect *rect)
{
  static const double LARGER = 1.3, BROAD = 46; /* times, ems */
  JipyoTypeScale type = *get_type (self);

  if (self->theme->projected) {
    if (!self->one_plot)
      type.title = MAX (type.title * 0.8, type.subtitle);
    return type;
  }
  const gboolean roomy =
    self->page.plain && MIN (rect->width, rect->height * 2) > BROAD * type.label;
  return roomy ? jipyo_type_scale_from_label (type.label * LARGER) : type;
}

/* Heading of a chart that stands without a card; leaves the rest of the room in `rect`. */
static void
place_plot_heading (JipyoSheetLayout *self, JipyoPlot *plot, JipyoRect *rect)
{
  static const double LEAST = 6, LEAST_SLIDE = 14; /* labels */
  const JipyoTypeScale *type = get_type (self);
  const JipyoTextStyle title = { .size = MAX (type->title * 0.8, type->subtitle),
                                 .bold = TRUE,
                                 .colour = self->theme->text,
                                 .width = rect->width };
  const JipyoTextStyle subtitle = { .size = type->subtitle,
                                    .colour = self->theme->muted,
                                    .width = rect->width,
                                    .lines = 2,
                                    .balanced = TRUE };
  const double top = rect->y;
  double y = place_text (self, plot->title, &title, top);
  const guint n_rows = jipyo_plot_count_rows (plot);
  const gboolean slide = self->theme->projected && n_rows == 0 && plot->title != NULL;

  /* The rows of a chart come before the small print about it, and on a slide its lines. */
  if (rect->height > ((slide ? LEAST_SLIDE : LEAST) + 2 * n_rows) * type->label)
    y = place_text (self, plot->subtitle, &subtitle, y);
  if (y > top)
    y += type->gap;
  plot->title = plot->subtitle = NULL;
  rect->y = MIN (y, top + rect->height - 1);
  rect->height -= rect->y - top;
}

static void
place_plot (JipyoSheetLayout *self, guint index, const JipyoRect *rect)
{
  JipyoSheetPlot *slot =
    jipyo_sheet_plot_new (g_ptr_array_index (self->sheet->plots, index), *rect);
  JipyoPlotFrame frame = { .theme = self->theme,
                           .type = choose_plot_type (self, rect),
                           .state = self->one_plot ? self->sheet->state : NULL };

  /* What joined candles are is told by the chart's own subtitle, which a plain page leaves to its
   * heading. */
  if (!self->page.plain)
    jipyo_sheet_plot_join_candles (slot, frame.type.label);
  strip_plot (self, &slot->plot);
  jipyo_multiples_set_frame (&self->multiples, index, &frame);
  frame.bare = is_bare (self) && slot->plot.footer == NULL;
  if (frame.bare)
    place_plot_heading (self, &slot->plot, &slot->rect);
  if (!is_bare (self))
    add_card (self, rect);
  frame.width = slot->rect.width;
  frame.height = slot->rect.height;
  jipyo_sheet_plot_lay_out (slot, &frame);
  g_ptr_array_add (self->slots, slot);
  add_part (self, JIPYO_SHEET_PART_PLOT, index, &slot->rect);
}

static void
place_row (JipyoSheetLayout *self, const JipyoSheetRow *row, double top, double width)
{
  const double each = (width - self->page.gap * (row->n_plots - 1)) / row->n_plots;

  for (guint i = 0; i < row->n_plots; i++) {
    const JipyoRect own = { self->margin + i * (each + self->page.gap), top, MAX (each, 1),
                            MAX (row->height, 1) };
    const JipyoRect rect =
      self->multiples.n > 0 ? jipyo_multiples_get_rect (&self->multiples, row->first + i) : own;
    place_plot (self, row->first + i, &rect);
  }
}

static double
get_bar (const GArray *row, const GArray *aligns)
{
  for (guint i = 0; i < MIN (row->len, aligns->len); i++)
    if (g_array_index (aligns, JipyoCellAlign, i) == JIPYO_ALIGN_BAR)
      return g_array_index (row, JipyoGridCell, i).bar;
  return NAN;
}

/* Longest bar first; rows without one stay in their order, at the end. */
static int
compare_bars (gconstpointer a, gconstpointer b, gpointer aligns)
{
  const double one = get_bar (*(const GArray *const *) a, aligns);
  const double two = get_bar (*(const GArray *const *) b, aligns);

  if (isnan (one) || isnan (two))
    return (isnan (one) ? 1 : 0) - (isnan (two) ? 1 : 0);
  return (one < two) - (one > two);
}

/* The rows that bars single out come first where not all can be shown. */
static void
rank_rows (JipyoSheetLayout *self, double width, double height)
{
  const JipyoGrid *grid = self->sheet->grid;

  if (jipyo_grid_layout_get_n_rows (self->grid) == grid->rows->len)
    return;
  self->ranked = *grid;
  self->ranked.rows = g_ptr_array_copy (grid->rows, NULL, NULL);
  g_ptr_array_set_free_func (self->ranked.rows, NULL);
  g_ptr_array_sort_with_data (self->ranked.rows, compare_bars, grid->aligns);
  jipyo_grid_layout_free (self->grid);
  self->grid = jipyo_grid_layout_new (self->scene, &self->ranked, width, height);
}

static void
place_grid (JipyoSheetLayout *self, const JipyoSheetBody *body, double top)
{
  JipyoRect rect = { self->margin + self->page.width - body->grid_width, top, body->grid_width,
                     body->plan.grid_height };
  const gboolean fills = body->side_by_side || body->plan.rows->len == 0;
  JipyoRect inner = { rect.x + self->page.padding, rect.y + self->page.padding,
                      rect.width - 2 * self->page.padding, rect.height - 2 * self->page.padding };

  self->grid = jipyo_grid_layout_new (self->scene, self->sheet->grid, inner.width, inner.height);
  rank_rows (self, inner.width, inner.height);
  const double filled = jipyo_grid_layout_fill (self->grid, inner.height,
                                                body->side_by_side ? GRID_STRETCH_BESIDE
                                                : fills            ? GRID_STRETCH_ALONE
                                                                   : GRID_STRETCH);
  if (!fills)
    rect.height = filled + 2 * self->page.padding;
  add_card (self, &rect);
  jipyo_grid_layout_place (self->grid, self->scene, inner.x, inner.y);
  add_part (self, JIPYO_SHEET_PART_GRID, 0, &rect);
  for (guint i = 0; i < jipyo_grid_layout_get_n_rows (self->grid); i++) {
    const JipyoRect row = jipyo_grid_layout_get_row_rect (self->grid, i);
    add_part (self, JIPYO_SHEET_PART_ROW, i, &row);
  }
}

static void
place_body (JipyoSheetLayout *self, JipyoSheetBody *body, double top)
{
  double y = body->top;
  double width = self->page.width;

  if (body->side_by_side)
    width -= body->grid_width + self->page.gap;
  if (!body->side_by_side && body->plan.has_grid && body->plan.rows->len == 0)
    body->plan.grid_height = body->height;
  jipyo_sheet_body_settle (body, &self->page);
  place_tiles (self, &body->tiles, top);
  if (self->sheet->multiples && body->plan.rows->len > 0 && !self->sheet->wide_first) {
    const JipyoRect area = { self->margin, y, width, 0 };
    const JipyoPlotFrame frame = { .theme = self->theme, .type = choose_plot_type (self, &area) };
    self->multiples = jipyo_multiples_new (&body->plan, area);
    jipyo_multiples_measure (&self->multiples, g_ptr_array_index (self->sheet->plots, 0), &frame);
  }
  for (guint i = 0; i < body->plan.rows->len; i++) {
    const JipyoSheetRow *row = &g_array_index (body->plan.rows, JipyoSheetRow, i);
    place_row (self, row, y, width);
    y += row->height + self->page.gap;
  }
  if (body->plan.has_grid)
    place_grid (self, body, body->side_by_side ? body->top : y);
}

static void
compose (JipyoSheetLayout *self)
{
  static const int MAX_PASSES = 4;
  const double top = place_heading (self);
  g_auto (JipyoSheetFooter) footer = { .width = self->page.width };
  g_auto (JipyoSheetBody) body = { 0 };
  JipyoOmissions told = { 0 };
  double footer_top = 0;

  for (int i = 0; i < MAX_PASSES; i++) {
    jipyo_sheet_footer_set (&footer, self->scene, self->sheet->footer, &told);
    footer_top = self->height - self->margin * 0.7 - footer.height;
    jipyo_sheet_body_plan (&body, &self->page, top, footer_top - self->page.gap);
    const JipyoOmissions omissions = jipyo_sheet_body_count_omissions (&body, &self->page);
    if (memcmp (&omissions, &told, sizeof told) == 0)
      break;
    told = omissions;
  }
  self->one_plot = jipyo_sheet_body_is_one_plot (&body);
  place_body (self, &body, top);
  const JipyoRect rect = { self->margin, footer_top, footer.width, footer.height };
  jipyo_sheet_footer_place (&footer, self->scene, rect.x, rect.y);
  add_part (self, JIPYO_SHEET_PART_FOOTER, 0, &rect);
}

static void
set_page (JipyoSheetLayout *self, const JipyoTypeScale *type)
{
  static const double MARGIN = 4, NARROW_MARGIN = 2.7, NARROW = 46; /* gaps, gaps, ems */
  const gboolean narrow = !self->theme->projected && self->width < NARROW * type->label;

  self->margin = (narrow ? NARROW_MARGIN : MARGIN) * type->gap;
  self->page.scene = self->scene;
  self->page.width = MAX (self->width - 2 * self->margin, 1);
  self->page.gap = 2 * type->gap;
  self->page.padding = (self->theme->projected ? 1.6 : 2.2) * type->gap;
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
  self->page.sheet = sheet;
  self->page.plain =
    sheet->plots->len == 1 && sheet->tiles->len == 0 && !jipyo_sheet_page_has_grid (&self->page);
  const JipyoTypeScale type = choose_type (self);
  self->scene = jipyo_scene_new (theme, sheet->lang, &type);
  self->parts = g_array_new (FALSE, TRUE, sizeof (JipyoSheetPart));
  self->slots = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_sheet_plot_free);
  set_page (self, &type);
  compose (self);
  return self;
}

void
jipyo_sheet_layout_free (JipyoSheetLayout *self)
{
  if (self == NULL)
    return;
  jipyo_grid_layout_free (self->grid);
  g_clear_pointer (&self->ranked.rows, g_ptr_array_unref);
  jipyo_scene_free (self->scene);
  g_array_unref (self->parts);
  g_ptr_array_unref (self->slots);
  g_free (self);
}

void
jipyo_sheet_layout_draw (const JipyoSheetLayout *self, cairo_t *cr)
{
  const JipyoColour ground =
    jipyo_colour_from_rgb (is_bare (self) ? self->theme->card : self->theme->background);

  cairo_save (cr);
  cairo_set_source_rgb (cr, ground.red, ground.green, ground.blue);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);
  jipyo_scene_draw (self->scene, cr);
  for (guint i = 0; i < self->slots->len; i++) {
    const JipyoSheetPlot *slot = g_ptr_array_index (self->slots, i);

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

static void
append_texts (GArray *list, const GPtrArray *texts, double x, double y)
{
  for (guint i = 0; i < texts->len; i++) {
    const JipyoTextLayout *text = g_ptr_array_index (texts, i);
    const PangoFontDescription *font = pango_layout_get_font_description (text->layout);
    JipyoSheetText item = { .rect = text->rect,
                            .size = pango_font_description_get_size (font) / (double) PANGO_SCALE,
                            .text = pango_layout_get_text (text->layout) };

    jipyo_text_layout_get_cut (text, item.cut);
    item.rect.x += x;
    item.rect.y += y;
    g_array_append_val (list, item);
  }
}

GArray *
jipyo_sheet_layout_list_texts (const JipyoSheetLayout *self)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (JipyoSheetText));
  g_autoptr (GPtrArray) own = g_ptr_array_new ();

  jipyo_scene_list_texts (self->scene, own);
  append_texts (list, own, 0, 0);
  for (guint i = 0; i < self->slots->len; i++) {
    const JipyoSheetPlot *slot = g_ptr_array_index (self->slots, i);

    append_texts (list, slot->layout->texts, slot->rect.x, slot->rect.y);
  }
  return list;
}

static const char *
find_plot_claim (const JipyoSheetLayout *self, const JipyoSheetPart *part, double x, double y)
{
  for (guint i = 0; i < self->slots->len; i++) {
    const JipyoSheetPlot *slot = g_ptr_array_index (self->slots, i);

    if (slot->rect.x == part->rect.x && slot->rect.y == part->rect.y)
      return jipyo_sheet_plot_find_claim (slot, x, y);
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

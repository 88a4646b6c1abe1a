/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Paints a layout from back to front: spans, grid, marks, references, texts. Decides nothing.
 */

#include "jipyo-plot-draw.h"

#include "jipyo-ink.h"
#include "jipyo-marks.h"
#include "jipyo-pixel-grid.h"
#include "jipyo-stroke.h"

#include <math.h>

static const double faded_alpha = 0.3;

static void
stroke_guide (cairo_t *cr, const JipyoGuide *guide)
{
  const double dashes[] = { guide->width * (guide->dotted ? 1 : 4),
                            guide->width * (guide->dotted ? 3 : 4) };

  cairo_set_line_width (cr, guide->width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, dashes, guide->dashed || guide->dotted ? 2 : 0, 0);
  cairo_move_to (cr, guide->x1, guide->y1);
  cairo_line_to (cr, guide->x2, guide->y2);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* A level or an upright line. */
static void
draw_sharply (cairo_t *cr, const JipyoGuide *guide, const JipyoPixelGrid *grid)
{
  const gboolean level = guide->y1 == guide->y2;
  const JipyoRect rect = {
    .x = MIN (guide->x1, guide->x2) - (level ? 0 : guide->width / 2),
    .y = MIN (guide->y1, guide->y2) - (level ? guide->width / 2 : 0),
    .width = level ? fabs (guide->x2 - guide->x1) : guide->width,
    .height = level ? guide->width : fabs (guide->y2 - guide->y1),
  };
  const JipyoRect snapped = jipyo_pixel_grid_snap (grid, &rect);
  JipyoGuide dashed = *guide;

  if (!guide->dashed && !guide->dotted) {
    cairo_rectangle (cr, snapped.x, snapped.y, snapped.width, snapped.height);
    cairo_fill (cr);
    return;
  }
  dashed.width = level ? snapped.height : snapped.width;
  if (level)
    dashed.y1 = dashed.y2 = snapped.y + snapped.height / 2;
  else
    dashed.x1 = dashed.x2 = snapped.x + snapped.width / 2;
  stroke_guide (cr, &dashed);
}

/* At the picture's edge half of a line, or most of it, would be cut off. */
static JipyoGuide
keep_inside (const JipyoPlotLayout *layout, const JipyoGuide *guide)
{
  const double half = guide->width / 2;
  const double right = MAX (layout->frame.width - half, half);
  const double bottom = MAX (layout->frame.height - half, half);
  JipyoGuide inside = *guide;

  if (guide->x1 == guide->x2)
    inside.x1 = inside.x2 = CLAMP (guide->x1, half, right);
  else if (guide->y1 == guide->y2)
    inside.y1 = inside.y2 = CLAMP (guide->y1, half, bottom);
  return inside;
}

static void
ink_guide (cairo_t *cr, const JipyoGuide *guide)
{
  const double left = MIN (guide->x1, guide->x2), top = MIN (guide->y1, guide->y2);
  const double around = guide->width;

  jipyo_ink_add (cr, &(const JipyoRect){ left - around, top - around,
                                         MAX (guide->x1, guide->x2) - left + 2 * around,
                                         MAX (guide->y1, guide->y2) - top + 2 * around });
}

static void
draw_guides (cairo_t *cr, const JipyoPlotLayout *layout, const GArray *guides)
{
  JipyoPixelGrid grid;
  const gboolean pixels = jipyo_pixel_grid_find (cr, &grid);

  for (guint i = 0; i < guides->len; i++) {
    const JipyoGuide guide = keep_inside (layout, &g_array_index (guides, JipyoGuide, i));
    jipyo_stroke_set_source (cr, guide.colour);
    ink_guide (cr, &guide);
    if (pixels && (guide.x1 == guide.x2) != (guide.y1 == guide.y2))
      draw_sharply (cr, &guide, &grid);
    else
      stroke_guide (cr, &guide);
  }
}

static gboolean
crosses (const JipyoGuide *guide, const JipyoRect *rect)
{
  return MIN (guide->x1, guide->x2) < rect->x + rect->width && MAX (guide->x1, guide->x2) > rect->x
         && MIN (guide->y1, guide->y2) < rect->y + rect->height
         && MAX (guide->y1, guide->y2) > rect->y;
}

static void
draw_patches (cairo_t *cr, const GArray *patches)
{
  for (guint i = 0; i < patches->len; i++) {
    const JipyoPatch *patch = &g_array_index (patches, JipyoPatch, i);
    jipyo_ink_add (cr, &patch->rect);
    jipyo_stroke_set_source (cr, patch->colour);
    cairo_rectangle (cr, patch->rect.x, patch->rect.y, patch->rect.width, patch->rect.height);
    cairo_fill (cr);
  }
}

static JipyoRect
snap (cairo_t *cr, const JipyoRect *rect)
{
  JipyoPixelGrid grid;

  return jipyo_pixel_grid_find (cr, &grid) ? jipyo_pixel_grid_snap (&grid, rect) : *rect;
}

/* The ground again, as it was below the lines. */
static void
clear (cairo_t *cr, const JipyoPlotLayout *layout, const JipyoRect *rect)
{
  cairo_save (cr);
  jipyo_ink_add (cr, rect);
  jipyo_stroke_set_source (cr, layout->frame.theme->card);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  draw_patches (cr, layout->patches);
  cairo_restore (cr);
}

/* The room that a line leaves a text that lies on it. */
static JipyoRect
get_clearing (cairo_t *cr, const JipyoTextLayout *text)
{
  const double inset = text->rect.height * 0.12;

  return snap (cr,
               &(const JipyoRect){ text->rect.x - inset, text->rect.y + inset,
                                   text->rect.width + 2 * inset, text->rect.height - 2 * inset });
}

static gboolean
is_crossed (const JipyoTextLayout *text, const GArray *guides)
{
  for (guint i = 0; i < guides->len; i++)
    if (crosses (&g_array_index (guides, JipyoGuide, i), &text->rect))
      return TRUE;
  return FALSE;
}

/* A line makes way for a text that lies on it; marks, painted later, do not. */
static void
draw_clearings (cairo_t *cr, const JipyoPlotLayout *layout)
{
  for (guint i = 0; i < layout->texts->len; i++) {
    const JipyoTextLayout *text = g_ptr_array_index (layout->texts, i);
    if (!is_crossed (text, layout->guides))
      continue;
    const JipyoRect rect = get_clearing (cr, text);
    clear (cr, layout, &rect);
  }
}

/* So does one that lies above the marks, which stay where it is left out. */
static void
draw_references (cairo_t *cr, const JipyoPlotLayout *layout)
{
  cairo_save (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  for (guint i = 0; i < layout->texts->len; i++) {
    const JipyoTextLayout *text = g_ptr_array_index (layout->texts, i);
    if (!is_crossed (text, layout->references))
      continue;
    const JipyoRect rect = get_clearing (cr, text);
    cairo_rectangle (cr, 0, 0, layout->frame.width, layout->frame.height);
    cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
    cairo_clip (cr);
  }
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
  draw_guides (cr, layout, layout->references);
  cairo_restore (cr);
}

/* Those of the rest, or those of the others. */
static void
draw_marks_of (cairo_t *cr, JipyoMarkPaint paint, gboolean rest)
{
  const GArray *shapes = paint.layout->shapes;
  guint first = 0;

  while (first < shapes->len) {
    const JipyoPlotShape *shape = &g_array_index (shapes, JipyoPlotShape, first);
    guint end = first + 1;
    while (end < shapes->len && g_array_index (shapes, JipyoPlotShape, end).series == shape->series)
      end++;
    paint.series = shape->series;
    paint.shapes = shape;
    paint.n_shapes = end - first;
    first = end;
    const gboolean looked_at = paint.layout->state.focus == (int) shape->series;
    if ((jipyo_plot_scene_is_rest (paint.layout, shape->series) && !looked_at) != rest)
      continue;
    const JipyoPlotSeries *series = jipyo_plot_scene_get_series (paint.plot, shape->series);
    cairo_save (cr);
    /* What is dense tells more precisely where it is. */
    if (jipyo_plot_scene_find_dense (paint.layout, shape->series) == NULL)
      jipyo_ink_add_clip (cr);
    jipyo_mark_get_class (series->mark)->paint (cr, &paint);
    cairo_restore (cr);
  }
}

/* What is named lies over what is not. */
static void
draw_marks (cairo_t *cr, const JipyoMarkPaint *paint)
{
  if (g_hash_table_size (paint->layout->rest) > 0)
    draw_marks_of (cr, *paint, TRUE);
  draw_marks_of (cr, *paint, FALSE);
}

/* Where there is a legend, lines are dashed: see jipyo-mark-line.c. */
static void
set_swatch_dash (cairo_t *cr, const JipyoMarkPaint *paint, guint index)
{
  const double line = paint->layout->frame.type.line;
  int n = 0;
  const double *dash = jipyo_theme_get_dash (paint->theme, index, &n);
  double pattern[8];

  for (int i = 0; i < n; i++)
    pattern[i] = dash[i] * line;
  cairo_set_line_width (cr, line);
  cairo_set_dash (cr, n > 0 ? pattern : NULL, n, 0);
}

/* A key of the legend looks like the mark it stands for. */
static void
draw_swatch (cairo_t *cr, const JipyoMarkPaint *paint, const JipyoSwatch *swatch)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (paint->plot, swatch->series);
  const JipyoMarkClass *mark = jipyo_mark_get_class (series->mark);
  const JipyoTypeScale *type = &paint->layout->frame.type;
  const gboolean rest = jipyo_plot_scene_is_rest (paint->layout, swatch->series);
  const gboolean by_index =
    !rest && (series->colour.role == JIPYO_ROLE_TEAM || series->colour.role == JIPYO_ROLE_SERIES);
  const guint32 colour = rest ? jipyo_plot_scene_get_rest_colour (paint->layout)
                              : jipyo_theme_get_colour (paint->theme, series->colour);
  const JipyoRect *r = &swatch->rect;

  if (mark->paint_key != NULL && !rest) {
    JipyoMarkPaint key = *paint;
    key.series = swatch->series;
    mark->paint_key (cr, &key, r);
    return;
  }
  const JipyoPoint point = {
    .x = r->x + r->width / 2,
    .y = r->y + r->height / 2,
    .size = type->marker,
    .line = type->line,
    .marker =
      by_index ? jipyo_theme_get_marker (paint->theme, series->colour.index) : JIPYO_MARKER_CIRCLE,
    .colour = colour,
  };
  const JipyoBar bar = {
    .rect = { r->x + r->width * 0.15, r->y, r->height, r->height },
    .colour = colour,
    .lighter = series->colour.role == JIPYO_ROLE_MUTED,
  };

  if (mark->continuous && !mark->boxed) {
    jipyo_stroke_set_source (cr, colour);
    set_swatch_dash (cr, paint, by_index ? series->colour.index : 0);
    cairo_move_to (cr, r->x, r->y + r->height / 2);
    cairo_line_to (cr, r->x + r->width, r->y + r->height / 2);
    cairo_stroke (cr);
    cairo_set_dash (cr, NULL, 0, 0);
  }
  if (rest && mark->continuous && !mark->boxed)
    return; /* their lines have no points */
  if (mark->boxed)
    jipyo_stroke_bar (cr, &bar, paint->theme, type);
  else
    jipyo_stroke_point (cr, &point, paint->theme);
}

static void
draw_legend (cairo_t *cr, const JipyoMarkPaint *paint)
{
  const GArray *swatches = paint->layout->swatches;

  for (guint i = 0; i < swatches->len; i++) {
    const JipyoSwatch *swatch = &g_array_index (swatches, JipyoSwatch, i);
    const JipyoRect *rect = &swatch->rect;
    const double around = rect->height + paint->layout->frame.type.marker; /* for its strokes */
    jipyo_ink_add (cr, &(const JipyoRect){ rect->x - around, rect->y - around,
                                           rect->width + 2 * around, rect->height + 2 * around });
    if (!jipyo_plot_scene_is_faded (paint->layout, swatch->series)) {
      draw_swatch (cr, paint, swatch);
      continue;
    }
    cairo_push_group (cr);
    draw_swatch (cr, paint, swatch);
    cairo_pop_group_to_source (cr);
    cairo_paint_with_alpha (cr, faded_alpha);
  }
}

void
jipyo_plot_draw (cairo_t *cr,
                 const JipyoPlot *plot,
                 const JipyoPlotLayout *layout,
                 const JipyoTheme *theme)
{
  g_return_if_fail (cr != NULL && plot != NULL && layout != NULL && theme != NULL);

  const JipyoMarkPaint paint = { .plot = plot, .layout = layout, .theme = theme };
  const JipyoRect *area = &layout->area;
  /* Marks may reach out of the area by half their size, data out of bounds may not. */
  const double spill = layout->frame.type.marker;

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, layout->frame.width, layout->frame.height);
  cairo_clip (cr);
  draw_patches (cr, layout->patches);
  draw_guides (cr, layout, layout->guides);
  draw_clearings (cr, layout);
  cairo_save (cr);
  const gboolean cut = layout->state.has_window;
  const double spill_x = cut && !layout->horizontal ? 0 : spill;
  const double spill_y = cut && layout->horizontal ? 0 : spill;
  const JipyoRect clip =
    snap (cr, &(const JipyoRect){ area->x - spill_x, area->y - spill_y, area->width + 2 * spill_x,
                                  area->height + 2 * spill_y });
  cairo_rectangle (cr, clip.x, clip.y, clip.width, clip.height);
  cairo_clip (cr);
  draw_marks (cr, &paint);
  cairo_restore (cr);
  draw_references (cr, layout);
  draw_legend (cr, &paint);
  for (guint i = 0; i < layout->texts->len; i++)
    jipyo_text_layout_draw (g_ptr_array_index (layout->texts, i), cr);
  cairo_restore (cr);
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places beyond, beside, around and off a mark, each in order of taste.
 */

#include "jipyo-plot-places.h"

#include <math.h>

static const double thin_share = 0.8; /* of a figure's height */

static void
add_candidate (JipyoPlaces *list, const JipyoPlotLabel *label, JipyoAnchor at)
{
  list->rects[list->n++] = (JipyoRect){
    at.x - at.align_x * label->width,
    at.y - at.align_y * label->height,
    label->width,
    label->height,
  };
}

/* The middle of a row for a text, which stays below the top of the body. */
static double
get_row_middle (const JipyoPlotLayout *layout, const JipyoRect *rect, double height)
{
  return MAX (rect->y + rect->height / 2, layout->body.y + height / 2);
}

static void
list_beyond (JipyoPlaces *list,
             const JipyoPlotLayout *layout,
             const JipyoPlotShape *shape,
             const JipyoPlotLabel *label)
{
  const JipyoRect reach = jipyo_plot_scene_get_reach (layout, shape), *r = &reach;

  if (layout->horizontal) {
    const gboolean right = shape->x >= shape->base_x;
    const double x = right ? r->x + r->width + label->distance : r->x - label->distance;
    const double y = get_row_middle (layout, r, label->height);
    add_candidate (list, label, (JipyoAnchor){ x, y, right ? 0 : 1, 0.5 });
    return;
  }
  const gboolean up = shape->y <= shape->base_y;
  const double y = up ? r->y - label->distance : r->y + r->height + label->distance;
  add_candidate (list, label, (JipyoAnchor){ r->x + r->width / 2, y, 0.5, up ? 1 : 0 });
}

/* Rows read on to the right. */
static void
list_beside (JipyoPlaces *list,
             const JipyoPlotLayout *layout,
             const JipyoPlotShape *shape,
             const JipyoPlotLabel *label)
{
  const JipyoRect reach = jipyo_plot_scene_get_reach (layout, shape), *r = &reach;
  const double right = r->x + r->width + label->distance;

  add_candidate (list, label, (JipyoAnchor){ right, shape->y, 0, 0.5 });
  add_candidate (list, label, (JipyoAnchor){ r->x - label->distance, shape->y, 1, 0.5 });
}

/* A row has room above and below its mark for a figure that could not be read as the next one's. */
static gboolean
row_has_room (const JipyoPlotLayout *layout,
              const JipyoPlotShape *shape,
              const JipyoPlotLabel *label)
{
  const double half = jipyo_scale_get_band_width (&layout->position) / 2;

  return shape->rect.height / 2 + label->distance / 2 + label->height <= half;
}

/* Outside of the end, else above or below it. Where both ends are one, the start is to the left. */
static void
list_end (JipyoPlaces *list,
          const JipyoPlotLayout *layout,
          const JipyoPlotShape *shape,
          const JipyoPlotLabel *label)
{
  const JipyoRect *r = &shape->rect;
  double ends[2];

  jipyo_plot_scene_get_ends (layout, shape, ends);
  const double own = ends[label->at_start ? 0 : 1], other = ends[label->at_start ? 1 : 0];
  const double rise = layout->horizontal ? own - other : other - own;
  const gboolean forward = rise > 0 || (rise == 0 && !label->at_start);
  const double d = label->distance;

  if (layout->horizontal) {
    const double edge = forward ? r->x + r->width + d : r->x - d;
    const double y = get_row_middle (layout, r, label->height);
    add_candidate (list, label, (JipyoAnchor){ edge, y, forward ? 0 : 1, 0.5 });
    if (!row_has_room (layout, shape, label))
      return;
    add_candidate (list, label, (JipyoAnchor){ own, r->y - d / 2, 0.5, 1 });
    add_candidate (list, label, (JipyoAnchor){ own, r->y + r->height + d / 2, 0.5, 0 });
    return;
  }
  const double edge = forward ? r->y - d / 2 : r->y + r->height + d / 2;
  add_candidate (list, label, (JipyoAnchor){ r->x + r->width / 2, edge, 0.5, forward ? 1 : 0 });
  add_candidate (list, label, (JipyoAnchor){ r->x + r->width + d, own, 0, 0.5 });
  add_candidate (list, label, (JipyoAnchor){ r->x - d, own, 1, 0.5 });
}

/* Out of the way of what is beside the mark. */
static void
list_over (JipyoPlaces *list,
           const JipyoPlotLayout *layout,
           const JipyoPlotShape *shape,
           const JipyoPlotLabel *label)
{
  const JipyoRect reach = jipyo_plot_scene_get_reach (layout, shape), *r = &reach;
  const double d = label->distance, x = r->x + r->width / 2, y = r->y + r->height / 2;
  const double right = r->x + r->width, bottom = r->y + r->height;

  if (layout->horizontal) {
    add_candidate (list, label, (JipyoAnchor){ right + d, y, 0, 0.5 });
    add_candidate (list, label, (JipyoAnchor){ r->x - d, y, 1, 0.5 });
    return;
  }
  for (int below = 0; below <= 1; below++) {
    const double edge = below ? bottom + d : r->y - d, align = below ? 0 : 1;
    add_candidate (list, label, (JipyoAnchor){ x, edge, 0.5, align });
    add_candidate (list, label, (JipyoAnchor){ right, edge, 1, align });
    add_candidate (list, label, (JipyoAnchor){ r->x, edge, 0, align });
  }
}

/* The middle of a level that is long enough, so that the figure belongs to all of it. */
static void
list_along (JipyoPlaces *list,
            const JipyoPlotLayout *layout,
            const JipyoPlotShape *shape,
            const JipyoPlotLabel *label)
{
  const JipyoRect *r = &shape->rect;
  const double x = r->x + r->width / 2, y = r->y + r->height / 2, d = label->distance / 2;

  if (layout->horizontal && r->height >= label->height) {
    add_candidate (list, label, (JipyoAnchor){ r->x + r->width + d, y, 0, 0.5 });
    add_candidate (list, label, (JipyoAnchor){ r->x - d, y, 1, 0.5 });
  } else if (!layout->horizontal && r->width >= label->width) {
    add_candidate (list, label, (JipyoAnchor){ x, r->y - d, 0.5, 1 });
    add_candidate (list, label, (JipyoAnchor){ x, r->y + r->height + d, 0.5, 0 });
  }
}

static void
list_around (JipyoPlaces *list, const JipyoPlotShape *shape, const JipyoPlotLabel *label)
{
  const JipyoRect *r = &shape->rect;
  const double x = shape->x, y = shape->y, d = label->distance;
  const double left = r->x - d, right = r->x + r->width + d;
  const double top = r->y - d, bottom = r->y + r->height + d;

  add_candidate (list, label, (JipyoAnchor){ x, top, 0.5, 1 });
  add_candidate (list, label, (JipyoAnchor){ r->x + r->width, top, 1, 1 });
  add_candidate (list, label, (JipyoAnchor){ r->x, top, 0, 1 });
  add_candidate (list, label, (JipyoAnchor){ x, bottom, 0.5, 0 });
  add_candidate (list, label, (JipyoAnchor){ right, y, 0, 0.5 });
  add_candidate (list, label, (JipyoAnchor){ left, y, 1, 0.5 });
  add_candidate (list, label, (JipyoAnchor){ right, y, 0, 0.9 });
  add_candidate (list, label, (JipyoAnchor){ left, y, 1, 0.9 });
  add_candidate (list, label, (JipyoAnchor){ right, y, 0, 0.1 });
  add_candidate (list, label, (JipyoAnchor){ left, y, 1, 0.1 });
}

/* Nothing else of the band lies further out, nor a dot at its end. */
static gboolean
ends_stack (const JipyoPlotLayout *layout, const JipyoPlotShape *shape)
{
  const double own = layout->horizontal ? shape->x : -shape->y;
  const double middle = layout->horizontal ? shape->base_y : shape->base_x;

  for (guint i = 0; i < layout->shapes->len; i++) {
    const JipyoPlotShape *other = &g_array_index (layout->shapes, JipyoPlotShape, i);
    const double reach = (layout->horizontal ? other->x : -other->y) + 0.5;
    if (fabs ((layout->horizontal ? other->base_y : other->base_x) - middle) < 0.5 && other != shape
        && reach > own)
      return FALSE;
  }
  return TRUE;
}

/* Of other segments of the column one has room for such a figure, or there are none: alone on top
 * of a stack it would be read as the sum of all. */
static gboolean
has_company (const JipyoPlotLayout *layout,
             const JipyoPlotShape *shape,
             const JipyoPlotLabel *label)
{
  gboolean alone = TRUE;

  for (guint i = 0; i < layout->shapes->len; i++) {
    const JipyoPlotShape *other = &g_array_index (layout->shapes, JipyoPlotShape, i);
    if (other == shape || fabs (other->base_x - shape->base_x) >= 0.5)
      continue;
    if (other->rect.height >= label->height)
      return TRUE;
    alone = FALSE;
  }
  return alone;
}

/* A segment too short for its figure has it at the end of the stack, or beside the bar. Where all
 * segments are too thin for figures, they have none. */
static void
list_off_stack (JipyoPlaces *list,
                const JipyoPlotLayout *layout,
                const JipyoPlotShape *shape,
                JipyoPlotLabel *label)
{
  const JipyoRect *r = &shape->rect;
  const double gap = layout->frame.type.gap * 0.2;
  const gboolean thin =
    layout->horizontal ? r->height < label->height * thin_share : r->width < label->width;
  const double pad = layout->frame.type.gap * 1.2;
  const gboolean narrow =
    layout->horizontal ? r->width < label->width + pad : r->height < label->height;

  if (thin || !narrow || (!layout->horizontal && !has_company (layout, shape, label)))
    return;
  label->text->colour = jipyo_colour_with_contrast (shape->colour, layout->frame.theme->card, 4.5);
  if (ends_stack (layout, shape))
    list_beyond (list, layout, shape, label);
  if (!layout->horizontal)
    return;
  add_candidate (list, label, (JipyoAnchor){ r->x + r->width / 2, r->y - gap, 0.5, 1 });
  add_candidate (list, label, (JipyoAnchor){ r->x + r->width / 2, r->y + r->height + gap, 0.5, 0 });
}

/* How far a text is from a point, for an eye that looks whose it is. */
static double
get_remove (const JipyoRect *rect, const JipyoPlotShape *shape)
{
  static const double aside_share = 0.25; /* of how far its middle is off the point */
  const double dx = MAX (0, MAX (rect->x - shape->x, shape->x - rect->x - rect->width));
  const double dy = MAX (0, MAX (rect->y - shape->y, shape->y - rect->y - rect->height));

  return hypot (dx, dy) + aside_share * fabs (rect->x + rect->width / 2 - shape->x);
}

/* Within its row a text belongs to none of another one. */
static gboolean
is_kept_by_row (const JipyoPlotLayout *layout,
                const JipyoPlotShape *shape,
                const JipyoPlotShape *other,
                const JipyoRect *rect)
{
  const double half = jipyo_scale_get_band_width (&layout->position) / 2;

  return layout->horizontal && layout->position.kind == JIPYO_SCALE_BAND
         && fabs (rect->y + rect->height / 2 - shape->y) < half
         && fabs (other->y - shape->y) > half;
}

/* Whether a text there would be read as that of another point, to which it is nearer. */
static gboolean
is_anothers (const JipyoPlotLayout *layout, const JipyoPlotShape *shape, const JipyoRect *rect)
{
  const double slack = layout->frame.type.marker * 0.25;
  const double own = get_remove (rect, shape);

  for (guint i = 0; i < layout->shapes->len; i++) {
    const JipyoPlotShape *other = &g_array_index (layout->shapes, JipyoPlotShape, i);
    if (get_remove (rect, other) < own - slack && !is_kept_by_row (layout, shape, other, rect))
      return TRUE;
  }
  return FALSE;
}

static void
leave_out_anothers (JipyoPlaces *list, const JipyoPlotLayout *layout, const JipyoPlotShape *shape)
{
  guint n = 0;

  for (guint i = 0; i < list->n; i++)
    if (!is_anothers (layout, shape, &list->rects[i]))
      list->rects[n++] = list->rects[i];
  list->n = n;
}

void
jipyo_plot_places_list (JipyoPlaces *self,
                        const JipyoPlotLayout *layout,
                        const JipyoPlotShape *shape,
                        JipyoPlotLabel *label)
{
  switch (label->place) {
  case JIPYO_LABEL_STACKED:
    list_off_stack (self, layout, shape, label);
    return;
  case JIPYO_LABEL_BEYOND:
  case JIPYO_LABEL_INSIDE:
    list_beyond (self, layout, shape, label);
    return;
  case JIPYO_LABEL_ENDS:
    list_end (self, layout, shape, label);
    return;
  case JIPYO_LABEL_SLOPE:
    return;
  case JIPYO_LABEL_OVER:
    list_over (self, layout, shape, label);
    return;
  case JIPYO_LABEL_ALONG:
    list_along (self, layout, shape, label);
    list_around (self, shape, label);
    return;
  case JIPYO_LABEL_AROUND:
    if (layout->horizontal)
      list_beside (self, layout, shape, label);
    list_around (self, shape, label);
    leave_out_anothers (self, layout, shape);
    return;
  }
}

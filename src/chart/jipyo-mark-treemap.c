/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Treemaps: first the groups, then the tiles of each, both squarified. A tile is named by its band
 * and shows its figure, as far as they fit; what is not above zero has no tile.
 */

#include "jipyo-mark-treemap.h"

#include "jipyo-ramp.h"
#include "jipyo-squares.h"
#include "jipyo-stroke.h"

#include <math.h>

static const double pad_gaps = 1.1; /* between a tile's edge and its texts */
static const guint named_most = 400;

static double
get_size (const JipyoDatum *datum)
{
  return isfinite (datum->value) && datum->value > 0 && isfinite (datum->position) ? datum->value
                                                                                   : 0;
}

/* A share of the whole rather than the sum itself, which might overflow. */
static double
sum_group (const JipyoPlotSeries *series, double largest)
{
  double sum = 0;

  for (guint i = 0; series->mark == JIPYO_MARK_TREEMAP && i < series->data->len; i++)
    sum += get_size (&g_array_index (series->data, JipyoDatum, i)) / largest;
  return sum;
}

static double
find_largest (const JipyoPlot *plot)
{
  double largest = 0;

  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, i);
    for (guint k = 0; series->mark == JIPYO_MARK_TREEMAP && k < series->data->len; k++)
      largest = MAX (largest, get_size (&g_array_index (series->data, JipyoDatum, k)));
  }
  return largest;
}

static gboolean
arrange_tiles (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  if (find_largest (plot) == 0)
    return FALSE;
  /* Nothing to look closer at. */
  layout->position = layout->whole = jipyo_scale_new (JIPYO_SCALE_BAND, 0, 1);
  layout->area = layout->body;
  return TRUE;
}

static JipyoRect
find_group (const JipyoPlotLayout *layout, const JipyoPlot *plot, guint index)
{
  const guint n = plot->series->len;
  const double largest = find_largest (plot);
  g_autofree double *sums = g_new (double, n);
  g_autofree JipyoRect *rects = g_new (JipyoRect, n);

  for (guint i = 0; i < n; i++)
    sums[i] = jipyo_plot_state_hides (&layout->state, i)
                ? 0
                : sum_group (jipyo_plot_scene_get_series (plot, i), largest);
  jipyo_squares_lay (sums, n, &layout->area, rects);
  return rects[index];
}

static void
place_tiles (JipyoPlotLayout *layout, const JipyoPlot *plot, guint index)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, index);
  const guint n = series->data->len;
  const JipyoRect group = find_group (layout, plot, index);
  g_autofree double *sizes = g_new (double, MAX (n, 1));
  g_autofree JipyoRect *rects = g_new (JipyoRect, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    sizes[i] = get_size (&g_array_index (series->data, JipyoDatum, i));
  jipyo_squares_lay (sizes, n, &group, rects);
  for (guint i = 0; i < n; i++) {
    const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    const JipyoPlotShape shape = {
      .series = index,
      .datum = i,
      .rect = rects[i],
      .x = rects[i].x + rects[i].width / 2,
      .y = rects[i].y + rects[i].height / 2,
      .base_x = rects[i].x,
      .base_y = rects[i].y + rects[i].height,
      .colour = jipyo_plot_scene_get_colour (layout, series, datum),
      .kind = datum->kind,
    };
    if (sizes[i] > 0)
      jipyo_plot_scene_add_shape (layout, shape);
  }
}

static gboolean
is_lighter (const JipyoPlot *plot, const JipyoPlotShape *shape)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, shape->series);

  return jipyo_plot_scene_get_key (series, jipyo_plot_scene_get_datum (plot, shape)).role
         == JIPYO_ROLE_MUTED;
}

static void
paint_tiles (cairo_t *cr, const JipyoMarkPaint *paint)
{
  JipyoTypeScale type = paint->layout->frame.type;

  type.radius = 0;
  for (guint i = 0; i < paint->n_shapes; i++) {
    const JipyoPlotShape *shape = &paint->shapes[i];
    const double gap =
      MIN (MAX (1, type.hairline * 1.5), MIN (shape->rect.width, shape->rect.height) * 0.25);
    const JipyoBar tile = {
      .rect = { shape->rect.x + gap / 2, shape->rect.y + gap / 2, shape->rect.width - gap,
                shape->rect.height - gap },
      .kind = shape->kind == JIPYO_DATUM_AT_LEAST ? JIPYO_DATUM_VALUE : shape->kind,
      .colour = shape->colour,
      .lighter = is_lighter (paint->plot, shape),
    };
    jipyo_stroke_bar (cr, &tile, paint->theme, &type);
  }
}

/* Only a stated figure fills its tile; on the pale others text is as on the ground. */
static guint32
get_ink (const JipyoPlotLayout *layout, const JipyoPlot *plot, const JipyoPlotShape *shape)
{
  const gboolean full = shape->kind == JIPYO_DATUM_VALUE || shape->kind == JIPYO_DATUM_AT_LEAST;

  return full && !is_lighter (plot, shape) ? jipyo_ramp_get_ink (shape->colour)
                                           : layout->frame.theme->text;
}

static const char *
get_name (const JipyoPlot *plot, const JipyoDatum *datum)
{
  const GPtrArray *bands = plot->position.bands;
  const double band = floor (datum->position + 0.5);

  return bands != NULL && band >= 0 && band < bands->len ? g_ptr_array_index (bands, (guint) band)
                                                         : NULL;
}

/* Whether no word of it is wider than the room: one that is would be broken. */
static gboolean
has_whole_words (JipyoPlotLayout *layout,
                 const char *string,
                 const JipyoTextStyle *style,
                 double width)
{
  g_auto (GStrv) words = g_strsplit (string, " ", -1);
  JipyoTextStyle line = *style;

  line.width = 0;
  line.lines = 1;
  for (guint i = 0; words[i] != NULL; i++)
    if (jipyo_text_measure (layout->typesetter, words[i], &line).width > width)
      return FALSE;
  return TRUE;
}

/* A text that fits the room whole, at the full size or as small as notes are; or NULL. */
static JipyoTextLayout *
fit_text (JipyoPlotLayout *layout, const char *string, JipyoTextStyle style, const JipyoRect *room)
{
  if (string == NULL || *string == '\0' || room->width < style.size)
    return NULL;
  style.width = room->width;
  for (int small = 0; small < 2; small++) {
    JipyoTextLayout *text = jipyo_plot_scene_new_text (layout, string, &style);
    if (!text->ellipsised && has_whole_words (layout, string, &style, room->width)
        && text->rect.width <= room->width + 0.5 && text->rect.height <= room->height + 0.5)
      return text;
    jipyo_text_layout_free (text);
    style.size = layout->frame.type.note;
  }
  return NULL;
}

/* Takes a text at the top of the room, and its height off it. */
static void
take_text (JipyoPlotLayout *layout, JipyoTextLayout *text, JipyoRect *room)
{
  if (text == NULL)
    return;
  const double height = text->rect.height;
  jipyo_plot_scene_take_text (layout, text, (JipyoAnchor){ room->x, room->y, 0, 0 });
  room->y += height;
  room->height -= height;
}

static void
add_texts (JipyoPlotLayout *layout, const JipyoPlot *plot, const JipyoPlotShape *shape)
{
  const JipyoDatum *datum = jipyo_plot_scene_get_datum (plot, shape);
  const JipyoTypeScale *type = &layout->frame.type;
  const double pad = type->gap * pad_gaps;
  const gboolean large = MIN (shape->rect.width, shape->rect.height) > type->label * 9;
  JipyoRect room = { shape->rect.x + pad, shape->rect.y + pad * 0.7, shape->rect.width - 2 * pad,
                     shape->rect.height - 1.4 * pad };
  JipyoTextStyle style = {
    .size = large ? type->title : type->label,
    .bold = TRUE,
    .colour = get_ink (layout, plot, shape),
    .lines = 2,
  };
  JipyoTextLayout *name = fit_text (layout, get_name (plot, datum), style, &room);

  /* A figure without its name would be anyone's. */
  if (name == NULL && get_name (plot, datum) != NULL)
    return;
  take_text (layout, name, &room);
  style = (JipyoTextStyle){
    .size = large ? type->value : type->note,
    .colour = style.colour,
    .lines = 1,
  };
  take_text (layout, fit_text (layout, datum->text, style, &room), &room);
  style.size = type->note;
  take_text (layout, fit_text (layout, datum->note, style, &room), &room);
}

static void
add_all_texts (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  for (guint i = 0; i < MIN (layout->shapes->len, named_most); i++)
    add_texts (layout, plot, &g_array_index (layout->shapes, JipyoPlotShape, i));
}

const JipyoMarkClass jipyo_mark_treemap_class = {
  .word = { "트리맵", "Treemap" },
  .tells = JIPYO_TELLS_VALUE,
  .solid = TRUE,
  .boxed = TRUE,
  .place = place_tiles,
  .paint = paint_tiles,
  .arrange = arrange_tiles,
  .finish = add_all_texts,
};

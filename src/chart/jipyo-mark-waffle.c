/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Waffles: a whole as squares, filled row by row from the bottom left, shared out by largest
 * remainder. The whole is the sum of its parts, or the value axis' upper bound if that is more; the
 * squares that no part has are pale. A lone whole has its parts named beside it, with their
 * figures; several stand in a grid, each over its band's name and, where that takes no height from
 * the squares, the figure of its first part.
 */

#include "jipyo-mark-waffle.h"

#include "jipyo-apportionment.h"
#include "jipyo-ramp.h"
#include "jipyo-stroke.h"

#include <math.h>

enum { units_default = 100, units_most = 2500, wholes_most = 60 };
static const double gap_share = 0.14; /* of a square, between two */
static const double larger_least = 1.15;

/* The squares of one whole, and how the wholes stand. */
typedef struct {
  guint n_units;
  guint n_wholes;
  guint across; /* squares of a whole */
  guint down;
  guint columns;     /* of wholes */
  double pitch;      /* of squares */
  double cell_width; /* of the grid of wholes */
  double cell_height;
  double top;           /* above the first row, as below the last */
  double figure_height; /* of the figures under the squares, or 0 */
} Grid;

static guint
get_n_units (const JipyoPlot *plot)
{
  return plot->units == 0 ? units_default : MIN (plot->units, units_most);
}

static gboolean
is_part (const JipyoPlot *plot, guint series)
{
  return jipyo_plot_scene_get_series (plot, series)->mark == JIPYO_MARK_WAFFLE;
}

static guint
count_wholes (const JipyoPlot *plot)
{
  double last = 0;

  if (plot->position.bands != NULL && plot->position.bands->len > 0)
    return MIN (plot->position.bands->len, wholes_most);
  for (guint i = 0; i < plot->series->len; i++) {
    const GArray *data = jipyo_plot_scene_get_series (plot, i)->data;
    for (guint k = 0; is_part (plot, i) && k < data->len; k++) {
      const double position = g_array_index (data, JipyoDatum, k).position;
      last = isfinite (position) ? MAX (last, position) : last;
    }
  }
  return (guint) MIN (floor (last + 0.5) + 1, wholes_most);
}

static double
get_caption_height (const JipyoPlotLayout *layout, guint n_wholes)
{
  return n_wholes > 1 ? layout->frame.type.label * 1.8 : 0;
}

/* Wholes so many squares wide, in as many columns as make the squares largest. */
static void
fit_columns (Grid *grid, const JipyoPlotLayout *layout)
{
  const double caption = get_caption_height (layout, grid->n_wholes);
  const double space = layout->frame.type.gap * (grid->n_wholes > 1 ? 3 : 0);

  grid->down = (grid->n_units + grid->across - 1) / grid->across;
  for (guint columns = 1; columns <= grid->n_wholes; columns++) {
    const guint rows = (grid->n_wholes + columns - 1) / columns;
    const double width = layout->area.width / columns, height = layout->area.height / rows;
    const double pitch =
      MIN ((width - space) / grid->across, (height - caption - space / 2) / grid->down);
    if (columns > 1 && pitch <= grid->pitch)
      continue;
    grid->columns = columns;
    grid->pitch = MAX (pitch, 0.01);
    grid->cell_width = MIN (width, grid->pitch * grid->across + space);
    grid->cell_height = MIN (height, grid->pitch * grid->down + caption + space / 2);
    grid->top = MAX (0, layout->area.height - rows * grid->cell_height + space / 2) / 2;
  }
}

/* A whole is as wide as it is high, or wider where that makes its squares a good deal larger and
 * leaves no row less full than it would be. */
static Grid
lay_grid (const JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  Grid square = { .n_units = get_n_units (plot), .n_wholes = count_wholes (plot) };

  square.across = (guint) ceil (sqrt (square.n_units));
  fit_columns (&square, layout);
  Grid best = square;
  for (guint across = square.across + 1; across <= square.across * 2; across++) {
    Grid wide = square;
    if (square.n_units % square.across == 0 && square.n_units % across != 0)
      continue;
    wide.across = across;
    fit_columns (&wide, layout);
    if (wide.pitch > MAX (square.pitch * larger_least, best.pitch))
      best = wide;
  }
  return best;
}

static JipyoRect
get_square (const JipyoPlotLayout *layout, const Grid *grid, guint whole, guint unit)
{
  const double left = layout->area.x + whole % grid->columns * grid->cell_width;
  const double top = layout->area.y + grid->top + whole / grid->columns * grid->cell_height;
  const double gap = grid->pitch * gap_share;
  const guint row = grid->down - 1 - unit / grid->across;

  return (JipyoRect){ left + unit % grid->across * grid->pitch, top + row * grid->pitch,
                      grid->pitch - gap, grid->pitch - gap };
}

/* The parts of one whole, in the order of the series. */
typedef struct {
  GArray *cells; /* of JipyoPlotCell, without their rectangles */
  GArray *sizes; /* of double */
} Parts;

static void
list_parts (const JipyoPlot *plot, guint whole, const Parts *parts)
{
  for (guint i = 0; i < plot->series->len; i++) {
    const GArray *data = jipyo_plot_scene_get_series (plot, i)->data;
    for (guint k = 0; is_part (plot, i) && k < data->len; k++) {
      const JipyoDatum *datum = &g_array_index (data, JipyoDatum, k);
      const JipyoPlotCell cell = { .series = i, .datum = k };
      if (!(fabs (datum->position - whole) < 0.5) || !isfinite (datum->value))
        continue;
      g_array_append_val (parts->cells, cell);
      g_array_append_val (parts->sizes, datum->value);
    }
  }
}

/* What the parts leave of the whole, as a size of its own. */
static double
get_rest (const JipyoPlot *plot, const Parts *parts)
{
  double rest = plot->value.has_bounds && isfinite (plot->value.high) ? plot->value.high : 0;

  for (guint i = 0; i < parts->sizes->len; i++)
    rest -= MAX (g_array_index (parts->sizes, double, i), 0);
  return MAX (rest, 0);
}

static void
add_rest (JipyoPlotLayout *layout, JipyoRect rect)
{
  const JipyoTheme *theme = layout->frame.theme;
  const JipyoPatch patch = { rect, jipyo_colour_mix (theme->card, theme->neutral, 0.2) };

  g_array_append_val (layout->patches, patch);
}

/* What is switched off, or not yet reached, leaves its squares pale: the rest would grow else. */
static gboolean
is_shown (const JipyoPlotLayout *layout, const JipyoPlot *plot, const JipyoPlotCell *cell)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, cell->series);
  const double position = g_array_index (series->data, JipyoDatum, cell->datum).position;
  const JipyoPlotState *state = &layout->state;

  return !jipyo_plot_state_hides (state, cell->series)
         && (isnan (state->until) || position <= state->until);
}

static void
fill_whole (JipyoPlotLayout *layout, const JipyoPlot *plot, const Grid *grid, guint whole)
{
  const Parts parts = {
    .cells = g_array_new (FALSE, TRUE, sizeof (JipyoPlotCell)),
    .sizes = g_array_new (FALSE, FALSE, sizeof (double)),
  };
  guint unit = 0;

  list_parts (plot, whole, &parts);
  const double rest = get_rest (plot, &parts);
  g_array_append_val (parts.sizes, rest);
  g_autofree guint *units = g_new0 (guint, parts.sizes->len);
  jipyo_apportion ((const double *) (gpointer) parts.sizes->data, parts.sizes->len, grid->n_units,
                   units);
  for (guint i = 0; i < parts.cells->len; i++) {
    JipyoPlotCell cell = g_array_index (parts.cells, JipyoPlotCell, i);
    for (guint k = 0; k < units[i]; k++) {
      cell.rect = get_square (layout, grid, whole, unit++);
      if (is_shown (layout, plot, &cell))
        g_array_append_val (layout->cells, cell);
      else
        add_rest (layout, cell.rect);
    }
  }
  for (; unit < grid->n_units; unit++)
    add_rest (layout, get_square (layout, grid, whole, unit));
  g_array_unref (parts.cells);
  g_array_unref (parts.sizes);
}

/* The datum of a series in a whole that has a figure and is shown, or NULL. */
static const JipyoDatum *
find_figure (const JipyoPlotLayout *layout, const JipyoPlot *plot, guint index, guint whole)
{
  const GArray *data = jipyo_plot_scene_get_series (plot, index)->data;

  for (guint k = 0; is_part (plot, index) && k < data->len; k++) {
    const JipyoDatum *datum = &g_array_index (data, JipyoDatum, k);
    const JipyoPlotCell cell = { .series = index, .datum = k };
    if (fabs (datum->position - whole) < 0.5 && datum->text != NULL && *datum->text != '\0'
        && is_shown (layout, plot, &cell))
      return datum;
  }
  return NULL;
}

/* The first series, at the bottom of the squares, that has figures at all; or the number of all. */
static guint
find_first_part (const JipyoPlotLayout *layout, const JipyoPlot *plot, guint n_wholes)
{
  for (guint i = 0; i < plot->series->len; i++)
    for (guint whole = 0; whole < n_wholes; whole++)
      if (find_figure (layout, plot, i, whole) != NULL)
        return i;
  return plot->series->len;
}

static JipyoTextLayout *
make_figure (JipyoPlotLayout *layout, const JipyoPlot *plot, guint index, const JipyoDatum *datum)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, index);
  const JipyoTextStyle style = {
    .size = layout->frame.type.number,
    .bold = TRUE,
    .colour =
      jipyo_theme_get_text_colour (layout->frame.theme, jipyo_plot_scene_get_key (series, datum)),
    .lines = 1,
  };

  return jipyo_plot_scene_new_text (layout, datum->text, &style);
}

/* Height that the squares leave is the figures', when all of them have room. */
static void
make_room_for_figures (Grid *grid, JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  const guint index = find_first_part (layout, plot, grid->n_wholes);
  const guint rows = (grid->n_wholes + grid->columns - 1) / grid->columns;
  double height = 0;

  for (guint i = 0; index < plot->series->len && i < grid->n_wholes; i++) {
    const JipyoDatum *datum = find_figure (layout, plot, index, i);
    if (datum == NULL)
      continue;
    g_autoptr (JipyoTextLayout) figure = make_figure (layout, plot, index, datum);
    if (figure->rect.width > grid->pitch * grid->across)
      return;
    height = MAX (height, figure->rect.height);
  }
  if (grid->n_wholes < 2 || height * rows > grid->top * 2)
    return;
  grid->figure_height = height;
  grid->cell_height += height;
  grid->top -= height * rows / 2;
}

static void
add_figures (JipyoPlotLayout *layout, const JipyoPlot *plot, const Grid *grid)
{
  const guint index = find_first_part (layout, plot, grid->n_wholes);

  for (guint i = 0; grid->figure_height > 0 && i < grid->n_wholes; i++) {
    const JipyoDatum *datum = find_figure (layout, plot, index, i);
    const JipyoRect first = get_square (layout, grid, i, 0);
    if (datum != NULL)
      jipyo_plot_scene_take_text (layout, make_figure (layout, plot, index, datum),
                                  (JipyoAnchor){ first.x, first.y + first.height, 0, 0 });
  }
}

static void
add_captions (JipyoPlotLayout *layout, const JipyoPlot *plot, const Grid *grid)
{
  const GPtrArray *bands = plot->position.bands;
  const double below = grid->figure_height > 0 ? grid->figure_height : layout->frame.type.gap * 0.5;
  const JipyoTextStyle style = {
    .size = layout->frame.type.label,
    .colour = layout->frame.theme->text,
    .width = grid->pitch * grid->across,
    .lines = 1,
  };

  for (guint i = 0; grid->n_wholes > 1 && bands != NULL && i < grid->n_wholes; i++) {
    const JipyoRect first = get_square (layout, grid, i, 0);
    const JipyoAnchor at = { first.x, first.y + first.height + below, 0, 0 };
    if (i < bands->len && style.width > style.size)
      jipyo_plot_scene_take_text (
        layout, jipyo_plot_scene_new_text (layout, g_ptr_array_index (bands, i), &style), at);
  }
}

/* A part's line beside a lone whole: its figure, and its name with the note. */
typedef struct {
  JipyoTextLayout *figure; /* or NULL */
  JipyoTextLayout *name;
  guint series;
} Key;

static void
key_clear (gpointer data)
{
  Key *key = data;

  g_clear_pointer (&key->figure, jipyo_text_layout_free);
  g_clear_pointer (&key->name, jipyo_text_layout_free);
}

static Key
make_key (JipyoPlotLayout *layout, const JipyoPlot *plot, guint index)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, index);
  const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, 0);
  const gboolean accented = jipyo_plot_scene_get_key (series, datum).role == JIPYO_ROLE_ACCENT;
  const JipyoTextStyle style = {
    .size = layout->frame.type.label,
    .bold = accented,
    .colour = layout->frame.theme->text,
  };
  const JipyoTextStyle strong = {
    .size = layout->frame.type.value,
    .bold = TRUE,
    .colour = layout->frame.theme->text,
  };
  const gboolean noted = datum->note != NULL && *datum->note != '\0';
  g_autofree char *name = g_strconcat (series->name, noted ? " · " : NULL, datum->note, NULL);

  return (Key){
    .figure = datum->text != NULL && *datum->text != '\0'
                ? jipyo_plot_scene_new_text (layout, datum->text, &strong)
                : NULL,
    .name = jipyo_plot_scene_new_text (layout, name, &style),
    .series = index,
  };
}

/* (element-type Key): of the parts that have a name. */
static GArray *
list_keys (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (Key));

  g_array_set_clear_func (keys, key_clear);
  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, i);
    if (!is_part (plot, i) || series->name == NULL || series->data->len == 0)
      continue;
    const Key key = make_key (layout, plot, i);
    g_array_append_val (keys, key);
  }
  return keys;
}

typedef struct {
  double figures; /* width of the widest */
  double names;
  double pitch;
} KeyColumns;

static KeyColumns
measure_keys (const JipyoPlotLayout *layout, const GArray *keys)
{
  KeyColumns columns = { 0 };

  for (guint i = 0; i < keys->len; i++) {
    const Key *key = &g_array_index (keys, Key, i);
    columns.figures = MAX (columns.figures, key->figure != NULL ? key->figure->rect.width : 0);
    columns.names = MAX (columns.names, key->name->rect.width);
    columns.pitch = MAX (columns.pitch, key->name->rect.height * 1.35);
  }
  if (columns.figures > 0)
    columns.figures += layout->frame.type.gap * 1.6;
  return columns;
}

static void
place_keys (JipyoPlotLayout *layout, GArray *keys, const KeyColumns *columns, JipyoRect rect)
{
  const double size = layout->frame.type.note, gap = layout->frame.type.gap;
  const double names = rect.x + size + gap * 1.6 + columns->figures;

  for (guint i = 0; i < keys->len; i++) {
    Key *key = &g_array_index (keys, Key, i);
    /* In the order of the squares, the first part at the bottom. */
    const double y = rect.y + rect.height - (i + 0.5) * columns->pitch;
    const JipyoSwatch swatch = { { rect.x - size * 0.2, y - size / 2, size * 1.4, size },
                                 key->series };
    const double baseline = y - key->name->rect.height / 2 + key->name->baseline;
    const JipyoPlotName target = { { rect.x, y - columns->pitch / 2, rect.width, columns->pitch },
                                   key->series };
    g_array_append_val (layout->swatches, swatch);
    g_array_append_val (layout->names, target);
    if (key->figure != NULL) {
      const JipyoAnchor at = { names - gap * 1.6, baseline - key->figure->baseline, 1, 0 };
      jipyo_plot_scene_take_text (layout, g_steal_pointer (&key->figure), at);
    }
    jipyo_plot_scene_take_text (layout, g_steal_pointer (&key->name),
                                (JipyoAnchor){ names, y, 0, 0.5 });
  }
}

/* A lone whole has its keys at its right if there is room, and gets the area beside them; FALSE
 * when there is not. */
static gboolean
name_parts (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  layout->area = (JipyoRect){ 0, 0, 0, 0 };
  if (count_wholes (plot) > 1)
    return FALSE;
  g_autoptr (GArray) keys = list_keys (layout, plot);
  if (keys->len == 0)
    return FALSE;
  const KeyColumns columns = measure_keys (layout, keys);
  const double gap = layout->frame.type.gap, key = layout->frame.type.note + gap * 1.6;
  const double needed = key + columns.figures + columns.names + gap * 4;
  const double side = MIN (layout->body.height, layout->body.width - needed);

  if (side < layout->body.height * 0.6 || keys->len * columns.pitch > side)
    return FALSE;
  layout->area =
    (JipyoRect){ layout->body.x, layout->body.y + (layout->body.height - side) / 2, side, side };
  const double squares = lay_grid (layout, plot).pitch;
  place_keys (layout, keys, &columns,
              (JipyoRect){ layout->area.x + side + gap * 4, layout->area.y, needed,
                           side - squares * gap_share });
  return TRUE;
}

static gboolean
has_parts (const JipyoPlot *plot)
{
  for (guint i = 0; i < plot->series->len; i++) {
    const GArray *data = jipyo_plot_scene_get_series (plot, i)->data;
    for (guint k = 0; is_part (plot, i) && k < data->len; k++) {
      const JipyoDatum *datum = &g_array_index (data, JipyoDatum, k);
      if (isfinite (datum->value) && datum->value > 0 && isfinite (datum->position))
        return TRUE;
    }
  }
  return FALSE;
}

static gboolean
arrange_waffle (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  if (!has_parts (plot))
    return FALSE;
  /* Nothing to look closer at. */
  layout->position = layout->whole = jipyo_scale_new (JIPYO_SCALE_BAND, 0, 1);
  if (layout->area.width <= 0)
    layout->area = layout->body;
  Grid grid = lay_grid (layout, plot);
  make_room_for_figures (&grid, layout, plot);
  for (guint i = 0; i < grid.n_wholes; i++)
    fill_whole (layout, plot, &grid, i);
  add_figures (layout, plot, &grid);
  add_captions (layout, plot, &grid);
  return TRUE;
}

static void
include (JipyoRect *rect, const JipyoRect *other)
{
  const double right = MAX (rect->x + rect->width, other->x + other->width);
  const double bottom = MAX (rect->y + rect->height, other->y + other->height);

  rect->x = MIN (rect->x, other->x);
  rect->y = MIN (rect->y, other->y);
  rect->width = right - rect->x;
  rect->height = bottom - rect->y;
}

static void
place_parts (JipyoPlotLayout *layout, const JipyoPlot *plot, guint index)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, index);
  g_autofree JipyoRect *rects = g_new0 (JipyoRect, MAX (series->data->len, 1));

  for (guint i = 0; i < layout->cells->len; i++) {
    const JipyoPlotCell *cell = &g_array_index (layout->cells, JipyoPlotCell, i);
    if (cell->series != index)
      continue;
    if (rects[cell->datum].width > 0)
      include (&rects[cell->datum], &cell->rect);
    else
      rects[cell->datum] = cell->rect;
  }
  for (guint i = 0; i < series->data->len; i++) {
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
    if (rects[i].width > 0)
      jipyo_plot_scene_add_shape (layout, shape);
  }
}

/* A shape and its squares. */
static void
paint_part (cairo_t *cr, const JipyoMarkPaint *paint, const JipyoPlotShape *shape)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (paint->plot, paint->series);
  const JipyoDatum *datum = jipyo_plot_scene_get_datum (paint->plot, shape);
  JipyoTypeScale type = paint->layout->frame.type;

  type.line = MAX (1, type.hairline);
  for (guint i = 0; i < paint->layout->cells->len; i++) {
    const JipyoPlotCell *cell = &g_array_index (paint->layout->cells, JipyoPlotCell, i);
    if (cell->series != shape->series || cell->datum != shape->datum)
      continue;
    const JipyoBar square = {
      .rect = cell->rect,
      /* A chevron on every square would say nothing. */
      .kind = shape->kind == JIPYO_DATUM_AT_LEAST ? JIPYO_DATUM_VALUE : shape->kind,
      .colour = shape->colour,
      .lighter = jipyo_plot_scene_get_key (series, datum).role == JIPYO_ROLE_MUTED,
    };
    type.radius = cell->rect.width * 0.14;
    jipyo_stroke_bar (cr, &square, paint->theme, &type);
  }
}

static void
paint_parts (cairo_t *cr, const JipyoMarkPaint *paint)
{
  for (guint i = 0; i < paint->n_shapes; i++)
    paint_part (cr, paint, &paint->shapes[i]);
}

static void
finish_waffle (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  /* Its texts came with its ground. */
}

const JipyoMarkClass jipyo_mark_waffle_class = {
  .word = { "와플 차트", "Waffle chart" },
  .whole = { "묶음", "group" },
  .tells = JIPYO_TELLS_PARTS,
  .solid = TRUE,
  .boxed = TRUE,
  .place = place_parts,
  .paint = paint_parts,
  .name = name_parts,
  .arrange = arrange_waffle,
  .finish = finish_waffle,
};

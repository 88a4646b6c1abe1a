/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of series. Names at line ends are spread so that none covers another, with a hairline to
 * the end where a name had to move away. The last price stands among them: beside its candle it
 * would often lie over those before it.
 */

#include "jipyo-plot-names.h"

#include "jipyo-marks.h"
#include "jipyo-plot-label.h"

#include <math.h>

static const double width_share_max = 0.38; /* of the body, for names at line ends */
static const guint legend_rows_max = 4;

static gboolean
is_named (const JipyoPlotSeries *series)
{
  return series->name != NULL && *series->name != '\0' && jipyo_plot_series_get_n (series) > 0
         && series->mark != JIPYO_MARK_RANGE;
}

/* Slopes have figures and names in one: see jipyo-plot-slopes.h. */
static gboolean
is_named_elsewhere (const JipyoPlotLayout *layout, const JipyoPlotSeries *series)
{
  return layout->slopes_named && jipyo_mark_get_class (series->mark)->label == JIPYO_LABEL_SLOPE;
}

static gboolean
is_direct (const JipyoPlotLayout *layout, const JipyoPlotSeries *series)
{
  return layout->direct && is_named (series) && jipyo_mark_get_class (series->mark)->continuous;
}

static JipyoTextStyle
get_style (const JipyoPlotLayout *layout, const JipyoPlotSeries *series)
{
  return (JipyoTextStyle){
    .size = layout->frame.type.note,
    .bold = series->colour.role == JIPYO_ROLE_ACCENT,
    .colour = jipyo_theme_get_text_colour (layout->frame.theme, series->colour),
    .lines = 1,
  };
}

/* Whether the last datum has a figure, and it is the only one. */
static gboolean
ends_in_figure (const JipyoPlotSeries *series)
{
  for (guint i = 0; i < series->data->len; i++)
    if (jipyo_plot_label_is_wanted (series, &g_array_index (series->data, JipyoDatum, i)))
      return i + 1 == series->data->len;
  return FALSE;
}

gboolean
jipyo_plot_names_hold_figure (const JipyoPlotLayout *layout,
                              const JipyoPlot *plot,
                              guint series,
                              guint datum)
{
  const JipyoPlotSeries *own = jipyo_plot_scene_get_series (plot, series);
  const gboolean last = datum + 1 == own->data->len;
  const gboolean candles = jipyo_mark_get_class (own->mark)->label == JIPYO_LABEL_OVER;

  return last && layout->direct && layout->position.kind != JIPYO_SCALE_BAND
         && (candles || is_direct (layout, own)) && ends_in_figure (own);
}

/* What stands at the end of a series: its name, the figure of its last datum, or both. */
typedef struct {
  char *text; /* owned; NULL: nothing */
  gboolean named;
  JipyoTextStyle style;
} EndText;

/* With its figure only where the last datum is in view. */
static EndText
make_end_text (const JipyoPlotLayout *layout, const JipyoPlot *plot, guint index, gboolean reached)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, index);
  const guint n = series->data->len;
  EndText end = { .named = is_direct (layout, series), .style = get_style (layout, series) };

  if (jipyo_plot_state_hides (&layout->state, index))
    return end;
  const char *figure = reached && n > 0 && jipyo_plot_names_hold_figure (layout, plot, index, n - 1)
                         ? g_array_index (series->data, JipyoDatum, n - 1).text
                         : NULL;
  if (end.named)
    end.text =
      figure != NULL ? g_strdup_printf ("%s %s", series->name, figure) : g_strdup (series->name);
  else
    end.text = g_strdup (figure);
  if (!end.named) {
    end.style.bold = TRUE;
    end.style.colour = layout->frame.theme->text;
  }
  return end;
}

guint
jipyo_plot_names_count (const JipyoPlot *plot)
{
  guint n = 0;

  for (guint i = 0; i < plot->series->len; i++)
    n += is_named (jipyo_plot_scene_get_series (plot, i)) ? 1 : 0;
  return n;
}

double
jipyo_plot_names_measure (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  double width = 0, height = 0;

  layout->direct = !layout->horizontal;
  for (guint i = 0; i < plot->series->len; i++) {
    const EndText end = make_end_text (layout, plot, i, TRUE);
    if (end.text == NULL)
      continue;
    const JipyoRect rect = jipyo_text_measure (layout->typesetter, end.text, &end.style);
    g_free (end.text);
    width = MAX (width, rect.width);
    height += rect.height;
  }
  width += width > 0 ? layout->frame.type.gap * 1.6 : 0;
  if (width <= layout->body.width * width_share_max && height <= layout->body.height * 0.7)
    return width;
  layout->direct = FALSE;
  return 0;
}

static void
remember_name (JipyoPlotLayout *layout, guint series, const JipyoRect *rect)
{
  const JipyoPlotName name = { *rect, series };

  g_array_append_val (layout->names, name);
}

/* What is switched off has no end to be named at, and wants a place to be switched on again. */
static gboolean
is_in_legend (const JipyoPlotLayout *layout, const JipyoPlot *plot, guint index)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, index);

  return is_named (series) && !is_named_elsewhere (layout, series)
         && (!is_direct (layout, series) || jipyo_plot_state_hides (&layout->state, index));
}

void
jipyo_plot_names_add_legend (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  const JipyoTypeScale *type = &layout->frame.type;
  const double key = type->note, row = type->note * 1.7;
  double x = layout->body.x, y = layout->body.y;
  guint n_rows = 0;

  if (jipyo_plot_names_count (plot) < 2)
    return;
  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, i);
    if (!is_in_legend (layout, plot, i))
      continue;
    const JipyoTextStyle style = {
      .size = type->note,
      .colour = jipyo_plot_scene_is_faded (layout, i) ? layout->frame.theme->muted
                                                      : layout->frame.theme->text,
      .width = MAX (1, layout->body.width * 0.9 - key * 2),
      .lines = 1,
    };
    JipyoTextLayout *text = jipyo_plot_scene_new_text (layout, series->name, &style);
    const double wanted = key * 1.9 + text->rect.width;
    if (n_rows > 0 && x + wanted > layout->body.x + layout->body.width) {
      x = layout->body.x;
      y += row;
      n_rows++;
    }
    n_rows = MAX (n_rows, 1);
    if (n_rows > legend_rows_max || y + row > layout->body.y + layout->body.height * 0.4) {
      jipyo_text_layout_free (text);
      n_rows--;
      break;
    }
    const JipyoSwatch swatch = { { x, y + (row - key) / 2, key * 1.4, key }, i };
    g_array_append_val (layout->swatches, swatch);
    jipyo_plot_scene_take_text (layout, text, (JipyoAnchor){ x + key * 1.9, y + row / 2, 0, 0.5 });
    remember_name (layout, i, &(JipyoRect){ x, y, wanted, row });
    x += wanted + type->gap * 2.5;
  }
  if (n_rows == 0)
    return;
  const double height = MIN (n_rows * row + type->gap, layout->body.height - 1);
  layout->body.y += height;
  layout->body.height -= height;
}

/* The end of a series' line, and its name. */
typedef struct {
  guint series;
  gboolean reached; /* the last datum */
  double x;
  double y;
  double height;
} End;

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  const End *one = a, *two = b;

  if (one->y != two->y)
    return one->y < two->y ? -1 : 1;
  return (one->series > two->series) - (one->series < two->series);
}

static GArray *
list_ends (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (End));
  const double top = layout->area.y, bottom = layout->area.y + layout->area.height;

  for (guint i = 0; i < layout->shapes->len; i++) {
    const JipyoPlotShape *shape = &g_array_index (layout->shapes, JipyoPlotShape, i);
    const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, shape->series);
    const gboolean last =
      i + 1 == layout->shapes->len
      || g_array_index (layout->shapes, JipyoPlotShape, i + 1).series != shape->series;
    const gboolean reached = shape->datum + 1 == series->data->len;
    EndText text = { 0 };
    if (last)
      text = make_end_text (layout, plot, shape->series, reached);
    if (text.text == NULL)
      continue;
    const gboolean stacked = jipyo_mark_get_class (series->mark)->stacked;
    const End end = {
      .series = shape->series,
      .reached = reached,
      .x = shape->x,
      .y = CLAMP (stacked ? (shape->y + shape->base_y) / 2 : shape->y, top, bottom),
      .height = jipyo_text_measure (layout->typesetter, text.text, &text.style).height,
    };
    g_free (text.text);
    g_array_append_val (ends, end);
  }
  g_array_sort (ends, compare_ends);
  return ends;
}

static void
add_name (JipyoPlotLayout *layout, const JipyoPlot *plot, const End *end, double y)
{
  const EndText end_text = make_end_text (layout, plot, end->series, end->reached);
  const double beside = layout->area.x + layout->area.width + layout->frame.type.gap * 1.6;
  const double behind = end->x + layout->frame.type.marker + layout->frame.type.gap;
  /* While time runs there is nothing behind the ends, and a leader over all of that would be read
   * as a line that goes on. */
  const double x = isnan (layout->state.until) ? beside : MIN (beside, behind);
  JipyoTextLayout *text = jipyo_plot_scene_new_text (layout, end_text.text, &end_text.style);

  g_free (end_text.text);
  jipyo_plot_scene_take_text (layout, text, (JipyoAnchor){ x, y, 0, 0.5 });
  jipyo_label_field_block (&layout->field, text->rect);
  if (end_text.named)
    remember_name (layout, end->series, &text->rect);
  if (fabs (y - end->y) < end->height * 0.6 && x - end->x < layout->frame.type.gap * 5)
    return;
  const JipyoGuide leader = {
    .x1 = end->x + layout->frame.type.marker * 0.8,
    .y1 = end->y,
    .x2 = x - layout->frame.type.gap * 0.4,
    .y2 = y,
    .colour = layout->frame.theme->axis,
    .width = layout->frame.type.hairline,
  };
  g_array_append_val (layout->guides, leader);
}

void
jipyo_plot_names_add_direct (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  g_autoptr (GArray) ends = list_ends (layout, plot);
  g_autofree double *centres = g_new (double, MAX (1, ends->len));
  JipyoSpread spread = {
    .low = layout->body.y,
    .high = layout->body.y + layout->body.height,
  };

  for (guint i = 0; i < ends->len; i++) {
    centres[i] = g_array_index (ends, End, i).y;
    spread.height = MAX (spread.height, g_array_index (ends, End, i).height);
  }
  layout->direct = layout->direct && jipyo_label_spread (centres, ends->len, &spread);
  if (!layout->direct)
    return;
  for (guint i = 0; i < ends->len; i++)
    add_name (layout, plot, &g_array_index (ends, End, i), centres[i]);
}

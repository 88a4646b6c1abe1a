/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of series. Names at line ends are spread so that none covers another, with dots to the
 * end where a name had to move away. The last price stands among them: beside its candle it
 * would often lie over those before it.
 */

#include "jipyo-plot-names.h"

#include "jipyo-datum-text.h"
#include "jipyo-marks.h"
#include "jipyo-plot-label.h"

#include <math.h>
#include <string.h>

static const double width_share_max = 0.38; /* of the body, for names at line ends */
static const double end_gaps = 1.6;         /* spacing units between an end and its name */
static const double leader_gaps = 6.5;      /* spacing units; nearer ends need no leader */
static const double leader_skip = 0.7;      /* of the way to a name, at most, before its leader */
static const double height_share_max = 0.7, height_share_wrapped = 0.85;
static const guint legend_rows_max = 4;
static const guint named_most = 24;

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

/* A name that says more than what the series is called tells its last figure. */
static const char *
get_name (const JipyoPlotSeries *series, gboolean reached)
{
  const char *called = jipyo_datum_text_get_series_name (series);

  return !reached && called != NULL && strstr (series->name, called) != NULL ? called
                                                                             : series->name;
}

static double
measure_line (const JipyoPlotLayout *layout, const char *text, const EndText *end)
{
  const JipyoTextStyle line = { .size = end->style.size, .bold = end->style.bold };

  return jipyo_text_measure (layout->typesetter, text, &line).width;
}

/* What has no room in one line parts between the name and its figure, if it can: "SK" above
 * "Telecom 141.9" is neither. */
static void
part_from_figure (const JipyoPlotLayout *layout, EndText *end, const char *name)
{
  const gsize length = name != NULL ? strlen (name) : 0;

  if (length == 0 || !g_str_has_prefix (end->text, name) || end->text[length] != ' '
      || measure_line (layout, end->text, end) <= end->style.width
      || measure_line (layout, name, end) > end->style.width
      || measure_line (layout, end->text + length + 1, end) > end->style.width)
    return;
  end->text[length] = '\n';
}

/* With its figure only where the last datum is in view. */
static EndText
make_end_text (const JipyoPlotLayout *layout, const JipyoPlot *plot, guint index, gboolean reached)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, index);
  const guint n = series->data->len;
  EndText end = { .named = is_direct (layout, series), .style = get_style (layout, series) };

  if (jipyo_plot_state_hides (&layout->state, index) || jipyo_plot_scene_is_rest (layout, index))
    return end;
  const gboolean figured =
    reached && n > 0 && jipyo_plot_names_hold_figure (layout, plot, index, n - 1);
  const JipyoDatum *last = figured ? &g_array_index (series->data, JipyoDatum, n - 1) : NULL;
  const char *figure = last != NULL ? last->text : NULL;
  if (end.named)
    end.text = figure != NULL ? g_strdup_printf ("%s %s", series->name, figure)
                              : g_strdup (get_name (series, reached));
  else
    end.text = g_strdup (figure);
  /* A figure that is none of now calls no louder than the names beside it. */
  const gboolean pale = last != NULL && last->faded;
  if (!end.named)
    end.style.colour = pale ? layout->frame.theme->muted : layout->frame.theme->text;
  end.style.bold = !pale && (end.style.bold || !end.named);
  if (layout->names_wrapped) {
    end.style.lines = 2;
    end.style.balanced = TRUE;
    end.style.width = layout->body.width * width_share_max - layout->frame.type.gap * end_gaps;
  }
  if (layout->names_wrapped && end.named)
    part_from_figure (layout, &end, jipyo_datum_text_get_series_name (series));
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

static gboolean
is_chosen (const JipyoPlot *plot, guint index, gboolean accented)
{
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, index);

  return is_named (series) && (series->colour.role == JIPYO_ROLE_ACCENT) == accented;
}

/* Of more series than anyone can tell apart, as many have their colours and names as there are
 * colours, less the grey one: those that the title speaks of, then the first. */
static void
choose_rest (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  guint left = JIPYO_THEME_PALETTE - 1;

  if (jipyo_plot_names_count (plot) <= named_most)
    return;
  for (int accented = 1; accented >= 0; accented--)
    for (guint i = 0; i < plot->series->len; i++) {
      if (!is_chosen (plot, i, accented == 1))
        continue;
      if (left == 0)
        g_hash_table_add (layout->rest, GUINT_TO_POINTER (i));
      left -= left > 0 ? 1 : 0;
    }
}

/* The width that names need at the ends of lines; NaN when they have no room there. */
static double
measure_ends (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  double width = 0, height = 0;

  for (guint i = 0; i < plot->series->len; i++) {
    const EndText end = make_end_text (layout, plot, i, TRUE);
    if (end.text == NULL)
      continue;
    g_autoptr (JipyoTextLayout) text = jipyo_plot_scene_new_text (layout, end.text, &end.style);
    g_free (end.text);
    if (text->ellipsised)
      return NAN;
    width = MAX (width, text->rect.width);
    height += text->rect.height;
  }
  width += width > 0 ? layout->frame.type.gap * end_gaps : 0;
  const double share = layout->names_wrapped ? height_share_wrapped : height_share_max;
  return width <= layout->body.width * width_share_max + 0.01
             && height <= layout->body.height * share
           ? width
           : NAN;
}

double
jipyo_plot_names_measure (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  choose_rest (layout, plot);
  layout->direct = !layout->horizontal;
  layout->names_wrapped = FALSE;
  double width = measure_ends (layout, plot);
  if (isnan (width)) {
    layout->names_wrapped = TRUE;
    width = measure_ends (layout, plot);
  }
  layout->direct = layout->direct && !isnan (width);
  return layout->direct ? width : 0;
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
         && !jipyo_plot_scene_is_rest (layout, index)
         && (!is_direct (layout, series) || jipyo_plot_state_hides (&layout->state, index));
}

/* A key of the legend and its name. */
typedef struct {
  guint series;
  JipyoTextLayout *text; /* owned until it is placed */
  double width;          /* of both */
} Key;

static Key
make_key (JipyoPlotLayout *layout, guint series, const char *name)
{
  const JipyoTheme *theme = layout->frame.theme;
  const double size = layout->frame.type.note;
  const gboolean faded =
    jipyo_plot_scene_is_faded (layout, series) || jipyo_plot_scene_is_rest (layout, series);
  const JipyoTextStyle style = {
    .size = size,
    .colour = faded ? theme->muted : theme->text,
    .width = MAX (1, layout->body.width * 0.9 - size * 2),
    .lines = 1,
  };
  JipyoTextLayout *text = jipyo_plot_scene_new_text (layout, name, &style);

  return (Key){ series, text, size * 1.9 + text->rect.width };
}

/* The keys that are not placed go away with their texts. */
static void
key_clear (gpointer data)
{
  jipyo_text_layout_free (((Key *) data)->text);
}

static gboolean
is_accented (const JipyoPlot *plot, guint series)
{
  return jipyo_plot_scene_get_series (plot, series)->colour.role == JIPYO_ROLE_ACCENT;
}

/* Those that the title speaks of before the others, which may have no room. */
static void
put_accented_first (GArray *keys, const JipyoPlot *plot)
{
  guint n = 0;

  for (guint i = 0; i < keys->len; i++) {
    const Key key = g_array_index (keys, Key, i);
    if (!is_accented (plot, key.series))
      continue;
    memmove (&g_array_index (keys, Key, n + 1), &g_array_index (keys, Key, n),
             (i - n) * sizeof (Key));
    g_array_index (keys, Key, n++) = key;
  }
}

static GArray *
list_keys (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (Key));

  g_array_set_clear_func (keys, key_clear);
  for (guint i = 0; i < plot->series->len; i++) {
    if (!is_in_legend (layout, plot, i))
      continue;
    const Key key = make_key (layout, i, jipyo_plot_scene_get_series (plot, i)->name);
    g_array_append_val (keys, key);
  }
  return keys;
}

/* Where keys go, one after the other. */
typedef struct {
  double x;
  double y;
  guint n_rows;
} Pen;

static Pen
pen_new (const JipyoPlotLayout *layout)
{
  return (Pen){ layout->body.x, layout->body.y, 0 };
}

static double
get_row_height (const JipyoPlotLayout *layout)
{
  return layout->frame.type.note * 1.7;
}

/* Goes to where a key so wide begins; FALSE below the last row. */
static gboolean
pen_find_place (Pen *self, const JipyoPlotLayout *layout, double width)
{
  const JipyoRect *body = &layout->body;
  const double row = get_row_height (layout);

  if (self->n_rows > 0 && self->x + width > body->x + body->width) {
    self->x = body->x;
    self->y += row;
    self->n_rows++;
  }
  self->n_rows = MAX (self->n_rows, 1);
  return self->n_rows <= legend_rows_max && self->y + row <= body->y + body->height * 0.4;
}

static void
pen_go_on (Pen *self, const JipyoPlotLayout *layout, double width)
{
  self->x += width + layout->frame.type.gap * 2.5;
}

/* A key for all that have none, or one without a text. */
static Key
make_rest_key (JipyoPlotLayout *layout, const JipyoPlot *plot, const GArray *keys, guint n_listed)
{
  const guint n_rest = g_hash_table_size (layout->rest) + keys->len - n_listed;
  guint first = 0;

  if (n_rest == 0)
    return (Key){ 0 };
  while (first < plot->series->len
         && !g_hash_table_contains (layout->rest, GUINT_TO_POINTER (first)))
    first++;
  if (n_listed < keys->len)
    first = MIN (first, g_array_index (keys, Key, n_listed).series);
  g_autofree char *name =
    g_strdup_printf (plot->lang == JIPYO_LANG_KO ? "외 %u개" : "and %u more", n_rest);
  return make_key (layout, first, name);
}

/* Whether so many of the keys, and one for the others, have room. */
static gboolean
keys_fit (JipyoPlotLayout *layout, const JipyoPlot *plot, const GArray *keys, guint n)
{
  Key rest = make_rest_key (layout, plot, keys, n);
  Pen pen = pen_new (layout);
  gboolean fits = TRUE;

  for (guint i = 0; i < n && fits; i++) {
    const double width = g_array_index (keys, Key, i).width;
    fits = pen_find_place (&pen, layout, width);
    pen_go_on (&pen, layout, width);
  }
  fits = fits && (rest.text == NULL || pen_find_place (&pen, layout, rest.width));
  key_clear (&rest);
  return fits;
}

static void
place_key (JipyoPlotLayout *layout, Pen *pen, Key *key, gboolean named)
{
  const double size = layout->frame.type.note, row = get_row_height (layout);

  pen_find_place (pen, layout, key->width);
  const JipyoSwatch swatch = { { pen->x, pen->y + (row - size) / 2, size * 1.4, size },
                               key->series };
  g_array_append_val (layout->swatches, swatch);
  jipyo_plot_scene_take_text (layout, key->text,
                              (JipyoAnchor){ pen->x + size * 1.9, pen->y + row / 2, 0, 0.5 });
  key->text = NULL;
  if (named)
    remember_name (layout, key->series, &(JipyoRect){ pen->x, pen->y, key->width, row });
  pen_go_on (pen, layout, key->width);
}

void
jipyo_plot_names_add_legend (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  if (jipyo_plot_names_count (plot) < 2)
    return;
  g_autoptr (GArray) keys = list_keys (layout, plot);
  guint n = keys->len;
  Pen pen = pen_new (layout);
  if (!keys_fit (layout, plot, keys, n))
    put_accented_first (keys, plot);
  while (n > 0 && !keys_fit (layout, plot, keys, n))
    n--;
  if (n == 0 && (keys->len > 0 || !keys_fit (layout, plot, keys, 0)))
    return;
  for (guint i = n; i < keys->len; i++)
    g_hash_table_add (layout->rest, GUINT_TO_POINTER (g_array_index (keys, Key, i).series));
  g_array_set_size (keys, n);
  Key rest = make_rest_key (layout, plot, keys, n);
  for (guint i = 0; i < n; i++)
    place_key (layout, &pen, &g_array_index (keys, Key, i), TRUE);
  if (rest.text != NULL)
    place_key (layout, &pen, &rest, FALSE);
  if (pen.n_rows == 0)
    return;
  const double height =
    MIN (pen.n_rows * get_row_height (layout) + layout->frame.type.gap, layout->body.height - 1);
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
    const gboolean reached = shape->datum + 1 == jipyo_plot_series_get_n (series);
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

/* Whether a line of the grid or a stroke of a series goes through a rectangle. */
static gboolean
is_crossed (const JipyoPlotLayout *layout, const JipyoRect *rect)
{
  const double right = rect->x + rect->width, bottom = rect->y + rect->height;

  for (guint i = 0; i < layout->guides->len; i++) {
    const JipyoGuide *guide = &g_array_index (layout->guides, JipyoGuide, i);
    if (MAX (guide->x1, guide->x2) > rect->x && MIN (guide->x1, guide->x2) < right
        && MAX (guide->y1, guide->y2) > rect->y && MIN (guide->y1, guide->y2) < bottom)
      return TRUE;
  }
  for (guint i = 1; i < layout->shapes->len; i++) {
    const JipyoPlotShape *from = &g_array_index (layout->shapes, JipyoPlotShape, i - 1);
    const JipyoPlotShape *to = &g_array_index (layout->shapes, JipyoPlotShape, i);
    if (from->series == to->series && MAX (from->x, to->x) > rect->x && MIN (from->x, to->x) < right
        && MAX (from->y, to->y) > rect->y && MIN (from->y, to->y) < bottom)
      return TRUE;
  }
  return FALSE;
}

/* Whether others of the lines go on where this one has ended. */
static gboolean
ends_early (const JipyoPlotLayout *layout, const End *end)
{
  for (guint i = 0; i < layout->shapes->len; i++)
    if (g_array_index (layout->shapes, JipyoPlotShape, i).x
        > end->x + layout->frame.type.gap * leader_gaps)
      return TRUE;
  return FALSE;
}

/* Names stand in a column beside the plot. While time runs there is nothing behind the ends, and a
 * leader over all of that would be read as a line that goes on; of a line that ends before the
 * others too, so that its name follows it where nothing is in the way. */
static double
choose_x (const JipyoPlotLayout *layout, const End *end, double y, double width)
{
  const double beside = layout->area.x + layout->area.width + layout->frame.type.gap * end_gaps;
  const double behind = end->x + layout->frame.type.marker + layout->frame.type.gap;
  const double air = layout->frame.type.hairline;
  const JipyoRect rect = { behind, y - end->height / 2 - air, width, end->height + 2 * air };

  if (!isnan (layout->state.until))
    return MIN (beside, behind);
  return ends_early (layout, end) && !is_crossed (layout, &rect) ? MIN (beside, behind) : beside;
}

static void
add_name (JipyoPlotLayout *layout, const JipyoPlot *plot, const End *end, double y)
{
  const EndText end_text = make_end_text (layout, plot, end->series, end->reached);
  JipyoTextLayout *text = jipyo_plot_scene_new_text (layout, end_text.text, &end_text.style);
  const double x = choose_x (layout, end, y, text->rect.width);

  g_free (end_text.text);
  jipyo_plot_scene_take_text (layout, text, (JipyoAnchor){ x, y, 0, 0.5 });
  jipyo_label_field_block (&layout->field, text->rect);
  if (end_text.named)
    remember_name (layout, end->series, &text->rect);
  if (fabs (y - end->y) < end->height * 0.6 && x - end->x < layout->frame.type.gap * leader_gaps)
    return;
  /* Off the point, and still left of a name that is near. */
  const double to = x - layout->frame.type.gap * 0.4;
  const JipyoGuide leader = {
    .x1 = end->x + MIN (layout->frame.type.marker, (to - end->x) * leader_skip),
    .y1 = end->y,
    .x2 = to,
    .y2 = y,
    .colour = layout->frame.theme->edge,
    .width = layout->frame.type.hairline,
    .dotted = TRUE,
  };
  g_array_append_val (layout->guides, leader);
}

void
jipyo_plot_names_add_direct (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  g_autoptr (GArray) ends = list_ends (layout, plot);
  g_autofree double *centres = g_new (double, MAX (1, ends->len));
  g_autofree double *heights = g_new (double, MAX (1, ends->len));
  /* Some may be of two lines, some of one. */
  const JipyoSpread spread = {
    .low = layout->body.y,
    .high = layout->body.y + layout->body.height,
    .heights = heights,
  };

  for (guint i = 0; i < ends->len; i++) {
    centres[i] = g_array_index (ends, End, i).y;
    heights[i] = g_array_index (ends, End, i).height;
  }
  layout->direct = layout->direct && jipyo_label_spread (centres, ends->len, &spread);
  if (!layout->direct)
    return;
  for (guint i = 0; i < ends->len; i++)
    add_name (layout, plot, &g_array_index (ends, End, i), centres[i]);
}

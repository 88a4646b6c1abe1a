/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Axes by measuring: a step is taken only if its texts stand apart. The grid is hairlines at the
 * ticks of the value axis and nothing else.
 */

#include "jipyo-plot-axes.h"

#include "jipyo-marks.h"
#include "jipyo-plot-bands.h"
#include "jipyo-ticks.h"

#include <math.h>

static const double steps_about = 5;
static const double fraction_least = 0.001; /* of an axis' unit, between ticks */
static const double tick_pitch = 3.4;       /* tick heights between the ticks of an upright axis */
static const guint steps_max = 8;
static const double day_gaps = 6; /* spacing units of the least day that is set off */

typedef struct {
  const JipyoAxis *axis;
  const JipyoScale *scale;
  gboolean along_x;
  double length;
} Side;

/* What ticks shall be like. */
typedef struct {
  JipyoAxisUnit unit;
  guint steps;  /* about */
  guint least;  /* so many ticks */
  double pitch; /* between them, in sizes of their texts */
} TickWish;

static JipyoTextStyle
get_style (const JipyoPlotLayout *layout)
{
  return (JipyoTextStyle){
    .size = layout->frame.type.tick,
    .colour = layout->frame.theme->muted,
    .lines = 1,
  };
}

static JipyoAxisUnit
get_unit (const Side *side, JipyoLang lang)
{
  const JipyoScale *scale = side->scale;
  /* Beside prices in all their digits a tick in 만 would be another figure. */
  double largest = side->axis->exact ? 0 : MAX (fabs (scale->low), fabs (scale->high));
  const double step = (scale->high - scale->low) / steps_about;
  const JipyoAxisUnit unit = jipyo_axis_unit_choose (side->axis->unit, largest, lang);

  /* Ticks that differ only far behind the point would read alike. */
  if (scale->kind == JIPYO_SCALE_LINEAR && step > 0 && step < unit.divisor * fraction_least)
    largest = MIN (largest, step / fraction_least);
  /* Whole numbers all along a logarithm read better than fractions of its largest unit. */
  const double chosen = scale->kind == JIPYO_SCALE_LOG      ? MIN (largest, scale->low * 10)
                        : scale->kind == JIPYO_SCALE_SYMLOG ? MIN (largest, scale->constant * 10)
                                                            : largest;

  return jipyo_axis_unit_choose (side->axis->unit, chosen, lang);
}

/* A sign hangs out at the left, so that the digits stand in the middle of their tick whether there
 * is one or not: how far the text is moved. */
static double
measure_hang (JipyoPlotLayout *layout, const char *text)
{
  static const char minus[] = "−";
  const JipyoTextStyle style = get_style (layout);

  return g_str_has_prefix (text, minus)
           ? jipyo_text_measure (layout->typesetter, minus, &style).width / 2
           : 0;
}

/* The middle of a text below its tick. The outermost ones stay inside the body, and off the lowest
 * text of the upright axis. */
static double
centre_text (JipyoPlotLayout *layout, const Side *side, const JipyoTick *tick, double width)
{
  const JipyoRect *body = &layout->body;
  const double left = MIN (side->scale->from, side->scale->to);
  const double least = MAX (body->x, left - layout->frame.type.gap) + width / 2;
  const double most = body->x + body->width - width / 2;
  const double place = jipyo_scale_map (side->scale, tick->value);

  return CLAMP (place - measure_hang (layout, tick->text), least, MAX (least, most));
}

static gboolean
texts_stand_apart (JipyoPlotLayout *layout, const Side *side, const GArray *ticks)
{
  const JipyoTextStyle style = get_style (layout);
  double end = -INFINITY;

  for (guint i = 0; i < ticks->len; i++) {
    const JipyoTick *tick = &g_array_index (ticks, JipyoTick, i);
    const double width = jipyo_text_measure (layout->typesetter, tick->text, &style).width;
    const double place = centre_text (layout, side, tick, width);
    if (place - width / 2 < end + layout->frame.type.gap * 2)
      return FALSE;
    end = place + width / 2;
  }
  return TRUE;
}

static GArray *
list_time_ticks (JipyoPlotLayout *layout, const Side *side, JipyoLang lang)
{
  const double most = side->length / (layout->frame.type.tick * (side->along_x ? 4.5 : 2.5));

  /* Of days no hours are known. */
  guint level = side->axis->of_days ? jipyo_ticks_get_day_level () : 0;
  for (; level < jipyo_ticks_get_n_time_levels (); level++) {
    /* Writing hundreds of ticks to find them too many would take longer than all the rest. */
    if (jipyo_ticks_estimate_time (side->scale, level) > MIN (most, 60))
      continue;
    GArray *ticks = jipyo_ticks_new_time (side->scale, level, lang);
    if (ticks == NULL)
      continue;
    if (ticks->len <= MIN (most, 60) && (!side->along_x || texts_stand_apart (layout, side, ticks)))
      return ticks;
    g_array_unref (ticks);
  }
  return NULL;
}

static GArray *
list_apart (JipyoPlotLayout *layout, const Side *side, const JipyoAxisUnit *unit, guint steps)
{
  for (; steps > 0; steps--) {
    GArray *ticks = jipyo_ticks_new (side->scale, unit, steps);
    if (texts_stand_apart (layout, side, ticks))
      return ticks;
    g_array_unref (ticks);
  }
  return NULL;
}

/* Other ticks if there are too few and closer ones are more. Takes `ticks`. */
static GArray *
list_closer (const JipyoPlotLayout *layout, const Side *side, GArray *ticks, const TickWish *wish)
{
  const double pitch = layout->frame.type.tick * wish->pitch;

  for (guint steps = wish->steps + 1; ticks->len < wish->least && steps * pitch <= side->length;
       steps++) {
    GArray *closer = jipyo_ticks_new (side->scale, &wish->unit, steps);
    if (closer->len < wish->least) {
      g_array_unref (closer);
      continue;
    }
    g_array_unref (ticks);
    return closer;
  }
  return ticks;
}

/* The finest ticks whose texts stand apart; NULL when there is no room for any. */
static GArray *
list_ticks (JipyoPlotLayout *layout, const Side *side, JipyoLang lang)
{
  if (side->scale->kind == JIPYO_SCALE_BAND)
    return NULL;
  if (side->scale->kind == JIPYO_SCALE_TIME)
    return list_time_ticks (layout, side, lang);

  const JipyoAxisUnit unit = get_unit (side, lang);
  const double pitch = layout->frame.type.tick * (side->along_x ? 4 : tick_pitch);
  const double two = layout->frame.type.tick * (side->along_x ? 6 : 3);
  const double least = side->length >= two ? 2 : 1;
  guint steps = (guint) CLAMP (side->length / pitch, least, steps_max);
  if (side->along_x)
    return list_apart (layout, side, &unit, steps);
  TickWish wish = { .unit = unit, .steps = steps, .least = 3, .pitch = 2.2 };
  GArray *ticks = list_closer (layout, side, jipyo_ticks_new (side->scale, &unit, steps), &wish);
  /* Two say little of a scale, one says nothing. */
  wish.least = 2;
  wish.pitch = 1.6;
  return list_closer (layout, side, ticks, &wish);
}

static Side
get_side (const JipyoPlotLayout *layout, const JipyoPlot *plot, gboolean along_x)
{
  const gboolean value = along_x == layout->horizontal;
  const JipyoScale *scale = value ? &layout->value : &layout->position;

  return (Side){
    .axis = value ? &plot->value : &plot->position,
    .scale = scale,
    .along_x = along_x,
    .length = fabs (scale->to - scale->from),
  };
}

static gboolean
side_is_shown (const JipyoPlotLayout *layout, const Side *side)
{
  return side->scale == &layout->value ? layout->value_ticks : !side->axis->hidden;
}

/* What a person reads beside the axis: its unit. */
static const char *
get_axis_title (const Side *side, JipyoLang lang)
{
  if (side->scale->kind == JIPYO_SCALE_TIME || side->scale->kind == JIPYO_SCALE_BAND)
    return side->axis->title;
  const char *title = side->axis->title;
  const char *symbol = get_unit (side, lang).symbol;
  if (symbol == NULL || *symbol == '\0')
    return title;
  if (side->axis->unit != JIPYO_UNIT_NONE || title == NULL || *title == '\0')
    return symbol;
  /* Nothing but the power of ten is known of it: "million" of what the title says. */
  g_autofree char *both = g_strconcat (symbol, " ", title, NULL);
  return g_intern_string (both);
}

/* Whether its texts stand at another plot. */
static gboolean
is_silent (const JipyoPlotLayout *layout, const Side *side)
{
  return side->along_x ? layout->frame.silent_below : layout->frame.silent_upright;
}

static gboolean
has_title (const JipyoPlotLayout *layout, const Side *side, JipyoLang lang)
{
  const char *title = get_axis_title (side, lang);

  return !is_silent (layout, side) && side_is_shown (layout, side) && title != NULL
         && *title != '\0';
}

static double
get_tick_height (JipyoPlotLayout *layout)
{
  const JipyoTextStyle style = get_style (layout);

  return jipyo_text_measure (layout->typesetter, "0가", &style).height;
}

static double
measure_upright (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  Side side = get_side (layout, plot, FALSE);
  const JipyoTextStyle style = get_style (layout);
  double width = 0;

  if (!side_is_shown (layout, &side) || is_silent (layout, &side))
    return 0;
  /* The height is not settled yet; a little less makes the texts no narrower. */
  side.length = layout->body.height * 0.8;
  g_autoptr (GArray) ticks = list_ticks (layout, &side, plot->lang);
  for (guint i = 0; ticks != NULL && i < ticks->len; i++) {
    const char *text = g_array_index (ticks, JipyoTick, i).text;
    width = MAX (width, jipyo_text_measure (layout->typesetter, text, &style).width);
  }
  return width + layout->frame.type.gap * 1.2;
}

void
jipyo_plot_axes_place_x (JipyoPlotLayout *layout, const JipyoPlot *plot, double right)
{
  const gboolean bands = layout->horizontal && layout->position.kind == JIPYO_SCALE_BAND;
  if (bands)
    jipyo_plot_bands_choose_place (layout, plot);
  const double wanted =
    bands ? jipyo_plot_bands_measure_width (layout, plot) : measure_upright (layout, plot);
  const double given = layout->frame.silent_upright ? 0 : layout->frame.upright;
  const double left = MIN (given > 0 ? given : wanted, layout->body.width * 0.5);

  layout->area.x = layout->body.x + left;
  layout->area.width = MAX (1, layout->body.width - left - right);
}

/* The unit stands at the end of the tick row if the last tick leaves room. */
static gboolean
title_fits_in_row (JipyoPlotLayout *layout, const Side *side, JipyoLang lang)
{
  const JipyoTextStyle style = get_style (layout);
  g_autoptr (GArray) ticks = list_ticks (layout, side, lang);

  if (ticks == NULL || ticks->len == 0)
    return TRUE;
  const JipyoTick *last = &g_array_index (ticks, JipyoTick, ticks->len - 1);
  const double title =
    jipyo_text_measure (layout->typesetter, get_axis_title (side, lang), &style).width;
  const double text = jipyo_text_measure (layout->typesetter, last->text, &style).width;
  const double end =
    jipyo_scale_map (side->scale, last->value) + text / 2 - measure_hang (layout, last->text);
  return end + layout->frame.type.gap * 2 <= layout->body.x + layout->body.width - title;
}

static char *
format_omission (guint n_rows, JipyoLang lang)
{
  if (lang == JIPYO_LANG_KO)
    return g_strdup_printf ("외 %u행", n_rows);
  return g_strdup_printf (n_rows == 1 ? "%u more row" : "%u more rows", n_rows);
}

/* Else it stands before the first tick, below the names of the rows. */
static gboolean
title_fits_before (JipyoPlotLayout *layout, const Side *side, JipyoLang lang)
{
  const JipyoTextStyle style = get_style (layout);
  const double gap = layout->frame.type.gap;
  g_autofree char *omission = format_omission (layout->frame.n_rows_omitted, lang);
  double needed =
    jipyo_text_measure (layout->typesetter, get_axis_title (side, lang), &style).width + gap * 3;

  if (layout->frame.n_rows_omitted > 0)
    needed += jipyo_text_measure (layout->typesetter, omission, &style).width + gap * 2;
  return needed + layout->frame.type.tick <= layout->area.x - layout->body.x;
}

/* What is said of omitted rows stands before the first tick too, else below the ticks. */
static gboolean
omission_fits_before (JipyoPlotLayout *layout, JipyoLang lang)
{
  const JipyoTextStyle style = get_style (layout);
  g_autofree char *text = format_omission (layout->frame.n_rows_omitted, lang);

  return jipyo_text_measure (layout->typesetter, text, &style).width + layout->frame.type.tick
         <= layout->area.x - layout->body.x;
}

static double
measure_below (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  const Side side = get_side (layout, plot, TRUE);

  if (is_silent (layout, &side))
    return 0;
  if (!layout->horizontal && layout->position.kind == JIPYO_SCALE_BAND)
    return jipyo_plot_bands_measure_height (layout, plot);
  if (!side_is_shown (layout, &side))
    return layout->frame.n_rows_omitted > 0 ? get_tick_height (layout) : 0;
  const gboolean title_apart = has_title (layout, &side, plot->lang)
                               && !title_fits_in_row (layout, &side, plot->lang)
                               && !title_fits_before (layout, &side, plot->lang);
  const gboolean omission_apart =
    layout->frame.n_rows_omitted > 0 && !omission_fits_before (layout, plot->lang);
  const double rows = title_apart || omission_apart ? 2 : 1;
  return get_tick_height (layout) * rows + layout->frame.type.gap * 0.7;
}

/* Whether a high bin stands under the unit: bins begin at the axis, where other marks leave air. */
static gboolean
has_bin_below_title (const JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  static const double side_share = 0.2, high_share = 0.8;
  JipyoScale across = layout->position, up = layout->value;

  across.from = up.from = 0;
  across.to = up.to = 1;
  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, i);
    const gboolean bins = (jipyo_mark_get_class (series->mark)->reads & JIPYO_READS_BIN) != 0;
    for (guint k = 0; bins && k < series->data->len; k++) {
      const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, k);
      if (datum->text != NULL && jipyo_scale_map (&across, datum->position) < side_share
          && jipyo_scale_map (&up, datum->value) > high_share)
        return TRUE;
    }
  }
  return FALSE;
}

void
jipyo_plot_axes_place_y (JipyoPlotLayout *layout, const JipyoPlot *plot, double top)
{
  const Side upright = get_side (layout, plot, FALSE);
  const double below = MIN (measure_below (layout, plot), layout->body.height * 0.5);
  double above = top;

  /* The unit stands above the highest tick, in the room of the figures if there is enough. */
  const double title = get_tick_height (layout) * 1.6;
  const double shared = has_bin_below_title (layout, plot) ? 0 : layout->head_room;
  if (has_title (layout, &upright, plot->lang) && shared < title)
    above = MAX (above, title - shared);
  else if (side_is_shown (layout, &upright) && upright.scale->kind != JIPYO_SCALE_BAND)
    above = MAX (above, get_tick_height (layout) / 2);
  above = MIN (above, (layout->body.height - below) * 0.6);
  layout->area.y = layout->body.y + above;
  layout->area.height = MAX (1, layout->body.height - above - below);
}

void
jipyo_plot_axes_map_x (JipyoPlotLayout *layout, double low_room, double high_room)
{
  JipyoScale *scale = layout->horizontal ? &layout->value : &layout->position;

  scale->from = layout->area.x + (layout->horizontal ? low_room : 0);
  scale->to = layout->area.x + layout->area.width - (layout->horizontal ? high_room : 0);
}

void
jipyo_plot_axes_map_y (JipyoPlotLayout *layout, double low_room, double high_room)
{
  const double top = layout->area.y, bottom = layout->area.y + layout->area.height;

  if (!layout->horizontal) {
    layout->value.from = bottom - low_room;
    layout->value.to = top + high_room;
    return;
  }
  const gboolean down = layout->position.kind == JIPYO_SCALE_BAND;
  layout->position.from = down ? top : bottom;
  layout->position.to = down ? bottom : top;
  layout->position.head = layout->names_height;
}

static void
add_guide (JipyoPlotLayout *layout, const Side *side, double place, guint32 colour)
{
  const JipyoRect *area = &layout->area;
  const JipyoGuide guide = {
    .x1 = side->along_x ? place : area->x,
    .x2 = side->along_x ? place : area->x + area->width,
    .y1 = side->along_x ? area->y : place,
    .y2 = side->along_x ? area->y + area->height : place,
    .colour = colour,
    .width = layout->frame.type.hairline,
  };

  g_array_append_val (layout->guides, guide);
}

static void
add_tick_text (JipyoPlotLayout *layout, const Side *side, const JipyoTick *tick)
{
  const JipyoTextStyle style = get_style (layout);
  const double gap = layout->frame.type.gap;
  const double place = jipyo_scale_map (side->scale, tick->value);
  JipyoTextLayout *text = jipyo_plot_scene_new_text (layout, tick->text, &style);

  if (!side->along_x) {
    jipyo_plot_scene_take_text (layout, text,
                                (JipyoAnchor){ layout->area.x - gap * 1.2, place, 1, 0.5 });
    return;
  }
  const double x = centre_text (layout, side, tick, text->rect.width);
  const double y = layout->area.y + layout->area.height + gap * 0.7;
  jipyo_plot_scene_take_text (layout, text, (JipyoAnchor){ x, y, 0.5, 0 });
}

static void
add_title (JipyoPlotLayout *layout, const Side *side, JipyoLang lang)
{
  const JipyoTextStyle style = {
    .size = layout->frame.type.tick,
    .colour = layout->frame.theme->muted,
    .width = layout->body.width,
    .lines = 1,
  };
  JipyoTextLayout *text = jipyo_plot_scene_new_text (layout, get_axis_title (side, lang), &style);

  if (side->along_x && !title_fits_in_row (layout, side, lang)
      && title_fits_before (layout, side, lang)) {
    const double x = layout->area.x - layout->frame.type.gap - layout->frame.type.tick;
    jipyo_plot_scene_take_text (
      layout, text,
      (JipyoAnchor){ x, layout->area.y + layout->area.height + layout->frame.type.gap * 0.7, 1,
                     0 });
    return;
  }
  if (side->along_x) {
    const JipyoAnchor corner = { layout->body.x + layout->body.width,
                                 layout->body.y + layout->body.height, 1, 1 };
    jipyo_plot_scene_take_text (layout, text, corner);
    return;
  }
  jipyo_plot_scene_take_text (layout, text, (JipyoAnchor){ layout->body.x, layout->body.y, 0, 0 });
  jipyo_label_field_block (&layout->field, text->rect);
}

static void
add_side (JipyoPlotLayout *layout, const JipyoPlot *plot, gboolean along_x)
{
  const Side side = get_side (layout, plot, along_x);
  const gboolean is_value = side.scale == &layout->value;

  if (!side_is_shown (layout, &side) || side.length < layout->frame.type.tick)
    return;
  if (has_title (layout, &side, plot->lang))
    add_title (layout, &side, plot->lang);
  g_autoptr (GArray) ticks = list_ticks (layout, &side, plot->lang);
  for (guint i = 0; ticks != NULL && i < ticks->len; i++) {
    const JipyoTick *tick = &g_array_index (ticks, JipyoTick, i);
    const double place = jipyo_scale_map (side.scale, tick->value);
    if (!isfinite (place))
      continue;
    if (is_value)
      add_guide (layout, &side, place, layout->frame.theme->hairline);
    if (!is_silent (layout, &side))
      add_tick_text (layout, &side, tick);
  }
}

/* A thin line where one day of trading ends and the next begins, if days are wide enough to see. */
static void
add_day_borders (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  for (int along_x = 0; along_x < 2; along_x++) {
    const Side side = get_side (layout, plot, along_x == 1);
    const double most = side.length / (layout->frame.type.gap * day_gaps);
    g_autoptr (GArray) borders =
                 jipyo_ticks_list_day_borders (side.scale, (guint) CLAMP (most, 0, 1000));
    for (guint i = 0; i < borders->len; i++)
      add_guide (layout, &side, jipyo_scale_map (side.scale, g_array_index (borders, double, i)),
                 layout->frame.theme->hairline);
  }
}

/* The line that bars stand on or lines run over. Rows without a value axis need none unless bars
 * leave it in both directions. */
static void
add_base (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  const Side value = get_side (layout, plot, layout->horizontal);
  const JipyoRect *area = &layout->area;
  const double bottom = layout->horizontal ? area->x : area->y + area->height;
  const double base = jipyo_plot_scene_get_base (layout);
  /* Nothing stands on the low end of values: the line keeps clear of the figures there. */
  const double place = layout->strip > 0 || base == layout->value.from ? bottom : base;
  const gboolean two_sided = layout->value.low < 0 && layout->value.high > 0;

  if (layout->horizontal && !two_sided && !layout->value_ticks)
    return;
  if (layout->value.kind == JIPYO_SCALE_TIME)
    return;
  add_guide (layout, &value, place, layout->frame.theme->axis);
}

/* How many rows there are besides, below the names. */
static void
add_omission (JipyoPlotLayout *layout, JipyoLang lang)
{
  const guint n = layout->frame.n_rows_omitted;
  const JipyoTextStyle style = get_style (layout);
  JipyoAnchor corner = { layout->body.x,
                         layout->area.y + layout->area.height + layout->frame.type.gap * 0.7, 0,
                         0 };

  if (n == 0)
    return;
  if (layout->value_ticks && !omission_fits_before (layout, lang)) {
    corner.y = layout->body.y + layout->body.height;
    corner.align_y = 1;
  }
  g_autofree char *string = format_omission (n, lang);
  jipyo_plot_scene_take_text (layout, jipyo_plot_scene_new_text (layout, string, &style), corner);
}

void
jipyo_plot_axes_add (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  add_side (layout, plot, TRUE);
  add_side (layout, plot, FALSE);
  add_day_borders (layout, plot);
  add_base (layout, plot);
  add_omission (layout, plot->lang);
  if (layout->position.kind == JIPYO_SCALE_BAND)
    jipyo_plot_bands_add (layout, plot);
}

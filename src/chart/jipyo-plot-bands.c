/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Category names. What the title speaks of is bold. In a plot of spans the name stands where the
 * row's first span begins, in the team's colour. Too many names are thinned out evenly rather than
 * shrunk. Names of rows that would take half of the width stand above their rows.
 */

#include "jipyo-plot-bands.h"

#include "jipyo-marks.h"
#include "jipyo-slot.h"

#include <math.h>

static const double width_share_max = 0.5; /* of the body */
/* Gaps between names below columns: of all of them, and of some, which could be taken for one. */
static const double column_gaps[] = { 0.4, 1.2 };
static const double note_gap = 1.0; /* of words, which next to each other read as one line */
static const char note_dot[] = " · ";
static const double two_lines = 3.2;     /* labels; a row this high has names of two lines */
static const double row_least = 1.05;    /* labels; a row this high has its name */
static const double name_least = 0.4;    /* labels; narrower than one letter there is no name */
static const double name_gap = 1.6;      /* spacing units between name and area */
static const double above_share = 0.42;  /* of the body; names that are wider stand above */
static const double above_height = 1.25; /* labels; of a name above its row */
static const double under_least = 0.95;  /* labels; that are left for the row itself */
static const double figure_height = 1.6; /* notes; of a figure between a mark and its name */
static const double letters_share = 0.5; /* of the height of a line of text */

typedef struct {
  gboolean accented;
  gboolean spanned; /* has a RANGE: the name is direct */
  double first;     /* where its first span starts, on the value axis */
  const JipyoPlotSeries *series;
  const JipyoDatum *datum;
} Band;

static const char *
get_text (const GPtrArray *texts, guint index)
{
  return texts != NULL && index < texts->len ? g_ptr_array_index (texts, index) : NULL;
}

static void
look_at_series (Band *band, const JipyoPlotSeries *series, guint index)
{
  const JipyoMarkClass *mark = jipyo_mark_get_class (series->mark);

  for (guint i = 0; i < series->data->len; i++) {
    const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    if (!(fabs (datum->position - index) < 0.5) || !isfinite (datum->value))
      continue;
    /* An accented line or row runs through every band and singles out none. */
    if (!mark->continuous && !mark->leaping && !mark->celled
        && jipyo_plot_scene_get_key (series, datum).role == JIPYO_ROLE_ACCENT)
      band->accented = TRUE;
    if (series->mark != JIPYO_MARK_RANGE)
      continue;
    const double first = isfinite (datum->start) ? MIN (datum->start, datum->value) : -INFINITY;
    if (!band->spanned || first < band->first) {
      band->first = first;
      band->series = series;
      band->datum = datum;
    }
    band->spanned = TRUE;
  }
}

static Band
get_band (const JipyoPlot *plot, guint index)
{
  Band band = { 0 };

  for (guint i = 0; i < plot->series->len; i++)
    look_at_series (&band, jipyo_plot_scene_get_series (plot, i), index);
  return band;
}

static guint
get_n_bands (const JipyoPlotLayout *layout)
{
  return (guint) (layout->position.high - layout->position.low);
}

static JipyoTextStyle
get_style (const JipyoPlotLayout *layout, const Band *band, double width)
{
  const JipyoTheme *theme = layout->frame.theme;
  JipyoTextStyle style = {
    .size = layout->frame.type.label,
    .bold = band->accented,
    .colour = theme->text,
    .width = width,
    .lines = 1,
    .centred = !layout->horizontal,
  };

  if (band->accented && theme->projected)
    style.colour = theme->accent;
  if (band->spanned && band->datum != NULL) {
    const JipyoColourKey key = jipyo_plot_scene_get_key (band->series, band->datum);
    const guint32 colour = jipyo_plot_scene_get_colour (layout, band->series, band->datum);
    if (key.role == JIPYO_ROLE_TEAM || key.role == JIPYO_ROLE_SERIES)
      style.colour = jipyo_colour_with_contrast (colour, theme->card, 4.5);
  }
  return style;
}

/* A long name is set smaller before it is cut off. */
static void
fit_style (JipyoPlotLayout *layout, const char *name, JipyoTextStyle *style)
{
  JipyoTextStyle free_style = *style;

  free_style.width = 0;
  if (style->width <= 0)
    return;
  const double width = jipyo_text_measure (layout->typesetter, name, &free_style).width;
  if (width > style->width)
    style->size =
      MIN (style->size, MAX (layout->frame.type.note, style->size * style->width / width * 0.99));
}

/* A word that is wider than its column is set smaller before it is broken. */
static void
fit_words (JipyoPlotLayout *layout, const char *name, JipyoTextStyle *style)
{
  g_auto (GStrv) words = g_strsplit (name != NULL ? name : "", " ", -1);
  const JipyoTextStyle own = *style;

  for (guint i = 0; words[i] != NULL; i++) {
    JipyoTextStyle word = own;
    fit_style (layout, words[i], &word);
    style->size = MIN (style->size, word.size);
  }
}

/* Whether what is left of a name could be another's. */
static gboolean
is_ambiguous (const JipyoTextLayout *text, const JipyoPlot *plot, guint index)
{
  const char *name = pango_layout_get_text (text->layout);
  int cut[2];

  jipyo_text_layout_get_cut (text, cut);
  for (guint i = 0; text->ellipsised && i < plot->position.bands->len; i++) {
    const char *other = get_text (plot->position.bands, i);
    if (i != index && other != NULL && strncmp (name, other, (gsize) cut[0]) == 0
        && strcmp (name, other) != 0)
      return TRUE;
  }
  return FALSE;
}

/* A name that is cut where others go on alike is cut in its middle. */
static JipyoTextLayout *
set_name (JipyoPlotLayout *layout, const JipyoPlot *plot, guint index, const JipyoTextStyle *style)
{
  const char *name = get_text (plot->position.bands, index);
  JipyoTextLayout *text = jipyo_plot_scene_new_text (layout, name, style);
  JipyoTextStyle middle = *style;

  layout->names_cut = layout->names_cut || text->ellipsised;
  if (!is_ambiguous (text, plot, index))
    return text;
  jipyo_text_layout_free (text);
  middle.cut_middle = TRUE;
  return jipyo_plot_scene_new_text (layout, name, &middle);
}

static JipyoTextStyle
get_note_style (const JipyoPlotLayout *layout, double width)
{
  return (JipyoTextStyle){
    .size = layout->frame.type.note,
    .colour = layout->frame.theme->muted,
    .width = width,
    .lines = 1,
    .centred = !layout->horizontal,
  };
}

/* A dot between two parts belongs to neither line of them: the line's end stands for it. NULL when
 * the note has no two parts that are a line each. */
static JipyoTextLayout *
set_parts (JipyoPlotLayout *layout, const char *note, const JipyoTextStyle *style)
{
  JipyoTextLayout *best = NULL;

  for (const char *dot = strstr (note, note_dot); dot != NULL; dot = strstr (dot + 1, note_dot)) {
    g_autofree char *before = g_strndup (note, (gsize) (dot - note));
    g_autofree char *lines = g_strconcat (before, "\n", dot + strlen (note_dot), NULL);
    JipyoTextLayout *text = jipyo_plot_scene_new_text (layout, lines, style);
    if (text->ellipsised || pango_layout_get_line_count (text->layout) != 2
        || (best != NULL && best->rect.width <= text->rect.width)) {
      jipyo_text_layout_free (text);
      continue;
    }
    g_clear_pointer (&best, jipyo_text_layout_free);
    best = text;
  }
  return best;
}

/* Half a date says something else than the date: what does not fit loses its last part whole. */
static JipyoTextLayout *
set_note (JipyoPlotLayout *layout, const char *note, const JipyoTextStyle *style)
{
  JipyoTextLayout *text = jipyo_plot_scene_new_text (layout, note, style);
  const char *last = g_strrstr (note, note_dot);

  if (last == NULL || (!text->ellipsised && pango_layout_get_line_count (text->layout) < 2))
    return text;
  JipyoTextLayout *parts = style->lines > 1 ? set_parts (layout, note, style) : NULL;
  if (parts == NULL && !text->ellipsised)
    return text;
  jipyo_text_layout_free (text);
  if (parts != NULL)
    return parts;
  g_autofree char *kept = g_strndup (note, (gsize) (last - note));
  return jipyo_plot_scene_new_text (layout, kept, style);
}

/* Fraction of the value axis where the name of a row ends. */
static double
get_start_share (const JipyoPlotLayout *layout, const Band *band)
{
  if (!band->spanned || !isfinite (band->first))
    return 0;
  JipyoScale unit = layout->value;
  unit.from = 0;
  unit.to = 1;
  const double share = jipyo_scale_map (&unit, band->first);
  return isfinite (share) ? CLAMP (share, 0, 0.9) : 0;
}

static gboolean
rows_have_notes (const JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  const JipyoTypeScale *type = &layout->frame.type;
  const double ticks = layout->value_ticks ? type->tick * 1.8 : 0;
  const double pitch = (layout->body.height - ticks) / get_n_bands (layout);

  return plot->position.notes != NULL && pitch >= (type->label + type->note) * 1.5;
}

static gboolean
has_spans (const JipyoPlot *plot)
{
  for (guint i = 0; i < plot->series->len; i++)
    if (jipyo_plot_scene_get_series (plot, i)->mark == JIPYO_MARK_RANGE)
      return TRUE;
  return FALSE;
}

static double
measure_widest (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  double widest = 0;

  for (guint i = 0; i < MIN (get_n_bands (layout), plot->position.bands->len); i++) {
    const Band band = get_band (plot, i);
    const JipyoTextStyle style = get_style (layout, &band, 0);
    const double width =
      jipyo_text_measure (layout->typesetter, get_text (plot->position.bands, i), &style).width;
    widest = MAX (widest, width);
  }
  return widest;
}

void
jipyo_plot_bands_choose_place (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  const JipyoTypeScale *type = &layout->frame.type;
  const double ticks = layout->value_ticks ? type->tick * 1.8 : 0;
  const double pitch = (layout->body.height - ticks) / get_n_bands (layout);

  layout->names_height = 0;
  if (plot->position.hidden || plot->position.bands == NULL || has_spans (plot)
      || layout->frame.silent_upright || pitch < (above_height + under_least) * type->label)
    return;
  if (measure_widest (layout, plot) + type->gap * name_gap > layout->body.width * above_share)
    layout->names_height = above_height * type->label;
}

double
jipyo_plot_bands_measure_width (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  const double limit = layout->body.width * width_share_max;
  const guint n = get_n_bands (layout);
  double margin = 0;

  if (plot->position.hidden || plot->position.bands == NULL || layout->names_height > 0
      || layout->frame.silent_upright)
    return 0;
  for (guint i = 0; i < n && i < plot->position.bands->len; i++) {
    const Band band = get_band (plot, i);
    const JipyoTextStyle style = get_style (layout, &band, limit);
    const JipyoTextStyle small = get_note_style (layout, limit);
    const char *note = rows_have_notes (layout, plot) ? get_text (plot->position.notes, i) : NULL;
    const double share = get_start_share (layout, &band);
    double width =
      jipyo_text_measure (layout->typesetter, get_text (plot->position.bands, i), &style).width;
    if (note != NULL)
      width = MAX (width, jipyo_text_measure (layout->typesetter, note, &small).width);
    /* A name whose row begins further right reaches into the area. */
    width += layout->frame.type.gap * name_gap;
    margin = MAX (margin, (width - share * layout->body.width) / (1 - share));
  }
  return margin;
}

static guint
get_stride (JipyoPlotLayout *layout, const JipyoPlot *plot, double pitch)
{
  const double least = layout->frame.type.label * 2.6 + layout->frame.type.gap;
  double wanted = 0;

  for (guint i = 0; i < plot->position.bands->len; i++) {
    const Band band = { 0 };
    const JipyoTextStyle style = get_style (layout, &band, 0);
    wanted = MAX (
      wanted,
      jipyo_text_measure (layout->typesetter, get_text (plot->position.bands, i), &style).width);
  }
  wanted = MIN (wanted + layout->frame.type.gap, least);
  return pitch > 0 ? (guint) CLAMP (ceil (wanted / pitch), 1, 10000) : 1;
}

/* The notes below columns stand well apart, unless that would break one of their parts. */
static double
get_note_width (JipyoPlotLayout *layout, const JipyoPlot *plot, double pitch)
{
  const JipyoTextStyle style = get_note_style (layout, 0);
  const double wide = pitch - layout->frame.type.gap * note_gap;

  for (guint i = 0; plot->position.notes != NULL && i < plot->position.notes->len; i++) {
    const char *note = get_text (plot->position.notes, i);
    g_auto (GStrv) parts = g_strsplit (note != NULL ? note : "", note_dot, -1);
    for (guint k = 0; parts[k] != NULL; k++)
      if (jipyo_text_measure (layout->typesetter, parts[k], &style).width > wide)
        return MAX (1, pitch - layout->frame.type.gap * column_gaps[0]);
  }
  return MAX (1, wide);
}

/* One size for all names below columns: the one that is bold, and so wider, must not be smaller
 * than those that the title does not speak of. */
static double
get_name_size (JipyoPlotLayout *layout, const JipyoPlot *plot, guint stride, double width)
{
  const guint n = MIN (get_n_bands (layout), plot->position.bands->len);
  double size = INFINITY;

  for (guint i = 0; i < n; i += stride) {
    const Band band = get_band (plot, i);
    JipyoTextStyle style = get_style (layout, &band, width);
    fit_words (layout, get_text (plot->position.bands, i), &style);
    size = MIN (size, style.size);
  }
  return size;
}

/* Texts below the columns, made once with and once without keeping them. */
static double
add_columns (JipyoPlotLayout *layout, const JipyoPlot *plot, double top)
{
  const guint n = MIN (get_n_bands (layout), plot->position.bands->len);
  const double pitch = layout->area.width / get_n_bands (layout);
  const guint stride = get_stride (layout, plot, pitch);
  const double width = MAX (1, pitch * stride - layout->frame.type.gap * column_gaps[stride > 1]);
  const double note_width = get_note_width (layout, plot, pitch);
  const double size = get_name_size (layout, plot, stride, width);
  double height = 0;

  for (guint i = 0; i < n; i += stride) {
    const Band band = get_band (plot, i);
    JipyoTextStyle style = get_style (layout, &band, width);
    style.lines = 2;
    style.balanced = TRUE;
    style.size = size;
    const char *note = stride == 1 ? get_text (plot->position.notes, i) : NULL;
    const double x = layout->area.x + (i + 0.5) * pitch;
    JipyoTextLayout *text = set_name (layout, plot, i, &style);
    double y = text->rect.height;
    if (isnan (top))
      jipyo_text_layout_free (text);
    else
      jipyo_plot_scene_take_text (layout, text, (JipyoAnchor){ x, top, 0.5, 0 });
    if (note != NULL && *note != '\0') {
      JipyoTextStyle small = get_note_style (layout, note_width);
      small.lines = 2;
      small.balanced = TRUE;
      text = set_note (layout, note, &small);
      const double note_height = text->rect.height;
      if (isnan (top))
        jipyo_text_layout_free (text);
      else
        jipyo_plot_scene_take_text (layout, text, (JipyoAnchor){ x, top + y, 0.5, 0 });
      y += note_height;
    }
    height = MAX (height, y);
  }
  return height;
}

double
jipyo_plot_bands_measure_height (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  if (plot->position.hidden || plot->position.bands == NULL)
    return 0;
  return add_columns (layout, plot, NAN) + layout->frame.type.gap * 0.7;
}

static void
add_row (JipyoPlotLayout *layout, const JipyoPlot *plot, guint index)
{
  const Band band = get_band (plot, index);
  const double start = layout->area.x + get_start_share (layout, &band) * layout->area.width;
  const double right = start - layout->frame.type.gap * name_gap;
  const double width = right - layout->body.x;
  const double y = jipyo_scale_map (&layout->position, index);
  const char *note = rows_have_notes (layout, plot) ? get_text (plot->position.notes, index) : NULL;

  if (width < layout->frame.type.label * name_least)
    return;
  JipyoTextStyle style = get_style (layout, &band, width);
  style.flush_right = TRUE;
  style.balanced = TRUE;
  const double below = note != NULL ? layout->frame.type.note * two_lines / 2 : 0;
  if (jipyo_scale_get_band_width (&layout->position) >= style.size * two_lines + below)
    style.lines = 2;
  else
    fit_style (layout, get_text (plot->position.bands, index), &style);
  JipyoTextLayout *text = set_name (layout, plot, index, &style);
  if (note == NULL || *note == '\0') {
    jipyo_plot_scene_take_text (layout, text, (JipyoAnchor){ right, y, 1, 0.5 });
  } else {
    JipyoTextStyle small = get_note_style (layout, width);
    small.flush_right = TRUE;
    small.balanced = TRUE;
    if (jipyo_scale_get_band_width (&layout->position)
        >= text->rect.height + two_lines * layout->frame.type.note)
      small.lines = 2;
    JipyoTextLayout *second = set_note (layout, note, &small);
    const double half = (text->rect.height + second->rect.height) / 2;
    jipyo_plot_scene_take_text (layout, text, (JipyoAnchor){ right, y - half, 1, 0 });
    jipyo_plot_scene_take_text (layout, second, (JipyoAnchor){ right, y + half, 1, 1 });
  }
  jipyo_label_field_block (&layout->field, text->rect);
}

/* Keeps figures off the letters of a name, not off the air above and below them. */
static void
block_letters (JipyoPlotLayout *layout, const JipyoRect *rect)
{
  const double height = rect->height * letters_share;

  jipyo_label_field_block (
    &layout->field,
    (JipyoRect){ rect->x, rect->y + (rect->height - height) / 2, rect->width, height });
}

/* How far above the middle of its row a name ends. In high rows it stays near its mark, or it would
 * stand as near to the one above; figures above a mark still have room. */
static double
measure_rise (const JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  double reach = layout->frame.type.marker / 2;

  for (guint i = 0; i < plot->series->len; i++) {
    if (!jipyo_mark_get_class (jipyo_plot_scene_get_series (plot, i)->mark)->boxed)
      continue;
    const JipyoSlot slot = jipyo_slot_measure (layout, plot, i);
    reach = MAX (reach, fabs (slot.offset) + slot.thickness / 2);
  }
  return MIN (jipyo_scale_get_band_width (&layout->position) / 2,
              reach + layout->frame.type.note * figure_height);
}

/* The name above its row, and behind it what of the note has room. */
static void
add_above (JipyoPlotLayout *layout, const JipyoPlot *plot, guint index)
{
  const Band band = get_band (plot, index);
  const double gap = layout->frame.type.gap;
  const double y = jipyo_scale_map (&layout->position, index) - measure_rise (layout, plot)
                   - layout->names_height / 2;
  JipyoTextStyle style = get_style (layout, &band, layout->body.width);

  fit_style (layout, get_text (plot->position.bands, index), &style);
  JipyoTextLayout *text = set_name (layout, plot, index, &style);
  jipyo_plot_scene_take_text (layout, text, (JipyoAnchor){ layout->body.x, y, 0, 0.5 });
  block_letters (layout, &text->rect);
  const char *note = get_text (plot->position.notes, index);
  const double left = text->rect.x + text->rect.width + gap;
  const double room = layout->body.x + layout->body.width - left;
  if (note == NULL || *note == '\0' || room < gap)
    return;
  const JipyoTextStyle small = get_note_style (layout, room);
  JipyoTextLayout *second = set_note (layout, note, &small);
  if (second->ellipsised) {
    jipyo_text_layout_free (second);
    return;
  }
  jipyo_plot_scene_take_text (layout, second, (JipyoAnchor){ left, y, 0, 0.5 });
  block_letters (layout, &second->rect);
}

void
jipyo_plot_bands_add (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  if (plot->position.hidden || plot->position.bands == NULL
      || (layout->horizontal ? layout->frame.silent_upright : layout->frame.silent_below))
    return;
  if (!layout->horizontal) {
    add_columns (layout, plot, layout->area.y + layout->area.height + layout->frame.type.gap * 0.7);
    return;
  }
  const guint n = MIN (get_n_bands (layout), plot->position.bands->len);
  const double pitch = jipyo_scale_get_band_width (&layout->position);
  const double least = layout->frame.type.label * row_least;
  for (guint i = 0; layout->names_height > 0 && i < n; i++)
    add_above (layout, plot, i);
  if (layout->names_height > 0)
    return;
  const guint stride = pitch > 0 ? (guint) CLAMP (ceil (least / pitch), 1, 10000) : 1;
  for (guint i = 0; i < n; i += stride)
    add_row (layout, plot, i);
}

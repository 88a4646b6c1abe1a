/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Annotations at positions. Lines lie behind the marks; pins of events above.
 */

#include "jipyo-plot-events.h"

#include <math.h>

#include "jipyo-plot-leaders.h"

enum { places_max = 8 };
static const double level_gaps = 0.7; /* spacing units between a level and a text */
static const double row_share = 1.7;  /* of a note, for the row of events */
static const double pin_width = 3;    /* hairlines */
static const double span_share = 0.1; /* of neutral over the card */

static gboolean
has_text (const JipyoAnnotation *annotation)
{
  return annotation->text != NULL && *annotation->text != '\0';
}

static JipyoTextStyle
get_style (const JipyoPlotLayout *layout)
{
  return (JipyoTextStyle){
    .size = layout->frame.type.note,
    .colour = layout->frame.theme->muted,
    .width = layout->area.width * 0.5,
    .lines = 1,
  };
}

/* The annotation's text in the first of the places that is free, if one is. */
static void
add_text (JipyoPlotLayout *layout,
          const JipyoAnnotation *annotation,
          const JipyoAnchor *places,
          guint n_places)
{
  const JipyoTextStyle style = get_style (layout);
  JipyoRect candidates[places_max];

  if (!has_text (annotation))
    return;
  JipyoTextLayout *text = jipyo_plot_scene_new_text (layout, annotation->text, &style);
  for (guint i = 0; i < n_places; i++)
    candidates[i] = (JipyoRect){ places[i].x - text->rect.width * places[i].align_x,
                                 places[i].y - text->rect.height * places[i].align_y,
                                 text->rect.width, text->rect.height };
  const int chosen = jipyo_label_field_choose (&layout->field, candidates, n_places);
  if (chosen < 0) {
    jipyo_text_layout_free (text);
    return;
  }
  jipyo_plot_scene_take_text (layout, text,
                              (JipyoAnchor){ candidates[chosen].x, candidates[chosen].y, 0, 0 });
}

/* From one end of the area to the other at a place on the position axis. */
static JipyoGuide
make_line (const JipyoPlotLayout *layout, double place)
{
  const JipyoRect *area = &layout->area;

  return (JipyoGuide){
    .x1 = layout->horizontal ? area->x : place,
    .x2 = layout->horizontal ? area->x + area->width : place,
    .y1 = layout->horizontal ? place : area->y,
    .y2 = layout->horizontal ? place : area->y + area->height,
    .colour = layout->frame.theme->edge,
    .width = layout->frame.type.hairline,
  };
}

/* Beside the line at its ends: near the top where values run up, to the right where they do not. */
static void
add_line (JipyoPlotLayout *layout, const JipyoAnnotation *annotation)
{
  const JipyoRect *area = &layout->area;
  const double gap = layout->frame.type.gap * 0.6, right = area->x + area->width;
  const double bottom = area->y + area->height;
  const double place = jipyo_scale_map (&layout->position, annotation->from);
  JipyoGuide line = make_line (layout, place);
  const JipyoAnchor up[] = {
    { place + gap, area->y, 0, 0 },  { place - gap, area->y, 1, 0 },
    { place + gap, bottom, 0, 1.1 }, { place - gap, bottom, 1, 1.1 },
    { place + gap, area->y, 0, -1 }, { place - gap, area->y, 1, -1 },
  };
  const JipyoAnchor across[] = {
    { right, place - gap / 2, 1, 1 },
    { right, place + gap / 2, 1, 0 },
    { area->x, place - gap / 2, 0, 1 },
    { area->x, place + gap / 2, 0, 0 },
  };

  line.dashed = annotation->planned;
  g_array_append_val (layout->guides, line);
  if (layout->horizontal)
    add_text (layout, annotation, across, G_N_ELEMENTS (across));
  else
    add_text (layout, annotation, up, G_N_ELEMENTS (up));
}

static void
add_span (JipyoPlotLayout *layout, const JipyoAnnotation *annotation)
{
  const JipyoRect *area = &layout->area;
  const double first = layout->horizontal ? area->y : area->x;
  const double last = first + (layout->horizontal ? area->height : area->width);
  const double from = CLAMP (jipyo_scale_map (&layout->position, annotation->from), first, last);
  const double to = CLAMP (jipyo_scale_map (&layout->position, annotation->to), first, last);
  const double low = MIN (from, to), size = fabs (to - from), gap = layout->frame.type.gap * 0.3;
  const JipyoPatch patch = {
    .rect = layout->horizontal ? (JipyoRect){ area->x, low, area->width, size }
                               : (JipyoRect){ low, area->y, size, area->height },
    .colour =
      jipyo_colour_mix (layout->frame.theme->card, layout->frame.theme->neutral, span_share),
  };
  const double middle = low + size / 2, right = area->x + area->width - gap;
  const double bottom = area->y + area->height;
  const JipyoAnchor up[] = { { middle, area->y + gap, 0.5, 0 },
                             { low + gap, area->y + gap, 0, 0 },
                             { low + size - gap, area->y + gap, 1, 0 },
                             { middle, bottom - gap, 0.5, 1 } };
  const JipyoAnchor across[] = { { right, middle, 1, 0.5 },
                                 { right, low + gap, 1, 0 },
                                 { area->x + gap, middle, 0, 0.5 } };

  if (!(size > 0))
    return;
  g_array_append_val (layout->patches, patch);
  if (layout->horizontal)
    add_text (layout, annotation, across, G_N_ELEMENTS (across));
  else
    add_text (layout, annotation, up, G_N_ELEMENTS (up));
}

/* Whether another pin stands there already, or so near that their lines would be one grey band. */
static gboolean
has_pin_near (const JipyoPlotLayout *layout, const JipyoGuide *own)
{
  for (guint i = 0; i < layout->references->len; i++) {
    const JipyoGuide *pin = &g_array_index (layout->references, JipyoGuide, i);
    const gboolean alike = layout->horizontal ? pin->x1 == own->x1 && pin->x2 == own->x2
                                              : pin->y1 == own->y1 && pin->y2 == own->y2;
    const double distance = layout->horizontal ? pin->y1 - own->y1 : pin->x1 - own->x1;

    if (alike && fabs (distance) < layout->frame.type.gap)
      return TRUE;
  }
  return FALSE;
}

/* A pin at the edge that the figures grow towards, and a hairline down to the other, which pins
 * that stand together share. */
static void
add_pin (JipyoPlotLayout *layout, const JipyoAnnotation *annotation)
{
  const JipyoRect *area = &layout->area;
  const JipyoTypeScale *type = &layout->frame.type;
  JipyoGuide line = make_line (layout, jipyo_scale_map (&layout->position, annotation->from));
  JipyoGuide pin = line;

  line.dashed = TRUE;
  line.colour = layout->frame.theme->axis;
  pin.width = type->hairline * pin_width;
  pin.dashed = annotation->planned;
  if (layout->horizontal)
    pin.x1 = area->x + area->width - type->marker;
  else
    pin.y2 = area->y + type->marker;
  if (!has_pin_near (layout, &pin))
    g_array_append_val (layout->guides, line);
  g_array_append_val (layout->references, pin);
}

static void
add_event (JipyoPlotLayout *layout, const JipyoAnnotation *annotation)
{
  const JipyoRect *area = &layout->area;
  const JipyoTypeScale *type = &layout->frame.type;
  const double place = jipyo_scale_map (&layout->position, annotation->from);
  const double right = area->x + area->width, pin = type->marker, gap = type->gap * 0.4;
  const JipyoAnchor up[] = {
    { place, area->y - gap, 0.5, 1 },         { place - gap, area->y - gap, 0, 1 },
    { place + gap, area->y - gap, 1, 1 },     { place + gap * 2, area->y + gap, 0, 0 },
    { place - gap * 2, area->y + gap, 1, 0 },
  };
  const JipyoAnchor across[] = {
    { right - pin - gap, place, 1, 0.5 },
    { right, place - gap, 1, 1 },
    { right, place + gap, 1, 0 },
  };

  if (layout->horizontal)
    add_text (layout, annotation, across, G_N_ELEMENTS (across));
  else
    add_text (layout, annotation, up, G_N_ELEMENTS (up));
}

/* Texts stay off the lines that are painted above the marks, and do not stand on levels as if they
 * were their names. */
static void
block_references (JipyoPlotLayout *layout)
{
  const double air = layout->frame.type.gap * level_gaps;

  for (guint i = 0; i < layout->references->len; i++) {
    const JipyoGuide *line = &g_array_index (layout->references, JipyoGuide, i);
    const double beyond = line->y1 == line->y2 ? air : 0;
    const JipyoRect rect = { MIN (line->x1, line->x2) - line->width / 2,
                             MIN (line->y1, line->y2) - line->width / 2 - beyond,
                             fabs (line->x2 - line->x1) + line->width,
                             fabs (line->y2 - line->y1) + line->width + 2 * beyond };
    jipyo_label_field_block (&layout->field, rect);
  }
}

static void
add (JipyoPlotLayout *layout, const JipyoAnnotation *annotation)
{
  switch (annotation->kind) {
  case JIPYO_ANNOTATION_LINE:
    if (annotation->axis == JIPYO_ANNOTATION_ON_POSITION)
      add_line (layout, annotation);
    return;
  case JIPYO_ANNOTATION_SPAN:
    return;
  case JIPYO_ANNOTATION_EVENT:
    add_event (layout, annotation);
    return;
  case JIPYO_ANNOTATION_NOTE:
    return;
  }
}

double
jipyo_plot_events_measure (const JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  gboolean some = FALSE;

  for (guint i = 0; i < plot->annotations->len; i++) {
    const JipyoAnnotation *annotation = g_ptr_array_index (plot->annotations, i);
    some = some
           || (annotation->kind == JIPYO_ANNOTATION_EVENT && has_text (annotation)
               && jipyo_scale_has (&layout->position, annotation->from));
  }
  return some && !layout->horizontal ? layout->frame.type.note * row_share : 0;
}

void
jipyo_plot_events_add (JipyoPlotLayout *layout, const JipyoPlot *plot)
{
  for (guint i = 0; i < plot->annotations->len; i++) {
    const JipyoAnnotation *annotation = g_ptr_array_index (plot->annotations, i);
    if (annotation->kind == JIPYO_ANNOTATION_EVENT
        && jipyo_scale_has (&layout->position, annotation->from))
      add_pin (layout, annotation);
  }
  block_references (layout);
  for (guint i = 0; i < plot->annotations->len; i++) {
    const JipyoAnnotation *annotation = g_ptr_array_index (plot->annotations, i);
    if (annotation->kind == JIPYO_ANNOTATION_SPAN
        && annotation->axis == JIPYO_ANNOTATION_ON_POSITION && !isnan (annotation->from)
        && !isnan (annotation->to))
      add_span (layout, annotation);
    else if (jipyo_scale_has (&layout->position, annotation->from))
      add (layout, annotation);
  }
  jipyo_plot_leaders_add (layout, plot);
}

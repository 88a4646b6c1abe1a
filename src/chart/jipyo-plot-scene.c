/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The container of a layout's results.
 */

#include "jipyo-plot-scene.h"

#include <math.h>

static const double faded_share = 0.72;
static const double rest_share = 0.42; /* of neutral */

static void
dense_clear (gpointer data)
{
  JipyoDense *dense = data;

  jipyo_columns_unref (dense->columns);
}

static void
create_results (JipyoPlotLayout *self)
{
  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_text_layout_free);
  self->guides = g_array_new (FALSE, FALSE, sizeof (JipyoGuide));
  self->references = g_array_new (FALSE, FALSE, sizeof (JipyoGuide));
  self->patches = g_array_new (FALSE, FALSE, sizeof (JipyoPatch));
  self->shapes = g_array_new (FALSE, FALSE, sizeof (JipyoPlotShape));
  self->dense = g_array_new (FALSE, FALSE, sizeof (JipyoDense));
  g_array_set_clear_func (self->dense, dense_clear);
  self->cells = g_array_new (FALSE, FALSE, sizeof (JipyoPlotCell));
  self->swatches = g_array_new (FALSE, FALSE, sizeof (JipyoSwatch));
  self->names = g_array_new (FALSE, FALSE, sizeof (JipyoPlotName));
  self->rest = g_hash_table_new (NULL, NULL);
  self->stacks = g_ptr_array_new_with_free_func (g_free);
}

static void
clear_results (JipyoPlotLayout *self)
{
  g_ptr_array_unref (self->texts);
  g_array_unref (self->guides);
  g_array_unref (self->references);
  g_array_unref (self->patches);
  g_array_unref (self->shapes);
  g_array_unref (self->dense);
  g_array_unref (self->cells);
  g_array_unref (self->swatches);
  g_array_unref (self->names);
  g_hash_table_unref (self->rest);
  g_ptr_array_unref (self->stacks);
  jipyo_label_field_clear (&self->field);
}

JipyoPlotLayout *
jipyo_plot_scene_new (const JipyoPlotFrame *frame, const JipyoPlot *plot)
{
  JipyoPlotLayout *self = g_new0 (JipyoPlotLayout, 1);

  self->frame = *frame;
  self->frame.width = isfinite (frame->width) ? CLAMP (frame->width, 1, 32000) : 1;
  self->frame.height = isfinite (frame->height) ? CLAMP (frame->height, 1, 32000) : 1;
  self->horizontal = plot->horizontal;
  self->state = frame->state != NULL ? *frame->state : jipyo_plot_state_new ();
  self->frame.state = NULL; /* need not outlive this call */
  if (frame->typesetter == NULL)
    self->own_typesetter = jipyo_typesetter_new (frame->theme, plot->lang);
  self->typesetter = frame->typesetter != NULL ? frame->typesetter : self->own_typesetter;
  create_results (self);
  return self;
}

void
jipyo_plot_scene_free (JipyoPlotLayout *self)
{
  if (self == NULL)
    return;
  clear_results (self);
  jipyo_typesetter_free (self->own_typesetter);
  g_free (self);
}

void
jipyo_plot_scene_reset (JipyoPlotLayout *self)
{
  clear_results (self);
  create_results (self);
  self->notes_hidden = FALSE;
  self->n_dropped = 0;
  self->n_labels = 0;
  self->segment_dropped = FALSE;
  self->head_room = 0;
  self->names_height = 0;
  self->names_cut = FALSE;
}

gboolean
jipyo_plot_scene_map (const JipyoPlotLayout *self, const double pair[2], double point[2])
{
  const double position = jipyo_scale_map (&self->position, pair[0]);
  const double value = jipyo_scale_map (&self->value, pair[1]);

  if (!isfinite (position) || !isfinite (value))
    return FALSE;
  point[0] = self->horizontal ? value : position;
  point[1] = self->horizontal ? position : value;
  return TRUE;
}

double
jipyo_plot_scene_get_base (const JipyoPlotLayout *self)
{
  if (self->value.kind == JIPYO_SCALE_LINEAR || self->value.kind == JIPYO_SCALE_SYMLOG)
    return jipyo_scale_map (&self->value, CLAMP (0, self->value.low, self->value.high));
  return self->value.from;
}

JipyoTextLayout *
jipyo_plot_scene_new_text (JipyoPlotLayout *self, const char *text, const JipyoTextStyle *style)
{
  return jipyo_text_layout_new (self->typesetter, text, style);
}

void
jipyo_plot_scene_take_text (JipyoPlotLayout *self, JipyoTextLayout *text, JipyoAnchor anchor)
{
  jipyo_text_layout_place (text, anchor);
  g_ptr_array_add (self->texts, text);
}

void
jipyo_plot_scene_add_shape (JipyoPlotLayout *self, JipyoPlotShape shape)
{
  g_array_append_val (self->shapes, shape);
}

void
jipyo_plot_scene_get_ends (const JipyoPlotLayout *self, const JipyoPlotShape *shape, double ends[2])
{
  const gboolean bounded = shape->low != shape->high;

  ends[0] = bounded ? shape->low : self->horizontal ? shape->base_x : shape->base_y;
  ends[1] = bounded ? shape->high : self->horizontal ? shape->x : shape->y;
}

JipyoRect
jipyo_plot_scene_get_reach (const JipyoPlotLayout *self, const JipyoPlotShape *shape)
{
  JipyoRect reach = shape->rect;
  double *from = self->horizontal ? &reach.x : &reach.y;
  double *size = self->horizontal ? &reach.width : &reach.height;

  if (shape->low == shape->high)
    return reach;
  const double end = MAX (*from + *size, MAX (shape->low, shape->high));
  *from = MIN (*from, MIN (shape->low, shape->high));
  *size = end - *from;
  return reach;
}

const JipyoDense *
jipyo_plot_scene_find_dense (const JipyoPlotLayout *self, guint series)
{
  for (guint i = 0; i < self->dense->len; i++) {
    const JipyoDense *dense = &g_array_index (self->dense, JipyoDense, i);
    if (dense->series == series)
      return dense;
  }
  return NULL;
}

const JipyoPlotSeries *
jipyo_plot_scene_get_series (const JipyoPlot *plot, guint index)
{
  return g_ptr_array_index (plot->series, index);
}

const JipyoDatum *
jipyo_plot_scene_get_datum (const JipyoPlot *plot, const JipyoPlotShape *shape)
{
  static const JipyoDatum point = { .value = NAN, .start = NAN, .low = NAN, .high = NAN };
  const JipyoPlotSeries *series = jipyo_plot_scene_get_series (plot, shape->series);

  return series->columns != NULL ? &point : &g_array_index (series->data, JipyoDatum, shape->datum);
}

JipyoColourKey
jipyo_plot_scene_get_key (const JipyoPlotSeries *series, const JipyoDatum *datum)
{
  return datum->has_colour ? datum->colour : series->colour;
}

gboolean
jipyo_plot_scene_is_faded (const JipyoPlotLayout *self, guint series)
{
  const JipyoPlotState *state = &self->state;

  return jipyo_plot_state_hides (state, series)
         || (state->focus >= 0 && state->focus != (int) series);
}

gboolean
jipyo_plot_scene_is_rest (const JipyoPlotLayout *self, guint series)
{
  return g_hash_table_contains (self->rest, GUINT_TO_POINTER (series));
}

guint32
jipyo_plot_scene_get_rest_colour (const JipyoPlotLayout *self)
{
  const JipyoTheme *theme = self->frame.theme;

  return jipyo_colour_mix (theme->card, theme->neutral, rest_share);
}

guint32
jipyo_plot_scene_fade (const JipyoPlotLayout *self, guint series, guint32 colour)
{
  if (jipyo_plot_scene_is_rest (self, series) && self->state.focus != (int) series)
    return jipyo_plot_scene_get_rest_colour (self);
  if (!jipyo_plot_scene_is_faded (self, series))
    return colour;
  return jipyo_colour_mix (colour, self->frame.theme->card, faded_share);
}

guint32
jipyo_plot_scene_get_colour (const JipyoPlotLayout *self,
                             const JipyoPlotSeries *series,
                             const JipyoDatum *datum)
{
  const JipyoTheme *theme = self->frame.theme;
  const guint32 colour = jipyo_theme_get_colour (theme, jipyo_plot_scene_get_key (series, datum));

  if (!datum->faded)
    return colour;
  /* Duller, then paler, but never below what a mark needs. */
  const guint32 dull = jipyo_colour_mix (colour, theme->neutral, 0.45);
  return jipyo_colour_with_contrast (jipyo_colour_mix (dull, theme->card, 0.35), theme->card, 3);
}

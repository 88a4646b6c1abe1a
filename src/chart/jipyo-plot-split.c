/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each part says what bounds it would have alone; all get what holds them all. A part of a stack
 * stands on zero once it is alone, hence the bounds of the whole would be too wide.
 */

#include "jipyo-plot-split.h"

#include "jipyo-marks.h"
#include "jipyo-plot-copy.h"
#include "jipyo-plot-domain.h"

#include <math.h>

typedef struct {
  double low;
  double high;
} Bounds;

typedef struct {
  Bounds position;
  Bounds value;
} Reach;

static void
widen (Bounds *self, const JipyoScale *scale)
{
  self->low = MIN (self->low, scale->low);
  self->high = MAX (self->high, scale->high);
}

static gboolean
can_stand_alone (const JipyoPlot *plot)
{
  guint n = 0;

  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (plot->series, i);
    const JipyoMarkClass *mark = jipyo_mark_get_class (series->mark);
    if (mark->arrange != NULL || mark->stripped)
      return FALSE;
    n += jipyo_plot_series_get_n (series) > 0 ? 1 : 0;
  }
  return n > 1 && !plot->relative;
}

static gboolean
has_point (const JipyoPlotSeries *series, const JipyoAnnotation *note)
{
  for (guint i = 0; i < series->data->len; i++) {
    if (jipyo_annotation_is_at (note, series, &g_array_index (series->data, JipyoDatum, i)))
      return TRUE;
  }
  return FALSE;
}

static void
copy_annotations (JipyoPlot *part, const JipyoPlot *plot, const JipyoPlotSeries *series)
{
  for (guint i = 0; i < plot->annotations->len; i++) {
    const JipyoAnnotation *annotation = g_ptr_array_index (plot->annotations, i);
    if (annotation->kind != JIPYO_ANNOTATION_NOTE || has_point (series, annotation))
      jipyo_plot_add_annotation (part, annotation);
  }
}

static JipyoPlot *
copy_part (const JipyoPlot *plot, const JipyoPlotSeries *series)
{
  JipyoPlot *part = jipyo_plot_copy_frame (plot);
  const JipyoAxis *axis = &plot->position;

  jipyo_plot_set_title (part, series->name, NULL);
  jipyo_plot_set_footer (part, NULL);
  part->position.has_bounds = axis->has_bounds;
  for (guint i = 0; axis->bands != NULL && i < axis->bands->len; i++)
    jipyo_plot_add_band (
      part, g_ptr_array_index (axis->bands, i),
      axis->notes != NULL && i < axis->notes->len ? g_ptr_array_index (axis->notes, i) : NULL);
  JipyoPlotSeries *own = jipyo_plot_copy_series (part, series);
  /* The title names it already, to the eye. */
  if (series->spoken == NULL)
    jipyo_plot_series_set_spoken (own, series->name);
  g_clear_pointer (&own->name, g_free);
  jipyo_plot_copy_columns (own, series);
  for (guint i = 0; i < series->data->len; i++) {
    const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    jipyo_plot_copy_datum (own, datum, datum->position);
  }
  copy_annotations (part, plot, series);
  return part;
}

/* FALSE when there is nothing to draw in any of them. */
static gboolean
measure (const GPtrArray *parts, JipyoTypesetter *typesetter, Reach *reach)
{
  gboolean found = FALSE;
  const JipyoPlotFrame frame = {
    .theme = jipyo_theme_get (JIPYO_THEME_LIGHT),
    .width = 1,
    .height = 1,
    .bare = TRUE,
    .typesetter = typesetter,
  };

  for (guint i = 0; i < parts->len; i++) {
    JipyoPlotLayout *layout = jipyo_plot_scene_new (&frame, g_ptr_array_index (parts, i));
    if (jipyo_plot_domain_measure (layout, g_ptr_array_index (parts, i))) {
      widen (&reach->position, &layout->position);
      widen (&reach->value, &layout->value);
      found = TRUE;
    }
    jipyo_plot_scene_free (layout);
  }
  return found;
}

static void
set_bounds (JipyoAxis *axis, const Bounds *bounds)
{
  if (axis->kind == JIPYO_SCALE_BAND || axis->has_bounds)
    return;
  axis->has_bounds = TRUE;
  axis->low = bounds->low;
  axis->high = bounds->high;
}

/* Categories without names go as far as the part with most of them. */
static void
set_bands (JipyoPlot *part, const Bounds *bounds)
{
  if (part->position.kind != JIPYO_SCALE_BAND || part->position.bands != NULL)
    return;
  for (double i = 0; i < bounds->high; i++)
    jipyo_plot_add_band (part, NULL, NULL);
}

GPtrArray *
jipyo_plot_split (const JipyoPlot *plot)
{
  Reach reach = { { INFINITY, -INFINITY }, { INFINITY, -INFINITY } };

  g_return_val_if_fail (plot != NULL, NULL);
  if (!can_stand_alone (plot))
    return NULL;
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_plot_free);
  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (plot->series, i);
    if (jipyo_plot_series_get_n (series) > 0)
      g_ptr_array_add (parts, copy_part (plot, series));
  }
  g_autoptr (JipyoTypesetter) typesetter =
               jipyo_typesetter_new (jipyo_theme_get (JIPYO_THEME_LIGHT), plot->lang);
  if (!measure (parts, typesetter, &reach))
    return parts;
  for (guint i = 0; i < parts->len; i++) {
    JipyoPlot *part = g_ptr_array_index (parts, i);
    set_bounds (&part->position, &reach.position);
    set_bounds (&part->value, &reach.value);
    set_bands (part, &reach.position);
  }
  return parts;
}

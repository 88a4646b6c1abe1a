/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The copy has what is stacked, and what is said of positions.
 */

#include "jipyo-plot-shares.h"

#include "jipyo-datum-text.h"
#include "jipyo-plot-copy.h"
#include "jipyo-share.h"

#include <math.h>

static void
write_share (JipyoPlot *copy, JipyoDatum *datum)
{
  if (datum->text == NULL || !isfinite (datum->value))
    return;
  g_free (datum->text);
  datum->text = jipyo_datum_text_format_value (copy, jipyo_share_round (datum->value));
}

/* A total is no share, but that nothing is known of it is as true as before. */
static void
add_reasons (JipyoPlotSeries *own, const JipyoPlotSeries *series)
{
  for (guint i = 0; i < series->data->len; i++) {
    const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    const gboolean unknown = isnan (datum->value) && datum->text != NULL;
    jipyo_plot_series_add (own, datum->position, NAN, unknown ? datum->text : NULL);
  }
}

static void
add_series (JipyoPlot *copy, const JipyoPlotSeries *series, GHashTable *totals)
{
  JipyoPlotSeries *own = jipyo_plot_copy_series (copy, series);

  if (!jipyo_share_is_stacked (series)) {
    add_reasons (own, series);
    return;
  }
  for (guint i = 0; i < series->data->len; i++) {
    const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    JipyoDatum *share = jipyo_plot_copy_datum (own, datum, datum->position);
    share->value = jipyo_share_measure (totals, datum);
    write_share (copy, share);
  }
}

static void
add_bands (JipyoPlot *copy, const JipyoAxis *axis)
{
  for (guint i = 0; axis->bands != NULL && i < axis->bands->len; i++) {
    const gboolean noted = axis->notes != NULL && i < axis->notes->len;
    jipyo_plot_add_band (copy, g_ptr_array_index (axis->bands, i),
                         noted ? g_ptr_array_index (axis->notes, i) : NULL);
  }
}

static gboolean
is_about_amounts (const JipyoAnnotation *annotation)
{
  return annotation->kind != JIPYO_ANNOTATION_EVENT && annotation->kind != JIPYO_ANNOTATION_NOTE
         && annotation->axis == JIPYO_ANNOTATION_ON_VALUE;
}

/* A note is about a figure, and goes with it to where its share is. */
static gboolean
move_note (const JipyoPlot *plot, GHashTable *totals, JipyoAnnotation *note)
{
  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (plot->series, i);
    const guint n = jipyo_share_is_stacked (series) ? series->data->len : 0;
    for (guint k = 0; k < n; k++) {
      const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, k);
      if (!jipyo_annotation_is_at (note, series, datum))
        continue;
      note->to = jipyo_share_measure (totals, datum);
      return isfinite (note->to);
    }
  }
  return FALSE;
}

static void
add_annotations (JipyoPlot *copy, const JipyoPlot *plot, GHashTable *totals)
{
  for (guint i = 0; i < plot->annotations->len; i++) {
    JipyoAnnotation annotation = *(JipyoAnnotation *) g_ptr_array_index (plot->annotations, i);
    const gboolean kept = annotation.kind == JIPYO_ANNOTATION_NOTE
                            ? move_note (plot, totals, &annotation)
                            : !is_about_amounts (&annotation);
    if (kept)
      jipyo_plot_add_annotation (copy, &annotation);
  }
}

JipyoPlot *
jipyo_plot_copy_shares (const JipyoPlot *plot, const JipyoPlotState *state)
{
  g_return_val_if_fail (plot != NULL, NULL);
  g_autoptr (GHashTable) totals = jipyo_share_sum (plot, state);

  if (totals == NULL)
    return NULL;
  JipyoPlot *copy = jipyo_plot_copy_frame (plot);
  copy->relative = FALSE;
  copy->position.has_bounds = plot->position.has_bounds;
  copy->value.kind = JIPYO_SCALE_LINEAR;
  copy->value.unit = JIPYO_UNIT_PERCENT;
  copy->value.has_bounds = FALSE;
  g_clear_pointer (&copy->value.title, g_free);
  add_bands (copy, &plot->position);
  for (guint i = 0; i < plot->series->len; i++)
    add_series (copy, g_ptr_array_index (plot->series, i), totals);
  add_annotations (copy, plot, totals);
  return copy;
}

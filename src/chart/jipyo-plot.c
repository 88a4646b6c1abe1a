/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making and freeing a chart's description. Nothing is measured or drawn here.
 */

#include "jipyo-plot.h"

#include <math.h>

static void
datum_clear (JipyoDatum *datum)
{
  g_free (datum->text);
  g_free (datum->note);
  g_free (datum->claim);
  g_free (datum->spoken);
}

static void
series_free (JipyoPlotSeries *series)
{
  g_free (series->id);
  g_free (series->name);
  g_free (series->spoken);
  g_free (series->start_name);
  g_free (series->end_name);
  g_array_unref (series->data);
  g_clear_pointer (&series->columns, jipyo_columns_unref);
  g_clear_pointer (&series->claims, g_ptr_array_unref);
  g_free (series);
}

static void
annotation_free (JipyoAnnotation *annotation)
{
  g_free (annotation->text);
  g_free (annotation->series);
  g_free (annotation);
}

static void
axis_clear (JipyoAxis *axis)
{
  g_free (axis->title);
  g_clear_pointer (&axis->bands, g_ptr_array_unref);
  g_clear_pointer (&axis->notes, g_ptr_array_unref);
  g_clear_pointer (&axis->sessions, jipyo_sessions_unref);
}

/* What is drawn is read out too, and the accessibility bus takes nothing but UTF-8. */
static char *
copy_text (const char *text)
{
  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

static void
replace_text (char **place, const char *text)
{
  char *copy = copy_text (text);

  g_free (*place);
  *place = copy;
}

JipyoPlot *
jipyo_plot_new (JipyoLang lang)
{
  JipyoPlot *self = g_new0 (JipyoPlot, 1);

  self->lang = lang;
  self->position.kind = JIPYO_SCALE_BAND;
  self->value.kind = JIPYO_SCALE_LINEAR;
  self->position.bands = g_ptr_array_new_with_free_func (g_free);
  self->series = g_ptr_array_new_with_free_func ((GDestroyNotify) series_free);
  self->annotations = g_ptr_array_new_with_free_func ((GDestroyNotify) annotation_free);
  return self;
}

void
jipyo_plot_free (JipyoPlot *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->footer);
  g_free (self->empty);
  axis_clear (&self->position);
  axis_clear (&self->value);
  g_ptr_array_unref (self->series);
  g_ptr_array_unref (self->annotations);
  g_free (self);
}

void
jipyo_plot_set_title (JipyoPlot *self, const char *title, const char *subtitle)
{
  g_return_if_fail (self != NULL);
  replace_text (&self->title, title);
  replace_text (&self->subtitle, subtitle);
}

void
jipyo_plot_set_footer (JipyoPlot *self, const char *footer)
{
  g_return_if_fail (self != NULL);
  replace_text (&self->footer, footer);
}

guint
jipyo_plot_add_band (JipyoPlot *self, const char *name, const char *note)
{
  JipyoAxis *axis = &self->position;

  if (axis->bands == NULL)
    axis->bands = g_ptr_array_new_with_free_func (g_free);
  if (note != NULL && axis->notes == NULL)
    axis->notes = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (axis->bands, copy_text (name));
  if (axis->notes != NULL) {
    g_ptr_array_set_size (axis->notes, (int) axis->bands->len - 1);
    g_ptr_array_add (axis->notes, copy_text (note));
  }
  return axis->bands->len - 1;
}

JipyoPlotSeries *
jipyo_plot_add_series (JipyoPlot *self, const char *id, const char *name, JipyoMark mark)
{
  g_return_val_if_fail (self != NULL, NULL);

  JipyoPlotSeries *series = g_new0 (JipyoPlotSeries, 1);
  series->id = g_strdup (id);
  series->name = copy_text (name);
  series->mark = mark;
  series->data = g_array_new (FALSE, TRUE, sizeof (JipyoDatum));
  g_array_set_clear_func (series->data, (GDestroyNotify) datum_clear);
  g_ptr_array_add (self->series, series);
  return series;
}

JipyoDatum *
jipyo_plot_series_add (JipyoPlotSeries *self, double position, double value, const char *text)
{
  g_return_val_if_fail (self != NULL, NULL);

  const JipyoDatum datum = {
    .position = position,
    .value = value,
    .start = NAN,
    .low = NAN,
    .high = NAN,
    .text = copy_text (text),
  };
  g_array_append_val (self->data, datum);
  return &g_array_index (self->data, JipyoDatum, self->data->len - 1);
}

void
jipyo_plot_series_name_ends (JipyoPlotSeries *self, const char *start, const char *end)
{
  replace_text (&self->start_name, start);
  replace_text (&self->end_name, end);
}

void
jipyo_plot_series_set_columns (JipyoPlotSeries *self, JipyoColumns *columns)
{
  g_return_if_fail (self != NULL && columns != NULL);

  jipyo_columns_ref (columns);
  g_clear_pointer (&self->columns, jipyo_columns_unref);
  self->columns = columns;
  g_array_set_size (self->data, 0);
}

void
jipyo_plot_series_set_claims (JipyoPlotSeries *self, GPtrArray *claims)
{
  g_return_if_fail (self != NULL && claims != NULL);

  g_ptr_array_ref (claims);
  g_clear_pointer (&self->claims, g_ptr_array_unref);
  self->claims = claims;
}

static char *
get_claim (const JipyoPlotSeries *series, guint n)
{
  return series->claims != NULL && n < series->claims->len ? g_ptr_array_index (series->claims, n)
                                                           : NULL;
}

guint
jipyo_plot_series_get_n (const JipyoPlotSeries *self)
{
  return self->columns != NULL ? jipyo_columns_get_n (self->columns) : self->data->len;
}

JipyoDatum
jipyo_plot_series_get_datum (const JipyoPlotSeries *self, guint n)
{
  g_assert (n < jipyo_plot_series_get_n (self));

  if (self->columns == NULL)
    return g_array_index (self->data, JipyoDatum, n);
  return (JipyoDatum){
    .position = jipyo_columns_get_position (self->columns, n),
    .value = jipyo_columns_get_value (self->columns, n),
    .start = NAN,
    .low = NAN,
    .high = NAN,
    .claim = get_claim (self, n),
  };
}

gboolean
jipyo_plot_find_datum (const JipyoPlot *self, guint series, guint datum, JipyoDatum *found)
{
  if (self == NULL || series >= self->series->len)
    return FALSE;
  const JipyoPlotSeries *own = g_ptr_array_index (self->series, series);

  if (datum >= jipyo_plot_series_get_n (own))
    return FALSE;
  *found = jipyo_plot_series_get_datum (own, datum);
  return TRUE;
}

void
jipyo_datum_set_note (JipyoDatum *datum, const char *note)
{
  replace_text (&datum->note, note);
}

void
jipyo_datum_set_claim (JipyoDatum *datum, const char *claim)
{
  replace_text (&datum->claim, claim);
}

void
jipyo_datum_set_spoken (JipyoDatum *datum, const char *spoken)
{
  replace_text (&datum->spoken, spoken);
}

void
jipyo_plot_series_set_spoken (JipyoPlotSeries *self, const char *spoken)
{
  replace_text (&self->spoken, spoken);
}

void
jipyo_plot_add_annotation (JipyoPlot *self, const JipyoAnnotation *annotation)
{
  g_return_if_fail (self != NULL && annotation != NULL);

  JipyoAnnotation *copy = g_new (JipyoAnnotation, 1);
  *copy = *annotation;
  copy->text = copy_text (annotation->text);
  copy->series = g_strdup (annotation->series);
  g_ptr_array_add (self->annotations, copy);
}

gboolean
jipyo_annotation_is_at (const JipyoAnnotation *self,
                        const JipyoPlotSeries *series,
                        const JipyoDatum *datum)
{
  return self->kind == JIPYO_ANNOTATION_NOTE && self->from == datum->position
         && self->to == datum->value
         && (self->series == NULL || g_strcmp0 (self->series, series->id) == 0);
}

const char *
jipyo_plot_find_note (const JipyoPlot *self, const JipyoPlotSeries *series, const JipyoDatum *datum)
{
  for (guint i = 0; i < self->annotations->len; i++) {
    const JipyoAnnotation *annotation = g_ptr_array_index (self->annotations, i);
    if (annotation->text != NULL && jipyo_annotation_is_at (annotation, series, datum))
      return annotation->text;
  }
  return NULL;
}

double
jipyo_plot_time_from_date (JipyoDate date)
{
  /* Midnight in Korea, which is nine hours ahead of UTC all year. */
  return jipyo_date_first_day (date) * 86400.0 - 9 * 3600.0;
}

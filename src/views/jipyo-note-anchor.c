/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing is guessed: a note that finds neither its claim nor its place in its series is not shown.
 */

#include "jipyo-note-anchor.h"

#include <math.h>

#include "jipyo-candle-id.h"
#include "jipyo-datum-text.h"

static char *
format_place (const JipyoAxis *axis, double position)
{
  const double band = round (position);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (axis->kind == JIPYO_SCALE_TIME && fabs (position) < (double) G_MAXINT64 / G_USEC_PER_SEC)
    return jipyo_instant_format ((gint64) (position * G_USEC_PER_SEC));
  if (axis->kind == JIPYO_SCALE_BAND && axis->bands != NULL && band >= 0 && band < axis->bands->len)
    return g_strdup (g_ptr_array_index (axis->bands, (guint) band));
  return g_strdup (g_ascii_dtostr (number, sizeof number, position));
}

static const JipyoPlot *
get_plot (const JipyoView *view, guint plot)
{
  return view->sheet != NULL && plot < view->sheet->plots->len
           ? g_ptr_array_index (view->sheet->plots, plot)
           : NULL;
}

/* Of a candle its place says which one it is: a day is the same day whatever stretch is shown. */
static char *
copy_claim (const char *claim)
{
  JipyoCandleId candle;

  return claim != NULL && jipyo_candle_id_parse (claim, &candle) ? candle.instrument
                                                                 : g_strdup (claim);
}

static gboolean
is_of_candle (const JipyoDatum *datum)
{
  JipyoCandleId candle;

  if (datum->claim == NULL || !jipyo_candle_id_parse (datum->claim, &candle))
    return FALSE;
  jipyo_candle_id_clear (&candle);
  return TRUE;
}

JipyoNote *
jipyo_note_anchor_make (const JipyoView *view, guint plot, guint series, guint datum)
{
  const JipyoPlot *p = get_plot (view, plot);
  g_return_val_if_fail (p != NULL && series < p->series->len, NULL);
  const JipyoPlotSeries *s = g_ptr_array_index (p->series, series);
  g_return_val_if_fail (datum < jipyo_plot_series_get_n (s), NULL);
  const JipyoDatum d = jipyo_plot_series_get_datum (s, datum);
  JipyoNote *note = g_new0 (JipyoNote, 1);

  note->view = g_strdup (view->name);
  note->plot = plot;
  note->series = g_strdup (s->id);
  note->claim = copy_claim (d.claim);
  note->place = format_place (&p->position, d.position);
  note->text = g_strdup ("");
  return note;
}

static gboolean
is_about (const JipyoNote *note, const JipyoPlot *plot, const JipyoDatum *datum)
{
  if (note->claim != NULL && datum->claim != NULL && !is_of_candle (datum))
    return g_strcmp0 (note->claim, datum->claim) == 0;
  g_autofree char *place = format_place (&plot->position, datum->position);
  return g_strcmp0 (note->place, place) == 0;
}

/* Where a point of columns may stand that the place was written of; NaN for a name. */
static double
parse_place (const JipyoAxis *axis, const char *place)
{
  gint64 instant_us;

  if (axis->kind == JIPYO_SCALE_BAND || place == NULL)
    return NAN;
  return jipyo_instant_parse (place, &instant_us) ? (double) instant_us / G_USEC_PER_SEC
                                                  : g_ascii_strtod (place, NULL);
}

/* Columns are in order and may be millions: only the points beside the place are looked at. */
static JipyoColumnRange
find_range (const JipyoNote *note, const JipyoPlot *plot, const JipyoPlotSeries *series)
{
  const guint n = jipyo_plot_series_get_n (series);

  if (series->columns == NULL)
    return (JipyoColumnRange){ 0, n };
  const double place = parse_place (&plot->position, note->place);
  const guint at = isfinite (place) ? jipyo_columns_find (series->columns, place, 0) : n;
  return (JipyoColumnRange){ at - MIN (at, 1), MIN (at + 1, n) };
}

static gboolean
find_in (const JipyoNote *note,
         const JipyoPlot *plot,
         const JipyoPlotSeries *series,
         JipyoDatum *found)
{
  const JipyoColumnRange range = find_range (note, plot, series);

  for (guint i = range.first; i < range.end; i++) {
    const JipyoDatum datum = jipyo_plot_series_get_datum (series, i);
    if (!is_about (note, plot, &datum))
      continue;
    *found = datum;
    return TRUE;
  }
  return FALSE;
}

gboolean
jipyo_note_anchor_find (const JipyoNote *note, const JipyoView *view, JipyoDatum *found)
{
  const JipyoPlot *plot = get_plot (view, note->plot);

  if (plot == NULL || g_strcmp0 (note->view, view->name) != 0)
    return FALSE;
  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (plot->series, i);
    if (g_strcmp0 (series->id, note->series) == 0 && find_in (note, plot, series, found))
      return TRUE;
  }
  return FALSE;
}

/* Where it was, of a figure that is not shown now. */
static char *
describe_place (const JipyoNote *note, const JipyoPlot *plot)
{
  gint64 instant_us;

  if (plot == NULL || plot->position.kind != JIPYO_SCALE_TIME
      || !jipyo_instant_parse (note->place, &instant_us))
    return g_strdup (note->place);
  return jipyo_datum_text_format_position (plot, (double) instant_us / G_USEC_PER_SEC);
}

char *
jipyo_note_anchor_describe (const JipyoNote *note, const JipyoView *view)
{
  const JipyoPlot *plot = get_plot (view, note->plot);
  JipyoDatum datum;

  if (!jipyo_note_anchor_find (note, view, &datum))
    return describe_place (note, plot);
  g_autofree char *place = jipyo_datum_text_format_position (plot, datum.position);
  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (plot->series, i);
    const char *name = jipyo_datum_text_get_series_name (series);
    if (g_strcmp0 (series->id, note->series) == 0 && name != NULL)
      return *place != '\0' ? g_strdup_printf ("%s, %s", place, name) : g_strdup (name);
  }
  return g_steal_pointer (&place);
}

void
jipyo_note_anchor_add (const GPtrArray *notes, JipyoView *view)
{
  for (guint i = 0; i < notes->len; i++) {
    const JipyoNote *note = g_ptr_array_index (notes, i);
    JipyoDatum datum;
    if (!jipyo_note_anchor_find (note, view, &datum))
      continue;
    const JipyoAnnotation annotation = {
      .kind = JIPYO_ANNOTATION_NOTE,
      .from = datum.position,
      .to = datum.value,
      .text = note->text,
      .series = note->series,
    };
    jipyo_plot_add_annotation (g_ptr_array_index (view->sheet->plots, note->plot), &annotation);
  }
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Positions are put in order and each gets a slot of time. When there are more positions than
 * slots, neighbours share one, and of these the datum farthest from the series' median sounds: what
 * is heard is a figure that exists, and no spike is lost. Of columns their digest sounds.
 */

#include "jipyo-sound-score.h"

#include <math.h>

#include "jipyo-marks.h"
#include "jipyo-plot-digest.h"
#include "jipyo-ticks.h"

static const double SERIES_MS =
  4000; /* what a series takes unless its slots get too short or long */
static const double SLOT_LEAST_MS = 60;
static const double SLOT_MOST_MS = 500;
static const guint SLOTS_MAX = 133; /* of 60 ms in 8 s */
static const guint TICKS_MAX = 12;
static const double QUIET = 0.5;

/* What the steps below work on. */
typedef struct {
  const JipyoPlot *plot;
  JipyoSoundScore *score;
  GArray *positions; /* of double, rising, each once */
  JipyoScale pitch;  /* value to 0 … 1 */
} Composer;

static const JipyoPlotSeries *
get_series (const JipyoPlot *plot, guint index)
{
  return g_ptr_array_index (plot->series, index);
}

static gboolean
is_heard (const JipyoPlot *plot, const JipyoDatum *datum)
{
  return isfinite (datum->value) && isfinite (datum->position)
         && (plot->value.kind != JIPYO_SCALE_LOG || datum->value > 0);
}

static gboolean
has_sound (const JipyoPlot *plot, guint index)
{
  const JipyoPlotSeries *series = get_series (plot, index);

  if (series->mark == JIPYO_MARK_VOLUME) /* on another scale */
    return FALSE;
  for (guint i = 0; i < series->data->len; i++)
    if (is_heard (plot, &g_array_index (series->data, JipyoDatum, i)))
      return TRUE;
  return FALSE;
}

/* Voices */

/* Keeps voices in the order of the series, so that they lie from left to right. */
static void
add_voice (JipyoSoundScore *score, guint series)
{
  guint at = score->n_voices;

  while (at > 0 && score->voices[at - 1] > series) {
    score->voices[at] = score->voices[at - 1];
    at--;
  }
  score->voices[at] = series;
  score->n_voices++;
}

static void
choose_voices (Composer *self, const JipyoPlotState *state)
{
  const JipyoPlot *plot = self->plot;
  const gboolean alone = state != NULL && state->focus >= 0
                         && (guint) state->focus < plot->series->len
                         && has_sound (plot, (guint) state->focus);

  for (int accented = 1; accented >= 0; accented--)
    for (guint i = 0; i < plot->series->len; i++) {
      const gboolean accent = get_series (plot, i)->colour.role == JIPYO_ROLE_ACCENT;
      if (accent != accented || jipyo_plot_state_hides (state, i) || !has_sound (plot, i)
          || (alone && i != (guint) state->focus))
        continue;
      if (self->score->n_voices < JIPYO_SOUND_VOICES_MAX)
        add_voice (self->score, i);
      else
        self->score->n_unheard++;
    }
}

/* Time */

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Also the positions of gaps: their silence takes its time. */
static void
list_positions (Composer *self)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint v = 0; v < self->score->n_voices; v++) {
    const JipyoPlotSeries *series = get_series (self->plot, self->score->voices[v]);
    for (guint i = 0; i < series->data->len; i++) {
      const double position = g_array_index (series->data, JipyoDatum, i).position;
      if (isfinite (position))
        g_array_append_val (all, position);
    }
  }
  g_array_sort (all, compare_doubles);
  self->positions = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < all->len; i++)
    if (i == 0 || g_array_index (all, double, i) != g_array_index (all, double, i - 1))
      g_array_append_val (self->positions, g_array_index (all, double, i));
  self->score->n_slots = MIN (self->positions->len, SLOTS_MAX);
  self->score->slot_ms =
    (guint) CLAMP (SERIES_MS / self->score->n_slots, SLOT_LEAST_MS, SLOT_MOST_MS);
}

/* The slot of the first position at or after this one. */
static guint
find_slot (const Composer *self, double position)
{
  const guint64 n = self->positions->len;
  guint low = 0, high = self->positions->len;

  while (low < high) {
    const guint middle = low + (high - low) / 2;
    if (g_array_index (self->positions, double, middle) < position)
      low = middle + 1;
    else
      high = middle;
  }
  return (guint) (MIN ((guint64) low, n - 1) * self->score->n_slots / n);
}

static void
add_tick (Composer *self, guint slot)
{
  GArray *ticks = self->score->ticks;

  if (ticks->len == 0 || g_array_index (ticks, guint, ticks->len - 1) < slot)
    g_array_append_val (ticks, slot);
}

/* (element-type JipyoTick) as many as an axis has; NULL for bands. (transfer full) */
static GArray *
list_axis_ticks (const Composer *self)
{
  const JipyoAxis *axis = &self->plot->position;
  const JipyoScale scale =
    jipyo_scale_new (axis->kind, g_array_index (self->positions, double, 0),
                     g_array_index (self->positions, double, self->positions->len - 1));
  const JipyoAxisUnit unit = { .unit = axis->unit, .divisor = 1, .symbol = "" };

  if (axis->kind == JIPYO_SCALE_BAND || self->positions->len < 2)
    return NULL;
  if (axis->kind != JIPYO_SCALE_TIME)
    return jipyo_ticks_new (&scale, &unit, TICKS_MAX);
  for (guint level = 0; level < jipyo_ticks_get_n_time_levels (); level++) {
    GArray *ticks = jipyo_ticks_new_time (&scale, level, self->plot->lang);
    if (ticks != NULL && ticks->len <= TICKS_MAX)
      return ticks;
    g_clear_pointer (&ticks, g_array_unref);
  }
  return NULL;
}

static void
add_ticks (Composer *self)
{
  g_autoptr (GArray) ticks = list_axis_ticks (self);

  /* A category is a tick by itself. */
  for (guint i = 0; ticks == NULL && i < self->positions->len; i++)
    add_tick (self, find_slot (self, g_array_index (self->positions, double, i)));
  for (guint i = 0; ticks != NULL && i < ticks->len; i++)
    add_tick (self, find_slot (self, g_array_index (ticks, JipyoTick, i).value));
}

/* Pitch */

static void
measure_pitch (Composer *self)
{
  double low = INFINITY, high = -INFINITY;

  for (guint v = 0; v < self->score->n_voices; v++) {
    const JipyoPlotSeries *series = get_series (self->plot, self->score->voices[v]);
    const gboolean from_zero =
      jipyo_mark_get_class (series->mark)->from_zero && self->plot->value.kind != JIPYO_SCALE_LOG;
    for (guint i = 0; i < series->data->len; i++) {
      const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
      if (!is_heard (self->plot, datum))
        continue;
      low = MIN (low, from_zero ? MIN (0, datum->value) : datum->value);
      high = MAX (high, from_zero ? MAX (0, datum->value) : datum->value);
    }
  }
  self->pitch = jipyo_scale_new (self->plot->value.kind, low, high);
  self->pitch.from = 0;
  self->pitch.to = 1;
}

static double
find_median (const JipyoPlot *plot, const JipyoPlotSeries *series)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < series->data->len; i++) {
    const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    if (is_heard (plot, datum))
      g_array_append_val (values, datum->value);
  }
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, values->len / 2);
}

static JipyoNote
compose_note (const Composer *self, guint voice, guint index)
{
  const JipyoPlotSeries *series = get_series (self->plot, self->score->voices[voice]);
  const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, index);
  const double height = CLAMP (jipyo_scale_map (&self->pitch, datum->value), 0, 1);

  return (JipyoNote){
    .slot = find_slot (self, datum->position),
    .voice = voice,
    .datum = index,
    .hz = JIPYO_SOUND_LOWEST_HZ * pow (JIPYO_SOUND_HIGHEST_HZ / JIPYO_SOUND_LOWEST_HZ, height),
    .loudness = jipyo_datum_is_plain (datum) ? 1 : QUIET,
  };
}

static void
add_notes (Composer *self, guint voice)
{
  const JipyoPlotSeries *series = get_series (self->plot, self->score->voices[voice]);
  const double median = find_median (self->plot, series);
  g_autofree int *chosen = g_new (int, self->score->n_slots);

  for (guint i = 0; i < self->score->n_slots; i++)
    chosen[i] = -1;
  for (guint i = 0; i < series->data->len; i++) {
    const JipyoDatum *data = &g_array_index (series->data, JipyoDatum, 0);
    if (!is_heard (self->plot, &data[i]))
      continue;
    int *own = &chosen[find_slot (self, data[i].position)];
    if (*own < 0 || fabs (data[i].value - median) > fabs (data[*own].value - median))
      *own = (int) i;
  }
  for (guint i = 0; i < self->score->n_slots; i++) {
    if (chosen[i] < 0)
      continue;
    const JipyoNote note = compose_note (self, voice, (guint) chosen[i]);
    /* One that has no place on the scale of the others has no pitch, and is a silence. */
    if (isfinite (note.hz))
      g_array_append_val (self->score->notes, note);
  }
}

/* Notes name the points of the plot that was asked about. */
static void
name_origins (JipyoSoundScore *score, const JipyoPlotDigest *digest)
{
  for (guint i = 0; i < score->notes->len; i++) {
    JipyoNote *note = &g_array_index (score->notes, JipyoNote, i);
    const JipyoDatumRef ref = { score->voices[note->voice], note->datum };
    note->datum = jipyo_plot_digest_find_origin (digest, ref);
  }
}

JipyoSoundScore *
jipyo_sound_score_new (const JipyoPlot *described, const JipyoPlotState *state)
{
  g_return_val_if_fail (described != NULL, NULL);
  g_autoptr (JipyoPlotDigest) digest = jipyo_plot_digest_new (described);
  const JipyoPlot *plot = digest != NULL ? digest->plot : described;
  g_autoptr (JipyoSoundScore) score = g_new0 (JipyoSoundScore, 1);
  Composer composer = { .plot = plot, .score = score };

  score->notes = g_array_new (FALSE, FALSE, sizeof (JipyoNote));
  score->ticks = g_array_new (FALSE, FALSE, sizeof (guint));
  if (plot->value.kind == JIPYO_SCALE_TIME)
    return NULL;
  choose_voices (&composer, state);
  if (score->n_voices == 0)
    return NULL;
  list_positions (&composer);
  measure_pitch (&composer);
  for (guint i = 0; i < score->n_voices; i++)
    add_notes (&composer, i);
  add_ticks (&composer);
  if (digest != NULL)
    name_origins (score, digest);
  g_array_unref (composer.positions);
  return g_steal_pointer (&score);
}

void
jipyo_sound_score_free (JipyoSoundScore *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->notes);
  g_array_unref (self->ticks);
  g_free (self);
}

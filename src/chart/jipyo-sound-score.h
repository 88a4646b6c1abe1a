/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plot as notes: the higher the value, the higher the pitch, on the same scale as in the picture.
 * Every position has the same time, a few of them half a second, many at least 60 ms; where nothing
 * is known it is silent. At most three series sound, side by side; a fourth could not be followed.
 */

#pragma once

#include "jipyo-plot-state.h"
#include "jipyo-plot.h"

#define JIPYO_SOUND_LOWEST_HZ 200.0
#define JIPYO_SOUND_HIGHEST_HZ 1600.0
#define JIPYO_SOUND_VOICES_MAX 3

typedef struct {
  guint slot;
  guint voice; /* of the score's voices */
  guint datum;
  double hz;
  double loudness; /* 1; less for what is no plain figure */
} JipyoNote;

typedef struct {
  guint n_slots;
  guint slot_ms;
  guint voices[JIPYO_SOUND_VOICES_MAX]; /* series, from left to right */
  guint n_voices;
  guint n_unheard; /* further series that have data */
  GArray *notes;   /* of JipyoNote, by voice, then slot */
  GArray *ticks;   /* of guint: slots at which the axis has a tick, rising */
} JipyoSoundScore;

/* NULL when there is nothing to be heard: no known values, or dates instead of values. With `state`
 * only of the series that are shown, or of the one looked at; the one that the title speaks of
 * comes before others. */
JipyoSoundScore *jipyo_sound_score_new (const JipyoPlot *plot, const JipyoPlotState *state);
void jipyo_sound_score_free (JipyoSoundScore *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoSoundScore, jipyo_sound_score_free)

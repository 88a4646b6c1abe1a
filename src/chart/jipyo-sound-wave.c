/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Past the table of sines all arithmetic is of whole numbers, hence the same on every machine.
 */

#include "jipyo-sound-wave.h"

#include <math.h>
#include <string.h>

enum {
  TABLE_BITS = 12,
  TABLE_SIZE = 1 << TABLE_BITS,
  ONE = 1 << 15, /* of amplitudes and gains */
  PARTIALS = 4,
  CHANNELS = 2,
};

static const guint ATTACK_MS = 6;
static const guint RELEASE_MS = 12;
static const guint REST_PERCENT = 10; /* of a slot, between two notes */
static const int PEAK = ONE * 8 / 10; /* of all voices together */
static const int TICK_PEAK = ONE / 10;
static const guint TICK_MS = 8;
static const double TICK_HZ = 2500; /* above all data */

/* Strengths of the harmonics in 1/ONE; each voice's add up to one. */
static const int partials[JIPYO_SOUND_VOICES_MAX][PARTIALS] = {
  { ONE * 64 / 100, ONE * 22 / 100, ONE * 10 / 100, ONE * 4 / 100 },
  { ONE * 72 / 100, 0, ONE * 28 / 100, 0 },
  { ONE * 50 / 100, ONE * 28 / 100, ONE * 14 / 100, ONE * 8 / 100 },
};

/* Left and right of each voice where there are one, two or three: equal power. */
static const double pans[JIPYO_SOUND_VOICES_MAX][JIPYO_SOUND_VOICES_MAX][CHANNELS] = {
  { { 0.7071, 0.7071 } },
  { { 0.9487, 0.3162 }, { 0.3162, 0.9487 } },
  { { 0.9487, 0.3162 }, { 0.7071, 0.7071 }, { 0.3162, 0.9487 } },
};

typedef struct {
  int sine[TABLE_SIZE];
  int *mix; /* CHANNELS a frame */
  guint n_frames;
} Synth;

static guint
to_frames (guint ms)
{
  return (guint) ((guint64) ms * JIPYO_SOUND_RATE / 1000);
}

static guint32
to_step (double hz)
{
  return (guint32) llround (hz / JIPYO_SOUND_RATE * 4294967296.0);
}

static void
fill_table (Synth *self)
{
  for (guint i = 0; i < TABLE_SIZE; i++)
    self->sine[i] = (int) lround (sin (2 * G_PI * i / TABLE_SIZE) * ONE);
}

static gint64
look_up (const Synth *self, guint32 phase)
{
  return self->sine[phase >> (32 - TABLE_BITS)];
}

/* Rises, sinks to half over the note, and is gone at its end: 0 … ONE. */
static gint64
get_envelope (guint frame, guint length)
{
  const gint64 attack = MIN (to_frames (ATTACK_MS), length / 3);
  const gint64 release = MIN (to_frames (RELEASE_MS), length / 3);
  const gint64 level = ONE - (gint64) ONE / 2 * frame / length;

  if (frame < attack)
    return level * frame / attack;
  if (frame + release > length)
    return level * (length - frame) / release;
  return level;
}

static void
play_note (Synth *self, const JipyoSoundScore *score, const JipyoNote *note)
{
  const double *pan = pans[score->n_voices - 1][note->voice];
  const guint start = to_frames (JIPYO_SOUND_LEAD_MS + note->slot * score->slot_ms);
  const guint length = to_frames (score->slot_ms) * (100 - REST_PERCENT) / 100;
  const gint64 peak = llround (note->loudness * PEAK / score->n_voices);
  const gint64 gains[CHANNELS] = { llround (pan[0] * ONE), llround (pan[1] * ONE) };
  const guint32 step = to_step (note->hz);
  guint32 phase = 0;

  for (guint i = 0; i < length; i++, phase += step) {
    gint64 tone = 0;
    for (guint32 k = 0; k < PARTIALS; k++)
      tone += look_up (self, phase * (k + 1)) * partials[note->voice][k] / ONE;
    tone = tone * peak / ONE * get_envelope (i, length) / ONE;
    for (guint c = 0; c < CHANNELS; c++)
      self->mix[(start + i) * CHANNELS + c] += (int) (tone * gains[c] / ONE);
  }
}

static void
play_tick (Synth *self, const JipyoSoundScore *score, guint slot)
{
  const guint start = to_frames (JIPYO_SOUND_LEAD_MS + slot * score->slot_ms);
  const guint length = to_frames (TICK_MS);
  const guint32 step = to_step (TICK_HZ);
  guint32 phase = 0;

  for (guint i = 0; i < length; i++, phase += step) {
    const gint64 fade = (gint64) ONE * (length - i) / length;
    const int sample = (int) (look_up (self, phase) * TICK_PEAK / ONE * fade / ONE);
    for (guint c = 0; c < CHANNELS; c++)
      self->mix[(start + i) * CHANNELS + c] += sample;
  }
}

/* Little-endian, whatever the machine is. */
static void
put (guint8 *at, guint32 value, guint n_bytes)
{
  for (guint i = 0; i < n_bytes; i++)
    at[i] = (guint8) (value >> (8 * i));
}

static void
put_header (guint8 *at, guint32 n_bytes)
{
  const guint frame = CHANNELS * sizeof (gint16);

  memcpy (at, "RIFF", 4);
  put (at + 4, JIPYO_SOUND_HEADER - 8 + n_bytes, 4);
  memcpy (at + 8, "WAVEfmt ", 8);
  put (at + 16, 16, 4); /* what follows of the format */
  put (at + 20, 1, 2);  /* PCM */
  put (at + 22, CHANNELS, 2);
  put (at + 24, JIPYO_SOUND_RATE, 4);
  put (at + 28, JIPYO_SOUND_RATE * frame, 4);
  put (at + 32, frame, 2);
  put (at + 34, 8 * sizeof (gint16), 2);
  memcpy (at + 36, "data", 4);
  put (at + 40, n_bytes, 4);
}

guint
jipyo_sound_wave_get_length (const JipyoSoundScore *score)
{
  g_return_val_if_fail (score != NULL, 0);
  return JIPYO_SOUND_LEAD_MS + score->n_slots * score->slot_ms + JIPYO_SOUND_TAIL_MS;
}

GBytes *
jipyo_sound_wave_encode (const JipyoSoundScore *score)
{
  g_return_val_if_fail (score != NULL, NULL);
  g_autofree Synth *synth = g_new0 (Synth, 1);

  synth->n_frames = to_frames (jipyo_sound_wave_get_length (score));
  synth->mix = g_new0 (int, synth->n_frames *CHANNELS);
  fill_table (synth);
  for (guint i = 0; i < score->notes->len; i++)
    play_note (synth, score, &g_array_index (score->notes, JipyoNote, i));
  for (guint i = 0; i < score->ticks->len; i++)
    play_tick (synth, score, g_array_index (score->ticks, guint, i));

  const guint32 n_samples = synth->n_frames * CHANNELS;
  const guint32 n_bytes = n_samples * (guint32) sizeof (gint16);
  guint8 *file = g_malloc (JIPYO_SOUND_HEADER + n_bytes);
  put_header (file, n_bytes);
  for (guint32 i = 0; i < n_samples; i++)
    put (file + JIPYO_SOUND_HEADER + i * sizeof (gint16), (guint32) synth->mix[i], sizeof (gint16));
  g_free (synth->mix);
  return g_bytes_new_take (file, JIPYO_SOUND_HEADER + n_bytes);
}

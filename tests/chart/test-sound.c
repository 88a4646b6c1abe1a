/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is heard is measured from the samples of the file, not from what was meant.
 */

#include "jipyo-sound-wave.h"

#include <math.h>
#include <string.h>

#include "random-plots.h"

static const double CENTS = 100; /* a semitone */

/* A file taken apart again. */
typedef struct {
  GBytes *bytes;
  const guint8 *samples;
  guint n_frames;
} Wave;

static guint
get (const guint8 *at, guint n_bytes)
{
  guint value = 0;

  for (guint i = n_bytes; i-- > 0;)
    value = value << 8 | at[i];
  return value;
}

static Wave
encode (const JipyoSoundScore *score)
{
  Wave wave = { .bytes = jipyo_sound_wave_encode (score) };
  gsize size;
  const guint8 *data = g_bytes_get_data (wave.bytes, &size);

  g_assert_cmpmem (data, 4, "RIFF", 4);
  g_assert_cmpuint (get (data + 4, 4), ==, size - 8);
  g_assert_cmpmem (data + 8, 8, "WAVEfmt ", 8);
  g_assert_cmpuint (get (data + 16, 4), ==, 16);
  g_assert_cmpuint (get (data + 20, 2), ==, 1);
  g_assert_cmpuint (get (data + 22, 2), ==, 2);
  g_assert_cmpuint (get (data + 24, 4), ==, JIPYO_SOUND_RATE);
  g_assert_cmpuint (get (data + 28, 4), ==, JIPYO_SOUND_RATE * 4);
  g_assert_cmpuint (get (data + 32, 2), ==, 4);
  g_assert_cmpuint (get (data + 34, 2), ==, 16);
  g_assert_cmpmem (data + 36, 4, "data", 4);
  g_assert_cmpuint (get (data + 40, 4), ==, size - JIPYO_SOUND_HEADER);
  wave.samples = data + JIPYO_SOUND_HEADER;
  wave.n_frames = (guint) (size - JIPYO_SOUND_HEADER) / 4;
  return wave;
}

static double
get_sample (const Wave *wave, guint frame, guint channel)
{
  return (gint16) get (wave->samples + frame * 4 + channel * 2, 2) / 32768.0;
}

static guint
to_frame (double ms)
{
  return (guint) (ms * JIPYO_SOUND_RATE / 1000);
}

/* Loudest sample of either channel between two times. */
static double
measure_peak (const Wave *wave, double from_ms, double to_ms)
{
  double peak = 0;

  for (guint i = to_frame (from_ms); i < MIN (to_frame (to_ms), wave->n_frames); i++)
    peak = MAX (peak, MAX (fabs (get_sample (wave, i, 0)), fabs (get_sample (wave, i, 1))));
  return peak;
}

static double
measure_power (const Wave *wave, guint slot, const JipyoSoundScore *score, guint channel)
{
  const double start = JIPYO_SOUND_LEAD_MS + slot * score->slot_ms;
  double sum = 0;

  for (guint i = to_frame (start); i < to_frame (start + score->slot_ms); i++)
    sum += get_sample (wave, i, channel) * get_sample (wave, i, channel);
  return sum;
}

/* The strength of a frequency in a slot, behind its tick: one term of a Fourier transform. */
static double
measure_strength (const Wave *wave, double start_ms, double length_ms, double hz)
{
  const guint first = to_frame (start_ms), n = to_frame (length_ms);
  double re = 0, im = 0;

  for (guint i = 0; i < n; i++) {
    const double sample = get_sample (wave, first + i, 0) + get_sample (wave, first + i, 1);
    const double window = 0.5 - 0.5 * cos (2 * G_PI * i / n);
    re += sample * window * cos (2 * G_PI * hz * i / JIPYO_SOUND_RATE);
    im += sample * window * sin (2 * G_PI * hz * i / JIPYO_SOUND_RATE);
  }
  return hypot (re, im);
}

static double
measure_pitch (const Wave *wave, const JipyoSoundScore *score, guint slot)
{
  const double start = JIPYO_SOUND_LEAD_MS + slot * score->slot_ms + 8.5;
  const double length = score->slot_ms * 0.9 - 8.5;
  double best = 0, pitch = 0;

  for (double hz = 150; hz < 2000; hz *= 1.004) {
    const double strength = measure_strength (wave, start, length, hz);
    if (strength <= best)
      continue;
    best = strength;
    pitch = hz;
  }
  return pitch;
}

static JipyoPlot *
new_line (const double *values, guint n)
{
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", "a", JIPYO_MARK_LINE);

  plot->position.kind = JIPYO_SCALE_LINEAR;
  for (guint i = 0; i < n; i++)
    jipyo_plot_series_add (series, i, values[i], NULL);
  return plot;
}

static void
assert_near (double found, double wanted)
{
  g_assert_cmpfloat (fabs (log2 (found / wanted)) * 1200, <, CENTS);
}

/* The ends of the range are the ends of the data; halfway in value is halfway in pitch, heard as
 * the octave it is. */
static void
test_pitch (void)
{
  static const double values[] = { 0, 30, 10, 20 };
  static const double pitches[] = { 200, 1600, 400, 800 };
  g_autoptr (JipyoPlot) plot = new_line (values, 4);
  g_autoptr (JipyoSoundScore) score = jipyo_sound_score_new (plot, NULL);
  Wave wave = encode (score);

  g_assert_cmpuint (score->n_slots, ==, 4);
  for (guint i = 0; i < 4; i++)
    assert_near (measure_pitch (&wave, score, i), pitches[i]);
  g_bytes_unref (wave.bytes);
}

/* Bars stand on zero, a logarithm climbs by powers. */
static void
test_pitch_scales (void)
{
  static const double values[] = { 10, 100, 1000 };
  g_autoptr (JipyoPlot) plot = new_line (values, 3);

  plot->value.kind = JIPYO_SCALE_LOG;
  g_autoptr (JipyoSoundScore) powers = jipyo_sound_score_new (plot, NULL);
  assert_near (g_array_index (powers->notes, JipyoNote, 1).hz, 200 * sqrt (8));
  plot->value.kind = JIPYO_SCALE_LINEAR;
  ((JipyoPlotSeries *) g_ptr_array_index (plot->series, 0))->mark = JIPYO_MARK_BAR;
  g_autoptr (JipyoSoundScore) bars = jipyo_sound_score_new (plot, NULL);
  assert_near (g_array_index (bars->notes, JipyoNote, 0).hz, 200 * pow (8, 0.01));
}

static void
test_monotone (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  double values[24];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = g_rand_double_range (rand, -5, 5);
  g_autoptr (JipyoPlot) plot = new_line (values, G_N_ELEMENTS (values));
  g_autoptr (JipyoSoundScore) score = jipyo_sound_score_new (plot, NULL);
  Wave wave = encode (score);
  double pitches[G_N_ELEMENTS (values)];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    pitches[i] = measure_pitch (&wave, score, i);
    g_assert_cmpfloat (pitches[i], >, JIPYO_SOUND_LOWEST_HZ * 0.97);
    g_assert_cmpfloat (pitches[i], <, JIPYO_SOUND_HIGHEST_HZ * 1.03);
  }
  for (guint a = 0; a < G_N_ELEMENTS (values); a++)
    for (guint b = 0; b < G_N_ELEMENTS (values); b++)
      if (values[a] > values[b] + 0.5)
        g_assert_cmpfloat (pitches[a], >, pitches[b]);
  g_bytes_unref (wave.bytes);
}

/* 60 ms a position at least, half a second at most, and 8 s in all. */
static void
test_length (void)
{
  static const struct {
    guint n, slots, slot_ms;
  } cases[] = { { 1, 1, 500 },  { 5, 5, 500 },    { 8, 8, 500 },    { 40, 40, 100 },
                { 66, 66, 60 }, { 133, 133, 60 }, { 134, 133, 60 }, { 5000, 133, 60 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree double *values = g_new0 (double, cases[i].n);
    g_autoptr (JipyoPlot) plot = new_line (values, cases[i].n);
    g_autoptr (JipyoSoundScore) score = jipyo_sound_score_new (plot, NULL);
    Wave wave = encode (score);

    g_assert_cmpuint (score->n_slots, ==, cases[i].slots);
    g_assert_cmpuint (score->slot_ms, ==, cases[i].slot_ms);
    g_assert_cmpuint (jipyo_sound_wave_get_length (score), ==,
                      cases[i].slots * cases[i].slot_ms + 250);
    g_assert_cmpuint (wave.n_frames, ==, to_frame (jipyo_sound_wave_get_length (score)));
    g_bytes_unref (wave.bytes);
  }
}

/* A gap is silent but for the tick that may stand there, and so are beginning and end. */
static void
test_gap (void)
{
  static const double values[] = { 1, NAN, 3 };
  g_autoptr (JipyoPlot) plot = new_line (values, 3);
  g_autoptr (JipyoSoundScore) score = jipyo_sound_score_new (plot, NULL);
  Wave wave = encode (score);
  const double end = jipyo_sound_wave_get_length (score);

  g_assert_cmpfloat (measure_peak (&wave, 0, JIPYO_SOUND_LEAD_MS - 1), ==, 0);
  g_assert_cmpfloat (measure_peak (&wave, JIPYO_SOUND_LEAD_MS + 100, JIPYO_SOUND_LEAD_MS + 300), >,
                     0.1);
  g_assert_cmpfloat (measure_peak (&wave, JIPYO_SOUND_LEAD_MS + 510, JIPYO_SOUND_LEAD_MS + 999), ==,
                     0);
  g_assert_cmpfloat (measure_peak (&wave, end - JIPYO_SOUND_TAIL_MS, end), ==, 0);
  g_bytes_unref (wave.bytes);
}

/* Nothing jumps: between two samples of a note there is less than its steepest slope. */
static void
test_no_clicks (void)
{
  static const double values[] = { 0, 1, 0, 1, 0 };
  g_autoptr (JipyoPlot) plot = new_line (values, 5);
  g_autoptr (JipyoSoundScore) score = jipyo_sound_score_new (plot, NULL);

  g_array_set_size (score->ticks, 0);
  Wave wave = encode (score);
  for (guint i = 1; i < wave.n_frames; i++)
    g_assert_cmpfloat (fabs (get_sample (&wave, i, 0) - get_sample (&wave, i - 1, 0)), <, 0.45);
  for (guint slot = 0; slot < 5; slot++) {
    const double start = JIPYO_SOUND_LEAD_MS + slot * score->slot_ms;
    g_assert_cmpfloat (measure_peak (&wave, start - 20, start + 0.2), <, 0.03);
  }
  g_bytes_unref (wave.bytes);
}

static void
add_level (JipyoPlot *plot, double value, JipyoRole role)
{
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", "a", JIPYO_MARK_LINE);

  series->colour.role = role;
  for (guint i = 0; i < 4; i++)
    jipyo_plot_series_add (series, i, value, NULL);
}

/* Two series lie left and right; of five the first three are heard, and always the accent. */
static void
test_voices (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);

  plot->position.kind = JIPYO_SCALE_LINEAR;
  add_level (plot, 1, JIPYO_ROLE_SERIES);
  add_level (plot, 2, JIPYO_ROLE_SERIES);
  g_autoptr (JipyoSoundScore) two = jipyo_sound_score_new (plot, NULL);
  Wave wave = encode (two);
  const double start = JIPYO_SOUND_LEAD_MS + 10;
  g_assert_cmpfloat (measure_strength (&wave, start, 400, 200), >, 0);
  g_assert_cmpfloat (measure_power (&wave, 0, two, 0), >, 0);
  g_bytes_unref (wave.bytes);
  for (guint i = 0; i < two->notes->len; i++)
    if (g_array_index (two->notes, JipyoNote, i).voice == 1)
      g_array_index (two->notes, JipyoNote, i).loudness = 0;
  wave = encode (two);
  g_assert_cmpfloat (measure_power (&wave, 0, two, 0), >, 4 * measure_power (&wave, 0, two, 1));
  g_bytes_unref (wave.bytes);

  add_level (plot, 3, JIPYO_ROLE_SERIES);
  add_level (plot, 4, JIPYO_ROLE_SERIES);
  add_level (plot, 5, JIPYO_ROLE_ACCENT);
  g_autoptr (JipyoSoundScore) five = jipyo_sound_score_new (plot, NULL);
  g_assert_cmpuint (five->n_voices, ==, 3);
  g_assert_cmpuint (five->n_unheard, ==, 2);
  g_assert_cmpuint (five->voices[0], ==, 0);
  g_assert_cmpuint (five->voices[1], ==, 1);
  g_assert_cmpuint (five->voices[2], ==, 4);

  JipyoPlotState state = jipyo_plot_state_new ();
  state.hidden = 1;
  g_autoptr (JipyoSoundScore) fewer = jipyo_sound_score_new (plot, &state);
  g_assert_cmpuint (fewer->voices[0], ==, 1);
  state.focus = 3;
  g_autoptr (JipyoSoundScore) one = jipyo_sound_score_new (plot, &state);
  g_assert_cmpuint (one->n_voices, ==, 1);
  g_assert_cmpuint (one->voices[0], ==, 3);
}

/* Whatever the plot: no sample at full scale, the same bytes twice. */
static void
test_hostile (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (21);
  guint n_heard = 0;

  for (guint i = 0; i < 60; i++) {
    g_autoptr (JipyoPlot) plot = random_plot_new (rand);
    g_autoptr (JipyoSoundScore) score = jipyo_sound_score_new (plot, NULL);
    if (score == NULL)
      continue;
    Wave wave = encode (score);
    g_autoptr (GBytes) again = jipyo_sound_wave_encode (score);
    g_assert_true (g_bytes_equal (wave.bytes, again));
    g_assert_cmpfloat (measure_peak (&wave, 0, 1e6), <, 0.95);
    g_assert_cmpfloat (measure_peak (&wave, 0, 1e6), >, 0.05);
    for (guint k = 0; k < score->notes->len; k++) {
      const JipyoNote *note = &g_array_index (score->notes, JipyoNote, k);
      g_assert_cmpfloat (note->hz, >=, JIPYO_SOUND_LOWEST_HZ * 0.9999);
      g_assert_cmpfloat (note->hz, <=, JIPYO_SOUND_HIGHEST_HZ * 1.0001);
      g_assert_cmpuint (note->slot, <, score->n_slots);
    }
    n_heard++;
    g_bytes_unref (wave.bytes);
  }
  g_assert_cmpuint (n_heard, >, 15);
}

/* The bytes of a file of last year are those of today's. */
static void
test_same_bytes (void)
{
  static const double values[] = { 2, 9, 29, NAN, 122 };
  g_autoptr (JipyoPlot) plot = new_line (values, 5);
  g_autoptr (JipyoSoundScore) score = jipyo_sound_score_new (plot, NULL);
  g_autoptr (GBytes) bytes = jipyo_sound_wave_encode (score);
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  g_assert_cmpstr (sum, ==, "2ad41015dbab324430a994c733621975312d58d3ec6f3da3c712d013dc90d0d4");
}

/* A spike among five thousand is heard. */
static void
test_spike (void)
{
  g_autofree double *values = g_new0 (double, 5000);
  double highest = 0;

  values[3333] = 1;
  g_autoptr (JipyoPlot) plot = new_line (values, 5000);
  g_autoptr (JipyoSoundScore) score = jipyo_sound_score_new (plot, NULL);
  for (guint i = 0; i < score->notes->len; i++)
    highest = MAX (highest, g_array_index (score->notes, JipyoNote, i).hz);
  assert_near (highest, JIPYO_SOUND_HIGHEST_HZ);
}

static void
test_ticks (void)
{
  static const double values[] = { 1, 2, 3 };
  g_autoptr (JipyoPlot) plot = new_line (values, 3);
  JipyoPlotSeries *series = g_ptr_array_index (plot->series, 0);

  plot->position.kind = JIPYO_SCALE_TIME;
  for (guint i = 0; i < 3; i++)
    g_array_index (series->data, JipyoDatum, i).position =
      jipyo_plot_time_from_date ((JipyoDate){ (gint16) (2020 + i), 1, 1 });
  g_autoptr (JipyoSoundScore) years = jipyo_sound_score_new (plot, NULL);
  g_assert_cmpuint (years->ticks->len, >=, 2);
  /* A tick sounds where a gap is silent. */
  g_array_set_size (years->notes, 0);
  Wave wave = encode (years);
  g_assert_cmpfloat (measure_peak (&wave, JIPYO_SOUND_LEAD_MS, JIPYO_SOUND_LEAD_MS + 8), >, 0.05);
  g_assert_cmpfloat (measure_peak (&wave, JIPYO_SOUND_LEAD_MS + 9, JIPYO_SOUND_LEAD_MS + 499), ==,
                     0);
  g_bytes_unref (wave.bytes);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/sound/pitch", test_pitch);
  g_test_add_func ("/chart/sound/pitch-scales", test_pitch_scales);
  g_test_add_func ("/chart/sound/monotone", test_monotone);
  g_test_add_func ("/chart/sound/length", test_length);
  g_test_add_func ("/chart/sound/gap", test_gap);
  g_test_add_func ("/chart/sound/no-clicks", test_no_clicks);
  g_test_add_func ("/chart/sound/voices", test_voices);
  g_test_add_func ("/chart/sound/hostile", test_hostile);
  g_test_add_func ("/chart/sound/same-bytes", test_same_bytes);
  g_test_add_func ("/chart/sound/spike", test_spike);
  g_test_add_func ("/chart/sound/ticks", test_ticks);
  return g_test_run ();
}

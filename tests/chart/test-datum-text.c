/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "jipyo-datum-text.h"

#include <math.h>

#include "jipyo-plot-reading.h"
#include "random-plots.h"

static void
assert_described (const JipyoPlot *plot, guint series, guint datum, const char *expected)
{
  g_autofree char *text = jipyo_datum_text_describe (plot, series, datum);

  g_assert_cmpstr (text, ==, expected);
}

/* A figure of one category "x", in either language. */
typedef struct {
  JipyoUnit unit;
  double value;
  const char *text;
  JipyoDatumKind kind;
  const char *ko;
  const char *en;
} Case;

static void
check_case (const Case *c, JipyoLang lang)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (lang);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_BAR);

  plot->value.unit = c->unit;
  jipyo_plot_add_band (plot, "x", NULL);
  jipyo_plot_series_add (series, 0, c->value, c->text)->kind = c->kind;
  assert_described (plot, 0, 0, lang == JIPYO_LANG_KO ? c->ko : c->en);
}

static void
test_figures (void)
{
  static const Case cases[] = {
    /* A bare number gets its unit, and keeps its decimals. */
    { JIPYO_UNIT_MODELS, 14, "14", JIPYO_DATUM_VALUE, "x: 14개", "x: 14 models" },
    { JIPYO_UNIT_MODELS, 1, "1", JIPYO_DATUM_VALUE, "x: 1개", "x: 1 model" },
    { JIPYO_UNIT_POINTS, 69, "69.0", JIPYO_DATUM_VALUE, "x: 69.0점", "x: 69.0 points" },
    { JIPYO_UNIT_PERCENT, -8.3, "−8.3", JIPYO_DATUM_VALUE, "x: −8.3 %", "x: −8.3 %" },
    /* A rounded one is the figure, not a name before it. */
    { JIPYO_UNIT_PERCENT, -0.586495, "−0.59 %", JIPYO_DATUM_VALUE, "x: −0.59 %", "x: −0.59 %" },
    { JIPYO_UNIT_PERCENT, 5.2666, "+5.3 %", JIPYO_DATUM_VALUE, "x: +5.3 %", "x: +5.3 %" },
    { JIPYO_UNIT_PARAMETERS, 3.4e9, "Solar 3.5", JIPYO_DATUM_VALUE, "x: Solar 3.5, 34억 개",
      "x: Solar 3.5, 3.4 billion parameters" },
    /* What was computed is said to hundredths of a percent, if it is not less than that. */
    { JIPYO_UNIT_PERCENT, -11.0211, NULL, JIPYO_DATUM_VALUE, "x: −11.02 %", "x: −11.02 %" },
    { JIPYO_UNIT_PERCENT, 5, NULL, JIPYO_DATUM_VALUE, "x: 5 %", "x: 5 %" },
    { JIPYO_UNIT_PERCENT, 0.00123, NULL, JIPYO_DATUM_VALUE, "x: 0.00123 %", "x: 0.00123 %" },
    /* One of an axis in hundreds of millions is no 1,586 won. */
    { JIPYO_UNIT_KRW, 158.6e9, "1,586", JIPYO_DATUM_VALUE, "x: 1,586억 원", "x: ₩158.6 billion" },
    /* A figure with its words stays as it is. */
    { JIPYO_UNIT_USD, 6864210956, "about $6.864 billion", JIPYO_DATUM_VALUE,
      "x: about $6.864 billion", "x: about $6.864 billion" },
    /* A bound is said as a bound, a computed or planned figure as one. */
    { JIPYO_UNIT_GPUS, 1000, NULL, JIPYO_DATUM_AT_MOST, "x: 최대 1,000장", "x: up to 1,000 GPUs" },
    { JIPYO_UNIT_GPUS, 50000, "50,000", JIPYO_DATUM_AT_LEAST, "x: 5만장 이상",
      "x: at least 50,000 GPUs" },
    { JIPYO_UNIT_USD, 5e11, NULL, JIPYO_DATUM_TARGET, "x: 목표 5,000억 달러",
      "x: target $500 billion" },
    { JIPYO_UNIT_MODELS, 34, "34", JIPYO_DATUM_DERIVED, "x: 34개, 계산값",
      "x: 34 models, derived" },
    { JIPYO_UNIT_MODELS, 2, NULL, JIPYO_DATUM_PLANNED, "x: 2개, 계획", "x: 2 models, planned" },
    /* A text without the digits is a name: the figure follows. */
    { JIPYO_UNIT_PARAMETERS, 519e9, "A.X K1", JIPYO_DATUM_VALUE, "x: A.X K1, 5,190억 개",
      "x: A.X K1, 519 billion parameters" },
    { JIPYO_UNIT_POINTS, NAN, "not disclosed", JIPYO_DATUM_VALUE, "x: not disclosed",
      "x: not disclosed" },
    { JIPYO_UNIT_POINTS, NAN, NULL, JIPYO_DATUM_VALUE, "x: 알려지지 않음", "x: not known" },
    { JIPYO_UNIT_NONE, 0, "0", JIPYO_DATUM_VALUE, "x: 0", "x: 0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    check_case (&cases[i], JIPYO_LANG_KO);
    check_case (&cases[i], JIPYO_LANG_EN);
  }
}

static void
test_names (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series =
    jipyo_plot_add_series (plot, "us", "United States $285.9 billion", JIPYO_MARK_LINE);

  plot->value.unit = JIPYO_UNIT_USD;
  jipyo_plot_add_band (plot, "Upstage", "B200");
  jipyo_plot_add_band (plot, "Upstage", "H100");
  jipyo_plot_add_band (plot, "Motif", "B200");
  jipyo_plot_series_set_spoken (series, "United States");
  jipyo_datum_set_note (jipyo_plot_series_add (series, 0, 67220000000, NULL), "nominal");
  jipyo_plot_series_add (series, 2, 1e9, NULL);
  jipyo_datum_set_spoken (jipyo_plot_series_add (series, 7, 1e9, NULL), "an event");
  /* Two categories of one name are told apart by their second line. */
  assert_described (plot, 0, 0, "Upstage (B200), United States: $67.22 billion (nominal)");
  assert_described (plot, 0, 1, "Motif, United States: $1 billion");
  assert_described (plot, 0, 2, "United States, an event: $1 billion");
  /* The word of a bound is not said twice. */
  jipyo_plot_series_add (series, 2, 2e9, "up to $2 billion")->kind = JIPYO_DATUM_AT_MOST;
  assert_described (plot, 0, 3, "Motif, United States: up to $2 billion");
}

static void
test_dates (void)
{
  static const struct {
    JipyoDate dates[2];
    double seconds; /* beyond midnight */
    const char *ko;
    const char *en;
  } cases[] = {
    { { { 2018, 1, 1 }, { 2019, 1, 1 } }, 0, "2018년: 1", "2018: 1" },
    { { { 2025, 8, 1 }, { 2026, 2, 1 } }, 0, "2025년 8월: 1", "Aug 2025: 1" },
    { { { 2025, 8, 4 }, { 2026, 2, 1 } }, 0, "2025.08.04(월): 1", "4 Aug 2025: 1" },
    { { { 2025, 8, 4 }, { 2026, 2, 1 } }, 34200, "2025.08.04(월) 09:30: 1", "4 Aug 2025 09:30: 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (JipyoLang lang = JIPYO_LANG_KO; lang <= JIPYO_LANG_EN; lang++) {
      g_autoptr (JipyoPlot) plot = jipyo_plot_new (lang);
      JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_LINE);

      plot->position.kind = JIPYO_SCALE_TIME;
      for (guint k = 0; k < 2; k++)
        jipyo_plot_series_add (
          series, jipyo_plot_time_from_date (cases[i].dates[k]) + cases[i].seconds, 1 + k, NULL);
      assert_described (plot, 0, 0, lang == JIPYO_LANG_KO ? cases[i].ko : cases[i].en);
    }
}

/* The candle of a day lies in the middle of it, and is of the day. */
static void
test_days (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_LINE);

  plot->position.kind = JIPYO_SCALE_TIME;
  plot->position.of_days = TRUE;
  jipyo_plot_series_add (
    series, jipyo_plot_time_from_date ((JipyoDate){ 2026, 2, 20 }) + 12 * 3600 + 15 * 60, 1, NULL);
  assert_described (plot, 0, 0, "20 Feb 2026: 1");
}

/* A candle lies in the middle of its time and is read by the beginning; whole minutes are told
 * without seconds; of a price no won is left out. */
static void
test_stretches (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_LINE);
  const double nine = jipyo_plot_time_from_date ((JipyoDate){ 2026, 2, 20 }) + 9 * 3600;

  plot->position.kind = JIPYO_SCALE_TIME;
  plot->position.stretch_s = 300;
  plot->value.unit = JIPYO_UNIT_KRW;
  for (guint i = 0; i < 2; i++)
    jipyo_plot_series_add (series, nine + 150 + 300 * i, 81763210 + i, NULL);
  assert_described (plot, 0, 0, "20 Feb 2026 09:00: ₩81.76 million");
  plot->value.exact = TRUE;
  assert_described (plot, 0, 1, "20 Feb 2026 09:05: ₩81,763,211");
  plot->lang = JIPYO_LANG_KO;
  g_autofree char *price = jipyo_datum_text_format_value (plot, 81763210);
  g_autofree char *low = jipyo_datum_text_format_value (plot, -0.5);
  g_assert_cmpstr (price, ==, "81,763,210원");
  g_assert_cmpstr (low, ==, "−0.5원");
  plot->position.stretch_s = 0;
  plot->lang = JIPYO_LANG_EN;
  assert_described (plot, 0, 0, "20 Feb 2026 09:02:30: ₩81,763,210");
}

/* However high an index is, and whatever its decimals are, it has two. */
static void
test_levels (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_KO);

  plot->value.unit = JIPYO_UNIT_POINTS;
  plot->value.exact = TRUE;
  g_autofree char *high = jipyo_datum_text_format_value (plot, 10234.51);
  g_autofree char *even = jipyo_datum_text_format_value (plot, 2500);
  plot->lang = JIPYO_LANG_EN;
  g_autofree char *english = jipyo_datum_text_format_value (plot, -12345.5);
  g_assert_cmpstr (high, ==, "10,234.51점");
  g_assert_cmpstr (even, ==, "2,500.00점");
  g_assert_cmpstr (english, ==, "−12,345.50 points");
}

static void
test_spans (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_RANGE);

  plot->value.kind = JIPYO_SCALE_TIME;
  jipyo_plot_add_band (plot, "Motif", NULL);
  JipyoDatum *datum =
    jipyo_plot_series_add (series, 0, jipyo_plot_time_from_date ((JipyoDate){ 2026, 8, 18 }), NULL);
  datum->start = jipyo_plot_time_from_date ((JipyoDate){ 2026, 2, 20 });
  assert_described (plot, 0, 0, "Motif: 20 Feb 2026 to 18 Aug 2026");
}

/* Whiskers are read behind the figure; a band has nothing but them. */
static void
test_ranges (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_BAND);

  jipyo_plot_add_band (plot, "x", NULL);
  for (guint i = 0; i < 2; i++) {
    JipyoDatum *datum = jipyo_plot_series_add (series, 0, i == 0 ? 3 : NAN, NULL);
    datum->low = 2;
    datum->high = 5;
  }
  assert_described (plot, 0, 0, "x: 3, range 2 to 5");
  assert_described (plot, 0, 1, "x: 2 to 5");
}

/* Every datum is in one item, in order; figures of a stretch are its own. */
static void
assert_covered (const JipyoPlot *plot, guint most)
{
  g_autoptr (GArray) readings = jipyo_plot_reading_list (plot, NULL, most);
  guint at = 0;

  g_assert_cmpuint (readings->len, <=, most);
  for (guint s = 0; s < plot->series->len; s++) {
    const JipyoPlotSeries *series = g_ptr_array_index (plot->series, s);
    guint next = 0;

    for (; at < readings->len && g_array_index (readings, JipyoReading, at).series == s; at++) {
      const JipyoReading *reading = &g_array_index (readings, JipyoReading, at);
      g_assert_cmpuint (reading->first, ==, next);
      g_assert_cmpuint (reading->last, >=, reading->first);
      g_assert_true (reading->text != NULL);
      next = reading->last + 1;
    }
    g_assert_cmpuint (next, ==, series->data->len);
  }
  g_assert_cmpuint (at, ==, readings->len);
}

static void
test_readings_cover (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < 300; i++) {
    g_autoptr (JipyoPlot) plot = random_plot_new (rand);
    assert_covered (plot, JIPYO_PLOT_READINGS_MAX);
    assert_covered (plot, MAX (plot->series->len, 1u) + i % 7);
  }
}

static void
test_readings_of_many (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "a", "Index", JIPYO_MARK_LINE);

  plot->position.kind = JIPYO_SCALE_LINEAR;
  for (guint i = 0; i < 1000; i++)
    jipyo_plot_series_add (series, i, i % 5 == 2 ? NAN : i % 5 == 3 ? -1.0 : (double) i, NULL);
  g_autoptr (GArray) readings = jipyo_plot_reading_list (plot, NULL, 200);
  g_assert_cmpuint (readings->len, ==, 200);
  g_assert_cmpstr (g_array_index (readings, JipyoReading, 1).text, ==,
                   "5 to 9, Index: 4 figures, 1 not known, first 5, last 9, lowest −1, highest 9");
  assert_covered (plot, 200);
}

/* A mark with two ends is read as both, by their names. */
static void
test_ends (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *change = jipyo_plot_add_series (plot, "a", NULL, JIPYO_MARK_DUMBBELL);
  JipyoPlotSeries *effect = jipyo_plot_add_series (plot, "b", NULL, JIPYO_MARK_TORNADO);

  jipyo_plot_add_band (plot, "Mathematics", NULL);
  jipyo_plot_series_add (change, 0, 78, "78")->start = 31;
  jipyo_datum_set_note (&g_array_index (change->data, JipyoDatum, 0), "31");
  jipyo_plot_series_add (change, 0, NAN, NULL)->start = 31;
  jipyo_plot_series_add (change, 0, NAN, NULL);
  assert_described (plot, 0, 0, "Mathematics: first 31, then 78");
  assert_described (plot, 0, 1, "Mathematics: first 31");
  assert_described (plot, 0, 2, "Mathematics: not known");
  jipyo_plot_series_name_ends (change, "2025", "2026");
  assert_described (plot, 0, 0, "Mathematics: 2025 31, 2026 78");
  JipyoDatum *datum = jipyo_plot_series_add (effect, 0, 100, NULL);
  datum->low = 62;
  datum->high = 141;
  assert_described (plot, 1, 0, "Mathematics: low 62, high 141");
}

/* What a picture shows as shares is read with its amounts. */
static void
test_shares (void)
{
  for (guint lang = 0; lang < 2; lang++) {
    g_autoptr (JipyoPlot) plot = jipyo_plot_new (lang == 0 ? JIPYO_LANG_KO : JIPYO_LANG_EN);

    plot->value.unit = JIPYO_UNIT_MODELS;
    plot->relative = TRUE;
    jipyo_plot_add_band (plot, "A", NULL);
    for (guint i = 0; i < 3; i++)
      jipyo_plot_series_add (jipyo_plot_add_series (plot, "s", "s", JIPYO_MARK_STACK), 0,
                             i == 2 ? NAN : 1 + 24 * i, NULL);
    jipyo_plot_series_add (jipyo_plot_add_series (plot, "t", "t", JIPYO_MARK_DOT), 0, 26, NULL);
    assert_described (plot, 0, 0,
                      lang == 0 ? "A, s: 1개, 합의 3.8 %" : "A, s: 1 model, 3.8 % of the total");
    assert_described (plot, 1, 0,
                      lang == 0 ? "A, s: 25개, 합의 96 %" : "A, s: 25 models, 96 % of the total");
    assert_described (plot, 2, 0, lang == 0 ? "A, s: 알려지지 않음" : "A, s: not known");
    assert_described (plot, 3, 0, lang == 0 ? "A, t: 26개" : "A, t: 26 models");
  }
}

/* A person's own words are read with the figure that they are about, and with no other. */
static void
test_own_words (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "s", NULL, JIPYO_MARK_BAR);
  const JipyoAnnotation note = {
    .kind = JIPYO_ANNOTATION_NOTE, .from = 1, .to = 5, .text = (char *) "as promised"
  };

  for (guint i = 0; i < 2; i++)
    jipyo_plot_series_add (series, jipyo_plot_add_band (plot, i == 0 ? "A" : "B", NULL), 5, NULL);
  jipyo_plot_add_annotation (plot, &note);
  assert_described (plot, 0, 0, "A: 5");
  assert_described (plot, 0, 1, "B: 5, my note: as promised");
}

/* Two lines may meet: what is said of the one is not said of the other. */
static void
test_own_words_of_series (void)
{
  char ids[][2] = { "a", "b", "c" };
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);

  jipyo_plot_add_band (plot, "A", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    jipyo_plot_series_add (jipyo_plot_add_series (plot, ids[i], ids[i], JIPYO_MARK_LINE), 0, 5,
                           NULL);
  for (guint i = 0; i < 2; i++) {
    const JipyoAnnotation note = {
      .kind = JIPYO_ANNOTATION_NOTE, .to = 5, .text = ids[1 - i], .series = ids[i]
    };
    jipyo_plot_add_annotation (plot, &note);
  }
  assert_described (plot, 0, 0, "A, a: 5, my note: b");
  assert_described (plot, 1, 0, "A, b: 5, my note: a");
  assert_described (plot, 2, 0, "A, c: 5");
}

/* Shares that a person has switched on are read as well, of what is shown; switched off they are
 * not. */
static void
test_viewed_shares (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotState state = jipyo_plot_state_new ();

  jipyo_plot_add_band (plot, "A", NULL);
  for (guint i = 0; i < 3; i++)
    jipyo_plot_series_add (jipyo_plot_add_series (plot, "s", "s", JIPYO_MARK_STACK), 0, 1 + i,
                           NULL);
  state.relative = JIPYO_PLOT_ON;
  g_autofree char *whole = jipyo_datum_text_describe_viewed (plot, &state, 1, 0);
  g_assert_cmpstr (whole, ==, "A, s: 2, 33 % of the total");
  state.hidden = 1;
  g_autofree char *part = jipyo_datum_text_describe_viewed (plot, &state, 1, 0);
  g_assert_cmpstr (part, ==, "A, s: 2, 40 % of the total");
  g_autofree char *hidden = jipyo_datum_text_describe_viewed (plot, &state, 0, 0);
  g_assert_cmpstr (hidden, ==, "A, s: 1");
  g_autoptr (GArray) readings = jipyo_plot_reading_list (plot, &state, 10);
  g_assert_cmpstr (g_array_index (readings, JipyoReading, 1).text, ==, part);
  plot->relative = TRUE;
  state.relative = JIPYO_PLOT_OFF;
  g_autofree char *amount = jipyo_datum_text_describe_viewed (plot, &state, 1, 0);
  g_assert_cmpstr (amount, ==, "A, s: 2");
}

/* What part is in view is not told; what is counted in, is. */
static void
test_same_reading (void)
{
  const JipyoPlotState plain = jipyo_plot_state_new ();
  JipyoPlotState other = plain;

  other.has_window = TRUE;
  other.low = 1;
  other.high = 2;
  other.focus = 1;
  g_assert_true (jipyo_plot_reading_is_same (&plain, &other));
  other.hidden = 2;
  g_assert_false (jipyo_plot_reading_is_same (&plain, &other));
  other = plain;
  other.relative = JIPYO_PLOT_ON;
  g_assert_false (jipyo_plot_reading_is_same (&plain, &other));
  other = plain;
  other.until = 5;
  g_assert_false (jipyo_plot_reading_is_same (&plain, &other));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/datum-text/figures", test_figures);
  g_test_add_func ("/chart/datum-text/names", test_names);
  g_test_add_func ("/chart/datum-text/dates", test_dates);
  g_test_add_func ("/chart/datum-text/days", test_days);
  g_test_add_func ("/chart/datum-text/stretches", test_stretches);
  g_test_add_func ("/chart/datum-text/levels", test_levels);
  g_test_add_func ("/chart/datum-text/spans", test_spans);
  g_test_add_func ("/chart/datum-text/ranges", test_ranges);
  g_test_add_func ("/chart/datum-text/readings-cover", test_readings_cover);
  g_test_add_func ("/chart/datum-text/same-reading", test_same_reading);
  g_test_add_func ("/chart/datum-text/readings-of-many", test_readings_of_many);
  g_test_add_func ("/chart/datum-text/ends", test_ends);
  g_test_add_func ("/chart/datum-text/shares", test_shares);
  g_test_add_func ("/chart/datum-text/own-words", test_own_words);
  g_test_add_func ("/chart/datum-text/own-words-of-series", test_own_words_of_series);
  g_test_add_func ("/chart/datum-text/viewed-shares", test_viewed_shares);
  return g_test_run ();
}

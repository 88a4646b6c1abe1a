/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What lies over the picture stays in it, says what is there, and leaves the rest alone.
 */

#include "jipyo-datum-text.h"
#include "jipyo-plot-change.h"
#include "jipyo-plot-level.h"
#include "jipyo-plot-overlay.h"
#include "jipyo-plot-scene.h"
#include "jipyo-plot-walk.h"

#include <math.h>

static const double width = 500, height = 260;

typedef struct {
  JipyoPlot *plot;
  JipyoPlotLayout *layout;
  JipyoTypesetter *typesetter;
} Fixture;

static JipyoPlot *
make_plot (void)
{
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);

  plot->position.kind = JIPYO_SCALE_TIME;
  for (guint s = 0; s < 2; s++) {
    JipyoPlotSeries *series =
      jipyo_plot_add_series (plot, "s", s == 0 ? "One" : "Two", JIPYO_MARK_LINE);
    for (guint i = 0; i < 20; i++)
      jipyo_plot_series_add (series,
                             jipyo_plot_time_from_date ((JipyoDate){ 2025, 8, 4 }) + i * 86400.0,
                             s == 1 && i == 5 ? NAN : 100 + 10 * s + i, NULL);
  }
  return plot;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);

  self->plot = make_plot ();
  self->typesetter = jipyo_typesetter_new (theme, self->plot->lang);
  const JipyoPlotFrame frame = {
    .theme = theme,
    .width = width,
    .height = height,
    .type = jipyo_theme_measure (theme, width, height),
    .bare = TRUE,
    .typesetter = self->typesetter,
  };
  self->layout = jipyo_plot_layout_new_framed (self->plot, &frame);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  jipyo_plot_layout_free (self->layout);
  jipyo_typesetter_free (self->typesetter);
  jipyo_plot_free (self->plot);
}

/* The person's own words stand below the figures, and the card is as much higher. */
static void
test_card_note (Fixture *self, gconstpointer data)
{
  const JipyoPlotPointer pointer = { .has_datum = TRUE, .series = 0, .datum = 1 };
  const JipyoDatum datum =
    jipyo_plot_series_get_datum (g_ptr_array_index (self->plot->series, 0), 1);
  const JipyoAnnotation note = { .kind = JIPYO_ANNOTATION_NOTE,
                                 .from = datum.position,
                                 .to = datum.value,
                                 .text = (char *) "my own words" };

  g_autoptr (JipyoPlotCard) plain =
               jipyo_plot_card_new (self->plot, self->layout, &pointer, self->typesetter);
  jipyo_plot_add_annotation (self->plot, &note);
  g_autoptr (JipyoPlotCard) card =
               jipyo_plot_card_new (self->plot, self->layout, &pointer, self->typesetter);
  g_autofree char *text = jipyo_plot_card_format_text (card);
  g_assert_true (g_str_has_suffix (text, "\nmy own words"));
  g_assert_cmpfloat (jipyo_plot_card_get_rect (card).height, >,
                     jipyo_plot_card_get_rect (plain).height + 10);
}

/* Where neither side of a datum has room, its card stays off its height. */
static void
test_card_makes_way (void)
{
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  g_autoptr (JipyoTypesetter) typesetter = jipyo_typesetter_new (theme, JIPYO_LANG_EN);
  JipyoPlotSeries *series =
    jipyo_plot_add_series (plot, "s", "A series with quite a long name", JIPYO_MARK_LINE);
  const JipyoPlotFrame frame = { .theme = theme,
                                 .width = 260,
                                 .height = 240,
                                 .type = jipyo_type_scale_from_label (13),
                                 .bare = TRUE };
  JipyoPlotPointer pointer = { .has_datum = TRUE, .datum = 1 };
  JipyoRect datum;

  plot->position.kind = JIPYO_SCALE_LINEAR;
  jipyo_plot_series_add (series, 0, 100, NULL);
  jipyo_plot_series_add (series, 1, 1, NULL);
  jipyo_plot_series_add (series, 2, 100, NULL);
  g_autoptr (JipyoPlotLayout) layout = jipyo_plot_layout_new_framed (plot, &frame);
  g_autoptr (JipyoPlotCard) card = jipyo_plot_card_new (plot, layout, &pointer, typesetter);
  const JipyoRect rect = jipyo_plot_card_get_rect (card);
  g_assert_true (jipyo_plot_layout_get_datum_rect (layout, 0, 1, &datum));
  g_assert_cmpfloat (rect.width, >, 130);
  g_assert_false (jipyo_rect_overlaps (&rect, &datum));
  /* A mark that came with the focus has none. */
  pointer.silent = TRUE;
  g_assert_null (jipyo_plot_card_new (plot, layout, &pointer, typesetter));
}

static char *
format_stack_card (JipyoPlot *plot, const JipyoPlotState *state, const JipyoPlotPointer *pointer)
{
  const JipyoTheme *theme = jipyo_theme_get (JIPYO_THEME_LIGHT);
  g_autoptr (JipyoTypesetter) typesetter = jipyo_typesetter_new (theme, plot->lang);
  const JipyoPlotFrame frame = { .theme = theme,
                                 .width = width,
                                 .height = height,
                                 .type = jipyo_type_scale_from_label (13),
                                 .bare = TRUE,
                                 .state = state };
  g_autoptr (JipyoPlotLayout) layout = jipyo_plot_layout_new_framed (plot, &frame);
  g_autoptr (JipyoPlotCard) card = jipyo_plot_card_new (plot, layout, pointer, typesetter);

  return jipyo_plot_card_format_text (card);
}

/* Where shares are drawn they come first, of what is shown, and the amount beside them. */
static void
test_card_shares (void)
{
  JipyoPlotState state = jipyo_plot_state_new ();
  JipyoPlotPointer pointer = { .has_datum = TRUE, .series = 1, .datum = 1 };

  for (JipyoLang lang = JIPYO_LANG_KO; lang <= JIPYO_LANG_EN; lang++) {
    const gboolean ko = lang == JIPYO_LANG_KO;
    g_autoptr (JipyoPlot) plot = jipyo_plot_new (lang);
    plot->value.unit = JIPYO_UNIT_MODELS;
    for (guint i = 0; i < 2; i++)
      jipyo_plot_add_band (plot, i == 0 ? "2024" : "2025", NULL);
    for (guint s = 0; s < 3; s++) {
      JipyoPlotSeries *series = jipyo_plot_add_series (plot, "s",
                                                       s == 0   ? "A"
                                                       : s == 1 ? "B"
                                                                : "C",
                                                       JIPYO_MARK_STACK);
      for (guint i = 0; i < 2; i++)
        jipyo_plot_series_add (series, i, 1 + s + i, NULL);
    }
    state = jipyo_plot_state_new ();
    pointer.has_anchor = FALSE;
    g_autofree char *amounts = format_stack_card (plot, &state, &pointer);
    g_assert_null (strstr (amounts, "22 %"));
    state.relative = JIPYO_PLOT_ON;
    g_autofree char *shares = format_stack_card (plot, &state, &pointer);
    g_assert_cmpstr (shares, ==,
                     ko ? "2025년\nA 22 % 2개\nB 33 % 3개\nC 44 % 4개"
                        : "2025\nA 22 % 2 models\nB 33 % 3 models\nC 44 % 4 models");
    state.hidden = 4;
    g_autofree char *shown = format_stack_card (plot, &state, &pointer);
    g_assert_cmpstr (
      shown, ==, ko ? "2025년\nA 40 % 2개\nB 60 % 3개" : "2025\nA 40 % 2 models\nB 60 % 3 models");
    pointer.has_anchor = TRUE;
    g_autofree char *stretch = format_stack_card (plot, &state, &pointer);
    g_assert_nonnull (
      strstr (stretch, ko ? "B 60 % 3개 ▲1개 (+50" : "B 60 % 3 models ▲1 model (+50"));
  }
}

static JipyoPlot *
make_candles (JipyoLang lang)
{
  JipyoPlot *plot = jipyo_plot_new (lang);
  JipyoPlotSeries *price = jipyo_plot_add_series (plot, "p", "P", JIPYO_MARK_CANDLE);
  JipyoPlotSeries *volume = jipyo_plot_add_series (plot, "v", "V", JIPYO_MARK_VOLUME);

  plot->position.kind = JIPYO_SCALE_TIME;
  plot->value.unit = JIPYO_UNIT_POINTS;
  for (guint i = 0; i < 2; i++) {
    const double day = jipyo_plot_time_from_date ((JipyoDate){ 2025, 8, 4 + i });
    JipyoDatum *candle = jipyo_plot_series_add (price, day, 4300.25 + i, NULL);
    candle->start = 4290.5;
    candle->high = 4310.75;
    candle->low = 4280.5;
    jipyo_plot_series_add (volume, day, 500000 - 1000.0 * i, NULL);
  }
  return plot;
}

/* The four prices of a candle stand below each other, so that none is cut off and the card leaves
 * the picture in sight. What has changed is the close; a volume is no price. */
static void
test_card_candle (void)
{
  const JipyoPlotPointer pointer = { .has_datum = TRUE, .series = 0, .datum = 1 };
  const JipyoPlotPointer stretch = { .has_datum = TRUE, .datum = 1, .has_anchor = TRUE };
  g_autoptr (JipyoPlot) korean = make_candles (JIPYO_LANG_KO);
  g_autoptr (JipyoPlot) english = make_candles (JIPYO_LANG_EN);
  g_autofree char *ko = format_stack_card (korean, NULL, &pointer);
  g_autofree char *en = format_stack_card (english, NULL, &pointer);
  g_autofree char *measured = format_stack_card (english, NULL, &stretch);

  g_assert_cmpstr (ko, ==,
                   "2025.08.05(화)\nP 4,301.25점 ▲1.0점 (+0.02 %)\n시가 4,290.5점\n"
                   "고가 4,310.75점\n저가 4,280.5점\nV 499,000 ▼1,000 (−0.2 %)");
  g_assert_nonnull (strstr (en, "\nopen 4,290.5 points\nhigh 4,310.75 points\nlow 4,280.5"));
  g_assert_nonnull (strstr (en, "V 499,000 ▼1,000 (−0.2 %)"));
  g_assert_null (strstr (measured, "open"));
}

/* The hairline lies at the value, its tag says it, and both cover hardly anything; a stretch that
 * is measured has none, and what the axis does not measure neither. */
static void
test_level (Fixture *self, gconstpointer data)
{
  JipyoPlotPointer pointer = { .has_datum = TRUE, .series = 1, .datum = 3 };
  const JipyoPlotSeries *series = g_ptr_array_index (self->plot->series, 1);
  const double value = jipyo_plot_series_get_datum (series, 3).value;
  g_autofree char *text = jipyo_datum_text_format_value (self->plot, value);
  g_autoptr (JipyoPlotLevel) level =
               jipyo_plot_level_new (self->plot, self->layout, &pointer, self->typesetter);
  const JipyoRect area = jipyo_plot_layout_get_area (self->layout);
  JipyoRect mark;

  g_assert_nonnull (level);
  g_assert_cmpstr (jipyo_plot_level_get_text (level), ==, text);
  const JipyoRect rect = jipyo_plot_level_get_rect (level);
  g_assert_true (jipyo_plot_layout_get_datum_rect (self->layout, 1, 3, &mark));
  g_assert_cmpfloat (fabs (rect.y + rect.height / 2 - mark.y - mark.height / 2), <, 1.5);
  g_assert_cmpfloat (rect.x, >=, 0);
  g_assert_cmpfloat (rect.x, <, area.x);
  g_assert_cmpfloat (rect.x + rect.width, >=, area.x + area.width);
  g_assert_cmpfloat (rect.height, <, area.height / 4);

  /* What it is about it does not lie over: beside the first figure it stands at the other end. */
  const JipyoPlotPointer first = { .has_datum = TRUE, .series = 1, .datum = 0 };
  g_autoptr (JipyoPlotLevel) other =
               jipyo_plot_level_new (self->plot, self->layout, &first, self->typesetter);
  g_assert_cmpfloat (jipyo_plot_level_get_rect (other).x, ==, area.x);

  pointer.has_anchor = TRUE;
  g_assert_null (jipyo_plot_level_new (self->plot, self->layout, &pointer, self->typesetter));
  pointer.has_anchor = FALSE;
  ((JipyoPlotSeries *) g_ptr_array_index (self->plot->series, 1))->mark = JIPYO_MARK_VOLUME;
  g_assert_null (jipyo_plot_level_new (self->plot, self->layout, &pointer, self->typesetter));
}

/* Wherever the datum is, its card is whole and inside. */
static void
test_card_inside (Fixture *self, gconstpointer data)
{
  for (guint s = 0; s < 2; s++)
    for (guint i = 0; i < 20; i++) {
      const JipyoPlotPointer pointer = { .has_datum = TRUE, .series = s, .datum = i };
      g_autoptr (JipyoPlotCard) card =
                   jipyo_plot_card_new (self->plot, self->layout, &pointer, self->typesetter);
      if (s == 1 && i == 5) {
        g_assert_null (card);
        continue;
      }
      const JipyoRect rect = jipyo_plot_card_get_rect (card);
      g_autofree char *text = jipyo_plot_card_format_text (card);
      g_assert_cmpfloat (rect.x, >=, 0);
      g_assert_cmpfloat (rect.y, >=, 0);
      g_assert_cmpfloat (rect.x + rect.width, <=, width);
      g_assert_cmpfloat (rect.y + rect.height, <=, height);
      g_assert_nonnull (strstr (text, "One"));
      g_assert_true ((strstr (text, "Two") != NULL) == (i != 5));
    }
}

/* Of the widest part. */
static double
measure_width (const JipyoPlotLayout *layout, const JipyoPlotPointer *pointer)
{
  const JipyoPlotOverlay overlay = { layout, pointer, NULL };
  double widest = 0;

  for (JipyoOverlayPart part = 0; part < JIPYO_OVERLAY_N_PARTS; part++)
    widest = MAX (widest, jipyo_plot_overlay_measure (&overlay, part).width);
  return widest;
}

static void
test_nothing_in_hand (Fixture *self, gconstpointer data)
{
  const JipyoPlotPointer pointer = { .has_datum = FALSE };

  g_assert_null (jipyo_plot_card_new (self->plot, self->layout, &pointer, self->typesetter));
  g_assert_cmpfloat (measure_width (self->layout, &pointer), ==, 0);
}

/* How many pixels a part paints, none of them outside of what is measured. */
static guint
count_painted (const JipyoPlotOverlay *overlay, JipyoOverlayPart part)
{
  const JipyoRect all = jipyo_plot_overlay_measure (overlay, part);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 500, 260);
  cairo_t *cr = cairo_create (surface);
  guint n_painted = 0;

  jipyo_plot_overlay_draw (overlay, part, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < 260; y++)
    for (int x = 0; x < 500; x++) {
      const guint32 *row =
        (const guint32 *) (const void *) (cairo_image_surface_get_data (surface)
                                          + y * cairo_image_surface_get_stride (surface));
      if (row[x] == 0)
        continue;
      n_painted++;
      g_assert_true (x + 1 >= all.x && x <= all.x + all.width);
      g_assert_true (y + 1 >= all.y && y <= all.y + all.height);
    }
  cairo_surface_destroy (surface);
  return n_painted;
}

static void
test_measured_is_painted (Fixture *self, gconstpointer data)
{
  JipyoPlotPointer pointer = { .has_datum = TRUE, .datum = 12, .has_anchor = TRUE, .anchor = 3 };
  g_autoptr (JipyoPlotCard) card =
               jipyo_plot_card_new (self->plot, self->layout, &pointer, self->typesetter);
  const JipyoPlotOverlay overlay = { self->layout, &pointer, card };

  g_assert_cmpuint (count_painted (&overlay, JIPYO_OVERLAY_LINES), >, 1000);
  g_assert_cmpuint (count_painted (&overlay, JIPYO_OVERLAY_RING), >, 10);
  g_assert_cmpuint (count_painted (&overlay, JIPYO_OVERLAY_CARD), >, 1000);
  /* The line alone is narrow, however wide the card beside it. */
  pointer.has_anchor = FALSE;
  g_assert_cmpuint (count_painted (&overlay, JIPYO_OVERLAY_LINES), >, 100);
  g_assert_cmpfloat (jipyo_plot_overlay_measure (&overlay, JIPYO_OVERLAY_LINES).width, <, 4);
}

static void
test_change_in_words (Fixture *self, gconstpointer data)
{
  g_autofree char *change = jipyo_plot_format_change (self->plot, 0, 0, 10);
  g_autofree char *gap = jipyo_plot_format_change (self->plot, 1, 4, 5);
  const double day = 86400;
  g_autofree char *days = jipyo_plot_format_length (self->plot, 0, 30 * day);
  g_autofree char *one = jipyo_plot_format_length (self->plot, day, 0);
  guint found = 99;

  g_assert_nonnull (strstr (change, "▲10"));
  g_assert_nonnull (strstr (change, "+10.0 %"));
  g_assert_null (gap);
  g_assert_cmpstr (days, ==, "30 days");
  g_assert_cmpstr (one, ==, "1 day");
  /* The one before a gap is before what comes after it. */
  g_assert_true (jipyo_plot_find_previous (self->plot, 1, 6, &found));
  g_assert_cmpuint (found, ==, 4);
  g_assert_false (jipyo_plot_find_previous (self->plot, 0, 0, &found));
}

/* Within a day hours and minutes are told; of weeks, or where positions are days, days are enough.
 */
static void
test_lengths (void)
{
  static const struct {
    double seconds;
    gboolean of_days;
    const char *ko, *en;
  } cases[] = {
    { 0, FALSE, "0일", "0 days" },
    { 300, FALSE, "5분", "5 min" },
    { 3 * 3600 + 25 * 60, FALSE, "3시간 25분", "3 h 25 min" },
    { 86400, FALSE, "1일", "1 day" },
    { 3.5 * 86400, FALSE, "3일 12시간", "3 days 12 h" },
    { 3.5 * 86400, TRUE, "4일", "4 days" },
    { 30.4 * 86400, FALSE, "30일", "30 days" },
  };
  g_autoptr (JipyoPlot) ko = jipyo_plot_new (JIPYO_LANG_KO);
  g_autoptr (JipyoPlot) en = jipyo_plot_new (JIPYO_LANG_EN);

  ko->position.kind = en->position.kind = JIPYO_SCALE_TIME;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    ko->position.of_days = en->position.of_days = cases[i].of_days;
    g_autofree char *korean = jipyo_plot_format_length (ko, cases[i].seconds, 0);
    g_autofree char *english = jipyo_plot_format_length (en, 1e9, 1e9 + cases[i].seconds);
    g_assert_cmpstr (korean, ==, cases[i].ko);
    g_assert_cmpstr (english, ==, cases[i].en);
  }
  en->position.kind = JIPYO_SCALE_LINEAR;
  g_assert_null (jipyo_plot_format_length (en, 0, 1));
}

/* From a Friday to the next Wednesday there are five days, on two of which a market was open,
 * Tuesday being a holiday; hours within a day are not counted in days. */
static void
test_trading_days (void)
{
  const JipyoDate holiday = { 2026, 3, 3 };
  const JipyoTradingDays week = {
    .first = { 2026, 2, 23 },
    .last = { 2026, 3, 13 },
    .open_minute = 9 * 60,
    .close_minute = 15 * 60 + 30,
    .holidays = &holiday,
    .n_holidays = 1,
  };
  const double hour = 3600;
  const double friday = jipyo_plot_time_from_date ((JipyoDate){ 2026, 2, 27 });
  const double monday = jipyo_plot_time_from_date ((JipyoDate){ 2026, 3, 2 });
  const double wednesday = jipyo_plot_time_from_date ((JipyoDate){ 2026, 3, 4 });
  g_autoptr (JipyoPlot) ko = jipyo_plot_new (JIPYO_LANG_KO);
  g_autoptr (JipyoPlot) en = jipyo_plot_new (JIPYO_LANG_EN);

  ko->position.kind = en->position.kind = JIPYO_SCALE_TIME;
  ko->position.of_days = en->position.of_days = TRUE;
  ko->position.sessions = jipyo_sessions_new_of_days (&week);
  en->position.sessions = jipyo_sessions_ref (ko->position.sessions);
  g_autofree char *korean = jipyo_plot_format_length (ko, friday, wednesday);
  g_autofree char *english = jipyo_plot_format_length (en, wednesday, friday);
  g_autofree char *one = jipyo_plot_format_length (en, friday, monday);
  g_assert_cmpstr (korean, ==, "5일 · 거래일 2일");
  g_assert_cmpstr (english, ==, "5 days · 2 trading days");
  g_assert_cmpstr (one, ==, "3 days · 1 trading day");
  en->position.of_days = FALSE;
  g_autofree char *within = jipyo_plot_format_length (en, friday + 9 * hour, friday + 10 * hour);
  g_assert_cmpstr (within, ==, "1 h");
}

static void
test_walk (Fixture *self, gconstpointer data)
{
  JipyoPlotState state = jipyo_plot_state_new ();
  JipyoPlotPointer at = { .has_datum = FALSE };

  g_assert_true (jipyo_plot_walk_along (self->plot, &state, &at, 0));
  g_assert_true (jipyo_plot_walk_along (self->plot, &state, &at, 4));
  g_assert_true (jipyo_plot_walk_across (self->plot, &state, &at, 1));
  g_assert_cmpuint (at.series, ==, 1);
  g_assert_cmpuint (at.datum, ==, 4);
  /* Over the gap. */
  g_assert_true (jipyo_plot_walk_along (self->plot, &state, &at, 1));
  g_assert_cmpuint (at.datum, ==, 6);
  g_assert_false (jipyo_plot_walk_across (self->plot, &state, &at, 1));
  g_assert_true (jipyo_plot_walk_along (self->plot, &state, &at, G_MAXINT));
  g_assert_cmpuint (at.datum, ==, 19);
  g_assert_false (jipyo_plot_walk_along (self->plot, &state, &at, 1));
  g_assert_true (jipyo_plot_walk_along (self->plot, &state, &at, -G_MAXINT));
  g_assert_cmpuint (at.datum, ==, 0);
  /* What is switched off cannot be stood on. */
  g_assert_true (jipyo_plot_state_toggle (&state, 0, 2));
  g_assert_false (jipyo_plot_walk_across (self->plot, &state, &at, -1));
}

/* Time passes every position once and ends with all shown. */
static void
test_time (Fixture *self, gconstpointer data)
{
  JipyoPlotState state = jipyo_plot_state_new ();
  guint n_steps = 0;
  double before = -INFINITY;

  while (jipyo_plot_walk_in_time (self->plot, &state, 1) && n_steps < 100) {
    g_assert_cmpfloat (state.until, >, before);
    before = state.until;
    n_steps++;
  }
  g_assert_cmpuint (n_steps, ==, 20);
  /* It stays at the last, can go back, and lets everything be seen from there. */
  g_assert_cmpfloat (state.until, ==, before);
  g_assert_true (jipyo_plot_walk_in_time (self->plot, &state, -1000));
  g_assert_false (jipyo_plot_walk_in_time (self->plot, &state, -1));
  g_assert_true (jipyo_plot_state_step_back (&state));
  g_assert_false (jipyo_plot_state_is_changed (&state));
}

/* Times are shared as they are, years by their name, anything else not at all. */
static void
test_same_position (Fixture *self, gconstpointer data)
{
  g_autoptr (JipyoPlot) years = jipyo_plot_new (JIPYO_LANG_EN);
  g_autoptr (JipyoPlot) later = jipyo_plot_new (JIPYO_LANG_KO);
  g_autoptr (JipyoPlot) places = jipyo_plot_new (JIPYO_LANG_EN);

  for (guint i = 0; i < 3; i++) {
    g_autofree char *year = g_strdup_printf ("%u", 2020 + i);
    g_autofree char *next = g_strdup_printf ("%u년", 2021 + i);
    jipyo_plot_add_band (years, year, NULL);
    jipyo_plot_add_band (later, i == 0 ? "2021" : next, NULL);
    jipyo_plot_add_band (places, i == 0 ? "Sea" : "Land", NULL);
  }
  g_assert_cmpfloat (jipyo_plot_walk_find_same (self->plot, self->plot, 7), ==, 7);
  g_assert_cmpfloat (jipyo_plot_walk_find_same (later, years, 1), ==, 0);
  g_assert_true (isnan (jipyo_plot_walk_find_same (later, years, 0)));
  g_assert_true (isnan (jipyo_plot_walk_find_same (places, places, 0)));
  g_assert_true (isnan (jipyo_plot_walk_find_same (self->plot, years, 0)));
  g_assert_true (isnan (jipyo_plot_walk_find_same (self->plot, self->plot, NAN)));
}

/* A cursor of elsewhere is one line, and gives way to the chart's own. */
static void
test_link (Fixture *self, gconstpointer data)
{
  const double day = jipyo_plot_time_from_date ((JipyoDate){ 2025, 8, 14 });
  JipyoPlotPointer pointer = { .has_link = TRUE, .link = day };

  g_assert_cmpfloat (measure_width (self->layout, &pointer), <, 4);
  g_assert_cmpfloat (measure_width (self->layout, &pointer), >, 0);
  pointer.link = NAN;
  g_assert_cmpfloat (measure_width (self->layout, &pointer), ==, 0);
}

/* Rows have names written in them: no line goes through, only the ring of the dot is drawn. */
static void
test_no_line_in_rows (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "plans", "Plans", JIPYO_MARK_DOT);
  const JipyoPlotPointer pointer = { .has_datum = TRUE };

  plot->horizontal = TRUE;
  jipyo_plot_add_band (plot, "First", NULL);
  jipyo_plot_add_band (plot, "Second", NULL);
  jipyo_plot_series_add (series, 0, 5, NULL);
  jipyo_plot_series_add (series, 1, 7, NULL);
  g_autoptr (JipyoPlotLayout) layout =
               jipyo_plot_layout_new (plot, jipyo_theme_get (JIPYO_THEME_LIGHT), width, height);
  g_assert_cmpfloat (measure_width (layout, &pointer), >, 0);
  g_assert_cmpfloat (measure_width (layout, &pointer), <, 40);
}

/* The ring of the focus stays off the figure beside its dot. */
static void
test_ring_off_texts (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_KO);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "sums", NULL, JIPYO_MARK_DOT);

  plot->horizontal = TRUE;
  for (guint i = 0; i < 3; i++) {
    jipyo_plot_add_band (plot, "사업", NULL);
    jipyo_plot_series_add (series, i, 5 + i, "약 68.64억 달러");
  }
  g_autoptr (JipyoPlotLayout) layout =
               jipyo_plot_layout_new (plot, jipyo_theme_get (JIPYO_THEME_LIGHT), width, height);
  for (guint i = 0; i < 3; i++) {
    const JipyoPlotPointer pointer = { .has_datum = TRUE, .datum = i };
    const JipyoPlotOverlay overlay = { layout, &pointer, NULL };
    const JipyoRect ring = jipyo_plot_overlay_measure (&overlay, JIPYO_OVERLAY_RING);
    guint n_beside = 0;
    for (guint k = 0; k < layout->texts->len; k++) {
      const JipyoRect *text = &((JipyoTextLayout *) g_ptr_array_index (layout->texts, k))->rect;
      g_assert_false (jipyo_rect_overlaps (&ring, text));
      n_beside +=
        text->x > ring.x && text->y < ring.y + ring.height && text->y + text->height > ring.y;
    }
    g_assert_cmpuint (n_beside, ==, 1);
  }
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/chart/plot-overlay/card-inside", test_card_inside);
  add ("/chart/plot-overlay/card-note", test_card_note);
  add ("/chart/plot-overlay/level", test_level);
  g_test_add_func ("/chart/plot-overlay/card-makes-way", test_card_makes_way);
  g_test_add_func ("/chart/plot-overlay/card-shares", test_card_shares);
  g_test_add_func ("/chart/plot-overlay/card-candle", test_card_candle);
  add ("/chart/plot-overlay/nothing-in-hand", test_nothing_in_hand);
  add ("/chart/plot-overlay/measured-is-painted", test_measured_is_painted);
  add ("/chart/plot-overlay/change-in-words", test_change_in_words);
  g_test_add_func ("/chart/plot-overlay/lengths", test_lengths);
  g_test_add_func ("/chart/plot-overlay/trading-days", test_trading_days);
  add ("/chart/plot-overlay/walk", test_walk);
  add ("/chart/plot-overlay/time", test_time);
  add ("/chart/plot-overlay/same-position", test_same_position);
  add ("/chart/plot-overlay/link", test_link);
  g_test_add_func ("/chart/plot-overlay/no-line-in-rows", test_no_line_in_rows);
  g_test_add_func ("/chart/plot-overlay/ring-off-texts", test_ring_off_texts);
  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Joined candles say of their time what the given ones say of it together.
 */

#include "jipyo-candle-join.h"
#include "jipyo-sheet-layout.h"

#include <math.h>
#include <string.h>

static const double day_s = 86400;

/* Days, none of a weekend, from Monday 2026-01-05 on; with an average of them and volumes. */
static JipyoPlot *
make_days (guint n_days)
{
  JipyoPlot *plot = jipyo_plot_new (JIPYO_LANG_EN);
  JipyoPlotSeries *price = jipyo_plot_add_series (plot, "p", "Price", JIPYO_MARK_CANDLE);
  JipyoPlotSeries *average = jipyo_plot_add_series (plot, "a", "Average", JIPYO_MARK_LINE);
  JipyoPlotSeries *volume = jipyo_plot_add_series (plot, "v", "Volume", JIPYO_MARK_VOLUME);
  const double monday = jipyo_plot_time_from_date ((JipyoDate){ 2026, 1, 5 });

  jipyo_plot_set_title (plot, "T", "of days");
  plot->position.kind = JIPYO_SCALE_TIME;
  plot->position.of_days = TRUE;
  for (guint i = 0; i < n_days; i++) {
    const double noon = monday + (i / 5 * 7 + i % 5) * day_s + day_s / 2;
    JipyoDatum *candle = jipyo_plot_series_add (price, noon, 100 + 7 * sin (i), NULL);
    candle->start = 100 + 7 * sin (i + 0.5);
    candle->high = 110 + i % 9;
    candle->low = 90 - i % 7;
    jipyo_plot_series_add (average, noon, 100, NULL);
    JipyoDatum *bar = jipyo_plot_series_add (volume, noon, 1 + i, NULL);
    bar->has_colour = TRUE;
    bar->colour.role = candle->value > candle->start ? JIPYO_ROLE_UP : JIPYO_ROLE_DOWN;
  }
  return plot;
}

static const JipyoDatum *
peek (const JipyoPlot *plot, guint series, guint datum)
{
  const JipyoPlotSeries *s = g_ptr_array_index (plot->series, series);

  g_assert_cmpuint (datum, <, s->data->len);
  return &g_array_index (s->data, JipyoDatum, datum);
}

static guint
count (const JipyoPlot *plot, guint series)
{
  return ((const JipyoPlotSeries *) g_ptr_array_index (plot->series, series))->data->len;
}

static void
test_room (void)
{
  g_autoptr (JipyoPlot) plot = make_days (50);
  g_autoptr (JipyoPlot) none = jipyo_plot_new (JIPYO_LANG_KO);

  g_assert_null (jipyo_plot_join_candles (plot, 50));
  g_assert_null (jipyo_plot_join_candles (none, 0));
  /* Ten weeks, three months, one quarter. */
  const struct {
    double most;
    guint n;
    const char *words;
  } cases[] = {
    { 49, 10, "drawn by weeks · of days" },
    { 10, 10, "drawn by weeks · of days" },
    { 9, 3, "drawn by months · of days" },
    { 2, 1, "drawn by quarters · of days" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (JipyoPlot) joined = jipyo_plot_join_candles (plot, cases[i].most);
    g_assert_cmpuint (count (joined, 0), ==, cases[i].n);
    g_assert_cmpuint (count (joined, 1), ==, 50);
    g_assert_cmpuint (count (joined, 2), ==, cases[i].n);
    g_assert_cmpstr (joined->subtitle, ==, cases[i].words);
  }
  g_assert_null (jipyo_plot_join_candles (plot, 0.5));
}

static void
test_weeks (void)
{
  g_autoptr (JipyoPlot) plot = make_days (50);
  g_autoptr (JipyoPlot) joined = jipyo_plot_join_candles (plot, 20);

  for (guint week = 0; week < 10; week++) {
    const JipyoDatum *candle = peek (joined, 0, week);
    const JipyoDatum *volume = peek (joined, 2, week);
    double high = 0, low = 1000, sum = 0;
    for (guint i = 5 * week; i < 5 * week + 5; i++) {
      high = MAX (high, peek (plot, 0, i)->high);
      low = MIN (low, peek (plot, 0, i)->low);
      sum += peek (plot, 2, i)->value;
    }
    g_assert_cmpfloat (candle->start, ==, peek (plot, 0, 5 * week)->start);
    g_assert_cmpfloat (candle->value, ==, peek (plot, 0, 5 * week + 4)->value);
    g_assert_cmpfloat (candle->high, ==, high);
    g_assert_cmpfloat (candle->low, ==, low);
    g_assert_cmpfloat (candle->position, ==, peek (plot, 0, 5 * week + 2)->position);
    g_assert_cmpfloat (volume->value, ==, sum);
    g_assert_cmpint (volume->colour.role, ==,
                     candle->value > candle->start ? JIPYO_ROLE_UP : JIPYO_ROLE_DOWN);
  }
}

/* Of minutes, by the clock and not by their number; unknown prices make the others no less known.
 */
static void
test_minutes (void)
{
  g_autoptr (JipyoPlot) plot = jipyo_plot_new (JIPYO_LANG_KO);
  JipyoPlotSeries *price = jipyo_plot_add_series (plot, "p", NULL, JIPYO_MARK_OHLC);
  const double begin = jipyo_plot_time_from_date ((JipyoDate){ 2026, 1, 5 }) + 9 * 3600 + 600;

  plot->position.kind = JIPYO_SCALE_TIME;
  plot->position.stretch_s = 300;
  for (guint i = 0; i < 12; i++) {
    JipyoDatum *candle = jipyo_plot_series_add (price, begin + 300 * i + 150, i, NULL);
    candle->start = i == 1 ? NAN : i;
    candle->high = i == 2 ? NAN : 10 * i;
    candle->low = NAN;
  }
  g_autoptr (JipyoPlot) joined = jipyo_plot_join_candles (plot, 5);
  g_assert_cmpstr (joined->subtitle, ==, "15분 단위로 그림");
  /* 09:10, 09:15 to 09:25, …, 10:00 and 10:05. */
  g_assert_cmpuint (count (joined, 0), ==, 5);
  g_assert_cmpfloat (peek (joined, 0, 0)->value, ==, 0);
  g_assert_cmpfloat (peek (joined, 0, 1)->start, ==, 2);
  g_assert_cmpfloat (peek (joined, 0, 1)->high, ==, 30);
  g_assert_true (isnan (peek (joined, 0, 1)->low));
  g_assert_cmpfloat (peek (joined, 0, 4)->value, ==, 11);
}

static gboolean
shows (const JipyoSheetLayout *layout, const char *words)
{
  g_autoptr (GArray) texts = jipyo_sheet_layout_list_texts (layout);
  gboolean found = FALSE;

  for (guint i = 0; i < texts->len; i++)
    found = found || strstr (g_array_index (texts, JipyoSheetText, i).text, words) != NULL;
  return found;
}

/* On a page of some width; where there is room for all, all are drawn. */
static void
test_page (void)
{
  const JipyoTheme *projector = jipyo_theme_get (JIPYO_THEME_PROJECTOR);

  for (guint n = 50; n <= 250; n += 200) {
    g_autoptr (JipyoSheet) sheet = jipyo_sheet_new (JIPYO_LANG_EN);
    JipyoTile *tile = jipyo_sheet_add_tile (sheet);
    tile->label = g_strdup ("L");
    tile->number = g_strdup ("1");
    jipyo_sheet_take_plot (sheet, make_days (n));
    g_autoptr (JipyoSheetLayout) layout = jipyo_sheet_layout_new (sheet, projector, 1280, 800);
    g_assert_true (shows (layout, "of days"));
    g_assert_true (shows (layout, "drawn by weeks") == (n > 100));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/candle-join/room", test_room);
  g_test_add_func ("/chart/candle-join/weeks", test_weeks);
  g_test_add_func ("/chart/candle-join/minutes", test_minutes);
  g_test_add_func ("/chart/candle-join/page", test_page);
  return g_test_run ();
}

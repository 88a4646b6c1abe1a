/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the charts of an instrument say of themselves is true of constructed prices: the change, the
 * place below the highest, the deepest fall, who did better, and of which days.
 */

#include "fixture.h"

#include <math.h>
#include <string.h>

static const gint64 DAY_MS = 24 * 60 * 60 * 1000;
static const gint64 MINUTE_MS = 60 * 1000;

static JipyoCandleSeries *
make_series (const char *instrument, JipyoResolution resolution)
{
  return jipyo_candle_series_new (instrument, resolution);
}

static void
add_close (JipyoCandleSeries *series, gint64 start_ms, gint64 close)
{
  const JipyoCandle candle = { start_ms, close, close, close, close, 1 };

  g_array_append_val (series->candles, candle);
}

/* A day each up to yesterday: the first `n - n_last` of them `level`, then the last ones. */
static JipyoCandleSeries *
make_days (guint n, gint64 level, const gint64 *last, guint n_last)
{
  JipyoCandleSeries *series = make_series ("upbit:KRW-BTC", JIPYO_RESOLUTION_DAY);

  for (guint i = 0; i < n; i++)
    add_close (series, (FIXTURE_TODAY - n + i) * DAY_MS,
               i + n_last < n ? level : last[i + n_last - n]);
  return series;
}

typedef struct {
  Fixture fixture;
  const JipyoView *view;
} Page;

static void
page_init (Page *self, JipyoLang lang)
{
  fixture_init (&self->fixture, "2026-11-23");
  self->fixture.lang = lang;
  self->fixture.pasts = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_candle_series_free);
}

/* Takes what was kept of it. */
static void
page_build (Page *self, const char *instrument, JipyoCandleSeries *past)
{
  g_autofree char *name = g_strconcat ("instrument:", instrument, NULL);

  g_ptr_array_insert (self->fixture.pasts, 0, past);
  self->view = fixture_build (&self->fixture, name);
}

static const struct {
  guint n;
  gint64 last[4];
  guint n_last;
  const char *ko, *en;
  const char *fall_ko, *fall_en;
} cases[] = {
  { 92,
    { 1653 },
    1,
    "비트코인, 3개월에 +65.3 %, 이 기간 최고 종가",
    "Bitcoin, +65.3 % in 3 months, at its highest close",
    "앞선 최고 종가 아래로 내린 적 없음",
    "Never below a close before" },
  { 92,
    { 2000, 1916 },
    2,
    "비트코인, 3개월에 +91.6 %, 최고 종가에서 −4.2 %",
    "Bitcoin, +91.6 % in 3 months, 4.2 % below its highest close",
    "최대 낙폭 −4.2 %, 2026-11-21부터 2026-11-22까지",
    "Deepest fall −4.2 %, from 2026-11-21 to 2026-11-22" },
  { 92,
    { 800, 990 },
    2,
    "비트코인, 3개월에 −1.00 %, 최고 종가에서 −1.0 %",
    "Bitcoin, −1.00 % in 3 months, 1.0 % below its highest close",
    "최대 낙폭 −20.0 %, 2026-11-20부터 2026-11-21까지",
    "Deepest fall −20.0 %, from 2026-11-20 to 2026-11-21" },
  { 92,
    { 900 },
    1,
    "비트코인, 3개월에 −10.0 %, 이 기간 최저 종가",
    "Bitcoin, −10.0 % in 3 months, at its lowest close",
    "최대 낙폭 −10.0 %, 2026-11-21부터 2026-11-22까지",
    "Deepest fall −10.0 %, from 2026-11-21 to 2026-11-22" },
  /* Nothing moved. */
  { 92,
    { 1000 },
    1,
    "비트코인, 3개월에 0.00 %",
    "Bitcoin, 0.00 % in 3 months",
    "앞선 최고 종가 아래로 내린 적 없음",
    "Never below a close before" },
  /* Of three weeks nobody says what three months brought. */
  { 21,
    { 1050 },
    1,
    "비트코인, 2026-11-02부터 +5.00 %, 이 기간 최고 종가",
    "Bitcoin, +5.00 % since 2026-11-02, at its highest close",
    "앞선 최고 종가 아래로 내린 적 없음",
    "Never below a close before" },
  /* One close says nothing, and has nothing to fall from. */
  { 1, { 1000 }, 1, "비트코인", "Bitcoin", NULL, NULL },
};

static void
test_titles (void)
{
  for (guint i = 0; i < 2 * G_N_ELEMENTS (cases); i++) {
    const JipyoLang lang = i % 2 == 0 ? JIPYO_LANG_KO : JIPYO_LANG_EN;
    const guint k = i / 2;
    Page page;

    page_init (&page, lang);
    page_build (&page, "upbit:KRW-BTC",
                make_days (cases[k].n, 1000, cases[k].last, cases[k].n_last));
    g_assert_cmpstr (fixture_get_plot (page.view, 0)->title, ==,
                     lang == JIPYO_LANG_KO ? cases[k].ko : cases[k].en);
    g_assert_cmpuint (page.view->sheet->plots->len, ==, cases[k].fall_ko != NULL ? 2 : 1);
    if (cases[k].fall_ko != NULL)
      g_assert_cmpstr (fixture_get_plot (page.view, 1)->title, ==,
                       lang == JIPYO_LANG_KO ? cases[k].fall_ko : cases[k].fall_en);
    fixture_clear (&page.fixture);
  }
}

/* Figures of any size are written as figures are. */
static void
test_much (void)
{
  static const gint64 last[] = { 15054848 };
  Page page;

  page_init (&page, JIPYO_LANG_EN);
  page_build (&page, "upbit:KRW-BTC", make_days (92, 100, last, 1));
  g_assert_cmpstr (fixture_get_plot (page.view, 0)->title, ==,
                   "Bitcoin, +15,054,748.0 % in 3 months, at its highest close");
  fixture_clear (&page.fixture);
}

/* What ended long ago does not fill a stretch either. */
/* What is next to nothing is neither called nothing nor contradicts itself. */
static void
test_little (void)
{
  static const gint64 last[] = { 1000000, 999800 };
  Page page;

  page_init (&page, JIPYO_LANG_EN);
  page_build (&page, "upbit:KRW-BTC", make_days (92, 999900, last, 2));
  g_assert_cmpstr (fixture_get_plot (page.view, 0)->title, ==,
                   "Bitcoin, −0.01 % in 3 months, at its lowest close");
  g_assert_cmpstr (fixture_get_plot (page.view, 1)->title, ==,
                   "Deepest fall −0.02 %, from 2026-11-21 to 2026-11-22");
  g_assert_cmpstr (page.view->sheet->title, ==, fixture_get_plot (page.view, 0)->title);
  fixture_clear (&page.fixture);
}

static void
test_old (void)
{
  JipyoCandleSeries *series = make_series ("upbit:KRW-BTC", JIPYO_RESOLUTION_DAY);
  Page page;

  for (gint64 day = FIXTURE_TODAY - 92; day < FIXTURE_TODAY - 40; day++)
    add_close (series, day * DAY_MS, 1000 + day - FIXTURE_TODAY + 92);
  page_init (&page, JIPYO_LANG_EN);
  page_build (&page, "upbit:KRW-BTC", series);
  g_assert_cmpstr (fixture_get_plot (page.view, 0)->title, ==,
                   "Bitcoin, +5.00 % since 2026-08-24, at its highest close");
  fixture_clear (&page.fixture);
}

static void
test_subtitle (void)
{
  static const gint64 last[] = { 2000, 1916 };
  Page page;

  page_init (&page, JIPYO_LANG_KO);
  page_build (&page, "upbit:KRW-BTC", make_days (92, 1000, last, 2));
  g_assert_cmpstr (fixture_get_plot (page.view, 0)->subtitle, ==,
                   "3개월, 1일 봉 · 2026-08-24 – 2026-11-22 · 최고 종가 2,000 (2026-11-21)");
  fixture_clear (&page.fixture);
}

/* Friday's session in minutes, of which Thursday's close is 1,000; Wednesday's is 900. */
static JipyoCandleSeries *
make_minutes (guint n)
{
  JipyoCandleSeries *series = make_series ("krx:KOSPI", JIPYO_RESOLUTION_MINUTE);

  for (guint i = 0; i < n; i++)
    add_close (series, (FIXTURE_TODAY - 3) * DAY_MS + i * MINUTE_MS, 1001 + i % 10);
  return series;
}

static void
add_daily (Page *page, gint64 last_day)
{
  JipyoCandleSeries *daily = make_series ("krx:KOSPI", JIPYO_RESOLUTION_DAY);

  add_close (daily, (FIXTURE_TODAY - 5) * DAY_MS, 900);
  if (last_day >= FIXTURE_TODAY - 4)
    add_close (daily, (FIXTURE_TODAY - 4) * DAY_MS, 1000);
  if (last_day >= FIXTURE_TODAY - 3)
    add_close (daily, (FIXTURE_TODAY - 3) * DAY_MS, 1010);
  g_ptr_array_add (page->fixture.pasts, daily);
}

/* Of a session the change is against the close before, as everywhere on an exchange. */
static void
test_session (void)
{
  Page page;

  page_init (&page, JIPYO_LANG_KO);
  fixture_set_option (&page.fixture, "range", "1d");
  add_daily (&page, FIXTURE_TODAY - 3);
  page_build (&page, "krx:KOSPI", make_minutes (390));
  g_assert_cmpstr (fixture_get_plot (page.view, 0)->title, ==,
                   "코스피, 2026-11-20에 +1.00 %, 이 기간 최고 종가");
  const JipyoTile *tile = g_ptr_array_index (page.view->sheet->tiles, 1);
  g_assert_cmpstr (tile->number, ==, "+1.00 %");
  g_assert_cmpstr (tile->note, ==, "2026-11-19 종가부터");
  g_assert_nonnull (
    strstr (fixture_get_plot (page.view, 0)->subtitle, "전 거래일 종가 1,000.00 (2026-11-19)"));
  fixture_clear (&page.fixture);
}

/* Thursday was a session and its close was not kept: Wednesday's is no close before Friday. */
static void
test_session_missing (void)
{
  Page page;

  page_init (&page, JIPYO_LANG_EN);
  fixture_set_option (&page.fixture, "range", "1d");
  page.fixture.calendars = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_calendar_free);
  g_ptr_array_add (page.fixture.calendars, fixture_make_calendar ());
  add_daily (&page, FIXTURE_TODAY - 5);
  page_build (&page, "krx:KOSPI", make_minutes (9));
  g_assert_cmpstr (fixture_get_plot (page.view, 0)->title, ==,
                   "KOSPI, +0.80 % since 2026-11-20 09:00 KST, at its highest close");
  fixture_clear (&page.fixture);
}

/* Both end where both have a close: what one did since says nothing of the other. */
static void
test_lead (void)
{
  static const gint64 last[] = { 1120, 5000 };
  JipyoCandleSeries *other = make_series ("bithumb:KRW-BTC", JIPYO_RESOLUTION_DAY);
  Page page;

  page_init (&page, JIPYO_LANG_KO);
  fixture_set_option (&page.fixture, "compare", "bithumb:KRW-BTC");
  for (gint64 day = FIXTURE_TODAY - 60; day < FIXTURE_TODAY - 1; day++)
    add_close (other, day * DAY_MS, day == FIXTURE_TODAY - 2 ? 1052 : 1000);
  g_ptr_array_add (page.fixture.pasts, make_days (92, 1000, last, 2));
  g_ptr_array_add (page.fixture.pasts, other);
  page_build (&page, "upbit:KRW-BTC", make_days (92, 1000, last, 2));
  g_assert_cmpstr (fixture_get_plot (page.view, 1)->title, ==, "BTC 빗썸 대비 6.8 %p 앞섬");
  g_assert_nonnull (strstr (fixture_get_plot (page.view, 1)->subtitle,
                            "+12.0 %, BTC 빗썸 +5.20 % · 2026-09-24 – 2026-11-21"));
  fixture_clear (&page.fixture);
}

/* A split is no fall: nothing is reckoned across it, the line has a gap there, and a mark. */
static void
test_split (void)
{
  JipyoCandleSeries *series = make_series ("krx:005930", JIPYO_RESOLUTION_DAY);
  const JipyoAnnotation *mark = NULL;
  Page page;

  for (gint64 day = FIXTURE_TODAY - 60; day < FIXTURE_TODAY; day++)
    add_close (series, day * DAY_MS,
               day < FIXTURE_TODAY - 20 ? 50000 : 1000 + (day - FIXTURE_TODAY + 20) * 10);
  page_init (&page, JIPYO_LANG_KO);
  fixture_set_option (&page.fixture, "mark", "line");
  page_build (&page, "krx:005930", series);
  const JipyoPlot *prices = fixture_get_plot (page.view, 0);
  g_assert_nonnull (strstr (prices->title, "2026-11-03부터 +19.0 %"));
  g_assert_nonnull (
    strstr (fixture_get_plot (page.view, 1)->title, "앞선 최고 종가 아래로 내린 적 없음"));
  for (guint i = 0; i < prices->annotations->len; i++)
    if (g_strcmp0 (((JipyoAnnotation *) prices->annotations->pdata[i])->text,
                   "÷50 · 단위가 바뀐 듯")
        == 0)
      mark = prices->annotations->pdata[i];
  g_assert_nonnull (mark);
  g_assert_cmpfloat (mark->from, ==, (double) ((FIXTURE_TODAY - 20) * DAY_MS / 1000));
  const GArray *data = ((JipyoPlotSeries *) prices->series->pdata[0])->data;
  gboolean gap = FALSE;
  for (guint i = 1; i + 1 < data->len; i++)
    gap |= isnan (g_array_index (data, JipyoDatum, i).value)
           && g_array_index (data, JipyoDatum, i - 1).value == 50000
           && g_array_index (data, JipyoDatum, i + 1).value == 1000;
  g_assert_true (gap);
  for (guint i = 0; i < jipyo_table_get_n_rows (page.view->table); i++) {
    const JipyoCell *cell = jipyo_table_peek (page.view->table, i, "change-percent");
    g_assert_true (cell->value == NULL || cell->value[0] != '-');
  }
  g_assert_nonnull (strstr (page.view->sheet->footer, " · 2026-11-03부터 단위가 바뀐 듯함(÷50)"));
  fixture_clear (&page.fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/instrument-finding/titles", test_titles);
  g_test_add_func ("/views/instrument-finding/little", test_little);
  g_test_add_func ("/views/instrument-finding/much", test_much);
  g_test_add_func ("/views/instrument-finding/old", test_old);
  g_test_add_func ("/views/instrument-finding/subtitle", test_subtitle);
  g_test_add_func ("/views/instrument-finding/session", test_session);
  g_test_add_func ("/views/instrument-finding/session-missing", test_session_missing);
  g_test_add_func ("/views/instrument-finding/lead", test_lead);
  g_test_add_func ("/views/instrument-finding/split", test_split);
  return g_test_run ();
}

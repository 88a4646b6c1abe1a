/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sample sheets.
 */

#include "sample-sheets.h"

#include <math.h>

const char *const sample_names[N_SAMPLES] = { "overview", "market", "chart", "beside",
                                              "claims",   "tiles",  "empty" };

static const char *
say (const JipyoSheet *sheet, const char *ko, const char *en)
{
  return sheet->lang == JIPYO_LANG_KO ? ko : en;
}

static void
set_texts (JipyoSheet *sheet, const char *title, const char *subtitle)
{
  sheet->title = g_strdup (title);
  sheet->subtitle = g_strdup (subtitle);
  sheet->footer =
    g_strdup (say (sheet, "표본 연구소 2025-02, 표본 일보 2025-08-05 · 기준일 2026-11-23",
                   "Sample Institute 2025-02, Sample Daily 2025-08-05 · as known on "
                   "2026-11-23"));
}

static JipyoTile *
add_tile (JipyoSheet *sheet, const char *label, const char *number, const char *unit)
{
  JipyoTile *tile = jipyo_sheet_add_tile (sheet);

  tile->label = g_strdup (label);
  tile->number = g_strdup (number);
  tile->unit = g_strdup (unit);
  tile->claim = g_strdup_printf ("sample.tile.%u", sheet->tiles->len);
  return tile;
}

static void
add_key_figures (JipyoSheet *sheet)
{
  JipyoTile *tile = add_tile (sheet, say (sheet, "2025년 사업 예산", "Programme budget 2025"),
                              say (sheet, "2,136", "₩213.6"), say (sheet, "억 원", "billion"));
  tile->doubt = g_strdup (say (sheet, "⚠ 기사 2,139억", "⚠ article ₩213.9 bn"));
  tile->note = g_strdup (say (sheet, "국회예산정책처", "Budget Office"));
  tile = add_tile (sheet, say (sheet, "남은 컨소시엄", "Consortia in play"), "3", "/ 6");
  tile->note =
    g_strdup (say (sheet, "2차 평가 2026-08-18 · 과기정통부", "Round 2, 18 Aug 2026 · MSIT"));
  tile = add_tile (sheet, say (sheet, "팀당 GPU 지원", "GPUs per team"), "1,000",
                   say (sheet, "장", "GPUs"));
  tile->prefix = g_strdup (say (sheet, "최대", "at most"));
  tile->note = g_strdup (say (sheet, "공모 안내 2025-06 · 기사 2025-08-05", "Call, June 2025"));
  tile =
    add_tile (sheet, say (sheet, "한국의 초거대 AI 모델", "Korea's large models"), "14", "/ 271");
  tile->note =
    g_strdup (say (sheet, "2020–2024 · SPRi 2025-02 · 3위", "2020–2024 · SPRi · rank 3"));
}

static JipyoPlot *
make_countries (const JipyoSheet *sheet)
{
  JipyoPlot *plot = jipyo_plot_new (sheet->lang);
  const char *const names[] = { say (sheet, "미국", "United States"), say (sheet, "중국", "China"),
                                say (sheet, "그 밖의 나라", "Others"),
                                say (sheet, "한국", "Korea") };
  static const double values[] = { 128, 95, 34, 14 };

  jipyo_plot_set_title (
    plot,
    say (sheet, "한국은 세 번째이지만, 미국의 9분의 1이다",
         "Korea is third, with a ninth of America's count"),
    say (sheet, "초거대 AI 모델 수, 2020–2024년 누적 271개", "Large AI models, 271 in 2020–2024"));
  plot->horizontal = TRUE;
  plot->position.kind = JIPYO_SCALE_BAND;
  plot->value.hidden = TRUE;
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "models", NULL, JIPYO_MARK_BAR);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    g_autofree char *text = g_strdup_printf ("%g", values[i]);
    const guint band = jipyo_plot_add_band (plot, names[i], NULL);
    JipyoDatum *datum = jipyo_plot_series_add (series, band, values[i], text);
    g_autofree char *note = g_strdup_printf ("%.1f %%", values[i] / 2.71);
    jipyo_datum_set_note (datum, note);
    jipyo_datum_set_claim (datum, names[i]);
  }
  return plot;
}

static JipyoPlot *
make_years (const JipyoSheet *sheet)
{
  JipyoPlot *plot = jipyo_plot_new (sheet->lang);
  static const double values[] = { 2, 9, 29, 109, 122 };

  jipyo_plot_set_title (
    plot,
    say (sheet, "폭발하던 증가는 2024년에 12 %로 멈췄다", "The explosion slowed to 12 % in 2024"),
    say (sheet, "한 해에 나온 초거대 AI 모델 수", "Large AI models a year"));
  plot->position.kind = JIPYO_SCALE_BAND;
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "models", NULL, JIPYO_MARK_BAR);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    g_autofree char *year = g_strdup_printf ("%u", 2020 + i);
    g_autofree char *text = g_strdup_printf ("%g", values[i]);
    jipyo_plot_series_add (series, jipyo_plot_add_band (plot, year, NULL), values[i], text);
  }
  return plot;
}

static JipyoPlot *
make_stays (const JipyoSheet *sheet)
{
  JipyoPlot *plot = jipyo_plot_new (sheet->lang);
  const char *const names[] = { say (sheet, "가람", "Garam"), say (sheet, "나래", "Narae"),
                                say (sheet, "다솜", "Dasom"), say (sheet, "라온", "Raon"),
                                say (sheet, "마루", "Maru"),  say (sheet, "바다", "Bada") };

  jipyo_plot_set_title (plot,
                        say (sheet, "다섯 팀에서 세 팀으로: 계획보다 빠르고, 한 번은 되돌아왔다",
                             "From five teams to three: faster than planned, and once back"),
                        NULL);
  plot->horizontal = TRUE;
  plot->position.kind = JIPYO_SCALE_BAND;
  plot->value.kind = JIPYO_SCALE_TIME;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    JipyoPlotSeries *series = jipyo_plot_add_series (plot, names[i], NULL, JIPYO_MARK_RANGE);
    const double start = jipyo_plot_time_from_date ((JipyoDate){ 2025, 8, 4 });

    series->colour = (JipyoColourKey){ JIPYO_ROLE_TEAM, i };
    jipyo_plot_series_add (series, jipyo_plot_add_band (plot, names[i], NULL),
                           start + 86400.0 * (500 - 60 * i), NULL)
      ->start = start;
  }
  return plot;
}

static void
fill_overview (JipyoSheet *sheet)
{
  set_texts (
    sheet,
    say (sheet, "여섯 팀 가운데 셋이 남았고, 한 팀은 되돌아왔다가 다시 떠났다",
         "Three of six teams are left; one came back and left again"),
    say (sheet, "독자 AI 파운데이션 모델 사업의 오늘", "The sovereign AI programme today"));
  add_key_figures (sheet);
  sheet->wide_first = TRUE;
  jipyo_sheet_take_plot (sheet, make_stays (sheet));
  jipyo_sheet_take_plot (sheet, make_countries (sheet));
  jipyo_sheet_take_plot (sheet, make_years (sheet));
}

static void
add_coin (JipyoGrid *grid, const char *name, const char *const *figures, double spread)
{
  JipyoGridCell *cells = jipyo_grid_add_row (grid);

  cells[0].text = g_strdup (name);
  for (int i = 0; i < 7; i++) {
    cells[1 + i].text = g_strdup (figures[i]);
    if (figures[i] != NULL && g_str_has_prefix (figures[i], "▲"))
      cells[1 + i].direction = 1;
    if (figures[i] != NULL && g_str_has_prefix (figures[i], "▼"))
      cells[1 + i].direction = -1;
    cells[1 + i].claim = g_strdup_printf ("sample.%s.%d", name, i);
  }
  cells[8].bar = spread;
}

static void
fill_market (JipyoSheet *sheet)
{
  static const char *const coins[] = { "BTC Bitcoin", "BCH Bitcoin Cash", "ETC Ethereum Classic",
                                       "QTUM Qtum", "STEEM Steem" };
  static const char *const figures[][7] = {
    { "159,850,000", "▲108,000", "159,831,000", "▲115,000", "159,800,000", "▲50,000", "0.031 %" },
    { "782,000", "▼2,500", NULL, NULL, "782,000", "▼2,500", "0.000 %" },
    { "28,470", "▼100", "28,450", "▼100", "28,510", "▼50", "0.211 %" },
    { "2,900", "▼10", NULL, NULL, "2,890", "▼21", "0.346 %" },
    { NULL, NULL, "186", "0", NULL, NULL, NULL }
  };
  static const double spreads[] = { 0.09, 0, 0.61, 1, NAN };
  const char *const titles[] = { say (sheet, "코인", "Coin"),   say (sheet, "빗썸*", "Bithumb*"),
                                 say (sheet, "변동", "change"), say (sheet, "업비트*", "Upbit*"),
                                 say (sheet, "변동", "change"), say (sheet, "코인원*", "Coinone*"),
                                 say (sheet, "변동", "change"), say (sheet, "차이", "Spread") };

  set_texts (
    sheet,
    say (sheet, "세 거래소, 한 코인: 가장 큰 차이는 QTUM의 0.35 %",
         "Three venues, one coin: the widest gap is QTUM's 0.35 %"),
    say (sheet, "원; 변동의 기준은 기사에 없다", "won; the article names no base of change"));
  for (int i = 0; i < 3; i++) {
    JipyoTile *tile = add_tile (sheet,
                                i == 0   ? "KOSPI"
                                : i == 1 ? "KOSDAQ"
                                         : "KOSPI 200",
                                i == 0   ? "3,198.00"
                                : i == 1 ? "798.60"
                                         : "431.25",
                                i == 0   ? "▲50.25 +1.60 %"
                                : i == 1 ? "▼14.54 −1.85 %"
                                         : "0 0.00 %");
    tile->is_change = TRUE;
    tile->direction = i == 0 ? 1 : i == 1 ? -1 : 0;
    tile->note =
      g_strdup (say (sheet, "2025-08-05 종가 · 전일 대비", "Close 2025-08-05 · on the day before"));
  }
  sheet->grid = jipyo_grid_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    jipyo_grid_add_column (sheet->grid, titles[i], i == 0 ? JIPYO_ALIGN_START : JIPYO_ALIGN_END);
  jipyo_grid_add_column (sheet->grid, "", JIPYO_ALIGN_BAR);
  for (gsize i = 0; i < 3 * G_N_ELEMENTS (coins); i++)
    add_coin (sheet->grid, coins[i % 5], figures[i % 5], spreads[i % 5]);
}

static void
fill_beside (JipyoSheet *sheet)
{
  static const char *const years[] = { "2020", "2021", "2022", "2023", "2024" };
  static const char *const counts[] = { "2", "9", "29", "109", "122" };
  static const char *const growths[] = { NULL, "+350.0 %", "+222.2 %", "+275.9 %", "+11.9 %" };

  set_texts (
    sheet,
    say (sheet, "폭발하던 증가는 2024년에 12 %로 멈췄다", "The explosion slowed to 12 % in 2024"),
    NULL);
  jipyo_sheet_take_plot (sheet, make_years (sheet));
  sheet->grid = jipyo_grid_new ();
  jipyo_grid_add_column (sheet->grid, say (sheet, "해", "Year"), JIPYO_ALIGN_START);
  jipyo_grid_add_column (sheet->grid, say (sheet, "모델", "Models"), JIPYO_ALIGN_END);
  jipyo_grid_add_column (sheet->grid, say (sheet, "증가", "Growth"), JIPYO_ALIGN_END);
  for (gsize i = 0; i < G_N_ELEMENTS (years); i++) {
    JipyoGridCell *cells = jipyo_grid_add_row (sheet->grid);
    cells[0].text = g_strdup (years[i]);
    cells[1].text = g_strdup (counts[i]);
    cells[2].text = g_strdup (growths[i]);
    cells[2].muted = TRUE;
  }
}

static void
fill_claims (JipyoSheet *sheet)
{
  const char *const titles[] = { say (sheet, "무엇", "What"), say (sheet, "수치", "Figure"),
                                 say (sheet, "상태", "Status"), say (sheet, "출처", "Source"),
                                 say (sheet, "원문", "Fragment") };

  set_texts (sheet, say (sheet, "주장 80건, 어긋나는 것 먼저", "80 claims, conflicts first"), NULL);
  sheet->grid = jipyo_grid_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    jipyo_grid_add_column (sheet->grid, titles[i], i == 1 ? JIPYO_ALIGN_END : JIPYO_ALIGN_START);
  for (guint i = 0; i < 80; i++) {
    JipyoGridCell *cells = jipyo_grid_add_row (sheet->grid);
    cells[0].text =
      g_strdup (i % 3 == 0 ? say (sheet, "2025년 사업 예산 가운데 학습용 고성능 GPU 임차에 드는 돈",
                                  "Of the 2025 budget, the money for renting GPUs for training")
                           : say (sheet, "팀당 지원", "Support per team"));
    cells[1].text = g_strdup_printf ("%u,%03u억 원", 1 + i, 37 * i % 1000);
    cells[2].text =
      g_strdup (i % 2 ? say (sheet, "공표", "Stated") : say (sheet, "추정", "Inferred"));
    cells[3].text = g_strdup (
      say (sheet, "과학기술정보통신부 보도자료", "Ministry of Science and ICT, press release"));
    cells[4].text = g_strdup (i % 4 == 0 ? NULL : "“학습용 GPU 임차 1,576억”");
  }
}

static void
fill_tiles (JipyoSheet *sheet)
{
  set_texts (sheet, say (sheet, "수치만 있는 한 장", "A page of nothing but figures"), NULL);
  add_key_figures (sheet);
  add_tile (sheet,
            say (sheet, "이름이 매우 길어서 두 줄로 나뉘어야 하는 지표의 이름표",
                 "A label so long that it wraps into lines"),
            "1,234,567,890,123", say (sheet, "원", "won"));
  add_tile (sheet, say (sheet, "알 수 없음", "Not known"), NULL, NULL);
  JipyoTile *tile = add_tile (sheet, "BTC", "159,850,000", "▼1,108,000 −12.34 %");
  tile->is_change = TRUE;
  tile->direction = -1;
}

JipyoSheet *
sample_sheet_new (Sample sample, JipyoLang lang)
{
  JipyoSheet *sheet = jipyo_sheet_new (lang);

  switch (sample) {
  case SAMPLE_OVERVIEW:
    fill_overview (sheet);
    break;
  case SAMPLE_MARKET:
    fill_market (sheet);
    break;
  case SAMPLE_CHART:
    jipyo_sheet_take_plot (sheet, make_countries (sheet));
    set_texts (sheet, ((JipyoPlot *) g_ptr_array_index (sheet->plots, 0))->title, NULL);
    break;
  case SAMPLE_BESIDE:
    fill_beside (sheet);
    break;
  case SAMPLE_CLAIMS:
    fill_claims (sheet);
    break;
  case SAMPLE_TILES:
    fill_tiles (sheet);
    break;
  case SAMPLE_EMPTY:
  case N_SAMPLES:
    break;
  }
  return sheet;
}

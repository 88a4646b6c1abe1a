/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A stretch is called by its name only when the kept prices fill it: of three weeks nobody says
 * what a year brought.
 */

#include "jipyo-instrument-words.h"

#include "jipyo-format.h"
#include "jipyo-instrument-name.h"
#include "jipyo-instrument.h"

#include <math.h>

static const gint64 MINUTE_MS = 60 * 1000;
static const gint64 DAY_MS = 24 * 60 * MINUTE_MS;
/* What may be missing at either end: over holidays an exchange is closed for so many days. */
static const gint64 CLOSED_DAYS = 5;
static const double FILLED_SHARE = 0.05;
static const double COARSE_SHARE =
  0.09995; /* written as 10.0 %; from there on a second decimal says nothing */

static gboolean
is_korean (const JipyoInstrumentBoard *board)
{
  return board->draft->context->lang == JIPYO_LANG_KO;
}

/* The least of falls is still one. */
char *
jipyo_instrument_words_format_fall (double fall)
{
  static const double FINE_SHARE = 0.00995;

  return g_strdup_printf (fall < FINE_SHARE ? "−%.2f %%" : "−%.1f %%", fall * 100);
}

char *
jipyo_instrument_words_format_share (double share)
{
  const double size = fabs (share);
  const guint decimals = size < COARSE_SHARE ? 2 : 1;
  g_autofree char *number = jipyo_format_rounded (size * 100, decimals);

  /* What is written as nothing has no sign. */
  if (size * 100 < 0.005)
    return g_strdup ("0.00 %");
  if (!isfinite (share))
    return g_strdup ("–");
  return g_strdup_printf ("%s%s %%", share < 0 ? "−" : "+", number);
}

static char *
format_minute (gint64 time_ms)
{
  g_autofree char *time = jipyo_instant_format_time_kst (time_ms * 1000);

  return g_strndup (time, 5);
}

static gboolean
is_one_day (gint64 from_ms, gint64 to_ms)
{
  return jipyo_date_compare (jipyo_instant_date_kst (from_ms * 1000),
                             jipyo_instant_date_kst (to_ms * 1000))
         == 0;
}

static gboolean
is_of_days (const JipyoInstrumentBoard *board)
{
  return board->path->series->resolution == JIPYO_RESOLUTION_DAY;
}

char *
jipyo_instrument_words_format_moment (const JipyoInstrumentBoard *board, gint64 time_ms)
{
  g_autofree char *day = jipyo_date_format (jipyo_instant_date_kst (time_ms * 1000));
  g_autofree char *time = format_minute (time_ms);

  return is_of_days (board) ? g_steal_pointer (&day) : g_strdup_printf ("%s %s KST", day, time);
}

/* A session is no day when it is not known what it began from. */
static gboolean
fills_stretch (const JipyoInstrumentBoard *board)
{
  const gboolean listed = jipyo_instrument_is_listed (board->instrument);
  const gint64 end_ms = jipyo_view_context_get_end_ms (board->draft->context);
  const gint64 length_ms = board->range->days * DAY_MS;
  const gint64 step_ms = board->path->series->step_ms;
  const gint64 most_ms =
    MAX ((gint64) (length_ms * FILLED_SHARE), step_ms) + (listed ? CLOSED_DAYS * DAY_MS : 0);

  if (board->range->days == 0 || (listed && board->range->days == 1))
    return FALSE;
  return board->finding.first_ms <= end_ms - length_ms + most_ms
         && board->finding.last_ms + step_ms >= end_ms - most_ms;
}

/* "1년에 +65.3 %", "2025-03-20부터 +65.3 %", "2026-03-20에 +1.14 %". */
static char *
format_change (const JipyoInstrumentBoard *board)
{
  const JipyoInstrumentFinding *finding = &board->finding;
  g_autofree char *percent =
    jipyo_instrument_words_format_share (jipyo_instrument_finding_get_change (finding));
  g_autofree char *base = jipyo_instrument_words_format_moment (board, finding->base_ms);
  g_autofree char *day = jipyo_date_format (jipyo_instant_date_kst (finding->last_ms * 1000));

  if (finding->from_before)
    return is_korean (board) ? g_strdup_printf ("%s에 %s", day, percent)
                             : g_strdup_printf ("%s on %s", percent, day);
  if (fills_stretch (board))
    return is_korean (board) ? g_strdup_printf ("%s에 %s", board->range->ko, percent)
                             : g_strdup_printf ("%s in %s", percent, board->range->en);
  return is_korean (board) ? g_strdup_printf ("%s부터 %s", base, percent)
                           : g_strdup_printf ("%s since %s", percent, base);
}

/* ", 최고 종가에서 −4.2 %". */
static char *
format_place (const JipyoInstrumentBoard *board)
{
  const JipyoInstrumentFinding *finding = &board->finding;
  const double below = jipyo_instrument_finding_get_below (finding);

  if (!(finding->highest > finding->lowest))
    return g_strdup ("");
  if (!(finding->last < finding->highest))
    return g_strdup (is_korean (board) ? ", 이 기간 최고 종가" : ", at its highest close");
  if (!(finding->last > finding->lowest))
    return g_strdup (is_korean (board) ? ", 이 기간 최저 종가" : ", at its lowest close");
  if (below == 0)
    return g_strdup ("");
  g_autofree char *minus = g_strdup_printf ("−%.1f %%", below * 100);
  return is_korean (board) ? g_strdup_printf (", 최고 종가에서 %s", minus)
                           : g_strdup_printf (", %.1f %% below its highest close", below * 100);
}

char *
jipyo_instrument_words_build_title (const JipyoInstrumentBoard *board)
{
  const char *name = jipyo_text_get (&board->name, board->draft->context->lang);

  if (!board->has_finding)
    return g_strdup (name);
  g_autofree char *change = format_change (board);
  g_autofree char *place = format_place (board);
  return g_strdup_printf ("%s, %s%s", name, change, place);
}

/* "1일 봉", "5분 봉". */
static char *
format_candles (const JipyoInstrumentBoard *board, gboolean of_closes)
{
  static const struct {
    gint64 unit_ms;
    const char *ko, *en, *many;
  } units[] = {
    { 24 * 60 * 60 * 1000, "일", "a day", "days" },
    { 60 * 60 * 1000, "시간", "an hour", "hours" },
    { 60 * 1000, "분", "a minute", "minutes" },
  };
  const gint64 step_ms = board->path->series->step_ms;
  guint i = 0;

  if (step_ms == 0)
    return g_strdup (is_korean (board) ? "틱" : "ticks");
  while (i + 1 < G_N_ELEMENTS (units) && step_ms % units[i].unit_ms != 0)
    i++;
  const int n = (int) (step_ms / units[i].unit_ms);
  if (is_korean (board))
    return g_strdup_printf (of_closes ? "%d%s 봉의 종가" : "%d%s 봉", n, units[i].ko);
  g_autofree char *length =
    n == 1 ? g_strdup (units[i].en) : g_strdup_printf ("%d %s", n, units[i].many);
  return g_strdup_printf (of_closes ? "closes of %s" : "candles of %s", length);
}

/* "2025-03-20 – 2026-03-20", "2026-03-20 09:00–15:30". */
static char *
format_span (const JipyoInstrumentBoard *board)
{
  gint64 bounds_ms[2] = { board->finding.first_ms, board->finding.last_ms };
  g_autofree char *first = jipyo_date_format (jipyo_instant_date_kst (bounds_ms[0] * 1000));
  g_autofree char *last = jipyo_date_format (jipyo_instant_date_kst (bounds_ms[1] * 1000));

  if (!is_one_day (bounds_ms[0], bounds_ms[1]))
    return g_strdup_printf ("%s – %s", first, last);
  if (is_of_days (board))
    return g_steal_pointer (&first);
  const gboolean listed = jipyo_price_path_get_hours (board->path, bounds_ms);
  if (!listed)
    jipyo_price_path_get_reach (board->path, bounds_ms);
  g_autofree char *open = format_minute (bounds_ms[0]);
  g_autofree char *close = format_minute (bounds_ms[1]);
  if (!listed)
    return g_strdup_printf ("%s %s–%s", first, open, close);
  return g_strdup_printf (is_korean (board) ? "%s 장 %s–%s" : "session of %s, %s–%s", first, open,
                          close);
}

static char *
format_price (const JipyoInstrumentBoard *board, double price)
{
  g_autofree char *text = g_strdup_printf ("%.*f", board->path->series->scale, price);
  JipyoDecimal decimal;

  return jipyo_decimal_parse (text, -1, &decimal, NULL)
           ? jipyo_instrument_board_format_price (board, decimal)
           : g_strdup ("–");
}

/* "최고 종가 6,307.27 (2026-02-26)". */
static char *
format_highest (const JipyoInstrumentBoard *board)
{
  const JipyoInstrumentFinding *finding = &board->finding;
  g_autofree char *price = format_price (board, finding->highest);
  g_autofree char *when =
    is_of_days (board) || board->range->days != 1
      ? jipyo_date_format (jipyo_instant_date_kst (finding->highest_ms * 1000))
      : format_minute (finding->highest_ms);

  return g_strdup_printf (is_korean (board) ? "최고 종가 %s (%s)" : "highest close %s (%s)", price,
                          when);
}

static char *
format_before (const JipyoInstrumentBoard *board)
{
  const JipyoInstrumentFinding *finding = &board->finding;
  g_autofree char *price = format_price (board, finding->base);
  g_autofree char *day = jipyo_date_format (jipyo_instant_date_kst (finding->base_ms * 1000));

  return g_strdup_printf (is_korean (board) ? "전 거래일 종가 %s (%s)" : "close before %s (%s)",
                          price, day);
}

char *
jipyo_instrument_words_build_subtitle (const JipyoInstrumentBoard *board, gboolean of_closes)
{
  const char *stretch = jipyo_view_draft_pick (board->draft, board->range->ko, board->range->en);
  g_autofree char *candles = format_candles (board, of_closes);

  if (!board->has_finding)
    return g_strdup_printf ("%s, %s", stretch, candles);
  g_autofree char *span = format_span (board);
  g_autofree char *level =
    board->finding.from_before ? format_before (board) : format_highest (board);
  return g_strdup_printf ("%s, %s · %s · %s", stretch, candles, span, level);
}

char *
jipyo_instrument_words_build_fall (const JipyoInstrumentBoard *board)
{
  const JipyoInstrumentFinding *finding = &board->finding;

  if (!board->has_finding)
    return g_strdup (is_korean (board) ? "고점에서 얼마나 내렸나" : "Below the highest so far");
  if (!(finding->fall > 0))
    return g_strdup (is_korean (board) ? "앞선 최고 종가 아래로 내린 적 없음"
                                       : "Never below a close before");
  g_autofree char *minus = jipyo_instrument_words_format_fall (finding->fall);
  const gboolean in_a_day = is_one_day (finding->fall_from_ms, finding->fall_to_ms);
  g_autofree char *from = jipyo_instrument_words_format_moment (board, finding->fall_from_ms);
  g_autofree char *to = in_a_day
                          ? format_minute (finding->fall_to_ms)
                          : jipyo_instrument_words_format_moment (board, finding->fall_to_ms);
  return g_strdup_printf (is_korean (board) ? "최대 낙폭 %s, %s부터 %s까지"
                                            : "Deepest fall %s, from %s to %s",
                          minus, from, to);
}

static char *
format_compared (const JipyoInstrumentBoard *board)
{
  const JipyoViewContext *context = board->draft->context;

  return jipyo_instrument_label (context->ledger, board->compared, NULL, context->lang);
}

char *
jipyo_instrument_words_build_lead (const JipyoInstrumentBoard *board,
                                   const JipyoInstrumentLead *lead)
{
  const double ahead = (lead->own - lead->other) * 100;
  const double size = fabs (ahead);
  g_autofree char *name = format_compared (board);

  if (size < 0.05)
    return g_strdup_printf (is_korean (board) ? "%s 대비 차이 없음" : "Level with %s", name);
  g_autofree char *points = jipyo_format_rounded (size, 1);
  if (is_korean (board))
    return g_strdup_printf (ahead > 0 ? "%s 대비 %s %%p 앞섬" : "%s 대비 %s %%p 뒤짐", name,
                            points);
  return g_strdup_printf (ahead > 0 ? "%s points ahead of %s" : "%s points behind %s", points,
                          name);
}

char *
jipyo_instrument_words_build_lead_subtitle (const JipyoInstrumentBoard *board,
                                            const JipyoInstrumentLead *lead)
{
  const JipyoViewContext *context = board->draft->context;
  g_autofree char *own =
    jipyo_instrument_label (context->ledger, board->instrument, board->known.quote, context->lang);
  g_autofree char *other = format_compared (board);
  g_autofree char *own_share = jipyo_instrument_words_format_share (lead->own);
  g_autofree char *other_share = jipyo_instrument_words_format_share (lead->other);
  g_autofree char *from = jipyo_instrument_words_format_moment (board, lead->from_ms);
  g_autofree char *to = jipyo_instrument_words_format_moment (board, lead->to_ms);

  return g_strdup_printf (is_korean (board) ? "%s %s, %s %s · %s – %s, 첫 공통 종가가 100"
                                            : "%s %s, %s %s · %s – %s, first common close is 100",
                          own, own_share, other, other_share, from, to);
}

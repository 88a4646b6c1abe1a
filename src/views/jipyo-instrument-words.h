/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Titles and subtitles of an instrument's charts: what they show as a sentence with its dates, in
 * the language of the picture. All (transfer full).
 */

#pragma once

#include "jipyo-instrument-board.h"

/* "+119.2 %" of 1.192, "+0.60 %" of 0.006: the less it is, the finer. */
char *jipyo_instrument_words_format_share (double share);
/* "−19.2 %" of a fall by 0.192. */
char *jipyo_instrument_words_format_fall (double fall);
/* "2026-08-26", with the minute where the candles are not days. */
char *jipyo_instrument_words_format_moment (const JipyoInstrumentBoard *board, gint64 time_ms);

/* "코스피, 1년에 +65.3 %, 최고 종가에서 −4.2 %"; the name alone when there is no change to tell. */
char *jipyo_instrument_words_build_title (const JipyoInstrumentBoard *board);
/* "1년, 1일 봉 · 2025-03-20 – 2026-03-20 · 최고 종가 6,307.27 (2026-02-26)". */
char *jipyo_instrument_words_build_subtitle (const JipyoInstrumentBoard *board, gboolean of_closes);
/* "최대 낙폭 −19.2 %, 2026-02-26부터 2026-03-04까지". */
char *jipyo_instrument_words_build_fall (const JipyoInstrumentBoard *board);
/* What two instruments did between two instants at which both have a close, as shares. */
typedef struct {
  gint64 from_ms;
  gint64 to_ms;
  double own;
  double other;
} JipyoInstrumentLead;

/* "코스피 대비 6.8 %p 앞섬". */
char *jipyo_instrument_words_build_lead (const JipyoInstrumentBoard *board,
                                         const JipyoInstrumentLead *lead);
/* "네이버 +12.0 %, 코스피 +5.20 % · 2025-03-20 – 2026-03-20, 첫 종가가 100". */
char *jipyo_instrument_words_build_lead_subtitle (const JipyoInstrumentBoard *board,
                                                  const JipyoInstrumentLead *lead);

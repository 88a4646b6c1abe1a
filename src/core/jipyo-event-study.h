/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An event study with the market model: did a price move around a day by more than the market and
 * its usual noise explain? After A. C. MacKinlay, “Event Studies in Economics and Finance”, Journal
 * of Economic Literature 35 (1997), sections 4 and 5.
 *
 *   R(t) = α + β · M(t) + ε(t)               ordinary least squares over the estimation window
 *   AR(t) = R(t) − α − β · M(t)              abnormal return, in the event window
 *   CAR(a, b) = Σ AR(t), t = a … b
 *   var CAR = σ² · (L + L² / n + (Σ (M(t) − m))² / Σe (M(e) − m)²),   σ² = Σe ε(e)² / (n − 2)
 *
 * with L days in the window, n and m the count and the mean of the market's returns in the
 * estimation window: the first term is the noise of the days themselves, the other two that α and β
 * are estimates. Returns are logarithmic, of one session to the next; days are sessions of the
 * market, so that a window never counts a holiday. Bands are of Student's t with n − 2 degrees of
 * freedom. Day 0 is the first session on or after the event's day: the hour is not known, and what
 * became known after the close moves the price on day 1, which is why a window begins before and
 * ends after day 0.
 *
 * It supposes that ε is independent from day to day, equally distributed in both windows, and that
 * nothing else happened; the caller says so, and says which other events are near.
 */

#pragma once

#include "jipyo-closes.h"

enum {
  JIPYO_EVENT_STUDY_ESTIMATION_FROM = -120, /* sessions, counted from day 0 */
  JIPYO_EVENT_STUDY_ESTIMATION_TO = -11,
  JIPYO_EVENT_STUDY_RETURNS_MIN = 60, /* in the estimation window */
  JIPYO_EVENT_STUDY_REACH_MAX = 10,   /* the windows stay apart */
};

typedef enum {
  JIPYO_EVENT_STUDY_DONE,
  JIPYO_EVENT_STUDY_NO_SESSION, /* no session on or after the day */
  JIPYO_EVENT_STUDY_TOO_SHORT,  /* too few returns in the estimation window */
  JIPYO_EVENT_STUDY_UNFINISHED, /* the event window is not over yet */
  JIPYO_EVENT_STUDY_HOLE,       /* a return of the event window is missing */
  JIPYO_EVENT_STUDY_FLAT,       /* the market, or what is left beside it, does not move */
} JipyoEventStudyVerdict;

typedef struct {
  const JipyoCloses *asset;
  const JipyoCloses *market; /* of the same days */
  int event_day;             /* days since 1970 */
  guint reach;               /* sessions before and after day 0 that are looked at */
} JipyoEventStudyPlan;

typedef struct {
  JipyoEventStudyVerdict verdict;
  guint session;   /* day 0, of the series' days; from TOO_SHORT on in the list above */
  guint moved;     /* calendar days from the event's day to day 0 */
  guint n_returns; /* in the estimation window */
  double alpha;    /* of a day */
  double beta;
  double sigma;          /* of a day: what the market does not explain */
  double market_mean;    /* of the estimation window */
  double market_squares; /* Σe (M(e) − m)² */
  guint reach;
  double abnormal[2 * JIPYO_EVENT_STUDY_REACH_MAX + 1]; /* of the days −reach … reach */
  double market[2 * JIPYO_EVENT_STUDY_REACH_MAX + 1];   /* the market's returns on them */
} JipyoEventStudy;

typedef struct {
  double value; /* the cumulated abnormal return, a logarithm: 0.02 is about 2 % */
  double error; /* its standard error */
  double low;   /* of the band */
  double high;
  double tail; /* how often noise alone goes as far, one way or the other: 0 … 1 */
} JipyoEventReturn;

/* FALSE when it cannot be made; the verdict says why. */
gboolean jipyo_event_study_compute (JipyoEventStudy *self, const JipyoEventStudyPlan *plan);
/* Cumulated over the days `from` … `to` of a study that was made, with the band outside which noise
 * alone comes to lie in `tail` of all cases: 0.05 for 95 %. */
JipyoEventReturn
jipyo_event_study_cumulate (const JipyoEventStudy *self, int from, int to, double tail);
/* Whether the band leaves zero out. One that does not is not told apart from noise. */
gboolean jipyo_event_return_stands_out (const JipyoEventReturn *self);

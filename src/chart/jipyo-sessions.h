/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When a market is open. On a time axis with sessions closed time takes no room, so that a weekend
 * is no gap: a moment's place is the open time that passed since the first opening. Before the
 * first opening and after the last close time runs on as usual. Times are seconds since 1970 UTC.
 */

#pragma once

#include "jipyo-date.h"

/* Open at `open`, closed at `close`. */
typedef struct {
  double open;
  double close;
} JipyoOpening;

/* Immutable and counted; any thread. */
typedef struct _JipyoSessions JipyoSessions;

/* Takes them in any order; those that touch or overlap become one, those without a length are
 * dropped. NULL when none is left. (transfer full) */
JipyoSessions *jipyo_sessions_new (const JipyoOpening *openings, guint n_openings);
/* The weekdays of a market in Korean time. */
typedef struct {
  JipyoDate first; /* both with a day; at most a century apart */
  JipyoDate last;
  int open_minute;           /* since midnight */
  int close_minute;          /* 24 * 60 for the end of the day */
  const JipyoDate *holidays; /* weekdays without trading, in any order */
  guint n_holidays;
} JipyoTradingDays;
JipyoSessions *jipyo_sessions_new_of_days (const JipyoTradingDays *days);
JipyoSessions *jipyo_sessions_ref (JipyoSessions *self);
void jipyo_sessions_unref (JipyoSessions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoSessions, jipyo_sessions_unref)

/* All of them, the earliest first. Borrowed. */
const JipyoOpening *jipyo_sessions_get_openings (const JipyoSessions *self, guint *n_openings);
/* The last opening at or before a time, or -1. By binary search, as all below. */
int jipyo_sessions_find (const JipyoSessions *self, double time);
/* Open from `open` on, until just before `close`. */
gboolean jipyo_sessions_is_open (const JipyoSessions *self, double time);
/* Seconds of open time since the first opening; never falls while time rises. */
double jipyo_sessions_map (const JipyoSessions *self, double time);
/* The moment with that much open time before it; at a border the later opening, so that inverting
 * a mapped open moment gives it back. */
double jipyo_sessions_invert (const JipyoSessions *self, double elapsed);
/* On how many days, by Korean time, it is open after the day of `from` until that of `to`, the
 * later one. Both days lie between the first opening and the last close; else it is not known, and
 * 0. */
guint jipyo_sessions_count_days (const JipyoSessions *self, double from, double to);

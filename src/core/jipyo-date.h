/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Calendar dates that may be known only to the month or the year, and periods of them. Instants
 * (quotes, clock) are gint64 microseconds since 1970 UTC, named `…_us`, shown in Korean time.
 */

#pragma once

#include "jipyo-lang.h"

typedef struct {
  gint16 year;  /* 0: unknown date */
  guint8 month; /* 0: known to the year only */
  guint8 day;   /* 0: known to the month only */
} JipyoDate;

typedef struct {
  JipyoDate from;
  JipyoDate to; /* equal to `from` for a single date */
} JipyoPeriod;

/* "2025", "2025-08" or "2025-08-05", a real calendar date; FALSE otherwise. */
gboolean jipyo_date_parse (const char *text, JipyoDate *date);
/* The same forms; "" when unknown. (transfer full) */
char *jipyo_date_format (JipyoDate date);
/* For people: "2025.08.05(화)" in Korean, "5 Aug 2025" in English, less when less is known. */
char *jipyo_date_format_long (JipyoDate date, JipyoLang lang);
gboolean jipyo_date_is_known (JipyoDate date);
/* Orders by the first day that a date may mean. */
int jipyo_date_compare (JipyoDate a, JipyoDate b);
/* TRUE when all of `date` lies on or before `day`: "2025-08" is known on 2025-08-31 at the latest.
 */
gboolean jipyo_date_is_by (JipyoDate date, JipyoDate day);
/* Days since 1970-01-01 of the first (or last) day that the date may mean. */
int jipyo_date_first_day (JipyoDate date);
int jipyo_date_last_day (JipyoDate date);
JipyoDate jipyo_date_from_day (int days_since_1970);

/* A date, or two joined by "/" as in ISO 8601: "2020/2024". */
gboolean jipyo_period_parse (const char *text, JipyoPeriod *period);
char *jipyo_period_format (JipyoPeriod period);
/* "2020–2024", "2025", "2025-08-05". */
char *jipyo_period_format_long (JipyoPeriod period, JipyoLang lang);
int jipyo_period_compare (JipyoPeriod a, JipyoPeriod b);

/* RFC 3339 with a zone, to and from microseconds since 1970 UTC. */
gboolean jipyo_instant_parse (const char *text, gint64 *instant_us);
/* In UTC with "Z", seconds, milliseconds only when not zero. (transfer full) */
char *jipyo_instant_format (gint64 instant_us);
/* The calendar date in Asia/Seoul (UTC+9, no daylight saving). */
JipyoDate jipyo_instant_date_kst (gint64 instant_us);
/* "10:32:05" in Asia/Seoul. */
char *jipyo_instant_format_time_kst (gint64 instant_us);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Calendar arithmetic on GDate, and instants in Korean time, which has no daylight saving.
 */

#include "jipyo-date.h"

#include <string.h>

static const gint64 SECOND_US = 1000000;
static const gint64 KST_OFFSET_US = 9 * 3600 * G_GINT64_CONSTANT (1000000);
static const gint64 DAY_US = 86400 * G_GINT64_CONSTANT (1000000);
static const guint32 JULIAN_1970 = 719163; /* GDate's day number of 1970-01-01 */

static const char *const weekdays_ko[] = { "", "월", "화", "수", "목", "금", "토", "일" };
static const char *const months_en[] = { "",    "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

/* Exactly `n` digits at `text`; -1 otherwise. */
static int
read_digits (const char *text, int n)
{
  int value = 0;

  for (int i = 0; i < n; i++) {
    if (!g_ascii_isdigit (text[i]))
      return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

gboolean
jipyo_date_parse (const char *text, JipyoDate *date)
{
  gsize length = text != NULL ? strlen (text) : 0;
  int year = 0;
  int month = 0;
  int day = 0;

  if (length != 4 && length != 7 && length != 10)
    return FALSE;
  year = read_digits (text, 4);
  if (length >= 7)
    month = text[4] == '-' ? read_digits (text + 5, 2) : -1;
  if (length == 10)
    day = text[7] == '-' ? read_digits (text + 8, 2) : -1;
  if (year < 1 || (length >= 7 && (month < 1 || month > 12)))
    return FALSE;
  if (length == 10 && !g_date_valid_dmy (CLAMP (day, 0, 99), month, year))
    return FALSE;
  *date = (JipyoDate){ .year = (gint16) year, .month = (guint8) month, .day = (guint8) day };
  return TRUE;
}

char *
jipyo_date_format (JipyoDate date)
{
  if (date.year == 0)
    return g_strdup ("");
  if (date.month == 0)
    return g_strdup_printf ("%04d", date.year);
  if (date.day == 0)
    return g_strdup_printf ("%04d-%02d", date.year, date.month);
  return g_strdup_printf ("%04d-%02d-%02d", date.year, date.month, date.day);
}

static char *
format_long_ko (JipyoDate date)
{
  GDate day;

  if (date.month == 0)
    return g_strdup_printf ("%d년", date.year);
  if (date.day == 0)
    return g_strdup_printf ("%d년 %d월", date.year, date.month);
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, date.day, date.month, (GDateYear) date.year);
  return g_strdup_printf ("%04d.%02d.%02d(%s)", date.year, date.month, date.day,
                          weekdays_ko[g_date_get_weekday (&day)]);
}

char *
jipyo_date_format_long (JipyoDate date, JipyoLang lang)
{
  if (date.year == 0)
    return g_strdup (lang == JIPYO_LANG_KO ? "날짜 미상" : "date unknown");
  if (lang == JIPYO_LANG_KO)
    return format_long_ko (date);
  if (date.month == 0)
    return g_strdup_printf ("%d", date.year);
  if (date.day == 0)
    return g_strdup_printf ("%s %d", months_en[date.month], date.year);
  return g_strdup_printf ("%d %s %d", date.day, months_en[date.month], date.year);
}

gboolean
jipyo_date_is_known (JipyoDate date)
{
  return date.year != 0;
}

int
jipyo_date_first_day (JipyoDate date)
{
  GDate day;

  if (date.year == 0)
    return 0;
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, MAX (date.day, 1), MAX (date.month, 1), (GDateYear) date.year);
  return (int) g_date_get_julian (&day) - (int) JULIAN_1970;
}

int
jipyo_date_last_day (JipyoDate date)
{
  JipyoDate last = date;

  if (date.year == 0)
    return 0;
  if (last.month == 0)
    last.month = 12;
  if (last.day == 0)
    last.day = g_date_get_days_in_month (last.month, (GDateYear) last.year);
  return jipyo_date_first_day (last);
}

JipyoDate
jipyo_date_from_day (int days_since_1970)
{
  gint64 julian = (gint64) days_since_1970 + JULIAN_1970;
  GDate day;

  if (julian < 1 || julian > 3652059) /* 9999-12-31 */
    return (JipyoDate){ 0 };
  g_date_clear (&day, 1);
  g_date_set_julian (&day, (guint32) julian);
  return (JipyoDate){ .year = (gint16) g_date_get_year (&day),
                      .month = (guint8) g_date_get_month (&day),
                      .day = (guint8) g_date_get_day (&day) };
}

int
jipyo_date_compare (JipyoDate a, JipyoDate b)
{
  if (!jipyo_date_is_known (a) || !jipyo_date_is_known (b))
    return jipyo_date_is_known (a) - jipyo_date_is_known (b);
  return jipyo_date_first_day (a) - jipyo_date_first_day (b);
}

gboolean
jipyo_date_is_by (JipyoDate date, JipyoDate day)
{
  return jipyo_date_is_known (date) && jipyo_date_last_day (date) <= jipyo_date_last_day (day);
}

gboolean
jipyo_period_parse (const char *text, JipyoPeriod *period)
{
  const char *slash = text != NULL ? strchr (text, '/') : NULL;
  g_autofree char *first = NULL;
  JipyoPeriod parsed = { 0 };

  if (slash == NULL) {
    if (!jipyo_date_parse (text, &parsed.from))
      return FALSE;
    parsed.to = parsed.from;
    *period = parsed;
    return TRUE;
  }
  first = g_strndup (text, (gsize) (slash - text));
  if (!jipyo_date_parse (first, &parsed.from) || !jipyo_date_parse (slash + 1, &parsed.to)
      || jipyo_date_first_day (parsed.from) > jipyo_date_last_day (parsed.to))
    return FALSE;
  *period = parsed;
  return TRUE;
}

static gboolean
is_single (JipyoPeriod period)
{
  return period.from.year == period.to.year && period.from.month == period.to.month
         && period.from.day == period.to.day;
}

char *
jipyo_period_format (JipyoPeriod period)
{
  g_autofree char *from = jipyo_date_format (period.from);
  g_autofree char *to = jipyo_date_format (period.to);

  return is_single (period) ? g_steal_pointer (&from) : g_strdup_printf ("%s/%s", from, to);
}

char *
jipyo_period_format_long (JipyoPeriod period, JipyoLang lang)
{
  g_autofree char *from = jipyo_date_format (period.from);
  g_autofree char *to = jipyo_date_format (period.to);

  if (is_single (period))
    return jipyo_date_format_long (period.from, lang);
  return g_strdup_printf (lang == JIPYO_LANG_KO && period.to.month == 0 ? "%s–%s년" : "%s–%s", from,
                          to);
}

int
jipyo_period_compare (JipyoPeriod a, JipyoPeriod b)
{
  int order = jipyo_date_compare (a.from, b.from);

  if (order != 0)
    return order;
  return jipyo_date_last_day (a.to) - jipyo_date_last_day (b.to);
}

gboolean
jipyo_instant_parse (const char *text, gint64 *instant_us)
{
  g_autoptr (GDateTime) time = NULL;

  if (text == NULL || strlen (text) > 40)
    return FALSE;
  time = g_date_time_new_from_iso8601 (text, NULL); /* NULL for a text without a zone */
  if (time == NULL)
    return FALSE;

  /* The zone may lead out of the years that can be written. */
  g_autoptr (GDateTime) utc = g_date_time_to_utc (time);

  if (utc == NULL)
    return FALSE;
  *instant_us = g_date_time_to_unix (time) * SECOND_US + g_date_time_get_microsecond (time);
  return TRUE;
}

char *
jipyo_instant_format (gint64 instant_us)
{
  gint64 second = instant_us / SECOND_US - (instant_us % SECOND_US < 0);
  int ms = (int) ((instant_us - second * SECOND_US) / 1000);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (second);

  if (time == NULL)
    return g_strdup ("");
  /* %Y leaves out leading zeros. */
  g_autofree char *rest = g_date_time_format (time, "-%m-%dT%H:%M:%S");
  g_autofree char *whole = g_strdup_printf ("%04d%s", g_date_time_get_year (time), rest);

  return ms == 0 ? g_strconcat (whole, "Z", NULL) : g_strdup_printf ("%s.%03dZ", whole, ms);
}

JipyoDate
jipyo_instant_date_kst (gint64 instant_us)
{
  gint64 local = instant_us + KST_OFFSET_US;

  return jipyo_date_from_day ((int) (local / DAY_US - (local % DAY_US < 0)));
}

char *
jipyo_instant_format_time_kst (gint64 instant_us)
{
  gint64 of_day = ((instant_us + KST_OFFSET_US) % DAY_US + DAY_US) % DAY_US / SECOND_US;

  return g_strdup_printf ("%02d:%02d:%02d", (int) (of_day / 3600), (int) (of_day / 60 % 60),
                          (int) (of_day % 60));
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days and names of the official sources.
 */

#include "jipyo-official.h"

#include <string.h>

#include "jipyo-date.h"

static const gint64 published_us = G_GINT64_CONSTANT (8) * 3600 * G_USEC_PER_SEC;

typedef struct {
  const char *instrument;
  const char *ko; /* as the sources write it */
  const char *en;
  const char *name_ko; /* as it is shown */
} Index;

static const Index indices[] = {
  { "krx:KOSPI", "코스피", "KOSPI", "코스피" },
  { "krx:KOSDAQ", "코스닥", "KOSDAQ", "코스닥" },
  { "krx:KOSPI200", "코스피 200", "KOSPI 200", "코스피200" },
};

char *
jipyo_official_format_day (int day)
{
  const JipyoDate date = jipyo_date_from_day (day);

  return g_strdup_printf ("%04d%02d%02d", date.year, date.month, date.day);
}

gboolean
jipyo_official_parse_day (const char *text, gint64 *close_us)
{
  g_autofree char *instant = NULL;

  if (text == NULL || strlen (text) != 8)
    return FALSE;
  instant = g_strdup_printf ("%.4s-%.2s-%.2sT15:30:00+09:00", text, text + 4, text + 6);
  return jipyo_instant_parse (instant, close_us);
}

/* The first of 1970 was a Thursday. */
static gboolean
is_weekend (int day)
{
  return (day + 3) % 7 > 4;
}

int
jipyo_official_day_before (int day)
{
  do
    day--;
  while (is_weekend (day));
  return day;
}

int
jipyo_official_last_day (gint64 now_us)
{
  const JipyoDate today = jipyo_instant_date_kst (now_us - published_us);

  return jipyo_official_day_before (jipyo_date_first_day (today));
}

JipyoQuote *
jipyo_official_new_quote (const JipyoHarvest *harvest, const char *instrument)
{
  JipyoQuote *quote = jipyo_harvest_new_quote (harvest, instrument);
  const gboolean is_index = jipyo_official_name_index (instrument) != NULL;

  quote->state = JIPYO_QUOTE_CLOSED;
  g_free (quote->currency);
  quote->currency = g_strdup (is_index ? "" : "KRW");
  for (guint i = 0; i < G_N_ELEMENTS (indices); i++)
    if (strcmp (indices[i].instrument, instrument) == 0) {
      jipyo_text_clear (&quote->name);
      quote->name = jipyo_text_new (indices[i].name_ko, indices[i].en);
    }
  return quote;
}

const char *
jipyo_official_find_index (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (indices); i++)
    if (g_strcmp0 (indices[i].ko, name) == 0 || g_strcmp0 (indices[i].en, name) == 0)
      return indices[i].instrument;
  return NULL;
}

const char *
jipyo_official_name_index (const char *instrument)
{
  for (guint i = 0; i < G_N_ELEMENTS (indices); i++)
    if (strcmp (indices[i].instrument, instrument) == 0)
      return indices[i].ko;
  return NULL;
}

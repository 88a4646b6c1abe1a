/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The limits hold for an address, behind which others may ask as well: so the last of what is left
 * is not taken.
 */

#include "jipyo-allowance.h"

#include <string.h>

enum {
  RETRY_AFTER_MIN_S = 1,
  RETRY_AFTER_MAX_S = 3600,
  SECOND_MS = 1000,
  MINUTE_MS = 60 * SECOND_MS,
  LEFT_OF_SECOND = 1,
  LEFT_OF_MINUTE = 60
};

int
jipyo_retry_after_parse (const char *value, gint64 now_us)
{
  g_autoptr (GDateTime) date = NULL;
  gint64 seconds;

  if (value == NULL)
    return -1;
  if (g_ascii_isdigit (*value) || *value == '-') {
    seconds = strlen (value) > 12 ? RETRY_AFTER_MAX_S : g_ascii_strtoll (value, NULL, 10);
    return (int) CLAMP (seconds, RETRY_AFTER_MIN_S, RETRY_AFTER_MAX_S);
  }
  date = soup_date_time_new_from_http_string (value);
  if (date == NULL)
    return -1;
  seconds = g_date_time_to_unix (date) - now_us / G_USEC_PER_SEC;
  return (int) CLAMP (seconds, RETRY_AFTER_MIN_S, RETRY_AFTER_MAX_S);
}

/* A count that the text is, or -1. */
static gint64
parse_count (const char *text)
{
  gint64 count;
  g_autofree char *clean = g_strstrip (g_strdup (text));

  return g_ascii_string_to_signed (clean, 10, 0, G_MAXINT, &count, NULL) ? count : -1;
}

/* "group=ticker; min=600; sec=9": the minute's count is fixed since the venue gave it up. */
static int
read_second (const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, ";", 8);

  for (guint i = 0; parts[i] != NULL; i++) {
    const char *part = g_strchug (parts[i]);
    gint64 left = g_str_has_prefix (part, "sec=") ? parse_count (part + strlen ("sec=")) : -1;

    if (left >= 0)
      return left <= LEFT_OF_SECOND ? SECOND_MS : 0;
  }
  return 0;
}

/* What is left is spread over a minute; when it will be filled up again is not said. */
static int
read_minute (const char *value)
{
  gint64 left = parse_count (value);

  return left < 0 || left >= LEFT_OF_MINUTE ? 0 : (int) (MINUTE_MS / MAX (left, 1));
}

int
jipyo_allowance_read_wait (SoupMessageHeaders *headers)
{
  const char *second = soup_message_headers_get_one (headers, "Remaining-Req");
  const char *minute = soup_message_headers_get_one (headers, "Public-Ratelimit-Remaining");

  if (second != NULL)
    return read_second (second);
  return minute != NULL ? read_minute (minute) : 0;
}

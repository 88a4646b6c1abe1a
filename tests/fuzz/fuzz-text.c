/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers, dates and names as people and files write them: what parses is written back as a text
 * that parses to the same, and a name is found by itself.
 */

#include "fuzz-target.h"

#include <string.h>

#include "jipyo-date.h"
#include "jipyo-decimal.h"
#include "jipyo-hangul.h"

static void
check_decimal (const char *text, gsize length)
{
  JipyoDecimal value, again;

  if (!jipyo_decimal_parse (text, (gssize) length, &value, NULL))
    return;
  g_autofree char *written = jipyo_decimal_format (value);
  g_autofree char *fixed = jipyo_decimal_format_fixed (value, 2, TRUE);

  g_assert_true (jipyo_decimal_parse (written, -1, &again, NULL));
  g_assert_true (jipyo_decimal_equal (value, again));
  g_assert_cmpint (jipyo_decimal_compare (value, again), ==, 0);
  g_assert_nonnull (fixed);
}

static void
check_date (const char *text)
{
  JipyoDate date;
  JipyoPeriod period;
  gint64 instant_us, again_us;

  if (jipyo_date_parse (text, &date)) {
    g_autofree char *written = jipyo_date_format (date);
    g_autofree char *spoken = jipyo_date_format_long (date, JIPYO_LANG_KO);

    g_assert_cmpstr (written, ==, text);
    g_assert_nonnull (spoken);
    g_assert_cmpint (jipyo_date_first_day (date), <=, jipyo_date_last_day (date));
  }
  if (jipyo_period_parse (text, &period)) {
    g_autofree char *written = jipyo_period_format (period);

    g_assert_true (jipyo_period_parse (written, &period));
  }
  if (jipyo_instant_parse (text, &instant_us)) {
    g_autofree char *written = jipyo_instant_format (instant_us);

    g_assert_true (jipyo_instant_parse (written, &again_us));
    g_assert_cmpint (instant_us / 1000, ==, again_us / 1000);
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup (size > 0 ? (const char *) data : "", size);

  check_decimal (text, size);
  check_date (text);
  if (!g_utf8_validate (text, -1, NULL))
    return 0;

  g_autofree char *initials = jipyo_hangul_initials (text);
  g_autofree char *folded = jipyo_hangul_fold (text);

  g_assert_nonnull (initials);
  /* A needle of nothing but punctuation finds nothing. */
  g_assert_true (*folded == '\0' || jipyo_hangul_matches (text, text));
  return 0;
}

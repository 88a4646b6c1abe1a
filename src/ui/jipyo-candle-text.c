/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a candle is from shows in its volume: the program hears prices alone, and whoever gives
 * whole candles gives that too or leaves it unsaid.
 */

#include "jipyo-candle-text.h"

#include <glib/gi18n.h>

#include "jipyo-candle-former.h"
#include "jipyo-candle-origin.h"
#include "jipyo-format.h"
#include "jipyo-quote-text.h"

static const JipyoCandle *
get_candle (const JipyoCandleSeries *self)
{
  return &g_array_index (self->candles, JipyoCandle, 0);
}

static char *
format_price (const JipyoCandleSeries *self, gint64 digits)
{
  const JipyoQuote quote = { .instrument = self->instrument,
                             .last = jipyo_candle_series_get_price (self, digits) };

  return jipyo_quote_text_price (&quote);
}

static char *
format_volume (const JipyoCandleSeries *self)
{
  JipyoDecimal volume;

  if (jipyo_candle_series_get_volume (self, get_candle (self), &volume))
    return jipyo_format_price (volume, jipyo_decimal_get_decimals (volume));
  return g_strdup (get_candle (self)->volume == JIPYO_VOLUME_NOT_HEARD
                   ? _ ("not known: prices alone were received")
                   : _ ("not stated"));
}

static char *
format_length (gint64 step_ms)
{
  static const gint64 minute_ms = 60 * 1000, hour_ms = 60 * 60 * 1000, day_ms = 24 * 60 * 60 * 1000;
  const gulong days = (gulong) (step_ms / day_ms), hours = (gulong) (step_ms / hour_ms);
  const gulong minutes = (gulong) (step_ms / minute_ms);

  if (days > 0)
    return g_strdup_printf (ngettext ("%lu day", "%lu days", days), days);
  if (hours > 0)
    return g_strdup_printf (ngettext ("%lu hour", "%lu hours", hours), hours);
  return g_strdup_printf (ngettext ("%lu minute", "%lu minutes", minutes), minutes);
}

/* A day of the exchange is one of its sessions; that of a coin begins at nine in Korea. */
static char *
format_time (const JipyoCandleSeries *self)
{
  const gint64 start_us = get_candle (self)->start_ms * 1000;

  return self->resolution == JIPYO_RESOLUTION_DAY && g_str_has_prefix (self->instrument, "krx:")
           ? jipyo_date_format (jipyo_instant_date_kst (start_us))
           : jipyo_claim_text_format_instant (start_us);
}

static char *
format_giver (const JipyoCandleSeries *self, JipyoLang lang)
{
  const char *name = NULL;

  switch (jipyo_candle_series_find_origin (self, get_candle (self), &name)) {
  case JIPYO_ORIGIN_HEARD:
    return g_strdup (_ ("Prices that were received here, kept in the history"));
  case JIPYO_ORIGIN_FETCHED:
    /* Translators: %s is who gives past prices, such as “Upbit” */
    return g_strdup_printf (_ ("Whole candles, fetched from %s"),
                               jipyo_known_quote_provider_label (name, lang));
  case JIPYO_ORIGIN_IMPORTED:
    /* Translators: %s is the name of a file */
    return g_strdup_printf (_ ("Whole candles, imported from the file %s"), name);
  case JIPYO_ORIGIN_SEVERAL:
    return g_strdup (_ ("Whole candles from several sources"));
  case JIPYO_ORIGIN_UNKNOWN:
    break;
  }
  return g_strdup (_ ("Whole candles, fetched from the venue or imported"));
}

static char *
format_origin (const JipyoCandleSeries *self, JipyoLang lang)
{
  g_autofree char *from = format_giver (self, lang);

  if (self->step_ms == jipyo_resolution_step_ms (self->resolution))
    return g_steal_pointer (&from);
  g_autofree char *part = format_length (jipyo_resolution_step_ms (self->resolution));
  g_autofree char *joined = g_strdup_printf (_ ("joined of candles of %s"), part);
  return g_strdup_printf ("%s · %s", from, joined);
}

GPtrArray *
jipyo_candle_text_list_lines (const JipyoCandleSeries *self, JipyoLang lang)
{
  g_return_val_if_fail (self != NULL && self->candles->len > 0, NULL);
  const JipyoCandle *candle = get_candle (self);
  const JipyoQuote venue = { .instrument = self->instrument };
  const char *code = jipyo_candle_series_find_code (self, candle->start_ms);
  GPtrArray *lines = jipyo_claim_lines_new ();

  jipyo_claim_lines_add (lines, C_ ("candle", "Begins"), format_time (self));
  jipyo_claim_lines_add (lines, C_ ("candle", "Length"), format_length (self->step_ms));
  jipyo_claim_lines_add (lines, C_ ("candle", "Open"), format_price (self, candle->open));
  jipyo_claim_lines_add (lines, C_ ("candle", "High"), format_price (self, candle->high));
  jipyo_claim_lines_add (lines, C_ ("candle", "Low"), format_price (self, candle->low));
  jipyo_claim_lines_add (lines, C_ ("candle", "Close"), format_price (self, candle->close));
  jipyo_claim_lines_add (lines, C_ ("candle", "Volume"), format_volume (self));
  jipyo_claim_lines_add (lines, _ ("Source"), format_origin (self, lang));
  jipyo_claim_lines_add (lines, _ ("Venue"), g_strdup (jipyo_quote_text_venue (&venue, lang)));
  if (!g_str_equal (code, self->instrument))
    jipyo_claim_lines_add (lines, C_ ("candle", "Code then"), g_strdup (code));
  return lines;
}

char *
jipyo_candle_text_format_close (const JipyoCandleSeries *self)
{
  g_return_val_if_fail (self != NULL && self->candles->len > 0, NULL);
  return format_price (self, get_candle (self)->close);
}

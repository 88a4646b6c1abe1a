/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ratios are judged as doubles, which decide and are never shown.
 */

#include "jipyo-unit-change.h"

#include "jipyo-instrument.h"
#include "jipyo-price-leap.h"

#include <math.h>

/* No premium of one market over another has stayed beyond it, and nothing is traded between the
 * codes: what is further off is no matter of units. */
static const double CODE_WITHIN = 0.3;
/* The first price after a split has moved a little by itself. */
static const double SHARE_WITHIN = 0.15;
/* The close that an exchange counts from is recounted to a tick. */
static const double BASE_WITHIN = 0.03;
static const int BASE_MOST = 1000;
/* Between the par values of shares. */
static const int splits[] = { 2, 3, 4, 5, 8, 10, 20, 25, 30, 40, 50, 100, 200, 250, 500, 1000 };

static const gint64 held_us = G_TIME_SPAN_DAY;
/* The longest weekend: an older price is no measure of a close. */
static const gint64 measure_us = 5 * G_TIME_SPAN_DAY;

struct _JipyoUnitWatch {
  GHashTable *entries; /* instrument → Entry */
};

typedef struct {
  JipyoDecimal expected; /* by the code before; if `expecting` */
  gboolean expecting;
  int change; /* 0: none */
  gint64 until_us;
} Entry;

/* Of the larger to the smaller; `sign` is that of the change. */
static double
get_ratio (JipyoDecimal before, JipyoDecimal after, int *sign)
{
  const double ratio = jipyo_decimal_to_double (after) / jipyo_decimal_to_double (before);

  *sign = ratio < 1 ? -1 : 1;
  return ratio < 1 ? 1 / ratio : ratio;
}

static gboolean
are_prices (JipyoDecimal before, JipyoDecimal after)
{
  return jipyo_decimal_sign (before) > 0 && jipyo_decimal_sign (after) > 0;
}

int
jipyo_unit_change_of_code (JipyoDecimal before, JipyoDecimal after)
{
  int sign;

  if (!are_prices (before, after))
    return 0;
  const double ratio = get_ratio (before, after, &sign);
  for (int n = 10; n <= JIPYO_UNIT_CHANGE_MAX; n *= 10)
    if (fabs (ratio / n - 1) <= CODE_WITHIN)
      return sign * n;
  return 0;
}

int
jipyo_unit_change_of_share (JipyoDecimal before, JipyoDecimal after)
{
  int sign;
  int nearest = 0;
  double least = SHARE_WITHIN;

  if (!are_prices (before, after))
    return 0;
  const double ratio = get_ratio (before, after, &sign);
  for (guint i = 0; i < G_N_ELEMENTS (splits); i++)
    if (fabs (ratio / splits[i] - 1) <= least) {
      least = fabs (ratio / splits[i] - 1);
      nearest = splits[i];
    }
  return sign * nearest;
}

/* The exchange itself counts from another close than the last price there was. */
static int
find_recounted (JipyoDecimal before, JipyoDecimal base)
{
  int sign;

  if (!are_prices (before, base))
    return 0;
  const double ratio = get_ratio (before, base, &sign);
  const double whole = round (ratio);
  return whole >= 2 && whole <= BASE_MOST && fabs (ratio / whole - 1) <= BASE_WITHIN
           ? sign * (int) whole
           : 0;
}

char *
jipyo_unit_change_format (int change)
{
  return g_strdup_printf ("%s%d", change < 0 ? "÷" : "×", ABS (change));
}

/* --- Quote after quote */

JipyoUnitWatch *
jipyo_unit_watch_new (void)
{
  JipyoUnitWatch *self = g_new0 (JipyoUnitWatch, 1);

  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
jipyo_unit_watch_free (JipyoUnitWatch *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->entries);
  g_free (self);
}

static Entry *
need_entry (JipyoUnitWatch *self, const char *instrument)
{
  Entry *entry = g_hash_table_lookup (self->entries, instrument);

  if (entry != NULL)
    return entry;
  entry = g_new0 (Entry, 1);
  g_hash_table_insert (self->entries, g_strdup (instrument), entry);
  return entry;
}

void
jipyo_unit_watch_expect (JipyoUnitWatch *self, const char *successor, const JipyoQuote *before)
{
  Entry *entry = need_entry (self, successor);

  entry->expected = before->last;
  entry->expecting = TRUE;
}

gboolean
jipyo_unit_change_is_of_share (const char *instrument)
{
  return jipyo_instrument_is_listed (instrument)
         && g_ascii_isdigit (*jipyo_instrument_get_symbol (instrument));
}

static gboolean
find_base (const JipyoQuote *quote, JipyoDecimal *base)
{
  return quote->has_change && jipyo_decimal_subtract (quote->last, quote->change, base)
         && jipyo_decimal_sign (*base) > 0;
}

static int
find_of_share (const JipyoQuote *quote, const JipyoQuote *before)
{
  JipyoDecimal base;

  if (!jipyo_unit_change_is_of_share (quote->instrument) || before == NULL || before == quote
      || ABS (quote->received_us - before->received_us) > measure_us)
    return 0;
  const int recounted = find_base (quote, &base) ? find_recounted (before->last, base) : 0;
  if (recounted != 0 || jipyo_price_is_near (quote->last, before->last))
    return recounted;
  return jipyo_unit_change_of_share (before->last, quote->last);
}

static int
find_of_code (Entry *entry, const JipyoQuote *quote)
{
  if (!entry->expecting)
    return 0;
  entry->expecting = FALSE;
  return jipyo_unit_change_of_code (entry->expected, quote->last);
}

static void
hold (JipyoQuote *quote, int change)
{
  JipyoDecimal base;

  quote->unit_change = change;
  if (quote->state == JIPYO_QUOTE_LIVE || quote->state == JIPYO_QUOTE_LATE
      || quote->state == JIPYO_QUOTE_CLOSED)
    quote->state = JIPYO_QUOTE_SUSPECT;
  /* Of a quote that was recounted whole the change is one of the new unit. */
  if (!find_base (quote, &base)
      || (jipyo_unit_change_is_of_share (quote->instrument)
            ? jipyo_unit_change_of_share (base, quote->last)
            : jipyo_unit_change_of_code (base, quote->last))
           == 0)
    return;
  quote->has_change = FALSE;
  quote->has_change_percent = FALSE;
}

void
jipyo_unit_watch_mark (JipyoUnitWatch *self, JipyoQuote *quote, const JipyoQuote *before)
{
  Entry *entry = need_entry (self, quote->instrument);

  if (quote->unit_change != 0 || quote->state == JIPYO_QUOTE_HISTORY)
    return;
  int change = find_of_code (entry, quote);
  if (change == 0)
    change = find_of_share (quote, before);
  /* Back to the unit from before: whoever told the other was wrong. */
  if (change != 0) {
    entry->change = change == -entry->change ? 0 : change;
    entry->until_us = quote->received_us + held_us;
  }
  if (entry->change != 0 && quote->received_us < entry->until_us)
    hold (quote, entry->change);
}

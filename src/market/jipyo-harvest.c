/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules that hold for every venue.
 */

#include "jipyo-harvest.h"

#include <string.h>

/* A venue's clock may be ahead of ours by this much. */
static const gint64 future_max_us = 5 * G_USEC_PER_SEC;
/* A quiet coin may not trade for hours, yet something on a venue moves every minute: when the
 * newest row of an answer is older than this, the venue stands still behind a good status. */
static const gint64 frozen_after_us = 15 * 60 * G_USEC_PER_SEC;
/* However quiet, a price of another day is not live. */
static const gint64 dead_after_us = G_GINT64_CONSTANT (24) * 3600 * G_USEC_PER_SEC;

JipyoFailure *
jipyo_failure_new (const char *provider, JipyoMarketError code, const char *message)
{
  JipyoFailure *self = g_new0 (JipyoFailure, 1);

  self->provider = g_strdup (provider);
  self->code = code;
  self->message = g_strdup (message);
  self->retry_after_s = -1;
  return self;
}

JipyoFailure *
jipyo_failure_copy (const JipyoFailure *failure)
{
  JipyoFailure *copy = jipyo_failure_new (failure->provider, failure->code, failure->message);

  copy->retry_after_s = failure->retry_after_s;
  copy->instruments = g_strdupv (failure->instruments);
  return copy;
}

void
jipyo_failure_free (JipyoFailure *failure)
{
  if (failure == NULL)
    return;
  g_free (failure->provider);
  g_free (failure->message);
  g_strfreev (failure->instruments);
  g_free (failure);
}

void
jipyo_harvest_init (JipyoHarvest *self)
{
  self->quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_quote_free);
  self->failures = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_failure_free);
  self->answered = g_hash_table_new (g_str_hash, g_str_equal);
}

void
jipyo_harvest_clear (JipyoHarvest *self)
{
  g_clear_pointer (&self->answered, g_hash_table_unref);
  g_clear_pointer (&self->quotes, g_ptr_array_unref);
  g_clear_pointer (&self->failures, g_ptr_array_unref);
}

static const char *
find_between (const JipyoHarvest *self, guint from, guint to, const char *venue, const char *symbol)
{
  const gsize length = strlen (venue);

  for (guint i = from; i < to && self->instruments[i] != NULL; i++) {
    const char *id = self->instruments[i];

    if (strncmp (id, venue, length) == 0 && id[length] == ':'
        && g_ascii_strcasecmp (id + length + 1, symbol) == 0)
      return id;
  }
  return NULL;
}

/* Most venues answer in the order of the asking, so the next is looked at first: there are at most
 * as many quotes as instruments. */
const char *
jipyo_harvest_find_wanted (const JipyoHarvest *self, const char *venue, const char *symbol)
{
  const char *next = find_between (self, self->quotes->len, G_MAXUINT, venue, symbol);

  return next != NULL ? next : find_between (self, 0, self->quotes->len, venue, symbol);
}

JipyoQuote *
jipyo_harvest_new_quote (const JipyoHarvest *self, const char *instrument)
{
  JipyoQuote *quote = jipyo_quote_new (instrument, self->provider);

  quote->received_us = self->now_us;
  quote->interval_ms = self->interval_ms;
  quote->state = JIPYO_QUOTE_LIVE;
  return quote;
}

static gboolean
has_failure (const JipyoHarvest *self, const char *instrument)
{
  for (guint i = 0; i < self->failures->len; i++) {
    const JipyoFailure *failure = g_ptr_array_index (self->failures, i);

    if (g_str_has_prefix (failure->message, instrument)
        && failure->message[strlen (instrument)] == ':')
      return TRUE;
  }
  return FALSE;
}

static void
add_failure (JipyoHarvest *self, JipyoMarketError code, const char *instrument, const char *message)
{
  g_autofree char *text = g_strdup_printf ("%s: %s", instrument, message);

  g_ptr_array_add (self->failures, jipyo_failure_new (self->provider, code, text));
}

/* Venues round differently, and some cut. What cannot be computed cannot be held against it. */
static gboolean
is_percent_near (const JipyoQuote *quote, JipyoDecimal base)
{
  const JipyoDecimal tolerance = { .digits = 2, .scale = 2 };
  JipyoDecimal hundredfold;
  JipyoDecimal percent;
  JipyoDecimal distance;

  if (!jipyo_decimal_multiply (quote->change, jipyo_decimal_from_int (100), &hundredfold)
      || !jipyo_decimal_divide (hundredfold, base, 2, &percent)
      || !jipyo_decimal_subtract (percent, quote->change_percent, &distance))
    return TRUE;
  if (jipyo_decimal_sign (distance) < 0 && !jipyo_decimal_negate (distance, &distance))
    return FALSE;
  return jipyo_decimal_compare (distance, tolerance) <= 0;
}

/* The sign of a change must be the sign between the price and the base, or one of them is wrong. */
static void
check_plausible (JipyoQuote *quote)
{
  JipyoDecimal base;

  if (quote->venue_time_us > quote->received_us + future_max_us)
    quote->state = JIPYO_QUOTE_SUSPECT;
  if (quote->has_change
      && (!jipyo_decimal_subtract (quote->last, quote->change, &base)
          || jipyo_decimal_sign (base) <= 0))
    quote->state = JIPYO_QUOTE_SUSPECT;
  else if (quote->has_change && quote->has_change_percent && !is_percent_near (quote, base))
    quote->state = JIPYO_QUOTE_SUSPECT;
  if (quote->has_change && quote->has_change_percent
      && jipyo_decimal_sign (quote->change) * jipyo_decimal_sign (quote->change_percent) < 0)
    quote->state = JIPYO_QUOTE_SUSPECT;
}

void
jipyo_harvest_take (JipyoHarvest *self, JipyoQuote *quote)
{
  g_autoptr (JipyoQuote) owned = quote;

  if (g_hash_table_contains (self->answered, quote->instrument)) {
    add_failure (self, JIPYO_MARKET_ERROR_BAD_REPLY, quote->instrument, "given twice");
    return;
  }
  if (jipyo_decimal_sign (quote->last) <= 0) {
    add_failure (self, JIPYO_MARKET_ERROR_BAD_REPLY, quote->instrument,
                 "zero or less is not a price");
    return;
  }
  check_plausible (quote);
  g_hash_table_add (self->answered, quote->instrument);
  g_ptr_array_add (self->quotes, g_steal_pointer (&owned));
}

void
jipyo_harvest_drop (JipyoHarvest *self, const char *instrument, GError *error)
{
  JipyoMarketError code = JIPYO_MARKET_ERROR_BAD_REPLY;

  if (error->domain == JIPYO_MARKET_ERROR)
    code = (JipyoMarketError) error->code;
  add_failure (self, code, instrument, error->message);
  g_error_free (error);
}

static void
age_frozen (JipyoHarvest *self)
{
  gint64 newest = 0;

  for (guint i = 0; i < self->quotes->len; i++) {
    const JipyoQuote *quote = g_ptr_array_index (self->quotes, i);

    newest = MAX (newest, quote->venue_time_us);
  }
  for (guint i = 0; i < self->quotes->len; i++) {
    JipyoQuote *quote = g_ptr_array_index (self->quotes, i);
    gboolean frozen = self->now_us - newest > frozen_after_us
                      || self->now_us - quote->venue_time_us > dead_after_us;

    if (quote->state == JIPYO_QUOTE_LIVE && quote->venue_time_us != 0 && frozen)
      quote->state = JIPYO_QUOTE_STALE;
    quote->state = jipyo_quote_compute_state (quote, self->now_us);
  }
}

void
jipyo_harvest_settle (JipyoHarvest *self)
{
  for (guint i = 0; i < self->quotes->len; i++) {
    JipyoQuote *quote = g_ptr_array_index (self->quotes, i);

    if (quote->state == JIPYO_QUOTE_LIVE && self->now_us - quote->venue_time_us > dead_after_us)
      quote->state = JIPYO_QUOTE_STALE;
  }
}

gboolean
jipyo_harvest_finish (JipyoHarvest *self, GError **error)
{
  const JipyoFailure *first;

  age_frozen (self);
  for (guint i = 0; self->instruments[i] != NULL; i++)
    if (!g_hash_table_contains (self->answered, self->instruments[i])
        && !has_failure (self, self->instruments[i]))
      add_failure (self, JIPYO_MARKET_ERROR_NOT_FOUND, self->instruments[i], "not in the answer");
  if (self->quotes->len > 0 || self->failures->len == 0)
    return TRUE;
  first = g_ptr_array_index (self->failures, 0);
  g_set_error_literal (error, JIPYO_MARKET_ERROR, (int) first->code, first->message);
  return FALSE;
}

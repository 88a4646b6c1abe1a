/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One list for all, oldest first: some twenty coins make a thousand prices. The last of an
 * instrument lies near the end.
 */

#include "jipyo-quote-trail.h"

#include <string.h>

static const gint64 step_us = 5 * G_TIME_SPAN_SECOND;
static const gint64 length_us = 5 * G_TIME_SPAN_MINUTE;

struct _JipyoQuoteTrail {
  GPtrArray *quotes; /* of JipyoQuote, owned */
};

JipyoQuoteTrail *
jipyo_quote_trail_new (void)
{
  JipyoQuoteTrail *self = g_new0 (JipyoQuoteTrail, 1);

  self->quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_quote_free);
  return self;
}

void
jipyo_quote_trail_free (JipyoQuoteTrail *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->quotes);
  g_free (self);
}

static const JipyoQuote *
find_last (const JipyoQuoteTrail *self, const char *instrument)
{
  for (guint i = self->quotes->len; i > 0; i--) {
    const JipyoQuote *quote = g_ptr_array_index (self->quotes, i - 1);

    if (strcmp (quote->instrument, instrument) == 0)
      return quote;
  }
  return NULL;
}

/* A clock that was set back would have them all be of a time to come. */
static void
drop_old (JipyoQuoteTrail *self, gint64 now_us)
{
  guint n_old = 0;

  while (n_old < self->quotes->len) {
    const JipyoQuote *quote = g_ptr_array_index (self->quotes, n_old);

    if (ABS (now_us - quote->received_us) <= length_us)
      break;
    n_old++;
  }
  if (n_old > 0)
    g_ptr_array_remove_range (self->quotes, 0, n_old);
}

void
jipyo_quote_trail_put (JipyoQuoteTrail *self, const JipyoQuote *quote)
{
  const JipyoQuote *last;

  if (strstr (quote->instrument, ":KRW-") == NULL || quote->state != JIPYO_QUOTE_LIVE)
    return;
  drop_old (self, quote->received_us);
  last = find_last (self, quote->instrument);
  if (last == NULL || ABS (quote->received_us - last->received_us) >= step_us)
    g_ptr_array_add (self->quotes, jipyo_quote_copy (quote));
}

const GPtrArray *
jipyo_quote_trail_get_quotes (const JipyoQuoteTrail *self)
{
  return self->quotes;
}

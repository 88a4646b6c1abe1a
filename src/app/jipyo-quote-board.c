/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The newest quote of each instrument. A handful of dozens, so a list is searched.
 */

#include "jipyo-quote-board.h"

#include "jipyo-calendars.h"
#include "jipyo-quote-trail.h"

/* No quote overtakes another by as much: the clock of this machine was set back. */
static const gint64 overtaken_max_us = 60 * G_USEC_PER_SEC;

struct _JipyoQuoteBoard {
  GPtrArray *quotes;         /* of JipyoQuote, owned */
  GHashTable *listings;      /* instrument → JipyoListing, as last told; owned */
  JipyoQuoteTrail *trail;    /* owned */
  JipyoCalendars *calendars; /* owned; read when first asked for */
  gint64 refreshed_us;
};

JipyoQuoteBoard *
jipyo_quote_board_new (void)
{
  JipyoQuoteBoard *self = g_new0 (JipyoQuoteBoard, 1);

  self->quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_quote_free);
  self->listings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->trail = jipyo_quote_trail_new ();
  return self;
}

void
jipyo_quote_board_free (JipyoQuoteBoard *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->quotes);
  g_hash_table_unref (self->listings);
  jipyo_quote_trail_free (self->trail);
  jipyo_calendars_free (self->calendars);
  g_free (self);
}

/* Index of the instrument's quote, or the length of the list. */
static guint
find (const JipyoQuoteBoard *self, const char *instrument)
{
  guint i = 0;

  while (i < self->quotes->len
         && g_strcmp0 (((const JipyoQuote *) self->quotes->pdata[i])->instrument, instrument) != 0)
    i++;
  return i;
}

/* What was kept stands behind whatever was received, what comes late behind what came before. */
static gboolean
is_older (const JipyoQuote *quote, const JipyoQuote *known)
{
  const gint64 behind_us = known->received_us - quote->received_us;

  return behind_us > 0 && (quote->state == JIPYO_QUOTE_HISTORY || behind_us <= overtaken_max_us);
}

/* A price of the past knows nothing of its instrument; what was told holds for it, too. */
static void
put_listing (JipyoQuoteBoard *self, JipyoQuote *quote)
{
  if (quote->state == JIPYO_QUOTE_HISTORY)
    jipyo_quote_set_listing (
      quote, GPOINTER_TO_UINT (g_hash_table_lookup (self->listings, quote->instrument)));
  else
    g_hash_table_insert (self->listings, g_strdup (quote->instrument),
                         GUINT_TO_POINTER (quote->listing));
}

gboolean
jipyo_quote_board_put (JipyoQuoteBoard *self, const JipyoQuote *quote)
{
  guint at = find (self, quote->instrument);

  jipyo_quote_trail_put (self->trail, quote);
  if (quote->state != JIPYO_QUOTE_HISTORY)
    self->refreshed_us = MAX (self->refreshed_us, quote->received_us);
  if (at == self->quotes->len) {
    g_ptr_array_add (self->quotes, jipyo_quote_copy (quote));
    put_listing (self, self->quotes->pdata[at]);
    return TRUE;
  }
  if (is_older (quote, self->quotes->pdata[at]))
    return FALSE;
  jipyo_quote_free (self->quotes->pdata[at]);
  self->quotes->pdata[at] = jipyo_quote_copy (quote);
  put_listing (self, self->quotes->pdata[at]);
  return TRUE;
}

gboolean
jipyo_quote_board_set_listing (JipyoQuoteBoard *self, const char *instrument, JipyoListing listing)
{
  const guint at = find (self, instrument);
  JipyoQuote *quote = at < self->quotes->len ? self->quotes->pdata[at] : NULL;

  g_hash_table_insert (self->listings, g_strdup (instrument), GUINT_TO_POINTER (listing));
  if (quote == NULL || quote->listing == listing)
    return FALSE;
  jipyo_quote_set_listing (quote, listing);
  return TRUE;
}

void
jipyo_quote_board_shift (JipyoQuoteBoard *self, gint64 by_us)
{
  for (guint i = 0; i < self->quotes->len; i++) {
    JipyoQuote *quote = g_ptr_array_index (self->quotes, i);

    if (quote->state != JIPYO_QUOTE_HISTORY)
      quote->received_us += by_us;
  }
  if (self->refreshed_us != 0)
    self->refreshed_us += by_us;
}

const GPtrArray *
jipyo_quote_board_get_earlier (const JipyoQuoteBoard *self)
{
  return jipyo_quote_trail_get_quotes (self->trail);
}

const JipyoQuote *
jipyo_quote_board_find (const JipyoQuoteBoard *self, const char *instrument)
{
  const guint at = find (self, instrument);

  return at < self->quotes->len ? g_ptr_array_index (self->quotes, at) : NULL;
}

static JipyoCalendars *
get_calendars (JipyoQuoteBoard *self)
{
  if (self->calendars == NULL)
    self->calendars = jipyo_calendars_new (NULL);
  return self->calendars;
}

gboolean
jipyo_quote_board_age (JipyoQuoteBoard *self, gint64 now_us)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < self->quotes->len; i++) {
    JipyoQuote *quote = g_ptr_array_index (self->quotes, i);
    const JipyoQuoteState before = quote->state;

    quote->state = jipyo_quote_compute_state (quote, now_us);
    jipyo_calendars_settle (get_calendars (self), quote, now_us);
    changed |= quote->state != before;
  }
  return changed;
}

const GPtrArray *
jipyo_quote_board_get_quotes (const JipyoQuoteBoard *self)
{
  return self->quotes;
}

const GPtrArray *
jipyo_quote_board_list_calendars (JipyoQuoteBoard *self)
{
  return jipyo_calendars_list (get_calendars (self));
}

gint64
jipyo_quote_board_get_refreshed (const JipyoQuoteBoard *self)
{
  return self->refreshed_us;
}

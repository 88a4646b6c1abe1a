/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a venue has renamed is followed by its new code; that is told, and kept with its time,
 * whoever looked at the old one.
 */

#include "jipyo-feed-supervisor.h"
#include "jipyo-instrument.h"
#include "jipyo-past-shelf.h"
#include "jipyo-quote-board.h"
#include "jipyo-session-private.h"
#include "jipyo-session.h"

/* When a price came last by the old code, or now: while nothing ran it ended unseen. */
static gint64
find_end (JipyoSession *self, const char *instrument)
{
  const JipyoQuote *last = jipyo_quote_board_find (jipyo_session_get_board (self), instrument);
  const gint64 now_us = jipyo_session_get_now (self);

  return last != NULL && last->received_us > 0 ? MIN (last->received_us, now_us) : now_us;
}

/* At how many other venues the symbol is traded, as far as is known. */
static guint
count_elsewhere (JipyoSession *self, const char *instrument)
{
  const GPtrArray *quotes = jipyo_quote_board_get_quotes (jipyo_session_get_board (self));
  const char *symbol = jipyo_instrument_get_symbol (instrument);
  guint n = 0;

  for (guint i = 0; i < quotes->len; i++) {
    const JipyoQuote *quote = g_ptr_array_index (quotes, i);

    n += quote->listing != JIPYO_LISTING_DELISTED && !g_str_equal (quote->instrument, instrument)
         && g_str_equal (jipyo_instrument_get_symbol (quote->instrument), symbol);
  }
  return n;
}

/* What was kept by the one belongs to the other, or no more. */
static void
read_again (JipyoSession *self, const JipyoNewCode *code)
{
  jipyo_past_shelf_forget (jipyo_session_get_shelf (self), code->instrument);
  jipyo_past_shelf_forget (jipyo_session_get_shelf (self), code->successor);
}

/* With a new code a venue may count a thousand of a coin as one. */
static void
expect_unit (JipyoSession *self, const JipyoNewCode *code)
{
  const JipyoQuote *last = jipyo_quote_board_find (self->board, code->instrument);

  if (last != NULL && jipyo_quote_board_find (self->board, code->successor) == NULL)
    jipyo_unit_watch_expect (self->units, code->successor, last);
}

/* It is told with each list of the venue. */
static gboolean
is_known (JipyoSession *self, const JipyoNewCode *code)
{
  const GPtrArray *all = jipyo_new_codes_get_all (jipyo_session_get_new_codes (self));
  const JipyoNewCode *known = jipyo_new_code_find_next (all, code->instrument);

  return known != NULL && g_str_equal (known->successor, code->successor);
}

/* A spread goes on by the old code as long as two venues have that. */
static void
renamed_cb (JipyoSession *self, const char *instrument, const char *successor)
{
  g_autoptr (JipyoNewCode) code =
               jipyo_new_code_new (instrument, successor, find_end (self, instrument));

  const gboolean news = !is_known (self, code);

  if (!jipyo_new_codes_take (jipyo_session_get_new_codes (self), code))
    return;
  read_again (self, code);
  expect_unit (self, code);
  if (news)
    g_signal_emit_by_name (self, "code-changed", instrument, successor);
  jipyo_watchlist_replace (jipyo_session_get_watchlist (self), instrument, successor);
  jipyo_alerts_rename (jipyo_session_get_alerts (self), code,
                       count_elsewhere (self, instrument) < 2, jipyo_session_get_now (self));
}

static gboolean
is_of (const JipyoNewCode *code, const char *instrument)
{
  return code != NULL && g_strcmp0 (code->instrument, instrument) == 0;
}

static void
taken_back_cb (JipyoSession *self, const char *instrument)
{
  JipyoAlerts *alerts = jipyo_session_get_alerts (self);
  JipyoNewCodes *codes = jipyo_session_get_new_codes (self);
  const JipyoNewCode *code = jipyo_new_code_find_next (jipyo_new_codes_get_all (codes), instrument);

  if (code != NULL) {
    read_again (self, code);
    g_signal_emit_by_name (self, "code-changed", code->successor, instrument);
  }
  jipyo_new_codes_take_back (codes, instrument);
  if (is_of (jipyo_alerts_get_renamed (alerts), instrument))
    jipyo_alerts_rename_back (alerts, jipyo_session_get_now (self));
}

JipyoFeedSupervisor *
jipyo_session_follow_renames (JipyoSession *self, JipyoFeedSupervisor *feed)
{
  g_signal_connect_object (feed, "renamed", G_CALLBACK (renamed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (jipyo_session_get_watchlist (self), "taken-back",
                           G_CALLBACK (taken_back_cb), self, G_CONNECT_SWAPPED);
  return feed;
}

static gboolean
is_listed_anew (JipyoSession *self, const JipyoNewCode *code)
{
  const char *successor;

  return is_of (code, jipyo_watchlist_get_renamed (jipyo_session_get_watchlist (self), &successor));
}

static gboolean
is_watched_anew (JipyoSession *self, const JipyoNewCode *code)
{
  return is_of (jipyo_alerts_get_renamed (jipyo_session_get_alerts (self)), code->instrument);
}

/* (nullable) */
static const JipyoNewCode *
find_last_followed (JipyoSession *self)
{
  const GPtrArray *codes = jipyo_new_codes_get_all (jipyo_session_get_new_codes (self));

  for (guint i = codes->len; i > 0; i--)
    if (is_listed_anew (self, codes->pdata[i - 1]) || is_watched_anew (self, codes->pdata[i - 1]))
      return codes->pdata[i - 1];
  return NULL;
}

char *
jipyo_session_describe_rename (JipyoSession *self, gboolean *listed, gboolean *watched)
{
  g_return_val_if_fail (JIPYO_IS_SESSION (self), NULL);
  const JipyoNewCode *code = find_last_followed (self);

  if (code == NULL)
    return NULL;
  *listed = is_listed_anew (self, code);
  *watched = is_watched_anew (self, code);
  return g_strdup_printf ("%s → %s", code->instrument,
                          jipyo_instrument_get_symbol (code->successor));
}

void
jipyo_session_take_rename_back (JipyoSession *self)
{
  g_return_if_fail (JIPYO_IS_SESSION (self));
  const JipyoNewCode *code = find_last_followed (self);

  if (code == NULL)
    return;
  if (is_listed_anew (self, code)) {
    jipyo_watchlist_take_back (jipyo_session_get_watchlist (self));
    return;
  }
  g_autofree char *instrument = g_strdup (code->instrument);
  taken_back_cb (self, instrument);
}

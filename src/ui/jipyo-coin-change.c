/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * As the table of the coins reckons it, for a few instruments only.
 */

#include "jipyo-coin-change.h"

#include "jipyo-basis.h"
#include "jipyo-instrument.h"
#include "jipyo-kept-quote.h"
#include "jipyo-known-quote.h"
#include "jipyo-session-context.h"

#include <string.h>

/* A moment of yesterday and what was before it. */
enum { DAYS = 2 };
/* Older closes are no better known than what is printed. */
enum { KEPT_DAYS = 366 };

gboolean
jipyo_coin_change_get_basis (JipyoLook *look, JipyoChangeBasis *basis)
{
  g_autofree char *id = jipyo_settings_dup (jipyo_look_get_settings (look), "coin-basis");
  JipyoChangeBasis known;

  if (!jipyo_change_basis_parse (id, &known)
      || jipyo_basis_get_instant (known, 2 * G_TIME_SPAN_DAY) == 0)
    return FALSE;
  *basis = known;
  return TRUE;
}

static gboolean
is_coin_in_won (const JipyoQuote *quote)
{
  return strstr (quote->instrument, ":KRW-") != NULL;
}

static JipyoQuote *
make_quote (JipyoSession *session, const JipyoQuote *own, JipyoChangeBasis basis)
{
  JipyoQuote *quote = jipyo_quote_copy (own);
  const JipyoPastNeed need = { quote->instrument, JIPYO_RESOLUTION_MINUTE, DAYS };

  if (basis != JIPYO_BASIS_UNSTATED && is_coin_in_won (quote))
    jipyo_quote_rebase (quote, basis, jipyo_session_find_past (session, &need),
                        jipyo_session_get_now (session));
  return quote;
}

static gboolean
has_quote (const GPtrArray *quotes, const char *instrument)
{
  for (guint i = 0; i < quotes->len; i++)
    if (g_str_equal (((const JipyoQuote *) quotes->pdata[i])->instrument, instrument))
      return TRUE;
  return FALSE;
}

/* Whether a source printed a price of that day or of a later one. */
static gboolean
is_printed_since (JipyoSession *session, const JipyoQuote *kept)
{
  const JipyoViewContext context = jipyo_session_context_make (session);
  JipyoKnownQuote known;
  const gboolean since =
    jipyo_known_quote_init_printed (&known, &context, kept->instrument)
    && jipyo_date_compare (known.printed->date, jipyo_instant_date_kst (kept->venue_time_us)) >= 0;

  jipyo_known_quote_clear (&known);
  return since;
}

/* What was kept is mostly newer than what was printed in a source. */
static void
add_kept (GPtrArray *quotes, JipyoSession *session, const char *instrument)
{
  const JipyoPastNeed need = { (char *) instrument, JIPYO_RESOLUTION_DAY, KEPT_DAYS };

  if (jipyo_instrument_is_basket (instrument) || has_quote (quotes, instrument))
    return;
  g_autoptr (JipyoQuote) kept = jipyo_kept_quote_new (jipyo_session_find_past (session, &need),
                                                      jipyo_session_get_now (session));
  if (kept != NULL && !is_printed_since (session, kept))
    g_ptr_array_add (quotes, g_steal_pointer (&kept));
}

GPtrArray *
jipyo_coin_change_list_quotes (JipyoLook *look,
                               JipyoSession *session,
                               const char *const *instruments)
{
  const GPtrArray *all = jipyo_session_get_quotes (session);
  JipyoChangeBasis basis = JIPYO_BASIS_UNSTATED;

  if (all == NULL)
    return NULL;
  GPtrArray *quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_quote_free);
  jipyo_coin_change_get_basis (look, &basis);
  for (guint i = 0; i < all->len; i++) {
    const JipyoQuote *quote = g_ptr_array_index (all, i);

    if (g_strv_contains (instruments, quote->instrument))
      g_ptr_array_add (quotes, make_quote (session, quote, basis));
  }
  for (guint i = 0; instruments[i] != NULL; i++)
    add_kept (quotes, session, instruments[i]);
  return quotes;
}

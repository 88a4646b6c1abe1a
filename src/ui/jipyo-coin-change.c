/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * As the table of the coins reckons it, for a few instruments only.
 */

#include "jipyo-coin-change.h"

#include "jipyo-basis.h"

#include <string.h>

/* A moment of yesterday and what was before it. */
enum { DAYS = 2 };

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

  if (is_coin_in_won (quote))
    jipyo_quote_rebase (quote, basis, jipyo_session_find_past (session, &need),
                        jipyo_session_get_now (session));
  return quote;
}

GPtrArray *
jipyo_coin_change_list_quotes (JipyoLook *look,
                               JipyoSession *session,
                               const char *const *instruments)
{
  const GPtrArray *all = jipyo_session_get_quotes (session);
  JipyoChangeBasis basis;

  if (all == NULL || !jipyo_coin_change_get_basis (look, &basis))
    return NULL;
  GPtrArray *quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_quote_free);
  for (guint i = 0; i < all->len; i++) {
    const JipyoQuote *quote = g_ptr_array_index (all, i);

    if (g_strv_contains (instruments, quote->instrument))
      g_ptr_array_add (quotes, make_quote (session, quote, basis));
  }
  return quotes;
}

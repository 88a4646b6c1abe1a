/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Needs and pasts go together by their order, which is that of the context's quotes.
 */

#include "jipyo-coin-basis.h"

#include "jipyo-basis.h"
#include "jipyo-past-need.h"

#include <string.h>

/* A moment of yesterday and what was before it. */
enum { DAYS = 2 };

static JipyoChangeBasis
get_basis (const JipyoViewContext *context)
{
  const char *id =
    context->options != NULL ? g_hash_table_lookup (context->options, "basis") : NULL;
  JipyoChangeBasis basis = JIPYO_BASIS_UNSTATED;

  /* "own" is the id of none. */
  return id != NULL && jipyo_change_basis_parse (id, &basis) ? basis : JIPYO_BASIS_UNSTATED;
}

static gboolean
is_coin_in_won (const JipyoQuote *quote)
{
  return strstr (quote->instrument, ":KRW-") != NULL;
}

gboolean
jipyo_coin_basis_has (const JipyoViewContext *context, const char *instrument)
{
  return get_basis (context) != JIPYO_BASIS_UNSTATED && strstr (instrument, ":KRW-") != NULL;
}

void
jipyo_coin_basis_add_past (const JipyoViewContext *context,
                           const char *instrument,
                           GPtrArray *needs)
{
  if (jipyo_coin_basis_has (context, instrument))
    jipyo_past_needs_add (needs, instrument, JIPYO_RESOLUTION_MINUTE, DAYS);
}

void
jipyo_coin_basis_apply (const JipyoViewContext *context, JipyoQuote *quote, guint past)
{
  if (jipyo_coin_basis_has (context, quote->instrument))
    jipyo_quote_rebase (quote, get_basis (context), jipyo_view_context_get_past (context, past),
                        context->now_us);
}

GPtrArray *
jipyo_coin_basis_list_pasts (const JipyoViewContext *context)
{
  GPtrArray *needs = jipyo_past_needs_new ();
  const JipyoChangeBasis basis = get_basis (context);

  for (guint i = 0;
       basis != JIPYO_BASIS_UNSTATED && context->quotes != NULL && i < context->quotes->len; i++) {
    const JipyoQuote *quote = g_ptr_array_index (context->quotes, i);

    if (is_coin_in_won (quote))
      jipyo_past_needs_add (needs, quote->instrument, JIPYO_RESOLUTION_MINUTE, DAYS);
  }
  return needs;
}

void
jipyo_coin_basis_init (JipyoCoinBasis *self, const JipyoViewContext *context)
{
  guint past = 0;

  *self = (JipyoCoinBasis){ .basis = get_basis (context) };
  if (self->basis == JIPYO_BASIS_UNSTATED || context->quotes == NULL)
    return;
  self->quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_quote_free);
  for (guint i = 0; i < context->quotes->len; i++) {
    JipyoQuote *quote = jipyo_quote_copy (g_ptr_array_index (context->quotes, i));

    g_ptr_array_add (self->quotes, quote);
    if (is_coin_in_won (quote))
      self->n_unknown += !jipyo_quote_rebase (
        quote, self->basis, jipyo_view_context_get_past (context, past++), context->now_us);
  }
}

char *
jipyo_coin_basis_describe (const JipyoCoinBasis *self, JipyoLang lang)
{
  const gboolean ko = lang == JIPYO_LANG_KO;

  if (self->quotes == NULL)
    return NULL;
  GString *text = g_string_new (NULL);
  g_string_append_printf (text,
                          ko ? "등락 기준: 모든 거래소 %s, 보관된 시세로 계산"
                             : "change %s at every venue, by kept prices",
                          jipyo_change_basis_label (self->basis, lang));
  if (self->n_unknown > 0)
    g_string_append_printf (text, ko ? ", %u개는 알 수 없음" : ", not known of %u",
                            self->n_unknown);
  return g_string_free (text, FALSE);
}

void
jipyo_coin_basis_clear (JipyoCoinBasis *self)
{
  g_clear_pointer (&self->quotes, g_ptr_array_unref);
}

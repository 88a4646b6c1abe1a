/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gathers the legs of every coin from received and printed quotes.
 */

#include "jipyo-coin.h"

#include <string.h>

typedef gboolean (*InitLeg) (JipyoKnownQuote *leg,
                             const JipyoViewContext *context,
                             const char *instrument);

const char *
jipyo_venue_id (JipyoVenue venue)
{
  static const char *const ids[JIPYO_N_VENUES] = { "bithumb", "upbit", "coinone" };
  g_return_val_if_fail (venue < JIPYO_N_VENUES, "");
  return ids[venue];
}

const char *
jipyo_venue_label (JipyoVenue venue, JipyoLang lang)
{
  return jipyo_known_quote_provider_label (jipyo_venue_id (venue), lang);
}

/* The symbol of a won market at one of the venues, else NULL. */
static const char *
won_symbol (const char *instrument)
{
  for (guint i = 0; i < JIPYO_N_VENUES; i++) {
    const char *id = jipyo_venue_id (i);
    size_t length = strlen (id);
    if (strncmp (instrument, id, length) == 0 && instrument[length] == ':')
      return g_str_has_prefix (instrument + length + 1, "KRW-") ? instrument + length + 1 : NULL;
  }
  return NULL;
}

static guint
init_legs (JipyoCoin *coin, const JipyoViewContext *context, InitLeg init)
{
  guint n = 0;
  for (guint i = 0; i < JIPYO_N_VENUES; i++) {
    g_autofree char *instrument = g_strdup_printf ("%s:%s", jipyo_venue_id (i), coin->symbol);
    n += init (&coin->legs[i], context, instrument) ? 1 : 0;
  }
  return n;
}

static JipyoText
find_name (const JipyoCoin *coin)
{
  for (guint i = 0; i < JIPYO_N_VENUES; i++)
    if (coin->legs[i].quote != NULL && !jipyo_text_is_empty (&coin->legs[i].quote->name))
      return jipyo_text_copy (&coin->legs[i].quote->name);
  g_autofree char *instrument = g_strdup_printf ("upbit:%s", coin->symbol);
  return jipyo_known_quote_get_name (instrument, NULL);
}

/* NULL when the reading knows no price of it. */
static JipyoCoin *
coin_new (const JipyoViewContext *context, const char *symbol)
{
  JipyoCoin *coin = g_new0 (JipyoCoin, 1);
  coin->symbol = g_strdup (symbol);
  coin->code = g_strdup (symbol + strlen ("KRW-"));
  if (init_legs (coin, context, jipyo_known_quote_init_received) == 0
      && init_legs (coin, context, jipyo_known_quote_init_printed) == 0) {
    jipyo_coin_free (coin);
    return NULL;
  }
  coin->name = find_name (coin);
  jipyo_spread_compute (&coin->spread, coin->legs, JIPYO_N_VENUES);
  return coin;
}

static void
add_symbol (GPtrArray *symbols, const char *instrument)
{
  const char *symbol = won_symbol (instrument);
  if (symbol != NULL && !g_ptr_array_find_with_equal_func (symbols, symbol, g_str_equal, NULL))
    g_ptr_array_add (symbols, (gpointer) symbol);
}

/* Borrowed from the context. */
static GPtrArray *
collect_symbols (const JipyoViewContext *context)
{
  GPtrArray *symbols = g_ptr_array_new ();
  const GPtrArray *printed = jipyo_ledger_get_printed_quotes (context->ledger);
  for (guint i = 0; i < printed->len; i++) {
    const JipyoPrintedQuote *quote = g_ptr_array_index (printed, i);
    add_symbol (symbols, quote->instrument);
  }
  for (guint i = 0; context->quotes != NULL && i < context->quotes->len; i++) {
    const JipyoQuote *quote = g_ptr_array_index (context->quotes, i);
    add_symbol (symbols, quote->instrument);
  }
  return symbols;
}

GPtrArray *
jipyo_coin_collect (const JipyoViewContext *context)
{
  GPtrArray *coins = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_coin_free);
  g_autoptr (GPtrArray) symbols = collect_symbols (context);
  guint n_compared = 0;

  for (guint i = 0; i < symbols->len; i++) {
    JipyoCoin *coin = coin_new (context, g_ptr_array_index (symbols, i));
    if (coin == NULL)
      continue;
    if (coin->spread.n_legs >= 2)
      g_ptr_array_insert (coins, (int) n_compared++, coin);
    else
      g_ptr_array_add (coins, coin);
  }
  return coins;
}

void
jipyo_coin_free (JipyoCoin *self)
{
  if (self == NULL)
    return;
  g_free (self->symbol);
  g_free (self->code);
  jipyo_text_clear (&self->name);
  for (guint i = 0; i < JIPYO_N_VENUES; i++)
    jipyo_known_quote_clear (&self->legs[i]);
  g_free (self);
}

char *
jipyo_coin_format_refused (const JipyoCoin *self, JipyoLang lang)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < JIPYO_N_VENUES; i++)
    if (self->spread.refused & 1u << i)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              jipyo_venue_label (i, lang));
  return g_string_free (names, names->len == 0);
}

gboolean
jipyo_coin_is_printed (const JipyoCoin *self)
{
  for (guint i = 0; i < JIPYO_N_VENUES; i++)
    if (self->legs[i].quote != NULL)
      return self->legs[i].printed != NULL;
  return FALSE;
}

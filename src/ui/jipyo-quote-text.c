/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prices keep every digit they came with; an index or a basket always shows two decimals.
 */

#include "jipyo-quote-text.h"

#include <glib/gi18n.h>

#include "jipyo-date.h"
#include "jipyo-format.h"

#include <string.h>

/* "krx:KOSPI" or "basket:upstage", but not "krx:035420". */
static gboolean
is_index (const JipyoQuote *quote)
{
  return g_str_has_prefix (quote->instrument, "basket:")
         || (g_str_has_prefix (quote->instrument, "krx:")
             && g_ascii_isalpha (quote->instrument[strlen ("krx:")]));
}

static guint
choose_decimals (const JipyoQuote *quote, JipyoDecimal number)
{
  const guint own = jipyo_decimal_get_decimals (number);

  return is_index (quote) ? MAX (own, 2) : own;
}

const char *
jipyo_quote_text_venue (const JipyoQuote *quote, JipyoLang lang)
{
  static const char *const venues[] = { "upbit", "bithumb", "coinone" };

  for (guint i = 0; i < G_N_ELEMENTS (venues); i++)
    if (g_str_has_prefix (quote->instrument, venues[i]))
      return jipyo_known_quote_provider_label (venues[i], lang);
  return g_str_has_prefix (quote->instrument, "krx:") ? _ ("Korea Exchange") : "";
}

char *
jipyo_quote_text_short_name (const JipyoQuote *quote, const JipyoText *name, JipyoLang lang)
{
  const char *dash = strchr (quote->instrument, '-');

  if (g_str_has_prefix (quote->instrument, "krx:") || dash == NULL)
    return g_strdup (jipyo_text_get (name, lang));
  return g_strdup_printf ("%s %s", dash + 1, jipyo_quote_text_venue (quote, lang));
}

char *
jipyo_quote_text_price (const JipyoQuote *quote)
{
  return jipyo_format_price (quote->last, choose_decimals (quote, quote->last));
}

char *
jipyo_quote_text_change (const JipyoKnownQuote *known)
{
  const JipyoQuote *quote = known->quote;
  JipyoDecimal percent;
  gboolean derived;

  if (!quote->has_change)
    return g_strdup ("");
  const guint decimals = choose_decimals (quote, quote->change);
  g_autofree char *change = jipyo_format_change (quote->change, decimals, TRUE);

  if (!jipyo_known_quote_compute_percent (known, &percent, &derived))
    return g_steal_pointer (&change);
  g_autofree char *share = jipyo_format_change_percent (percent);

  return g_strdup_printf ("%s %s", change, share);
}

char *
jipyo_quote_text_change_named (const JipyoKnownQuote *known, JipyoLang lang)
{
  const JipyoQuote *quote = known->quote;
  g_autofree char *change = jipyo_quote_text_change (known);

  if (*change == '\0' || quote->basis == JIPYO_BASIS_UNSTATED
      || strstr (quote->instrument, ":KRW-") == NULL)
    return g_steal_pointer (&change);
  return g_strdup_printf ("%s, %s", change, jipyo_change_basis_label (quote->basis, lang));
}

char *
jipyo_quote_text_age (const JipyoKnownQuote *known, gint64 now_us, JipyoLang lang)
{
  /* The day of a printed quote says by itself that it is of the past. */
  if (known->printed != NULL)
    return jipyo_known_quote_format_time (known);
  g_autofree char *when = jipyo_known_quote_format_since (known, now_us, lang);

  if (known->state == JIPYO_QUOTE_HISTORY)
    return g_steal_pointer (&when);
  if (known->state == JIPYO_QUOTE_LIVE) {
    const char *listing = jipyo_listing_label (known->quote->listing, lang);

    return listing != NULL ? g_strdup_printf ("%s · %s", listing, when) : g_steal_pointer (&when);
  }
  g_autofree char *state = jipyo_quote_describe_state (known->quote, known->state, lang);
  return g_strdup_printf ("%s · %s", state, when);
}

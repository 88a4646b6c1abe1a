/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of instruments.
 */

#include "jipyo-instrument-name.h"

#include "jipyo-instrument.h"
#include "jipyo-known-quote.h"

#include <string.h>

static const JipyoOrganisation *
find_listed (const JipyoLedger *ledger, const char *code)
{
  const GPtrArray *all = jipyo_ledger_get_organisations (ledger);

  for (guint i = 0; i < all->len; i++) {
    const JipyoOrganisation *organisation = g_ptr_array_index (all, i);

    if (organisation->code != NULL && g_str_equal (organisation->code, code))
      return organisation;
  }
  return NULL;
}

/* Of a team that the record does not have, its id. */
static JipyoText
name_basket (const JipyoLedger *ledger, const char *basket)
{
  const char *id = jipyo_instrument_get_symbol (basket);
  const JipyoTeam *team = jipyo_ledger_find_team (ledger, id);
  g_autofree char *ko = g_strdup_printf ("%s 바구니", team != NULL ? team->short_name.ko : id);
  g_autofree char *en = g_strdup_printf ("%s basket", team != NULL ? team->short_name.en : id);

  return jipyo_text_new (ko, en);
}

JipyoText
jipyo_instrument_name (const JipyoLedger *ledger, const char *instrument, const JipyoQuote *quote)
{
  const JipyoOrganisation *organisation = NULL;

  if (jipyo_instrument_is_basket (instrument))
    return name_basket (ledger, instrument);
  if (g_str_equal (instrument, "fx:USDKRW"))
    return jipyo_text_new ("미국 달러/원", "US dollar in won");
  /* The record has both languages, a quote of a share only Korean. */
  if (jipyo_instrument_is_listed (instrument))
    organisation = find_listed (ledger, jipyo_instrument_get_symbol (instrument));
  return organisation != NULL ? jipyo_text_copy (&organisation->name)
                              : jipyo_known_quote_get_name (instrument, quote);
}

char *
jipyo_instrument_venue (const char *instrument, JipyoLang lang)
{
  const gboolean ko = lang == JIPYO_LANG_KO;
  g_autofree char *venue = g_strndup (instrument, strcspn (instrument, ":"));

  if (jipyo_instrument_is_listed (instrument))
    return g_strdup (ko ? "한국거래소" : "Korea Exchange");
  if (g_str_equal (venue, "fx"))
    return g_strdup (ko ? "환율" : "Exchange rate");
  return g_strdup (jipyo_known_quote_provider_label (venue, lang));
}

char *
jipyo_instrument_label (const JipyoLedger *ledger,
                        const char *instrument,
                        const JipyoQuote *quote,
                        JipyoLang lang)
{
  const char *dash = strchr (instrument, '-');

  if (!jipyo_instrument_is_listed (instrument) && !jipyo_instrument_is_basket (instrument)
      && dash != NULL) {
    g_autofree char *venue = jipyo_instrument_venue (instrument, lang);
    return g_strdup_printf ("%s %s", dash + 1, venue);
  }
  JipyoText name = jipyo_instrument_name (ledger, instrument, quote);
  char *label = g_strdup (jipyo_text_get (&name, lang));

  jipyo_text_clear (&name);
  return label;
}

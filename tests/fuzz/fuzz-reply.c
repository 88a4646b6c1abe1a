/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An answer of a venue, given to every parser: it yields quotes with a price above zero, or says
 * why not. json-glib 1.6 leaks on some refused text, so run it with leak detection off.
 */

#include "fuzz-target.h"

#include "jipyo-provider.h"

static const char *const wanted[] = { "upbit:KRW-BTC",   "bithumb:KRW-BTC",
                                      "coinone:KRW-BTC", "krx:KOSPI",
                                      "krx:035420",      "fx:USDKRW",
                                      "coinone:KRW-ETH", NULL };

static void
check_parser (const JipyoProvider *provider, const char *text, gsize length)
{
  JipyoHarvest harvest = {
    .provider = provider->id,
    .instruments = wanted,
    .now_us = G_GINT64_CONSTANT (1795392000000000),
    .interval_ms = provider->interval_ms,
  };
  g_autoptr (GError) error = NULL;

  jipyo_harvest_init (&harvest);
  if (provider->parse (&harvest, text, length, &error)) {
    g_assert_no_error (error);
    for (guint i = 0; i < harvest.quotes->len; i++) {
      JipyoQuote *quote = g_ptr_array_index (harvest.quotes, i);

      g_assert_true (g_strv_contains (wanted, quote->instrument));
      g_assert_cmpint (jipyo_decimal_sign (quote->last), >, 0);
    }
  } else {
    g_assert_nonnull (error);
  }
  jipyo_harvest_clear (&harvest);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  for (guint i = 0; jipyo_provider_get (i) != NULL; i++)
    if (jipyo_provider_get (i)->parse != NULL)
      check_parser (jipyo_provider_get (i), (const char *) data, size);
  return 0;
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every recorded answer that is good, damaged in every way that a single fault can. None may crash
 * a parser, and none may show a figure as live that the answer did not have. Where a venue gives a
 * figure once only, a digit that became another digit cannot be told; there, and only there, it is
 * let pass.
 */

#include <string.h>

#include "damage.h"
#include "jipyo-provider.h"
#include "payload-table.h"

/* Larger ones have the rows of the smaller ones many times over. */
enum { LENGTH_MAX = 3000 };

typedef struct {
  const Payload *payload;
  GPtrArray *quotes; /* of JipyoQuote, as they are without damage */
  guint wrong;       /* live figures that the answer did not have */
} Trial;

static GPtrArray *
parse (const Payload *payload, const char *data, gsize length)
{
  const JipyoProvider *provider = jipyo_provider_find (payload->provider);
  g_auto (GStrv) instruments = g_strsplit (payload->instruments, " ", -1);
  g_autoptr (GError) error = NULL;
  GPtrArray *quotes;
  JipyoHarvest harvest = {
    .provider = provider->id,
    .instruments = (const char *const *) instruments,
    .now_us = payload_get_now (payload),
  };

  jipyo_harvest_init (&harvest);
  quotes = g_ptr_array_ref (harvest.quotes);
  if (!provider->parse (&harvest, data, length, &error))
    g_ptr_array_set_size (quotes, 0);
  jipyo_harvest_clear (&harvest);
  return quotes;
}

static const JipyoQuote *
find_quote (const GPtrArray *quotes, const char *instrument)
{
  for (guint i = 0; i < quotes->len; i++) {
    const JipyoQuote *quote = g_ptr_array_index (quotes, i);

    if (strcmp (quote->instrument, instrument) == 0)
      return quote;
  }
  return NULL;
}

/* The rule allows two hundredths, for venues round differently. */
static gboolean
is_same_percent (JipyoDecimal a, JipyoDecimal b)
{
  return ABS (jipyo_decimal_to_double (a) - jipyo_decimal_to_double (b)) < 0.021;
}

/* What is missing is not wrong, and neither is a change against another base that is named. */
static gboolean
is_same_figure (const JipyoQuote *quote, const JipyoQuote *original)
{
  if (original == NULL || !jipyo_decimal_equal (quote->last, original->last))
    return FALSE;
  if (!quote->has_change || quote->basis != original->basis)
    return TRUE;
  return jipyo_decimal_equal (quote->change, original->change)
         && (!quote->has_change_percent
             || is_same_percent (quote->change_percent, original->change_percent));
}

static void
look_at (gpointer user_data, const char *data, gsize length, gboolean digits_only)
{
  Trial *trial = user_data;
  gboolean redundant = g_str_has_prefix (trial->payload->file, "upbit-ticker")
                       || g_str_has_prefix (trial->payload->file, "bithumb-v1-ticker");
  g_autoptr (GPtrArray) quotes = parse (trial->payload, data, length);

  for (guint i = 0; i < quotes->len; i++) {
    const JipyoQuote *quote = g_ptr_array_index (quotes, i);

    if (quote->state != JIPYO_QUOTE_LIVE || (digits_only && !redundant)
        || is_same_figure (quote, find_quote (trial->quotes, quote->instrument)))
      continue;
    if (trial->wrong++ == 0)
      g_test_message ("%.*s", (int) MIN (length, 1200), data);
  }
}

static void
test_payload (gconstpointer data)
{
  Trial trial = { .payload = data };
  g_autofree char *path = payload_get_path (data);
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL)) {
    g_test_skip ("the recordings are not here");
    return;
  }
  if (length > LENGTH_MAX) {
    g_test_skip ("a smaller recording has the same rows");
    return;
  }
  trial.quotes = parse (data, text, length);
  damage_each (text, length, look_at, &trial);
  g_ptr_array_unref (trial.quotes);
  g_assert_cmpuint (trial.wrong, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; payloads[i].file != NULL; i++) {
    g_autofree char *name = g_strdup_printf ("/market/mutations/%02u-%s", i, payloads[i].file);

    if (payload_is_good (&payloads[i]))
      g_test_add_data_func (name, &payloads[i], test_payload);
  }
  return g_test_run ();
}

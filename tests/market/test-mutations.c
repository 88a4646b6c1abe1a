/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every recorded answer, damaged in every way that a single fault can. None may crash a parser, and
 * none may show a figure as live that the answer did not have: one that has none for this parser
 * shows none. Where a venue gives a figure once only, a digit that became another digit cannot be
 * told; there, and only there, it is let pass.
 *
 * Cut and flipped at each byte are those that have figures and are no longer than LENGTH_MAX, the
 * others at some; with JIPYO_MUTATIONS=all, all of them.
 */

#include <string.h>

#include "damage.h"
#include "jipyo-provider.h"
#include "payload-table.h"

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
  trial.quotes = parse (data, text, length);
  if (g_strcmp0 (g_getenv ("JIPYO_MUTATIONS"), "all") == 0
      || (payload_is_good (data) && length <= LENGTH_MAX))
    damage_each (text, length, look_at, &trial);
  else
    damage_some (text, length, look_at, &trial);
  g_ptr_array_unref (trial.quotes);
  g_assert_cmpuint (trial.wrong, ==, 0);
}

/* A recording that nobody reads proves nothing. */
static void
test_every_recording (void)
{
  const Payload here = { .file = "." };
  g_autofree char *path = payload_get_path (&here);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  if (folder == NULL) {
    g_test_skip ("the recordings are not here");
    return;
  }
  while ((name = g_dir_read_name (folder)) != NULL) {
    guint i = 0;

    while (payloads[i].file != NULL && strcmp (payloads[i].file, name) != 0)
      i++;
    if (!g_str_has_suffix (name, ".md"))
      g_assert_cmpstr (payloads[i].file, ==, name);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; payloads[i].file != NULL; i++) {
    g_autofree char *name = g_strdup_printf ("/market/mutations/%02u-%s", i, payloads[i].file);

    g_test_add_data_func (name, &payloads[i], test_payload);
  }
  g_test_add_func ("/market/mutations/every-recording", test_every_recording);
  return g_test_run ();
}

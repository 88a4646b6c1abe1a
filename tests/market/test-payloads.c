/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every recorded payload through its provider's parser: the quotes that are right, or the error
 * that is. The recordings are read where they lie beside the tree; test-parsers has cases of its
 * own for elsewhere.
 */

#include <string.h>

#include "jipyo-date.h"
#include "jipyo-provider.h"
#include "payload-table.h"

static void
print_number (GString *text, gboolean known, JipyoDecimal value)
{
  g_autofree char *number = known ? jipyo_decimal_format (value) : g_strdup ("-");

  g_string_append_printf (text, " %s", number);
}

static void
print_quote (GString *text, const JipyoQuote *quote)
{
  g_autofree char *time =
    quote->venue_time_us != 0 ? jipyo_instant_format (quote->venue_time_us) : g_strdup ("-");

  g_string_append (text, quote->instrument);
  print_number (text, TRUE, quote->last);
  print_number (text, quote->has_change, quote->change);
  print_number (text, quote->has_change_percent, quote->change_percent);
  g_string_append_printf (text, " %s %s %s\n", jipyo_change_basis_id (quote->basis), time,
                          jipyo_quote_state_id (quote->state));
}

static char *
print_harvest (const JipyoHarvest *harvest)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < harvest->quotes->len; i++)
    print_quote (text, g_ptr_array_index (harvest->quotes, i));
  for (guint i = 0; i < harvest->failures->len; i++) {
    const JipyoFailure *failure = g_ptr_array_index (harvest->failures, i);

    g_string_append_printf (text, "%s %s\n", jipyo_market_error_id (failure->code),
                            failure->message);
  }
  return g_string_free (text, FALSE);
}

static char *
parse_payload (const Payload *payload, const char *data, gsize length)
{
  const JipyoProvider *provider = jipyo_provider_find (payload->provider);
  g_auto (GStrv) instruments = g_strsplit (payload->instruments, " ", -1);
  g_autoptr (GError) error = NULL;
  JipyoHarvest harvest = {
    .provider = provider->id,
    .instruments = (const char *const *) instruments,
    .now_us = payload_get_now (payload),
  };
  char *result;

  jipyo_harvest_init (&harvest);
  if (provider->parse (&harvest, data, length, &error)) {
    result = print_harvest (&harvest);
  } else {
    g_assert_true (error != NULL && error->domain == JIPYO_MARKET_ERROR);
    result = g_strdup_printf ("%s: %s", jipyo_market_error_id (error->code), error->message);
  }
  jipyo_harvest_clear (&harvest);
  return result;
}

static void
test_payload (gconstpointer data)
{
  const Payload *payload = data;
  g_autofree char *path = payload_get_path (payload);
  g_autofree char *text = NULL;
  g_autofree char *result = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL)) {
    g_test_skip ("the recordings are not here");
    return;
  }
  result = parse_payload (payload, text, length);
  payload_assert (payload, result);
}

/* No cut and no changed byte may crash a parser, and no cut may yield a quote. */
static void
test_damage (gconstpointer data)
{
  const Payload *payload = data;
  g_autofree char *path = payload_get_path (payload);
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL)) {
    g_test_skip ("the recordings are not here");
    return;
  }
  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;
  length = MIN (length, 700);
  for (gsize cut = 0; cut + 1 < length; cut++) {
    g_autofree char *result = parse_payload (payload, text, cut);

    g_assert_true (g_str_has_prefix (result, "bad-reply: "));
  }
  for (gsize at = 0; at < length; at++) {
    static const char bytes[] = { 0, '"', '9', '\\' };
    char kept = text[at];

    for (guint i = 0; i < sizeof bytes; i++) {
      g_autofree char *result = NULL;

      text[at] = bytes[i];
      result = parse_payload (payload, text, length);
      g_assert_nonnull (result);
    }
    text[at] = kept;
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; payloads[i].file != NULL; i++) {
    g_autofree char *name = g_strdup_printf ("/market/payloads/%02u-%s", i, payloads[i].file);
    g_autofree char *damage = g_strdup_printf ("/market/damage/%02u-%s", i, payloads[i].file);

    g_test_add_data_func (name, &payloads[i], test_payload);
    if (payload_is_good (&payloads[i]))
      g_test_add_data_func (damage, &payloads[i], test_damage);
  }
  return g_test_run ();
}

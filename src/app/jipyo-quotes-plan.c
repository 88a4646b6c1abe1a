/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sorts instruments by provider.
 */

#include "jipyo-quotes-plan.h"

#include <string.h>

typedef struct {
  GPtrArray *providers; /* of JipyoProvider, the first first; owned */
  GStrvBuilder *instruments;
  guint count;
} Bin;

static gboolean
is_empty (const char *const *list)
{
  return list == NULL || list[0] == NULL;
}

void
jipyo_quotes_group_free (JipyoQuotesGroup *group)
{
  g_strfreev (group->instruments);
  g_free (group->fallbacks);
  g_free (group);
}

static guint
count (const JipyoProvider *const *providers)
{
  guint n = 0;

  while (providers[n] != NULL)
    n++;
  return n;
}

gboolean
jipyo_quotes_group_is_same (const JipyoQuotesGroup *a, const JipyoQuotesGroup *b)
{
  const guint n = count (a->fallbacks);

  return a->provider == b->provider && count (b->fallbacks) == n
         && memcmp (a->fallbacks, b->fallbacks, n * sizeof *a->fallbacks) == 0
         && g_strv_equal ((const char *const *) a->instruments,
                          (const char *const *) b->instruments);
}

static void
bin_clear (Bin *bin)
{
  g_strv_builder_unref (bin->instruments);
  g_ptr_array_unref (bin->providers);
}

static gboolean
are_equal (const GPtrArray *a, const GPtrArray *b)
{
  return a->len == b->len && memcmp (a->pdata, b->pdata, a->len * sizeof *a->pdata) == 0;
}

/* The bin of what is asked for in the same order. Takes `providers`. */
static Bin *
find_bin (GArray *bins, GPtrArray *providers)
{
  Bin bin = { .providers = providers };

  for (guint i = 0; i < bins->len; i++)
    if (are_equal (g_array_index (bins, Bin, i).providers, providers)) {
      g_ptr_array_unref (providers);
      return &g_array_index (bins, Bin, i);
    }
  bin.instruments = g_strv_builder_new ();
  g_array_append_val (bins, bin);
  return &g_array_index (bins, Bin, bins->len - 1);
}

/* Empty when nobody asked has it; when providers are named, the first that has. (transfer full) */
static GPtrArray *
choose_providers (const JipyoQuotesOrder *order, const char *instrument)
{
  g_autoptr (JipyoProviderOrder) usual = jipyo_provider_order_new ();
  GPtrArray *chosen;

  if (!jipyo_instrument_is_valid (instrument))
    return g_ptr_array_new ();
  if (is_empty (order->providers))
    return jipyo_provider_order_find (order->order != NULL ? order->order : usual, instrument);
  chosen = g_ptr_array_new ();
  for (guint i = 0; order->providers[i] != NULL && chosen->len == 0; i++) {
    const JipyoProvider *provider = jipyo_provider_find (order->providers[i]);

    if (jipyo_provider_serves (provider, instrument))
      g_ptr_array_add (chosen, (gpointer) provider);
  }
  return chosen;
}

static gboolean
check_providers (const JipyoQuotesOrder *order, GError **error)
{
  for (guint i = 0; order->providers != NULL && order->providers[i] != NULL; i++) {
    if (jipyo_provider_find (order->providers[i]) == NULL) {
      g_set_error (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_NOT_FOUND,
                   "“%s” is not a provider", order->providers[i]);
      return FALSE;
    }
  }
  return TRUE;
}

static void
add_unserved (GPtrArray *failures, const char *instrument)
{
  g_autofree char *message = g_strdup_printf ("%s: no provider asked has it", instrument);

  g_ptr_array_add (failures, jipyo_failure_new (NULL, JIPYO_MARKET_ERROR_NOT_FOUND, message));
}

static gboolean
is_earlier (const char *const *list, guint index)
{
  for (guint i = 0; i < index; i++)
    if (strcmp (list[i], list[index]) == 0)
      return TRUE;
  return FALSE;
}

static void
sort_instruments (const JipyoQuotesOrder *order, GArray *bins, GPtrArray *failures)
{
  gboolean chosen = !is_empty (order->instruments);
  const char *const *watchlist =
    is_empty (order->watchlist) ? jipyo_provider_get_watchlist () : order->watchlist;
  const char *const *instruments = chosen ? order->instruments : watchlist;

  for (guint i = 0; instruments[i] != NULL; i++) {
    g_autoptr (GPtrArray) providers = NULL;
    Bin *bin;

    if (is_earlier (instruments, i))
      continue;
    providers = choose_providers (order, instruments[i]);
    if (providers->len == 0) {
      if (chosen)
        add_unserved (failures, instruments[i]);
      continue;
    }
    bin = find_bin (bins, g_steal_pointer (&providers));
    g_strv_builder_add (bin->instruments, instruments[i]);
    bin->count++;
  }
}

/* A provider that was named but has nothing of the watchlist is asked for the dollar. */
static void
add_idle_providers (const JipyoQuotesOrder *order, GArray *bins)
{
  if (is_empty (order->providers))
    return;
  for (guint i = 0; order->providers[i] != NULL; i++) {
    const JipyoProvider *provider = jipyo_provider_find (order->providers[i]);
    GPtrArray *alone = g_ptr_array_new ();
    Bin *bin;

    g_ptr_array_add (alone, (gpointer) provider);
    bin = find_bin (bins, alone);
    if (bin->count == 0 && is_empty (order->instruments)
        && jipyo_provider_serves (provider, "fx:USDKRW")) {
      g_strv_builder_add (bin->instruments, "fx:USDKRW");
      bin->count++;
    }
  }
}

GPtrArray *
jipyo_quotes_plan (const JipyoQuotesOrder *order, GPtrArray *failures, GError **error)
{
  g_autoptr (GArray) bins = g_array_new (FALSE, FALSE, sizeof (Bin));
  GPtrArray *groups;

  if (!check_providers (order, error))
    return NULL;
  g_array_set_clear_func (bins, (GDestroyNotify) bin_clear);
  sort_instruments (order, bins, failures);
  add_idle_providers (order, bins);
  groups = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_quotes_group_free);
  for (guint i = 0; i < bins->len; i++) {
    const Bin *bin = &g_array_index (bins, Bin, i);
    JipyoQuotesGroup *group;

    if (bin->count == 0)
      continue;
    group = g_new0 (JipyoQuotesGroup, 1);
    group->provider = g_ptr_array_index (bin->providers, 0);
    group->instruments = g_strv_builder_end (bin->instruments);
    group->fallbacks = g_new0 (const JipyoProvider *, bin->providers->len);
    for (guint j = 1; j < bin->providers->len; j++)
      group->fallbacks[j - 1] = g_ptr_array_index (bin->providers, j);
    g_ptr_array_add (groups, group);
  }
  return groups;
}

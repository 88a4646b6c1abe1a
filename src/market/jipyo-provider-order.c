/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The classes and their usual order: the official and the fast before the others.
 */

#include "jipyo-provider-order.h"

#include <glib/gi18n.h>
#include <string.h>

enum { PROVIDERS_MAX = 4 };

typedef struct {
  const char *id;
  const char *sample; /* an instrument of the class: whoever serves it serves the class */
  const char *usual[PROVIDERS_MAX + 1];
} Class;

static const Class classes[] = {
  { "upbit", "upbit:KRW-BTC", { "upbit" } },
  { "bithumb", "bithumb:KRW-BTC", { "bithumb", "bithumb-old" } },
  { "coinone", "coinone:KRW-BTC", { "coinone" } },
  { "krx-index", "krx:KOSPI", { "naver", "yahoo" } },
  { "krx-share", "krx:005930", { "naver", "yahoo" } },
  { "fx", "fx:USDKRW", { "naver-fx", "frankfurter", "yahoo" } },
  { "usd", "usd:BTC", { "yahoo-coin" } },
};

struct _JipyoProviderOrder {
  char **chosen[G_N_ELEMENTS (classes)]; /* NULL: the usual one */
};

static int
find_class (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (g_strcmp0 (classes[i].id, id) == 0)
      return (int) i;
  return -1;
}

JipyoProviderOrder *
jipyo_provider_order_new (void)
{
  return g_new0 (JipyoProviderOrder, 1);
}

void
jipyo_provider_order_free (JipyoProviderOrder *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    g_strfreev (self->chosen[i]);
  g_free (self);
}

const char *const *
jipyo_provider_order_list_classes (void)
{
  static const char *const ids[] = { "upbit",     "bithumb", "coinone", "krx-index",
                                     "krx-share", "fx",      "usd",     NULL };

  G_STATIC_ASSERT (G_N_ELEMENTS (ids) == G_N_ELEMENTS (classes) + 1);
  return ids;
}

const char *
jipyo_provider_order_get_sample (const char *class)
{
  int at = find_class (class);

  return at >= 0 ? classes[at].sample : NULL;
}

const char *
jipyo_instrument_get_class (const char *instrument)
{
  const char *symbol = strchr (instrument, ':');

  if (symbol == NULL)
    return NULL;
  if (g_str_has_prefix (instrument, "krx:"))
    return g_ascii_isdigit (symbol[1]) ? "krx-share" : "krx-index";
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (strncmp (classes[i].id, instrument, (gsize) (symbol - instrument)) == 0
        && classes[i].id[symbol - instrument] == '\0')
      return classes[i].id;
  return NULL;
}

const char *
jipyo_provider_order_check (const char *class, const char *const *providers)
{
  int at = find_class (class);

  if (at < 0)
    return N_ ("there is no such class of instruments");
  if (providers[0] == NULL)
    return N_ ("a class needs a provider");
  if (g_strv_length ((char **) providers) > PROVIDERS_MAX)
    return N_ ("there are more providers than are asked");
  for (guint i = 0; providers[i] != NULL; i++) {
    const JipyoProvider *provider = jipyo_provider_find (providers[i]);

    if (provider == NULL)
      return N_ ("there is no such provider");
    if (!jipyo_provider_serves (provider, classes[at].sample))
      return N_ ("a provider does not have these instruments");
    for (guint j = 0; j < i; j++)
      if (strcmp (providers[i], providers[j]) == 0)
        return N_ ("a provider stands there twice");
  }
  return NULL;
}

void
jipyo_provider_order_set (JipyoProviderOrder *self, const char *class, const char *const *providers)
{
  int at = find_class (class);

  g_return_if_fail (at >= 0);
  g_strfreev (self->chosen[at]);
  self->chosen[at] = g_strdupv ((char **) providers);
}

const char *const *
jipyo_provider_order_get (const JipyoProviderOrder *self, const char *class)
{
  int at = find_class (class);

  g_return_val_if_fail (at >= 0, NULL);
  return self->chosen[at] != NULL ? (const char *const *) self->chosen[at] : classes[at].usual;
}

const char *const *
jipyo_provider_order_get_usual (const char *class)
{
  int at = find_class (class);

  return at >= 0 ? classes[at].usual : NULL;
}

gboolean
jipyo_provider_order_is_usual (const JipyoProviderOrder *self, const char *class)
{
  int at = find_class (class);

  g_return_val_if_fail (at >= 0, TRUE);
  return self->chosen[at] == NULL
         || g_strv_equal ((const char *const *) self->chosen[at], classes[at].usual);
}

char *
jipyo_provider_order_format (const JipyoProviderOrder *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++) {
    g_autofree char *ids =
      g_strjoinv (",", (char **) jipyo_provider_order_get (self, classes[i].id));

    g_string_append_printf (text, "%s%s=%s", i > 0 ? " " : "", classes[i].id, ids);
  }
  return g_string_free (text, FALSE);
}

/* Its class and its providers, cut out of `word`. (transfer full) (nullable) */
static char **
cut_word (char *word)
{
  char *equals = strchr (word, '=');
  g_auto (GStrv) ids = NULL;

  if (equals == NULL)
    return NULL;
  *equals = '\0';
  ids = g_strsplit (equals + 1, ",", -1);
  return jipyo_provider_order_check (word, (const char *const *) ids) == NULL
           ? g_steal_pointer (&ids)
           : NULL;
}

gboolean
jipyo_provider_order_parse (JipyoProviderOrder *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; words[i] != NULL; i++) {
    char **ids = cut_word (words[i]);

    if (ids == NULL)
      return FALSE;
    g_ptr_array_add (orders, ids);
  }
  for (guint i = 0; i < orders->len; i++)
    jipyo_provider_order_set (self, words[i], (const char *const *) g_ptr_array_index (orders, i));
  return TRUE;
}

GPtrArray *
jipyo_provider_order_find (const JipyoProviderOrder *self, const char *instrument)
{
  GPtrArray *found = g_ptr_array_new ();
  const char *class = jipyo_instrument_get_class (instrument);
  const char *const *ids = class != NULL ? jipyo_provider_order_get (self, class) : NULL;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++) {
    const JipyoProvider *provider = jipyo_provider_find (ids[i]);

    if (provider != NULL && jipyo_provider_serves (provider, instrument))
      g_ptr_array_add (found, (gpointer) provider);
  }
  return found;
}

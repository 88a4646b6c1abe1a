/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libsecret by hand: linked to, it and its cryptography would be loaded and run before the first
 * frame of every window, for a thing that most people never use.
 */

#define _DEFAULT_SOURCE /* explicit_bzero */

#include "jipyo-keyring.h"

#include <gmodule.h>
#include <libsecret/secret.h>
#include <string.h>
#include <sys/resource.h>

#include "jipyo-provider.h"

static const char library_name[] = "libsecret-1.so.0";

/* Both services of the desktop find an entry by this name and this attribute again. */
static const SecretSchema schema = {
  .name = "io.github.jipyo.Jipyo.Key",
  .flags = SECRET_SCHEMA_NONE,
  .attributes = { { "provider", SECRET_SCHEMA_ATTRIBUTE_STRING } },
};

typedef struct {
  __typeof__ (secret_password_storev_sync) *store;
  __typeof__ (secret_password_clearv_sync) *clear;
  __typeof__ (secret_password_searchv_sync) *search;
  __typeof__ (secret_retrievable_retrieve_secret_sync) *retrieve;
  __typeof__ (secret_value_get_text) *get_text;
  __typeof__ (secret_value_unref) *unref;
} Library;

G_DEFINE_QUARK (jipyo_keyring_error, jipyo_keyring_error)

/* Where there is no bus there is no keyring; the library would not only say so, but also warn. */
static gboolean
find_bus (GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, &reason);

  if (address == NULL)
    g_set_error_literal (error, JIPYO_KEYRING_ERROR, JIPYO_KEYRING_ERROR_AWAY, reason->message);
  return address != NULL;
}

/* Never unloaded: its types stay registered. */
static gboolean
open_library (Library *library, GError **error)
{
  if (!find_bus (error))
    return FALSE;
  GModule *module = g_module_open (library_name, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
  const struct {
    const char *name;
    gpointer *symbol;
  } symbols[] = {
    { "secret_password_storev_sync", (gpointer *) &library->store },
    { "secret_password_clearv_sync", (gpointer *) &library->clear },
    { "secret_password_searchv_sync", (gpointer *) &library->search },
    { "secret_retrievable_retrieve_secret_sync", (gpointer *) &library->retrieve },
    { "secret_value_get_text", (gpointer *) &library->get_text },
    { "secret_value_unref", (gpointer *) &library->unref },
  };
  gboolean whole = module != NULL;

  for (guint i = 0; whole && i < G_N_ELEMENTS (symbols); i++)
    whole = g_module_symbol (module, symbols[i].name, symbols[i].symbol);
  if (!whole) {
    g_set_error (error, JIPYO_KEYRING_ERROR, JIPYO_KEYRING_ERROR_AWAY, "%s is not installed",
                 library_name);
    return FALSE;
  }
  g_module_make_resident (module);
  return TRUE;
}

static GHashTable *
make_attributes (const char *provider)
{
  GHashTable *attributes = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (attributes, (char *) "provider", (char *) provider);
  return attributes;
}

/* Takes `reason`. The library's error domain is known by its name, for its symbols are not linked.
 */
static void
fail (GError **error, GError *reason)
{
  g_autoptr (GError) owned = reason;
  const gboolean locked = g_strcmp0 (g_quark_to_string (reason->domain), "secret-error") == 0
                          && reason->code == SECRET_ERROR_IS_LOCKED;

  g_dbus_error_strip_remote_error (reason);
  g_set_error_literal (error, JIPYO_KEYRING_ERROR,
                       locked ? JIPYO_KEYRING_ERROR_LOCKED : JIPYO_KEYRING_ERROR_AWAY,
                       reason->message);
}

const char **
jipyo_keyring_list_providers (void)
{
  GPtrArray *ids = g_ptr_array_new ();
  const JipyoProvider *provider;

  for (guint i = 0; (provider = jipyo_provider_get (i)) != NULL; i++)
    if (provider->key != JIPYO_KEY_NONE)
      g_ptr_array_add (ids, (gpointer) provider->id);
  g_ptr_array_add (ids, NULL);
  return (const char **) g_ptr_array_free (ids, FALSE);
}

gboolean
jipyo_keyring_is_key (const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if (!g_ascii_isgraph (*at))
      return FALSE;
  return *text != '\0' && strlen (text) <= JIPYO_KEY_LENGTH_MAX;
}

/* What the process knows from now on must not lie about in a core file. */
static void
leave_no_core (void)
{
  const struct rlimit none = { 0, 0 };

  setrlimit (RLIMIT_CORE, &none);
}

gboolean
jipyo_keyring_set (const char *provider, const char *key, GError **error)
{
  g_autoptr (GHashTable) attributes = make_attributes (provider);
  g_autofree char *label = g_strdup_printf ("Jipyo: %s", provider);
  GError *reason = NULL;
  Library library;

  leave_no_core ();
  if (!open_library (&library, error))
    return FALSE;
  if (library.store (&schema, attributes, SECRET_COLLECTION_DEFAULT, label, key, NULL, &reason))
    return TRUE;
  fail (error, reason);
  return FALSE;
}

gboolean
jipyo_keyring_remove (const char *provider, gboolean *was_there, GError **error)
{
  g_autoptr (GHashTable) attributes = make_attributes (provider);
  GError *reason = NULL;
  Library library;

  if (!open_library (&library, error))
    return FALSE;
  *was_there = library.clear (&schema, attributes, NULL, &reason);
  if (reason == NULL)
    return TRUE;
  fail (error, reason);
  return FALSE;
}

/* The entries of a provider, their secrets not read. (transfer full) */
static GList *
search (const Library *library, const char *provider, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) attributes = make_attributes (provider);

  return library->search (&schema, attributes, SECRET_SEARCH_ALL, cancellable, error);
}

gboolean
jipyo_keyring_has (const char *provider, gboolean *has, GError **error)
{
  GError *reason = NULL;
  Library library;
  GList *found;

  if (!open_library (&library, error))
    return FALSE;
  found = search (&library, provider, NULL, &reason);
  *has = found != NULL;
  g_list_free_full (found, g_object_unref);
  if (reason == NULL)
    return TRUE;
  fail (error, reason);
  return FALSE;
}

char *
jipyo_keyring_get (const char *provider, GCancellable *cancellable, GError **error)
{
  GError *reason = NULL;
  SecretValue *value = NULL;
  char *key = NULL;
  Library library;
  GList *found;

  leave_no_core ();
  if (!open_library (&library, error))
    return NULL;
  found = search (&library, provider, cancellable, &reason);
  if (found != NULL)
    value = library.retrieve (found->data, cancellable, &reason);
  if (value != NULL) {
    key = g_strdup (library.get_text (value));
    library.unref (value);
  }
  if (reason != NULL)
    fail (error, reason);
  else if (found != NULL && key == NULL)
    g_set_error_literal (error, JIPYO_KEYRING_ERROR, JIPYO_KEYRING_ERROR_LOCKED,
                         "the keyring does not give it out");
  g_list_free_full (found, g_object_unref);
  return key;
}

static gboolean
is_ordered (const JipyoQuotesOrder *order, const char *provider)
{
  const char *const *classes = jipyo_provider_order_list_classes ();

  if (order->providers != NULL && order->providers[0] != NULL)
    return g_strv_contains (order->providers, provider);
  for (guint i = 0; order->order != NULL && classes[i] != NULL; i++)
    if (g_strv_contains (jipyo_provider_order_get (order->order, classes[i]), provider))
      return TRUE;
  return FALSE;
}

/* Who reads has no main loop yet, so the time is measured elsewhere. */
static gpointer
end_patience (gpointer cancellable)
{
  for (guint i = 0; i < 50 && !g_cancellable_is_cancelled (cancellable); i++)
    g_usleep (G_USEC_PER_SEC / 50);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
load_all (JipyoKeys *keys, const JipyoQuotesOrder *order, GCancellable *cancellable, GError **error)
{
  g_autofree const char **providers = jipyo_keyring_list_providers ();

  for (guint i = 0; providers[i] != NULL && *error == NULL; i++) {
    char *key = is_ordered (order, providers[i])
                  ? jipyo_keyring_get (providers[i], cancellable, error)
                  : NULL;

    if (key != NULL)
      jipyo_keys_put (keys, providers[i], key);
    jipyo_keyring_free_key (key);
  }
}

JipyoKeys *
jipyo_keyring_load (const JipyoQuotesOrder *order, char **notice)
{
  g_autofree const char **providers = jipyo_keyring_list_providers ();
  g_autoptr (GCancellable) cancellable = NULL;
  JipyoKeys *keys = jipyo_keys_new ();
  GError *error = NULL;
  gboolean any = FALSE;
  GThread *patience;

  *notice = NULL;
  for (guint i = 0; providers[i] != NULL; i++)
    any |= is_ordered (order, providers[i]);
  if (!any)
    return keys;
  cancellable = g_cancellable_new ();
  patience = g_thread_new ("patience", end_patience, cancellable);
  load_all (keys, order, cancellable, &error);
  g_cancellable_cancel (cancellable);
  g_thread_join (patience);
  if (error != NULL)
    *notice = g_strdup (error->message);
  g_clear_error (&error);
  return keys;
}

void
jipyo_keyring_free_key (char *key)
{
  if (key == NULL)
    return;
  explicit_bzero (key, strlen (key));
  g_free (key);
}

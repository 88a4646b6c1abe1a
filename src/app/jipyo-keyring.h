/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person's keys of the providers that want one, in the system's keyring and nowhere else. The
 * library that reaches it is loaded when it is first needed: no window waits for it. Everything
 * here blocks, so it is for the commands, for the feed before it begins, and for threads
 * (jipyo-key-desk.h).
 */

#pragma once

#include <gio/gio.h>

#include "jipyo-quotes-plan.h"

#define JIPYO_KEYRING_ERROR (jipyo_keyring_error_quark ())
typedef enum {
  JIPYO_KEYRING_ERROR_AWAY,   /* no library, no session bus, nobody answers */
  JIPYO_KEYRING_ERROR_LOCKED, /* or the person did not want to open it */
} JipyoKeyringError;
GQuark jipyo_keyring_error_quark (void);

/* The providers that take a key. (element-type utf8), NULL-terminated. (transfer container) */
const char **jipyo_keyring_list_providers (void);

enum { JIPYO_KEY_LENGTH_MAX = 512 };
/* Whether it could be a key: one word of letters, digits and signs. */
gboolean jipyo_keyring_is_key (const char *text);

/* May ask the person to open the keyring. */
gboolean jipyo_keyring_set (const char *provider, const char *key, GError **error);
gboolean jipyo_keyring_remove (const char *provider, gboolean *was_there, GError **error);
/* Neither of these asks. */
gboolean jipyo_keyring_has (const char *provider, gboolean *has, GError **error);
/* NULL without an error when there is none. To be freed with jipyo_keyring_free_key. From then on
 * the process leaves no core file. */
char *jipyo_keyring_get (const char *provider, GCancellable *cancellable, GError **error);
/* The keys of those providers that the order has and that want one; no keyring is looked for when
 * there are none. It does not ask, and does not wait longer than a second. `notice` is set to why
 * they could not be read, or to NULL. (transfer full) */
JipyoKeys *jipyo_keyring_load (const JipyoQuotesOrder *order, char **notice);
/* Overwrites it first. */
void jipyo_keyring_free_key (char *key);

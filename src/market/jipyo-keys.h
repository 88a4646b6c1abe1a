/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person's keys of providers while they are in use. Nothing that is shown, kept or told goes
 * without jipyo_keys_redact.
 */

#pragma once

#include <glib.h>

typedef struct _JipyoKeys JipyoKeys;

JipyoKeys *jipyo_keys_new (void);
/* Overwrites them first. */
void jipyo_keys_free (JipyoKeys *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoKeys, jipyo_keys_free)

void jipyo_keys_put (JipyoKeys *self, const char *provider, const char *key);
/* Borrowed; NULL when there is none. `self` may be NULL, as below. */
const char *jipyo_keys_find (const JipyoKeys *self, const char *provider);
/* The path with the key, which may be NULL, in the place of "{key}". A key that is kept as an
 * address shows it is undone first, for that is how one of the providers hands them out. (transfer
 * full) */
char *jipyo_keys_fill (const char *key, const char *path);
/* The text without any key, however it is written. (transfer full) */
char *jipyo_keys_redact (const JipyoKeys *self, const char *text);

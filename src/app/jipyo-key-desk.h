/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person's keys of providers, for the window: whether the keyring has one, kept, removed and
 * tried. The keyring may take its time or ask the person to open it, so each question runs in a
 * thread; a key is in memory only on its way there.
 */

#pragma once

#include "jipyo-providers.h"

#define JIPYO_TYPE_KEY_DESK (jipyo_key_desk_get_type ())
G_DECLARE_FINAL_TYPE (JipyoKeyDesk, jipyo_key_desk, JIPYO, KEY_DESK, GObject)

typedef enum {
  JIPYO_KEY_STATE_UNKNOWN, /* not asked for yet */
  JIPYO_KEY_STATE_MISSING,
  JIPYO_KEY_STATE_KEPT,
  JIPYO_KEY_STATE_LOCKED, /* the keyring is, and the person did not open it */
  JIPYO_KEY_STATE_AWAY,   /* there is no keyring to be reached */
} JipyoKeyState;

/* What came of a key's last trial. */
typedef enum {
  JIPYO_KEY_TRIAL_NONE,
  JIPYO_KEY_TRIAL_RUNNING,
  JIPYO_KEY_TRIAL_ANSWERED,
  JIPYO_KEY_TRIAL_FAILED,
} JipyoKeyTrial;

/* Where the providers are: "krx=http://127.0.0.1:8080" …; or NULL. Signal: "changed". */
JipyoKeyDesk *jipyo_key_desk_new (JipyoProviders *providers, const char *const *endpoints);
/* The providers that take a key. (transfer container) */
const char **jipyo_key_desk_list_providers (void);

/* Asks the keyring anew, of all of them. */
void jipyo_key_desk_look (JipyoKeyDesk *self);
JipyoKeyState jipyo_key_desk_get_state (JipyoKeyDesk *self, const char *provider);
/* What the keyring said when it failed last, or NULL. Borrowed. */
const char *jipyo_key_desk_get_reason (JipyoKeyDesk *self, const char *provider);
/* While the keyring is being asked to keep or to remove one. */
gboolean jipyo_key_desk_is_busy (JipyoKeyDesk *self, const char *provider);
JipyoKeyTrial jipyo_key_desk_get_trial (JipyoKeyDesk *self, const char *provider);
/* Of one that failed, as `jipyo quotes` has it: "no-key"; else NULL. Borrowed. */
const char *jipyo_key_desk_get_code (JipyoKeyDesk *self, const char *provider);
/* The first quote that came, or what the provider said; NULL before. Borrowed. */
const char *jipyo_key_desk_get_answer (JipyoKeyDesk *self, const char *provider);

/* What could be a key at all: letters, digits and signs. */
gboolean jipyo_key_desk_is_key (const char *text);
/* Overwrites a text that was one. */
void jipyo_key_desk_wipe (char *text);
/* FALSE for what is no key. */
gboolean jipyo_key_desk_keep (JipyoKeyDesk *self, const char *provider, const char *key);
void jipyo_key_desk_remove (JipyoKeyDesk *self, const char *provider);
/* One request, by a feed of its own. */
void jipyo_key_desk_try (JipyoKeyDesk *self, const char *provider);

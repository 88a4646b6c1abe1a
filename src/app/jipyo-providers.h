/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whom a person has asked for quotes, first and after a failure, kept in one file; how each of them
 * is; and the feed that is told of both. Providers and classes of instruments are ids here, as
 * `jipyo providers` has them.
 */

#pragma once

#include "jipyo-feed-pacer.h"
#include "jipyo-own-file.h"

#define JIPYO_TYPE_PROVIDERS (jipyo_providers_get_type ())
G_DECLARE_FINAL_TYPE (JipyoProviders, jipyo_providers, JIPYO, PROVIDERS, GObject)

/* What came of a provider lately. Times are monotonic; 0: never. */
typedef struct {
  gint64 answered_us; /* the last time */
  gint64 failing_us;  /* since when there is no answer */
  gint64 until_us;    /* when it is asked again, where that was said */
  char *code;         /* why, as `jipyo quotes` has it: "timed-out"; or NULL */
} JipyoProviderState;

/* Reads the file, if there is one, and follows it. Signals: "changed"; "failed" (string: why it was
 * not saved). */
JipyoProviders *jipyo_providers_new (const char *path);
/* What is wrong with it, and whether it is being saved. Borrowed. */
JipyoOwnFile *jipyo_providers_get_file (JipyoProviders *self);
/* The feed takes the order now and whenever it changes; what it hears is the state of providers. */
void
jipyo_providers_set_feed (JipyoProviders *self, JipyoFeedSupervisor *feed, JipyoFeedPacer *pacer);

/* NULL-terminated, borrowed. */
const char *const *jipyo_providers_list_classes (void);
/* In which `class` is asked; NULL-terminated, until "changed". */
const char *const *jipyo_providers_get_asked (JipyoProviders *self, const char *class);
/* Those that have its instruments and are not asked. (transfer container) */
const char **jipyo_providers_list_unasked (JipyoProviders *self, const char *class);
/* In any class. */
gboolean jipyo_providers_is_asked (JipyoProviders *self, const char *provider);
gboolean jipyo_providers_is_usual (JipyoProviders *self, const char *class);
/* NULL while nothing is known; borrowed, until the main loop runs again. */
const JipyoProviderState *jipyo_providers_get_state (JipyoProviders *self, const char *provider);
gboolean jipyo_providers_takes_key (const char *provider);
/* What sets the pace of the feed, see jipyo_feed_pacer_get_reason; "visible" without a feed. */
const char *jipyo_providers_get_pace (JipyoProviders *self);
/* Between two questions at that pace, in seconds. */
int jipyo_providers_get_interval (JipyoProviders *self, const char *provider);
/* Whether it tells of changes by itself, too. */
gboolean jipyo_providers_streams (const char *provider);

/* To the place of the `index`-th that is asked; beyond its ends: to the end. FALSE when nothing
 * changes. */
gboolean
jipyo_providers_move (JipyoProviders *self, const char *class, const char *provider, int index);
/* Whoever is asked anew is asked last. FALSE when nothing changes, and for the only one. */
gboolean jipyo_providers_set_asked (JipyoProviders *self,
                                    const char *class,
                                    const char *provider,
                                    gboolean asked);
/* As shipped. */
void jipyo_providers_reset (JipyoProviders *self, const char *class);
/* Takes the last change since the start back; FALSE when there is none. */
gboolean jipyo_providers_undo (JipyoProviders *self);
/* A provider has another key, or none any more: where it is asked, the feed reads the keys anew. */
void jipyo_providers_take_key (JipyoProviders *self, const char *provider);

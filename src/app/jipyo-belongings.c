/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files in the user's data directory.
 */

#include "jipyo-belongings.h"

#include "jipyo-alert-values.h"
#include "jipyo-basket-members.h"
#include "jipyo-instrument.h"
#include "jipyo-names-file.h"
#include "jipyo-provider-choice.h"

struct _JipyoBelongings {
  GObject parent_instance;

  JipyoLedger *ledger;       /* owned; or NULL */
  char **endpoints;          /* owned; or NULL */
  JipyoNotes *notes;         /* owned; NULL until asked for */
  JipyoAlerts *alerts;       /* owned; NULL until asked for */
  JipyoWatchlist *watchlist; /* owned; NULL until asked for */
  JipyoNewCodes *new_codes;  /* owned; NULL until asked for */
  JipyoWeights *weights;     /* owned; NULL until asked for */
  JipyoProviders *providers; /* owned; NULL until asked for */
  JipyoKeyDesk *keys;        /* owned; NULL until asked for */
  JipyoCalendars *calendars; /* owned; NULL until asked for */
};

G_DEFINE_FINAL_TYPE (JipyoBelongings, jipyo_belongings, G_TYPE_OBJECT)

enum { CHANGED, PROBLEM, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
announce (JipyoBelongings *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* `text` may be NULL: nothing happened. */
static void
tell (JipyoBelongings *self, const char *text)
{
  if (text != NULL)
    g_signal_emit (self, signals[PROBLEM], 0, text);
}

static void
jipyo_belongings_dispose (GObject *object)
{
  JipyoBelongings *self = JIPYO_BELONGINGS (object);

  g_clear_pointer (&self->ledger, jipyo_ledger_unref);
  g_clear_object (&self->notes);
  g_clear_object (&self->alerts);
  g_clear_object (&self->watchlist);
  g_clear_object (&self->new_codes);
  g_clear_object (&self->weights);
  g_clear_object (&self->keys);
  g_clear_object (&self->providers);
  g_clear_pointer (&self->calendars, jipyo_calendars_free);
  G_OBJECT_CLASS (jipyo_belongings_parent_class)->dispose (object);
}

static void
jipyo_belongings_finalize (GObject *object)
{
  g_strfreev (JIPYO_BELONGINGS (object)->endpoints);
  G_OBJECT_CLASS (jipyo_belongings_parent_class)->finalize (object);
}

static void
jipyo_belongings_class_init (JipyoBelongingsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = jipyo_belongings_dispose;
  G_OBJECT_CLASS (class)->finalize = jipyo_belongings_finalize;
  signals[CHANGED] = g_signal_new ("changed", JIPYO_TYPE_BELONGINGS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[PROBLEM] = g_signal_new ("problem", JIPYO_TYPE_BELONGINGS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
jipyo_belongings_init (JipyoBelongings *self)
{
}

JipyoBelongings *
jipyo_belongings_new (void)
{
  return g_object_new (JIPYO_TYPE_BELONGINGS, NULL);
}

void
jipyo_belongings_set_endpoints (JipyoBelongings *self, const char *const *endpoints)
{
  g_return_if_fail (JIPYO_IS_BELONGINGS (self));
  g_strfreev (self->endpoints);
  self->endpoints = g_strdupv ((char **) endpoints);
}

const char *const *
jipyo_belongings_get_endpoints (JipyoBelongings *self)
{
  g_return_val_if_fail (JIPYO_IS_BELONGINGS (self), NULL);
  return (const char *const *) self->endpoints;
}

void
jipyo_belongings_set_ledger (JipyoBelongings *self, JipyoLedger *ledger)
{
  g_return_if_fail (JIPYO_IS_BELONGINGS (self) && self->alerts == NULL);
  g_clear_pointer (&self->ledger, jipyo_ledger_unref);
  self->ledger = jipyo_ledger_ref (ledger);
}

JipyoNotes *
jipyo_belongings_get_notes (JipyoBelongings *self)
{
  g_return_val_if_fail (JIPYO_IS_BELONGINGS (self), NULL);
  g_autofree char *path = jipyo_own_file_path ("notes.json");

  if (self->notes != NULL)
    return self->notes;
  self->notes = jipyo_notes_new (path);
  g_signal_connect_object (self->notes, "changed", G_CALLBACK (announce), self, G_CONNECT_SWAPPED);
  tell (self, jipyo_own_file_get_problem (jipyo_notes_get_file (self->notes)));
  return self->notes;
}

/* What nobody follows has no quote, and an alert on it would never fire; a basket is followed by
 * its members. */
static void
feed (JipyoBelongings *self)
{
  const char *const *followed = jipyo_watchlist_get_all (self->watchlist);
  g_autoptr (GPtrArray) needed = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) watched =
            self->alerts != NULL
              ? jipyo_alert_list_instruments (jipyo_alerts_get_rules (self->alerts), self->ledger)
              : NULL;

  for (guint i = 0; watched != NULL && watched[i] != NULL; i++)
    jipyo_basket_members_add_once (needed, g_strdup (watched[i]));
  for (guint i = 0; followed[i] != NULL; i++)
    if (jipyo_instrument_is_basket (followed[i]) && self->ledger != NULL)
      jipyo_basket_members_add (needed, self->ledger, followed[i]);
  g_ptr_array_add (needed, NULL);
  jipyo_watchlist_set_needed (self->watchlist, (const char *const *) needed->pdata);
}

JipyoAlerts *
jipyo_belongings_get_alerts (JipyoBelongings *self)
{
  g_return_val_if_fail (JIPYO_IS_BELONGINGS (self), NULL);
  g_autofree char *directory = g_build_filename (g_get_user_data_dir (), "jipyo", NULL);

  if (self->alerts != NULL)
    return self->alerts;
  self->alerts = jipyo_alerts_new (directory);
  g_signal_connect_object (self->alerts, "failed", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->alerts, "changed", G_CALLBACK (feed), self, G_CONNECT_SWAPPED);
  jipyo_belongings_get_watchlist (self);
  feed (self);
  tell (self, jipyo_alerts_get_problem (self->alerts));
  tell (self, jipyo_alerts_get_log_problem (self->alerts));
  return self->alerts;
}

JipyoNewCodes *
jipyo_belongings_get_new_codes (JipyoBelongings *self)
{
  g_return_val_if_fail (JIPYO_IS_BELONGINGS (self), NULL);

  if (self->new_codes != NULL)
    return self->new_codes;
  self->new_codes = jipyo_new_codes_new_own ();
  g_signal_connect_object (self->new_codes, "failed", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  tell (self, jipyo_own_file_get_problem (jipyo_new_codes_get_file (self->new_codes)));
  tell (self, jipyo_own_file_get_problem (jipyo_new_codes_get_kept_file (self->new_codes)));
  return self->new_codes;
}

JipyoWatchlist *
jipyo_belongings_get_watchlist (JipyoBelongings *self)
{
  g_return_val_if_fail (JIPYO_IS_BELONGINGS (self), NULL);
  g_autofree char *path = jipyo_watchlist_path ();

  if (self->watchlist != NULL)
    return self->watchlist;
  self->watchlist = jipyo_watchlist_new (path);
  g_signal_connect_object (self->watchlist, "failed", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watchlist, "changed", G_CALLBACK (feed), self, G_CONNECT_SWAPPED);
  feed (self);
  tell (self, jipyo_own_file_get_problem (jipyo_watchlist_get_file (self->watchlist)));
  return self->watchlist;
}

JipyoWeights *
jipyo_belongings_get_weights (JipyoBelongings *self)
{
  g_return_val_if_fail (JIPYO_IS_BELONGINGS (self), NULL);
  g_autofree char *path = jipyo_weights_path ();

  if (self->weights != NULL)
    return self->weights;
  self->weights = jipyo_weights_new (path);
  g_signal_connect_object (self->weights, "changed", G_CALLBACK (announce), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->weights, "failed", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  tell (self, jipyo_own_file_get_problem (jipyo_weights_get_file (self->weights)));
  return self->weights;
}

const JipyoCalendars *
jipyo_belongings_get_calendars (JipyoBelongings *self)
{
  g_return_val_if_fail (JIPYO_IS_BELONGINGS (self), NULL);

  if (self->calendars != NULL)
    return self->calendars;
  self->calendars = jipyo_calendars_new (NULL);
  tell (self, jipyo_calendars_get_notice (self->calendars));
  return self->calendars;
}

JipyoProviders *
jipyo_belongings_get_providers (JipyoBelongings *self)
{
  g_return_val_if_fail (JIPYO_IS_BELONGINGS (self), NULL);
  g_autofree char *path = jipyo_provider_choice_path ();

  if (self->providers != NULL)
    return self->providers;
  self->providers = jipyo_providers_new (path);
  g_signal_connect_object (self->providers, "failed", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  tell (self, jipyo_own_file_get_problem (jipyo_providers_get_file (self->providers)));
  return self->providers;
}

JipyoKeyDesk *
jipyo_belongings_get_key_desk (JipyoBelongings *self)
{
  g_return_val_if_fail (JIPYO_IS_BELONGINGS (self), NULL);

  if (self->keys == NULL)
    self->keys = jipyo_key_desk_new (jipyo_belongings_get_providers (self),
                                     jipyo_belongings_get_endpoints (self));
  return self->keys;
}

/* Before the child begins, which can only begin it anew. */
void
jipyo_belongings_check_names (JipyoBelongings *self)
{
  g_return_if_fail (JIPYO_IS_BELONGINGS (self));
  g_autofree char *path = jipyo_own_file_path ("names.json");
  g_autoptr (JipyoOwnFile) file = jipyo_own_file_new (path);
  g_autoptr (GPtrArray) names = jipyo_own_file_load (file, jipyo_names_file_parse);

  tell (self, jipyo_own_file_get_problem (file));
}

static gboolean
are_watched (JipyoBelongings *self)
{
  const GPtrArray *rules = self->alerts != NULL ? jipyo_alerts_get_rules (self->alerts) : NULL;

  for (guint i = 0; rules != NULL && i < rules->len; i++)
    if (((const JipyoAlertRule *) rules->pdata[i])->kind == JIPYO_ALERT_BASKET)
      return TRUE;
  return FALSE;
}

gboolean
jipyo_belongings_want_baskets (JipyoBelongings *self)
{
  g_return_val_if_fail (JIPYO_IS_BELONGINGS (self), FALSE);
  const char *const *followed = jipyo_watchlist_get_all (jipyo_belongings_get_watchlist (self));

  for (guint i = 0; followed[i] != NULL; i++)
    if (jipyo_instrument_is_basket (followed[i]))
      return TRUE;
  return are_watched (self);
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list short enough to be searched.
 */

#include "jipyo-watchlist.h"

#include "jipyo-instrument.h"
#include "jipyo-new-code.h"
#include "jipyo-provider-order.h"
#include "jipyo-watchlist-file.h"

static const guint VISITED_MAX = 4;

struct _JipyoWatchlist {
  GObject parent_instance;

  JipyoOwnFile *file;     /* owned */
  GPtrArray *instruments; /* of char *, NULL at the end */
  GPtrArray *visited;     /* of char *, the latest first */
  char **needed;          /* by others than the list, or NULL */
  char *removed;          /* the last one, or NULL */
  guint removed_from;     /* its index */
  GPtrArray *renames;     /* of JipyoNewCode: what was replaced by what, the last one last */
};

G_DEFINE_FINAL_TYPE (JipyoWatchlist, jipyo_watchlist, G_TYPE_OBJECT)

enum { CHANGED, FAILED, WANTED, TAKEN_BACK, N_SIGNALS };
static guint signals[N_SIGNALS];

/* How many there are, the NULL at the end not counted. */
static guint
count (JipyoWatchlist *self)
{
  return self->instruments->len - 1;
}

static gboolean
find (JipyoWatchlist *self, const char *instrument, guint *index)
{
  for (guint i = 0; i < count (self); i++)
    if (g_str_equal (self->instruments->pdata[i], instrument)) {
      *index = i;
      return TRUE;
    }
  return FALSE;
}

/* Takes the array. */
static void
set_instruments (JipyoWatchlist *self, GPtrArray *instruments)
{
  g_clear_pointer (&self->instruments, g_ptr_array_unref);
  self->instruments = instruments;
  g_ptr_array_add (self->instruments, NULL);
}

static void
save (JipyoWatchlist *self)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; i < count (self); i++)
    g_ptr_array_add (all, self->instruments->pdata[i]);
  jipyo_own_file_save (self->file, jipyo_watchlist_file_format (all));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Another program wrote the file. */
static void
replaced_cb (JipyoWatchlist *self, GPtrArray *instruments)
{
  set_instruments (self, g_ptr_array_ref (instruments));
  g_signal_emit (self, signals[CHANGED], 0);
  g_signal_emit (self, signals[WANTED], 0);
}

static void
jipyo_watchlist_finalize (GObject *object)
{
  JipyoWatchlist *self = JIPYO_WATCHLIST (object);

  g_clear_object (&self->file);
  g_ptr_array_unref (self->instruments);
  g_ptr_array_unref (self->visited);
  g_strfreev (self->needed);
  g_free (self->removed);
  g_ptr_array_unref (self->renames);
  G_OBJECT_CLASS (jipyo_watchlist_parent_class)->finalize (object);
}

static void
jipyo_watchlist_class_init (JipyoWatchlistClass *class)
{
  G_OBJECT_CLASS (class)->finalize = jipyo_watchlist_finalize;
  signals[CHANGED] = g_signal_new ("changed", JIPYO_TYPE_WATCHLIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", JIPYO_TYPE_WATCHLIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[WANTED] = g_signal_new ("wanted", JIPYO_TYPE_WATCHLIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[TAKEN_BACK] = g_signal_new ("taken-back", JIPYO_TYPE_WATCHLIST, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
jipyo_watchlist_init (JipyoWatchlist *self)
{
  self->visited = g_ptr_array_new_with_free_func (g_free);
  self->renames = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_new_code_free);
}

JipyoWatchlist *
jipyo_watchlist_new (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);
  JipyoWatchlist *self = g_object_new (JIPYO_TYPE_WATCHLIST, NULL);

  self->file = jipyo_own_file_new_for (path, self, G_CALLBACK (replaced_cb));
  set_instruments (self, jipyo_own_file_load_list (self->file, jipyo_watchlist_file_parse, g_free));
  jipyo_own_file_watch (self->file);
  return self;
}

char *
jipyo_watchlist_path (void)
{
  return jipyo_own_file_path ("watchlist.json");
}

JipyoOwnFile *
jipyo_watchlist_get_file (JipyoWatchlist *self)
{
  g_return_val_if_fail (JIPYO_IS_WATCHLIST (self), NULL);
  return self->file;
}

const char *const *
jipyo_watchlist_get_all (JipyoWatchlist *self)
{
  return (const char *const *) self->instruments->pdata;
}

gboolean
jipyo_watchlist_has (JipyoWatchlist *self, const char *instrument)
{
  guint index;

  return find (self, instrument, &index);
}

/* By somebody, whoever is asked first; a basket is made of what is. */
static gboolean
is_served (const char *instrument)
{
  g_autoptr (JipyoProviderOrder) usual = jipyo_provider_order_new ();
  g_autoptr (GPtrArray) providers = NULL;

  if (!jipyo_instrument_is_valid (instrument))
    return FALSE;
  if (jipyo_instrument_is_basket (instrument))
    return TRUE;
  providers = jipyo_provider_order_find (usual, instrument);
  return providers->len > 0;
}

gboolean
jipyo_watchlist_add (JipyoWatchlist *self, const char *instrument)
{
  g_return_val_if_fail (JIPYO_IS_WATCHLIST (self) && instrument != NULL, FALSE);

  if (!is_served (instrument) || jipyo_watchlist_has (self, instrument)
      || count (self) >= JIPYO_WATCHLIST_MAX)
    return FALSE;
  g_ptr_array_insert (self->instruments, (int) count (self), g_strdup (instrument));
  save (self);
  g_signal_emit (self, signals[WANTED], 0);
  return TRUE;
}

gboolean
jipyo_watchlist_remove (JipyoWatchlist *self, const char *instrument)
{
  g_return_val_if_fail (JIPYO_IS_WATCHLIST (self) && instrument != NULL, FALSE);
  guint index;

  if (!find (self, instrument, &index))
    return FALSE;
  g_free (self->removed);
  self->removed = g_ptr_array_steal_index (self->instruments, index);
  self->removed_from = index;
  save (self);
  g_signal_emit (self, signals[WANTED], 0);
  return TRUE;
}

gboolean
jipyo_watchlist_replace (JipyoWatchlist *self, const char *instrument, const char *successor)
{
  g_return_val_if_fail (JIPYO_IS_WATCHLIST (self) && instrument != NULL && successor != NULL,
                        FALSE);
  guint index;

  if (!find (self, instrument, &index)
      || jipyo_new_code_find_next (self->renames, instrument) != NULL || !is_served (successor)
      || jipyo_watchlist_has (self, successor))
    return FALSE;
  g_free (self->removed);
  self->removed = self->instruments->pdata[index];
  self->removed_from = index;
  self->instruments->pdata[index] = g_strdup (successor);
  g_ptr_array_add (self->renames, jipyo_new_code_new (self->removed, successor, 0));
  save (self);
  g_signal_emit (self, signals[WANTED], 0);
  return TRUE;
}

/* Of one that was taken back, or removed since, there is nothing to take back. (nullable) */
static const JipyoNewCode *
find_renamed (JipyoWatchlist *self)
{
  for (guint i = self->renames->len; i > 0; i--) {
    const JipyoNewCode *code = g_ptr_array_index (self->renames, i - 1);

    if (jipyo_watchlist_has (self, code->successor)
        && !jipyo_watchlist_has (self, code->instrument))
      return code;
  }
  return NULL;
}

const char *
jipyo_watchlist_get_renamed (JipyoWatchlist *self, const char **successor)
{
  g_return_val_if_fail (JIPYO_IS_WATCHLIST (self) && successor != NULL, NULL);
  const JipyoNewCode *code = find_renamed (self);

  *successor = code != NULL ? code->successor : NULL;
  return code != NULL ? code->instrument : NULL;
}

gboolean
jipyo_watchlist_take_back (JipyoWatchlist *self)
{
  g_return_val_if_fail (JIPYO_IS_WATCHLIST (self), FALSE);
  const JipyoNewCode *code = find_renamed (self);
  guint index;

  if (code == NULL || !find (self, code->successor, &index))
    return FALSE;
  g_free (self->instruments->pdata[index]);
  self->instruments->pdata[index] = g_strdup (code->instrument);
  g_signal_emit (self, signals[TAKEN_BACK], 0, code->instrument);
  save (self);
  g_signal_emit (self, signals[WANTED], 0);
  return TRUE;
}

static const char *
take_back_removed (JipyoWatchlist *self)
{
  const JipyoNewCode *code = find_renamed (self);
  guint index;

  if (code == NULL || g_strcmp0 (self->removed, code->instrument) != 0
      || !jipyo_watchlist_take_back (self) || !find (self, code->instrument, &index))
    return NULL;
  g_clear_pointer (&self->removed, g_free);
  return self->instruments->pdata[index];
}

const char *
jipyo_watchlist_restore (JipyoWatchlist *self)
{
  g_return_val_if_fail (JIPYO_IS_WATCHLIST (self), NULL);

  if (self->removed == NULL || jipyo_watchlist_has (self, self->removed))
    return NULL;
  const char *renamed = take_back_removed (self);
  if (renamed != NULL)
    return renamed;
  if (!jipyo_watchlist_add (self, self->removed))
    return NULL;
  const char *instrument = self->instruments->pdata[count (self) - 1];

  jipyo_watchlist_move (self, instrument, (int) self->removed_from);
  g_clear_pointer (&self->removed, g_free);
  return instrument;
}

gboolean
jipyo_watchlist_move (JipyoWatchlist *self, const char *instrument, int index)
{
  g_return_val_if_fail (JIPYO_IS_WATCHLIST (self) && instrument != NULL, FALSE);
  const guint last = count (self) - 1;
  const guint to = index < 0 || (guint) index > last ? last : (guint) index;
  guint from;

  if (!find (self, instrument, &from) || from == to)
    return FALSE;
  g_ptr_array_insert (self->instruments, (int) to,
                      g_ptr_array_steal_index (self->instruments, from));
  save (self);
  return TRUE;
}

void
jipyo_watchlist_visit (JipyoWatchlist *self, const char *instrument)
{
  g_return_if_fail (JIPYO_IS_WATCHLIST (self) && instrument != NULL);

  if (!is_served (instrument)
      || g_ptr_array_find_with_equal_func (self->visited, instrument, g_str_equal, NULL))
    return;
  g_ptr_array_insert (self->visited, 0, g_strdup (instrument));
  if (self->visited->len > VISITED_MAX)
    g_ptr_array_set_size (self->visited, (int) VISITED_MAX);
  g_signal_emit (self, signals[WANTED], 0);
}

void
jipyo_watchlist_set_needed (JipyoWatchlist *self, const char *const *instruments)
{
  static const char *const none[] = { NULL };
  g_return_if_fail (JIPYO_IS_WATCHLIST (self) && instruments != NULL);

  if (g_strv_equal (self->needed != NULL ? (const char *const *) self->needed : none, instruments))
    return;
  g_strfreev (self->needed);
  self->needed = g_strdupv ((char **) instruments);
  g_signal_emit (self, signals[WANTED], 0);
}

static void
add_once (GPtrArray *list, const char *instrument)
{
  if (!g_ptr_array_find_with_equal_func (list, instrument, g_str_equal, NULL))
    g_ptr_array_add (list, g_strdup (instrument));
}

static void
add_all (GPtrArray *list, const char *const *instruments)
{
  for (guint i = 0; instruments[i] != NULL; i++)
    add_once (list, instruments[i]);
}

char **
jipyo_watchlist_list_wanted (JipyoWatchlist *self)
{
  g_return_val_if_fail (JIPYO_IS_WATCHLIST (self), NULL);
  GPtrArray *wanted = g_ptr_array_new ();

  add_all (wanted, jipyo_provider_get_watchlist ());
  add_all (wanted, jipyo_provider_get_measures ());
  for (guint i = 0; i < count (self); i++)
    if (!jipyo_instrument_is_basket (self->instruments->pdata[i]))
      add_once (wanted, self->instruments->pdata[i]);
  for (guint i = 0; i < self->visited->len; i++)
    if (!jipyo_instrument_is_basket (self->visited->pdata[i]))
      add_once (wanted, self->visited->pdata[i]);
  for (guint i = 0; self->needed != NULL && self->needed[i] != NULL; i++)
    if (is_served (self->needed[i]))
      add_once (wanted, self->needed[i]);
  g_ptr_array_add (wanted, NULL);
  return (char **) g_ptr_array_free (wanted, FALSE);
}

char **
jipyo_watchlist_list_charted (JipyoWatchlist *self)
{
  g_return_val_if_fail (JIPYO_IS_WATCHLIST (self), NULL);
  const char *const *record = jipyo_provider_get_watchlist ();
  GPtrArray *charted = g_ptr_array_new ();

  for (guint i = 0; i < self->visited->len; i++)
    add_once (charted, self->visited->pdata[i]);
  for (guint i = 0; i < count (self); i++)
    add_once (charted, self->instruments->pdata[i]);
  for (guint i = 0; record[i] != NULL; i++)
    if (jipyo_instrument_is_listed (record[i]))
      add_once (charted, record[i]);
  g_ptr_array_add (charted, NULL);
  return (char **) g_ptr_array_free (charted, FALSE);
}

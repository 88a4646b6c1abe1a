/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two lists in two files. A venue that gives a code to another coin, and then a new one to that as
 * well, has two lines for it.
 */

#include "jipyo-new-codes.h"

#include "jipyo-new-codes-file.h"
#include "jipyo-watchlist-file.h"

struct _JipyoNewCodes {
  GObject parent_instance;

  JipyoOwnFile *file;      /* owned */
  GPtrArray *codes;        /* of JipyoNewCode */
  JipyoOwnFile *kept_file; /* owned */
  GPtrArray *kept;         /* of char *: what is not to be followed, as a person wants it */
};

G_DEFINE_FINAL_TYPE (JipyoNewCodes, jipyo_new_codes, G_TYPE_OBJECT)

static void
jipyo_new_codes_finalize (GObject *object)
{
  JipyoNewCodes *self = JIPYO_NEW_CODES (object);

  g_clear_object (&self->file);
  g_clear_object (&self->kept_file);
  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->kept);
  G_OBJECT_CLASS (jipyo_new_codes_parent_class)->finalize (object);
}

static void
jipyo_new_codes_class_init (JipyoNewCodesClass *class)
{
  G_OBJECT_CLASS (class)->finalize = jipyo_new_codes_finalize;
  g_signal_new ("failed", JIPYO_TYPE_NEW_CODES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                1, G_TYPE_STRING);
}

static void
jipyo_new_codes_init (JipyoNewCodes *self)
{
}

JipyoNewCodes *
jipyo_new_codes_new (const char *directory)
{
  g_return_val_if_fail (directory != NULL, NULL);
  JipyoNewCodes *self = g_object_new (JIPYO_TYPE_NEW_CODES, NULL);
  g_autofree char *path = g_build_filename (directory, "new-codes.json", NULL);
  g_autofree char *kept = g_build_filename (directory, "codes-to-keep.json", NULL);

  self->file = jipyo_own_file_new_for (path, self, NULL);
  self->codes = jipyo_own_file_load_list (self->file, jipyo_new_codes_file_parse,
                                          (GDestroyNotify) jipyo_new_code_free);
  self->kept_file = jipyo_own_file_new_for (kept, self, NULL);
  self->kept = jipyo_own_file_load_list (self->kept_file, jipyo_watchlist_file_parse, g_free);
  return self;
}

JipyoNewCodes *
jipyo_new_codes_new_own (void)
{
  g_autofree char *directory = g_build_filename (g_get_user_data_dir (), "jipyo", NULL);

  return jipyo_new_codes_new (directory);
}

JipyoOwnFile *
jipyo_new_codes_get_file (JipyoNewCodes *self)
{
  g_return_val_if_fail (JIPYO_IS_NEW_CODES (self), NULL);
  return self->file;
}

JipyoOwnFile *
jipyo_new_codes_get_kept_file (JipyoNewCodes *self)
{
  g_return_val_if_fail (JIPYO_IS_NEW_CODES (self), NULL);
  return self->kept_file;
}

const GPtrArray *
jipyo_new_codes_get_all (JipyoNewCodes *self)
{
  g_return_val_if_fail (JIPYO_IS_NEW_CODES (self), NULL);
  return self->codes;
}

static void
save (JipyoNewCodes *self)
{
  jipyo_own_file_save (self->file, jipyo_new_codes_file_format (self->codes));
}

gboolean
jipyo_new_codes_take (JipyoNewCodes *self, const JipyoNewCode *code)
{
  g_return_val_if_fail (JIPYO_IS_NEW_CODES (self) && code != NULL, FALSE);
  const JipyoNewCode *known = jipyo_new_code_find_next (self->codes, code->instrument);

  if (g_ptr_array_find_with_equal_func (self->kept, code->instrument, g_str_equal, NULL))
    return FALSE;
  /* It is told anew with each list of the venue. */
  if (known != NULL && g_str_equal (known->successor, code->successor))
    return TRUE;
  if (self->codes->len == JIPYO_NEW_CODES_MAX)
    g_ptr_array_remove_index (self->codes, 0);
  g_ptr_array_add (self->codes, jipyo_new_code_copy (code));
  save (self);
  return TRUE;
}

static void
keep (JipyoNewCodes *self, const char *instrument)
{
  if (g_ptr_array_find_with_equal_func (self->kept, instrument, g_str_equal, NULL))
    return;
  if (self->kept->len == JIPYO_WATCHLIST_MAX)
    g_ptr_array_remove_index (self->kept, 0);
  g_ptr_array_add (self->kept, g_strdup (instrument));
  jipyo_own_file_save (self->kept_file, jipyo_watchlist_file_format (self->kept));
}

void
jipyo_new_codes_take_back (JipyoNewCodes *self, const char *instrument)
{
  g_return_if_fail (JIPYO_IS_NEW_CODES (self) && instrument != NULL);
  const JipyoNewCode *known = jipyo_new_code_find_next (self->codes, instrument);

  keep (self, instrument);
  if (known == NULL)
    return;
  g_ptr_array_remove (self->codes, (gpointer) known);
  save (self);
}

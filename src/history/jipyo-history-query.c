/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Queries that outlive who asks. The codes are copied: they are read by another thread, while their
 * list grows.
 */

#include "jipyo-history-query.h"

#include "jipyo-new-code.h"

static GPtrArray *
copy_codes (const GPtrArray *codes)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_new_code_free);

  for (guint i = 0; i < codes->len; i++)
    g_ptr_array_add (copy, jipyo_new_code_copy (codes->pdata[i]));
  return copy;
}

JipyoHistoryQuery *
jipyo_history_query_copy (const JipyoHistoryQuery *self)
{
  JipyoHistoryQuery *copy = g_memdup2 (self, sizeof *self);

  copy->instrument = g_strdup (self->instrument);
  copy->codes = self->codes != NULL ? copy_codes (self->codes) : NULL;
  return copy;
}

void
jipyo_history_query_free (JipyoHistoryQuery *self)
{
  if (self == NULL)
    return;
  g_free ((char *) self->instrument);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  g_free (self);
}

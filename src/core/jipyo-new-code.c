/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists of new codes are in the order in which they were noticed, and short.
 */

#include "jipyo-new-code.h"

/* A coin that changes its code more often than that has no past that anyone could follow. */
static const guint FORMER_MAX = 8;

JipyoNewCode *
jipyo_new_code_new (const char *instrument, const char *successor, gint64 until_us)
{
  JipyoNewCode *self = g_new0 (JipyoNewCode, 1);

  self->instrument = g_strdup (instrument);
  self->successor = g_strdup (successor);
  self->until_us = until_us;
  return self;
}

JipyoNewCode *
jipyo_new_code_copy (const JipyoNewCode *self)
{
  return jipyo_new_code_new (self->instrument, self->successor, self->until_us);
}

void
jipyo_new_code_free (JipyoNewCode *self)
{
  if (self == NULL)
    return;
  g_free (self->instrument);
  g_free (self->successor);
  g_free (self);
}

/* The last change to this code before the instant; NULL for none. */
static const JipyoNewCode *
find_before (const GPtrArray *all, const char *instrument, gint64 before_us)
{
  for (guint i = all->len; i > 0; i--) {
    const JipyoNewCode *code = g_ptr_array_index (all, i - 1);

    if (g_str_equal (code->successor, instrument) && code->until_us < before_us)
      return code;
  }
  return NULL;
}

GPtrArray *
jipyo_new_code_list_former (const GPtrArray *all, const char *instrument)
{
  const JipyoNewCode *code = find_before (all, instrument, G_MAXINT64);
  GPtrArray *former = NULL;

  while (code != NULL && (former == NULL || former->len < FORMER_MAX)) {
    if (former == NULL)
      former = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_new_code_free);
    g_ptr_array_add (former, jipyo_new_code_copy (code));
    code = find_before (all, code->instrument, code->until_us);
  }
  return former;
}

const JipyoNewCode *
jipyo_new_code_find_next (const GPtrArray *all, const char *instrument)
{
  for (guint i = all->len; i > 0; i--) {
    const JipyoNewCode *code = g_ptr_array_index (all, i - 1);

    if (g_str_equal (code->instrument, instrument))
      return code;
  }
  return NULL;
}

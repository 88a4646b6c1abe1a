/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists of needs.
 */

#include "jipyo-past-need.h"

void
jipyo_past_need_free (JipyoPastNeed *self)
{
  if (self == NULL)
    return;
  g_free (self->instrument);
  g_free (self);
}

GPtrArray *
jipyo_past_needs_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_past_need_free);
}

void
jipyo_past_needs_add (GPtrArray *needs,
                      const char *instrument,
                      JipyoResolution resolution,
                      guint days)
{
  JipyoPastNeed *need = g_new0 (JipyoPastNeed, 1);

  need->instrument = g_strdup (instrument);
  need->resolution = resolution;
  need->days = days;
  g_ptr_array_add (needs, need);
}

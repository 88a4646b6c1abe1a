/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a view is, apart from which there are: see jipyo-view-list.c.
 */

#include "jipyo-view.h"

G_DEFINE_QUARK (jipyo - view - error - quark, jipyo_view_error)

static gboolean
is_said (const JipyoView *self, const char *sentence)
{
  for (guint i = 0; i < self->sheet->plots->len; i++) {
    const JipyoPlot *plot = g_ptr_array_index (self->sheet->plots, i);
    if (plot->series->len == 0 && g_strcmp0 (plot->empty, sentence) == 0)
      return TRUE;
  }
  return FALSE;
}

const char *
jipyo_view_get_headline (const JipyoView *self, JipyoLang lang)
{
  const char *sentence = jipyo_text_get (&self->sentence, lang);

  return jipyo_text_is_empty (&self->sentence) || is_said (self, sentence)
           ? jipyo_text_get (&self->title, lang)
           : sentence;
}

void
jipyo_view_free (JipyoView *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  jipyo_text_clear (&self->title);
  jipyo_text_clear (&self->sentence);
  jipyo_table_free (self->table);
  jipyo_sheet_free (self->sheet);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_free (self);
}

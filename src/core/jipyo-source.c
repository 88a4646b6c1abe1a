/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a claim was read.
 */

#include "jipyo-source.h"

void
jipyo_source_free (JipyoSource *source)
{
  if (source == NULL)
    return;
  g_free (source->id);
  jipyo_text_clear (&source->publisher);
  jipyo_text_clear (&source->title);
  g_free (source->author);
  g_free (source->url);
  g_free (source->licence);
  g_free (source);
}

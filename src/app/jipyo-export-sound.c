/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plots as sound files.
 */

#include "jipyo-export.h"

#include "jipyo-sound-wave.h"

gboolean
jipyo_sound_is_path (const char *path)
{
  g_return_val_if_fail (path != NULL, FALSE);
  g_autofree char *folded = g_ascii_strdown (path, -1);

  return g_str_has_suffix (folded, ".wav");
}

GBytes *
jipyo_sound_encode (const JipyoPlot *plot, GError **error)
{
  g_return_val_if_fail (plot != NULL, NULL);
  g_autoptr (JipyoSoundScore) score = jipyo_sound_score_new (plot, NULL);

  if (score != NULL)
    return jipyo_sound_wave_encode (score);
  g_set_error_literal (error, JIPYO_EXPORT_ERROR, JIPYO_EXPORT_ERROR_SILENT,
                       "The chart has no values that can be heard");
  return NULL;
}

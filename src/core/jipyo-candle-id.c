/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lengths are written in the largest unit that they are whole numbers of.
 */

#include "jipyo-candle-id.h"

#include "jipyo-date.h"
#include "jipyo-instrument.h"

static const struct {
  char letter;
  gint64 step_ms;
} units[] = { { 'd', 86400000 }, { 'h', 3600000 }, { 'm', 60000 } };
static const gint64 n_steps_max = 10000;

char *
jipyo_candle_id_format (const char *instrument, gint64 step_ms, gint64 start_ms)
{
  g_return_val_if_fail (instrument != NULL && step_ms > 0, NULL);
  g_autofree char *start = jipyo_instant_format (start_ms * 1000);
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (units) && step_ms % units[i].step_ms != 0)
    i++;
  return g_strdup_printf ("%s@%" G_GINT64_FORMAT "%c@%s", instrument, step_ms / units[i].step_ms,
                          units[i].letter, start);
}

static gboolean
parse_step (const char *text, gint64 *step_ms)
{
  char *end = NULL;
  const gint64 n = g_ascii_strtoll (text, &end, 10);

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (n > 0 && n <= n_steps_max && end[0] == units[i].letter && end[1] == '\0') {
      *step_ms = n * units[i].step_ms;
      return TRUE;
    }
  return FALSE;
}

gboolean
jipyo_candle_id_parse (const char *text, JipyoCandleId *self)
{
  g_return_val_if_fail (text != NULL && self != NULL, FALSE);
  g_auto (GStrv) parts = g_strsplit (text, "@", 4);
  gint64 step_ms, start_us;

  if (g_strv_length (parts) != 3 || !jipyo_instrument_is_valid (parts[0])
      || !parse_step (parts[1], &step_ms) || !jipyo_instant_parse (parts[2], &start_us))
    return FALSE;
  *self = (JipyoCandleId){ g_strdup (parts[0]), step_ms, start_us / 1000 };
  return TRUE;
}

void
jipyo_candle_id_clear (JipyoCandleId *self)
{
  g_clear_pointer (&self->instrument, g_free);
}

JipyoResolution
jipyo_candle_id_get_resolution (const JipyoCandleId *self)
{
  JipyoResolution resolution = JIPYO_RESOLUTION_DAY;

  while (resolution > JIPYO_RESOLUTION_MINUTE
         && self->step_ms % jipyo_resolution_step_ms (resolution) != 0)
    resolution--;
  return resolution;
}

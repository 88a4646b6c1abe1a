/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The averages of an instrument. They are reckoned from before the stretch that is shown, so that
 * they begin with it.
 */

#include "jipyo-instrument-average.h"

#include "jipyo-indicator.h"

static const guint windows[JIPYO_N_AVERAGES] = { 20, 60, 120 };

guint
jipyo_instrument_average_get_window (guint n)
{
  return windows[n];
}

gboolean
jipyo_instrument_average_is_shown (const JipyoInstrumentBoard *self, guint n)
{
  const char *chosen = jipyo_view_draft_get_option (self->draft, "averages", "");

  return self->path != NULL && !g_str_equal (chosen, "off")
         && (n == JIPYO_N_AVERAGES - 1 || !jipyo_instrument_board_is_dense (self));
}

JipyoText
jipyo_instrument_average_name (guint n)
{
  return jipyo_text_take (g_strdup_printf ("%u 평균", windows[n]),
                          g_strdup_printf ("Average of %u", windows[n]));
}

double *
jipyo_instrument_average_compute (const JipyoInstrumentBoard *self, guint n)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) closes = jipyo_price_path_list_closes (self->path, places);
  g_autofree double *all = g_new (double, MAX (closes->len, 1));
  double *averages = g_new (double, MAX (self->path->n, 1));

  jipyo_moving_average_compute ((const double *) (gpointer) closes->data, closes->len, windows[n],
                                all);
  for (guint i = 0; i < self->path->n; i++)
    averages[i] = all[g_array_index (places, guint, self->path->first + i)];
  return averages;
}

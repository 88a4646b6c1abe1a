/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Marks of one kind in one band share it evenly, with a little ground between them.
 */

#include "jipyo-slot.h"

#include "jipyo-pitch.h"

static const double band_share = 0.66; /* of a band, for one mark; a group takes more */
static const double group_share = 0.8;
static const double close_rows = 1.25; /* notes */
static const double thickness_max = 4; /* labels */
static const double thickness_min = 1; /* units */

static gboolean
add_positions (GHashTable *seen, const JipyoPlotSeries *series)
{
  gboolean shared = FALSE;
  g_autoptr (GHashTable) own = g_hash_table_new (g_double_hash, g_double_equal);

  for (guint i = 0; i < series->data->len; i++) {
    JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, i);
    shared = shared || g_hash_table_contains (seen, &datum->position);
    g_hash_table_add (own, &datum->position);
  }
  GHashTableIter iter;
  gpointer key;
  g_hash_table_iter_init (&iter, own);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (seen, key);
  return shared;
}

/* Marks of different series stand side by side only if some band has more than one. */
static guint
count_groups (const JipyoPlot *plot, guint series, guint *index)
{
  const JipyoPlotSeries *own = jipyo_plot_scene_get_series (plot, series);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_double_hash, g_double_equal);
  gboolean shared = FALSE;
  guint n = 0;

  *index = 0;
  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *other = g_ptr_array_index (plot->series, i);
    if (other->mark != own->mark)
      continue;
    if (i == series)
      *index = n;
    n++;
    shared = add_positions (seen, other) || shared;
  }
  if (shared)
    return n;
  *index = 0;
  return 1;
}

JipyoSlot
jipyo_slot_measure (const JipyoPlotLayout *layout, const JipyoPlot *plot, guint series)
{
  const JipyoPlotSeries *own = jipyo_plot_scene_get_series (plot, series);
  const double pitch = jipyo_pitch_measure (layout, own);
  const double cap = thickness_max * layout->frame.type.label;
  guint index = 0;
  const guint n = own->mark == JIPYO_MARK_STACK ? 1 : count_groups (plot, series, &index);

  /* Close rows have thicker bars, so that segments keep their figures. */
  const gboolean close =
    layout->horizontal && pitch * band_share < close_rows * layout->frame.type.note;
  if (n == 1)
    return (JipyoSlot){ 0, CLAMP (pitch * (close ? group_share : band_share), thickness_min,
                                  MAX (cap, thickness_min)) };
  const double each = MIN (pitch * group_share / n, cap);
  const double gap = each > 4 ? MAX (1, layout->frame.type.gap / 4) : 0;
  return (JipyoSlot){ (index - (n - 1) / 2.0) * each, MAX (each - gap, thickness_min) };
}

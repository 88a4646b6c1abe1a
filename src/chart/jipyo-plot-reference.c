/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Averages and rests are the muted ones. A bound on either side leaves nothing to compare.
 */

#include "jipyo-plot-reference.h"

#include <math.h>

typedef struct {
  JipyoDatumRef rival;
  JipyoDatumRef reference;
  guint n_rivals;
  guint n_references;
} Pair;

static void
take (Pair *self, const JipyoPlot *plot, JipyoDatumRef ref)
{
  const JipyoDatum *datum = jipyo_plot_get_datum (plot, ref);

  if (!isfinite (datum->value) || !isfinite (datum->position))
    return;
  if (jipyo_plot_get_role (plot, ref) == JIPYO_ROLE_MUTED) {
    self->reference = ref;
    self->n_references++;
  } else {
    self->rival = ref;
    self->n_rivals++;
  }
}

static gboolean
compare (const Pair *self, const JipyoPlot *plot, JipyoFact *fact)
{
  if (self->n_rivals != 1 || self->n_references != 1
      || !jipyo_datum_is_plain (jipyo_plot_get_datum (plot, self->rival))
      || !jipyo_datum_is_plain (jipyo_plot_get_datum (plot, self->reference)))
    return FALSE;
  *fact = (JipyoFact){ .kind = JIPYO_FACT_AGAINST, .a = self->rival, .b = self->reference };
  return TRUE;
}

gboolean
jipyo_plot_reference_find (const JipyoPlot *plot, const double *position, JipyoFact *fact)
{
  Pair pair = { 0 };

  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (plot->series, i);
    const guint n = jipyo_plot_facts_is_single (plot, series) ? series->data->len : 0;
    for (guint k = 0; k < n; k++) {
      const JipyoDatumRef ref = { i, k };
      if (position == NULL || jipyo_plot_get_datum (plot, ref)->position == *position)
        take (&pair, plot, ref);
    }
  }
  return compare (&pair, plot, fact);
}

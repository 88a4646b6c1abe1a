/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All samples as one list, and the words that keep anyone from taking one for the record.
 */

#include "jipyo-sample.h"

static const JipyoSample *const tables[] = {
  jipyo_sample_basics, jipyo_sample_ranges, jipyo_sample_changes,
  jipyo_sample_prices, jipyo_sample_counts, jipyo_sample_events,
};

const JipyoSample *
jipyo_sample_get (guint index)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const JipyoSample *sample = tables[i]; sample->name != NULL; sample++)
      if (index-- == 0)
        return sample;
  return NULL;
}

double
jipyo_sample_draw_number (guint32 *seed)
{
  *seed = *seed * 1664525u + 1013904223u; /* a linear congruence */
  return (*seed >> 8) / 16777216.0;
}

const char *
jipyo_sample_pick (JipyoLang lang, const char *ko, const char *en)
{
  return lang == JIPYO_LANG_KO ? ko : en;
}

JipyoPlot *
jipyo_sample_make (const JipyoSample *self, JipyoLang lang)
{
  JipyoPlot *plot = self->make (lang);

  jipyo_plot_set_footer (
    plot, jipyo_sample_pick (lang, "예시 자료이며 실제 수치가 아닙니다 · Sample data",
                             "Sample data, not real · 예시 자료"));
  return plot;
}

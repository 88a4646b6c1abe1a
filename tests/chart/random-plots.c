/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Random, but the same for the same seed.
 */

#include "random-plots.h"

#include <float.h>
#include <math.h>

static double
random_number (GRand *rand)
{
  static const double odd[] = { 0,      NAN,  INFINITY, -INFINITY, 1e308, -1e308,
                                1e-308, 1e15, -1,       1,         42,    DBL_MAX };

  if (g_rand_int_range (rand, 0, 4) == 0)
    return odd[g_rand_int_range (rand, 0, G_N_ELEMENTS (odd))];
  return g_rand_double_range (rand, -1, 1) * pow (10, g_rand_int_range (rand, -6, 14));
}

static const char *
random_text (GRand *rand)
{
  static const char *const texts[] = { NULL,
                                       "",
                                       "1,000",
                                       "최대 1,000장",
                                       "a\nb",
                                       "\xff\xfe",
                                       "긴 이름을 가진 아주 긴 범주의 아주 긴 이름",
                                       "100 %",
                                       "٣" };

  return texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))];
}

static void
add_random_series (JipyoPlot *plot, GRand *rand)
{
  JipyoPlotSeries *series = jipyo_plot_add_series (
    plot, "s", random_text (rand), (JipyoMark) g_rand_int_range (rand, 0, JIPYO_N_MARKS));
  const int n = g_rand_int_range (rand, 0, 12);

  series->colour = (JipyoColourKey){ (JipyoRole) g_rand_int_range (rand, 0, 7), g_rand_int (rand) };
  if (g_rand_boolean (rand))
    jipyo_plot_series_name_ends (series, random_text (rand), random_text (rand));
  for (int i = 0; i < n; i++) {
    const double position =
      g_rand_boolean (rand) ? g_rand_int_range (rand, -1, 9) : random_number (rand);
    JipyoDatum *datum =
      jipyo_plot_series_add (series, position, random_number (rand), random_text (rand));
    datum->start = random_number (rand);
    datum->low = random_number (rand);
    datum->high = random_number (rand);
    datum->kind = (JipyoDatumKind) g_rand_int_range (rand, 0, 6);
    datum->faded = g_rand_boolean (rand);
    datum->has_colour = g_rand_boolean (rand);
    datum->colour = series->colour;
    jipyo_datum_set_note (datum, random_text (rand));
  }
}

JipyoPlot *
random_plot_new (GRand *rand)
{
  static const JipyoScaleKind kinds[] = { JIPYO_SCALE_LINEAR, JIPYO_SCALE_LOG, JIPYO_SCALE_TIME,
                                          JIPYO_SCALE_SYMLOG };
  JipyoPlot *plot = jipyo_plot_new ((JipyoLang) g_rand_int_range (rand, 0, 2));

  jipyo_plot_set_title (plot, random_text (rand), random_text (rand));
  jipyo_plot_set_footer (plot, random_text (rand));
  plot->horizontal = g_rand_boolean (rand);
  plot->relative = g_rand_boolean (rand);
  plot->value.kind = kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds))];
  plot->value.unit = (JipyoUnit) g_rand_int_range (rand, 0, JIPYO_N_UNITS);
  plot->value.hidden = g_rand_boolean (rand);
  plot->value.has_bounds = g_rand_int_range (rand, 0, 4) == 0;
  plot->value.low = random_number (rand);
  plot->value.high = random_number (rand);
  if (g_rand_boolean (rand))
    plot->position.kind = kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds))];
  for (int i = g_rand_int_range (rand, 0, 8); i > 0; i--)
    jipyo_plot_add_band (plot, random_text (rand), random_text (rand));
  for (int i = g_rand_int_range (rand, 0, 5); i > 0; i--)
    add_random_series (plot, rand);
  for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--) {
    const JipyoAnnotation annotation = {
      .kind = (JipyoAnnotationKind) g_rand_int_range (rand, 0, 4),
      .axis = (JipyoAnnotationAxis) g_rand_int_range (rand, 0, 2),
      .from = random_number (rand),
      .to = random_number (rand),
      .planned = g_rand_boolean (rand),
      .text = (char *) random_text (rand),
    };
    jipyo_plot_add_annotation (plot, &annotation);
  }
  return plot;
}

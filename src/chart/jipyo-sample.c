/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All samples as one list, and the words that keep anyone from taking one for the record.
 */

#include "jipyo-sample.h"

#include "jipyo-format.h"

#include <math.h>

/* A table, and what its samples have in common. */
typedef struct {
  const JipyoSample *samples;
  const char *ko;
  const char *en;
} Table;

static const Table tables[] = {
  { jipyo_sample_basics, "막대, 선, 점, 기간", "Bars, lines, dots, spans" },
  { jipyo_sample_ranges, "범위와 오차", "Ranges and error bars" },
  { jipyo_sample_changes, "변화", "Changes" },
  { jipyo_sample_prices, "시세", "Prices" },
  { jipyo_sample_counts, "분포와 몫", "Counts and shares" },
  { jipyo_sample_axes, "쌓은 영역과 여러 축", "Stacked areas and other axes" },
  { jipyo_sample_events, "주석", "Annotations" },
  { jipyo_sample_extremes, "극단", "Extremes" },
};

const char *
jipyo_sample_pick (JipyoLang lang, const char *ko, const char *en)
{
  return lang == JIPYO_LANG_KO ? ko : en;
}

const JipyoSample *
jipyo_sample_get (guint index)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const JipyoSample *sample = tables[i].samples; sample->name != NULL; sample++)
      if (index-- == 0)
        return sample;
  return NULL;
}

const char *
jipyo_sample_get_group (const JipyoSample *self, JipyoLang lang)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const JipyoSample *sample = tables[i].samples; sample->name != NULL; sample++)
      if (sample == self)
        return jipyo_sample_pick (lang, tables[i].ko, tables[i].en);
  g_return_val_if_reached ("");
}

gboolean
jipyo_sample_is_hostile (const JipyoSample *self)
{
  return g_str_has_suffix (self->name, "-hostile");
}

gboolean
jipyo_sample_is_split (const JipyoSample *self)
{
  return g_str_has_suffix (self->name, "-split");
}

double
jipyo_sample_draw_number (guint32 *seed)
{
  *seed = *seed * 1664525u + 1013904223u; /* a linear congruence */
  return (*seed >> 8) / 16777216.0;
}

static gboolean
parse_number (double value, JipyoDecimal *decimal)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  return fabs (value) < 1e12 && g_ascii_formatd (digits, sizeof digits, "%.6f", value) != NULL
         && jipyo_decimal_parse (digits, -1, decimal, NULL);
}

char *
jipyo_sample_format (double value, guint decimals)
{
  JipyoDecimal decimal;

  return parse_number (value, &decimal) ? jipyo_format_price (decimal, decimals) : NULL;
}

char *
jipyo_sample_format_quantity (double value, JipyoUnit unit, JipyoLang lang)
{
  JipyoQuantity quantity = { .known = TRUE, .unit = unit };

  return parse_number (value, &quantity.value) ? jipyo_format_quantity_bare (&quantity, lang)
                                               : NULL;
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

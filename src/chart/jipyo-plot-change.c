/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Differences are of the values drawn, which are doubles; exact ones are in the table.
 */

#include "jipyo-plot-change.h"

#include <math.h>

#include "jipyo-datum-text.h"
#include "jipyo-format.h"

static const double day_s = 86400, minute_s = 60;
static const double exact_s = 7 * 86400; /* of more than that nobody wants to know the minutes */
static const gint64 day_minutes = 24 * 60;
static const double ratio_max = 1e6; /* per cent; beyond it a ratio says nothing */

static gboolean
is_year (const char *name)
{
  gsize n = 0;

  while (g_ascii_isdigit (name[n]))
    n++;
  return n == 4;
}

gboolean
jipyo_plot_is_ordered (const JipyoPlot *plot)
{
  const GPtrArray *bands = plot->position.bands;

  if (plot->position.kind != JIPYO_SCALE_BAND)
    return TRUE;
  for (guint i = 0; bands != NULL && i < bands->len; i++)
    if (g_ptr_array_index (bands, i) == NULL || !is_year (g_ptr_array_index (bands, i)))
      return FALSE;
  return bands != NULL && bands->len > 1;
}

gboolean
jipyo_plot_find_previous (const JipyoPlot *plot, guint series, guint datum, guint *found)
{
  JipyoDatum own, other;

  if (!jipyo_plot_find_datum (plot, series, datum, &own) || !jipyo_plot_is_ordered (plot))
    return FALSE;
  for (guint i = datum; i-- > 0;) {
    if (!jipyo_plot_find_datum (plot, series, i, &other) || !isfinite (other.value)
        || !(other.position < own.position))
      continue;
    *found = i;
    return TRUE;
  }
  return FALSE;
}

static char *
format_ratio (double from, double to)
{
  const double percent = (to / from - 1) * 100;

  if (!(from > 0 && to > 0) || fabs (percent) > ratio_max)
    return g_strdup ("");
  /* What is written as nothing has no sign; a small move is not nothing. */
  if (fabs (percent) < 0.005)
    return g_strdup (" (0.0 %)");
  g_autofree char *number = jipyo_format_rounded (fabs (percent), fabs (percent) < 0.05 ? 2 : 1);
  return g_strdup_printf (" (%s%s %%)", percent < 0 ? "−" : "+", number);
}

/* A difference is no finer than what it is the difference of. */
static double
round_like (double difference, double reference)
{
  const double unit = pow (10, MIN (0, floor (log10 (reference)) - 5));

  return reference > 0 && unit > 0 ? round (difference / unit) * unit : difference;
}

/* As a figure of its series is written: volumes have no unit of the axis, which is that of prices.
 */
static char *
format_difference (const JipyoPlot *plot, guint series, double difference)
{
  const JipyoDatum datum = { .value = difference, .start = NAN, .low = NAN, .high = NAN };
  const JipyoPlotSeries *own = g_ptr_array_index (plot->series, series);

  return own->mark == JIPYO_MARK_VOLUME ? jipyo_datum_text_format_figure (plot, own, &datum)
                                        : jipyo_datum_text_format_value (plot, difference);
}

char *
jipyo_plot_format_change (const JipyoPlot *plot, guint series, guint from, guint to)
{
  JipyoDatum a, b;

  if (!jipyo_plot_find_datum (plot, series, from, &a)
      || !jipyo_plot_find_datum (plot, series, to, &b) || !isfinite (a.value)
      || !isfinite (b.value))
    return NULL;
  const double difference = round_like (b.value - a.value, MAX (fabs (a.value), fabs (b.value)));
  const char *glyph = difference > 0 ? "▲" : difference < 0 ? "▼" : "";
  if (plot->value.unit == JIPYO_UNIT_PERCENT || plot->value.unit == JIPYO_UNIT_PERCENT_POINTS) {
    g_autofree char *points = jipyo_format_rounded (fabs (difference), 1);
    return g_strdup_printf ("%s%s %%p", glyph, points);
  }
  g_autofree char *figure = format_difference (plot, series, fabs (difference));
  g_autofree char *ratio = format_ratio (a.value, b.value);
  return g_strconcat (glyph, figure, ratio, NULL);
}

static void
append_amount (GString *out, gint64 amount, const char *unit)
{
  if (amount > 0)
    g_string_append_printf (out, "%s%" G_GINT64_FORMAT "%s", out->len > 0 ? " " : "", amount, unit);
}

/* Of a market that rests, more than one day is also counted in days of trading. */
static void
append_trading_days (GString *out, const JipyoPlot *plot, double from, double to)
{
  const gboolean ko = plot->lang == JIPYO_LANG_KO;
  const JipyoSessions *sessions = plot->position.sessions;
  const guint n =
    sessions != NULL ? jipyo_sessions_count_days (sessions, MIN (from, to), MAX (from, to)) : 0;

  if (n == 0)
    return;
  if (ko)
    g_string_append_printf (out, " · 거래일 %u일", n);
  else
    g_string_append_printf (out, " · %u trading %s", n, n == 1 ? "day" : "days");
}

char *
jipyo_plot_format_length (const JipyoPlot *plot, double from, double to)
{
  const gboolean ko = plot->lang == JIPYO_LANG_KO;
  const double length = fabs (to - from);

  if (plot->position.kind != JIPYO_SCALE_TIME || !isfinite (length) || length / day_s > G_MAXINT)
    return NULL;
  const gint64 minutes = (gint64) (length / minute_s + 0.5);
  const gint64 rest = plot->position.of_days || length > exact_s ? 0 : minutes % day_minutes;
  const gint64 days = rest > 0 ? minutes / day_minutes : (gint64) (length / day_s + 0.5);
  GString *out = g_string_new (NULL);

  append_amount (out, days, ko ? "일" : days == 1 ? " day" : " days");
  append_amount (out, rest / 60, ko ? "시간" : " h");
  append_amount (out, rest % 60, ko ? "분" : " min");
  if (out->len == 0)
    g_string_append (out, ko ? "0일" : "0 days");
  if (days > 0)
    append_trading_days (out, plot, from, to);
  return g_string_free (out, FALSE);
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The texts of a picture are short because their place says the rest; here the rest is said.
 */

#include "jipyo-datum-text.h"

#include <math.h>
#include <string.h>

#include "jipyo-format.h"
#include "jipyo-plot-choice.h"
#include "jipyo-session-price.h"
#include "jipyo-share.h"
#include "jipyo-time-precision.h"
#include "jipyo-told-number.h"

static gboolean
is_ko (const JipyoPlot *plot)
{
  return plot->lang == JIPYO_LANG_KO;
}

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

/* Whether the word stands in the text already, in any case. */
static gboolean
says (const char *text, const char *word)
{
  if (!is_set (text) || !is_set (word))
    return FALSE;
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *wanted = g_utf8_casefold (word, -1);

  return strstr (folded, wanted) != NULL;
}

/* Positions */

static char *
format_time (const JipyoPlot *plot, double seconds, gboolean of_values)
{
  return jipyo_time_precision_format (jipyo_time_precision_measure (plot, of_values), seconds,
                                      plot->lang);
}

static const char *
get_second_line (const JipyoAxis *axis, guint band)
{
  const char *name = g_ptr_array_index (axis->bands, band);

  if (axis->notes == NULL || band >= axis->notes->len)
    return NULL;
  for (guint i = 0; i < axis->bands->len; i++)
    if (i != band && g_strcmp0 (name, g_ptr_array_index (axis->bands, i)) == 0)
      return g_ptr_array_index (axis->notes, band);
  return NULL;
}

static char *
format_band (const JipyoPlot *plot, double position)
{
  const JipyoAxis *axis = &plot->position;
  const double rounded = floor (position + 0.5);

  if (axis->bands == NULL || !(rounded >= 0 && rounded < axis->bands->len))
    return g_strdup ("");
  const guint band = (guint) rounded;
  const char *name = g_ptr_array_index (axis->bands, band);
  const char *second = get_second_line (axis, band);
  JipyoDate date;

  if (!is_set (name))
    return g_strdup ("");
  if (jipyo_date_parse (name, &date)) /* "2024" is read as a year */
    return jipyo_date_format_long (date, plot->lang);
  return is_set (second) ? g_strdup_printf ("%s (%s)", name, second) : g_strdup (name);
}

/* Of a percentage that was computed nobody wants to hear more than hundredths, unless it is less.
 */
static double
round_percentage (double value)
{
  static const double tenth = 0.1, hundredths = 100;

  return fabs (value) < tenth ? value : round (value * hundredths) / hundredths;
}

static char *
format_number (double value, JipyoUnit unit, const JipyoPlot *plot)
{
  JipyoQuantity quantity = { .known = TRUE, .unit = unit };
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (unit == JIPYO_UNIT_PERCENT)
    value = round_percentage (value);

  /* All digits before the point, as prices have them, and six in all: what was computed has no
   * more to say, and a figure of the record has a text of its own. */
  g_ascii_formatd (digits, sizeof digits, fabs (value) < 1e6 ? "%.6g" : "%.12g",
                   fabs (value) < 1e6 ? value : round (value));
  if (!isfinite (value) || !jipyo_decimal_parse (digits, -1, &quantity.value, NULL))
    return g_strdup (isfinite (value) ? digits : "—"); /* too large or too small to be exact */
  return jipyo_format_quantity_bare (&quantity, plot->lang);
}

char *
jipyo_datum_text_format_position (const JipyoPlot *plot, double position)
{
  g_return_val_if_fail (plot != NULL, NULL);

  if (plot->position.kind == JIPYO_SCALE_BAND)
    return format_band (plot, position);
  if (plot->position.kind == JIPYO_SCALE_TIME)
    return format_time (plot, position - plot->position.stretch_s / 2, FALSE);
  return format_number (position, plot->position.unit, plot);
}

char *
jipyo_datum_text_format_place (const JipyoPlot *plot,
                               const JipyoPlotSeries *series,
                               const JipyoDatum *datum)
{
  g_return_val_if_fail (plot != NULL && series != NULL && datum != NULL, NULL);

  if (series->mark != JIPYO_MARK_HISTOGRAM || !isfinite (datum->start))
    return jipyo_datum_text_format_position (plot, datum->position);
  const double end = 2 * datum->position - datum->start;
  g_autofree char *from = jipyo_datum_text_format_position (plot, MIN (datum->start, end));
  g_autofree char *to = jipyo_datum_text_format_position (plot, MAX (datum->start, end));

  return g_strdup_printf (is_ko (plot) ? "%s부터 %s까지" : "%s to %s", from, to);
}

/* Figures */

/* To the last won: "81,763,210원". */
static char *
format_won (const JipyoPlot *plot, double value)
{
  const double size = fabs (value);
  const char *sign = value < 0 ? "−" : "";
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  JipyoDecimal price;

  g_ascii_formatd (digits, sizeof digits, size < 1e6 ? "%.6g" : "%.0f", size);
  if (!jipyo_decimal_parse (digits, -1, &price, NULL))
    return format_number (value, JIPYO_UNIT_KRW, plot);
  g_autofree char *number = jipyo_format_price (price, jipyo_decimal_get_decimals (price));
  return is_ko (plot) ? g_strdup_printf ("%s%s원", sign, number)
                      : g_strdup_printf ("%s₩%s", sign, number);
}

/* An index always has two decimals, whatever its level: "10,234.50점". */
static char *
format_level (const JipyoPlot *plot, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  JipyoDecimal level;

  g_ascii_formatd (digits, sizeof digits, "%.2f", value);
  if (!(fabs (value) < 1e12) || !jipyo_decimal_parse (digits, -1, &level, NULL))
    return format_number (value, JIPYO_UNIT_POINTS, plot);
  g_autofree char *number = jipyo_format_price (level, 2);
  return g_strconcat (number, is_ko (plot) ? "점" : " points", NULL);
}

char *
jipyo_datum_text_format_value (const JipyoPlot *plot, double value)
{
  g_return_val_if_fail (plot != NULL, NULL);

  if (plot->value.kind == JIPYO_SCALE_TIME)
    return format_time (plot, value, TRUE);
  if (plot->value.exact && plot->value.unit == JIPYO_UNIT_KRW)
    return format_won (plot, value);
  if (plot->value.exact && plot->value.unit == JIPYO_UNIT_POINTS)
    return format_level (plot, value);
  return format_number (value, plot->value.unit, plot);
}

JipyoQualifier
jipyo_datum_text_get_qualifier (JipyoDatumKind kind)
{
  switch (kind) {
  case JIPYO_DATUM_AT_MOST:
    return JIPYO_QUALIFIER_AT_MOST;
  case JIPYO_DATUM_AT_LEAST:
    return JIPYO_QUALIFIER_AT_LEAST;
  case JIPYO_DATUM_TARGET:
    return JIPYO_QUALIFIER_TARGET;
  case JIPYO_DATUM_VALUE:
  case JIPYO_DATUM_DERIVED:
  case JIPYO_DATUM_PLANNED:
    return JIPYO_QUALIFIER_EXACT;
  }
  return JIPYO_QUALIFIER_EXACT;
}

/* Takes the figure; adds the word of a bound unless it is there. */
static char *
qualify (char *figure, JipyoDatumKind kind, JipyoLang lang)
{
  g_autofree char *owned = figure;
  gboolean after = FALSE;
  const char *word = jipyo_format_qualifier (jipyo_datum_text_get_qualifier (kind), lang, &after);

  if (*word == '\0' || strstr (owned, word) != NULL)
    return g_steal_pointer (&owned);
  return after ? g_strdup_printf ("%s %s", owned, word) : g_strdup_printf ("%s %s", word, owned);
}

/* The figure as core writes it, with the decimals of the text where that is a number itself. */
static char *
write_figure (const JipyoPlot *plot, const JipyoPlotSeries *series, const JipyoDatum *datum)
{
  /* The strip of volumes has a scale of its own. */
  if (series->mark == JIPYO_MARK_VOLUME)
    return format_number (datum->value, JIPYO_UNIT_NONE, plot);
  JipyoQuantity quantity = { .known = TRUE, .unit = plot->value.unit };
  g_autofree char *digits =
    is_set (datum->text) ? jipyo_told_number_copy_digits (datum->text) : NULL;

  if (digits != NULL && jipyo_decimal_parse (digits, -1, &quantity.value, NULL)
      && jipyo_decimal_to_double (quantity.value) == datum->value)
    return jipyo_format_quantity_bare (&quantity, plot->lang);
  return jipyo_datum_text_format_value (plot, datum->value);
}

static char *
format_between (const JipyoPlot *plot, double low, double high)
{
  g_autofree char *from = jipyo_datum_text_format_value (plot, low);
  g_autofree char *to = jipyo_datum_text_format_value (plot, high);

  return g_strdup_printf (is_ko (plot) ? "%s부터 %s까지" : "%s to %s", from, to);
}

static gboolean
has_range (const JipyoDatum *datum)
{
  return isfinite (datum->low) && isfinite (datum->high);
}

static gboolean
is_span (const JipyoPlotSeries *series, const JipyoDatum *datum)
{
  return series->mark == JIPYO_MARK_RANGE && isfinite (datum->start) && isfinite (datum->value);
}

static gboolean
is_change (const JipyoPlotSeries *series)
{
  return series->mark == JIPYO_MARK_DUMBBELL || series->mark == JIPYO_MARK_SLOPE;
}

/* Whether its note is the figure at its other end, which is told with the first. */
static gboolean
has_two_ends (const JipyoPlotSeries *series)
{
  return is_change (series) || series->mark == JIPYO_MARK_TORNADO;
}

gboolean
jipyo_datum_text_tells_ends (const JipyoPlotSeries *series)
{
  g_return_val_if_fail (series != NULL, FALSE);

  return has_two_ends (series) || jipyo_session_price_is_of (series);
}

/* What a mark shows at its one end, or NULL. */
static char *
format_end (const JipyoPlot *plot, const char *text, double value)
{
  if (!isfinite (value))
    return NULL;
  return is_set (text) ? g_strdup (text) : jipyo_datum_text_format_value (plot, value);
}

/* Both ends of a change, or both sides of an effect, by their names; NULL for other marks. */
static char *
format_ends (const JipyoPlot *plot, const JipyoPlotSeries *series, const JipyoDatum *datum)
{
  const gboolean change = is_change (series);

  if (!has_two_ends (series))
    return NULL;
  const char *before = change ? (is_ko (plot) ? "처음" : "first") : is_ko (plot) ? "낮음" : "low";
  const char *after = change ? (is_ko (plot) ? "나중" : "then") : is_ko (plot) ? "높음" : "high";
  g_autofree char *start = format_end (plot, datum->note, change ? datum->start : datum->low);
  g_autofree char *end = format_end (plot, datum->text, change ? datum->value : datum->high);

  before = is_set (series->start_name) ? series->start_name : before;
  after = is_set (series->end_name) ? series->end_name : after;
  if (end != NULL)
    end = qualify (g_steal_pointer (&end), datum->kind, plot->lang);
  if (start != NULL && end != NULL)
    return g_strdup_printf ("%s %s, %s %s", before, start, after, end);
  if (start == NULL && end == NULL)
    return NULL;
  return end != NULL ? g_strdup_printf ("%s %s", after, end)
                     : g_strdup_printf ("%s %s", before, start);
}

/* The four prices of a day, as far as they are known. */
static char *
format_session (const JipyoPlot *plot, const JipyoDatum *datum)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < JIPYO_N_SESSION_PRICES; i++) {
    const double value = jipyo_session_price_get (i, datum);
    if (!isfinite (value))
      continue;
    g_autofree char *price = jipyo_datum_text_format_value (plot, value);
    g_string_append_printf (out, "%s%s %s", out->len > 0 ? ", " : "",
                            jipyo_session_price_get_name (i, plot->lang), price);
  }
  return g_string_free (out, FALSE);
}

char *
jipyo_datum_text_format_figure (const JipyoPlot *plot,
                                const JipyoPlotSeries *series,
                                const JipyoDatum *datum)
{
  g_return_val_if_fail (plot != NULL && series != NULL && datum != NULL, NULL);
  const gboolean has_text = is_set (datum->text);
  g_autofree char *ends = format_ends (plot, series, datum);

  if (ends != NULL)
    return g_steal_pointer (&ends);
  if (jipyo_session_price_is_of (series) && isfinite (datum->value))
    return format_session (plot, datum);
  if (!isfinite (datum->value) && has_range (datum))
    return format_between (plot, datum->low, datum->high);
  if (!isfinite (datum->value))
    return g_strdup (has_text ? datum->text : is_ko (plot) ? "알려지지 않음" : "not known");
  g_autofree char *digits = has_text ? jipyo_told_number_copy_digits (datum->text) : NULL;
  if (has_text && digits == NULL && plot->value.kind != JIPYO_SCALE_TIME
      && jipyo_told_number_is (datum->text, datum->value))
    return qualify (g_strdup (datum->text), datum->kind, plot->lang);

  g_autofree char *figure =
    is_span (series, datum) ? format_between (plot, datum->start, datum->value)
                            : qualify (write_figure (plot, series, datum), datum->kind, plot->lang);
  /* What is left is a name. */
  if (!has_text || digits != NULL || says (datum->spoken, datum->text)
      || says (series->spoken, datum->text))
    return g_steal_pointer (&figure);
  return g_strdup_printf ("%s, %s", datum->text, figure);
}

char *
jipyo_datum_text_format_brief (const JipyoPlot *plot,
                               const JipyoPlotSeries *series,
                               const JipyoDatum *datum)
{
  g_return_val_if_fail (plot != NULL && series != NULL && datum != NULL, NULL);

  return jipyo_session_price_is_of (series) && isfinite (datum->value)
           ? jipyo_datum_text_format_value (plot, datum->value)
           : jipyo_datum_text_format_figure (plot, series, datum);
}

/* All of it */

static const char *
get_standing (const JipyoDatum *datum, JipyoLang lang)
{
  const gboolean ko = lang == JIPYO_LANG_KO;

  if (datum->kind == JIPYO_DATUM_DERIVED)
    return ko ? "계산값" : "derived";
  if (datum->kind == JIPYO_DATUM_PLANNED)
    return ko ? "계획" : "planned";
  return NULL;
}

static void
append_name (GString *out, const char *name)
{
  if (is_set (name))
    g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", name);
}

char *
jipyo_datum_text_format_share (const JipyoPlot *plot,
                               const JipyoPlotState *state,
                               guint series,
                               const JipyoDatum *datum)
{
  g_return_val_if_fail (plot != NULL && series < plot->series->len && datum != NULL, NULL);

  if (!jipyo_plot_is_relative (plot, state) || jipyo_plot_state_hides (state, series)
      || !jipyo_share_is_stacked (g_ptr_array_index (plot->series, series)))
    return NULL;
  g_autoptr (GHashTable) totals = jipyo_share_sum (plot, state);
  const double share = jipyo_share_measure (totals, datum);
  if (!isfinite (share))
    return NULL;
  g_autoptr (JipyoPlot) percent = jipyo_plot_new (plot->lang);
  percent->value.unit = JIPYO_UNIT_PERCENT;
  return jipyo_datum_text_format_value (percent, jipyo_share_round (share));
}

const char *
jipyo_datum_text_get_series_name (const JipyoPlotSeries *series)
{
  g_return_val_if_fail (series != NULL, NULL);
  return series->spoken != NULL ? series->spoken : is_set (series->name) ? series->name : NULL;
}

char *
jipyo_datum_text_describe (const JipyoPlot *plot, guint series, guint datum)
{
  return jipyo_datum_text_describe_viewed (plot, NULL, series, datum);
}

char *
jipyo_datum_text_describe_viewed (const JipyoPlot *plot,
                                  const JipyoPlotState *state,
                                  guint series,
                                  guint datum)
{
  g_return_val_if_fail (plot != NULL && series < plot->series->len, NULL);
  const JipyoPlotSeries *s = g_ptr_array_index (plot->series, series);
  g_return_val_if_fail (datum < jipyo_plot_series_get_n (s), NULL);

  const JipyoDatum d = jipyo_plot_series_get_datum (s, datum);
  const char *standing = get_standing (&d, plot->lang);
  GString *out = g_string_new (NULL);
  g_autofree char *position = jipyo_datum_text_format_place (plot, s, &d);
  g_autofree char *figure = jipyo_datum_text_format_figure (plot, s, &d);
  g_autofree char *share = jipyo_datum_text_format_share (plot, state, series, &d);

  g_string_append (out, position);
  append_name (out, jipyo_datum_text_get_series_name (s));
  if (!says (figure, d.spoken))
    append_name (out, d.spoken);
  g_string_append_printf (out, "%s%s", out->len > 0 ? ": " : "", figure);
  if (is_set (d.note) && !has_two_ends (s))
    g_string_append_printf (out, " (%s)", d.note);
  if (isfinite (d.value) && has_range (&d) && !jipyo_datum_text_tells_ends (s)) {
    g_autofree char *range = format_between (plot, d.low, d.high);
    g_string_append_printf (out, ", %s %s", is_ko (plot) ? "범위" : "range", range);
  }
  if (share != NULL)
    g_string_append_printf (out, is_ko (plot) ? ", 합의 %s" : ", %s of the total", share);
  if (standing != NULL && !says (d.note, standing) && !says (d.text, standing))
    g_string_append_printf (out, ", %s", standing);
  if (jipyo_plot_find_note (plot, s, &d) != NULL)
    g_string_append_printf (out, is_ko (plot) ? ", 메모: %s" : ", my note: %s",
                            jipyo_plot_find_note (plot, s, &d));
  g_autofree char *text = g_string_free (out, FALSE);
  return g_utf8_make_valid (text, -1); /* it may go over a bus */
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sentences in English: short ones, in the present.
 */

#include <math.h>
#include <string.h>

#include "jipyo-datum-text.h"
#include "jipyo-marks.h"
#include "jipyo-summary-words.h"
#include "jipyo-words.h"

static const double RATIO_LEAST = 1.15; /* below, "1.1 times" hides how close it is */

static const char *
count_word (guint n, const char *one, const char *many)
{
  return n == 1 ? one : many;
}

static const char *
get_chart_word (const JipyoPlot *plot)
{
  if (plot->value.kind == JIPYO_SCALE_TIME)
    return "Timeline";
  const JipyoMark mark = jipyo_summary_get_mark (plot);
  return mark < JIPYO_N_MARKS ? jipyo_mark_get_class (mark)->word.en : "Chart";
}

static char *
write_open (const JipyoSummary *self)
{
  const JipyoPlotFacts *facts = self->facts;
  GString *out = g_string_new (get_chart_word (self->plot));
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (facts->n_known + facts->n_unknown == 0) {
    g_string_append (out, " without figures.");
    return g_string_free (out, FALSE);
  }
  g_autofree char *known = jipyo_summary_format_count (facts->n_known);
  g_autofree char *unknown = jipyo_summary_format_count (facts->n_unknown);
  g_string_append_printf (out, " with %s %s", known,
                          facts->timed ? count_word (facts->n_known, "mark", "marks")
                                       : count_word (facts->n_known, "figure", "figures"));
  if (facts->n_series > 1
      && jipyo_datum_text_get_series_name (self->plot->series->pdata[0]) != NULL)
    g_string_append_printf (out, " in %u series", facts->n_series);
  if (jipyo_summary_format_span (self, &from, &to))
    g_string_append_printf (out, ", from %s to %s", from, to);
  if (self->plot->value.unit == JIPYO_UNIT_PARAMETERS) /* which their figures do not say */
    g_string_append (out, ", in parameters");
  if (self->plot->value.kind == JIPYO_SCALE_LOG || self->plot->value.kind == JIPYO_SCALE_SYMLOG)
    g_string_append (out, ", on a log scale");
  if (facts->n_unknown > 0)
    g_string_append_printf (out, "; %s more %s not known", unknown,
                            count_word (facts->n_unknown, "is", "are"));
  g_string_append_c (out, '.');
  return g_string_free (out, FALSE);
}

/* "in 2024", "on 4 Aug 2025"; a category has its name only. */
static char *
format_when (const JipyoSummary *self, JipyoDatumRef ref)
{
  char *place = jipyo_summary_format_place (self, ref);

  if (*place == '\0')
    return place;
  g_autofree char *owned = place;
  const char *word = "in";
  if (self->plot->position.kind == JIPYO_SCALE_TIME)
    /* A date with a day begins with it: "4 Aug 2025", "Aug 2025", "2025". */
    word = g_ascii_isdigit (*owned) && strchr (owned, ' ') != NULL ? "on" : "in";
  else if (self->plot->position.kind != JIPYO_SCALE_BAND)
    word = "at";
  return g_strdup_printf ("%s %s", word, owned);
}

/* "122 models in 2024"; of an unordered plot "Korea with 14 models". */
static char *
format_told (const JipyoSummary *self, JipyoDatumRef ref)
{
  g_autofree char *figure = jipyo_summary_format_figure (self, ref);

  if (!self->facts->ordered) {
    g_autofree char *name = jipyo_summary_format_name (self, ref);
    return *name == '\0' ? g_strdup (figure) : g_strdup_printf ("%s with %s", name, figure);
  }
  const char *series = jipyo_summary_get_series (self, ref);
  g_autofree char *when = format_when (self, ref);
  return series == NULL ? g_strdup_printf ("%s %s", figure, when)
                        : g_strdup_printf ("%s for %s %s", figure, series, when);
}

static char *
write_only (const JipyoSummary *self, const JipyoFact *fact)
{
  g_autofree char *all = jipyo_datum_text_describe (self->plot, fact->a.series, fact->a.datum);

  return g_strdup_printf ("It is %s.", all);
}

static char *
format_change (const JipyoChangeText *change)
{
  switch (change->kind) {
  case JIPYO_CHANGE_NONE:
    return g_strdup ("");
  case JIPYO_CHANGE_TIMES:
    return g_strdup_printf (", %s%s times as much", change->rounded ? "about " : "", change->text);
  case JIPYO_CHANGE_AMOUNT:
    return g_strdup_printf (", %s %s", change->direction > 0 ? "up" : "down", change->text);
  }
  return g_strdup ("");
}

static char *
write_trend (const JipyoSummary *self, const JipyoFact *fact)
{
  JipyoChangeText change = jipyo_summary_measure_change (self, fact->a, fact->b);
  const char *series = jipyo_summary_get_series (self, fact->a);
  g_autofree char *from = jipyo_summary_format_figure (self, fact->a);
  g_autofree char *to = jipyo_summary_format_figure (self, fact->b);
  g_autofree char *start = format_when (self, fact->a);
  g_autofree char *end = format_when (self, fact->b);
  g_autofree char *words = format_change (&change);
  g_autofree char *owned = change.text;
  const char *who = series != NULL ? series : "It";

  if (change.direction == 0)
    return g_strdup_printf ("%s ends where it began: %s %s and %s.", who, to, start, end);
  if (jipyo_summary_reads_same (self, fact->a, fact->b))
    return g_strdup_printf ("%s ends about where it began: %s %s and %s.", who, to, start, end);
  return g_strdup_printf ("%s %s from %s %s to %s %s%s.", who,
                          change.direction > 0 ? "rises" : "falls", from, start, to, end, words);
}

static char *
write_pace (const JipyoSummary *self, const JipyoFact *fact)
{
  const gboolean rises = jipyo_plot_get_datum (self->plot, fact->b)->value
                         > jipyo_plot_get_datum (self->plot, fact->a)->value;
  const char *other = rises ? "fall" : "rise";
  const gboolean counted = fact->n != JIPYO_FACT_UNCOUNTED;
  g_autofree char *growth =
    isfinite (fact->amount) && fabs (fact->amount) >= JIPYO_SUMMARY_GROWTH_LEAST
      ? jipyo_summary_format_number (self, fabs (fact->amount) * 100, JIPYO_UNIT_PERCENT)
      : NULL;
  g_autofree char *turns = fact->n == 0 ? g_strdup_printf ("without a %s", other)
                           : fact->n == 1
                             ? g_strdup_printf ("with one %s on the way", other)
                             : g_strdup_printf ("with %u %ss on the way", fact->n, other);

  if (jipyo_summary_reads_same (self, fact->a, fact->b))
    return NULL;
  if (fact->amount == 0
      || jipyo_plot_get_datum (self->plot, fact->b)->value
           == jipyo_plot_get_datum (self->plot, fact->a)->value)
    return fact->n == 0 || !counted ? NULL
                                    : g_strdup_printf ("It changes %u times on the way.", fact->n);
  if (!counted)
    return growth == NULL ? NULL
                          : g_strdup_printf ("That is %s %s a year on average.", growth,
                                             fact->amount > 0 ? "more" : "less");
  if (growth != NULL)
    return g_strdup_printf ("That is %s %s a year on average, %s.", growth,
                            fact->amount > 0 ? "more" : "less", turns);
  return g_strdup_printf ("It does so %s.", turns);
}

static char *
write_directions (const JipyoSummary *self, const JipyoFact *fact)
{
  if (fact->n_of == 0)
    return fact->n == 2
             ? g_strdup ("Both lines rise.")
             : g_strdup_printf ("All %u %s rise.", fact->n, count_word (fact->n, "line", "lines"));
  if (fact->n == 0)
    return fact->n_of == 2 ? g_strdup ("Both lines fall.")
                           : g_strdup_printf ("All %u %s fall.", fact->n_of,
                                              count_word (fact->n_of, "line", "lines"));
  return g_strdup_printf ("%u %s and %u %s.", fact->n,
                          count_word (fact->n, "line rises", "lines rise"), fact->n_of,
                          count_word (fact->n_of, "falls", "fall"));
}

/* "the highest is 122 models in 2024" */
static char *
format_extreme (const JipyoSummary *self, const JipyoFact *fact)
{
  const char *word = fact->kind == JIPYO_FACT_HIGHEST ? "highest" : "lowest";
  g_autofree char *figure = jipyo_summary_format_figure (self, fact->a);
  g_autofree char *told = format_told (self, fact->a);

  if (fact->n > 1)
    return g_strdup_printf ("%u share the %s, %s", fact->n, word, figure);
  return g_strdup_printf ("the %s is %s", word, told);
}

static char *
write_time_span (const JipyoSummary *self, const JipyoFact *high, const JipyoFact *low)
{
  g_autofree char *from = jipyo_datum_text_format_value (self->plot, low->amount);
  g_autofree char *to = jipyo_summary_format_value (self, high->a);

  return g_strdup_printf ("It runs from %s to %s.", from, to);
}

static char *
write_extremes (const JipyoSummary *self, const JipyoFact *high, const JipyoFact *low)
{
  if (self->facts->timed && high != NULL)
    return write_time_span (self, high, low);
  if (jipyo_summary_is_constant (self, high, low)) {
    g_autofree char *figure = jipyo_summary_format_figure (self, high->a);
    return g_strdup_printf ("All figures are the same, %s.", figure);
  }
  const gboolean uncertain = low->uncertain || (high != NULL && high->uncertain);
  g_autofree char *first = high != NULL ? format_extreme (self, high) : NULL;
  g_autofree char *second = format_extreme (self, low);
  /* Where bounds are among them, no order of the figures is that of the truth. */
  g_autofree char *all =
    g_strconcat (uncertain ? "of the figures shown, " : "", first != NULL ? first : "",
                 first != NULL ? "; " : "", second, ".", NULL);

  return jipyo_words_capitalise (all);
}

static char *
write_lead (const JipyoSummary *self, const JipyoFact *fact)
{
  g_autofree char *a = jipyo_summary_format_who (self, fact->a, "One");
  g_autofree char *b = jipyo_summary_format_who (self, fact->b, "One");
  g_autofree char *first = jipyo_summary_format_figure (self, fact->a);
  g_autofree char *second = jipyo_summary_format_figure (self, fact->b);
  g_autofree char *when = self->facts->ordered ? format_when (self, fact->a) : NULL;
  g_autofree char *where = when != NULL ? g_strconcat (" ", when, NULL) : g_strdup ("");
  gboolean rounded;

  if (!(fact->amount >= RATIO_LEAST))
    return g_strdup_printf (
      "%s leads%s with %s, %s %s with %s.", a, where, first,
      jipyo_summary_reads_same (self, fact->a, fact->b) ? "just ahead of" : "ahead of", b, second);
  g_autofree char *ratio = jipyo_summary_format_ratio (fact->amount, &rounded);
  return g_strdup_printf ("%s leads%s with %s, %s%s times %s with %s.", a, where, first,
                          rounded ? "about " : "", ratio, b, second);
}

static char *
write_rank (const JipyoSummary *self, const JipyoFact *fact)
{
  g_autofree char *who = jipyo_summary_format_who (self, fact->a, "One");
  g_autofree char *rank = jipyo_words_format_ordinal (fact->n, JIPYO_LANG_EN);
  g_autofree char *figure = jipyo_summary_format_figure (self, fact->a);
  gboolean rounded;

  if (!isfinite (fact->amount))
    return g_strdup_printf ("%s is %s of %u with %s.", who, rank, fact->n_of, figure);
  g_autofree char *ratio = jipyo_summary_format_ratio (fact->amount, &rounded);
  return g_strdup_printf ("%s is %s of %u with %s; the first has %s%s times that.", who, rank,
                          fact->n_of, figure, rounded ? "about " : "", ratio);
}

/* "4.9 points above Average with", "about 3.5 times Average with" */
static char *
format_distance (const JipyoChangeText *distance, const char *other)
{
  const char *side = distance->direction > 0 ? "above" : "below";

  switch (distance->kind) {
  case JIPYO_CHANGE_NONE:
    return g_strdup_printf ("%s at", other);
  case JIPYO_CHANGE_TIMES:
    return g_strdup_printf ("%s%s times %s with", distance->rounded ? "about " : "", distance->text,
                            other);
  case JIPYO_CHANGE_AMOUNT:
    return g_strdup_printf ("%s %s %s with", distance->text, side, other);
  }
  return g_strdup ("");
}

static char *
write_against (const JipyoSummary *self, const JipyoFact *fact)
{
  JipyoChangeText distance = jipyo_summary_measure_change (self, fact->b, fact->a);
  g_autofree char *owned = distance.text;
  g_autofree char *a = jipyo_summary_format_who (self, fact->a, "One");
  g_autofree char *b = jipyo_summary_format_who (self, fact->b, "another");
  g_autofree char *first = jipyo_summary_format_figure (self, fact->a);
  g_autofree char *second = jipyo_summary_format_figure (self, fact->b);
  g_autofree char *when = self->facts->ordered ? format_when (self, fact->a) : NULL;
  g_autofree char *where = when != NULL ? g_strconcat (" ", when, NULL) : g_strdup ("");
  g_autofree char *how = format_distance (&distance, b);

  if (distance.direction == 0)
    return g_strdup_printf ("%s is level with %s%s, at %s.", a, b, where, first);
  return g_strdup_printf ("%s is at %s%s, %s %s.", a, first, where, how, second);
}

static char *
write_crossing (const JipyoSummary *self, const JipyoFact *fact)
{
  g_autofree char *a = jipyo_summary_format_who (self, fact->a, "One");
  g_autofree char *b = jipyo_summary_format_who (self, fact->b, "One");
  g_autofree char *place = jipyo_summary_format_place (self, fact->a);

  return g_strdup_printf ("%s has been above %s since %s, and was not before.", a, b, place);
}

/* Whether the same part is the largest in the other bars, too. */
static char *
format_often (const JipyoFact *fact, const char *whole)
{
  if (fact->n_of == 1)
    return g_strdup ("");
  if (fact->n == fact->n_of)
    return fact->n == 2 ? g_strdup_printf (", as in the other divided %s", whole)
                        : g_strdup_printf (", as in all %u divided %ss", fact->n, whole);
  if (fact->n == 1)
    return g_strdup_printf (", but not in the other divided %s%s", whole,
                            fact->n_of == 2 ? "" : "s");
  return g_strdup_printf (", as in %u of %u divided %ss", fact->n, fact->n_of, whole);
}

static char *
write_share (const JipyoSummary *self, const JipyoFact *fact)
{
  const JipyoPlotSeries *series = g_ptr_array_index (self->plot->series, fact->a.series);
  const char *part = jipyo_datum_text_get_series_name (series);
  g_autofree char *whole = jipyo_summary_format_place (self, fact->a);
  g_autofree char *share =
    jipyo_summary_format_number (self, fact->amount * 100, JIPYO_UNIT_PERCENT);
  g_autofree char *often = format_often (fact, jipyo_mark_get_class (series->mark)->whole.en);

  if (part == NULL)
    return NULL;
  return g_strdup_printf ("The largest part of %s is %s with %s%s.", *whole != '\0' ? whole : "all",
                          part, share, often);
}

static char *
format_total (const JipyoSummary *self, const JipyoFact *fact)
{
  g_autofree char *place = jipyo_summary_format_place (self, fact->a);
  g_autofree char *total = jipyo_datum_text_format_value (self->plot, fact->amount);

  return g_strdup_printf ("%s with %s", place, total);
}

static char *
write_totals (const JipyoSummary *self, const JipyoFact *high, const JipyoFact *low)
{
  g_autofree char *most = format_total (self, high);
  g_autofree char *least = format_total (self, low);

  return g_strdup_printf ("In all, the highest is %s; the lowest is %s.", most, least);
}

static char *
write_jump (const JipyoSummary *self, const JipyoFact *fact)
{
  g_autofree char *from = format_told (self, fact->a);
  g_autofree char *to = format_told (self, fact->b);

  if (fact->n == 1)
    return g_strdup_printf ("One step is far larger than the rest: from %s to %s.", from, to);
  return g_strdup_printf ("%u steps are far larger than the rest, %s from %s to %s.", fact->n,
                          fact->n_of > 1 ? "one of the largest" : "most of all", from, to);
}

static char *
write_gap (const JipyoSummary *self, const JipyoFact *fact)
{
  g_autofree char *from = jipyo_summary_format_place (self, fact->a);
  g_autofree char *to = jipyo_summary_format_place (self, fact->b);

  if (fact->n == 1)
    return g_strdup_printf ("Nothing is known between %s and %s.", from, to);
  return g_strdup_printf ("There are %u gaps, %s between %s and %s.", fact->n,
                          fact->n_of > 1 ? "one of the longest" : "the longest", from, to);
}

static char *
write_changes (const JipyoSummary *self, const JipyoFact *fact)
{
  return g_strdup_printf ("%u %s and %u %s.", fact->n, count_word (fact->n, "rises", "rise"),
                          fact->n_of, count_word (fact->n_of, "falls", "fall"));
}

static const char *
get_standing_word (JipyoDatumKind kind, guint n)
{
  switch (kind) {
  case JIPYO_DATUM_VALUE:
    return "";
  case JIPYO_DATUM_AT_MOST:
    return count_word (n, "is an upper limit", "are upper limits");
  case JIPYO_DATUM_AT_LEAST:
    return count_word (n, "is a lower limit", "are lower limits");
  case JIPYO_DATUM_TARGET:
    return count_word (n, "is a target", "are targets");
  case JIPYO_DATUM_DERIVED:
    return count_word (n, "is derived", "are derived");
  case JIPYO_DATUM_PLANNED:
    return count_word (n, "is planned", "are planned");
  }
  return "";
}

static char *
write_standings (const JipyoSummary *self)
{
  GString *out = g_string_new (NULL);
  const JipyoFact *fact;
  guint at = 0;

  while ((fact = jipyo_plot_facts_next (self->facts, JIPYO_FACT_STANDING, &at)) != NULL) {
    g_string_append (out, out->len > 0 ? ", " : "");
    if (out->len == 0)
      g_string_append_printf (out, "%u %s ", fact->n,
                              self->facts->timed ? count_word (fact->n, "mark", "marks")
                                                 : count_word (fact->n, "figure", "figures"));
    else
      g_string_append_printf (out, "%u ", fact->n);
    g_string_append (out, get_standing_word (fact->standing, fact->n));
  }
  if (out->len > 0)
    g_string_append_c (out, '.');
  return g_string_free (out, out->len == 0);
}

const JipyoSummaryWords jipyo_summary_english = {
  .open = write_open,
  .only = write_only,
  .trend = write_trend,
  .pace = write_pace,
  .directions = write_directions,
  .extremes = write_extremes,
  .lead = write_lead,
  .rank = write_rank,
  .against = write_against,
  .crossing = write_crossing,
  .share = write_share,
  .totals = write_totals,
  .jump = write_jump,
  .gap = write_gap,
  .changes = write_changes,
  .standings = write_standings,
};

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each fact is a candidate for a sentence; the five that matter most are kept, in the order in
 * which they are best told.
 */

#include "jipyo-plot-summary.h"

#include <math.h>

#include "jipyo-plot-reading.h"
#include "jipyo-summary-words.h"

enum { SENTENCES_MAX = 5 };

/* Of what may have millions of points; a longer list is one of stretches. */
static const guint LISTED_MOST = 10000;

typedef struct {
  char *text;
  guint weight; /* 0 matters most */
} Sentence;

typedef struct {
  JipyoSummary summary;
  const JipyoSummaryWords *words;
  GArray *sentences; /* of Sentence, as they are told */
} Draft;

static void
sentence_clear (Sentence *sentence)
{
  g_free (sentence->text);
}

static void
take (Draft *self, guint weight, char *text)
{
  const Sentence sentence = { text, weight };

  if (text != NULL)
    g_array_append_val (self->sentences, sentence);
}

static const JipyoFact *
find (const Draft *self, JipyoFactKind kind)
{
  guint at = 0;

  return jipyo_plot_facts_next (self->summary.facts, kind, &at);
}

static void
add (Draft *self, guint weight, JipyoFactKind kind, JipyoSummaryWriter write)
{
  const JipyoFact *fact = find (self, kind);

  if (fact != NULL)
    take (self, weight, write (&self->summary, fact));
}

/* Of several lines the one that the title speaks of is told, else the one that leads or has no
 * rival. */
static const JipyoFact *
choose_trend (const Draft *self)
{
  const JipyoPlot *plot = self->summary.plot;
  const JipyoFact *lead = find (self, JIPYO_FACT_LEAD);
  const JipyoFact *first = NULL, *leading = NULL, *trend;
  guint at = 0, n = 0;

  if (lead == NULL)
    lead = find (self, JIPYO_FACT_AGAINST);
  while ((trend = jipyo_plot_facts_next (self->summary.facts, JIPYO_FACT_TREND, &at)) != NULL) {
    const JipyoPlotSeries *series = g_ptr_array_index (plot->series, trend->a.series);
    if (series->colour.role == JIPYO_ROLE_ACCENT)
      return trend;
    if (lead != NULL && trend->a.series == lead->a.series)
      leading = trend;
    first = n++ == 0 ? trend : first;
  }
  return leading != NULL ? leading : n == 1 ? first : NULL;
}

static void
add_trend (Draft *self)
{
  const JipyoFact *trend = choose_trend (self);

  if (trend == NULL)
    return;
  take (self, 1, self->words->trend (&self->summary, trend));
  take (self, 4, self->words->pace (&self->summary, trend));
}

static gboolean
is_same (JipyoDatumRef a, JipyoDatumRef b)
{
  return a.series == b.series && a.datum == b.datum;
}

/* Whether a sentence of the one fact has told the other. */
static gboolean
names (const JipyoFact *told, const JipyoFact *extreme)
{
  return told != NULL && extreme->n == 1
         && (is_same (told->a, extreme->a) || is_same (told->b, extreme->a));
}

/* What the trend has named, or the lead, is not told again. */
static void
add_extremes (Draft *self)
{
  const JipyoFact *high = find (self, JIPYO_FACT_HIGHEST);
  const JipyoFact *low = find (self, JIPYO_FACT_LOWEST);
  const JipyoFact *trend = choose_trend (self);
  const gboolean ordered = self->summary.facts->ordered;
  const JipyoFact *comparison = ordered ? NULL : find (self, JIPYO_FACT_LEAD);
  const JipyoFact *rank = ordered ? NULL : find (self, JIPYO_FACT_RANK);

  if (high == NULL || low == NULL || (names (trend, high) && names (trend, low))
      || (names (comparison, high) && (names (comparison, low) || names (rank, low))))
    return;
  if (names (comparison, high))
    high = NULL;
  take (self, self->summary.facts->n_series > 1 && trend != NULL ? 7 : 3,
        self->words->extremes (&self->summary, high, low));
}

static void
add_totals (Draft *self)
{
  const JipyoFact *high = find (self, JIPYO_FACT_HIGHEST_TOTAL);
  const JipyoFact *low = find (self, JIPYO_FACT_LOWEST_TOTAL);

  if (high != NULL && low != NULL)
    take (self, 3, self->words->totals (&self->summary, high, low));
}

static void
add_only (Draft *self)
{
  for (guint i = 0; i < self->summary.plot->series->len; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (self->summary.plot->series, i);

    for (guint k = 0; k < series->data->len; k++) {
      const JipyoFact fact = { .a = { i, k } };
      const JipyoDatum *datum = jipyo_plot_get_datum (self->summary.plot, fact.a);
      if (isfinite (datum->value) && isfinite (datum->position))
        take (self, 1, self->words->only (&self->summary, &fact));
    }
  }
}

static void
tell (Draft *self)
{
  const JipyoSummaryWords *words = self->words;

  take (self, 0, words->open (&self->summary));
  if (self->summary.facts->n_known == 1)
    add_only (self);
  add (self, 1, JIPYO_FACT_CHANGES, words->changes);
  add (self, 5, JIPYO_FACT_DIRECTIONS, words->directions);
  add_trend (self);
  add_totals (self);
  add (self, 1, JIPYO_FACT_SHARE, words->share);
  add (self, 2, JIPYO_FACT_LEAD, words->lead);
  add (self, 2, JIPYO_FACT_RANK, words->rank);
  add (self, 2, JIPYO_FACT_AGAINST, words->against);
  add_extremes (self);
  add (self, 3, JIPYO_FACT_CROSSING, words->crossing);
  add (self, 5, JIPYO_FACT_JUMP, words->jump);
  add (self, 5, JIPYO_FACT_GAP, words->gap);
  take (self, 2, words->standings (&self->summary));
}

/* The place in the order of importance; equal ones count as told. */
static guint
get_rank (const GArray *sentences, guint index)
{
  const guint weight = g_array_index (sentences, Sentence, index).weight;
  guint rank = 0;

  for (guint i = 0; i < sentences->len; i++) {
    const guint other = g_array_index (sentences, Sentence, i).weight;
    rank += other < weight || (other == weight && i < index);
  }
  return rank;
}

static char *
join (const GArray *sentences)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < sentences->len; i++)
    if (get_rank (sentences, i) < SENTENCES_MAX)
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "",
                              g_array_index (sentences, Sentence, i).text);
  return g_string_free (out, FALSE);
}

/* What is drawn instead of nothing says why, and how it would come: " No price yet." */
static char *
explain_empty (const JipyoPlot *plot)
{
  for (guint i = 0; i < plot->series->len; i++)
    if (jipyo_plot_series_get_n (g_ptr_array_index (plot->series, i)) > 0)
      return g_strdup ("");
  if (plot->empty == NULL || *plot->empty == '\0')
    return g_strdup ("");
  return g_strdelimit (
    g_strconcat (" ", plot->empty, g_str_has_suffix (plot->empty, ".") ? "" : ".", NULL), "\n",
    ' ');
}

char *
jipyo_plot_summary_write (const JipyoPlot *plot)
{
  g_return_val_if_fail (plot != NULL, NULL);
  g_autoptr (JipyoPlotFacts) facts = jipyo_plot_facts_new (plot);
  g_autoptr (GArray) sentences = g_array_new (FALSE, FALSE, sizeof (Sentence));
  Draft draft = {
    .summary = { facts->plot, facts },
    .words = plot->lang == JIPYO_LANG_KO ? &jipyo_summary_korean : &jipyo_summary_english,
    .sentences = sentences,
  };

  g_array_set_clear_func (sentences, (GDestroyNotify) sentence_clear);
  tell (&draft);
  g_autofree char *told = join (sentences);
  g_autofree char *why = explain_empty (plot);
  g_autofree char *text = g_strconcat (told, why, NULL);
  return g_utf8_make_valid (text, -1);
}

static gboolean
has_columns (const JipyoPlot *plot)
{
  for (guint i = 0; i < plot->series->len; i++)
    if (((const JipyoPlotSeries *) g_ptr_array_index (plot->series, i))->columns != NULL)
      return TRUE;
  return FALSE;
}

static char *
list_points (const JipyoPlot *plot)
{
  g_autoptr (GArray) readings =
               jipyo_plot_reading_list (plot, NULL, has_columns (plot) ? LISTED_MOST : G_MAXUINT);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < readings->len; i++)
    g_string_append_printf (out, "%s  %s", i > 0 ? "\n" : "",
                            g_array_index (readings, JipyoReading, i).text);
  return g_string_free (out, FALSE);
}

/* Each plot's text below its title, all below those of the view. */
static char *
write_view (const JipyoView *view, JipyoLang lang, char *(*write) (const JipyoPlot *plot))
{
  const GPtrArray *plots = view->sheet->plots;
  GString *out = g_string_new (jipyo_text_get (&view->title, lang));

  g_string_append_printf (out, "\n%s\n", jipyo_text_get (&view->sentence, lang));
  for (guint i = 0; i < plots->len; i++) {
    const JipyoPlot *plot = g_ptr_array_index (plots, i);
    g_autofree char *text = write (plot);

    g_string_append_c (out, '\n');
    if (plot->title != NULL && *plot->title != '\0')
      g_string_append_printf (out, "%s\n", plot->title);
    g_string_append_printf (out, "%s\n", text);
  }
  return g_string_free (out, FALSE);
}

/* Of a view without charts there is only this to say. */
static char *
append_table (char *text, const JipyoTable *table, JipyoLang lang)
{
  const guint n_rows = jipyo_table_get_n_rows (table);
  g_autofree char *owned = text;

  if (lang == JIPYO_LANG_KO)
    return g_strdup_printf ("%s\n차트는 없고, 표에 %u줄이 있다.\n", owned, n_rows);
  return g_strdup_printf ("%s\nNo chart; a table with %u %s.\n", owned, n_rows,
                          n_rows == 1 ? "row" : "rows");
}

char *
jipyo_plot_summary_write_view (const JipyoView *view, JipyoLang lang)
{
  g_return_val_if_fail (view != NULL, NULL);
  char *text = write_view (view, lang, jipyo_plot_summary_write);

  return view->sheet->plots->len > 0 ? text : append_table (text, view->table, lang);
}

char *
jipyo_plot_summary_list_points (const JipyoView *view, JipyoLang lang)
{
  g_return_val_if_fail (view != NULL, NULL);
  return write_view (view, lang, list_points);
}

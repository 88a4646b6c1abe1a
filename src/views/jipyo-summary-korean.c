/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sentences in Korean, each with the particle that its word wants.
 */

#include <math.h>

#include "jipyo-datum-text.h"
#include "jipyo-marks.h"
#include "jipyo-particle.h"
#include "jipyo-summary-words.h"

static const double RATIO_LEAST = 1.15; /* below, "1.1배" hides how close it is */

static char *
attach (const char *word, JipyoParticle particle)
{
  return jipyo_particle_attach (word, particle);
}

static const char *
get_chart_word (const JipyoPlot *plot)
{
  if (plot->value.kind == JIPYO_SCALE_TIME)
    return "연표";
  const JipyoMark mark = jipyo_summary_get_mark (plot);
  return mark < JIPYO_N_MARKS ? jipyo_mark_get_class (mark)->word.ko : "그래프";
}

static char *
write_open (const JipyoSummary *self)
{
  const JipyoPlotFacts *facts = self->facts;
  GString *out = g_string_new (NULL);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (self->plot->value.kind == JIPYO_SCALE_LOG || self->plot->value.kind == JIPYO_SCALE_SYMLOG)
    g_string_append (out, "로그 축 ");
  g_string_append (out, get_chart_word (self->plot));
  if (self->plot->value.unit == JIPYO_UNIT_PARAMETERS) /* which their figures do not say */
    g_string_append (out, "(파라미터 수)");
  if (facts->n_known + facts->n_unknown == 0) {
    g_string_append (out, "이며, 보일 값이 없다.");
    return g_string_free (out, FALSE);
  }
  g_autofree char *known = jipyo_summary_format_count (facts->n_known);
  g_autofree char *unknown = jipyo_summary_format_count (facts->n_unknown);
  g_string_append (out, "이며, ");
  if (jipyo_summary_format_span (self, &from, &to))
    g_string_append_printf (out, "%s부터 %s까지 ", from, to);
  if (facts->n_series > 1
      && jipyo_datum_text_get_series_name (self->plot->series->pdata[0]) != NULL)
    g_string_append_printf (out, "계열 %u개에 %s 모두 ", facts->n_series,
                            facts->timed ? "표시가" : "값이");
  else
    g_string_append (out, facts->timed ? "표시는 " : "값은 ");
  g_string_append_printf (out, "%s개이다", known);
  if (facts->n_unknown > 0)
    g_string_append_printf (out, "(이 밖에 %s개는 알려지지 않음)", unknown);
  g_string_append_c (out, '.');
  return g_string_free (out, FALSE);
}

/* "2024년 122개", "한국 14개" */
static char *
format_told (const JipyoSummary *self, JipyoDatumRef ref)
{
  g_autofree char *name = jipyo_summary_format_name (self, ref);
  g_autofree char *figure = jipyo_summary_format_figure (self, ref);

  return *name == '\0' ? g_strdup (figure) : g_strdup_printf ("%s %s", name, figure);
}

static char *
write_only (const JipyoSummary *self, const JipyoFact *fact)
{
  g_autofree char *told = format_told (self, fact->a);

  return g_strdup_printf ("그 하나는 %s이다.", told);
}

/* "늘었다", "내렸다" and the like, by what is counted. */
static const char *
get_verb (const JipyoSummary *self, int direction)
{
  if (jipyo_summary_is_level (self))
    return direction > 0 ? "올랐다" : "내렸다";
  return direction > 0 ? "늘었다" : "줄었다";
}

static char *
format_change (const JipyoSummary *self, const JipyoChangeText *change)
{
  switch (change->kind) {
  case JIPYO_CHANGE_NONE:
    return g_strdup (get_verb (self, change->direction));
  case JIPYO_CHANGE_TIMES:
    return g_strdup_printf ("%s%s배가 되었다", change->rounded ? "약 " : "", change->text);
  case JIPYO_CHANGE_AMOUNT:
    return g_strdup_printf ("%s %s", change->text, get_verb (self, change->direction));
  }
  return g_strdup ("");
}

/* "2020년 2개", without a series. */
static char *
format_end (const JipyoSummary *self, JipyoDatumRef ref)
{
  g_autofree char *place = jipyo_summary_format_place (self, ref);
  g_autofree char *figure = jipyo_summary_format_figure (self, ref);

  return g_strdup_printf ("%s%s%s", place, *place != '\0' ? " " : "", figure);
}

static char *
write_trend (const JipyoSummary *self, const JipyoFact *fact)
{
  JipyoChangeText change = jipyo_summary_measure_change (self, fact->a, fact->b);
  const char *series = jipyo_summary_get_series (self, fact->a);
  g_autofree char *topic = series != NULL ? attach (series, JIPYO_PARTICLE_TOPIC) : NULL;
  g_autofree char *from = format_end (self, fact->a);
  g_autofree char *to = format_end (self, fact->b);
  g_autofree char *to_end = attach (to, JIPYO_PARTICLE_TO);
  g_autofree char *words = format_change (self, &change);
  g_autofree char *owned = change.text;
  const char *who = topic != NULL ? topic : "";
  const char *gap = topic != NULL ? " " : "";

  if (change.direction == 0) {
    g_autofree char *and = attach (from, JIPYO_PARTICLE_AND);
    return g_strdup_printf ("%s%s처음과 끝이 같다: %s %s.", who, gap, and, to);
  }
  if (jipyo_summary_reads_same (self, fact->a, fact->b)) {
    g_autofree char *and = attach (from, JIPYO_PARTICLE_AND);
    return g_strdup_printf ("%s%s처음과 끝이 거의 같다: %s %s.", who, gap, and, to);
  }
  return g_strdup_printf ("%s%s%s에서 %s %s.", who, gap, from, to_end, words);
}

static char *
write_pace (const JipyoSummary *self, const JipyoFact *fact)
{
  const double from = jipyo_plot_get_datum (self->plot, fact->a)->value;
  const double to = jipyo_plot_get_datum (self->plot, fact->b)->value;
  const gboolean level = jipyo_summary_is_level (self);
  const gboolean counted = fact->n != JIPYO_FACT_UNCOUNTED;
  const char *against = to > from ? (level ? "내린" : "줄어든") : (level ? "오른" : "늘어난");
  g_autofree char *growth =
    isfinite (fact->amount) && to != from && fabs (fact->amount) >= JIPYO_SUMMARY_GROWTH_LEAST
      ? jipyo_summary_format_number (self, fabs (fact->amount) * 100, JIPYO_UNIT_PERCENT)
      : NULL;
  g_autofree char *turns = fact->n == 0
                             ? g_strdup_printf ("도중에 %s 적은 없다", against)
                             : g_strdup_printf ("도중에 %s 적이 %u번 있다", against, fact->n);

  if (jipyo_summary_reads_same (self, fact->a, fact->b))
    return NULL;
  if (to == from)
    return fact->n == 0 || !counted ? NULL : g_strdup_printf ("도중에 %u번 달라졌다.", fact->n);
  if (!counted)
    return growth == NULL
             ? NULL
             : g_strdup_printf ("한 해 평균 %s씩 %s.", growth, get_verb (self, to > from ? 1 : -1));
  if (growth == NULL)
    return g_strdup_printf ("%s.", turns);
  return g_strdup_printf (
    "한 해 평균 %s씩 %s, %s.", growth,
    level ? (to > from ? "올랐고" : "내렸고") : (to > from ? "늘었고" : "줄었고"), turns);
}

static char *
write_directions (const JipyoSummary *self, const JipyoFact *fact)
{
  const gboolean level = jipyo_summary_is_level (self);

  if (fact->n_of == 0)
    return g_strdup_printf ("%u개 계열 모두 %s.", fact->n, get_verb (self, 1));
  if (fact->n == 0)
    return g_strdup_printf ("%u개 계열 모두 %s.", fact->n_of, get_verb (self, -1));
  return g_strdup_printf ("계열 %u개는 %s, %u개는 %s.", fact->n, level ? "올랐고" : "늘었고",
                          fact->n_of, get_verb (self, -1));
}

static const char *
get_extreme_word (const JipyoSummary *self, gboolean highest)
{
  if (jipyo_summary_is_level (self))
    return highest ? "가장 높은 값" : "가장 낮은 값";
  return highest ? "가장 큰 값" : "가장 작은 값";
}

/* "가장 큰 값은 2024년 122개", without an end. */
static char *
format_extreme (const JipyoSummary *self, const JipyoFact *fact)
{
  const char *word = get_extreme_word (self, fact->kind == JIPYO_FACT_HIGHEST);
  g_autofree char *figure = jipyo_summary_format_figure (self, fact->a);
  g_autofree char *told = format_told (self, fact->a);

  if (fact->n > 1)
    return g_strdup_printf ("%s은 %u개가 같은 %s", word, fact->n, figure);
  return g_strdup_printf ("%s은 %s", word, told);
}

static char *
write_time_span (const JipyoSummary *self, const JipyoFact *high, const JipyoFact *low)
{
  g_autofree char *from = jipyo_datum_text_format_value (self->plot, low->amount);
  g_autofree char *to = jipyo_summary_format_value (self, high->a);

  return g_strdup_printf ("%s부터 %s까지이다.", from, to);
}

static char *
write_extremes (const JipyoSummary *self, const JipyoFact *high, const JipyoFact *low)
{
  if (self->facts->timed && high != NULL)
    return write_time_span (self, high, low);
  if (jipyo_summary_is_constant (self, high, low)) {
    g_autofree char *figure = jipyo_summary_format_figure (self, high->a);
    return g_strdup_printf ("값은 모두 같은 %s이다.", figure);
  }
  /* Where bounds are among them, no order of the figures is that of the truth. */
  const gboolean uncertain = low->uncertain || (high != NULL && high->uncertain);
  g_autofree char *first = high != NULL ? format_extreme (self, high) : NULL;
  g_autofree char *second = format_extreme (self, low);

  return g_strconcat (uncertain ? "나온 수치 가운데 " : "", first != NULL ? first : "",
                      first != NULL ? ", " : "", second, "이다.", NULL);
}

static char *
write_lead (const JipyoSummary *self, const JipyoFact *fact)
{
  g_autofree char *a = jipyo_summary_format_who (self, fact->a, "하나");
  g_autofree char *who = attach (a, JIPYO_PARTICLE_SUBJECT);
  g_autofree char *b = jipyo_summary_format_who (self, fact->b, "하나");
  g_autofree char *first = jipyo_summary_format_figure (self, fact->a);
  g_autofree char *with = attach (first, JIPYO_PARTICLE_TO);
  g_autofree char *second = jipyo_summary_format_figure (self, fact->b);
  g_autofree char *place = self->facts->ordered ? jipyo_summary_format_place (self, fact->a) : NULL;
  g_autofree char *when = place != NULL ? g_strdup_printf ("%s에는 ", place) : g_strdup ("");
  const char *most = jipyo_summary_is_level (self) ? "가장 높고" : "가장 많고";
  gboolean rounded;

  g_autofree char *next =
    g_strdup_printf (g_str_has_suffix (b, ")") ? "%s %s" : "%s(%s)", b, second);

  if (!(fact->amount >= RATIO_LEAST))
    return g_strdup_printf (
      "%s%s %s %s, %s %s이다.", when, who, with, most,
      jipyo_summary_reads_same (self, fact->a, fact->b) ? "바로 다음은" : "다음은", next);
  g_autofree char *ratio = jipyo_summary_format_ratio (fact->amount, &rounded);
  return g_strdup_printf ("%s%s %s %s, 다음인 %s의 %s%s배이다.", when, who, with, most, next,
                          rounded ? "약 " : "", ratio);
}

static char *
write_rank (const JipyoSummary *self, const JipyoFact *fact)
{
  g_autofree char *name = jipyo_summary_format_who (self, fact->a, "하나");
  g_autofree char *who = attach (name, JIPYO_PARTICLE_TOPIC);
  g_autofree char *figure = jipyo_summary_format_figure (self, fact->a);
  g_autofree char *with = attach (figure, JIPYO_PARTICLE_TO);
  gboolean rounded;

  if (!isfinite (fact->amount))
    return g_strdup_printf ("%s %s %u개 가운데 %u위이다.", who, with, fact->n_of, fact->n);
  g_autofree char *ratio = jipyo_summary_format_ratio (fact->amount, &rounded);
  return g_strdup_printf ("%s %s %u개 가운데 %u위이고, 1위는 그 %s%s배이다.", who, with, fact->n_of,
                          fact->n, rounded ? "약 " : "", ratio);
}

/* "평균(65점)보다 4.9점 높다", "평균(3개)의 약 3.5배이다"; NULL when that cannot be said. */
static char *
format_distance (const JipyoSummary *self, const JipyoChangeText *distance, const char *other)
{
  const gboolean more = distance->direction > 0;
  const char *side =
    jipyo_summary_is_level (self) ? (more ? "높다" : "낮다") : (more ? "많다" : "적다");

  switch (distance->kind) {
  case JIPYO_CHANGE_NONE:
    return NULL;
  case JIPYO_CHANGE_TIMES:
    return g_strdup_printf ("%s의 %s%s배이다", other, distance->rounded ? "약 " : "",
                            distance->text);
  case JIPYO_CHANGE_AMOUNT:
    return g_strdup_printf ("%s보다 %s %s", other, distance->text, side);
  }
  return NULL;
}

static char *
write_against (const JipyoSummary *self, const JipyoFact *fact)
{
  JipyoChangeText distance = jipyo_summary_measure_change (self, fact->b, fact->a);
  g_autofree char *owned = distance.text;
  g_autofree char *a = jipyo_summary_format_who (self, fact->a, "하나");
  g_autofree char *b = jipyo_summary_format_who (self, fact->b, "다른 하나");
  g_autofree char *first = jipyo_summary_format_figure (self, fact->a);
  g_autofree char *with = attach (first, JIPYO_PARTICLE_TO);
  g_autofree char *second = jipyo_summary_format_figure (self, fact->b);
  g_autofree char *other =
    g_strdup_printf (g_str_has_suffix (b, ")") ? "%s %s" : "%s(%s)", b, second);
  g_autofree char *place = self->facts->ordered ? jipyo_summary_format_place (self, fact->a) : NULL;
  g_autofree char *when = place != NULL ? g_strdup_printf ("%s에는 ", place) : g_strdup ("");
  /* One topic is enough. */
  g_autofree char *who = attach (a, place != NULL ? JIPYO_PARTICLE_SUBJECT : JIPYO_PARTICLE_TOPIC);
  g_autofree char *and = attach (b, JIPYO_PARTICLE_AND);

  if (distance.direction == 0)
    return g_strdup_printf ("%s%s %s 같은 %s이다.", when, who, and, first);
  g_autofree char *how = format_distance (self, &distance, other);
  if (how != NULL)
    return g_strdup_printf ("%s%s %s, %s.", when, who, with, how);
  g_autofree char *it = attach (b, JIPYO_PARTICLE_TOPIC);
  return g_strdup_printf ("%s%s %s, %s %s이다.", when, who, first, it, second);
}

static char *
write_crossing (const JipyoSummary *self, const JipyoFact *fact)
{
  g_autofree char *a = jipyo_summary_format_who (self, fact->a, "하나");
  g_autofree char *who = attach (a, JIPYO_PARTICLE_TOPIC);
  g_autofree char *b = jipyo_summary_format_who (self, fact->b, "하나");
  g_autofree char *place = jipyo_summary_format_place (self, fact->a);

  return g_strdup_printf ("%s %s부터 %s보다 위에 있으며, 그 전에는 그렇지 않았다.", who, place, b);
}

/* Whether the same part is the largest in the other bars, too. */
static char *
format_often (const JipyoFact *fact, const char *whole)
{
  if (fact->n_of == 1)
    return g_strdup ("가장 크다");
  if (fact->n == fact->n_of)
    return g_strdup_printf ("가장 크고, 나뉜 %s %u개에서 모두 그렇다", whole, fact->n_of);
  if (fact->n == 1)
    return g_strdup_printf ("가장 크고, 나뉜 다른 %s %u개에서는 그렇지 않다", whole,
                            fact->n_of - 1);
  return g_strdup_printf ("가장 크고, 나뉜 %s %u개 가운데 %u개에서 그렇다", whole, fact->n_of,
                          fact->n);
}

static char *
write_share (const JipyoSummary *self, const JipyoFact *fact)
{
  const JipyoPlotSeries *series = g_ptr_array_index (self->plot->series, fact->a.series);
  const char *part = jipyo_datum_text_get_series_name (series);
  g_autofree char *whole = jipyo_summary_format_place (self, fact->a);
  g_autofree char *share =
    jipyo_summary_format_number (self, fact->amount * 100, JIPYO_UNIT_PERCENT);

  if (part == NULL)
    return NULL;
  g_autofree char *who = attach (part, JIPYO_PARTICLE_SUBJECT);
  g_autofree char *often = format_often (fact, jipyo_mark_get_class (series->mark)->whole.ko);
  return g_strdup_printf ("%s에서는 %s %s로 %s.", *whole != '\0' ? whole : "전체", who, share,
                          often);
}

static char *
format_total (const JipyoSummary *self, const JipyoFact *fact)
{
  g_autofree char *place = jipyo_summary_format_place (self, fact->a);
  g_autofree char *total = jipyo_datum_text_format_value (self->plot, fact->amount);

  return g_strdup_printf ("%s %s", place, total);
}

static char *
write_totals (const JipyoSummary *self, const JipyoFact *high, const JipyoFact *low)
{
  g_autofree char *most = format_total (self, high);
  g_autofree char *least = format_total (self, low);

  return g_strdup_printf ("합이 가장 큰 것은 %s, 가장 작은 것은 %s이다.", most, least);
}

static char *
write_jump (const JipyoSummary *self, const JipyoFact *fact)
{
  g_autofree char *from = format_told (self, fact->a);
  g_autofree char *to = format_told (self, fact->b);
  g_autofree char *to_end = attach (to, JIPYO_PARTICLE_TO);

  if (fact->n == 1)
    return g_strdup_printf ("보통보다 훨씬 크게 달라진 곳이 있다: %s에서 %s.", from, to_end);
  return g_strdup_printf ("보통보다 훨씬 크게 달라진 곳이 %u곳이며, %s %s에서 %s 달라진 것이다.",
                          fact->n, fact->n_of > 1 ? "가장 큰 것 중 하나는" : "가장 큰 것은", from,
                          to_end);
}

static char *
write_gap (const JipyoSummary *self, const JipyoFact *fact)
{
  g_autofree char *from = jipyo_summary_format_place (self, fact->a);
  g_autofree char *and = attach (from, JIPYO_PARTICLE_AND);
  g_autofree char *to = jipyo_summary_format_place (self, fact->b);

  if (fact->n == 1)
    return g_strdup_printf ("%s %s 사이는 알려지지 않았다.", and, to);
  return g_strdup_printf ("빈 곳이 %u곳이며, %s %s %s 사이이다.", fact->n,
                          fact->n_of > 1 ? "가장 긴 곳 중 하나는" : "가장 긴 곳은", and, to);
}

static char *
write_changes (const JipyoSummary *self, const JipyoFact *fact)
{
  const gboolean level = jipyo_summary_is_level (self);

  return g_strdup_printf ("%u개는 %s, %u개는 %s.", fact->n, level ? "올랐고" : "늘었고", fact->n_of,
                          get_verb (self, -1));
}

static const char *
get_standing_word (JipyoDatumKind kind)
{
  switch (kind) {
  case JIPYO_DATUM_VALUE:
    return "";
  case JIPYO_DATUM_AT_MOST:
    return "상한";
  case JIPYO_DATUM_AT_LEAST:
    return "하한";
  case JIPYO_DATUM_TARGET:
    return "목표";
  case JIPYO_DATUM_DERIVED:
    return "계산값";
  case JIPYO_DATUM_PLANNED:
    return "계획";
  }
  return "";
}

static char *
write_standings (const JipyoSummary *self)
{
  GString *out = g_string_new (NULL);
  const JipyoFact *fact;
  guint at = 0;

  while ((fact = jipyo_plot_facts_next (self->facts, JIPYO_FACT_STANDING, &at)) != NULL)
    g_string_append_printf (out, "%s%s %u개", out->len > 0 ? ", " : "",
                            get_standing_word (fact->standing), fact->n);
  if (out->len > 0)
    g_string_append (out, "가 들어 있다.");
  return g_string_free (out, out->len == 0);
}

const JipyoSummaryWords jipyo_summary_korean = {
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

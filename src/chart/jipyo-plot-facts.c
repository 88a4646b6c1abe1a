/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One finder for each kind of fact. A finder that is not sure finds nothing.
 */

#include "jipyo-plot-facts.h"

#include <math.h>

#include "jipyo-marks.h"
#include "jipyo-plot-breaks.h"
#include "jipyo-plot-extremes.h"
#include "jipyo-plot-order.h"
#include "jipyo-plot-parts.h"
#include "jipyo-plot-reference.h"

static const double GROWTH_YEARS_LEAST = 1.99; /* growth a year is of two years and more */

static double
value_of (const JipyoPlot *plot, JipyoDatumRef ref)
{
  return jipyo_plot_get_datum (plot, ref)->value;
}

static void
add (JipyoPlotFacts *self, JipyoFact fact)
{
  g_array_append_val (self->facts, fact);
}

/* Trends */

/* Growth a year as a factor minus one; NaN where it means nothing. */
static double
measure_growth (const JipyoPlot *plot, JipyoDatumRef a, JipyoDatumRef b)
{
  const double from = value_of (plot, a), to = value_of (plot, b);
  const double years = jipyo_plot_order_measure_years (
    plot, jipyo_plot_get_datum (plot, a)->position, jipyo_plot_get_datum (plot, b)->position);

  if (!jipyo_plot_facts_has_ratios (plot) || !(from > 0) || !(to > 0)
      || !(years >= GROWTH_YEARS_LEAST))
    return NAN;
  return pow (to / from, 1 / years) - 1;
}

static int
sign_of (double x)
{
  return (x > 0) - (x < 0);
}

/* The direction that the line has taken in the end. */
static int
find_direction (const JipyoPlot *plot, const GArray *line)
{
  return sign_of (value_of (plot, g_array_index (line, JipyoDatumRef, line->len - 1))
                  - value_of (plot, g_array_index (line, JipyoDatumRef, 0)));
}

/* Whether each point of a series can be asked. */
static gboolean
is_whole (const JipyoPlotFacts *self, guint series)
{
  return self->digest == NULL || g_ptr_array_index (self->digest->origins, series) == NULL;
}

static void
add_trend (JipyoPlotFacts *self, const JipyoPlot *plot, const GArray *line)
{
  const int direction = find_direction (plot, line);
  JipyoFact fact = {
    .kind = JIPYO_FACT_TREND,
    .a = g_array_index (line, JipyoDatumRef, 0),
    .b = g_array_index (line, JipyoDatumRef, line->len - 1),
  };

  for (guint i = 1; i < line->len; i++) {
    const int step = sign_of (value_of (plot, g_array_index (line, JipyoDatumRef, i))
                              - value_of (plot, g_array_index (line, JipyoDatumRef, i - 1)));
    fact.n += step != 0 && step != direction;
  }
  fact.n = is_whole (self, fact.a.series) ? fact.n : JIPYO_FACT_UNCOUNTED;
  fact.amount = measure_growth (plot, fact.a, fact.b);
  add (self, fact);
}

static void
add_trends (JipyoPlotFacts *self, const JipyoPlot *plot, const GPtrArray *lines)
{
  JipyoFact directions = { .kind = JIPYO_FACT_DIRECTIONS };

  for (guint i = 0; i < lines->len; i++) {
    const GArray *line = g_ptr_array_index (lines, i);
    if (line->len < 2)
      continue;
    add_trend (self, plot, line);
    directions.n += find_direction (plot, line) > 0;
    directions.n_of += find_direction (plot, line) < 0;
  }
  if (directions.n + directions.n_of > 1)
    add (self, directions);
}

/* Extremes */

static void
add_extreme (JipyoPlotFacts *self, const JipyoPlot *plot, const GArray *field, JipyoFactKind kind)
{
  JipyoFact fact = jipyo_plot_extremes_find (plot, field, kind);

  /* Others of a long column may share it. */
  fact.n = is_whole (self, fact.a.series) ? fact.n : 1;
  add (self, fact);
}

static void
add_extremes (JipyoPlotFacts *self, const JipyoPlot *plot, const GArray *field)
{
  if (field->len == 0 || (field->len == 1 && !self->timed))
    return;
  add_extreme (self, plot, field, JIPYO_FACT_HIGHEST);
  if (self->timed)
    add (self, jipyo_plot_extremes_find_earliest (plot, field));
  else
    add_extreme (self, plot, field, JIPYO_FACT_LOWEST);
}

/* Comparison */

/* The largest and the second largest of some data; FALSE when they are not plain, not positive or
 * not just one. */
static gboolean
find_leaders (const JipyoPlot *plot, const GArray *field, JipyoDatumRef leaders[2])
{
  guint n = 0;

  for (guint i = 0; i < field->len; i++) {
    const JipyoDatumRef ref = g_array_index (field, JipyoDatumRef, i);
    if (!jipyo_datum_is_plain (jipyo_plot_get_datum (plot, ref)))
      return FALSE;
    if (n == 0 || value_of (plot, ref) > value_of (plot, leaders[0])) {
      leaders[1] = leaders[0];
      leaders[0] = ref;
    } else if (n == 1 || value_of (plot, ref) > value_of (plot, leaders[1]))
      leaders[1] = ref;
    n++;
  }
  return n > 1 && value_of (plot, leaders[0]) > value_of (plot, leaders[1]);
}

static gboolean
add_lead (JipyoPlotFacts *self, const JipyoPlot *plot, const GArray *field)
{
  JipyoDatumRef leaders[2] = { { 0, 0 }, { 0, 0 } };

  if (!find_leaders (plot, field, leaders))
    return FALSE;
  const double first = value_of (plot, leaders[0]), second = value_of (plot, leaders[1]);
  const gboolean has_ratio = jipyo_plot_facts_has_ratios (plot) && second > 0;
  add (self, (JipyoFact){ .kind = JIPYO_FACT_LEAD,
                          .a = leaders[0],
                          .b = leaders[1],
                          .n_of = field->len,
                          .amount = has_ratio ? first / second : NAN });
  return TRUE;
}

/* Where the one that the title speaks of stands, when it does not lead. */
static void
add_rank (JipyoPlotFacts *self, const JipyoPlot *plot, const GArray *field)
{
  const JipyoFact lead = g_array_index (self->facts, JipyoFact, self->facts->len - 1);
  JipyoFact fact = { .kind = JIPYO_FACT_RANK, .b = lead.a, .n = 1, .n_of = field->len };
  guint n_accents = 0, n_equal = 0;

  for (guint i = 0; i < field->len; i++) {
    const JipyoDatumRef ref = g_array_index (field, JipyoDatumRef, i);
    if (jipyo_plot_get_role (plot, ref) != JIPYO_ROLE_ACCENT)
      continue;
    fact.a = ref;
    n_accents++;
  }
  if (n_accents != 1)
    return;
  const double value = value_of (plot, fact.a);
  for (guint i = 0; i < field->len; i++) {
    const double other = value_of (plot, g_array_index (field, JipyoDatumRef, i));
    fact.n += other > value;
    n_equal += other == value;
  }
  fact.amount =
    jipyo_plot_facts_has_ratios (plot) && value > 0 ? value_of (plot, lead.a) / value : NAN;
  if (fact.n > 1 && n_equal == 1)
    add (self, fact);
}

static void
compare_categories (JipyoPlotFacts *self, const JipyoPlot *plot, const GArray *field)
{
  JipyoFact fact;

  if (add_lead (self, plot, field))
    add_rank (self, plot, field);
  else if (jipyo_plot_reference_find (plot, NULL, &fact))
    add (self, fact);
}

/* Lines */

/* The data of all lines at a position, but for those of averages and rests. (transfer full) */
static GArray *
list_at (const JipyoPlot *plot, const GPtrArray *lines, double position)
{
  GArray *refs = g_array_new (FALSE, FALSE, sizeof (JipyoDatumRef));

  for (guint i = 0; i < lines->len; i++) {
    const GArray *line = g_ptr_array_index (lines, i);
    for (guint k = 0; k < line->len; k++) {
      const JipyoDatumRef ref = g_array_index (line, JipyoDatumRef, k);
      if (jipyo_plot_get_datum (plot, ref)->position == position
          && jipyo_plot_get_role (plot, ref) != JIPYO_ROLE_MUTED)
        g_array_append_val (refs, ref);
    }
  }
  return refs;
}

static const GArray *
find_line (const GPtrArray *lines, guint series)
{
  for (guint i = 0; i < lines->len; i++) {
    const GArray *line = g_ptr_array_index (lines, i);
    if (line->len > 0 && g_array_index (line, JipyoDatumRef, 0).series == series)
      return line;
  }
  return NULL;
}

/* The last position that two lines or more share, or the first; NaN when there is none. */
static double
find_common (const JipyoPlot *plot, const GPtrArray *lines, gboolean last)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_double_hash, g_double_equal);
  double found = NAN;

  for (guint i = 0; i < lines->len; i++) {
    const GArray *line = g_ptr_array_index (lines, i);
    for (guint k = 0; k < line->len; k++) {
      const JipyoDatum *datum = jipyo_plot_get_datum (plot, g_array_index (line, JipyoDatumRef, k));
      const double at = datum->position;
      if (g_hash_table_add (seen, (gpointer) &datum->position))
        continue;
      if (isnan (found) || (last ? at > found : at < found))
        found = at;
    }
  }
  return found;
}

/* `above` leads in the end, `below` led at first: since when is the one above the other? */
static void
add_crossing (JipyoPlotFacts *self, const JipyoPlot *plot, const GArray *above, const GArray *below)
{
  JipyoFact fact = { .kind = JIPYO_FACT_CROSSING };
  gboolean behind = FALSE, found = FALSE;
  guint k = 0;

  for (guint i = 0; i < above->len; i++) {
    const JipyoDatumRef a = g_array_index (above, JipyoDatumRef, i);
    const double at = jipyo_plot_get_datum (plot, a)->position;
    while (k < below->len
           && jipyo_plot_get_datum (plot, g_array_index (below, JipyoDatumRef, k))->position < at)
      k++;
    if (k == below->len)
      break;
    const JipyoDatumRef b = g_array_index (below, JipyoDatumRef, k);
    if (jipyo_plot_get_datum (plot, b)->position != at)
      continue;
    const gboolean ahead = value_of (plot, a) > value_of (plot, b);
    if (ahead && behind) {
      fact.a = a;
      fact.b = b;
    }
    found = ahead && (found || behind);
    behind = !ahead;
  }
  if (found)
    add (self, fact);
}

static gboolean
is_all (const JipyoPlotFacts *self)
{
  return self->digest == NULL || self->digest->whole;
}

static void
compare_lines (JipyoPlotFacts *self, const JipyoPlot *plot, const GPtrArray *lines)
{
  JipyoDatumRef at_first[2] = { { 0, 0 }, { 0, 0 } };
  const double last = find_common (plot, lines, TRUE);
  g_autoptr (GArray) end = list_at (plot, lines, last);
  g_autoptr (GArray) start = list_at (plot, lines, find_common (plot, lines, FALSE));

  JipyoFact against;

  if (!add_lead (self, plot, end)) {
    if (jipyo_plot_reference_find (plot, &last, &against))
      add (self, against);
    return;
  }
  const JipyoFact lead = g_array_index (self->facts, JipyoFact, self->facts->len - 1);
  add_rank (self, plot, end);
  if (is_all (self) && find_leaders (plot, start, at_first) && at_first[0].series != lead.a.series)
    add_crossing (self, plot, find_line (lines, lead.a.series),
                  find_line (lines, at_first[0].series));
}

/* All of them */

static void
add_changes (JipyoPlotFacts *self, const JipyoPlot *plot)
{
  JipyoFact fact = { .kind = JIPYO_FACT_CHANGES };

  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (plot->series, i);
    const gboolean changes = (jipyo_mark_get_class (series->mark)->tells & JIPYO_TELLS_CHANGE) != 0;
    for (guint k = 0; changes && k < series->data->len; k++) {
      const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, k);
      if (!jipyo_datum_is_plain (datum) || !isfinite (datum->position) || !isfinite (datum->value)
          || !isfinite (datum->start))
        continue;
      fact.n += datum->value > datum->start;
      fact.n_of += datum->value < datum->start;
    }
  }
  if (fact.n + fact.n_of > 0)
    add (self, fact);
}

/* What extremes are looked for in: single marks. An average, a rest, a year that is not over is
 * neither the highest nor the lowest of those that it stands beside; dates have no such. */
static GArray *
list_field (const JipyoPlot *plot, gboolean *stacked)
{
  GArray *field = g_array_new (FALSE, FALSE, sizeof (JipyoDatumRef));

  *stacked = FALSE;
  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (plot->series, i);
    *stacked = *stacked || jipyo_plot_parts_is_part (plot, series);
    const guint n = jipyo_plot_facts_is_single (plot, series) ? series->data->len : 0;
    for (guint k = 0; k < n; k++) {
      const JipyoDatumRef ref = { i, k };
      const JipyoDatum *datum = jipyo_plot_get_datum (plot, ref);
      const gboolean rival =
        plot->value.kind == JIPYO_SCALE_TIME || jipyo_plot_get_role (plot, ref) != JIPYO_ROLE_MUTED;
      if (rival && isfinite (datum->value) && isfinite (datum->position))
        g_array_append_val (field, ref);
    }
  }
  return field;
}

static void
count (JipyoPlotFacts *self, const JipyoPlot *plot)
{
  if (self->digest != NULL) {
    self->n_known = self->digest->n_known;
    self->n_unknown = self->digest->n_unknown;
  }
  for (guint i = 0; i < plot->series->len; i++) {
    const JipyoPlotSeries *series = g_ptr_array_index (plot->series, i);
    self->n_series += series->data->len > 0;
    for (guint k = 0; k < series->data->len; k++) {
      const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, k);
      const gboolean has_range = isfinite (datum->low) && isfinite (datum->high);
      const gboolean known = isfinite (datum->position) && (isfinite (datum->value) || has_range);
      self->n_known += known;
      self->n_unknown += !known;
    }
  }
}

static void
add_standings (JipyoPlotFacts *self, const JipyoPlot *plot)
{
  for (guint kind = JIPYO_DATUM_AT_MOST; kind <= JIPYO_DATUM_PLANNED; kind++) {
    JipyoFact fact = { .kind = JIPYO_FACT_STANDING, .standing = (JipyoDatumKind) kind };

    for (guint i = 0; i < plot->series->len; i++) {
      const JipyoPlotSeries *series = g_ptr_array_index (plot->series, i);
      for (guint k = 0; k < series->data->len; k++) {
        const JipyoDatum *datum = &g_array_index (series->data, JipyoDatum, k);
        if (datum->kind != fact.standing || !isfinite (datum->value) || !isfinite (datum->position))
          continue;
        fact.a = fact.n == 0 ? (JipyoDatumRef){ i, k } : fact.a;
        fact.n++;
      }
    }
    if (fact.n > 0)
      add (self, fact);
  }
}

static GPtrArray *
list_lines (const JipyoPlot *plot)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < plot->series->len; i++) {
    GArray *line = jipyo_plot_order_list_line (plot, i);
    if (line != NULL)
      g_ptr_array_add (lines, line);
  }
  return lines;
}

static void
add_stack_facts (JipyoPlotFacts *self, const JipyoPlot *plot, gboolean has_field)
{
  JipyoFact fact;

  if (jipyo_plot_parts_find_share (plot, &fact))
    add (self, fact);
  if (!has_field && jipyo_plot_parts_find_total (plot, JIPYO_FACT_HIGHEST_TOTAL, &fact))
    add (self, fact);
  if (!has_field && jipyo_plot_parts_find_total (plot, JIPYO_FACT_LOWEST_TOTAL, &fact))
    add (self, fact);
}

/* The digest knows those of what is not in its plot. */
static void
add_gap (JipyoPlotFacts *self, const JipyoPlot *plot)
{
  const JipyoFact *left = self->digest != NULL ? &self->digest->gap : NULL;
  JipyoFact fact;

  jipyo_plot_breaks_find_gap (plot, &fact);
  if (left != NULL && left->n > 0) {
    const guint n = fact.n + left->n;
    fact = left->amount > fact.amount ? *left : fact;
    fact.n = n;
  }
  if (fact.n > 0)
    add (self, fact);
}

static void
add_values (JipyoPlotFacts *self, const JipyoPlot *plot)
{
  gboolean stacked;
  g_autoptr (GArray) field = list_field (plot, &stacked);
  g_autoptr (GPtrArray) lines = self->ordered ? list_lines (plot) : NULL;
  JipyoFact fact;

  if (self->ordered && !self->timed)
    add_trends (self, plot, lines);
  add_extremes (self, plot, field);
  if (self->timed)
    return;
  if (self->ordered)
    compare_lines (self, plot, lines);
  else
    compare_categories (self, plot, field);
  if (stacked)
    add_stack_facts (self, plot, field->len > 0);
  if (self->ordered && is_all (self) && jipyo_plot_breaks_find_jump (plot, &fact))
    add (self, fact);
  if (self->ordered)
    add_gap (self, plot);
}

JipyoPlotFacts *
jipyo_plot_facts_new (const JipyoPlot *described)
{
  g_return_val_if_fail (described != NULL, NULL);
  JipyoPlotFacts *self = g_new0 (JipyoPlotFacts, 1);
  JipyoPlotDigest *digest = jipyo_plot_digest_new (described);
  const JipyoPlot *plot = digest != NULL ? digest->plot : described;

  self->plot = plot;
  self->digest = digest;
  self->facts = g_array_new (FALSE, FALSE, sizeof (JipyoFact));
  self->ordered = jipyo_plot_order_is_ordered (plot);
  self->timed = plot->value.kind == JIPYO_SCALE_TIME;
  count (self, plot);
  add_values (self, plot);
  add_standings (self, plot);
  add_changes (self, plot);
  return self;
}

void
jipyo_plot_facts_free (JipyoPlotFacts *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->facts);
  jipyo_plot_digest_free (self->digest);
  g_free (self);
}

const JipyoFact *
jipyo_plot_facts_next (const JipyoPlotFacts *self, JipyoFactKind kind, guint *at)
{
  while (*at < self->facts->len) {
    const JipyoFact *fact = &g_array_index (self->facts, JipyoFact, (*at)++);

    if (fact->kind == kind)
      return fact;
  }
  return NULL;
}

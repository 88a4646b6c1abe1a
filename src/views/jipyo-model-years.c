/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The years of an edition. A year after the span that the edition counts up is still being filled
 * in: it is shown as such, and neither growth nor rate is computed with it.
 */

#include "jipyo-model-years.h"

#include "jipyo-figures.h"
#include "jipyo-model-counts.h"

#include <string.h>

static const char METRIC[] = "models-large-scale";
static const char CAGR_METRIC[] = "models-large-scale-cagr";
static const char WORLD[] = "world";
/* Growth of this many percent is a doubling. */
static const gint64 DOUBLING = 100;

static gboolean
is_year (const JipyoClaim *claim)
{
  return claim->true_for.from.month == 0
         && jipyo_date_compare (claim->true_for.from, claim->true_for.to) == 0
         && claim->quantity.known;
}

static gboolean
has_year (const GArray *years, int year)
{
  for (guint i = 0; i < years->len; i++) {
    if (g_array_index (years, JipyoYearCount, i).year == year)
      return TRUE;
  }
  return FALSE;
}

static void
gather (GArray *years, const JipyoLedger *ledger, const char *vintage)
{
  JipyoClaimQuery query = { .subject = WORLD, .metric = METRIC, .vintage = vintage };
  g_autoptr (GPtrArray) claims = jipyo_ledger_find_claims (ledger, &query);

  for (guint i = 0; i < claims->len; i++) {
    const JipyoClaim *claim = g_ptr_array_index (claims, i);
    JipyoYearCount count = { .year = claim->true_for.from.year, .claim = claim };
    g_autofree char *period = NULL;

    if (!is_year (claim) || has_year (years, count.year))
      continue;
    query.period = period = jipyo_period_format (claim->true_for);
    count.claim = jipyo_ledger_find_figure (ledger, &query);
    query.period = NULL;
    g_array_append_val (years, count);
  }
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return ((const JipyoYearCount *) a)->year - ((const JipyoYearCount *) b)->year;
}

/* The edition's own sum over several years says which years it takes for complete. */
static void
find_total (JipyoModelYears *self, const JipyoLedger *ledger)
{
  int first = g_array_index (self->years, JipyoYearCount, 0).year;
  JipyoClaimQuery query = { .subject = WORLD, .metric = METRIC, .vintage = self->vintage };
  g_autoptr (GPtrArray) claims = jipyo_ledger_find_claims (ledger, &query);

  for (guint i = 0; i < claims->len; i++) {
    const JipyoClaim *claim = g_ptr_array_index (claims, i);
    if (claim->true_for.from.year == first && claim->true_for.to.year > first)
      self->total = claim;
  }
  for (guint i = 0; i < self->years->len; i++) {
    JipyoYearCount *count = &g_array_index (self->years, JipyoYearCount, i);
    count->complete = self->total == NULL || count->year <= self->total->true_for.to.year;
    if (count->complete)
      self->last = i;
  }
}

static void
compute_growth (GArray *years)
{
  for (guint i = 1; i < years->len; i++) {
    JipyoYearCount *count = &g_array_index (years, JipyoYearCount, i);
    const JipyoYearCount *before = count - 1;
    if (count->complete && count->year == before->year + 1)
      count->has_growth = jipyo_figure_compute_growth (&before->claim->quantity,
                                                       &count->claim->quantity, &count->growth);
  }
}

static void
compute_rate (JipyoModelYears *self, const JipyoLedger *ledger)
{
  const JipyoYearCount *first = &g_array_index (self->years, JipyoYearCount, 0);
  const JipyoYearCount *last = &g_array_index (self->years, JipyoYearCount, self->last);
  g_autofree char *period = g_strdup_printf ("%d/%d", first->year, last->year);
  JipyoClaimQuery query = {
    .subject = WORLD, .metric = CAGR_METRIC, .period = period, .vintage = self->vintage
  };
  g_autoptr (GPtrArray) rates = jipyo_ledger_find_claims (ledger, &query);

  self->intervals = (guint) (last->year - first->year);
  self->has_cagr = jipyo_figure_compute_cagr (&first->claim->quantity, &last->claim->quantity,
                                              self->intervals, &self->cagr);
  for (guint i = 0; i < rates->len; i++) {
    const JipyoClaim *rate = g_ptr_array_index (rates, i);
    if (rate->status != JIPYO_STATUS_DERIVED && self->stated_cagr == NULL)
      self->stated_cagr = rate;
    else if (rate->status == JIPYO_STATUS_DERIVED)
      self->derived_cagr = rate;
  }
}

static char *
choose_vintage (const JipyoLedger *ledger, const char *vintage)
{
  g_autoptr (JipyoModelCounts) counts = NULL;

  if (vintage != NULL)
    return g_strdup (vintage);
  counts = jipyo_model_counts_new (ledger, NULL);
  return g_strdup (counts != NULL ? counts->vintage : jipyo_model_counts_default_vintage);
}

JipyoModelYears *
jipyo_model_years_new (const JipyoLedger *ledger, const char *vintage)
{
  JipyoModelYears *self = g_new0 (JipyoModelYears, 1);

  self->vintage = choose_vintage (ledger, vintage);
  self->years = g_array_new (FALSE, TRUE, sizeof (JipyoYearCount));
  gather (self->years, ledger, self->vintage);
  if (self->years->len == 0) {
    jipyo_model_years_free (self);
    return NULL;
  }
  g_array_sort (self->years, compare_years);
  find_total (self, ledger);
  compute_growth (self->years);
  compute_rate (self, ledger);
  return self;
}

void
jipyo_model_years_free (JipyoModelYears *self)
{
  if (self == NULL)
    return;
  g_free (self->vintage);
  g_clear_pointer (&self->years, g_array_unref);
  g_free (self);
}

/* TRUE when the years before the last at least doubled each time. */
static gboolean
doubled_before (const JipyoModelYears *self)
{
  if (self->last < 2)
    return FALSE;
  for (guint i = 1; i < self->last; i++) {
    const JipyoYearCount *count = &g_array_index (self->years, JipyoYearCount, i);
    if (!count->has_growth
        || jipyo_decimal_compare (count->growth.value, jipyo_decimal_from_int (DOUBLING)) <= 0)
      return FALSE;
  }
  return TRUE;
}

static JipyoText
describe_change (const JipyoYearCount *last)
{
  gboolean fell = jipyo_decimal_sign (last->growth.value) < 0;
  JipyoDecimal size = last->growth.value;
  g_autofree char *count = jipyo_decimal_format_fixed (last->claim->quantity.value, 0, TRUE);
  g_autofree char *percent = NULL;

  if (fell)
    (void) jipyo_decimal_negate (size, &size);
  percent = jipyo_decimal_format_fixed (size, 1, TRUE);
  return jipyo_text_take (
    g_strdup_printf ("%d년에 나온 모델은 %s개로, 한 해 전보다 %s %% %s", last->year, count, percent,
                     fell ? "줄었다" : "늘었다"),
    g_strdup_printf ("%s models came out in %d, %s %% %s than the year before", count, last->year,
                     percent, fell ? "fewer" : "more"));
}

JipyoText
jipyo_model_years_describe (const JipyoModelYears *self)
{
  const JipyoYearCount *last = &g_array_index (self->years, JipyoYearCount, self->last);
  g_autofree char *figure = NULL;

  if (!last->has_growth) {
    figure = jipyo_decimal_format_fixed (last->claim->quantity.value, 0, TRUE);
    return jipyo_text_take (g_strdup_printf ("%d년에 나온 모델은 %s개이다", last->year, figure),
                            g_strdup_printf ("%s models came out in %d", figure, last->year));
  }
  if (!doubled_before (self) || jipyo_decimal_sign (last->growth.value) <= 0
      || jipyo_decimal_compare (last->growth.value, jipyo_decimal_from_int (DOUBLING)) >= 0)
    return describe_change (last);
  figure = jipyo_decimal_format_fixed (last->growth.value, 1, TRUE);
  return jipyo_text_take (
    g_strdup_printf ("해마다 두 배 넘게 늘던 새 모델이 %d년에는 %s %% 느는 데 그쳤다", last->year,
                     figure),
    g_strdup_printf ("After more than doubling every year, new models grew by only %s %% in %d",
                     figure, last->year));
}

/* "+276 % · 계산값": growth, and where the figure is not one that was published. */
static char *
format_note (const JipyoYearCount *count, JipyoLang lang)
{
  g_autofree char *growth = NULL;
  const char *status = jipyo_status_label (count->claim->status, lang);

  if (!count->complete)
    return g_strdup (lang == JIPYO_LANG_KO ? "집계 중" : "incomplete");
  if (count->has_growth)
    growth = jipyo_figure_format_growth (&count->growth);
  if (count->claim->status == JIPYO_STATUS_STATED)
    return g_steal_pointer (&growth);
  return growth != NULL ? g_strdup_printf ("%s · %s", growth, status) : g_strdup (status);
}

void
jipyo_model_years_plot (const JipyoModelYears *self, JipyoViewDraft *draft, JipyoPlot *plot)
{
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "models", NULL, JIPYO_MARK_BAR);

  plot->position.kind = JIPYO_SCALE_BAND;
  plot->value.kind = JIPYO_SCALE_LINEAR;
  plot->value.unit = JIPYO_UNIT_MODELS;
  for (guint i = 0; i < self->years->len; i++) {
    const JipyoYearCount *count = &g_array_index (self->years, JipyoYearCount, i);
    g_autofree char *year = g_strdup_printf ("%d", count->year);
    g_autofree char *note = format_note (count, draft->context->lang);
    g_autofree char *number = jipyo_decimal_format_fixed (count->claim->quantity.value, 0, TRUE);
    guint band = jipyo_plot_add_band (plot, year, note);
    JipyoDatum *datum = jipyo_view_draft_plot_claim (draft, series, band, count->claim);

    g_free (datum->text);
    datum->text = g_steal_pointer (&number);
    datum->has_colour = i == self->last || !count->complete;
    datum->colour.role = count->complete ? JIPYO_ROLE_ACCENT : JIPYO_ROLE_MUTED;
  }
}

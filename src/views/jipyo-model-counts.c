/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gathers the countries of an edition, finds or computes the residual, and says what that means.
 */

#include "jipyo-model-counts.h"

#include "jipyo-figures.h"
#include "jipyo-format.h"
#include "jipyo-particle.h"
#include "jipyo-words.h"

#include <math.h>
#include <string.h>

static const char METRIC[] = "models-large-scale";
static const char WORLD[] = "world";
static const char OTHER[] = "other";
const char jipyo_model_counts_home[] = "kr";
const char jipyo_model_counts_default_vintage[] = "spri-2025-02";

/* From this ratio on, a fraction says more than a percentage. */
static const guint RATIO_TELLING = 2;

static gboolean
is_span (const JipyoClaim *claim)
{
  return claim->true_for.from.year < claim->true_for.to.year;
}

/* The world's count over several years, the longest and latest of an edition. */
static const JipyoClaim *
find_total (const JipyoLedger *ledger, const char *vintage)
{
  JipyoClaimQuery query = { .subject = WORLD, .metric = METRIC, .vintage = vintage };
  g_autoptr (GPtrArray) claims = jipyo_ledger_find_claims (ledger, &query);
  const JipyoClaim *best = NULL;

  for (guint i = 0; i < claims->len; i++) {
    const JipyoClaim *claim = g_ptr_array_index (claims, i);
    if (!is_span (claim) || claim->vintage == NULL)
      continue;
    if (best == NULL || jipyo_date_compare (claim->true_for.to, best->true_for.to) > 0)
      best = claim;
  }
  return best;
}

static int
compare_known_from (gconstpointer a, gconstpointer b)
{
  const JipyoClaim *first = *(const JipyoClaim *const *) a;
  const JipyoClaim *second = *(const JipyoClaim *const *) b;

  return jipyo_date_compare (jipyo_claim_known_from (first), jipyo_claim_known_from (second));
}

GPtrArray *
jipyo_model_counts_list_vintages (const JipyoLedger *ledger)
{
  JipyoClaimQuery query = { .subject = WORLD, .metric = METRIC };
  g_autoptr (GPtrArray) claims = jipyo_ledger_find_claims (ledger, &query);
  GPtrArray *vintages = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_sort (claims, compare_known_from);
  for (guint i = 0; i < claims->len; i++) {
    const JipyoClaim *claim = g_ptr_array_index (claims, i);
    if (is_span (claim) && claim->vintage != NULL
        && !g_ptr_array_find_with_equal_func (vintages, claim->vintage, g_str_equal, NULL))
      g_ptr_array_add (vintages, g_strdup (claim->vintage));
  }
  return vintages;
}

static const JipyoClaim *
choose_total (const JipyoLedger *ledger, const char *vintage)
{
  g_autoptr (GPtrArray) vintages = NULL;
  const JipyoClaim *total;

  if (vintage != NULL)
    return find_total (ledger, vintage);
  total = find_total (ledger, jipyo_model_counts_default_vintage);
  if (total != NULL)
    return total;
  vintages = jipyo_model_counts_list_vintages (ledger);
  if (vintages->len == 0)
    return NULL;
  return find_total (ledger, g_ptr_array_index (vintages, vintages->len - 1));
}

static void
country_clear (gpointer data)
{
  jipyo_text_clear (&((JipyoCountryCount *) data)->name);
}

static GArray *
country_array_new (void)
{
  GArray *array = g_array_new (FALSE, TRUE, sizeof (JipyoCountryCount));

  g_array_set_clear_func (array, country_clear);
  return array;
}

static void
add_country (GArray *array, const JipyoLedger *ledger, const JipyoClaim *claim)
{
  const JipyoOrganisation *country = jipyo_ledger_find_organisation (ledger, claim->subject);
  JipyoCountryCount count = {
    .id = claim->subject,
    .claim = claim,
    .quantity = claim->quantity,
    .status = claim->status,
  };

  count.name = country != NULL ? jipyo_text_copy (&country->name)
                               : jipyo_text_new (claim->subject, claim->subject);
  g_array_append_val (array, count);
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const JipyoCountryCount *first = a;
  const JipyoCountryCount *second = b;
  int order = jipyo_decimal_compare (second->quantity.value, first->quantity.value);

  return order != 0 ? order : strcmp (first->id, second->id);
}

/* TRUE when the residual was formed without the country: then it is one of its parts. */
static gboolean
is_within (const JipyoLedger *ledger, const JipyoClaim *other, const JipyoClaim *claim)
{
  if (other == NULL || other->inputs == NULL || other->inputs[0] == NULL)
    return FALSE;
  for (guint i = 0; other->inputs[i] != NULL; i++) {
    const JipyoClaim *input = jipyo_ledger_find_claim (ledger, other->inputs[i]);
    if (input != NULL && strcmp (input->subject, claim->subject) == 0)
      return FALSE;
  }
  return TRUE;
}

static void
gather (JipyoModelCounts *self, const JipyoLedger *ledger, const JipyoClaim *other)
{
  g_autofree char *period = jipyo_period_format (self->total->true_for);
  JipyoClaimQuery query = { .metric = METRIC, .period = period, .vintage = self->vintage };
  g_autoptr (GPtrArray) claims = jipyo_ledger_find_claims (ledger, &query);

  for (guint i = 0; i < claims->len; i++) {
    const JipyoClaim *claim = g_ptr_array_index (claims, i);
    GArray *array;

    query.subject = claim->subject;
    if (strcmp (claim->subject, WORLD) == 0 || strcmp (claim->subject, OTHER) == 0
        || !claim->quantity.known || jipyo_ledger_find_figure (ledger, &query) != claim)
      continue;
    array = is_within (ledger, other, claim) ? self->within : self->countries;
    add_country (array, ledger, claim);
  }
  g_array_sort (self->countries, compare_counts);
  g_array_sort (self->within, compare_counts);
}

/* total − countries, when every one of them is a plain value. */
static gboolean
compute_residual (JipyoModelCounts *self, JipyoQuantity *out)
{
  JipyoDecimal rest = self->total->quantity.value;

  if (!jipyo_figure_is_value (&self->total->quantity) || self->countries->len == 0)
    return FALSE;
  for (guint i = 0; i < self->countries->len; i++) {
    const JipyoCountryCount *count = &g_array_index (self->countries, JipyoCountryCount, i);
    if (!jipyo_figure_is_value (&count->quantity)
        || !jipyo_decimal_subtract (rest, count->quantity.value, &rest))
      return FALSE;
  }
  if (jipyo_decimal_sign (rest) <= 0)
    return FALSE;
  *out = jipyo_figure_new (rest, self->total->quantity.unit);
  return TRUE;
}

static void
add_residual (JipyoModelCounts *self, const JipyoClaim *other)
{
  JipyoCountryCount count = { .id = OTHER, .status = JIPYO_STATUS_DERIVED };

  if (other != NULL && other->quantity.known) {
    count.claim = other;
    count.quantity = other->quantity;
    count.status = other->status;
  } else if (!compute_residual (self, &count.quantity))
    return;
  count.name = jipyo_text_new ("그 밖의 나라", "Other countries");
  g_array_append_val (self->countries, count);
}

static void
compute_shares (JipyoModelCounts *self)
{
  for (guint i = 0; i < self->countries->len; i++) {
    JipyoCountryCount *count = &g_array_index (self->countries, JipyoCountryCount, i);
    count->has_share =
      jipyo_figure_compute_share (&count->quantity, &self->total->quantity, &count->share);
  }
}

/* Equal counts share a rank. The residual is no country and has none. */
static guint
compute_home_rank (JipyoModelCounts *self)
{
  const JipyoCountryCount *home = jipyo_model_counts_find (self, jipyo_model_counts_home);
  const GArray *arrays[] = { self->countries, self->within };
  guint rank = 1;

  if (home == NULL)
    return 0;
  for (guint a = 0; a < G_N_ELEMENTS (arrays); a++) {
    for (guint i = 0; i < arrays[a]->len; i++) {
      const JipyoCountryCount *count = &g_array_index (arrays[a], JipyoCountryCount, i);
      if (strcmp (count->id, OTHER) != 0
          && jipyo_decimal_compare (count->quantity.value, home->quantity.value) > 0)
        rank++;
    }
  }
  return rank;
}

JipyoModelCounts *
jipyo_model_counts_new (const JipyoLedger *ledger, const char *vintage)
{
  const JipyoClaim *total = choose_total (ledger, vintage);
  g_autofree char *period = NULL;
  JipyoClaimQuery query = { .subject = OTHER, .metric = METRIC };
  const JipyoClaim *other;
  JipyoModelCounts *self;

  if (total == NULL)
    return NULL;
  self = g_new0 (JipyoModelCounts, 1);
  self->vintage = g_strdup (total->vintage);
  self->total = total;
  self->countries = country_array_new ();
  self->within = country_array_new ();
  query.vintage = self->vintage;
  query.period = period = jipyo_period_format (total->true_for);
  other = jipyo_ledger_find_figure (ledger, &query);
  gather (self, ledger, other);
  add_residual (self, other);
  compute_shares (self);
  self->home_rank = compute_home_rank (self);
  return self;
}

void
jipyo_model_counts_free (JipyoModelCounts *self)
{
  if (self == NULL)
    return;
  g_free (self->vintage);
  g_clear_pointer (&self->countries, g_array_unref);
  g_clear_pointer (&self->within, g_array_unref);
  g_free (self);
}

const JipyoCountryCount *
jipyo_model_counts_find (const JipyoModelCounts *self, const char *country)
{
  const GArray *arrays[] = { self->countries, self->within };

  for (guint a = 0; a < G_N_ELEMENTS (arrays); a++) {
    for (guint i = 0; i < arrays[a]->len; i++) {
      const JipyoCountryCount *count = &g_array_index (arrays[a], JipyoCountryCount, i);
      if (strcmp (count->id, country) == 0)
        return count;
    }
  }
  return NULL;
}

/* What there is to say when the home country is not counted apart. */
static JipyoText
describe_leader (const JipyoModelCounts *self, const JipyoCountryCount *leader)
{
  g_autofree char *subject_ko = jipyo_particle_attach (leader->name.ko, JIPYO_PARTICLE_SUBJECT);
  g_autofree char *figure_ko = jipyo_format_quantity (&leader->quantity, JIPYO_LANG_KO);
  g_autofree char *figure_en = jipyo_format_quantity (&leader->quantity, JIPYO_LANG_EN);

  return jipyo_text_take (
    g_strdup_printf ("%s %s로 가장 많다", subject_ko, figure_ko),
    g_strdup_printf ("%s leads with %s", jipyo_text_get (&leader->name, JIPYO_LANG_EN), figure_en));
}

static JipyoText
describe_home (const JipyoModelCounts *self,
               const JipyoCountryCount *home,
               const JipyoCountryCount *leader)
{
  const char *home_ko = jipyo_text_get (&home->name, JIPYO_LANG_KO);
  const char *home_en = jipyo_text_get (&home->name, JIPYO_LANG_EN);
  guint ratio = jipyo_figure_compute_ratio (&leader->quantity, &home->quantity);
  g_autofree char *topic = jipyo_particle_attach (home_ko, JIPYO_PARTICLE_TOPIC);
  g_autofree char *rank_ko = jipyo_words_format_ordinal (self->home_rank, JIPYO_LANG_KO);
  g_autofree char *rank_en = jipyo_words_format_ordinal (self->home_rank, JIPYO_LANG_EN);
  g_autofree char *part_ko = jipyo_words_format_fraction (ratio, JIPYO_LANG_KO);
  g_autofree char *part_en = jipyo_words_format_fraction (ratio, JIPYO_LANG_EN);
  g_autofree char *place = jipyo_words_format_place (jipyo_text_get (&leader->name, JIPYO_LANG_EN));

  if (self->home_rank == 1 || ratio < RATIO_TELLING)
    return jipyo_text_take (g_strdup_printf ("%s 모델 수에서 세계 %s이다", topic, rank_ko),
                            g_strdup_printf ("%s is %s in the world by models", home_en, rank_en));
  return jipyo_text_take (
    g_strdup_printf ("%s %s이지만, %s의 %s이다", topic, rank_ko,
                     jipyo_text_get (&leader->name, JIPYO_LANG_KO), part_ko),
    g_strdup_printf ("%s is %s, but at %s of %s", home_en, rank_en, part_en, place));
}

JipyoText
jipyo_model_counts_describe (const JipyoModelCounts *self)
{
  const JipyoCountryCount *home = jipyo_model_counts_find (self, jipyo_model_counts_home);
  g_autofree char *figure_ko = NULL;
  g_autofree char *figure_en = NULL;

  if (self->countries->len > 0) {
    const JipyoCountryCount *leader = &g_array_index (self->countries, JipyoCountryCount, 0);
    if (home != NULL)
      return describe_home (self, home, leader);
    if (strcmp (leader->id, OTHER) != 0)
      return describe_leader (self, leader);
  }
  figure_ko = jipyo_format_quantity (&self->total->quantity, JIPYO_LANG_KO);
  figure_en = jipyo_format_quantity (&self->total->quantity, JIPYO_LANG_EN);
  return jipyo_text_take (g_strdup_printf ("세계에서 나온 초거대 AI 모델은 %s이다", figure_ko),
                          g_strdup_printf ("%s were released in the world", figure_en));
}

char *
jipyo_model_counts_format_subtitle (const JipyoModelCounts *self, JipyoLang lang)
{
  g_autofree char *period = jipyo_period_format_long (self->total->true_for, lang);
  g_autofree char *figure = jipyo_format_quantity (&self->total->quantity, lang);

  if (lang == JIPYO_LANG_KO)
    return g_strdup_printf ("초거대 AI 모델 수, %s 누적 %s", period, figure);
  return g_strdup_printf ("Large-scale AI models, %s, %s in all", period, figure);
}

static char *
format_note (const JipyoCountryCount *count, JipyoLang lang)
{
  g_autofree char *share = NULL;

  if (!count->has_share)
    return NULL;
  share = jipyo_format_quantity (&count->share, lang);
  if (count->status != JIPYO_STATUS_DERIVED)
    return g_steal_pointer (&share);
  return g_strdup_printf ("%s · %s", share, lang == JIPYO_LANG_KO ? "계산값" : "derived");
}

/* The countries that are known inside the residual: "프랑스 10, 일본 4, 독일 4 포함". */
static char *
format_within (const JipyoModelCounts *self, const JipyoCountryCount *count, JipyoLang lang)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (strcmp (count->id, OTHER) != 0 || self->within->len == 0)
    return NULL;
  if (lang == JIPYO_LANG_EN)
    g_string_append (text, "with ");
  for (guint i = 0; i < self->within->len; i++) {
    const JipyoCountryCount *part = &g_array_index (self->within, JipyoCountryCount, i);
    g_autofree char *number = jipyo_decimal_format_fixed (part->quantity.value, 0, TRUE);
    g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", jipyo_text_get (&part->name, lang),
                            number);
  }
  if (lang == JIPYO_LANG_KO)
    g_string_append (text, " 포함");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
jipyo_model_counts_format_vintage (const char *vintage)
{
  static const struct {
    const char *prefix;
    const char *name;
  } makers[] = {
    { "spri-", "SPRi" },
    { "epoch-", "Epoch AI" },
    { "owid-", "Our World in Data" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (makers); i++) {
    if (g_str_has_prefix (vintage, makers[i].prefix))
      return g_strdup_printf ("%s %s", makers[i].name, vintage + strlen (makers[i].prefix));
  }
  return g_strdup (vintage);
}

void
jipyo_model_counts_plot (const JipyoModelCounts *self, JipyoViewDraft *draft, JipyoPlot *plot)
{
  JipyoLang lang = draft->context->lang;
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, "models", NULL, JIPYO_MARK_BAR);

  plot->horizontal = TRUE;
  plot->position.kind = JIPYO_SCALE_BAND;
  plot->value.kind = JIPYO_SCALE_LINEAR;
  plot->value.unit = self->total->quantity.unit;
  plot->value.hidden = TRUE;
  jipyo_view_draft_use (draft, self->total);
  for (guint i = 0; i < self->countries->len; i++) {
    const JipyoCountryCount *count = &g_array_index (self->countries, JipyoCountryCount, i);
    g_autofree char *within = format_within (self, count, lang);
    guint band = jipyo_plot_add_band (plot, jipyo_text_get (&count->name, lang), within);
    g_autofree char *number = jipyo_decimal_format_fixed (count->quantity.value, 0, TRUE);
    g_autofree char *note = format_note (count, lang);
    JipyoDatum *datum =
      jipyo_plot_series_add (series, band, jipyo_decimal_to_double (count->quantity.value), number);

    jipyo_datum_set_note (datum, note);
    if (count->status == JIPYO_STATUS_DERIVED)
      datum->kind = JIPYO_DATUM_DERIVED;
    const gboolean home = strcmp (count->id, jipyo_model_counts_home) == 0;
    /* The residual is no rival of the countries. */
    datum->has_colour = home || strcmp (count->id, OTHER) == 0;
    datum->colour.role = home ? JIPYO_ROLE_ACCENT : JIPYO_ROLE_MUTED;
    if (count->claim != NULL) {
      jipyo_datum_set_claim (datum, count->claim->id);
      jipyo_view_draft_use (draft, count->claim);
    }
  }
}

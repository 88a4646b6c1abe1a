/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view "investment": private AI investment by country and year in two data families. They
 * define and deflate differently, so each has a chart of its own and no line joins them.
 */

#include "jipyo-figures.h"
#include "jipyo-format.h"
#include "jipyo-model-counts.h"
#include "jipyo-view-builders.h"
#include "jipyo-words.h"

#include <string.h>

static const char METRIC[] = "private-investment";
/* Lines beyond these would hide the ones that matter; the table has every country. */
static const char *const drawn_countries[] = { "us", "cn", "gb", "kr" };
/* Of the palette, but for its blue and its purple: who sees no red takes both for the accent. */
static const guint colours[] = { 1, 2, 4, 0 };

typedef struct {
  const char *vintage;
  const char *ko;
  const char *en;
  const char *basis_ko;
  const char *basis_en;
} Family;

static const Family families[] = {
  { "ai-index", "AI 인덱스", "AI Index", "명목 달러", "nominal dollars" },
  { "cset-owid", "CSET", "CSET", "아워 월드 인 데이터, 2021년 불변 달러",
    "Our World in Data, constant 2021 dollars" },
};

static gboolean
is_wanted (JipyoViewDraft *draft, const Family *family)
{
  const char *option = jipyo_view_draft_get_option (draft, "family", "both");

  return g_str_equal (option, "both") || g_str_equal (option, family->vintage);
}

static void
add_columns (JipyoTable *table)
{
  JipyoText amount = jipyo_text_new ("민간 투자", "Private investment");

  jipyo_table_add_text_column (table, "family", "자료", "Family");
  jipyo_table_add_text_column (table, "country", "나라", "Country");
  jipyo_table_add_text_column (table, "year", "해", "Year");
  jipyo_table_add_figure_column (table, "amount", &amount, jipyo_unit_id (JIPYO_UNIT_USD));
  jipyo_table_add_text_column (table, "basis", "기준", "Basis");
  jipyo_table_add_mark_columns (table);
  jipyo_text_clear (&amount);
}

static JipyoText
copy_country_name (JipyoViewDraft *draft, const char *id)
{
  const JipyoOrganisation *country = jipyo_ledger_find_organisation (draft->context->ledger, id);

  return country != NULL ? jipyo_text_copy (&country->name) : jipyo_text_new (id, id);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const JipyoClaim *first = *(const JipyoClaim *const *) a;
  const JipyoClaim *second = *(const JipyoClaim *const *) b;
  int order = strcmp (first->subject, second->subject);

  return order != 0 ? order : jipyo_period_compare (first->true_for, second->true_for);
}

static void
add_row (JipyoViewDraft *draft, const Family *family, const JipyoClaim *claim)
{
  JipyoTable *table = draft->view->table;
  JipyoText name = jipyo_text_new (family->ko, family->en);
  JipyoText country = copy_country_name (draft, claim->subject);
  g_autofree char *year = jipyo_period_format (claim->true_for);

  jipyo_table_begin_row (table);
  jipyo_table_set_code (table, "family", family->vintage, &name);
  jipyo_table_set_code (table, "country", claim->subject, &country);
  jipyo_table_set_text (table, "year", year, year);
  jipyo_table_set_claim (table, "amount", claim);
  jipyo_table_set_text (table, "basis", family->basis_ko, family->basis_en);
  jipyo_table_set_marks (table, claim->quantity.qualifier, claim->status);
  jipyo_view_draft_use (draft, claim);
  jipyo_text_clear (&name);
  jipyo_text_clear (&country);
}

static void
add_rows (JipyoViewDraft *draft, const Family *family)
{
  JipyoClaimQuery query = { .metric = METRIC, .vintage = family->vintage };
  g_autoptr (GPtrArray) claims = jipyo_ledger_find_claims (draft->context->ledger, &query);

  g_ptr_array_sort (claims, compare_rows);
  for (guint i = 0; i < claims->len; i++)
    add_row (draft, family, g_ptr_array_index (claims, i));
}

static void
get_years (const GPtrArray *claims, int *first, int *last)
{
  *first = G_MAXINT;
  *last = 0;
  for (guint i = 0; i < claims->len; i++) {
    const JipyoClaim *claim = g_ptr_array_index (claims, i);
    *first = MIN (*first, claim->true_for.from.year);
    *last = MAX (*last, claim->true_for.from.year);
  }
}

/* "한국 13.3억 달러": the last figure goes with the name, clear of the lines. */
static char *
format_line_name (JipyoViewDraft *draft, const char *country, const GPtrArray *claims)
{
  JipyoLang lang = draft->context->lang;
  JipyoText name = copy_country_name (draft, country);
  char *text = NULL;

  if (claims->len > 0) {
    const JipyoClaim *last = g_ptr_array_index (claims, claims->len - 1);
    g_autofree char *figure = jipyo_format_quantity (&last->quantity, lang);
    text = g_strdup_printf ("%s %s", jipyo_text_get (&name, lang), figure);
  } else
    text = g_strdup (jipyo_text_get (&name, lang));
  jipyo_text_clear (&name);
  return text;
}

static void
plot_country (JipyoViewDraft *draft, JipyoPlot *plot, const Family *family, guint index)
{
  const char *country = drawn_countries[index];
  gboolean home = strcmp (country, jipyo_model_counts_home) == 0;
  JipyoClaimQuery query = { .subject = country, .metric = METRIC, .vintage = family->vintage };
  g_autoptr (GPtrArray) claims = jipyo_ledger_find_claims (draft->context->ledger, &query);
  g_autofree char *name = format_line_name (draft, country, claims);
  JipyoPlotSeries *series = jipyo_plot_add_series (plot, country, name, JIPYO_MARK_LINE);
  int first = atoi (g_ptr_array_index (plot->position.bands, 0));
  JipyoText spoken = copy_country_name (draft, country);

  jipyo_plot_series_set_spoken (series, jipyo_text_get (&spoken, draft->context->lang));
  jipyo_text_clear (&spoken);
  series->colour.role = home ? JIPYO_ROLE_ACCENT : JIPYO_ROLE_SERIES;
  series->colour.index = colours[index];
  for (guint i = 0; i < claims->len; i++) {
    const JipyoClaim *claim = g_ptr_array_index (claims, i);
    JipyoDatum *datum;

    if (!claim->quantity.known)
      continue;
    datum = jipyo_view_draft_plot_claim (draft, series, claim->true_for.from.year - first, claim);
    g_clear_pointer (&datum->text, g_free);
  }
}

/* TRUE when the reading has figures of the family. */
static gboolean
plot_family (JipyoViewDraft *draft, const Family *family)
{
  JipyoClaimQuery query = { .metric = METRIC, .vintage = family->vintage };
  g_autoptr (GPtrArray) claims = jipyo_ledger_find_claims (draft->context->ledger, &query);
  g_autofree char *subtitle = NULL;
  JipyoPlot *plot;
  int first;
  int last;

  if (claims->len == 0)
    return FALSE;
  get_years (claims, &first, &last);
  subtitle =
    g_strdup_printf (draft->context->lang == JIPYO_LANG_KO ? "%s · 로그 눈금" : "%s · logarithmic",
                     jipyo_view_draft_pick (draft, family->basis_ko, family->basis_en));
  plot = jipyo_view_draft_add_plot (draft, jipyo_view_draft_pick (draft, family->ko, family->en),
                                    subtitle);
  plot->position.kind = JIPYO_SCALE_BAND;
  plot->value.kind = JIPYO_SCALE_LOG;
  plot->value.unit = JIPYO_UNIT_USD;
  for (int year = first; year <= last; year++) {
    g_autofree char *band = g_strdup_printf ("%d", year);
    jipyo_plot_add_band (plot, band, NULL);
  }
  for (guint i = 0; i < G_N_ELEMENTS (drawn_countries); i++)
    plot_country (draft, plot, family, i);
  return TRUE;
}

/* The latest year for which a family has both the home country and the United States. */
static gboolean
find_pair (JipyoViewDraft *draft,
           const Family *family,
           const JipyoClaim **home,
           const JipyoClaim **leader)
{
  JipyoClaimQuery query = { .subject = jipyo_model_counts_home,
                            .metric = METRIC,
                            .vintage = family->vintage };
  g_autoptr (GPtrArray) claims = jipyo_ledger_find_claims (draft->context->ledger, &query);

  for (guint i = claims->len; i > 0; i--) {
    const JipyoClaim *claim = g_ptr_array_index (claims, i - 1);
    g_autofree char *period = jipyo_period_format (claim->true_for);

    query.subject = drawn_countries[0];
    query.period = period;
    *leader = jipyo_ledger_find_figure (draft->context->ledger, &query);
    if (*leader != NULL && claim->status != JIPYO_STATUS_INFERRED) {
      *home = claim;
      return TRUE;
    }
  }
  return FALSE;
}

static void
describe_family (JipyoViewDraft *draft, const Family *family, GString *ko, GString *en)
{
  const JipyoClaim *home = NULL;
  const JipyoClaim *leader = NULL;
  guint ratio;

  if (!find_pair (draft, family, &home, &leader))
    return;
  ratio = jipyo_figure_compute_ratio (&leader->quantity, &home->quantity);
  if (ratio == 0)
    return;
  g_string_append_printf (ko, "%s%u분의 1(%s %d년)",
                          ko->len > 0 ? ", " : "한국의 민간 AI 투자는 미국의 ", ratio, family->ko,
                          home->true_for.from.year);
  g_string_append_printf (en,
                          en->len > 0 ? ", 1/%u (%s, %d)"
                                      : "Korea’s private AI investment is 1/%u of the United "
                                        "States’ (%s, %d)",
                          ratio, family->en, home->true_for.from.year);
}

static void
describe (JipyoViewDraft *draft)
{
  g_autoptr (GString) ko = g_string_new (NULL);
  g_autoptr (GString) en = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (families); i++) {
    if (is_wanted (draft, &families[i]))
      describe_family (draft, &families[i], ko, en);
  }
  if (ko->len == 0) {
    g_string_append (ko, "한국의 민간 AI 투자는 이 날짜의 자료에 없다");
    g_string_append (en, "Korea’s private AI investment is not in the data of this date");
  } else
    g_string_append (ko, "이다");
  jipyo_view_draft_take_sentence (draft, g_string_free (g_steal_pointer (&ko), FALSE),
                                  g_string_free (g_steal_pointer (&en), FALSE));
}

JipyoView *
jipyo_view_build_investment (const JipyoViewContext *context, GError **error)
{
  g_autoptr (JipyoViewDraft) draft = jipyo_view_draft_new (context, "investment");
  guint n_families = 0;

  add_columns (draft->view->table);
  for (guint i = 0; i < G_N_ELEMENTS (families); i++) {
    if (!is_wanted (draft, &families[i]) || !plot_family (draft, &families[i]))
      continue;
    add_rows (draft, &families[i]);
    n_families++;
  }
  if (n_families == 0) {
    jipyo_view_draft_set_empty (draft, "이 날짜에는 민간 AI 투자 자료가 알려지지 않았다",
                                "No data on private AI investment was known on this date");
    return jipyo_view_draft_finish (g_steal_pointer (&draft));
  }
  describe (draft);
  draft->view->sheet->subtitle =
    g_strdup (jipyo_view_draft_pick (draft, "두 자료는 정의가 달라 이어 붙이지 않는다",
                                     "The families define it differently and are never spliced"));
  return jipyo_view_draft_finish (g_steal_pointer (&draft));
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view "budget": the programme's money by year and line, every published total with the lines
 * it is made of, and what an even share for the teams in play would be. What a team really gets was
 * not published, and the view says so.
 */

#include "jipyo-figures.h"
#include "jipyo-format.h"
#include "jipyo-particle.h"
#include "jipyo-standing.h"
#include "jipyo-view-builders.h"
#include "jipyo-view-draft.h"

#include <string.h>

static const char PROGRAMME[] = "sovereign-ai";
static const char TOTAL_METRIC[] = "budget";

typedef struct {
  const char *id; /* in the table */
  const char *metric;
  const char *ko;
  const char *en;
} Line;

static const Line total_line = { "total", "budget", "총액", "Total" };
static const Line lines[] = {
  { "gpu", "budget-gpu", "GPU 임차", "GPU lease" },
  { "data", "budget-data", "데이터", "Data" },
  { "talent", "budget-talent", "인재", "Talent" },
};

static void
add_columns (JipyoTable *table)
{
  JipyoText amount = jipyo_text_new ("금액", "Amount");
  JipyoText share = jipyo_text_new ("총액 대비", "Share of the total");

  jipyo_table_add_text_column (table, "year", "해", "Year");
  jipyo_table_add_text_column (table, "line", "항목", "Line");
  jipyo_table_add_figure_column (table, "amount", &amount, jipyo_unit_id (JIPYO_UNIT_KRW));
  jipyo_table_add_figure_column (table, "share", &share, jipyo_unit_id (JIPYO_UNIT_PERCENT));
  jipyo_table_add_text_column (table, "source", "출처", "Source");
  jipyo_table_add_text_column (table, "choice", "선택", "Choice");
  jipyo_table_add_mark_columns (table);
  jipyo_text_clear (&amount);
  jipyo_text_clear (&share);
}

/* Shown, or in agreement with what is shown, or another figure. */
static void
set_choice (JipyoTable *table, const JipyoClaim *claim, const JipyoClaim *shown)
{
  gboolean agrees = claim->quantity.known && shown->quantity.known
                    && jipyo_decimal_equal (claim->quantity.value, shown->quantity.value);
  JipyoText text = claim == shown ? jipyo_text_new ("채택", "Shown")
                   : agrees       ? jipyo_text_new ("같은 수치", "Agrees")
                                  : jipyo_text_new ("다른 수치", "Rival");

  jipyo_table_set_code (table, "choice",
                        claim == shown ? "shown"
                        : agrees       ? "agrees"
                                       : "rival",
                        &text);
  jipyo_text_clear (&text);
}

static void
begin_row (JipyoTable *table, const JipyoClaim *claim, const Line *line)
{
  g_autofree char *year = jipyo_period_format (claim->true_for);
  /* A total that no source prints, only its lines. */
  gboolean summed = line == &total_line && claim->fragment == NULL && claim->inputs != NULL;
  JipyoText name = summed ? jipyo_text_new ("총액(항목의 합)", "Total (sum of its lines)")
                          : jipyo_text_new (line->ko, line->en);

  jipyo_table_begin_row (table);
  jipyo_table_set_text (table, "year", year, year);
  jipyo_table_set_code (table, "line", line->id, &name);
  jipyo_text_clear (&name);
}

/* The total that the same source gives, to take a share of. */
static const JipyoClaim *
find_total_of (JipyoViewDraft *draft, const JipyoClaim *claim)
{
  g_autofree char *period = jipyo_period_format (claim->true_for);
  JipyoClaimQuery query = { .subject = PROGRAMME, .metric = TOTAL_METRIC, .period = period };
  g_autoptr (GPtrArray) totals = jipyo_ledger_find_claims (draft->context->ledger, &query);

  for (guint i = 0; i < totals->len; i++) {
    const JipyoClaim *total = g_ptr_array_index (totals, i);
    if (total->inputs != NULL && g_strv_contains ((const char *const *) total->inputs, claim->id))
      return total;
  }
  return NULL;
}

static void
add_claim_row (JipyoViewDraft *draft, const JipyoClaim *claim, const Line *line)
{
  JipyoTable *table = draft->view->table;
  g_autofree char *period = jipyo_period_format (claim->true_for);
  JipyoClaimQuery query = { .subject = PROGRAMME, .metric = line->metric, .period = period };
  const JipyoClaim *total = find_total_of (draft, claim);
  const JipyoSource *source = NULL;
  JipyoQuantity share;

  begin_row (table, claim, line);
  jipyo_table_set_claim (table, "amount", claim);
  if (total != NULL && jipyo_figure_compute_share (&claim->quantity, &total->quantity, &share))
    jipyo_table_set_derived (table, "share", &share);
  if (claim->source != NULL)
    source = jipyo_ledger_find_source (draft->context->ledger, claim->source);
  if (source != NULL)
    jipyo_table_set_text (table, "source", source->publisher.ko, source->publisher.en);
  set_choice (table, claim, jipyo_ledger_find_figure (draft->context->ledger, &query));
  jipyo_table_set_marks (table, claim->quantity.qualifier, claim->status);
  jipyo_view_draft_use (draft, claim);
}

static void
add_line_rows (JipyoViewDraft *draft, const Line *line)
{
  JipyoClaimQuery query = { .subject = PROGRAMME, .metric = line->metric };
  g_autoptr (GPtrArray) claims = jipyo_ledger_find_claims (draft->context->ledger, &query);

  for (guint i = 0; i < claims->len; i++)
    add_claim_row (draft, g_ptr_array_index (claims, i), line);
}

/* Those that were in play at the end of the money's year, or are by now within that year. */
static guint
count_in_its_year (JipyoViewDraft *draft, const JipyoClaim *total)
{
  JipyoDate end = jipyo_date_from_day (jipyo_date_last_day (total->true_for.to));
  JipyoDate as_of = draft->context->as_of;

  return jipyo_ledger_count_in_play (draft->context->ledger,
                                     jipyo_date_compare (end, as_of) < 0 ? end : as_of);
}

/* An even share is arithmetic, no payment: shown as derived and named as such. */
static gboolean
compute_share_per_team (const JipyoClaim *total, guint n_teams, JipyoQuantity *out)
{
  JipyoDecimal share;

  if (n_teams == 0 || !jipyo_figure_is_value (&total->quantity)
      || !jipyo_decimal_divide (total->quantity.value, jipyo_decimal_from_int (n_teams), 0, &share))
    return FALSE;
  *out = jipyo_figure_new (share, total->quantity.unit);
  return TRUE;
}

/* The even share stands above the picture, named as the arithmetic it is. */
static void
set_subtitle (JipyoViewDraft *draft, const JipyoQuantity *share, guint n_teams)
{
  JipyoLang lang = draft->context->lang;
  g_autofree char *figure = jipyo_format_quantity (share, lang);

  g_free (draft->view->sheet->subtitle); /* the share of the year itself replaces today's */
  draft->view->sheet->subtitle =
    lang == JIPYO_LANG_KO
      ? g_strdup_printf ("%u팀이 똑같이 나누면 %s씩(계산값) · 팀별 지원금은 공표되지 않음", n_teams,
                         figure)
      : g_strdup_printf ("%s each for %u teams if shared evenly (derived); payments not published",
                         figure, n_teams);
}

static void
add_share_row (JipyoViewDraft *draft, const JipyoClaim *total, guint n_teams, gboolean then)
{
  JipyoTable *table = draft->view->table;
  g_autofree char *ko = g_strdup_printf (
    then ? "팀당(그해 %u팀이 똑같이 나눌 때)" : "팀당(남은 %u팀이 똑같이 나눌 때)", n_teams);
  g_autofree char *en = g_strdup_printf (then ? "Per team, if the %u of that year share evenly"
                                              : "Per team, if the %u in play share evenly",
                                         n_teams);
  JipyoQuantity share;

  if (!compute_share_per_team (total, n_teams, &share))
    return;
  begin_row (table, total,
             &(Line){ .id = then ? "per-team-of-the-year" : "per-team", .ko = ko, .en = en });
  jipyo_table_set_derived (table, "amount", &share);
  jipyo_table_set_text (table, "source", "팀별 지원금은 공표되지 않음",
                        "Cash per team was not published");
  jipyo_table_set_marks (table, JIPYO_QUALIFIER_EXACT, JIPYO_STATUS_DERIVED);
  set_subtitle (draft, &share, n_teams);
}

/* Among the teams in play; and, as the money is of another year, among those of that year. */
static void
add_per_team (JipyoViewDraft *draft, const JipyoClaim *total)
{
  guint n_now = jipyo_ledger_count_in_play (draft->context->ledger, draft->context->as_of);
  guint n_then = count_in_its_year (draft, total);

  add_share_row (draft, total, n_now, FALSE);
  if (n_then != n_now)
    add_share_row (draft, total, n_then, TRUE);
}

/* The claims a total is the sum of, if they are the lines of this view. */
static gboolean
stack_lines (JipyoViewDraft *draft,
             const JipyoClaim *total,
             guint band,
             JipyoPlotSeries *const *series)
{
  gboolean stacked = FALSE;

  for (guint i = 0; total->inputs != NULL && total->inputs[i] != NULL; i++) {
    const JipyoClaim *part = jipyo_ledger_find_claim (draft->context->ledger, total->inputs[i]);

    for (guint l = 0; part != NULL && l < G_N_ELEMENTS (lines); l++) {
      if (strcmp (part->metric, lines[l].metric) != 0 || !part->quantity.known)
        continue;
      jipyo_view_draft_plot_claim (draft, series[l], band, part);
      stacked = TRUE;
    }
  }
  return stacked;
}

static gboolean
is_drawn (const GPtrArray *drawn, const JipyoClaim *claim)
{
  for (guint i = 0; i < drawn->len; i++) {
    const JipyoClaim *other = g_ptr_array_index (drawn, i);
    if (jipyo_period_compare (other->true_for, claim->true_for) == 0
        && jipyo_decimal_equal (other->quantity.value, claim->quantity.value))
      return TRUE;
  }
  return FALSE;
}

/* Other sources that give the same total. */
static guint
count_agreeing (JipyoViewDraft *draft, const JipyoClaim *total)
{
  g_autofree char *period = jipyo_period_format (total->true_for);
  JipyoClaimQuery query = { .subject = PROGRAMME, .metric = TOTAL_METRIC, .period = period };
  g_autoptr (GPtrArray) totals = jipyo_ledger_find_claims (draft->context->ledger, &query);
  guint n_agreeing = 0;

  for (guint i = 0; i < totals->len; i++) {
    const JipyoClaim *other = g_ptr_array_index (totals, i);
    if (other != total && other->quantity.known
        && jipyo_decimal_equal (other->quantity.value, total->quantity.value))
      n_agreeing++;
  }
  return n_agreeing;
}

/* Totals in dispute come last. */
static int
compare_totals (gconstpointer a, gconstpointer b)
{
  const JipyoClaim *first = *(const JipyoClaim *const *) a;
  const JipyoClaim *second = *(const JipyoClaim *const *) b;
  gboolean first_disputed = first->status == JIPYO_STATUS_DISPUTED;
  gboolean second_disputed = second->status == JIPYO_STATUS_DISPUTED;
  int order = jipyo_period_compare (first->true_for, second->true_for);

  if (order == 0)
    order = (int) second->preferred - (int) first->preferred;
  if (order == 0)
    order = (int) first_disputed - (int) second_disputed;
  return order != 0 ? order : strcmp (first->id, second->id);
}

static void
plot_total (JipyoViewDraft *draft,
            JipyoPlot *plot,
            const JipyoClaim *total,
            JipyoPlotSeries *const *series)
{
  JipyoLang lang = draft->context->lang;
  g_autofree char *figure = jipyo_format_quantity (&total->quantity, lang);
  g_autofree char *year = jipyo_period_format_long (total->true_for, lang);
  guint n_more = count_agreeing (draft, total);
  g_autofree char *more = NULL;
  g_autofree char *note = NULL;
  const JipyoSource *source = NULL;
  guint band;

  if (total->source != NULL)
    source = jipyo_ledger_find_source (draft->context->ledger, total->source);
  if (n_more > 0)
    more = g_strdup_printf (lang == JIPYO_LANG_KO ? " · 외 %u건 일치" : " · %u more", n_more);
  note = g_strdup_printf ("%s · %s%s", year, figure, more != NULL ? more : "");
  band = jipyo_plot_add_band (
    plot, source != NULL ? jipyo_text_get (&source->publisher, lang) : total->id, note);
  if (!stack_lines (draft, total, band, series))
    jipyo_view_draft_plot_claim (draft, series[G_N_ELEMENTS (lines)], band, total);
}

static void
add_picture (JipyoViewDraft *draft, const GPtrArray *totals)
{
  JipyoPlot *plot = jipyo_view_draft_add_plot (draft, NULL, NULL);
  JipyoPlotSeries *series[G_N_ELEMENTS (lines) + 1];
  g_autoptr (GPtrArray) drawn = g_ptr_array_new ();

  plot->horizontal = TRUE;
  plot->position.kind = JIPYO_SCALE_BAND;
  plot->value.kind = JIPYO_SCALE_LINEAR;
  plot->value.unit = JIPYO_UNIT_KRW;
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    series[i] = jipyo_plot_add_series (
      plot, lines[i].id, jipyo_view_draft_pick (draft, lines[i].ko, lines[i].en), JIPYO_MARK_STACK);
    series[i]->colour = (JipyoColourKey){ JIPYO_ROLE_SERIES, i };
  }
  series[G_N_ELEMENTS (lines)] = jipyo_plot_add_series (
    plot, "undivided", jipyo_view_draft_pick (draft, "항목 없음", "Not broken down"),
    JIPYO_MARK_STACK);
  series[G_N_ELEMENTS (lines)]->colour.role = JIPYO_ROLE_MUTED;
  for (guint i = 0; i < totals->len; i++) {
    const JipyoClaim *total = g_ptr_array_index (totals, i);
    if (!total->quantity.known || is_drawn (drawn, total))
      continue;
    plot_total (draft, plot, total, series);
    g_ptr_array_add (drawn, (gpointer) total);
  }
}

static const JipyoClaim *
find_gpu_line (JipyoViewDraft *draft, const JipyoClaim *total)
{
  for (guint i = 0; total->inputs != NULL && total->inputs[i] != NULL; i++) {
    const JipyoClaim *part = jipyo_ledger_find_claim (draft->context->ledger, total->inputs[i]);
    if (part != NULL && strcmp (part->metric, lines[0].metric) == 0)
      return part;
  }
  return NULL;
}

/* "; 글로벌에픽은 총액을 2,139억 원으로 적는다", or "". */
static char *
describe_rival (JipyoViewDraft *draft, const JipyoClaim *total, JipyoLang lang)
{
  g_autoptr (GPtrArray) rivals = jipyo_ledger_find_conflicts (draft->context->ledger, total);
  const JipyoClaim *rival;
  const JipyoSource *source = NULL;
  const char *publisher;
  g_autofree char *figure = NULL;

  if (rivals->len == 0)
    return g_strdup ("");
  rival = g_ptr_array_index (rivals, 0);
  if (rival->source != NULL)
    source = jipyo_ledger_find_source (draft->context->ledger, rival->source);
  if (source == NULL)
    return g_strdup ("");
  publisher = jipyo_text_get (&source->publisher, lang);
  figure = jipyo_format_quantity (&rival->quantity, lang);
  if (lang == JIPYO_LANG_KO)
    return g_strdup_printf (", %s%s 총액을 %s%s 적는다", publisher,
                            jipyo_particle_choose (publisher, JIPYO_PARTICLE_TOPIC), figure,
                            jipyo_particle_choose (figure, JIPYO_PARTICLE_TO));
  return g_strdup_printf ("; %s puts the total at %s", publisher, figure);
}

static void
describe (JipyoViewDraft *draft, const JipyoClaim *total)
{
  const JipyoClaim *gpu = find_gpu_line (draft, total);
  g_autofree char *year = jipyo_period_format (total->true_for);
  g_autofree char *figure_ko = jipyo_format_quantity (&total->quantity, JIPYO_LANG_KO);
  g_autofree char *figure_en = jipyo_format_quantity (&total->quantity, JIPYO_LANG_EN);
  g_autofree char *rival_ko = describe_rival (draft, total, JIPYO_LANG_KO);
  g_autofree char *rival_en = describe_rival (draft, total, JIPYO_LANG_EN);
  g_autofree char *part = NULL;
  JipyoQuantity share;

  if (gpu == NULL || !jipyo_figure_compute_share (&gpu->quantity, &total->quantity, &share)) {
    jipyo_view_draft_take_sentence (
      draft,
      g_strdup_printf ("%s년 예산은 %s%s%s", year, figure_ko, *rival_ko != '\0' ? "인데" : "이다",
                       rival_ko),
      g_strdup_printf ("The %s budget is %s%s", year, figure_en, rival_en));
    return;
  }
  part = jipyo_decimal_format_fixed (share.value, 1, TRUE);
  jipyo_view_draft_take_sentence (draft,
                                  g_strdup_printf ("%s년 예산 %s 가운데 %s %%가 GPU 임차비%s%s",
                                                   year, figure_ko, part,
                                                   *rival_ko != '\0' ? "인데" : "이다", rival_ko),
                                  g_strdup_printf ("Of the %s budget of %s, %s %% leases GPUs%s",
                                                   year, figure_en, part, rival_en));
}

JipyoView *
jipyo_view_build_budget (const JipyoViewContext *context, GError **error)
{
  g_autoptr (JipyoViewDraft) draft = jipyo_view_draft_new (context, "budget");
  JipyoClaimQuery query = { .subject = PROGRAMME, .metric = TOTAL_METRIC };
  g_autoptr (GPtrArray) totals = jipyo_ledger_find_claims (context->ledger, &query);
  const JipyoClaim *total = jipyo_view_draft_find (draft, &query);

  add_columns (draft->view->table);
  if (total == NULL) {
    jipyo_view_draft_set_empty (draft, "이 날짜에는 사업 예산이 알려지지 않았다",
                                "The programme’s budget was not known on this date");
    return jipyo_view_draft_finish (g_steal_pointer (&draft));
  }
  g_ptr_array_sort (totals, compare_totals);
  add_line_rows (draft, &total_line);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    add_line_rows (draft, &lines[i]);
  add_per_team (draft, total);
  describe (draft, total);
  add_picture (draft, totals);
  return jipyo_view_draft_finish (g_steal_pointer (&draft));
}

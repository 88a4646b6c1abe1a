/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view "pledges": what was promised beside what has been delivered. Figures delivered may
 * overlap in time and kind, so they are compared with the promise one by one and never summed.
 */

#include "jipyo-figures.h"
#include "jipyo-format.h"
#include "jipyo-view-builders.h"
#include "jipyo-view-draft.h"

#include <string.h>

static void
add_columns (JipyoTable *table)
{
  JipyoText amount = jipyo_text_new ("수치", "Figure");
  JipyoText progress = jipyo_text_new ("공약 대비", "Of the promise");

  jipyo_table_add_text_column (table, "pledge", "공약", "Pledge");
  jipyo_table_add_text_column (table, "side", "구분", "Side");
  jipyo_table_add_text_column (table, "what", "내용", "What");
  jipyo_table_add_figure_column (table, "amount", &amount, "");
  jipyo_table_add_text_column (table, "unit", "단위", "Unit");
  jipyo_table_add_text_column (table, "period", "기간", "Period");
  jipyo_table_add_figure_column (table, "progress", &progress, jipyo_unit_id (JIPYO_UNIT_PERCENT));
  jipyo_table_add_mark_columns (table);
  jipyo_text_clear (&amount);
  jipyo_text_clear (&progress);
}

/* How much of the promise a delivered figure makes up. Of a floor ("5만 이상") it is at most the
 * share of that floor; a ceiling ("최대") promises nothing that could be reached. */
static gboolean
compute_progress (const JipyoClaim *promised, const JipyoClaim *delivered, JipyoQuantity *out)
{
  JipyoQuantity whole;

  if (promised == NULL || promised->quantity.unit != delivered->quantity.unit
      || promised->quantity.qualifier == JIPYO_QUALIFIER_AT_MOST)
    return FALSE;
  whole = promised->quantity;
  whole.qualifier = JIPYO_QUALIFIER_EXACT;
  if (!jipyo_figure_compute_share (&delivered->quantity, &whole, out))
    return FALSE;
  if (promised->quantity.qualifier == JIPYO_QUALIFIER_AT_LEAST)
    out->qualifier = JIPYO_QUALIFIER_AT_MOST;
  return TRUE;
}

static void
begin_row (JipyoTable *table, const JipyoPledge *pledge, gboolean promised)
{
  JipyoText side =
    promised ? jipyo_text_new ("공약", "Promised") : jipyo_text_new ("이행", "Delivered");

  jipyo_table_begin_row (table);
  jipyo_table_set_code (table, "pledge", pledge->id, &pledge->label);
  jipyo_table_set_code (table, "side", promised ? "promised" : "delivered", &side);
  jipyo_text_clear (&side);
}

/* "AI 투자 공약(민관 공동 투자)": what a number is of, where the source says so. */
static void
set_what (JipyoTable *table, const JipyoClaim *claim)
{
  g_autofree char *ko = NULL;
  g_autofree char *en = NULL;

  if (!claim->quantity.known || jipyo_text_is_empty (&claim->text)) {
    jipyo_table_set_text (table, "what", claim->label.ko, claim->label.en);
    return;
  }
  ko = g_strdup_printf ("%s(%s)", claim->label.ko, claim->text.ko);
  en = g_strdup_printf ("%s (%s)", claim->label.en, claim->text.en);
  jipyo_table_set_text (table, "what", ko, en);
}

static void
add_claim_row (JipyoViewDraft *draft, const JipyoPledge *pledge, const JipyoClaim *claim)
{
  JipyoTable *table = draft->view->table;
  g_autofree char *period = jipyo_period_format (claim->true_for);
  gboolean promised = g_strcmp0 (pledge->promised, claim->id) == 0;
  const char *unit = jipyo_unit_id (claim->quantity.unit);
  JipyoQuantity progress;

  begin_row (table, pledge, promised);
  set_what (table, claim);
  jipyo_table_set_claim (table, "amount", claim);
  jipyo_table_set_text (table, "unit", unit, unit);
  jipyo_table_set_text (table, "period", period, period);
  if (!promised
      && compute_progress (jipyo_ledger_find_claim (draft->context->ledger, pledge->promised),
                           claim, &progress))
    jipyo_table_set_derived (table, "progress", &progress);
  jipyo_table_set_marks (table, claim->quantity.qualifier, claim->status);
  jipyo_view_draft_use (draft, claim);
}

/* Claims delivered that the reading knows. (transfer container) */
static GPtrArray *
find_delivered (const JipyoLedger *ledger, const JipyoPledge *pledge)
{
  GPtrArray *claims = g_ptr_array_new ();

  for (guint i = 0; pledge->delivered != NULL && pledge->delivered[i] != NULL; i++) {
    const JipyoClaim *claim = jipyo_ledger_find_claim (ledger, pledge->delivered[i]);
    if (claim != NULL)
      g_ptr_array_add (claims, (gpointer) claim);
  }
  return claims;
}

/* The number of delivered figures. */
static guint
add_pledge_rows (JipyoViewDraft *draft, const JipyoPledge *pledge, const JipyoClaim *promised)
{
  g_autoptr (GPtrArray) delivered = find_delivered (draft->context->ledger, pledge);

  add_claim_row (draft, pledge, promised);
  for (guint i = 0; i < delivered->len; i++)
    add_claim_row (draft, pledge, g_ptr_array_index (delivered, i));
  if (delivered->len > 0)
    return delivered->len;
  begin_row (draft->view->table, pledge, FALSE);
  jipyo_table_set_text (draft->view->table, "what", "이행 수치가 알려지지 않음",
                        "No delivered figure is known");
  return 0;
}

/* A team by its short name; else the side, since the picture's title names the pledge. */
static const char *
get_band_name (JipyoViewDraft *draft, const JipyoClaim *claim, gboolean promised)
{
  const JipyoTeam *team = jipyo_ledger_find_team (draft->context->ledger, claim->subject);

  if (team != NULL)
    return jipyo_text_get (&team->short_name, draft->context->lang);
  return promised ? jipyo_view_draft_pick (draft, "약속", "Promised")
                  : jipyo_view_draft_pick (draft, "이행", "Delivered");
}

/* "B200 · 2026-01–2026-06" for counts of one kind of GPU, else the period. */
static char *
format_band_note (const JipyoClaim *claim, const char *period)
{
  static const char PREFIX[] = "gpus-";
  g_autofree char *kind = NULL;

  if (!g_str_has_prefix (claim->metric, PREFIX) || !g_ascii_isalpha (claim->metric[strlen (PREFIX)])
      || !g_ascii_isdigit (claim->metric[strlen (PREFIX) + 1]))
    return g_strdup (period);
  kind = g_ascii_strup (claim->metric + strlen (PREFIX), -1);
  return g_strdup_printf ("%s · %s", kind, period);
}

static void
plot_claim (JipyoViewDraft *draft, JipyoPlot *plot, const JipyoClaim *claim, gboolean promised)
{
  JipyoDatum *datum;
  JipyoLang lang = draft->context->lang;
  JipyoPlotSeries *series = g_ptr_array_index (plot->series, 0);
  g_autofree char *period = jipyo_period_format_long (claim->true_for, lang);
  g_autofree char *note = format_band_note (claim, period);
  guint band = jipyo_plot_add_band (plot, get_band_name (draft, claim, promised), note);

  datum = jipyo_view_draft_plot_claim (draft, series, band, claim);
  datum->has_colour = promised;
  datum->colour.role = JIPYO_ROLE_NEUTRAL;
}

/* A picture only where there are two numbers to compare. */
static void
plot_pledge (JipyoViewDraft *draft, const JipyoPledge *pledge, const JipyoClaim *promised)
{
  g_autoptr (GPtrArray) delivered = find_delivered (draft->context->ledger, pledge);
  JipyoLang lang = draft->context->lang;
  JipyoPlot *plot;
  JipyoPlotSeries *series;

  if (delivered->len + (promised->quantity.known ? 1 : 0) < 2)
    return;
  plot = jipyo_view_draft_add_plot (draft, jipyo_text_get (&pledge->label, lang), NULL);
  plot->horizontal = TRUE;
  plot->position.kind = JIPYO_SCALE_BAND;
  plot->value.kind = JIPYO_SCALE_LINEAR;
  plot->value.hidden = TRUE;
  series = jipyo_plot_add_series (plot, "figures", NULL, JIPYO_MARK_BAR);
  series->colour.role = JIPYO_ROLE_ACCENT;
  if (promised->quantity.known) {
    plot->value.unit = promised->quantity.unit;
    plot_claim (draft, plot, promised, TRUE);
  }
  for (guint i = 0; i < delivered->len; i++) {
    const JipyoClaim *claim = g_ptr_array_index (delivered, i);
    if (promised->quantity.known && claim->quantity.unit != promised->quantity.unit)
      continue;
    plot->value.unit = claim->quantity.unit;
    plot_claim (draft, plot, claim, FALSE);
  }
}

/* The delivered figure that is the largest part of its promise; the finding speaks of it. */
typedef struct {
  const JipyoClaim *promised;
  const JipyoClaim *delivered;
  JipyoQuantity progress;
} BestDelivery;

typedef struct {
  guint n_pledges;
  guint n_unknown; /* of whose delivery no figure is known */
} Count;

static void
consider (BestDelivery *best, const JipyoLedger *ledger, const JipyoPledge *pledge)
{
  const JipyoClaim *promised = jipyo_ledger_find_claim (ledger, pledge->promised);
  g_autoptr (GPtrArray) delivered = find_delivered (ledger, pledge);

  for (guint i = 0; i < delivered->len; i++) {
    const JipyoClaim *claim = g_ptr_array_index (delivered, i);
    JipyoQuantity progress;

    if (!compute_progress (promised, claim, &progress))
      continue;
    if (best->delivered == NULL
        || jipyo_decimal_compare (progress.value, best->progress.value) > 0) {
      best->promised = promised;
      best->delivered = claim;
      best->progress = progress;
    }
  }
}

/* "국가 GPU 구매 물량 13,136장, 공약 5만장 이상의 최대 26.3 %" */
static char *
describe_best (const BestDelivery *best, JipyoLang lang)
{
  g_autofree char *promised = jipyo_format_quantity (&best->promised->quantity, lang);
  g_autofree char *delivered = jipyo_format_quantity (&best->delivered->quantity, lang);
  g_autofree char *share = jipyo_format_quantity (&best->progress, lang);
  const char *label = jipyo_text_get (&best->delivered->label, lang);

  if (lang == JIPYO_LANG_KO)
    return g_strdup_printf ("%s %s, 공약한 %s의 %s", label, delivered, promised, share);
  return g_strdup_printf ("%s: %s, %s of the %s pledged", label, delivered, share, promised);
}

/* "공약 9건 가운데 6건은 이행 수치가 없다" */
static char *
describe_unknown (const Count *count, JipyoLang lang)
{
  if (lang == JIPYO_LANG_KO)
    return g_strdup_printf ("공약 %u건 가운데 %u건은 이행 수치가 없다", count->n_pledges,
                            count->n_unknown);
  return g_strdup_printf (count->n_pledges == 1 ? "of %u pledge, %u without a figure of delivery"
                                                : "of %u pledges, %u without a figure of delivery",
                          count->n_pledges, count->n_unknown);
}

static char *
describe (const BestDelivery *best, const Count *count, JipyoLang lang)
{
  gboolean ko = lang == JIPYO_LANG_KO;
  g_autofree char *found = NULL;
  g_autofree char *unknown = NULL;

  if (best->delivered == NULL && ko)
    return g_strdup_printf ("공약 %u건이 있고, 이행을 잴 수 있는 수치는 아직 없다",
                            count->n_pledges);
  if (best->delivered == NULL)
    return g_strdup_printf (count->n_pledges == 1
                              ? "%u pledge, and no figure yet to measure it by"
                              : "%u pledges, and no figure yet to measure them by",
                            count->n_pledges);
  found = describe_best (best, lang);
  if (count->n_unknown == 0)
    return g_steal_pointer (&found);
  unknown = describe_unknown (count, lang);
  /* Where a title has to break, it breaks behind the mark. */
  return g_strdup_printf ("%s; %s", found, unknown);
}

static char *
format_figure (const JipyoClaim *claim, JipyoLang lang)
{
  if (!claim->quantity.known && !jipyo_text_is_empty (&claim->text))
    return g_strdup (jipyo_text_get (&claim->text, lang));
  return jipyo_format_quantity (&claim->quantity, lang);
}

/* "13,136장 (2025)", and how many more figures the table has. */
static char *
format_delivered (const GPtrArray *delivered, JipyoLang lang)
{
  const JipyoClaim *last;
  g_autofree char *figure = NULL;
  g_autofree char *period = NULL;

  if (delivered->len == 0)
    return g_strdup (lang == JIPYO_LANG_KO ? "알려지지 않음" : "not known");
  last = g_ptr_array_index (delivered, delivered->len - 1);
  figure = format_figure (last, lang);
  period = jipyo_period_format_long (last->true_for, lang);
  if (delivered->len == 1)
    return g_strdup_printf ("%s (%s)", figure, period);
  return g_strdup_printf (lang == JIPYO_LANG_KO ? "%s (%s) 외 %u건" : "%s (%s) and %u more", figure,
                          period, delivered->len - 1);
}

static char *
format_progress (const JipyoClaim *promised, const GPtrArray *delivered, JipyoLang lang)
{
  JipyoQuantity progress;

  if (delivered->len == 0
      || !compute_progress (promised, g_ptr_array_index (delivered, delivered->len - 1), &progress))
    return NULL;
  return jipyo_format_quantity (&progress, lang);
}

static gboolean
has_number (const JipyoClaim *promised, const GPtrArray *delivered)
{
  return promised->quantity.known || delivered->len > 0;
}

/* Pledges in words alone have nothing to compare; the picture says how many the table has. */
static void
set_subtitle (JipyoViewDraft *draft)
{
  const JipyoLedger *ledger = draft->context->ledger;
  const GPtrArray *pledges = jipyo_ledger_get_pledges (ledger);
  guint n_in_words = 0;

  for (guint i = 0; i < pledges->len; i++) {
    const JipyoPledge *pledge = g_ptr_array_index (pledges, i);
    const JipyoClaim *promised = jipyo_ledger_find_claim (ledger, pledge->promised);
    g_autoptr (GPtrArray) delivered = find_delivered (ledger, pledge);

    if (promised != NULL && !has_number (promised, delivered))
      n_in_words++;
  }
  draft->view->sheet->subtitle =
    n_in_words == 0
      ? g_strdup (jipyo_view_draft_pick (draft, "공약과 확인된 이행",
                                         "Promises and what is known of delivery"))
      : g_strdup_printf (draft->context->lang == JIPYO_LANG_KO
                           ? "공약과 확인된 이행 · 수치 없는 공약 %u건은 그리지 않음"
                           : "Promises and known delivery · %u without a figure not drawn",
                         n_in_words);
}

/* One line a pledge; the table of the view has every figure on a line of its own. */
static void
add_grid (JipyoViewDraft *draft)
{
  const JipyoLedger *ledger = draft->context->ledger;
  const GPtrArray *pledges = jipyo_ledger_get_pledges (ledger);
  JipyoLang lang = draft->context->lang;
  JipyoGrid *grid = draft->view->sheet->grid = jipyo_grid_new ();

  jipyo_grid_add_column (grid, jipyo_view_draft_pick (draft, "공약", "Pledge"), JIPYO_ALIGN_START);
  jipyo_grid_add_column (grid, jipyo_view_draft_pick (draft, "약속", "Promised"),
                         JIPYO_ALIGN_START);
  jipyo_grid_add_column (grid, jipyo_view_draft_pick (draft, "확인된 이행", "Known delivery"),
                         JIPYO_ALIGN_START);
  jipyo_grid_add_column (grid, jipyo_view_draft_pick (draft, "공약 대비", "Of the promise"),
                         JIPYO_ALIGN_END);
  for (guint i = 0; i < pledges->len; i++) {
    const JipyoPledge *pledge = g_ptr_array_index (pledges, i);
    const JipyoClaim *promised = jipyo_ledger_find_claim (ledger, pledge->promised);
    g_autoptr (GPtrArray) delivered = find_delivered (ledger, pledge);
    JipyoGridCell *cells;

    if (promised == NULL || !has_number (promised, delivered))
      continue;
    cells = jipyo_grid_add_row (grid);
    cells[0].text = g_strdup (jipyo_text_get (&pledge->label, lang));
    cells[1].text = format_figure (promised, lang);
    cells[2].text = format_delivered (delivered, lang);
    cells[2].muted = delivered->len == 0;
    cells[3].text = format_progress (promised, delivered, lang);
  }
}

JipyoView *
jipyo_view_build_pledges (const JipyoViewContext *context, GError **error)
{
  g_autoptr (JipyoViewDraft) draft = jipyo_view_draft_new (context, "pledges");
  const GPtrArray *pledges = jipyo_ledger_get_pledges (context->ledger);
  BestDelivery best = { 0 };
  Count count = { 0 };

  add_columns (draft->view->table);
  for (guint i = 0; i < pledges->len; i++) {
    const JipyoPledge *pledge = g_ptr_array_index (pledges, i);
    const JipyoClaim *promised = jipyo_ledger_find_claim (context->ledger, pledge->promised);

    if (promised == NULL)
      continue;
    count.n_pledges++;
    count.n_unknown += add_pledge_rows (draft, pledge, promised) == 0;
    plot_pledge (draft, pledge, promised);
    consider (&best, context->ledger, pledge);
  }
  if (count.n_pledges == 0) {
    jipyo_view_draft_set_empty (draft, "이 날짜에는 공약이 알려지지 않았다",
                                "No pledge was known on this date");
    return jipyo_view_draft_finish (g_steal_pointer (&draft));
  }
  jipyo_view_draft_take_sentence (draft, describe (&best, &count, JIPYO_LANG_KO),
                                  describe (&best, &count, JIPYO_LANG_EN));
  set_subtitle (draft);
  add_grid (draft);
  return jipyo_view_draft_finish (g_steal_pointer (&draft));
}

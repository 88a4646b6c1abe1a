/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view "world": programmes of many countries in one currency where the record holds a rate.
 * Budgets, funds, pledges and targets of different spans are not the same thing; kind and span
 * stand beside every amount.
 */

#include "jipyo-currency.h"
#include "jipyo-figures.h"
#include "jipyo-format.h"
#include "jipyo-model-counts.h"
#include "jipyo-particle.h"
#include "jipyo-view-builders.h"

#include <math.h>
#include <string.h>

static const JipyoInitiativeKind kinds[] = {
  JIPYO_INITIATIVE_BUDGET,
  JIPYO_INITIATIVE_FUND,
  JIPYO_INITIATIVE_PLEDGE,
  JIPYO_INITIATIVE_TARGET,
};

static const guint LARGEST_DRAWN = 9;
static const guint HOME_DRAWN = 3;

typedef struct {
  const JipyoInitiative *initiative;
  const JipyoClaim *claim;
  JipyoText country; /* owned */
  JipyoConversion conversion;
  gboolean comparable; /* in the currency of the view */
} Entry;

static void
entry_clear (gpointer data)
{
  jipyo_text_clear (&((Entry *) data)->country);
}

/* The largest first; those that cannot be compared at the end, in file order. */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *first = a;
  const Entry *second = b;

  if (first->comparable != second->comparable)
    return first->comparable ? -1 : 1;
  if (!first->comparable)
    return strcmp (first->initiative->id, second->initiative->id);
  return jipyo_decimal_compare (second->conversion.quantity.value,
                                first->conversion.quantity.value);
}

static JipyoUnit
get_currency (JipyoViewDraft *draft)
{
  return g_str_equal (jipyo_view_draft_get_option (draft, "currency", "usd"), "krw")
           ? JIPYO_UNIT_KRW
           : JIPYO_UNIT_USD;
}

static GArray *
gather (JipyoViewDraft *draft)
{
  const JipyoLedger *ledger = draft->context->ledger;
  const GPtrArray *initiatives = jipyo_ledger_get_initiatives (ledger);
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (Entry));

  g_array_set_clear_func (entries, entry_clear);
  for (guint i = 0; i < initiatives->len; i++) {
    const JipyoInitiative *initiative = g_ptr_array_index (initiatives, i);
    const JipyoOrganisation *country = jipyo_ledger_find_organisation (ledger, initiative->country);
    Entry entry = { .initiative = initiative };

    entry.claim = jipyo_ledger_find_claim (ledger, initiative->claim);
    if (entry.claim == NULL)
      continue;
    jipyo_view_draft_use (draft, entry.claim);
    entry.country = country != NULL ? jipyo_text_copy (&country->name)
                                    : jipyo_text_new (initiative->country, initiative->country);
    entry.comparable = jipyo_currency_convert (draft, &entry.claim->quantity, get_currency (draft),
                                               &entry.conversion);
    g_array_append_val (entries, entry);
  }
  g_array_sort (entries, compare_entries);
  return entries;
}

static void
add_columns (JipyoTable *table, JipyoUnit currency)
{
  JipyoText amount = jipyo_text_new ("금액", "Amount");
  JipyoText converted = jipyo_text_new ("환산", "Converted");
  JipyoText years = jipyo_text_new ("기간(년)", "Span (years)");

  jipyo_table_add_text_column (table, "id", "기호", "Id");
  jipyo_table_add_text_column (table, "country", "나라", "Country");
  jipyo_table_add_text_column (table, "programme", "사업", "Programme");
  jipyo_table_add_text_column (table, "kind", "종류", "Kind");
  jipyo_table_add_text_column (table, "scope", "범위", "Scope");
  jipyo_table_add_figure_column (table, "years", &years, "");
  jipyo_table_add_text_column (table, "announced", "발표", "Announced");
  jipyo_table_add_figure_column (table, "amount", &amount, "");
  jipyo_table_add_text_column (table, "unit", "통화", "Currency");
  jipyo_table_add_figure_column (table, "converted", &converted, jipyo_unit_id (currency));
  jipyo_table_add_text_column (table, "rate-date", "환율 기준일", "Date of the rate");
  jipyo_table_add_mark_columns (table);
  jipyo_table_add_text_column (table, "note", "비고", "Note");
  jipyo_text_clear (&amount);
  jipyo_text_clear (&converted);
  jipyo_text_clear (&years);
}

static void
set_kind (JipyoTable *table, JipyoInitiativeKind kind)
{
  JipyoText label = jipyo_text_new (jipyo_initiative_kind_label (kind, JIPYO_LANG_KO),
                                    jipyo_initiative_kind_label (kind, JIPYO_LANG_EN));

  jipyo_table_set_code (table, "kind", jipyo_initiative_kind_id (kind), &label);
  jipyo_text_clear (&label);
}

static void
set_scope (JipyoTable *table, const JipyoInitiative *initiative)
{
  JipyoText label = initiative->not_only_ai ? jipyo_text_new ("AI 밖 포함", "Not only AI")
                                            : jipyo_text_new ("AI", "AI");

  jipyo_table_set_code (table, "scope", initiative->not_only_ai ? "not-only-ai" : "ai", &label);
  jipyo_text_clear (&label);
}

/* The older of the rates used: a figure is as old as its oldest part. */
static char *
format_rate_date (const JipyoConversion *conversion)
{
  JipyoDate date = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (conversion->rates); i++) {
    const JipyoClaim *rate = conversion->rates[i];
    if (rate == NULL)
      continue;
    if (!jipyo_date_is_known (date) || jipyo_date_compare (rate->true_for.from, date) < 0)
      date = rate->true_for.from;
  }
  return jipyo_date_format (date);
}

static void
add_row (JipyoTable *table, const Entry *entry)
{
  const JipyoInitiative *initiative = entry->initiative;
  const char *unit = jipyo_unit_id (entry->claim->quantity.unit);
  g_autofree char *announced = jipyo_date_format (initiative->announced);
  g_autofree char *rate_date = format_rate_date (&entry->conversion);

  jipyo_table_begin_row (table);
  jipyo_table_set_text (table, "id", initiative->id, initiative->id);
  jipyo_table_set_code (table, "country", initiative->country, &entry->country);
  jipyo_table_set_text (table, "programme", initiative->name.ko, initiative->name.en);
  set_kind (table, initiative->kind);
  set_scope (table, initiative);
  if (initiative->years > 0) {
    JipyoQuantity years = jipyo_figure_new_count (initiative->years, JIPYO_UNIT_NONE);
    jipyo_table_set_derived (table, "years", &years);
    jipyo_table_get_cell (table, "years")->status = JIPYO_STATUS_STATED;
  }
  jipyo_table_set_text (table, "announced", announced, announced);
  jipyo_table_set_claim (table, "amount", entry->claim);
  jipyo_table_set_text (table, "unit", unit, unit);
  if (entry->comparable && entry->conversion.converted)
    jipyo_table_set_derived (table, "converted", &entry->conversion.quantity);
  else if (entry->comparable)
    jipyo_table_set_claim (table, "converted", entry->claim);
  jipyo_table_set_text (table, "rate-date", rate_date, rate_date);
  jipyo_table_set_marks (table, entry->claim->quantity.qualifier, entry->claim->status);
  jipyo_table_set_text (table, "note", entry->claim->note.ko, entry->claim->note.en);
}

/* "펀드 · 5년", "약속 · 10년 · AI 밖 포함" */
static char *
format_kind_and_span (const JipyoInitiative *initiative, JipyoLang lang)
{
  gboolean ko = lang == JIPYO_LANG_KO;
  g_autoptr (GString) text = g_string_new (jipyo_initiative_kind_label (initiative->kind, lang));

  if (initiative->years > 0)
    g_string_append_printf (text,
                            ko                       ? " · %d년"
                            : initiative->years == 1 ? " · %d year"
                                                     : " · %d years",
                            initiative->years);
  if (initiative->not_only_ai)
    g_string_append (text, ko ? " · AI 밖 포함" : " · not only AI");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static guint
get_kind_index (JipyoInitiativeKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (kinds[i] == kind)
      return i;
  }
  return 0;
}

static void
plot_entry (JipyoViewDraft *draft, JipyoPlot *plot, const Entry *entry)
{
  JipyoLang lang = draft->context->lang;
  JipyoPlotSeries *series =
    g_ptr_array_index (plot->series, get_kind_index (entry->initiative->kind));
  const JipyoQuantity *quantity = &entry->conversion.quantity;
  g_autofree char *figure = jipyo_format_quantity (quantity, lang);
  g_autofree char *note = format_kind_and_span (entry->initiative, lang);
  guint band = jipyo_plot_add_band (plot, jipyo_text_get (&entry->initiative->name, lang), NULL);
  JipyoDatum *datum =
    jipyo_plot_series_add (series, band, jipyo_decimal_to_double (quantity->value), figure);

  jipyo_datum_set_note (datum, note);
  jipyo_datum_set_claim (datum, entry->claim->id);
  datum->kind = jipyo_datum_kind_from_claim (entry->claim);
  datum->has_colour = strcmp (entry->initiative->country, jipyo_model_counts_home) == 0;
  datum->colour.role = JIPYO_ROLE_ACCENT;
}

/* The largest, and the home country's largest: more lines than these cannot be read from afar, and
 * the table has them all. */
static gboolean
is_drawn (const GArray *entries, guint index)
{
  const Entry *entry = &g_array_index (entries, Entry, index);
  gboolean home = strcmp (entry->initiative->country, jipyo_model_counts_home) == 0;
  guint n_before = 0;

  if (!entry->comparable)
    return FALSE;
  if (!home)
    return index < LARGEST_DRAWN;
  for (guint i = 0; i < index; i++) {
    if (strcmp (g_array_index (entries, Entry, i).initiative->country, jipyo_model_counts_home)
        == 0)
      n_before++;
  }
  return index < LARGEST_DRAWN || n_before < HOME_DRAWN;
}

/* What the axis cannot show: that unlike things stand side by side, how old the rates are, and how
 * many amounts have none. */
static void
set_subtitle (JipyoViewDraft *draft, const GArray *entries)
{
  gboolean ko = draft->context->lang == JIPYO_LANG_KO;
  g_autoptr (GString) text = g_string_new (ko ? "예산, 기금, 약속, 목표와 기간이 섞여 있다"
                                              : "Budgets, funds, pledges and targets mixed");
  g_autofree char *oldest = NULL;
  guint n_apart = 0;
  guint n_left_out = 0;

  for (guint i = 0; i < entries->len; i++) {
    const Entry *entry = &g_array_index (entries, Entry, i);
    g_autofree char *date = format_rate_date (&entry->conversion);
    if (entry->comparable && !is_drawn (entries, i))
      n_left_out++;
    if (!entry->comparable)
      n_apart++;
    else if (*date != '\0' && (oldest == NULL || strcmp (date, oldest) < 0)) {
      g_free (oldest);
      oldest = g_steal_pointer (&date);
    }
  }
  if (oldest != NULL)
    g_string_append_printf (text, ko ? " · 환율은 %s 이후의 것" : " · rates of %s and later",
                            oldest);
  if (n_apart > 0)
    g_string_append_printf (text, ko ? " · 환율 없는 %u건은 따로" : " · %u without a rate apart",
                            n_apart);
  if (n_left_out > 0)
    g_string_append_printf (text, ko ? " · 작은 %u건은 생략" : " · %u smaller ones left out",
                            n_left_out);
  draft->view->sheet->subtitle = g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_picture (JipyoViewDraft *draft, const GArray *entries)
{
  gboolean linear = g_str_equal (jipyo_view_draft_get_option (draft, "scale", "log"), "linear");
  JipyoPlot *plot = jipyo_view_draft_add_plot (draft, NULL, NULL);

  plot->horizontal = TRUE;
  plot->position.kind = JIPYO_SCALE_BAND;
  plot->value.kind = linear ? JIPYO_SCALE_LINEAR : JIPYO_SCALE_LOG;
  plot->value.unit = get_currency (draft);
  /* A bar on a logarithmic axis has no honest length, a dot has a place. */
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    JipyoPlotSeries *series = jipyo_plot_add_series (
      plot, jipyo_initiative_kind_id (kinds[i]), NULL, linear ? JIPYO_MARK_BAR : JIPYO_MARK_DOT);
    series->colour.role = JIPYO_ROLE_NEUTRAL;
  }
  for (guint i = 0; i < entries->len; i++) {
    const Entry *entry = &g_array_index (entries, Entry, i);
    if (is_drawn (entries, i))
      plot_entry (draft, plot, entry);
  }
  set_subtitle (draft, entries);
}

static JipyoGrid *
begin_grid (JipyoViewDraft *draft)
{
  JipyoGrid *grid = jipyo_grid_new ();

  jipyo_grid_add_column (
    grid, jipyo_view_draft_pick (draft, "환율이 없어 환산하지 않음", "Not converted: no rate"),
    JIPYO_ALIGN_START);
  jipyo_grid_add_column (grid, jipyo_view_draft_pick (draft, "종류", "Kind"), JIPYO_ALIGN_START);
  jipyo_grid_add_column (grid, jipyo_view_draft_pick (draft, "금액", "Amount"), JIPYO_ALIGN_END);
  draft->view->sheet->grid = grid;
  return grid;
}

/* Those without a rate, in their own currency, apart from the axis. */
static void
add_apart (JipyoViewDraft *draft, JipyoGrid *grid, const GArray *entries)
{
  JipyoLang lang = draft->context->lang;

  for (guint i = 0; i < entries->len; i++) {
    const Entry *entry = &g_array_index (entries, Entry, i);
    JipyoGridCell *cells;

    if (entry->comparable)
      continue;
    cells = jipyo_grid_add_row (grid);
    cells[0].text = g_strdup (jipyo_text_get (&entry->initiative->name, lang));
    cells[1].text = format_kind_and_span (entry->initiative, lang);
    cells[2].text = jipyo_format_quantity (&entry->claim->quantity, lang);
  }
}

static void
add_rate (JipyoViewDraft *draft, JipyoGrid *grid, const JipyoClaim *rate)
{
  JipyoGridCell *cells = jipyo_grid_add_row (grid);
  g_autofree char *number = jipyo_decimal_format_fixed (
    rate->quantity.value, jipyo_decimal_get_decimals (rate->quantity.value), TRUE);

  cells[0].text = g_strdup_printf (draft->context->lang == JIPYO_LANG_KO ? "환율(1달러에 %s)"
                                                                         : "Rate (%s per dollar)",
                                   rate->subject);
  cells[1].text = jipyo_period_format (rate->true_for);
  cells[2].text = g_steal_pointer (&number);
  cells[0].muted = cells[1].muted = cells[2].muted = TRUE;
}

/* The rates that were used, each once. */
static void
add_rates (JipyoViewDraft *draft, JipyoGrid *grid, const GArray *entries)
{
  g_autoptr (GPtrArray) rates = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++) {
    const Entry *entry = &g_array_index (entries, Entry, i);
    for (guint r = 0; r < G_N_ELEMENTS (entry->conversion.rates); r++) {
      gconstpointer rate = entry->conversion.rates[r];
      if (rate != NULL && !g_ptr_array_find (rates, rate, NULL))
        g_ptr_array_add (rates, (gpointer) rate);
    }
  }
  for (guint i = 0; i < rates->len; i++)
    add_rate (draft, grid, g_ptr_array_index (rates, i));
}

/* Of what is for AI alone; an amount for other things too is no finding about AI. */
static const Entry *
find_largest (const GArray *entries, const char *country)
{
  for (guint i = 0; i < entries->len; i++) {
    const Entry *entry = &g_array_index (entries, Entry, i);
    if (entry->comparable && !entry->initiative->not_only_ai
        && (country == NULL || strcmp (entry->initiative->country, country) == 0))
      return entry;
  }
  return NULL;
}

static char *
format_entry (const Entry *entry, JipyoLang lang)
{
  g_autofree char *figure = jipyo_format_quantity (&entry->conversion.quantity, lang);

  return g_strdup_printf (lang == JIPYO_LANG_KO ? "%s(%s)" : "%s (%s)",
                          jipyo_text_get (&entry->initiative->name, lang), figure);
}

static void
describe (JipyoViewDraft *draft, const GArray *entries)
{
  const Entry *first = find_largest (entries, NULL);
  const Entry *home = find_largest (entries, jipyo_model_counts_home);
  g_autofree char *first_ko = NULL;
  g_autofree char *first_en = NULL;
  g_autofree char *home_ko = NULL;
  g_autofree char *home_en = NULL;

  if (first == NULL) {
    jipyo_view_draft_take_sentence (
      draft,
      g_strdup_printf ("사업 %u건이 알려져 있으나, AI 금액을 한 통화로 견줄 수 없다", entries->len),
      g_strdup_printf (entries->len == 1 ? "%u programme is known, but no amount to compare"
                                         : "%u programmes are known, but no amounts to compare",
                       entries->len));
    return;
  }
  first_ko = format_entry (first, JIPYO_LANG_KO);
  first_en = format_entry (first, JIPYO_LANG_EN);
  if (home == NULL || home == first) {
    jipyo_view_draft_take_sentence (
      draft, g_strdup_printf ("AI 전용 최대 사업은 %s이다", first_ko),
      g_strdup_printf ("The largest programme for AI alone: %s", first_en));
    return;
  }
  home_ko = format_entry (home, JIPYO_LANG_KO);
  home_en = format_entry (home, JIPYO_LANG_EN);
  jipyo_view_draft_take_sentence (
    draft, g_strdup_printf ("AI 전용 최대 사업은 %s, 한국은 %s", first_ko, home_ko),
    g_strdup_printf ("The largest for AI alone: %s; in Korea: %s", first_en, home_en));
}

JipyoView *
jipyo_view_build_world (const JipyoViewContext *context, GError **error)
{
  g_autoptr (JipyoViewDraft) draft = jipyo_view_draft_new (context, "world");
  g_autoptr (GArray) entries = gather (draft);
  JipyoGrid *grid;

  add_columns (draft->view->table, get_currency (draft));
  if (entries->len == 0) {
    jipyo_view_draft_set_empty (draft, "이 날짜에는 다른 나라의 사업이 알려지지 않았다",
                                "No programme of any country was known on this date");
    return jipyo_view_draft_finish (g_steal_pointer (&draft));
  }
  for (guint i = 0; i < entries->len; i++)
    add_row (draft->view->table, &g_array_index (entries, Entry, i));
  describe (draft, entries);
  add_picture (draft, entries);
  grid = begin_grid (draft);
  add_apart (draft, grid, entries);
  add_rates (draft, grid, entries);
  return jipyo_view_draft_finish (g_steal_pointer (&draft));
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view "claims": every claim of the reading, those that contradict one another first and side
 * by side, filtered by subject, metric, status and words.
 */

#include "jipyo-format.h"
#include "jipyo-hangul.h"
#include "jipyo-subject.h"
#include "jipyo-table-grid.h"
#include "jipyo-view-builders.h"
#include "jipyo-view-draft.h"

#include <string.h>

typedef struct {
  const JipyoClaim *claim;
  guint matter; /* number of the conflict that it is part of, from 1; 0 for none */
} Item;

typedef struct {
  JipyoViewDraft *draft;
  const JipyoLedger *ledger;
  GArray *items;    /* of Item, in the order of the table */
  guint n_matters;  /* conflicts among them */
  guint n_indirect; /* derived, inferred or second-hand */
} Board;

/* Filters */

static gboolean
text_matches (const JipyoText *text, const char *needle)
{
  return (text->ko != NULL && jipyo_hangul_matches (text->ko, needle))
         || (text->en != NULL && jipyo_hangul_matches (text->en, needle));
}

static gboolean
subject_matches (const Board *self, const JipyoClaim *claim, const char *wanted)
{
  JipyoText name;
  gboolean matches;

  if (g_str_equal (claim->subject, wanted))
    return TRUE;
  name = jipyo_subject_get_name (self->ledger, claim->subject);
  matches = g_strcmp0 (name.ko, wanted) == 0 || g_strcmp0 (name.en, wanted) == 0;
  jipyo_text_clear (&name);
  return matches;
}

static gboolean
words_match (const Board *self, const JipyoClaim *claim, const char *words)
{
  JipyoText name;
  gboolean matches;

  if (strstr (claim->id, words) != NULL || strstr (claim->metric, words) != NULL
      || text_matches (&claim->label, words) || text_matches (&claim->text, words))
    return TRUE;
  name = jipyo_subject_get_name (self->ledger, claim->subject);
  matches = text_matches (&name, words);
  jipyo_text_clear (&name);
  return matches;
}

static gboolean
is_wanted (const Board *self, const JipyoClaim *claim)
{
  const char *subject = jipyo_view_draft_get_option (self->draft, "subject", "");
  const char *metric = jipyo_view_draft_get_option (self->draft, "metric", "");
  const char *status = jipyo_view_draft_get_option (self->draft, "status", "all");
  const char *search = jipyo_view_draft_get_option (self->draft, "search", "");

  return (*subject == '\0' || subject_matches (self, claim, subject))
         && (*metric == '\0' || g_str_equal (claim->metric, metric))
         && (g_str_equal (status, "all") || g_str_equal (status, jipyo_status_id (claim->status)))
         && (*search == '\0' || words_match (self, claim, search));
}

/* Gathering */

static guint
find_matter (const Board *self, const JipyoClaim *claim)
{
  for (guint i = 0; i < self->items->len; i++) {
    const Item *item = &g_array_index (self->items, Item, i);

    if (item->matter != 0 && jipyo_claim_is_same_matter (item->claim, claim))
      return item->matter;
  }
  return 0;
}

/* Conflicts first, the preferred claim at the head of its rivals; then the latest known. */
static int
compare_items (gconstpointer a, gconstpointer b)
{
  const Item *left = a;
  const Item *right = b;

  if ((left->matter == 0) != (right->matter == 0))
    return left->matter != 0 ? -1 : 1;
  if (left->matter != right->matter)
    return left->matter < right->matter ? -1 : 1;
  if (left->matter != 0 && left->claim->preferred != right->claim->preferred)
    return left->claim->preferred ? -1 : 1;
  int order = jipyo_date_compare (jipyo_claim_known_from (right->claim),
                                  jipyo_claim_known_from (left->claim));
  return order != 0 ? order : g_strcmp0 (left->claim->id, right->claim->id);
}

static void
board_init (Board *self, JipyoViewDraft *draft)
{
  const GPtrArray *claims = jipyo_ledger_get_claims (draft->context->ledger);
  gboolean only = g_str_equal (jipyo_view_draft_get_option (draft, "conflicts", "all"), "only");

  self->draft = draft;
  self->ledger = draft->context->ledger;
  self->items = g_array_new (FALSE, TRUE, sizeof (Item));
  for (guint i = 0; i < claims->len; i++) {
    Item item = { .claim = g_ptr_array_index (claims, i) };
    g_autoptr (GPtrArray) rivals = NULL;

    if (!is_wanted (self, item.claim))
      continue;
    rivals = jipyo_ledger_find_conflicts (self->ledger, item.claim);
    if (rivals->len > 0) {
      item.matter = find_matter (self, item.claim);
      if (item.matter == 0)
        item.matter = ++self->n_matters;
    } else if (only)
      continue;
    self->n_indirect += item.claim->status == JIPYO_STATUS_DERIVED
                        || item.claim->status == JIPYO_STATUS_INFERRED
                        || item.claim->status == JIPYO_STATUS_SECOND_HAND;
    jipyo_view_draft_use (draft, item.claim);
    g_array_append_val (self->items, item);
  }
  g_array_sort (self->items, compare_items);
}

/* The table */

static void
add_columns (JipyoTable *table)
{
  static const char *const columns[][3] = {
    { "subject", "대상", "Subject" },
    { "metric", "항목", "Metric" },
    { "label", "무엇", "What" },
    { "figure", "수치", "Figure" },
    { "unit", "단위", "Unit" },
    { "true-for", "해당 시점", "True for" },
    { "published", "알려진 날", "Published" },
    { "source", "출처", "Source" },
    { "status", "근거", "Status" },
    { "conflict", "엇갈림", "Conflict" },
    { "fragment", "인용", "Fragment" },
    { "claim", "주장 번호", "Claim" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
    JipyoText title = { (char *) columns[i][1], (char *) columns[i][2] };

    if (g_str_equal (columns[i][0], "figure"))
      jipyo_table_add_figure_column (table, columns[i][0], &title, "");
    else
      jipyo_table_add_text_column (table, columns[i][0], title.ko, title.en);
  }
}

static void
set_words (JipyoTable *table, const char *column, const char *code, JipyoText words)
{
  jipyo_table_set_code (table, column, code, &words);
  jipyo_text_clear (&words);
}

static void
set_origin (Board *self, JipyoTable *table, const JipyoClaim *claim)
{
  const JipyoSource *source = jipyo_ledger_find_source (self->ledger, claim->source);
  g_autofree char *period = jipyo_period_format (claim->true_for);
  g_autofree char *period_ko = jipyo_period_format_long (claim->true_for, JIPYO_LANG_KO);
  g_autofree char *period_en = jipyo_period_format_long (claim->true_for, JIPYO_LANG_EN);
  g_autofree char *published = jipyo_date_format (claim->published);

  set_words (table, "true-for", period, jipyo_text_new (period_ko, period_en));
  if (jipyo_date_is_known (claim->published))
    jipyo_table_set_text (table, "published", published, published);
  else
    set_words (table, "published", "", jipyo_text_new ("밝혀지지 않음", "not stated"));
  if (source != NULL)
    jipyo_table_set_code (table, "source", source->id, &source->publisher);
  set_words (table, "status", jipyo_status_id (claim->status),
             jipyo_text_new (jipyo_status_label (claim->status, JIPYO_LANG_KO),
                             jipyo_status_label (claim->status, JIPYO_LANG_EN)));
}

/* The figure, and what it is of when that is what sources differ about. */
static void
set_figure (JipyoTable *table, const JipyoClaim *claim)
{
  JipyoCell *cell = jipyo_table_get_cell (table, "figure");
  const char *unit = jipyo_unit_id (claim->quantity.unit);

  jipyo_table_set_claim (table, "figure", claim);
  if (!claim->quantity.known)
    return;
  jipyo_table_set_text (table, "unit", unit, unit);
  if (jipyo_text_is_empty (&claim->text))
    return;
  JipyoText both = jipyo_text_take (
    g_strdup_printf ("%s (%s)", cell->text.ko, jipyo_text_get (&claim->text, JIPYO_LANG_KO)),
    g_strdup_printf ("%s (%s)", cell->text.en, jipyo_text_get (&claim->text, JIPYO_LANG_EN)));
  jipyo_text_clear (&cell->text);
  cell->text = both;
}

/* The claim that this reading shows for the matter: the preferred one may not be known yet. */
static const JipyoClaim *
find_shown (const Board *self, const JipyoClaim *claim)
{
  g_autofree char *period = jipyo_period_format (claim->true_for);
  JipyoClaimQuery query = {
    .subject = claim->subject, .metric = claim->metric, .period = period, .vintage = claim->vintage
  };

  return jipyo_ledger_find_figure (self->ledger, &query);
}

/* How the claim stands in its conflict: shown, against the one shown, or in accord with it. */
static void
set_conflict (Board *self, JipyoTable *table, const Item *item)
{
  g_autoptr (GPtrArray) rivals = NULL;
  const JipyoClaim *shown;

  if (item->matter == 0)
    return;
  shown = find_shown (self, item->claim);
  rivals = jipyo_ledger_find_conflicts (self->ledger, item->claim);
  if (shown == item->claim)
    set_words (table, "conflict", "shown", jipyo_text_new ("엇갈림 · 채택", "Conflict · shown"));
  else if (g_ptr_array_find (rivals, shown, NULL))
    set_words (table, "conflict", "rival", jipyo_text_new ("엇갈림", "Conflict"));
  else
    set_words (table, "conflict", "accord",
               jipyo_text_new ("채택과 같은 값", "Agrees with the one shown"));
}

static void
add_row (Board *self, const Item *item)
{
  JipyoTable *table = self->draft->view->table;
  const JipyoClaim *claim = item->claim;

  jipyo_table_begin_row (table);
  set_words (table, "subject", claim->subject,
             jipyo_subject_get_name (self->ledger, claim->subject));
  jipyo_table_set_text (table, "metric", claim->metric, claim->metric);
  jipyo_table_set_text (table, "label", claim->label.ko, claim->label.en);
  set_figure (table, claim);
  set_origin (self, table, claim);
  set_conflict (self, table, item);
  jipyo_table_set_text (table, "fragment", claim->fragment, claim->fragment);
  jipyo_table_set_text (table, "claim", claim->id, claim->id);
}

/* The picture */

static void
add_grid (Board *self)
{
  static const JipyoTitledColumn columns[] = {
    { "label", "무엇", "What", JIPYO_ALIGN_START },
    { "figure", "수치", "Figure", JIPYO_ALIGN_END },
    { "true-for", "해당 시점", "True for", JIPYO_ALIGN_START },
    { "published", "알려진 날", "Published", JIPYO_ALIGN_START },
    { "source", "출처", "Source", JIPYO_ALIGN_START },
    { "status", "근거", "Status", JIPYO_ALIGN_START },
    { "conflict", "엇갈림", "Conflict", JIPYO_ALIGN_START },
  };

  self->draft->view->sheet->grid = jipyo_grid_new_titled (
    self->draft->view->table, columns, G_N_ELEMENTS (columns), self->draft->context->lang);
}

static void
fill_sheet (Board *self)
{
  gboolean ko = self->draft->context->lang == JIPYO_LANG_KO;

  add_grid (self);
  self->draft->view->sheet->subtitle =
    g_strdup_printf (ko ? "출처 %u곳 · 계산·추정·전언 %u건 · 엇갈리는 것부터"
                        : "%u sources · %u derived, inferred or second-hand · conflicts first",
                     self->draft->sources->len, self->n_indirect);
}

/* The sentence */

static void
set_sentence (Board *self)
{
  guint n = self->items->len;

  if (self->n_matters == 0)
    jipyo_view_draft_take_sentence (
      self->draft, g_strdup_printf ("주장 %u건, 출처가 엇갈리는 사안은 없다", n),
      g_strdup_printf (n == 1 ? "%u claim, undisputed" : "%u claims, none disputed", n));
  else
    jipyo_view_draft_take_sentence (
      self->draft,
      g_strdup_printf ("주장 %u건 가운데 %u가지 사안에서 출처가 엇갈린다", n, self->n_matters),
      g_strdup_printf (self->n_matters == 1 ? "%u claims; sources disagree on %u matter"
                                            : "%u claims; sources disagree on %u matters",
                       n, self->n_matters));
}

JipyoView *
jipyo_view_build_claims (const JipyoViewContext *context, GError **error)
{
  Board board = { 0 };

  board_init (&board, jipyo_view_draft_new (context, "claims"));
  add_columns (board.draft->view->table);
  for (guint i = 0; i < board.items->len; i++)
    add_row (&board, &g_array_index (board.items, Item, i));
  if (board.items->len == 0)
    jipyo_view_draft_set_empty (board.draft, "조건에 맞는 주장이 없습니다", "No claim matches");
  else {
    set_sentence (&board);
    fill_sheet (&board);
  }
  g_array_unref (board.items);
  return jipyo_view_draft_finish (board.draft);
}

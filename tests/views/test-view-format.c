/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "claim-fixture.h"
#include "jipyo-view-draft.h"

#include <json-glib/json-glib.h>
#include <string.h>

typedef struct {
  JipyoLedger *ledger;
  JipyoViewContext context;
  JipyoView *view;
} Sample;

static void
add_source (JipyoLedger *ledger)
{
  JipyoSource *source = g_new0 (JipyoSource, 1);

  source->id = g_strdup ("paper");
  source->publisher = jipyo_text_new ("신문", "Paper");
  source->title = jipyo_text_new ("제목", "Title");
  g_assert_true (jipyo_date_parse ("2025-08-05", &source->published));
  source->url = g_strdup ("https://example.org/");
  jipyo_ledger_take_source (ledger, source);
}

static void
add_row (JipyoTable *table, const char *text, const JipyoClaim *claim)
{
  jipyo_table_begin_row (table);
  jipyo_table_set_text (table, "text", text, text);
  jipyo_table_set_claim (table, "amount", claim);
  if (claim != NULL)
    jipyo_table_set_marks (table, claim->quantity.qualifier, claim->status);
}

static void
sample_init (Sample *self)
{
  static const ClaimSpec specs[] = {
    { "a", "s", "m", "2025", "2025-08-05", "213600000000", "KRW", .preferred = TRUE },
    { "b", "s", "m", "2025", "2025-08-05", "-5", "KRW", .qualifier = "at-most" },
    { NULL },
  };
  JipyoText amount = jipyo_text_new ("금액", "Amount");
  g_autoptr (JipyoViewDraft) draft = NULL;
  JipyoTable *table;

  self->ledger = jipyo_ledger_new ();
  add_source (self->ledger);
  claim_fixture_add_all (self->ledger, specs);
  self->context = (JipyoViewContext){ .ledger = self->ledger, .lang = JIPYO_LANG_KO };
  g_assert_true (jipyo_date_parse ("2026-11-23", &self->context.as_of));
  draft = jipyo_view_draft_new (&self->context, "budget");
  table = draft->view->table;
  jipyo_table_add_text_column (table, "text", "글", "Text");
  jipyo_table_add_figure_column (table, "amount", &amount, "KRW");
  jipyo_table_add_mark_columns (table);
  add_row (table, "=1+1", jipyo_ledger_find_claim (self->ledger, "a"));
  add_row (table, "쉼표, \"따옴표\"", jipyo_ledger_find_claim (self->ledger, "b"));
  add_row (table, "-빈 칸", NULL);
  add_row (table, "@a\tb", NULL);
  add_row (table, "+82", NULL);
  add_row (table, "\ttab", NULL);
  add_row (table, "\rreturn", NULL);
  jipyo_view_draft_use (draft, jipyo_ledger_find_claim (self->ledger, "a"));
  jipyo_view_draft_use_source (draft, "paper");
  jipyo_view_draft_take_sentence (draft, g_strdup ("문장"), g_strdup ("Sentence"));
  self->view = jipyo_view_draft_finish (g_steal_pointer (&draft));
  jipyo_text_clear (&amount);
}

static void
sample_clear (Sample *self)
{
  jipyo_view_free (self->view);
  jipyo_ledger_unref (self->ledger);
}

/* Texts that a spreadsheet would run get an apostrophe; figures, negative ones too, never. */
static void
test_csv (void)
{
  Sample sample;
  g_autofree char *csv = NULL;

  sample_init (&sample);
  csv = jipyo_view_format_csv (sample.view);
  g_assert_cmpstr (csv, ==,
                   "text,amount,qualifier,status\r\n"
                   "'=1+1,213600000000,exact,stated\r\n"
                   "\"쉼표, \"\"따옴표\"\"\",-5,at-most,stated\r\n"
                   "'-빈 칸,,,\r\n"
                   "'@a\tb,,,\r\n"
                   "'+82,,,\r\n"
                   "'\ttab,,,\r\n"
                   "\"'\rreturn\",,,\r\n");
  sample_clear (&sample);
}

static JsonObject *
get_cell (JsonObject *root, guint row, const char *column)
{
  JsonArray *rows = json_object_get_array_member (root, "rows");

  return json_object_get_object_member (json_array_get_object_element (rows, row), column);
}

static void
assert_members (JsonObject *object, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    g_assert_true (json_object_has_member (object, names[i]));
}

static void
test_json (void)
{
  static const char *const members[] = { "view", "as_of",   "title",     "sentence", "columns",
                                         "rows", "sources", "conflicts", NULL };
  static const char *const source_members[] = {
    "id", "publisher", "title", "published", "url", NULL
  };
  static const char *const claim_members[] = { "id",        "subject",   "metric",   "value",
                                               "unit",      "qualifier", "true_for", "published",
                                               "retrieved", "source",    "fragment", "status",
                                               "preferred", "inputs",    NULL };
  Sample sample;
  g_autofree char *text = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *root;
  JsonObject *cell;
  JsonArray *array;

  sample_init (&sample);
  text = jipyo_view_format_json (sample.view, &sample.context);
  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  assert_members (root, members);
  g_assert_cmpstr (json_object_get_string_member (root, "as_of"), ==, "2026-11-23");
  g_assert_cmpstr (
    json_object_get_string_member (json_object_get_object_member (root, "sentence"), "en"), ==,
    "Sentence");
  cell = get_cell (root, 0, "amount");
  g_assert_cmpstr (json_object_get_string_member (cell, "value"), ==, "213600000000");
  g_assert_cmpstr (json_object_get_string_member (cell, "text"), ==, "2,136억 원");
  g_assert_cmpstr (json_object_get_string_member (cell, "qualifier"), ==, "exact");
  g_assert_cmpstr (json_object_get_string_member (cell, "status"), ==, "stated");
  g_assert_cmpstr (json_object_get_string_member (cell, "claim"), ==, "a");
  cell = get_cell (root, 2, "amount");
  g_assert_true (json_object_get_null_member (cell, "value"));
  g_assert_true (json_object_get_null_member (cell, "claim"));
  array = json_object_get_array_member (root, "sources");
  g_assert_cmpuint (json_array_get_length (array), ==, 1);
  assert_members (json_array_get_object_element (array, 0), source_members);
  array = json_object_get_array_member (root, "conflicts");
  g_assert_cmpuint (json_array_get_length (array), ==, 2);
  assert_members (json_array_get_object_element (array, 0), claim_members);
  sample_clear (&sample);
}

static void
test_text (void)
{
  Sample sample;
  g_autofree char *text = NULL;

  sample_init (&sample);
  text = jipyo_view_format_text (sample.view, JIPYO_LANG_EN);
  g_assert_nonnull (strstr (text, "Sentence\n"));
  g_assert_nonnull (strstr (text, "₩213.6 billion"));
  g_assert_nonnull (strstr (text, "Figures in conflict\n  ✓ a: ₩213.6 billion (Stated, a)\n"));
  g_assert_nonnull (strstr (text, "Sources\n  Paper, Title, 2025-08-05, https://example.org/\n"));
  g_assert_null (strstr (text, " \n"));
  g_assert_null (strstr (text, "Columns without"));
  /* What no row has a value for costs no width. */
  g_ptr_array_set_size (sample.view->table->rows, 3);
  g_ptr_array_remove_range (sample.view->table->rows, 0, 2);
  g_autofree char *less = jipyo_view_format_text (sample.view, JIPYO_LANG_EN);
  g_assert_nonnull (strstr (less, "\nText\n-빈 칸\n\nColumns without a value: Amount, "));
  sample_clear (&sample);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/format/csv", test_csv);
  g_test_add_func ("/views/format/json", test_json);
  g_test_add_func ("/views/format/text", test_text);
  return g_test_run ();
}

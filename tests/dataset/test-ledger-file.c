/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ledger files: the shipped ones are sound, each fault of a person's own is told with its place,
 * and a file with a fault changes nothing.
 */

#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "jipyo-ledger-file.h"
#include "jipyo-standing.h"

static char *
bad_file (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".json", NULL);

  return g_test_build_filename (G_TEST_DIST, "data", "ledger-bad", file, NULL);
}

static JipyoLedger *
load_shipped (void)
{
  g_autoptr (GPtrArray) problems = jipyo_problems_new ();
  JipyoLedger *ledger = jipyo_ledger_new ();
  gboolean sound = jipyo_ledger_load_shipped (ledger, problems);

  for (guint i = 0; i < problems->len; i++) {
    g_autofree char *line = jipyo_problem_format (g_ptr_array_index (problems, i));

    g_test_message ("%s", line);
  }
  g_assert_true (sound);
  g_assert_cmpuint (problems->len, ==, 0);
  return ledger;
}

static void
test_shipped (void)
{
  g_autoptr (JipyoLedger) ledger = load_shipped ();

  g_assert_cmpuint (jipyo_ledger_get_claims (ledger)->len, >=, 500);
  g_assert_cmpuint (jipyo_ledger_get_teams (ledger)->len, ==, 6);
  g_assert_cmpuint (jipyo_ledger_get_rounds (ledger)->len, ==, 2);
  g_assert_cmpuint (jipyo_ledger_get_models (ledger)->len, ==, 10);
  g_assert_cmpuint (jipyo_ledger_get_printed_quotes (ledger)->len, ==, 24);
  g_assert_cmpstr (jipyo_ledger_get_programme (ledger)->id, ==, "sovereign-ai");
}

static void
assert_value (const JipyoLedger *ledger, const char *id, const char *expected)
{
  const JipyoClaim *claim = jipyo_ledger_find_claim (ledger, id);
  g_autofree char *value = NULL;

  g_assert_nonnull (claim);
  g_assert_true (claim->quantity.known);
  value = jipyo_decimal_format (claim->quantity.value);
  g_assert_cmpstr (value, ==, expected);
}

static void
test_figures (void)
{
  g_autoptr (JipyoLedger) ledger = load_shipped ();
  static const char *const values[][2] = {
    { "seed.prog.budget2025", "213900000000" },
    { "prog.budget.nabo", "213600000000" },
    { "prog.budget.alt", "245400000000" },
    { "calc.2020", "2" },
    { "calc.2021", "9" },
    { "calc.2022", "29" },
    { "calc.2023", "109" },
    { "seed.spri.2024", "122" },
    { "calc.rest", "34" },
    { "calc.cagr", "179.5" },
    { "r1.lg.total", "90.2" },
    { "r2.skt.total", "70.6" },
    { "r2.motif.total", "65.8" },
    { "model.ax-k1.total", "519000000000" },
    { "seed.mkt.kospi", "3198" },
    { "seed.mkt.crypto2.steem", "186" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    assert_value (ledger, values[i][0], values[i][1]);
  g_assert_cmpint (jipyo_ledger_find_claim (ledger, "calc.rest")->status, ==, JIPYO_STATUS_DERIVED);
}

/* Contradictions are kept, and the world of the article knows nothing later. */
static void
test_conflicts (void)
{
  g_autoptr (JipyoLedger) ledger = load_shipped ();
  static const char *const disputed[] = { "prog.budget.nabo", "seed.prog.final_b" };

  for (guint i = 0; i < G_N_ELEMENTS (disputed); i++) {
    const JipyoClaim *claim = jipyo_ledger_find_claim (ledger, disputed[i]);
    g_autoptr (GPtrArray) conflicts = jipyo_ledger_find_conflicts (ledger, claim);

    g_assert_true (claim->preferred);
    g_assert_cmpuint (conflicts->len, >=, 1);
  }
}

static int
count_in_play (const JipyoLedger *ledger)
{
  g_autoptr (GArray) standings = jipyo_ledger_compute_standings (ledger);
  int in_play = 0;

  for (guint i = 0; i < standings->len; i++)
    in_play += g_array_index (standings, JipyoStanding, i).state == JIPYO_STANDING_IN;
  return in_play;
}

static void
test_standings (void)
{
  g_autoptr (JipyoLedger) ledger = load_shipped ();
  static const struct {
    const char *date;
    int in_play;
  } cases[] = {
    { "2025-08-03", 0 }, { "2025-08-05", 5 }, { "2026-01-15", 3 }, { "2026-02-20", 4 },
    { "2026-08-17", 4 }, { "2026-08-18", 3 }, { "2026-11-23", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (JipyoLedger) reading = NULL;
    JipyoDate date;

    g_assert_true (jipyo_date_parse (cases[i].date, &date));
    reading = jipyo_ledger_read_as_of (ledger, date);
    g_assert_cmpint (count_in_play (reading), ==, cases[i].in_play);
  }
}

typedef struct {
  const char *file;
  guint line;
  guint column;
  const char *pointer; /* of the first problem */
  guint n_problems;
} Fault;

static const Fault faults[] = {
  { "bad-id", 5, 13, "/claims/0/id", 1 },
  { "bad-month", 11, 20, "/claims/0/published", 1 },
  { "bad-period", 10, 19, "/claims/0/true_for", 1 },
  { "code-without-market", 4, 5, "/organisations/0", 1 },
  { "derived-without-formula", 4, 5, "/claims/0/formula", 1 },
  { "duplicate-key", 4, 3, "", 1 },
  { "event-without-team", 4, 5, "/events/0/team", 1 },
  { "http-address", 9, 14, "/sources/0/url", 1 },
  { "many-faults", 11, 20, "/claims/0/published", 5 },
  { "missing-member", 4, 5, "/claims/0/source", 1 },
  { "no-figure", 4, 5, "/claims/0", 1 },
  { "null-member", 15, 15, "/claims/0/note", 1 },
  { "number-as-number", 9, 30, "/claims/0/quantity/value", 1 },
  { "number-with-commas", 9, 30, "/claims/0/quantity/value", 1 },
  { "one-language", 8, 16, "/claims/0/label/en", 1 },
  { "outcome-of-nothing", 11, 18, "/events/0/outcome", 1 },
  { "points-out-of-range", 14, 25, "/rounds/0/criteria/0/max_points", 1 },
  { "preferred-without-reason", 4, 5, "/claims/0/reason", 1 },
  { "root-is-array", 1, 1, "", 1 },
  { "semantic-bad-day", 11, 20, "/claims/0/published", 1 },
  { "semantic-breaks-derived", 9, 19, "/claims/0/quantity", 3 },
  { "semantic-circle", 16, 17, "/claims/0/inputs", 2 },
  { "semantic-duplicate-id", 17, 13, "/claims/1/id", 1 },
  { "semantic-formula-syntax", 15, 18, "/claims/0/formula", 1 },
  { "semantic-plan-fulfils-plan", 13, 18, "/events/0/outcome", 1 },
  { "semantic-published-after-retrieved", 11, 20, "/claims/0/published", 1 },
  { "semantic-range-upside-down", 11, 18, "/claims/0/quantity/upper", 1 },
  { "semantic-replaces-no-plan", 11, 19, "/events/0/replaces", 1 },
  { "semantic-two-preferred", 15, 20, "/claims/0/preferred", 1 },
  { "semantic-unknown-input", 15, 18, "/claims/0/formula", 2 },
  { "semantic-unknown-organisation", 14, 27, "/teams/0/members/0/organisation", 1 },
  { "semantic-unknown-source", 13, 17, "/claims/0/source", 1 },
  { "semantic-unknown-subject", 6, 18, "/claims/0/subject", 1 },
  { "semantic-unknown-team", 11, 15, "/events/0/team", 1 },
  { "semantic-unused-input", 15, 18, "/claims/0/formula", 1 },
  { "semantic-wrong-formula", 15, 18, "/claims/0/formula", 1 },
  { "sentence-as-fragment", 15, 19, "/claims/0/fragment", 1 },
  { "short-code", 8, 15, "/organisations/0/code", 1 },
  { "truncated", 4, 1, "", 1 },
  { "unknown-basis", 8, 16, "/printed_quotes/0/basis", 1 },
  { "unknown-kind", 6, 15, "/events/0/kind", 1 },
  { "unknown-member", 15, 17, "/claims/0/colour", 1 },
  { "unknown-outcome", 12, 18, "/events/0/outcome", 1 },
  { "unknown-qualifier", 12, 22, "/claims/0/quantity/qualifier", 1 },
  { "unknown-section", 3, 14, "/figures", 1 },
  { "unknown-status", 14, 17, "/claims/0/status", 1 },
  { "unknown-unit", 9, 44, "/claims/0/quantity/unit", 1 },
  { "wrong-format", 2, 13, "/format", 1 },
  { "wrong-type", 7, 17, "/claims/0/metric", 1 },
};

/* Refused files leave the ledger as it was, so one serves all. */
typedef struct {
  const Fault *fault;
  JipyoLedger *ledger; /* borrowed */
} FaultCase;

static void
test_fault (gconstpointer data)
{
  const Fault *fault = ((const FaultCase *) data)->fault;
  JipyoLedger *ledger = ((const FaultCase *) data)->ledger;
  guint n_claims = jipyo_ledger_get_claims (ledger)->len;
  g_autoptr (GPtrArray) problems = jipyo_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = bad_file (fault->file);
  const JipyoProblem *first = NULL;

  g_assert_false (jipyo_ledger_load_file (ledger, path, problems, &error));
  g_assert_error (error, JIPYO_LEDGER_FILE_ERROR, JIPYO_LEDGER_FILE_ERROR_INVALID);
  g_assert_cmpuint (problems->len, ==, fault->n_problems);
  first = g_ptr_array_index (problems, 0);
  g_assert_cmpstr (first->file, ==, path);
  g_assert_cmpuint (first->line, ==, fault->line);
  g_assert_cmpuint (first->column, ==, fault->column);
  g_assert_cmpstr (first->pointer, ==, fault->pointer);
  g_assert_cmpuint (strlen (first->message), >, 8);
  g_assert_cmpuint (jipyo_ledger_get_claims (ledger)->len, ==, n_claims);
  assert_value (ledger, "seed.spri.us", "128");
}

/* Each file of the folder has its row above. */
static void
test_no_file_forgotten (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "ledger-bad", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, G_N_ELEMENTS (faults));
}

static gboolean
lay_over (JipyoLedger *ledger, const char *text, GPtrArray *problems)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return jipyo_ledger_load_text (ledger, "own.json", bytes, problems);
}

static const char own_claim[] =
  "{\"format\":\"jipyo-ledger-1\",\"claims\":[{\"id\":\"seed.lg.orgs\",\"subject\":"
  "\"lg-ai-research\",\"metric\":\"organisations\",\"label\":{\"ko\":\"기관\",\"en\":"
  "\"Organisations\"},\"quantity\":{\"value\":\"%s\",\"unit\":\"organisations\"},\"true_for\":"
  "\"2025-08-04\",\"published\":\"2025-08-05\",\"retrieved\":\"2026-11-23\",\"source\":"
  "\"globalepic-2025-08-05\",\"status\":\"stated\"}]}";

static void
test_overlay (void)
{
  g_autoptr (JipyoLedger) ledger = load_shipped ();
  guint n_claims = jipyo_ledger_get_claims (ledger)->len;
  g_autoptr (GPtrArray) problems = jipyo_problems_new ();
  GString *text = g_string_new (own_claim);

  g_string_replace (text, "%s", "10", 0);
  g_assert_true (lay_over (ledger, text->str, problems));
  g_assert_cmpstr (jipyo_ledger_find_claim (ledger, "seed.lg.orgs")->label.ko, ==, "기관");
  g_assert_cmpuint (jipyo_ledger_get_claims (ledger)->len, ==, n_claims);

  /* A claim of the shipped ledger rests on ten: eleven would leave it wrong. */
  g_string_assign (text, own_claim);
  g_string_replace (text, "%s", "11", 0);
  g_assert_false (lay_over (ledger, text->str, problems));
  g_assert_cmpuint (problems->len, ==, 1);
  assert_value (ledger, "seed.lg.orgs", "10");
  g_string_free (text, TRUE);
}

static void
assert_refused (const char *path, JipyoLedgerFileError code)
{
  g_autoptr (JipyoLedger) ledger = jipyo_ledger_new ();
  g_autoptr (GPtrArray) problems = jipyo_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (jipyo_ledger_load_file (ledger, path, problems, &error));
  g_assert_error (error, JIPYO_LEDGER_FILE_ERROR, (int) code);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* None of these may block, and none may be read whole. */
static void
test_odd_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("jipyo-ledger-XXXXXX", NULL);
  g_autofree char *fifo = g_build_filename (folder, "fifo", NULL);
  g_autofree char *huge = g_build_filename (folder, "huge.json", NULL);
  g_autofree char *none = g_build_filename (folder, "none.json", NULL);
  int fd = -1;

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  fd = g_open (huge, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (ftruncate (fd, 65 * 1024 * 1024), ==, 0);
  g_close (fd, NULL);

  assert_refused (fifo, JIPYO_LEDGER_FILE_ERROR_UNREADABLE);
  assert_refused (folder, JIPYO_LEDGER_FILE_ERROR_UNREADABLE);
  assert_refused ("/dev/zero", JIPYO_LEDGER_FILE_ERROR_UNREADABLE);
  assert_refused (none, JIPYO_LEDGER_FILE_ERROR_UNREADABLE);
  assert_refused (huge, JIPYO_LEDGER_FILE_ERROR_TOO_LARGE);
  g_unlink (fifo);
  g_unlink (huge);
  g_rmdir (folder);
}

/* The article is not part of the project; where it is at hand, every quoted word must be in it. */
static void
test_fragments (void)
{
  g_autoptr (JipyoLedger) ledger = load_shipped ();
  const GPtrArray *claims = jipyo_ledger_get_claims (ledger);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "article",
                                                 "2025-08-05-globalepic-sovereign-ai.txt", NULL);
  g_autofree char *article = NULL;
  guint n_found = 0;

  if (!g_file_get_contents (path, &article, NULL, NULL)) {
    g_test_skip ("the article is not here");
    return;
  }
  for (guint i = 0; i < claims->len; i++) {
    const JipyoClaim *claim = g_ptr_array_index (claims, i);

    if (g_strcmp0 (claim->source, "globalepic-2025-08-05") != 0 || claim->fragment == NULL)
      continue;
    if (strstr (article, claim->fragment) == NULL)
      g_test_fail_printf ("%s: \"%s\" is not in the article", claim->id, claim->fragment);
    n_found++;
  }
  g_assert_cmpuint (n_found, >=, 59);
}

int
main (int argc, char **argv)
{
  g_autoptr (JipyoLedger) ledger = NULL;
  FaultCase cases[G_N_ELEMENTS (faults)];

  g_test_init (&argc, &argv, NULL);
  ledger = load_shipped ();
  g_test_add_func ("/dataset/ledger-file/shipped", test_shipped);
  g_test_add_func ("/dataset/ledger-file/figures", test_figures);
  g_test_add_func ("/dataset/ledger-file/conflicts", test_conflicts);
  g_test_add_func ("/dataset/ledger-file/standings", test_standings);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++) {
    g_autofree char *path = g_strconcat ("/dataset/ledger-file/fault/", faults[i].file, NULL);

    cases[i] = (FaultCase){ &faults[i], ledger };
    g_test_add_data_func (path, &cases[i], test_fault);
  }
  g_test_add_func ("/dataset/ledger-file/no-file-forgotten", test_no_file_forgotten);
  g_test_add_func ("/dataset/ledger-file/overlay", test_overlay);
  g_test_add_func ("/dataset/ledger-file/odd-files", test_odd_files);
  g_test_add_func ("/dataset/ledger-file/fragments", test_fragments);
  return g_test_run ();
}

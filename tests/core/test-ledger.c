/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "jipyo-ledger.h"

static JipyoDate
date (const char *text)
{
  JipyoDate parsed = { 0 };

  g_assert_true (jipyo_date_parse (text, &parsed));
  return parsed;
}

/* A claim that the budget of a year is `value` won, published on `published`. */
static JipyoClaim *
claim (const char *id, const char *period, gint64 value, const char *published)
{
  JipyoClaim *made = g_new0 (JipyoClaim, 1);

  made->id = g_strdup (id);
  made->subject = g_strdup ("sovereign-ai");
  made->metric = g_strdup ("budget");
  g_assert_true (jipyo_period_parse (period, &made->true_for));
  made->quantity = (JipyoQuantity){ .value = jipyo_decimal_from_int (value),
                                    .known = TRUE,
                                    .unit = JIPYO_UNIT_KRW };
  made->retrieved = date ("2026-11-23");
  if (published != NULL)
    made->published = date (published);
  return made;
}

static const JipyoClaimQuery budget_2025 = { .subject = "sovereign-ai",
                                             .metric = "budget",
                                             .period = "2025" };

static JipyoLedger *
disputed_budget (void)
{
  JipyoLedger *ledger = jipyo_ledger_new ();
  JipyoClaim *preferred = claim ("office", "2025", 213600000000, NULL);

  preferred->preferred = TRUE;
  jipyo_ledger_take_claim (ledger, claim ("article", "2025", 213900000000, "2025-08-05"));
  jipyo_ledger_take_claim (ledger, preferred);
  jipyo_ledger_take_claim (ledger, claim ("next", "2026", 1, "2026-03-01"));
  return ledger;
}

static void
test_as_of (void)
{
  g_autoptr (JipyoLedger) ledger = disputed_budget ();
  g_autoptr (JipyoLedger) then = jipyo_ledger_read_as_of (ledger, date ("2025-08-05"));
  g_autoptr (JipyoLedger) before = jipyo_ledger_read_as_of (ledger, date ("2025-08-04"));
  g_autoptr (JipyoLedger) now = jipyo_ledger_read_as_of (ledger, date ("2026-11-23"));

  g_assert_cmpstr (jipyo_ledger_find_figure (then, &budget_2025)->id, ==, "article");
  g_assert_null (jipyo_ledger_find_figure (before, &budget_2025));
  g_assert_cmpstr (jipyo_ledger_find_figure (now, &budget_2025)->id, ==, "office");
  g_assert_null (jipyo_ledger_find_claim (then, "next"));
  g_assert_cmpuint (jipyo_ledger_get_claims (now)->len, ==, 3);

  g_assert_cmpint (jipyo_date_compare (jipyo_ledger_find_last_day (then), date ("2025-08-05")), ==,
                   0);
  g_assert_false (jipyo_date_is_known (jipyo_ledger_find_last_day (before)));
}

/* A reading outlives the reference through which it was made. */
static void
test_reading_keeps_records (void)
{
  JipyoLedger *ledger = disputed_budget ();
  g_autoptr (JipyoLedger) then = jipyo_ledger_read_as_of (ledger, date ("2025-08-05"));
  g_autoptr (JipyoLedger) nested = jipyo_ledger_read_as_of (then, date ("2025-08-05"));

  jipyo_ledger_unref (ledger);
  g_assert_cmpstr (jipyo_ledger_find_claim (nested, "article")->metric, ==, "budget");
}

static void
test_conflicts (void)
{
  g_autoptr (JipyoLedger) ledger = disputed_budget ();
  const JipyoClaim *office = jipyo_ledger_find_claim (ledger, "office");
  g_autoptr (GPtrArray) rivals = jipyo_ledger_find_conflicts (ledger, office);
  g_autoptr (GPtrArray) none =
               jipyo_ledger_find_conflicts (ledger, jipyo_ledger_find_claim (ledger, "next"));
  JipyoClaim *same = claim ("echo", "2025", 213600000000, "2025-10-26");
  JipyoClaim *vintage = claim ("other-edition", "2025", 5, "2025-10-26");

  g_assert_cmpuint (rivals->len, ==, 1);
  g_assert_cmpstr (((const JipyoClaim *) rivals->pdata[0])->id, ==, "article");
  g_assert_cmpuint (none->len, ==, 0);

  vintage->vintage = g_strdup ("2025-05");
  jipyo_ledger_take_claim (ledger, same);
  jipyo_ledger_take_claim (ledger, vintage);
  g_ptr_array_unref (g_steal_pointer (&rivals));
  rivals = jipyo_ledger_find_conflicts (ledger, office);
  g_assert_cmpuint (rivals->len, ==, 1);
}

static void
test_overlay_replaces (void)
{
  g_autoptr (JipyoLedger) ledger = disputed_budget ();
  g_autoptr (GPtrArray) claims = NULL;

  jipyo_ledger_take_claim (ledger, claim ("article", "2025", 1, "2025-08-05"));
  g_assert_cmpint (jipyo_ledger_find_claim (ledger, "article")->quantity.value.digits, ==, 1);
  claims = jipyo_ledger_find_claims (ledger, &(JipyoClaimQuery){ .metric = "budget" });
  g_assert_cmpuint (claims->len, ==, 3);
  g_assert_cmpstr (((const JipyoClaim *) claims->pdata[0])->id, ==, "office");
  g_assert_cmpstr (((const JipyoClaim *) claims->pdata[2])->id, ==, "next");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/ledger/as-of", test_as_of);
  g_test_add_func ("/core/ledger/reading-keeps-records", test_reading_keeps_records);
  g_test_add_func ("/core/ledger/conflicts", test_conflicts);
  g_test_add_func ("/core/ledger/overlay-replaces", test_overlay_replaces);
  return g_test_run ();
}

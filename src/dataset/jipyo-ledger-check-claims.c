/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What holds among claims: conflicts with one preferred side, formulas that give the figure, no
 * claim that rests on itself. Also says so when a figure is laid over that others derive from.
 */

#include "jipyo-ledger-check.h"

#include "jipyo-formula.h"

#include <glib/gi18n.h>

#define CHAIN_MAX 64

static const JipyoClaim *
find_claim (const JipyoLedgerStaging *staging, const char *id)
{
  return jipyo_ledger_staging_find (staging, JIPYO_SECTION_CLAIMS, id);
}

static void
complain (const JipyoLedgerStaging *staging,
          const JipyoStaged *staged,
          const char *member,
          const char *message)
{
  jipyo_ledger_staging_complain (staging, JIPYO_SECTION_CLAIMS, staged, member, "%s", message);
}

/* The claims as they will be: staged ones, and those of the base that no staged one replaces.
 * (transfer container) */
static GPtrArray *
merge_claims (const JipyoLedgerStaging *staging)
{
  const GPtrArray *base = jipyo_ledger_get_claims (staging->base);
  const GArray *staged = staging->staged[JIPYO_SECTION_CLAIMS];
  GPtrArray *merged = g_ptr_array_new ();

  for (guint i = 0; i < base->len; i++) {
    JipyoClaim *claim = g_ptr_array_index (base, i);

    if (!g_hash_table_contains (staging->ids[JIPYO_SECTION_CLAIMS], claim->id))
      g_ptr_array_add (merged, claim);
  }
  for (guint i = 0; i < staged->len; i++)
    g_ptr_array_add (merged, g_array_index (staged, JipyoStaged, i).record);
  return merged;
}

/* Of two preferred claims the later one is told. */
static void
check_preferred (const JipyoLedgerStaging *staging,
                 const JipyoStaged *staged,
                 const GPtrArray *merged)
{
  const JipyoClaim *claim = staged->record;

  for (guint i = 0; claim->preferred && i < merged->len; i++) {
    const JipyoClaim *other = g_ptr_array_index (merged, i);

    if (other == claim)
      return;
    if (!other->preferred || !jipyo_claim_is_same_matter (claim, other))
      continue;
    jipyo_ledger_staging_complain (staging, JIPYO_SECTION_CLAIMS, staged, "preferred",
                                   _ ("\"%s\" is preferred on the same matter"), other->id);
    return;
  }
}

typedef struct {
  const JipyoLedgerStaging *staging;
  const JipyoClaim *claim;
  GHashTable *used; /* ids that the formula names */
} Derivation;

static gboolean
find_input (const char *id, JipyoDecimal *value, gpointer user_data)
{
  Derivation *derivation = user_data;
  const JipyoClaim *claim = NULL;

  if (!g_strv_contains ((const char *const *) derivation->claim->inputs, id))
    return FALSE;
  claim = find_claim (derivation->staging, id);
  if (claim == NULL || !claim->quantity.known)
    return FALSE;
  g_hash_table_add (derivation->used, g_strdup (id));
  *value = claim->quantity.value;
  return TRUE;
}

/* What is wrong with the formula of a claim, or NULL. (transfer full) */
static char *
find_fault (const JipyoLedgerStaging *staging, const JipyoClaim *claim)
{
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;
  Derivation derivation = { .staging = staging, .claim = claim, .used = used };
  JipyoFormulaInputs inputs = { .find = find_input, .user_data = &derivation };
  JipyoFormulaValue value;
  g_autofree char *stated = NULL;

  if (!jipyo_formula_evaluate (claim->formula, &inputs, &value, &error))
    return g_strdup (error->message);
  for (guint i = 0; claim->inputs[i] != NULL; i++)
    if (!g_hash_table_contains (used, claim->inputs[i]))
      return g_strdup_printf (_ ("input \"%s\" is not used"), claim->inputs[i]);
  if (jipyo_formula_value_agrees (&value, claim->quantity.value))
    return NULL;
  stated = jipyo_decimal_format (claim->quantity.value);
  return g_strdup_printf (_ ("gives %.15g, but the claim says %s"), value.approximate, stated);
}

static void
check_formula (const JipyoLedgerStaging *staging, const JipyoStaged *staged)
{
  const JipyoClaim *claim = staged->record;
  g_autofree char *fault = NULL;

  if (claim->formula == NULL || claim->inputs == NULL || !claim->quantity.known)
    return;
  fault = find_fault (staging, claim);
  if (fault != NULL)
    complain (staging, staged, "formula", fault);
}

/* What is known of a claim while the inputs are followed down. */
enum { UNSEEN, OPEN, SOUND, CIRCULAR };

/* TRUE when following the inputs leads back to a claim on the way, or does not end soon. */
static gboolean
rests_on_itself (const JipyoLedgerStaging *staging,
                 const JipyoClaim *claim,
                 GHashTable *seen,
                 guint depth)
{
  int state = GPOINTER_TO_INT (g_hash_table_lookup (seen, claim));

  if (state != UNSEEN || depth > CHAIN_MAX)
    return state != SOUND;
  g_hash_table_insert (seen, (gpointer) claim, GINT_TO_POINTER (OPEN));
  state = SOUND;
  for (guint i = 0; claim->inputs != NULL && claim->inputs[i] != NULL; i++) {
    const JipyoClaim *input = find_claim (staging, claim->inputs[i]);

    if (input != NULL && rests_on_itself (staging, input, seen, depth + 1))
      state = CIRCULAR;
  }
  g_hash_table_insert (seen, (gpointer) claim, GINT_TO_POINTER (state));
  return state == CIRCULAR;
}

/* Claims of the base must still follow from the figures that are laid over. */
static void
check_dependents (const JipyoLedgerStaging *staging, const JipyoStaged *staged)
{
  const GPtrArray *base = jipyo_ledger_get_claims (staging->base);
  const JipyoClaim *claim = staged->record;

  if (claim->id == NULL)
    return;
  for (guint i = 0; i < base->len; i++) {
    const JipyoClaim *other = g_ptr_array_index (base, i);
    g_autofree char *fault = NULL;

    if (other->formula == NULL || !g_strv_contains ((const char *const *) other->inputs, claim->id)
        || g_hash_table_contains (staging->ids[JIPYO_SECTION_CLAIMS], other->id))
      continue;
    fault = find_fault (staging, other);
    if (fault != NULL)
      jipyo_ledger_staging_complain (staging, JIPYO_SECTION_CLAIMS, staged, "quantity",
                                     _ ("\"%s\" derives from this and no longer follows: %s"),
                                        other->id, fault);
  }
}

void
jipyo_ledger_check_claims (const JipyoLedgerStaging *staging)
{
  g_autoptr (GPtrArray) merged = merge_claims (staging);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  const GArray *claims = staging->staged[JIPYO_SECTION_CLAIMS];

  for (guint i = 0; i < claims->len; i++) {
    const JipyoStaged *staged = &g_array_index (claims, JipyoStaged, i);

    check_preferred (staging, staged, merged);
    check_formula (staging, staged);
    if (rests_on_itself (staging, staged->record, seen, 0))
      complain (staging, staged, "inputs", _ ("the claim rests on itself"));
    check_dependents (staging, staged);
  }
}

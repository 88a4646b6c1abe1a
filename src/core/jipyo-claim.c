/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Claims, and when two of them speak of the same matter.
 */

#include "jipyo-claim.h"

static const char *const status_ids[] = {
  [JIPYO_STATUS_STATED] = "stated",           [JIPYO_STATUS_DERIVED] = "derived",
  [JIPYO_STATUS_SECOND_HAND] = "second-hand", [JIPYO_STATUS_INFERRED] = "inferred",
  [JIPYO_STATUS_DISPUTED] = "disputed",
};

static const char *const status_labels[][2] = {
  [JIPYO_STATUS_STATED] = { "공표", "Stated" },
  [JIPYO_STATUS_DERIVED] = { "계산값", "Derived" },
  [JIPYO_STATUS_SECOND_HAND] = { "전언", "Second-hand" },
  [JIPYO_STATUS_INFERRED] = { "추정", "Inferred" },
  [JIPYO_STATUS_DISPUTED] = { "이견", "Disputed" },
};

void
jipyo_claim_free (JipyoClaim *claim)
{
  if (claim == NULL)
    return;
  g_free (claim->id);
  g_free (claim->subject);
  g_free (claim->metric);
  g_free (claim->vintage);
  jipyo_text_clear (&claim->label);
  jipyo_text_clear (&claim->text);
  g_free (claim->source);
  g_free (claim->fragment);
  jipyo_text_clear (&claim->note);
  g_free (claim->formula);
  g_strfreev (claim->inputs);
  jipyo_text_clear (&claim->reason);
  g_free (claim);
}

const char *
jipyo_status_id (JipyoStatus status)
{
  g_return_val_if_fail (status < G_N_ELEMENTS (status_ids), "");
  return status_ids[status];
}

gboolean
jipyo_status_parse (const char *id, JipyoStatus *status)
{
  for (guint i = 0; i < G_N_ELEMENTS (status_ids); i++)
    if (g_strcmp0 (status_ids[i], id) == 0) {
      *status = i;
      return TRUE;
    }
  return FALSE;
}

const char *
jipyo_status_label (JipyoStatus status, JipyoLang lang)
{
  g_return_val_if_fail (status < G_N_ELEMENTS (status_labels), "");
  return status_labels[status][lang == JIPYO_LANG_KO ? 0 : 1];
}

gboolean
jipyo_claim_is_same_matter (const JipyoClaim *a, const JipyoClaim *b)
{
  return g_strcmp0 (a->subject, b->subject) == 0 && g_strcmp0 (a->metric, b->metric) == 0
         && g_strcmp0 (a->vintage, b->vintage) == 0
         && jipyo_period_compare (a->true_for, b->true_for) == 0;
}

JipyoDate
jipyo_claim_known_from (const JipyoClaim *claim)
{
  return jipyo_date_is_known (claim->published) ? claim->published : claim->retrieved;
}

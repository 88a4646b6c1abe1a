/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * jipyo explain: how a figure comes about, down to the words of the sources.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "jipyo-commands.h"
#include "jipyo-format.h"

/* A derivation deeper than this is a ring; the validator refuses those, a person's file may not
 * have been validated. */
static const guint DEPTH_MAX = 16;

typedef struct {
  GString *text;
  const JipyoLedger *ledger;
  JipyoLang lang;
} Explanation;

static void
append_line (Explanation *self, guint depth, const char *text)
{
  g_string_append_printf (self->text, "%*s%s\n", (int) depth * 2, "", text);
}

static void
append_source (Explanation *self, const JipyoClaim *claim, guint depth)
{
  const JipyoSource *source = jipyo_ledger_find_source (self->ledger, claim->source);
  g_autofree char *published = jipyo_date_format (claim->published);
  g_autofree char *line = g_strdup_printf (
    "%s · %s%s%s", jipyo_status_label (claim->status, self->lang),
    source != NULL ? jipyo_text_get (&source->publisher, self->lang) : claim->source,
    *published != '\0' ? " " : "", published);

  append_line (self, depth, line);
  if (claim->fragment != NULL) {
    g_autofree char *quoted = g_strdup_printf ("“%s”", claim->fragment);

    append_line (self, depth, quoted);
  }
  if (source != NULL && source->url != NULL)
    append_line (self, depth, source->url);
  if (!jipyo_text_is_empty (&claim->note))
    append_line (self, depth, jipyo_text_get (&claim->note, self->lang));
}

static void
append_conflicts (Explanation *self, const JipyoClaim *claim, guint depth)
{
  g_autoptr (GPtrArray) rivals = jipyo_ledger_find_conflicts (self->ledger, claim);

  for (guint i = 0; i < rivals->len; i++) {
    const JipyoClaim *rival = g_ptr_array_index (rivals, i);
    g_autofree char *figure = jipyo_format_quantity (&rival->quantity, self->lang);
    g_autofree char *line = g_strdup_printf ("⚠ %s · %s", figure, rival->id);

    append_line (self, depth, line);
  }
  if (rivals->len > 0 && !jipyo_text_is_empty (&claim->reason))
    append_line (self, depth, jipyo_text_get (&claim->reason, self->lang));
}

static void
append_claim (Explanation *self, const JipyoClaim *claim, guint depth)
{
  g_autofree char *figure = jipyo_format_quantity (&claim->quantity, self->lang);
  g_autofree char *exact =
    claim->quantity.known ? jipyo_decimal_format (claim->quantity.value) : g_strdup ("—");
  g_autofree char *period = jipyo_period_format (claim->true_for);
  g_autofree char *heading =
    g_strdup_printf ("%s: %s [%s %s] · %s · %s", jipyo_text_get (&claim->label, self->lang),
                     claim->quantity.known ? figure : jipyo_text_get (&claim->text, self->lang),
                     exact, jipyo_unit_id (claim->quantity.unit), period, claim->id);

  append_line (self, depth, heading);
  append_source (self, claim, depth + 1);
  append_conflicts (self, claim, depth + 1);
  if (claim->formula != NULL) {
    g_autofree char *formula = g_strconcat ("= ", claim->formula, NULL);

    append_line (self, depth + 1, formula);
  }
}

static void
append_tree (Explanation *self, const char *id, guint depth)
{
  const JipyoClaim *claim = jipyo_ledger_find_claim (self->ledger, id);

  if (claim == NULL || depth > DEPTH_MAX) {
    append_line (self, depth, id);
    return;
  }
  append_claim (self, claim, depth);
  for (guint i = 0; claim->inputs != NULL && claim->inputs[i] != NULL; i++)
    append_tree (self, claim->inputs[i], depth + 2);
}

static int
run (const JipyoCommandLine *line, gpointer data)
{
  g_autoptr (JipyoSession) session = NULL;
  g_autofree char *text = NULL;
  Explanation explanation = { .lang = line->lang };

  if (g_strv_length (line->arguments) != 1)
    return jipyo_command_misuse ("explain", "%s", _ ("One claim must be named"));
  session = jipyo_command_open_session (line);
  if (session == NULL)
    return JIPYO_EXIT_FAILED;
  explanation.ledger = jipyo_session_get_ledger (session);
  if (jipyo_ledger_find_claim (explanation.ledger, line->arguments[0]) == NULL) {
    jipyo_command_complain (_ ("There is no claim “%s” in this reading"), line->arguments[0]);
    return JIPYO_EXIT_FAILED;
  }
  explanation.text = g_string_new (NULL);
  append_tree (&explanation, line->arguments[0], 0);
  text = g_string_free (explanation.text, FALSE);
  return jipyo_command_write (text, NULL) ? JIPYO_EXIT_DONE : JIPYO_EXIT_FAILED;
}

const JipyoCommand jipyo_explain_command = {
  .name = "explain",
  .arguments = "CLAIM",
  .summary = N_ ("Show how a figure comes about, down to its sources"), .run = run,
  };

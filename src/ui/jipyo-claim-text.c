/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the ledger, returns text; knows no widget.
 */

#include "jipyo-claim-text.h"

#include <glib/gi18n.h>

#include "jipyo-format.h"
#include "jipyo-quote-text.h"

static void
line_free (JipyoClaimLine *line)
{
  g_free (line->text);
  g_free (line->url);
  g_free (line);
}

GPtrArray *
jipyo_claim_lines_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
}

JipyoClaimLine *
jipyo_claim_lines_add (GPtrArray *lines, const char *name, char *text)
{
  if (text == NULL || *text == '\0') {
    g_free (text);
    return NULL;
  }
  JipyoClaimLine *line = g_new0 (JipyoClaimLine, 1);

  line->name = name;
  line->text = text;
  g_ptr_array_add (lines, line);
  return line;
}

static char *
format_dates (const JipyoClaim *claim)
{
  g_autofree char *published = jipyo_date_format (claim->published);
  g_autofree char *retrieved = jipyo_date_format (claim->retrieved);

  return g_strdup_printf ("%s · %s", *published != '\0' ? published
                                                        : _ ("publication date unknown"),
                                                             *retrieved != '\0' ? retrieved : "–");
}

static void
add_source (GPtrArray *lines, const JipyoClaim *claim, const JipyoLedger *ledger, JipyoLang lang)
{
  const JipyoSource *source =
    claim->source == NULL ? NULL : jipyo_ledger_find_source (ledger, claim->source);

  if (source == NULL)
    return;
  const char *title = jipyo_text_get (&source->title, lang);
  const char *publisher = jipyo_text_get (&source->publisher, lang);
  JipyoClaimLine *line = jipyo_claim_lines_add (
    lines, _ ("Source"), *title != '\0' ? g_strdup_printf ("%s · %s", publisher, title)
                                        : g_strdup (publisher));

  if (line != NULL)
    line->url = g_strdup (source->url);
}

GPtrArray *
jipyo_claim_text_list_lines (const JipyoClaim *claim, const JipyoLedger *ledger, JipyoLang lang)
{
  GPtrArray *lines = jipyo_claim_lines_new ();

  jipyo_claim_lines_add (lines, _ ("True for"), jipyo_period_format_long (claim->true_for, lang));
  jipyo_claim_lines_add (lines, _ ("Published · retrieved"), format_dates (claim));
  add_source (lines, claim, ledger, lang);
  if (claim->fragment != NULL)
    jipyo_claim_lines_add (lines, _ ("Words of the source"),
                                     g_strdup_printf ("“%s”", claim->fragment));
  jipyo_claim_lines_add (lines, _ ("Made of"),
                                   jipyo_claim_text_format_formula (claim, ledger, lang));
  jipyo_claim_lines_add (lines, _ ("Note"), g_strdup (jipyo_text_get (&claim->note, lang)));
  return lines;
}

char *
jipyo_claim_text_format_instant (gint64 time_us)
{
  if (time_us == 0)
    return g_strdup (_ ("not stated"));
  g_autofree char *day = jipyo_date_format (jipyo_instant_date_kst (time_us));
  g_autofree char *time = jipyo_instant_format_time_kst (time_us);

  /* Translators: day and time in Korea */
  return g_strdup_printf (_ ("%s %s (Seoul)"), day, time);
}

/* The source in which a quote was printed. */
static void
add_printed (GPtrArray *lines, const JipyoPrintedQuote *printed, const JipyoViewContext *context)
{
  const JipyoSource *source = jipyo_ledger_find_source (context->ledger, printed->source);

  if (source == NULL)
    return;
  JipyoClaimLine *line = jipyo_claim_lines_add (
    lines, _ ("Source"),
              g_strdup_printf ("%s · %s", jipyo_text_get (&source->publisher, context->lang),
                               jipyo_text_get (&source->title, context->lang)));

  if (line != NULL)
    line->url = g_strdup (source->url);
  if (printed->venue_inferred)
    jipyo_claim_lines_add (lines, _ ("Note"),
                                     g_strdup (_ ("The source names no venue; it is inferred.")));
}

GPtrArray *
jipyo_claim_text_list_quote_lines (const JipyoKnownQuote *known, const JipyoViewContext *context)
{
  GPtrArray *lines = jipyo_claim_lines_new ();
  const JipyoQuote *quote = known->quote;
  const JipyoLang lang = context->lang;

  jipyo_claim_lines_add (lines, _ ("Change"), jipyo_quote_text_change (known));
  jipyo_claim_lines_add (lines, _ ("Against"),
                                   g_strdup (jipyo_change_basis_label (quote->basis, lang)));
  jipyo_claim_lines_add (lines, _ ("Venue"), g_strdup (jipyo_quote_text_venue (quote, lang)));
  jipyo_claim_lines_add (lines, _ ("Age"), jipyo_quote_text_age (known, context->now_us, lang));
  if (known->printed != NULL) {
    add_printed (lines, known->printed, context);
    return lines;
  }
  jipyo_claim_lines_add (lines, _ ("Time of the venue"),
                                   jipyo_claim_text_format_instant (quote->venue_time_us));
  jipyo_claim_lines_add (lines, _ ("Received"),
                                   jipyo_claim_text_format_instant (quote->received_us));
  jipyo_claim_lines_add (
    lines, _ ("Provider"), g_strdup (jipyo_known_quote_provider_label (quote->provider, lang)));
  return lines;
}

char *
jipyo_claim_text_format_exact (const JipyoClaim *claim)
{
  if (!claim->quantity.known)
    return g_strdup ("");
  const char *unit = jipyo_unit_id (claim->quantity.unit);
  g_autofree char *number = jipyo_decimal_format_fixed (
    claim->quantity.value, jipyo_decimal_get_decimals (claim->quantity.value), TRUE);

  return g_strdup_printf ("%s %s", number, unit);
}

/* Ids begin with a letter and may hold dots and minus signs; a minus that subtracts stands alone.
 */
static gsize
measure_id (const char *text)
{
  gsize length = 0;

  while (g_ascii_isalnum (text[length])
         || strchr ("._-", text[length] != '\0' ? text[length] : ' '))
    length++;
  return g_ascii_isalpha (*text) ? length : 0;
}

/* "1,586억 원 + 500억 원 + 50억 원": the formula with figures in the place of ids. */
static char *
fill_formula (const JipyoClaim *claim, const JipyoLedger *ledger, JipyoLang lang)
{
  GString *text = g_string_new (NULL);
  const char *at = claim->formula;

  while (*at != '\0') {
    const gsize length = measure_id (at);
    g_autofree char *id = g_strndup (at, length);
    const JipyoClaim *input = length == 0 ? NULL : jipyo_ledger_find_claim (ledger, id);

    if (input != NULL) {
      g_autofree char *figure = jipyo_format_quantity (&input->quantity, lang);

      g_string_append (text, figure);
    } else {
      g_string_append_len (text, at, length == 0 ? 1 : (gssize) length);
    }
    at += length == 0 ? 1 : length;
  }
  return g_string_free (text, FALSE);
}

char *
jipyo_claim_text_format_formula (const JipyoClaim *claim, const JipyoLedger *ledger, JipyoLang lang)
{
  if (claim->formula == NULL || claim->inputs == NULL)
    return NULL;
  g_autofree char *filled = fill_formula (claim, ledger, lang);
  GString *text = g_string_new (filled);

  for (guint i = 0; claim->inputs[i] != NULL; i++) {
    const JipyoClaim *input = jipyo_ledger_find_claim (ledger, claim->inputs[i]);

    if (input == NULL)
      continue;
    g_autofree char *figure = jipyo_format_quantity (&input->quantity, lang);

    g_string_append_printf (text, "\n%s: %s", jipyo_text_get (&input->label, lang), figure);
  }
  return g_string_free (text, FALSE);
}

char *
jipyo_claim_text_format_citation (const JipyoClaim *claim,
                                  const JipyoLedger *ledger,
                                  JipyoLang lang)
{
  const JipyoSource *source =
    claim->source == NULL ? NULL : jipyo_ledger_find_source (ledger, claim->source);
  g_autofree char *figure = jipyo_format_quantity (&claim->quantity, lang);
  g_autofree char *exact = jipyo_claim_text_format_exact (claim);
  g_autofree char *period = jipyo_period_format_long (claim->true_for, lang);
  g_autofree char *dates = format_dates (claim);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s (%s)\n%s, %s\n", figure, exact,
                          jipyo_text_get (&claim->label, lang), period);
  if (source != NULL)
    g_string_append_printf (text, "%s, %s, %s\n", jipyo_text_get (&source->publisher, lang),
                            jipyo_text_get (&source->title, lang), dates);
  if (source != NULL && source->url != NULL)
    g_string_append_printf (text, "%s\n", source->url);
  return g_strdup (text->str);
}

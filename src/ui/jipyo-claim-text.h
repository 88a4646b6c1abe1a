/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a source card says of a claim or a quote, line by line. Pure.
 */

#pragma once

#include "jipyo-known-quote.h"

/* One line of the card: what it is called, what it says, and where it leads (NULL: nowhere). */
typedef struct {
  const char *name; /* static, translated */
  char *text;
  char *url;
} JipyoClaimLine;

/* (element-type JipyoClaimLine) (transfer full) */
GPtrArray *jipyo_claim_lines_new (void);
/* Takes `text`; an empty one adds nothing. Borrowed. (nullable) */
JipyoClaimLine *jipyo_claim_lines_add (GPtrArray *lines, const char *name, char *text);
/* "2026-11-20 15:30:00 (Seoul)", or that it is not stated. */
char *jipyo_claim_text_format_instant (gint64 time_us);

/* (element-type JipyoClaimLine) (transfer full) */
GPtrArray *
jipyo_claim_text_list_lines (const JipyoClaim *claim, const JipyoLedger *ledger, JipyoLang lang);
/* The same of a quote. */
GPtrArray *jipyo_claim_text_list_quote_lines (const JipyoKnownQuote *known,
                                              const JipyoViewContext *context);
/* "213,600,000,000 KRW": the exact value in base units; "" when no number is stated. */
char *jipyo_claim_text_format_exact (const JipyoClaim *claim);
/* "GPU 1,586 + data 500 + talent 50": the formula with its inputs' figures; NULL when not derived.
 */
char *jipyo_claim_text_format_formula (const JipyoClaim *claim,
                                       const JipyoLedger *ledger,
                                       JipyoLang lang);
/* Value and citation, for the clipboard. */
char *jipyo_claim_text_format_citation (const JipyoClaim *claim,
                                        const JipyoLedger *ledger,
                                        JipyoLang lang);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One refresh of quotes from all providers concerned, side by side, and how it is printed. What
 * `jipyo quotes` does, without its waiting.
 */

#pragma once

#include "jipyo-calendars.h"
#include "jipyo-lang.h"
#include "jipyo-quotes-plan.h"

typedef struct {
  gint64 fetched_us;
  GPtrArray *quotes;         /* of JipyoQuote, in the order asked for */
  GPtrArray *failures;       /* of JipyoFailure */
  JipyoCalendars *calendars; /* owned */
  JipyoCalendarDoubt doubt;  /* that the quotes cast on one of them */
  const JipyoCalendar *doubted;
  JipyoClock clock; /* by which they are of a time */
} JipyoQuotesReport;

void jipyo_quotes_report_free (JipyoQuotesReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoQuotesReport, jipyo_quotes_report_free)

/* `order` is copied as far as needed. Fails only when the order is no good (an unknown provider, an
 * endpoint that is none); what the network does is in the report. */
void jipyo_quotes_fetch_async (const JipyoQuotesOrder *order,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
/* (transfer full) */
JipyoQuotesReport *jipyo_quotes_fetch_finish (GAsyncResult *result, GError **error);

/* The object of `jipyo quotes --json`. (transfer full) */
char *jipyo_quotes_report_format_json (const JipyoQuotesReport *report);
/* A line a quote, for people; failures are not in it. (transfer full) */
char *jipyo_quotes_report_format_text (const JipyoQuotesReport *report, JipyoLang lang);
/* A line without its end for each reason, with what has no quote because of it:
 * "upbit: rate-limited: … (7 s): upbit:KRW-BTC, upbit:KRW-ETH". (transfer full) */
char **jipyo_quotes_report_list_failures (const JipyoQuotesReport *report);
/* "krx: the calendar says closed, yet prices move"; NULL without a doubt. (transfer full)
 * (nullable)
 */
char *jipyo_quotes_report_format_doubt (const JipyoQuotesReport *report, JipyoLang lang);
/* "7 min slow", of the clock of this computer; NULL when there is nothing to say. (transfer full)
 * (nullable) */
char *jipyo_quotes_report_format_clock (const JipyoQuotesReport *report, JipyoLang lang);

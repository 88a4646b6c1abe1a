/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The quote to show for an instrument in a reading: the newest one received by the reading's day,
 * else the one printed in a source, dated and as history. Never both, never a guess.
 */

#pragma once

#include "jipyo-view.h"

typedef struct {
  JipyoQuote *quote;                /* owned */
  const JipyoPrintedQuote *printed; /* where it was printed, borrowed; NULL for a received one */
  JipyoQuoteState state;            /* at the context's clock */
  gboolean past;                    /* printed of a day before the reading's */
} JipyoKnownQuote;

/* FALSE when nothing is known of the instrument; `self` is then all zero. */
gboolean jipyo_known_quote_init (JipyoKnownQuote *self,
                                 const JipyoViewContext *context,
                                 const char *instrument);
/* The same, but only what was received, or only what was printed. */
gboolean jipyo_known_quote_init_received (JipyoKnownQuote *self,
                                          const JipyoViewContext *context,
                                          const char *instrument);
gboolean jipyo_known_quote_init_printed (JipyoKnownQuote *self,
                                         const JipyoViewContext *context,
                                         const char *instrument);
void jipyo_known_quote_clear (JipyoKnownQuote *self);

/* The close that the change is against: last − change. FALSE when the base is not a close. */
gboolean jipyo_known_quote_compute_previous (const JipyoKnownQuote *self, JipyoDecimal *previous);
/* The change in percent to two decimals: as given, else computed from last and change, and then
 * `derived` is set. FALSE when neither is there. */
gboolean jipyo_known_quote_compute_percent (const JipyoKnownQuote *self,
                                            JipyoDecimal *percent,
                                            gboolean *derived);
/* -1, 0 or 1; 0 also when no change is known. */
int jipyo_known_quote_get_direction (const JipyoKnownQuote *self);
/* Whether it is no price of now: a received one that is old, or one printed of an earlier day. */
gboolean jipyo_known_quote_is_aged (const JipyoKnownQuote *self);
/* Whether grey alone does not warn of it: it is not believed, others should have followed it long
 * ago, or none has come since it was kept or printed. */
gboolean jipyo_known_quote_is_doubtful (const JipyoKnownQuote *self);
/* Marks a tile with its price so: muted, and a doubtful one by its note, which says state and age,
 * as a badge. */
void jipyo_known_quote_mark_tile (const JipyoKnownQuote *self, JipyoTile *tile);
/* How old the price of a received one is ("3초 전"), not how long ago it was heard; the date of a
 * printed one. (transfer full) */
char *jipyo_known_quote_format_when (const JipyoKnownQuote *self, gint64 now_us, JipyoLang lang);
/* The same, but of a closed market and of what was kept when the price is from, not when it was
 * last heard that nothing is traded: "15:30 KST", with the day, or it alone, when that is another.
 */
char *jipyo_known_quote_format_since (const JipyoKnownQuote *self, gint64 now_us, JipyoLang lang);
/* The same for machines: RFC 3339 or a date. (transfer full) */
char *jipyo_known_quote_format_time (const JipyoKnownQuote *self);
/* The same for people, in Korean time: "2026-11-23 11:59:56 KST". (transfer full) */
char *jipyo_known_quote_format_time_kst (const JipyoKnownQuote *self);
/* Both into a cell. */
void
jipyo_known_quote_set_time (const JipyoKnownQuote *self, JipyoTable *table, const char *column);
void jipyo_known_quote_set_instant (JipyoTable *table, const char *column, gint64 instant_us);
/* Puts a figure of the quote into a table's cell: `value` exactly, `text` (taken) for people, and
 * the instrument as the claim. A figure of an inferred venue is marked so. */
void jipyo_known_quote_fill_cell (const JipyoKnownQuote *self,
                                  JipyoCell *cell,
                                  JipyoDecimal value,
                                  char *text);
/* Change and change in percent, as far as they are known, into "change" and "change-percent". */
void jipyo_known_quote_fill_change (const JipyoKnownQuote *self, JipyoTable *table, guint decimals);
/* The age, or when the price is from, as above, as text of both languages. */
void jipyo_known_quote_set_age (const JipyoKnownQuote *self,
                                JipyoTable *table,
                                const char *column,
                                gint64 now_us);
/* The words for state and base of change, with their ids for machines; with its own state goes what
 * the venue says of the instrument. */
void jipyo_known_quote_set_own_state (const JipyoKnownQuote *self,
                                      JipyoTable *table,
                                      const char *column);
void jipyo_known_quote_set_state (JipyoTable *table, const char *column, JipyoQuoteState state);
void jipyo_known_quote_set_basis (JipyoTable *table, const char *column, JipyoChangeBasis basis);
/* Name of the instrument for people, from the quote, else from the built-in names, else its
 * symbol. */
JipyoText jipyo_known_quote_get_name (const char *instrument, const JipyoQuote *quote);
/* "업비트" / "Upbit" for a provider's id; the id itself when unknown. */
const char *jipyo_known_quote_provider_label (const char *provider, JipyoLang lang);

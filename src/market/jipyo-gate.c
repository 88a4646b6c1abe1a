/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The gate keeps the last good quote of each instrument and, while one is doubted, the doubted one.
 */

#include "jipyo-gate.h"

#include "jipyo-premium.h"
#include "jipyo-price-leap.h"
#include "jipyo-unit-change.h"

#include <string.h>

enum { CONFIRMATIONS = 2 };

/* For longer than this a price is no witness of another. */
static const gint64 witness_us = 60 * G_USEC_PER_SEC;
/* A dollar price may be this old: within so little time no coin moves by what a unit is wrong by.
 */
static const gint64 dollar_us = 5 * G_TIME_SPAN_MINUTE;
static const char won_pair[] = ":KRW-";
static const char rate_instrument[] = "fx:USDKRW";
/* Between an answer's making and its arrival the stream may have told more. */
static const gint64 overtaken_us = 15 * G_USEC_PER_SEC;

typedef struct {
  JipyoQuote *good;
  JipyoQuote *doubted; /* NULL when nothing is in doubt */
  guint agreed;        /* answers since that agree with it */
  gboolean streamed;   /* something came by stream */
  guint unproven;      /* answers still to come that have to agree with the good one */
} Entry;

struct _JipyoGate {
  GHashTable *entries;   /* instrument → Entry */
  JipyoUnitWatch *units; /* owned */
};

/* Other venues. */
typedef struct {
  guint agree;
  guint disagree;
} Hearing;

static void
entry_free (Entry *entry)
{
  jipyo_quote_free (entry->good);
  jipyo_quote_free (entry->doubted);
  g_free (entry);
}

JipyoGate *
jipyo_gate_new (void)
{
  JipyoGate *self = g_new0 (JipyoGate, 1);

  self->units = jipyo_unit_watch_new ();
  self->entries =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) entry_free);
  return self;
}

void
jipyo_gate_free (JipyoGate *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->entries);
  jipyo_unit_watch_free (self->units);
  g_free (self);
}

/* Further from what its change is counted from than a price may jump. No share can be, and a coin
 * hardly: the first answer of all is compared with that, having nothing else to stay behind. */
static gboolean
is_leap (const JipyoQuote *quote)
{
  JipyoDecimal base;

  return quote->has_change && jipyo_decimal_subtract (quote->last, quote->change, &base)
         && jipyo_decimal_sign (base) > 0 && !jipyo_price_is_near (quote->last, base);
}

/* Within 30 %: no premium of won over dollar prices has stayed beyond it, and a wrong unit is wrong
 * by far more. What does not compute counts as far. */
static gboolean
is_worth (JipyoDecimal won, JipyoDecimal dollar, JipyoDecimal rate)
{
  JipyoDecimal fair;
  JipyoDecimal distance;
  JipyoDecimal tenfold;
  JipyoDecimal threefold;

  if (!jipyo_premium_find_fair (dollar, rate, &fair)
      || !jipyo_decimal_subtract (won, fair, &distance)
      || !jipyo_decimal_multiply (distance, jipyo_decimal_from_int (10), &tenfold)
      || !jipyo_decimal_multiply (fair, jipyo_decimal_from_int (3), &threefold))
    return FALSE;
  if (jipyo_decimal_sign (tenfold) < 0 && !jipyo_decimal_negate (tenfold, &tenfold))
    return FALSE;
  return jipyo_decimal_compare (tenfold, threefold) <= 0;
}

/* Within a tenth: the venues' premiums over each other have been less. */
static gboolean
is_close (JipyoDecimal a, JipyoDecimal b)
{
  JipyoDecimal distance;
  JipyoDecimal tenfold;

  if (!jipyo_decimal_subtract (a, b, &distance)
      || !jipyo_decimal_multiply (distance, jipyo_decimal_from_int (10), &tenfold))
    return FALSE;
  if (jipyo_decimal_sign (tenfold) < 0 && !jipyo_decimal_negate (tenfold, &tenfold))
    return FALSE;
  return jipyo_decimal_compare (tenfold, b) <= 0;
}

/* Whether other venues that spoke lately of the same coin in the same currency agree. */
static Hearing
hear_others (JipyoGate *self, const JipyoQuote *quote)
{
  const char *symbol = strchr (quote->instrument, ':');
  Hearing hearing = { 0 };
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_hash_table_iter_init (&iter, self->entries);
  while (symbol != NULL && g_hash_table_iter_next (&iter, &key, &value)) {
    const Entry *entry = value;
    const JipyoQuote *other = entry->doubted != NULL ? entry->doubted : entry->good;

    if (g_strcmp0 (strchr (key, ':'), symbol) != 0 || strcmp (key, quote->instrument) == 0
        || quote->received_us - other->received_us > witness_us)
      continue;
    hearing.agree += is_close (quote->last, other->last);
    hearing.disagree += !is_close (quote->last, other->last);
  }
  return hearing;
}

/* The good quote of an instrument, if nothing is held against it; else NULL. */
static const JipyoQuote *
find_sound (JipyoGate *self, const char *instrument)
{
  const Entry *entry = g_hash_table_lookup (self->entries, instrument);

  return entry != NULL && entry->doubted == NULL && entry->good->state != JIPYO_QUOTE_SUSPECT
           ? entry->good
           : NULL;
}

/* What a dollar costs in won, of a day not long ago. */
static const JipyoQuote *
find_rate (JipyoGate *self, gint64 now_us)
{
  const JipyoQuote *rate = find_sound (self, rate_instrument);

  return rate != NULL && now_us - rate->venue_time_us <= JIPYO_RATE_AGE_MAX_US ? rate : NULL;
}

/* A coin's price in won that is far from its price in dollars is in another unit, or the dollar
 * price is; which of the two cannot be told, but that neither is sure. */
static gboolean
is_of_other_unit (JipyoGate *self, const JipyoQuote *won)
{
  const char *pair = strstr (won->instrument, won_pair);
  g_autofree char *instrument =
    pair != NULL ? g_strconcat ("usd:", pair + strlen (won_pair), NULL) : NULL;
  const JipyoQuote *dollar = instrument != NULL ? find_sound (self, instrument) : NULL;
  const JipyoQuote *rate = dollar != NULL ? find_rate (self, won->received_us) : NULL;

  if (rate == NULL)
    return FALSE;
  const gint64 said_us = dollar->venue_time_us != 0 ? dollar->venue_time_us : dollar->received_us;
  return won->received_us - said_us <= dollar_us && !is_worth (won->last, dollar->last, rate->last);
}

/* What venues that spoke lately of a coin in won say of its price in dollars. */
static Hearing
hear_won (JipyoGate *self, const JipyoQuote *dollar)
{
  g_autofree char *symbol = g_strconcat (won_pair, strchr (dollar->instrument, ':') + 1, NULL);
  const JipyoQuote *rate = find_rate (self, dollar->received_us);
  Hearing hearing = { 0 };
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_hash_table_iter_init (&iter, self->entries);
  while (rate != NULL && g_hash_table_iter_next (&iter, &key, &value)) {
    const Entry *entry = value;

    if (!g_str_has_suffix (key, symbol) || entry->doubted != NULL
        || dollar->received_us - entry->good->received_us > witness_us)
      continue;
    hearing.agree += is_worth (entry->good->last, dollar->last, rate->last);
    hearing.disagree += !is_worth (entry->good->last, dollar->last, rate->last);
  }
  return hearing;
}

static Hearing
hear (JipyoGate *self, const JipyoQuote *quote)
{
  return g_str_has_prefix (quote->instrument, "usd:") ? hear_won (self, quote)
                                                      : hear_others (self, quote);
}

static gboolean
is_backwards (const JipyoQuote *quote, const JipyoQuote *good)
{
  return quote->venue_time_us != 0 && quote->venue_time_us < good->venue_time_us
         && g_strcmp0 (quote->provider, good->provider) == 0;
}

/* Two ways lead to a venue, and the slower one may bring what the faster had brought already. */
static gboolean
is_overtaken (const JipyoQuote *quote, const Entry *entry)
{
  return entry->streamed && entry->doubted == NULL && is_backwards (quote, entry->good)
         && jipyo_price_is_near (quote->last, entry->good->last)
         && entry->good->venue_time_us - quote->venue_time_us < overtaken_us;
}

static JipyoQuote *
confirm (Entry *entry, const JipyoQuote *quote)
{
  entry->good->received_us = MAX (entry->good->received_us, quote->received_us);
  return jipyo_quote_copy (entry->good);
}

static JipyoQuote *
hold_back (const Entry *entry)
{
  JipyoQuote *shown = jipyo_quote_copy (entry->good);

  shown->state = JIPYO_QUOTE_SUSPECT;
  return shown;
}

static JipyoQuote *
accept (Entry *entry, const JipyoQuote *quote)
{
  jipyo_quote_free (entry->good);
  entry->good = jipyo_quote_copy (quote);
  g_clear_pointer (&entry->doubted, jipyo_quote_free);
  entry->agreed = 0;
  entry->unproven = 0;
  return jipyo_quote_copy (quote);
}

const JipyoQuote *
jipyo_gate_get_last (JipyoGate *self, const char *instrument)
{
  const Entry *entry = g_hash_table_lookup (self->entries, instrument);

  return entry != NULL ? entry->good : NULL;
}

JipyoQuote *
jipyo_gate_complete (JipyoGate *self, const JipyoQuote *quote)
{
  const JipyoQuote *last = jipyo_gate_get_last (self, quote->instrument);
  JipyoQuote *whole = jipyo_quote_copy (quote);
  JipyoDecimal base;

  if (last != NULL && !whole->has_change && last->has_change
      && jipyo_decimal_subtract (last->last, last->change, &base))
    jipyo_quote_set_change_from (whole, base, last->basis);
  return whole;
}

void
jipyo_gate_expect_overtaking (JipyoGate *self, const char *instrument)
{
  Entry *entry = g_hash_table_lookup (self->entries, instrument);

  if (entry != NULL)
    entry->streamed = TRUE;
}

/* A price that two venues contradict and none supports is not believed on its own. One
 * contradiction tells only that one of the two is wrong; but one of another unit is no matter of a
 * venue's prices. */
static gboolean
is_alone (JipyoGate *self, const JipyoQuote *quote)
{
  const Hearing hearing = hear (self, quote);

  return hearing.agree == 0 && (hearing.disagree >= 2 || is_of_other_unit (self, quote));
}

static JipyoQuote *
doubt (Entry *entry, const JipyoQuote *quote)
{
  jipyo_quote_free (entry->doubted);
  entry->doubted = jipyo_quote_copy (quote);
  entry->agreed = 0;
  if (entry->unproven > 0)
    entry->unproven = CONFIRMATIONS;
  return hold_back (entry);
}

/* The first of its instrument has nothing to stay behind: it is shown, and marked. One that goes on
 * from there is no better for that: the others may have spoken only since. */
static JipyoQuote *
mark (JipyoGate *self, const JipyoQuote *quote)
{
  JipyoQuote *marked = jipyo_quote_copy (quote);

  if (marked->state == JIPYO_QUOTE_LIVE && is_alone (self, quote))
    marked->state = JIPYO_QUOTE_SUSPECT;
  return marked;
}

/* A leap is believed once more answers, or another venue, say the same. */
static JipyoQuote *
accept_marked (JipyoGate *self, Entry *entry, const JipyoQuote *quote)
{
  g_autoptr (JipyoQuote) marked = mark (self, quote);
  const gboolean proven = entry->unproven == 0 || !is_leap (quote) || hear (self, quote).agree > 0;
  const guint unproven = proven ? 0 : entry->unproven - 1;
  JipyoQuote *accepted;

  if (unproven > 0 && marked->state == JIPYO_QUOTE_LIVE)
    marked->state = JIPYO_QUOTE_SUSPECT;
  accepted = accept (entry, marked);
  entry->unproven = unproven;
  return accepted;
}

static JipyoQuote *
open_entry (JipyoGate *self, const JipyoQuote *quote)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->unproven = CONFIRMATIONS + 1;
  g_hash_table_insert (self->entries, g_strdup (quote->instrument), entry);
  return accept_marked (self, entry, quote);
}

static JipyoQuote *
pass (JipyoGate *self, const JipyoQuote *quote)
{
  Entry *entry = g_hash_table_lookup (self->entries, quote->instrument);

  if (entry == NULL)
    return open_entry (self, quote);
  if (jipyo_price_is_near (quote->last, entry->good->last) && !is_backwards (quote, entry->good))
    return accept_marked (self, entry, quote);
  if (is_overtaken (quote, entry))
    return confirm (entry, quote);
  if (!is_backwards (quote, entry->good) && hear (self, quote).agree > 0)
    return accept (entry, quote);
  if (entry->doubted == NULL || !jipyo_price_is_near (quote->last, entry->doubted->last)
      || is_backwards (quote, entry->doubted))
    return doubt (entry, quote);
  if (++entry->agreed >= CONFIRMATIONS) {
    entry->unproven = 0;
    return accept_marked (self, entry, quote);
  }
  return hold_back (entry);
}

/* One that is held back is not compared: it may never be believed. */
JipyoQuote *
jipyo_gate_pass (JipyoGate *self, const JipyoQuote *quote)
{
  const JipyoQuote *last = jipyo_gate_get_last (self, quote->instrument);
  g_autoptr (JipyoQuote) before = last != NULL ? jipyo_quote_copy (last) : NULL;
  JipyoQuote *passed = pass (self, quote);
  const Entry *entry = g_hash_table_lookup (self->entries, quote->instrument);

  jipyo_unit_watch_mark (self->units, passed, entry->doubted == NULL ? before : NULL);
  return passed;
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row carries a CRC-32C over its values as they are read back, so that a flipped bit costs a row
 * and never shows a wrong figure.
 */

#include "jipyo-latest.h"

#include <string.h>

#include "jipyo-crc32c.h"

enum { N_VALUES = 14 };

static const char save_sql[] =
  "INSERT INTO latest VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15)"
  " ON CONFLICT (instrument) DO UPDATE SET"
  " provider=?2, name_ko=?3, name_en=?4, currency=?5, last_digits=?6, last_scale=?7,"
  " change_digits=?8, change_scale=?9, percent_digits=?10, percent_scale=?11, basis=?12,"
  " venue_time_us=?13, received_us=?14, crc=?15 WHERE received_us <= ?14";

static const char load_sql[] =
  "SELECT instrument, provider, name_ko, name_en, currency, last_digits, last_scale,"
  " change_digits, change_scale, percent_digits, percent_scale, basis, venue_time_us,"
  " received_us, crc FROM latest ORDER BY instrument";

static guint32
crc_of_text (guint32 crc, const char *text)
{
  static const guint8 none = 0xFF; /* no byte of UTF-8 */

  return text != NULL ? jipyo_crc32c (crc, text, strlen (text) + 1) : jipyo_crc32c (crc, &none, 1);
}

static guint32
crc_of_number (guint32 crc, gint64 value)
{
  value = GINT64_TO_LE (value);
  return jipyo_crc32c (crc, &value, sizeof value);
}

static guint32
crc_of_decimal (guint32 crc, JipyoDecimal value, gboolean known)
{
  crc = crc_of_number (crc, known);
  return known ? crc_of_number (crc_of_number (crc, value.digits), value.scale) : crc;
}

static guint32
crc_of_quote (const JipyoQuote *quote)
{
  const char *const texts[] = { quote->instrument, quote->provider,
                                quote->name.ko,    quote->name.en,
                                quote->currency,   jipyo_change_basis_id (quote->basis) };
  guint32 crc = 0;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    crc = crc_of_text (crc, texts[i]);
  crc = crc_of_decimal (crc, quote->last, TRUE);
  crc = crc_of_decimal (crc, quote->change, quote->has_change);
  crc = crc_of_decimal (crc, quote->change_percent, quote->has_change_percent);
  return crc_of_number (crc_of_number (crc, quote->venue_time_us), quote->received_us);
}

static void
bind_decimal (sqlite3_stmt *statement, int index, JipyoDecimal value, gboolean known)
{
  if (!known) {
    sqlite3_bind_null (statement, index);
    sqlite3_bind_null (statement, index + 1);
    return;
  }
  sqlite3_bind_int64 (statement, index, value.digits);
  sqlite3_bind_int (statement, index + 1, value.scale);
}

static gboolean
save_quote (sqlite3 *database, sqlite3_stmt *statement, const JipyoQuote *quote, GError **error)
{
  const char *const texts[] = { quote->instrument, quote->provider, quote->name.ko, quote->name.en,
                                quote->currency };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    sqlite3_bind_text (statement, (int) i + 1, texts[i], -1, SQLITE_STATIC);
  bind_decimal (statement, 6, quote->last, TRUE);
  bind_decimal (statement, 8, quote->change, quote->has_change);
  bind_decimal (statement, 10, quote->change_percent, quote->has_change_percent);
  sqlite3_bind_text (statement, 12, jipyo_change_basis_id (quote->basis), -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 13, quote->venue_time_us);
  sqlite3_bind_int64 (statement, 14, quote->received_us);
  sqlite3_bind_int64 (statement, N_VALUES + 1, crc_of_quote (quote));
  if (sqlite3_step (statement) != SQLITE_DONE)
    return jipyo_database_fail (database, error);
  sqlite3_reset (statement);
  return TRUE;
}

gboolean
jipyo_latest_save (sqlite3 *database, const GPtrArray *quotes, GError **error)
{
  sqlite3_stmt *statement = jipyo_database_prepare (database, save_sql, error);
  gboolean saved = statement != NULL;

  for (guint i = 0; saved && i < quotes->len; i++)
    saved = save_quote (database, statement, g_ptr_array_index (quotes, i), error);
  sqlite3_finalize (statement);
  return saved;
}

static gboolean
read_decimal (sqlite3_stmt *statement, int column, JipyoDecimal *value)
{
  int scale = sqlite3_column_int (statement, column + 1);

  if (sqlite3_column_type (statement, column) != SQLITE_INTEGER || scale < 0
      || scale > JIPYO_DECIMAL_SCALE_MAX)
    return FALSE;
  *value =
    (JipyoDecimal){ .digits = sqlite3_column_int64 (statement, column), .scale = (guint8) scale };
  return TRUE;
}

static const char *
column_text (sqlite3_stmt *statement, int column)
{
  return (const char *) sqlite3_column_text (statement, column);
}

/* NULL for a row that no version of ours would have written. */
static JipyoQuote *
read_quote (sqlite3_stmt *statement)
{
  g_autoptr (JipyoQuote) quote =
               jipyo_quote_new (column_text (statement, 0), column_text (statement, 1));

  if (quote->instrument == NULL || quote->provider == NULL
      || !read_decimal (statement, 5, &quote->last)
      || !jipyo_change_basis_parse (column_text (statement, 11), &quote->basis))
    return NULL;
  quote->name = jipyo_text_new (column_text (statement, 2), column_text (statement, 3));
  quote->currency = g_strdup (column_text (statement, 4));
  quote->has_change = read_decimal (statement, 7, &quote->change);
  quote->has_change_percent = read_decimal (statement, 9, &quote->change_percent);
  quote->venue_time_us = sqlite3_column_int64 (statement, 12);
  quote->received_us = sqlite3_column_int64 (statement, 13);
  quote->state = JIPYO_QUOTE_HISTORY;
  return g_steal_pointer (&quote);
}

typedef gboolean (*QuoteFunc) (sqlite3_stmt *row, const JipyoQuote *quote, gpointer data);

/* Of rows that cannot be read, nothing is said here. */
static gboolean
visit (sqlite3 *database, QuoteFunc func, gpointer data, GError **error)
{
  sqlite3_stmt *statement = jipyo_database_prepare (database, load_sql, error);
  int code = SQLITE_ROW;
  gboolean well = statement != NULL;

  while (well && (code = sqlite3_step (statement)) == SQLITE_ROW) {
    g_autoptr (JipyoQuote) quote = read_quote (statement);

    if (quote != NULL)
      well = func (statement, quote, data);
  }
  if (well && code != SQLITE_DONE)
    well = jipyo_database_fail (database, error);
  sqlite3_finalize (statement);
  return well;
}

static gboolean
add_intact (sqlite3_stmt *row, const JipyoQuote *quote, gpointer quotes)
{
  if (sqlite3_column_int64 (row, N_VALUES) == crc_of_quote (quote))
    g_ptr_array_add (quotes, jipyo_quote_copy (quote));
  return TRUE;
}

GPtrArray *
jipyo_latest_load (sqlite3 *database, GError **error)
{
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_quote_free);

  return visit (database, add_intact, quotes, error) ? g_steal_pointer (&quotes) : NULL;
}

static gboolean
add_any (sqlite3_stmt *row, const JipyoQuote *quote, gpointer quotes)
{
  g_ptr_array_add (quotes, jipyo_quote_copy (quote));
  return TRUE;
}

gboolean
jipyo_latest_seal (sqlite3 *database, GError **error)
{
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_quote_free);

  return visit (database, add_any, quotes, error) && jipyo_latest_save (database, quotes, error);
}

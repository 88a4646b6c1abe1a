/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Naver's days of shares and of indices. A day of Korea's exchange begins, as everywhere in the
 * history, at midnight UTC of its date. The answers do not say whose days they are.
 */

#include "jipyo-candle-page.h"

#include <string.h>

#include "jipyo-date.h"
#include "jipyo-naver.h"

static const gint64 DAY_MS = G_GINT64_CONSTANT (24) * 60 * 60 * 1000;

/* The exchange has never opened on a Saturday or Sunday in the years that are asked for, so a date
 * of one is no date of a session. */
static gboolean
read_date (const JipyoFields *row, const char *text, gint64 *start_ms, GError **error)
{
  JipyoDate date;
  int day;

  if (text == NULL || strlen (text) != strlen ("2025-03-21") || !jipyo_date_parse (text, &date)
      || date.day == 0)
    return jipyo_fields_refuse (row, "a day that is none", error);
  day = jipyo_date_first_day (date);
  if (((day + 3) % 7 + 7) % 7 > 4) /* 1970 began on a Thursday */
    return jipyo_fields_refuse (row, "a day on which nobody trades", error);
  *start_ms = day * DAY_MS;
  return TRUE;
}

/* --- Shares */

enum { DATE, OPEN, HIGH, LOW, CLOSE, VOLUME, N_COLUMNS };

static const char *const columns[] = { "날짜", "시가", "고가", "저가", "종가", "거래량" };

/* The comma after the heading stands there also when no row follows. */
static void
drop_idle_comma (char *rest)
{
  char *comma = rest + strspn (rest, " \t\r\n");

  if (*comma == ',' && comma[1 + strspn (comma + 1, " \t\r\n")] == ']')
    *comma = ' ';
}

/* The heading is in single quotes, the rest is JSON. Only a heading is mended: up to the first
 * bracket that closes. (transfer full) */
static char *
mend_heading (const char *data, gsize length)
{
  char *text = g_strndup (data, length);
  char *end = strchr (text, ']');

  for (char *at = text; end != NULL && at < end && *at != '"'; at++)
    if (*at == '\'')
      *at = '"';
  if (end != NULL)
    drop_idle_comma (end + 1);
  return text;
}

static gboolean
check_heading (JsonNode *node, GError **error)
{
  JsonArray *heading = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; i < N_COLUMNS; i++) {
    JsonNode *name = heading != NULL && i < json_array_get_length (heading)
                       ? json_array_get_element (heading, i)
                       : NULL;

    if (name != NULL && JSON_NODE_HOLDS_VALUE (name)
        && g_strcmp0 (json_node_get_string (name), columns[i]) == 0)
      continue;
    g_set_error (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY,
                 "the heading: column %u is not “%s”", i + 1, columns[i]);
    return FALSE;
  }
  return TRUE;
}

/* A row as an object of what the heading calls its values, for the typed readers. (nullable)
 * (transfer full) */
static JsonNode *
name_values (JsonNode *node, guint n_columns)
{
  JsonArray *values = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  JsonNode *named;
  JsonObject *object;

  if (values == NULL || json_array_get_length (values) != n_columns)
    return NULL;
  object = json_object_new ();
  for (guint i = 0; i < N_COLUMNS; i++)
    json_object_set_member (object, columns[i], json_array_dup_element (values, i));
  named = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (named, object);
  return named;
}

static gboolean
read_share_row (const JipyoFields *fields, JipyoCandleRow *row, GError **error)
{
  const char *text = jipyo_fields_get_string (fields, columns[DATE], error);
  g_autofree char *date = text != NULL && strlen (text) == 8
                            ? g_strdup_printf ("%.4s-%.2s-%.2s", text, text + 4, text + 6)
                            : NULL;

  if (text == NULL || !read_date (fields, date, &row->start_ms, error)
      || !jipyo_fields_get_decimal (fields, columns[OPEN], &row->open, error)
      || !jipyo_fields_get_decimal (fields, columns[HIGH], &row->high, error)
      || !jipyo_fields_get_decimal (fields, columns[LOW], &row->low, error)
      || !jipyo_fields_get_decimal (fields, columns[CLOSE], &row->close, error)
      || !jipyo_fields_get_decimal (fields, columns[VOLUME], &row->volume, error))
    return FALSE;
  /* A day without a trade has no prices either. */
  row->has_volume = jipyo_decimal_sign (row->volume) > 0;
  return TRUE;
}

static gboolean
take_share_row (JipyoCandlePage *page, const JipyoFields *fields, GError **error)
{
  JipyoCandleRow row = { 0 };
  GError *reason = NULL;

  if (read_share_row (fields, &row, &reason))
    jipyo_candle_page_take (page, &row);
  else
    jipyo_candle_page_drop (page, reason);
  return TRUE;
}

gboolean
jipyo_naver_share_days_parse (JipyoCandlePage *page, const char *data, gsize length, GError **error)
{
  g_autofree char *text = mend_heading (data, length);
  g_autoptr (JsonNode) root = jipyo_reply_parse (text, length, error);
  JsonArray *rows;
  JsonNode *heading;

  if (root == NULL)
    return FALSE;
  rows = JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;
  if (rows == NULL || json_array_get_length (rows) == 0) {
    g_set_error_literal (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY,
                         "the answer: expected a list with a heading");
    return FALSE;
  }
  heading = json_array_get_element (rows, 0);
  if (!check_heading (heading, error))
    return FALSE;
  for (guint i = 1; i < json_array_get_length (rows); i++) {
    g_autofree char *where = g_strdup_printf ("[%u]", i);
    g_autoptr (JsonNode) row = name_values (json_array_get_element (rows, i),
                                            json_array_get_length (json_node_get_array (heading)));
    JipyoFields fields;

    if (!jipyo_fields_init (&fields, row, where, error) || !take_share_row (page, &fields, error))
      return FALSE;
  }
  return jipyo_candle_page_finish (page, error);
}

/* --- Indices */

typedef struct {
  JipyoCandleRow row;
  JipyoDecimal before; /* the close of the session before, by this row's change */
  gboolean disagrees;
} IndexDay;

static gboolean
read_index_row (const JipyoFields *fields, IndexDay *day, GError **error)
{
  JipyoCandleRow *row = &day->row;
  const char *date = jipyo_fields_get_string (fields, "localTradedAt", error);
  JipyoDecimal change;

  if (date == NULL || !read_date (fields, date, &row->start_ms, error)
      || !jipyo_fields_get_amount (fields, "openPrice", &row->open, error)
      || !jipyo_fields_get_amount (fields, "highPrice", &row->high, error)
      || !jipyo_fields_get_amount (fields, "lowPrice", &row->low, error)
      || !jipyo_fields_get_amount (fields, "closePrice", &row->close, error)
      || !jipyo_fields_get_amount (fields, "compareToPreviousClosePrice", &change, error))
    return FALSE;
  change =
    jipyo_naver_apply_direction (change, jipyo_naver_direction (fields, "compareToPreviousPrice"));
  return jipyo_decimal_subtract (row->close, change, &day->before)
         || jipyo_fields_refuse (fields, "a change without room", error);
}

/* Newest first, and each names by its change the close of the next. Where the two disagree neither
 * can be trusted. */
static void
compare_neighbours (GArray *days)
{
  for (guint i = 0; i + 1 < days->len; i++) {
    IndexDay *day = &g_array_index (days, IndexDay, i);
    IndexDay *older = &g_array_index (days, IndexDay, i + 1);

    if (!jipyo_decimal_equal (day->before, older->row.close)
        || older->row.start_ms >= day->row.start_ms)
      day->disagrees = older->disagrees = TRUE;
  }
}

static void
take_index_days (JipyoCandlePage *page, GArray *days)
{
  compare_neighbours (days);
  for (guint i = 0; i < days->len; i++) {
    const IndexDay *day = &g_array_index (days, IndexDay, i);

    if (day->disagrees)
      jipyo_candle_page_drop (page,
                              g_error_new_literal (JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY,
                                                   "days whose changes and closes disagree"));
    else
      jipyo_candle_page_take (page, &day->row);
  }
}

gboolean
jipyo_naver_index_days_parse (JipyoCandlePage *page, const char *data, gsize length, GError **error)
{
  g_autoptr (JsonNode) root = jipyo_reply_parse (data, length, error);
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (IndexDay));
  JsonArray *rows;

  if (root == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_ARRAY (root)) {
    g_set_error_literal (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY,
                         "the answer: expected a list of days");
    return FALSE;
  }
  rows = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (rows); i++) {
    g_autofree char *where = g_strdup_printf ("[%u]", i);
    JipyoFields fields;
    IndexDay day = { 0 };
    GError *reason = NULL;

    if (!jipyo_fields_init (&fields, json_array_get_element (rows, i), where, error))
      return FALSE;
    if (read_index_row (&fields, &day, &reason))
      g_array_append_val (days, day);
    else
      jipyo_candle_page_drop (page, reason);
  }
  take_index_days (page, days);
  return jipyo_candle_page_finish (page, error);
}

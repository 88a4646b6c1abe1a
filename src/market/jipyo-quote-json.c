/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Quotes and failures as JSON, both ways.
 */

#include "jipyo-quote-json.h"

#include <string.h>

#include "jipyo-candle-json.h"
#include "jipyo-date.h"
#include "jipyo-provider.h"
#include "jipyo-reply.h"
#include "jipyo-unit-change.h"

static void
write_number (JipyoJsonWriter *writer, const char *key, const JipyoDecimal *value)
{
  if (value != NULL)
    jipyo_json_writer_member_decimal (writer, key, *value);
  else
    jipyo_json_writer_member (writer, key, NULL);
}

static void
write_time (JipyoJsonWriter *writer, const char *key, gint64 time_us)
{
  g_autofree char *text = time_us != 0 ? jipyo_instant_format (time_us) : NULL;

  jipyo_json_writer_member (writer, key, text);
}

void
jipyo_quote_write (JipyoJsonWriter *writer, const JipyoQuote *quote)
{
  const char *basis =
    quote->basis != JIPYO_BASIS_UNSTATED ? jipyo_change_basis_id (quote->basis) : NULL;

  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_member (writer, "instrument", quote->instrument);
  jipyo_json_writer_member (writer, "provider", quote->provider);
  jipyo_json_writer_member_text (writer, "name", &quote->name);
  jipyo_json_writer_member (writer, "currency", quote->currency);
  write_number (writer, "last", &quote->last);
  write_number (writer, "change", quote->has_change ? &quote->change : NULL);
  write_number (writer, "change_percent",
                quote->has_change_percent ? &quote->change_percent : NULL);
  jipyo_json_writer_member (writer, "change_basis", basis);
  write_time (writer, "venue_time", quote->venue_time_us);
  write_time (writer, "received", quote->received_us);
  jipyo_json_writer_member (writer, "state", jipyo_quote_state_id (quote->state));
  jipyo_json_writer_member (writer, "listing", jipyo_listing_id (quote->listing));
  if (quote->unit_change != 0) {
    jipyo_json_writer_key (writer, "unit_change");
    jipyo_json_writer_int (writer, quote->unit_change);
  }
  jipyo_json_writer_end_object (writer);
}

void
jipyo_failure_write (JipyoJsonWriter *writer, const JipyoFailure *failure)
{
  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_member (writer, "provider", failure->provider);
  jipyo_json_writer_member (writer, "code", jipyo_market_error_id (failure->code));
  jipyo_json_writer_member (writer, "message", failure->message);
  jipyo_json_writer_key (writer, "retry_after_s");
  if (failure->retry_after_s >= 0)
    jipyo_json_writer_int (writer, failure->retry_after_s);
  else
    jipyo_json_writer_null (writer);
  jipyo_json_writer_end_object (writer);
}

void
jipyo_failures_write (JipyoJsonWriter *writer, const GPtrArray *failures)
{
  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_key (writer, "errors");
  jipyo_json_writer_begin_array (writer);
  for (guint i = 0; i < failures->len; i++)
    jipyo_failure_write (writer, g_ptr_array_index (failures, i));
  jipyo_json_writer_end_array (writer);
  jipyo_json_writer_end_object (writer);
}

void
jipyo_clock_write (JipyoJsonWriter *writer, const JipyoClock *clock)
{
  const gint64 error_us = jipyo_clock_get_error (clock);

  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_member (writer, "state",
                            error_us == 0  ? "right"
                            : error_us < 0 ? "slow"
                                           : "fast");
  jipyo_json_writer_key (writer, "by_s");
  jipyo_json_writer_int (writer, (ABS (error_us) + G_USEC_PER_SEC / 2) / G_USEC_PER_SEC);
  jipyo_json_writer_key (writer, "epoch_us");
  jipyo_json_writer_int (writer, clock->epoch_us);
  jipyo_json_writer_end_object (writer);
}

void
jipyo_notices_write (JipyoJsonWriter *writer, const GArray *notices)
{
  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_key (writer, "listings");
  jipyo_json_writer_begin_array (writer);
  for (guint i = 0; i < notices->len; i++) {
    const JipyoNotice *notice = &g_array_index (notices, JipyoNotice, i);

    jipyo_json_writer_begin_object (writer);
    jipyo_json_writer_member (writer, "instrument", notice->instrument);
    jipyo_json_writer_member (writer, "listing", jipyo_listing_id (notice->listing));
    if (notice->successor != NULL)
      jipyo_json_writer_member (writer, "successor", notice->successor);
    jipyo_json_writer_end_object (writer);
  }
  jipyo_json_writer_end_array (writer);
  jipyo_json_writer_end_object (writer);
}

void
jipyo_notice_clear (JipyoNotice *notice)
{
  g_clear_pointer (&notice->instrument, g_free);
  g_clear_pointer (&notice->successor, g_free);
}

static void
set_bad (GError **error, const char *field)
{
  g_set_error (error, JIPYO_MARKET_ERROR, JIPYO_MARKET_ERROR_BAD_REPLY, "%s: not a known value",
               field);
}

static gboolean
read_number (const JipyoFields *fields,
             const char *name,
             gboolean *has,
             JipyoDecimal *out,
             GError **error)
{
  *has = jipyo_fields_has (fields, name);
  return !*has || jipyo_fields_get_decimal (fields, name, out, error);
}

static gboolean
read_time (const JipyoFields *fields, const char *name, gint64 *out, GError **error)
{
  const char *text;

  if (!jipyo_fields_has (fields, name))
    return TRUE;
  text = jipyo_fields_get_string (fields, name, error);
  if (text == NULL)
    return FALSE;
  if (jipyo_instant_parse (text, out))
    return TRUE;
  set_bad (error, name);
  return FALSE;
}

static gboolean
read_ids (JipyoQuote *quote, const JipyoFields *fields, GError **error)
{
  const char *basis = jipyo_fields_find_string (fields, "change_basis");
  const char *state = jipyo_fields_get_string (fields, "state", error);

  if (state == NULL)
    return FALSE;
  if (!jipyo_quote_state_parse (state, &quote->state)) {
    set_bad (error, "state");
    return FALSE;
  }
  quote->basis = JIPYO_BASIS_UNSTATED;
  if (basis != NULL && !jipyo_change_basis_parse (basis, &quote->basis)) {
    set_bad (error, "change_basis");
    return FALSE;
  }
  if (!jipyo_listing_parse (jipyo_fields_find_string (fields, "listing"), &quote->listing)) {
    set_bad (error, "listing");
    return FALSE;
  }
  return TRUE;
}

static gboolean
read_unit_change (JipyoQuote *quote, const JipyoFields *fields, GError **error)
{
  JipyoDecimal change;

  if (!jipyo_fields_has (fields, "unit_change"))
    return TRUE;
  if (!jipyo_fields_get_decimal (fields, "unit_change", &change, error))
    return FALSE;
  const double whole = jipyo_decimal_to_double (change);
  if (change.scale != 0 || ABS (whole) < 2 || ABS (whole) > JIPYO_UNIT_CHANGE_MAX) {
    set_bad (error, "unit_change");
    return FALSE;
  }
  quote->unit_change = (int) whole;
  return TRUE;
}

static char *
clean_or_null (const char *text)
{
  return text != NULL ? jipyo_reply_clean_text (text) : NULL;
}

static gboolean
read_texts (JipyoQuote *quote, const JipyoFields *fields, GError **error)
{
  const char *currency = jipyo_fields_get_string (fields, "currency", error);
  JipyoFields name;

  if (currency == NULL
      || !jipyo_fields_init (&name, json_object_get_member (fields->object, "name"), "name", error))
    return FALSE;
  g_free (quote->currency);
  quote->currency = jipyo_reply_clean_text (currency);
  jipyo_text_clear (&quote->name);
  quote->name = jipyo_text_take (clean_or_null (jipyo_fields_find_string (&name, "ko")),
                                 clean_or_null (jipyo_fields_find_string (&name, "en")));
  return TRUE;
}

static JipyoQuote *
read_quote (const JipyoFields *fields, GError **error)
{
  const char *instrument = jipyo_fields_get_string (fields, "instrument", error);
  const char *id = instrument != NULL ? jipyo_fields_get_string (fields, "provider", error) : NULL;
  const JipyoProvider *provider = id != NULL ? jipyo_provider_find (id) : NULL;
  g_autoptr (JipyoQuote) quote = NULL;

  if (id == NULL)
    return NULL;
  if (provider == NULL || !jipyo_instrument_is_valid (instrument)) {
    set_bad (error, provider == NULL ? "provider" : "instrument");
    return NULL;
  }
  quote = jipyo_quote_new (instrument, provider->id);
  quote->interval_ms = provider->interval_ms;
  if (!jipyo_fields_get_decimal (fields, "last", &quote->last, error)
      || !read_number (fields, "change", &quote->has_change, &quote->change, error)
      || !read_number (fields, "change_percent", &quote->has_change_percent, &quote->change_percent,
                       error)
      || !read_time (fields, "venue_time", &quote->venue_time_us, error)
      || !read_time (fields, "received", &quote->received_us, error)
      || !read_ids (quote, fields, error) || !read_unit_change (quote, fields, error)
      || !read_texts (quote, fields, error))
    return NULL;
  if (jipyo_decimal_sign (quote->last) <= 0 || quote->received_us == 0) {
    set_bad (error, quote->received_us == 0 ? "received" : "last");
    return NULL;
  }
  return g_steal_pointer (&quote);
}

static JipyoFailure *
read_failure (JsonNode *node, GError **error)
{
  JipyoFields fields;
  const char *provider;
  const char *id;
  const char *message;
  g_autofree char *clean = NULL;
  JipyoMarketError code;
  JipyoFailure *failure;
  gint64 retry_after_s;

  if (!jipyo_fields_init (&fields, node, "errors[]", error))
    return NULL;
  provider = jipyo_fields_find_string (&fields, "provider");
  id = jipyo_fields_get_string (&fields, "code", error);
  message = id != NULL ? jipyo_fields_get_string (&fields, "message", error) : NULL;
  if (message == NULL)
    return NULL;
  if ((provider != NULL && jipyo_provider_find (provider) == NULL)
      || !jipyo_market_error_parse (id, &code)) {
    set_bad (error, "errors[].code");
    return NULL;
  }
  clean = jipyo_reply_clean_text (message);
  failure = jipyo_failure_new (provider, code, clean);
  if (jipyo_fields_get_int (&fields, "retry_after_s", &retry_after_s, NULL))
    failure->retry_after_s = (int) MIN (retry_after_s, 24 * 3600);
  return failure;
}

static gboolean
read_failures (JipyoFeedLine *line, const JipyoFields *fields, GError **error)
{
  JsonArray *errors = jipyo_fields_get_array (fields, "errors", error);

  if (errors == NULL)
    return FALSE;
  line->failures = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_failure_free);
  for (guint i = 0; i < json_array_get_length (errors); i++) {
    JipyoFailure *failure = read_failure (json_array_get_element (errors, i), error);

    if (failure == NULL)
      return FALSE;
    g_ptr_array_add (line->failures, failure);
  }
  return TRUE;
}

static gboolean
read_notice (JsonNode *node, JipyoNotice *notice, GError **error)
{
  JipyoFields fields;
  const char *instrument;
  const char *successor;
  const char *id;

  if (!jipyo_fields_init (&fields, node, "listings[]", error))
    return FALSE;
  instrument = jipyo_fields_get_string (&fields, "instrument", error);
  id = instrument != NULL ? jipyo_fields_get_string (&fields, "listing", error) : NULL;
  if (id == NULL)
    return FALSE;
  successor = jipyo_fields_find_string (&fields, "successor");
  if (!jipyo_instrument_is_valid (instrument) || !jipyo_listing_parse (id, &notice->listing)
      || (successor != NULL && !jipyo_instrument_is_valid (successor))) {
    set_bad (error, "listings[]");
    return FALSE;
  }
  notice->instrument = g_strdup (instrument);
  notice->successor = g_strdup (successor);
  return TRUE;
}

static gboolean
read_notices (JipyoFeedLine *line, const JipyoFields *fields, GError **error)
{
  JsonArray *notices = jipyo_fields_get_array (fields, "listings", error);

  if (notices == NULL)
    return FALSE;
  line->notices = g_array_new (FALSE, FALSE, sizeof (JipyoNotice));
  g_array_set_clear_func (line->notices, (GDestroyNotify) jipyo_notice_clear);
  for (guint i = 0; i < json_array_get_length (notices); i++) {
    JipyoNotice notice = { 0 };

    if (!read_notice (json_array_get_element (notices, i), &notice, error))
      return FALSE;
    g_array_append_val (line->notices, notice);
  }
  return TRUE;
}

static gboolean
read_link (JipyoFeedLine *line, const JipyoFields *fields, GError **error)
{
  static const char *const links[] = { "connecting", "up", "retrying", NULL };
  const char *link = jipyo_fields_get_string (fields, "link", error);
  const char *provider = link != NULL ? jipyo_fields_get_string (fields, "provider", error) : NULL;

  if (provider == NULL)
    return FALSE;
  if (!g_strv_contains (links, link) || jipyo_provider_find (provider) == NULL) {
    set_bad (error, "link");
    return FALSE;
  }
  line->link = g_strdup (link);
  line->provider = g_strdup (provider);
  return TRUE;
}

static gboolean
read_filled (JipyoFeedLine *line, const JipyoFields *fields, GError **error)
{
  const char *instrument = jipyo_fields_get_string (fields, "filled", error);

  if (instrument == NULL)
    return FALSE;
  if (!jipyo_instrument_is_valid (instrument)) {
    set_bad (error, "filled");
    return FALSE;
  }
  line->filled = g_strdup (instrument);
  line->complete = jipyo_fields_is_true (fields, "complete");
  return TRUE;
}

/* No time before this program, and none that an instant cannot be written for. */
static gboolean
read_clock (JipyoFeedLine *line, const JipyoFields *fields, GError **error)
{
  static const gint64 first_us = G_GINT64_CONSTANT (1577836800) * G_USEC_PER_SEC; /* 2020 */
  static const gint64 last_us = G_GINT64_CONSTANT (7258118400) * G_USEC_PER_SEC;  /* 2200 */
  JipyoFields clock = { jipyo_fields_get_object (fields, "clock", error), "clock" };
  gint64 epoch_us;

  if (clock.object == NULL || !jipyo_fields_get_int (&clock, "epoch_us", &epoch_us, error))
    return FALSE;
  if (epoch_us < first_us || epoch_us > last_us) {
    set_bad (error, "clock.epoch_us");
    return FALSE;
  }
  line->epoch_us = epoch_us;
  return TRUE;
}

gboolean
jipyo_feed_line_parse (JipyoFeedLine *line, const char *data, gsize length, GError **error)
{
  g_autoptr (JsonNode) root = jipyo_reply_parse (data, length, error);
  JipyoFields fields;
  gboolean good = FALSE;

  memset (line, 0, sizeof *line);
  if (root == NULL || !jipyo_fields_init (&fields, root, "", error))
    return FALSE;
  if (jipyo_fields_has (&fields, "instrument")) {
    line->quote = read_quote (&fields, error);
    good = line->quote != NULL;
  } else if (jipyo_fields_has (&fields, "errors")) {
    good = read_failures (line, &fields, error);
  } else if (jipyo_fields_has (&fields, "listings")) {
    good = read_notices (line, &fields, error);
  } else if (jipyo_fields_has (&fields, "link")) {
    good = read_link (line, &fields, error);
  } else if (jipyo_fields_has (&fields, "candles")) {
    line->candles = jipyo_candles_read (&fields, error);
    good = line->candles != NULL;
  } else if (jipyo_fields_has (&fields, "filled")) {
    good = read_filled (line, &fields, error);
  } else if (jipyo_fields_has (&fields, "clock")) {
    good = read_clock (line, &fields, error);
  } else if (jipyo_fields_has (&fields, "heartbeat")) {
    line->heartbeat = TRUE;
    good = TRUE;
  } else {
    set_bad (error, "the line");
  }
  if (!good)
    jipyo_feed_line_clear (line);
  return good;
}

void
jipyo_feed_line_clear (JipyoFeedLine *line)
{
  g_clear_pointer (&line->quote, jipyo_quote_free);
  g_clear_pointer (&line->failures, g_ptr_array_unref);
  g_clear_pointer (&line->notices, g_array_unref);
  g_clear_pointer (&line->provider, g_free);
  g_clear_pointer (&line->link, g_free);
  g_clear_pointer (&line->candles, jipyo_candle_series_free);
  g_clear_pointer (&line->filled, g_free);
  line->heartbeat = FALSE;
  line->epoch_us = 0;
}

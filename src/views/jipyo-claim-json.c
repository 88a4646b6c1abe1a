/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The members of a claim in JSON. Members may be added, never renamed.
 */

#include "jipyo-claim-json.h"

static void
write_date (JipyoJsonWriter *writer, const char *key, JipyoDate date)
{
  g_autofree char *text = jipyo_date_is_known (date) ? jipyo_date_format (date) : NULL;

  jipyo_json_writer_member (writer, key, text);
}

static void
write_quantity (JipyoJsonWriter *writer, const JipyoQuantity *quantity)
{
  jipyo_json_writer_key (writer, "value");
  if (quantity->known) {
    g_autofree char *value = jipyo_decimal_format (quantity->value);
    jipyo_json_writer_string (writer, value);
  } else
    jipyo_json_writer_null (writer);
  if (quantity->known && quantity->has_upper)
    jipyo_json_writer_member_decimal (writer, "upper", quantity->upper);
  jipyo_json_writer_member (
    writer, "unit", quantity->unit == JIPYO_UNIT_NONE ? NULL : jipyo_unit_id (quantity->unit));
  jipyo_json_writer_member (writer, "qualifier", jipyo_qualifier_id (quantity->qualifier));
}

static void
write_inputs (JipyoJsonWriter *writer, char **inputs)
{
  jipyo_json_writer_key (writer, "inputs");
  jipyo_json_writer_begin_array (writer);
  for (guint i = 0; inputs != NULL && inputs[i] != NULL; i++)
    jipyo_json_writer_string (writer, inputs[i]);
  jipyo_json_writer_end_array (writer);
}

static void
write_text (JipyoJsonWriter *writer, const char *key, const JipyoText *text)
{
  if (!jipyo_text_is_empty (text))
    jipyo_json_writer_member_text (writer, key, text);
}

void
jipyo_claim_write_json (const JipyoClaim *claim, JipyoJsonWriter *writer)
{
  g_autofree char *true_for = jipyo_period_format (claim->true_for);

  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_member (writer, "id", claim->id);
  jipyo_json_writer_member (writer, "subject", claim->subject);
  jipyo_json_writer_member (writer, "metric", claim->metric);
  write_quantity (writer, &claim->quantity);
  write_text (writer, "text", &claim->text);
  jipyo_json_writer_member (writer, "true_for", true_for);
  write_date (writer, "published", claim->published);
  write_date (writer, "retrieved", claim->retrieved);
  jipyo_json_writer_member (writer, "source", claim->source);
  jipyo_json_writer_member (writer, "fragment", claim->fragment);
  jipyo_json_writer_member (writer, "status", jipyo_status_id (claim->status));
  jipyo_json_writer_key (writer, "preferred");
  jipyo_json_writer_boolean (writer, claim->preferred);
  write_inputs (writer, claim->inputs);
  write_text (writer, "label", &claim->label);
  jipyo_json_writer_member (writer, "vintage", claim->vintage);
  jipyo_json_writer_member (writer, "formula", claim->formula);
  write_text (writer, "note", &claim->note);
  write_text (writer, "reason", &claim->reason);
  jipyo_json_writer_end_object (writer);
}

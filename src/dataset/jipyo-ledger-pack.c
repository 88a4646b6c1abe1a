/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Little-endian 32-bit counts, then what they count. A count is one more than the length, 0 for
 * NULL. Strings end with a zero byte. Nothing is read past the end, whatever a count says.
 */

#include "jipyo-ledger-pack.h"

#include <string.h>

#include "jipyo-ledger-shape.h"

static const char magic[8] = "jipyo-P1";

/* --- Writing */

static void
write_count (GByteArray *out, guint32 value)
{
  const guint32 little = GUINT32_TO_LE (value);

  g_byte_array_append (out, (const guint8 *) &little, sizeof little);
}

static void
write_string (GByteArray *out, const char *text)
{
  write_count (out, text == NULL ? 0 : (guint32) strlen (text) + 1);
  if (text != NULL)
    g_byte_array_append (out, (const guint8 *) text, (guint) strlen (text) + 1);
}

static void
write_strings (GByteArray *out, char *const *texts)
{
  write_count (out, texts == NULL ? 0 : g_strv_length ((char **) texts) + 1);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    write_string (out, texts[i]);
}

static void
write_decimal (GByteArray *out, const JipyoDecimal *decimal)
{
  write_count (out, (guint32) ((guint64) decimal->digits & G_MAXUINT32));
  write_count (out, (guint32) ((guint64) decimal->digits >> 32));
  write_count (out, decimal->scale);
}

static void
write_records (GByteArray *out, const GPtrArray *records, const JipyoLedgerShape *shape);

static void
write_record (GByteArray *out, gconstpointer record, const JipyoLedgerShape *shape)
{
  for (guint i = 0; i < shape->n_fields; i++) {
    const JipyoLedgerField *field = &shape->fields[i];
    gconstpointer at = (const guint8 *) record + field->offset;
    const JipyoDate *date = at;

    switch (field->kind) {
    case JIPYO_FIELD_STRING:
      write_string (out, *(const char *const *) at);
      break;
    case JIPYO_FIELD_INT:
      write_count (out, *(const guint32 *) at);
      break;
    case JIPYO_FIELD_DATE:
      write_count (out, (guint32) date->year << 16 | (guint32) date->month << 8 | date->day);
      break;
    case JIPYO_FIELD_DECIMAL:
      write_decimal (out, at);
      break;
    case JIPYO_FIELD_STRINGS:
      write_strings (out, *(char *const *const *) at);
      break;
    case JIPYO_FIELD_RECORDS:
      write_records (out, *(const GPtrArray *const *) at, field->element);
      break;
    case JIPYO_N_FIELD_KINDS:
      g_assert_not_reached ();
    }
  }
}

static void
write_records (GByteArray *out, const GPtrArray *records, const JipyoLedgerShape *shape)
{
  write_count (out, records == NULL ? 0 : records->len + 1);
  for (guint i = 0; records != NULL && i < records->len; i++)
    write_record (out, g_ptr_array_index (records, i), shape);
}

/* (transfer container) */
static GPtrArray *
list_records (const JipyoLedger *ledger, const JipyoLedgerShape *shape)
{
  if (shape->list != NULL)
    return g_ptr_array_ref ((GPtrArray *) shape->list (ledger));
  const JipyoProgramme *programme = jipyo_ledger_get_programme (ledger);
  GPtrArray *programmes = g_ptr_array_new ();

  if (programme != NULL)
    g_ptr_array_add (programmes, (gpointer) programme);
  return programmes;
}

GBytes *
jipyo_ledger_pack (const JipyoLedger *ledger)
{
  GByteArray *out = g_byte_array_new ();
  guint n_shapes;
  const JipyoLedgerShape *const *shapes = jipyo_ledger_shapes (&n_shapes);

  g_byte_array_append (out, (const guint8 *) magic, sizeof magic);
  for (guint i = 0; i < n_shapes; i++) {
    g_autoptr (GPtrArray) records = list_records (ledger, shapes[i]);

    write_records (out, records, shapes[i]);
  }
  return g_byte_array_free_to_bytes (out);
}

/* --- Reading */

typedef struct {
  const guint8 *at;
  const guint8 *end;
} Reader;

static gboolean
read_count (Reader *reader, guint32 *value)
{
  if ((gsize) (reader->end - reader->at) < sizeof *value)
    return FALSE;
  memcpy (value, reader->at, sizeof *value);
  *value = GUINT32_FROM_LE (*value);
  reader->at += sizeof *value;
  return TRUE;
}

static gboolean
read_string (Reader *reader, char **text)
{
  guint32 size;

  if (!read_count (reader, &size) || size > (gsize) (reader->end - reader->at))
    return FALSE;
  if (size == 0)
    return TRUE;
  if (memchr (reader->at, '\0', size) != reader->at + size - 1)
    return FALSE;
  *text = g_memdup2 (reader->at, size);
  reader->at += size;
  return TRUE;
}

/* A count of things that each take a byte at least. */
static gboolean
read_length (Reader *reader, guint32 *count)
{
  return read_count (reader, count) && *count <= (gsize) (reader->end - reader->at) + 1;
}

static gboolean
read_strings (Reader *reader, char ***texts)
{
  guint32 count;

  if (!read_length (reader, &count))
    return FALSE;
  if (count == 0)
    return TRUE;
  *texts = g_new0 (char *, count);
  for (guint32 i = 0; i + 1 < count; i++)
    if (!read_string (reader, *texts + i) || (*texts)[i] == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
read_date (Reader *reader, JipyoDate *date)
{
  guint32 value;

  if (!read_count (reader, &value))
    return FALSE;
  *date = (JipyoDate){ (gint16) (value >> 16), value >> 8 & 0xff, value & 0xff };
  return date->month <= 12 && date->day <= 31;
}

static gboolean
read_decimal (Reader *reader, JipyoDecimal *decimal)
{
  guint32 low, high, scale;

  if (!read_count (reader, &low) || !read_count (reader, &high) || !read_count (reader, &scale)
      || scale > JIPYO_DECIMAL_SCALE_MAX)
    return FALSE;
  decimal->digits = (gint64) ((guint64) high << 32 | low);
  decimal->scale = (guint8) scale;
  return TRUE;
}

static GPtrArray *read_records (Reader *reader, const JipyoLedgerShape *shape);

static gboolean
read_field (Reader *reader, const JipyoLedgerField *field, gpointer at)
{
  GPtrArray *records = NULL;

  switch (field->kind) {
  case JIPYO_FIELD_STRING:
    return read_string (reader, at);
  case JIPYO_FIELD_INT:
    return read_count (reader, at);
  case JIPYO_FIELD_DATE:
    return read_date (reader, at);
  case JIPYO_FIELD_DECIMAL:
    return read_decimal (reader, at);
  case JIPYO_FIELD_STRINGS:
    return read_strings (reader, at);
  case JIPYO_FIELD_RECORDS:
    records = read_records (reader, field->element);
    *(GPtrArray **) at = records;
    return records != NULL;
  case JIPYO_N_FIELD_KINDS:
    break;
  }
  return FALSE;
}

/* The first member names the record in every shape and is never missing. */
static gpointer
read_record (Reader *reader, const JipyoLedgerShape *shape)
{
  gpointer record = g_malloc0 (shape->size);

  for (guint i = 0; i < shape->n_fields; i++)
    if (!read_field (reader, &shape->fields[i], (guint8 *) record + shape->fields[i].offset)
        || *(char **) record == NULL) {
      shape->free (record);
      return NULL;
    }
  return record;
}

/* NULL when there is none, or a record is unsound. (transfer full) */
static GPtrArray *
read_records (Reader *reader, const JipyoLedgerShape *shape)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (shape->free);
  guint32 count;

  if (!read_length (reader, &count) || count == 0)
    return NULL;
  for (guint32 i = 0; i + 1 < count; i++) {
    gpointer record = read_record (reader, shape);

    if (record == NULL)
      return NULL;
    g_ptr_array_add (records, record);
  }
  return g_steal_pointer (&records);
}

static void
take_all (JipyoLedger *into, const JipyoLedgerShape *shape, GPtrArray *records)
{
  g_ptr_array_set_free_func (records, NULL);
  for (guint i = 0; i < records->len; i++)
    shape->take (into, g_ptr_array_index (records, i));
}

gboolean
jipyo_ledger_unpack (JipyoLedger *into, GBytes *packed)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  guint n_shapes;
  const JipyoLedgerShape *const *shapes = jipyo_ledger_shapes (&n_shapes);
  gsize size;
  const guint8 *data = g_bytes_get_data (packed, &size);
  Reader reader = { data + sizeof magic, data + size };

  if (size < sizeof magic || memcmp (data, magic, sizeof magic) != 0)
    return FALSE;
  for (guint i = 0; i < n_shapes; i++) {
    GPtrArray *records = read_records (&reader, shapes[i]);

    if (records == NULL)
      return FALSE;
    g_ptr_array_add (lists, records);
  }
  if (reader.at != reader.end)
    return FALSE;
  for (guint i = 0; i < n_shapes; i++)
    take_all (into, shapes[i], g_ptr_array_index (lists, i));
  return TRUE;
}

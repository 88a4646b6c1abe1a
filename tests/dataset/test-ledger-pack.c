/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The packed ledger says what the files say, member by member, and bytes that are no packed ledger
 * are refused whole. The arguments are the files.
 */

#include <string.h>

#include "jipyo-ledger-file.h"
#include "jipyo-ledger-pack.h"
#include "jipyo-ledger-shape.h"

static JipyoLedger *
load_files (const char *const *paths)
{
  g_autoptr (GPtrArray) problems = jipyo_problems_new ();
  g_autoptr (GError) error = NULL;
  JipyoLedger *ledger = jipyo_ledger_new ();

  jipyo_ledger_load_files (ledger, paths, problems, &error);
  g_assert_no_error (error);
  return ledger;
}

static JipyoLedger *
load_shipped (void)
{
  g_autoptr (GPtrArray) problems = jipyo_problems_new ();
  JipyoLedger *ledger = jipyo_ledger_new ();

  g_assert_true (jipyo_ledger_load_shipped (ledger, problems));
  g_assert_cmpuint (problems->len, ==, 0);
  return ledger;
}

static guint
assert_same_records (const GPtrArray *a, const GPtrArray *b, const JipyoLedgerShape *shape);

static void
assert_same_strings (char *const *a, char *const *b)
{
  g_assert_true ((a == NULL) == (b == NULL));
  if (a != NULL)
    g_assert_cmpstrv (a, b);
}

static void
assert_same_field (gconstpointer a, gconstpointer b, const JipyoLedgerField *field)
{
  const JipyoDecimal *left = a;
  const JipyoDecimal *right = b;

  switch (field->kind) {
  case JIPYO_FIELD_STRING:
    g_assert_cmpstr (*(const char *const *) a, ==, *(const char *const *) b);
    break;
  case JIPYO_FIELD_INT:
    g_assert_cmpint (*(const int *) a, ==, *(const int *) b);
    break;
  case JIPYO_FIELD_DATE:
    g_assert_cmpmem (a, sizeof (JipyoDate), b, sizeof (JipyoDate));
    break;
  case JIPYO_FIELD_DECIMAL:
    g_assert_cmpint (left->digits, ==, right->digits);
    g_assert_cmpint (left->scale, ==, right->scale);
    break;
  case JIPYO_FIELD_STRINGS:
    assert_same_strings (*(char *const *const *) a, *(char *const *const *) b);
    break;
  case JIPYO_FIELD_RECORDS:
    assert_same_records (*(const GPtrArray *const *) a, *(const GPtrArray *const *) b,
                         field->element);
    break;
  case JIPYO_N_FIELD_KINDS:
    g_assert_not_reached ();
  }
}

static guint
assert_same_records (const GPtrArray *a, const GPtrArray *b, const JipyoLedgerShape *shape)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    for (guint j = 0; j < shape->n_fields; j++) {
      const gsize offset = shape->fields[j].offset;

      assert_same_field ((const guint8 *) g_ptr_array_index (a, i) + offset,
                         (const guint8 *) g_ptr_array_index (b, i) + offset, &shape->fields[j]);
    }
  return a->len;
}

static void
test_same_as_files (gconstpointer paths)
{
  g_autoptr (JipyoLedger) files = load_files (paths);
  g_autoptr (JipyoLedger) shipped = load_shipped ();
  guint n_shapes;
  const JipyoLedgerShape *const *shapes = jipyo_ledger_shapes (&n_shapes);
  guint n_records = 0;
  guint n_lists = 0;

  for (guint i = 0; i < n_shapes; i++)
    if (shapes[i]->list != NULL) {
      n_records +=
        assert_same_records (shapes[i]->list (files), shapes[i]->list (shipped), shapes[i]);
      n_lists++;
    } else {
      g_autoptr (GPtrArray) a = g_ptr_array_new ();
      g_autoptr (GPtrArray) b = g_ptr_array_new ();

      g_ptr_array_add (a, (gpointer) jipyo_ledger_get_programme (files));
      g_ptr_array_add (b, (gpointer) jipyo_ledger_get_programme (shipped));
      assert_same_records (a, b, shapes[i]);
    }
  g_assert_cmpuint (n_lists, ==, 10);
  g_assert_cmpuint (n_records, >, 700);
}

/* A few members by name, so that this does not rest on the shapes alone. */
static void
test_members (gconstpointer paths)
{
  g_autoptr (JipyoLedger) files = load_files (paths);
  g_autoptr (JipyoLedger) shipped = load_shipped ();
  const GPtrArray *a = jipyo_ledger_get_claims (files);
  const GPtrArray *b = jipyo_ledger_get_claims (shipped);

  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++) {
    const JipyoClaim *left = g_ptr_array_index (a, i);
    const JipyoClaim *right = g_ptr_array_index (b, i);

    g_assert_cmpstr (left->id, ==, right->id);
    g_assert_cmpstr (left->reason.en, ==, right->reason.en);
    g_assert_cmpint (left->quantity.known, ==, right->quantity.known);
    g_assert_cmpint (left->quantity.value.digits, ==, right->quantity.value.digits);
    g_assert_cmpint (left->preferred, ==, right->preferred);
    g_assert_true (jipyo_ledger_find_claim (shipped, left->id) == right);
  }
}

static void
test_shapes_are_whole (void)
{
  static const JipyoLedgerField gap[] = {
    { JIPYO_FIELD_STRING, G_STRUCT_OFFSET (JipyoSource, id), NULL },
    { JIPYO_FIELD_STRING, G_STRUCT_OFFSET (JipyoSource, title.ko), NULL },
  };
  const JipyoLedgerShape lacking = { .size = sizeof (JipyoSource), .fields = gap, .n_fields = 2 };
  const JipyoLedgerShape short_one = { .size = 2 * sizeof (char *), .fields = gap, .n_fields = 1 };
  guint n_shapes;
  const JipyoLedgerShape *const *shapes = jipyo_ledger_shapes (&n_shapes);

  g_assert_cmpuint (n_shapes, ==, 11);
  for (guint i = 0; i < n_shapes; i++)
    g_assert_true (jipyo_ledger_shape_is_whole (shapes[i]));
  g_assert_false (jipyo_ledger_shape_is_whole (&lacking));
  g_assert_false (jipyo_ledger_shape_is_whole (&short_one));
}

/* FALSE, and then nothing is in the ledger. */
static gboolean
unpacks (const guint8 *data, gsize size)
{
  g_autoptr (JipyoLedger) ledger = jipyo_ledger_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (data, size); /* a copy, so that reading on is seen */
  const gboolean sound = jipyo_ledger_unpack (ledger, bytes);

  if (!sound) {
    g_assert_cmpuint (jipyo_ledger_get_claims (ledger)->len, ==, 0);
    g_assert_cmpuint (jipyo_ledger_get_sources (ledger)->len, ==, 0);
  }
  return sound;
}

static void
test_damaged (gconstpointer paths)
{
  g_autoptr (JipyoLedger) ledger = load_files (paths);
  g_autoptr (GBytes) packed = jipyo_ledger_pack (ledger);
  gsize size;
  guint8 *data = g_bytes_unref_to_data (g_steal_pointer (&packed), &size);

  g_assert_true (unpacks (data, size));
  g_assert_false (unpacks (data, 0));
  for (gsize length = 1; length < size; length += length < 200 ? 1 : size / 29)
    g_assert_false (unpacks (data, length));
  /* Any byte changed: refused or read, but never past the end. */
  for (gsize at = 0; at < size; at += at < 64 ? 4 : size / 31) {
    data[at] ^= 0xff;
    unpacks (data, size);
    data[at] ^= 0xff;
  }
  data = g_realloc (data, size + 1);
  data[size] = 0;
  g_assert_false (unpacks (data, size + 1));
  g_free (data);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/dataset/ledger-pack/same-as-files", argv + 1, test_same_as_files);
  g_test_add_data_func ("/dataset/ledger-pack/members", argv + 1, test_members);
  g_test_add_func ("/dataset/ledger-pack/shapes-are-whole", test_shapes_are_whole);
  g_test_add_data_func ("/dataset/ledger-pack/damaged", argv + 1, test_damaged);
  return g_test_run ();
}

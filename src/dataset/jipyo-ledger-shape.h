/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the record's structs are made of, member by member, so that one writer and one reader serve
 * all of them. A member that is left out is found by jipyo_ledger_shape_is_whole().
 */

#pragma once

#include "jipyo-ledger.h"

typedef enum {
  JIPYO_FIELD_STRING,
  JIPYO_FIELD_INT, /* int, guint, gboolean or an enumeration */
  JIPYO_FIELD_DATE,
  JIPYO_FIELD_DECIMAL,
  JIPYO_FIELD_STRINGS, /* NULL-terminated */
  JIPYO_FIELD_RECORDS, /* GPtrArray of another shape */
  JIPYO_N_FIELD_KINDS
} JipyoFieldKind;

typedef struct _JipyoLedgerShape JipyoLedgerShape;

typedef struct {
  JipyoFieldKind kind;
  gsize offset;
  const JipyoLedgerShape *element; /* of JIPYO_FIELD_RECORDS */
} JipyoLedgerField;

struct _JipyoLedgerShape {
  gsize size;
  const JipyoLedgerField *fields;
  guint n_fields;
  GDestroyNotify free;
  /* Of what a ledger holds itself; NULL of what is part of another record. */
  void (*take) (JipyoLedger *ledger, gpointer record);
  const GPtrArray *(*list) (const JipyoLedger *ledger); /* NULL for the one programme */
};

/* The shapes of all lists of a ledger. */
const JipyoLedgerShape *const *jipyo_ledger_shapes (guint *n_shapes);
/* FALSE when the fields leave a member of the struct out, or overlap. */
gboolean jipyo_ledger_shape_is_whole (const JipyoLedgerShape *shape);

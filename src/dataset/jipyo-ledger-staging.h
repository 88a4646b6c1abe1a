/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records read from files but not yet laid over the ledger. Only when nothing is wrong with any of
 * them are they given to it, all at once.
 */

#pragma once

#include "jipyo-json-reader.h"
#include "jipyo-ledger.h"

typedef enum {
  JIPYO_SECTION_SOURCES,
  JIPYO_SECTION_ORGANISATIONS,
  JIPYO_SECTION_TEAMS,
  JIPYO_SECTION_PROGRAMMES,
  JIPYO_SECTION_PLEDGES,
  JIPYO_SECTION_INITIATIVES,
  JIPYO_SECTION_ROUNDS,
  JIPYO_SECTION_MODELS,
  JIPYO_SECTION_EVENTS,
  JIPYO_SECTION_CLAIMS,
  JIPYO_SECTION_PRINTED_QUOTES,
  JIPYO_N_SECTIONS
} JipyoSection;

typedef struct {
  gpointer record;             /* begins with its id */
  JipyoJsonDocument *document; /* borrowed */
  guint index;                 /* in the array of its section */
} JipyoStaged;

typedef struct {
  JipyoLedger *base;                 /* borrowed: what the records will be laid over */
  GPtrArray *problems;               /* borrowed, of JipyoProblem */
  GPtrArray *documents;              /* of JipyoJsonDocument */
  GArray *staged[JIPYO_N_SECTIONS];  /* of JipyoStaged */
  GHashTable *ids[JIPYO_N_SECTIONS]; /* id → index in the array above, plus one */
} JipyoLedgerStaging;

JipyoLedgerStaging *jipyo_ledger_staging_new (JipyoLedger *base, GPtrArray *problems);
void jipyo_ledger_staging_free (JipyoLedgerStaging *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoLedgerStaging, jipyo_ledger_staging_free)

/* Reads all sections of a file's text, which is taken. */
void
jipyo_ledger_staging_read (JipyoLedgerStaging *self, const char *name, char *text, gsize length);
/* The record with this id, staged or in the base; NULL when there is none. */
gconstpointer
jipyo_ledger_staging_find (const JipyoLedgerStaging *self, JipyoSection section, const char *id);
gboolean
jipyo_ledger_staging_has (const JipyoLedgerStaging *self, JipyoSection section, const char *id);
/* Notes a problem at a member of a staged record; NULL names the record itself. */
void jipyo_ledger_staging_complain (const JipyoLedgerStaging *self,
                                    JipyoSection section,
                                    const JipyoStaged *staged,
                                    const char *member,
                                    const char *format,
                                    ...) G_GNUC_PRINTF (5, 6);
/* Gives all records to the base. */
void jipyo_ledger_staging_commit (JipyoLedgerStaging *self);

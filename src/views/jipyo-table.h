/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A view's figures as rows and columns: what the window lists, what CSV, JSON and XLSX hold.
 */

#pragma once

#include "jipyo-claim.h"
#include "jipyo-quote.h"

typedef enum { JIPYO_COLUMN_TEXT, JIPYO_COLUMN_FIGURE } JipyoColumnKind;

/* A column before it is in a table. */
typedef struct {
  const char *id, *ko, *en;
  const char *unit; /* of figures; NULL for texts */
} JipyoColumnTitle;

typedef struct {
  char *id; /* kebab-case; the CSV header */
  JipyoText title;
  char *unit; /* unit id of the figures, e.g. "KRW"; "" for text or mixed */
  JipyoColumnKind kind;
} JipyoColumn;

/* One cell. `value` is an exact decimal or NULL when not known or no figure. */
typedef struct {
  char *value;
  JipyoText text; /* what a person reads */
  JipyoQualifier qualifier;
  JipyoStatus status;
  gboolean is_figure; /* qualifier and status mean something */
  gboolean doubtful;  /* of a price that is not believed, or the word that says so */
  char *claim;        /* claim id, or an instrument id for a quote, or NULL */
  char *code;         /* what CSV holds instead of a text, e.g. "derived"; or NULL */
} JipyoCell;

typedef struct {
  GPtrArray *columns; /* of JipyoColumn */
  GPtrArray *rows;    /* of GPtrArray of JipyoCell, one a column */
} JipyoTable;

JipyoTable *jipyo_table_new (void);
void jipyo_table_free (JipyoTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JipyoTable, jipyo_table_free)

void jipyo_table_add_text_column (JipyoTable *self, const char *id, const char *ko, const char *en);
/* Several at once, of figures where they have a unit, else of texts. */
void jipyo_table_add_columns (JipyoTable *self, const JipyoColumnTitle *columns, guint n_columns);
void jipyo_table_add_figure_column (JipyoTable *self,
                                    const char *id,
                                    const JipyoText *title,
                                    const char *unit);
/* Starts a row of empty cells; the setters below fill the last row by column id. */
void jipyo_table_begin_row (JipyoTable *self);
/* The cell of the last row; never NULL for a column that exists. */
JipyoCell *jipyo_table_get_cell (JipyoTable *self, const char *column);
void jipyo_table_set_text (JipyoTable *self, const char *column, const char *ko, const char *en);
/* A text for people with the word for machines, which is what CSV holds. */
void jipyo_table_set_code (JipyoTable *self,
                           const char *column,
                           const char *code,
                           const JipyoText *text);
/* The claim's figure, its words, qualifier, status and id. NULL leaves the cell empty. */
void jipyo_table_set_claim (JipyoTable *self, const char *column, const JipyoClaim *claim);
/* A figure computed by the view from claims: value, and how people read it. */
void jipyo_table_set_derived (JipyoTable *self, const char *column, const JipyoQuantity *quantity);

/* The columns "qualifier" and "status" as texts, for CSV and for tables with one figure a row, and
 * the claim's words in them. */
void jipyo_table_add_mark_columns (JipyoTable *self);
/* The second of them alone: how sure the row's main figure is. */
void jipyo_table_add_status_column (JipyoTable *self);
void jipyo_table_set_status (JipyoTable *self, JipyoStatus status);
void jipyo_table_set_marks (JipyoTable *self, JipyoQualifier qualifier, JipyoStatus status);

guint jipyo_table_get_n_rows (const JipyoTable *self);
/* A cell by row and column id; NULL when there is none. */
const JipyoCell *jipyo_table_peek (const JipyoTable *self, guint row, const char *column);

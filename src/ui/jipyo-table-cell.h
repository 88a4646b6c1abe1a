/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a cell of a table looks: words to the left, figures to the right with a sign of how they are
 * known, a share of the largest as a bar.
 */

#pragma once

#include <gtk/gtk.h>

#include "jipyo-table-row.h"

/* † second-hand, * inferred, = derived, ⚠ disputed; "" for what is simply stated. */
const char *jipyo_table_cell_get_sign (JipyoStatus status);
/* "† second-hand · = derived": the signs that these statuses, a set of bits, ask for; or NULL. */
char *jipyo_table_cell_explain_signs (guint statuses, JipyoLang lang);

/* `kept_words`: so many characters are never cut when the table is narrow; 0: as of any words. */
GtkWidget *jipyo_table_cell_new (JipyoCellAlign align, guint kept_words);
/* `with_signs` keeps a place for the sign, in a column in which any figure has one. */
void jipyo_table_cell_show (GtkWidget *widget,
                            const JipyoTableCell *cell,
                            gboolean with_signs,
                            JipyoLang lang);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of a view: sortable, figures to the right in even digits, each of them open to
 * question.
 */

#pragma once

#include <gtk/gtk.h>

#include "jipyo-view-result.h"

#define JIPYO_TYPE_TABLE_VIEW (jipyo_table_view_get_type ())
G_DECLARE_FINAL_TYPE (JipyoTableView, jipyo_table_view, JIPYO, TABLE_VIEW, GtkWidget)

/* `drawn`: only the table that the view made for its picture, which its results have to have. */
GtkWidget *jipyo_table_view_new (gboolean drawn);
/* Keeps place and sorting when the table has the same columns and as many rows as before. */
void jipyo_table_view_set_result (JipyoTableView *self, JipyoViewResult *result);
guint jipyo_table_view_get_n_rows (JipyoTableView *self);

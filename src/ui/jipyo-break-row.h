/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A layout manager for a row of words on one baseline: the last one goes below the others where the
 * width does not hold them all. Children are placed whole, each at its natural width at most.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JIPYO_TYPE_BREAK_ROW (jipyo_break_row_get_type ())
G_DECLARE_FINAL_TYPE (JipyoBreakRow, jipyo_break_row, JIPYO, BREAK_ROW, GtkLayoutManager)

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A layout manager for a text and what is done with it: the first child beside the last one, or
 * above it where it would become a column of few words.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JIPYO_TYPE_FOOTER_ROW (jipyo_footer_row_get_type ())
G_DECLARE_FINAL_TYPE (JipyoFooterRow, jipyo_footer_row, JIPYO, FOOTER_ROW, GtkLayoutManager)

G_END_DECLS

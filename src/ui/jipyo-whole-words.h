/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Labels that break their lines between words, Hangul ones too.
 */

#pragma once

#include <gtk/gtk.h>

/* From now on, whatever the label's text becomes. The label's own attributes are replaced. */
void jipyo_whole_words_keep (GtkLabel *label);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sources of a view and what is disputed in it: the third face of a card.
 */

#pragma once

#include <gtk/gtk.h>

#include "jipyo-view-result.h"

#define JIPYO_TYPE_SOURCE_LIST (jipyo_source_list_get_type ())
G_DECLARE_FINAL_TYPE (JipyoSourceList, jipyo_source_list, JIPYO, SOURCE_LIST, GtkWidget)

JipyoSourceList *jipyo_source_list_new (void);
void jipyo_source_list_set_result (JipyoSourceList *self, JipyoViewResult *result);
guint jipyo_source_list_get_n_sources (JipyoSourceList *self);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows on which day the record is read, and opens JipyoAsOfPopover to choose another.
 */

#pragma once

#include <gtk/gtk.h>

#include "jipyo-session.h"

#define JIPYO_TYPE_AS_OF_BUTTON (jipyo_as_of_button_get_type ())
G_DECLARE_FINAL_TYPE (JipyoAsOfButton, jipyo_as_of_button, JIPYO, AS_OF_BUTTON, GtkWidget)

/* Properties: "compact" (boolean), a calendar instead of the day; "note" (string, read-only), the
 * day to say elsewhere then, empty where it is today. */
void jipyo_as_of_button_set_session (JipyoAsOfButton *self, JipyoSession *session);

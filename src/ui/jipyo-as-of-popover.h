/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the day is chosen on which the record is read: today, the day of the article, the days on
 * which something happened, or any other up to the last. Made when it is first opened: the calendar
 * alone is a hundred widgets.
 */

#pragma once

#include <gtk/gtk.h>

#include "jipyo-session.h"

#define JIPYO_TYPE_AS_OF_POPOVER (jipyo_as_of_popover_get_type ())
G_DECLARE_FINAL_TYPE (JipyoAsOfPopover, jipyo_as_of_popover, JIPYO, AS_OF_POPOVER, GtkPopover)

GtkWidget *jipyo_as_of_popover_new (JipyoSession *session);
/* Fills the list of days, as opening does; how many there are. For tests. */
guint jipyo_as_of_popover_fill (JipyoAsOfPopover *self);

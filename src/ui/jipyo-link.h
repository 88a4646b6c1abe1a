/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text that opens an address of a source in the browser, and the one place that does so.
 */

#pragma once

#include <gtk/gtk.h>

/* Plain text when `url` is NULL or not one of http or https. */
GtkWidget *jipyo_link_new (const char *text, const char *url);
/* FALSE when the address is not one that is opened. */
gboolean jipyo_link_open (GtkWidget *widget, const char *url);

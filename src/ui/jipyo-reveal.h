/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Brings a part of a scrolled page to the top and the focus into it, as soon as it has a place:
 * before the first frame nothing has one.
 */

#pragma once

#include <gtk/gtk.h>

void jipyo_reveal (GtkWidget *widget);

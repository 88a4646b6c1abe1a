/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keys of a chart, for the actions that its class has installed.
 */

#pragma once

#include <gtk/gtk.h>

void jipyo_chart_keys_bind (GtkWidgetClass *class);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the desktop and the person want figures to look right now: the theme of the charts and which
 * colour means up. Widgets that draw read it and redraw on "changed".
 */

#pragma once

#include <gtk/gtk.h>

#include "jipyo-session.h"
#include "jipyo-settings.h"
#include "jipyo-theme.h"

#define JIPYO_TYPE_LOOK (jipyo_look_get_type ())
G_DECLARE_FINAL_TYPE (JipyoLook, jipyo_look, JIPYO, LOOK, GObject)

JipyoLook *jipyo_look_new (JipyoSession *session, JipyoSettings *settings);

/* Borrowed. */
JipyoSettings *jipyo_look_get_settings (JipyoLook *self);
/* Borrowed; its content follows the desktop. */
const JipyoTheme *jipyo_look_get_theme (JipyoLook *self);
gboolean jipyo_look_is_green_up (JipyoLook *self);
gboolean jipyo_look_is_high_contrast (JipyoLook *self);
/* Another theme, with the colours of change that this one has: for slides and files. */
JipyoTheme jipyo_look_copy_theme (JipyoLook *self, JipyoThemeId id);
/* Sizes of a chart inside `widget`, from the widget's font. */
JipyoTypeScale jipyo_look_measure_type (GtkWidget *widget);

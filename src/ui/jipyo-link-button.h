/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says how the link to the exchanges is and how old the newest quote; pressing it refreshes.
 */

#pragma once

#include <gtk/gtk.h>

#include "jipyo-session.h"

#define JIPYO_TYPE_LINK_BUTTON (jipyo_link_button_get_type ())
G_DECLARE_FINAL_TYPE (JipyoLinkButton, jipyo_link_button, JIPYO, LINK_BUTTON, GtkButton)

void jipyo_link_button_set_session (JipyoLinkButton *self, JipyoSession *session);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is not as it should be, in a line under the header: one thing at a time, the gravest first.
 * A notice that was closed stays away until what it told of has passed.
 */

#pragma once

#include <gtk/gtk.h>

#include "jipyo-session.h"

#define JIPYO_TYPE_NOTICE_BAR (jipyo_notice_bar_get_type ())
G_DECLARE_FINAL_TYPE (JipyoNoticeBar, jipyo_notice_bar, JIPYO, NOTICE_BAR, GtkWidget)

/* Once, after construction. */
void jipyo_notice_bar_set_session (JipyoNoticeBar *self, JipyoSession *session);

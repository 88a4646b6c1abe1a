/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The indices and the first coin at a glance, at the foot of the overview.
 */

#pragma once

#include <gtk/gtk.h>

#include "jipyo-look.h"

#define JIPYO_TYPE_MARKET_STRIP (jipyo_market_strip_get_type ())
G_DECLARE_FINAL_TYPE (JipyoMarketStrip, jipyo_market_strip, JIPYO, MARKET_STRIP, GtkWidget)

GtkWidget *jipyo_market_strip_new (JipyoSession *session, JipyoLook *look);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A popover in which one finds an instrument: by name in both languages, or by its id. Signal
 * "picked" (string: the instrument).
 */

#pragma once

#include <gtk/gtk.h>

#include "jipyo-session.h"

#define JIPYO_TYPE_INSTRUMENT_PICKER (jipyo_instrument_picker_get_type ())
G_DECLARE_FINAL_TYPE (JipyoInstrumentPicker,
                      jipyo_instrument_picker,
                      JIPYO,
                      INSTRUMENT_PICKER,
                      GtkPopover)

/* For the watchlist: what is on it is not offered. */
GtkWidget *jipyo_instrument_picker_new (JipyoSession *session);
/* For another purpose, in words: all but one (nullable) is offered. */
GtkWidget *jipyo_instrument_picker_new_for (JipyoSession *session,
                                            const char *other_than,
                                            const char *purpose);

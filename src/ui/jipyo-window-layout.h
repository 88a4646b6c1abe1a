/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which parts of the window are shown at which width. Pure.
 */

#pragma once

#include <glib.h>

/* Below this the sidebar slides over the content instead of standing beside it. */
#define JIPYO_WINDOW_NARROW_PX 860
/* Below this the header bar keeps only what must be there. */
#define JIPYO_WINDOW_COMPACT_PX 600

gboolean jipyo_window_layout_is_narrow (int width_px);
gboolean jipyo_window_layout_is_compact (int width_px);

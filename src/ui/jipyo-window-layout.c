/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Apart from the window, so that it is tested without a display.
 */

#include "jipyo-window-layout.h"

gboolean
jipyo_window_layout_is_narrow (int width_px)
{
  return width_px < JIPYO_WINDOW_NARROW_PX;
}

gboolean
jipyo_window_layout_is_compact (int width_px)
{
  return width_px < JIPYO_WINDOW_COMPACT_PX;
}

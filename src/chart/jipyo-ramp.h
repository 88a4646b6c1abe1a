/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Colours for more and less of one thing: from nearly the ground, through a colour of the theme, to
 * nearly the colour of text, even to the eye (straight in Björn Ottosson's OKLab). Lightness always
 * moves one way, so that more is more without any hue.
 */

#pragma once

#include "jipyo-theme.h"

/* The colour at `share`, 0 for the least, 1 for the most; what is outside, or NaN, is taken to the
 * nearer end, or the least. */
guint32 jipyo_ramp_get_colour (const JipyoTheme *theme, JipyoColourKey key, double share);
/* Black or white, whichever reads better on a colour: at least 4.5:1. */
guint32 jipyo_ramp_get_ink (guint32 colour);

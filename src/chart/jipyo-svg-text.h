/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text that stays text in an SVG. Cairo writes each glyph there as an outline, which nobody can
 * search, copy or hear; so while such a picture is drawn its texts are collected as elements, to be
 * put into the file when it is done. They lie above everything else, as they do when painted.
 */

#pragma once

#include <cairo.h>
#include <pango/pango.h>

/* From now on texts drawn to `cr` are appended to `elements` instead of painted. `elements`
 * outlives `cr`. */
void jipyo_svg_text_collect (cairo_t *cr, GString *elements);
/* What `cr` collects into, or NULL. */
GString *jipyo_svg_text_get_elements (cairo_t *cr);
/* One element a line, with its place, width, size and weight; `corner` is the top left one of
 * the layout, in the units of `cr`. */
void
jipyo_svg_text_append (cairo_t *cr, PangoLayout *layout, const double corner[2], guint32 colour);

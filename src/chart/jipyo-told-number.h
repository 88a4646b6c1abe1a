/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What number a short text of a picture tells, where it tells one.
 */

#pragma once

#include <glib.h>

/* The digits of a text that is nothing but a number: "1586" of "1,586", "-8.3" of "−8.3"; NULL for
 * any other. (transfer full) (nullable) */
char *jipyo_told_number_copy_digits (const char *text);
/* Whether the text tells `value`, in whatever unit and as far as its digits go: "1,586" and "₩158.6
 * billion" are 158600000000. One without digits is a name. */
gboolean jipyo_told_number_is (const char *text, double value);

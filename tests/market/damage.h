/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An answer damaged in every way that a single fault can: each prefix, each bit of each byte, each
 * value of another type, each member gone or there twice.
 */

#pragma once

#include <glib.h>

/* `digits_only`: one byte of a number became another byte of one or its last a blank, which cannot
 * be told where a venue gives a figure once only. */
typedef void (*DamageFunc) (gpointer data, const char *text, gsize length, gboolean digits_only);

/* `text` ends with a NUL and is as it was afterwards. */
void damage_each (char *text, gsize length, DamageFunc func, gpointer data);
/* The same, but cut and flipped at every seventh byte only, three bits of it: for what is long. */
void damage_some (char *text, gsize length, DamageFunc func, gpointer data);

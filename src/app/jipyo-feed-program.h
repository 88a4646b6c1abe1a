/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which program may be started as the feed child. A program that is no jipyo does not know the word
 * "feed": it would begin anew from its start, and with a supervisor in it start itself again, ever
 * more often.
 */

#pragma once

#include <gio/gio.h>

/* Set in the environment of a feed child: what runs under it starts none. */
#define JIPYO_FEED_PROGRAM_MARK "JIPYO_IS_FEED"

/* `program`: NULL for this very one, whose prgname has to be jipyo. (transfer full) NULL with an
 * error of G_SPAWN_ERROR for one that may not be started. */
char *jipyo_feed_program_find (const char *program, GError **error);
/* Starts it with these arguments, its input and output piped. (transfer full) NULL with an error as
 * above, or of g_subprocess_newv(). */
GSubprocess *
jipyo_feed_program_start (const char *program, const char *const *arguments, GError **error);

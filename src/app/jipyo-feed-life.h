/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One life of the feed child: its process, the lines that it says and those that it is told. It
 * says when the child has been silent for too long; what to do then is the supervisor's.
 */

#pragma once

#include <gio/gio.h>

typedef struct _JipyoFeedLife JipyoFeedLife;

enum { JIPYO_FEED_LIFE_TICK_MS = 250 };

/* Both with the owner, who is held meanwhile and may end the life in the middle of it. */
typedef struct {
  /* FALSE and an error when the line is no good: then the child is killed. */
  gboolean (*line_read) (GObject *owner, const char *text, gsize length, GError **error);
  /* The process is no more. `signalled`: it did not end by itself. */
  void (*ended) (GObject *owner, gboolean signalled);
} JipyoFeedLifeHandlers;

/* Takes `process`, which has pipes to both ends. `owner` is borrowed, and ends the life before it
 * goes itself. */
JipyoFeedLife *
jipyo_feed_life_new (GSubprocess *process, const JipyoFeedLifeHandlers *handlers, GObject *owner);
/* Kills the child and hears no more of it. NULL is no life. */
void jipyo_feed_life_end (JipyoFeedLife *self);
/* Its death is still to be heard of. */
void jipyo_feed_life_kill (JipyoFeedLife *self, const char *reason);
/* Tells the child a line. Dropped when it has not read what it was told for long. */
void jipyo_feed_life_order (JipyoFeedLife *self, const char *line);

/* To be called each JIPYO_FEED_LIFE_TICK_MS. TRUE when the child should have been heard of, or be
 * dead, by now; `stillborn`: how many before it never rose. */
gboolean jipyo_feed_life_tick (JipyoFeedLife *self, guint stillborn);
/* Whether a good line has come. */
gboolean jipyo_feed_life_has_risen (const JipyoFeedLife *self);
/* Whether it was killed and is not yet seen to be dead. */
gboolean jipyo_feed_life_is_dying (const JipyoFeedLife *self);
/* 0 once it is dead. */
int jipyo_feed_life_get_pid (const JipyoFeedLife *self);

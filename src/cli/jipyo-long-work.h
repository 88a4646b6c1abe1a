/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a command waits for work that takes long: Ctrl+C cancels it, and a terminal shows how far it
 * is.
 */

#pragma once

#include <gio/gio.h>

typedef struct {
  GMainLoop *loop;                               /* owned */
  GCancellable *cancellable;                     /* owned; for the work */
  void (*progress) (double part, gpointer data); /* for the work; NULL: nobody looks */
  guint interrupt_id;
} JipyoLongWork;

void jipyo_long_work_begin (JipyoLongWork *self);
/* Until the work's callback quits the loop; clears what begin made. */
void jipyo_long_work_wait (JipyoLongWork *self);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The disk under the database: its room, a reserve of it, and whether the file is still the one
 * that was opened.
 */

#pragma once

#include <glib.h>

typedef enum {
  JIPYO_DISK_ROOMY,
  JIPYO_DISK_LOW,  /* less than 100 MiB left */
  JIPYO_DISK_FULL, /* less than 20 MiB: nothing is written any more, others need it */
} JipyoDiskRoom;

/* Of the directory that the file is in; roomy where it cannot be told. */
JipyoDiskRoom jipyo_disk_measure (const char *path);
/* One MiB in "<path>.ballast", which is let go when the disk is full: removing rows needs room too.
 */
void jipyo_disk_reserve (const char *path);
/* TRUE when there was a reserve. */
gboolean jipyo_disk_release (const char *path);

typedef struct {
  guint64 device;
  guint64 number;
} JipyoDiskFile;

/* FALSE when there is no such file. */
gboolean jipyo_disk_identify (const char *path, JipyoDiskFile *file);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A disk that fails when it is told to: the calls by which SQLite writes, syncs, cuts and makes
 * files go through here once they were replaced.
 */

#pragma once

#include <glib.h>

typedef struct {
  enum { FAKE_DISK_WRITE, FAKE_DISK_CUT, FAKE_DISK_SYNC } kind;
  int fd;
  const void *bytes;
  gsize size;
  goffset at;
} FakeDiskCall;

typedef struct {
  int error;           /* 0: the disk is well */
  int at;              /* which call fails, counted from 1 */
  gboolean on;         /* and all after it */
  gboolean can_open;   /* making a file needs no room */
  gboolean syncs;      /* nothing but syncing fails */
  gboolean dies;       /* instead of failing, the process ends at that call */
  gboolean only_reads; /* no file can be opened for writing */
  int n_calls;         /* seen so far */
  int n_opened;
  guint64 free_bytes; /* that statvfs() tells; 0: as it is */
  /* Sees each call that goes through, before it is made: what is written where, what is cut to
   * which size (no bytes), what is synced (no bytes, no place). May be NULL. */
  void (*watch) (const FakeDiskCall *call);
} FakeDisk;

extern FakeDisk fake_disk;

void fake_disk_replace (void);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An open database with what is kept in memory beside it: which instrument has which number, and
 * how many ticks wait to be folded. Used by the history's worker thread alone.
 */

#pragma once

#include "jipyo-database.h"
#include "jipyo-decimal.h"
#include "jipyo-disk.h"

/* What came last of an instrument. */
typedef struct {
  gint64 time_us;
  JipyoDecimal price;
  gint64 received_us;
  int interval_ms;    /* until the next was expected; 0: not known */
  gboolean of_before; /* of an earlier run of the program */
  gboolean at_rest;   /* the market was closed or suspended: no next one was expected */
} JipyoStoreLast;

/* Whose ticks were put into a batch. */
typedef struct {
  const char *instrument; /* borrowed from the store's `numbers` */
  gint64 number;          /* of its series */
  gint64 name;            /* its checksum */
} JipyoStoreMember;

typedef struct {
  sqlite3 *database;
  char *path;
  char *damaged_file;        /* what was found at `path` is there now; NULL: it was well */
  gboolean of_later_version; /* readable, not to be written */
  gint64 copied_ms;          /* when the copy was made that is read; 0: it is no copy */
  gboolean is_file;          /* not only memory */
  JipyoDiskFile file;        /* the one that was opened */
  gint64 checked_us;         /* monotonic: when the disk was last looked at */
  GHashTable *numbers;       /* instrument → number of its series */
  GHashTable *last;          /* instrument → JipyoStoreLast */
  GArray *members;           /* of JipyoStoreMember, in the order of the batch before */
  guint n_gathered;          /* of them, into the batch that is being made */
  GHashTable *extents;       /* number of a series → JipyoExtents */
  gboolean settled;          /* what was found in the log is on the disk for good */
  gboolean lost_series;      /* a row of the table of series was damaged */
  GHashTable *statements;    /* SQL → sqlite3_stmt, owned */
  guint n_tail;              /* ticks that wait to be folded, at least so many */
  gint64 folded_day;         /* when the tail was last folded by the calendar; 0: not yet */
  gsize tail_bytes;          /* and their size */
} JipyoStore;

/* NULL with a JIPYO_HISTORY_ERROR. A damaged file is set aside; what was sound in it, and the
 * newest backup, take its place. */
JipyoStore *jipyo_store_open (const char *path, GError **error);
/* A file that nobody writes; only to read. */
JipyoStore *jipyo_store_open_to_read (const char *path, GError **error);
/* The newest sound copy of the history at `path`, made now if who has that one hears of it; only to
 * read. May wait for some seconds. */
JipyoStore *jipyo_store_open_copy (const char *path, GError **error);
void jipyo_store_close (JipyoStore *self);

/* The statement of a constant text, kept for the next time, with nothing bound. The caller resets
 * it when it is done, and asks for it again only then. NULL with an error. */
sqlite3_stmt *jipyo_store_prepare (JipyoStore *self, const char *sql, GError **error);

gboolean jipyo_store_begin (JipyoStore *self, GError **error);
/* Commits when `well`, else rolls back; TRUE when committed. */
gboolean jipyo_store_end (JipyoStore *self, gboolean well, GError **error);
/* The series' number, a new one when there is none and `make`; 0 when there is none, or with an
 * error. */
gint64
jipyo_store_find_series (JipyoStore *self, const char *instrument, gboolean make, GError **error);
/* The path leads to the file that is open. */
gboolean jipyo_store_is_in_place (const JipyoStore *self);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A folder of its own for a history and what comes to lie beside it, for tests that take files
 * away, damage them and count them. A suffix is of the history's name, such as ".backup-1".
 */

#pragma once

#include "jipyo-store.h"

typedef struct {
  char *directory;
  char *path; /* of the history, which is not there yet */
} Place;

void place_init (Place *self);
/* Removes all of it. */
void place_clear (Place *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

/* The history, which must open. */
JipyoStore *place_open (const Place *self);
/* (transfer full) */
char *place_name (const Place *self, const char *suffix);
gboolean place_has (const Place *self, const char *suffix);
/* How many files have names that go on so; logs are not counted. */
guint place_count (const Place *self, const char *suffix);
/* As if the file had last been written so long ago. */
void place_set_age (const Place *self, const char *suffix, int hours);

void place_copy_file (const char *from, const char *to);

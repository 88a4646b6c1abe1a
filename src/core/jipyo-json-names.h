/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names of one object of JSON text, to tell when one comes twice; then of the next object at
 * the same depth, which as a row rule has the same names in the same order.
 */

#pragma once

#include <glib.h>

enum { JIPYO_JSON_NAMES_MAX = 4096 }; /* in one object */

typedef struct _JipyoJsonName JipyoJsonName;

/* All zero to begin with. */
typedef struct {
  JipyoJsonName *names; /* owned, NULL until needed */
  guint n_room;
  guint n_names;  /* of the open object */
  guint n_known;  /* of the object before, while the open one begins as it does; else 0 */
  guint16 *slots; /* index + 1 into `names`, 0 empty; owned, NULL until needed */
  guint n_slots;  /* at least twice as many as names in them */
  gboolean in_slots;
} JipyoJsonNames;

void jipyo_json_names_clear (JipyoJsonNames *self);

/* Adds the name that begins with the quote at `quoted` when it is, byte for byte, the one that the
 * object before had here; the byte behind its closing quote, or NULL. */
const char *jipyo_json_names_follow (JipyoJsonNames *self, const char *quoted, const char *end);
/* Adds at most JIPYO_JSON_NAMES_MAX, of 65,535 bytes; FALSE when the object has it already. `name`
 * is borrowed until the names are cleared. `plain`: it stands like this between its quotes. */
gboolean
jipyo_json_names_add (JipyoJsonNames *self, const char *name, gsize length, gboolean plain);
/* The object ends. */
void jipyo_json_names_close (JipyoJsonNames *self);

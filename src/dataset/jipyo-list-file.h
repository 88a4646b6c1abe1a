/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * {"NAME": [item, …], "version": 1}: what the files of a person's own have in common. An item that
 * is not understood refuses the whole file.
 */

#pragma once

#include "jipyo-json-reader.h"
#include "jipyo-json-writer.h"

typedef struct {
  const char *list; /* the member that holds the items */
  /* Adds the items, or complains. */
  void (*read) (const JipyoJsonCursor *root, GPtrArray *items);
  void (*write) (JipyoJsonWriter *writer, gconstpointer item);
  GDestroyNotify free; /* of an item */
} JipyoListFile;

/* The items, or NULL with JipyoProblem added; also for no document. (transfer full) (nullable) */
GPtrArray *jipyo_list_file_parse (const JipyoListFile *self, JipyoJsonDocument *document);
char *jipyo_list_file_format (const JipyoListFile *self, const GPtrArray *items);

/* For `read` of a list of objects, each of which `read_item` makes an item of. */
void jipyo_list_file_read_objects (const JipyoJsonCursor *root,
                                   const char *list,
                                   gpointer (*read_item) (const JipyoJsonCursor *cursor),
                                   GPtrArray *items);

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names of an object are compared with those of the object before as long as they are the
 * same: then no two of them can be, for that one had none twice. From the first other name on they
 * are looked up in a table.
 */

#include "jipyo-json-names.h"

#include <string.h>

enum {
  ROOM_MIN = 1 << 5,
  SLOTS_MIN = 1 << 6, /* a power of two */
};

static const guint64 hash_factor =
  G_GUINT64_CONSTANT (0x9e3779b97f4a7c15); /* 2^64 by the golden ratio */

struct _JipyoJsonName {
  const char *text; /* borrowed */
  guint32 hash;
  guint16 length;
  guint16 slot : 15; /* while in the slots */
  guint16 plain : 1;
};

void
jipyo_json_names_clear (JipyoJsonNames *self)
{
  g_clear_pointer (&self->names, g_free);
  g_clear_pointer (&self->slots, g_free);
  *self = (JipyoJsonNames){ 0 };
}

static guint64
mix (guint64 hash, guint64 bytes)
{
  hash = (hash ^ bytes) * hash_factor;
  return hash ^ hash >> 32;
}

/* Eight bytes at a time, each bit of them into each bit of the outcome. The seed is an address, so
 * that names cannot be prepared to collide. */
static guint32
hash_name (const char *name, gsize length, gsize seed)
{
  guint64 hash = (seed + length) * hash_factor;
  guint64 bytes;

  for (; length >= sizeof bytes; name += sizeof bytes, length -= sizeof bytes) {
    memcpy (&bytes, name, sizeof bytes);
    hash = mix (hash, bytes);
  }
  bytes = 0;
  for (gsize i = 0; i < length; i++)
    bytes = bytes << 8 | (guchar) name[i];
  return (guint32) (mix (hash, bytes) * hash_factor >> 32);
}

static void
put_name (JipyoJsonNames *self, guint index)
{
  JipyoJsonName *name = &self->names[index];
  guint slot = name->hash & (self->n_slots - 1);

  while (self->slots[slot] != 0)
    slot = (slot + 1) & (self->n_slots - 1);
  name->slot = slot & 0x7fff;
  self->slots[slot] = (guint16) (index + 1);
}

/* For one name more. Most objects have few names, and a large table would cost more than they do.
 */
static void
make_room (JipyoJsonNames *self)
{
  if (self->n_names == self->n_room) {
    self->n_room = MAX (2 * self->n_room, ROOM_MIN);
    self->names = g_renew (JipyoJsonName, self->names, self->n_room);
  }
  if (2 * (self->n_names + 1) > self->n_slots) {
    self->n_slots = MAX (2 * self->n_slots, SLOTS_MIN);
    while (2 * (self->n_names + 1) > self->n_slots)
      self->n_slots *= 2;
    g_free (self->slots);
    self->slots = g_new0 (guint16, self->n_slots);
    self->in_slots = FALSE;
  }
  for (guint i = 0; !self->in_slots && i < self->n_names; i++)
    put_name (self, i);
  self->in_slots = TRUE;
}

const char *
jipyo_json_names_follow (JipyoJsonNames *self, const char *quoted, const char *end)
{
  const JipyoJsonName *known;

  if (self->n_names >= self->n_known)
    return NULL;
  known = &self->names[self->n_names];
  if (!known->plain || end - quoted < known->length + 2 || quoted[known->length + 1] != '"'
      || memcmp (quoted + 1, known->text, known->length) != 0)
    return NULL;
  self->n_names++;
  return quoted + known->length + 2;
}

gboolean
jipyo_json_names_add (JipyoJsonNames *self, const char *name, gsize length, gboolean plain)
{
  const guint32 hash = hash_name (name, length, GPOINTER_TO_SIZE (self));

  g_return_val_if_fail (self->n_names < JIPYO_JSON_NAMES_MAX && length <= G_MAXUINT16, FALSE);
  self->n_known = 0;
  make_room (self);
  for (guint slot = hash & (self->n_slots - 1); self->slots[slot] != 0;
       slot = (slot + 1) & (self->n_slots - 1)) {
    const JipyoJsonName *other = &self->names[self->slots[slot] - 1];

    if (other->hash == hash && other->length == length && memcmp (other->text, name, length) == 0)
      return FALSE;
  }
  self->names[self->n_names] = (JipyoJsonName){
    .text = name, .hash = hash, .length = (guint16) length, .plain = plain ? 1 : 0
  };
  put_name (self, self->n_names++);
  return TRUE;
}

/* Empties the slots one by one: clearing the whole table would cost more than most objects have
 * names. */
void
jipyo_json_names_close (JipyoJsonNames *self)
{
  for (guint i = 0; self->in_slots && i < self->n_names; i++)
    self->slots[self->names[i].slot] = 0;
  self->in_slots = FALSE;
  self->n_known = self->n_names;
  self->n_names = 0;
}

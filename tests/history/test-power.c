/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * D2. The power fails before each call of a history's day to the disk. Of what was written since a
 * file was last synced each part is there, is not, is there up to a sector, or is noise: what was
 * told to be kept is there all the same. JIPYO_CUTS says how often each moment is tried.
 */

#include "fake-disk.h"
#include "history-day.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SECTOR = 512 };

typedef struct {
  gboolean cut; /* to this size, instead of written */
  goffset at;
  GBytes *bytes;
} Change;

/* One file as the disk has it for certain, and what it has perhaps. */
typedef struct {
  char *path;
  GByteArray *synced;
  GArray *changes; /* of Change */
} Disc;

typedef struct {
  GPtrArray *discs; /* of Disc */
  HistoryDay *told; /* as it stands */
  GArray *cuts;     /* of HistoryDay, with paths of their own */
  char *directory;
  GRand *random;
  int n_times; /* each moment is tried; 0: one in eight is */
  int n_moments;
} Scene;

static Scene scene;

static void
change_clear (gpointer data)
{
  g_clear_pointer (&((Change *) data)->bytes, g_bytes_unref);
}

static void
disc_free (gpointer data)
{
  Disc *disc = data;

  g_free (disc->path);
  g_byte_array_unref (disc->synced);
  g_array_unref (disc->changes);
  g_free (disc);
}

/* NULL for what is neither the database nor its log. */
static Disc *
find_disc (int fd)
{
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autofree char *path = g_file_read_link (link, NULL);

  if (path == NULL
      || (!g_str_has_suffix (path, ".sqlite") && !g_str_has_suffix (path, ".sqlite-wal")))
    return NULL;
  for (guint i = 0; i < scene.discs->len; i++)
    if (g_str_equal (((Disc *) scene.discs->pdata[i])->path, path))
      return scene.discs->pdata[i];
  Disc *disc = g_new0 (Disc, 1);
  disc->path = g_steal_pointer (&path);
  disc->synced = g_byte_array_new ();
  disc->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  g_array_set_clear_func (disc->changes, change_clear);
  g_ptr_array_add (scene.discs, disc);
  return disc;
}

/* A hole that is made is zero. */
static void
put (GByteArray *image, goffset at, const guint8 *bytes, gsize size)
{
  const guint old = image->len;

  if (image->len < at + size)
    g_byte_array_set_size (image, (guint) (at + (goffset) size));
  if (at > old)
    memset (image->data + old, 0, (gsize) at - old);
  if (size > 0)
    memcpy (image->data + at, bytes, size);
}

static void
apply (GByteArray *image, const Change *change)
{
  gsize size = 0;
  const guint8 *bytes = change->cut ? NULL : g_bytes_get_data (change->bytes, &size);

  if (!change->cut)
    put (image, change->at, bytes, size);
  else if (image->len > change->at)
    g_byte_array_set_size (image, (guint) change->at);
}

/* All of it, nothing, some sectors, or noise. */
static void
apply_perhaps (GByteArray *image, const Change *change)
{
  const int chance = g_rand_int_range (scene.random, 0, 10);
  gsize size = 0;

  if (chance < 4)
    apply (image, change);
  if (chance < 8 || change->cut)
    return;
  const guint8 *bytes = g_bytes_get_data (change->bytes, &size);
  g_autofree guint8 *torn = g_memdup2 (bytes, size);
  const gsize part = (gsize) g_rand_int_range (scene.random, 0, (int) (size / SECTOR) + 1) * SECTOR;
  if (chance == 8) {
    put (image, change->at, torn, MIN (part, size));
    return;
  }
  for (gsize i = part; i < size; i++)
    torn[i] = (guint8) g_rand_int (scene.random);
  put (image, change->at, torn, size);
}

static void
write_disc (const Disc *disc, const char *directory)
{
  g_autoptr (GByteArray) image = g_byte_array_new ();
  g_autofree char *name = g_path_get_basename (disc->path);
  g_autofree char *path = g_build_filename (directory, name, NULL);

  g_byte_array_append (image, disc->synced->data, disc->synced->len);
  for (guint i = 0; i < disc->changes->len; i++)
    apply_perhaps (image, &g_array_index (disc->changes, Change, i));
  g_assert_true (g_file_set_contents_full (path, (const char *) image->data, image->len,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void
cut_power (void)
{
  g_autofree char *directory = g_strdup_printf ("%s/cut-%u", scene.directory, scene.cuts->len);
  HistoryDay cut = *scene.told;

  g_assert_cmpint (g_mkdir (directory, 0700), ==, 0);
  for (guint i = 0; i < scene.discs->len; i++)
    write_disc (scene.discs->pdata[i], directory);
  cut.path = g_build_filename (directory, "history.sqlite", NULL);
  cut.backed_up = FALSE;
  cut.n_tried = MAX (cut.n_tried, cut.n_ticks);
  g_array_append_val (scene.cuts, cut);
}

static void
sync_disc (Disc *disc)
{
  for (guint i = 0; i < disc->changes->len; i++)
    apply (disc->synced, &g_array_index (disc->changes, Change, i));
  g_array_set_size (disc->changes, 0);
}

static void
watch_cb (const FakeDiskCall *call)
{
  Disc *disc = find_disc (call->fd);

  if (disc == NULL)
    return;
  scene.n_moments++;
  for (int i = 0; i < scene.n_times; i++)
    cut_power ();
  if (scene.n_times == 0 && scene.n_moments % 4 == 0)
    cut_power ();
  if (call->kind == FAKE_DISK_SYNC) {
    sync_disc (disc);
    return;
  }
  const Change change = {
    .cut = call->kind == FAKE_DISK_CUT,
    .at = call->at,
    .bytes = call->kind == FAKE_DISK_WRITE ? g_bytes_new (call->bytes, call->size) : NULL,
  };
  g_array_append_val (disc->changes, change);
}

static guint32
choose_seed (void)
{
  const char *text = g_getenv ("JIPYO_SEED");

  return text != NULL ? (guint32) strtoul (text, NULL, 10) : 20261126;
}

static void
test_power (void)
{
  const char *times = g_getenv ("JIPYO_CUTS");
  g_autofree char *directory = g_dir_make_tmp ("jipyo-power-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "history.sqlite", NULL);
  const char *argv[] = { "rm", "-r", "--", directory, NULL };
  HistoryDay day = { .path = path };

  scene = (Scene){
    .discs = g_ptr_array_new_with_free_func (disc_free),
    .told = &day,
    .cuts = g_array_new (FALSE, FALSE, sizeof (HistoryDay)),
    .directory = directory,
    .random = g_rand_new_with_seed (choose_seed ()),
    .n_times = times != NULL ? atoi (times) : 0,
  };
  fake_disk = (FakeDisk){ .watch = watch_cb };
  history_day_spend (&day);
  fake_disk = (FakeDisk){ 0 };
  g_assert_cmpint (day.n_ticks, ==, 4);
  g_assert_true (day.imported);
  for (guint i = 0; i < scene.cuts->len; i++) {
    HistoryDay *cut = &g_array_index (scene.cuts, HistoryDay, i);

    history_day_check (cut);
    g_free (cut->path);
  }
  g_test_message ("%u cuts at %d moments", scene.cuts->len, scene.n_moments);
  g_assert_cmpint (scene.n_moments, >, 50);
  g_ptr_array_unref (scene.discs);
  g_array_unref (scene.cuts);
  g_rand_free (scene.random);
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, NULL, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fake_disk_replace ();
  g_test_add_func ("/history/power/cut", test_power);
  return g_test_run ();
}

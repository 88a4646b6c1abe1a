/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * statvfs() and a file of a MiB.
 */

#include "jipyo-disk.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/statvfs.h>
#include <unistd.h>

static const guint64 LOW_BYTES = 100 * 1024 * 1024;
static const guint64 FULL_BYTES = 20 * 1024 * 1024;
static const off_t RESERVE_BYTES = 1024 * 1024;

JipyoDiskRoom
jipyo_disk_measure (const char *path)
{
  g_autofree char *directory = g_path_get_dirname (path);
  struct statvfs disk;

  if (statvfs (directory, &disk) != 0)
    return JIPYO_DISK_ROOMY;
  const guint64 bytes = (guint64) disk.f_bavail * disk.f_frsize;
  if (bytes < FULL_BYTES)
    return JIPYO_DISK_FULL;
  return bytes < LOW_BYTES ? JIPYO_DISK_LOW : JIPYO_DISK_ROOMY;
}

static char *
name_reserve (const char *path)
{
  return g_strconcat (path, ".ballast", NULL);
}

void
jipyo_disk_reserve (const char *path)
{
  g_autofree char *name = name_reserve (path);
  const int fd = g_open (name, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  const gboolean reserved = fd >= 0 && posix_fallocate (fd, 0, RESERVE_BYTES) == 0;

  if (fd >= 0)
    close (fd);
  if (!reserved)
    g_unlink (name);
}

gboolean
jipyo_disk_release (const char *path)
{
  g_autofree char *name = name_reserve (path);

  return g_unlink (name) == 0;
}

gboolean
jipyo_disk_identify (const char *path, JipyoDiskFile *file)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    return FALSE;
  *file = (JipyoDiskFile){ .device = info.st_dev, .number = info.st_ino };
  return TRUE;
}

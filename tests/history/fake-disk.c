/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQLite lets its calls to the system be replaced by name.
 */

#include "fake-disk.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sqlite3.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

typedef ssize_t (*WriteCall) (int, const void *, size_t, off_t);
typedef int (*TruncateCall) (int, off_t);
typedef int (*OpenCall) (const char *, int, mode_t);

FakeDisk fake_disk;

static WriteCall write_call;
static TruncateCall truncate_call;
static OpenCall open_call;

static gboolean
fails (void)
{
  const int n = ++fake_disk.n_calls;

  if (fake_disk.error == 0 || n < fake_disk.at || (n > fake_disk.at && !fake_disk.on))
    return FALSE;
  if (fake_disk.dies)
    _exit (0);
  errno = fake_disk.error;
  return TRUE;
}

static void
tell (const FakeDiskCall *call)
{
  if (fake_disk.watch != NULL)
    fake_disk.watch (call);
}

static ssize_t
write_to_disk (int fd, const void *bytes, size_t size, off_t at)
{
  if (!fake_disk.syncs && fails ())
    return -1;
  tell (&(FakeDiskCall){ FAKE_DISK_WRITE, fd, bytes, size, at });
  return write_call (fd, bytes, size, at);
}

static int
sync_to_disk (int fd, long number)
{
  if (fails ())
    return -1;
  tell (&(FakeDiskCall){ .kind = FAKE_DISK_SYNC, .fd = fd });
  return (int) syscall (number, fd);
}

/* Syncing is none of the calls that SQLite lets be replaced, so the C library's functions are
 * defined here, where the program's own come first. */
int
fdatasync (int fd)
{
  return sync_to_disk (fd, SYS_fdatasync);
}

int
fsync (int fd)
{
  return sync_to_disk (fd, SYS_fsync);
}

int
rename (const char *from, const char *to)
{
  return fails () ? -1 : (int) syscall (SYS_rename, from, to);
}

static int
truncate_on_disk (int fd, off_t size)
{
  if (!fake_disk.syncs && fails ())
    return -1;
  tell (&(FakeDiskCall){ .kind = FAKE_DISK_CUT, .fd = fd, .at = size });
  return truncate_call (fd, size);
}

static int
open_on_disk (const char *path, int flags, mode_t mode)
{
  fake_disk.n_opened++;
  if (fake_disk.only_reads && (flags & O_ACCMODE) != O_RDONLY) {
    errno = EACCES;
    return -1;
  }
  return (flags & O_CREAT) != 0 && !fake_disk.can_open && !fake_disk.syncs && fails ()
           ? -1
           : open_call (path, flags, mode);
}

static gpointer
replace_call (const char *name, gpointer call)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  gpointer old = vfs->xGetSystemCall (vfs, name);

  if (old != NULL)
    vfs->xSetSystemCall (vfs, name, (sqlite3_syscall_ptr) call);
  return old;
}

/* Which of two twins SQLite calls was settled when it was built. */
static gpointer
replace_twins (const char *name, const char *twin, gpointer call)
{
  gpointer first = replace_call (name, call);
  gpointer second = replace_call (twin, call);

  return first != NULL ? first : second;
}

void
fake_disk_replace (void)
{
  write_call = (WriteCall) replace_twins ("pwrite", "pwrite64", (gpointer) write_to_disk);
  truncate_call = (TruncateCall) replace_call ("ftruncate", (gpointer) truncate_on_disk);
  open_call = (OpenCall) replace_call ("open", (gpointer) open_on_disk);
}

/* As fsync() above: the program's own comes first. A disk without room for a file says so when it
 * is asked, too. */
int
statvfs (const char *path, struct statvfs *disk)
{
  struct statfs info;

  if (statfs (path, &info) != 0)
    return -1;
  guint64 room = info.f_bavail;

  if (fake_disk.free_bytes != 0)
    room = fake_disk.free_bytes;
  else if (fake_disk.error != 0 && fake_disk.error != EIO && !fake_disk.can_open)
    room = 0;
  *disk = (struct statvfs){
    .f_frsize = fake_disk.free_bytes != 0 ? 1 : (unsigned long) info.f_bsize,
    .f_bavail = room,
    .f_files = info.f_files,
    .f_favail = info.f_ffree,
  };
  return 0;
}

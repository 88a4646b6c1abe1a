/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQLite locks ranges of the file for whole processes, and the system knows which one has a range.
 */

#include "jipyo-holder.h"

#include <fcntl.h>
#include <unistd.h>

int
jipyo_holder_find (const char *path)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  const int file = open (path, O_RDWR | O_CLOEXEC);

  if (file < 0)
    return 0;
  const int asked = fcntl (file, F_GETLK, &lock);
  close (file);
  return asked == 0 && lock.l_type != F_UNLCK && lock.l_pid > 0 ? (int) lock.l_pid : 0;
}

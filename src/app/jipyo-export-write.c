/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing of whole files. The bytes go to a temporary file beside the target, to the disk, and take
 * the target's name last, so that a full disk or a crash never costs the old file.
 */

#include "jipyo-export.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

static const int NEW_FILE_MODE = 0666; /* less the umask */

static void
set_write_error (GError **error, const char *path, int code)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, JIPYO_EXPORT_ERROR, JIPYO_EXPORT_ERROR_WRITE, "“%s” could not be written: %s",
               name, g_strerror (code));
}

static gboolean
write_all (int descriptor, GBytes *bytes)
{
  gsize left;
  const char *data = g_bytes_get_data (bytes, &left);

  while (left > 0) {
    gssize written = write (descriptor, data, left);

    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0)
      return FALSE;
    data += written;
    left -= written;
  }
  return TRUE;
}

/* A device or a pipe has no name to take over: renaming would put a file in its place. */
static gboolean
write_through (const char *path, GBytes *bytes, GError **error)
{
  int descriptor = open (path, O_WRONLY | O_APPEND | O_CLOEXEC | O_NOCTTY);

  if (descriptor < 0) {
    set_write_error (error, path, errno);
    return FALSE;
  }
  gboolean done = write_all (descriptor, bytes);
  int code = errno;
  if (close (descriptor) < 0 && done) {
    code = errno;
    done = FALSE;
  }
  if (!done)
    set_write_error (error, path, code);
  return done;
}

static gboolean
write_beside (const char *path, int mode, GBytes *bytes, GError **error)
{
  g_autoptr (GError) cause = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *name = g_filename_display_name (path);

  if (g_file_set_contents_full (path, data != NULL ? data : "", length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, mode,
                                &cause))
    return TRUE;
  /* Before the reason stands the name of the temporary file, which means nothing to anyone. */
  const char *reason = g_strrstr (cause->message, ": ");
  g_set_error (error, JIPYO_EXPORT_ERROR, JIPYO_EXPORT_ERROR_WRITE, "“%s” could not be written: %s",
               name, reason != NULL ? reason + 2 : cause->message);
  return FALSE;
}

gboolean
jipyo_export_write (const char *path, GBytes *bytes, GError **error)
{
  GStatBuf status;

  if (g_stat (path, &status) < 0)
    return write_beside (path, NEW_FILE_MODE, bytes, error);
  if (S_ISDIR (status.st_mode)) {
    set_write_error (error, path, EISDIR);
    return FALSE;
  }
  /* /dev/stdout may stand for a file that somebody else has open. */
  if (!S_ISREG (status.st_mode) || g_str_has_prefix (path, "/dev/"))
    return write_through (path, bytes, error);
  if (g_access (path, W_OK) < 0) {
    set_write_error (error, path, errno);
    return FALSE;
  }

  /* A link keeps pointing where it did: what it names is replaced. */
  g_autofree char *target = realpath (path, NULL);
  return write_beside (target != NULL ? target : path, status.st_mode & 0777, bytes, error);
}

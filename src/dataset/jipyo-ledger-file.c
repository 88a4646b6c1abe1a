/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where ledger text comes from. A path may lead to anything: it is opened without waiting, must be
 * a regular file of bounded size, and is read, not mapped, because a mapped file that shrinks
 * kills the program.
 */

#include "jipyo-ledger-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "jipyo-json-scan.h"
#include "jipyo-ledger-check.h"

G_DEFINE_QUARK (jipyo - ledger - file - error - quark, jipyo_ledger_file_error)

GPtrArray *
jipyo_problems_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_problem_free);
}

static int
compare_problems (gconstpointer a, gconstpointer b)
{
  const JipyoProblem *left = *(const JipyoProblem *const *) a;
  const JipyoProblem *right = *(const JipyoProblem *const *) b;
  int order = g_strcmp0 (left->file, right->file);

  if (order == 0)
    order = (left->line > right->line) - (left->line < right->line);
  return order != 0 ? order : (left->column > right->column) - (left->column < right->column);
}

/* In reading order, the problems that were there before left alone. */
static void
sort_problems (GPtrArray *problems, guint from)
{
  qsort (problems->pdata + from, problems->len - from, sizeof (gpointer), compare_problems);
}

/* The checks ask questions that only sound records can answer, so they wait until all were read
 * without a problem. */
static gboolean
settle (JipyoLedgerStaging *staging, guint n_problems_before)
{
  if (staging->problems->len == n_problems_before) {
    jipyo_ledger_check_references (staging);
    jipyo_ledger_check_claims (staging);
  }
  if (staging->problems->len > n_problems_before) {
    sort_problems (staging->problems, n_problems_before);
    return FALSE;
  }
  jipyo_ledger_staging_commit (staging);
  return TRUE;
}

static void
stage_bytes (JipyoLedgerStaging *staging, const char *name, GBytes *bytes)
{
  gsize length = 0;
  gconstpointer data = g_bytes_get_data (bytes, &length);
  char *text = g_malloc (length + 1);

  if (length > 0)
    memcpy (text, data, length);
  text[length] = '\0';
  jipyo_ledger_staging_read (staging, name, text, length);
}

gboolean
jipyo_ledger_load_text (JipyoLedger *into, const char *name, GBytes *text, GPtrArray *problems)
{
  g_autoptr (JipyoLedgerStaging) staging = jipyo_ledger_staging_new (into, problems);
  guint n_before = problems->len;

  stage_bytes (staging, name, text);
  return settle (staging, n_before);
}

static gboolean
fail (GError **error, JipyoLedgerFileError code, const char *path, const char *why)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, JIPYO_LEDGER_FILE_ERROR, code, "%s: %s", name, why);
  return FALSE;
}

/* Opens a regular file of acceptable size; -1 otherwise. A FIFO or a device would block or never
 * end. */
static int
open_regular (const char *path, gsize *size, GError **error)
{
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  struct stat status;

  if (fd < 0 || fstat (fd, &status) != 0)
    fail (error, JIPYO_LEDGER_FILE_ERROR_UNREADABLE, path, g_strerror (errno));
  else if (!S_ISREG (status.st_mode))
    fail (error, JIPYO_LEDGER_FILE_ERROR_UNREADABLE, path, _ ("not a regular file"));
  else if ((guint64) status.st_size > jipyo_json_limits_file.bytes)
    fail (error, JIPYO_LEDGER_FILE_ERROR_TOO_LARGE, path, _ ("the file is larger than 64 MiB"));
  else {
    *size = (gsize) status.st_size;
    return fd;
  }
  if (fd >= 0)
    close (fd);
  return -1;
}

/* All of the file, at most the size that it had when it was opened. */
static gboolean
read_all (int fd, char *text, gsize size, gsize *length)
{
  *length = 0;
  while (*length < size) {
    gssize n_read = read (fd, text + *length, size - *length);

    if (n_read < 0 && errno == EINTR)
      continue;
    if (n_read < 0)
      return FALSE;
    if (n_read == 0)
      return TRUE;
    *length += (gsize) n_read;
  }
  return TRUE;
}

char *
jipyo_ledger_file_read (const char *path, gsize *length, GError **error)
{
  gsize size = 0;
  int fd = open_regular (path, &size, error);
  g_autofree char *text = NULL;
  gboolean done = FALSE;

  if (fd < 0)
    return NULL;
  text = g_malloc (size + 1);
  done = read_all (fd, text, size, length);
  if (!done)
    fail (error, JIPYO_LEDGER_FILE_ERROR_UNREADABLE, path, g_strerror (errno));
  close (fd);
  if (!done)
    return NULL;
  text[*length] = '\0';
  return g_steal_pointer (&text);
}

gboolean
jipyo_ledger_load_files (JipyoLedger *into,
                         const char *const *paths,
                         GPtrArray *problems,
                         GError **error)
{
  g_autoptr (JipyoLedgerStaging) staging = jipyo_ledger_staging_new (into, problems);
  guint n_before = problems->len;

  for (guint i = 0; paths[i] != NULL; i++) {
    g_autofree char *name = g_filename_display_name (paths[i]);
    gsize length = 0;
    char *text = jipyo_ledger_file_read (paths[i], &length, error);

    if (text == NULL)
      return FALSE;
    jipyo_ledger_staging_read (staging, name, text, length);
  }
  if (settle (staging, n_before))
    return TRUE;
  g_set_error (error, JIPYO_LEDGER_FILE_ERROR, JIPYO_LEDGER_FILE_ERROR_INVALID, "%u problems found",
               problems->len - n_before);
  return FALSE;
}

gboolean
jipyo_ledger_load_file (JipyoLedger *into, const char *path, GPtrArray *problems, GError **error)
{
  const char *const paths[] = { path, NULL };
  g_autoptr (GError) cause = NULL;

  if (jipyo_ledger_load_files (into, paths, problems, &cause))
    return TRUE;
  if (g_error_matches (cause, JIPYO_LEDGER_FILE_ERROR, JIPYO_LEDGER_FILE_ERROR_INVALID)) {
    g_autofree char *name = g_filename_display_name (path);

    g_prefix_error (&cause, "%s: ", name);
  }
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * This very program is started by the kernel's link to it, which leads to it even after an update
 * has put another one in its place. What it is it says itself, as main.c has it: its file may have
 * been copied under any name.
 */

#include "jipyo-feed-program.h"

static const char self_link[] = "/proc/self/exe";

static gboolean
is_jipyo (void)
{
  return g_strcmp0 (g_get_prgname (), "jipyo") == 0;
}

static char *
refuse (GError **error, const char *reason, const char *path)
{
  g_set_error (error, G_SPAWN_ERROR, G_SPAWN_ERROR_INVAL, "no feed is started: %s%s", reason, path);
  return NULL;
}

char *
jipyo_feed_program_find (const char *program, GError **error)
{
  g_autofree char *path = NULL;

  if (g_getenv (JIPYO_FEED_PROGRAM_MARK) != NULL)
    return refuse (error, "this program is a feed itself", "");
  if (program != NULL)
    return g_strdup (program);
  path = g_file_read_link (self_link, error);
  if (path == NULL)
    return NULL;
  return is_jipyo () ? g_strdup (self_link) : refuse (error, "this program is no jipyo: ", path);
}

GSubprocess *
jipyo_feed_program_start (const char *program, const char *const *arguments, GError **error)
{
  g_autofree char *path = jipyo_feed_program_find (program, error);
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GPtrArray) argv = NULL;

  if (path == NULL)
    return NULL;
  argv = g_ptr_array_new ();
  g_ptr_array_add (argv, path);
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) arguments[i]);
  g_ptr_array_add (argv, NULL);
  /* The child has the bus until it has read its keys. */
  launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_subprocess_launcher_setenv (launcher, JIPYO_FEED_PROGRAM_MARK, "1", TRUE);
  return g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, error);
}

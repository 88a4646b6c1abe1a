/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs while the program is built: reads the ledger files with the readers of the program, and
 * packs what they say. A problem in a file, or a struct that has grown a member which would be
 * lost, ends the build.
 */

#include <glib.h>

#include "jipyo-ledger-file.h"
#include "jipyo-ledger-pack.h"
#include "jipyo-ledger-shape.h"

static gboolean
load (JipyoLedger *ledger, char **paths)
{
  g_autoptr (GPtrArray) problems = jipyo_problems_new ();
  g_autoptr (GError) error = NULL;

  if (jipyo_ledger_load_files (ledger, (const char *const *) paths, problems, &error))
    return TRUE;
  for (guint i = 0; i < problems->len; i++) {
    g_autofree char *line = jipyo_problem_format (g_ptr_array_index (problems, i));

    g_printerr ("%s\n", line);
  }
  g_printerr ("jipyo-pack-ledger: %s\n", error->message);
  return FALSE;
}

static gboolean
check_shapes (void)
{
  guint n_shapes;
  const JipyoLedgerShape *const *shapes = jipyo_ledger_shapes (&n_shapes);

  for (guint i = 0; i < n_shapes; i++)
    if (!jipyo_ledger_shape_is_whole (shapes[i])) {
      g_printerr ("jipyo-pack-ledger: shape %u lacks a member, see jipyo-ledger-shape.c\n", i);
      return FALSE;
    }
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (JipyoLedger) ledger = jipyo_ledger_new ();
  g_autoptr (GBytes) packed = NULL;
  g_autoptr (GError) error = NULL;

  if (argc < 3) {
    g_printerr ("Usage: jipyo-pack-ledger OUTPUT FILE…\n");
    return 2;
  }
  if (!check_shapes () || !load (ledger, argv + 2))
    return 1;
  packed = jipyo_ledger_pack (ledger);
  if (g_file_set_contents (argv[1], g_bytes_get_data (packed, NULL),
                           (gssize) g_bytes_get_size (packed), &error))
    return 0;
  g_printerr ("jipyo-pack-ledger: %s\n", error->message);
  return 1;
}

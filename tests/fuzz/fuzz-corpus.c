/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs a fuzz target as a normal test, with any compiler: each file of a folder as it is, cut
 * short, and with bytes changed by a fixed sequence, as often as the second argument says. Under
 * the sanitizers this finds the shallow faults in a second; the deep ones are for `./dev fuzz`.
 */

#include "fuzz-target.h"

#include <glib.h>
#include <string.h>

enum { CUTS_MAX = 400, CHANGED_BYTES_MAX = 4, SEED = 20250805 };

static guint n_changes; /* a file; set once, before any test */

static void
run (const char *data, gsize length)
{
  /* A copy of the exact length, so that reading past its end is seen. */
  g_autofree uint8_t *copy = g_memdup2 (data, length);

  LLVMFuzzerTestOneInput (copy, length);
}

static void
run_changed (const char *data, gsize length, GRand *random)
{
  static const char telling[] = "\0\"\\{}[],:09-+.eE \377\360\200";
  g_autofree char *copy = g_memdup2 (data, length);
  int n_bytes = g_rand_int_range (random, 1, CHANGED_BYTES_MAX + 1);

  for (int i = 0; i < n_bytes; i++)
    copy[g_rand_int_range (random, 0, (int) length)] =
      telling[g_rand_int_range (random, 0, sizeof telling)];
  run (copy, length);
}

static void
test_file (gconstpointer user_data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize length;

  g_file_get_contents (user_data, &data, &length, &error);
  g_assert_no_error (error);
  run (data, length);
  const gsize n_cuts = MIN (MIN (length, CUTS_MAX), n_changes);
  for (gsize i = 0; i < n_cuts; i++)
    run (data, i * MIN (length, CUTS_MAX) / n_cuts);
  for (guint i = 0; i < n_changes && length > 0; i++)
    run_changed (data, length, random);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  n_changes = (guint) g_ascii_strtoull (argv[2], NULL, 10);

  g_autoptr (GDir) folder = g_dir_open (argv[1], 0, &error);

  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (paths, g_build_filename (argv[1], name, NULL));
  g_assert_cmpuint (paths->len, >, 0);
  for (guint i = 0; i < paths->len; i++) {
    g_autofree char *base = g_path_get_basename (paths->pdata[i]);
    g_autofree char *test = g_strconcat ("/fuzz/", base, NULL);

    g_test_add_data_func (test, paths->pdata[i], test_file);
  }
  return g_test_run ();
}

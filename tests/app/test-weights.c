/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What members weigh is kept, and the last change can be taken back.
 */

#include "jipyo-weights.h"

static JipyoWeights *
open_weights (void)
{
  g_autofree char *path = jipyo_weights_path ();

  return jipyo_weights_new (path);
}

static void
close_weights (JipyoWeights *weights)
{
  while (jipyo_own_file_is_saving (jipyo_weights_get_file (weights)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (weights);
}

static void
assert_weighs (JipyoWeights *weights, const char *member, const char *expected)
{
  g_autofree char *weight = jipyo_decimal_format (jipyo_weights_find (weights, member));

  g_assert_cmpstr (weight, ==, expected);
}

static void
set (JipyoWeights *weights, const char *member, gint64 weight)
{
  jipyo_weights_set (weights, member, jipyo_decimal_from_int (weight));
}

static void
test_kept (void)
{
  JipyoWeights *weights = open_weights ();

  assert_weighs (weights, "krafton", "1");
  set (weights, "krafton", 40);
  set (weights, "nc-ai", 0);
  close_weights (weights);

  weights = open_weights ();
  assert_weighs (weights, "krafton", "40");
  assert_weighs (weights, "nc-ai", "0");
  assert_weighs (weights, "sk-telecom", "1");
  close_weights (weights);
}

static void
test_cleared (void)
{
  static const char *const one[] = { "krafton", "not-there", NULL };
  JipyoWeights *weights = open_weights ();

  set (weights, "krafton", 40);
  set (weights, "nc-ai", 0);
  jipyo_weights_clear (weights, one);
  assert_weighs (weights, "krafton", "1");
  assert_weighs (weights, "nc-ai", "0");
  jipyo_weights_clear (weights, NULL);
  g_assert_cmpuint (jipyo_weights_get_all (weights)->len, ==, 0);
  close_weights (weights);
}

static void
test_undone (void)
{
  JipyoWeights *weights = open_weights ();

  g_assert_false (jipyo_weights_undo (weights));
  set (weights, "krafton", 40);
  set (weights, "krafton", 50);
  g_assert_true (jipyo_weights_undo (weights));
  assert_weighs (weights, "krafton", "40");
  g_assert_false (jipyo_weights_undo (weights));
  jipyo_weights_clear (weights, NULL);
  g_assert_true (jipyo_weights_undo (weights));
  assert_weighs (weights, "krafton", "40");
  close_weights (weights);

  weights = open_weights ();
  assert_weighs (weights, "krafton", "40");
  jipyo_weights_clear (weights, NULL);
  close_weights (weights);
}

/* What another program wrote is no change of ours, and taking it back would be wrong. */
static void
test_replaced (void)
{
  JipyoWeights *weights = open_weights ();
  g_autofree char *path = jipyo_weights_path ();
  g_autoptr (GError) error = NULL;

  set (weights, "krafton", 40);
  while (jipyo_own_file_is_saving (jipyo_weights_get_file (weights)))
    g_main_context_iteration (NULL, TRUE);
  g_file_set_contents (
    path, "{\"version\":1,\"weights\":[{\"member\":\"krafton\",\"weight\":\"7\"}]}", -1, &error);
  g_assert_no_error (error);
  while (jipyo_decimal_compare (jipyo_weights_find (weights, "krafton"), jipyo_decimal_from_int (7))
         != 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (jipyo_weights_undo (weights));
  jipyo_weights_clear (weights, NULL);
  close_weights (weights);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/app/weights/kept", test_kept);
  g_test_add_func ("/app/weights/cleared", test_cleared);
  g_test_add_func ("/app/weights/undone", test_undone);
  g_test_add_func ("/app/weights/replaced", test_replaced);
  return g_test_run ();
}

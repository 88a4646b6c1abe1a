/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the pacer has the feed told. The feed is a script that writes down its orders.
 */

#include <glib/gstdio.h>
#include <string.h>

#include "jipyo-feed-pacer.h"

enum { PATIENCE_US = 20 * G_USEC_PER_SEC };

typedef struct {
  char *folder;
  char *program;
  char *orders;
  JipyoFeedSupervisor *feed;
  JipyoFeedPacer *pacer;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  JipyoFeedOptions options = { 0 };
  g_autofree char *script = NULL;

  fixture->folder = g_dir_make_tmp ("jipyo-test-XXXXXX", NULL);
  fixture->program = g_build_filename (fixture->folder, "feed", NULL);
  fixture->orders = g_build_filename (fixture->folder, "orders", NULL);
  script = g_strdup_printf ("#!/bin/sh\n"
                            "(while echo '{\"heartbeat\":true}'; do sleep 0.5; done) &\n"
                            "exec cat > %s\n",
                            fixture->orders);
  g_assert_true (g_file_set_contents (fixture->program, script, -1, NULL));
  g_assert_cmpint (g_chmod (fixture->program, 0700), ==, 0);
  options.program = fixture->program;
  fixture->feed = jipyo_feed_supervisor_new (&options);
  fixture->pacer = jipyo_feed_pacer_new (fixture->feed);
  jipyo_feed_pacer_set_saving (fixture->pacer, NULL);
  jipyo_feed_pacer_set_available (fixture->pacer, TRUE);
  jipyo_feed_supervisor_start (fixture->feed);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->pacer);
  g_assert_finalize_object (fixture->feed);
  g_remove (fixture->orders);
  g_remove (fixture->program);
  g_rmdir (fixture->folder);
  g_free (fixture->orders);
  g_free (fixture->program);
  g_free (fixture->folder);
}

static gboolean
tick_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs the loop until the last order is this one. */
static void
wait_for_last (Fixture *fixture, const char *order)
{
  g_autofree char *line = g_strconcat (order, "\n", NULL);
  gint64 start_us = g_get_monotonic_time ();
  guint ticker = g_timeout_add (50, tick_cb, NULL);
  gboolean found = FALSE;

  while (!found && g_get_monotonic_time () - start_us < PATIENCE_US) {
    g_autofree char *orders = NULL;

    g_main_context_iteration (NULL, TRUE);
    if (g_file_get_contents (fixture->orders, &orders, NULL, NULL))
      found = g_str_has_suffix (orders, line);
  }
  g_source_remove (ticker);
  g_assert_true (found);
}

static void
test_pace (Fixture *fixture, gconstpointer data)
{
  wait_for_last (fixture, "pace visible");
  jipyo_feed_pacer_set_visible (fixture->pacer, FALSE);
  wait_for_last (fixture, "pace hidden");
  jipyo_feed_pacer_set_saving (fixture->pacer, "metered");
  wait_for_last (fixture, "pace metered");
  jipyo_feed_pacer_set_visible (fixture->pacer, TRUE);
  jipyo_feed_pacer_set_saving (fixture->pacer, NULL);
  wait_for_last (fixture, "pace visible");
}

static void
test_network_back (Fixture *fixture, gconstpointer data)
{
  wait_for_last (fixture, "pace visible");
  jipyo_feed_pacer_set_available (fixture->pacer, FALSE);
  jipyo_feed_pacer_set_available (fixture->pacer, TRUE);
  wait_for_last (fixture, "refresh");
}

/* A minute that only one of the clocks knows of was slept through. */
static void
test_sleep (Fixture *fixture, gconstpointer data)
{
  const gint64 second_us = G_USEC_PER_SEC;

  wait_for_last (fixture, "pace visible");
  jipyo_feed_pacer_tick (fixture->pacer, 1000 * second_us, 10 * second_us);
  jipyo_feed_pacer_tick (fixture->pacer, 1001 * second_us, 11 * second_us);
  jipyo_feed_pacer_set_visible (fixture->pacer, FALSE);
  wait_for_last (fixture, "pace hidden");
  jipyo_feed_pacer_tick (fixture->pacer, 1062 * second_us, 12 * second_us);
  wait_for_last (fixture, "refresh");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/app/feed-pacer/pace", Fixture, NULL, set_up, test_pace, tear_down);
  g_test_add ("/app/feed-pacer/network-back", Fixture, NULL, set_up, test_network_back, tear_down);
  g_test_add ("/app/feed-pacer/sleep", Fixture, NULL, set_up, test_sleep, tear_down);
  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "jipyo-listing.h"

static void
test_ids (void)
{
  JipyoListing parsed = JIPYO_LISTING_LISTED;

  for (JipyoListing listing = JIPYO_LISTING_UNKNOWN; listing <= JIPYO_LISTING_DELISTED; listing++) {
    g_assert_true (jipyo_listing_parse (jipyo_listing_id (listing), &parsed));
    g_assert_cmpint (parsed, ==, listing);
  }
  g_assert_false (jipyo_listing_parse ("perhaps", &parsed));
}

/* Only what is out of the ordinary is said. */
static void
test_labels (void)
{
  for (JipyoListing listing = JIPYO_LISTING_UNKNOWN; listing <= JIPYO_LISTING_DELISTED; listing++) {
    const gboolean said = listing > JIPYO_LISTING_LISTED;

    g_assert_cmpint (jipyo_listing_label (listing, JIPYO_LANG_KO) != NULL, ==, said);
    g_assert_cmpint (jipyo_listing_label (listing, JIPYO_LANG_EN) != NULL, ==, said);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/listing/ids", test_ids);
  g_test_add_func ("/core/listing/labels", test_labels);
  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words are those of the venues: 유의 and 주의 are two degrees.
 */

#include "jipyo-listing.h"

static const char *const ids[] = {
  [JIPYO_LISTING_UNKNOWN] = NULL,          [JIPYO_LISTING_LISTED] = "listed",
  [JIPYO_LISTING_CAUTION] = "caution",     [JIPYO_LISTING_WARNING] = "warning",
  [JIPYO_LISTING_SUSPENDED] = "suspended", [JIPYO_LISTING_DELISTED] = "delisted",
};

static const char *const labels[][2] = {
  [JIPYO_LISTING_UNKNOWN] = { NULL, NULL },
  [JIPYO_LISTING_LISTED] = { NULL, NULL },
  [JIPYO_LISTING_CAUTION] = { "주의 종목", "under caution" },
  [JIPYO_LISTING_WARNING] = { "유의 종목", "under warning" },
  [JIPYO_LISTING_SUSPENDED] = { "거래 정지", "suspended" },
  [JIPYO_LISTING_DELISTED] = { "거래지원 종료", "delisted" },
};

const char *
jipyo_listing_id (JipyoListing listing)
{
  g_return_val_if_fail (listing < G_N_ELEMENTS (ids), NULL);
  return ids[listing];
}

gboolean
jipyo_listing_parse (const char *id, JipyoListing *listing)
{
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (g_strcmp0 (ids[i], id) == 0) {
      *listing = i;
      return TRUE;
    }
  return FALSE;
}

const char *
jipyo_listing_label (JipyoListing listing, JipyoLang lang)
{
  g_return_val_if_fail (listing < G_N_ELEMENTS (labels), NULL);
  return labels[listing][lang == JIPYO_LANG_KO ? 0 : 1];
}

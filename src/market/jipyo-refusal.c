/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Refusals. The venues put their words under different names, and some in none.
 */

#include "jipyo-refusal.h"

#include <string.h>

#include "jipyo-reply.h"

/* What the venue says about an error, for the message; NULL when it says nothing. (transfer full)
 */
static char *
read_explanation (GBytes *body)
{
  static const char *const names[] = { "message", "error_msg", "description", "respMsg" };
  gsize length;
  const char *data = body != NULL ? g_bytes_get_data (body, &length) : NULL;
  g_autoptr (JsonNode) root = data != NULL ? jipyo_reply_parse (data, length, NULL) : NULL;
  JipyoFields fields;

  if (root == NULL || !jipyo_fields_init (&fields, root, "", NULL))
    return NULL;
  if (jipyo_fields_has (&fields, "error"))
    jipyo_fields_init (&fields, json_object_get_member (fields.object, "error"), "error", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    const char *text = jipyo_fields_find_string (&fields, names[i]);

    if (text != NULL)
      return jipyo_reply_clean_text (text);
  }
  return NULL;
}

static gboolean
is_unknown_share (GBytes *body)
{
  gsize length = 0;
  const char *data = body != NULL ? g_bytes_get_data (body, &length) : NULL;

  return data != NULL && g_strstr_len (data, (gssize) length, "StockConflict") != NULL;
}

JipyoMarketError
jipyo_refusal_get_code (int status, GBytes *body)
{
  switch (status) {
  case 404:
    return JIPYO_MARKET_ERROR_NOT_FOUND;
  case 409:
    return is_unknown_share (body) ? JIPYO_MARKET_ERROR_NOT_FOUND : JIPYO_MARKET_ERROR_BAD_STATUS;
  case 418:
  case 403:
  case 451:
    return JIPYO_MARKET_ERROR_BANNED;
  case 429:
    return JIPYO_MARKET_ERROR_RATE_LIMITED;
  default:
    return JIPYO_MARKET_ERROR_BAD_STATUS;
  }
}

char *
jipyo_refusal_describe (int status, GBytes *body)
{
  g_autofree char *explanation = read_explanation (body);

  return g_strdup_printf ("status %d%s%s", status, explanation != NULL ? ": " : "",
                          explanation != NULL ? explanation : "");
}

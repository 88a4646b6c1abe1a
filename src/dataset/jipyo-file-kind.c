/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kinds of files by their members.
 */

#include "jipyo-file-kind.h"

#include "jipyo-json-reader.h"
#include "jipyo-ledger-file.h"

static const struct {
  const char *member;
  JipyoFileKind kind;
} marks[] = {
  { "calendar", JIPYO_FILE_KIND_CALENDAR },
  { "provider-order", JIPYO_FILE_KIND_PROVIDER_ORDER },
  { "instruments", JIPYO_FILE_KIND_WATCHLIST },
  { "rules", JIPYO_FILE_KIND_ALERTS },
  { "log", JIPYO_FILE_KIND_ALERTS_LOG },
  { "notes", JIPYO_FILE_KIND_NOTES },
  { "weights", JIPYO_FILE_KIND_WEIGHTS },
  { "new-codes", JIPYO_FILE_KIND_NEW_CODES },
  { "names", JIPYO_FILE_KIND_NAMES },
};

JipyoFileKind
jipyo_file_kind_guess (const char *text, gsize length)
{
  g_autoptr (GPtrArray) problems = jipyo_problems_new ();
  g_autoptr (JipyoJsonDocument) document =
               jipyo_json_document_new ("", g_strndup (text, length), length, problems);
  JsonNode *root = document != NULL ? json_parser_get_root (document->parser) : NULL;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return JIPYO_FILE_KIND_LEDGER;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (json_object_has_member (json_node_get_object (root), marks[i].member))
      return marks[i].kind;
  return JIPYO_FILE_KIND_LEDGER;
}

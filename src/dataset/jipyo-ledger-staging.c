/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sections of a ledger file, how each is read and where its records go.
 */

#include "jipyo-ledger-staging.h"

#include "jipyo-ledger-records.h"

#include <glib/gi18n.h>

#define FORMAT_NAME "jipyo-ledger-1"

typedef gpointer (*ReadFunc) (const JipyoJsonCursor *cursor);
typedef void (*TakeFunc) (JipyoLedger *ledger, gpointer record);
typedef const GPtrArray *(*ListFunc) (const JipyoLedger *ledger);

typedef struct {
  const char *name;
  ReadFunc read;
  TakeFunc take;
  GDestroyNotify free;
  ListFunc list; /* NULL for programmes, which have no list */
} Section;

#define SECTION(section, plural, singular)                                                         \
  {                                                                                                \
    section, (ReadFunc) jipyo_ledger_read_##singular, (TakeFunc) jipyo_ledger_take_##singular,     \
      (GDestroyNotify) jipyo_##singular##_free, jipyo_ledger_get_##plural                          \
  }

static const Section sections[JIPYO_N_SECTIONS] = {
  [JIPYO_SECTION_SOURCES] = SECTION ("sources", sources, source),
  [JIPYO_SECTION_ORGANISATIONS] = SECTION ("organisations", organisations, organisation),
  [JIPYO_SECTION_TEAMS] = SECTION ("teams", teams, team),
  [JIPYO_SECTION_PROGRAMMES] = { "programmes", (ReadFunc) jipyo_ledger_read_programme,
                                 (TakeFunc) jipyo_ledger_take_programme,
                                 (GDestroyNotify) jipyo_programme_free, NULL },
  [JIPYO_SECTION_PLEDGES] = SECTION ("pledges", pledges, pledge),
  [JIPYO_SECTION_INITIATIVES] = SECTION ("initiatives", initiatives, initiative),
  [JIPYO_SECTION_ROUNDS] = SECTION ("rounds", rounds, round),
  [JIPYO_SECTION_MODELS] = SECTION ("models", models, model),
  [JIPYO_SECTION_EVENTS] = SECTION ("events", events, event),
  [JIPYO_SECTION_CLAIMS] = SECTION ("claims", claims, claim),
  [JIPYO_SECTION_PRINTED_QUOTES] = SECTION ("printed_quotes", printed_quotes, printed_quote),
};

JipyoLedgerStaging *
jipyo_ledger_staging_new (JipyoLedger *base, GPtrArray *problems)
{
  JipyoLedgerStaging *self = g_new0 (JipyoLedgerStaging, 1);

  self->base = base;
  self->problems = problems;
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_json_document_free);
  for (JipyoSection section = 0; section < JIPYO_N_SECTIONS; section++) {
    self->staged[section] = g_array_new (FALSE, FALSE, sizeof (JipyoStaged));
    self->ids[section] = g_hash_table_new (g_str_hash, g_str_equal);
  }
  return self;
}

void
jipyo_ledger_staging_free (JipyoLedgerStaging *self)
{
  if (self == NULL)
    return;
  for (JipyoSection section = 0; section < JIPYO_N_SECTIONS; section++) {
    g_hash_table_unref (self->ids[section]);
    for (guint i = 0; i < self->staged[section]->len; i++)
      sections[section].free (g_array_index (self->staged[section], JipyoStaged, i).record);
    g_array_unref (self->staged[section]);
  }
  g_ptr_array_unref (self->documents);
  g_free (self);
}

static const char *
record_id (gconstpointer record)
{
  return *(const char *const *) record;
}

static void
stage (JipyoLedgerStaging *self, JipyoSection section, JipyoStaged staged)
{
  const char *id = record_id (staged.record);
  const char *id_name = section == JIPYO_SECTION_PRINTED_QUOTES ? "instrument" : "id";

  g_array_append_val (self->staged[section], staged);
  if (id == NULL)
    return;
  if (g_hash_table_contains (self->ids[section], id))
    jipyo_ledger_staging_complain (self, section, &staged, id_name,
                                   _ ("\"%s\" is used twice in \"%s\""), id,
                                      sections[section].name);
  else
    g_hash_table_insert (self->ids[section], (gpointer) id,
                         GUINT_TO_POINTER (self->staged[section]->len));
}

static void
read_section (JipyoLedgerStaging *self, JipyoSection section, const JipyoJsonCursor *root)
{
  const char *name = sections[section].name;
  guint length = jipyo_json_read_length (root, name, JIPYO_JSON_OPTIONAL);

  for (guint i = 0; i < length; i++) {
    JipyoJsonCursor element;

    if (jipyo_json_cursor_init_element (&element, root, name, i)) {
      JipyoStaged staged = { .record = sections[section].read (&element),
                             .document = root->document,
                             .index = i };

      stage (self, section, staged);
    }
    jipyo_json_cursor_clear (&element);
  }
}

void
jipyo_ledger_staging_read (JipyoLedgerStaging *self, const char *name, char *text, gsize length)
{
  const char *members[JIPYO_N_SECTIONS + 2] = { "format" };
  JipyoJsonDocument *document = jipyo_json_document_new (name, text, length, self->problems);
  JipyoJsonCursor root;
  const char *format = NULL;

  if (document == NULL)
    return;
  g_ptr_array_add (self->documents, document);
  if (!jipyo_json_cursor_init_root (&root, document))
    return;
  format = jipyo_json_read_string (&root, "format", JIPYO_JSON_REQUIRED);
  if (format != NULL && g_strcmp0 (format, FORMAT_NAME) != 0)
    jipyo_json_cursor_complain (&root, "format",
                                _ ("found \"%s\", expected \"%s\""), format, FORMAT_NAME);
  for (JipyoSection section = 0; section < JIPYO_N_SECTIONS; section++) {
    members[section + 1] = sections[section].name;
    read_section (self, section, &root);
  }
  jipyo_json_cursor_check_members (&root, members);
  jipyo_json_cursor_clear (&root);
}

static gconstpointer
find_in_base (const JipyoLedger *base, JipyoSection section, const char *id)
{
  const GPtrArray *list = NULL;

  if (section == JIPYO_SECTION_CLAIMS)
    return jipyo_ledger_find_claim (base, id);
  if (section == JIPYO_SECTION_SOURCES)
    return jipyo_ledger_find_source (base, id);
  if (section == JIPYO_SECTION_PROGRAMMES) {
    const JipyoProgramme *programme = jipyo_ledger_get_programme (base);

    return programme != NULL && g_strcmp0 (programme->id, id) == 0 ? programme : NULL;
  }
  list = sections[section].list (base);
  for (guint i = 0; i < list->len; i++)
    if (g_strcmp0 (record_id (g_ptr_array_index (list, i)), id) == 0)
      return g_ptr_array_index (list, i);
  return NULL;
}

gconstpointer
jipyo_ledger_staging_find (const JipyoLedgerStaging *self, JipyoSection section, const char *id)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->ids[section], id));

  if (place > 0)
    return g_array_index (self->staged[section], JipyoStaged, place - 1).record;
  return find_in_base (self->base, section, id);
}

gboolean
jipyo_ledger_staging_has (const JipyoLedgerStaging *self, JipyoSection section, const char *id)
{
  return jipyo_ledger_staging_find (self, section, id) != NULL;
}

void
jipyo_ledger_staging_complain (const JipyoLedgerStaging *self,
                               JipyoSection section,
                               const JipyoStaged *staged,
                               const char *member,
                               const char *format,
                               ...)
{
  g_autofree char *pointer =
    g_strdup_printf ("/%s/%u%s%s", sections[section].name, staged->index, member != NULL ? "/" : "",
                     member != NULL ? member : "");
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  jipyo_json_document_complain (staged->document, pointer, "%s", message);
}

void
jipyo_ledger_staging_commit (JipyoLedgerStaging *self)
{
  for (JipyoSection section = 0; section < JIPYO_N_SECTIONS; section++) {
    g_hash_table_remove_all (self->ids[section]);
    for (guint i = 0; i < self->staged[section]->len; i++)
      sections[section].take (self->base,
                              g_array_index (self->staged[section], JipyoStaged, i).record);
    g_array_set_size (self->staged[section], 0);
  }
}

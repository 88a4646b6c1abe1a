/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checks ledger files by laying them over a ledger that is thrown away, and the other files of a
 * person's own by reading them.
 */

#include "jipyo-validation.h"

#include "jipyo-alert-file.h"
#include "jipyo-calendar-file.h"
#include "jipyo-file-kind.h"
#include "jipyo-ledger-file.h"
#include "jipyo-names-file.h"
#include "jipyo-new-codes-file.h"
#include "jipyo-note-file.h"
#include "jipyo-own-file.h"
#include "jipyo-provider-order-file.h"
#include "jipyo-provider-order.h"
#include "jipyo-watchlist-file.h"
#include "jipyo-weights-file.h"

/* Files that are one list. */
static const JipyoOwnFileParse lists[] = {
  [JIPYO_FILE_KIND_WATCHLIST] = jipyo_watchlist_file_parse,
  [JIPYO_FILE_KIND_ALERTS] = jipyo_alert_file_parse,
  [JIPYO_FILE_KIND_ALERTS_LOG] = jipyo_alert_log_parse,
  [JIPYO_FILE_KIND_NOTES] = jipyo_note_file_parse,
  [JIPYO_FILE_KIND_WEIGHTS] = jipyo_weights_file_parse,
  [JIPYO_FILE_KIND_NEW_CODES] = jipyo_new_codes_file_parse,
  [JIPYO_FILE_KIND_NAMES] = jipyo_names_file_parse,
};

void
jipyo_validation_free (JipyoValidation *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->problems);
  g_free (self->failure);
  g_free (self);
}

static char **
format_problems (const GPtrArray *problems)
{
  char **lines = g_new0 (char *, problems->len + 1);

  for (guint i = 0; i < problems->len; i++)
    lines[i] = jipyo_problem_format (g_ptr_array_index (problems, i));
  return lines;
}

/* FALSE when the file is a ledger, or cannot be read, which is then told as for a ledger. */
static gboolean
check_other (const char *path, GPtrArray *problems)
{
  g_autofree char *name = g_filename_display_name (path);
  gsize length;
  g_autofree char *text = jipyo_ledger_file_read (path, &length, NULL);
  g_autoptr (JipyoCalendar) calendar = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GHashTable) orders = NULL;
  g_autoptr (GPtrArray) items = NULL;

  if (text == NULL)
    return FALSE;
  const JipyoFileKind kind = jipyo_file_kind_guess (text, length);
  switch (kind) {
  case JIPYO_FILE_KIND_LEDGER:
    return FALSE;
  case JIPYO_FILE_KIND_CALENDAR:
    calendar = jipyo_calendar_file_parse (name, text, length, problems);
    return TRUE;
  case JIPYO_FILE_KIND_PROVIDER_ORDER:
    bytes = g_bytes_new_static (text, length);
    orders = jipyo_provider_order_file_parse (name, bytes, jipyo_provider_order_check, problems);
    return TRUE;
  case JIPYO_FILE_KIND_WATCHLIST:
  case JIPYO_FILE_KIND_ALERTS:
  case JIPYO_FILE_KIND_ALERTS_LOG:
  case JIPYO_FILE_KIND_NOTES:
  case JIPYO_FILE_KIND_WEIGHTS:
  case JIPYO_FILE_KIND_NEW_CODES:
  case JIPYO_FILE_KIND_NAMES:
    items = lists[kind](name, text, length, problems);
    return TRUE;
  }
  return FALSE;
}

static JipyoValidation *
validate (JipyoLedger *ledger, const char *path)
{
  JipyoValidation *validation = g_new0 (JipyoValidation, 1);
  g_autoptr (GPtrArray) problems = jipyo_problems_new ();
  g_autoptr (GError) error = NULL;

  if (!check_other (path, problems) && !jipyo_ledger_load_file (ledger, path, problems, &error)
      && problems->len == 0)
    validation->failure = g_strdup (error->message);
  validation->problems = format_problems (problems);
  return validation;
}

GPtrArray *
jipyo_validate_files (const char *const *paths)
{
  GPtrArray *validations = g_ptr_array_new_with_free_func ((GDestroyNotify) jipyo_validation_free);
  g_autoptr (GPtrArray) shipped = jipyo_problems_new ();
  g_autoptr (JipyoLedger) ledger = jipyo_ledger_new ();

  /* The shipped files are sound, or the program would not have passed its tests. */
  jipyo_ledger_load_shipped (ledger, shipped);
  for (guint i = 0; paths[i] != NULL; i++)
    g_ptr_array_add (validations, validate (ledger, paths[i]));
  return validations;
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What all commands share: complaints, output, opening the session.
 */

#include "config.h"

#include "jipyo-command.h"

#include "jipyo-date.h"
#include "jipyo-export.h"
#include "jipyo-instrument.h"
#include "jipyo-past.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void
jipyo_command_add_json_option (GOptionContext *context, gpointer options)
{
  JipyoJsonOption *own = options;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &own->json, N_ ("Print JSON"), NULL }, G_OPTION_ENTRY_NULL,
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static void
complain_valist (const char *format, va_list arguments)
{
  g_autofree char *message = g_strdup_vprintf (format, arguments);

  g_printerr ("jipyo: %s\n", message);
}

void
jipyo_command_complain (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  complain_valist (format, arguments);
  va_end (arguments);
}

void
jipyo_command_complain_of_past (const GError *error)
{
  const gboolean busy = g_error_matches (error, JIPYO_PAST_ERROR, JIPYO_PAST_ERROR_BUSY);
  const int holder = busy ? jipyo_past_find_holder () : 0;

  if (holder > 0)
    jipyo_command_complain (_ ("The history is in use by another Jipyo, process %d; close its "
                               "window or wait for its command, then try again"),
                               holder);
  else if (busy)
    jipyo_command_complain ("%s", _ ("The history is in use by another Jipyo; close its window or "
                                     "wait for its command, then try again"));
  else
    jipyo_command_complain ("%s", error->message);
}

void
jipyo_command_tell_copied (gint64 copied_ms)
{
  if (copied_ms == 0)
    return;
  g_autofree char *day = jipyo_date_format (jipyo_instant_date_kst (copied_ms * 1000));
  g_autofree char *time = jipyo_instant_format_time_kst (copied_ms * 1000);
  /* Translators: a day and a time of day, like 2026-11-26 12:30:00. */
  jipyo_command_complain (_ ("The history is in use by another Jipyo; its copy of %s %s, Korean "
                             "time, was read"),
                             day, time);
}

int
jipyo_command_misuse (const char *command, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  complain_valist (format, arguments);
  va_end (arguments);
  /* Translators: %s is a command such as "view". */
  g_printerr (_ ("Try “jipyo %s --help”.\n"), command);
  return JIPYO_EXIT_USAGE;
}

static gboolean
write_standard_output (const char *text)
{
  gsize length = strlen (text);

  /* A closed pipe or a full disk shows only when the buffer is flushed. */
  if (fwrite (text, 1, length, stdout) == length && fflush (stdout) == 0)
    return TRUE;
  jipyo_command_complain (_ ("Standard output could not be written: %s"), g_strerror (errno));
  return FALSE;
}

gboolean
jipyo_command_write (const char *text, const char *path)
{
  g_autoptr (GError) error = NULL;

  if (path == NULL || strcmp (path, "-") == 0)
    return write_standard_output (text);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  if (jipyo_export_write (path, bytes, &error))
    return TRUE;
  jipyo_command_complain ("%s", error->message);
  return FALSE;
}

/* What is printed bears the date that it was read as of, which is then not the one asked for. */
static void
complain_of_future (JipyoSession *session, JipyoDate asked)
{
  const JipyoDate read = jipyo_session_get_as_of (session);
  g_autofree char *asked_text = jipyo_date_format (asked);
  g_autofree char *read_text = jipyo_date_format (read);

  if (jipyo_date_is_known (asked) && jipyo_date_compare (asked, read) > 0)
    jipyo_command_complain (_ ("%s is still to come; the record is read as of %s"), asked_text,
                               read_text);
}

void
jipyo_command_tell_live (const JipyoCommandLine *line)
{
  const JipyoDate today =
    jipyo_instant_date_kst (line->now_us != 0 ? line->now_us : g_get_real_time ());

  if (!jipyo_date_is_known (line->as_of) || jipyo_date_compare (line->as_of, today) == 0)
    return;
  g_autofree char *as_of = jipyo_date_format (line->as_of);
  jipyo_command_complain (_ ("Quotes are those of now, not of %s; jipyo history prints what was "
                             "kept of the past"),
                             as_of);
}

JipyoSession *
jipyo_command_open_session (const JipyoCommandLine *line)
{
  JipyoSessionOptions options = {
    .lang = line->lang,
    .as_of = line->as_of,
    .now_us = line->now_us,
    .ledgers = (const char *const *) line->ledgers,
    .endpoints = (const char *const *) line->endpoints,
  };
  g_autoptr (GError) error = NULL;
  JipyoSession *session = jipyo_session_new (&options, &error);

  if (session != NULL)
    complain_of_future (session, line->as_of);
  if (session != NULL)
    jipyo_session_get_new_codes (session); /* what is wrong with their files is in the notice */
  if (session == NULL)
    jipyo_command_complain ("%s", error->message);
  else if (jipyo_session_get_notice (session) != NULL)
    jipyo_command_complain ("%s", jipyo_session_get_notice (session));
  return session;
}

static void
complain_of_file (JipyoOwnFile *file)
{
  const char *problem = jipyo_own_file_get_problem (file);

  if (problem != NULL)
    jipyo_command_complain ("%s", problem);
}

int
jipyo_command_wait_for_save (JipyoOwnFile *file)
{
  while (jipyo_own_file_is_saving (file))
    g_main_context_iteration (NULL, TRUE);
  const char *failure = jipyo_own_file_get_failure (file);
  if (failure == NULL)
    return JIPYO_EXIT_DONE;
  jipyo_command_complain ("%s", failure);
  return JIPYO_EXIT_FAILED;
}

JipyoWatchlist *
jipyo_command_open_watchlist (void)
{
  g_autofree char *path = jipyo_watchlist_path ();
  JipyoWatchlist *watchlist = jipyo_watchlist_new (path);

  complain_of_file (jipyo_watchlist_get_file (watchlist));
  return watchlist;
}

JipyoWeights *
jipyo_command_open_weights (JipyoSession *session)
{
  JipyoWeights *weights = jipyo_session_get_weights (session);

  complain_of_file (jipyo_weights_get_file (weights));
  return weights;
}

JipyoNewCodes *
jipyo_command_open_new_codes (void)
{
  JipyoNewCodes *codes = jipyo_new_codes_new_own ();

  complain_of_file (jipyo_new_codes_get_file (codes));
  complain_of_file (jipyo_new_codes_get_kept_file (codes));
  return codes;
}

static gboolean
has_quote (const GPtrArray *quotes, const char *instrument)
{
  for (guint i = 0; quotes != NULL && i < quotes->len; i++)
    if (g_str_equal (((const JipyoQuote *) quotes->pdata[i])->instrument, instrument))
      return TRUE;
  return FALSE;
}

void
jipyo_command_tell_new_codes (const char *const *instruments, const GPtrArray *quotes)
{
  g_autoptr (JipyoNewCodes) codes = jipyo_command_open_new_codes ();

  for (guint i = 0; instruments[i] != NULL; i++) {
    g_autofree char *instrument = jipyo_instrument_parse (instruments[i]);
    const JipyoNewCode *next =
      instrument != NULL ? jipyo_new_code_find_next (jipyo_new_codes_get_all (codes), instrument)
                         : NULL;

    if (next != NULL && !has_quote (quotes, instrument))
      /* Translators: a code like upbit:KRW-OLD, then one like upbit:KRW-NEW */
      jipyo_command_complain (_ ("“%s” is now called %s"), instrument, next->successor);
  }
}

JipyoProviderOrder *
jipyo_command_open_providers (void)
{
  g_autofree char *notice = NULL;
  JipyoProviderOrder *order = jipyo_provider_choice_load (&notice);

  if (notice != NULL)
    jipyo_command_complain ("%s", notice);
  return order;
}

JipyoKeys *
jipyo_command_open_keys (const JipyoQuotesOrder *order)
{
  g_autofree char *notice = NULL;
  JipyoKeys *keys = jipyo_keyring_load (order, &notice);

  if (notice != NULL)
    jipyo_command_complain (_ ("The system’s keyring gives no keys: %s"), notice);
  return keys;
}

typedef struct {
  JipyoSession *session;
  GMainLoop *loop;
  GError *error;
} Wait;

static void
pasts_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Wait *wait = data;

  jipyo_session_read_pasts_finish (wait->session, result, &wait->error);
  g_main_loop_quit (wait->loop);
}

void
jipyo_command_complain_of_news (JipyoSession *session, const char *told)
{
  const char *notice = jipyo_session_get_notice (session);

  if (g_strcmp0 (notice, told) == 0)
    return;
  /* A notice grows at its end, a line a problem. */
  if (told != NULL && g_str_has_prefix (notice, told))
    notice += strlen (told) + strlen ("\n");
  jipyo_command_complain ("%s", notice);
}

JipyoView *
jipyo_command_build_view (JipyoSession *session,
                          const char *name,
                          GHashTable *options,
                          GError **error)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autofree char *told = g_strdup (jipyo_session_get_notice (session));
  Wait wait = { .session = session, .loop = loop };

  jipyo_session_read_pasts_async (session, name, options, pasts_read_cb, &wait);
  g_main_loop_run (loop);
  g_autoptr (GError) problem = wait.error;
  if (problem != NULL)
    jipyo_command_complain_of_past (problem);
  jipyo_command_tell_copied (jipyo_session_get_copied_ms (session));
  JipyoView *view = jipyo_session_build_view (session, name, options, error);
  /* A person's own weights are read for a view that shows baskets. */
  jipyo_command_complain_of_news (session, told);
  return view;
}

GHashTable *
jipyo_command_parse_pairs (const char *command, char **pairs)
{
  g_autoptr (GHashTable) table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; pairs != NULL && pairs[i] != NULL; i++) {
    const char *equals = strchr (pairs[i], '=');

    if (equals == NULL || equals == pairs[i]) {
      jipyo_command_misuse (command, _ ("“%s” is not of the form NAME=VALUE"), pairs[i]);
      return NULL;
    }
    g_hash_table_insert (table, g_strndup (pairs[i], (gsize) (equals - pairs[i])),
                         g_strdup (equals + 1));
  }
  return g_steal_pointer (&table);
}

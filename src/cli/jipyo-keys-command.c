/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * jipyo keys: a person's keys of the providers that want one. A key comes in by standard input, so
 * that no list of processes and no history of a shell has it, and never goes out again.
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "jipyo-commands.h"
#include "jipyo-json-writer.h"
#include "jipyo-keyring.h"

static gboolean
takes_key (const char *provider)
{
  g_autofree const char **providers = jipyo_keyring_list_providers ();

  return g_strv_contains (providers, provider);
}

static int
complain_of_keyring (const GError *error)
{
  if (error->code == JIPYO_KEYRING_ERROR_LOCKED)
    jipyo_command_complain (_ ("The keyring is locked: %s"), error->message);
  else
    jipyo_command_complain (_ ("The system’s keyring cannot be reached: %s"), error->message);
  return JIPYO_EXIT_FAILED;
}

/* What is typed is not shown; the setting of before is in `before`. */
static gboolean
hide_typing (struct termios *before)
{
  struct termios hidden;

  if (!isatty (STDIN_FILENO) || tcgetattr (STDIN_FILENO, before) != 0)
    return FALSE;
  hidden = *before;
  hidden.c_lflag &= ~(tcflag_t) ECHO;
  return tcsetattr (STDIN_FILENO, TCSAFLUSH, &hidden) == 0;
}

/* One line, without a buffer of the C library's that would keep it. FALSE when it is too long. */
static gboolean
read_line (char *line, gsize size)
{
  gsize length = 0;
  gssize got;

  do {
    got = read (STDIN_FILENO, line + length, 1);
    if (got == 1 && line[length] == '\n')
      break;
    length += got == 1;
  } while (length < size - 1 && (got == 1 || (got < 0 && errno == EINTR)));
  line[length == size - 1 ? 0 : length] = '\0';
  return length < size - 1;
}

static int
store (const char *provider)
{
  char line[JIPYO_KEY_LENGTH_MAX + 2] = "";
  g_autoptr (GError) error = NULL;
  struct termios before;
  const gboolean hidden = hide_typing (&before);
  gboolean whole;
  int status = JIPYO_EXIT_DONE;

  if (hidden)
    g_printerr (_ ("Key of %s: "), provider);
  whole = read_line (line, sizeof line);
  if (hidden) {
    tcsetattr (STDIN_FILENO, TCSAFLUSH, &before);
    g_printerr ("\n");
  }
  g_strstrip (line);
  if (!whole || !jipyo_keyring_is_key (line)) {
    jipyo_command_complain (_ ("That is no key: one line of letters, digits and signs"));
    status = JIPYO_EXIT_FAILED;
  } else if (!jipyo_keyring_set (provider, line, &error)) {
    status = complain_of_keyring (error);
  }
  explicit_bzero (line, sizeof line);
  return status;
}

static int
drop (const char *provider)
{
  g_autoptr (GError) error = NULL;
  gboolean was_there;

  if (!jipyo_keyring_remove (provider, &was_there, &error))
    return complain_of_keyring (error);
  if (was_there)
    return JIPYO_EXIT_DONE;
  jipyo_command_complain (_ ("There is no key of %s"), provider);
  return JIPYO_EXIT_FAILED;
}

static char *
format_json (const char *const *providers, const gboolean *has)
{
  g_autoptr (JipyoJsonWriter) writer = jipyo_json_writer_new (TRUE);

  jipyo_json_writer_begin_object (writer);
  jipyo_json_writer_key (writer, "keys");
  jipyo_json_writer_begin_array (writer);
  for (guint i = 0; providers[i] != NULL; i++) {
    jipyo_json_writer_begin_object (writer);
    jipyo_json_writer_member (writer, "provider", providers[i]);
    jipyo_json_writer_key (writer, "set");
    jipyo_json_writer_boolean (writer, has[i]);
    jipyo_json_writer_end_object (writer);
  }
  jipyo_json_writer_end_array (writer);
  jipyo_json_writer_end_object (writer);
  return jipyo_json_writer_finish (writer);
}

static char *
format_text (const char *const *providers, const gboolean *has, JipyoLang lang)
{
  const gboolean ko = lang == JIPYO_LANG_KO;
  GString *text = g_string_new (NULL);

  for (guint i = 0; providers[i] != NULL; i++)
    g_string_append_printf (text, "%-10s %s\n", providers[i],
                            has[i] ? (ko ? "있음" : "set") : (ko ? "없음" : "not set"));
  return g_string_free (text, FALSE);
}

static int
list (gboolean json, JipyoLang lang)
{
  g_autofree const char **providers = jipyo_keyring_list_providers ();
  g_autofree gboolean *has = g_new0 (gboolean, g_strv_length ((char **) providers) + 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; providers[i] != NULL; i++)
    if (!jipyo_keyring_has (providers[i], &has[i], &error))
      return complain_of_keyring (error);
  text = json ? format_json (providers, has) : format_text (providers, has, lang);
  return jipyo_command_write (text, NULL) ? JIPYO_EXIT_DONE : JIPYO_EXIT_FAILED;
}

static int
run (const JipyoCommandLine *line, gpointer data)
{
  const JipyoJsonOption *options = data;
  const char *word = line->arguments[0] != NULL ? line->arguments[0] : "list";
  const char *provider = line->arguments[0] != NULL ? line->arguments[1] : NULL;
  const gboolean setting = strcmp (word, "set") == 0;

  if (strcmp (word, "list") == 0 && provider == NULL)
    return list (options->json, line->lang);
  if (!setting && strcmp (word, "remove") != 0)
    return jipyo_command_misuse ("keys", _ ("keys are set, listed or removed"));
  if (provider == NULL || !takes_key (provider))
    return jipyo_command_misuse ("keys", _ ("a provider that takes a key is wanted"));
  /* What stands there may be a key: it is not repeated. */
  if (line->arguments[2] != NULL)
    return jipyo_command_misuse (
      "keys", _ ("a key is read from standard input, never from the command line"));
  return setting ? store (provider) : drop (provider);
}

const JipyoCommand jipyo_keys_command = {
  .name = "keys",
  .arguments = N_ ("[list|set PROVIDER|remove PROVIDER]"),
                   .summary = N_ ("Keep the keys of providers in the system’s keyring"),
                                  .add_options = jipyo_command_add_json_option,
                                  .options_size = sizeof (JipyoJsonOption),
                                  .run = run,
                   };

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * jipyo providers: whom quotes are asked of, first and after a failure, for each class of
 * instruments, and a person's own choice of it.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "jipyo-commands.h"
#include "jipyo-provider-choice.h"

/* Who only wanted to look must not lose a choice without a word. */
static gboolean
tell_usual (const char *class)
{
  g_autofree char *usual = g_strjoinv (", ", (char **) jipyo_provider_order_get_usual (class));
  g_autofree char *text =
    g_strdup_printf (_ ("%s: no provider named, so the usual ones again: %s\n"), class, usual);

  return jipyo_command_write (text, NULL);
}

static int
change (JipyoProviderOrder *order, const char *class, const char *const *providers)
{
  const char *refusal = jipyo_provider_order_check (
    class, providers[0] != NULL ? providers : jipyo_provider_order_get_usual (class));
  g_autoptr (GError) error = NULL;

  if (refusal != NULL)
    return jipyo_command_misuse ("providers", "%s: %s", class, _ (refusal));
  jipyo_provider_order_set (order, class, providers[0] != NULL ? providers : NULL);
  if (jipyo_provider_choice_save (order, &error))
    return providers[0] != NULL || tell_usual (class) ? JIPYO_EXIT_DONE : JIPYO_EXIT_FAILED;
  jipyo_command_complain ("%s", error->message);
  return JIPYO_EXIT_FAILED;
}

static int
run (const JipyoCommandLine *line, gpointer data)
{
  const JipyoJsonOption *options = data;
  g_autofree char *notice = NULL;
  g_autoptr (JipyoProviderOrder) order = jipyo_provider_choice_load (&notice);
  g_autofree char *text = NULL;

  if (notice != NULL)
    jipyo_command_complain ("%s", notice);
  if (line->arguments[0] != NULL && notice != NULL)
    return JIPYO_EXIT_FAILED; /* a file that is not understood is not written over */
  if (line->arguments[0] != NULL)
    return change (order, line->arguments[0], (const char *const *) line->arguments + 1);
  text = options->json ? jipyo_provider_choice_format_json (order)
                       : jipyo_provider_choice_format_text (order, line->lang);
  if (!jipyo_command_write (text, NULL))
    return JIPYO_EXIT_FAILED;
  return notice == NULL ? JIPYO_EXIT_DONE : JIPYO_EXIT_PARTLY;
}

const JipyoCommand jipyo_providers_command = {
  .name = "providers",
  .arguments = N_ ("[CLASS [PROVIDER]…]"),
                   .summary = N_ ("Show or choose whom quotes are asked of"),
                                  .add_options = jipyo_command_add_json_option,
                                  .options_size = sizeof (JipyoJsonOption),
                                  .run = run,
                   };

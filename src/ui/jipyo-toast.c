/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The title of a toast is markup, and names of files and coins are not.
 */

#include "jipyo-toast.h"

static const guint read_s = 5;
/* Five are short for whoever has it read out before they come to the button. */
static const guint act_s = 10;

AdwToast *
jipyo_toast_new (const char *text, const char *button, const char *action)
{
  g_return_val_if_fail (text != NULL, NULL);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
  adw_toast_set_timeout (toast, button != NULL ? act_s : read_s);
  return toast;
}

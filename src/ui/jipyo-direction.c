/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One class each.
 */

#include "jipyo-direction.h"

static void
set_class (GtkWidget *widget, const char *name, gboolean wanted)
{
  if (gtk_widget_has_css_class (widget, name) == wanted)
    return;
  if (wanted)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

void
jipyo_direction_set (GtkWidget *widget, int direction)
{
  set_class (widget, "up", direction > 0);
  set_class (widget, "down", direction < 0);
}

void
jipyo_direction_set_aged (GtkWidget *widget, gboolean aged)
{
  set_class (widget, "aged", aged);
}

void
jipyo_direction_set_quote (GtkWidget *price,
                           GtkWidget *change,
                           GtkWidget *age,
                           const JipyoKnownQuote *known)
{
  const gboolean suspect = known->state == JIPYO_QUOTE_SUSPECT;
  const gboolean aged = jipyo_known_quote_is_aged (known);

  set_class (price, "suspect", suspect);
  set_class (age, "suspect", jipyo_known_quote_is_doubtful (known));
  jipyo_direction_set_aged (price, aged && !suspect);
  jipyo_direction_set_aged (change, aged);
  jipyo_direction_set (change, jipyo_known_quote_get_direction (known));
}

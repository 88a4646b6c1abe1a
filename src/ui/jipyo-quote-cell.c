/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A button that opens the quote's card.
 */

#include "jipyo-quote-cell.h"

#include <glib/gi18n.h>

#include "jipyo-direction.h"
#include "jipyo-doubt-text.h"
#include "jipyo-kept-quote.h"
#include "jipyo-quote-text.h"
#include "jipyo-tooltip.h"

#include <string.h>

struct _JipyoQuoteCell {
  GtkButton parent_instance;

  GtkLabel *name;
  GtkLabel *price;
  GtkLabel *change;
  GtkLabel *age;
  char *instrument;
};

G_DEFINE_FINAL_TYPE (JipyoQuoteCell, jipyo_quote_cell, GTK_TYPE_BUTTON)

static void
right_clicked_cb (JipyoQuoteCell *self)
{
  gtk_widget_activate (GTK_WIDGET (self));
}

static void
jipyo_quote_cell_finalize (GObject *object)
{
  g_free (JIPYO_QUOTE_CELL (object)->instrument);
  G_OBJECT_CLASS (jipyo_quote_cell_parent_class)->finalize (object);
}

static void
jipyo_quote_cell_class_init (JipyoQuoteCellClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = jipyo_quote_cell_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jipyo/Jipyo/jipyo-quote-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, JipyoQuoteCell, name);
  gtk_widget_class_bind_template_child (widget_class, JipyoQuoteCell, price);
  gtk_widget_class_bind_template_child (widget_class, JipyoQuoteCell, change);
  gtk_widget_class_bind_template_child (widget_class, JipyoQuoteCell, age);
  gtk_widget_class_bind_template_callback (widget_class, right_clicked_cb);
}

static void
jipyo_quote_cell_init (JipyoQuoteCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

JipyoQuoteCell *
jipyo_quote_cell_new (const char *instrument)
{
  JipyoQuoteCell *self = g_object_new (JIPYO_TYPE_QUOTE_CELL, NULL);

  self->instrument = g_strdup (instrument);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", instrument);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.explain");
  return self;
}

static void
show_missing (JipyoQuoteCell *self, JipyoLang lang)
{
  JipyoText name = jipyo_known_quote_get_name (self->instrument, NULL);

  gtk_label_set_text (self->name, jipyo_text_get (&name, lang));
  gtk_label_set_text (self->price, "–");
  gtk_label_set_text (self->change, _ ("no quote yet"));
  gtk_label_set_text (self->age, "");
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  jipyo_text_clear (&name);
}

/* Of a price in doubt how far off it is says enough, and its difference may be of any length.
 * (transfer full) */
static char *
shorten_change (const JipyoKnownQuote *known, const char *change)
{
  const char *share = strchr (change, ' ');

  if (known->state != JIPYO_QUOTE_SUSPECT || share == NULL)
    return jipyo_text_space_arrows (change);
  return g_strdup_printf ("%.*s%s", (int) (g_utf8_next_char (change) - change), change, share);
}

static void
show_quote (JipyoQuoteCell *self, const JipyoKnownQuote *known, const JipyoViewContext *context)
{
  const JipyoQuote *quote = known->quote;
  JipyoText own = jipyo_known_quote_get_name (self->instrument, quote);
  g_autofree char *name = jipyo_quote_text_short_name (quote, &own, context->lang);
  g_autofree char *price = jipyo_quote_text_price (quote);
  g_autofree char *change = jipyo_quote_text_change (known);
  g_autofree char *shown = shorten_change (known, change);
  g_autofree char *age = jipyo_quote_text_age (known, context->now_us, context->lang);
  g_autofree char *named = jipyo_quote_text_change_named (known, context->lang);
  g_autofree char *source = jipyo_kept_quote_format_source (quote);
  g_autofree char *spoken = g_strdup_printf ("%s %s %s, %s", name, price, named, age);

  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->price, price);
  gtk_label_set_text (self->change, shown);
  gtk_label_set_text (self->age, age);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", source);
  jipyo_tooltip_set (GTK_WIDGET (self), spoken);
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  jipyo_text_clear (&own);
}

void
jipyo_quote_cell_show (JipyoQuoteCell *self, const JipyoViewContext *context)
{
  g_return_if_fail (JIPYO_IS_QUOTE_CELL (self));
  JipyoKnownQuote known;

  if (jipyo_known_quote_init (&known, context, self->instrument))
    show_quote (self, &known, context);
  else
    show_missing (self, context->lang);
  jipyo_direction_set_quote (GTK_WIDGET (self->price), GTK_WIDGET (self->change),
                             GTK_WIDGET (self->age), &known);
  jipyo_known_quote_clear (&known);
}

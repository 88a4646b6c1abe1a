/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A button, so that keyboard, focus ring and screen readers come with it.
 */

#include "jipyo-figure-tile.h"

#include "jipyo-break-row.h"
#include "jipyo-direction.h"
#include "jipyo-doubt-text.h"
#include "jipyo-tooltip.h"
#include "jipyo-whole-words.h"

struct _JipyoFigureTile {
  GtkButton parent_instance;

  GtkLabel *label;
  GtkLabel *prefix;
  GtkLabel *number;
  GtkLabel *unit;
  GtkLabel *doubt;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (JipyoFigureTile, jipyo_figure_tile, GTK_TYPE_BUTTON)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
right_clicked_cb (JipyoFigureTile *self)
{
  gtk_widget_activate (GTK_WIDGET (self));
}

static void
jipyo_figure_tile_class_init (JipyoFigureTileClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_type_ensure (JIPYO_TYPE_BREAK_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jipyo/Jipyo/jipyo-figure-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, JipyoFigureTile, label);
  gtk_widget_class_bind_template_child (widget_class, JipyoFigureTile, prefix);
  gtk_widget_class_bind_template_child (widget_class, JipyoFigureTile, number);
  gtk_widget_class_bind_template_child (widget_class, JipyoFigureTile, unit);
  gtk_widget_class_bind_template_child (widget_class, JipyoFigureTile, doubt);
  gtk_widget_class_bind_template_child (widget_class, JipyoFigureTile, note);
  gtk_widget_class_bind_template_callback (widget_class, right_clicked_cb);
}

static void
jipyo_figure_tile_init (JipyoFigureTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jipyo_whole_words_keep (self->doubt);
  jipyo_whole_words_keep (self->note);
}

GtkWidget *
jipyo_figure_tile_new (gboolean dense)
{
  JipyoFigureTile *self = g_object_new (JIPYO_TYPE_FIGURE_TILE, NULL);
  GtkWidget *label = GTK_WIDGET (self->label);
  GtkWidget *line = gtk_widget_get_parent (GTK_WIDGET (self->number));

  if (!dense)
    return GTK_WIDGET (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "dense");
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  g_object_ref (label);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (label)), label);
  gtk_box_prepend (GTK_BOX (line), label);
  g_object_unref (label);
  return GTK_WIDGET (self);
}

void
jipyo_figure_tile_set (JipyoFigureTile *self, const JipyoTile *tile)
{
  g_return_if_fail (JIPYO_IS_FIGURE_TILE (self));
  g_autofree char *name =
    g_strdup_printf ("%s: %s %s %s %s %s", tile->label != NULL ? tile->label : "",
                     tile->prefix != NULL ? tile->prefix : "",
                     tile->number != NULL ? tile->number : "", tile->unit != NULL ? tile->unit : "",
                     tile->doubt != NULL ? tile->doubt : "", tile->note != NULL ? tile->note : "");
  g_autofree char *unit = jipyo_text_space_arrows (tile->unit);

  show_text (self->label, tile->label);
  show_text (self->prefix, tile->prefix);
  show_text (self->number, tile->number);
  show_text (self->unit, unit);
  show_text (self->doubt, tile->doubt);
  show_text (self->note, tile->note);
  jipyo_tooltip_set (GTK_WIDGET (self->note), tile->note);
  jipyo_direction_set (GTK_WIDGET (self->unit), tile->is_change ? tile->direction : 0);
  jipyo_direction_set_aged (GTK_WIDGET (self->number), tile->muted);
  jipyo_direction_set_aged (GTK_WIDGET (self->unit), tile->muted);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (tile->claim != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", tile->claim);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self),
                                  tile->claim != NULL ? "win.explain" : NULL);
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order is changed by dragging, and by Alt with the arrows for those who do not.
 */

#include "jipyo-watch-row.h"

#include <glib/gi18n.h>

#include "jipyo-direction.h"
#include "jipyo-format.h"
#include "jipyo-instrument-name.h"
#include "jipyo-instrument.h"
#include "jipyo-kept-quote.h"
#include "jipyo-quote-text.h"
#include "jipyo-spark-values.h"
#include "jipyo-spark-view.h"
#include "jipyo-tooltip.h"
#include "jipyo-whole-words.h"

struct _JipyoWatchRow {
  GtkListBoxRow parent_instance;

  GtkBox *box;
  GtkLabel *name;
  GtkLabel *age;
  GtkLabel *price;
  GtkLabel *change;
  JipyoSparkView *spark;
  GMenuModel *menu_model;
  GtkWidget *menu; /* NULL until asked for */
  char *instrument;
  char *page;
  char *source; /* whose card says where the price comes from */
};

G_DEFINE_FINAL_TYPE (JipyoWatchRow, jipyo_watch_row, GTK_TYPE_LIST_BOX_ROW)

static void
activate_remove (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "watch.remove", "s", JIPYO_WATCH_ROW (widget)->instrument);
}

static void
activate_move (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const int to =
    gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (widget)) + g_variant_get_int32 (parameter);

  if (to >= 0)
    gtk_widget_activate_action (widget, "watch.move", "(si)", JIPYO_WATCH_ROW (widget)->instrument,
                                to);
}

static void
activate_explain (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.explain", "s", JIPYO_WATCH_ROW (widget)->source);
}

static void
activate_alert (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.edit-alert", "s", JIPYO_WATCH_ROW (widget)->instrument);
}

static void
activate_menu (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoWatchRow *self = JIPYO_WATCH_ROW (widget);

  if (self->menu == NULL) {
    self->menu = gtk_popover_menu_new_from_model (self->menu_model);
    gtk_widget_set_parent (self->menu, widget);
  }
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
right_clicked_cb (JipyoWatchRow *self)
{
  activate_menu (GTK_WIDGET (self), NULL, NULL);
}

static GdkContentProvider *
drag_prepared_cb (JipyoWatchRow *self)
{
  return gdk_content_provider_new_typed (G_TYPE_STRING, self->instrument);
}

/* The picture of a row is its own. */
static void
drag_begun_cb (JipyoWatchRow *self, GdkDrag *drag, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, paintable, 0, 0);
}

static gboolean
dropped_cb (JipyoWatchRow *self, const GValue *value)
{
  const char *instrument = g_value_get_string (value);

  if (instrument == NULL)
    return FALSE;
  return gtk_widget_activate_action (GTK_WIDGET (self), "watch.move", "(si)", instrument,
                                     gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self)));
}

static void
jipyo_watch_row_dispose (GObject *object)
{
  g_clear_pointer (&JIPYO_WATCH_ROW (object)->menu, gtk_widget_unparent);
  G_OBJECT_CLASS (jipyo_watch_row_parent_class)->dispose (object);
}

static void
jipyo_watch_row_finalize (GObject *object)
{
  g_free (JIPYO_WATCH_ROW (object)->instrument);
  g_free (JIPYO_WATCH_ROW (object)->page);
  g_free (JIPYO_WATCH_ROW (object)->source);
  G_OBJECT_CLASS (jipyo_watch_row_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "row.remove", NULL, activate_remove);
  gtk_widget_class_install_action (class, "row.move", "i", activate_move);
  gtk_widget_class_install_action (class, "row.explain", NULL, activate_explain);
  gtk_widget_class_install_action (class, "row.alert", NULL, activate_alert);
  gtk_widget_class_install_action (class, "row.menu", NULL, activate_menu);
  /* The menu names the last one, and not every keyboard has a keypad. */
  gtk_widget_class_add_binding_action (class, GDK_KEY_KP_Delete, 0, "row.remove", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_Delete, 0, "row.remove", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_Up, GDK_ALT_MASK, "row.move", "i", -1);
  gtk_widget_class_add_binding_action (class, GDK_KEY_Down, GDK_ALT_MASK, "row.move", "i", 1);
  gtk_widget_class_add_binding_action (class, GDK_KEY_space, 0, "row.explain", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_Menu, 0, "row.menu", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_F10, GDK_SHIFT_MASK, "row.menu", NULL);
}

static void
jipyo_watch_row_class_init (JipyoWatchRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = jipyo_watch_row_dispose;
  G_OBJECT_CLASS (class)->finalize = jipyo_watch_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jipyo/Jipyo/jipyo-watch-row.ui");
  gtk_widget_class_bind_template_child (widget_class, JipyoWatchRow, box);
  gtk_widget_class_bind_template_child (widget_class, JipyoWatchRow, name);
  gtk_widget_class_bind_template_child (widget_class, JipyoWatchRow, age);
  gtk_widget_class_bind_template_child (widget_class, JipyoWatchRow, price);
  gtk_widget_class_bind_template_child (widget_class, JipyoWatchRow, change);
  gtk_widget_class_bind_template_child (widget_class, JipyoWatchRow, menu_model);
  gtk_widget_class_bind_template_callback (widget_class, right_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_prepared_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begun_cb);
  install_actions (widget_class);
}

static void
add_drop_target (JipyoWatchRow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY | GDK_ACTION_MOVE);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
jipyo_watch_row_init (JipyoWatchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jipyo_whole_words_keep (self->age);
  add_drop_target (self);
}

GtkWidget *
jipyo_watch_row_new (JipyoLook *look, const char *instrument)
{
  JipyoWatchRow *self = g_object_new (JIPYO_TYPE_WATCH_ROW, NULL);

  self->instrument = g_strdup (instrument);
  self->source = g_strdup (instrument);
  self->page = jipyo_instrument_is_basket (instrument)
                 ? g_strconcat ("team:", jipyo_instrument_get_symbol (instrument), NULL)
                 : g_strconcat ("instrument:", instrument, NULL);
  self->spark = JIPYO_SPARK_VIEW (jipyo_spark_view_new (look));
  gtk_box_insert_child_after (self->box, GTK_WIDGET (self->spark),
                              gtk_widget_get_first_child (GTK_WIDGET (self->box)));
  return GTK_WIDGET (self);
}

const char *
jipyo_watch_row_get_instrument (JipyoWatchRow *self)
{
  g_return_val_if_fail (JIPYO_IS_WATCH_ROW (self), NULL);
  return self->instrument;
}

const char *
jipyo_watch_row_get_page (JipyoWatchRow *self)
{
  g_return_val_if_fail (JIPYO_IS_WATCH_ROW (self), NULL);
  return self->page;
}

const char *
jipyo_watch_row_get_source (JipyoWatchRow *self)
{
  g_return_val_if_fail (JIPYO_IS_WATCH_ROW (self), NULL);
  return self->source;
}

static void
set_source (JipyoWatchRow *self, const JipyoQuote *quote)
{
  g_free (self->source);
  self->source =
    quote != NULL ? jipyo_kept_quote_format_source (quote) : g_strdup (self->instrument);
}

/* The percentage alone: there is no room for the change itself, which the tooltip has. */
static char *
format_percent (const JipyoKnownQuote *known)
{
  JipyoDecimal percent;
  gboolean derived;

  if (!jipyo_known_quote_compute_percent (known, &percent, &derived))
    return g_strdup ("");
  return jipyo_format_change_percent (percent);
}

static void
show_missing (JipyoWatchRow *self, const char *label)
{
  g_autofree char *spoken = g_strdup_printf ("%s, %s", label, _ ("no quote yet"));

  gtk_label_set_text (self->age, _ ("no quote yet"));
  gtk_label_set_text (self->price, "–");
  gtk_label_set_text (self->change, "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  jipyo_tooltip_set (GTK_WIDGET (self), self->instrument);
}

static void
show_quote (JipyoWatchRow *self,
            const char *label,
            const JipyoKnownQuote *known,
            const JipyoViewContext *context)
{
  g_autofree char *price = jipyo_quote_text_price (known->quote);
  g_autofree char *change = jipyo_quote_text_change_named (known, context->lang);
  g_autofree char *percent = format_percent (known);
  g_autofree char *age = jipyo_quote_text_age (known, context->now_us, context->lang);
  g_autofree char *spoken = g_strdup_printf ("%s %s %s, %s", label, price, change, age);

  gtk_label_set_text (self->age, age);
  gtk_label_set_text (self->price, price);
  gtk_label_set_text (self->change, percent);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  jipyo_tooltip_set (GTK_WIDGET (self), spoken);
}

void
jipyo_watch_row_show (JipyoWatchRow *self, const JipyoViewContext *context)
{
  g_return_if_fail (JIPYO_IS_WATCH_ROW (self));
  JipyoKnownQuote known;
  const gboolean is_known = jipyo_known_quote_init (&known, context, self->instrument);
  g_autofree char *label =
    jipyo_instrument_label (context->ledger, self->instrument, known.quote, context->lang);

  gtk_label_set_text (self->name, label);
  set_source (self, known.quote);
  if (is_known)
    show_quote (self, label, &known, context);
  else
    show_missing (self, label);
  jipyo_direction_set_quote (GTK_WIDGET (self->price), GTK_WIDGET (self->change),
                             GTK_WIDGET (self->age), &known);
  jipyo_known_quote_clear (&known);
}

void
jipyo_watch_row_show_past (JipyoWatchRow *self, const JipyoCandleSeries *series)
{
  g_return_if_fail (JIPYO_IS_WATCH_ROW (self));
  if (series != NULL)
    jipyo_spark_view_take_values (self->spark, jipyo_spark_values_new (series));
}

void
jipyo_watch_row_take_values (JipyoWatchRow *self, GArray *values)
{
  g_return_if_fail (JIPYO_IS_WATCH_ROW (self));
  if (values != NULL)
    jipyo_spark_view_take_values (self->spark, values);
}

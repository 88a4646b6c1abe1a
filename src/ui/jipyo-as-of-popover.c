/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Activates win.as-of with "YYYY-MM-DD", or "" for today. The list is filled when it is opened.
 */

#include "jipyo-as-of-popover.h"

#include <glib/gi18n.h>

#include "jipyo-inner-widget.h"
#include "jipyo-whole-words.h"

struct _JipyoAsOfPopover {
  GtkPopover parent_instance;

  GtkListBox *days;
  GtkEntry *entry;
  GtkCalendar *calendar;
  JipyoSession *session; /* owned */
};

G_DEFINE_FINAL_TYPE (JipyoAsOfPopover, jipyo_as_of_popover, GTK_TYPE_POPOVER)

static const char *const article_day = "2025-08-05";

static void
choose (JipyoAsOfPopover *self, const char *day)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.as-of", "s", day);
}

static void
day_activated_cb (JipyoAsOfPopover *self, GtkListBoxRow *row)
{
  choose (self, gtk_widget_get_name (GTK_WIDGET (row)));
}

static void
entry_activated_cb (JipyoAsOfPopover *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  JipyoDate date;

  if (jipyo_date_parse (text, &date)
      && jipyo_date_compare (date, jipyo_session_get_last_day (self->session)) <= 0) {
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
    choose (self, text);
    return;
  }
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
}

static void
day_selected_cb (JipyoAsOfPopover *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%d");

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static void
add_day (JipyoAsOfPopover *self, const char *day, const char *title)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);

  if (*day != '\0') {
    GtkWidget *date = gtk_label_new (day);

    gtk_widget_set_valign (date, GTK_ALIGN_BASELINE);
    gtk_widget_add_css_class (date, "numeric");
    gtk_widget_add_css_class (date, "dim-label");
    gtk_box_append (GTK_BOX (box), date);
  }
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  /* A row is higher than a line, and a box gives a label no more width than that height needs:
   * "To-" and "day" fill it, too. */
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  jipyo_whole_words_keep (GTK_LABEL (label));
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, day);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, day, -1);
  gtk_list_box_append (self->days, row);
}

/* Events that changed who is in the programme, or money. */
static gboolean
is_turning_point (const JipyoEvent *event)
{
  return !event->planned
         && (event->kind == JIPYO_EVENT_SELECTED || event->kind == JIPYO_EVENT_JOINED
             || event->kind == JIPYO_EVENT_REVIEW || event->kind == JIPYO_EVENT_OUT_SCORE
             || event->kind == JIPYO_EVENT_DISQUALIFIED || event->kind == JIPYO_EVENT_FUNDING)
         && event->published.day != 0;
}

static guint
fill (JipyoAsOfPopover *self)
{
  const JipyoLang lang = jipyo_session_get_lang (self->session);
  const GPtrArray *events =
    jipyo_ledger_get_events (jipyo_session_get_whole_ledger (self->session));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkListBoxRow *row;
  guint n_days = 2;

  while ((row = gtk_list_box_get_row_at_index (self->days, 0)) != NULL)
    gtk_list_box_remove (self->days, GTK_WIDGET (row));
  add_day (self, "", _ ("Today"));
  add_day (self, article_day, _ ("Day of the article"));
  g_hash_table_add (seen, g_strdup (article_day));
  for (guint i = events->len; i > 0; i--) {
    const JipyoEvent *event = g_ptr_array_index (events, i - 1);
    g_autofree char *day = jipyo_date_format (event->published);

    if (!is_turning_point (event) || !g_hash_table_add (seen, g_strdup (day)))
      continue;
    add_day (self, day, jipyo_text_get (&event->title, lang));
    n_days++;
  }
  return n_days;
}

/* The arrows of the calendar bear pictures only. */
static void
name_arrows (JipyoAsOfPopover *self)
{
  const char *const names[] = { _ ("Month before"), _ ("Month after"), _ ("Year before"),
                                                                          _ ("Year after") };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    jipyo_inner_widget_name (GTK_WIDGET (self->calendar), GTK_TYPE_BUTTON, i, names[i]);
}

/* The row of the day that is being read, else the first. */
static void
focus_day (JipyoAsOfPopover *self)
{
  g_autofree char *day = jipyo_session_has_as_of (self->session)
                           ? jipyo_date_format (jipyo_session_get_as_of (self->session))
                           : g_strdup ("");
  GtkListBoxRow *chosen = gtk_list_box_get_row_at_index (self->days, 0);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->days, i)) != NULL; i++)
    if (g_str_equal (gtk_widget_get_name (GTK_WIDGET (row)), day))
      chosen = row;
  gtk_widget_grab_focus (GTK_WIDGET (chosen));
}

static void
popover_shown_cb (JipyoAsOfPopover *self)
{
  const JipyoDate as_of = jipyo_session_get_as_of (self->session);
  g_autofree char *day = jipyo_date_format (as_of);

  fill (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), day);
  if (as_of.day != 0) {
    g_autoptr (GDateTime) date = g_date_time_new_utc (as_of.year, as_of.month, as_of.day, 12, 0, 0);

    gtk_calendar_select_day (self->calendar, date);
  }
  focus_day (self);
}

static void
jipyo_as_of_popover_dispose (GObject *object)
{
  JipyoAsOfPopover *self = JIPYO_AS_OF_POPOVER (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (jipyo_as_of_popover_parent_class)->dispose (object);
}

static void
jipyo_as_of_popover_class_init (JipyoAsOfPopoverClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = jipyo_as_of_popover_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jipyo/Jipyo/jipyo-as-of-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, JipyoAsOfPopover, days);
  gtk_widget_class_bind_template_child (widget_class, JipyoAsOfPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, JipyoAsOfPopover, calendar);
  gtk_widget_class_bind_template_callback (widget_class, day_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
}

static void
jipyo_as_of_popover_init (JipyoAsOfPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name_arrows (self);
}

GtkWidget *
jipyo_as_of_popover_new (JipyoSession *session)
{
  JipyoAsOfPopover *self = g_object_new (JIPYO_TYPE_AS_OF_POPOVER, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

guint
jipyo_as_of_popover_fill (JipyoAsOfPopover *self)
{
  g_return_val_if_fail (JIPYO_IS_AS_OF_POPOVER (self), 0);

  return fill (self);
}

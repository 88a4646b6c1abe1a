/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is written goes to the session's notes, which have every view built anew.
 */

#include "jipyo-chart-notes.h"

#include <glib/gi18n.h>

#include "jipyo-chart-popover.h"
#include "jipyo-note-anchor.h"

static const int entry_chars = 36;

/* Of one bubble, as long as its content lives. */
typedef struct {
  GtkWidget *chart;    /* borrowed: holds the bubble */
  JipyoNotes *notes;   /* owned */
  JipyoNote *note;     /* owned: where, and what was said there */
  GtkEditable *editor; /* borrowed, or NULL */
} Bubble;

static void
bubble_free (gpointer data, GClosure *closure)
{
  Bubble *self = data;

  g_object_unref (self->notes);
  jipyo_note_free (self->note);
  g_free (self);
}

static void
set_text (Bubble *self, const char *text)
{
  g_autoptr (GtkWidget) chart = g_object_ref (self->chart);
  g_autoptr (JipyoNotes) notes = g_object_ref (self->notes);
  g_autoptr (JipyoNote) note = jipyo_note_copy (self->note);
  g_autofree char *own = g_strdup (text);

  jipyo_chart_popover_leave (chart);
  /* Whoever hears of the change may take the bubble away. */
  jipyo_notes_set (notes, note, own);
}

static void
save_cb (GtkWidget *widget, Bubble *self)
{
  set_text (self, gtk_editable_get_text (self->editor));
}

static void
delete_cb (GtkWidget *widget, Bubble *self)
{
  set_text (self, "");
}

static Bubble *
bubble_new (const JipyoChartNotes *at, const JipyoNote *note)
{
  Bubble *self = g_new0 (Bubble, 1);

  self->chart = GTK_WIDGET (at->chart);
  self->notes = g_object_ref (jipyo_session_get_notes (at->session));
  self->note = jipyo_note_copy (note);
  return self;
}

static GtkWidget *
make_button (const char *label, GCallback clicked, Bubble *bubble)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect (button, "clicked", clicked, bubble);
  return button;
}

/* A bubble that goes takes the mark with it, though the keys are the chart's. */
static gboolean
find_figure (JipyoChartView *chart, guint *series, guint *datum)
{
  if (!jipyo_chart_view_get_marked (chart, series, datum)
      && gtk_widget_is_focus (GTK_WIDGET (chart)))
    jipyo_chart_view_move_focus (chart, 0);
  return jipyo_chart_view_get_marked (chart, series, datum);
}

void
jipyo_chart_notes_edit (const JipyoChartNotes *self)
{
  guint series, datum;

  if (!find_figure (self->chart, &series, &datum)) {
    gtk_widget_error_bell (GTK_WIDGET (self->chart));
    return;
  }
  g_autoptr (JipyoNote) note = jipyo_note_anchor_make (self->view, self->plot, series, datum);
  Bubble *bubble = bubble_new (self, note);
  const char *text = jipyo_notes_find (bubble->notes, note);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = gtk_entry_new ();
  JipyoRect figure;
  const gboolean shown = jipyo_chart_view_get_mark_rect (self->chart, &figure);

  bubble->editor = GTK_EDITABLE (entry);
  gtk_entry_set_max_length (GTK_ENTRY (entry), JIPYO_NOTE_MAX);
  gtk_editable_set_width_chars (bubble->editor, entry_chars);
  gtk_editable_set_text (bubble->editor, text != NULL ? text : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("My note"), -1);
  g_signal_connect_data (entry, "activate", G_CALLBACK (save_cb), bubble, bubble_free, 0);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), make_button (_ ("Save"), G_CALLBACK (save_cb), bubble));
  if (text != NULL)
    gtk_box_append (GTK_BOX (box), make_button (_ ("Delete"), G_CALLBACK (delete_cb), bubble));
  jipyo_chart_popover_show_at (GTK_WIDGET (self->chart), shown ? &figure : NULL, box,
                               _ ("My note"));
  gtk_widget_grab_focus (entry);
}

static GtkWidget *
make_row (const JipyoChartNotes *self, const JipyoNote *note)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = gtk_label_new (note->text);
  g_autofree char *figure = jipyo_note_anchor_describe (note, self->view);
  GtkWidget *place = gtk_label_new (figure);
  GtkWidget *button = gtk_button_new_with_label (_ ("Delete"));
  JipyoDatum datum;
  const gboolean shown = jipyo_note_anchor_find (note, self->view, &datum);
  g_autofree char *lost = shown ? NULL : g_strdup_printf ("%s · %s", figure, _ ("not shown now"));
  g_autofree char *what = g_strdup_printf (_ ("Delete the note at %s"), figure);

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (text), entry_chars);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_set_hexpand (text, TRUE);
  if (!shown)
    gtk_label_set_text (GTK_LABEL (place), lost);
  gtk_widget_add_css_class (place, "dim-label");
  g_signal_connect_data (button, "clicked", G_CALLBACK (delete_cb), bubble_new (self, note),
                         bubble_free, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  what, -1);
  gtk_box_append (GTK_BOX (row), text);
  gtk_box_append (GTK_BOX (row), place);
  gtk_box_append (GTK_BOX (row), button);
  return row;
}

void
jipyo_chart_notes_list (const JipyoChartNotes *self)
{
  const GPtrArray *notes = jipyo_notes_get_all (jipyo_session_get_notes (self->session));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  guint n = 0;

  for (guint i = 0; i < notes->len; i++) {
    const JipyoNote *note = g_ptr_array_index (notes, i);
    if (g_strcmp0 (note->view, self->view->name) != 0)
      continue;
    gtk_box_append (GTK_BOX (box), make_row (self, note));
    n++;
  }
  if (n == 0)
    gtk_box_append (GTK_BOX (box), gtk_label_new (_ ("No notes yet")));
  jipyo_chart_popover_show (GTK_WIDGET (self->chart), box, _ ("My notes"));
}

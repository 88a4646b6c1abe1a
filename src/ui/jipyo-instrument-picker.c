/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is typed as an id is offered too, known or not: the venue will say.
 */

#include "jipyo-instrument-picker.h"

#include <glib/gi18n.h>

#include "jipyo-hangul.h"
#include "jipyo-instrument-name.h"
#include "jipyo-instrument.h"
#include "jipyo-known-instruments.h"

static const guint offered_max = 40;

struct _JipyoInstrumentPicker {
  GtkPopover parent_instance;

  GtkSearchEntry *entry;
  GtkListBox *list;
  JipyoSession *session; /* owned */
  char *other_than;      /* NULL: than what is followed */
};

G_DEFINE_FINAL_TYPE (JipyoInstrumentPicker, jipyo_instrument_picker, GTK_TYPE_POPOVER)

enum { PICKED, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
is_meant (JipyoInstrumentPicker *self, const char *instrument, const char *typed)
{
  const JipyoLedger *ledger = jipyo_session_get_ledger (self->session);
  JipyoText name = jipyo_instrument_name (ledger, instrument, NULL);
  g_autofree char *ko = jipyo_instrument_label (ledger, instrument, NULL, JIPYO_LANG_KO);
  g_autofree char *en = jipyo_instrument_label (ledger, instrument, NULL, JIPYO_LANG_EN);
  const gboolean meant = *typed == '\0' || jipyo_hangul_matches (instrument, typed)
                         || jipyo_hangul_matches (ko, typed) || jipyo_hangul_matches (en, typed)
                         || jipyo_hangul_matches (name.ko, typed)
                         || jipyo_hangul_matches (name.en, typed);

  jipyo_text_clear (&name);
  return meant;
}

static void
append_row (JipyoInstrumentPicker *self, const char *instrument)
{
  const JipyoLang lang = jipyo_session_get_lang (self->session);
  JipyoText name =
    jipyo_instrument_name (jipyo_session_get_ledger (self->session), instrument, NULL);
  g_autofree char *venue = jipyo_instrument_venue (instrument, lang);
  g_autofree char *below = g_strdup_printf ("%s · %s", venue, instrument);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", jipyo_text_get (&name, lang), below);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (jipyo_text_get (&name, lang));
  GtkWidget *subtitle = gtk_label_new (below);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (GTK_LABEL (subtitle), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (subtitle, "caption");
  gtk_widget_add_css_class (subtitle, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), subtitle);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, instrument);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_list_box_append (self->list, row);
  jipyo_text_clear (&name);
}

static gboolean
is_left_out (JipyoInstrumentPicker *self, const char *instrument)
{
  if (self->other_than != NULL)
    return g_str_equal (self->other_than, instrument);
  return jipyo_watchlist_has (jipyo_session_get_watchlist (self->session), instrument);
}

/* A basket can be followed, but is no instrument that others are compared with. */
static GPtrArray *
list_offered (JipyoInstrumentPicker *self)
{
  GPtrArray *known = jipyo_known_instruments_list (self->session);

  if (self->other_than == NULL)
    g_ptr_array_extend_and_steal (known, jipyo_known_instruments_list_baskets (self->session));
  return known;
}

static void
offer (JipyoInstrumentPicker *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *id = jipyo_instrument_parse (typed);
  g_autoptr (GPtrArray) known = list_offered (self);
  GtkListBoxRow *row;
  guint n = 0;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  if (id != NULL && (self->other_than == NULL || !jipyo_instrument_is_basket (id)))
    append_row (self, id);
  for (guint i = 0; i < known->len && n < offered_max; i++) {
    const char *instrument = g_ptr_array_index (known, i);

    if (g_strcmp0 (instrument, id) == 0 || is_left_out (self, instrument)
        || !is_meant (self, instrument, typed))
      continue;
    append_row (self, instrument);
    n++;
  }
}

static void
pick (JipyoInstrumentPicker *self, GtkListBoxRow *row)
{
  g_autofree char *instrument = g_strdup (gtk_widget_get_name (GTK_WIDGET (row)));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[PICKED], 0, instrument);
}

static void
row_activated_cb (JipyoInstrumentPicker *self, GtkListBoxRow *row)
{
  pick (self, row);
}

static void
text_changed_cb (JipyoInstrumentPicker *self)
{
  offer (self);
}

static void
text_entered_cb (JipyoInstrumentPicker *self)
{
  /* Whoever types fast is ahead of the search. */
  offer (self);
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);
  if (first != NULL)
    pick (self, first);
}

static void
popover_shown_cb (JipyoInstrumentPicker *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  offer (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
search_stopped_cb (JipyoInstrumentPicker *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
jipyo_instrument_picker_dispose (GObject *object)
{
  g_clear_object (&JIPYO_INSTRUMENT_PICKER (object)->session);
  G_OBJECT_CLASS (jipyo_instrument_picker_parent_class)->dispose (object);
}

static void
jipyo_instrument_picker_finalize (GObject *object)
{
  g_free (JIPYO_INSTRUMENT_PICKER (object)->other_than);
  G_OBJECT_CLASS (jipyo_instrument_picker_parent_class)->finalize (object);
}

static void
jipyo_instrument_picker_class_init (JipyoInstrumentPickerClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = jipyo_instrument_picker_dispose;
  G_OBJECT_CLASS (class)->finalize = jipyo_instrument_picker_finalize;
  signals[PICKED] = g_signal_new ("picked", JIPYO_TYPE_INSTRUMENT_PICKER, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jipyo/Jipyo/jipyo-instrument-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, JipyoInstrumentPicker, entry);
  gtk_widget_class_bind_template_child (widget_class, JipyoInstrumentPicker, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static GtkWidget *
make_placeholder (void)
{
  GtkWidget *label = gtk_label_new (_ ("Nothing has this name. An id like upbit:KRW-DOGE or "
                                       "krx:035420 can be taken all the same."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "picker-empty");
  return label;
}

static void
jipyo_instrument_picker_init (JipyoInstrumentPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_placeholder (self->list, make_placeholder ());
}

GtkWidget *
jipyo_instrument_picker_new (JipyoSession *session)
{
  JipyoInstrumentPicker *self = g_object_new (JIPYO_TYPE_INSTRUMENT_PICKER, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

GtkWidget *
jipyo_instrument_picker_new_for (JipyoSession *session, const char *other_than, const char *purpose)
{
  JipyoInstrumentPicker *self = JIPYO_INSTRUMENT_PICKER (jipyo_instrument_picker_new (session));

  self->other_than = g_strdup (other_than != NULL ? other_than : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  purpose, -1);
  return GTK_WIDGET (self);
}

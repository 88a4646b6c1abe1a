/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Buttons of one group share an action with a state, so that one of them is always down. In a
 * narrow window the groups take several lines: what is out of sight nobody looks for.
 */

#include "jipyo-instrument-bar.h"

#include <glib/gi18n.h>

#include "jipyo-flow-layout.h"
#include "jipyo-instrument-name.h"
#include "jipyo-instrument-picker.h"
#include "jipyo-lazy-menu.h"

/* What a button of a group says, and what it does. */
typedef struct {
  const char *value;
  const char *label;
  const char *spoken;
} Choice;

static const Choice ranges[] = {
  { "1d", NC_ ("range", "1D"), N_ ("A day") },
    { "1w", NC_ ("range", "1W"), N_ ("A week") },
      { "1m", NC_ ("range", "1M"), N_ ("A month") },
        { "3m", NC_ ("range", "3M"), N_ ("Three months") },
          { "1y", NC_ ("range", "1Y"), N_ ("A year") },
            { "all", NC_ ("range", "All"), N_ ("All that was kept") },
          };
static const Choice marks[] = {
  { "candle", NC_ ("prices", "Candles"), N_ ("Candles: open, high, low and close") },
    { "ohlc", NC_ ("prices", "Bars"), N_ ("Bars: open, high, low and close") },
      { "line", NC_ ("prices", "Line"), N_ ("A line of closes") },
    };

struct _JipyoInstrumentBar {
  GtkWidget parent_instance;

  GtkBox *box;
  GtkMenuButton *compare;
  GtkWidget *clear;
  JipyoSession *session; /* owned */
  char *instrument;
  char *range;
  char *mark;
  char *compared;
};

G_DEFINE_FINAL_TYPE (JipyoInstrumentBar, jipyo_instrument_bar, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_RANGE, PROP_MARK, PROP_COMPARED, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
name_widget (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_compared (JipyoInstrumentBar *self)
{
  const gboolean any = *self->compared != '\0';
  g_autofree char *label =
    any ? jipyo_instrument_label (jipyo_session_get_ledger (self->session), self->compared, NULL,
                                  jipyo_session_get_lang (self->session))
        : NULL;
  g_autofree char *text =
    any ? g_strdup_printf (C_ ("prices", "Against %s"), label) : g_strdup (_ ("Compare…"));

  gtk_menu_button_set_label (self->compare, text);
  gtk_widget_set_visible (self->clear, any);
}

static void
picked_cb (JipyoInstrumentBar *self, const char *instrument)
{
  g_object_set (self, "compared", instrument, NULL);
}

static void
popup_wanted_cb (GtkMenuButton *button, gpointer data)
{
  JipyoInstrumentBar *self = data;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  GtkWidget *picker =
    jipyo_instrument_picker_new_for (self->session, self->instrument, _ ("Instrument to compare"));
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, picker);
  jipyo_lazy_menu_let_go (GTK_POPOVER (picker));
}

static void
unparent_box (GtkBox *box)
{
  gtk_widget_unparent (GTK_WIDGET (box));
}

static void
jipyo_instrument_bar_dispose (GObject *object)
{
  g_clear_pointer (&JIPYO_INSTRUMENT_BAR (object)->box, unparent_box);
  g_clear_object (&JIPYO_INSTRUMENT_BAR (object)->session);
  G_OBJECT_CLASS (jipyo_instrument_bar_parent_class)->dispose (object);
}

static void
jipyo_instrument_bar_finalize (GObject *object)
{
  JipyoInstrumentBar *self = JIPYO_INSTRUMENT_BAR (object);

  g_free (self->instrument);
  g_free (self->range);
  g_free (self->mark);
  g_free (self->compared);
  G_OBJECT_CLASS (jipyo_instrument_bar_parent_class)->finalize (object);
}

static char **
get_field (JipyoInstrumentBar *self, guint id)
{
  char **const fields[N_PROPS] = { NULL, &self->range, &self->mark, &self->compared };

  return fields[id];
}

static void
jipyo_instrument_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, *get_field (JIPYO_INSTRUMENT_BAR (object), id));
}

static void
jipyo_instrument_bar_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  JipyoInstrumentBar *self = JIPYO_INSTRUMENT_BAR (object);
  char **field = get_field (self, id);
  const char *text = g_value_get_string (value);

  if (g_strcmp0 (*field, text) == 0)
    return;
  g_free (*field);
  *field = g_strdup (text != NULL ? text : "");
  if (id == PROP_COMPARED && self->session != NULL)
    show_compared (self);
  g_object_notify_by_pspec (object, pspec);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
jipyo_instrument_bar_class_init (JipyoInstrumentBarClass *class)
{
  static const char *const names[N_PROPS] = { NULL, "range", "mark", "compared" };
  static const char *const actions[N_PROPS] = { NULL, "instrument.range", "instrument.mark",
                                                "instrument.compared" };
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = jipyo_instrument_bar_dispose;
  object_class->finalize = jipyo_instrument_bar_finalize;
  object_class->get_property = jipyo_instrument_bar_get_property;
  object_class->set_property = jipyo_instrument_bar_set_property;
  for (guint i = PROP_RANGE; i < N_PROPS; i++)
    props[i] =
      g_param_spec_string (names[i], NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", JIPYO_TYPE_INSTRUMENT_BAR, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  for (guint i = PROP_RANGE; i < N_PROPS; i++)
    gtk_widget_class_install_property_action (widget_class, actions[i], names[i]);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jipyo_instrument_bar_init (JipyoInstrumentBar *self)
{
  self->range = g_strdup ("3m");
  self->mark = g_strdup ("candle");
  self->compared = g_strdup ("");
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->box), jipyo_flow_layout_new (12, 6));
  gtk_widget_set_hexpand (GTK_WIDGET (self->box), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "instrument-bar");
}

static void
add_choices (JipyoInstrumentBar *self, const char *action, const Choice *choices, guint n)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  const char *context = choices == ranges ? "range" : "prices";

  gtk_widget_add_css_class (group, "linked");
  for (guint i = 0; i < n; i++) {
    GtkWidget *button =
      gtk_toggle_button_new_with_label (g_dpgettext2 (NULL, context, choices[i].label));

    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", choices[i].value);
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
    gtk_widget_set_tooltip_text (button, _ (choices[i].spoken));
    name_widget (button, _ (choices[i].spoken));
    gtk_box_append (GTK_BOX (group), button);
  }
  gtk_box_append (self->box, group);
}

static void
add_comparison (JipyoInstrumentBar *self)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_menu_button_new ();

  self->compare = GTK_MENU_BUTTON (button);
  self->clear = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Both from 100 on, where both begin (C)"));
  gtk_menu_button_set_create_popup_func (self->compare, popup_wanted_cb, self, NULL);
  gtk_widget_set_tooltip_text (self->clear, _ ("Compare with nothing"));
  name_widget (self->clear, _ ("Compare with nothing"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->clear), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->clear), "instrument.compared");
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_box_append (GTK_BOX (group), button);
  gtk_box_append (GTK_BOX (group), self->clear);
  gtk_box_append (self->box, group);
  show_compared (self);
}

static void
add_alert (JipyoInstrumentBar *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Alert…"));

  gtk_widget_set_tooltip_text (button, _ ("Add an alert on this price (Ctrl+N)"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", self->instrument);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.edit-alert");
  gtk_box_append (self->box, button);
}

static void
session_changed_cb (JipyoInstrumentBar *self)
{
  show_compared (self);
}

GtkWidget *
jipyo_instrument_bar_new (JipyoSession *session, const char *instrument)
{
  JipyoInstrumentBar *self = g_object_new (JIPYO_TYPE_INSTRUMENT_BAR, NULL);

  self->session = g_object_ref (session);
  self->instrument = g_strdup (instrument);
  add_choices (self, "instrument.range", ranges, G_N_ELEMENTS (ranges));
  add_choices (self, "instrument.mark", marks, G_N_ELEMENTS (marks));
  add_comparison (self);
  add_alert (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* --- Keys */

static gboolean
range_pressed_cb (GtkWidget *page, GVariant *place, gpointer self)
{
  g_object_set (self, "range", ranges[g_variant_get_int32 (place)].value, NULL);
  return GDK_EVENT_STOP;
}

static gboolean
mark_pressed_cb (GtkWidget *page, GVariant *nothing, gpointer data)
{
  JipyoInstrumentBar *self = data;
  guint i = 0;

  while (i < G_N_ELEMENTS (marks) && g_strcmp0 (marks[i].value, self->mark) != 0)
    i++;
  g_object_set (self, "mark", marks[(i + 1) % G_N_ELEMENTS (marks)].value, NULL);
  return GDK_EVENT_STOP;
}

static gboolean
compare_pressed_cb (GtkWidget *page, GVariant *nothing, gpointer self)
{
  gtk_menu_button_popup (JIPYO_INSTRUMENT_BAR (self)->compare);
  return GDK_EVENT_STOP;
}

void
jipyo_instrument_bar_lend_keys (JipyoInstrumentBar *self, GtkWidget *page)
{
  g_return_if_fail (JIPYO_IS_INSTRUMENT_BAR (self));
  GtkShortcutController *keys = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++) {
    GtkShortcutTrigger *trigger = gtk_alternative_trigger_new (
      gtk_keyval_trigger_new (GDK_KEY_1 + i, 0), gtk_keyval_trigger_new (GDK_KEY_KP_1 + i, 0));
    gtk_shortcut_controller_add_shortcut (
      keys, gtk_shortcut_new_with_arguments (
              trigger, gtk_callback_action_new (range_pressed_cb, self, NULL), "i", (int) i));
  }
  gtk_shortcut_controller_add_shortcut (
    keys, gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_m, 0),
                            gtk_callback_action_new (mark_pressed_cb, self, NULL)));
  gtk_shortcut_controller_add_shortcut (
    keys, gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_c, 0),
                            gtk_callback_action_new (compare_pressed_cb, self, NULL)));
  gtk_widget_add_controller (page, GTK_EVENT_CONTROLLER (keys));
}

GHashTable *
jipyo_instrument_bar_build_options (JipyoInstrumentBar *self)
{
  g_return_val_if_fail (JIPYO_IS_INSTRUMENT_BAR (self), NULL);
  GHashTable *options = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_hash_table_insert (options, g_strdup ("range"), g_strdup (self->range));
  g_hash_table_insert (options, g_strdup ("mark"), g_strdup (self->mark));
  if (*self->compared != '\0')
    g_hash_table_insert (options, g_strdup ("compare"), g_strdup (self->compared));
  return options;
}

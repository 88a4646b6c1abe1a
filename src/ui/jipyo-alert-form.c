/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rule is read from the widgets whenever one of them changes; whether it is one decides whether
 * it can be armed.
 */

#include "jipyo-alert-form.h"

#include <glib/gi18n.h>
#include <string.h>

#include "jipyo-alert-trial.h"
#include "jipyo-alert-words.h"
#include "jipyo-coin.h"
#include "jipyo-inner-widget.h"
#include "jipyo-instrument-name.h"
#include "jipyo-instrument-picker.h"
#include "jipyo-instrument.h"
#include "jipyo-known-instruments.h"
#include "jipyo-page-name.h"
#include "jipyo-quote-text.h"
#include "jipyo-session-context.h"
#include "jipyo-whole-words.h"

static const JipyoAlertKind kinds[] = { JIPYO_ALERT_PRICE,     JIPYO_ALERT_CHANGE,
                                        JIPYO_ALERT_SPREAD,    JIPYO_ALERT_BASKET,
                                        JIPYO_ALERT_STALENESS, JIPYO_ALERT_EVENT };
static const char all_teams[] = "all";

struct _JipyoAlertForm {
  AdwWindow parent_instance;

  GtkDropDown *kind;
  GtkStack *subject;
  GtkMenuButton *instrument_button;
  GtkDropDown *team;
  GtkDropDown *test;
  GtkEntry *level;
  GtkLabel *unit;
  GtkCheckButton *reminder;
  GtkLabel *note;
  GtkLabel *problem;
  JipyoAlertTrial *trial;

  JipyoSession *session; /* owned */
  JipyoAlertRule *rule;  /* as it was, or what a new one begins with */
  char *instrument;      /* chosen, or NULL */
  gboolean filled;       /* from here on changes are a person's */
};

G_DEFINE_FINAL_TYPE (JipyoAlertForm, jipyo_alert_form, ADW_TYPE_WINDOW)

static JipyoAlertKind
get_kind (JipyoAlertForm *self)
{
  return kinds[MIN (gtk_drop_down_get_selected (self->kind), G_N_ELEMENTS (kinds) - 1)];
}

static gboolean
is_about_instrument (JipyoAlertKind kind)
{
  return kind != JIPYO_ALERT_EVENT && kind != JIPYO_ALERT_BASKET;
}

static const GPtrArray *
get_teams (JipyoAlertForm *self)
{
  return jipyo_ledger_get_teams (jipyo_session_get_whole_ledger (self->session));
}

static gboolean
is_coin (const char *instrument)
{
  for (JipyoVenue venue = 0; venue < JIPYO_N_VENUES; venue++)
    if (g_str_has_prefix (instrument, jipyo_venue_id (venue)))
      return TRUE;
  return FALSE;
}

/* NULL for all teams, or one without listed members. (transfer full) */
static char *
read_basket (JipyoAlertForm *self, guint team)
{
  g_autoptr (GPtrArray) baskets = jipyo_known_instruments_list_baskets (self->session);
  g_autofree char *basket = NULL;

  if (team == 0)
    return NULL;
  basket = g_strconcat (JIPYO_ALERT_BASKET_PREFIX,
                        ((const JipyoTeam *) get_teams (self)->pdata[team - 1])->id, NULL);
  return g_ptr_array_find_with_equal_func (baskets, basket, g_str_equal, NULL)
           ? g_steal_pointer (&basket)
           : NULL;
}

/* What the rule looks at; NULL when nothing fitting is chosen. (transfer full) */
static char *
read_subject (JipyoAlertForm *self, JipyoAlertKind kind)
{
  const guint team = gtk_drop_down_get_selected (self->team);

  if (kind == JIPYO_ALERT_BASKET)
    return read_basket (self, team);
  if (kind == JIPYO_ALERT_EVENT)
    return g_strdup (team == 0 ? all_teams
                               : ((const JipyoTeam *) get_teams (self)->pdata[team - 1])->id);
  if (self->instrument == NULL)
    return NULL;
  if (kind != JIPYO_ALERT_SPREAD)
    return g_strdup (self->instrument);
  return is_coin (self->instrument) ? g_strdup (jipyo_instrument_get_symbol (self->instrument))
                                    : NULL;
}

/* As people type numbers: with commas, with spaces around. */
static gboolean
read_level (JipyoAlertForm *self, JipyoDecimal *level)
{
  g_auto (GStrv) parts = g_strsplit (gtk_editable_get_text (GTK_EDITABLE (self->level)), ",", -1);
  g_autofree char *text = g_strjoinv ("", parts);

  return jipyo_decimal_parse (g_strstrip (text), -1, level, NULL);
}

/* NULL with the reason, "" while nothing was typed, when it is no rule yet. (transfer full) */
static JipyoAlertRule *
read_rule (JipyoAlertForm *self, const char **reason)
{
  g_autoptr (JipyoAlertRule) rule = jipyo_alert_rule_copy (self->rule);

  rule->kind = get_kind (self);
  rule->test = gtk_drop_down_get_selected (self->test);
  rule->reminder_minutes = gtk_check_button_get_active (self->reminder)
                             ? MAX (self->rule->reminder_minutes, JIPYO_ALERT_REMINDER_MIN)
                             : 0;
  g_free (rule->subject);
  rule->subject = read_subject (self, rule->kind);
  *reason = "";
  if (rule->subject == NULL && rule->kind == JIPYO_ALERT_BASKET)
    *reason = _ ("Choose a team that has listed members.");
  else if (rule->subject == NULL && self->instrument != NULL)
    *reason = _ ("A spread is between the won markets of a coin: choose one of Upbit, Bithumb or "
                 "Coinone.");
  else if (rule->subject == NULL)
    *reason = _ ("Choose an instrument.");
  else if (*gtk_editable_get_text (GTK_EDITABLE (self->level)) == '\0')
    *reason = "";
  else if (!read_level (self, &rule->level))
    *reason = _ ("The level is a number like 160000000 or 2.5.");
  else if (rule->kind == JIPYO_ALERT_PRICE && jipyo_decimal_sign (rule->level) <= 0)
    *reason = _ ("A price is above zero.");
  else if (jipyo_alert_rule_check (rule) == NULL)
    return g_steal_pointer (&rule);
  return NULL;
}

/* The focus goes to a button inside, which GTK leaves nameless. */
static void
name_choice (GtkDropDown *choice, const char *name)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (choice);
  g_autofree char *text =
    g_strdup_printf ("%s: %s", name, chosen != NULL ? gtk_string_object_get_string (chosen) : "");

  jipyo_inner_widget_name (GTK_WIDGET (choice), GTK_TYPE_TOGGLE_BUTTON, 0, text);
}

/* At the left, as in the lists above and below it. */
static void
align_words (GtkMenuButton *button)
{
  GtkWidget *words = jipyo_inner_widget_find (GTK_WIDGET (button), GTK_TYPE_LABEL, 0);

  if (words != NULL)
    gtk_widget_set_halign (words, GTK_ALIGN_START);
}

static void
show_instrument (JipyoAlertForm *self)
{
  const JipyoViewContext context = jipyo_session_context_make (self->session);
  JipyoKnownQuote known = { 0 };
  g_autofree char *label = NULL;
  g_autofree char *price = NULL;

  if (self->instrument != NULL && jipyo_known_quote_init (&known, &context, self->instrument))
    price = jipyo_quote_text_price (known.quote);
  if (self->instrument != NULL)
    label = jipyo_instrument_label (context.whole, self->instrument, known.quote, context.lang);
  else
    label = g_strdup (_ ("Choose …"));
  g_autofree char *spoken = g_strdup_printf ("%s: %s", _ ("Of"), label);
  gtk_menu_button_set_label (self->instrument_button, label);
  align_words (self->instrument_button);
  jipyo_inner_widget_name (GTK_WIDGET (self->instrument_button), GTK_TYPE_TOGGLE_BUTTON, 0, spoken);
  gtk_entry_set_placeholder_text (self->level, get_kind (self) == JIPYO_ALERT_PRICE ? price : NULL);
  jipyo_known_quote_clear (&known);
}

/* "%" of "0 %". */
static void
show_unit (JipyoAlertForm *self)
{
  const JipyoDecimal none = { 0, 0 };
  g_autofree char *zero =
    jipyo_alert_value_format (get_kind (self), none, jipyo_session_get_lang (self->session));

  gtk_label_set_text (self->unit, g_strstrip (zero + 1));
  /* An empty one would take the room between two. */
  gtk_widget_set_visible (GTK_WIDGET (self->unit), *gtk_label_get_text (self->unit) != '\0');
}

static void
show_note (JipyoAlertForm *self)
{
  const JipyoAlertTest test = gtk_drop_down_get_selected (self->test);
  const gboolean crosses = test == JIPYO_ALERT_CROSSES_UP || test == JIPYO_ALERT_CROSSES_DOWN;

  gtk_label_set_text (self->note,
                      crosses ? _ ("It fires when it is seen to happen; what is past the level "
                                   "already does not count.")
                              : _ ("It may fire at once, when the level is reached already."));
}

static void
update (JipyoAlertForm *self)
{
  const char *reason = "";

  if (!self->filled)
    return;
  g_autoptr (JipyoAlertRule) rule = read_rule (self, &reason);

  gtk_stack_set_visible_child_name (self->subject,
                                    is_about_instrument (get_kind (self)) ? "instrument" : "team");
  show_instrument (self);
  show_unit (self);
  show_note (self);
  name_choice (self->kind, _ ("What"));
  name_choice (self->team, _ ("Of"));
  name_choice (self->test, _ ("When"));
  gtk_label_set_text (self->problem, reason);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), *reason != '\0');
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save", rule != NULL);
  jipyo_alert_trial_set_rule (self->trial, rule);
}

static void
changed_cb (JipyoAlertForm *self)
{
  update (self);
}

static void
picked_cb (JipyoAlertForm *self, const char *instrument)
{
  g_free (self->instrument);
  self->instrument = g_strdup (instrument);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->level));
}

static void
popup_wanted_cb (GtkMenuButton *button, gpointer data)
{
  JipyoAlertForm *self = data;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  GtkWidget *picker =
    jipyo_instrument_picker_new_for (self->session, NULL, _ ("Instrument to watch"));
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, picker);
}

static void
activate_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoAlertForm *self = JIPYO_ALERT_FORM (widget);
  const char *reason;
  g_autoptr (JipyoAlertRule) rule = read_rule (self, &reason);

  if (rule == NULL)
    return;
  jipyo_alerts_set (jipyo_session_get_alerts (self->session), rule);
  gtk_window_close (GTK_WINDOW (self));
}

static void
level_entered_cb (JipyoAlertForm *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "form.save", NULL);
}

static void
activate_cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
jipyo_alert_form_dispose (GObject *object)
{
  g_clear_object (&JIPYO_ALERT_FORM (object)->session);
  G_OBJECT_CLASS (jipyo_alert_form_parent_class)->dispose (object);
}

static void
jipyo_alert_form_finalize (GObject *object)
{
  JipyoAlertForm *self = JIPYO_ALERT_FORM (object);

  jipyo_alert_rule_free (self->rule);
  g_free (self->instrument);
  G_OBJECT_CLASS (jipyo_alert_form_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_set_template_from_resource (class, "/io/github/jipyo/Jipyo/jipyo-alert-form.ui");
  gtk_widget_class_bind_template_child (class, JipyoAlertForm, kind);
  gtk_widget_class_bind_template_child (class, JipyoAlertForm, subject);
  gtk_widget_class_bind_template_child (class, JipyoAlertForm, instrument_button);
  gtk_widget_class_bind_template_child (class, JipyoAlertForm, team);
  gtk_widget_class_bind_template_child (class, JipyoAlertForm, test);
  gtk_widget_class_bind_template_child (class, JipyoAlertForm, level);
  gtk_widget_class_bind_template_child (class, JipyoAlertForm, unit);
  gtk_widget_class_bind_template_child (class, JipyoAlertForm, reminder);
  gtk_widget_class_bind_template_child (class, JipyoAlertForm, note);
  gtk_widget_class_bind_template_child (class, JipyoAlertForm, problem);
  gtk_widget_class_bind_template_child (class, JipyoAlertForm, trial);
  gtk_widget_class_bind_template_callback (class, changed_cb);
  gtk_widget_class_bind_template_callback (class, level_entered_cb);
}

static void
jipyo_alert_form_class_init (JipyoAlertFormClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = jipyo_alert_form_dispose;
  G_OBJECT_CLASS (class)->finalize = jipyo_alert_form_finalize;
  g_type_ensure (JIPYO_TYPE_ALERT_TRIAL);
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "form.save", NULL, activate_save);
  gtk_widget_class_install_action (widget_class, "form.cancel", NULL, activate_cancel);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "form.cancel", NULL);
}

static void
jipyo_alert_form_init (JipyoAlertForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jipyo_whole_words_keep (self->note);
  jipyo_whole_words_keep (self->problem);
  gtk_menu_button_set_create_popup_func (self->instrument_button, popup_wanted_cb, self, NULL);
}

static void
fill_choices (JipyoAlertForm *self)
{
  const JipyoLang lang = jipyo_session_get_lang (self->session);
  const GPtrArray *teams = get_teams (self);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) tests = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (words, jipyo_alert_kind_label (kinds[i], lang));
  gtk_string_list_append (names, _ ("All teams"));
  for (guint i = 0; i < teams->len; i++)
    gtk_string_list_append (
      names, jipyo_text_get (&((const JipyoTeam *) teams->pdata[i])->short_name, lang));
  for (JipyoAlertTest test = 0; test < JIPYO_ALERT_TESTS; test++)
    gtk_string_list_append (tests, jipyo_alert_test_label (test, lang));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (words));
  gtk_drop_down_set_model (self->team, G_LIST_MODEL (names));
  gtk_drop_down_set_model (self->test, G_LIST_MODEL (tests));
}

static void
choose_subject (JipyoAlertForm *self)
{
  const GPtrArray *teams = get_teams (self);
  const char *subject = self->rule->subject;

  if (subject == NULL)
    return;
  if (self->rule->kind == JIPYO_ALERT_SPREAD)
    self->instrument = g_strconcat (jipyo_venue_id (0), ":", subject, NULL);
  else if (is_about_instrument (self->rule->kind))
    self->instrument = g_strdup (subject);
  for (guint i = 0; i < teams->len; i++)
    if (g_str_has_suffix (subject, ((const JipyoTeam *) teams->pdata[i])->id))
      gtk_drop_down_set_selected (self->team, i + 1);
}

/* Shows the rule that it begins with. */
static void
fill (JipyoAlertForm *self)
{
  guint at = 0;

  fill_choices (self);
  while (at < G_N_ELEMENTS (kinds) && kinds[at] != self->rule->kind)
    at++;
  gtk_drop_down_set_selected (self->kind, at);
  gtk_drop_down_set_selected (self->test, self->rule->test);
  gtk_check_button_set_active (self->reminder, self->rule->reminder_minutes > 0);
  choose_subject (self);
  if (self->rule->id != NULL) {
    g_autofree char *level = jipyo_decimal_format_fixed (
      self->rule->level, jipyo_decimal_get_decimals (self->rule->level), TRUE);
    gtk_editable_set_text (GTK_EDITABLE (self->level), level);
  }
  self->filled = TRUE;
  update (self);
}

GtkWidget *
jipyo_alert_form_new (JipyoSession *session, const char *what)
{
  g_return_val_if_fail (JIPYO_IS_SESSION (session) && what != NULL, NULL);
  JipyoAlertForm *self = g_object_new (JIPYO_TYPE_ALERT_FORM, NULL);
  const JipyoAlertRule *rule = jipyo_alerts_find (jipyo_session_get_alerts (session), what);

  self->session = g_object_ref (session);
  self->rule = rule != NULL ? jipyo_alert_rule_copy (rule) : g_new0 (JipyoAlertRule, 1);
  if (rule == NULL && strchr (what, ':') != NULL)
    self->rule->subject = g_strdup (what);
  if (rule == NULL && jipyo_instrument_is_basket (what))
    self->rule->kind = JIPYO_ALERT_BASKET;
  jipyo_alert_trial_set_session (self->trial, session);
  gtk_window_set_title (GTK_WINDOW (self), rule != NULL ? _ ("Edit Alert") : _ ("New Alert"));
  fill (self);
  gtk_window_set_focus (GTK_WINDOW (self), self->instrument != NULL
                                             ? GTK_WIDGET (self->level)
                                             : GTK_WIDGET (self->instrument_button));
  return GTK_WIDGET (self);
}

/* A new one begins with what the page is about. */
static void
activate_edit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (JipyoSession) session = NULL;
  g_autofree char *page = NULL;
  const char *what = g_variant_get_string (parameter, NULL);

  g_object_get (widget, "session", &session, "page", &page, NULL);
  const char *instrument = page != NULL ? jipyo_page_name_get_instrument (page) : NULL;
  if (*what == '\0' && instrument != NULL)
    what = instrument;
  GtkWidget *form = jipyo_alert_form_new (session, what);
  gtk_window_set_transient_for (GTK_WINDOW (form), GTK_WINDOW (widget));
  gtk_window_present (GTK_WINDOW (form));
}

void
jipyo_alert_form_install_action (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.edit-alert", "s", activate_edit);
}

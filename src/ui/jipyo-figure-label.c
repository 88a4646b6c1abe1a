/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One label, focusable only when there is something to explain.
 */

#include "jipyo-figure-label.h"

#include "jipyo-direction.h"
#include "jipyo-whole-words.h"

#include <string.h>

static const int longest_words = 52; /* characters */
static const int least_words = 12;

struct _JipyoFigureLabel {
  GtkWidget parent_instance;

  GtkWidget *label;
  GtkWidget *sign; /* NULL until there is one */
  char *claim;
  int kept_words; /* characters of words that are never cut */
  gboolean wraps; /* none are */
};

G_DEFINE_FINAL_TYPE (JipyoFigureLabel, jipyo_figure_label, GTK_TYPE_WIDGET)

static void
explain (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoFigureLabel *self = JIPYO_FIGURE_LABEL (widget);

  if (self->claim != NULL)
    gtk_widget_activate_action (widget, "win.explain", "s", self->claim);
}

static void
pressed_cb (JipyoFigureLabel *self, int n_press, double x, double y, GtkGesture *gesture)
{
  if (self->claim == NULL)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  explain (GTK_WIDGET (self), NULL, NULL);
}

static void
jipyo_figure_label_dispose (GObject *object)
{
  JipyoFigureLabel *self = JIPYO_FIGURE_LABEL (object);

  g_clear_pointer (&self->sign, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  G_OBJECT_CLASS (jipyo_figure_label_parent_class)->dispose (object);
}

static void
jipyo_figure_label_finalize (GObject *object)
{
  g_free (JIPYO_FIGURE_LABEL (object)->claim);
  G_OBJECT_CLASS (jipyo_figure_label_parent_class)->finalize (object);
}

static void
jipyo_figure_label_class_init (JipyoFigureLabelClass *class)
{
  static const guint keys[] = { GDK_KEY_space, GDK_KEY_Return, GDK_KEY_KP_Enter };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = jipyo_figure_label_dispose;
  G_OBJECT_CLASS (class)->finalize = jipyo_figure_label_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "figure");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_install_action (widget_class, "figure.explain", NULL, explain);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i], 0, "figure.explain", NULL);
}

static void
jipyo_figure_label_init (JipyoFigureLabel *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->kept_words = least_words;
  self->label = gtk_label_new (NULL);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
jipyo_figure_label_new (float xalign)
{
  JipyoFigureLabel *self = g_object_new (JIPYO_TYPE_FIGURE_LABEL, NULL);

  gtk_label_set_xalign (GTK_LABEL (self->label), xalign);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), xalign < 0.5f ? longest_words : -1);
  gtk_widget_add_css_class (self->label, "numeric");
  return GTK_WIDGET (self);
}

/* Characters that are never cut: all of a figure, but not the words in brackets after it, and the
 * beginning of what is words alone. */
static int
count_kept (const JipyoFigureLabel *self, const char *text)
{
  const gboolean is_words = gtk_label_get_max_width_chars (GTK_LABEL (self->label)) > 0;
  const char *digit = strpbrk (text, "0123456789");
  const char *remark = strstr (text, " (");

  if (is_words || digit == NULL || digit - text > least_words)
    return self->kept_words;
  return remark == NULL ? G_MAXINT
                        : MAX ((int) g_utf8_strlen (text, remark - text) + 3, least_words);
}

/* Long words may be cut short, their tooltip has them all; but never to less than their beginning,
 * a wide table scrolls then. Hangul is nearly twice as wide as the average that GTK counts in. */
static void
fit_words (JipyoFigureLabel *self, const char *text)
{
  GtkLabel *label = GTK_LABEL (self->label);
  const int length = (int) g_utf8_strlen (text, -1);
  const gboolean wide = strlen (text) > (gsize) length * 3 / 2;
  const int kept = count_kept (self, text);
  const gboolean cut = (wide ? length * 8 / 5 : length) > kept;

  gtk_label_set_ellipsize (label, cut ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_label_set_width_chars (label, cut ? kept : -1);
}

void
jipyo_figure_label_keep_words (JipyoFigureLabel *self, int characters)
{
  g_return_if_fail (JIPYO_IS_FIGURE_LABEL (self));
  self->kept_words = characters;
}

void
jipyo_figure_label_wrap_words (JipyoFigureLabel *self, int characters)
{
  g_return_if_fail (JIPYO_IS_FIGURE_LABEL (self));
  GtkLabel *label = GTK_LABEL (self->label);

  self->wraps = TRUE;
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD);
  gtk_label_set_width_chars (label, characters);
  jipyo_whole_words_keep (label);
}

static void
set_text (JipyoFigureLabel *self, const char *text)
{
  if (g_str_equal (gtk_label_get_text (GTK_LABEL (self->label)), text))
    return;
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (!self->wraps)
    fit_words (self, text);
}

/* To set a cursor, be it the one that is there, asks the display where the pointer is and waits for
 * the answer. */
static void
set_claim (JipyoFigureLabel *self, const char *claim)
{
  if (g_strcmp0 (claim, self->claim) == 0)
    return;
  gtk_widget_set_focusable (GTK_WIDGET (self), claim != NULL);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), claim != NULL ? "pointer" : NULL);
  g_free (self->claim);
  self->claim = g_strdup (claim);
}

void
jipyo_figure_label_set (JipyoFigureLabel *self, const char *text, const char *claim)
{
  g_return_if_fail (JIPYO_IS_FIGURE_LABEL (self));

  set_text (self, text);
  set_claim (self, claim);
}

void
jipyo_figure_label_set_direction (JipyoFigureLabel *self, int direction)
{
  g_return_if_fail (JIPYO_IS_FIGURE_LABEL (self));
  jipyo_direction_set (GTK_WIDGET (self), direction);
}

void
jipyo_figure_label_set_sign (JipyoFigureLabel *self, const char *sign)
{
  g_return_if_fail (JIPYO_IS_FIGURE_LABEL (self));

  if (sign == NULL) {
    g_clear_pointer (&self->sign, gtk_widget_unparent);
    return;
  }
  if (self->sign == NULL) {
    self->sign = gtk_label_new (NULL);
    gtk_label_set_width_chars (GTK_LABEL (self->sign), 2);
    gtk_widget_add_css_class (self->sign, "sign");
    gtk_widget_insert_after (self->sign, GTK_WIDGET (self), self->label);
  }
  gtk_label_set_text (GTK_LABEL (self->sign), sign);
}

void
jipyo_figure_label_set_muted (JipyoFigureLabel *self, gboolean muted)
{
  g_return_if_fail (JIPYO_IS_FIGURE_LABEL (self));

  if (muted)
    gtk_widget_add_css_class (self->label, "aged");
  else
    gtk_widget_remove_css_class (self->label, "aged");
}

void
jipyo_figure_label_set_doubtful (JipyoFigureLabel *self, gboolean doubtful)
{
  g_return_if_fail (JIPYO_IS_FIGURE_LABEL (self));

  if (doubtful)
    gtk_widget_add_css_class (self->label, "suspect");
  else
    gtk_widget_remove_css_class (self->label, "suspect");
}

const char *
jipyo_figure_label_get_text (JipyoFigureLabel *self)
{
  g_return_val_if_fail (JIPYO_IS_FIGURE_LABEL (self), NULL);
  return gtk_label_get_text (GTK_LABEL (self->label));
}

const char *
jipyo_figure_label_get_claim (JipyoFigureLabel *self)
{
  g_return_val_if_fail (JIPYO_IS_FIGURE_LABEL (self), NULL);
  return self->claim;
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages of the preferences: what is typed there is shown, kept, refused where it is nothing,
 * and taken back.
 */

#include "fixture.h"

#include "jipyo-inner-widget.h"
#include "jipyo-weight-row.h"
#include "jipyo-weights-group.h"
#include "jipyo-weights-page.h"

typedef struct {
  UiFixture ui;
  GtkWidget *page;
  JipyoWeights *weights;
} Fixture;

static void
set_up (Fixture *self)
{
  ui_fixture_set_up (&self->ui, NULL, JIPYO_LANG_EN);
  self->weights = jipyo_session_get_weights (self->ui.session);
  self->page = GTK_WIDGET (jipyo_weights_page_new (self->ui.session));
  ui_fixture_show (&self->ui, self->page);
}

/* Leaves no weights for the next test. */
static void
tear_down (Fixture *self)
{
  jipyo_weights_clear (self->weights, NULL);
  while (jipyo_own_file_is_saving (jipyo_weights_get_file (self->weights)))
    g_main_context_iteration (NULL, TRUE);
  ui_fixture_tear_down (&self->ui);
}

static gboolean
shows (GtkWidget *widget, const char *text)
{
  return ui_fixture_find (widget, GTK_TYPE_LABEL, text) != NULL;
}

/* The group of SK Telecom, whose basket has two members. */
static GtkWidget *
find_group (Fixture *self)
{
  for (guint i = 0;; i++) {
    GtkWidget *group = jipyo_inner_widget_find (self->page, JIPYO_TYPE_WEIGHTS_GROUP, i);

    g_assert_nonnull (group);
    if (g_str_equal (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)), "SK Telecom"))
      return group;
  }
}

static GtkEditable *
find_entry (Fixture *self, guint member)
{
  GtkWidget *row = jipyo_inner_widget_find (find_group (self), JIPYO_TYPE_WEIGHT_ROW, member);

  g_assert_nonnull (row);
  return GTK_EDITABLE (jipyo_inner_widget_find (row, GTK_TYPE_ENTRY, 0));
}

static void
type (Fixture *self, guint member, const char *text)
{
  GtkEditable *entry = find_entry (self, member);

  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_text (entry, text);
  g_signal_emit_by_name (entry, "activate");
  ui_fixture_settle ();
}

static void
assert_weighs (Fixture *self, const char *member, const char *expected)
{
  g_autofree char *weight = jipyo_decimal_format (jipyo_weights_find (self->weights, member));

  g_assert_cmpstr (weight, ==, expected);
}

static void
test_weighed (void)
{
  Fixture fixture;

  set_up (&fixture);
  GtkWidget *group = find_group (&fixture);
  g_assert_true (shows (group, "All weigh the same"));
  g_assert_true (shows (group, "50 %"));
  type (&fixture, 0, " 60 ");
  assert_weighs (&fixture, "sk-telecom", "60");
  g_assert_cmpstr (gtk_editable_get_text (find_entry (&fixture, 0)), ==, "60");
  g_assert_true (shows (group, "The weights add up to 61"));
  g_assert_true (shows (group, "98.4 %"));
  g_assert_true (shows (group, "1.6 %"));

  g_assert_true (jipyo_weights_undo (fixture.weights));
  ui_fixture_settle ();
  assert_weighs (&fixture, "sk-telecom", "1");
  g_assert_cmpstr (gtk_editable_get_text (find_entry (&fixture, 0)), ==, "1");

  type (&fixture, 0, "0");
  type (&fixture, 1, "0");
  g_assert_true (shows (group, "All weigh 0: there is no basket"));
  gtk_widget_activate_action (group, "weights.equal", NULL);
  ui_fixture_settle ();
  assert_weighs (&fixture, "krafton", "1");
  g_assert_true (shows (group, "All weigh the same"));
  tear_down (&fixture);
}

static void
test_refused (void)
{
  static const char *const none[] = { "x", "-1", "", "1,5", "60 %" };
  Fixture fixture;

  set_up (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (none); i++) {
    type (&fixture, 1, none[i]);
    g_assert_true (shows (find_group (&fixture), "A number from 0 on"));
    g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (find_entry (&fixture, 1)), "error"));
    assert_weighs (&fixture, "krafton", "1");
  }
  type (&fixture, 1, "33.3");
  assert_weighs (&fixture, "krafton", "33.3");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (find_entry (&fixture, 1)), "error"));
  tear_down (&fixture);
}

/* What is being typed stays while the rest follows what another program or command set. */
static void
test_followed (void)
{
  Fixture fixture;

  set_up (&fixture);
  gtk_editable_set_text (find_entry (&fixture, 0), "7x");
  jipyo_weights_set (fixture.weights, "krafton", jipyo_decimal_from_int (3));
  ui_fixture_settle ();
  g_assert_cmpstr (gtk_editable_get_text (find_entry (&fixture, 0)), ==, "7x");
  g_assert_cmpstr (gtk_editable_get_text (find_entry (&fixture, 1)), ==, "3");
  g_assert_true (shows (find_group (&fixture), "75 %"));
  tear_down (&fixture);
}

/* Leaving a row keeps what was typed there, too. */
static void
test_left (void)
{
  Fixture fixture;

  set_up (&fixture);
  gtk_widget_grab_focus (GTK_WIDGET (find_entry (&fixture, 0)));
  gtk_editable_set_text (find_entry (&fixture, 0), "9");
  assert_weighs (&fixture, "sk-telecom", "1");
  gtk_widget_grab_focus (GTK_WIDGET (find_entry (&fixture, 1)));
  ui_fixture_settle ();
  assert_weighs (&fixture, "sk-telecom", "9");
  tear_down (&fixture);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/preferences/weighed", test_weighed);
  g_test_add_func ("/ui/preferences/refused", test_refused);
  g_test_add_func ("/ui/preferences/followed", test_followed);
  g_test_add_func ("/ui/preferences/left", test_left);
}

int
main (int argc, char **argv)
{
  return ui_fixture_run (&argc, &argv, add_tests);
}

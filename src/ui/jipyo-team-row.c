/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows are made anew when the reading changes; there are never more than a handful.
 */

#include "jipyo-team-row.h"

#include "jipyo-standing-text.h"
#include "jipyo-team-glyph.h"
#include "jipyo-tooltip.h"

struct _JipyoTeamRow {
  GtkListBoxRow parent_instance;

  GtkBox *box;
  GtkLabel *name;
  GtkLabel *line;
  char *view;
  char *claim; /* of the score, or NULL */
};

G_DEFINE_FINAL_TYPE (JipyoTeamRow, jipyo_team_row, GTK_TYPE_LIST_BOX_ROW)

static void
explain (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoTeamRow *self = JIPYO_TEAM_ROW (widget);

  if (self->claim != NULL)
    gtk_widget_activate_action (widget, "win.explain", "s", self->claim);
}

static void
right_clicked_cb (JipyoTeamRow *self)
{
  explain (GTK_WIDGET (self), NULL, NULL);
}

static void
jipyo_team_row_finalize (GObject *object)
{
  JipyoTeamRow *self = JIPYO_TEAM_ROW (object);

  g_free (self->view);
  g_free (self->claim);
  G_OBJECT_CLASS (jipyo_team_row_parent_class)->finalize (object);
}

static void
jipyo_team_row_class_init (JipyoTeamRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = jipyo_team_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jipyo/Jipyo/jipyo-team-row.ui");
  gtk_widget_class_bind_template_child (widget_class, JipyoTeamRow, box);
  gtk_widget_class_bind_template_child (widget_class, JipyoTeamRow, name);
  gtk_widget_class_bind_template_child (widget_class, JipyoTeamRow, line);
  gtk_widget_class_bind_template_callback (widget_class, right_clicked_cb);
  gtk_widget_class_install_action (widget_class, "row.explain", NULL, explain);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "row.explain", NULL);
}

static void
jipyo_team_row_init (JipyoTeamRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
jipyo_team_row_new (JipyoLook *look, JipyoSession *session, const JipyoStanding *standing)
{
  JipyoTeamRow *self = g_object_new (JIPYO_TYPE_TEAM_ROW, NULL);
  const JipyoTeam *team = standing->team;
  const JipyoLang lang = jipyo_session_get_lang (session);
  g_autofree char *line =
    jipyo_standing_text_format (standing, jipyo_session_get_ledger (session), lang);
  JipyoTeamGlyph *glyph = jipyo_team_glyph_new (look, team->colour, team->marker);

  self->view = g_strconcat ("team:", team->id, NULL);
  self->claim = standing->score == NULL ? NULL : g_strdup (standing->score->id);
  gtk_box_prepend (self->box, GTK_WIDGET (glyph));
  gtk_label_set_label (
    self->name, jipyo_text_get (
                  jipyo_text_is_empty (&team->short_name) ? &team->name : &team->short_name, lang));
  gtk_label_set_label (self->line, line);
  jipyo_tooltip_set (GTK_WIDGET (self), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (self->name), -1);
  if (standing->state == JIPYO_STANDING_OUT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "out");
  return GTK_WIDGET (self);
}

const char *
jipyo_team_row_get_view (JipyoTeamRow *self)
{
  g_return_val_if_fail (JIPYO_IS_TEAM_ROW (self), NULL);
  return self->view;
}

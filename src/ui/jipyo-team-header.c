/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A team that is not known on the day that is read has no header; the page says why it is empty.
 */

#include "jipyo-team-header.h"

#include <glib/gi18n.h>

#include "jipyo-standing-text.h"
#include "jipyo-team-glyph.h"
#include "jipyo-whole-words.h"

static const int glyph_px = 40;

struct _JipyoTeamHeader {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *glyph; /* NULL until the team is known */
  GtkLabel *name;
  GtkLabel *standing;
  GtkLabel *line;
  GtkLabel *strategy;

  JipyoLook *look;       /* owned */
  JipyoSession *session; /* owned */
  char *team;
};

G_DEFINE_FINAL_TYPE (JipyoTeamHeader, jipyo_team_header, GTK_TYPE_WIDGET)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_standing (JipyoTeamHeader *self, const JipyoStanding *standing)
{
  const JipyoLang lang = jipyo_session_get_lang (self->session);
  const JipyoTeam *team = standing->team;
  const char *strategy = jipyo_text_get (&team->strategy, lang);
  g_autofree char *line =
    jipyo_standing_text_format (standing, jipyo_session_get_ledger (self->session), lang);

  if (self->glyph == NULL) {
    self->glyph = GTK_WIDGET (jipyo_team_glyph_new (self->look, team->colour, team->marker));
    gtk_widget_set_size_request (self->glyph, glyph_px, glyph_px);
    gtk_box_prepend (GTK_BOX (self->box), self->glyph);
  }
  show_text (self->name, jipyo_text_get (&team->name, lang));
  show_text (self->standing, standing->state == JIPYO_STANDING_OUT
             ? C_ ("standing", "Out") : C_ ("standing", "In play"));
  /* Before the first score the line is the strategy. */
  show_text (self->line, g_strcmp0 (line, strategy) == 0 ? NULL : line);
  show_text (self->strategy, strategy);
}

static void
session_changed_cb (JipyoTeamHeader *self)
{
  JipyoStanding standing;
  const gboolean known =
    jipyo_ledger_compute_standing (jipyo_session_get_ledger (self->session), self->team, &standing)
    && standing.state != JIPYO_STANDING_NOT_YET;

  gtk_widget_set_visible (GTK_WIDGET (self), known);
  if (known)
    show_standing (self, &standing);
}

static void
jipyo_team_header_dispose (GObject *object)
{
  JipyoTeamHeader *self = JIPYO_TEAM_HEADER (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->look);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (jipyo_team_header_parent_class)->dispose (object);
}

static void
jipyo_team_header_finalize (GObject *object)
{
  g_free (JIPYO_TEAM_HEADER (object)->team);
  G_OBJECT_CLASS (jipyo_team_header_parent_class)->finalize (object);
}

static void
jipyo_team_header_class_init (JipyoTeamHeaderClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = jipyo_team_header_dispose;
  G_OBJECT_CLASS (class)->finalize = jipyo_team_header_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

/* As many lines as it takes, broken between words. */
static void
wrap (GtkLabel *label)
{
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_NONE);
  jipyo_whole_words_keep (label);
}

static void
jipyo_team_header_init (JipyoTeamHeader *self)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *second = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  /* The name has a line of its own: it is what tells one page from the next on a narrow window. */
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->name = add_label (lines, "title-3");
  self->standing = add_label (second, "chip");
  gtk_label_set_ellipsize (self->standing, PANGO_ELLIPSIZE_NONE);
  self->line = add_label (second, "numeric");
  gtk_box_append (GTK_BOX (lines), second);
  self->strategy = add_label (lines, "dim-label");
  wrap (self->name);
  wrap (self->strategy);
  gtk_widget_add_css_class (GTK_WIDGET (self->standing), "caption");
  gtk_widget_set_valign (GTK_WIDGET (self->standing), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), lines);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "team-header");
}

GtkWidget *
jipyo_team_header_new (JipyoLook *look, JipyoSession *session, const char *team)
{
  JipyoTeamHeader *self = g_object_new (JIPYO_TYPE_TEAM_HEADER, NULL);

  self->look = g_object_ref (look);
  self->session = g_object_ref (session);
  self->team = g_strdup (team);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  session_changed_cb (self);
  return GTK_WIDGET (self);
}

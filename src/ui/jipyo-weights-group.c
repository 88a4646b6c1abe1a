/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Weights are of any sum; the share that follows from them stands beside each.
 */

#include "jipyo-weights-group.h"

#include <glib/gi18n.h>

#include "jipyo-weight-row.h"

struct _JipyoWeightsGroup {
  AdwPreferencesGroup parent_instance;

  GtkWidget *equal;

  JipyoSession *session; /* owned */
  char *team;            /* its id */
  GPtrArray *members;    /* of char *, NULL at the end */
  GPtrArray *rows;       /* of JipyoWeightRow, borrowed */
};

G_DEFINE_FINAL_TYPE (JipyoWeightsGroup, jipyo_weights_group, ADW_TYPE_PREFERENCES_GROUP)

static void
activate_equal (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JipyoWeightsGroup *self = JIPYO_WEIGHTS_GROUP (widget);
  const char *title = adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (self));
  g_autofree char *text = g_strdup_printf (_ ("%s: all weigh the same"), title);

  jipyo_weights_clear (jipyo_session_get_weights (self->session),
                       (const char *const *) self->members->pdata);
  gtk_widget_activate_action (widget, "preferences.toast-undo", "(ss)", text,
                              "preferences.undo-weights");
}

static void
jipyo_weights_group_dispose (GObject *object)
{
  g_clear_object (&JIPYO_WEIGHTS_GROUP (object)->session);
  G_OBJECT_CLASS (jipyo_weights_group_parent_class)->dispose (object);
}

static void
jipyo_weights_group_finalize (GObject *object)
{
  JipyoWeightsGroup *self = JIPYO_WEIGHTS_GROUP (object);

  g_free (self->team);
  g_ptr_array_unref (self->members);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (jipyo_weights_group_parent_class)->finalize (object);
}

static void
jipyo_weights_group_class_init (JipyoWeightsGroupClass *class)
{
  G_OBJECT_CLASS (class)->dispose = jipyo_weights_group_dispose;
  G_OBJECT_CLASS (class)->finalize = jipyo_weights_group_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "weights.equal", NULL, activate_equal);
}

static void
jipyo_weights_group_init (JipyoWeightsGroup *self)
{
  self->members = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new ();
  self->equal = gtk_button_new_with_label (_ ("Weigh Equally"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->equal), "weights.equal");
  gtk_widget_add_css_class (self->equal, "flat");
  gtk_widget_set_valign (self->equal, GTK_ALIGN_CENTER);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->equal);
}

/* Of all members, as exact as they are. */
static JipyoDecimal
add_up (JipyoWeightsGroup *self, const JipyoTeamBasket *basket, gboolean *equal)
{
  JipyoWeights *weights = jipyo_session_get_weights (self->session);
  JipyoDecimal sum = jipyo_decimal_from_int (0);

  *equal = TRUE;
  for (guint i = 0; i < basket->shares->len; i++) {
    const JipyoListedShare *share = g_ptr_array_index (basket->shares, i);

    *equal &=
      jipyo_member_weight_find (jipyo_weights_get_all (weights), share->organisation->id) == NULL;
    /* Beyond what a sum can hold it stays what it was. */
    jipyo_decimal_add (sum, jipyo_weights_find (weights, share->organisation->id), &sum);
  }
  return sum;
}

static void
show_sum (JipyoWeightsGroup *self, const JipyoTeamBasket *basket)
{
  gboolean equal;
  const JipyoDecimal sum = add_up (self, basket, &equal);
  g_autofree char *figure = jipyo_decimal_format (sum);
  g_autofree char *text = NULL;

  if (jipyo_decimal_sign (sum) == 0)
    text = g_strdup (_ ("All weigh 0: there is no basket"));
  else if (equal)
    text = g_strdup (_ ("All weigh the same"));
  else
    text = g_strdup_printf (_ ("The weights add up to %s"), figure);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), escaped);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "weights.equal", !equal);
}

static gboolean
has_members (JipyoWeightsGroup *self, const JipyoTeamBasket *basket)
{
  if (g_strcmp0 (self->team, basket->team->id) != 0 || self->rows->len != basket->shares->len)
    return FALSE;
  for (guint i = 0; i < basket->shares->len; i++) {
    const JipyoListedShare *share = g_ptr_array_index (basket->shares, i);

    if (g_strcmp0 (share->organisation->id, self->members->pdata[i]) != 0)
      return FALSE;
  }
  return TRUE;
}

gboolean
jipyo_weights_group_update (JipyoWeightsGroup *self, const JipyoTeamBasket *basket)
{
  g_return_val_if_fail (JIPYO_IS_WEIGHTS_GROUP (self) && basket != NULL, FALSE);

  if (!has_members (self, basket))
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    jipyo_weight_row_set_share (g_ptr_array_index (self->rows, i),
                                g_ptr_array_index (basket->shares, i));
  show_sum (self, basket);
  return TRUE;
}

GtkWidget *
jipyo_weights_group_new (JipyoSession *session, const JipyoTeamBasket *basket)
{
  JipyoWeightsGroup *self = g_object_new (JIPYO_TYPE_WEIGHTS_GROUP, NULL);
  const char *name = jipyo_text_get (&basket->team->short_name, jipyo_session_get_lang (session));
  g_autofree char *escaped = g_markup_escape_text (name, -1);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", name, _ ("Weigh Equally"));

  self->session = g_object_ref (session);
  self->team = g_strdup (basket->team->id);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), escaped);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->equal), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
  for (guint i = 0; i < basket->shares->len; i++) {
    const JipyoListedShare *share = g_ptr_array_index (basket->shares, i);
    GtkWidget *row = jipyo_weight_row_new (session);

    g_ptr_array_add (self->members, g_strdup (share->organisation->id));
    g_ptr_array_add (self->rows, row);
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  }
  g_ptr_array_add (self->members, NULL);
  jipyo_weights_group_update (self, basket);
  return GTK_WIDGET (self);
}

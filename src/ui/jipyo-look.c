/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Follows the style manager, the convention in the settings and the language of the session.
 */

#include "jipyo-look.h"

#include <adwaita.h>
#include <string.h>

struct _JipyoLook {
  GObject parent_instance;

  JipyoSession *session;   /* owned */
  JipyoSettings *settings; /* owned */
  JipyoTheme theme;
  gboolean green_up;
};

G_DEFINE_FINAL_TYPE (JipyoLook, jipyo_look, G_TYPE_OBJECT)

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static JipyoThemeId
choose_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (adw_style_manager_get_dark (manager))
    return JIPYO_THEME_DARK;
  return adw_style_manager_get_high_contrast (manager) ? JIPYO_THEME_HIGH_CONTRAST
                                                       : JIPYO_THEME_LIGHT;
}

static void
look_changed_cb (JipyoLook *self)
{
  self->theme = jipyo_look_copy_theme (self, choose_theme ());
  /* The theme of high contrast has a light ground. */
  if (jipyo_look_is_high_contrast (self) && self->theme.id == JIPYO_THEME_DARK)
    self->theme = jipyo_theme_copy_sharp (&self->theme);
  self->green_up = self->theme.up == self->theme.rise_green;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
jipyo_look_dispose (GObject *object)
{
  JipyoLook *self = JIPYO_LOOK (object);

  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (jipyo_look_parent_class)->dispose (object);
}

static void
jipyo_look_class_init (JipyoLookClass *class)
{
  G_OBJECT_CLASS (class)->dispose = jipyo_look_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", JIPYO_TYPE_LOOK, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
jipyo_look_init (JipyoLook *self)
{
}

/* The desktop's font keeps the Latin letters and figures; Hangul, which it seldom has, comes from
 * the same family as in the charts, and not from whichever the system finds first. */
static void
extend_font (void)
{
  static const char hangul[] = "Pretendard,Noto Sans CJK KR,Noto Sans KR,NanumGothic";
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree char *name = NULL;

  g_object_get (settings, "gtk-font-name", &name, NULL);
  if (name == NULL || strstr (name, hangul) != NULL)
    return;
  PangoFontDescription *font = pango_font_description_from_string (name);
  const char *family = pango_font_description_get_family (font);
  g_autofree char *families = g_strdup_printf ("%s,%s", family != NULL ? family : "Sans", hangul);

  pango_font_description_set_family (font, families);
  g_autofree char *extended = pango_font_description_to_string (font);
  g_object_set (settings, "gtk-font-name", extended, NULL);
  pango_font_description_free (font);
}

JipyoLook *
jipyo_look_new (JipyoSession *session, JipyoSettings *settings)
{
  JipyoLook *self = g_object_new (JIPYO_TYPE_LOOK, NULL);
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GCallback changed = G_CALLBACK (look_changed_cb);

  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (manager, "notify::dark", changed, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", changed, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::market-convention", changed, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::lang", changed, self, G_CONNECT_SWAPPED);
  extend_font ();
  look_changed_cb (self);
  return self;
}

JipyoSettings *
jipyo_look_get_settings (JipyoLook *self)
{
  g_return_val_if_fail (JIPYO_IS_LOOK (self), NULL);
  return self->settings;
}

const JipyoTheme *
jipyo_look_get_theme (JipyoLook *self)
{
  g_return_val_if_fail (JIPYO_IS_LOOK (self), NULL);
  return &self->theme;
}

gboolean
jipyo_look_is_green_up (JipyoLook *self)
{
  g_return_val_if_fail (JIPYO_IS_LOOK (self), FALSE);
  return self->green_up;
}

gboolean
jipyo_look_is_high_contrast (JipyoLook *self)
{
  g_return_val_if_fail (JIPYO_IS_LOOK (self), FALSE);
  return adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
}

JipyoTheme
jipyo_look_copy_theme (JipyoLook *self, JipyoThemeId id)
{
  const JipyoTheme *theme = jipyo_theme_get (id);
  g_autofree char *convention = jipyo_settings_dup (self->settings, "market-convention");

  if (g_strcmp0 (convention, "red-up") == 0)
    return *theme;
  if (g_strcmp0 (convention, "green-up") == 0)
    return jipyo_theme_copy_green_up (theme);
  return jipyo_theme_copy_for_lang (theme, jipyo_session_get_lang (self->session));
}

JipyoTypeScale
jipyo_look_measure_type (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= 96.0 / 72.0;
  /* Never under 12 px, the least that is legible on a desktop. */
  return jipyo_type_scale_from_label (MAX (12.0, size * 0.93));
}

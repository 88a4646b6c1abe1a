/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A missing schema makes g_settings_new() abort, and an old one lacks newer keys, so both are
 * looked up before anything is bound. Values out of range come back from GSettings as the defaults.
 */

#include "jipyo-settings.h"

enum {
  PROP_0,
  PROP_WINDOW_WIDTH,
  PROP_WINDOW_HEIGHT,
  PROP_MAXIMIZED,
  PROP_SHOW_SIDEBAR,
  PROP_PAGE,
  PROP_AS_OF,
  PROP_LANGUAGE,
  PROP_MARKET_CONVENTION,
  PROP_COIN_BASIS,
  PROP_STYLE,
  PROP_REFRESH_PAUSED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

struct _JipyoSettings {
  GObject parent_instance;

  GValue values[N_PROPS]; /* by property; the first is unused */
  GSettings *store;       /* NULL where the schema is not installed */
};

G_DEFINE_FINAL_TYPE (JipyoSettings, jipyo_settings, G_TYPE_OBJECT)

static void
bind_keys (JipyoSettings *self, GSettingsSchema *schema)
{
  for (int i = 1; i < N_PROPS; i++)
    if (g_settings_schema_has_key (schema, props[i]->name))
      g_settings_bind (self->store, props[i]->name, self, props[i]->name, G_SETTINGS_BIND_DEFAULT);
}

static void
jipyo_settings_dispose (GObject *object)
{
  JipyoSettings *self = JIPYO_SETTINGS (object);

  g_clear_object (&self->store);
  G_OBJECT_CLASS (jipyo_settings_parent_class)->dispose (object);
}

static void
jipyo_settings_finalize (GObject *object)
{
  JipyoSettings *self = JIPYO_SETTINGS (object);

  for (int i = 1; i < N_PROPS; i++)
    g_value_unset (&self->values[i]);
  G_OBJECT_CLASS (jipyo_settings_parent_class)->finalize (object);
}

static void
jipyo_settings_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_copy (&JIPYO_SETTINGS (object)->values[id], value);
}

static void
jipyo_settings_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JipyoSettings *self = JIPYO_SETTINGS (object);

  if (g_param_values_cmp (pspec, &self->values[id], value) == 0)
    return;
  g_value_copy (value, &self->values[id]);
  g_object_notify_by_pspec (object, pspec);
}

static void
jipyo_settings_class_init (JipyoSettingsClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = jipyo_settings_dispose;
  object_class->finalize = jipyo_settings_finalize;
  object_class->get_property = jipyo_settings_get_property;
  object_class->set_property = jipyo_settings_set_property;

  props[PROP_WINDOW_WIDTH] =
    g_param_spec_int ("window-width", NULL, NULL, 0, G_MAXINT, 1280, flags);
  props[PROP_WINDOW_HEIGHT] =
    g_param_spec_int ("window-height", NULL, NULL, 0, G_MAXINT, 800, flags);
  props[PROP_MAXIMIZED] = g_param_spec_boolean ("maximized", NULL, NULL, FALSE, flags);
  props[PROP_SHOW_SIDEBAR] = g_param_spec_boolean ("show-sidebar", NULL, NULL, TRUE, flags);
  props[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, "overview", flags);
  props[PROP_AS_OF] = g_param_spec_string ("as-of", NULL, NULL, "", flags);
  props[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, "auto", flags);
  props[PROP_MARKET_CONVENTION] =
    g_param_spec_string ("market-convention", NULL, NULL, "auto", flags);
  props[PROP_COIN_BASIS] = g_param_spec_string ("coin-basis", NULL, NULL, "own", flags);
  props[PROP_STYLE] = g_param_spec_string ("style", NULL, NULL, "auto", flags);
  props[PROP_REFRESH_PAUSED] = g_param_spec_boolean ("refresh-paused", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
jipyo_settings_init (JipyoSettings *self)
{
  for (int i = 1; i < N_PROPS; i++) {
    g_value_init (&self->values[i], props[i]->value_type);
    g_param_value_set_default (props[i], &self->values[i]);
  }
}

JipyoSettings *
jipyo_settings_new (const char *schema_id)
{
  g_return_val_if_fail (schema_id != NULL, NULL);
  JipyoSettings *self = g_object_new (JIPYO_TYPE_SETTINGS, NULL);
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();

  g_autoptr (GSettingsSchema) schema =
               source == NULL ? NULL : g_settings_schema_source_lookup (source, schema_id, TRUE);
  if (schema == NULL)
    return self;
  self->store = g_settings_new_full (schema, NULL, NULL);
  bind_keys (self, schema);
  return self;
}

gboolean
jipyo_settings_is_kept (JipyoSettings *self)
{
  g_return_val_if_fail (JIPYO_IS_SETTINGS (self), FALSE);
  return self->store != NULL;
}

char *
jipyo_settings_dup (JipyoSettings *self, const char *property)
{
  g_return_val_if_fail (JIPYO_IS_SETTINGS (self), NULL);
  char *value = NULL;

  g_object_get (self, property, &value, NULL);
  return value;
}

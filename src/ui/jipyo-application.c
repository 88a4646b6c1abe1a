/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Owns the session and the settings and hands both down to the window. A second start raises the
 * window of the first. The language of the window is fixed before the first text is looked up; a
 * change of it makes a new window in the place of the old one.
 */

#include "jipyo-application.h"

#include <glib/gi18n.h>

#include "config.h"
#include "jipyo-about.h"
#include "jipyo-alert-notices.h"
#include "jipyo-session.h"
#include "jipyo-settings.h"
#include "jipyo-window.h"

struct _JipyoApplication {
  AdwApplication parent_instance;

  JipyoSettings *settings; /* owned, from the local options on */
  JipyoSession *session;   /* owned, NULL when the shipped ledger is unreadable */
  char *failure;           /* why there is no session */
  char *page;              /* from the command line, or NULL */
  char *asked_lang;        /* from the command line until one is chosen in the window, or NULL */
  int width_px;            /* from the command line, or 0 */
  int height_px;
  JipyoSessionOptions options; /* the strings are owned by the two vectors and the dictionary */
  char **ledgers;
  char **endpoints;
};

G_DEFINE_FINAL_TYPE (JipyoApplication, jipyo_application, ADW_TYPE_APPLICATION)

static const GOptionEntry option_entries[] = {
  { "as-of", 0, 0, G_OPTION_ARG_STRING, NULL,
    N_ ("Read the record as it was known on this day"), "YYYY-MM-DD" },
    { "lang", 0, 0, G_OPTION_ARG_STRING, NULL,
      N_ ("Language of the window and its figures"), "ko|en" },
      { "ledger", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL,
        N_ ("Lay a ledger file over the shipped ones"), "FILE" },
        { "endpoint", 0, 0, G_OPTION_ARG_STRING_ARRAY, NULL,
          N_ ("Replace a provider's base address"), "PROVIDER=URL" },
          { "offline", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Send nothing over the network"), NULL },
            { "now", 0, 0, G_OPTION_ARG_STRING, NULL,
              N_ ("Fix the clock, for reproducible pictures"), "RFC3339" },
              { "page", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Open this page or view"), "NAME" },
                { "size", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Size of the window"), "WxH" },
                  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, NULL, NULL, NULL },
                  { NULL },
              };

/* The language shown: asked for, else kept, else the desktop's. */
static JipyoLang
choose_lang (JipyoApplication *self)
{
  g_autofree char *kept = jipyo_settings_dup (self->settings, "language");
  JipyoLang lang;

  if (self->asked_lang != NULL && jipyo_lang_parse (self->asked_lang, &lang))
    return lang;
  if (jipyo_lang_parse (kept, &lang))
    return lang;
  return jipyo_lang_from_locale (g_get_language_names ()[0]);
}

/* LANGUAGE is the one way to have a catalogue of a language whose locale is not installed, as in a
 * sandbox. textdomain() makes gettext forget what it looked up before. */
static void
use_catalogue (JipyoLang lang)
{
  g_setenv ("LANGUAGE", jipyo_lang_id (lang), TRUE);
  textdomain (GETTEXT_PACKAGE);
}

static void
apply_style (JipyoApplication *self)
{
  g_autofree char *style = jipyo_settings_dup (self->settings, "style");
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_strcmp0 (style, "light") == 0)
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_strcmp0 (style, "dark") == 0)
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
}

static void
style_changed_cb (JipyoApplication *self)
{
  apply_style (self);
}

static GtkWindow *
build_failure_window (JipyoApplication *self)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (self));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *status = adw_status_page_new ();
  g_autofree char *escaped = g_markup_escape_text (self->failure, -1);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "dialog-warning-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ ("The record cannot be read"));
  adw_status_page_set_description (ADW_STATUS_PAGE (status), escaped);
  gtk_widget_set_vexpand (status, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), status);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 640, 400);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Jipyo"));
  return GTK_WINDOW (window);
}

static GtkWindow *
build_window (JipyoApplication *self)
{
  if (self->session == NULL)
    return build_failure_window (self);
  GtkWindow *window = g_object_new (JIPYO_TYPE_WINDOW, "application", self, "session",
                                    self->session, "settings", self->settings, NULL);

  if (self->width_px > 0)
    gtk_window_set_default_size (window, self->width_px, self->height_px);
  if (self->page != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", self->page);
  g_clear_pointer (&self->page, g_free);
  return window;
}

static void
language_changed_cb (JipyoApplication *self)
{
  g_clear_pointer (&self->asked_lang, g_free);
  JipyoLang lang = choose_lang (self);

  if (self->session == NULL || lang == jipyo_session_get_lang (self->session))
    return;
  use_catalogue (lang);
  jipyo_session_set_lang (self->session, lang);

  GtkWindow *old = gtk_application_get_active_window (GTK_APPLICATION (self));
  GtkWindow *new = build_window (self);

  gtk_window_present (new);
  if (old != NULL)
    gtk_window_destroy (old);
}

static void
quit_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  JipyoApplication *self = user_data;
  GList *windows;

  while ((windows = gtk_application_get_windows (GTK_APPLICATION (self))) != NULL)
    gtk_window_destroy (windows->data);
}

static void
about_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  jipyo_about_present (gtk_application_get_active_window (user_data));
}

/* Asked for by a second start. */
static void
view_asked_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (window != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (window), "win.show-view", parameter);
}

/* Asked for by a toast, which is not below the list. */
static void
watch_restore_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  JipyoApplication *self = user_data;

  if (self->session != NULL)
    jipyo_watchlist_restore (jipyo_session_get_watchlist (self->session));
}

/* The same of what a venue renamed. */
static void
rename_restore_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  JipyoApplication *self = user_data;

  if (self->session != NULL)
    jipyo_session_take_rename_back (self->session);
}

static void
install_actions (JipyoApplication *self)
{
  static const GActionEntry entries[] = {
    { .name = "show-view", .activate = view_asked_cb, .parameter_type = "s" },
    { .name = "quit", .activate = quit_activated_cb },
    { .name = "about", .activate = about_activated_cb },
    { .name = "watch-restore", .activate = watch_restore_cb },
    { .name = "rename-restore", .activate = rename_restore_cb },
  };
  static const char *const kept[] = { "language", "market-convention", "style", "coin-basis" };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++) {
    g_autoptr (GPropertyAction) action = g_property_action_new (kept[i], self->settings, kept[i]);

    g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
  }
  if (self->session != NULL) {
    g_autoptr (GPropertyAction) offline =
                 g_property_action_new ("offline", self->session, "offline");

    g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (offline));
  }
}

static void
install_accels (JipyoApplication *self)
{
  static const struct {
    const char *action;
    const char *accels[3];
  } table[] = {
    { "app.quit", { "<Control>q" } },
    { "win.search", { "<Control>f" } },
    { "win.refresh", { "<Control>r" } },
    { "win.present", { "F5" } },
    { "win.toggle-sidebar", { "F9" } },
    { "win.menu", { "F10" } },
    { "win.back", { "<Alt>Left", "Back" } },
    { "win.show-help-overlay", { "<Control>question" } },
    { "win.page::overview", { "<Control>1" } },
    { "win.page::money", { "<Control>2" } },
    { "win.page::models", { "<Control>3" } },
    { "win.page::rounds", { "<Control>4" } },
    { "win.page::markets", { "<Control>5" } },
    { "win.page::claims", { "<Control>6" } },
    { "win.page::alerts", { "<Control>7" } },
    { "win.edit-alert::", { "<Control>n" } },
    { "win.preferences::", { "<Control>comma" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), table[i].action,
                                           table[i].accels);
}

/* The page of what has a new code goes where its prices go on. */
static void
code_changed_cb (JipyoApplication *self, const char *from, const char *to)
{
  g_autofree char *old = g_strconcat ("instrument:", from, NULL);
  g_autofree char *new = g_strconcat ("instrument:", to, NULL);

  for (GList *at = gtk_application_get_windows (GTK_APPLICATION (self)); at != NULL;
       at = at->next) {
    g_autofree char *page = NULL;

    if (!JIPYO_IS_WINDOW (at->data))
      continue;
    g_object_get (at->data, "page", &page, NULL);
    if (g_strcmp0 (page, old) == 0)
      gtk_widget_activate_action (at->data, "win.show-view", "s", new);
  }
}

static void
open_session (JipyoApplication *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *as_of = jipyo_settings_dup (self->settings, "as-of");

  self->options.lang = choose_lang (self);
  self->options.ledgers = (const char *const *) self->ledgers;
  self->options.endpoints = (const char *const *) self->endpoints;
  if (!jipyo_date_is_known (self->options.as_of))
    jipyo_date_parse (as_of, &self->options.as_of);
  if (!self->options.offline)
    g_object_get (self->settings, "refresh-paused", &self->options.offline, NULL);
  self->session = jipyo_session_new (&self->options, &error);
  if (self->session == NULL) {
    self->failure = g_strdup (error->message);
    return;
  }
  /* Only what is changed in the window is kept, not what the command line asked for. */
  g_object_bind_property (self->session, "as-of", self->settings, "as-of", G_BINDING_DEFAULT);
  g_object_bind_property (self->session, "offline", self->settings, "refresh-paused",
                          G_BINDING_DEFAULT);
  g_signal_connect_object (self->session, "code-changed", G_CALLBACK (code_changed_cb), self,
                           G_CONNECT_SWAPPED);
  jipyo_alert_notices_install (G_APPLICATION (self), self->session);
}

/* The toolkit reads the style sheet of its own theme when it opens the display, and libadwaita,
 * which brings another, has it thrown away at once: a tenth of what there is to do until the first
 * picture. The name of the theme that libadwaita puts in its place, an empty one, is known only by
 * this variable so early; libadwaita then must not find it set, for whoever sets it wants a theme
 * of theirs. */
static void
open_display (void)
{
  static const char name[] = "GTK_THEME";
  const gboolean theirs = g_getenv (name) != NULL;

  if (!theirs)
    g_setenv (name, "Adwaita-empty", TRUE);
  gtk_init ();
  gtk_settings_get_default ();
  if (!theirs)
    g_unsetenv (name);
}

static void
jipyo_application_startup (GApplication *application)
{
  JipyoApplication *self = JIPYO_APPLICATION (application);

  open_display ();
  G_APPLICATION_CLASS (jipyo_application_parent_class)->startup (application);
  open_session (self);
  install_actions (self);
  install_accels (self);
  apply_style (self);
  g_signal_connect_object (self->settings, "notify::style", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "notify::language", G_CALLBACK (language_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

static void
jipyo_application_activate (GApplication *application)
{
  JipyoApplication *self = JIPYO_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = build_window (self);
  gtk_window_present (window);
}

/* As the settings hold them. */
enum { WIDTH_MIN_PX = 360, HEIGHT_MIN_PX = 294 };

static gboolean
take_size (JipyoApplication *self, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "x", 2);
  guint64 width, height;

  if (g_strv_length (parts) != 2
      || !g_ascii_string_to_unsigned (parts[0], 10, 1, 16384, &width, NULL)
      || !g_ascii_string_to_unsigned (parts[1], 10, 1, 16384, &height, NULL))
    return FALSE;
  /* Smaller than the window can be is as small as it can be. */
  self->width_px = MAX ((int) width, WIDTH_MIN_PX);
  self->height_px = MAX ((int) height, HEIGHT_MIN_PX);
  return TRUE;
}

/* Takes what was typed; the name of the option that is wrong, or NULL. */
static const char *
take_options (JipyoApplication *self, GVariantDict *options)
{
  const char *text;
  JipyoLang lang;

  if (g_variant_dict_lookup (options, "as-of", "&s", &text)
      && !jipyo_date_parse (text, &self->options.as_of))
    return "--as-of";
  if (g_variant_dict_lookup (options, "now", "&s", &text)
      && !jipyo_instant_parse (text, &self->options.now_us))
    return "--now";
  if (g_variant_dict_lookup (options, "lang", "s", &self->asked_lang)
      && !jipyo_lang_parse (self->asked_lang, &lang))
    return "--lang";
  if (g_variant_dict_lookup (options, "size", "&s", &text) && !take_size (self, text))
    return "--size";
  g_variant_dict_lookup (options, "offline", "b", &self->options.offline);
  g_variant_dict_lookup (options, "page", "s", &self->page);
  g_variant_dict_lookup (options, "ledger", "^aay", &self->ledgers);
  g_variant_dict_lookup (options, "endpoint", "^as", &self->endpoints);
  if (!jipyo_session_check_endpoints ((const char *const *) self->endpoints, NULL))
    return "--endpoint";
  return NULL;
}

static int
jipyo_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  JipyoApplication *self = JIPYO_APPLICATION (application);

  self->settings = jipyo_settings_new (g_application_get_application_id (application));
  const char *wrong = take_options (self, options);
  g_autofree const char **words = NULL;

  if (g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&s", &words)) {
    g_printerr (_ ("jipyo: “%s” after options is no command; a command comes first. See "
                   "jipyo --help.\n"),
                   words[0]);
    return 2;
  }

  if (wrong != NULL) {
    g_printerr (_ ("jipyo: %s has a value that cannot be read. See jipyo --help.\n"), wrong);
    return 2;
  }
  use_catalogue (choose_lang (self));
  /* What is wrong with the bus is said when it is registered again. */
  if (self->page != NULL && g_application_register (application, NULL, NULL)
      && g_application_get_is_remote (application))
    g_action_group_activate_action (G_ACTION_GROUP (application), "show-view",
                                    g_variant_new_string (self->page));
  return -1;
}

/* GLib gives up with 1 on an option that it does not know; for a wrong use that is 2 here, as of
 * every command. */
static gboolean
jipyo_application_local_command_line (GApplication *application, char ***words, int *status)
{
  const gboolean done = G_APPLICATION_CLASS (jipyo_application_parent_class)
                          ->local_command_line (application, words, status);

  if (done && *status == 1 && JIPYO_APPLICATION (application)->settings == NULL)
    *status = 2;
  return done;
}

static void
jipyo_application_dispose (GObject *object)
{
  JipyoApplication *self = JIPYO_APPLICATION (object);

  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (jipyo_application_parent_class)->dispose (object);
}

static void
jipyo_application_finalize (GObject *object)
{
  JipyoApplication *self = JIPYO_APPLICATION (object);

  g_free (self->failure);
  g_free (self->page);
  g_free (self->asked_lang);
  g_strfreev (self->ledgers);
  g_strfreev (self->endpoints);
  G_OBJECT_CLASS (jipyo_application_parent_class)->finalize (object);
}

static void
jipyo_application_class_init (JipyoApplicationClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GApplicationClass *application_class = G_APPLICATION_CLASS (class);

  object_class->dispose = jipyo_application_dispose;
  object_class->finalize = jipyo_application_finalize;
  application_class->startup = jipyo_application_startup;
  application_class->activate = jipyo_application_activate;
  application_class->local_command_line = jipyo_application_local_command_line;
  application_class->handle_local_options = jipyo_application_handle_local_options;
}

static void
jipyo_application_init (JipyoApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), option_entries);
}

JipyoApplication *
jipyo_application_new (const char *application_id)
{
  return g_object_new (JIPYO_TYPE_APPLICATION, "application-id", application_id,
                       "resource-base-path", "/io/github/jipyo/Jipyo", NULL);
}

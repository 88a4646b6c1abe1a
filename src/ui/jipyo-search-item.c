/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names are kept in both languages, so that one finds Upstage by 업스테이지 and the other way
 * round.
 */

#include "jipyo-search-item.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "jipyo-format.h"
#include "jipyo-hangul.h"
#include "jipyo-instrument-name.h"
#include "jipyo-instrument.h"
#include "jipyo-known-instruments.h"

struct _JipyoSearchItem {
  GObject parent_instance;

  char *title;
  char *other; /* the name in the other language */
  char *subtitle;
  const char *action; /* static */
  char *target;
};

G_DEFINE_FINAL_TYPE (JipyoSearchItem, jipyo_search_item, G_TYPE_OBJECT)

static void
jipyo_search_item_finalize (GObject *object)
{
  JipyoSearchItem *self = JIPYO_SEARCH_ITEM (object);

  g_free (self->title);
  g_free (self->other);
  g_free (self->subtitle);
  g_free (self->target);
  G_OBJECT_CLASS (jipyo_search_item_parent_class)->finalize (object);
}

static void
jipyo_search_item_class_init (JipyoSearchItemClass *class)
{
  G_OBJECT_CLASS (class)->finalize = jipyo_search_item_finalize;
}

static void
jipyo_search_item_init (JipyoSearchItem *self)
{
}

static JipyoSearchItem *
append (GListStore *store, const JipyoText *name, JipyoLang lang)
{
  g_autoptr (JipyoSearchItem) item = g_object_new (JIPYO_TYPE_SEARCH_ITEM, NULL);
  const JipyoLang other = lang == JIPYO_LANG_KO ? JIPYO_LANG_EN : JIPYO_LANG_KO;

  item->title = g_strdup (jipyo_text_get (name, lang));
  item->other = g_strdup (jipyo_text_get (name, other));
  g_list_store_append (store, item);
  return item;
}

static void
append_views (GListStore *store, JipyoLang lang)
{
  guint n_views;
  const JipyoViewInfo *views = jipyo_view_list (&n_views);

  for (guint i = 0; i < n_views; i++) {
    const JipyoText name = { (char *) views[i].title_ko, (char *) views[i].title_en };

    if (views[i].per_team || views[i].per_instrument)
      continue;
    JipyoSearchItem *item = append (store, &name, lang);
    item->subtitle = g_strdup (_ ("View"));
    item->action = "win.show-view";
    item->target = g_strdup (views[i].name);
  }
}

static void
append_members (GListStore *store, JipyoSession *session, const JipyoTeam *team)
{
  JipyoLedger *ledger = jipyo_session_get_ledger (session);
  const JipyoLang lang = jipyo_session_get_lang (session);

  for (guint i = 0; i < team->members->len; i++) {
    const JipyoMember *member = g_ptr_array_index (team->members, i);
    const JipyoOrganisation *organisation =
      jipyo_ledger_find_organisation (ledger, member->organisation);

    if (organisation == NULL || g_strcmp0 (member->organisation, team->lead) == 0)
      continue;
    JipyoSearchItem *item = append (store, &organisation->name, lang);
    /* Translators: the consortium that an organisation belongs to */
    item->subtitle = g_strdup_printf (_ ("Member of %s"), jipyo_text_get (&team->name, lang));
    item->action = "win.show-view";
    item->target = g_strconcat ("team:", team->id, NULL);
  }
}

static void
append_teams (GListStore *store, JipyoSession *session)
{
  const GPtrArray *teams = jipyo_ledger_get_teams (jipyo_session_get_ledger (session));
  const JipyoLang lang = jipyo_session_get_lang (session);

  for (guint i = 0; i < teams->len; i++) {
    const JipyoTeam *team = g_ptr_array_index (teams, i);
    JipyoSearchItem *item = append (store, &team->name, lang);

    item->subtitle = g_strdup (_ ("Consortium"));
    item->action = "win.show-view";
    item->target = g_strconcat ("team:", team->id, NULL);
  }
  for (guint i = 0; i < teams->len; i++)
    append_members (store, session, g_ptr_array_index (teams, i));
}

static void
append_instrument (GListStore *store, JipyoSession *session, const char *instrument)
{
  const JipyoLang lang = jipyo_session_get_lang (session);
  JipyoText name = jipyo_instrument_name (jipyo_session_get_ledger (session), instrument, NULL);
  g_autofree char *venue = jipyo_instrument_venue (instrument, lang);
  JipyoSearchItem *item = append (store, &name, lang);

  item->subtitle = g_strdup_printf ("%s · %s", venue, instrument);
  item->action = "win.show-view";
  item->target = g_strconcat ("instrument:", instrument, NULL);
  jipyo_text_clear (&name);
}

static void
append_instruments (GListStore *store, JipyoSession *session)
{
  g_autoptr (GPtrArray) known = jipyo_known_instruments_list (session);

  for (guint i = 0; i < known->len; i++)
    append_instrument (store, session, known->pdata[i]);
}

static void
append_claims (GListStore *store, JipyoSession *session)
{
  const GPtrArray *claims = jipyo_ledger_get_claims (jipyo_session_get_ledger (session));
  const JipyoLang lang = jipyo_session_get_lang (session);

  for (guint i = 0; i < claims->len; i++) {
    const JipyoClaim *claim = g_ptr_array_index (claims, i);

    if (jipyo_text_is_empty (&claim->label))
      continue;
    JipyoSearchItem *item = append (store, &claim->label, lang);
    g_autofree char *period = jipyo_period_format_long (claim->true_for, lang);
    g_autofree char *figure = claim->quantity.known
                                ? jipyo_format_quantity (&claim->quantity, lang)
                                : g_strdup (jipyo_text_get (&claim->text, lang));

    item->subtitle = g_strdup_printf ("%s · %s", figure, period);
    item->action = "win.explain";
    item->target = g_strdup (claim->id);
  }
}

GListModel *
jipyo_search_item_list (JipyoSession *session)
{
  GListStore *store = g_list_store_new (JIPYO_TYPE_SEARCH_ITEM);

  append_teams (store, session);
  append_views (store, jipyo_session_get_lang (session));
  append_instruments (store, session);
  append_claims (store, session);
  return G_LIST_MODEL (store);
}

GListModel *
jipyo_search_item_list_typed (JipyoSession *session, const char *text)
{
  GListStore *store = g_list_store_new (JIPYO_TYPE_SEARCH_ITEM);
  g_autoptr (GPtrArray) known = jipyo_known_instruments_list (session);
  g_autofree char *instrument = jipyo_instrument_parse (text);

  if (instrument != NULL
      && !g_ptr_array_find_with_equal_func (known, instrument, g_str_equal, NULL))
    append_instrument (store, session, instrument);
  return G_LIST_MODEL (store);
}

const char *
jipyo_search_item_get_title (JipyoSearchItem *self)
{
  return self->title;
}

const char *
jipyo_search_item_get_subtitle (JipyoSearchItem *self)
{
  return self->subtitle;
}

const char *
jipyo_search_item_get_action (JipyoSearchItem *self)
{
  return self->action;
}

const char *
jipyo_search_item_get_target (JipyoSearchItem *self)
{
  return self->target;
}

gboolean
jipyo_search_item_matches (JipyoSearchItem *self, const char *text)
{
  return jipyo_hangul_matches (self->title, text) || jipyo_hangul_matches (self->other, text)
         || (self->subtitle != NULL && jipyo_hangul_matches (self->subtitle, text));
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A basket is reckoned from the kept closes of its members and their newest quotes.
 */

#include "jipyo-quotes-baskets.h"

#include "jipyo-basket-members.h"
#include "jipyo-instrument.h"

struct _JipyoQuotesBaskets {
  JipyoSession *session;  /* owned */
  GPtrArray *asked;       /* of char *, without baskets */
  GPtrArray *baskets;     /* of char * */
  GPtrArray *instruments; /* of char *: what was asked for, and the members; ends with NULL */
};

JipyoQuotesBaskets *
jipyo_quotes_baskets_new (const JipyoCommandLine *line, const char *const *asked)
{
  g_autoptr (JipyoQuotesBaskets) self = g_new0 (JipyoQuotesBaskets, 1);

  self->asked = g_ptr_array_new_with_free_func (g_free);
  self->baskets = g_ptr_array_new_with_free_func (g_free);
  self->instruments = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; asked != NULL && asked[i] != NULL; i++)
    jipyo_basket_members_add_once (
      jipyo_instrument_is_basket (asked[i]) ? self->baskets : self->asked, g_strdup (asked[i]));
  if (self->baskets->len == 0)
    return NULL;
  self->session = jipyo_command_open_session (line);
  if (self->session == NULL)
    return NULL;
  for (guint i = 0; i < self->asked->len; i++)
    g_ptr_array_add (self->instruments, g_strdup (self->asked->pdata[i]));
  for (guint i = 0; i < self->baskets->len; i++)
    jipyo_basket_members_add (self->instruments, jipyo_session_get_ledger (self->session),
                              self->baskets->pdata[i]);
  /* An empty list would ask for everything. */
  if (self->instruments->len == 0)
    return NULL;
  g_ptr_array_add (self->instruments, NULL);
  return g_steal_pointer (&self);
}

void
jipyo_quotes_baskets_free (JipyoQuotesBaskets *self)
{
  g_clear_object (&self->session);
  g_ptr_array_unref (self->asked);
  g_ptr_array_unref (self->baskets);
  g_ptr_array_unref (self->instruments);
  g_free (self);
}

const char *const *
jipyo_quotes_baskets_get_instruments (const JipyoQuotesBaskets *self)
{
  return (const char *const *) self->instruments->pdata;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_set_object ((GAsyncResult **) data, result);
}

/* The closes that the baskets need, and a person's own weights. */
static void
read_pasts (const JipyoQuotesBaskets *self)
{
  g_autofree char *told = g_strdup (jipyo_session_get_notice (self->session));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  jipyo_session_read_pasts_async (self->session, "market-shares", NULL, read_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  if (!jipyo_session_read_pasts_finish (self->session, result, &error))
    jipyo_command_complain_of_past (error);
  jipyo_session_get_weights (self->session);
  const char *notice = jipyo_session_get_notice (self->session);
  if (g_strcmp0 (notice, told) != 0)
    jipyo_command_complain ("%s", notice);
}

static void
settle_basket (const JipyoQuotesBaskets *self, const char *basket, JipyoQuotesReport *report)
{
  g_autoptr (GError) error = NULL;
  JipyoQuote *quote =
    jipyo_session_make_basket_quote (self->session, basket, report->quotes, &error);

  if (quote != NULL) {
    g_ptr_array_add (report->quotes, quote);
    return;
  }
  g_autofree char *message = g_strdup_printf ("%s: %s", basket, error->message);
  g_ptr_array_add (report->failures,
                   jipyo_failure_new (NULL, JIPYO_MARKET_ERROR_NOT_FOUND, message));
}

static gboolean
is_asked (const JipyoQuotesBaskets *self, const JipyoQuote *quote)
{
  return jipyo_instrument_is_basket (quote->instrument)
         || g_ptr_array_find_with_equal_func (self->asked, quote->instrument, g_str_equal, NULL);
}

void
jipyo_quotes_baskets_settle (const JipyoQuotesBaskets *self, JipyoQuotesReport *report)
{
  read_pasts (self);
  for (guint i = 0; i < self->baskets->len; i++)
    settle_basket (self, self->baskets->pdata[i], report);
  for (guint i = report->quotes->len; i > 0; i--)
    if (!is_asked (self, report->quotes->pdata[i - 1]))
      g_ptr_array_remove_index (report->quotes, i - 1);
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is well is said without a time, so that nothing ticks; what is not says since when.
 */

#include "jipyo-provider-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "jipyo-known-quote.h"

/* Until one that is not the first counts as standing by again. */
static const int intervals_until_idle = 3;

const char *
jipyo_provider_text_class (const char *class, JipyoLang lang)
{
  if (g_str_equal (class, "krx-index"))
    return _ ("Indices of the Korea Exchange");
  if (g_str_equal (class, "krx-share"))
    return _ ("Shares of the Korea Exchange");
  if (g_str_equal (class, "fx"))
    return _ ("The dollar in won");
  if (g_str_equal (class, "usd"))
    return _ ("Coins in dollars");
  return jipyo_known_quote_provider_label (class, lang);
}

const char *
jipyo_provider_text_reason (const char *code)
{
  static const struct {
    const char *code;
    const char *text;
  } reasons[] = {
    { "offline", N_ ("it cannot be reached") },
      { "timed-out", N_ ("it is too slow") },
        { "tls", N_ ("its certificate is not trusted") },
          { "rate-limited", N_ ("it asks for patience") },
            { "banned", N_ ("it refuses this computer for a while") },
              { "bad-status", N_ ("it answers with an error") },
                { "bad-reply", N_ ("its answer is not understood") },
                  { "too-large", N_ ("its answer is too large") },
                    { "no-key", N_ ("it does not take the key") },
                  };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_strcmp0 (code, reasons[i].code) == 0)
      return _ (reasons[i].text);
  return _ ("it fails");
}

char *
jipyo_provider_text_interval (int seconds)
{
  if (seconds < 60)
    return g_strdup_printf (_ ("every %d s"), seconds);
  if (seconds < 60 * 60)
    return g_strdup_printf (_ ("every %d min"), seconds / 60);
  if (seconds < 24 * 60 * 60)
    return g_strdup_printf (_ ("every %d h"), seconds / 60 / 60);
  return g_strdup (_ ("once a day"));
}

/* (transfer full) */
static char *
tell_pace (JipyoProviders *providers, const char *provider)
{
  g_autofree char *interval =
    jipyo_provider_text_interval (jipyo_providers_get_interval (providers, provider));

  if (!jipyo_providers_streams (provider))
    return g_steal_pointer (&interval);
  /* Translators: %s is such as “every 10 s”. */
  return g_strdup_printf (_ ("as it happens, or %s"), interval);
}

/* A monotonic time as people in Korea read it: "12:31 KST". (transfer full) */
static char *
format_moment (JipyoSession *session, gint64 monotonic_us)
{
  const gint64 instant_us =
    jipyo_session_get_now (session) + monotonic_us - g_get_monotonic_time ();
  g_autofree char *time = jipyo_instant_format_time_kst (instant_us);

  return g_strdup_printf ("%.*s KST", (int) strlen ("12:31"), time);
}

/* (transfer full) */
static char *
tell_failure (JipyoSession *session, const JipyoProviderState *state)
{
  const char *reason = jipyo_provider_text_reason (state->code);
  const gboolean waits = state->until_us > g_get_monotonic_time ();
  g_autofree char *time = format_moment (session, waits ? state->until_us : state->failing_us);

  if (g_strcmp0 (state->code, "no-key") == 0)
    return g_strdup (_ ("It wants a key, or another one"));
  /* Translators: first a time like “12:31 KST”, then a reason like “it is too slow”. */
  return waits ? g_strdup_printf (_ ("Left alone until %s: %s"), time, reason)
               : g_strdup_printf (_ ("No answer since %s: %s"), time, reason);
}

static gboolean
is_idle (JipyoProviders *providers, const char *provider, const JipyoProviderState *state)
{
  const gint64 interval_us = jipyo_providers_get_interval (providers, provider) * G_USEC_PER_SEC;

  return g_get_monotonic_time () - state->answered_us > intervals_until_idle * interval_us;
}

char *
jipyo_provider_text_state (JipyoSession *session, const char *provider, int place)
{
  JipyoProviders *providers = jipyo_session_get_providers (session);
  const JipyoProviderState *state = jipyo_providers_get_state (providers, provider);
  g_autofree char *pace = tell_pace (providers, provider);

  if (place < 0)
    return g_strdup (jipyo_providers_takes_key (provider) ? _ ("Not asked. It wants a key")
                                                          : _ ("Not asked"));
  if (jipyo_session_is_offline (session))
    return g_strdup (_ ("Not asked while the network is off"));
  if (state != NULL && state->failing_us != 0)
    return tell_failure (session, state);
  if (state == NULL && place == 0)
    return g_strdup_printf (_ ("Waiting for its first answer · %s"), pace);
  if (state == NULL || (place > 0 && is_idle (providers, provider, state)))
    return g_strdup (_ ("Stands by"));
  return g_strdup_printf (_ ("Answers · %s"), pace);
}

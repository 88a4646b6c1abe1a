/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a command of the command line is: a name, options of its own, and a function. One file a
 * command; the table is in jipyo-cli.c.
 */

#pragma once

#include "jipyo-keyring.h"
#include "jipyo-provider-choice.h"
#include "jipyo-session.h"

/* Exit statuses of every command. */
enum {
  JIPYO_EXIT_DONE = 0,
  JIPYO_EXIT_FAILED = 1,
  JIPYO_EXIT_USAGE = 2,
  JIPYO_EXIT_PARTLY = 3,
};

/* The options that all commands share, parsed, and what stands beside them. */
typedef struct {
  JipyoLang lang;
  JipyoDate as_of;  /* unknown: today */
  gint64 now_us;    /* 0: the real clock */
  char **ledgers;   /* files laid over the shipped ones; may be NULL */
  char **endpoints; /* "PROVIDER=URL"; may be NULL */
  char **arguments; /* what is neither option nor value; never NULL */
} JipyoCommandLine;

typedef struct {
  const char *name;
  const char *arguments; /* as shown in --help: "NAME", "[INSTRUMENT]…"; or NULL */
  const char *summary;   /* one line, marked with N_() */
  /* Parses the command's own options: fills in `entries`' targets. Own options live in a struct
   * that `options` points to, of `options_size` bytes, zeroed before parsing. */
  void (*add_options) (GOptionContext *context, gpointer options);
  gsize options_size;
  void (*clear_options) (gpointer options); /* frees what parsing put there; may be NULL */
  int (*run) (const JipyoCommandLine *line, gpointer options);
} JipyoCommand;

/* The options of a command that has no other: text, or JSON. */
typedef struct {
  gboolean json;
} JipyoJsonOption;
void jipyo_command_add_json_option (GOptionContext *context, gpointer options);

/* Prints "jipyo: message" to standard error. */
void jipyo_command_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* Why kept prices could not be read or kept: of a JIPYO_PAST_ERROR also who has them, and what to
 * do. */
void jipyo_command_complain_of_past (const GError *error);
/* Of when kept prices are that were read from a copy made then, in milliseconds; nothing for 0. */
void jipyo_command_tell_copied (gint64 copied_ms);
/* That quotes are not of the day of --as-of; nothing when that is today, or was not given. */
void jipyo_command_tell_live (const JipyoCommandLine *line);
/* A usage error: complains, points to --help, gives JIPYO_EXIT_USAGE. */
int jipyo_command_misuse (const char *command, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* Writes all of `text` to standard output, or to `path` (the old file stays on any error);
 * complains and gives FALSE when it cannot be written. */
gboolean jipyo_command_write (const char *text, const char *path);
/* Until the last change of a file of a person's own is saved; complains and gives JIPYO_EXIT_FAILED
 * when it is not. */
int jipyo_command_wait_for_save (JipyoOwnFile *file);
/* A session with the line's date, language, clock and ledgers; complains and gives NULL when that
 * fails. Problems with a person's own files are told on standard error. */
JipyoSession *jipyo_command_open_session (const JipyoCommandLine *line);
/* A person's watchlist; a file that was put aside is told on standard error. (transfer full) */
JipyoWatchlist *jipyo_command_open_watchlist (void);
/* A person's weights of baskets, likewise. Borrowed. */
JipyoWeights *jipyo_command_open_weights (JipyoSession *session);
/* What venues have renamed, and what of it a person took back; a file that is put aside is told on
 * standard error. (transfer full) */
JipyoNewCodes *jipyo_command_open_new_codes (void);
/* Which of these have a new code, of those that no quote is of; `quotes` (of JipyoQuote) may be
 * NULL: none is. */
void jipyo_command_tell_new_codes (const char *const *instruments, const GPtrArray *quotes);
/* Whom to ask, as a person chose; a file that counts for nothing is told on standard error.
 * (transfer full) */
JipyoProviderOrder *jipyo_command_open_providers (void);
/* The keys that an order of quotes needs; a keyring that does not give them is told on standard
 * error. (transfer full) */
JipyoKeys *jipyo_command_open_keys (const JipyoQuotesOrder *order);
/* What the session's notice says more than `told`, which it was before; NULL: it had none. */
void jipyo_command_complain_of_news (JipyoSession *session, const char *told);
/* A view with the prices that it wants of the history; what cannot be read of it is complained of
 * and then missing. NULL with an error for what is no view. (transfer full) */
JipyoView *jipyo_command_build_view (JipyoSession *session,
                                     const char *name,
                                     GHashTable *options,
                                     GError **error);
/* Parses repeated "key=value" into a table (char * → char *); complains and gives NULL when one has
 * no "=". `pairs` may be NULL. */
GHashTable *jipyo_command_parse_pairs (const char *command, char **pairs);

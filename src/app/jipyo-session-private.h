/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The session from inside, for the files that it consists of. Nobody else includes this.
 */

#pragma once

#include "jipyo-belongings.h"
#include "jipyo-client.h"
#include "jipyo-feed-pacer.h"
#include "jipyo-past-filler.h"
#include "jipyo-past-shelf.h"
#include "jipyo-quote-board.h"
#include "jipyo-quote-keeper.h"
#include "jipyo-record-reading.h"
#include "jipyo-unit-change.h"

/* As in the public header, which would close a ring of includes. */
typedef struct _JipyoSession JipyoSession;

struct _JipyoSession {
  GObject parent_instance;

  JipyoRecordReading record;
  JipyoLang lang;
  JipyoClock clock;
  char *notice; /* owned, or NULL */

  JipyoBelongings *own;      /* owned */
  JipyoPastShelf *shelf;     /* owned */
  JipyoQuoteBoard *board;    /* owned */
  JipyoUnitWatch *units;     /* owned */
  JipyoFeedSupervisor *feed; /* owned; NULL until started */
  JipyoFeedPacer *pacer;     /* owned; NULL until started */
  JipyoQuoteKeeper *keeper;  /* owned; NULL until the feed is started */
  JipyoPastFiller *filler;   /* owned; NULL until the feed is started */
  guint announce_id;         /* 0 when nobody waits to hear of quotes */
  guint tick_id;             /* 0 while the feed is stopped */
  gint64 ticked_us;          /* by the real clock */
  gboolean offline;          /* by choice */
  guint viewers;             /* windows that can be seen */
};

/* One that the feed tells. */
void jipyo_session_take_quote (JipyoSession *self, const JipyoQuote *received);
/* Quotes changed: "quotes-changed" is emitted soon, once for all that do until then. */
void jipyo_session_announce (JipyoSession *self);
/* For as long as both are there. */
void jipyo_session_listen (JipyoSession *self, gpointer to, const char *signal, GCallback callback);

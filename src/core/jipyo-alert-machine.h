/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What becomes of a rule as samples come in. Asks no clock: time passes by what it is told, and
 * what falls due in between happens at its exact instant, so that live and replayed samples give
 * the same transitions however often time is told.
 */

#pragma once

#include "jipyo-alert.h"

typedef enum {
  JIPYO_ALERT_NORMAL,
  JIPYO_ALERT_PENDING, /* the level is reached, not yet for sure */
  JIPYO_ALERT_FIRING,
  JIPYO_ALERT_RECOVERING, /* it has returned, not yet for long */
  JIPYO_ALERT_NO_DATA,
  JIPYO_ALERT_ERROR,
  JIPYO_ALERT_CLOSED,
  JIPYO_ALERT_QUARANTINED,
} JipyoAlertState;
#define JIPYO_ALERT_STATES (JIPYO_ALERT_QUARANTINED + 1)

typedef enum {
  JIPYO_SAMPLE_FRESH,
  JIPYO_SAMPLE_CLOSED,  /* the venue does not trade */
  JIPYO_SAMPLE_SUSPECT, /* the data gate does not believe it */
  JIPYO_SAMPLE_FAILED,  /* an attempt to get one failed */
} JipyoAlertSampleState;

typedef struct {
  JipyoAlertSampleState state;
  JipyoDecimal value; /* of fresh, closed and suspect ones */
  gint64 time_us;     /* when it came */
  gint64 quote_us;    /* the venue's time of it; two of the same time are one; 0: as time_us */
  gint64 period_us;   /* at which a next one is expected; 0: not known */
  const char *source; /* borrowed, as long as the transitions */
} JipyoAlertSample;

/* One line of the log. */
typedef struct {
  JipyoAlertState from;
  JipyoAlertState to;
  gint64 time_us;
  gboolean has_value;
  JipyoDecimal value;
  gint64 quote_us;
  const char *source; /* of the sample; or NULL */
  guint rule_version;
} JipyoAlertTransition;

typedef struct {
  JipyoAlertState base;  /* normal, pending, firing or recovering */
  JipyoAlertState cover; /* why the base cannot be judged now; normal: it can */
  gboolean armed;        /* it has been on the other side of the level */
  gint64 since_us;       /* the base */
  gint64 heard_us;       /* of the last sample, or when it was armed; 0: not begun */
  gint64 period_us;
  guint failures;        /* in a row */
  JipyoAlertSample last; /* the last one with a value */
  gboolean has_last;
} JipyoAlertMachine;

/* `fired`: it fired before the program was last stopped, and is not to fire again for that. */
void jipyo_alert_machine_init (JipyoAlertMachine *self, const JipyoAlertRule *rule, gboolean fired);
JipyoAlertState jipyo_alert_machine_get_state (const JipyoAlertMachine *self);
/* Time passes without a sample. Transitions are appended to `log` (of JipyoAlertTransition). */
void jipyo_alert_machine_advance (JipyoAlertMachine *self,
                                  const JipyoAlertRule *rule,
                                  gint64 now_us,
                                  GArray *log);
void jipyo_alert_machine_feed (JipyoAlertMachine *self,
                               const JipyoAlertRule *rule,
                               const JipyoAlertSample *sample,
                               GArray *log);

/* Whether the rule fired by it: not for one that goes on firing after a recovery or a silence. */
gboolean jipyo_alert_transition_is_firing (const JipyoAlertTransition *self);

/* "normal", "pending", "firing", "recovering", "no-data", "error", "closed", "quarantined". */
const char *jipyo_alert_state_id (JipyoAlertState state);
gboolean jipyo_alert_state_parse (const char *id, JipyoAlertState *state);
const char *jipyo_alert_state_label (JipyoAlertState state, JipyoLang lang);
/* A sign of its own for each, so that colour is not all: "○", "◔", "●" … */
const char *jipyo_alert_state_glyph (JipyoAlertState state);

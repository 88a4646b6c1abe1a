/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plain structs of the ledger besides claims and sources: who exists, who belongs to whom, what
 * happened, what was planned. Nothing computed is stored here; see jipyo-standing.h.
 */

#pragma once

#include "jipyo-date.h"

typedef enum {
  JIPYO_ORGANISATION_COMPANY,
  JIPYO_ORGANISATION_UNIVERSITY,
  JIPYO_ORGANISATION_INSTITUTE,
  JIPYO_ORGANISATION_GOVERNMENT,
  JIPYO_ORGANISATION_COUNTRY,
} JipyoOrganisationKind;

typedef struct {
  char *id;
  JipyoText name;
  JipyoOrganisationKind kind;
  char *code;   /* KRX short code such as "017670", kept as text, or NULL */
  char *market; /* "KOSPI", "KOSDAQ" or NULL */
} JipyoOrganisation;

typedef struct {
  char *organisation; /* id */
  JipyoText role;
  JipyoDate joined;
  JipyoDate published;
  char *source;
} JipyoMember;

/* A consortium. Colour, dash and marker are indices into the theme's tables, so that a team can be
 * told apart without colour. */
typedef struct {
  char *id;
  JipyoText name;
  JipyoText short_name;
  char *lead; /* organisation id */
  guint colour;
  guint dash;
  guint marker;
  JipyoText strategy;
  GPtrArray *members; /* of JipyoMember, the lead included */
} JipyoTeam;

typedef enum {
  JIPYO_EVENT_SELECTED,     /* a team enters at the start */
  JIPYO_EVENT_JOINED,       /* a team enters later */
  JIPYO_EVENT_ADVANCED,     /* a team passes a round */
  JIPYO_EVENT_OUT_SCORE,    /* a team leaves by its score */
  JIPYO_EVENT_DISQUALIFIED, /* a team leaves by a rule */
  JIPYO_EVENT_MEMBER,       /* a consortium changes */
  JIPYO_EVENT_CALL,         /* calls, bids, paper reviews */
  JIPYO_EVENT_REVIEW,       /* a round's result or its rules */
  JIPYO_EVENT_RELEASE,      /* a model is published */
  JIPYO_EVENT_FUNDING,      /* money, GPUs */
  JIPYO_EVENT_DISPUTE,
  JIPYO_EVENT_PLAN, /* something announced for a later date */
  JIPYO_EVENT_OTHER,
} JipyoEventKind;

/* What an event does to the plan that it replaces. */
typedef enum {
  JIPYO_OUTCOME_UNSTATED,  /* what happened fulfils a plan, another plan moves it */
  JIPYO_OUTCOME_DONE,      /* it happened as announced, early or late */
  JIPYO_OUTCOME_CONFIRMED, /* announced again, for the same time */
  JIPYO_OUTCOME_MOVED,     /* announced for another time */
  JIPYO_OUTCOME_DROPPED,   /* it will not happen */
} JipyoOutcome;

typedef struct {
  char *id;
  JipyoEventKind kind;
  JipyoDate date;      /* when it happened, or is planned for */
  JipyoDate published; /* when that became known */
  gboolean planned;    /* announced, not (yet) happened */
  char *team;          /* id or NULL */
  char *round;         /* id or NULL */
  JipyoText title;
  JipyoText reason; /* why a team left or came; may be empty */
  char *source;
  char *replaces; /* id of the earlier plan that this event settles, moves or drops, or NULL */
  JipyoOutcome outcome; /* of that plan */
  gboolean second_hand;
} JipyoEvent;

typedef struct {
  char *id; /* "total", "benchmark", "expert", "user" … : metric "score-<id>" */
  JipyoText label;
  int max_points;
} JipyoCriterion;

/* A round of evaluation. Scores are claims (subject: team, metric "score-<criterion>", true_for:
 * the round's date); outcomes are events with this round's id. */
typedef struct {
  char *id;
  JipyoText name;
  JipyoDate date;
  JipyoDate published;
  char *source;
  GPtrArray *criteria; /* of JipyoCriterion, without the total */
} JipyoRound;

/* A foundation model that a team released; parameter counts are claims on its id. */
typedef struct {
  char *id;
  char *name;
  char *team;
  JipyoDate released;
  JipyoDate published;
  char *context; /* as stated, e.g. "256K", or NULL */
  char *licence; /* or NULL */
  char *source;
} JipyoModel;

/* What was promised, and the claims that say how much of it has been delivered. */
typedef struct {
  char *id;
  JipyoText label;
  char *promised;   /* claim id */
  char **delivered; /* claim ids, NULL-terminated, may be empty */
} JipyoPledge;

typedef enum {
  JIPYO_INITIATIVE_BUDGET,
  JIPYO_INITIATIVE_FUND,
  JIPYO_INITIATIVE_PLEDGE,
  JIPYO_INITIATIVE_TARGET,
} JipyoInitiativeKind;

/* A programme of some country, for comparison; the amount is a claim. */
typedef struct {
  char *id;
  char *country; /* organisation id */
  JipyoText name;
  JipyoInitiativeKind kind;
  int years;            /* span of the amount; 0 when not stated */
  gboolean not_only_ai; /* the amount covers other things too */
  JipyoDate announced;
  char *claim; /* claim id of the amount */
} JipyoInitiative;

/* A programme as announced: rules are data, so that history may break them. */
typedef struct {
  char *id;
  JipyoText name;
  JipyoText ministry;
  JipyoDate published;
  int review_months; /* announced months between reviews */
  int final_teams;   /* announced number of teams at the end */
} JipyoProgramme;

/* A quote printed in a source, such as an article's market box, before any live one is there. */
typedef struct {
  char *instrument; /* "upbit:KRW-BTC" */
  char *last;       /* canonical decimals */
  char *change;     /* signed */
  char *basis;      /* JipyoChangeBasis id, or "unstated" */
  JipyoDate date;
  JipyoDate published;
  char *source;
  gboolean venue_inferred; /* the source names no venue */
} JipyoPrintedQuote;

void jipyo_organisation_free (JipyoOrganisation *organisation);
void jipyo_member_free (JipyoMember *member);
void jipyo_team_free (JipyoTeam *team);
void jipyo_event_free (JipyoEvent *event);
void jipyo_criterion_free (JipyoCriterion *criterion);
void jipyo_round_free (JipyoRound *round);
void jipyo_model_free (JipyoModel *model);
void jipyo_pledge_free (JipyoPledge *pledge);
void jipyo_initiative_free (JipyoInitiative *initiative);
void jipyo_programme_free (JipyoProgramme *programme);
void jipyo_printed_quote_free (JipyoPrintedQuote *quote);

/* Ids in the ledger are the lower-case last words: "company", "out-score", "fund". */
gboolean jipyo_organisation_kind_parse (const char *id, JipyoOrganisationKind *kind);
const char *jipyo_organisation_kind_id (JipyoOrganisationKind kind);
gboolean jipyo_event_kind_parse (const char *id, JipyoEventKind *kind);
const char *jipyo_event_kind_id (JipyoEventKind kind);
gboolean jipyo_outcome_parse (const char *id, JipyoOutcome *outcome);
gboolean jipyo_initiative_kind_parse (const char *id, JipyoInitiativeKind *kind);
const char *jipyo_initiative_kind_id (JipyoInitiativeKind kind);
const char *jipyo_initiative_kind_label (JipyoInitiativeKind kind, JipyoLang lang);

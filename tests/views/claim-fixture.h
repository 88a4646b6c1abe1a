/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Claims to build views from, in one line each.
 */

#pragma once

#include "jipyo-ledger.h"

typedef struct {
  const char *id;
  const char *subject;
  const char *metric;
  const char *period;
  const char *published; /* NULL: unknown, counted from 2026-11-23 on */
  const char *value;     /* NULL: no number */
  const char *unit;
  const char *vintage;
  const char *qualifier; /* NULL: exact */
  const char *status;    /* NULL: stated */
  const char *inputs;    /* ids separated by spaces */
  gboolean preferred;
} ClaimSpec;

JipyoClaim *claim_fixture_add (JipyoLedger *ledger, const ClaimSpec *spec);
/* Adds all of them, up to one without an id. */
void claim_fixture_add_all (JipyoLedger *ledger, const ClaimSpec *specs);
void
claim_fixture_add_country (JipyoLedger *ledger, const char *id, const char *ko, const char *en);

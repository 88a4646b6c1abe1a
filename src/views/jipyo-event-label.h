/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words for events, and the lane of the timeline that each kind belongs to.
 */

#pragma once

#include "jipyo-record.h"

typedef enum {
  JIPYO_LANE_SELECTION,
  JIPYO_LANE_ROUNDS,
  JIPYO_LANE_MODELS,
  JIPYO_LANE_MONEY,
  JIPYO_LANE_DISPUTES,
  JIPYO_LANE_PLANS,
  JIPYO_LANE_OTHER,
  JIPYO_N_LANES
} JipyoLane;

/* "선정" / "Selected". */
const char *jipyo_event_label_kind (JipyoEventKind kind, JipyoLang lang);
JipyoLane jipyo_event_label_lane (JipyoEventKind kind);
/* "평가" / "Evaluation". */
const char *jipyo_event_label_lane_name (JipyoLane lane, JipyoLang lang);

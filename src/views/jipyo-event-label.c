/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words and lanes of event kinds, in one table.
 */

#include "jipyo-event-label.h"

typedef struct {
  const char *ko;
  const char *en;
  JipyoLane lane;
} Words;

static const Words kinds[] = {
  [JIPYO_EVENT_SELECTED] = { "선정", "Selected", JIPYO_LANE_SELECTION },
  [JIPYO_EVENT_JOINED] = { "추가 합류", "Joined later", JIPYO_LANE_SELECTION },
  [JIPYO_EVENT_ADVANCED] = { "진출", "Advanced", JIPYO_LANE_ROUNDS },
  [JIPYO_EVENT_OUT_SCORE] = { "탈락(점수)", "Out by score", JIPYO_LANE_ROUNDS },
  [JIPYO_EVENT_DISQUALIFIED] = { "탈락(규정)", "Disqualified", JIPYO_LANE_ROUNDS },
  [JIPYO_EVENT_MEMBER] = { "구성 변경", "Members", JIPYO_LANE_SELECTION },
  [JIPYO_EVENT_CALL] = { "공모", "Call", JIPYO_LANE_SELECTION },
  [JIPYO_EVENT_REVIEW] = { "평가", "Review", JIPYO_LANE_ROUNDS },
  [JIPYO_EVENT_RELEASE] = { "모델 공개", "Release", JIPYO_LANE_MODELS },
  [JIPYO_EVENT_FUNDING] = { "자금·GPU", "Funding", JIPYO_LANE_MONEY },
  [JIPYO_EVENT_DISPUTE] = { "논란", "Dispute", JIPYO_LANE_DISPUTES },
  [JIPYO_EVENT_PLAN] = { "계획", "Plan", JIPYO_LANE_PLANS },
  [JIPYO_EVENT_OTHER] = { "기타", "Other", JIPYO_LANE_OTHER },
};

static const char *const lanes[JIPYO_N_LANES][2] = {
  [JIPYO_LANE_SELECTION] = { "선정·구성", "Selection" },
  [JIPYO_LANE_ROUNDS] = { "평가", "Evaluation" },
  [JIPYO_LANE_MODELS] = { "모델", "Models" },
  [JIPYO_LANE_MONEY] = { "자금·GPU", "Money, GPUs" },
  [JIPYO_LANE_DISPUTES] = { "논란", "Disputes" },
  [JIPYO_LANE_PLANS] = { "계획", "Plans" },
  [JIPYO_LANE_OTHER] = { "기타", "Other" },
};

const char *
jipyo_event_label_kind (JipyoEventKind kind, JipyoLang lang)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), "");
  return lang == JIPYO_LANG_KO ? kinds[kind].ko : kinds[kind].en;
}

JipyoLane
jipyo_event_label_lane (JipyoEventKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), JIPYO_LANE_OTHER);
  return kinds[kind].lane;
}

const char *
jipyo_event_label_lane_name (JipyoLane lane, JipyoLang lang)
{
  g_return_val_if_fail (lane < JIPYO_N_LANES, "");
  return lanes[lane][lang == JIPYO_LANG_KO ? 0 : 1];
}

/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view "models-programme".
 */

#include "jipyo-view-builders.h"
#include "jipyo-view-draft.h"

JipyoView *
jipyo_view_build_models_programme (const JipyoViewContext *context, GError **error)
{
  JipyoViewDraft *draft = jipyo_view_draft_new (context, "models-programme");

  jipyo_view_draft_set_empty (draft, "이 날짜에 알려진 수치가 없습니다.",
                              "No figure was known on this date.");
  return jipyo_view_draft_finish (draft);
}

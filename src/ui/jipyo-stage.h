/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Views on the wall: full screen, one after another, in the projector theme.
 */

#pragma once

#include "jipyo-look.h"

#define JIPYO_TYPE_STAGE (jipyo_stage_get_type ())
G_DECLARE_FINAL_TYPE (JipyoStage, jipyo_stage, JIPYO, STAGE, GtkWindow)

/* Begins with `view`; NULL: with the first. `options`, which may be NULL, are of that view alone.
 */
GtkWidget *
jipyo_stage_new (JipyoSession *session, JipyoLook *look, const char *view, GHashTable *options);
/* Is seen from now on as a window of `application`. Until it is closed no alert is told; what still
 * fires then is. */
void jipyo_stage_enter (JipyoStage *self, GtkApplication *application);
/* The view on the wall. */
const char *jipyo_stage_get_view (JipyoStage *self);
/* Steps forth or back; FALSE at either end. */
gboolean jipyo_stage_step (JipyoStage *self, int step);

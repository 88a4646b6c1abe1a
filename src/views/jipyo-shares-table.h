/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables of the view of the shares, and of each the columns that fit a picture.
 */

#pragma once

#include "jipyo-shares-board.h"

/* `show`: "members", "baskets", "series", "events". Fills the view's table and the picture's grid.
 */
void jipyo_shares_table_fill (const JipyoSharesBoard *board, const char *show);

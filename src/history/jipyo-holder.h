/* SPDX-FileCopyrightText: 2026 The Jipyo developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who has the history while nobody else can open it, for the word to a person that one is refused.
 */

#pragma once

/* The process that holds the database at `path`; 0 when nobody does, or nobody whom this one can
 * see: another sandbox, another machine. Not for a process that has the file open itself, which
 * would let go of its locks. May wait for the disk. */
int jipyo_holder_find (const char *path);

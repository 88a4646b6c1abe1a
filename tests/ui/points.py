# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The points of charts, as they are read out in the window."""
import sys
import time

from command_line import points_of
from screen_reader import Atspi, GLib


def read_points(node):
    """The items of the lists below the charts that are shown."""
    role = node.get_role_name()
    children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
    children = [child for child in children if child and child.get_state_set().contains(Atspi.StateType.VISIBLE)]
    if role == 'list' and node.get_parent().get_role_name() == 'image':
        return {child.get_name() for child in children}
    if role in ('table', 'list', 'label', 'push button', 'button'):
        return set()
    return set().union(*map(read_points, children))


def expect_points(program, window, views, lang, *arguments):
    """All points of these views are read; how many they are."""
    wanted = {point for view in views for point in points_of(program, view, lang, *arguments)}
    end = time.monotonic() + window.PATIENCE_S
    read = set()
    while not wanted <= read:
        if time.monotonic() > end:
            sys.exit(f'{views}: nobody reads {len(wanted - read)}: ' + '; '.join(sorted(wanted - read)[:20]))
        time.sleep(0.3)
        try:
            read = read_points(window.root)
        except GLib.GError:
            pass  # went away while it was read
    return len(wanted)

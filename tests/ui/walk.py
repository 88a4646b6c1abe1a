# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The way that the focus takes through a window, as assistive technology is told of it."""
import re
import sys
import time

from screen_reader import ROWS, Atspi, GLib, name_of, role_of


class Walk:
    """The focus, told by the program itself as it moves: a step takes some 20 ms."""

    PATIENCE_S = 15
    NAMELESS = re.compile(r'|(Gtk|Adw|Jipyo)\w+')
    # What holds controls is no stop itself, and the window manager has keys of its own for its buttons.
    HOLDERS = ('scroll pane', 'list', 'table', 'panel', 'filler')
    MANAGER = ('Minimize', 'Maximize', 'Restore', 'Close')

    def __init__(self, window):
        self.window = window
        self.moves = []
        self.listener = Atspi.EventListener.new(lambda event: event.detail1 and self.moves.append(event.source))
        self.listener.register('object:state-changed:focused')

    def step(self, key):
        """Where the focus is after `key`; None when it did not move."""
        self.settle()
        self.window.key(key)
        end = time.monotonic() + self.PATIENCE_S
        while not self.moves and time.monotonic() < end:
            self.settle(clear=False)
            time.sleep(0.002)
        return self.moves[-1] if self.moves else None

    def settle(self, clear=True):
        while GLib.MainContext.default().iteration(False):
            pass
        if clear:
            self.moves.clear()

    def round(self, key, ours=True, most=200):
        """Every stop until the focus has come around; each of ours has to have a name."""
        stops = [self.step(key)]
        while len(stops) < most:
            if stops[-1] is None:
                sys.exit(f'{key} leads nowhere from {self.describe(stops[-2]) if len(stops) > 1 else "the start"}')
            if ours and self.NAMELESS.fullmatch(name_of(stops[-1])):
                sys.exit(f'without a name: {self.describe(stops[-1])} after {self.describe(stops[-2])}')
            # A list takes the focus at the row it had before, so that rows do not tell a round.
            if stops[-1] in stops[:-1] and not self.in_rows(stops[-1]):
                return stops[:-1]
            stops.append(self.step(key))
        sys.exit(f'{most} times {key} do not come around: … {[self.describe(s) for s in stops[-6:]]}')

    def go_to(self, name, key='Tab'):
        """Steps until the focus is on what is called so."""
        for stop in self.round(key):
            if name_of(stop).startswith(name):
                while not name_of(self.step(key)).startswith(name):
                    pass
                return
        sys.exit(f'{key} does not come to {name}')

    def visit(self, key, back, ours=True):
        """Opens something by `key`, walks around in it, and Escape comes back to `back`."""
        self.step(key)
        time.sleep(0.5)  # the focus may settle late in what is just opening
        self.round('Tab', ours)
        self.step('Escape')
        self.window.until(lambda: self.is_back(back), f'Escape comes back from {key} to {back}')

    def is_at(self, name, into_rows=True):
        """Whether the focus is on what is called so; GTK does not always tell of a focus that comes back."""
        self.settle()
        return any(node.get_state_set().contains(Atspi.StateType.FOCUSED) and node.get_name().startswith(name)
                   for node in self.window.nodes(None, into_rows))

    def is_back(self, name):
        return self.window.root.get_child_count() == 1 and self.is_at(name)

    @staticmethod
    def describe(node):
        parent = None if role_of(node) == 'gone' else node.get_parent()
        return f'{role_of(node)} “{name_of(node)}” in “{name_of(parent) if parent else ""}”'

    def in_rows(self, node):
        while node and role_of(node) not in (*ROWS, 'gone'):
            node = node.get_parent()
        return bool(node)

    def reachable(self):
        """Every control that is in sight by its own account."""
        return [node for node in self.window.nodes(None, False)
                if node.get_state_set().contains(Atspi.StateType.FOCUSABLE)
                and node.get_state_set().contains(Atspi.StateType.SENSITIVE)
                and 'Component' in node.get_interfaces()
                and Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW).width > 0
                and node.get_role_name() not in self.HOLDERS and node.get_name() not in self.MANAGER
                and not self.in_rows(node)]

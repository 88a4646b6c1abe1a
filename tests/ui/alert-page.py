#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""alert-page.py PROGRAM EXCHANGE: a person's alerts by keyboard alone, with a market that moves.

An alert is made, rehearsed and armed, fires, is switched off and on, removed and put back, by the toast and by
keys; the log has it; the next start has it too.
"""
import sys
import time

from alerts import Desktop, rules as kept_rules
from loopback import market
from screen_reader import ROWS, Atspi, Window


class Person(Window):
    """At a desktop that shows notifications, which is this script too."""

    desktop = None

    def until(self, condition, what):
        return super().until(lambda: self.desktop.turn(condition), what)


def rules():
    try:
        return kept_rules()
    except FileNotFoundError:
        return []


def row(window):
    """What is said of the first alert."""
    return next((n.get_name() for n in window.nodes(None, False) if n.get_role_name() == 'list item'
                 and (n.get_name() or '').startswith('BTC Upbit when')), '')


def undo(window):
    """The button of the toast, which is not there for long: looked for from above, where it is near."""
    level = [window.root]
    while level:
        found = next((node for node in level if (node.get_name() or '').startswith('Undo')), None)
        if found:
            return found
        level = [child for node in level if node.get_role_name() not in ROWS
                 for child in map(node.get_child_at_index, range(node.get_child_count())) if child]
    return None


def make(window):
    window.expect('No alerts yet')
    window.key('ctrl+n')
    window.titled('New Alert')
    window.key('space')  # the instrument has the focus
    time.sleep(1)
    window.type('upbit:krw-btc')
    window.key('Return')
    window.expect('BTC Upbit')
    time.sleep(1)
    window.type('1,000')  # the level has it now
    window.until(lambda: window.shows('prices were kept') or window.shows('No prices'), 'it is rehearsed')
    window.key('Return')
    window.until(rules, 'it is armed')
    window.until(lambda: row(window), 'it is listed')


def run(program, endpoints):
    Person.desktop = Desktop()
    window = Person(program, '--lang=en', '--page=alerts', endpoints=endpoints)
    make(window)
    # Two fresh prices make it fire.
    window.until(lambda: (window.key('ctrl+r'), 'Firing' in row(window))[1], 'it fires')
    window.until(lambda: window.shows('pending → firing'), 'the log has it')
    window.key('space')  # what was added has the focus
    window.until(lambda: rules()[0]['disabled'], 'space switches it off')
    window.key('space')
    window.until(lambda: not rules()[0]['disabled'], 'and on')
    window.key('Delete')
    window.until(lambda: not rules(), 'Delete removes it')
    Atspi.Action.do_action(window.until(lambda: undo(window), 'a toast offers to undo'), 0)
    window.until(lambda: rules() and rules()[0]['id'] == '1', 'the toast puts it back')
    window.until(lambda: row(window), 'it is listed again')
    window.key('Delete')
    window.until(lambda: not rules(), 'what was put back has the focus')
    window.key('ctrl+z')
    window.until(lambda: rules() and rules()[0]['id'] == '1', 'Ctrl+Z puts it back')
    window.quit()
    window = Person(program, '--lang=en', '--page=alerts', endpoints=endpoints)
    window.until(lambda: 'Last fired' in row(window), 'the next start has it, and when it fired')
    window.quit()


def main(program, exchange):
    Atspi.init()
    with market(exchange) as endpoints:
        run(program, endpoints)


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])

#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""walking-stories.py PROGRAM STORY: a walk by the keyboard through every page, and into what opens."""
import sys

from screen_reader import Atspi, Window, tell
from walk import Walk


def walk_page(program, page):
    window = Window(program, '--lang=en', '--size=1280x800', f'--page={page}')
    window.until(lambda: any('Offline' in text for text in window.texts(False)), 'the window is offline')
    walk = Walk(window)
    forward, backward = walk.round('Tab'), walk.round('shift+Tab')
    missed = [walk.describe(node) for node in walk.reachable() if node not in forward or node not in backward]
    if missed:
        sys.exit(f'{page}: not reached: ' + ', '.join(missed))
    marked = [node.get_name() for node in window.nodes(None, False) if node.get_state_set().contains(Atspi.StateType.SELECTED)]
    if len(marked) > 1:
        sys.exit(f'{page}: the walk marked {marked}')
    print(f'{page}: {len(forward)} stops forward, {len(backward)} back')
    return window


def walk_pages(program, *pages):
    for page in pages[:-1]:
        walk_page(program, page).quit()
    return walk_page(program, pages[-1])


def walks(program):
    """Tab reaches every control of the programme's pages, both ways, comes around, and each has a name."""
    return walk_pages(program, 'overview', 'money', 'models')


def walks_on(program):
    """And so on every other page."""
    return walk_pages(program, 'rounds', 'markets', 'claims', 'team:upstage')


def dialogs(program):
    """What opens by the keyboard is walked by it, and Escape comes back to where one was."""
    window = Window(program, '--lang=en', '--size=1280x800')
    window.expect('Offline')
    walk = Walk(window)
    for name in ('As known on', 'Programme budget'):
        walk.go_to(name)
        walk.visit('Return', name)
    walk.visit('ctrl+question', 'Programme budget')
    window.key('F10')
    window.until(lambda: walk.is_at('Language'), 'F10 opens the menu')
    window.key('Up')
    window.until(lambda: walk.is_at('About Jipyo'), 'the last of the menu is reached')
    walk.visit('Return', 'Main Menu', ours=False)
    window.key('F10')
    window.until(lambda: walk.is_at('Language'), 'F10 opens the menu again')
    window.key('Escape')
    window.until(lambda: walk.is_back('Main Menu'), 'Escape closes the menu')
    return window


if __name__ == '__main__':
    tell(__doc__, walks, walks_on, dialogs)

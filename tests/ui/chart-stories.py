#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""chart-stories.py PROGRAM STORY: the charts of the window, by the keyboard alone."""
import sys

from stories import Atspi, Walk, Window

CHART_KEYS = ('Home', 'Right', 'Next', 'End', 'Prior', 'Down', 'Up', 'shift+Right', 'Escape', 'plus', 'minus', '0',
              'x', 'x', 'f', 'f', 'a', 'a', 'a', 'Escape', '0')


def tour_charts(program, page):
    window = Window(program, '--lang=en', '--size=1280x800', f'--page={page}', G_DEBUG='fatal-warnings,fatal-criticals')
    window.expect('Offline')
    walk = Walk(window)
    visited = []
    for _ in range(60):
        stop = walk.step('Tab')
        if stop is None or stop in visited:
            break
        if stop.get_role_name() != 'image':
            continue
        visited.append(stop)
        window.key(*CHART_KEYS)
        for key, words in (('Return', stop.get_description()), ('h', 'Hear the chart, or stop it')):
            window.key(key)
            window.until(lambda: window.shows(words, into_rows=False), f'{key} shows {words}')
            window.key('Escape')
            window.until(lambda: not window.shows(words, into_rows=False) and walk.is_at(stop.get_name(), False),
                         f'Escape comes back from {key} to the chart {stop.get_name()}')
        for key in ('t', 's'):
            window.key(key)
            window.until(lambda: not walk.is_at(stop.get_name(), False), f'{key} leaves the chart {stop.get_name()}')
            window.key(key)
            window.until(lambda: walk.is_at(stop.get_name(), False), f'{key} comes back to the chart {stop.get_name()}')
        # Twice stops it, and so does Escape; where nothing can play it says so, or that nothing can be heard.
        window.key('p', 'p', 'p', 'Escape')
    if not visited:
        sys.exit(f'{page}: no chart')
    print(f'{page}: {len(visited)} charts')
    return window


def charts(program):
    """Every chart, by the keyboard alone: figures, measuring, zoom, series, time, words, keys, and back."""
    tour_charts(program, 'overview').quit()
    tour_charts(program, 'models').quit()
    return tour_charts(program, 'rounds')


def charts_of_money(program):
    """The same for the page that has most of them."""
    return tour_charts(program, 'money')


def annotates(program):
    """A note is written at a figure, listed and taken back, by keys alone."""
    window = Window(program, '--lang=en', '--page=overview')
    window.expect('Offline')
    window.until(lambda: Walk(window).step('Tab').get_role_name() == 'image', 'Tab comes to a chart')
    window.key('Home', 'n')
    window.expect('My note')
    window.type('hello')
    window.key('Return', 'shift+n')
    window.expect('My notes', 'hello')
    window.key('Escape', 'ctrl+z', 'shift+n')
    window.expect('No notes yet')
    window.key('Escape')
    window.until(lambda: not window.shows('No notes yet'), 'Escape closes the list')
    return window


STORIES = {story.__name__: story for story in (charts, charts_of_money, annotates)}

if __name__ == '__main__':
    if len(sys.argv) != 3 or sys.argv[2] not in STORIES:
        sys.exit(f'{__doc__}\nStories: {" ".join(STORIES)}')
    Atspi.init()
    STORIES[sys.argv[2]](sys.argv[1]).quit()
    print(f'{sys.argv[2]}: as told')

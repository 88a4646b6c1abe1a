#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""chart-stories.py PROGRAM STORY: the charts of the window, by the keyboard alone."""
import re
import subprocess
import sys
import time

from command_line import list_views, points_of
from points import expect_points, read_points
from prices import made_prices
from screen_reader import FIGURES, Atspi, Window, role_of, tell
from walk import Walk


def xdotool(*arguments):
    return subprocess.run(['xdotool', *map(str, arguments)], check=True, capture_output=True, text=True).stdout


def xdotool_find(process):
    found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(process)], capture_output=True, text=True)
    return found.stdout.split()[-1] if found.stdout else None


# Another program, that takes text.
TARGET = '''
import gi
gi.require_version('Gtk', '4.0')
from gi.repository import Gdk, GLib, GObject, Gtk
loop = GLib.MainLoop()
window = Gtk.Window(title='Drop here', default_width=300, default_height=300)
target = Gtk.DropTarget.new(GObject.TYPE_STRING, Gdk.DragAction.COPY)


def drop(_target, text, _x, _y):
    print(text, flush=True)
    loop.quit()
    return True


target.connect('drop', drop)
window.add_controller(target)
window.present()
loop.run()
'''

CHART_KEYS = ('Home', 'Right', 'Next', 'End', 'Prior', 'Down', 'Up', 'shift+Right', 'Escape', 'plus', 'minus', '0',
              'x', 'x', 'f', 'f', 'a', 'a', 'a', 'Escape', '0')


def is_on(walk, node):
    """Whether the focus is on it: one that is at hand says so without asking all the others."""
    walk.settle()
    node.clear_cache()
    return node.get_state_set().contains(Atspi.StateType.FOCUSED)


def tour_charts(program, page, *arguments):
    window = Window(program, '--lang=en', '--size=1280x800', f'--page={page}', *arguments,
                    G_DEBUG='fatal-warnings,fatal-criticals')
    window.expect('Offline')
    return tour_window(window, page)


def tour_window(window, page):
    walk = Walk(window)
    visited = []
    for _ in range(60):
        stop = walk.step('Tab')
        if stop is None or stop in visited:
            break
        if role_of(stop) != 'image':
            continue
        visited.append(stop)
        window.key(*CHART_KEYS)
        for key, words in (('Return', stop.get_description()), ('h', 'Hear the chart, or stop it')):
            window.key(key)
            # The popover belongs to the chart; to ask for all of a page takes half a minute on a busy machine.
            window.until(lambda: window.shows(words, into_rows=False, within=stop), f'{key} shows {words}')
            window.key('Escape')
            window.until(lambda: not window.shows(words, into_rows=False, within=stop) and is_on(walk, stop),
                         f'Escape comes back from {key} to the chart {stop.get_name()}')
        for key in ('t', 's'):
            window.key(key)
            window.until(lambda: not is_on(walk, stop), f'{key} leaves the chart {stop.get_name()}')
            window.key(key)
            window.until(lambda: is_on(walk, stop), f'{key} comes back to the chart {stop.get_name()}')
        # Twice stops it, and so does Escape; where nothing can play it says so, or that nothing can be heard.
        window.key('p', 'p', 'p', 'Escape')
    # Counted anew when something goes away meanwhile.
    n_charts, = window.until(lambda: [sum(node.get_name() in FIGURES for node in window.nodes(None, False))],
                             'the charts are counted')
    if not visited or len(visited) != n_charts:
        sys.exit(f'{page}: {len(visited)} of {n_charts} charts')
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


def charts_of_teams(program):
    """The same for a consortium's page, of each."""
    *others, last = [view for view in list_views(program) if view.startswith('team:')]
    for team in others:
        tour_charts(program, team).quit()
    return tour_charts(program, last)


def expect_stretches(window, points):
    """Of more points than anybody hears one by one stretches are read, none of them without one of the points."""
    def count():
        read = read_points(window.root)
        stretches = [re.search(r': (\d+) figures(?:, (\d+) not known)?', text) for text in read]
        n_known = sum(int(found[1]) + int(found[2] or 0) for found in stretches if found)
        return n_known + len(read & set(points))
    window.until(lambda: count() == len(points), f'{len(points)} points are read')


def charts_of_prices(program):
    """The same where prices are kept, of days that never were: baskets with their study of events, and an instrument,
    as candles, as a line and beside another. Each point of each is read, too."""
    with made_prices(program) as now:
        window = tour_charts(program, 'markets', now)
        expect_stretches(window, points_of(program, 'market-shares', 'en', now))
        window.quit()
        window = tour_charts(program, 'instrument:krx:035420', now)
        expect_points(program, window, ['instrument:krx:035420'], 'en', now)
        window.key('m', 'm', 'c')
        time.sleep(1)
        window.type('krx:kospi')
        window.key('Return')
        window.until(lambda: window.shows('KOSPI', 'closes', into_rows=False), 'a line beside another')
        tour_window(window, 'instrument beside another')
        expect_points(program, window, ['instrument:krx:035420'], 'en', now, '--option=mark=line', '--option=compare=krx:KOSPI')
        window.quit()
        window = Window(program, '--lang=en', '--size=1280x900', '--page=team:nc-ai', now)
        expect_stretches(window, points_of(program, 'team:nc-ai', 'en', now))
        return window


def annotates(program):
    """A note is written at a figure, listed and taken back, by keys alone."""
    window = Window(program, '--lang=en', '--page=overview')
    window.expect('Offline')
    window.until(lambda: role_of(Walk(window).step('Tab')) == 'image', 'Tab comes to a chart')
    window.key('Home', 'n')
    window.expect('My note')
    window.type('hello')
    window.key('Return', 'shift+n')
    window.expect('My notes', 'hello')
    window.key('Escape')
    window.until(lambda: not window.shows('My notes', into_rows=False), 'Escape closes the list')
    window.key('ctrl+z')
    window.until(lambda: not window.shows('my note: hello'), 'the note is taken back')
    window.key('shift+n')
    window.expect('No notes yet')
    window.key('Escape')
    window.until(lambda: not window.shows('No notes yet'), 'Escape closes the list')
    return window


class Sample(Window):
    """A window of chart-window, which has no Ctrl+Q."""

    def quit(self):
        self.process.terminate()


class Chart:
    """The sample of chart-window, under the pointer. What is in view is counted by the figures that have a place."""

    def __init__(self, program, sample):
        self.window = Sample(program, sample, 'en', endpoints=())
        self.image = self.window.until(
            lambda: next((n for n in self.window.nodes(None, False) if n.get_role_name() == 'image'), None), 'a chart')
        where = xdotool('search', '--onlyvisible', '--pid', self.window.process.pid).split()[0]
        place = dict(line.split('=') for line in xdotool('getwindowgeometry', '--shell', where).split())
        self.x, self.y = int(place['X']), int(place['Y'])

    def move(self, x, y):
        xdotool('mousemove', '--sync', self.x + x, self.y + y)
        time.sleep(0.1)

    def drag(self, start, end, y, *held):
        self.move(start, y)
        for key in held:
            xdotool('keydown', key)
        xdotool('mousedown', 1)
        for step in range(1, 9):
            self.move(start + (end - start) * step // 8, y)
        xdotool('mouseup', 1)
        for key in held:
            xdotool('keyup', key)

    def shows_all_twice(self):
        """Presses twice. On a slow machine two presses may be two times one: a person presses again, too."""
        xdotool('click', '--repeat', 2, '--delay', 60, 1)
        return self.is_whole()

    def says(self, words):
        self.image.clear_cache()
        return words in self.image.get_name()

    def places(self):
        """Of each figure whether it has a place."""
        figures = next(n for n in self.window.nodes(self.image) if n.get_name() in FIGURES)
        return [figures.get_child_at_index(i).get_extents(Atspi.CoordType.WINDOW).width > 1
                for i in range(figures.get_child_count())]

    def in_view(self):
        """The first and the last figure that have a place, and how many figures there are."""
        places = self.places()
        seen = [i for i, placed in enumerate(places) if placed]
        return (seen[0], seen[-1], len(places)) if seen else (0, 0, len(places))

    def is_whole(self):
        first, last, n = self.in_view()
        return n > 0 and first == 0 and last == n - 1

    def is_part(self):
        first, last, n = self.in_view()
        return first > 0 and last < n - 1


def points(program):
    """The pointer: the figure of a moment, the wheel, a range, the brush, a measured stretch, and back."""
    chart = Chart(program, 'candles-dense')
    until = chart.window.until
    until(chart.is_whole, 'all of it is seen')
    chart.move(450, 60)  # far from any candle, in the middle of the years
    until(lambda: chart.says('2027') or chart.says('2028'), 'the pointer finds the figure of its moment')
    xdotool('keydown', 'ctrl')
    xdotool('click', '--repeat', 3, 4)
    xdotool('keyup', 'ctrl')
    until(chart.is_part, 'the wheel zooms')
    before = chart.in_view()
    chart.drag(300, 500, 150)
    until(lambda: chart.in_view()[0] < before[0], 'a drag moves along the axis')
    until(chart.shows_all_twice, 'twice shows all again')
    chart.drag(300, 520, 150)
    until(chart.is_part, 'a drag chooses a range')
    before = chart.in_view()
    chart.drag(400, 500, 455)
    until(lambda: chart.in_view() != before, 'the brush moves')
    chart.move(450, 150)
    until(chart.shows_all_twice, 'and twice again')
    chart.drag(250, 600, 150, 'shift')
    until(lambda: chart.says('→') and chart.says('days'), 'Shift and a drag measure')
    measured = chart.image.get_name()
    for place in ((450, 250), (350, 100), (895, 60)):
        chart.move(*place)
    if not chart.says(measured):
        sys.exit(f'the pointer took what was measured along: {measured}, {chart.image.get_name()}')
    chart.window.key('Escape')
    until(lambda: not chart.says('→'), 'Escape ends it')
    chart.drag(250, 600, 150, 'shift')
    until(lambda: chart.says('→'), 'Shift and a drag measure again')
    chart.move(450, 60)
    xdotool('click', 1)
    until(lambda: not chart.says('→'), 'and a press ends it')
    return chart.window


def runs_time(program):
    """The row of time comes with its keys, holds the moment, and goes. Without animations time does not run by itself:
    its key is a step, too."""
    chart = Chart(program, 'candles')
    window = chart.window
    window.until(chart.is_whole, 'all of it is seen')
    window.key('Tab', 'comma')
    window.until(lambda: window.shows('Position in time', into_rows=False), 'a step in time shows its row')
    n_series = 2
    window.until(lambda: sum(chart.places()) == n_series, 'time begins with the first figures')
    window.key('period', 'period', 'a')
    window.until(lambda: sum(chart.places()) == 4 * n_series, 'three steps show three more')
    window.key('comma')
    window.until(lambda: sum(chart.places()) == 3 * n_series, 'and one back one less')
    window.key('Escape')
    window.until(chart.is_whole, 'Escape shows all')
    return window


def drags_out(program):
    """The title of a card, dropped on a window of another program, is its table."""
    target = subprocess.Popen([sys.executable, '-c', TARGET], stdout=subprocess.PIPE, text=True)
    window = Window(program, '--lang=en', '--size=700x600', '--page=models')
    window.expect('Offline')
    own, other = (window.until(lambda: xdotool_find(pid), 'a window to drag')
                  for pid in (window.process.pid, target.pid))
    xdotool('windowmove', '--sync', own, 0, 0)
    xdotool('windowmove', other, 900, 300)
    chart = window.until(lambda: next((n for n in window.nodes(None, False) if n.get_role_name() == 'image'
                                       and n.get_extents(Atspi.CoordType.WINDOW).width > 200), None), 'a chart')
    place = chart.get_extents(Atspi.CoordType.WINDOW)
    x, y = place.x + 60, place.y - 10  # the title is above it
    xdotool('mousemove', x, y, 'mousedown', 1)
    for step in range(1, 41):
        xdotool('mousemove', x + (1050 - x) * step // 40, y + (480 - y) * step // 40)
        time.sleep(0.05)
    time.sleep(0.5)
    xdotool('mouseup', 1)
    try:
        dropped = target.communicate(timeout=20)[0]
    except subprocess.TimeoutExpired:
        target.kill()
        sys.exit('nothing was dropped')
    if 'United States' not in dropped or '128' not in dropped:
        sys.exit(f'dropped: {dropped}')
    xdotool('windowactivate', '--sync', own)
    return window


if __name__ == '__main__':
    tell(__doc__, charts, charts_of_money, charts_of_teams, charts_of_prices, annotates, drags_out, points, runs_time)

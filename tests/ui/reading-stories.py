#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""reading-stories.py PROGRAM STORY: what the window lets a person read who does not see it."""
import json
import re
import sys
import time

from command_line import command, list_views, points_of
from points import expect_points, read_points
from screen_reader import Atspi, Window, tell

# The views whose charts each page shows, by the number of its key.
PAGES = {1: ['overview'], 2: ['budget', 'pledges', 'world', 'investment'],
         3: ['models-country', 'models-year', 'models-programme'], 4: ['rounds', 'timeline']}


def named(program):
    """Every control that the keyboard reaches has a name to be read out."""
    window = Window(program, '--lang=en')
    window.expect('Overview')
    nameless = []
    for node in window.nodes():
        states = node.get_state_set()
        if states.contains(Atspi.StateType.FOCUSABLE) \
                and node.get_role_name() in ('push button', 'button', 'toggle button', 'entry', 'image', 'link') \
                and re.fullmatch(r'|(Gtk|Adw|Jipyo)\w+', node.get_name() or ''):
            nameless.append(f'{node.get_role_name()} {node.get_name()!r} in {node.get_parent().get_name()!r}')
    if nameless:
        sys.exit('without a name: ' + ', '.join(nameless))
    return window


def reads_all(program, lang):
    """Every point of every chart is read, on every page; and what the tables say is among it."""
    window = Window(program, f'--lang={lang}', '--size=1200x900')
    n_read = 0
    for number, views in PAGES.items():
        window.key(f'ctrl+{number}')
        n_read += expect_points(program, window, views, lang)
    if n_read < 130:
        sys.exit(f'only {n_read} points were there to be read')
    # Not by the same code: the figures of the tables, in their words.
    window.key('ctrl+3')
    points = read_points(window.root)
    for view, name in (('models-country', 'country'), ('models-year', 'year')):
        for row in json.loads(command(program, 'view', view, '--format=json', f'--lang={lang}'))['rows']:
            place, figure = row[name]['text'], row['models']['text']
            sum_of_all = row['id']['text'] == 'world' if view == 'models-country' else not re.match(r'\d{4}년?$', place)
            if not sum_of_all and row['models']['value'] and not any(place in point and figure in point for point in points):
                sys.exit(f'{view}: nobody reads {figure} for {place}: {points}')
    # Markets have tiles and tables instead of charts: every level and price is read there.
    window.key('ctrl+5')
    rows = [row for view in ('market-indices', 'market-crypto')
            for row in json.loads(command(program, 'view', view, '--format=json', f'--lang={lang}'))['rows']]
    window.expect(*(cell['text'] for row in rows for cell in row.values() if re.fullmatch(r'[\d,]+\.?\d*', cell['text'])))
    return window


def reads(program):
    """In Korean."""
    return reads_all(program, 'ko')


def reads_english(program):
    """The same in English, and a consortium's page."""
    window = reads_all(program, 'en')
    window.key('ctrl+f')
    window.type('upst')
    time.sleep(2)
    window.key('Return')
    expect_points(program, window, ['team:upstage'], 'en')
    return window


def reads_others(program):
    """Every point of every view that is on none of those pages: no view is left out, whoever adds one."""
    window, n_read = None, 0
    # The window has tables instead of the charts of these two; `reads` reads every figure of them.
    known = ['market-indices', 'market-crypto', *(view for views in PAGES.values() for view in views)]
    for lang in ('ko', 'en'):
        for view in list_views(program):
            if view in known or not points_of(program, view, lang):
                continue
            if window:
                window.quit()
            window = Window(program, f'--lang={lang}', '--size=1200x900', f'--page={view}')
            n_read += expect_points(program, window, [view], lang)
    if n_read < 100:
        sys.exit(f'only {n_read} points were there to be read')
    return window


def speaks(program):
    """With the focus on a chart its name is the point that the keys have come to, first with the title."""
    window = Window(program, '--lang=en', '--size=1200x900')
    window.key('ctrl+3')
    window.titled('Models')
    title, first, second = ('Models by country',
                            'United States: 128 models (47.2 %)', 'China: 95 models (35.1 %)')
    expect_points(program, window, ['models-country'], 'en')

    def chart_names():
        return [node.get_name() for node in window.nodes() if node.get_role_name() == 'image']
    for _ in range(40):
        window.key('Tab')
        time.sleep(0.2)
        if f'{title}. {first}' in chart_names():
            break
    else:
        sys.exit(f'Tab does not come to the chart: {chart_names()}')
    chart = next(n for n in window.nodes() if n.get_name() == f'{title}. {first}')
    if not chart.get_description().startswith('Bar chart with 4 figures.'):
        sys.exit(f'the summary is not told: {chart.get_description()}')
    window.key('Right')
    window.until(lambda: second in chart_names(), 'the next point is told')
    window.key('End')
    window.until(lambda: any(n.startswith('Other countries: 34 models') for n in chart_names()), 'the last point is told')
    window.key('t')
    window.expect('35.1 %', 'Table')
    window.key('Tab')
    window.until(lambda: title in chart_names() or title not in window.names(), 'the title is back')
    return window


if __name__ == '__main__':
    tell(__doc__, named, reads, reads_english, reads_others, speaks)

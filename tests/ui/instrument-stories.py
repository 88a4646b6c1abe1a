#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""instrument-stories.py PROGRAM STORY: the page of an instrument, by the keyboard alone, with prices that never were."""
import sys
import time

from command_line import points_of
from points import read_points
from prices import made_prices
from screen_reader import Window, tell


def prices(program):
    """An instrument's page by keyboard: found by an id and a name, in other stretches, drawn otherwise, beside another."""
    with made_prices(program) as now:
        return prices_at(program, now)


def prices_at(program, now):
    # While a window has the prices, the command line cannot read them.
    points = set(points_of(program, 'instrument:krx:035420', 'ko', now))
    if len(points) < 180:
        sys.exit(f'only {len(points)} points were there to be read')
    keep = {'GSETTINGS_BACKEND': 'keyfile'}
    window = Window(program, '--lang=ko', now, '--size=1200x800', **keep)
    def sees(text):
        window.until(lambda: window.shows(text, into_rows=False), f'shows {text}')
    def find(words, title):
        window.key('ctrl+f')
        time.sleep(0.5)
        window.type(words)
        time.sleep(2)  # the search waits until the typing is over
        window.key('Return')
        window.titled(title)
    sees('개요')
    find('krx:035420', '네이버')
    sees('3개월, 1일 봉')
    window.until(lambda: points <= read_points(window.root), 'every point of every chart is read')
    # A new alert is on what the page shows.
    window.key('ctrl+n')
    window.titled('새 알림')
    window.until(lambda: any(name.startswith('대상: 네이버') for name in window.names()),
                 'the new alert begins with the instrument of the page')
    window.key('Escape')
    window.titled('네이버')
    window.key('5')
    sees('1년, 1일 봉')
    # On the wall it is the stretch that was chosen.
    window.key('F5')
    window.until(window.full_screen, 'F5 fills the screen')
    sees('1년 동안')
    window.key('Escape')
    window.until(lambda: not window.full_screen(), 'Escape comes back')
    window.key('m', 'm')
    sees('1년, 1일 봉의 종가')
    window.key('c')
    time.sleep(1)
    window.type('krx:kospi')
    window.key('Return')
    sees('코스피 대비')
    # Of what nothing is kept the chart says how it comes to be.
    find('upbit:krw-doge', 'DOGE 업비트')
    window.until(lambda: any('jipyo import' in (node.get_description() or '') for node in window.nodes()),
                 'the empty chart tells of jipyo import')
    window.key('alt+Left')
    window.titled('네이버')
    sees('코스피 대비')
    # From the watchlist.
    window.press('종목 더하기')
    time.sleep(1)
    window.type('krx:kospi')
    window.key('Return')
    time.sleep(1)
    window.key('Return')
    window.titled('코스피')
    window.quit()
    window = Window(program, '--lang=ko', now, **keep)
    window.titled('코스피')
    sees('3개월, 1일 봉')
    return window


if __name__ == '__main__':
    tell(__doc__, prices)

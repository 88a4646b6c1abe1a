#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""stories.py PROGRAM STORY: what a person does with the window, from outside, on the display it is run on."""
import re
import subprocess
import sys
import time

from screen_reader import NOWHERE, Window, tell


def opens(program):
    """The overview, in Korean, with all six consortia and their standing."""
    window = Window(program, '--lang=ko')
    window.expect('개요', '업스테이지', 'SK텔레콤', 'LG AI연구원', '네이버클라우드', 'NC AI', '모티프')
    window.expect('70.6', '69.9', '69.0')
    # A second start gives its page to the first and ends.
    second = subprocess.run([program, *NOWHERE, '--page=markets'], capture_output=True, text=True, timeout=window.PATIENCE_S)
    if second.returncode or second.stderr:
        sys.exit(f'a second start ended with {second.returncode}: {second.stderr}')
    window.until(lambda: window.shows('QTUM'), 'the second start turns to its page')
    return window


def remembers(program):
    """As known on the day of the article: five consortia, and nothing of later."""
    window = Window(program, '--lang=ko', '--as-of=2025-08-05')
    window.expect('업스테이지', 'SK텔레콤', 'LG AI연구원', '네이버클라우드', 'NC AI', '2,139')
    for later in ('모티프', '70.6', '2026'):
        if window.shows(later):
            sys.exit(f'{later} was not known then')
    return window


def english(program):
    """The same window in English: no Korean interface text remains."""
    window = Window(program, '--lang=en')
    window.expect('Overview', 'Upstage', 'SK Telecom', '70.6')
    for korean in ('개요', '발표', '컨소시엄'):
        if window.shows(korean):
            sys.exit(f'“{korean}” is not English')
    return window


def searches(program):
    """Initial consonants find a name."""
    window = Window(program, '--lang=ko')
    window.expect('개요')
    window.key('ctrl+f')
    time.sleep(0.5)
    subprocess.run(['xdotool', 'type', '--delay', '150', 'upst'], check=True)
    window.until(lambda: any('업스테이지' in n for n in window.names()), 'search finds Upstage')
    window.key('Escape')
    return window


def follows(program):
    """The watchlist by keyboard: by a name, by an id, in another order, one less; the next start has it so."""
    window = Window(program, '--lang=ko')
    def rows():
        names = [n.get_name() or '' for n in window.nodes() if n.get_role_name() == 'list item']
        return [name.replace(',', '').split()[0] for name in names if '시세 없음' in name or '코스닥' in name]
    window.expect('아직 지켜보는 종목이 없습니다')
    for typed, found in (('upbit:krw-doge', 'DOGE'), ('krx:035420', '네이버'), ('krx:kosdaq', '코스닥')):
        window.press('종목 더하기')
        time.sleep(1)
        window.type(typed)
        window.key('Return')
        window.until(lambda: found in rows(), f'{found} is followed')
    window.key('alt+Up', 'alt+Up')
    window.until(lambda: rows() == ['코스닥', 'DOGE', '네이버'], 'the last is the first')
    window.key('Down', 'Delete')
    window.until(lambda: rows() == ['코스닥', '네이버'], 'one less')
    window.quit()
    window = Window(program, '--lang=ko')
    window.until(lambda: rows() == ['코스닥', '네이버'], 'the next start has them')
    return window


def presents(program):
    """F5 fills the screen, the clicker's keys step, Escape comes back."""
    window = Window(program, '--lang=ko', '--size=1000x700')
    window.expect('개요')
    window.key('F5')
    window.until(window.full_screen, 'F5 fills the screen')
    before = window.names()
    window.key('Next')
    window.until(lambda: window.names() != before, 'Page Down shows the next picture')
    window.key('Prior', 'Escape')
    window.until(lambda: not window.full_screen(), 'Escape comes back')
    return window


def tours(program):
    """Every page, team, dialog and size; a single complaint of a library ends the program."""
    window = Window(program, '--lang=ko', '--size=1200x740', G_DEBUG='fatal-warnings,fatal-criticals')
    for number, title in enumerate(('개요', '예산', '모델', '평가', '시장', '주장'), 1):
        window.key(f'ctrl+{number}')
        window.titled(title)
        window.key('Tab', 'Tab', 'ctrl+t', 'F5')
        # On a busy machine it stands for a while before the keys are its own, and so does the window after it.
        window.until(lambda: window.root.get_child_count() > 1 and window.full_screen(), 'the stage')
        window.key('Right', 'space', 'Left', 'Escape')
        window.until(lambda: window.root.get_child_count() == 1 and not window.full_screen(), 'the stage is gone')
    window.key('alt+Left')
    window.titled('시장')
    for key in ('F9', 'F9', 'F10', 'Escape', 'ctrl+r'):
        window.key(key)
        time.sleep(1)  # GDK complains of a menu that is gone before it was shown
    window.key('ctrl+1')
    window.press('2025년 사업 예산')
    window.until(lambda: window.root.get_child_count() > 1, 'the source card')
    window.key('Escape')
    window.until(lambda: window.root.get_child_count() == 1, 'the card is gone')
    window.key('ctrl+question')
    window.until(lambda: window.root.get_child_count() > 1, 'the shortcuts')
    window.key('Escape')
    # Which result Enter opens is another story's matter; here each has to open without a complaint.
    for words in ('upst', 'nc ai', 'motif'):
        window.key('ctrl+f')
        window.type(words)
        time.sleep(2)
        window.key('Return')
        time.sleep(1)
    for width, height in ((900, 700), (700, 700), (560, 700), (360, 600), (1200, 740)):
        window.resize(width, height)
        time.sleep(1)
        window.titled('지표')
    return window


def restores(program):
    """Page, size and day are those of the last time, without being asked for."""
    keep = {'GSETTINGS_BACKEND': 'keyfile'}
    window = Window(program, '--lang=en', **keep)
    window.expect('Offline')
    window.key('ctrl+5')
    window.titled('Markets')
    window.resize(1010, 690)
    window.press('As known on')
    window.expect('Day of the article')
    window.key('Down', 'Return')
    window.expect('As known on: 2025-08-05')
    window.quit()
    window = Window(program, '--lang=en', **keep)
    window.titled('Markets')
    window.expect('As known on: 2025-08-05', '159,831,000')
    if window.shows('Motif'):
        sys.exit('Motif was not known then')
    # Without a compositor GTK draws a frame of a few pixels around the window.
    shape = subprocess.run(['xdotool', 'getactivewindow', 'getwindowgeometry'], capture_output=True, text=True).stdout
    width, height = map(int, re.search(r'Geometry: (\d+)x(\d+)', shape).groups())
    if abs(width - 1010) > 24 or abs(height - 690) > 24:
        sys.exit(f'not the size it had: {shape}')
    return window


if __name__ == '__main__':
    tell(__doc__, opens, remembers, english, searches, follows, presents, tours, restores)

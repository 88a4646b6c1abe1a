#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""market-stories.py PROGRAM EXCHANGE STORY: what the window says of quotes that come in.

The providers' addresses lead to a loopback exchange whose market trades at any hour. Run on a display of its
own, with a home of its own.
"""
import datetime
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from command_line import command
from loopback import market
from screen_reader import Atspi, Window

DOUBT = 'the calendar says closed, yet prices move'


def own_file(*names):
    path = Path(os.environ['XDG_DATA_HOME'], 'jipyo', *names)
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def holidays():
    """A calendar on which the exchange rests these days, whenever that is."""
    today = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=9))).date()
    days = [{'date': str(today + datetime.timedelta(days=n)), 'closed': True, 'name': {'ko': '휴일', 'en': 'holiday'},
             'source': 'me'} for n in (-1, 0, 1)]
    return {'version': 1, 'calendar': 'krx', 'sources': [{'id': 'me', 'title': {'ko': '공지', 'en': 'note'}}],
            'days': days}


def says(window, *texts):
    """Above all rows, which are many."""
    window.until(lambda: window.shows(*texts, into_rows=False), f'says {texts}')


def doubts(program, endpoints):
    """Prices that move on a holiday are told of beside the link, until the notice is closed; files that count for
    nothing are told of first."""
    own_file('calendars', 'rest.json').write_text(json.dumps(holidays()), 'utf-8')
    own_file('calendars', 'torn.json').write_text('{"version": 1, "calendar": 7}', 'utf-8')
    own_file('providers.json').write_text('{"version": 1, "provider-order": {"fx": ["upbit"]}}', 'utf-8')
    window = Window(program, '--lang=en', endpoints=endpoints)
    Atspi.Accessible.set_cache_mask(window.root, Atspi.Cache.NONE)
    says(window, 'torn.json:1:', 'providers.json:1:')
    window.press('Close this notice')
    says(window, f'Korea Exchange: {DOUBT}')
    window.press('Close this notice')
    window.until(lambda: not window.shows(DOUBT, into_rows=False), 'the notice goes')
    return window


def baskets(program, endpoints):
    """A team's basket is followed beside instruments and watched by an alert, from its members' prices."""
    made = Path(__file__).parent / '../data/make-closes.py'
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, made, folder], check=True)
        for code in ('KOSPI', '017670', '259960'):
            command(program, 'import', f'{folder}/{code}.csv', '--instrument', f'krx:{code}', '--every', '1d')
    own_file('watchlist.json').write_text('{"version": 1, "instruments": ["basket:sk-telecom"]}', 'utf-8')
    command(program, 'alerts', 'add', 'basket:sk-telecom', 'above', '100000', '--kind', 'basket')
    window = Window(program, '--lang=en', '--page=alerts', endpoints=endpoints)
    Atspi.Accessible.set_cache_mask(window.root, Atspi.Cache.NONE)
    def says(words):
        return any(re.match(words, name) for name in window.texts(False))
    window.until(lambda: says(r'SK Telecom basket \d+\.\d\d [▲▼]'), 'it has a level and a change')
    window.until(lambda: says(r'SK Telecom basket when the index.*now\s\d+\.\d'), 'the alert has seen it')
    return window


def damaged(program, endpoints):
    """A history that is none is set aside, quotes are kept anew, and where the old one is is told in either language
    until the notice is closed."""
    history = own_file('history.sqlite')
    history.write_bytes(b'no database any more, alas')
    window = Window(program, '--lang=ko', endpoints=endpoints)
    Atspi.Accessible.set_cache_mask(window.root, Atspi.Cache.NONE)
    kept = f'{history}.corrupt-'
    says(window, '손상되어 있었습니다', kept)
    if os.path.getsize(next(history.parent.glob('history.sqlite.corrupt-*'))) != 26:
        sys.exit('the damaged file is not what it was')
    window.press('알림 닫기')
    window.until(lambda: not window.shows(kept, into_rows=False), 'the notice goes')
    return window


def slow_clock(program, endpoints):
    """Hosts that all say it is seven minutes later are believed: what they give is of now, not of a time to come, and the
    window says how wrong the clock is until it is set right."""
    own_file('watchlist.json').write_text('{"version": 1, "instruments": ["upbit:KRW-BTC", "bithumb:KRW-BTC"]}', 'utf-8')
    endpoints.tell('clock 420')
    window = Window(program, '--lang=en', '--page=alerts', endpoints=endpoints)
    Atspi.Accessible.set_cache_mask(window.root, Atspi.Cache.NONE)
    says(window, 'The clock of this computer is 7 min slow.')
    def row(start):
        return next((name for name in window.texts(False) if re.match(rf'{start} [\d,]+ ', name)), '')
    for venue in ('Upbit', 'Bithumb'):
        window.until(lambda: re.search(r'just now|\d s ago', row(f'BTC {venue}')), f'{venue} is of now')
    endpoints.tell('clock 0')
    window.until(lambda: not window.shows('The clock of', into_rows=False), 'the notice goes')
    return window


def fails(program, endpoints):
    """Where a page comes instead of quotes, as before a login, the window says so until there are quotes."""
    endpoints.tell('captive')
    window = Window(program, '--lang=en', endpoints=endpoints)
    Atspi.Accessible.set_cache_mask(window.root, Atspi.Cache.NONE)
    says(window, 'No quotes are coming', 'want a login first')
    endpoints.tell('live')
    window.until(lambda: not window.shows('No quotes are coming', into_rows=False), 'the notice goes')
    return window


def renamed(program, endpoints):
    """What a venue has renamed since the last run is followed by its new code, in the watchlist, by the alert and on the
    page that is open, and that is said."""
    own_file('names.json').write_text('{"version": 1, "names": [{"instrument": "upbit:KRW-OLD", "en": "Coin MTL"}]}', 'utf-8')
    watchlist = own_file('watchlist.json')
    watchlist.write_text('{"version": 1, "instruments": ["upbit:KRW-OLD"]}', 'utf-8')
    command(program, 'alerts', 'add', 'upbit:KRW-OLD', 'below', '1')
    endpoints.tell('named')
    window = Window(program, '--lang=en', '--page=instrument:upbit:KRW-OLD', endpoints=endpoints)
    Atspi.Accessible.set_cache_mask(window.root, Atspi.Cache.NONE)
    window.titled('MTL')
    def told():
        bar = next((node for node in window.nodes(into_rows=False) if node.get_name() == 'JipyoNoticeBar'), None)
        if bar is None:  # folded away while there is nothing to tell
            return False
        if window.shows(DOUBT, within=bar):  # at night it is told of first
            window.press('Close this notice')
        return window.shows('upbit:KRW-OLD → KRW-MTL. The watchlist and the alerts on it follow', within=bar)
    window.until(told, 'it is said')
    def kept():
        return json.loads(watchlist.read_text('utf-8'))['instruments']
    window.until(lambda: kept() == ['upbit:KRW-MTL'], 'the new code is followed')
    return window


STORIES = {story.__name__: story for story in (doubts, baskets, damaged, slow_clock, fails, renamed)}


def main(program, exchange, story):
    Atspi.init()
    with market(exchange, 2) as endpoints:
        STORIES[story](program, endpoints).quit()


if __name__ == '__main__':
    if len(sys.argv) != 4 or sys.argv[3] not in STORIES:
        sys.exit(__doc__)
    main(*sys.argv[1:])

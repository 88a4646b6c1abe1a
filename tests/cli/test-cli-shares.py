#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The views of the shares and of an instrument, from an empty history to one of made-up prices, as one types it.

test-cli-shares.py JIPYO EXCHANGE"""
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

JIPYO, EXCHANGE = sys.argv[1:3]
CLOSES = Path(__file__).parent / '../data/make-closes.py'


class Shares(unittest.TestCase):
    def setUp(self):
        self.home = tempfile.TemporaryDirectory()
        self.addCleanup(self.home.cleanup)

    def run_words(self, *words):
        kept = {name: value for name, value in os.environ.items()
                if name not in ('DISPLAY', 'WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'LANGUAGE')}
        home = {name: self.home.name for name in ('HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME')}
        return subprocess.run([JIPYO, *words], env=kept | home, capture_output=True, text=True, timeout=60)

    def done(self, *words):
        result = self.run_words(*words)
        self.assertEqual((result.returncode, result.stderr), (0, ''), words)
        return result.stdout

    def json(self, *words):
        return json.loads(self.done(*words))

    def refused(self, status, *words, says):
        result = self.run_words(*words)
        self.assertEqual(result.returncode, status, words)
        self.assertIn(says, result.stderr)

    def test_shares(self):
        empty = self.json('view', 'market-shares', '--lang', 'ko', '--format', 'json')
        self.assertEqual({row['basket']['text'] for row in empty['rows']}, {'일별 종가 없음'})
        self.assertEqual({row['last']['value'] for row in empty['rows']}, {None})
        self.keep_closes()
        closes = Path(self.home.name) / 'closes'
        view = ('view', 'market-shares', '--as-of', '2026-11-20', '--now', '2026-11-20T12:00:00Z')
        baskets = {row['team']['text']: row for row in
                   self.json(*view, '--lang', 'en', '--option', 'show=baskets', '--format', 'json')['rows']}
        self.assertEqual(sorted(baskets), ['LG AI Research', 'NC AI', 'Naver Cloud', 'SK Telecom'])
        naver = [line.split(',') for line in (closes / '035420.csv').read_text().splitlines()]
        price = {row[0]: float(row[4]) for row in naver[1:]}
        self.assertEqual(float(baskets['Naver Cloud']['index']['value']),
                         round(100 * price['2026-11-20'] / price['2025-08-01'], 2))
        self.assertEqual(baskets['SK Telecom']['missing']['value'], '5')
        events = self.done(*view, '--option', 'show=events', '--format', 'csv').splitlines()
        found = [line for line in events if line.startswith('sk-telecom,ev.2025-08-04.sk-telecom,')]
        self.assertIn(',stands-out,', found[0])
        self.assertEqual(self.done(*view, '--format', 'csv'), self.done(*view, '--format', 'csv'))
        self.refused(2, *view, '--option', 'weights=nobody:1', says='weights')
        # Three days before it was decided, nothing of it is known.
        before = self.done('view', 'market-shares', '--as-of', '2025-08-01', '--option', 'show=events',
                           '--format', 'csv')
        self.assertEqual(len(before.splitlines()), 1)

    def weigh(self):
        """Who is in SK Telecom's basket and by how much, as two commands have it."""
        basket = next(b for b in self.json('basket', '--json')['baskets'] if b['team'] == 'sk-telecom')
        rows = self.json('view', 'market-shares', '--lang', 'en', '--format', 'json')['rows']
        shown = [row['weight']['value'] for row in rows if row['team']['text'] == 'SK Telecom']
        self.assertEqual([member['percent'] for member in basket['members']], shown)
        return {member['member']: (member['weight'], member['percent']) for member in basket['members']}

    def rehearse(self, level, lang='en'):
        return self.done('alerts', 'rehearse', '--kind', 'basket', 'basket:sk-telecom', 'above', level,
                         '--now', '2026-11-20T12:00:00Z', '--lang', lang)

    def test_rehearsal(self):
        """A basket's past is its members' closes: of sessions, with who is missing."""
        self.assertIn('No closes of the basket', self.rehearse('1'))
        closes = Path(self.home.name) / 'closes'
        closes.mkdir()
        subprocess.run([sys.executable, str(CLOSES), str(closes)], check=True)
        krafton = closes / '259960.csv'
        kept = [line for line in krafton.read_text().splitlines() if not line.startswith('2026-11-1')]
        krafton.write_text('\n'.join([*kept, '']))
        for code in ('KOSPI', '017670'):
            self.done('import', str(closes / f'{code}.csv'), '--instrument', f'krx:{code}', '--every', '1d')
        said = self.rehearse('1')
        self.assertIn('Would have fired 1 time in 30 days · by the closes of 22 sessions · without Krafton\n', said)
        self.assertIn('  2026-10-22 15:31:00 KST', said)
        self.assertIn('Would have fired 0 times', self.rehearse('100000'))
        self.done('import', str(krafton), '--instrument', 'krx:259960', '--every', '1d')
        self.assertIn('22거래일 중 14일 종가 기준\n', self.rehearse('1', 'ko'))
        told = json.loads(self.done('alerts', 'rehearse', '--json', '--kind', 'basket', 'basket:sk-telecom', 'above', '1',
                                    '--now', '2026-11-20T12:00:00Z'))
        self.assertEqual(told, {'days': 30, 'prices': 14, 'sessions': 22, 'without': '',
                                'source': 'history', 'as_of': None, 'fired': ['2026-10-22T06:31:00Z']})

    def test_basket(self):
        equal = self.weigh()
        self.assertEqual(equal, {'sk-telecom': ('1', '50'), 'krafton': ('1', '50')})
        self.done('basket', 'weigh', 'sk-telecom:60', 'krafton:20')
        mine = {'sk-telecom': ('60', '75'), 'krafton': ('20', '25')}
        self.assertEqual(self.weigh(), mine)
        self.assertRegex(self.done('basket', '--lang', 'ko'), r'SK텔레콤\n +sk-telecom +60 +75 %')
        # An option is laid over them.
        over = self.json('view', 'market-shares', '--format', 'json', '--option', 'weights=krafton:60')['rows']
        self.assertIn('50', [row['weight']['value'] for row in over])
        for words in (['krafton:9', 'nobody:1'], ['sk-telecom:-1'], ['sk-telecom'], ['krafton:x'], [],
                      ['krafton:1', 'krafton:2']):
            self.refused(2, 'basket', 'weigh', *words, says='sk-telecom:60' if not words else words[-1].split(':')[0])
        self.refused(2, 'basket', 'heavy', says='heavy')
        self.assertEqual(self.weigh(), mine)
        self.done('basket', 'equal')
        self.assertEqual(self.weigh(), equal)

    def keep_closes(self):
        closes = Path(self.home.name) / 'closes'
        closes.mkdir()
        subprocess.run([sys.executable, str(CLOSES), str(closes)], check=True)
        for file in closes.iterdir():
            self.done('import', str(file), '--instrument', f'krx:{file.stem}', '--every', '1d')

    def test_quotes_of_baskets(self):
        """A basket that is asked for or followed is told, or why not; its members only where they were asked for too."""
        exchange = subprocess.Popen([EXCHANGE, 'live'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.addCleanup(exchange.wait)
        self.addCleanup(exchange.stdout.close)
        self.addCleanup(exchange.stdin.close)
        address = f'http://127.0.0.1:{exchange.stdout.readline().strip()}'
        reach = [word for name in ('upbit', 'naver', 'yahoo') for word in ('--endpoint', f'{name}={address}')]

        def ask(*words):
            result = self.run_words('quotes', '--json', *words, *reach)
            answer = json.loads(result.stdout)
            return (result.returncode, {quote['instrument']: quote for quote in answer['quotes']},
                    [failure['message'] for failure in answer['errors']])
        status, quotes, failures = ask('upbit:KRW-BTC', 'basket:sk-telecom')
        self.assertEqual((status, list(quotes)), (3, ['upbit:KRW-BTC']))
        self.assertEqual(failures, ['basket:sk-telecom: too few daily closes of its members were kept'])
        self.keep_closes()
        status, quotes, failures = ask('upbit:KRW-BTC', 'basket:sk-telecom', 'krx:259960')
        self.assertEqual((status, sorted(quotes), failures),
                         (0, ['basket:sk-telecom', 'krx:259960', 'upbit:KRW-BTC'], []))
        self.assertGreater(float(quotes['basket:sk-telecom']['last']), 0)
        self.assertEqual(quotes['basket:sk-telecom']['provider'], 'basket')
        self.done('basket', 'weigh', 'sk-telecom:0', 'krafton:0')
        self.assertEqual(ask('basket:sk-telecom')[::2], (1, ['basket:sk-telecom: its members have the weight 0, all of them']))
        made = self.done('view', 'market-shares', '--option', 'show=baskets', '--lang', 'en')
        self.assertRegex(made, 'SK Telecom +all weights are 0')
        self.done('basket', 'equal')
        self.assertEqual(ask('basket:nobody')[::2], (1, ['basket:nobody: no provider asked has it']))
        told = self.run_words('quotes', 'basket:sk-telecom', '--lang', 'en', *reach)
        self.assertEqual(told.returncode, 0)
        self.assertIn('basket:sk-telecom', told.stdout)
        # What is followed is asked for where nothing is typed.
        Path(self.home.name, 'jipyo', 'watchlist.json').write_text(
            '{"version": 1, "instruments": ["basket:sk-telecom", "upbit:KRW-BTC"]}')
        self.assertEqual(sorted(ask()[1]), ['basket:sk-telecom', 'upbit:KRW-BTC'])

    def test_bad_weights_are_told_and_kept(self):
        path = Path(self.home.name, 'jipyo', 'weights.json')
        path.parent.mkdir()
        for i, bad in enumerate(('{', '{"version":1,"weights":[{"member":"krafton","weight":"-1"}]}',
                                 '{"version":1,"weights":[{"member":"krafton","weight":"1"},{"member":"krafton","weight":"2"}]}')):
            path.write_text(bad)
            result = self.run_words('view', 'market-shares') if i != 1 else self.run_words('basket', 'weigh', 'krafton:2')
            self.assertEqual(result.returncode, 0)
            self.assertIn('weights.json:1:', result.stderr)
            self.assertEqual(path.with_name(f'weights.json.damaged-{i + 1}').read_text(), bad)

    def test_what_is_not_saved_is_said(self):
        """Where the folder would be there is a file."""
        Path(self.home.name, 'jipyo').write_text('')
        self.refused(1, 'basket', 'weigh', 'krafton:2', says='jipyo')
        self.refused(1, 'alerts', 'add', 'upbit:KRW-BTC', 'above', '1000', says='jipyo')

    def test_instrument(self):
        view = ('view', 'instrument:krx:KOSPI', '--as-of', '2026-11-20', '--now', '2026-11-20T12:00:00Z', '--lang', 'en')
        self.assertIn('jipyo import', self.done(*view))
        closes = Path(self.home.name) / 'closes'
        closes.mkdir()
        subprocess.run([sys.executable, str(CLOSES), str(closes)], check=True)
        for code in ('KOSPI', '035420'):
            self.done('import', str(closes / f'{code}.csv'), '--instrument', f'krx:{code}', '--every', '1d')
        rows = self.json(*view, '--option', 'range=1y', '--format', 'json')['rows']
        kept = [line.split(',') for line in (closes / 'KOSPI.csv').read_text().splitlines()][1:]
        self.assertEqual([float(row['close']['value']) for row in rows],
                         [float(line[4]) for line in reversed(kept) if line[0] >= '2025-11-20'])
        self.assertEqual(rows[0]['time']['text'], '2026-11-20')
        self.assertRegex(self.done(*view, '--option', 'compare=krx:035420', '--summary'), r'points (ahead of|behind) Naver')
        self.refused(2, *view, '--option', 'compare=naver', says='upbit:KRW-BTC')
        self.refused(2, *view, '--option', 'range=2y', says='3m')


sys.exit(not unittest.main(argv=sys.argv[:1], exit=False).result.wasSuccessful())

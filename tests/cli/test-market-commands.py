#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands about markets: calendars and providers, and what a person's own files make of them.

test-market-commands.py JIPYO. There is no display, no session bus and no network."""
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import threading
import unittest
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from commandline import DEAD, HOME, JIPYO, Case, environment, run


class Calendar(Case):
    NOW = ['--now', '2027-01-04T00:40:00Z']

    def test_late_opening(self):
        text = self.done('calendar', '--lang', 'en', *self.NOW)
        self.assertIn('Korea Exchange (krx): before the opening, until 2027-01-04 10:00 KST · first session', text)
        self.assertIn('휴장', self.done('calendar', '--lang', 'ko', *self.NOW))
        krx = self.json('calendar', '--json', *self.NOW)['calendars'][0]
        self.assertEqual((krx['market'], krx['phase'], krx['until']), ('krx', 'pre', '2027-01-04T01:00:00Z'))
        days = {day['date']: day for day in krx['days']}
        self.assertIsNone(days['2026-12-25']['opens'])
        self.assertEqual(days['2027-01-04']['closes'], '2027-01-04T06:30:00Z')
        self.refused(2, 'calendar', 'krx', says='krx')

    def test_day_of_the_exam(self):
        """All of the day is an hour late."""
        for now, phase, until in (('00:30', 'pre', '01:00'), ('01:00', 'open', '07:30'), ('07:29', 'open', '07:30'),
                                  ('07:30', 'closed', '07:40'), ('07:45', 'after', '08:00')):
            krx = self.json('calendar', '--json', '--now', f'2027-11-18T{now}:00Z')['calendars'][0]
            self.assertEqual((krx['phase'], krx['until']), (phase, f'2027-11-18T{until}:00Z'), now)
        self.assertIn('수능일', self.done('calendar', '--lang', 'ko', '--now', '2027-11-18T01:00:00Z'))

    def test_own_file_is_laid_over_or_refused(self):
        day = {'date': '2027-01-05', 'closed': True, 'name': {'ko': '가', 'en': 'mine'}, 'source': 'me'}
        own = {'version': 1, 'calendar': 'krx', 'sources': [{'id': 'me', 'title': {'ko': '가', 'en': 'note'}}],
               'days': [day]}
        with tempfile.TemporaryDirectory() as home:
            path = Path(home, 'jipyo', 'calendars', 'own.json')
            path.parent.mkdir(parents=True)
            path.write_text(json.dumps(own), 'utf-8')
            self.assertIn('no problems', run('validate', str(path)).stderr)
            mine = environment() | {'XDG_DATA_HOME': home}
            result = subprocess.run([JIPYO, 'calendar', *self.NOW], env=mine, capture_output=True, text=True, timeout=60)
            self.assertIn('2027-01-05  closed  mine — note', result.stdout)
            path.write_text(json.dumps(own | {'holidays': []}), 'utf-8')
            result = run('validate', str(path))
            self.assertEqual(result.returncode, 1)
            self.assertRegex(result.stdout, r'own\.json:1:\d+: /holidays: ')
            result = subprocess.run([JIPYO, 'calendar', *self.NOW], env=mine, capture_output=True, text=True, timeout=60)
            self.assertEqual(result.returncode, 3)
            self.assertIn('/holidays', result.stderr)
            self.assertNotIn('2027-01-05', result.stdout)


class Backfill(Case):
    DAY = ['upbit:KRW-BTC', '--from', '2026-01-02', '--now', '2026-01-20T00:00:00Z']

    def test_misuse(self):
        for words, says in ([[], 'instrument'], [['BTC'], 'instrument'], [['fx:USDKRW'], 'fx:USDKRW'],
                            [['krx:KOSPI', '--interval', '1h'], '1h'], [['krx:KOSPI', '--interval', 'tick'], 'tick'],
                            [['krx:KOSPI', '--from', '2026-02'], '2026-02'], [['krx:KOSPI', 'more'], 'more'],
                            [[*self.DAY, '--endpoint', 'nobody=https://example.org'], 'nobody']):
            self.refused(2, 'backfill', *words, says=says)

    def test_offline_and_unreachable(self):
        self.refused(1, 'backfill', *self.DAY, '--offline', says='offline')
        self.refused(1, 'backfill', *self.DAY, '--endpoint', f'upbit={DEAD}')
        self.refused(1, 'history', 'upbit:KRW-BTC', '--every', '1d', says='Nothing was kept')


class Now(Case):
    def test_quotes_of_another_day_are_not_to_be_had(self):
        words = ['quotes', '--provider', 'upbit', '--endpoint', f'upbit={DEAD}', 'upbit:KRW-BTC', '--lang', 'en',
                 '--now', '2026-11-23T12:00:00+09:00', '--json']
        for day, told in (('2025-08-05', True), ('2026-11-23', False)):
            result = run(*words, '--as-of', day)
            self.assertEqual('Quotes are those of now, not of 2025-08-05' in result.stderr, told, result.stderr)
            self.assertEqual([error['code'] for error in json.loads(result.stdout)['errors']], ['offline'])


class Basis(Case):
    def test_misuse(self):
        for basis in ('noon', 'unstated', 'previous-session'):
            self.refused(2, 'quotes', '--basis', basis, says=basis)


class Failures(Case):
    def test_one_reason_is_told_once(self):
        shares = ['krx:000660', 'krx:005930', 'krx:035420']
        providers = ('naver', 'naver-fx', 'yahoo')
        dead = [word for name in providers for word in ('--endpoint', f'{name}={DEAD}')]
        result = run('quotes', *shares, '--provider', 'yahoo', *dead)
        self.assertEqual((result.returncode, result.stdout), (1, ''))
        lines = result.stderr.splitlines()
        self.assertEqual(sum(': yahoo: offline: Could not connect' in line for line in lines), 1, lines)
        for share in shares:
            self.assertEqual(sum(share in line for line in lines), 1, lines)
        many = [f'krx:{number:06}' for number in range(100, 120)]
        self.assertRegex(run('quotes', *many, '--provider', 'yahoo', *dead).stderr, r' and \d+ more')


class ForeignText(Case):
    """What a venue says of itself is printed and handed on as it is: neither a format nor markup."""

    SAYS = '%n%n%s%100000d <b>A&B</b>'

    def setUp(self):
        body = json.dumps({'error': {'name': 400, 'message': self.SAYS}}).encode()

        class Venue(BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(400)
                self.send_header('Content-Type', 'application/json')
                self.send_header('Content-Length', str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        server = ThreadingHTTPServer(('127.0.0.1', 0), Venue)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        self.ask = ['upbit:KRW-BTC', '--endpoint', f'upbit=http://127.0.0.1:{server.server_port}']

    def test_is_no_format(self):
        result = run('quotes', *self.ask)
        self.assertEqual((result.returncode, result.stdout), (1, ''))
        self.assertIn(self.SAYS, result.stderr)
        told = json.loads(run('quotes', '--json', *self.ask).stdout)
        self.assertIn(self.SAYS, told['errors'][0]['message'])
        result = run('backfill', *self.ask, '--interval', '1d', '--from', '2026-01-02', '--now', '2026-01-20T00:00:00Z')
        self.assertEqual(result.returncode, 1)
        self.assertIn(self.SAYS, result.stderr)

    def test_is_handed_on(self):
        """From the process that asks to the one that shows, a line at a time."""
        with subprocess.Popen([JIPYO, 'feed', *self.ask], env=environment(), stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, text=True) as feed:
            line = next((line for line in feed.stdout if '"errors"' in line), '{}')
            feed.stdin.close()
        self.assertIn(self.SAYS, json.dumps(json.loads(line), ensure_ascii=False))


class TakenIn(Case):
    """What import is told, and what it refuses before it reads."""

    def test_wrong_words(self):
        file = Path(HOME, 'one.csv')
        file.write_text('date,open,high,low,close\n2026-11-20,1,1,1,1\n', 'utf-8')
        take = ('import', str(file), '--every', '1d', '--lang', 'en')
        self.refused(2, *take, '--instrument', 'basket:sk-telecom', says='made of its members')
        self.refused(2, *take, '--instrument', 'test:ONE', '--zone', 'Mars', says='--zone is like')
        for zone in 'Z', '+09:00', '-05:30':
            self.done(*take, '--instrument', 'test:ONE', '--zone', zone, '--dry-run')

    def test_to_come(self):
        file = Path(HOME, 'one.csv')
        file.write_text('date,open,high,low,close\n2026-11-20,1,1,1,1\n', 'utf-8')
        take = ('import', str(file), '--every', '1d', '--instrument', 'test:ONE', '--lang', 'en')
        result = run(*take, '--now', '2026-11-19T23:59:59Z')
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn(':2:1: “2026-11-20” is not in the past', result.stdout)
        self.done(*take, '--now', '2026-11-20T00:00:00Z', '--dry-run')


class HistoryInUse(Case):
    """Another process has the history to itself, as a window has."""

    CANDLES = Path(HOME, 'candles.csv')
    HISTORY = Path(HOME, 'jipyo', 'history.sqlite')
    TAKE = ['import', str(CANDLES), '--instrument', 'krx:KOSPI', '--every', '1d']

    def setUp(self):
        self.CANDLES.write_text('time,open,high,low,close\n2026-11-20T00:00:00Z,1,1,1,1\n', 'utf-8')
        self.done(*self.TAKE)
        for copy in self.HISTORY.parent.glob('history.sqlite.backup-*'):
            copy.unlink()

    @contextmanager
    def hold(self):
        with closing(sqlite3.connect(self.HISTORY)) as holder:
            holder.execute('PRAGMA locking_mode = EXCLUSIVE')
            holder.execute('PRAGMA user_version').fetchone()
            yield

    def test_the_copy_is_read(self):
        words = ('history', 'krx:KOSPI', '--every', '1d')
        copy = self.HISTORY.with_name('history.sqlite.backup-1')
        copy.write_bytes(self.HISTORY.read_bytes())
        os.utime(copy, (1793590200, 1793590200))
        with self.hold():
            result = run(*words, '--format', 'json', '--lang', 'en')
            self.assertEqual(result.returncode, 3, result.stderr)
            self.assertIn('copy of 2026-11-02 12:30:00', result.stderr)
            found = json.loads(result.stdout)
            self.assertEqual((found['source'], found['as_of'], len(found['candles'])),
                             ('copy', '2026-11-02T03:30:00Z', 1))
            # A table that went on to another program still says what it is from.
            csv = run(*words, '--format', 'csv').stdout
            self.assertEqual(csv, 'time,open,high,low,close,volume,as_of\n'
                                  '2026-11-20T00:00:00Z,1,1,1,1,,2026-11-02T03:30:00Z\n')
            self.assertIn('사본', run(*words, '--lang', 'ko').stdout)
            self.assertIn('copy of 2026-11-02', run('view', 'market-shares', '--lang', 'en').stderr)
            self.refused(1, *self.TAKE, says='try again')
        found = self.json(*words, '--format', 'json')
        self.assertEqual((found['source'], found['as_of']), ('history', None))
        self.assertTrue(self.done(*words, '--format', 'csv').endswith('volume\n2026-11-20T00:00:00Z,1,1,1,1,\n'))

    def test_days_in_order(self):
        self.refused(2, 'history', 'krx:KOSPI', '--from', '2026-11-20', '--to', '2026-11-19', '--lang', 'en', says='later day')
        self.done('history', 'krx:KOSPI', '--every', '1d', '--from', '2026-11-20', '--to', '2026-11-20')

    def test_who_said_them(self):
        """The file that they were imported from, in each format."""
        words = ('history', 'krx:KOSPI', '--every', '1d')
        stretch = {'from': '2026-11-20T00:00:00Z', 'to': '2026-11-21T00:00:00Z', 'kind': 'imported', 'name': 'candles.csv'}
        self.assertEqual(self.json(*words, '--format', 'json')['origins'], [stretch])
        self.assertIn('2026-11-20 – 2026-11-20  imported from candles.csv', self.done(*words, '--lang', 'en'))
        self.assertEqual(self.done(*words, '--format', 'csv', '--origins'), 'time,open,high,low,close,volume,origin\n'
                                                                           '2026-11-20T00:00:00Z,1,1,1,1,,imported:candles.csv\n')

    def test_a_day_that_goes_on(self):
        words = ('history', 'krx:KOSPI', '--every', '1d', '--now')
        for time, unfinished in (('2026-11-20T05:00:00Z', '2026-11-20T00:00:00Z'), ('2026-11-20T08:00:00Z', None)):
            self.assertEqual(self.json(*words, time, '--format', 'json')['unfinished'], unfinished)
            self.assertEqual('  not over yet\n' in self.done(*words, time, '--lang', 'en'), unfinished is not None)
            self.assertTrue(self.done(*words, time, '--format', 'csv').endswith('2026-11-20T00:00:00Z,1,1,1,1,\n'))

    def test_nothing_of_later(self):
        every = ('history', 'krx:KOSPI', '--every', '1d')
        self.assertIn('2026-11-20', self.done(*every, '--as-of', '2026-11-20'))
        self.refused(1, *every, '--as-of', '2026-11-19')
        self.refused(1, *every, '--as-of', '2026-11-19', '--to', '2026-11-25')

    def test_candles_are_not_denied(self):
        """Who asks for single prices is told of candles; of nothing at all too."""
        self.refused(1, 'history', 'krx:KOSPI', says='--every 1m, 1h or 1d shows candles')
        self.refused(1, 'history', 'krx:NOTHING', '--every', '1d', says='Nothing was kept')

    def test_rehearsal_by_the_copy(self):
        """It ends with the copy: that the last price stayed a minute longer is not known."""
        minutes = Path(HOME, 'minutes.csv')
        minutes.write_text('time,open,high,low,close\n2026-11-02T03:28:00Z,1,1,1,1\n2026-11-02T03:29:00Z,9,9,9,9\n', 'utf-8')
        self.done('import', str(minutes), '--instrument', 'test:COPY', '--every', '1m')
        copy = self.HISTORY.with_name('history.sqlite.backup-1')
        copy.write_bytes(self.HISTORY.read_bytes())
        rehearse = ['alerts', 'rehearse', 'test:COPY', 'above', '5', '--lang', 'en', '--now', '2026-11-02T04:00:00Z']
        self.assertIn('fired 1 time in 30 days', self.done(*rehearse))
        for made, times in ((1793590200, 0), (1793590260, 1)):
            os.utime(copy, (made, made))
            with self.hold():
                result = run(*rehearse)
                self.assertEqual(result.returncode, 3, result.stderr)
                self.assertIn(f'fired {times} time', result.stdout)
                self.assertIn('by the copy of 2026-11-02 12:3', result.stdout)
                self.assertIn('copy of 2026-11-02 12:3', result.stderr)
                told = json.loads(run(*rehearse, '--json').stdout)
                self.assertEqual((told['source'], told['as_of'][:15], len(told['fired'])), ('copy', '2026-11-02T03:3', times))

    def test_who_has_it_is_told(self):
        with self.hold():
            backfill = ['backfill', 'upbit:KRW-BTC', '--interval', '1d', '--endpoint', f'upbit={DEAD}']
            for words in (self.TAKE, ['history', 'krx:KOSPI'], backfill, ['alerts', 'rehearse', 'krx:KOSPI', 'above', '1']):
                self.refused(1, *words, says=f'process {os.getpid()};.*try again')
            self.assertIn(f'process {os.getpid()};', run('view', 'market-shares').stderr)
        self.assertIn('2026-11-20', self.done('history', 'krx:KOSPI', '--every', '1d'))


class HistoryDamaged(Case):
    """Damage is told, and where the damaged file is; the newest sound copy takes its place."""

    def test_told_once(self):
        folder = Path(HOME, 'jipyo')
        candles = Path(HOME, 'candles.csv')
        candles.write_text('time,open,high,low,close\n2026-11-20T00:00:00Z,1,1,1,1\n', 'utf-8')
        self.done('import', str(candles), '--instrument', 'test:DAMAGE', '--every', '1d')
        history = folder / 'history.sqlite'
        (folder / 'history.sqlite.backup-1').write_bytes(history.read_bytes())
        history.write_bytes(b'alas')
        result = run('history', 'test:DAMAGE', '--every', '1d')
        self.assertEqual(result.returncode, 3)
        self.assertIn('2026-11-20', result.stdout)
        self.assertRegex(result.stderr, r'jipyo: The history was damaged.* if there was one;.*/history\.sqlite\.corrupt-\d+\n')
        self.assertEqual([file.read_bytes() for file in folder.glob('history.sqlite.corrupt-*')], [b'alas'])
        self.assertIn('2026-11-20', self.done('history', 'test:DAMAGE', '--every', '1d'))

    def test_gap_is_told(self):
        """A block whose checksum is wrong is no figure: it is a gap that says why."""
        candles = Path(HOME, 'candles.csv')
        candles.write_text('time,open,high,low,close\n2026-11-19T00:00:00Z,1,1,1,1\n2026-11-20T00:00:00Z,2,2,2,2\n', 'utf-8')
        self.done('import', str(candles), '--instrument', 'test:FLIP', '--every', '1d')
        with closing(sqlite3.connect(Path(HOME, 'jipyo', 'history.sqlite'))) as database:
            database.execute("UPDATE block SET data = zeroblob(length(data)) WHERE day = 20777 AND series ="
                             " (SELECT id FROM series WHERE instrument = 'test:FLIP')")
            database.commit()
        result = run('history', 'test:FLIP', '--every', '1d', '--format', 'json')
        self.assertEqual(result.returncode, 3)
        self.assertIn('damaged', result.stderr)
        told = json.loads(result.stdout)
        self.assertEqual([candle['close'] for candle in told['candles']], ['1'])
        self.assertEqual([gap['reason'] for gap in told['gaps']], ['damaged'])
        self.assertIn('손상됨', run('history', 'test:FLIP', '--every', '1d', '--lang', 'ko').stdout)
        # What is brought again is a repair.
        self.done('import', str(candles), '--instrument', 'test:FLIP', '--every', '1d')
        self.done('history', 'test:FLIP', '--every', '1d')


class AnotherCode(Case):
    """What a venue gave another code keeps its past: until a day under the old one, then under the new."""

    def file(self, candles):
        path = Path(HOME, 'candles.csv')
        path.write_text('time,open,high,low,close,volume\n' + candles, 'utf-8')
        return str(path)

    def test_past_comes_along(self):
        old = '2026-11-02T00:00:00Z,10,12,9,11,5\n2026-11-02T00:05:00Z,90,90,90,90,5\n'
        new = '2026-11-02T00:02:00Z,11.5,13,11,12,5\n'
        for instrument, text in ('test:OLD', old), ('test:NEW', new):
            self.done('import', self.file(text), '--instrument', instrument,
                      '--every', '1m', '--json')
        codes = Path(HOME, 'jipyo', 'new-codes.json')
        change = {'instrument': 'test:OLD', 'successor': 'test:NEW', 'until': '2026-11-02T00:01:30Z'}
        codes.write_text(json.dumps({'new-codes': [change], 'version': 1}))
        kept = self.json('history', 'test:NEW', '--every', '1m', '--format', 'json')
        self.assertEqual([candle['close'] for candle in kept['candles']], ['11', '12'])
        self.assertEqual((kept['former'], kept['next']), ([change], None))
        text = self.done('history', 'test:NEW', '--every', '1m', '--lang', 'en')
        self.assertIn('\n2026-11-02 09:01:30  test:OLD → NEW\n2026-11-02 09:02:00 ', text)
        csv = run('history', 'test:NEW', '--every', '1m', '--format', 'csv', '--lang', 'en')
        self.assertEqual(len(csv.stdout.splitlines()), 3)
        self.assertIn('Until 2026-11-02T00:01:30Z it was test:OLD', csv.stderr)
        left = run('history', 'test:OLD', '--every', '1m', '--format', 'json', '--lang', 'en')
        self.assertEqual([candle['close'] for candle in json.loads(left.stdout)['candles']], ['90'])
        self.assertIn('that of what is now test:NEW; that is left out', left.stderr)
        self.assertIn('“test:OLD” is now called test:NEW', run(
            'history', 'test:OLD', '--every', '1m', '--to', '2026-11-01', '--lang', 'en').stderr
            + run('history', 'test:OLD', '--every', '1d', '--lang', 'en').stderr)
        codes.write_text('{"version": 1, "new-codes": [\n{"instrument": "OLD"}]}')
        broken = run('history', 'test:NEW', '--every', '1m', '--lang', 'en')
        self.assertIn(f'{codes}:2:', broken.stderr)
        self.assertIn(f'{codes}.damaged-1', broken.stderr)
        Path(f'{codes}.damaged-1').unlink()

    def test_new_code_is_told_where_there_is_no_quote(self):
        codes = Path(HOME, 'jipyo', 'new-codes.json')
        codes.parent.mkdir(exist_ok=True)
        codes.write_text('{"version":1,"new-codes":[{"instrument":"upbit:KRW-GONE","successor":"upbit:KRW-HERE",'
                         '"until":"2026-11-02T00:01:30Z"}]}', 'utf-8')
        words = ('upbit:krw-gone', '--endpoint', f'upbit={DEAD}', '--lang', 'en')
        for more in (), ('--json',):
            self.assertIn('jipyo: “upbit:KRW-GONE” is now called upbit:KRW-HERE\n', run('quotes', *words, *more).stderr)
        with subprocess.Popen([JIPYO, 'watch', *words], env=environment(), stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE, text=True) as watch:
            self.assertIn('“upbit:KRW-GONE” is now called upbit:KRW-HERE', watch.stderr.readline())
            watch.kill()
        codes.unlink()

    def test_past_goes_along(self):
        old, moved = Path(HOME, 'old.csv'), Path(HOME, 'moved.csv')
        day = '2026-11-{}T00:00:00Z,1,3,1,{},5'
        old.write_text('\n'.join(['time,open,high,low,close,volume', day.format(19, 2), day.format(20, 3), day.format(21, 1)]), 'utf-8')
        self.done('import', str(old), '--instrument', 'upbit:KRW-OLD', '--every', '1d')
        moved.write_text(self.done('history', 'upbit:KRW-OLD', '--every', '1d', '--to', '2026-11-20', '--format', 'csv'), 'utf-8')
        self.done('import', str(moved), '--instrument', 'upbit:KRW-NEW', '--every', '1d')
        candles = self.json('history', 'upbit:KRW-NEW', '--every', '1d', '--format', 'json')['candles']
        self.assertEqual([(candle['start'][:10], candle['close']) for candle in candles], [('2026-11-19', '2'), ('2026-11-20', '3')])
        self.assertIn('2026-11-21', self.done('history', 'upbit:KRW-OLD', '--every', '1d'))


class PutAside(Case):
    def test_every_file_is_told_of(self):
        """Each is put aside once, by whoever reads it first: nobody else could tell of it."""
        with tempfile.TemporaryDirectory() as home:
            folder = Path(home, 'jipyo')
            folder.mkdir()
            names = ('alerts', 'alerts-log', 'watchlist', 'new-codes', 'codes-to-keep', 'weights')
            for name in names:
                (folder / f'{name}.json').write_text('{', 'utf-8')
            words = ('alerts', 'rehearse', '--kind', 'basket', 'basket:sk-telecom', 'above', '90', '--lang', 'en')
            result = subprocess.run([JIPYO, *words], env=environment() | {'XDG_DATA_HOME': home}, capture_output=True,
                                    text=True, timeout=60)
            self.assertEqual(result.returncode, 0, result.stderr)
            for name in names:
                self.assertEqual(result.stderr.count(f'/{name}.json.damaged-1'), 1, (name, result.stderr))
                self.assertEqual((folder / f'{name}.json.damaged-1').read_text('utf-8'), '{')


class Watched(Case):
    def test_nothing_to_wait_for(self):
        """What nobody has is said, and that is the end: it would be waited for for ever."""
        for words in (['nonsense'], ['krx:KOSPX', '--count', '1'], ['krx:KOSPI', '--provider', 'coinone']):
            result = run('watch', *words)
            self.assertEqual((result.returncode, result.stderr), (1, ''), words)
            errors = json.loads(result.stdout)['errors']
            self.assertEqual([error['code'] for error in errors], ['not-found'])


class Providers(Case):
    def order(self, name):
        classes = self.json('providers', '--json')['classes']
        return next((one['providers'], one['chosen']) for one in classes if one['class'] == name)

    def test_choice(self):
        self.assertRegex(self.done('providers'), r'(?m)^krx-index +naver, yahoo$')
        self.assertEqual(self.order('fx'), (['naver-fx', 'frankfurter', 'yahoo'], False))
        self.done('providers', 'fx', 'frankfurter')
        self.done('providers', 'krx-index', 'yahoo', 'naver')
        self.assertEqual(self.order('fx'), (['frankfurter'], True))
        result = run('quotes', 'fx:USDKRW', '--json', '--endpoint', f'upbit={DEAD}')
        self.assertEqual({error['provider'] for error in json.loads(result.stdout)['errors']}, {'frankfurter'})
        said = self.done('providers', 'fx', '--lang', 'en')
        self.assertEqual(said, 'fx: no provider named, so the usual ones again: naver-fx, frankfurter, yahoo\n')
        self.assertEqual(self.order('fx'), (['naver-fx', 'frankfurter', 'yahoo'], False))
        self.assertEqual(self.order('krx-index'), (['yahoo', 'naver'], True))
        self.done('providers', 'krx-index')

    def test_misuse(self):
        for words in (['nothing'], ['nothing', 'naver'], ['fx', 'nobody'], ['fx', 'upbit'], ['fx', 'yahoo', 'yahoo']):
            self.refused(2, 'providers', *words, says=words[0])

    def test_bad_file_counts_for_nothing_and_is_not_written_over(self):
        bad = '{"version": 1, "provider-order": {"fx": ["upbit"]}}'
        with tempfile.TemporaryDirectory() as home:
            path = Path(home, 'jipyo', 'providers.json')
            path.parent.mkdir(parents=True)
            path.write_text(bad, 'utf-8')
            mine = environment() | {'XDG_DATA_HOME': home}
            result = subprocess.run([JIPYO, 'providers'], env=mine, capture_output=True, text=True, timeout=60)
            self.assertEqual(result.returncode, 3)
            self.assertIn('providers.json:1:', result.stderr)
            self.assertIn('naver-fx', result.stdout)
            result = subprocess.run([JIPYO, 'providers', 'fx', 'yahoo'], env=mine, capture_output=True, text=True,
                                    timeout=60)
            self.assertEqual(result.returncode, 1)
            self.assertEqual(path.read_text('utf-8'), bad)
            result = run('validate', str(path))
            self.assertEqual(result.returncode, 1)
            self.assertRegex(result.stdout, r'providers\.json:1:\d+: /provider-order/fx: ')
            # Each says it, even where it ends at once for another reason.
            for words in (['quotes', 'upbit:KRW-BTC'], ['watch', '--provider', 'nobody'], ['feed', 'upbit:KRW-BTC']):
                result = subprocess.run([JIPYO, *words, '--endpoint', f'upbit={DEAD}'], env=mine, capture_output=True,
                                        stdin=subprocess.DEVNULL, text=True, timeout=60)
                self.assertIn('providers.json:1:', result.stderr, words)
            path.write_text(bad.replace('upbit', 'yahoo'), 'utf-8')
            self.assertEqual((run('validate', str(path)).returncode), 0)
            # All of the file counts, not what stands before a NUL.
            path.write_bytes(path.read_bytes() + b'\0 upbit')
            self.assertEqual((run('validate', str(path)).returncode), 1)
            result = subprocess.run([JIPYO, 'providers'], env=mine, capture_output=True, text=True, timeout=60)
            self.assertEqual(result.returncode, 3)

    def test_files_of_ones_own_are_checked(self):
        """Each by what it holds, whatever it is called; the first fault is at its place."""
        rule = '{"id":"1","version":1,"kind":"price","subject":"krx:KOSPI","test":"above","level":"%s","reminder":0}'
        files = (
            ('{"version":1,"instruments":["krx:KOSPI"%s]}', '', ',"KOSPI"', '/instruments'),
            ('{"version":1,"rules":[' + rule + ']}', '3000', '0', '/rules/0'),
            ('{"version":1,"log":[{"rule":"1","rule-version":1,"from":"normal","to":"%s","time":"2025-08-05T02:08:21Z"}]}',
             'firing', 'burning', '/log/0/to'),
            ('{"version":1,"notes":[{"view":"budget","plot":0,"place":"2025"%s}]}', ',"text":"so"', '', '/notes/0/text'),
            ('{"version":1,"weights":[{"member":"krafton","weight":"%s"}]}', '2', '-2', '/weights/0/weight'),
            ('{"version":1,"new-codes":[{"instrument":"v:A","successor":"v:B","until":"%s"}]}', '2026-11-02T00:01:30Z',
             'then', '/new-codes/0/until'),
            ('{"version":1,"names":[{"instrument":"v:A"%s}]}', ',"ko":"가"', '', '/names/0'),
        )
        with tempfile.TemporaryDirectory() as home:
            path = Path(home, 'some.json')
            for text, good, bad, pointer in files:
                path.write_text(text % good, 'utf-8')
                result = run('validate', str(path))
                self.assertEqual((result.returncode, result.stdout), (0, ''), text)
                path.write_text(text % bad, 'utf-8')
                result = run('validate', str(path))
                self.assertEqual(result.returncode, 1)
                self.assertRegex(result.stdout, rf'some\.json:1:\d+: {pointer}: ')


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])

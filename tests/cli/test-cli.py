#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line as scripts meet it: words, statuses, streams and JSON shapes of the real program.

test-cli.py JIPYO LEDGER-DIR BAD-DIR. There is no display, no session bus and no network."""
import json
import re
import subprocess
import sys
import tempfile
import unittest
import wave
from pathlib import Path

from commandline import DEAD, HOME, JIPYO, Case, environment, run

LEDGER, BAD = Path(sys.argv[2]), Path(sys.argv[3])
COMMANDS = ['summary', 'claims', 'explain', 'changes', 'view', 'render', 'quotes', 'watch', 'validate',
            'history', 'import', 'alerts', 'basket', 'calendar', 'providers']
DAYS = ['2025-08-05', '2025-12-31', '2026-01-20', '2026-03-01', '2026-08-19', '2026-11-23']
TEAMS = ['lg-ai-research', 'naver-cloud', 'upstage', 'sk-telecom', 'nc-ai', 'motif']
NUMBER = re.compile(r'-?(0|[1-9]\d*)(\.\d*[1-9])?$')
DATE = re.compile(r'\d{4}(-\d\d(-\d\d)?)?$')
STATUSES = {'stated', 'derived', 'second-hand', 'inferred', 'disputed'}
OVERLAY = {
    'format': 'jipyo-ledger-1',
    'claims': [{
        'id': 'test.own-figure', 'subject': 'kr', 'metric': 'test-metric',
        'label': {'ko': '내 수치', 'en': 'A figure of mine'}, 'quantity': {'value': '7', 'unit': 'models'},
        'true_for': '2025', 'published': '2025-08-05', 'retrieved': '2026-11-23',
        'source': 'globalepic-2025-08-05', 'status': 'stated'}],
}


class Words(Case):
    def test_help_of_all_commands(self):
        text = self.done('--help')
        for option in ('--offline', '--page', '--size'):
            self.assertIn(option, text)
        for command in COMMANDS:
            self.assertRegex(text, rf'(?m)^  {command} ')
            text_of_one = self.done(command, '--help')
            for option in ('--lang', '--as-of', '--now', '--ledger'):
                self.assertIn(option, text_of_one, command)

    def test_version(self):
        self.assertRegex(self.done('--version'), r'^jipyo \d')

    def test_misuse(self):
        self.refused(2, 'nonsense', says='nonsense')
        self.refused(2, 'summary', '--nonsense')
        self.refused(2, 'watch', '--count', '-1', says='-1')
        for address in ('x', 'nobody=https://example.org', 'upbit=http://example.org', 'upbit='):
            self.refused(2, 'quotes', '--endpoint', address)
            # The window would start a feed over and over that cannot be.
            self.refused(2, '--endpoint', address, says='--endpoint')
        self.assertEqual(run('--nonsense').returncode, 2)
        for option in ('--size=0x0', '--as-of=2025-02-30', '--lang=fr', '--now=noon'):
            self.refused(2, option, says=option.split('=')[0])
        self.refused(2, '--lang', 'ko', 'summary', says='summary')
        for command in ('summary', 'claims', 'view'):
            self.refused(2, command, '--lang', 'fr', says='ko or en')
            self.refused(2, command, '--as-of', '2025-02-30', says='2025-02-30')
            self.refused(2, command, '--as-of', '2025-08', says='--as-of')
            self.refused(2, command, '--now', 'noon', says='--now')
        self.refused(2, 'view')
        self.refused(2, 'view', 'nope', says='nope')
        self.refused(2, 'view', 'budget', '--format', 'yaml')
        self.refused(2, 'view', 'budget', '--option', 'nope=1', says='nope')
        self.refused(2, 'view', 'world', '--option', 'scale=cubic', says='log|linear')
        self.refused(2, 'view', 'world', '--option', 'scale', says='NAME=VALUE')
        self.refused(2, 'changes', says='--from')
        self.refused(2, 'changes', '--from', 'yesterday', says='--from')
        self.refused(2, 'explain')
        self.refused(2, 'render', 'budget')
        self.refused(2, 'validate')

    def test_failures(self):
        self.refused(1, 'explain', 'no.such.claim', says='no.such.claim')
        self.refused(1, 'view', 'budget', '-o', '/nonexistent/out.csv', '--format', 'csv')
        self.refused(1, 'summary', '--ledger', '/nonexistent/ledger.json')

    def test_nothing_is_lost_in_silence(self):
        for words in (['--help'], ['--version'], ['view', '--help'], ['view', '--list'], ['summary'],
                      ['quotes', '--provider', 'upbit', '--endpoint', f'upbit={DEAD}', '--json']):
            with open('/dev/full', 'wb') as full:
                result = subprocess.run([JIPYO, *words], env=environment(), stdout=full, stderr=subprocess.PIPE,
                                        text=True, timeout=60)
            self.assertEqual(result.returncode, 1, words)
            self.assertIn('No space left', result.stderr, words)
            # Closed, and its number must not go to the first file or pipe that is opened.
            result = subprocess.run(['sh', '-c', 'exec "$@" >&-', 'sh', JIPYO, *words], env=environment(),
                                    stderr=subprocess.PIPE, text=True, timeout=60)
            self.assertEqual(result.returncode, 1, words)
            self.assertIn('Bad file descriptor', result.stderr, words)

    def test_language_of_a_locale_that_is_not_installed(self):
        asked = {name: value for name, value in environment().items() if not name.startswith('LC_')}
        result = subprocess.run([JIPYO, 'history'], env=asked | {'LANG': 'ko_KR.UTF-8'}, capture_output=True,
                                text=True, timeout=60)
        self.assertIn('종목', result.stderr)
        result = subprocess.run([JIPYO, 'summary'], env=asked | {'LANG': 'ko_KR.UTF-8'}, capture_output=True,
                                text=True, timeout=60)
        self.assertIn('독자 AI 파운데이션 모델', result.stdout)

    def test_a_day_to_come_is_not_known(self):
        result = run('summary', '--json', '--as-of', '2030-01-01', '--now', '2026-11-23T12:00:00+09:00')
        self.assertEqual(json.loads(result.stdout)['as_of'], '2026-11-23')
        self.assertEqual(result.returncode, 0)
        self.assertIn('2030-01-01', result.stderr)


class Summary(Case):
    def summary(self, *words):
        value = self.json('summary', '--json', *words)
        self.assertEqual(list(value)[:4], ['as_of', 'programme', 'teams', 'figures'])
        for figure in value['figures']:
            self.assertGreaterEqual(set(figure), {'claim', 'label', 'value', 'unit', 'qualifier', 'status'})
            self.assertIn(figure['status'], STATUSES)
            self.assertTrue(figure['value'] is None or NUMBER.match(figure['value']), figure)
        return value, {team['id']: team for team in value['teams']}

    def test_on_the_articles_day(self):
        value, teams = self.summary('--as-of', '2025-08-05')
        self.assertEqual(value['as_of'], '2025-08-05')
        self.assertEqual(sorted(teams), sorted(set(TEAMS) - {'motif'}))
        for team in teams.values():
            self.assertEqual((team['standing'], team['since']), ('in', '2025-08-04'))
            self.assertEqual((team['reason'], team['score']), (None, None))
        budget = next(figure for figure in value['figures'] if 'budget' in figure['claim'])
        self.assertEqual((budget['value'], budget['unit']), ('213900000000', 'KRW'))
        self.assertNotIn('2026', json.dumps(value))

    def test_today(self):
        _, teams = self.summary('--now', '2026-11-23T12:00:00+09:00')
        self.assertEqual([(name, team['score']) for name, team in teams.items() if team['standing'] == 'in'],
                         [('sk-telecom', '70.6'), ('upstage', '69.9'), ('lg-ai-research', '69')])
        out = {name: team for name, team in teams.items() if team['standing'] == 'out'}
        self.assertEqual({name: team['since'] for name, team in out.items()},
                         {'motif': '2026-08-18', 'naver-cloud': '2026-01-15', 'nc-ai': '2026-01-15'})
        for team in out.values():
            self.assertTrue(team['reason'])

    def test_languages(self):
        self.assertIn('업스테이지', self.done('summary', '--lang', 'ko'))
        english = self.done('summary', '--lang', 'en')
        self.assertIn('Upstage', english)
        self.assertIsNone(re.search('[가-힣]', english))


class Claims(Case):
    KEYS = ['id', 'subject', 'metric', 'value', 'unit', 'qualifier', 'true_for', 'published', 'retrieved', 'source',
            'fragment', 'status', 'preferred', 'inputs']

    def test_contract(self):
        claims = self.json('claims', '--json')['claims']
        ids = {claim['id'] for claim in claims}
        self.assertGreater(len(ids), 400)
        self.assertEqual(len(ids), len(claims))
        for claim in claims:
            self.assertEqual([key for key in claim if key in self.KEYS], self.KEYS, claim['id'])
            self.assertTrue(claim['value'] is None or NUMBER.match(claim['value']), claim)
            self.assertNotIn('', [value for value in claim.values() if isinstance(value, str)], claim['id'])
            self.assertTrue(claim['published'] is None or DATE.match(claim['published']))
            self.assertIn(claim['status'], STATUSES)
            self.assertIs(type(claim['preferred']), bool)
            self.assertLessEqual(set(claim['inputs']), ids)
            if claim['status'] == 'derived':
                self.assertTrue(claim['inputs'], claim['id'])

    def test_unknown_is_null(self):
        claims = {claim['id']: claim for claim in self.json('claims', '--json')['claims']}
        self.assertIsNone(claims['article.pledge.budget']['value'])
        self.assertIsNone(claims['prog.budget.nabo']['published'])
        self.assertIsNone(claims['calc.cagr']['fragment'])

    def test_as_of(self):
        for claim in self.json('claims', '--json', '--as-of', '2025-08-05')['claims']:
            self.assertLessEqual(claim['published'], '2025-08-05', claim['id'])

    def test_filters(self):
        claims = self.json('claims', '--json', '--subject', 'sovereign-ai', '--metric', 'budget', '--conflicts')['claims']
        self.assertEqual({claim['value'] for claim in claims}, {'213600000000', '213900000000', '245400000000'})
        self.assertEqual([claim['value'] for claim in claims if claim['preferred']], ['213600000000'])


class Views(Case):
    def names(self):
        names = re.findall(r'(?m)^([a-z][a-z-]+) ', self.done('view', '--list'))
        self.assertGreaterEqual(len(names), 15)
        return names

    def variants(self):
        for name in self.names():
            for team in TEAMS if name == 'team' else [None]:
                yield [name] + (['--option', f'team={team}'] if team else [])

    def check(self, view, day, words):
        self.assertEqual(list(view), ['view', 'as_of', 'title', 'sentence', 'columns', 'rows', 'sources', 'conflicts'])
        self.assertEqual(view['as_of'], day)
        for text in (view['title'], view['sentence']):
            self.assertTrue(text['ko'] and text['en'], words)
            self.assertIsNone(re.search('[가-힣]', text['en']), text)
        columns = [column['id'] for column in view['columns']]
        self.assertEqual(len(set(columns)), len(columns))
        for row in view['rows']:
            self.assertLessEqual(set(row), set(columns))
            for cell in row.values():
                self.assertLessEqual({'value', 'text', 'qualifier', 'status', 'claim'}, set(cell))
                if cell['value'] is not None:
                    self.assertRegex(cell['value'], NUMBER, words)
                    self.assertIn(cell['status'], STATUSES, (words, cell))
        for source in view['sources']:
            self.assertEqual(list(source)[:5], ['id', 'publisher', 'title', 'published', 'url'])

    def test_shape_and_dates(self):
        """Every view, then and now; no source and no claim is younger than the reading."""
        for words in self.variants():
            for day in DAYS:
                with self.subTest(view=words, day=day):
                    view = self.json('view', *words, '--format', 'json', '--as-of', day)
                    self.check(view, day, words)
                    for source in view['sources']:
                        if source['published'] is not None:
                            self.assertLessEqual(source['published'], day[:len(source['published'])], source)
                    for claim in view['conflicts']:
                        if claim['published'] is not None:
                            self.assertLessEqual(claim['published'], day[:len(claim['published'])], claim['id'])

    def test_text_and_csv(self):
        for words in self.variants():
            english = self.done('view', *words, '--lang', 'en')
            if words != ['claims']:  # which quotes what it cites
                self.assertIsNone(re.search('[가-힣]', re.sub(r'https?://\S+', '', english)), words)
            self.assertRegex(self.done('view', *words, '--lang', 'ko'), '[가-힣]')
            view = self.json('view', *words, '--format', 'json')
            header = self.done('view', *words, '--format', 'csv').splitlines()[0].rstrip('\r')
            self.assertEqual(header, ','.join(column['id'] for column in view['columns']))

    def test_summary(self):
        """Each chart in a few sentences below its title, with the figures of the record."""
        english = self.done('view', 'models-year', '--summary', '--lang=en', '--as-of=2025-08-05')
        self.assertIn('from 2 models in 2020 to 122 models in 2024, 61 times as much', english)
        self.assertIn('179.5 % more a year on average', english)
        korean = self.done('view', 'models-year', '--summary', '--lang=ko', '--as-of=2025-08-05')
        self.assertIn('2020년 2개에서 2024년 122개로 61배가 되었다', korean)
        both = self.done('view', 'rounds', '--summary', '--lang=en', '--as-of=2026-11-23')
        self.assertEqual(both.count(' bar chart with '), 2)
        points = self.done('view', 'models-country', '--points', '--lang=en', '--as-of=2026-11-23')
        self.assertIn('\n  Korea: 14 models (5.2 %)\n', points)
        self.refused(2, 'view', 'rounds', '--summary', '--format=json', says='--summary')
        self.refused(2, 'view', 'rounds', '--points', '--format=csv', says='--points')
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / 'summary.txt'
            self.done('view', 'models-year', '--summary', '--lang=en', '--as-of=2025-08-05', '-o', str(path))
            self.assertEqual(path.read_text(), english)

    # Whose rows are drawn: the column of the place, those of the figures, and the rows that are not drawn.
    CHARTED = {
        'models-country': ('country', ('models', 'share'), lambda row: row['id']['text'] != 'world'),
        'models-year': ('year', ('models',), lambda row: row['id']['text'].isdigit()),
        'models-programme': ('model', ('parameters-total', 'parameters-active'), lambda row: True),
        'rounds': ('team', ('benchmark', 'expert', 'user', 'total'), lambda row: row['team']['text']),
        'market-indices': ('name', ('change-percent',), lambda row: True),
    }

    @staticmethod
    def numbers(text):
        return [float(digits.replace(',', '')) for digits in re.findall(r'\d[\d,]*(?:\.\d+)?', text)]

    def test_points(self):
        """What charts read out is what their tables say."""
        for lang in ('ko', 'en'):
            for name, (place, figures, drawn) in self.CHARTED.items():
                words = ('view', name, f'--lang={lang}', '--as-of=2026-11-23')
                points = [line for line in self.done(*words, '--points').split('\n') if line.startswith('  ')]
                for row in filter(drawn, json.loads(self.done(*words, '--format=json'))['rows']):
                    for cell in (row[figure] for figure in figures if row[figure]['value'] is not None):
                        number = self.numbers(cell['text'])[0]
                        self.assertTrue(any(row[place]['text'] in point and number in self.numbers(point) for point in points),
                                        (name, row[place]['text'], cell['text'], points))

    def test_sound(self):
        """A chart as a WAV file, the same bytes each time; one without values is refused."""
        with tempfile.TemporaryDirectory() as folder:
            first, second = Path(folder) / 'a.wav', Path(folder) / 'b.WAV'
            for path in (first, second):
                self.done('render', 'models-year', '--as-of=2025-08-05', '-o', str(path))
            self.assertEqual(first.read_bytes(), second.read_bytes())
            with wave.open(str(first)) as sound:
                self.assertEqual((sound.getnchannels(), sound.getsampwidth(), sound.getframerate()), (2, 2, 22050))
                self.assertAlmostEqual(sound.getnframes() / sound.getframerate(), 0.1 + 5 * 0.5 + 0.15, places=3)
            self.done('render', 'rounds', '--chart=2', '--as-of=2026-11-23', '-o', str(second))
            self.assertNotEqual(first.read_bytes(), second.read_bytes())
            self.refused(2, 'render', 'rounds', '--chart=3', '--as-of=2026-11-23', '-o', str(second), says='chart 3')
            missing = Path(folder) / 'none.wav'
            self.refused(1, 'render', 'timeline', '-o', str(missing), says='heard')
            self.assertFalse(missing.exists())

    def test_same_input_same_bytes(self):
        words = ('view', 'overview', '--format', 'json', '--now', '2026-11-23T12:00:00+09:00')
        self.assertEqual(self.done(*words), self.done(*words))

    def rows(self, name, key='id', *words):
        return {row[key]['text']: row for row in self.json('view', name, '--format', 'json', *words)['rows']}

    def test_models_by_country(self):
        rows = self.rows('models-country')
        self.assertEqual({name: rows[name]['models']['value'] for name in rows},
                         {'us': '128', 'cn': '95', 'kr': '14', 'other': '34', 'world': '271'})
        self.assertEqual(rows['other']['models']['status'], 'derived')
        csv = self.done('view', 'models-country', '--format', 'csv')
        self.assertRegex(csv, r'(?m)^other,.*\b34\b.*derived')

    def test_models_by_year(self):
        rows = self.rows('models-year')
        self.assertEqual([(year, rows[year]['models']['value'], rows[year]['models']['status'])
                          for year in ('2020', '2021', '2022', '2023', '2024')],
                         [('2020', '2', 'derived'), ('2021', '9', 'inferred'), ('2022', '29', 'inferred'),
                          ('2023', '109', 'derived'), ('2024', '122', 'stated')])
        rate = rows['cagr-recomputed']
        self.assertEqual((rate['cagr']['value'], rate['cagr']['status'], rate['intervals']['value']),
                         ('179.5', 'derived', '4'))
        self.assertEqual(rows['cagr-stated']['cagr']['status'], 'stated')

    def test_crypto_of_the_article(self):
        rows = self.rows('market-crypto', 'coin', '--as-of', '2025-08-05')
        spread = {name: (row['spread']['value'], row['spread-percent']['value']) for name, row in rows.items()}
        bitcoin = next(value for name, value in spread.items() if 'BTC' in name or '비트코인' == name or name == 'Bitcoin')
        self.assertEqual(bitcoin, ('50000', '0.031'))
        self.assertIn(('10', '0.346'), spread.values())

    def test_file(self):
        path = Path(HOME) / 'budget.csv'
        self.assertEqual(self.done('view', 'budget', '--format', 'csv', '-o', str(path)), '')
        self.assertEqual(path.read_text(), self.done('view', 'budget', '--format', 'csv'))
        picture = Path(HOME) / 'budget.svg'
        self.assertEqual(self.done('render', 'budget', '-o', str(picture)), '')
        self.assertIn('<svg', picture.read_text())

    def test_gallery(self):
        """Every sample in both languages, named on the page, the same bytes each time, and only when asked properly."""
        written = []
        for name in ('one', 'two'):
            folder = Path(HOME) / 'galleries' / name
            self.assertEqual(self.done('render', '--gallery', str(folder), '--theme', 'print', '--size', '320x200'), '')
            written.append({str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob('*') if path.is_file()})
        self.assertEqual(written[0], written[1])
        page = written[0].pop('index.html').decode()
        self.assertNotRegex(page, r'https?:|<script src|<link')
        samples = re.findall('data-name="([^"]+)"', page)
        self.assertGreater(len(samples), 40)
        self.assertEqual(set(written[0]), {f'print/{lang}/{name}.png' for name in samples for lang in ('ko', 'en')})
        self.assertEqual(page.count('예시 자료이며'), 2 * len(samples))
        self.refused(2, 'render', 'budget', '--gallery', HOME)
        self.refused(2, 'render', '--gallery', HOME, '-o', 'x.png')
        self.refused(2, 'render', '--gallery', HOME, '--theme', 'pink')
        self.refused(1, 'render', '--gallery', '/dev/null/x', says='could not be made')

    def test_colours_of_change(self):
        """What rises is red in Korean and green in English, as in the window."""
        red, green = ('rgb(75.294118%,10.980392%,15.686275%)', 'rgb(7.45098%,50.196078%,42.745098%)')
        for lang, expected in (('ko', (True, False)), ('en', (False, True))):
            picture = Path(HOME) / 'indices.svg'
            self.done('render', 'market-indices', '--as-of', '2025-08-05', '--lang', lang, '-o', str(picture))
            text = picture.read_text().replace(' ', '')
            self.assertEqual((red in text, green in text), expected, lang)

    def test_option(self):
        rows = self.json('view', 'claims', '--format', 'json', '--option', 'metric=budget', '--option', 'conflicts=only')
        self.assertEqual(len(rows['rows']), 5)


class Rest(Case):
    def test_explain_down_to_the_fragments(self):
        text = self.done('explain', 'calc.rest', '--lang', 'ko')
        for part in ('34개', '271개', '“미국 128개”', '“중국 95개”', '“한국 14개”', 'seed.spri.total - seed.spri.us'):
            self.assertIn(part, text)
        self.assertIn('four intervals', self.done('explain', 'calc.cagr', '--lang', 'en'))

    def test_changes(self):
        value = self.json('changes', '--from', '2025-08-05', '--to', '2026-11-23', '--json')
        self.assertIsInstance(value, dict)
        csv = self.done('view', 'changes', '--format', 'csv', '--option', 'from=2025-08-05', '--option', 'to=2026-11-23')
        self.assertRegex(csv, '(?m)^2026-01-15,standing,nc-ai,.*,in,out,')
        text = self.done('changes', '--from', '2025-08-05', '--to', '2026-11-23', '--lang', 'en')
        self.assertIn('5 teams to 3', text)

    def test_own_ledger(self):
        path = Path(HOME) / 'own.json'
        path.write_text(json.dumps(OVERLAY), 'utf-8')
        claims = self.json('claims', '--json', '--metric', 'test-metric', '--ledger', str(path))['claims']
        self.assertEqual([(claim['id'], claim['value']) for claim in claims], [('test.own-figure', '7')])
        self.assertEqual(self.json('claims', '--json', '--metric', 'test-metric')['claims'], [])

    def test_own_ledgers_that_are_no_folder(self):
        with tempfile.TemporaryDirectory() as home:
            Path(home, 'jipyo').mkdir()
            Path(home, 'jipyo', 'ledger').write_text('x')
            result = subprocess.run([JIPYO, 'summary'], env=environment() | {'XDG_DATA_HOME': home},
                                    capture_output=True, text=True, timeout=60)
        self.assertEqual(result.returncode, 0)
        self.assertIn('jipyo/ledger', result.stderr)

    def test_bad_ledger_is_refused_whole(self):
        path = Path(HOME) / 'bad.json'
        bad = json.loads(json.dumps(OVERLAY))
        bad['claims'].append(bad['claims'][0] | {'id': 'test.second', 'status': 'sworn'})
        path.write_text(json.dumps(bad), 'utf-8')
        result = run('claims', '--json', '--metric', 'test-metric', '--ledger', str(path))
        self.assertIn(result.returncode, (0, 1))
        self.assertNotIn('test.own-figure', result.stdout)
        self.assertIn('sworn', result.stderr)

    def test_quotes_without_anybody_there(self):
        result = run('quotes', '--provider', 'upbit', '--endpoint', f'upbit={DEAD}', 'upbit:KRW-BTC', '--json',
                     '--now', '2026-11-23T12:00:00+09:00')
        value = json.loads(result.stdout)
        self.assertEqual((result.returncode, result.stderr), (1, ''))
        self.assertEqual(list(value), ['fetched', 'quotes', 'errors'])
        self.assertEqual(value['quotes'], [])
        self.assertEqual([(error['provider'], error['code']) for error in value['errors']], [('upbit', 'offline')])
        self.refused(1, 'quotes', '--provider', 'upbit', '--endpoint', f'upbit={DEAD}', 'upbit:KRW-BTC', says='upbit')

    def test_a_persons_watchlist_is_asked_for(self):
        dead = [f'--endpoint={provider}={DEAD}' for provider in ('upbit', 'bithumb', 'coinone', 'naver', 'yahoo')]
        path = Path(HOME, 'jipyo', 'watchlist.json')
        path.parent.mkdir(exist_ok=True)
        path.write_text('{"version": 1, "instruments": ["upbit:KRW-BTC"]}')
        try:
            value = json.loads(run('quotes', *dead, '--json').stdout)
            self.assertEqual([error['provider'] for error in value['errors']], ['upbit'])
            path.write_text('{"version": 1, "instruments": ["BTC"]}')
            result = run('quotes', *dead, '--json')
            self.assertIn('expected an instrument like upbit:KRW-BTC', result.stderr)
            self.assertGreater(len(json.loads(result.stdout)['errors']), 1)
        finally:
            for left in path.parent.glob('watchlist.json*'):
                left.unlink()

    def test_a_log_stays_out_of_the_figures(self):
        words = [JIPYO, 'quotes', '--provider', 'upbit', '--endpoint', f'upbit={DEAD}', 'upbit:KRW-BTC', '--json']
        result = subprocess.run(words, env=environment() | {'G_MESSAGES_DEBUG': 'all'}, capture_output=True, text=True,
                                timeout=60)
        self.assertIn('DEBUG', result.stderr)
        self.assertEqual(json.loads(result.stdout)['quotes'], [])

    def test_hosts_outside_the_list_are_refused(self):
        for address in ('http://example.org', 'upbit', 'ftp://127.0.0.1'):
            result = run('quotes', '--provider', 'upbit', '--endpoint', f'upbit={address}', 'upbit:KRW-BTC')
            self.assertEqual((result.returncode, result.stdout), (2, ''), address)


class Validate(Case):
    def test_shipped_files(self):
        files = sorted(str(path) for path in LEDGER.glob('*.json') if path.name != 'ledger.schema.json')
        result = run('validate', *files)
        self.assertEqual((result.returncode, result.stdout), (0, ''))
        self.assertEqual(len(result.stderr.splitlines()), len(files))

    def test_every_bad_file(self):
        """Each is refused with a place to jump to, also those that only the whole record shows to be wrong."""
        for path in sorted(BAD.glob('*.json')):
            with self.subTest(file=path.name):
                result = run('validate', str(path))
                self.assertEqual(result.returncode, 1)
                lines = result.stdout.splitlines()
                self.assertTrue(lines)
                for line in lines:
                    self.assertRegex(line, rf'^{re.escape(str(path))}:\d+:\d+: ')

    def test_korean(self):
        """What is wrong is told in Korean, too, at the same places; so are the files that are no ledgers."""
        asked = {name: value for name, value in environment().items() if not name.startswith('LC_')}
        texts = ['{"version": 1, "instruments": ["BTC"]}', '{"version": 1, "weights": 7}', '{"version": 1, "alerts": [{}]}',
                 '{"version": 2, "notes": []}', '{"version": 1, "provider-order": {"fx": ["upbit"]}}', '{"claims": [}']
        with tempfile.TemporaryDirectory() as folder:
            for number, text in enumerate(texts):
                Path(folder, f'{number}.json').write_text(text, 'utf-8')
            for path in sorted([*BAD.glob('*.json'), *Path(folder).glob('*.json')]):
                korean = subprocess.run([JIPYO, 'validate', path], env=asked | {'LANG': 'ko_KR.UTF-8'}, capture_output=True,
                                        text=True, timeout=60).stdout
                places = [re.findall(r':\d+:\d+: ', said) for said in (korean, run('validate', str(path)).stdout)]
                self.assertEqual(*places, path)
                self.assertTrue(korean and all(re.search('[가-힣]', line) for line in korean.splitlines()), korean)

    def test_all_problems_and_good_files_beside_bad_ones(self):
        bad = BAD / 'many-faults.json'
        result = run('validate', str(bad), str(LEDGER / 'teams.json'))
        self.assertEqual(result.returncode, 1)
        self.assertGreaterEqual(len(result.stdout.splitlines()), 5)
        self.assertIn('teams.json', result.stderr)
        self.assertNotIn('teams.json', result.stdout)
        self.refused(1, 'validate', '/nonexistent/ledger.json', says='nonexistent')


class Past(Case):
    CANDLES = ('Time,Open,High,Low,Close,Volume\n'
               '2026-11-02T00:00:00Z,10.5,12,10,11,5\n'
               '2026-11-02T00:01:00Z,11,11.25,11,11.25,\n'
               '2026-11-02T01:00:00Z,11.25,13,9,9.5,2\n')

    def file(self, text):
        path = Path(HOME) / 'candles.csv'
        path.write_text(text)
        return str(path)

    def test_in_and_out(self):
        sound = self.file(self.CANDLES)
        words = ('--instrument', 'test:PAST', '--every', '1m')
        self.refused(1, 'history', 'test:PAST', '--lang', 'en', says='No single prices were kept')
        self.assertIn('nothing was kept', self.done('import', sound, *words, '--dry-run', '--lang', 'en'))
        self.refused(1, 'history', 'test:PAST')
        self.assertEqual(self.json('import', sound, *words, '--json'), {
            'kept': True, 'candles': 3, 'first': '2026-11-02T00:00:00Z', 'last': '2026-11-02T01:00:00Z',
            'problems': []})
        written = self.done('history', 'test:PAST', '--every', '1m', '--format', 'csv')
        self.assertEqual(written, self.CANDLES.lower().replace('t0', 'T0').replace('z,', 'Z,'))
        # What it writes it reads.
        self.done('import', self.file(written), '--instrument', 'test:AGAIN', '--every', '1m')
        hours = self.json('history', 'test:PAST', '--every', '1h', '--format', 'json')
        self.assertEqual((hours['instrument'], hours['every'], hours['gaps']), ('test:PAST', '1h', []))
        self.assertEqual(hours['candles'], [
            {'start': '2026-11-02T00:00:00Z', 'open': '10.5', 'high': '12', 'low': '10', 'close': '11.25',
             'volume': None},
            {'start': '2026-11-02T01:00:00Z', 'open': '11.25', 'high': '13', 'low': '9', 'close': '9.5',
             'volume': '2'}])
        # Days of the options are Korean, which is nine hours ahead.
        self.assertIn('2026-11-02 10:00:00', self.done('history', 'test:PAST', '--every', '1h', '--from', '2026-11-02'))
        self.refused(1, 'history', 'test:PAST', '--every', '1h', '--to', '2026-11-01')
        self.assertIn('9.5', self.done('history', 'test:PAST', '--every', '1d', '--lang', 'ko'))

    def test_all_or_nothing(self):
        bad = self.file(self.CANDLES + '2026-11-02T01:01:00Z,1,1,1,x,1\n')
        result = run('import', bad, '--instrument', 'test:BAD', '--every', '1m')
        self.assertEqual((result.returncode, result.stderr), (1, ''))
        self.assertEqual(result.stdout, f'{bad}:5:28: “x” is not a number like 1234.5\n')
        self.refused(1, 'history', 'test:BAD')
        self.refused(1, 'import', '/nonexistent.csv', '--instrument', 'test:BAD', '--every', '1m')

    def test_misuse(self):
        self.refused(2, 'history')
        self.refused(2, 'history', 'test:PAST', 'more')
        self.refused(2, 'history', 'test:PAST', '--every', '2h', says='2h')
        self.refused(2, 'history', 'test:PAST', '--format', 'yaml', says='yaml')
        self.refused(2, 'history', 'test:PAST', '--from', 'then', says='--from')
        self.refused(2, 'import', says='file')
        self.refused(2, 'import', 'a.csv', '--every', '1m', says='--instrument')
        self.refused(2, 'import', 'a.csv', '--instrument', 'test:A', says='--every')
        self.refused(2, 'import', 'a.csv', '--kind', 'recipes', says='recipes')


class Alerts(Case):
    def test_alerts(self):
        self.assertEqual(run('alerts').returncode, 0)
        self.assertEqual(self.done('alerts', 'add', 'test:ALERT', 'above', '100'), '1\n')
        self.assertEqual(self.done('alerts', 'add', 'KRW-BTC', 'crosses-up', '2.5', '--kind', 'spread'), '2\n')
        self.assertIn('test:ALERT price at or above 100', self.done('alerts', '--lang', 'en'))
        rules = self.json('alerts', '--json')['alerts']
        self.assertEqual([r['level'] for r in rules], ['100', '2.5'])
        self.assertIn('No prices of minutes were kept', self.done('alerts', 'rehearse', '1', '--lang', 'en'))
        self.refused(1, 'alerts', 'rehearse', '2')
        self.refused(1, 'alerts', 'remove', '9', says='9')
        for nobody in ('sk-telecom', 'basket:nobody', 'basket:upstage'):
            self.refused(2, 'alerts', 'add', nobody, 'above', '90', '--kind', 'basket', says=nobody)
        self.refused(2, 'alerts', 'add', 'nobody', 'below', '9', '--kind', 'event', says='nobody')
        self.refused(2, 'alerts', 'add', 'test:ALERT', 'beside', '100', says='beside')
        self.refused(2, 'alerts', 'add', 'test:ALERT', 'above', 'x', says='x')
        for nothing in ('', 'nonsense', ':', 'upbit:', ':KRW-BTC', 'a:b:c'):
            self.refused(2, 'alerts', 'add', nothing, 'above', '1', says='upbit:KRW-BTC')
        self.refused(2, 'alerts', 'add', 'test:ALERT', 'above', '1', '--reminder', '59', says='60')
        # A coin is meant in won; a negative level is a number, no option.
        self.assertEqual(self.done('alerts', 'add', 'btc', 'above', '1', '--kind', 'spread'), '3\n')
        self.assertEqual(self.done('alerts', 'add', '--kind', 'change', 'krx:KOSPI', 'below', '-3'), '4\n')
        rules = self.json('alerts', '--json')['alerts']
        self.assertEqual([(r['subject'], r['level']) for r in rules[2:]], [('KRW-BTC', '1'), ('krx:KOSPI', '-3')])
        self.refused(2, 'alerts', 'add', 'upbit:KRW-BTC', 'above', '1', '--kind', 'spread', says='BTC')
        self.refused(2, 'watch', '--count', '-3', says='-3')
        self.done('alerts', 'remove', '3')
        self.done('alerts', 'remove', '4')
        self.rehearse()
        self.done('alerts', 'remove', '1')
        self.done('alerts', 'remove', '2')
        self.assertEqual(self.json('alerts', '--json')['alerts'], [])

    def rehearse(self):
        prices = [99] * 5 + [101] * 20 + [90] * 30 + [101] * 20
        lines = [f'2026-11-02T{i // 60:02}:{i % 60:02}:00Z,{p},{p},{p},{p},1' for i, p in enumerate(prices)]
        file = Path(HOME) / 'alert.csv'
        file.write_text('\n'.join(['time,open,high,low,close,volume', *lines]) + '\n')
        self.done('import', str(file), '--instrument', 'test:ALERT', '--every', '1m')
        seen = self.json('alerts', 'rehearse', '1', '--json', '--now', '2026-11-03T00:00:00Z')
        self.assertEqual(seen['fired'], ['2026-11-02T00:07:00Z', '2026-11-02T00:57:00Z'])
        self.assertEqual((seen['days'], seen['prices'], seen['covered-hours']), (30, 75, 1))


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])

#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""stories.py PROGRAM STORY: what a person does with the window, from outside, on the display it is run on.

The window is read as a screen reader reads it, and driven by keys. No quotes are to be had:
the providers' addresses lead nowhere. A story ends with Ctrl+Q; the program has to end by itself then, in silence.
"""
import json
import os
import re
import subprocess
import sys
import time

from walk import ROWS, Atspi, GLib, Walk

PATIENCE_S = 40
PROVIDERS = ('upbit', 'bithumb', 'coinone', 'naver', 'naver-fx', 'frankfurter', 'yahoo')
NOWHERE = [f'--endpoint={provider}=http://127.0.0.1:9' for provider in PROVIDERS]
FIGURES = ('Figures of the chart', '차트의 수치')
COMPLAINT = re.compile(r'WARNING|CRITICAL|ERROR|Sanitizer')


class Window:
    """The program, started with arguments, as assistive technology sees it."""

    def __init__(self, program, *arguments, endpoints=NOWHERE, under=(), **environment):
        self.process = subprocess.Popen([*under, program, *endpoints, *arguments], stderr=subprocess.PIPE, text=True,
                                        env={**os.environ, **environment})
        self.root = None
        self.root = self.until(self.find_application, 'the program appears')
        self.until(lambda: next(self.texts(), None), 'the window shows something')

    def find_application(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and child.get_process_id() == self.process.pid and child.get_child_count():
                return child
        return None

    def until(self, condition, what):
        """What `condition` returns once that is true; every change of the window is asynchronous."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            if self.process.poll() is not None:
                sys.exit(f'the program ended with {self.process.returncode} before: {what}\n{self.process.stderr.read()}')
            try:
                value = condition()
            except GLib.GError:
                value = None  # went away while it was read
            if value:
                return value
            time.sleep(0.1)
        sys.exit(f'not within {PATIENCE_S} s: {what}\nshown: {sorted(self.names())}')

    def nodes(self, node=None, into_rows=True):
        """Everything that is shown. GTK 4.8 calls only windows showing, the rest visible. A table keeps some two
        hundred rows ready, and to ask for all of their cells takes half a minute on a busy machine."""
        node = node or self.root
        if not node:
            return
        yield node
        if not into_rows and (node.get_role_name() in ROWS or node.get_name() in FIGURES):
            return
        for i in range(node.get_child_count()):
            child = node.get_child_at_index(i)
            if child and child.get_state_set().contains(Atspi.StateType.VISIBLE):
                yield from self.nodes(child, into_rows)

    def texts(self, into_rows=True, within=None):
        for node in self.nodes(within, into_rows):
            if node.get_name():
                yield node.get_name()
            if 'Text' in node.get_interfaces() and Atspi.Text.get_character_count(node):
                yield Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))

    def names(self):
        """Every name and text that is shown now."""
        return set(self.texts())

    def shows(self, *texts, into_rows=True, within=None):
        text = '\n'.join(self.texts(into_rows, within))
        return all(t in text for t in texts)

    def expect(self, *texts):
        self.until(lambda: self.shows(*texts), f'shows {texts}')

    def key(self, *keys):
        for key in keys:
            subprocess.run(['xdotool', 'key', key], check=True)

    def titled(self, title):
        """Waits until a window of the program bears `title`."""
        self.until(lambda: any(title in (child.get_name() or '') for child in map(self.root.get_child_at_index, range(
            self.root.get_child_count())) if child), f'a window called {title}')  # None: it closed meanwhile

    def press(self, name):
        """Presses the button that is called so, as a screen reader does."""
        def find():
            return next((n for n in self.nodes() if (n.get_name() or '').startswith(name)
                         and 'Action' in n.get_interfaces() and Atspi.Action.get_n_actions(n) > 0), None)
        Atspi.Action.do_action(self.until(find, f'a button called {name}'), 0)

    def type(self, text):
        subprocess.run(['xdotool', 'type', '--delay', '100', text], check=True)

    def resize(self, width, height):
        window = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
                                capture_output=True, text=True).stdout.split()[-1]
        subprocess.run(['xdotool', 'windowsize', '--sync', window, str(width), str(height)], check=True, timeout=20)

    def full_screen(self):
        out = subprocess.run(['xdotool', 'getactivewindow', 'getwindowgeometry'], capture_output=True, text=True).stdout
        return 'Position: 0,0' in out and 'Geometry: 1280x800' in out

    def quit(self):
        self.key('ctrl+q')
        try:
            _, complaints = self.process.communicate(timeout=PATIENCE_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            sys.exit('Ctrl+Q did not end the program')
        if self.process.returncode != 0:
            sys.exit(f'the program ended with {self.process.returncode}\n{complaints}')
        if COMPLAINT.search(complaints):
            sys.exit(f'the program complained:\n{complaints}')


def opens(program):
    """The overview, in Korean, with all six consortia and their standing."""
    window = Window(program, '--lang=ko')
    window.expect('개요', '업스테이지', 'SK텔레콤', 'LG AI연구원', '네이버클라우드', 'NC AI', '모티프')
    window.expect('70.6', '69.9', '69.0')
    # A second start gives its page to the first and ends.
    second = subprocess.run([program, *NOWHERE, '--page=markets'], capture_output=True, text=True, timeout=PATIENCE_S)
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


# The views whose charts each page shows, by the number of its key.
PAGES = {1: ['overview'], 2: ['budget', 'pledges', 'world', 'investment'],
         3: ['models-country', 'models-year', 'models-programme'], 4: ['rounds', 'timeline']}


def command(program, *words):
    """What the command line says."""
    return subprocess.run([program, *words], capture_output=True, text=True, check=True, timeout=60).stdout


def points_of(program, view, lang, *arguments):
    """The points of all charts of a view, as the command line reads them out."""
    lines = command(program, 'view', view, '--points', f'--lang={lang}', *arguments).split('\n')
    return [line.strip() for line in lines if line.startswith('  ')]


def read_points(node):
    """The items of the lists below the charts that are shown."""
    role = node.get_role_name()
    children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
    children = [child for child in children if child and child.get_state_set().contains(Atspi.StateType.VISIBLE)]
    if role == 'list' and node.get_parent().get_role_name() == 'image':
        return {child.get_name() for child in children}
    if role in ('table', 'list', 'label', 'push button', 'button'):
        return set()
    return set().union(*map(read_points, children))


def expect_points(program, window, views, lang, *arguments):
    """All points of these views are read; how many they are."""
    wanted = {point for view in views for point in points_of(program, view, lang, *arguments)}
    end = time.monotonic() + PATIENCE_S
    read = set()
    while not wanted <= read:
        if time.monotonic() > end:
            sys.exit(f'{views}: nobody reads {len(wanted - read)}: ' + '; '.join(sorted(wanted - read)[:20]))
        time.sleep(0.3)
        try:
            read = read_points(window.root)
        except GLib.GError:
            pass  # went away while it was read
    return len(wanted)


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


def list_views(program):
    """The names of all views; of one that is built for many, what it is built for: team:upstage."""
    lines = command(program, 'view', '--list', '--lang=en').split('\n')
    plain = [line.split()[0] for line in lines if line[:1].strip()]
    built = [line.strip() for line in lines if re.fullmatch(r' +[a-z]+:\S+', line)]
    return [name for name in plain if not any(one.startswith(f'{name}:') for one in built)] + built


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


def reads_english(program):
    """The same in English, and a consortium's page."""
    window = reads_all(program, 'en')
    window.key('ctrl+f')
    window.type('upst')
    time.sleep(2)
    window.key('Return')
    expect_points(program, window, ['team:upstage'], 'en')
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


STORIES = {story.__name__: story for story in
           (opens, remembers, english, searches, follows, presents, named, reads, reads_english, reads_others, speaks, tours, walks, walks_on, dialogs,
            restores)}

if __name__ == '__main__':
    if len(sys.argv) != 3 or sys.argv[2] not in STORIES:
        sys.exit(f'{__doc__}\nStories: {" ".join(STORIES)}')
    Atspi.init()
    STORIES[sys.argv[2]](sys.argv[1]).quit()
    print(f'{sys.argv[2]}: as told')

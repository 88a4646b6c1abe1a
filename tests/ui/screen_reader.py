# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as a screen reader reads it, driven by keys. Where there is no AT-SPI, whoever imports this is skipped.

No quotes are to be had: the providers' addresses lead nowhere, unless others are given.
"""
import os
import re
import subprocess
import sys
import time
import warnings

warnings.simplefilter('ignore')
try:
    import gi
    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi, GLib
except (ImportError, ValueError):
    print('skipped: no AT-SPI for Python')
    sys.exit(77)

PROVIDERS = ('upbit', 'bithumb', 'coinone', 'naver', 'naver-fx', 'frankfurter', 'yahoo')
NOWHERE = [f'--endpoint={provider}=http://127.0.0.1:9' for provider in PROVIDERS]
# Of the rows of a list or table one takes Tab, the arrows find the others.
ROWS = ('list item', 'table row')
FIGURES = ('Figures of the chart', '차트의 수치')
COMPLAINT = re.compile(r'WARNING|CRITICAL|ERROR|Sanitizer')


def name_of(node):
    """How it is called, or that it went away as its table was filled anew."""
    try:
        return node.get_name() or ''
    except GLib.GError:
        return 'gone'


def role_of(node):
    try:
        return node.get_role_name()
    except GLib.GError:
        return 'gone'


class Window:
    """The program, started with arguments, as assistive technology sees it."""

    # Of a machine that does other things too, and of the sanitizers.
    PATIENCE_S = 100

    def __init__(self, program, *arguments, endpoints=NOWHERE, under=(), **environment):
        self.process = subprocess.Popen([*under, program, *endpoints, *arguments], stderr=subprocess.PIPE, text=True,
                                        env={**os.environ, **environment})
        self.root = None
        self.root = self.until(self.find_application, 'the program appears')
        self.until(lambda: next(self.texts(), None), 'the window shows something')
        self.until(self.takes_keys, 'the window takes keys')

    def find_application(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and child.get_process_id() == self.process.pid and child.get_child_count():
                return child
        return None

    @staticmethod
    def takes_keys():
        """Whether the window manager has given them to a window; until then a key is lost."""
        return subprocess.run(['xdotool', 'getactivewindow'], capture_output=True).returncode == 0

    def until(self, condition, what):
        """What `condition` returns once that is true; every change of the window is asynchronous."""
        end = time.monotonic() + self.PATIENCE_S
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
        sys.exit(f'not within {self.PATIENCE_S} s: {what}\nshown: {sorted(self.names())}')

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
            _, complaints = self.process.communicate(timeout=self.PATIENCE_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            sys.exit('Ctrl+Q did not end the program')
        if self.process.returncode != 0:
            sys.exit(f'the program ended with {self.process.returncode}\n{complaints}')
        if COMPLAINT.search(complaints):
            sys.exit(f'the program complained:\n{complaints}')


def tell(doc, *stories):
    """The script's main function: tells the one of its stories that the arguments PROGRAM STORY ask for. A story ends
    with Ctrl+Q; the program has to end by itself then, in silence."""
    named = {story.__name__: story for story in stories}
    if len(sys.argv) != 3 or sys.argv[2] not in named:
        sys.exit(f'{doc}\nStories: {" ".join(named)}')
    Atspi.init()
    named[sys.argv[2]](sys.argv[1]).quit()
    print(f'{sys.argv[2]}: as told')

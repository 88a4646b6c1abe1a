#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""preferences-stories.py PROGRAM STORY: what a person sets in the preferences, by keys, and finds in the files."""
import json
import os
import pathlib
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

from screen_reader import Atspi, Window, tell
from walk import Walk

KEYRING = pathlib.Path(__file__).parents[1] / 'cli' / 'keyring.py'
SECRET = 'inv3nted-Key'


def kept(name):
    """What a file of the person's own holds; None while there is none, or it is being written."""
    try:
        with open(os.path.join(os.environ['XDG_DATA_HOME'], 'jipyo', name), encoding='utf-8') as file:
            return json.load(file)
    except (FileNotFoundError, json.JSONDecodeError):
        return None


def weights():
    return {entry['member']: entry['weight'] for entry in (kept('weights.json') or {'weights': []})['weights']}


def are_open():
    """Whether keys go to the preferences."""
    name = subprocess.run(['xdotool', 'getactivewindow', 'getwindowname'], capture_output=True, text=True).stdout
    return name.strip() == 'Preferences'


def weighs(program):
    """By keys alone: the second basket's first member gets a weight, and what is none is not kept."""
    window = Window(program, '--lang=en', '--page=claims', '--size=640x480')
    window.key('ctrl+comma')
    window.until(are_open, 'the preferences open')
    window.key('Tab', 'Tab', 'Tab')  # past the members of the first basket, one of which has the focus
    window.type('60')
    window.key('Return')
    window.until(lambda: weights() == {'sk-telecom': '60'}, 'Enter keeps it')
    window.key('ctrl+a')
    window.type('x')
    window.key('Tab')
    window.type('3')
    window.key('Tab')  # leaving it keeps it, too
    window.until(lambda: weights() == {'sk-telecom': '60', 'krafton': '3'}, 'leaving keeps it')
    window.key('Escape')
    window.until(lambda: subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', '^Preferences$'],
                                        stdout=subprocess.DEVNULL).returncode != 0, 'Escape closes them')
    return window


def order():
    """The classes of which a person has chosen another order."""
    file = kept('providers.json')
    return file and file['provider-order']


def dialog(window):
    return next((child for child in map(window.root.get_child_at_index, range(window.root.get_child_count()))
                 if child and child.get_name() == 'Preferences'), None)


def press(window, *keys):
    """One after the other as a person does, who sees first where the last one led."""
    walk = Walk(window)
    for key in keys:
        time.sleep(0.7)
        if not key.endswith('Tab'):
            window.key(key)
        elif walk.step(key) is None:
            sys.exit(f'{key} leads nowhere')


def chooses(program):
    """By keys alone: the first provider of the indices comes second, that is taken back, then it is left out."""
    window = Window(program, '--lang=en', '--page=claims', '--size=640x480')
    window.key('ctrl+comma')
    window.until(are_open, 'the preferences open')
    press(window, 'shift+Tab', 'shift+Tab', 'space')  # past the keys
    press(window, 'Tab', 'Tab', 'Tab', 'alt+Down')  # past the keys and the pace, the first one
    window.until(lambda: order() == {'krx-index': ['yahoo', 'naver']}, 'Alt with an arrow moves it')
    press(window, 'ctrl+z')
    window.until(lambda: order() == {}, 'Ctrl+Z takes it back')
    press(window, 'Tab', 'Tab', 'space')  # past what moves it, to what leaves it out
    window.until(lambda: order() == {'krx-index': ['yahoo']}, 'the switch leaves it out')
    heard = [(node.get_name(), node.get_description()) for node in window.nodes(dialog(window))]
    expected = {('Ask Yahoo later', 'Ask later'), ('Ask Naver', ''), ('KRX', 'Not asked. It wants a key')}
    if not expected <= set(heard) or not any(name == 'Yahoo' and text.startswith('1 · ') for name, text in heard):
        sys.exit(f'what a screen reader has: {heard}')
    window.key('Escape')
    return window


class Exchange(BaseHTTPRequestHandler):
    """The exchange's official figures, invented, for whoever has the key."""
    answered = 0

    def do_GET(self):
        known = self.headers.get('AUTH_KEY') == SECRET
        Exchange.answered += known
        row = {'BAS_DD': self.path[-8:], 'IDX_NM': '코스피', 'CLSPRC_IDX': '1234.5', 'CMPPREVDD_IDX': '1', 'FLUC_RT': '0.08'}
        body = json.dumps({'OutBlock_1': [row]} if known else {'respCode': '401', 'respMsg': 'who are you'}).encode()
        self.send_response(200 if known else 401)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def lies_about(word):
    """Whether any process has it where others can read it."""
    for kind in ('cmdline', 'environ'):
        for process in pathlib.Path('/proc').glob(f'[0-9]*/{kind}'):
            try:
                if word.encode() in process.read_bytes():
                    return process
            except OSError:
                continue
    return None


def keeps(program):
    """A key goes into the keyring, is tried, and goes again; nobody else ever has it."""
    server = HTTPServer(('127.0.0.1', 0), Exchange)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    window = Window(program, '--lang=en', '--page=alerts', '--size=640x480',
                    f'--endpoint=krx=http://127.0.0.1:{server.server_port}')

    def says(*texts):
        window.until(lambda: window.shows(*texts, within=dialog(window)), f'the page says {texts}')

    def push(name):
        """As Window.press, without a look at the window behind."""
        def find():
            return next((n for n in window.nodes(dialog(window)) if n.get_name().startswith(name)
                         and n.get_role_name() == 'push button'), None)
        Atspi.Action.do_action(window.until(find, f'a button called {name}'), 0)

    def open_keys():
        window.key('ctrl+comma')
        window.until(are_open, 'the preferences open')
        press(window, 'shift+Tab', 'space')
    open_keys()
    says('There is no keyring', 'Keys can be kept only while one runs')
    said = [n.get_name() for n in window.nodes(dialog(window)) if n.get_role_name() == 'label'
            and n.get_name().startswith(('There is no keyring', 'Keys can be kept only'))]
    if len(said) != 2 or not said[1].endswith('then come back to this page.'):
        sys.exit(f'not told once, in plain words: {said}')
    keyring = subprocess.Popen([sys.executable, KEYRING], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def secrets():
        print(file=keyring.stdin, flush=True)
        return json.loads(keyring.stdout.readline())
    window.until(lambda: secrets() == {}, 'a keyring runs')
    press(window, 'Escape')
    window.until(lambda: not are_open(), 'Escape closes them')
    open_keys()
    says('No key is kept')
    press(window, 'Tab', 'Tab', 'Tab')  # past the link and the state
    window.type('wrong')
    window.key('Return')
    window.until(lambda: secrets() == {'krx': 'wrong'}, 'it is kept')
    says('A key is kept', 'Not used until this source is switched on')
    push('Try the key of KRX')
    says('It does not work: it does not take the key (', 'who are you')
    window.type(SECRET)
    push('Keep the key of KRX')
    window.until(lambda: secrets() == {'krx': SECRET}, 'another takes its place')
    window.until(lambda: not window.shows('who are you', within=dialog(window)), 'what was said of the first is gone')
    push('Try the key of KRX')
    says('It works: krx:KOSPI 1234.5')
    before = Exchange.answered
    subprocess.run([program, 'providers', 'krx-index', 'krx', 'naver'], check=True)
    window.until(lambda: Exchange.answered > before, 'the feed that runs asks the exchange, and has the key')
    if lies_about(SECRET):
        sys.exit(f'others can read the key: {lies_about(SECRET)}')
    push('Remove the key of KRX')
    window.until(lambda: secrets() == {}, 'it is removed')
    says('No key is kept')
    keyring.communicate()
    press(window, 'Escape')
    return window


if __name__ == '__main__':
    tell(__doc__, chooses, keeps, weighs)

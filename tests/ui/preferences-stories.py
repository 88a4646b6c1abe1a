#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""preferences-stories.py PROGRAM STORY: what a person sets in the preferences, by keys, and finds in the files."""
import json
import os
import subprocess
import sys
import time

from stories import Atspi, Window


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
    for key in keys:
        time.sleep(0.7)
        window.key(key)


def chooses(program):
    """By keys alone: the first provider of the indices comes second, that is taken back, then it is left out."""
    window = Window(program, '--lang=en', '--page=claims', '--size=640x480')
    window.key('ctrl+comma')
    window.until(are_open, 'the preferences open')
    press(window, 'shift+Tab', 'space')  # the tab beside
    press(window, 'Tab', 'Tab', 'alt+Down')  # past the pace, the first one
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


STORIES = {story.__name__: story for story in (chooses, weighs)}

if __name__ == '__main__':
    if len(sys.argv) != 3 or sys.argv[2] not in STORIES:
        sys.exit(f'{__doc__}\nStories: {" ".join(STORIES)}')
    Atspi.init()
    STORIES[sys.argv[2]](sys.argv[1]).quit()
    print(f'{sys.argv[2]}: as told')

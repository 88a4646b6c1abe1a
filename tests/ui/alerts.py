#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""alerts.py PROGRAM EXCHANGE: an alert becomes a notification of the desktop.

A rule that the market's price fulfils is added from the command line; the window starts, and this script
plays the desktop that shows notifications. It has to be asked to show one with its buttons, once, and the button
that disables the rule has to do so, after which the notification is taken back.
"""
import json
import os
import subprocess
import sys

from loopback import market
from screen_reader import Atspi, Window, gi

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib

INTERFACE = '''<node><interface name="org.freedesktop.Notifications">
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/>
    <arg type="s" direction="out"/><arg type="s" direction="out"/></method>
  <method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
    <arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/></method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
  <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
</interface></node>'''


class Desktop:
    """Whoever shows notifications."""

    def __init__(self):
        self.shown, self.closed = [], []
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        node = Gio.DBusNodeInfo.new_for_xml(INTERFACE)
        self.bus.register_object('/org/freedesktop/Notifications', node.interfaces[0], self.called, None, None)
        Gio.bus_own_name_on_connection(self.bus, 'org.freedesktop.Notifications', 0, None, None)

    def called(self, _bus, _sender, _path, _interface, method, words, call):
        if method == 'Notify':
            self.shown.append(words.unpack())
            call.return_value(GLib.Variant('(u)', (len(self.shown),)))
        elif method == 'GetCapabilities':
            call.return_value(GLib.Variant('(as)', (['actions', 'body'],)))
        elif method == 'GetServerInformation':
            call.return_value(GLib.Variant('(ssss)', ('tests', 'jipyo', '1', '1.2')))
        else:
            self.closed.append(words.unpack()[0])
            call.return_value(None)

    def press(self, number, action):
        self.bus.emit_signal(None, '/org/freedesktop/Notifications', 'org.freedesktop.Notifications', 'ActionInvoked',
                             GLib.Variant('(us)', (number, action)))

    def turn(self, condition):
        """For `until`: lets the bus speak, then says whether it is so."""
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass
        return condition()


def rules():
    with open(os.path.join(os.environ['XDG_DATA_HOME'], 'jipyo', 'alerts.json'), encoding='utf-8') as file:
        return json.load(file)['rules']


def run(program, endpoints):
    desktop = Desktop()
    subprocess.run([program, 'alerts', 'add', 'upbit:KRW-BTC', 'above', '1000', '--lang=en'], check=True,
                   stdout=subprocess.DEVNULL)
    window = Window(program, '--lang=en', endpoints=endpoints)
    for _ in range(3):  # two fresh prices make it fire
        window.until(lambda: window.shows('BTC Upbit'), 'prices come')
        window.key('ctrl+r')
    window.until(lambda: desktop.turn(lambda: desktop.shown), 'a notification is shown')
    _, _, _, title, body, actions, _, _ = desktop.shown[0]
    if 'upbit:KRW-BTC' not in title or not body.startswith('Now ') or 'Disable' not in actions:
        sys.exit(f'not that of the rule: {title!r}, {body!r}, {actions}')
    desktop.press(1, actions[actions.index('Disable') - 1])
    window.until(lambda: desktop.turn(lambda: desktop.closed == [1]), 'it is taken back')
    window.until(lambda: rules()[0].get('disabled'), 'the rule is disabled')
    if len(desktop.shown) != 1:
        sys.exit(f'told {len(desktop.shown)} times')
    window.quit()


def main(program, exchange):
    Atspi.init()
    with market(exchange) as endpoints:
        run(program, endpoints)


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])

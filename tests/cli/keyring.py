# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A keyring on a session bus of its own: as much of the Secret Service as keeping one entry needs.

As a program it is one on the bus that is there, until its input ends; for each line it prints what it has.

Nothing is encrypted on the way: it refuses the library's first offer, and the plain one is what is left.
"""
import json
import os
import sys
import threading

import gi

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib

ROOT = '/org/freedesktop/secrets'
DEFAULT = ROOT + '/aliases/default'
SERVICE = '''<node><interface name="org.freedesktop.Secret.Service">
  <method name="OpenSession"><arg type="s" direction="in"/><arg type="v" direction="in"/><arg type="v" direction="out"/>
    <arg type="o" direction="out"/></method>
  <method name="SearchItems"><arg type="a{ss}" direction="in"/><arg type="ao" direction="out"/>
    <arg type="ao" direction="out"/></method>
  <property name="Collections" type="ao" access="read"/>
</interface></node>'''
COLLECTION = '''<node><interface name="org.freedesktop.Secret.Collection">
  <method name="CreateItem"><arg type="a{sv}" direction="in"/><arg type="(oayays)" direction="in"/>
    <arg type="b" direction="in"/><arg type="o" direction="out"/><arg type="o" direction="out"/></method>
  <property name="Locked" type="b" access="read"/><property name="Label" type="s" access="read"/>
  <property name="Items" type="ao" access="read"/>
</interface></node>'''
ITEM = '''<node><interface name="org.freedesktop.Secret.Item">
  <method name="Delete"><arg type="o" direction="out"/></method>
  <method name="GetSecret"><arg type="o" direction="in"/><arg type="(oayays)" direction="out"/></method>
  <property name="Locked" type="b" access="read"/><property name="Attributes" type="a{ss}" access="read"/>
  <property name="Label" type="s" access="read"/><property name="Created" type="t" access="read"/>
  <property name="Modified" type="t" access="read"/>
</interface></node>'''


class Item:
    def __init__(self, properties, secret):
        self.attributes = properties['org.freedesktop.Secret.Item.Attributes']
        self.label = properties['org.freedesktop.Secret.Item.Label']
        self.secret = bytes(secret[2])
        self.number = None


class Keyring:
    """`items` is path → Item; with `locked` it gives nothing out."""

    def __init__(self, address=None):
        if not address:
            self.daemon = Gio.TestDBus.new(Gio.TestDBusFlags.NONE)
            self.daemon.up()
            address = self.daemon.get_bus_address()
        self.items, self.locked, self.made = {}, False, 0
        self.bus = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self.offer(ROOT, SERVICE, self.called)
        self.offer(DEFAULT, COLLECTION, self.called)
        Gio.bus_own_name_on_connection(self.bus, 'org.freedesktop.secrets', 0, None, None)

    def offer(self, path, xml, called):
        interface = Gio.DBusNodeInfo.new_for_xml(xml).interfaces[0]
        return self.bus.register_object(path, interface, called, self.get, None)

    def get(self, _bus, _sender, path, _interface, name):
        item = self.items.get(path)
        return {
            'Locked': lambda: GLib.Variant('b', self.locked),
            'Label': lambda: GLib.Variant('s', item.label if item else 'Default'),
            'Attributes': lambda: GLib.Variant('a{ss}', item.attributes),
            'Collections': lambda: GLib.Variant('ao', [DEFAULT]),
            'Items': lambda: GLib.Variant('ao', list(self.items)),
        }.get(name, lambda: GLib.Variant('t', 1))()

    def called(self, _bus, _sender, path, _interface, method, words, call):
        answer = getattr(self, method)(path, *words.unpack())
        if isinstance(answer, str):
            call.return_dbus_error(answer, 'not here')
        else:
            call.return_value(answer)

    def OpenSession(self, _path, algorithm, _offer):
        if algorithm != 'plain':
            return 'org.freedesktop.DBus.Error.NotSupported'
        return GLib.Variant('(vo)', (GLib.Variant('s', ''), ROOT + '/session/1'))

    def SearchItems(self, _path, wanted):
        found = [path for path, item in self.items.items() if wanted.items() <= item.attributes.items()]
        return GLib.Variant('(aoao)', ([], found) if self.locked else (found, []))

    def CreateItem(self, _path, properties, secret, _replace):
        item = Item(properties, secret)
        for path, other in self.items.items():
            if other.attributes == item.attributes:
                item.number, self.items[path] = other.number, item
                return GLib.Variant('(oo)', (path, '/'))
        self.made += 1
        path = f'{ROOT}/collection/test/{self.made}'
        self.items[path] = item
        item.number = self.offer(path, ITEM, self.called)
        return GLib.Variant('(oo)', (path, '/'))

    def GetSecret(self, path, session):
        if self.locked:
            return 'org.freedesktop.Secret.Error.IsLocked'
        return GLib.Variant('((oayays))', ((session, b'', self.items[path].secret, 'text/plain'),))

    def Delete(self, path):
        self.bus.unregister_object(self.items.pop(path).number)
        return GLib.Variant('(o)', ('/',))

    def wait(self, process):
        """Answers until the process has ended."""
        context = GLib.MainContext.default()
        GLib.timeout_add(20, lambda: True)
        while process.poll() is None:
            context.iteration(True)

    def secrets(self):
        return {item.attributes['provider']: item.secret.decode() for item in self.items.values()}


def main():
    keyring = Keyring(os.environ['DBUS_SESSION_BUS_ADDRESS'])
    loop = GLib.MainLoop()

    def read():
        for _ in sys.stdin:
            print(json.dumps(keyring.secrets()), flush=True)
        loop.quit()
    threading.Thread(target=read, daemon=True).start()
    loop.run()


if __name__ == '__main__':
    main()

#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-keys.py PROGRAM: keys of providers go into the keyring and never come out again."""
import os
import pty
import shutil
import subprocess
import sys

try:
    from keyring import Keyring, GLib
except (ImportError, ValueError):
    sys.exit(77)
if not shutil.which('dbus-daemon'):
    sys.exit(77)

SECRET = 'Inv3nted%2Fkey+for=tests'
program = sys.argv[1]
keyring = Keyring()


def run(*arguments, typed='', **more):
    """Status, output and complaints of the program; none of them may have the key."""
    environment = {**os.environ, 'DBUS_SESSION_BUS_ADDRESS': keyring.daemon.get_bus_address(), **more}
    process = subprocess.Popen([program, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, text=True, env=environment)
    process.stdin.write(typed)
    process.stdin.close()
    keyring.wait(process)
    result = process.returncode, process.stdout.read(), process.stderr.read()
    check(SECRET not in result[1] + result[2], 'the key is printed', result)
    return result


def check(condition, what, *seen):
    if not condition:
        sys.exit(f'{what}: {seen}')


def secrets():
    return {item.attributes['provider']: item.secret.decode() for item in keyring.items.values()}


def keeps():
    status, out, err = run('keys', '--lang=en')
    check(status == 0 and out.count('not set') == 3 and not err, 'nothing is set', status, out, err)
    result = run('keys', 'set', 'krx', typed=SECRET + '\n')
    check(result == (0, '', ''), 'it is taken', result)
    check(secrets() == {'krx': SECRET}, 'it is kept', secrets())
    run('keys', 'set', 'ecos', typed=SECRET)  # without an end of the line
    run('keys', 'set', 'krx', typed='another\n')
    check(secrets() == {'krx': 'another', 'ecos': SECRET}, 'one takes the place of the other', secrets())
    status, out, _ = run('keys', 'list', '--json')
    check(status == 0 and '"provider": "krx",\n      "set": true' in out, 'it is listed', out)
    check(run('keys', 'remove', 'krx')[0] == 0 and 'krx' not in secrets(), 'it is removed', secrets())
    status, _, err = run('keys', 'remove', 'krx', '--lang=en')
    check(status == 1 and 'krx' in err, 'there is none to remove', status, err)


def refuses():
    before = secrets()
    for typed in ('', '\n', 'two words\n', 'x' * 600 + '\n', '열쇠\n', 'bell\a\n'):
        status, _, err = run('keys', 'set', 'krx', typed=typed)
        check(status == 1 and err, 'no key', typed, status, err)
    check(run('keys', 'set', 'krx', SECRET)[0] == 2, 'a key in the arguments')
    check(run('keys', 'set', 'upbit', typed='x\n')[0] == 2, 'a provider without a key')
    check(run('keys', 'show', 'krx')[0] == 2, 'no such word')
    check(secrets() == before, 'nothing was kept', secrets())


def says_why_not():
    status, _, err = run('keys', 'list', DBUS_SESSION_BUS_ADDRESS='unix:path=/nonexistent/bus', LC_ALL='C.UTF-8')
    check(status == 1 and 'keyring' in err, 'nobody is there', status, err)


def hides_typing():
    """At a terminal what is typed is not shown."""
    mine, theirs = pty.openpty()
    process = subprocess.Popen([program, 'keys', 'set', 'datagokr'], stdin=theirs, stdout=theirs, stderr=theirs,
                               env={**os.environ, 'DBUS_SESSION_BUS_ADDRESS': keyring.daemon.get_bus_address()})
    os.close(theirs)
    shown = b''
    while b'datagokr' not in shown:
        shown += os.read(mine, 1024)
    os.write(mine, SECRET.encode() + b'\n')
    keyring.wait(process)
    try:
        while chunk := os.read(mine, 1024):
            shown += chunk
    except OSError:
        pass  # the end of a terminal
    check(process.returncode == 0 and SECRET.encode() not in shown, 'it is typed unseen', shown)
    check(secrets()['datagokr'] == SECRET, 'and kept', secrets())


def is_lazy():
    """The library is loaded for a key, not for every start."""
    libraries = subprocess.run([program], env={**os.environ, 'LD_TRACE_LOADED_OBJECTS': '1'}, capture_output=True, text=True)
    check('libgtk-4' in libraries.stdout and 'libsecret' not in libraries.stdout, 'what a start loads', libraries.stdout)


is_lazy()
keeps()
refuses()
says_why_not()
hides_typing()

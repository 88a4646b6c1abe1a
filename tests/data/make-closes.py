#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# make-closes.py FOLDER: candles of a day that never were, for tests of baskets and event studies: an
# index and seven shares, from January 2025 on, as files for `jipyo import`. Nothing of them is a
# market's figure. 017670 rises by 6 % beyond its noise on 2025-08-04; 259960 is suspended for five
# sessions; 064400 begins late.

import datetime
import math
import os
import random
import sys

FIRST, LAST = datetime.date(2025, 1, 2), datetime.date(2026, 11, 20)
HOLIDAYS = {'2025-01-28', '2025-01-29', '2025-01-30', '2025-05-05', '2025-05-06', '2025-08-15',
            '2025-10-03', '2025-10-06', '2025-10-07', '2025-10-08', '2025-10-09', '2025-12-25'}
SHARES = {'032640': (1.0, 0.010, 14000), '064400': (1.2, 0.014, 60000), '030520': (0.8, 0.018, 25000),
          '017670': (0.6, 0.008, 55000), '259960': (0.9, 0.016, 300000), '035420': (1.1, 0.012, 200000),
          '022100': (1.3, 0.015, 30000), '286940': (0.7, 0.013, 21000)}


def sessions():
    day = FIRST
    while day <= LAST:
        if day.weekday() < 5 and day.isoformat() not in HOLIDAYS:
            yield day
        day += datetime.timedelta(days=1)


def is_kept(code, day):
    text = day.isoformat()
    if code == '259960':
        return not '2026-03-02' <= text <= '2026-03-06'
    return code != '064400' or text >= '2025-02-05'


def write(folder, code, rows):
    with open(os.path.join(folder, f'{code}.csv'), 'w', encoding='utf-8') as file:
        file.write('date,open,high,low,close,volume\n')
        for day, close in rows:
            file.write(f'{day},{close},{close},{close},{close},1000\n')


def main():
    folder = sys.argv[1]
    dice = random.Random(20250804)
    days = list(sessions())
    moves = [dice.gauss(0.0006, 0.010) for _ in days]
    level, rows = 2400.0, []
    for day, move in zip(days, moves):
        level *= math.exp(move)
        rows.append((day, f'{level:.2f}'))
    write(folder, 'KOSPI', rows)
    for code, (beta, noise, price) in SHARES.items():
        rows = []
        for day, move in zip(days, moves):
            jump = 0.06 if code == '017670' and day == datetime.date(2025, 8, 4) else 0
            price *= math.exp(beta * move + dice.gauss(0, noise) + jump)
            if is_kept(code, day):
                rows.append((day, f'{round(price)}'))
        write(folder, code, rows)


main()

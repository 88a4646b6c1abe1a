#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Jipyo developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Computes an event study another way and compares: the normal equations by Cramer's rule in exact
# fractions, the variance of the cumulated return from the whole covariance matrix of the prediction
# errors, Student's t by integrating its density. On constructed series, and on the indices of the
# exchange where their files lie beside the tree.

import csv
import datetime
import math
import os
import random
import subprocess
import sys
from fractions import Fraction

PROGRAM = sys.argv[1]
MARKET = sys.argv[2]
ESTIMATION = (-120, -11)


def run(rows, event):
    text = ''.join(f'{day} {asset!r} {market!r}\n' for day, asset, market in rows)
    printed = subprocess.run([PROGRAM, str(event)], input=text, capture_output=True, text=True,
                             check=True).stdout
    return {name: float(value) for name, value in (line.split() for line in printed.splitlines())}


def integrate_t(limit, freedom):
    """P (|T| < limit) by Simpson's rule."""
    scale = math.exp(math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2)) / math.sqrt(
        freedom * math.pi)
    steps = 4000
    width = limit / steps
    total = 0.0
    for i in range(steps + 1):
        weight = 1 if i in (0, steps) else 4 if i % 2 else 2
        total += weight * (1 + (i * width) ** 2 / freedom) ** (-(freedom + 1) / 2)
    return 2 * scale * total * width / 3


def quantile(freedom):
    low, high = 1.9, 2.2
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if integrate_t(middle, freedom) < 0.95 else (low, middle)
    return low


def reference(rows, event):
    returns = [None] + [(math.log(b[1] / a[1]), math.log(b[2] / a[2]))
                        for a, b in zip(rows, rows[1:])]
    zero = next(i for i, row in enumerate(rows) if row[0] >= event)
    past = [(Fraction(a), Fraction(m)) for a, m in
            returns[max(1, zero + ESTIMATION[0]):zero + ESTIMATION[1] + 1]]
    n = len(past)
    s_m = sum(m for _, m in past)
    s_mm = sum(m * m for _, m in past)
    s_a = sum(a for a, _ in past)
    s_am = sum(a * m for a, m in past)
    determinant = n * s_mm - s_m * s_m
    beta = (n * s_am - s_m * s_a) / determinant
    alpha = (s_a * s_mm - s_m * s_am) / determinant
    variance = sum((a - alpha - beta * m) ** 2 for a, m in past) / (n - 2)
    inverse = [[s_mm / determinant, -s_m / determinant], [-s_m / determinant, n / determinant]]
    found = {'n': n, 'alpha': alpha, 'beta': beta, 'sigma': math.sqrt(variance)}
    t = quantile(n - 2)
    for reach in range(1, 11):
        window = [(Fraction(a), Fraction(m)) for a, m in returns[zero - reach:zero + reach + 1]]
        car = sum(a - alpha - beta * m for a, m in window)
        covariance = 0
        for i, (_, m) in enumerate(window):
            for j, (_, k) in enumerate(window):
                x, y = (1, m), (1, k)
                covariance += variance * ((i == j) + sum(
                    x[p] * inverse[p][q] * y[q] for p in range(2) for q in range(2)))
        error = math.sqrt(covariance)
        found |= {f'car{reach}': car, f'error{reach}': error, f'low{reach}': car - t * error,
                  f'high{reach}': car + t * error,
                  f'tail{reach}': 1 - integrate_t(abs(car / error), n - 2)}
    since = rows[max(i for i, row in enumerate(rows) if row[0] <= event):]
    moves = [math.log(b[1] / a[1]) for a, b in zip(since, since[1:])]
    mean = math.fsum(moves) / len(moves)
    found['volatility'] = math.sqrt(math.fsum((x - mean) ** 2 for x in moves) / (len(moves) - 1) * 252)
    found['drawdown'] = min(row[1] / max(r[1] for r in since[:i + 1]) - 1
                            for i, row in enumerate(since))
    found['index'] = 100 * since[-1][1] / since[0][1]
    found['index-market'] = 100 * since[-1][2] / since[0][2]
    return found


def compare(name, rows, event):
    ours = run(rows, event)
    theirs = reference(rows, event)
    wrong = [key for key in theirs
             if not math.isclose(ours[key], theirs[key], rel_tol=1e-8, abs_tol=1e-11)]
    print(f'{name}: n {ours["n"]:.0f}, beta {ours["beta"]:.4f}, CAR[-5,+5] {ours["car5"]:+.4f} '
          f'({ours["low5"]:+.4f} … {ours["high5"]:+.4f}), {len(theirs)} figures')
    for key in wrong:
        print(f'  {key}: {ours[key]!r}, the reference has {float(theirs[key])!r}')
    return not wrong


def constructed(seed):
    dice = random.Random(seed)
    asset, market, rows = 31000.0, 2500.0, []
    for i in range(220):
        move = dice.gauss(0, 0.011)
        market *= math.exp(move)
        asset *= math.exp(0.0003 + (0.4 + seed * 0.3) * move + dice.gauss(0, 0.015))
        rows.append((20000 + i // 5 * 7 + i % 5, asset, market))
    return rows


def closes(name):
    with open(os.path.join(MARKET, name), encoding='utf-8') as file:
        return {row['Date']: float(row['Close']) for row in csv.DictReader(file) if row['Close']}


def day_of(date):
    return (datetime.date.fromisoformat(date) - datetime.date(1970, 1, 1)).days


def main():
    good = [compare(f'constructed {seed}', constructed(seed), constructed(seed)[150][0])
            for seed in range(5)]
    # Short of sessions before, and on a day without one.
    good.append(compare('short', constructed(8)[:140], constructed(8)[90][0]))
    good.append(compare('weekend', constructed(9), constructed(9)[155][0] - 2))
    if os.path.isdir(MARKET):
        kospi, kosdaq = closes('kospi_daily_krx.csv'), closes('kosdaq_daily_krx.csv')
        rows = [(day_of(date), kosdaq[date], kospi[date]) for date in sorted(kospi) if date in kosdaq]
        for date in ('2020-03-19', '2024-08-05', '2025-08-04', '2025-08-03', '2026-01-15'):
            good.append(compare(f'KOSDAQ against KOSPI, {date}', rows, day_of(date)))
    else:
        print('the indices are not here')
    return 0 if all(good) else 1


sys.exit(main())

#!/usr/bin/env python3
"""Seats worked out a second way (sorted fractions, no rounds): writes <sitzverteilung> elements, the seats said.
seats.py SEED N [WRONG]: N of them; WRONG moves a seat in each, so that every one must be told twice."""
import random
import sys
from fractions import Fraction

METHODS = {'dhondt': lambda k: k + 1, 'sainte-lague': lambda k: 2 * k + 1}


def quotients(method, votes, places):
    """All claims of all lists, with the list."""
    if method == 'hare-niemeyer':
        whole = [v * places // sum(votes) for v in votes]
        rest = [(Fraction(v * places, sum(votes)) - w, i) for i, (v, w) in enumerate(zip(votes, whole))]
        return whole, rest, places - sum(whole)
    by = METHODS[method]
    return [0] * len(votes), [(Fraction(v, by(k)), i) for i, v in enumerate(votes) for k in range(places)], places


def distribute(method, votes, places, draw):
    """Seats and the lists that won a lot."""
    seats, claims, left = quotients(method, votes, places)
    claims.sort(key=lambda c: -c[0])
    if not left:
        return seats, set()
    last = claims[left - 1][0]
    sure = [i for c, i in claims if c > last]
    equal = [i for c, i in claims if c == last]
    need = left - len(sure)
    lots = set(draw.sample(equal, need)) if need < len(equal) else set()
    for i in sure + (sorted(lots) or equal):
        seats[i] += 1
    return seats, lots


def element(r, wrong):
    votes = [r.randint(1, 30) for _ in range(r.randint(2, 7))]
    places, method = r.randint(3, 25), r.choice([*METHODS, 'hare-niemeyer'])
    seats, lots = distribute(method, votes, places, r)
    if wrong:
        giver = seats.index(max(seats))
        seats[giver] -= 1
        seats[giver - 1] += 1
    lot = ' los="ja"'
    lists = ''.join(f'\n<sitzliste liste="L{i}" zahl="{v}" sitze="{s}"{lot if i in lots else ""}/>'
                    for i, (v, s) in enumerate(zip(votes, seats)))
    return f'<sitzverteilung fuer="Ausschuss" plaetze="{places}" verfahren="{method}">{lists}</sitzverteilung>'


if __name__ == '__main__':
    numbers = random.Random(int(sys.argv[1]))
    print(''.join(element(numbers, len(sys.argv) > 3) for _ in range(int(sys.argv[2]))))

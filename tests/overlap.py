#!/usr/bin/env python3
"""Reads --dump=lines on standard input: text printed over other text, in either direction of writing.

usage: ratssatz setzen --dump=lines X.xml | overlap.py      Exit 1 if there is any; prints each.

A line reaches from its capitals' height to just below its baseline: tight leading is no fault, touching letters are.
"""
import re
import sys

ROW = re.compile(r'^  (Text|Hochkant)( \(Artefakt\))? x ([\d.-]+) bis ([\d.-]+) y ([\d.-]+) Grad ([\d.]+) "(.*)"$')
ABOVE, BELOW, TOUCH = .66, .04, .4     # of the size; of a point


def box(m):
    x0, x1, y, size = (float(m[k]) for k in (3, 4, 5, 6))
    if m[1] == 'Hochkant':             # reads upwards from (x0, y)
        return x0 - ABOVE * size, y - (x1 - x0), x0 + BELOW * size, y, m[7]
    return x0, y - ABOVE * size, x1, y + BELOW * size, m[7]


def main():
    page, rows, pages, faults = '', [], 0, []
    for line in [*sys.stdin, 'Seite end']:
        if line.startswith('Seite '):
            rows.sort(key=lambda r: r[1])
            for i, a in enumerate(rows):
                for b in rows[i + 1:]:
                    if b[1] >= a[3]:
                        break
                    if min(a[2], b[2]) - max(a[0], b[0]) > TOUCH and min(a[3], b[3]) - max(a[1], b[1]) > TOUCH:
                        faults.append(f'Seite {page}: "{a[4].strip()[:40]}" und "{b[4].strip()[:40]}"')
            page, rows = line.split()[1], []
            pages += 1
        elif m := ROW.match(line):
            if m[7].strip():
                rows.append(box(m))
    for fault in faults[:20]:
        print(fault)
    return 1 if faults or pages < 2 else 0


if __name__ == '__main__':
    sys.exit(main())

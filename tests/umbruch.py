#!/usr/bin/env python3
"""Reads --dump=pages on standard input: single lines of a paragraph on a page (widows, orphans), headings at the foot
of a page.

usage: ratssatz setzen --dump=pages X.xml | umbruch.py      Exit 1 if there is any; prints each, and the counts.
"""

import re
import sys

LINES = re.compile(r"^  Zeilen x ([\d.]+) y ([\d.]+) (\S+) #(\d+) Zeile (\d+) bis (\d+)")


def main():
    pages, pieces = [], {}
    for row in sys.stdin:
        if row.startswith("Seite "):
            pages.append((row.split()[1], []))
        m = LINES.match(row)
        if m and pages:
            x, y, role, num, first, last = float(m[1]), float(m[2]), m[3], int(m[4]), int(m[5]), int(m[6])
            pages[-1][1].append((y, x, role, num))
            pieces.setdefault(num, []).append((pages[-1][0], role, first, last))
    faults = []
    for num, parts in pieces.items():
        count = {}
        for page, role, first, last in parts:
            count[page] = count.get(page, 0) + last - first + 1
        if len(count) > 1:
            role = parts[0][1]
            faults += [f"Seite {page}: eine einzelne Zeile von {role} #{num}" for page, n in count.items() if n == 1]
    for page, lines in pages:
        if lines and re.match(r"H\d", max(lines)[2]):
            faults.append(f"Seite {page}: Überschrift #{max(lines)[3]} am Fuß")
    print("\n".join(faults[:20]))
    print(
        f"{len(pages)} Seiten, {sum(len(set(p[0] for p in parts)) > 1 for parts in pieces.values())} geteilte "
        f"Absätze, {len(faults)} Mängel"
    )
    return 1 if faults or not pages else 0


if __name__ == "__main__":
    sys.exit(main())

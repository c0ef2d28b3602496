#!/usr/bin/env python3
"""Reads --dump=tags on standard input: notes that do not begin on the page of their mark, headings that stand on more
than one page.

usage: ratssatz setzen --dump=tags X.xml | noten.py      Exit 1 if there is any, or no note at all; prints each.
"""

import re
import sys


def main():
    marks, notes, faults = {}, {}, []
    rows = sys.stdin.read().split("\n")
    for i, row in enumerate(rows):
        if m := re.match(r'\s*Reference "(\d+)" p(\d+)', row):
            marks.setdefault(m[1], []).append(int(m[2]))
        elif re.match(r"\s*Note p\d+", row) and (m := re.match(r'\s*Lbl "(\d+)" p(\d+)', rows[i + 1])):
            notes[m[1]] = int(m[2])
        elif m := re.match(r'\s*H\d (".*") p(\d+)-\d+$', row):
            faults.append(f"Seite {m[2]}: Überschrift {m[1]} ist geteilt")
    # other references may read like a mark: one on the page is enough
    faults += [f"Note {n}: Zeichen auf Seite {marks.get(n)}, Note auf {page}" for n, page in notes.items()
               if page not in marks.get(n, [])]
    print("\n".join(faults))
    print(f"{len(notes)} Noten, {len(faults)} Mängel")
    return 1 if faults or not notes else 0


if __name__ == "__main__":
    sys.exit(main())

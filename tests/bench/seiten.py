#!/usr/bin/env python3
"""How full the pages are, and how narrow columns break: over all documents of content/, or those named.

usage: seiten.py [--einzeln] [--programm out/bin/ratssatz] [DOCUMENT…]      --einzeln: too each page that is too empty

Counted are pages that another of the same chapter follows (no covers, no pages turned): how many are filled less than
75 and 50 %. Of chapters' last pages: how many hold fewer than five lines. Of lines in columns under 60 mm that more
text follows: how many end with a hyphen, how many fill less than two thirds.
"""

import argparse
import glob
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PAGE = re.compile(r'Seite (\d+) "([^"]*)" gefüllt (\d+) %, (\d+) Zeilen(, Schluss)?(, quer)?')
LINES = re.compile(r"  Zeilen x \S+ y \S+ \S+ #(\d+) Zeile (\d+) bis (\d+) Breite ([\d.]+)"
                   r"(?: Trennungen (\d+))?(?: kurze (\d+))?")
NARROW = 60 / 25.4 * 72
AIMS = {"unter 75 %": 2, "unter 50 %": 0, "letzte mit weniger als fünf Zeilen": 10}


def documents():
    """Each document as the arguments of a command that sets it."""
    content = os.path.join(ROOT, "content")
    heads = glob.glob(content + "/*/*/konzept.xml") + glob.glob(content + "/*/*/bericht.xml")
    roots = [os.path.dirname(f) for f in heads]
    roots += glob.glob(content + "/*/handbuch.xml") + glob.glob(content + "/*/sitzungen/*/*.xml")
    out = [["setzen", os.path.relpath(d, ROOT)] for d in sorted(roots)]
    editions = sorted(d for d in roots if "integrationskonzept-201" in d)[-2:]
    if len(editions) == 2:
        both = [os.path.relpath(d, ROOT) for d in editions]
        out += [["vergleiche", *both], ["vergleiche", "--redline", *both]]
    return out


class Count:
    def __init__(self):
        self.pages = self.under75 = self.under50 = self.lasts = self.brief_lasts = 0
        self.lines = self.hyphens = self.brief = 0
        self.found = []

    def add(self, other):
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)

    def page(self, m):
        filled, lines, ends = int(m[3]), int(m[4]), m[5]
        if m[6] or not lines:                      # turned; a cover
            return
        if ends:
            self.lasts += 1
            self.brief_lasts += lines < 5
            if lines < 5:
                self.found.append(f"Seite {m[1]}: letzte mit {lines} Zeilen")
            return
        self.pages += 1
        self.under75 += filled < 75
        self.under50 += filled < 50
        if filled < 75:
            self.found.append(f"Seite {m[1]}: {filled} %")

    def column(self, m):
        if float(m[4]) >= NARROW:
            return
        self.lines += int(m[3]) - int(m[2]) + 1
        self.hyphens += int(m[5] or 0)
        self.brief += int(m[6] or 0)

    def read(self, dump):
        for row in dump.split("\n"):
            if m := PAGE.match(row):
                self.page(m)
            elif m := LINES.match(row):
                self.column(m)

    def shares(self):
        return {
            "unter 75 %": share(self.under75, self.pages),
            "unter 50 %": share(self.under50, self.pages),
            "letzte mit weniger als fünf Zeilen": share(self.brief_lasts, self.lasts),
            "schmale Zeilen mit Trennstrich": share(self.hyphens, self.lines),
            "schmale Zeilen, kurz": share(self.brief, self.lines),
        }


def share(part, whole):
    return 100 * part / whole if whole else 0.0


def count(program, command):
    c = Count()
    p = subprocess.run([program, command[0], "--dump=pages", *command[1:]], capture_output=True, text=True, cwd=ROOT)
    c.read(p.stdout)
    return c if p.returncode == 0 and (c.pages or c.lasts) else None


def measure(program, commands, say, each=False):
    """Shares over all; None if one cannot be set."""
    total = Count()
    for command in commands:
        c = count(program, command)
        if not c:
            say(f"{' '.join(command)}: nicht gesetzt")
            continue
        if each:
            counts = f"{c.pages:5} {c.under75:5} {c.under50:5} {c.lasts:7} {c.brief_lasts:6}"
            say(f"{counts}  {' '.join(command)}" + "".join("\n" + " " * 34 + f for f in c.found))
        total.add(c)
    return total


def main():
    p = argparse.ArgumentParser(usage=__doc__)
    p.add_argument("--einzeln", action="store_true")
    p.add_argument("--programm", default=os.path.join(ROOT, "out", "bin", "ratssatz"))
    p.add_argument("documents", nargs="*")
    a = p.parse_args()
    commands = [["setzen", os.path.abspath(d)] for d in a.documents] or documents()
    if a.einzeln:
        print("Seiten  <75%  <50%  letzte  kurze")
    total = measure(a.programm, commands, print, a.einzeln)
    print(f"{total.pages} Seiten vor einer desselben Kapitels, {total.lasts} letzte, {total.lines} schmale Zeilen")
    for what, value in total.shares().items():
        aim = f" (höchstens {AIMS[what]})" if what in AIMS else ""
        print(f"  {what}: {value:.1f} %{aim}")
    return 0 if total.pages else 1


if __name__ == "__main__":
    sys.exit(main())

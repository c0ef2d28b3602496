#!/usr/bin/env python3
"""Measures papers and the register.

usage: gremien.py [--schnell] [--ohne-typst] [--programm out/bin/ratssatz]

1 000 different papers of one to three pages set in one call, against Typst on the same content in the same run; the
agenda of a session of 60 papers out of a small and a large register; indexing of many papers. --schnell: fewer
papers. Results: a table, and out/bench/gremien.json. Absolute times never fail; only a command that fails does.
"""

import argparse
import datetime
import glob
import json
import math
import os
import random
import re
import shutil
import sys
import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape

import bench

OUT = os.path.join(bench.OUT, "gremien")
CONTENT = os.path.join(OUT, "inhalt")
TOWN = os.path.join(CONTENT, "bench")
NEUTRAL = os.path.join(bench.PEERS, "in", "vorlagen")
PIECE = 4000  # files in one call: a command line holds two million characters
SESSION, BODY = "2023-05-31", "integrationsrat"
STEP = '<beratung gremium="{}" datum="{}" rolle="entscheidung"/>'


def say(text=""):
    print(text, flush=True)


# -- inputs --------------------------------------------------------------------------------------------------


def directory(town=TOWN):
    os.makedirs(town, exist_ok=True)
    with open(os.path.join(town, "verzeichnis.xml"), "w", encoding="UTF-8") as f:
        f.write(
            '<?xml version="1.0" encoding="UTF-8"?>\n<verzeichnis xmlns="urn:ratssatz:1" ort="bench">\n<ort '
            'name="Stadt Beckum"/>\n'
            '<stelle id="fb-jugend-soziales"><name>Fachbereich Jugend und Soziales</name></stelle>\n'
            '<gremium id="integrationsrat" art="beirat"><name>Integrationsrat</name></gremium>\n'
            '<gremium id="rat" art="rat"><name>Rat der Stadt Beckum</name></gremium>\n</verzeichnis>\n'
        )


def lengthen(folder):
    """Two of three papers get more text, so that they have two or three pages; Typst reads the same files."""
    pool = [
        p
        for p in ET.parse(os.path.join(bench.PEERS, "konzept.xml")).getroot().iter("absatz")
        if 300 < len("".join(p.itertext())) < 900 and not "".join(p.itertext()).strip().endswith(":")
    ]
    for i, path in enumerate(sorted(glob.glob(os.path.join(folder, "*.xml")))):
        tree = ET.parse(path)
        root, rng = tree.getroot(), random.Random(i)
        at = list(root).index([u for u in root.findall("ueberschrift") if u.text == "Anlage(n)"][0])
        more = 0
        while more < i % 3 * 2500:  # characters; a page has some 3 000
            e = ET.Element("absatz")
            e.text = re.sub(r"__+", "offen", re.sub(r"\s+", " ", "".join(rng.choice(pool).itertext())))
            more += len(e.text)
            root.insert(at, e)
        tree.write(path, encoding="UTF-8", xml_declaration=True)


def quotes(text):
    return escape(re.sub(r'"([^"]*)"', "„\\1“", text or ""))


def paper(path, i):
    """A neutral paper in our vocabulary."""
    root = ET.parse(path).getroot()
    parts, key = {}, None
    for e in root:
        if e.tag == "ueberschrift":
            key = e.text
        elif e.tag == "absatz" and key:
            parts.setdefault(key, []).append(quotes(e.text))
    block = lambda key: "".join(f"<absatz>{t}</absatz>\n" for t in parts.get(key, []))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<vorlage xmlns="urn:ratssatz:1" ort="bench" id="papier-{i:05d}" art="beschlussvorlage" nummer="2023/{i:04d}"
datum="2023-05-10"> <angaben>
<titel>{quotes(root.findtext("meta/titel"))}</titel>
<federfuehrung stelle="fb-jugend-soziales"/>
<auskunft stelle="fb-jugend-soziales" telefon="02521 29-0" mail="stadt@beckum.de"/>
{STEP.format(BODY, SESSION)}
</angaben>
<beschlussvorschlag><beschluss>{" ".join(parts["Sachentscheidung"])}</beschluss></beschlussvorschlag>
<kosten>{block("Kosten/Folgekosten")}</kosten>
<finanzierung>{block("Finanzierung")}</finanzierung>
<erlaeuterungen>
{block("Erläuterungen")}</erlaeuterungen>
</vorlage>
"""


def make_papers(n):
    neutral, folder = f"{NEUTRAL}{n}", os.path.join(TOWN, f"vorlagen{n}")
    bench.call(os.path.join(bench.PEERS, "scale.py"), "--vorlagen", str(n), neutral)
    lengthen(neutral)
    os.makedirs(folder, exist_ok=True)
    files = []
    for i, path in enumerate(sorted(glob.glob(os.path.join(neutral, "*.xml"))), 1):
        files.append(os.path.join(folder, f"vorlage-{i:05d}.xml"))
        with open(files[-1], "w", encoding="UTF-8") as f:
            f.write(paper(path, i))
    return files, neutral


WORDS = """Antrag Bau Bildung Förderung Haus Integration Jugend Kita Markt Park Planung Platz Schule Sport Straße
Verein Weg Wohnen""".split()
PER_SESSION = 40


def short_paper(path, i, step, day):
    """A paper of the register: what counts is that there are many."""
    rng = random.Random(i)
    text = ". ".join(" ".join(rng.sample(WORDS, 12)) for _ in range(10))
    with open(path, "w", encoding="UTF-8") as f:
        f.write(f"""<?xml version="1.0" encoding="UTF-8"?>
<vorlage xmlns="urn:ratssatz:1" ort="bench" id="p-{i:06d}" art="beschlussvorlage" datum="{day -
datetime.timedelta(10)}"> <angaben><titel>{" und ".join(rng.sample(WORDS, 2))}, Nummer {i}</titel><federfuehrung
stelle="fb-jugend-soziales"/>{step}</angaben> <beschlussvorschlag><beschluss>Dem Vorschlag {i} wird
gefolgt.</beschluss></beschlussvorschlag> <erlaeuterungen><absatz>{text}.</absatz></erlaeuterungen>
</vorlage>
""")


def short_session(path, body, day):
    with open(path, "w", encoding="UTF-8") as f:
        f.write(f"""<?xml version="1.0" encoding="UTF-8"?>
<sitzung xmlns="urn:ratssatz:1" ort="bench" id="{body}-{day}" gremium="{body}" datum="{day}" beginn="17:00">
<angaben><sitzungsort name="Rathaus"/><vorsitz amt="Vorsitz"/></angaben>
<tagesordnung><teil art="oeffentlich"><top id="fragen" art="einwohnerfragen"/><vorlagen/><top id="anfragen"
art="anfragen"/></teil></tagesordnung> </sitzung>
""")
    return path


def make_many(n):
    """n papers, 60 of them for the session of SESSION spread over all, the others for earlier sessions, below a root of
    their own: their numbers stand in the sources by and by. The root; paths of sessions, papers, the 60."""
    root = os.path.join(OUT, f"inhalt-{n}")
    folder = os.path.join(root, "bench", f"r{n}")
    directory(os.path.dirname(folder))
    os.makedirs(folder, exist_ok=True)
    first = datetime.date(1981, 1, 5)
    days = [first + datetime.timedelta(12 * k) for k in range(n // PER_SESSION + 1)]
    sessions = [
        short_session(os.path.join(folder, f"sitzung-{d}.xml"), ("rat", BODY)[k % 2], d) for k, d in enumerate(days)
    ]
    sessions.insert(0, short_session(os.path.join(folder, "sitzung.xml"), BODY, datetime.date.fromisoformat(SESSION)))
    files, here = [], []
    for i in range(n):
        files.append(os.path.join(folder, f"vorlage-{i:06d}.xml"))
        if i % (n // 60) == 0 and len(here) < 60:
            here.append(files[-1])
            short_paper(files[-1], i, STEP.format(BODY, SESSION), datetime.date.fromisoformat(SESSION))
        else:
            k = i // PER_SESSION
            short_paper(files[-1], i, STEP.format(("rat", BODY)[k % 2], days[k]), days[k])
    return root, sessions, files, here


# -- measuring -----------------------------------------------------------------------------------------------


class Program:
    def __init__(self, path):
        self.path, self.failed = path, []

    def run(self, what, command, args, n=1, root=CONTENT, **how):
        cmd = [
            self.path,
            command,
            "-q",
            "--inhalt",
            root,
            "--gestaltung",
            os.path.join(bench.ROOT, "templates"),
            *args,
        ]
        r = bench.measure(cmd, n, **how)
        if not r.ok:
            self.failed.append(what)
            say(f"bench: {what} ist gescheitert (Status {r.status}): {' '.join(r.said.split())[-300:]}")
        return r


def pages(folder):
    return sum(bench.pages_of(f) for f in glob.glob(os.path.join(folder, "*.pdf")))


def row(rows, what, r, **more):
    rows.append(
        {
            "was": what,
            "ok": r.ok,
            "uhr": round(r.wall, 3),
            "cpu": round(r.cpu, 3),
            "spitze_mib": round(r.peak, 1),
            **more,
        }
    )
    say(f"{what:44} {r.wall:9.3f} {r.cpu:9.3f} {r.peak:9.1f}  " + " ".join(f"{k} {v}" for k, v in more.items()))


def fresh(name):
    """A folder never used before. ext4 hands out inodes deleted a minute ago only slowly; so nothing is deleted
    before measuring."""
    folder = os.path.join(OUT, f"{name}-{os.getpid()}")
    os.makedirs(folder)
    return folder


def set_papers(p, rows, made, python, b):
    files, neutral = made
    few, target = files[: len(files) // 10], fresh("pdf")
    small = p.run("Vorlagen (ein Zehntel)", "setzen", ["-o", fresh("wenige"), *few])
    row(rows, f"{len(few)} Vorlagen in einem Aufruf", small)
    mine = p.run("Vorlagen", "setzen", ["-o", target, *files])
    n = len(glob.glob(os.path.join(target, "*.pdf")))
    row(rows, f"{len(files)} Vorlagen in einem Aufruf", mine, dateien=n, seiten=pages(target))
    if mine.ok and n != len(files):
        p.failed.append(f"nur {n} von {len(files)} Vorlagen gesetzt")
    if python:
        out = fresh("typst")
        theirs = bench.measure(
            [python, os.path.join(bench.PEERS, "typst", "render.py"), "--std", "ua-1,a-3a", "--batch", neutral, out],
            1,
            timeout=3600,
        )
        row(rows, f"Typst, dieselben {len(files)} in einem Prozess", theirs, seiten=pages(out))
        if theirs.ok and mine.ok:
            b.aim("Vorlagen: so viel Mal weniger CPU als Typst", theirs.cpu / mine.cpu, 15, less=False, form="{:.1f}")
    if mine.ok and small.ok:
        b.aim("Vorlagen: Speicherspitze, zehnmal so viele, Vielfaches", mine.peak / small.peak, 1.25, form="{:.2f}")


def take_in(p, register, root, files):
    """Indexes all, piece by piece; CPU seconds."""
    cpu = 0
    for at in range(0, len(files), PIECE):
        r = p.run("Aufnehmen", "aufnehmen", ["--register", register, *files[at : at + PIECE]], root=root,
                  timeout=3600)
        if not r.ok:
            return None
        cpu += r.cpu
    return cpu


def with_register(p, rows, n):
    """The register of n papers: CPU for indexing, and for the agenda of its session."""
    register, out = os.path.join(OUT, f"r{n}.db"), os.path.join(OUT, f"sitzung-{n}")
    for f in glob.glob(register + "*"):
        os.remove(f)
    root, sessions, files, here = make_many(n)
    cpu = take_in(p, register, root, [*sessions, *files])
    if cpu is None:
        return None, None
    rows.append(
        {
            "was": f"{n} Vorlagen aufnehmen",
            "ok": True,
            "cpu": round(cpu, 3),
            "register_mib": round(os.path.getsize(register) / 2**20, 1),
        }
    )
    say(
        f"{n} Vorlagen aufnehmen: {cpu:.2f} s CPU, {1e6 * cpu / n:.0f} µs je Vorlage, Register "
        f"{os.path.getsize(register) / 2**20:.1f} MiB"
    )
    if not p.run("Freigeben", "freigeben", ["--register", register, *here], root=root).ok:
        return cpu, None
    r = p.run("Tagesordnung", "tagesordnung", ["--register", register, *AGENDA, sessions[0]], 5, root)
    row(rows, f"Tagesordnung mit 60 von {n} Vorlagen", r)
    r2 = p.run("Tagesordnung mit Mappe", "tagesordnung", ["--register", register, "-o", out, sessions[0]], 3,
               root)
    row(rows, f"Tagesordnung und Mappe, 60 von {n} Vorlagen", r2)
    return cpu, r.cpu if r.ok else None


AGENDA = ["--json"]  # without -o: the agenda alone, nothing is set


def registers(p, rows, sizes, b):
    took = {n: with_register(p, rows, n) for n in sizes}
    small, large = took[sizes[0]], took[sizes[-1]]
    if small[1] and large[1]:
        b.aim(
            f"Tagesordnung aus {sizes[-1]} gegen {sizes[0]} Vorlagen: Vielfaches der CPU",
            large[1] / small[1],
            2,
            form="{:.2f}",
        )
    points = [(math.log(n), math.log(took[n][0])) for n in sizes[1:] if took[n][0]]
    if len(points) >= 2:
        (x0, y0), (x1, y1) = points[0], points[-1]
        b.aim(f"Aufnehmen {sizes[1]} bis {sizes[-1]} Vorlagen: Exponent", (y1 - y0) / (x1 - x0), 1.1)


def main():
    a = argparse.ArgumentParser(usage=__doc__)
    a.add_argument("--schnell", action="store_true")
    a.add_argument("--ohne-typst", action="store_true")
    a.add_argument("--programm", default=os.path.join(bench.ROOT, "out", "bin", "ratssatz"))
    a = a.parse_args()
    if not os.access(a.programm, os.X_OK):
        sys.exit(f"bench: {a.programm} fehlt; bitte zuerst make")
    os.makedirs(OUT, exist_ok=True)
    p, rows, b = Program(a.programm), [], bench.Bench()
    directory()
    say(f"{'Was':44} {'Uhr s':>9} {'CPU s':>9} {'Spitze MiB':>9}")
    if os.path.exists(os.path.join(bench.PEERS, "scale.py")) or bench.peers():
        python = None if a.ohne_typst else bench.tools()
        set_papers(p, rows, make_papers(100 if a.schnell else 1000), python, b)
    registers(p, rows, [500, 1000, 5000] if a.schnell else [500, 12500, 50000], b)
    with open(os.path.join(OUT, "..", "gremien.json"), "w", encoding="UTF-8") as f:
        json.dump({"zeilen": rows, "ziele": b.aims}, f, ensure_ascii=False, indent=1)
    for used in glob.glob(os.path.join(OUT, "*-[0-9]*")):
        if os.path.isdir(used):
            shutil.rmtree(used)
    say("bench: Ergebnis in out/bench/gremien.json")
    sys.exit(1 if p.failed else 0)


if __name__ == "__main__":
    main()

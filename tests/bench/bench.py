#!/usr/bin/env python3
"""Measures ratssatz against Typst on the same content in the same run.

usage: bench.py [--schnell] [--ohne-typst] [--lang] [--programm out/bin/ratssatz]

--schnell: only 2 and 47 repetitions. --lang: also 100,000 pages in one document (minutes, 4 GB of disk).
Results: a table, and out/bench/ergebnis.json. Absolute times never fail; only a
document that cannot be set does. The peers' documents lie in ../shared/bench (or $VERGLEICH); without them only the
own generator is used.
"""

import argparse
import json
import math
import os
import re
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import time
import venv

import seiten

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
OUT = os.path.join(ROOT, "out", "bench")
PEERS = os.path.join(OUT, "vergleich")
CONTENT = os.path.join(OUT, "inhalt")
VENV = os.path.join(ROOT, "out", "werkzeug", "venv")
PACKAGES = ["typst==0.15.2", "lxml", "pdfplumber"]
REPETITIONS = {2: "k2", 19: "k19", 47: "k47", 187: "k187"}
HEAD = (f"{'Satz':16} {'Eingabe':8} {'Seiten':>6} {'Uhr s':>9} {'CPU s':>9} {'ms/Seite':>8} {'Spitze MiB':>9} "
        f"{'Seiten/s':>9} {'KB/Seite':>8} {'n':>3}")
OWN_PAGES = [500, 1250, 5000, 10000]
LONG = 100000                                          # pages: --lang


def say(text):
    print(text, flush=True)


class Result:
    """One or more runs of a command: medians; peak of all."""

    def __init__(self, runs):
        self.ok = all(r["status"] == 0 for r in runs)
        self.runs = len(runs)
        self.wall = statistics.median(r["wall"] for r in runs)
        self.cpu = statistics.median(r["cpu"] for r in runs)
        self.peak = max(r["peak"] for r in runs)
        self.said = runs[-1]["said"]
        self.status = runs[-1]["status"]


def run_once(cmd, env, limit, timeout):
    """wait4 gives the CPU and the peak memory of exactly this child (and what it waited for)."""
    log = os.path.join(OUT, "meldungen.txt")
    pid_env = {**os.environ, **(env or {})}

    def prepare():
        if limit:
            resource.setrlimit(resource.RLIMIT_AS, (limit, limit))

    with open(log, "wb") as f:
        start = time.monotonic()
        p = subprocess.Popen(cmd, stdout=f, stderr=f, env=pid_env, preexec_fn=prepare if limit else None)
        signal.signal(signal.SIGALRM, lambda *_: p.kill())
        signal.alarm(timeout)
        _, status, usage = os.wait4(p.pid, 0)
        signal.alarm(0)
        p.returncode = os.waitstatus_to_exitcode(status)
        wall = time.monotonic() - start
    with open(log, "rb") as f:
        said = f.read(4000).decode("utf-8", "replace")
    return {
        "status": p.returncode,
        "wall": wall,
        "cpu": usage.ru_utime + usage.ru_stime,
        "peak": usage.ru_maxrss / 1024,
        "said": said,
    }


def measure(cmd, n, env=None, limit=0, timeout=900):
    runs = []
    for _ in range(n):
        runs.append(run_once(cmd, env, limit, timeout))
        if runs[-1]["status"]:
            break
    return Result(runs)


# -- what is needed ------------------------------------------------------------------------------------------


def tools():
    """A Python with the peers in out/werkzeug/venv; None without network."""
    python = os.path.join(VENV, "bin", "python")
    check = [python, "-c", "import typst, lxml, pdfplumber"]
    if os.path.exists(python) and subprocess.run(check, capture_output=True).returncode == 0:
        return python
    say("bench: Typst und Messhilfen werden eingerichtet (out/werkzeug/venv) …")
    try:
        venv.create(VENV, with_pip=True, clear=True)
        p = subprocess.run(
            [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--timeout", "20", *PACKAGES],
            capture_output=True,
            text=True,
        )
    except (OSError, subprocess.SubprocessError) as e:
        p = subprocess.CompletedProcess([], 1, "", str(e))
    if p.returncode or subprocess.run(check, capture_output=True).returncode:
        say(
            "bench: AUSGELASSEN: ohne Netz kein Vergleich mit Typst und keine Messung der Zeilen ("
            + (p.stderr.strip().splitlines() or ["?"])[-1][:120]
            + ")"
        )
        return None
    return python


def peers():
    """A scratch copy of the peers' documents with the fonts they name; False: not there."""
    source = os.environ.get("VERGLEICH", os.path.join(os.path.dirname(ROOT), "shared", "bench"))
    if not os.path.exists(os.path.join(source, "scale.py")):
        say(
            "bench: AUSGELASSEN: die Vergleichstexte fehlen (../shared/bench oder $VERGLEICH); gemessen wird nur "
            "eigener Text"
        )
        return False
    shutil.rmtree(PEERS, ignore_errors=True)
    shutil.copytree(source, PEERS, copy_function=shutil.copyfile)
    for folder, _, files in os.walk(PEERS):
        os.chmod(folder, 0o755)
        for f in files:
            os.chmod(os.path.join(folder, f), 0o755)
    for folder in ("in", "out", "fonts"):
        os.makedirs(os.path.join(PEERS, folder), exist_ok=True)
    for cut in ("", ":bold", ":italic", ":bold:italic"):
        found = (
            subprocess.run(["fc-match", "-f", "%{file}", "Noto Sans" + cut], capture_output=True, text=True).stdout
            if shutil.which("fc-match")
            else ""
        )
        if os.path.basename(found).startswith("NotoSans-"):
            shutil.copy(found, os.path.join(PEERS, "fonts"))
    for f in ("Regular", "Bold", "Italic"):
        ours = os.path.join(ROOT, "fonts", f"NotoSans-{f}.ttf")
        if not os.path.exists(os.path.join(PEERS, "fonts", os.path.basename(ours))):
            shutil.copy(ours, os.path.join(PEERS, "fonts"))
    return True


def directory():
    folder = os.path.join(CONTENT, "bench")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "verzeichnis.xml"), "w", encoding="UTF-8") as f:
        f.write(
            '<?xml version="1.0" encoding="UTF-8"?>\n<verzeichnis xmlns="urn:ratssatz:1" ort="bench">\n<ort '
            'name="Stadt Beckum"/>\n'
            '<stelle id="stadt"><name>Stadt Beckum</name></stelle>\n</verzeichnis>\n'
        )


def content(name):
    return os.path.join(CONTENT, "bench", name, "konzept.xml")


def call(script, *args):
    subprocess.run([sys.executable, script, *args], check=True)


def make_inputs(repetitions, own, have_peers):
    directory()
    for n in repetitions if have_peers else []:
        source = os.path.join(PEERS, "in", f"k{n}.xml")
        call(os.path.join(PEERS, "scale.py"), str(n), source)
        call(os.path.join(HERE, "umsetzen.py"), source, os.path.dirname(content(f"k{n}")))
    if have_peers:
        call(os.path.join(HERE, "umsetzen.py"), os.path.join(PEERS, "vorlage.xml"), os.path.dirname(content("v1")))
    for pages in own:
        call(os.path.join(HERE, "erzeugen.py"), str(pages), os.path.dirname(content(f"e{pages}")))


# -- commands ------------------------------------------------------------------------------------------------


def ours(program, name):
    pdf = os.path.join(OUT, f"{name}.pdf")
    return [
        program,
        "setzen",
        "-q",
        "--grenze",
        "400",
        "--inhalt",
        CONTENT,
        "--gestaltung",
        os.path.join(ROOT, "templates"),
        "-o",
        pdf,
        content(name),
    ], pdf


def typst(python, source, name):
    pdf = os.path.join(PEERS, "out", name + ".pdf")
    return [
        python,
        os.path.join(PEERS, "typst", "render.py"),
        "--std",
        "ua-1,a-3a",
        os.path.join(PEERS, source),
        pdf,
    ], pdf


def groff(python, source):
    """Through lxml, where there is no xsltproc."""
    pdf = os.path.join(PEERS, "out", "groff.pdf")
    sheet, doc = os.path.join(PEERS, "groff", "doc.xsl"), os.path.join(PEERS, source)
    program = (
        f"from lxml import etree as e; import sys; sys.stdout.write(str(e.XSLT(e.parse({sheet!r}))(e.parse({doc!r}))))"
    )
    script = f'"$0" -c "$1" | groff -k -t -ms -mden -dpaper=a4 -Tpdf -P-pa4 > "{pdf}"'
    return ["sh", "-c", script, python, program], pdf


def pages_of(pdf):
    if shutil.which("pdfinfo"):
        m = re.search(r"^Pages:\s+(\d+)", subprocess.run(["pdfinfo", pdf], capture_output=True, text=True).stdout, re.M)
        if m:
            return int(m.group(1))
    with open(pdf, "rb") as f:
        counts = [int(n) for n in re.findall(rb"/Count (\d+)", f.read())]
    return max(counts, default=0)


def memory_limit():
    with open("/proc/meminfo", encoding="ascii") as f:
        free = int(re.search(r"MemAvailable:\s+(\d+)", f.read()).group(1)) * 1024
    return int(free * 0.9)


# -- the table -----------------------------------------------------------------------------------------------


class Bench:
    def __init__(self):
        self.rows, self.aims, self.failed = [], [], False

    def take(self, who, name, command, n, **how):
        cmd, pdf = command
        r = measure(cmd, n, **how)
        row = {
            "satz": who,
            "eingabe": name,
            "laeufe": r.runs,
            "ok": r.ok,
            "wall": round(r.wall, 4),
            "cpu": round(r.cpu, 4),
            "spitze_mib": round(r.peak, 1),
        }
        if r.ok and os.path.exists(pdf):
            row |= {"seiten": pages_of(pdf), "bytes": os.path.getsize(pdf)}
            p = row["seiten"] or 1
            say(
                f"{who:16} {name:8} {p:6} {r.wall:9.3f} {r.cpu:9.3f} {1000 * r.cpu / p:8.3f} {r.peak:9.1f} "
                f"{p / r.wall:9.0f} {row['bytes'] / p / 1024:8.1f} {r.runs:3}"
            )
        else:
            row["ok"] = False
            row["meldung"] = r.said[:400]
            say(f"{who:16} {name:8} gescheitert (Status {r.status}): {' '.join(r.said.split())[-200:]}")
        self.rows.append(row)
        return row

    def aim(self, what, value, bound, less=True, form="{:.3f}"):
        if value is None:
            return
        good = value <= bound if less else value >= bound
        self.aims.append({"ziel": what, "gemessen": value, "grenze": bound, "erreicht": good})
        sign = "höchstens" if less else "mindestens"
        say(f"{'ja  ' if good else 'NEIN'}  {what}: {form.format(value)} ({sign} {form.format(bound)})")


def exponent(rows):
    """Of CPU over pages."""
    return slope([(r["seiten"], r["cpu"]) for r in rows if r["ok"] and r["seiten"] >= 400])


def slope(points):
    """Least squares of log y over log x."""
    p = [(math.log(x), math.log(y)) for x, y in points]
    if len(p) < 3:
        return None
    mx, my = statistics.mean(x for x, _ in p), statistics.mean(y for _, y in p)
    return sum((x - mx) * (y - my) for x, y in p) / sum((x - mx) ** 2 for x, _ in p)


def ratio(peer, own):
    return peer["cpu"] / own["cpu"] if peer and own and peer["ok"] and own["ok"] else None


def line_quality(python, pdf, pages):
    if not os.path.exists(pdf):
        return None
    p = subprocess.run(
        [python, os.path.join(PEERS, "linequal.py"), "--seiten", pages, pdf], capture_output=True, text=True
    )
    m = re.search(r"mean ([\d.]+) .*>0\.5em\s+([\d.]+)%\s+hyphen-ended\s+([\d.]+)%\s+longest ladder (\d+)", p.stdout)
    say((p.stdout or p.stderr).strip())
    return (
        None if not m else {"luecke": float(m[1]), "weit": float(m[2]), "trennungen": float(m[3]), "leiter": int(m[4])}
    )


def against_typst(b, python, repetitions, own):
    """Typst on the same inputs; groff where it dies of memory."""
    peer = {}
    for n in repetitions:
        for head in ("genau", "einfach"):
            times = 3 if n == 2 else 1
            r = b.take(
                "Typst " + head,
                f"k{n}",
                typst(python, f"in/k{n}.xml", f"k{n}-{head}"),
                times,
                env={"KOPF": head},
                limit=memory_limit(),
            )
            peer[n, head] = r
            if not r["ok"]:
                say("bench: Typst ist an diesem Text gescheitert (Speicher?); ersatzweise groff, ohne Tags:")
                peer[n, "groff"] = b.take("groff", f"k{n}", groff(python, f"in/k{n}.xml"), 1)
    say("")
    for n, head, least in ((2, "genau", 10), (47, "genau", 25), (47, "einfach", 15), (187, "genau", 50)):
        b.aim(
            f"{REPETITIONS[n]}: so viel Mal weniger CPU als Typst, Kopf {head}",
            ratio(peer.get((n, head)), own.get(n)),
            least,
            less=False,
            form="{:.1f}",
        )
    return peer


def cold(b, program, python):
    """One page, cold process: Typst's own part is without starting Python."""
    mine = b.take("ratssatz kalt", "v1", ours(program, "v1"), 20)
    theirs = b.take("Typst kalt", "vorlage", typst(python, "vorlage.xml", "v1"), 20)
    start = measure([python, "-c", "import typst"], 20)
    if mine["ok"] and theirs["ok"]:
        say("")
        own_part = max(theirs["cpu"] - start.cpu, 1e-3)
        b.aim("eine Seite kalt: Anteil an Typsts eigenem Teil (CPU)", mine["cpu"] / own_part, 0.3)
        b.aim(
            "eine Seite kalt: Anteil an Typsts eigenem Teil (Uhr)",
            mine["wall"] / max(theirs["wall"] - start.wall, 1e-3),
            0.4,
        )


def quality(b, python):
    """Judged on the short text, pages 4 to 23, as BENCH.md has it; the long one (behind its contents) is shown."""
    say("")
    q = line_quality(python, os.path.join(OUT, "k2.pdf"), "4-23")
    line_quality(python, os.path.join(PEERS, "out", "k2-genau.pdf"), "4-23")
    line_quality(python, os.path.join(OUT, "k47.pdf"), "60-119")
    line_quality(python, os.path.join(PEERS, "out", "k47-genau.pdf"), "60-119")
    if q:
        b.aim("Zeilen: mittlere Wortlücke in em", q["luecke"], 0.30)
        b.aim("Zeilen: Anteil über 0,5 em in Prozent", q["weit"], 0.5, form="{:.1f}")
        b.aim("Zeilen: Trennungen in Folge", q["leiter"], 2, form="{:d}")
        b.aim("Zeilen: mit Trennstrich in Prozent", q["trennungen"], 25, form="{:.1f}")


def single_lines(b, program, name):
    """Widows, orphans and headings at the foot of a page, counted by tests/umbruch.py on the pages as they are
    fixed."""
    cmd, _ = ours(program, name)
    pages = subprocess.run([*cmd[:2], "--dump=pages", *cmd[2:]], capture_output=True, text=True).stdout
    said = subprocess.run(
        [sys.executable, os.path.join(os.path.dirname(HERE), "umbruch.py")], input=pages, capture_output=True, text=True
    ).stdout
    found = re.search(r"(\d+) Mängel", said)
    b.aim(f"{name}: einzelne Zeilen und Überschriften am Fuß", int(found[1]) if found else None, 0, form="{:d}")


def page_shares(b, program):
    """Blank space and narrow columns, over all documents of content/."""
    total = seiten.measure(program, seiten.documents(), say)
    for what, value in total.shares().items():
        b.aim(f"alle Dokumente: {what} (Prozent)", value, seiten.AIMS.get(what, 100), form="{:.1f}")


def next_edition(name, new):
    """The same text a year later: every 20th paragraph says more, every 50th is gone, every 70th stands elsewhere."""
    with open(content(name), encoding="UTF-8") as f:
        lines = f.read().split("\n")
    paragraphs, out = 0, []
    for line in lines:
        if "<absatz>" in line:
            paragraphs += 1
            if paragraphs % 50 == 0 and line.rstrip().endswith("</absatz>"):
                continue
            if paragraphs % 20 == 0:
                line = line.replace(".</absatz>", ", dafür stehen 12.500 Euro bereit.</absatz>", 1)
            if paragraphs % 70 == 0 and len(out) > 40 and line.rstrip().endswith("</absatz>"):
                before = max(i for i in range(len(out) - 40, len(out)) if "<absatz>" in out[i] or i == len(out) - 40)
                if "<absatz>" in out[before]:
                    out.insert(before, line)
                    continue
        out.append(line)
    os.makedirs(os.path.dirname(content(new)), exist_ok=True)
    with open(content(new), "w", encoding="UTF-8") as f:
        f.write("\n".join(out))


def compared(b, program, pages):
    """Comparing two editions of 1 000 pages must cost less than setting one of them."""
    old, new = f"e{pages}", f"e{pages}-neu"
    call(os.path.join(HERE, "erzeugen.py"), str(pages), os.path.dirname(content(old)))
    next_edition(old, new)
    out = os.path.join(OUT, "vergleich.json")
    set_one = b.take("ratssatz", new, ours(program, new), 3)
    both = b.take(
        "vergleiche",
        old,
        (
            [
                program,
                "vergleiche",
                "-q",
                "--inhalt",
                CONTENT,
                "--gestaltung",
                os.path.join(ROOT, "templates"),
                "-o",
                out,
                content(old),
                content(new),
            ],
            out,
        ),
        3,
    )
    if set_one["ok"] and both["ok"]:
        b.aim(
            f"Vergleich zweier Ausgaben von {set_one['seiten']} Seiten: Anteil am Setzen einer (CPU)",
            both["cpu"] / set_one["cpu"],
            1,
        )
        with open(out, encoding="UTF-8") as f:
            say("      gefunden: " + json.dumps(json.load(f)["zusammenfassung"]["stellen"], ensure_ascii=False))
    b.failed |= not (set_one["ok"] and both["ok"])


# One paragraph of many: what stands in it again and again, and what the document needs besides.
MANY = {
    "links": ('Wort <extern href="https://www.example.org/{i}">Seite {i}</extern> und ', ""),
    "noten": ("Wort<fussnote>Note {i}.</fussnote> und ", ""),
    "verweise": ('Wort <verweis ziel="k"/> und {i} ', ""),
    "zahlen": ("100 ", ""),
    "stellen": ('Wort <stichwort ort="Rathaus">das Rathaus</stichwort> und {i} ', "<stellenverzeichnis/>"),
}
# A whole document of many: what its facts hold again and again, and what its chapter holds.
SERIES = {
    "stellen": ('<stelle id="s{i}"><name>Amt für {i}</name></stelle>', "<absatz>Das Amt für {i}.</absatz>"),
    "kennzahlen": ('<kennzahl id="z{i}" name="Zahl {i}" wert="{i}" stichtag="2020"/>',
                   '<absatz>Es sind <wert ref="z{i}"/>.</absatz>'),
    "abschnitte": ("", '<abschnitt id="a{i}"><titel>Teil {i}</titel><absatz>Siehe <verweis ziel="a{j}"/>.</absatz>'
                   "</abschnitt>"),
    "tabellenzeilen": ("", "<zeile><zelle>Zeile {i}<fussnote>Note {i}.</fussnote></zelle><zelle>{i}</zelle></zeile>"),
    "punkte": ("", "<punkt>Punkt {i}</punkt>"),
    "gruppen": ('<kennzahl id="z{i}" name="Zahl {i}" wert="100" gruppe="g{i}" stichtag="2020"/>',
                '<absatz>Es sind <wert ref="z{i}"/>.</absatz>'),
    "posten": ("", '<posten betrag="{i}" turnus="jaehrlich">Posten {i}</posten>'),
}
AROUND = {
    "posten": ('<handlungsfeld id="f"><titel>F</titel><massnahme id="m"><ziel>Z.</ziel><umsetzung><schritt>S.</schritt>'
               '</umsetzung><beteiligte><beteiligt stelle="stadt"/></beteiligte><finanzen>',
               '</finanzen><zeitbedarf klasse="laufend"/></massnahme></handlungsfeld>'),
    "tabellenzeilen": ('<tabelle id="t"><titel>T</titel><spalte/><spalte/><kopfzeile><zelle>A</zelle><zelle>B</zelle>'
                       "</kopfzeile>", "</tabelle>"),
    "punkte": ("<liste>", "</liste>"),
}
COUNTS = [6000, 12000, 24000, 48000]


def many(name, what, n, end):
    """A document with n of them in one paragraph; end: its last words."""
    piece, behind = MANY[what]
    os.makedirs(os.path.dirname(content(name)), exist_ok=True)
    with open(content(name), "w", encoding="UTF-8") as f:
        f.write('<?xml version="1.0" encoding="UTF-8"?>\n<konzept xmlns="urn:ratssatz:1" ort="bench" edition="'
                f'{name}" xml:lang="de"><angaben><titel>Viele</titel><stand datum="2020"/><herausgeber stelle="stadt"/>'
                '</angaben><kapitel id="k"><titel>Eins</titel><absatz>')
        f.writelines(piece.format(i=i) for i in range(n))
        f.write(f"{end}.</absatz></kapitel>{behind}</konzept>")


def series(name, what, n):
    """A document with n of them."""
    facts, body = SERIES[what]
    begin, end = AROUND.get(what, ("", ""))
    os.makedirs(os.path.dirname(content(name)), exist_ok=True)
    with open(content(name), "w", encoding="UTF-8") as f:
        f.write('<?xml version="1.0" encoding="UTF-8"?>\n<konzept xmlns="urn:ratssatz:1" ort="bench" edition="x" '
                'xml:lang="de"><angaben><titel>Viele</titel><stand datum="2020"/><herausgeber stelle="stadt"/>')
        f.writelines(facts.format(i=i) for i in range(n))
        f.write(f'</angaben><kapitel id="k"><titel>Eins</titel>{begin}')
        f.writelines(body.format(i=i, j=i // 2) for i in range(n))
        f.write(f"{end}</kapitel></konzept>")


def long_documents(b, program):
    """… and of a document with its offices, figures, sections, rows and points."""
    for what in SERIES:
        points = []
        for n in [5000, 10000, 20000, 40000]:
            series("viele-reihe", what, n)
            r = measure(ours(program, "viele-reihe")[0], 3)
            b.failed |= not r.ok
            points.append((n, r.cpu))
        say(f"      {what}: " + ", ".join(f"{n} in {cpu:.2f} s" for n, cpu in points))
        b.aim(f"Wachstum, {what} eines Dokuments: Exponent", slope(points), 1.1)


def long_paragraphs(b, program):
    """The cost of one paragraph grows with its links, notes and places, not with their square."""
    say("")
    for what in MANY:
        points = []
        for n in COUNTS:
            many(f"viele-{what}", what, n, "Ende")
            r = measure(ours(program, f"viele-{what}")[0], 3)
            b.failed |= not r.ok
            points.append((n, r.cpu))
        say(f"      {what}: " + ", ".join(f"{n} in {cpu:.2f} s" for n, cpu in points))
        b.aim(f"Wachstum, {what} eines Absatzes: Exponent", slope(points), 1.1)
    points, out = [], os.path.join(OUT, "viele-redline.pdf")
    for n in COUNTS:
        many("viele-alt", "links", n, "Ende")
        many("viele-neu", "links", n, "Schluss")
        r = measure([program, "vergleiche", "-q", "--redline", "--inhalt", CONTENT, "--gestaltung",
                     os.path.join(ROOT, "templates"), "-o", out, content("viele-alt"), content("viele-neu")], 3)
        b.failed |= not r.ok
        points.append((n, r.cpu))
    b.aim("Wachstum, Änderungsfassung mit Links eines Absatzes: Exponent", slope(points), 1.1)


def main():
    p = argparse.ArgumentParser(usage=__doc__)
    p.add_argument("--schnell", action="store_true")
    p.add_argument("--ohne-typst", action="store_true")
    p.add_argument("--lang", action="store_true")
    p.add_argument("--programm", default=os.path.join(ROOT, "out", "bin", "ratssatz"))
    a = p.parse_args()
    if not os.access(a.programm, os.X_OK):
        sys.exit(f"bench: {a.programm} fehlt; bitte zuerst make")
    os.makedirs(OUT, exist_ok=True)
    repetitions, own_pages = ([2, 47], []) if a.schnell else (list(REPETITIONS), OWN_PAGES)
    have_peers = peers()
    if not have_peers:
        own_pages = own_pages or [50, 1250]
    python = None if a.ohne_typst or not have_peers else tools()
    make_inputs(repetitions, own_pages, have_peers)
    b, own = Bench(), {}
    say(HEAD)
    for n in repetitions if have_peers else []:
        own[n] = b.take("ratssatz", f"k{n}", ours(a.programm, f"k{n}"), 3)
    for n in own_pages:
        own[f"e{n}"] = b.take("ratssatz", f"e{n}", ours(a.programm, f"e{n}"), 3)
    if a.lang:
        make_inputs([], [LONG], False)
        own[f"e{LONG}"] = b.take("ratssatz", f"e{LONG}", ours(a.programm, f"e{LONG}"), 1, timeout=3600)
        own_pages = [*own_pages, LONG]
    b.failed = not all(r["ok"] for r in own.values())
    compared(b, a.programm, 1000)
    if python:
        against_typst(b, python, repetitions, own)
        cold(b, a.programm, python)
        quality(b, python)
    long_paragraphs(b, a.programm)
    long_documents(b, a.programm)
    say("")
    page_shares(b, a.programm)
    if own.get(47, {}).get("ok"):
        single_lines(b, a.programm, "k47")
    for n, most in ((47, 80), (187, 160)):
        if own.get(n, {}).get("ok"):
            b.aim(f"{REPETITIONS[n]}: Spitze des Speichers in MiB", own[n]["spitze_mib"], most, form="{:.0f}")
    for n, most in ((10000, 150), (LONG, 400)):
        if own.get(f"e{n}", {}).get("ok"):
            b.aim(f"eigener Text, {n} Seiten: Spitze des Speichers in MiB", own[f"e{n}"]["spitze_mib"], most,
                  form="{:.0f}")
    b.aim("Wachstum, Vergleichstext ab 500 Seiten: Exponent", exponent([own[n] for n in repetitions if n in own]), 1.05)
    b.aim(
        "Wachstum, eigener Text ab 500 Seiten: Exponent",
        exponent([own[f"e{n}"] for n in own_pages if f"e{n}" in own]),
        1.05,
    )
    with open(os.path.join(OUT, "ergebnis.json"), "w", encoding="UTF-8") as f:
        json.dump({"zeilen": b.rows, "ziele": b.aims}, f, ensure_ascii=False, indent=1)
    say("bench: Ergebnis in out/bench/ergebnis.json")
    sys.exit(1 if b.failed else 0)


if __name__ == "__main__":
    main()

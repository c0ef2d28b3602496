#!/usr/bin/env python3
"""One probe of a summary in another language. usage: sprachen.py PROBE FOLDER PDF VORLESEN LANGUAGE      Exit 0:
good; 1: said why not."""

import re
import subprocess
import sys
import xml.etree.ElementTree as E
from collections import Counter

NS = "{urn:ratssatz:1}"
what, folder, pdf, vorlesen, lang = sys.argv[1:6]
BLOCKS = {NS + n for n in ("titel", "absatz", "zwischentitel", "punkt", "zelle", "beispiel", "randzahl")}
MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u00ad\u200b"))


def run(*command):
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")


def number(value):
    whole, comma, rest = value.partition(",")
    return (f"{int(whole):,}".replace(",", "\u202f") if len(whole) > 3 else whole) + comma + rest


numbers = {k.get("id"): number(k.get("wert")) for k in E.parse(folder + "/konzept.xml").getroot().iter(NS + "kennzahl")}


def text(node):
    if node.tag == NS + "wert":
        return numbers[node.get("ref")]
    if node.tag == NS + "umbruch":
        return " "
    return (node.text or "") + "".join(text(k) + (k.tail or "") for k in node)


def blocks():
    """The paragraphs, in reading order."""
    root = E.parse(f"{folder}/kurzfassung-{lang}.xml").getroot()
    for node in root.iter():
        if node.tag in BLOCKS:
            if node.tag == NS + "randzahl":
                yield numbers[node.get("ref")]
            yield " ".join(text(node).split())


def page_numbers():
    title = squeezed(next(blocks()))
    count = int(re.search(r"Pages: +(\d+)", run("pdfinfo", pdf)).group(1))
    wanted = squeezed(list(blocks())[1])[:30]
    tool = (
        (lambda p: run("mutool", "draw", "-q", "-F", "txt", pdf, str(p)))
        if what in ("mutool", "spiegel")
        else (lambda p: run("pdftotext", "-f", str(p), "-l", str(p), pdf, "-"))
    )
    return [p for p in range(1, count + 1) for t in [squeezed(tool(p))] if title in t and wanted in t]


def squeezed(s):
    return re.sub(r"\s", "", s.translate(MARKS))


def words(s):
    return [w for w in (re.sub(r"[^\w·@’-]", "", w) for w in s.translate(MARKS).split()) if w]


def fail(message):
    print(message)
    sys.exit(1)


def page():
    found = page_numbers()
    if len(found) != 1:
        fail(f"auf den Seiten {found}, erwartet eine")
    return found[0]


def popplered(*options):
    p = str(page())
    return run("pdftotext", *options, "-f", p, "-l", p, pdf, "-")


def probe_seite():
    seen = squeezed(popplered())
    sample = squeezed(list(blocks())[-1])
    if "nochniemandgeprüft" not in seen:
        fail("der deutsche Vermerk fehlt")
    if lang != "ar" and sample not in seen:
        fail("der Vermerk in der Sprache fehlt")


def probe_mutool():
    seen, at = squeezed(run("mutool", "draw", "-q", "-F", "txt", pdf, str(page()))), 0
    for block in blocks():
        found = seen.find(squeezed(block), at)
        if found < 0:
            fail(f"fehlt oder steht zu früh: {block}")
        at = found + len(squeezed(block))


def probe_poppler():
    want, seen = Counter(w for b in blocks() for w in words(b)), Counter(words(re.sub(r"-\n", "", popplered())))
    good = sum(min(n, seen[w]) for w, n in want.items())
    share = good / sum(want.values())
    least = 0.95 if lang == "ar" else 0.97  # a word divided at its own hyphen
    print(f"{100 * share:.1f} Prozent; es fehlen {[w for w in want if not seen[w]]}")
    if share < least:
        sys.exit(1)


def probe_spiegel():
    p = str(page())
    box = run("pdftotext", "-bbox", "-f", p, "-l", p, pdf, "-")
    place = [
        (float(left), float(right), float(y))
        for left, y, right in re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"', box)
    ]
    body = [b for a, b, y in place if 250 < y < 480 and a < 408]
    folio = [(a, b) for a, b, y in place if y > 775]
    if abs(max(body) - 408.2) > 1.5:
        fail(f"der Text endet rechts bei {max(body)}, erwartet 408 pt (144 mm)")
    if len(folio) != 1 or abs(folio[0][0] - 56.7) > 1.5:
        fail(f"die Seitenzahl steht bei {folio}, erwartet links bei 57 pt (20 mm)")


def probe_zeilen():
    lines = [" ".join(line.split()) for line in popplered("-layout").splitlines()]
    for node in E.parse(f"{folder}/kurzfassung-{lang}.xml").getroot().iter(NS + "absatz"):
        for sentence in re.split(r"(?<=[.!?])\s+", " ".join(text(node).split())):
            if sentence not in lines:
                fail(f"steht nicht allein auf einer Zeile: {sentence}")
    if any(line.endswith("-") for line in lines):
        fail("ein Wort ist getrennt")


def probe_ausgezeichnet():
    """Letters of another script are read in another language; the lines of tables repeat their headers and are passed
    over."""
    said = open(vorlesen, encoding="utf-8").read()
    start = said.index("Überschrift 1: " + next(blocks()))
    left, table = [], None
    for line in said[start : said.find("\n=== ", start)].splitlines()[1:]:
        depth = len(line) - len(line.lstrip())
        if table is not None and depth > table:
            continue
        table = depth if line.lstrip().startswith("Tabelle, ") else None
        line = re.sub(r"^ *\[deutsch\].*$|\[deutsch\] .*? \[Ende\]|\[\w+\]", "", line)
        left += re.findall(
            r"[A-Za-zÄÖÜäöüß]{2,}", re.sub(r"^ *(Überschrift \d:|Liste, \d+ Eintr\w+|Tabelle, .*)", "", line)
        )
    if left:
        fail(f"ohne Sprache: {left}")


globals()["probe_" + what]()

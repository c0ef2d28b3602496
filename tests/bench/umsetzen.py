#!/usr/bin/env python3
"""Turns the bench's neutral XML into our vocabulary.

usage: umsetzen.py IN.xml ORDNER      writes ORDNER/konzept.xml (ort="bench", edition = name of the folder)
"""

import os
import re
import sys
import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape, quoteattr

HEADS = ["Angabe", "Inhalt", "Betrag"]
INLINE = {"b": "stark", "i": "betont"}


def plain(text):
    """A blank to fill is an open blank with us."""
    return re.sub("__+", '<offen was="Datum"/>', escape(text or ""))


def inline(e):
    """The text of an element with its inline children; lists inside stay lists."""
    out = [plain(e.text)]
    for c in e:
        if c.tag in INLINE:
            out.append(f"<{INLINE[c.tag]}>{inline(c)}</{INLINE[c.tag]}>")
        elif c.tag == "a":
            out.append(f"<extern href={quoteattr(c.get('href'))}>{inline(c)}</extern>")
        elif c.tag == "umbruch":
            out.append("<umbruch/>")
        elif c.tag == "liste":
            out.append(liste(c))
        else:
            sys.exit(f"umsetzen.py: unknown inline element {c.tag}")
        out.append(plain(c.tail))
    return "".join(out)


def liste(e):
    return "<liste>" + "".join(f"<punkt>{inline(p)}</punkt>" for p in e.findall("punkt")) + "</liste>"


def zelle(c):
    span = c.get("span", "1")
    return f"<zelle{f' spalten={quoteattr(span)}' if span != '1' else ''}>{inline(c)}</zelle>"


class Converter:
    def __init__(self):
        self.tables = 0

    def tabelle(self, e):
        self.tables += 1
        n = int(e.get("spalten"))
        out = [f'<tabelle id="tabelle-{self.tables}">']
        # the widths of the peers' document: first column 36 mm in a Massnahme, third 32 mm; 2 : 1.1 : 1.2 in a summary
        widths = {
            ("massnahme", 2): ["36mm", None],
            ("massnahme", 3): ["36mm", None, "32mm"],
            ("summe", 3): ["77mm", "42mm", "46mm"],
        }
        for i, w in enumerate(widths.get((e.get("typ"), n), [None] * n)):
            head = ' art="zeilenkopf"' if i == 0 and e.get("typ") == "massnahme" else ""
            out.append(f"<spalte{f' breite={quoteattr(w)}' if w else ''}{head}/>")
        if e.find("kopfzeile") is None:  # ours must have column heads, theirs have none
            out.append("<kopfzeile>" + "".join(f"<zelle>{h}</zelle>" for h in HEADS[:n]) + "</kopfzeile>")
        for z in e:
            cells = list(z)
            if z.tag == "kopfzeile":
                out.append("<kopfzeile>" + "".join(map(zelle, cells)) + "</kopfzeile>")
            elif len(cells) == 1 and cells[0].tag == "kopf" and cells[0].get("span") == str(n):
                out.append(f"<gruppe>{inline(cells[0])}</gruppe>")
            else:
                out.append("<zeile>" + "".join(map(zelle, cells)) + "</zeile>")
        out.append("</tabelle>")
        return "".join(out)

    def block(self, e):
        if e.tag == "absatz":
            return f"<absatz>{inline(e)}</absatz>"
        if e.tag == "ueberschrift":
            return f"<zwischentitel>{inline(e)}</zwischentitel>"
        if e.tag == "liste":
            return liste(e)
        if e.tag == "tabelle":
            return self.tabelle(e)
        if e.tag == "abschnitt":
            return self.part(e)
        sys.exit(f"umsetzen.py: unknown block {e.tag}")

    def part(self, e):
        tag = "kapitel" if e.get("ebene") == "1" else "abschnitt"
        body = "\n".join(self.block(c) for c in e if c.tag != "titel")
        return f'<{tag} id={quoteattr(e.get("id"))}><titel>{inline(e.find("titel"))}</titel>\n{body}</{tag}>'

    def konzept(self, root, edition):
        meta = root.find("meta")
        out = [head(edition, meta.findtext("titel"), meta.findtext("untertitel"))]
        if root.find("titelei") is not None:
            out.append("<impressum><rechtliches>")
            out += [self.block(b) for b in root.find("titelei") if b.tag == "absatz"]
            out.append('</rechtliches></impressum>\n<inhaltsverzeichnis tiefe="2"/>')
            out += [self.part(a) for a in root.findall("abschnitt")]
        else:  # a Vorlage: one page
            out.append(f"<kapitel id=\"vorlage\"><titel>{escape(meta.findtext('titel'))}</titel>")
            felder = "".join(
                f"<zeile><zelle>{escape(f.get('name'))}</zelle>{zelle(f)}</zeile>" for f in root.find("felder")
            )
            out.append(
                f'<tabelle id="felder"><spalte breite="36mm" art="zeilenkopf"/><spalte/><kopfzeile>'
                f'<zelle>Angabe</zelle><zelle>Inhalt</zelle></kopfzeile>{felder}</tabelle>'
            )
            out += [self.block(b) for b in root if b.tag not in ("meta", "felder")]
            out.append("</kapitel>")
        out.append("</konzept>\n")
        return "\n".join(out)


def head(edition, title, subtitle):
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<konzept xmlns="urn:ratssatz:1" ort="bench" edition={quoteattr(edition)} xml:lang="de">
<angaben><titel>{escape(title)}</titel><untertitel>{escape(subtitle)}</untertitel><stand datum="2018-01"/><herausgeber
stelle="stadt"/></angaben>"""


def write(text, folder):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "konzept.xml"), "w", encoding="UTF-8") as f:
        f.write(text)


def main(argv):
    if len(argv) != 2:
        sys.exit(__doc__)
    edition = os.path.basename(os.path.normpath(argv[1]))
    write(Converter().konzept(ET.parse(argv[0]).getroot(), edition), argv[1])


if __name__ == "__main__":
    main(sys.argv[1:])

#!/usr/bin/env python3
"""html-druck.py RATSSATZ OPTION…: tables as a browser prints them. One document, tables that begin at sixteen heights
of a page: the title stands with the head and the first two rows, the last row is not alone. A picture that is higher
than a page stands on one with its caption."""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HEIGHTS = range(8, 40, 2)
HIGH = ('<svg xmlns="http://www.w3.org/2000/svg" width="200mm" height="600mm" viewBox="0 0 200 600">'
        '<rect width="200" height="600"/></svg>')


def source():
    """A chapter for each height."""
    parts = ['<kapitel id="bild"><titel>Bild</titel><absatz>Vorherx.</absatz><abbildung id="hoch" datei="hoch.svg" '
             'alt="Turm"><aussage>Nachherx</aussage></abbildung></kapitel>']
    for n in HEIGHTS:
        rows = "".join(f"<zeile><zelle>Reihe{n}x{i}</zelle><zelle>x</zelle></zeile>" for i in range(1, 6))
        parts.append(
            f'<kapitel id="k{n}"><titel>Kapitel</titel>' + "<absatz>Zeile.</absatz>" * n +
            f'<tabelle id="t{n}"><titel>Titel{n}x</titel><spalte/><spalte/><kopfzeile><zelle>Kopf{n}x</zelle>'
            f'<zelle>B</zelle></kopfzeile>{rows}</tabelle></kapitel>')
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<konzept xmlns="urn:ratssatz:1" ort="beckum" edition="2025" '
            'xml:lang="de"><angaben><titel>Probe</titel><stand datum="2025"/><herausgeber stelle="stadt"/></angaben>'
            + "".join(parts) + "</konzept>")


def printed(folder, command):
    """The words of each printed page; every chapter begins one."""
    (folder / "druck.xml").write_text(source(), encoding="utf-8")
    (folder / "hoch.svg").write_text(HIGH, encoding="utf-8")
    html = folder / "druck.html"
    subprocess.run([*command, "--format", "html", "-o", html, folder / "druck.xml"], check=True)
    text = html.read_text(encoding="utf-8")
    html.write_text(text.replace("</style>", "@media print{main>section{break-before:page}}</style>", 1),
                    encoding="utf-8")
    subprocess.run(["timeout", "120", "chromium", "--headless=new", "--no-sandbox", "--disable-gpu",
                    "--no-pdf-header-footer", f"--print-to-pdf={folder}/druck.pdf", html.as_uri()],
                   check=True, stderr=subprocess.DEVNULL)
    words = subprocess.run(["pdftotext", "-layout", folder / "druck.pdf", "-"], check=True, capture_output=True)
    return words.stdout.decode().split("\f")


def main():
    with tempfile.TemporaryDirectory() as name:
        pages = printed(Path(name), [sys.argv[1], "setzen", "-q", *sys.argv[2:]])
    faults = divided = 0
    for n in HEIGHTS:
        at = {word: next(i for i, p in enumerate(pages) if re.search(word + r"\b", p))
              for word in (f"Titel{n}x", *(f"Reihe{n}x{i}" for i in range(1, 6)))}
        title, first, second, _, fourth, last = at.values()
        divided += first != last
        if not (title == first == second and fourth == last):
            print(f"{n}: {at}")
            faults += 1
    before, after = (next(i for i, p in enumerate(pages) if word in p) for word in ("Vorherx", "Nachherx"))
    if after - before > 1:
        print("a high picture is divided")
        faults += 1
    if not divided:
        print("no table runs over two pages")
    sys.exit(1 if faults or not divided else 0)


main()

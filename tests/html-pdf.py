#!/usr/bin/env python3
"""Has the HTML the words of the PDF, in the same order? Soft hyphens are folded; page references, the pages of a
table of contents and what stands inside a figure are left out; a note stands at its mark.
usage: html-pdf.py WORTE STRUCT     WORTE: what browser.py wrote; STRUCT: what pdfinfo -struct-text prints. Exit 0:
the same; 1: where not.
"""

import importlib.util
import os
import re
import sys

sys.dont_write_bytecode = True
spec = importlib.util.spec_from_file_location(
    "vergleich", os.path.join(os.path.dirname(os.path.abspath(__file__)), "vorlesen-vergleich.py")
)
vergleich = importlib.util.module_from_spec(spec)
spec.loader.exec_module(vergleich)

PAGE = re.compile(r"(^|,?[ \u00a0])Seite[ \u00a0][0-9ivxlcdm]+$")
FOLIO = re.compile(r"\s+[0-9ivxlcdm]+\s*$")


def pieces(node, out):
    """The text below one element, in order; a space where a block begins or ends."""
    for at, kid in enumerate(node.kids):
        if isinstance(kid, str):
            out.append(kid)
            continue
        own = []
        pieces(kid if kid.role != "Index" else vergleich.without_pages(kid), own)
        s = "".join(own)
        if kid.role == "Figure" or (node.role == "Note" and kid.role == "Lbl"):
            s = " "
        elif kid.role == "TOCI":
            s = " " + FOLIO.sub("", s) + " "
        elif kid.role in ("Link", "Reference"):
            marks = any(not isinstance(k, str) and k.role == "Note" for k in node.kids[at + 1 : at + 2])
            s = s + " " if marks else PAGE.sub("", s)
        elif kid.role not in vergleich.GLUED:
            s = " " + s + " "
        out.append(s)


def folded(s):
    return [w for w in re.split(r"\s+", s.replace("\u00ad", "").replace("\u200b", "")) if w]


def main():
    out = []
    pieces(vergleich.tree_of(sys.argv[2]), out)
    pdf, (text, imprint) = folded("".join(out)), open(sys.argv[1], encoding="utf-8").read().split("\f")
    html, part = folded(text), folded(imprint)
    for i in range(len(pdf) - len(part) + 1 if part else 0):  # the Impressum stands last on a screen
        if pdf[i : i + len(part)] == part:
            del pdf[i : i + len(part)]
            break
    for i in range(max(len(pdf), len(html))):
        if pdf[i : i + 1] != html[i : i + 1]:
            print(
                "Wort %d von %d/%d: PDF „%s“, HTML „%s“"
                % (
                    i + 1,
                    len(pdf),
                    len(html),
                    " ".join(pdf[max(0, i - 4) : i + 6]),
                    " ".join(html[max(0, i - 4) : i + 6]),
                )
            )
            return 1
    print("%d Wörter gleich" % len(pdf))
    return 0 if pdf else 1


if __name__ == "__main__":
    sys.exit(main())

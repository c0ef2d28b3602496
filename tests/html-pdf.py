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
    text, imprint = open(sys.argv[1], encoding="utf-8").read().split("\f")
    pdf = vergleich.without(folded("".join(out)), folded(imprint))  # the Impressum stands last on a screen
    if pdf is None:
        print("das Impressum hat andere Worte als im PDF")
        return 1
    fault = vergleich.difference(pdf, folded(text), "PDF", "HTML")
    print(fault or "%d Wörter gleich" % len(pdf))
    return 1 if fault or not pdf else 0


if __name__ == "__main__":
    sys.exit(main())

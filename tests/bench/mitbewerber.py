#!/usr/bin/env python3
"""Measures ratssatz against other programs that write tagged PDF, on the same text of about 50, 200 and 1 000 pages.

usage: mitbewerber.py [--schnell] [--frist SECONDS] [--programm out/bin/ratssatz]

Typst (UA-1 and A-3a), Fullbleed (UA-1) and WeasyPrint (UA-1), versions as bench.py and PEERS name them. One
that fails, or is not done in --frist seconds, is shown so; one that cannot be had is named. Files are looked at: pages,
whether it says that it is tagged, and (on the shortest text) what veraPDF says of UA-1. --schnell: 50 pages only.
Results: a table, and out/bench/mitbewerber.json. Nothing fails but our own document."""

import argparse
import json
import os
import re
import subprocess
import sys

import bench

REPETITIONS = {2: "k2", 8: "k8", 39: "k39"}            # about 50, 200 and 1 000 pages
PEERS = {"fullbleed": "2.5.39", "weasyprint": "70.0"}
FULLBLEED = """
import sys, glob, fullbleed
source, css, out, fonts = sys.argv[1:]
bundle = fullbleed.AssetBundle()
for f in sorted(glob.glob(fonts + "/*.ttf")):
    bundle.add_file(f, "font")
engine = fullbleed.PdfEngine(pdf_profile="pdfua1", document_lang="de", document_title="Integrationskonzept")
engine.register_bundle(bundle)
with open(source, encoding="utf-8") as h, open(css, encoding="utf-8") as c:
    engine.render_pdf_to_file(h.read(), c.read(), out)
"""


def install(python):
    """Those of the peers that can be had."""
    there = []
    for name, version in PEERS.items():
        call = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--timeout", "20",
                f"{name}=={version}"]
        done = subprocess.run(call, capture_output=True, text=True, check=False)
        works = done.returncode == 0 and subprocess.run([python, "-c", f"import {name}"], capture_output=True,
                                                        check=False)
        if works and works.returncode == 0:
            there.append(name)
        else:
            why = ((done.stderr if done.returncode else works.stderr.decode()).strip().splitlines() or ["?"])[-1]
            print(f"bench: AUSGELASSEN: {name} {version} ist nicht zu haben ({why[:120]})")
    return there


def sheet():
    """The style sheet of the peers' HTML with the fonts that are there: Fullbleed takes no rule for a font's file."""
    with open(os.path.join(bench.PEERS, "html", "doc.css"), encoding="utf-8") as f:
        css = re.sub(r"(?m)^@font-face.*$", "", f.read())
    css = re.sub(r"LSerif|LSans", "'Noto Sans'", css) + "*{font-family:'Noto Sans'}\n"
    path = os.path.join(bench.PEERS, "html", "noto.css")
    with open(path, "w", encoding="utf-8") as f:
        f.write(css)
    return path


def weasyprint(python, name):
    pdf = os.path.join(bench.PEERS, "out", f"{name}-weasyprint.pdf")
    return [python, os.path.join(bench.PEERS, "html", "weasy.py"), "--variant", "pdf/ua-1",
            os.path.join(bench.PEERS, "in", name + ".xml"), pdf], pdf


def fullbleed(python, name):
    source = os.path.join(bench.PEERS, "out", name + ".html")
    pdf = os.path.join(bench.PEERS, "out", f"{name}-fullbleed.pdf")
    subprocess.run([python, os.path.join(bench.PEERS, "html", "weasy.py"), "--html",
                    os.path.join(bench.PEERS, "in", name + ".xml"), source], check=True)
    return [python, "-c", FULLBLEED, source, sheet(), pdf, os.path.join(bench.PEERS, "fonts")], pdf


def judged(pdf):
    """Tagged? And PDF/UA-1 by veraPDF: True, False; None: veraPDF is not to be had."""
    info = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=False).stdout
    said = subprocess.run([os.path.join(bench.ROOT, "tests", "verapdf.sh"), pdf], capture_output=True, text=True,
                          check=False).stdout
    verdict = re.search(r"^(ok|FAULT) +ua1", said, re.M)
    return bool(re.search(r"^Tagged:\s+yes", info, re.M)), verdict and verdict[1] == "ok"


def main():
    p = argparse.ArgumentParser(usage=__doc__)
    p.add_argument("--schnell", action="store_true")
    p.add_argument("--frist", type=int, default=300)
    p.add_argument("--programm", default=os.path.join(bench.ROOT, "out", "bin", "ratssatz"))
    a, _ = p.parse_known_args()
    os.makedirs(bench.OUT, exist_ok=True)
    python = bench.peers() and bench.tools()
    if not python:
        sys.exit(0)
    there = install(python)
    sizes = [2] if a.schnell else list(REPETITIONS)
    bench.make_inputs(sizes, [], True)
    b = bench.Bench()
    print(f"== Andere Programme: derselbe Text, etwa 50, 200 und 1 000 Seiten, Last {os.getloadavg()[0]:.1f}")
    print(bench.HEAD)
    for n in sizes:
        name = REPETITIONS[n]
        rows = [("ratssatz", bench.ours(a.programm, name)),
                ("Typst", bench.typst(python, f"in/{name}.xml", name + "-typst"))]
        rows += [("Fullbleed", fullbleed(python, name))] if "fullbleed" in there else []
        rows += [("WeasyPrint", weasyprint(python, name))] if "weasyprint" in there else []
        first = None
        for who, command in rows:
            row = b.take(who, name, command, 1, timeout=a.frist, limit=0 if who == "ratssatz" else bench.memory_limit())
            first = first or row
            if row["ok"] and n == 2:
                row["tags"], row["ua1"] = judged(command[1])
                print(f"{'':16} mit Tags: {'ja' if row['tags'] else 'NEIN'}, PDF/UA-1 nach veraPDF: "
                      f"{ {True: 'ja', False: 'NEIN', None: 'nicht geprüft'}[row['ua1']]}")
            if row is not first and row["ok"] and first["ok"]:
                print(f"{'':16} das {row['cpu'] / first['cpu']:.0f}-Fache der CPU, das "
                      f"{row['spitze_mib'] / first['spitze_mib']:.1f}-Fache des Speichers")
        b.failed |= not first["ok"]
    with open(os.path.join(bench.OUT, "mitbewerber.json"), "w", encoding="UTF-8") as f:
        json.dump({"zeilen": b.rows, "last": os.getloadavg()[0]}, f, ensure_ascii=False, indent=1)
    return 1 if b.failed else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Mutates shipped inputs and runs a (sanitised) program on them: any exit status but 0 to 3, a sanitizer report or a
time-out is a find.

usage: fuzz.py PROGRAM SECONDS SCRATCH [SEED]
"""

import os
import pathlib
import random
import shutil
import subprocess
import sys
import time

TOKENS = [
    b"<",
    b">",
    b"&",
    b"&#0;",
    b"&#x10FFFF;",
    b"]]>",
    b"<!--",
    b"\0",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"<absatz>",
    b"</absatz>",
    b"<tabelle>",
    b'id="a"',
    b'jahre="-1"',
    b'betrag="999999999999999999999"',
    b'breite="-5mm"',
    b'spalten="99999"',
    b"\xc2\xad",
    b"\xe2\x80\xaf",
    b"\xd8\xa7",
    b"A" * 5000,
    b'datum="20216"',
    b"<fussnote>",
    b"<verweis ziel='x'/>",
    b"<umbruch/>",
    b"\xf0\x9f\x98\x80",
    b"9" * 400,
    b"0",
    b"-1",
    b";",
    b"\n" * 300,
]


def mutate(data, rng):
    data = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 4, 16))):
        i = rng.randrange(len(data) + 1)
        op = rng.randrange(5)
        if op == 0:
            data[i:i] = rng.choice(TOKENS)
        elif op == 1:
            del data[i : i + rng.randrange(1, 60)]
        elif op == 2 and data:
            data[i % len(data)] = rng.randrange(256)
        elif op == 3:
            j = rng.randrange(len(data) + 1)
            data[i:i] = data[j : j + rng.randrange(1, 400)]
        else:
            del data[i:]
            if rng.random() < 0.9:
                data += b"</absatz></kapitel></konzept>"
    return bytes(data)


def main(program, seconds, scratch, seed="1"):
    rng = random.Random(int(seed))
    shutil.rmtree(scratch, ignore_errors=True)
    base = pathlib.Path(scratch)
    shutil.copytree("tests/golden", base / "inhalt/beckum/probe")
    shutil.copy("tests/inhalt/beckum/verzeichnis.xml", base / "inhalt/beckum/verzeichnis.xml")
    for town in ("grund", "beckum"):
        shutil.copytree(f"templates/{town}", base / "vorlagen" / town)
    shutil.copytree("tests/golden", base / "inhalt/beckum/alt")
    victims = [
        p for p in base.rglob("*") if p.suffix in (".xml", ".csv", ".png", ".jpg", ".svg") and "alt" not in p.parts
    ]
    masters = sorted((base / "inhalt/beckum/probe").glob("*.xml"))
    end, runs, finds = time.time() + float(seconds), 0, 0
    while time.time() < end:
        victim = rng.choice(victims)
        whole = victim.read_bytes()
        victim.write_bytes(mutate(whole, rng))
        master = victim if victim in masters else rng.choice(masters)
        cmd = [
            program,
            "setzen",
            "-q",
            "--inhalt",
            str(base / "inhalt"),
            "--gestaltung",
            str(base / "vorlagen"),
            "-o",
            str(base / "x.pdf"),
            str(master),
        ]
        if rng.random() < 0.2:  # the edition as it was against the mutated one
            cmd[1:3] = ["vergleiche", "-q", *rng.choice(([], ["--redline"]))]
            cmd[-1:] = [str(base / "inhalt/beckum/alt" / master.name), str(master)]
        try:
            r = subprocess.run(cmd, capture_output=True, timeout=60)
            bad = r.returncode not in (0, 1, 2, 3) or b"Sanitizer" in r.stderr or b"runtime error" in r.stderr
        except subprocess.TimeoutExpired:
            bad, r = True, None
        runs += 1
        if bad:
            finds += 1
            keep = base / f"fund-{finds}{victim.suffix}"
            shutil.copy(victim, keep)
            print(f"{keep} ({victim.name}): {'time-out' if r is None else r.returncode}", flush=True)
            print((r.stderr if r else b"").decode("utf-8", "replace")[-3000:], flush=True)
        victim.write_bytes(whole)
    print(f"{runs} Läufe, {finds} Funde")
    return 1 if finds else 0


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))

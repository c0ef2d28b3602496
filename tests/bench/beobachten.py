#!/usr/bin/env python3
"""From saving a one-word change in a 300-page Konzept to the finished PDF: CPU of the watching process against a cold
run.

usage: beobachten.py [--programm out/bin/ratssatz] [--runden 9]

The text is bench.py's own; the change wanders through the document. The last PDF must have the bytes of a cold run:
else the exit status is 1. The share is an aim, as those of bench.py: it is shown, not enforced.
"""

import argparse
import os
import re
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import bench  # noqa: E402

PAGES = 300
SHARE = 0.15


def cpu(pid):
    """Seconds the process has run so far, to the nanosecond."""
    with open(f"/proc/{pid}/schedstat", encoding="ascii") as f:
        return int(f.read().split()[0]) / 1e9


def cold(cmd):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(cmd, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def stamp(path):
    try:
        s = os.stat(path)
        return s.st_ino, s.st_mtime_ns
    except FileNotFoundError:
        return None


def wait_for(path, old, limit=30):
    end = time.monotonic() + limit
    while stamp(path) in (None, old):
        if time.monotonic() > end:
            sys.exit(f"bench: {path} wird nicht neu geschrieben")
        time.sleep(0.01)
    time.sleep(0.25)  # what comes after the rename is counted, too


def saved(lines, k):
    """The text with one word changed, another one each time."""
    words = re.compile(r"(<absatz>(?:\w+ ){3})\w+ ")
    paragraphs = [i for i, line in enumerate(lines) if words.search(line)]
    at = paragraphs[(k * 37 + 11) % len(paragraphs)]
    return "\n".join([*lines[:at], words.sub(rf"\g<1>Wort{k} ", lines[at], count=1), *lines[at + 1 :]])


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--programm", default=os.path.join(bench.ROOT, "out", "bin", "ratssatz"))
    a.add_argument("--runden", type=int, default=9)
    a, _ = a.parse_known_args()
    name, out = "beobachtet", os.path.join(bench.OUT, "beobachten")
    shutil.rmtree(out, ignore_errors=True)
    os.makedirs(out)
    bench.directory()
    source = bench.content(name)
    bench.call(os.path.join(HERE, "erzeugen.py"), str(PAGES), os.path.dirname(source))
    with open(source, encoding="UTF-8") as f:
        lines = f.read().split("\n")
    where = ["--inhalt", bench.CONTENT, "--gestaltung", os.path.join(bench.ROOT, "templates")]
    fresh, pdf = os.path.join(out, "kalt.pdf"), os.path.join(out, "bench-beobachtet.pdf")
    set_cold = [a.programm, "setzen", "-q", *where, "-o", fresh, source]
    kalt = statistics.median(cold(set_cold) for _ in range(a.runden))
    watcher = subprocess.Popen(
        [a.programm, "beobachten", "-q", *where, "-o", out, source],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    warm = []
    try:
        wait_for(pdf, None)
        for k in range(a.runden):
            before, spent = stamp(pdf), cpu(watcher.pid)
            with open(source + ".neu", "w", encoding="UTF-8") as f:
                f.write(saved(lines, k))
            os.replace(source + ".neu", source)
            wait_for(pdf, before)
            warm.append(cpu(watcher.pid) - spent)
    finally:
        watcher.send_signal(signal.SIGINT)
        status = watcher.wait(20)
    cold(set_cold)
    with open(fresh, "rb") as x, open(pdf, "rb") as y:
        same = x.read() == y.read()
    share = statistics.median(warm) / kalt
    print(
        f"\n{bench.pages_of(fresh)} Seiten kalt: {kalt * 1000:.1f} ms CPU; ein Wort geändert: "
        f"{statistics.median(warm) * 1000:.1f} ms "
        f"({', '.join(f'{w * 1000:.0f}' for w in warm)})"
    )
    print(
        f"{'ja  ' if share <= SHARE else 'NEIN'}  beobachten: Anteil an einem kalten Lauf (CPU): {share:.3f} "
        f"(höchstens {SHARE:.3f})"
    )
    if not same or status:
        sys.exit(
            "bench: die Bytes sind nicht die eines kalten Laufs"
            if not same
            else f"bench: beobachten endete mit {status}"
        )


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""HTML files as Chromium shows them, small, against a stored set: a change of the look is seen.
usage: html-bilder.py FOLDER [--neu] HTML…
FOLDER has NAME-WIDTH-SCHEME.png, an eighth of the size, and the version of the Chromium that made them; another one
sets lines otherwise: exit 77. --neu writes them. Exit 0: as stored; 1: what differs, one line each."""

import base64
import os
import shutil
import struct
import sys
import zlib

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True
import browser  # noqa: E402

LOOKS = ((1280, "light"), (1280, "dark"), (768, "light"), (320, "light"))
HIGHEST, SCALE = 4000, 0.125
FIELD, CLOSE = 8, 14  # pixels of a field's side; mean difference of 255 that type hinting alone may make
SHIFT = 1  # rows: where a line is snapped to at this scale differs between processors


def pixels(png):
    """Width and rows of grey values of an 8-bit PNG without interlace."""
    at, data, width, kind = 8, b"", 0, 0
    while at < len(png):
        size, name = struct.unpack(">I4s", png[at : at + 8])
        if name == b"IHDR":
            width, _, _, kind = struct.unpack(">IIBB", png[at + 8 : at + 18])
        elif name == b"IDAT":
            data += png[at + 8 : at + 8 + size]
        at += 12 + size
    n = {0: 1, 2: 3, 4: 2, 6: 4}[kind]
    raw, step, rows, before = zlib.decompress(data), width * n + 1, [], bytearray(width * n)
    for start in range(0, len(raw), step):
        before = unfiltered(raw[start], bytearray(raw[start + 1 : start + step]), before, n)
        rows.append([sum(before[i : i + min(n, 3)]) // min(n, 3) for i in range(0, width * n, n)])
    return width, rows


def unfiltered(kind, line, before, n):
    for i in range(len(line)):
        left, up, corner = line[i - n] if i >= n else 0, before[i], before[i - n] if i >= n else 0
        guess = left + up - corner
        near = min((abs(guess - left), 0, left), (abs(guess - up), 1, up), (abs(guess - corner), 2, corner))[2]
        line[i] = (line[i] + (0, left, up, (left + up) // 2, near)[kind]) & 255
    return line


def difference(one, other):
    """Why two pictures are not the same; "": they are."""
    (width, a), (other_width, b) = pixels(one), pixels(other)
    if width != other_width or abs(len(a) - len(b)) > 1:
        return "%d by %d, not %d by %d" % (width, len(a), other_width, len(b))
    for y in range(SHIFT, min(len(a), len(b)) - FIELD - SHIFT, FIELD):
        for x in range(0, width - FIELD, FIELD):
            if sum(apart(a[r], b[r - SHIFT : r + SHIFT + 1], x) for r in range(y, y + FIELD)) > CLOSE * FIELD * FIELD:
                return "another look at %d, %d" % (x / SCALE, y / SCALE)
    return ""


def apart(row, others, x):
    """Difference of a field's row to the nearest of the other picture's rows around it."""
    return min(sum(abs(p - q) for p, q in zip(row[x : x + FIELD], o[x : x + FIELD])) for o in others)


def shot(chromium, width, scheme):
    chromium.wide(width)
    chromium.scheme(scheme)
    height = min(HIGHEST, chromium.evaluate("document.documentElement.scrollHeight"))
    clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": SCALE}
    answer = chromium.call("Page.captureScreenshot", format="png", clip=clip, captureBeyondViewport=True)
    return base64.b64decode(answer["data"])


def compare(folder, new, chromium, path):
    faults = 0
    chromium.wide(1280)
    chromium.call("Page.navigate", url="file://" + os.path.abspath(path))
    chromium.evaluate(browser.LOADED)
    chromium.evaluate("document.fonts.ready.then(() => 0)")
    for width, scheme in LOOKS:
        stored = "%s/%s-%d-%s.png" % (folder, os.path.splitext(os.path.basename(path))[0], width, scheme)
        png = shot(chromium, width, scheme)
        if new:
            open(stored, "wb").write(png)
        why = difference(png, open(stored, "rb").read()) if os.path.exists(stored) else "no stored picture"
        faults += why != ""
        print("\n".join(["%s: %s" % (stored, why)] if why else []), end="\n" if why else "")
    return faults


def main():
    folder, new = sys.argv[1], sys.argv[2] == "--neu"
    chromium = browser.Chromium(browser.program())
    try:
        version = chromium.call("Browser.getVersion").get("product", "").split(".")[0]
        if new:
            open(folder + "/version", "w", encoding="ascii").write(version + "\n")
        stored = open(folder + "/version", encoding="ascii").read().strip()
        if version != stored:
            print("the pictures were made by %s, this is %s" % (stored, version))
            return 77
        return 1 if sum(compare(folder, new, chromium, p) for p in sys.argv[2 + new :]) else 0
    finally:
        chromium.end()


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""What stays from run to run while beobachten watches: after each of many changes anywhere in a document the PDF has
the bytes of a cold run, and the messages are its messages.

usage: anywhere.py PROGRAM DOCUMENT-FOLDER NAME-OF-ITS-PDF STEPS SEED

Words, numbers, ids, attributes, elements and broken markup are changed; faults are taken back sooner or later. Prints
"pass" or "fail", a tab and the change, for each."""

import os
import random
import re
import signal
import subprocess
import sys
import time

WORDS = """der die die XXX z.B. 12.03.2018 31.02.2018 3.500 3500 37.509 Euro € % kostenneutral Lorem TODO ABCD „halb
(auf Anlage 3 zwölf Maßnahmen Handlungsfelder beide Fachbereich Integrations-Point KÃ¶ln sie,,er Bürger*innen 7:00 Uhr
Jugendhife bisher : ... § 5 Abs.3 insgesamt ein Dutzend""".split(" ")
WORDS = [w for part in WORDS for w in part.split("\n")]
PIECES = [
    "<absatz>Ein Absatz mehr, auch 2018.</absatz>",
    "<absatz/>",
    "<absatz>Siehe <verweis ziel=\"{id}\"/>.</absatz>",
    "<absatz id=\"{id}\">Noch einer, z.B. so.</absatz>",
    "<!-- <absatz>nur ein Kommentar</absatz> -->",
    "<![CDATA[Text & <absatz>]]>",
    "<?geheim nichts?>",
    "<absazt>Verschrieben.</absazt>",
    "<absatz>Offen",
    "</absatz>",
    "Text, wo keiner steht",
    "<x:absatz>Fremd</x:absatz>",
    "<absatz>&auml;</absatz>",
    "<absatz>\n\n<stark>Über\nmehrere Zeilen</stark></absatz>",
    "\n\n\n",
    "<absatz><fussnote>Eine Note.</fussnote>Danach.</absatz>",
    "<abweichung code=\"STRICH\" grund=\"so gewollt\"/>",
    "<vermerk>Nur für das Haus</vermerk>",
]


def words(rng, s):
    at = [m for m in re.finditer(r"(?<=[ >])[\w.,-]+(?=[ <])", s)]
    m = rng.choice(at)
    return s[: m.start()] + rng.choice(WORDS) + s[m.end() :]


def digits(rng, s):
    at = list(re.finditer(r"\d", s))
    m = rng.choice(at) if at else None
    return s[: m.start()] + str((int(m.group()) + rng.randint(1, 9)) % 10) + s[m.end() :] if m else words(rng, s)


def attributes(rng, s):
    at = list(re.finditer(r'="([^"]*)"', s))
    m = rng.choice(at)
    others = [m.group(1) + "x", "", rng.choice(at).group(1), "nein", "2018-13-01", 'ein " mehr']
    return s[: m.start(1)] + rng.choice(others) + s[m.end(1) :]


def element_ends(s):
    tags = r"</(absatz|punkt|titel|liste|abschnitt|ziel|zelle|posten)>|<kapitel[^>]*>"
    return [m.end() for m in re.finditer(tags, s)]


def pieces(rng, s):
    ids = re.findall(r'id="([^"]*)"', s) or ["nirgends"]
    at = rng.choice(element_ends(s) or [len(s) // 2])
    return s[:at] + rng.choice(PIECES).replace("{id}", rng.choice(ids)) + s[at:]


def moved(rng, s):
    at = [m for m in re.finditer(r"<(absatz|punkt|abschnitt)[ >].*?</\1>", s, re.S)]
    if not at:
        return words(rng, s)
    m = rng.choice(at)
    what = rng.randrange(3)
    if what == 0:
        return s[: m.start()] + s[m.end() :]
    to = rng.choice(element_ends(s))
    return s[:to] + m.group() + s[to:]


def bytes_of(rng, s):
    at = rng.randrange(len(s))
    return s[:at] + rng.choice(["", "<", "&", "\n", "  ", "\t", "ä", "\u00a0"]) + s[at + 1 :]


MASTER = "konzept.xml"
KINDS = [words] * 6 + [digits] * 2 + [attributes] * 3 + [pieces] * 4 + [moved] * 3 + [bytes_of]


def read(path):
    try:
        with open(path, "rb") as f:
            return f.read()
    except FileNotFoundError:
        return None


def write(path, s):
    with open(path + "~", "w", encoding="UTF-8") as f:
        f.write(s)
    os.replace(path + "~", path)


def messages(text):
    return [line for line in text.split("\n") if re.search(r": (Fehler|Warnung|Hinweis|Abweichung): ", line)]


class Watched:
    def __init__(self, program, folder, pdf):
        self.said, self.heard = open("said.txt", "w+", encoding="UTF-8"), 0
        self.folder, self.program, self.pdf = folder, program, pdf
        self.run = subprocess.Popen([program, "beobachten", "-o", "aus", folder], stderr=self.said)

    def cold(self):
        done = subprocess.run(
            [self.program, "setzen", "-o", "cold.pdf", self.folder], stderr=subprocess.PIPE, check=False
        )
        return done.returncode, messages(done.stderr.decode())

    def new_lines(self):
        with open("said.txt", encoding="UTF-8") as f:
            return f.read()[self.heard :]

    def settled(self, want):
        """It ran once more, and said what it had to."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            new = self.new_lines()
            if re.search(r": \d+ Seiten?$|: nicht gesetzt", new, re.M) and messages(new) == want:
                self.heard += len(new)
                return True
            time.sleep(0.01)
        print("fail\tsaid:\n" + self.new_lines() + "wanted:\n" + "\n".join(want))
        return False

    def agrees(self, before):
        status, want = self.cold()
        if not self.settled(want):
            return False
        return read(f"aus/{self.pdf}.pdf") == (before if status else read("cold.pdf"))


def change(rng, files, original, current):
    """The name of a file and its new text. While the master file is another, a chapter may not belong to it."""
    files = [MASTER] if current[MASTER] != original[MASTER] else files
    changed = [f for f in files if current[f] != original[f]]
    if changed and rng.random() < 0.45:
        name = rng.choice(changed)
        return "taken back", name, original[name]
    while True:
        name, kind = rng.choice(files), rng.choice(KINDS)
        now = kind(rng, current[name])
        if now != current[name]:
            return kind.__name__, name, now


def main(program, folder, pdf, steps, seed):
    rng = random.Random(int(seed))
    files = sorted(f for f in os.listdir(folder) if f.endswith(".xml"))
    current = {f: read(os.path.join(folder, f)).decode() for f in files}
    original = dict(current)
    watched = Watched(program, folder, pdf)
    print("pass\tit begins" if watched.agrees(None) else "fail\tit begins")
    for k in range(int(steps)):
        what, name, current[name] = change(rng, files, original, current)
        before = read(f"aus/{pdf}.pdf")
        write(os.path.join(folder, name), current[name])
        good = watched.agrees(before)
        print(f"{'pass' if good else 'fail'}\tstep {k}, {what} in {name}", flush=True)
        if not good:
            break
    watched.run.send_signal(signal.SIGINT)
    watched.run.wait(20)


if __name__ == "__main__":
    main(*sys.argv[1:])

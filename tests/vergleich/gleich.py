#!/usr/bin/env python3
"""A place counts as unchanged if, and only if, it prints the same.

usage: gleich.py PROGRAM DIRECTORY TEMPLATES CONTENTS DOCUMENT…

First attributes: in copies of the documents each attribute of each element is changed once; vergleiche tells of it if
the text that is read out is another, and of nothing if it is not. Then random pairs of editions: a Massnahme says
"unverändert" if its printed text, its costs and its deadline are the same.
"""

import os
import random
import re
import subprocess
import sys

PROGRAM, DIR, TEMPLATES, CONTENTS = sys.argv[1:5]
# What vergleiche leaves out on purpose: directories and other generated parts, marks of the whole document, how a list
# or a reference is set, texts that replace a drawing; and what says no word by itself.
LEFT_OUT = {"alt", "art", "aus", "daten", "edition", "entwurf", "geprueft", "geprueft-text", "grund", "id", "kurz",
            "langform", "nach", "nummeriert", "ort", "ref", "status", "tiefe", "was", "wort", "xml:lang", "xmlns",
            "ziel"}
LEFT_OUT_AT = {("stand", "datum"), ("spalte", "art"), ("stichwort", "stelle"), ("version", "nummer"),
               ("zelle", "spalten"), ("zelle", "zeilen"), ("posten", "zustand")}
CHOICES = {"zustand": ("geplant", "erledigt"), "vgl": ("ja", "nein"), "wochentag": ("Montag", "Dienstag"),
           "verbindung": ("beratung", "leitung"), "turnus": ("jaehrlich", "einmalig")}
failed = 0


def run(*args):
    p = subprocess.run([PROGRAM, "vergleiche", "-q", "--gestaltung", TEMPLATES, "--inhalt", CONTENTS, *args],
                       capture_output=True, text=True, check=False)
    return p.stdout.replace("\u00a0", " ") if p.returncode == 0 else None


def printed(path):
    said = run("--redline", "--dump", "vorlesen", path, path)
    return said and "\n".join(l for l in said.split("\n") if "Fassung" not in l)


def fail(what):
    global failed
    failed += 1
    print(what)


def other(name, value):
    if name in CHOICES:
        return next(c for c in CHOICES[name] if c != value)
    if re.fullmatch(r"-?\d+", value):
        return str(int(value) + 1)
    if re.fullmatch(r"\d{4}-\d\d(-\d\d)?", value):
        return str(int(value[:4]) + 1) + value[4:]
    return value + " und mehr"


def attributes(paths):
    seen, tried = set(), 0
    for path in paths:
        with open(path, encoding="utf-8") as f:
            source = f.read()
        mutant = os.path.join(os.path.dirname(path), "anders.xml")
        base = None
        for tag in re.finditer(r'<([a-z-]+)((?:\s+[\w:-]+="[^"]*")+)\s*/?>', source):
            for a in re.finditer(r'([\w:-]+)="([^"]*)"', tag.group(2)):
                key, value = (tag.group(1), a.group(1)), a.group(2)
                if key in seen or key[1] in LEFT_OUT or key in LEFT_OUT_AT or "/" in value or \
                        key[0] == "kennzahl" or (key[1] == "stelle" and key[0] not in ("beleg", "ebd")):
                    continue
                at = tag.start(2)
                with open(mutant, "w", encoding="utf-8") as f:
                    f.write(source[:at + a.start(2)] + other(key[1], value) + source[at + a.end(2):])
                base = base or printed(path)
                text = printed(mutant)
                if text is None:
                    continue
                seen.add(key)
                tried += 1
                same = run(path, mutant).startswith("Kein Unterschied")
                if same != (text == base):
                    fail(f'{os.path.basename(path)}: <{key[0]} {key[1]}="{value}"> changed: told as '
                         f'{"the same" if same else "another"}')
    if tried < 25:
        fail(f"only {tried} attributes were tried")


# ---- random pairs

def massnahme(i, how, rng, edition):
    """how: what is done to it in the other edition."""
    base = random.Random(i)
    years, amount = base.randint(1, 5), base.randrange(1000, 90000, 500)
    since = f' seit="{base.choice((2018, 2019))}"' if base.random() < .4 else ""
    budget = f' davon="{base.randint(100, 900)}"' if base.random() < .3 else ""
    turn, label, office = base.choice(("einmalig", "jaehrlich")), f"Kurse {i}", "Träger"
    goal, step = f"Ziel {i} ist, dass alle mitreden.", f"Die Stadt macht im Ort {i} ein Angebot."
    if how == "jahre":
        years += 1
    elif how == "seit":
        since = ' seit="2017"'
    elif how == "betrag":
        amount += 500
    elif how == "davon":
        budget = ' davon="50"'
    elif how == "turnus":
        turn = "jaehrlich" if turn == "einmalig" else "einmalig"
    elif how == "wort":
        step = step.replace("Angebot", "Fest")
    elif how == "leer":
        step = step.replace(" ein ", "\n      ein  ")
    elif how == "zahl":
        goal = goal.replace("alle", f"{rng.randint(3, 99)}")
    said = ' status="unveraendert"' if edition and base.random() < .3 else ""
    return (f'<handlungsfeld id="f{i}"><titel>Feld {i}</titel><massnahme id="m{i}"{said}><ziel>{goal}</ziel>'
            f'<umsetzung><schritt id="s{i}">{step}</schritt></umsetzung><beteiligte><beteiligt>{office}</beteiligt>'
            f'</beteiligte><finanzen{budget}><posten betrag="{amount}" turnus="{turn}">{label}</posten></finanzen>'
            f'<zeitbedarf jahre="{years}"{since}/></massnahme></handlungsfeld>\n')


def write(path, edition, hows, rng):
    with open(path, "w", encoding="utf-8") as f:
        f.write(f'<konzept xmlns="urn:ratssatz:1" ort="beckum" edition="{edition}" xml:lang="de"><angaben><titel>Probe'
                f'</titel><stand datum="{edition}"/><herausgeber stelle="stadt"/></angaben><kapitel id="k"><titel>'
                "Felder</titel>\n" + "".join(massnahme(i, how, rng, hows[0] is not None)
                                             for i, how in enumerate(hows)) + "</kapitel></konzept>\n")


def fields(text):
    """Its printed text by Handlungsfeld, without the word for its status."""
    parts = re.split(r"(?m)^ *Überschrift \d: [\d.]* ?Feld (\d+)$", text)
    status = re.compile(r"(?m)^ *Stand: unverändert$\n|, \d Zeilen,")
    return {int(n): status.sub("", t) for n, t in zip(parts[1::2], parts[2::2])}


def pair(seed):
    rng = random.Random(seed)
    hows = ["jahre", "seit", "betrag", "davon", "turnus", "wort", "leer", "zahl"] + [""] * 8
    old, new = os.path.join(DIR, "alt.xml"), os.path.join(DIR, "neu.xml")
    later = rng.random() < .5
    write(old, 2020, [None] * 24, rng)
    write(new, 2021 if later else 2020, [rng.choice(hows) for _ in range(24)], rng)
    was, now = fields(printed(old)), fields(printed(new))
    synopse = run("--dump", "vorlesen", old, new)
    states = 0
    for i in range(24):
        row = re.findall(rf"(?m)^ *1\.{i + 1} Feld {i}, (Änderung|Kosten|Frist)(?:, [\w ]+)?: (.*)$", synopse)
        state, cost, cost_now, due = (v for _, v in row)
        alike = was[i] == now[i] and cost == cost_now and "bisher" not in due
        if (state == "unverändert") != alike:
            fail(f'pair {seed}, Feld {i}: {row}, its text is {"the same" if was[i] == now[i] else "another"}')
        if state == "Frist verschoben" and (was[i] != now[i] or "bisher" not in due):
            fail(f"pair {seed}, Feld {i}: {row}: that is no deadline that the edition moved")
        states += state == "unverändert"
    if not later and not states:
        fail(f"pair {seed}: nothing is the same")


attributes(sys.argv[5:])
for number in range(int(os.environ.get("PAARE", "3"))):
    pair(number)
sys.exit(failed > 0)

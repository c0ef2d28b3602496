#!/usr/bin/env python3
"""usage: abdeckung-papiere.py SOURCE FOLDER

Every date, time and other number of a real notice and its papers, their titles, roles and names must stand in what is
read out of ours: FOLDER holds one text per document, bekanntmachung.txt and vorlage-*.txt. Prints "pass" or "fail", a
tab, and what was looked for.
"""

import glob
import os
import re
import sys

MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
# An official's own line and address are not repeated: the house gives its own.
EXCEPTIONS = {"29-5000": "29-0", "www.beckum.de": "@beckum.de"}
NAMES = (
    "Deutsch-türkischer Kulturverein",
    "Sternstraße",
    "Integrationsrat",
    "Fachbereich Jugend und Soziales",
    "Innosozial Ahlen",
    "Westenfeuermarkt",
    "Arbeitsgruppe",
    "Hand in Hand",
    "Wiedeking-Stiftung",
    "Landesintegrationsrat",
    "Opfer rechter Gewalt",
    "Netzwerk",
    "Sozialräumen",
    "Personalkosten",
    "Sachkosten",
    "Sozialplanung",
    "Akteurs-Landkarte",
    "Situationsanalyse",
    "Auftragsklärung",
    "Inklusion, Gleichstellung, Soziales, Wohnen und Ehrenamt",
    "Stellvertretung",
    "Entscheidung",
    "Kenntnisnahme",
    "Mittwoch",
    "Sonntag",
    "Vorsitz",
    "gezeichnet",
    "ohne",
)
OURS = {"Stellvertretung": "stellvertretend|Stellvertretung"}


def plain(text):
    """One kind of blank, quote and date."""
    text = re.sub(r"[\u00a0\u202f\s]+", " ", text.replace("\u00ad", ""))
    text = re.sub(r"[„“”\"]", '"', text)
    month = "|".join(MONTHS)
    return re.sub(
        rf"(\d{{1,2}})\. ({month}) (\d{{4}})", lambda m: f"{int(m[1]):02}.{MONTHS.index(m[2]) + 1:02}.{m[3]}", text
    )


def numbers(text):
    """Dates and times whole, then every other number; a number at the head of an agenda item is one of them."""
    return re.findall(r"\d{2}\.\d{2}\.\d{4}|\d{2}:\d{2}|www\.\w+\.de|\d+-\d+|\d+", re.sub(r"\S+@\S+", "", text))


def sections(text):
    """The notice, then each paper: its title is the line before "Federführung"."""
    text = re.sub(r"\n\s*\n", "\n", text)
    parts = re.split(r"(?m)^(?=.*\n(?:Federführung:))", text)
    for part in parts:
        if part.strip():
            yield part.strip().splitlines()[0], part


def main():
    source, folder = sys.argv[1:]
    ours = {
        os.path.basename(f): plain(open(f, encoding="utf-8").read()) for f in glob.glob(os.path.join(folder, "*.txt"))
    }
    for title, part in sections(open(source, encoding="utf-8").read()):
        head = plain(title)
        name = (
            "bekanntmachung.txt"
            if head == "Bekanntmachung"
            else next((n for n, t in sorted(ours.items()) if n != "bekanntmachung.txt" and head in t), None)
        )
        print(f"{'pass' if name in ours else 'fail'}\tTitel: {head}")
        read = ours.get(name, "")
        looked = [(n, rf"(?<!\d){re.escape(EXCEPTIONS.get(n, n))}(?![\d-])") for n in numbers(plain(part))]
        looked += [(n, OURS.get(n, re.escape(n))) for n in NAMES if re.search(OURS.get(n, re.escape(n)), plain(part))]
        for what, pattern in looked:
            print(f"{'pass' if re.search(pattern, read) else 'fail'}\t{name}: {what}")


main()

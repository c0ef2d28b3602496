#!/usr/bin/env python3
"""A Konzept of any size with text of its own: every chapter has its own seed, words are put together anew.

usage: erzeugen.py SEITEN ORDNER      writes ORDNER/konzept.xml with about SEITEN pages
"""

import os
import random
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from umsetzen import head, write  # noqa: E402

FRONT = """Arbeits Bau Begegnungs Beratungs Beteiligungs Betreuungs Bildungs Bürger Daten Ehrenamts Eltern Erwachsenen
Fach Familien Ferien Förder Frauen Freizeit Fortbildungs Gemeinde Gesundheits Gruppen Haushalts Hilfe Integrations
Jahres Jugend Kinder Kosten Kultur Kurs Lern Markt Medien Mieter Nachbarschafts Orts Paten Personal Pflege Planungs
Quartiers Rats Sach Schul Senioren Sozial Sport Sprach Stadt Straßen Team Teilhabe Träger Umwelt Vereins Verkehrs
Verwaltungs Vorlese Wege Werkstatt Wohnungs Zukunfts""".split()
HEADS = """angebot/n/s arbeit/f/ aufgabe/f/n ausschuss/m/es bedarf/m/s bericht/m/es berater/m/s bereich/m/s
besuch/m/es büro/n/s café/n/s dienst/m/es entwicklung/f/ fest/n/es förderung/f/ frage/f/n gespräch/n/s gruppe/f/n
haus/n/es helfer/m/s hilfe/f/n initiative/f/n konzept/n/es kreis/m/es kurs/m/es leitung/f/ liste/f/n mittel/n/s
netz/n/es paket/n/s plan/m/es platz/m/es programm/n/s projekt/n/es raum/m/es register/n/s schule/f/n sitzung/f/
sprechstunde/f/n stelle/f/n tag/m/es tisch/m/es treffpunkt/m/es unterricht/m/s veranstaltung/f/ verein/m/es
vertretung/f/ vorhaben/n/s woche/f/n zentrum/n/s ziel/n/s""".split()
VERBS = """begleitet bespricht eröffnet erleichtert ergänzt fördert gestaltet koordiniert leitet ordnet prüft sichert
stärkt steuert trägt unterstützt verbindet verbessert vermittelt verantwortet überprüft""".split()
ADJECTIVES = """aktuell besonder dauerhaft dezentral einfach eng frei früh gemeinsam gut hauptamtlich klein kommunal
kurz langfristig mehrsprachig neu nah offen regelmäßig rechtzeitig städtisch verlässlich wirksam zentral zusätzlich
öffentlich örtlich""".split()
LINKS = [
    "Deshalb",
    "Darüber hinaus",
    "Im laufenden Jahr",
    "Seit dem Frühjahr",
    "Nach der Auswertung",
    "In den Ortsteilen",
    "Ebenso",
    "Künftig",
    "Dabei",
    "Zugleich",
]
PLACES = [
    "in der Innenstadt",
    "am Nordring",
    "in den Schulen",
    "im Rathaus",
    "vor Ort",
    "in allen Ortsteilen",
    "im Stadtteil West",
    "an drei Standorten",
]
ARTICLE = {"m": ("Der", "den", "dem", "des"), "f": ("Die", "die", "der", "der"), "n": ("Das", "das", "dem", "des")}
CHAPTER_PAGES = 6.3


class Text:
    def __init__(self, seed):
        self.rng = random.Random(f"ratssatz {seed}")

    def noun(self, case):
        r = self.rng
        head, gender, genitive = r.choice(HEADS).split("/")
        front = r.choice(FRONT) + (r.choice(FRONT).lower() if r.random() < 0.12 else "")
        word = front + head
        if case == 3 and gender != "f":
            word += genitive
        article = ARTICLE[gender][case]
        if r.random() < 0.3:
            ending = "e" if case == 0 or (case == 1 and gender != "m") else "en"
            return f"{article} {r.choice(ADJECTIVES)}{ending} {word}"
        return f"{article} {word}"

    def sentence(self):
        r = self.rng
        kind = r.randrange(5)
        if kind == 0:
            s = f"{self.noun(0)} {r.choice(VERBS)} {self.noun(1)} {self.noun(3)}"
        elif kind == 1:
            subject = self.noun(0)
            s = f"{r.choice(LINKS)} {r.choice(VERBS)} {subject[0].lower()}{subject[1:]} {self.noun(1)}"
            s = f"{s} {r.choice(PLACES)}"
        elif kind == 2:
            s = f"{self.noun(0)} {r.choice(VERBS)} {self.noun(1)}, weil {self.lower(0)} {self.noun(1)}"
            s = f"{s} {r.choice(VERBS)}"
        elif kind == 3:
            s = f"Rund {r.randrange(12, 990)} Menschen nutzen {self.noun(1)}; {self.lower(0)}"
            s = f"{s} {r.choice(VERBS)} {self.noun(1)}"
        else:
            s = f"{self.noun(0)} {r.choice(VERBS)} mit {self.noun(2)} {self.noun(1)}, sodass {self.lower(0)}"
            s = f"{s} {r.choice(PLACES)} {self.noun(1)} {r.choice(VERBS)}"
        return s + "."

    def lower(self, case):
        s = self.noun(case)
        return s[0].lower() + s[1:]

    def paragraph(self, least, most):
        return " ".join(self.sentence() for _ in range(self.rng.randint(least, most)))

    def title(self):
        return self.noun(0).split(" ")[-1] + " und " + self.noun(0).split(" ")[-1]


def liste(t, n):
    return (
        "<liste>"
        + "".join(f"<punkt>{t.lower(0)} {t.rng.choice(VERBS)} {t.noun(1)}</punkt>" for _ in range(n))
        + "</liste>"
    )


def tabelle(t, name):
    rows = [
        ("Ziel", f"<stark>{t.sentence()}</stark>"),
        ("Umsetzung", liste(t, t.rng.randint(2, 4))),
        ("Beteiligte", liste(t, t.rng.randint(3, 5))),
        ("Finanzen", f"{t.title()}: {t.rng.randrange(1, 99)}.000 Euro"),
        ("Zeitbedarf", f"Umsetzung in den nächsten {t.rng.randrange(2, 6)} Jahren"),
    ]
    cells = "".join(f"<zeile><zelle>{a}</zelle><zelle>{b}</zelle></zeile>" for a, b in rows)
    head = '<kopfzeile><zelle>Angabe</zelle><zelle>Inhalt</zelle></kopfzeile>'
    columns = '<spalte breite="36mm" art="zeilenkopf"/><spalte/>'
    return f'<tabelle id="{name}">{columns}{head}{cells}</tabelle>'


def chapter(k):
    t = Text(k)
    out = [f'<kapitel id="k{k}"><titel>{t.title()}</titel>', f"<absatz>{t.paragraph(3, 6)}</absatz>"]
    for i in range(4):
        out.append(f'<abschnitt id="k{k}-{i}"><titel>{t.title()}</titel>')
        out += [f"<absatz>{t.paragraph(2, 7)}</absatz>" for _ in range(5)]
        out.append(f"<zwischentitel>{t.title()}</zwischentitel>\n<absatz>{t.paragraph(2, 4)}</absatz>")
        out.append(liste(t, t.rng.randint(3, 6)) if i % 2 else tabelle(t, f"t{k}-{i}"))
        out.append("</abschnitt>")
    out.append("</kapitel>")
    return "\n".join(out)


def main(argv):
    if len(argv) != 2 or not argv[0].isdigit():
        sys.exit(__doc__)
    edition = os.path.basename(os.path.normpath(argv[1]))
    chapters = max(1, round(int(argv[0]) / CHAPTER_PAGES))
    body = [head(edition, "Langes Konzept", "Erzeugter Text für die Messung"), '<inhaltsverzeichnis tiefe="2"/>']
    body += [chapter(k) for k in range(chapters)]
    body.append("</konzept>\n")
    write("\n".join(body), argv[1])


if __name__ == "__main__":
    main(sys.argv[1:])

#!/usr/bin/env python3
"""Names, headings and numbers of the real presentation are on our slides, and no sentence of it is. usage:
abdeckung-folien.py SOURCE SPOKEN

SPOKEN is what --dump=vorlesen says. Every number of the source must be there, and every label below that the source
has legibly. A sentence with seven words in a row in common is taken over. Prints "pass" or "fail", a tab and what it
is about, line by line.
"""

import re
import sys

LABELS = """Auswahl Handlungsfelder|Nachgefragt in Interviews|Diskussion der Ergebnisse im Netzwerk Integration
Zivilgesellschaft|Verwaltung|Politik|Soziale Träger|Soziale Infrastruktur|Migrantenorganisationen|Café Courage
Frauen helfen Frauen e.V.|Integrationsmanagement|Soziale Dienste|Hilfen zur Erziehung|Kinder- und Jugendförderung
Schulsozialarbeit|Bürgerbüro|Kommunales Integrationsmanagement|Kommunales Integrationszentrum
Jobcenter Kreis Warendorf|Schulpsychologischer Dienst|Bundesagentur für Arbeit|Mitgliedschaften der Stadt Beckum
Rat der Stadt|Inklusion, Gleichstellung, Soziales, Wohnen und Ehrenamt|Caritasverband Warendorf|Gesundheit und Pflege
Pflegeeinrichtungen|Krankenhäuser|Krankenkassen|Gesundheitsamt|Bildung|Ganztagsschulen|Netzwerk Beruf und Bildung
Familienbildungsstätte|Volkshochschule (VHS)|Filou e.V.|Freizeithaus Neubeckum|Familienzentren|Sportvereine|Mobilität
Verkehrsverbände
Nach KGSt-Bericht Nr. 7/2017 und Bertelsmann Stiftung Projekt „Weltoffene Kommune“. Eigene Darstellung.
Kontakt mit städtischen Behörden|Zusammenleben gestalten in der Freizeit
Ich kann mir vorstellen, in folgender AG mitzuarbeiten|Wohnraumentwicklung|Wohnraumgestaltung|Anlaufstellen
Ansprechpersonen|Begleitung durch Patenschaften|Sprachvermittlung|Netzwerktreffen|„Zusammenleben gestalten“
Handlungsfelder|Fest der Kulturen|800-jährige|Beratungsangebote vor Ort|bezahlbaren Wohnraum schaffen
Mindestmaß an Privatsphäre"""
RUN = 7


def words(text):
    text = (
        text.replace('\u00ad', '')
        .replace('\u202f', '')
        .replace('\u00a0', ' ')
        .replace('e. V.', 'e.V.')
        .replace('22. Februar 2024', '22.02.2024')
    )
    return re.findall(r'[\wäöüß./-]*[\wäöüß]', re.sub(r'<[^>]*>', ' ', text).lower())


def has(text, part):
    return any(text[i : i + len(part)] == part for i in range(len(text) - len(part) + 1))


def main():
    source, spoken = (words(open(f, encoding='utf-8').read()) for f in sys.argv[1:3])
    labels = [words(label) for line in LABELS.split('\n') for label in line.split('|')]
    for label in labels:
        if '800-jährige' in label:
            found = any(w.startswith('800-jährige') for w in source) and any(
                w.startswith('800-jährige') for w in spoken
            )
        else:
            found = has(spoken, label) and (has(source, label) or '“' in ' '.join(label))
        print('pass' if found else 'fail', 'Angabe: ' + ' '.join(label), sep='\t')
    for number in sorted({w for w in source if re.fullmatch(r'[\d./]*\d', w)}):
        print('pass' if number in spoken or number + '.' in spoken else 'fail', 'Zahl: ' + number, sep='\t')
    runs = {tuple(source[i : i + RUN]) for i in range(len(source) - RUN + 1)}
    for line in open(sys.argv[2], encoding='utf-8'):
        sentence = words(line) if re.search(r'[.?!]\s*$', line) and 'Quelle:' not in line else []
        for i in range(len(sentence) - RUN + 1):
            if tuple(sentence[i : i + RUN]) in runs:
                print('fail', 'übernommen: ' + ' '.join(sentence[i : i + RUN]), sep='\t')


if __name__ == '__main__':
    main()

#!/usr/bin/env python3
"""usage: abdeckung.py konzept|bericht SOURCE VORLESEN EXCEPTIONS

Takes every number of SOURCE with what makes it one fact (month before it; Euro or Prozent behind it) and looks for it
in VORLESEN, in the section of the same number. Prints "pass" or "fail", a tab, and the place, one line per number.
Exceptions: section, item as printed by this program, reason, separated by tabs; "*" is any section. An unused one is
a fault too.
"""

import re
import sys

MONTH = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
THIN = "[\u00a0\u202f ]"
HEADS = {
    "konzept": ("Grußwort", "1", *(f"2.{i}" for i in range(1, 13)), "3", "4", "5"),
    "bericht": (
        "Vorwort",
        "1.1",
        "1.2",
        *(f"2.{i}" for i in range(1, 5)),
        "3.1",
        "3.2",
        "3.3",
        "3.3.1",
        "3.3.2",
        "3.3.3",
        "4",
        *(f"4.{i}" for i in range(1, 7)),
        "5",
        *(f"5.{i}" for i in range(1, 5)),
    ),
}


def normal(text):
    """Thousands without separator, one kind of blank, words for signs."""
    text = re.sub(
        rf"(?<![\d,.])(\d{{1,3}})((?:(?:\.|{THIN})\d{{3}})+)(?!\d)", lambda m: m[1] + re.sub(r"\D", "", m[2]), text
    )
    text = re.sub(rf"(?<=\d){THIN}*%", " Prozent", text)
    text = re.sub(rf"(?<=\d){THIN}*€", " Euro", text)
    return re.sub(rf"{THIN}+", " ", text)


def items(text):
    for m in re.finditer(rf"(?:({MONTH}) )?\d+(?:,\d+)?(?: (?:Euro|Prozent))?", text):
        yield m[0], text[max(0, m.start() - 30) : m.end() + 30].replace("\n", " ")


def konzept_sections(text):
    """Markup, dot leaders with their page numbers, and the numbers of headings are no facts."""
    text = re.sub(r"<[^>]{1,200}>", " ", text)
    front, body = text.split("# Integrationskonzept", 2)[1:]
    toc = body.split("## **Gru", 1)[0]
    yield "Titelei", normal(front)
    yield "Inhalt", normal(re.sub(r"\.{3,}.*", "", toc))
    for part in re.split(r"(?m)^(?=#+ \**(?:\d|Gru))", body)[1:]:
        head = re.match(r"#+ \**(Grußwort|[\d.]*\d)\.?", part)[1]
        yield head, normal(re.sub(r"^#+ \**[\d.]*", "", part))


def bericht_sections(text):
    """Running heads, divided words and the marks of notes are no facts; each note's text stands where it is printed."""
    text = re.sub(r"(?m)^\s*(\d+\s+)?Beckumer Integrationsmanagement: Aufbau und erste Schritte(\s+\d+)?\s*$", "", text)
    text = re.sub(r"-\n\s*(?=[a-zäöüß])", "", text)
    text = re.sub(r"(?:(?<=[A-Za-z“])|(?<=[a-z]\.))[1-8](?=[ .\n]|$)", "", text)
    text = re.sub(r"(?m)^[1-8] (?=Vgl\.|Kommunale|Wir verw)", "", text)
    for part in re.split(r"(?m)^(?= ?(?:Vorwort des|\d(?:\.\d){0,2} (?:Wa|We|Vo|Au|[A-Z]\S+ ?\S*)))", text):
        m = re.match(r" ?(Vorwort|\d(?:\.\d)*)", part)
        if m:
            yield m[1], normal(part[m.end() :])


def our_sections(text):
    """Sections of the read-out begin with a heading's line; the cover, Impressum and contents are what stands
    before."""
    text = normal(text)
    sections, now = {"Titelei": []}, "Titelei"
    for line in text.splitlines():
        m = re.match(r"Überschrift \d: (Grußwort|Vorwort|A\b|\d+(?:\.\d+)*)(?![\d.])", line)
        if m:
            now = m[1]
        sections.setdefault(now, []).append(line)
    return {k: "\n".join(v) for k, v in sections.items()}, text


def main():
    kind = sys.argv[1]
    source, read, exceptions = (open(f, encoding="utf-8").read() for f in sys.argv[2:])
    known = {tuple(line.split("\t")[:2]): 0 for line in exceptions.splitlines() if line.strip() and line[0] != "#"}
    ours, everything = our_sections(read)
    for head in HEADS[kind]:
        if head not in ours:
            print(f"fail\tAbschnitt {head} im Vorlesetext")
    for head, text in (konzept_sections if kind == "konzept" else bericht_sections)(source):
        # the Zusammenfassung repeats chapter 2
        where = ours.get(head, everything)
        for item, context in items(text):
            key = next((k for k in ((head, item), ("*", item)) if k in known), None)
            found = re.search(rf"(?<![\d,]){re.escape(item)}(?!\d|,\d)", where)
            if key and not found:
                known[key] += 1
            print(f"{'pass' if found or key else 'fail'}\tAbschnitt {head}: {item} … {context.strip()}")
    for (head, item), used in known.items():
        if not used:
            print(f"fail\tdie Ausnahme {head}: {item} wird nicht gebraucht")


main()

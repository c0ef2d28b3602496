"""What the handbook shows, in the order of its chapters: one line a step, "KIND<TAB>PLACE<TAB>ARGUMENT".

usage: handbook.py HANDBOOK SCHEMA FOLDER

run      a command, as it is typed; its lines are joined where a backslash joins them
file     a whole document: its text lies in FOLDER, ARGUMENT is "TEXT NAME", NAME where a reader puts it
wrong    a piece of XML that stands nowhere so, a command that does not fit on a line: nobody could use them

Pieces of XML that are no whole document are held against the schema in whatever element may hold them.
"""

import os
import re
import subprocess
import sys
import xml.etree.ElementTree as E

N = '{urn:ratssatz:1}'
# Only these are run: what else stands there (apt, systemctl, make …) is of the machine.
OURS = ('ratssatz ', 'cd content', 'cd ..', 'cd neustadt', 'mkdir ')
# Files that others send, machines that others have.
NEEDS = ('antwort-', '--kerne', ' stapel ', ' plan ', ' lauf ', ' sammeln ')
LINE = 62  # characters of a line of code: a longer command would not be copied whole
LEAF = '<absatz>…</absatz>'
HEAD = '<angaben><titel>T</titel><stand datum="2026-01"/><herausgeber stelle="stadt"/></angaben>'
PAPER = '<angaben><titel>T</titel><federfuehrung stelle="s"/><beratung gremium="rat" rolle="entscheidung"/></angaben>'
KONZEPT = '<konzept xmlns="urn:ratssatz:1" xmlns:xi="http://www.w3.org/2001/XInclude" ort="o" edition="1">%s</konzept>'
VORLAGE = '<vorlage xmlns="urn:ratssatz:1" ort="o" id="v" art="a" datum="2026-01-05">%s</vorlage>'
SITZUNG = (
    '<sitzung xmlns="urn:ratssatz:1" ort="o" id="s" gremium="rat" datum="2026-01-05" beginn="17:00"><angaben>'
    '<sitzungsort name="R"/><vorsitz amt="V"/></angaben><tagesordnung><teil art="oeffentlich">%s</teil></tagesordnung>'
    '</sitzung>'
)
MINUTES = (
    '<niederschrift xmlns="urn:ratssatz:1" ort="o" id="n" sitzung="s" gremium="rat" datum="2026-03-05" '
    'beginn="17:00" ende="18:00"><angaben><leitung person="p"/><schriftfuehrung person="p"/></angaben>'
    '<anwesenheit><teilnahme person="p"/></anwesenheit>'
    '<verlauf><sitzungsteil art="oeffentlich">%s</sitzungsteil></verlauf></niederschrift>'
)
VERZEICHNIS = '<verzeichnis xmlns="urn:ratssatz:1" ort="o">%s</verzeichnis>'
TOWN = '<ort name="Stadt O" ags="05999999">%s</ort><stelle id="stadt"><name>S</name></stelle>'
FIELD = '<kapitel id="k"><titel>T</titel><handlungsfeld id="h"><titel>T</titel>%s</handlungsfeld></kapitel>'
FIELD = KONZEPT % (HEAD + FIELD)
MASSNAHME = FIELD % ('<massnahme id="m"><ziel>Z</ziel>%s</massnahme>')
PLACES = [
    '%s',
    KONZEPT % (HEAD + '%s'),
    KONZEPT % (HEAD + '<kapitel id="k"><titel>T</titel>%s</kapitel>'),
    KONZEPT % (HEAD + '<kapitel id="k"><titel>T</titel><absatz>%s</absatz></kapitel>'),
    KONZEPT % (HEAD + '<kapitel id="k"><titel>T</titel>' + LEAF + '</kapitel>%s'),
    KONZEPT % (HEAD.replace('</angaben>', '%s</angaben>') + '<kapitel id="k"><titel>T</titel></kapitel>'),
    KONZEPT % ('%s<kapitel id="k"><titel>T</titel></kapitel>'),
    FIELD,
    MASSNAHME,
    VORLAGE % '%s',
    VORLAGE % (PAPER + '%s'),
    VORLAGE % (PAPER.replace('</angaben>', '%s</angaben>')),
    VORLAGE % (PAPER + '<kosten>%s</kosten>'),
    VORLAGE % (PAPER + '<beschlussvorschlag>%s</beschlussvorschlag>'),
    SITZUNG,
    MINUTES,
    VERZEICHNIS % '%s',
    VERZEICHNIS % (TOWN % '' + '%s'),
    VERZEICHNIS % (TOWN % '%s'),
]


# What "…" may stand for, by the element it stands in; a piece is tried with each.
PAPER_REST = '<federfuehrung stelle="s"/><beratung gremium="rat" rolle="entscheidung"/>'
AGENDA = SITZUNG[SITZUNG.index('<tagesordnung>') :].replace('</sitzung>', '') % '<vorlagen/>'
FILLINGS = ['', AGENDA, HEAD[9:-10], PAPER[9:-10], PAPER_REST, '<ziel>Z</ziel>']
TAG_REST = {
    'sitzung': ' xmlns="urn:ratssatz:1" ort="o" id="s" gremium="rat" datum="2026-03-05" beginn="17:00"',
    'massnahme': '',
}
INSIDE = {'sitzung': SITZUNG[SITZUNG.index('<angaben>') :].replace('</sitzung>', '') % '<vorlagen/>'}


def closed(text):
    """A start tag alone stands for its element."""

    def close(m):
        name = m.group(1)
        if m.group(0).endswith('/>') or re.search('</%s>' % name, text[m.end() :]):
            return m.group(0)
        return m.group(0) + INSIDE.get(name, '…') + '</%s>' % name

    return re.sub(r'<([a-z]+)\b[^<>]*>', close, text)


def elements(text):
    """The elements a piece is made of, one after the other."""
    depth, start = 0, 0
    for m in re.finditer(r'<(/?)[a-z][a-z:]*(?:\s[^<>]*?)?(/?)>', text):
        if depth == 0:
            start = m.start()
        depth += -1 if m.group(1) else 0 if m.group(2) else 1
        if depth == 0:
            yield text[start : m.end()]


def whole_tag(m):
    """A tag of which only some attributes are shown."""
    rest = re.findall(r' ([a-z]+)="[^"]*"', TAG_REST.get(m.group(1), ''))
    kept = [a for a in rest if ' %s="' % a not in m.group(2)]
    more = ''.join(re.search(r' %s="[^"]*"' % a, TAG_REST[m.group(1)]).group(0) for a in kept)
    return '<' + m.group(1) + more + m.group(2)


def candidates(text):
    text = closed(re.sub(r'<!--.*?-->|<\?.*?\?>', '', text.strip()))
    text = re.sub(r'<([a-z]+) …([^<>]*)', whole_tag, text)
    text = re.sub(r'<xi:include [^>]*/>', '<kapitel id="xi"><titel>T</titel></kapitel>', text)
    for one in elements(text):
        found = []
        for filling in FILLINGS if '…' in one else ['']:
            body = re.sub(r'(?<=>)(?<!<absatz>)\s*…\s*(?=<)', filling, one)
            found += [place.replace('%s', body) for place in PLACES]
        yield [re.sub(r'^(<[a-z]+)(?![^>]*xmlns=)', r'\1 xmlns="urn:ratssatz:1"', f) for f in found]


class Judge:
    """All pieces in one run of xmllint."""

    def __init__(self, folder):
        self.folder, self.names, self.asked = folder, [], []

    def ask(self, place, text):
        for tries in candidates(text):
            names = []
            for whole in tries:
                names.append(os.path.join(self.folder, 'piece-%d.xml' % (len(self.names) + len(names))))
                open(names[-1], 'w', encoding='utf-8').write(whole)
            self.names += names
            self.asked.append((place, names))

    def told(self, schema):
        run = ['xmllint', '--noout', '--schema', schema] + self.names
        good = set(re.findall(r'^(.*) validates$', subprocess.run(run, stderr=subprocess.PIPE, text=True).stderr, re.M))
        return [place for place, names in self.asked if not good & set(names)]


def look(text):
    """Of a town's look or its rules, which have no schema: well-formed is all to be asked here."""
    names = (
        'frist|vorlagenart|vorlagenfelder|auswahl|rolle|gremienart|ergebnis|'
        'farbe|stil|wort|mass|spalten|regel|schwere|schrift|feld|massnahme>|xi:include|dokument'
    )
    return re.match(r'<(%s)\b' % names, text)


def well_formed(text):
    try:
        E.fromstring('<a xmlns:xi="http://www.w3.org/2001/XInclude">%s</a>' % text)
    except E.ParseError:
        return False
    return True


def chapters(handbook):
    names = re.findall(r'xi:include href="([^"]+)"', open(handbook, encoding='utf-8').read())
    return [n for n in names if not n.startswith('referenz-')]


def main():
    handbook, schema, folder = sys.argv[1:]
    texts, judge = 0, Judge(folder)
    for chapter in chapters(handbook):
        for q in E.parse(os.path.join(os.path.dirname(handbook), chapter)).iter(N + 'quelltext'):
            text = q.text or ''
            place = '%s: %s' % (chapter, text.strip().splitlines()[0][:60])
            if q.get('datei'):
                texts += 1
                name = os.path.join(folder, 'text-%d' % texts)
                open(name, 'w', encoding='utf-8').write(text.rstrip('\n') + '\n')
                print('file', place, '%s %s' % (name, q.get('datei')), sep='\t')
            elif q.get('art') == 'befehl':
                for line in text.splitlines():
                    if len(line) > LINE and not line.startswith('sbatch'):
                        print('wrong', '%s: longer than a line: %s' % (chapter, line), '', sep='\t')
                for command in text.replace('\\\n', ' ').splitlines():
                    if command.startswith(OURS) and not any(n in command for n in NEEDS):
                        print('run', chapter, ' '.join(command.split()), sep='\t')
            elif q.get('art') == 'xml' and look(text):
                if not well_formed(text):
                    print('wrong', place, '', sep='\t')
            elif q.get('art') == 'xml':
                judge.ask(place, text)
    for place in judge.told(schema):
        print('wrong', place, '', sep='\t')


main()

#!/usr/bin/env python3
"""Plants one fault after another into a sound export; the checker has to find each of them under its own name.
usage: faults.py EXPORT SCHEMAS     Prints what was not found; exit status 1 if anything was not."""

import copy, json, sys
from judge import Judge, load_export, load_schemas, type_of

FAULTS = []


def fault(code, what):
    def add(fn):
        FAULTS.append((code, what, fn))
        return fn

    return add


def first(x, kind, has=None, where=lambda o: True):
    """The first living object of a type, alone at its address."""
    for path in sorted(x):
        o = x[path]
        if (
            isinstance(o, dict)
            and 'data' not in o
            and type_of(o) == kind
            and 'deleted' not in o
            and (has is None or has in o)
            and where(o)
        ):
            return o
    raise LookupError(f'{kind} mit {has} fehlt in der Probe')


def path_of(x, o):
    return next(p for p in x if x[p] is o)


def change(kind, key, value, has=None):
    def fn(x):
        o = first(x, kind, has or key)
        o[key] = value(o[key]) if callable(value) else value

    return fn


def drop(kind, key):
    def fn(x):
        del first(x, kind, key)[key]

    return fn


# types, dates, mandatory members
fault('PFLICHT', 'created fehlt')(drop('Paper', 'created'))
fault('PFLICHT', 'modified fehlt')(drop('Organization', 'modified'))
fault('PFLICHT', 'modified fehlt eingebettet')(
    lambda x: first(x, 'Meeting', 'agendaItem')['agendaItem'][0].pop('modified')
)
fault('PFLICHT', 'order fehlt')(drop('AgendaItem', 'order'))
fault('PFLICHT', 'accessUrl fehlt')(drop('File', 'accessUrl'))
fault('PFLICHT', 'Body ohne Liste der Dateien')(drop('Body', 'file'))
fault('PFLICHT', 'Body ohne legislativeTermList')(drop('Body', 'legislativeTermList'))
fault('EMPFOHLEN', 'Beratung ohne Rolle')(drop('Consultation', 'role'))
fault('EMPFOHLEN', 'Beratung sagt nicht, ob sie entscheidet')(drop('Consultation', 'authoritative'))
fault('EMPFOHLEN', 'Punkt sagt nicht, ob er öffentlich ist')(drop('AgendaItem', 'public'))
fault('EMPFOHLEN', 'Datei ohne Prüfsumme')(drop('File', 'sha512Checksum'))
fault('EMPFOHLEN', 'Datei ohne Text')(drop('File', 'text'))
fault('TYPURL', 'Typ von OParl 1.0')(change('Person', 'type', 'https://schema.oparl.org/1.0/Person'))
fault('VERSION', 'System nennt 1.0')(change('System', 'oparlVersion', 'https://schema.oparl.org/1.0/'))
fault('TYP', 'Größe als Zeichenkette')(change('File', 'size', str))
fault('TYP', 'Liste statt Objekt')(change('Meeting', 'location', lambda v: [v]))
fault('TYP', 'Objekt statt Liste')(change('Consultation', 'organization', lambda v: v[0]))
fault('URL', 'keine Adresse')(change('Body', 'website', 'www.example.org'))
fault('DATUM', 'deutsches Datum')(change('Paper', 'date', '31.05.2023'))
fault('DATUM', 'einen Tag, den es nicht gibt')(change('Membership', 'startDate', '2023-02-30'))
fault('ZEITPUNKT', 'Zeitpunkt mit Z')(change('Paper', 'modified', '2023-05-16T03:20:00Z'))
fault('ZEITPUNKT', 'Zeitpunkt mit Bruchteilen')(change('File', 'created', lambda v: v[:19] + '.000' + v[19:]))
fault('ZEITZONE', 'Winterzeit im Sommer')(change('Meeting', 'start', '2023-05-31T17:00:00+01:00'))
fault('ZEITZONE', 'Sommerzeit am Tag nach der Umstellung')(change('Meeting', 'start', '2023-10-30T17:00:00+02:00'))
fault('VORHER', 'geändert, bevor es entstand')(change('Organization', 'modified', '2001-01-01T00:00:00+01:00'))
fault('FREMD', 'Eigenschaft, die es nicht gibt')(lambda x: first(x, 'Paper').update(titel='x'))
fault('TYPURL', 'Typ verschrieben')(change('Location', 'type', 'https://schema.oparl.org/1.1/Location/'))
# omitted instead of empty
fault('NULL', 'null statt weggelassen')(lambda x: first(x, 'Person').update(affix=None))
fault('LEER', 'leere Zeichenkette')(lambda x: first(x, 'Organization').update(shortName=''))
fault('LEER', 'leere Liste')(lambda x: first(x, 'Paper').update(relatedPaper=[]))
# strings
fault('ZEICHEN', 'Zeilenumbruch im Titel')(change('Paper', 'name', lambda v: v[:8] + '\n' + v[8:]))
fault('ZEICHEN', 'Steuerzeichen im Ergebnis')(change('AgendaItem', 'result', 'einstimmig\x0b'))
fault('BLANK', 'Leerzeichen am Ende')(change('AgendaItem', 'name', lambda v: v + ' '))
fault('HTML', 'HTML-Zeichen')(change('Meeting', 'name', lambda v: v + ' &amp; Gäste'))
# files
fault('GROESSE', 'falsche Größe')(change('File', 'size', lambda v: v + 1))
fault('PRUEFSUMME', 'falsche Prüfsumme')(change('File', 'sha512Checksum', '0' * 128))
fault('DATEI', 'accessUrl ins Leere')(change('File', 'accessUrl', lambda v: v + 'x'))
fault('DATEINAME', 'zwei Punkte im Dateinamen')(change('File', 'fileName', 'vorlage.2023.pdf'))
fault('DATEINAME', 'Umlaut im Dateinamen')(change('File', 'fileName', 'anhörung.pdf'))
fault('DATEINAME', 'Endung im Namen')(change('File', 'name', lambda v: v + '.pdf'))
fault('VERALTET', 'sha1Checksum')(lambda x: first(x, 'File').update(sha1Checksum='0' * 40))
fault('MIME', 'falscher MIME-Typ')(change('File', 'mimeType', 'application/octet-stream'))
# agenda
fault('REIHENFOLGE', 'order beginnt mit 1')(
    lambda x: first(x, 'Meeting', 'agendaItem')['agendaItem'][0].update(order=1)
)
fault('ZWISCHENTITEL', 'Überschrift als Punkt')(change('AgendaItem', 'name', 'Nichtöffentliche Sitzung'))
fault('NICHTOEFFENTLICH', 'nichtöffentlicher Punkt mit Beratung')(change('AgendaItem', 'public', False, 'consultation'))
fault('WERT', 'erfundener Sitzungsstatus')(change('Meeting', 'meetingState', 'vorbei'))
fault('WERT', 'erfundene Art der Gruppierung')(change('Organization', 'organizationType', 'Rat'))
fault('PARLAMENT', 'der Rat heißt nicht Parlament')(
    lambda x: first(x, 'Organization', None, lambda o: o.get('classification') == 'Parlament').update(
        classification='Rat'
    )
)
fault('SCHLUESSEL', 'AGS ohne führende Null')(change('Body', 'ags', lambda v: v[1:]))
fault('GEOJSON', 'Geometrie statt Feature')(
    lambda x: first(x, 'Location').update(geojson={'type': 'Point', 'coordinates': [8.0, 51.7]})
)


# references
@fault('EINSZUEINS', 'zwei Punkte mit einer Beratung')
def two_items(x):
    a = first(x, 'AgendaItem', 'consultation')
    first(x, 'AgendaItem', None, lambda o: o is not a)['consultation'] = a['consultation']


fault('VERWEIS', 'Verweis ins Leere')(change('Consultation', 'meeting', lambda v: v.replace('.json', '0.json')))
fault('VERWEIS', 'Verweis auf falschen Typ')(
    lambda x: first(x, 'Paper').update(underDirectionOf=[first(x, 'Meeting')['id']])
)
fault('GEGENSEITE', 'nur einer von beiden verweist')(drop('Consultation', 'agendaItem'))
fault('RUECKREFERENZ', 'Rückreferenz in der eingebetteten Fassung')(
    lambda x: (lambda m: m['agendaItem'][0].update(meeting=m['id']))(first(x, 'Meeting', 'agendaItem'))
)
fault('RUECKREFERENZ', 'einzeln ohne Rückreferenz')(drop('AgendaItem', 'meeting'))
fault('ABWEICHEND', 'eingebettet anders als einzeln')(
    lambda x: first(x, 'Paper', 'mainFile')['mainFile'].update(name='Etwas anderes')
)
fault('EINZELN', 'eingebettet, aber nicht abrufbar')(lambda x: x.pop(path_of(x, first(x, 'Consultation'))))
fault('ID', 'id ist nicht die Adresse')(change('Person', 'id', lambda v: v.replace('/person/', '/people/')))


@fault('KENNUNG', 'Drucksachennummer in der id')
def number_in_id(x):
    o = first(x, 'Paper', 'reference')
    o['id'] = o['id'].replace('.json', '-' + o['reference'].replace('/', '-') + '.json')


# deletion
def gone(x):
    return next(o for p, o in sorted(x.items()) if isinstance(o, dict) and o.get('deleted'))


fault('GELOESCHT', 'gelöscht ohne Zeitpunkt')(lambda x: gone(x).pop('modified'))
fault('GELOESCHT', 'gelöscht, aber der Titel ist noch da')(lambda x: gone(x).update(name='Titel'))
fault('GELOESCHT', 'deleted ist nicht true')(lambda x: gone(x).update(deleted=False))
fault('GELOESCHT', 'Gelöschtes in der Liste')(
    lambda x: next(v for p, v in x.items() if 'data' in v and p.endswith('/paper.json'))['data'].append(gone(x))
)
fault('VERWEIS', 'Verweis auf Gelöschtes')(
    lambda x: first(x, 'Paper').update(
        relatedPaper=[next(o for o in x.values() if o.get('deleted') and type_of(o) == 'Paper')['id']]
    )
)


# lists
def page(x, has=None):
    return next(v for p, v in sorted(x.items()) if 'data' in v and v['data'] and (has is None or has in v['links']))


fault('SEITE', 'Seite ohne links')(lambda x: page(x).pop('links'))
fault('SEITE', 'Seite ohne pagination')(lambda x: page(x).pop('pagination'))
fault('SEITE', 'next fehlt vor der letzten Seite')(lambda x: page(x, 'next')['links'].pop('next'))
fault('SEITE', 'next ins Leere')(lambda x: page(x, 'next')['links'].update(next=page(x, 'next')['links']['next'] + 'x'))
fault('SEITE', 'mehr als 100 auf einer Seite')(lambda x: (lambda p: p['data'].extend(p['data'][:1]))(page(x, 'next')))
fault('ANZAHL', 'falsche Gesamtzahl')(lambda x: page(x)['pagination'].update(totalElements=4711))
fault('LISTE', 'ein Objekt fehlt in der Liste')(
    lambda x: x['body/' + first(x, 'Body')['id'].split('/')[-1][:-5] + '/organization.json']['data'].pop()
)
fault('LISTE', 'ein Objekt steht zweimal')(lambda x: (lambda p: p['data'].append(p['data'][0]))(page(x)))
fault('LISTE', 'Liste, die es nicht gibt')(change('Body', 'paper', lambda v: v + 'x'))
fault('ABWEICHEND', 'in der Liste ein alter Stand')(
    lambda x: page(x)['data'][0].update(modified='2030-01-01T00:00:00+01:00')
)

# bytes
RAW = [
    ('JSON', 'kaputtes JSON', lambda b: b[:-3]),
    ('KODIERUNG', 'Byte Order Mark', lambda b: b'\xef\xbb\xbf' + b),
    ('KODIERUNG', 'Latin-1', lambda b: b.decode().encode('latin-1', 'replace')),
    ('DOPPELT', 'ein Name zweimal', lambda b: b.replace(b'{"id":', b'{"id":"x","id":', 1)),
]


def main(folder, schemas):
    texts, read = load_export(folder)
    schemas = load_schemas(schemas)
    good = {p: json.loads(b) for p, b in texts.items()}
    base = good['system.json']['id'][: -len('/system.json')]
    missed = []

    def found_by(planted, code, what):
        if code not in {c for c, _, _ in Judge(planted, schemas, read, base).run()}:
            missed.append(f'{code}: {what}')

    for code, what, fn in FAULTS:
        x = copy.deepcopy(good)
        try:
            fn(x)
        except (LookupError, StopIteration) as e:
            missed.append(f'{code}: {what}: nicht zu pflanzen ({e!r})')
            continue
        found_by({p: json.dumps(o).encode() for p, o in x.items()}, code, what)
    victim = next(
        p for p in sorted(texts) if p.startswith('organization/') and 'ü'.encode() in texts[p] and p.count('/') == 1
    )
    for code, what, fn in RAW:
        found_by({**texts, victim: fn(texts[victim])}, code, what)
    for m in missed:
        print('nicht gefunden:', m)
    print(f'{len(FAULTS) + len(RAW)} Fehler gepflanzt, {len(missed)} nicht gefunden')
    return 1 if missed else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:3]))

#!/usr/bin/env python3
"""Checks a static OParl 1.1 export against the schema files and the prose of the specification (src/2-03 … 3-01 and
the descriptions).
usage: judge.py EXPORT SCHEMAS     Prints a line for each finding: CODE address: what is wrong. Exit status 1 if there
is one.
Own reading of the specification; shares no code or assumption with the program that writes the export."""

import datetime, hashlib, json, os, re, sys

TYPE = 'https://schema.oparl.org/1.1/'
URL = re.compile(r'https?://[A-Za-z0-9.\-:\[\]]+(/[!-~]*)?$')
DATE = re.compile(r'\d{4}-\d{2}-\d{2}$')
INSTANT = re.compile(r'\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$')
LISTS = {
    'organization': 'Organization',
    'person': 'Person',
    'meeting': 'Meeting',
    'paper': 'Paper',
    'agendaItem': 'AgendaItem',
    'consultation': 'Consultation',
    'file': 'File',
    'locationList': 'Location',
    'legislativeTermList': 'LegislativeTerm',
    'membership': 'Membership',
}
MAY_BE_EMPTY = {('Body', 'legislativeTerm')}
BACK = {
    ('AgendaItem', 'Meeting'): ['meeting'],
    ('Consultation', 'Paper'): ['paper'],
    ('LegislativeTerm', 'Body'): ['body'],
    ('Membership', 'Person'): ['person'],
    ('File', '*'): ['meeting', 'agendaItem', 'paper', 'person'],
    ('Location', '*'): ['bodies', 'organizations', 'persons', 'meetings', 'papers'],
}
STATES = {'terminiert', 'eingeladen', 'durchgeführt'}
KINDS = {'Gremium', 'Partei', 'Fraktion', 'Verwaltungsbereich', 'externes Gremium', 'Institution', 'Sonstiges'}
RECOMMENDED = {
    'System': ['name', 'contactName'],
    'Body': ['system', 'website', 'ags', 'contactEmail', 'oparlSince'],
    'Organization': ['body', 'name', 'organizationType', 'classification'],
    'Meeting': ['name', 'meetingState', 'cancelled', 'start', 'organization'],
    'AgendaItem': ['number', 'name', 'public'],
    'Paper': ['body', 'name', 'reference', 'date', 'paperType'],
    'Consultation': ['organization', 'authoritative', 'role'],
    'File': ['name', 'fileName', 'mimeType', 'date', 'size', 'sha512Checksum', 'text', 'downloadUrl'],
    'Person': ['body', 'name'],
    'Membership': ['organization'],
    'LegislativeTerm': ['name'],
    'Location': ['description'],
}


def berlin_offset(day, minute):
    """Hours ahead of UTC of a German local time; both are right in the doubled hour."""

    def last_sunday(month):
        d = datetime.date(day.year, month, 31)
        return d - datetime.timedelta((d.weekday() + 1) % 7)

    at = (day, minute)
    if (last_sunday(3), 180) <= at < (last_sunday(10), 120):
        return {2}
    return {1, 2} if (last_sunday(10), 120) <= at < (last_sunday(10), 180) else {1}


def type_of(obj):
    t = obj.get('type') if isinstance(obj, dict) else None
    return t[len(TYPE) :] if isinstance(t, str) and t.startswith(TYPE) else None


class Judge:
    def __init__(self, texts, schemas, read, base=None):
        """texts: {path below the base: bytes of JSON}; read(path): bytes of a file or None."""
        self.schemas, self.read, self.found = schemas, read, []
        self.objects, self.pages, self.raw = {}, {}, {}
        for path, data in texts.items():
            self.load(path, data)
        start = self.raw.get('system.json')
        self.base = base or (
            start['id'][: -len('/system.json')]
            if isinstance(start, dict) and str(start.get('id', '')).endswith('/system.json')
            else ''
        )
        for path, obj in self.raw.items():
            url = f'{self.base}/{path}'
            if isinstance(obj, dict) and 'data' in obj:
                self.pages[url] = obj
            elif isinstance(obj, dict):
                self.objects[url] = obj
            else:
                self.tell('FORM', url, 'weder Objekt noch Liste')

    def tell(self, code, where, what):
        self.found.append((code, where.replace(self.base, '') if getattr(self, 'base', '') else where, what))

    def load(self, path, data):
        def pairs(items):
            keys = [k for k, _ in items]
            for k in set(keys):
                if keys.count(k) > 1:
                    self.tell('DOPPELT', path, f'{k} steht zweimal')
            return dict(items)

        try:
            text = data.decode('utf-8')
        except UnicodeDecodeError:
            return self.tell('KODIERUNG', path, 'kein UTF-8')
        if text.startswith('\ufeff'):
            return self.tell('KODIERUNG', path, 'beginnt mit BOM')
        try:
            self.raw[path] = json.loads(text, object_pairs_hook=pairs)
        except ValueError as e:
            self.tell('JSON', path, str(e))

    # ---- values
    def text(self, where, key, s, one_line=True):
        if s == '':
            self.tell('LEER', where, f'{key} ist leer')
        if re.search(r'[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufdd0-\ufdef]', s) or (
            one_line and re.search(r'[\n\t\u2028\u2029]', s)
        ):
            self.tell('ZEICHEN', where, f'{key} hat Steuerzeichen oder Zeilenumbrüche')
        if s != s.strip() or (one_line and '  ' in s):
            self.tell('BLANK', where, f'{key} hat überzählige Leerzeichen')
        if re.search(r'&(#\d+|amp|lt|gt|quot|apos|nbsp|[aou]uml|szlig);', s):
            self.tell('HTML', where, f'{key} hat HTML-Zeichen')

    def instant(self, where, key, s):
        if not INSTANT.match(s):
            return self.tell('ZEITPUNKT', where, f'{key}: {s}')
        try:
            t = datetime.datetime.fromisoformat(s)
        except ValueError:
            return self.tell('ZEITPUNKT', where, f'{key}: {s}')
        if t.utcoffset() not in [datetime.timedelta(hours=h) for h in berlin_offset(t.date(), t.hour * 60 + t.minute)]:
            self.tell('ZEITZONE', where, f'{key}: {s}')
        return t

    def value(self, where, key, v, rule, owner):
        kind = rule.get('type')
        right = {'string': str, 'boolean': bool, 'integer': int, 'array': list, 'object': dict}.get(kind, object)
        if not isinstance(v, right) or (kind == 'integer' and isinstance(v, bool)):
            return self.tell('TYP', where, f'{key} ist kein {kind}')
        if kind == 'string':
            self.text(where, key, v, key != 'text')
            fmt = rule.get('format')
            if fmt == 'url' and not URL.match(v):
                self.tell('URL', where, f'{key}: {v}')
            if fmt == 'date':
                try:
                    datetime.date.fromisoformat(v if DATE.match(v) else '')
                except ValueError:
                    self.tell('DATUM', where, f'{key}: {v}')
            if fmt == 'date-time':
                self.instant(where, key, v)
            if 'pattern' in rule and not re.match(rule['pattern'], v):
                self.tell('MUSTER', where, f'{key}: {v}')
        if kind == 'array':
            if not v and (owner, key) not in MAY_BE_EMPTY:
                self.tell('LEER', where, f'{key} ist eine leere Liste')
            for i, x in enumerate(v):
                self.value(where, f'{key}[{i}]', x, rule.get('items', {}), owner)
        if kind == 'object' and 'schema' in rule:
            self.object(v, f'{where} {key}', rule['schema'][:-5], owner)

    # ---- objects, alone and embedded
    def object(self, obj, where, want=None, inside=None):
        kind = type_of(obj)
        for key, v in obj.items():
            if v is None:
                self.tell('NULL', where, f'{key} ist null')
        if kind not in self.schemas:
            return self.tell('TYPURL', where, f'type: {obj.get("type")}')
        if want and kind != want:
            self.tell('TYPURL', where, f'erwartet {want}, ist {kind}')
        if 'deleted' in obj:
            return self.deleted(obj, where, inside)
        schema = self.schemas[kind]
        for key in schema['required'] + ['created', 'modified'] + (list(LISTS) if kind == 'Body' else []):
            if key not in obj:
                self.tell('PFLICHT', where, f'{key} fehlt')
        for key in RECOMMENDED[kind]:
            if key not in obj:
                self.tell('EMPFOHLEN', where, f'{key} fehlt')
        for key, v in obj.items():
            if key in schema['properties']:
                if v is not None:
                    self.value(where, key, v, schema['properties'][key], kind)
            elif ':' not in key:
                self.tell('FREMD', where, f'{key} kennt das Schema nicht')
        if (
            isinstance(obj.get('created'), str)
            and isinstance(obj.get('modified'), str)
            and INSTANT.match(obj['created'])
            and INSTANT.match(obj['modified'])
        ):
            if datetime.datetime.fromisoformat(obj['modified']) < datetime.datetime.fromisoformat(obj['created']):
                self.tell('VORHER', where, 'modified liegt vor created')
        if inside:
            self.embedded(obj, where, kind, inside)
        getattr(self, 'is_' + kind.lower(), lambda *a: None)(obj, where)

    def deleted(self, obj, where, inside):
        if inside:
            self.tell('GELOESCHT', where, 'ein gelöschtes Objekt ist eingebettet')
        if obj['deleted'] is not True:
            self.tell('GELOESCHT', where, 'deleted ist nicht true')
        for key in ('id', 'type', 'created', 'modified'):
            if key not in obj:
                self.tell('GELOESCHT', where, f'{key} fehlt')
        for key in obj:
            if key not in ('id', 'type', 'created', 'modified', 'deleted'):
                self.tell('GELOESCHT', where, f'{key} ist noch da')
        for key in ('created', 'modified'):
            if isinstance(obj.get(key), str):
                self.instant(where, key, obj[key])

    def embedded(self, obj, where, kind, inside):
        back = BACK.get((kind, inside), BACK.get((kind, '*'), []))
        for key in back:
            if key in obj:
                self.tell('RUECKREFERENZ', where, f'{key} steht in der eingebetteten Fassung')
        alone = self.objects.get(obj.get('id'))
        if alone is None:
            return self.tell('EINZELN', where, 'unter seiner id nicht abrufbar')
        if {k: v for k, v in alone.items() if k not in back} != obj:
            self.tell('ABWEICHEND', where, 'eingebettet anders als einzeln')
        if not any(k in alone for k in back) and kind != 'Location':
            self.tell('RUECKREFERENZ', obj['id'], 'einzeln fehlt die Rückreferenz')

    # ---- what the prose says of single types
    def is_system(self, o, where):
        if o.get('oparlVersion') != TYPE:
            self.tell('VERSION', where, f'oparlVersion: {o.get("oparlVersion")}')

    def is_body(self, o, where):
        if 'ags' in o and not re.match(r'\d{8}$', str(o['ags'])):
            self.tell('SCHLUESSEL', where, f'ags: {o["ags"]}')
        if 'rgs' in o and not re.match(r'\d{12}$', str(o['rgs'])):
            self.tell('SCHLUESSEL', where, f'rgs: {o["rgs"]}')
        main = self.objects.get(o.get('mainOrganization'), {})
        if main and main.get('classification') != 'Parlament':
            self.tell('PARLAMENT', where, 'das zentrale Gremium ist kein Parlament')

    def is_organization(self, o, where):
        if o.get('organizationType') not in KINDS:
            self.tell('WERT', where, f'organizationType: {o.get("organizationType")}')

    def is_meeting(self, o, where):
        if o.get('meetingState') not in STATES:
            self.tell('WERT', where, f'meetingState: {o.get("meetingState")}')
        items = o.get('agendaItem', [])
        if [x.get('order') for x in items] != list(range(len(items))):
            self.tell('REIHENFOLGE', where, 'order zählt nicht von 0 an durch')

    def is_agendaitem(self, o, where):
        if re.match(r'(Nicht)?[öÖ]ffentliche(r)? (Sitzung|Teil)$', str(o.get('name', ''))):
            self.tell('ZWISCHENTITEL', where, 'eine Überschrift ist kein Tagesordnungspunkt')
        if o.get('public') is False and 'consultation' in o:
            self.tell('NICHTOEFFENTLICH', where, 'ein nichtöffentlicher Punkt nennt seine Beratung')

    def is_file(self, o, where):
        if not re.match(r'[A-Za-z0-9_-]+\.[a-z0-9]+$', str(o.get('fileName', ''))):
            self.tell('DATEINAME', where, f'fileName: {o.get("fileName")}')
        if re.search(r'\.(pdf|docx?|html)$', str(o.get('name', ''))):
            self.tell('DATEINAME', where, 'name hat eine Dateiendung')
        if 'sha1Checksum' in o:
            self.tell('VERALTET', where, 'sha1Checksum')
        for key in ('accessUrl', 'downloadUrl'):
            url = o.get(key)
            data = (
                self.read(url[len(self.base) + 1 :])
                if isinstance(url, str) and url.startswith(self.base + '/')
                else None
            )
            if data is None:
                if url is not None:
                    self.tell('DATEI', where, f'{key} führt zu keiner Datei')
                continue
            if o.get('size') != len(data):
                self.tell('GROESSE', where, f'size {o.get("size")}, die Datei hat {len(data)}')
            if o.get('sha512Checksum') != hashlib.sha512(data).hexdigest():
                self.tell('PRUEFSUMME', where, 'sha512Checksum passt nicht zur Datei')
            if data[:5] == b'%PDF-' and o.get('mimeType') != 'application/pdf':
                self.tell('MIME', where, f'mimeType: {o.get("mimeType")}')

    def is_location(self, o, where):
        if 'geojson' in o and (not isinstance(o['geojson'], dict) or o['geojson'].get('type') != 'Feature'):
            self.tell('GEOJSON', where, 'kein Feature')

    def is_paper(self, o, where):
        number = re.sub(r'\W', '', str(o.get('reference', '')))
        if number and number in re.sub(r'\W', '', str(o.get('id', '')).replace(self.base, '')):
            self.tell('KENNUNG', where, 'die id enthält die Drucksachennummer')

    # ---- between objects
    def references(self, url, obj):
        kind = type_of(obj)
        if kind not in self.schemas or 'deleted' in obj:
            return
        for key, rule in self.schemas[kind]['properties'].items():
            want = rule.get('references') or rule.get('items', {}).get('references')
            if not want or key not in obj:
                continue
            if want == 'externalList':
                if obj[key] not in self.pages:
                    self.tell('LISTE', url, f'{key}: {obj[key]} ist keine Liste')
                continue
            for target in obj[key] if isinstance(obj[key], list) else [obj[key]]:
                self.reference(url, key, rule, target, want, kind)

    def reference(self, url, key, rule, target, want, kind):
        other = self.objects.get(target)
        if other is None:
            return self.tell('VERWEIS', url, f'{key}: {target} gibt es nicht')
        if type_of(other) != want:
            self.tell('VERWEIS', url, f'{key}: {target} ist kein {want}')
        if 'deleted' in other:
            return self.tell('VERWEIS', url, f'{key}: {target} ist gelöscht')
        back = rule.get('backreference')
        there = self.schemas[want]['properties'].get(back) if back else None
        if there and 'externalList' not in str(there.get('references')) and there.get('references') == kind:
            pointed = other.get(back)
            if url not in (pointed if isinstance(pointed, list) else [pointed]):
                self.tell('GEGENSEITE', url, f'{key}: {target} nennt es nicht unter {back}')

    def one_to_one(self):
        seen = {}
        for url, o in self.objects.items():
            if type_of(o) == 'AgendaItem' and 'consultation' in o:
                if o['consultation'] in seen:
                    self.tell('EINSZUEINS', url, f'dieselbe Beratung wie {seen[o["consultation"]]}')
                seen[o['consultation']] = url

    def nested(self, obj):
        """Objects embedded anywhere below."""
        for v in obj.values():
            for x in v if isinstance(v, list) else [v]:
                if isinstance(x, dict) and 'id' in x:
                    yield x
                    yield from self.nested(x)

    # ---- lists
    def walk(self, url, want):
        """All pages from the first; the ids in order."""
        ids, seen, total = [], set(), None
        while url is not None:
            page = self.pages.get(url)
            if page is None or url in seen:
                self.tell('SEITE', url, 'die Seite fehlt oder kommt zweimal')
                break
            seen.add(url)
            for key, kind in (('data', list), ('pagination', dict), ('links', dict)):
                if not isinstance(page.get(key), kind):
                    self.tell('SEITE', url, f'{key} fehlt')
            data, about, links = page.get('data') or [], page.get('pagination') or {}, page.get('links') or {}
            if len(data) > 100 or len(data) > about.get('elementsPerPage', 100):
                self.tell('SEITE', url, f'{len(data)} Objekte')
            if links.get('self', url) != url:
                self.tell('SEITE', url, 'self ist eine andere Adresse')
            if 'next' in links and len(data) != about.get('elementsPerPage', len(data)):
                self.tell('SEITE', url, 'die Seite ist nicht voll und nicht die letzte')
            if about.get('currentPage', len(seen)) != len(seen):
                self.tell('SEITE', url, f'currentPage: {about["currentPage"]}')
            total = about.get('totalElements', total)
            for i, o in enumerate(data):
                self.listed(f'{url} data[{i}]', o, want)
                ids.append(o.get('id') if isinstance(o, dict) else None)
            for key, link in links.items():
                if key != 'web' and link not in self.pages:
                    self.tell('SEITE', url, f'{key}: {link} gibt es nicht')
            url = links.get('next')
        if total is not None and total != len(ids):
            self.tell('ANZAHL', url or '', f'totalElements {total}, in der Liste sind {len(ids)} ({want})')
        if len(set(ids)) != len(ids):
            self.tell('LISTE', url or '', f'ein Objekt steht zweimal in der Liste ({want})')
        self.walked |= seen
        return ids

    def listed(self, where, o, want):
        if type_of(o) != want:
            self.tell('LISTE', where, f'kein {want}')
        if isinstance(o, dict) and o.get('deleted'):
            self.tell('GELOESCHT', where, 'ein gelöschtes Objekt steht in der Liste')
        if isinstance(o, dict) and self.objects.get(o.get('id')) != o:
            self.tell('ABWEICHEND', where, 'in der Liste anders als einzeln')

    def lists(self):
        self.walked = set()
        system = self.objects.get(f'{self.base}/system.json', {})
        for body in self.walk(system.get('body'), 'Body'):
            b = self.objects.get(body, {})
            for key, want in LISTS.items():
                if key not in b:
                    continue
                ids = set(self.walk(b[key], want))
                have = {
                    u
                    for u, o in self.objects.items()
                    if type_of(o) == want and 'deleted' not in o and self.belongs(o, body)
                }
                for missing in have - ids:
                    self.tell('LISTE', missing, f'fehlt in der Liste {key}')
        for url, o in self.objects.items():
            for key, want in (
                (('meeting', 'Meeting'), ('consultation', 'Consultation')) if type_of(o) == 'Organization' else ()
            ):
                if key in o:
                    ids = set(self.walk(o[key], want))
                    have = {
                        u
                        for u, x in self.objects.items()
                        if type_of(x) == want and 'deleted' not in x and url in x.get('organization', [])
                    }
                    if ids != have:
                        self.tell('GEGENSEITE', url, f'die Liste {key} stimmt nicht mit organization überein')
        for url in set(self.pages) - self.walked:
            self.tell('SEITE', url, 'von keiner Liste aus zu erreichen')

    def belongs(self, o, body):
        return o.get('body', body) == body

    # ---- all of it
    def run(self):
        for url, o in self.objects.items():
            if o.get('id') != url:
                self.tell('ID', url, f'id: {o.get("id")}')
            self.object(o, url)
            self.references(url, o)
            for inner in self.nested(o):
                kind = type_of(inner)
                if kind in self.schemas:
                    self.references(inner['id'], inner)
        if not any(type_of(o) == 'System' for o in self.objects.values()):
            self.tell('ID', self.base, 'es gibt kein System')
        self.one_to_one()
        self.lists()
        return sorted(set(self.found))


def load_schemas(folder):
    names = [n[:-5] for n in sorted(os.listdir(folder)) if n.endswith('.json')]
    return {n: json.load(open(os.path.join(folder, n + '.json'), encoding='utf-8')) for n in names}


def load_export(folder):
    texts = {}
    for at, _, names in os.walk(folder):
        for n in names:
            if n.endswith('.json'):
                full = os.path.join(at, n)
                texts[os.path.relpath(full, folder)] = open(full, 'rb').read()

    def read(path):
        full = os.path.join(folder, path)
        return open(full, 'rb').read() if os.path.isfile(full) else None

    return texts, read


if __name__ == '__main__':
    texts, read = load_export(sys.argv[1])
    found = Judge(texts, load_schemas(sys.argv[2]), read).run()
    for f in found:
        print('%s %s: %s' % f)
    print(f'{len(texts)} JSON-Dateien, {len(found)} Beanstandungen', file=sys.stderr)
    sys.exit(1 if found else 0)

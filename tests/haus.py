#!/usr/bin/env python3
"""The rules of the house that count: each subcommand prints what breaks its rule, one fault a line, and ends with 1.

usage: tests/haus.py width|sizes|names|functions|comments|towns|words|looks|documents
       tests/haus.py circles|exported OUT           on the objects below OUT
       tests/haus.py dead OUT COMPILER LIBRARY…     links the second program

What a rule lets pass stands in tests/haus/RULE.txt with its reason; a line there that nothing needs is a fault, too.
"""
import collections
import itertools
import os
import re
import subprocess
import sys

COLUMNS = 120          # a tab counts 8
FILE, LINES, PARAMETERS, COMPLEXITY = 600, 100, 6, 20
CIRCLE = 4             # .c files of a room that need each other
GROUND = 'grund'       # the template that all towns stand on
COMMENTS = 7.0         # percent of the lines of src/ that hold a comment

TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)


def read(path):
    with open(path, encoding='utf-8') as f:
        return f.read()


def files(top, *ends):
    """Files below top that end so, without what the build or git keeps."""
    for folder, dirs, names in os.walk(top):
        dirs[:] = sorted(d for d in dirs if not (folder == '.' and d in ('out', '.git')) and d != '__pycache__')
        for n in sorted(names):
            if n.endswith(ends):
                yield os.path.relpath(os.path.join(folder, n))


class Allowed:
    """tests/haus/RULE.txt: a key of some words, a bound where the rule counts, and after # the reason."""

    def __init__(self, rule, words, counted):
        self.path, self.rows, self.needed = f'tests/haus/{rule}.txt', {}, set()
        for number, line in enumerate(read(self.path).splitlines() if os.path.exists(self.path) else [], 1):
            row = line.split('#')[0].split()
            if row:
                bound = int(row[words]) if counted else 0
                self.rows[' '.join(row[:words])] = (number, bound)

    def passes(self, key, value=0):
        """Is key allowed up to value?"""
        if key in self.rows:
            self.needed.add(key)
            return value <= self.rows[key][1]
        return False

    def stale(self):
        return [f'{self.path}:{n}: "{key}" needs no line any more: delete it'
                for key, (n, _) in self.rows.items() if key not in self.needed]


def blank(text):
    """C without comments and the content of strings, each line where it was."""
    return TOKEN.sub(lambda m: (' ' if m[0][0] == '/' else '""') + '\n' * m[0].count('\n'), text)


def width():
    allowed, faults = Allowed('width', 1, False), []
    for path in files('.', '.c', '.h', '.def', '.sh', '.py', '.awk', 'Makefile', '.ci/ready', '.ci/run'):
        for n, line in enumerate(read(path).splitlines(), 1):
            columns = len(line.expandtabs(8))
            if columns > COLUMNS and not allowed.passes(path):
                faults.append(f'{path}:{n}: {columns} columns, at most {COLUMNS}')
    return faults + allowed.stale()


def sizes():
    allowed, faults = Allowed('sizes', 1, True), []
    for path in files('src', '.c', '.h'):
        lines = read(path).count('\n')
        if lines > FILE and not allowed.passes(path, lines):
            faults.append(f'{path}: {lines} lines, at most {FILE}')
    return faults + allowed.stale()


def one_letter(a, b):
    """Does one letter more, less or other make a of b?"""
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b)) == 1
    a, b = sorted((a, b), key=len)
    return len(b) == len(a) + 1 and any(b[:i] + b[i + 1:] == a for i in range(len(b)))


def names():
    """No two files of a room that are taken for each other; a table (.def) may be named after its reader."""
    allowed, faults, rooms = Allowed('names', 2, False), [], collections.defaultdict(set)
    for path in files('src', '.c', '.h'):
        room, name = os.path.split(path)
        rooms[room].add(name.split('.')[0])
    for room, stems in rooms.items():
        for a, b in itertools.combinations(sorted(stems), 2):
            if one_letter(a, b) and not allowed.passes(f'{room}/{a} {b}'):
                faults.append(f'{room}: {a} and {b} are one letter apart')
    return faults + allowed.stale()


def parameters(head):
    depth = count = 0
    for c in head:
        depth += (c == '(') - (c == ')')
        if depth == 0:
            break
        count += c == ',' and depth == 1
    return 0 if re.match(r'\(\s*(void)?\s*\)', head) else count + 1


def functions_of(path):
    """Name, line, length, parameters and complexity of each function; { and } stand at the left edge."""
    lines = blank(read(path)).split('\n')
    at = 0
    while at < len(lines):
        if lines[at].startswith('{'):
            top, end = at, at
            while top > 0 and lines[top - 1].strip() and not re.match(r'#|.*[;}]\s*$', lines[top - 1]):
                top -= 1
            while end + 1 < len(lines) and not lines[end].startswith('}'):
                end += 1
            head = ' '.join(lines[top:at])
            name = re.search(r'(\w+)\s*\(', head)
            if name and lines[end].rstrip() == '}':
                body = '\n'.join(x for x in lines[at:end] if not x.lstrip().startswith('#'))
                forks = len(re.findall(r'\b(?:if|for|while|case)\b|&&|\|\||\?', body))
                yield name[1], top + 1, end - top + 1, parameters(head[name.end() - 1:]), 1 + forks
            at = end
        at += 1


def functions():
    allowed, faults = Allowed('functions', 2, True), []
    for path in files('src', '.c'):
        for name, line, length, count, forks in functions_of(path):
            for what, value, bound in (('lines', length, LINES), ('parameters', count, PARAMETERS),
                                       ('complexity', forks, COMPLEXITY)):
                if value > bound and not allowed.passes(f'{name} {what}', value):
                    faults.append(f'{path}:{line}: {name}: {what} {value}, at most {bound}')
    return faults + allowed.stale()


def comments():
    total = told = 0
    for path in files('src', '.c', '.h'):
        text = read(path)
        total += text.count('\n')
        held = set()
        for m in TOKEN.finditer(text):
            if m[0][0] == '/':
                first = text.count('\n', 0, m.start())
                held.update(range(first, first + m[0].count('\n') + 1))
        told += len(held)
    share = 100 * told / total
    return [f'src: {share:.2f} % of the lines hold a comment, at least {COMMENTS} %'] if share < COMMENTS else []


def symbols(out):
    """Which object (room/name) defines a symbol, and which symbols an object needs."""
    objects = [o for o in files(os.path.join(out, 'obj'), '.o')]
    text = subprocess.run(['nm', '-A', '-P', *objects], stdout=subprocess.PIPE, check=True, text=True).stdout
    defined, needs = {}, collections.defaultdict(set)
    for line in text.splitlines():
        path, rest = line.rsplit(': ', 1)
        symbol, kind = rest.split()[:2]
        name = '/'.join(path[:-2].split('/')[-2:])
        if kind == 'U':
            needs[name].add(symbol)
        elif kind.isupper() and not name.endswith('-ganz'):
            defined[symbol] = name
    return defined, needs


def circles_in(nodes, needs):
    """Strongly connected sets of more than one node (Tarjan)."""
    index, low, stack, found = {}, {}, [], []

    def visit(v):
        index[v] = low[v] = len(index)
        stack.append(v)
        for w in sorted(needs[v]):
            if w not in index:
                visit(w)
            low[v] = min(low[v], low[w]) if w in stack else low[v]
        if low[v] == index[v]:
            at = stack.index(v)
            if len(stack) - at > 1:
                found.append(sorted(stack[at:]))
            del stack[at:]

    for v in nodes:
        if v not in index:
            visit(v)
    return found


def circles(out):
    defined, needs = symbols(out)
    allowed, faults = Allowed('circles', 1, True), []
    rooms = collections.defaultdict(dict)
    for name in sorted(set(defined.values()) | set(needs)):
        room = name.split('/')[0]
        rooms[room][name] = {defined[s] for s in needs[name]
                             if defined.get(s, name) != name and defined[s].startswith(room + '/')}
    for room, edges in rooms.items():
        for circle in circles_in(list(edges), edges):
            if len(circle) > CIRCLE and not allowed.passes(room, len(circle)):
                faults.append(f'src/{room}: {len(circle)} files need each other, at most {CIRCLE}: '
                              + ' '.join(c.split('/')[1] for c in circle))
    return faults + allowed.stale()


def exported(out):
    """Symbols of C that no other object needs, but for unit tests: they should be static."""
    defined, needs = symbols(out)
    allowed = Allowed('exported', 1, False)
    needed = set().union(*needs.values()) | {'main'}
    tested = set(re.findall(r'\w+', ' '.join(read(p) for p in files('tests/unit', '.c'))))
    faults = [f'src/{room}.c: {s} is used in this file only: static' for s, room in sorted(defined.items())
              if s not in needed and s not in tested and not allowed.passes(s)]
    return faults + allowed.stale()


def dead(out, compiler, *libraries):
    """Functions and tables that no way from main leads to. Needs objects with a section for each."""
    allowed = Allowed('dead', 1, False)
    objects = [o for o in files(os.path.join(out, 'obj'), '.o') if not o.endswith('cli/main.o')]
    command = [*compiler.split(), '-Wl,--gc-sections,--print-gc-sections', '-o', '/dev/null', *objects, *libraries]
    run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if run.returncode:
        return run.stdout.splitlines()
    faults = []
    for section, path in re.findall(r"removing unused section '\.(?:text|rodata|data\.rel\.ro(?:\.local)?)\.([\w.]+)'"
                                    r" in file '([^']+/obj/[^']+)'", run.stdout):
        if not re.search(r'(^|\.)(str|cst)\d', section) and not allowed.passes(section):
            place = '/'.join(path.split('/')[-2:])[:-2]
            faults.append(f'src/{place}.c: {section} is never reached from main: delete it')
    return faults + allowed.stale()


def town_names():
    """A folder of content/ with a verzeichnis.xml, a template on a ground that is no kind of document."""
    roots = set(re.findall(r'^KIND\(\w+, *"([a-z-]+)", *ROOT', read('src/model/kinds.def'), re.M))
    names = {p.split('/')[1] for p in files('content', 'verzeichnis.xml') if p.count('/') == 2}
    names |= {p.split('/')[1] for p in files('templates', 'gestaltung.xml')
              if p.count('/') == 2 and ' grundlage=' in read(p)}
    return sorted(names - roots - {GROUND})


def towns():
    names, faults = town_names(), []
    if not names:
        return ['content: no town found']
    word = re.compile('|'.join(names), re.I)
    for path in [*files('src', '.c', '.h', '.def'), *files('templates/grund', ''), *files('templates/muster', '')]:
        for n, line in enumerate(read(path).splitlines(), 1):
            for m in word.finditer(line):
                faults.append(f'{path}:{n}: names the town {m[0]}: a town is data')
    for path in files('templates', '.xml'):
        for ground in re.findall(r' grundlage="([^"]*)"', read(path)):
            if ground != GROUND:
                faults.append(f'{path}: stands on {ground}, not on {GROUND}')
    return faults


ASKED = re.compile(r'\b(?:sty_word|com_told|com_called)\(\s*[\w.>-]+,\s*"([^"]+)"'
                   r'|\bcom_form_text\((?:[^,"]+,){3}\s*"([^"]+)"')


def words():
    """Words of generated text: what C asks for the ground has, what the ground has C asks for."""
    allowed, faults, literals = Allowed('words', 1, False), [], set()
    look = read(f'templates/{GROUND}/gestaltung.xml')
    have = set(re.findall(r'<wort name="([^"]+)"', look))
    for path in files('src', '.c', '.h', '.def'):
        text = read(path)
        literals |= set(re.findall(r'"([a-z-]+)"', text))
        faults += [f'{path}: asks for the word {w}, which the ground lacks'
                   for pair in ASKED.findall(text) if (w := ''.join(pair)) not in have]
    faults += [f'templates/{GROUND}/gestaltung.xml: nothing in src/ asks for the word {w}'
               for w in sorted(have - literals) if not allowed.passes(w)]
    return faults + allowed.stale()


def looks():
    """The table of styles in templates/GESTALTUNG.md says what the ground says: `h1` … | 24/30."""
    have = {}
    for style in re.findall(r'<stil ([^>]*)/>', read(f'templates/{GROUND}/gestaltung.xml').split('<folien')[0]):
        row = dict(re.findall(r'([\w-]+)="([^"]*)"', style))
        if 'fassung' not in row:
            have[row['name']] = (row['groesse'], row['zab'])
    told = re.findall(r'^\| `(\w+)`[^|]*\|[^|]*\| (\d+(?:,\d+)?)(?:/(\d+(?:,\d+)?))?',
                      read('templates/GESTALTUNG.md'), re.M)
    faults = [] if len(told) > 10 else ['templates/GESTALTUNG.md: no table of styles']
    for name, size, leading in told:
        wanted = have.get(name, ('none', 'none'))
        for said, is_ in zip((size, leading), wanted):
            if said and said.replace(',', '.') != is_:
                faults.append(f'templates/GESTALTUNG.md: `{name}` is {"/".join(wanted)} in the ground, not {said}')
    return faults


DOCUMENTS = ('README.md', 'src/README.md', 'src/ADDING.md', 'tests/README.md', 'templates/GESTALTUNG.md')


def documents():
    """What a document cites in backquotes exists: files (`layout/para.c`), functions (`com_run()`); rooms are told."""
    faults = []
    code = set(re.findall(r'\w+', ' '.join(read(p) for p in files('src', '.c', '.h', '.def'))))
    for doc in filter(os.path.exists, DOCUMENTS):
        for n, line in enumerate(read(doc).splitlines(), 1):
            for cited in re.findall(r'`([^`\s]+)`', line):
                if re.search(r'NAME|CASE|TAG|KÜRZEL|^out/', cited):
                    continue                       # stands for a name, or is made
                if re.fullmatch(r'[\w./-]+\.(c|h|def|md|sh|py|awk)|[\w.-]+/[\w./-]+\.\w+|(src|tests)/[\w./-]+', cited):
                    homes = ('.', 'src', os.path.dirname(doc))
                    if not any(os.path.exists(os.path.join(home, cited)) for home in homes):
                        faults.append(f'{doc}:{n}: {cited} does not exist')
                elif (m := re.fullmatch(r'(\w+)\(\)', cited)) and m[1] not in code:
                    faults.append(f'{doc}:{n}: no function {m[1]} in src/')
    if os.path.exists('src/README.md'):
        told = read('src/README.md')
        faults += [f'src/README.md: does not name the room {r}' for r in sorted(os.listdir('src'))
                   if os.path.isdir(f'src/{r}') and f'**{r}**' not in told]
    return faults


RULES = {f.__name__: f for f in (width, sizes, names, functions, comments, circles, exported, dead, towns, words, looks,
                                 documents)}

if __name__ == '__main__':
    if len(sys.argv) < 2 or sys.argv[1] not in RULES:
        sys.exit(__doc__)
    sys.setrecursionlimit(10000)
    found = RULES[sys.argv[1]](*sys.argv[2:])
    print('\n'.join(found))
    sys.exit(bool(found))

"""Typst's preview, for tests/bench/werkstatt.py: its compiler and renderer as its web editor has them (WebAssembly in
Chromium, from npm), over a document of many chapters in files of their own. After each key the source is compiled
incrementally, what changed is merged and the pages around it are drawn. A key takes until the second frame after."""

import functools
import http.server
import os
import re
import shutil
import subprocess
import sys
import threading
import time
import xml.etree.ElementTree as ET

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
SOURCE = os.environ.get('VERGLEICH', os.path.join(os.path.dirname(TOP), 'shared', 'bench'))
SITE = os.path.join(TOP, 'out', 'bench', 'vorschau')
TOOLS = os.path.join(TOP, 'out', 'werkzeug', 'typst')
PACKAGES = {'typst.ts': 'dist/esm', 'typst-ts-web-compiler': 'pkg', 'typst-ts-renderer': 'pkg'}
VERSION = '0.7.0'
HEAD = '''#set text(font: "Noto Sans", size: 11pt, lang: "de", hyphenate: true, top-edge: 0.75em, bottom-edge: -0.25em)
#set par(justify: true, leading: 5.5pt, spacing: 13.75pt)
#set list(marker: [•], indent: 4pt)
#show heading: set text(hyphenate: false)
#show heading: set par(justify: false)
#show heading: set block(above: 1.4em, below: 0.8em, sticky: true)
#let running = context {
  let all = query(selector(heading.where(level: 1)).before(here()))
  set text(9pt)
  grid(columns: (auto, 1fr), gutter: 8pt, [Integrationskonzept], align(right, if all.len() > 0 { all.last().body }))
}
#set page(paper: "a4", margin: (left: 25mm, right: 20mm, top: 94.5pt, bottom: 72.4pt), header: running,
  footer: context { set text(9pt); align(right, counter(page).display()) })
#outline(title: [Inhaltsverzeichnis], depth: 2, indent: 1em)
'''


# ---- the document of the peers as Typst's own markup

def plain(text):
    return re.sub(r'([(.;\\#*_`$<>@\[\]"=+\-/~])', r'\\\1', re.sub(r'\s+', ' ', text or ''))


def inline(e):
    how = {'b': '#strong[%s]', 'i': '#emph[%s]', 'a': '%s'}
    out = plain(e.text)
    for c in e:
        if c.tag == 'umbruch':
            out += '#linebreak()'
        else:
            out += block(c) if c.tag == 'liste' else how[c.tag] % inline(c)
        out += plain(c.tail)
    return out


def table(e):
    def cell(c):
        text = '#strong[%s]' % inline(c) if c.tag == 'kopf' else inline(c)
        return 'table.cell(colspan: %s)[%s]' % (c.get('span', '1'), text)
    head = [cell(c) for row in e if row.tag == 'kopfzeile' for c in row]
    cells = (['table.header(%s)' % ', '.join(head)] if head else []) + \
        [cell(c) for row in e if row.tag != 'kopfzeile' for c in row]
    return '#table(columns: (1fr,) * %s, stroke: 0.5pt, inset: 5pt, %s)\n' % (e.get('spalten'), ', '.join(cells))


def block(e):
    if e.tag == 'tabelle':
        return table(e)
    if e.tag == 'liste':
        return '#list(%s)\n' % ', '.join('[%s]' % inline(p) for p in e)
    return ('#par[%s]\n' if e.tag == 'absatz' else '#heading(level: 3)[%s]\n') % inline(e)


def section(e):
    out = '#pagebreak(weak: true)\n' if e.get('ebene') == '1' else ''
    out += '#heading(level: %s)[%s %s]\n' % (e.get('ebene'), plain(e.get('nr')), inline(e.find('titel')))
    return out + ''.join(section(c) if c.tag == 'abschnitt' else block(c) for c in e if c.tag != 'titel')


def document(chapters):
    """Laid into the site: main.typ and so many chapters."""
    subprocess.check_call([sys.executable, os.path.join(SOURCE, 'scale.py'), str(chapters // 6 + 1),
                           os.path.join(SITE, 'all.xml')])
    all_ = [e for e in ET.parse(os.path.join(SITE, 'all.xml')).getroot() if e.tag == 'abschnitt'][:chapters]
    for i, e in enumerate(all_):
        with open(os.path.join(SITE, 'k%d.typ' % i), 'w', encoding='utf-8') as f:
            f.write(section(e))
    with open(os.path.join(SITE, 'main.typ'), 'w', encoding='utf-8') as f:
        f.write(HEAD + ''.join('#include "k%d.typ"\n' % i for i in range(len(all_))))
    return len(all_)


# ---- its page

def site():
    """False: it cannot be had here, and why."""
    if not os.path.exists(os.path.join(SOURCE, 'scale.py')):
        return 'die Vergleichstexte fehlen (../shared/bench oder $VERGLEICH)'
    wanted = ['@myriaddreamin/%s@%s' % (p, VERSION) for p in PACKAGES]
    home = os.path.join(TOOLS, 'node_modules', '@myriaddreamin')
    if not all(os.path.isdir(os.path.join(home, p)) for p in PACKAGES):
        os.makedirs(TOOLS, exist_ok=True)
        if not shutil.which('npm') or subprocess.call(
                ['npm', 'install', '--prefix', TOOLS, '--ignore-scripts', '--no-audit', '--no-fund', *wanted],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
            return 'von npm war sie nicht zu bekommen'
    shutil.rmtree(SITE, ignore_errors=True)
    for package, folder in PACKAGES.items():
        shutil.copytree(os.path.join(home, package, folder), os.path.join(SITE, package))
    for face in ('Regular', 'Bold', 'Italic'):
        shutil.copy(os.path.join(TOP, 'fonts', 'NotoSans-%s.ttf' % face), SITE)
    shutil.copy(os.path.join(HERE, 'vorschau.html'), os.path.join(SITE, 'index.html'))
    return ''


class Quiet(http.server.SimpleHTTPRequestHandler):
    extensions_map = {'.mjs': 'text/javascript', '.wasm': 'application/wasm', '.html': 'text/html; charset=utf-8'}

    def log_message(self, *_):
        pass


class Preview:
    def __init__(self, chromium):
        server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), functools.partial(Quiet, directory=SITE))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.server, self.chromium = server, chromium
        chromium.wide(1600)

    def keys(self, chapters, n):
        """Pages, and of n keys how long each took; none, if not every one came to the page that was looked at."""
        self.chromium.call('Page.navigate', url='http://127.0.0.1:%d/' % self.server.server_port)
        while not self.chromium.evaluate('!!window.loaded'):
            time.sleep(0.1)
        got = self.chromium.evaluate('keys(%d, %d)' % (document(chapters), n))
        return got['pages'], got['took'] if got['drawn'] == n else []

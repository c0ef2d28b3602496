"""usage: words.py PORT AXE.JS WORDS.TXT TESTS RULES.DEF: what the program tells in the words of the desk (words.js):
the lines of WORDS.TXT (as told, below it as the desk says it), and no markup is left of any message that a suite
expects, of any explanation, of anything the forms explain."""
import glob
import json
import os
import re
import sys

from desk import Desk, verdict
from page import BASE, PORT, chromium, clean, js, sees

desk = Desk(PORT)
MARKED = re.compile(r'</?[a-z][^<>]*>|[a-z]="|`')
TOLD = re.compile(r'[^ ]*: (Fehler|Warnung|Hinweis): ')
SIGNS = re.compile(r'\[(XML|NAMENSRAUM|KODIERUNG)\]')


def here(texts):
    return js("import('./words.js').then(w => %s.map(w.here))" % json.dumps(texts))


chromium.call('Page.navigate', url=BASE + '?zugang=' + os.environ['RATSSATZ_ZUGANG'])
sees('the start page', "document.querySelector('.start')")
with open(sys.argv[3], encoding='utf-8') as f:
    pairs = [p.split('\n') for p in f.read().strip().split('\n\n')]
for (told, wanted), said in zip(pairs, here([p[0] for p in pairs])):
    verdict('in the words of the desk: ' + told, said == wanted, said)

expected = {line.split(': ', 2)[2] for path in glob.glob(sys.argv[4] + '/**/*.err', recursive=True)
            for line in open(path, encoding='utf-8', errors='replace') if TOLD.match(line)}
expected = sorted(m for m in expected if MARKED.search(m) and not SIGNS.search(m))
left = [m for m in here(expected) if MARKED.search(m)]
verdict('messages with markup: %d' % len(expected), len(expected) > 300)
verdict('none is left of them', not left, left[:3])
with open(sys.argv[5], encoding='utf-8') as f:
    codes = re.findall(r'^RULE\((\w+),', f.read(), re.M)
told = [desk.get('/api/code?code=' + c)['text'] for c in codes]
left = [t for t in here(told) if MARKED.search(t)]
verdict('explanations with markup', sum(bool(MARKED.search(t)) for t in told) > 80)
verdict('none is left of them', not left, left[:3])
# what the page gets is what it shows
shown = js("""import('./api.js').then(async a => {
    const g = await a.grammar(), c = await a.get('/api/code', {code: 'TOPERGEBNIS'});
    return [c.text, ...g.flatMap(e => [e, ...e.attrs ?? []]).flatMap(t => [t.text, t.expected])].filter(Boolean) })""")
left = [t for t in shown if MARKED.search(t)]
verdict('what the forms explain', len(shown) > 500 and not left, left[:3])
verdict('an explanation', shown[0].endswith(
    'Richtig: „Ergebnis: erledigt“ oder „Entfallen: ja“ „Grund: Es lagen keine vor.“.'), shown[0])
clean('words')
chromium.end()

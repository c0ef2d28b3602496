#!/usr/bin/env python3
"""Measures the Werkstatt: from key to changed page on screen in Chromium, server and drawing included, in a Konzept of
some 35 pages and in one of some 300; saves of many clients at once; and its memory over as many saves as one makes in
an hour. Each time beside a bare round trip in the same run.

Typst's preview runs beside it (vorschau.py), each document right after ours.

usage: werkstatt.py [--schnell] [--ohne-typst]      needs Chromium and what src/web/fetch brings
Results: a table, and out/bench/werkstatt.json. To reach: p95 of 100 ms and of 250 ms; of a save 150 ms. Only a
save that is refused fails: times are for reading.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
sys.path[:0] = [os.path.join(TOP, 'tests'), os.path.join(TOP, 'tests', 'werkstatt')]
os.environ['RATSSATZ_ZUGANG'] = '0123456789abcdef' * 2
import browser  # noqa: E402
import vorschau  # noqa: E402
from desk import CHAPTER, KONZEPT, Desk  # noqa: E402

OUT = os.path.join(TOP, 'out', 'bench', 'werkstatt')
PROGRAM = os.path.join(TOP, 'out', 'bin', 'ratssatz-ganz')
FAST = '--schnell' in sys.argv
# From the key to the second frame after a page was put in its place.
WATCH = """window.took = [];
document.addEventListener('beforeinput', () => { window.pressed = performance.now() }, true);
new MutationObserver(() => requestAnimationFrame(() => requestAnimationFrame(() => {
    if (window.pressed) window.took.push(performance.now() - window.pressed); window.pressed = 0;
}))).observe(document.querySelector('.seiten'), {childList: true, subtree: true})"""


def at(times, share):
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def contents(pages):
    """Pages: so many at least, by chapters that come again under other ids."""
    shutil.rmtree(OUT, ignore_errors=True)
    for name in ('content', 'templates'):
        shutil.copytree(os.path.join(TOP, name), os.path.join(OUT, name))
    os.chdir(OUT)
    with open('content/' + KONZEPT, encoding='utf-8') as f:
        master = f.read()
    chapter, copies = '01-ausgangslage.xml', max(0, (pages - 35) // 5)
    with open(os.path.join('content', os.path.dirname(KONZEPT), chapter), encoding='utf-8') as f:
        text = f.read()
    for i in range(copies):
        ids = re.sub(r' id="([^"]*)"', r' id="\1-%d"' % i, text)
        with open(os.path.join('content', os.path.dirname(KONZEPT), 'mehr-%d.xml' % i), 'w', encoding='utf-8') as f:
            f.write(ids)
    line = '<xi:include href="%s"/>' % chapter
    more = ''.join('\n  <xi:include href="mehr-%d.xml"/>' % i for i in range(copies))
    with open('content/' + KONZEPT, 'w', encoding='utf-8') as f:
        f.write(master.replace(line, line + more))


def start():
    log = open('desk.log', 'w+', encoding='utf-8')
    process = subprocess.Popen([PROGRAM, 'werkstatt', '--inhalt', 'content', '--port', '0'], stderr=log)
    while True:
        time.sleep(0.05)
        with open('desk.log', encoding='utf-8') as f:
            found = re.search(r'127\.0\.0\.1:(\d+)/.*\n', f.read())
        if found:
            return process, int(found[1])


def round_trip(desk):
    times = []
    for _ in range(100):
        begun = time.perf_counter()
        desk.get('/gesund')
        times.append((time.perf_counter() - begun) * 1000)
    return at(times, 0.5)


def keys(port, n):
    c = browser.Chromium(browser.program())
    c.wide(1600)
    c.call('Page.navigate', url='http://127.0.0.1:%d/?zugang=%s' % (port, os.environ['RATSSATZ_ZUGANG']))
    time.sleep(1)
    c.evaluate("location.hash = '#' + encodeURIComponent('%s#%s')" % (KONZEPT, CHAPTER))
    while not c.evaluate("document.querySelectorAll('.ProseMirror .el-absatz, .blatt svg').length > 5"):
        time.sleep(0.1)
    time.sleep(3)
    x, y = c.evaluate("(() => { const e = document.querySelector('.ProseMirror .el-absatz'); e.scrollIntoView();"
                      "const r = e.getBoundingClientRect(); return [r.x + 60, r.y + 10] })()")
    for kind in ('mousePressed', 'mouseReleased'):
        c.call('Input.dispatchMouseEvent', type=kind, x=x, y=y, button='left', clickCount=1)
    time.sleep(1)
    c.call('Input.insertText', text='a')
    time.sleep(2)
    c.evaluate(WATCH)
    for i in range(n):
        c.call('Input.insertText', text='schreiben '[i % 10])
        time.sleep(0.35)
    time.sleep(1)
    pages, took = c.evaluate("document.querySelectorAll('.blatt').length"), c.evaluate('took')
    c.end()
    return pages, took


def saves(port, clients, each):
    times, refused = [], []

    def work(i):
        desk = Desk(port)
        path = CHAPTER.replace('02-01-wohnraum', '02-%02d-%s' % ((2, 'sprache') if i % 2 else (1, 'wohnraum')))
        seen = desk.part(path)['xml']
        for n in range(each):
            now = seen.replace('</titel>', '</titel><absatz id="c%d-%d">Wort %d</absatz>' % (i, n, n), 1)
            begun = time.perf_counter()
            desk.save(path, seen, now)
            times.append((time.perf_counter() - begun) * 1000)
            if desk.status != 200:
                refused.append(desk.status)
            seen = now
            time.sleep(0.2)

    threads = [threading.Thread(target=work, args=(i,)) for i in range(clients)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    return times, refused


def resident(process):
    """Megabytes that the server has."""
    with open('/proc/%d/status' % process.pid, encoding='ascii') as f:
        return int(re.search(r'VmRSS:\s+(\d+)', f.read())[1]) / 1024


def peer(chapters, n):
    """Typst's rows, one or none; a document that takes it seconds gets fewer keys."""
    c = browser.Chromium(browser.program())
    pages, took = vorschau.Preview(c).keys(chapters, n)
    c.end()
    if not took:
        print('Vorschau von Typst, %d Seiten: nicht gemessen, die Tasten kamen nicht auf die Seite' % pages)
        return []
    return [{'was': 'Typst: Taste bis Seite, %d Seiten' % pages, 'p50': at(took, 0.5), 'p95': at(took, 0.95)}]


def memory(process, port, n):
    """After each tenth of so many saves of one paragraph: what the server has. The first tenth warms it up."""
    desk, has = Desk(port), []
    first = seen = desk.part(CHAPTER)['xml']
    for i in range(n):
        now = first.replace('</titel>', '</titel><absatz id="immer-neu">Wort %d</absatz>' % i, 1)
        desk.save(CHAPTER, seen, now)
        if desk.status != 200:
            raise SystemExit('save %d: %d' % (i, desk.status))
        seen = now
        if i % 20 == 0:
            desk.post('/api/check', {'document': KONZEPT, 'changes': []})
        if (i + 1) % (n // 10) == 0:
            has.append(resident(process))
    return has


def main():
    module = os.path.join(TOP, 'out', 'share', 'werkstatt', 'module')
    if not any(map(shutil.which, ('chromium', 'chromium-browser', 'google-chrome'))) or \
            subprocess.call([os.path.join(TOP, 'src', 'web', 'fetch'), module]):
        print('Werkstatt: nicht gemessen, Chromium oder die Bausteine des Editors fehlen')
        return 0
    rows, bad, without = [], 0, 'nicht verlangt' if '--ohne-typst' in sys.argv else vorschau.site()
    for wanted, aim, chapters in ((35, 100, 8), (300, 250, 71)):
        contents(wanted)
        process, port = start()
        bare = round_trip(Desk(port))
        pages, took = keys(port, 20 if FAST else 100)
        rows.append({'was': 'Taste bis Seite, %d Seiten' % pages, 'p50': at(took, 0.5), 'p95': at(took, 0.95),
                     'ziel': aim, 'leer': bare})
        process.terminate()
        process.wait()
        if not without:
            rows += [dict(r, leer=bare) for r in peer(chapters, 20 if chapters > 20 or FAST else 100)]
    contents(35)
    process, port = start()
    bare = round_trip(Desk(port))
    times, refused = saves(port, 10 if FAST else 50, 5)
    bad |= len(refused) > 0
    rows.append({'was': 'Speichern, %d zugleich' % (10 if FAST else 50), 'p50': at(times, 0.5), 'p95': at(times, 0.95),
                 'ziel': 150, 'leer': bare})
    process.terminate()
    process.wait()
    contents(35)
    process, port = start()
    has = memory(process, port, 500 if FAST else 5000)
    process.terminate()
    process.wait()
    print('%-40s %8s %8s %8s %12s' % ('', 'p50 ms', 'p95 ms', 'Ziel', 'p95 : leer'))
    for r in rows:
        print('%-40s %8.1f %8.1f %8s %12.0f' % (r['was'], r['p50'], r['p95'], r.get('ziel', ''), r['p95'] / r['leer']))
    if without:
        print('Vorschau von Typst: nicht gemessen, ' + without)
    print('Abgelehnt: %d' % len(refused))
    print('Speicher über %d Speicherungen, MB: %s' % (500 if FAST else 5000, ' '.join('%.1f' % h for h in has)))
    with open(os.path.join(TOP, 'out', 'bench', 'werkstatt.json'), 'w', encoding='utf-8') as f:
        json.dump({'zeiten': rows, 'speicher': has}, f, indent=1)
    return bad


if __name__ == '__main__':
    sys.exit(main())

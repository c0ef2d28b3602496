"""usage: steps.py PORT AXE.JS RATSSATZ SESSION PYTHON SOFFICE: five tasks with the keys and clicks counted, here in
Chromium and by writer.py in LibreOffice Writer, which gets what changed in the text as it is read out. Prints a table,
and verdicts: each task is done in both, and takes fewer steps here (cases/steps.sh)."""
import os
import re
import subprocess
import sys

import page
from desk import KONZEPT, Desk, read, verdict
from page import BASE, PORT, button, chromium, clean, js, sees, wait

RATSSATZ, SESSION, PYTHON, SOFFICE = sys.argv[3:7]
FOLDER = SESSION.rsplit('/', 1)[0] + '/'
NEWER = 'beckum/integrationskonzept-2019/konzept.xml'
CHAPTER = 'beckum/integrationskonzept-2018/02-05-begegnung.xml'
MASSNAHME = "[...document.querySelectorAll('.el-massnahme')].pop()"
TOP = "[...document.querySelectorAll('dialog')].pop()"
steps = 0


def click(what, dx=None):
    global steps
    steps += 1
    page.click(what, dx)


def key(name, ctrl=False):
    global steps
    steps += 1
    page.key(name, ctrl)


def write(text):
    global steps
    steps += len(text)
    page.write(text)


def choose(element, option):
    """From a list: a click that opens it, one on the option."""
    global steps
    steps += 2
    js("(() => { const s = %s, o = [...s.options].find(o => o.textContent == %r); s.value = o.value;"
       "s.dispatchEvent(new Event('change', {bubbles: true})) })()" % (element, option))


def opened(path):
    js("location.hash = '#'")
    wait("document.querySelector('.start')")
    js("location.hash = '#' + encodeURIComponent('%s')" % path)
    sees('opened: ' + path, "document.querySelector('.ProseMirror') && document.querySelector('.blatt svg')",
         'document.body.innerText.slice(0, 300)')


def text(path, name):
    """As it is read out, a line for each thing said."""
    told = subprocess.run([RATSSATZ, 'setzen', '-q', '--dump=vorlesen', 'content/' + path], capture_output=True)
    verdict('%s can be set: %s' % (path, name), told.returncode == 0, told.stderr.decode()[:500])
    lines = [re.sub(r'[\u00a0\u202f\t]', ' ', line).strip() for line in told.stdout.decode().split('\n')]
    with open(name, 'w', encoding='utf-8') as f:
        f.write('\n'.join(line for line in lines if line))
    return name


def items(path, name):
    """The agenda alone, a line for each item."""
    with open(name, 'w', encoding='utf-8') as f:
        f.write('\n'.join(' '.join((i['nummer'], i['titel'], i['drucksache'])).strip()
                          for i in desk.get('/api/meeting?document=' + path)['agenda']))
    return name


def counted(task, path, run, told=text):
    global steps
    before = told(path, task + '-before.txt')
    steps = 0
    run()
    ours.append((task, steps, before, told(path, task + '-after.txt')))


def saved():
    page.saved('saved')


def amount():
    click("document.querySelector('.gliederung a[data-path=\\x22%s\\x22]')" % CHAPTER)
    sees('the chapter', "document.querySelector('.ProseMirror .el-posten .betrag')")
    click("document.querySelector('.ProseMirror .el-posten .betrag')")
    key('a', ctrl=True)
    write('6000')
    key('Tab')
    saved()


def massnahme():
    click("document.querySelector('.gliederung a[data-path$=\\x2202-07-ehrenamt.xml\\x22]')")
    sees('the chapter', "document.querySelector('.gliederung [aria-current]').textContent.includes('hrenamt')")
    click("[...document.querySelectorAll('.ProseMirror > .el > .inhalt > .el-absatz')].pop()", 12)
    sees('offered', "document.querySelector('[aria-label=Einfügen]').textContent.includes('Maßnahme')")
    before = js("document.querySelectorAll('.el-massnahme').length")
    choose("document.querySelector('[aria-label=Einfügen]')", 'Maßnahme')
    sees('its form', "document.querySelectorAll('.el-massnahme').length == %d" % (before + 1))
    new = "document.querySelector('.el-massnahme')"
    write('Wer neu ist, findet ein Ehrenamt.')
    click(new + ".querySelector('.el-schritt .inhalt')")
    write('Die Stadt wirbt in den Sprachkursen.')
    choose(new + ".querySelector('[aria-label=Stelle]')", 'Integrationsmanagement')
    click(new + ".querySelector('.el-posten .inhalt')")
    write('Handzettel')
    click(new + ".querySelector('.betrag')")
    write('800')
    choose(new + ".querySelector('[aria-label=Turnus]')", 'Jährlich')
    choose(new + ".querySelector('[aria-label=Klasse]')", 'Laufend')
    saved()


def agenda():
    click(button('Sitzung'))
    sees('its board', "document.querySelector('.ablage')", 'document.body.innerText')
    for n in range(8):
        waiting = "document.querySelectorAll('[aria-label=\\x22Vorlagen, die warten\\x22] li').length"
        left = js(waiting)
        click(button('Auf die Tagesordnung'))
        sees('asked', button('Freigeben', TOP))
        click(button('Freigeben', TOP))
        sees('paper %d' % (n + 1), '%s == %d' % (waiting, left - 1), TOP + '.innerText')
    js(TOP + ".close()")


def results():
    global steps
    click(button('Mitschrift'))
    sees('a line for each', "document.querySelectorAll('[data-top]').length >= 8")
    rows = "[...document.querySelectorAll('.mitschrift tr[data-von]')].filter(r => r.textContent.includes('Radweg'))"
    for n in range(8):
        if n == 0:
            js(rows + "[0].querySelector('select').focus()")
            steps += 1
        sees('the next one has the focus', "%s[%d].querySelector('select') == document.activeElement" % (rows, n))
        for _ in range(2):
            key('ArrowDown')
        key('Tab')
        write('5')
        key('Enter')
        sees('entered: %d' % (n + 1), "document.querySelector('.mitschrift .stand').textContent == 'gespeichert' && "
             "document.querySelectorAll('[aria-label$=\\x22: ja\\x22]').length >= 8")
    js(TOP + ".close()")


def synopsis():
    click(button('Synopse'))
    sees('the Synopse', "document.querySelector('[aria-label=\\x22Synopse zur vorigen Ausgabe\\x22] .blatt svg')")


ours = []
desk = Desk(PORT)
chromium.call('Page.navigate', url=BASE + '?zugang=' + os.environ['RATSSATZ_ZUGANG'])
wait("document.querySelector('.start')")
opened(KONZEPT)
counted('amount', KONZEPT, amount)
counted('massnahme', KONZEPT, massnahme)
desk.post('/api/office', {'do': 'aufnehmen', 'documents': ['hohenfeld/verzeichnis.xml', SESSION]})
opened(SESSION)
counted('agenda', SESSION, agenda, items)
for what in ('bekanntgeben', 'niederschrift'):
    done = desk.post('/api/office', {'do': what, 'documents': [SESSION]})
    verdict(what, done['done'], done)
MINUTES = FOLDER + 'niederschrift.xml'
whole = read(MINUTES)
desk.save(MINUTES, whole, whole.replace(' stand="abwesend"', ''))
opened(MINUTES)
counted('results', MINUTES, results)
opened(NEWER)
steps = 0
synopsis()
ours.append(('compare', steps, text(KONZEPT, 'old.txt'), text(NEWER, 'new.txt')))
clean('five tasks')
chromium.end()

told = subprocess.run([PYTHON, os.path.join(os.path.dirname(__file__), 'writer.py'), SOFFICE, os.getcwd(),
                       *[a for task, _, before, after in ours for a in (task, before, after)]],
                      capture_output=True, text=True, timeout=900)
theirs = {task: (int(n), how) for task, n, how in (line.split('\t') for line in told.stdout.splitlines())}
with open('steps.txt', 'w', encoding='utf-8') as f:
    for task, n, *_ in ours:
        f.write('%-10s %4d here  %5s in LibreOffice Writer\n' % (task, n, theirs.get(task, ('?',))[0]))
for task, n, *_ in ours:
    there, how = theirs.get(task, (0, told.stderr[-400:]))
    verdict('%s: done in Writer, too' % task, how == 'done', how)
    verdict('%s: %d steps, fewer than %d' % (task, n, there), n < there)

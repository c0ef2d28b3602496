"""usage: signed.py PORT AXE.JS SESSION PROGRAM: one session in Chromium from the paper that waits to the package for
the council system: on the agenda, issued, announced, minutes while people talk, signed; what is signed stands in the
paper and in the register."""
import os
import re
import subprocess
import sys

from desk import Desk, read, stands, verdict
from page import BASE, PORT, button, chromium, clean, click, go_to, js, judged, key, press, says, sees, wait, write

SESSION, PROGRAM = sys.argv[3:5]
FOLDER = SESSION.rsplit('/', 1)[0] + '/'
PAPER, MINUTES = FOLDER + 'vorlage-radweg.xml', FOLDER + 'niederschrift.xml'
TODAY = FOLDER.rsplit('/', 2)[1]
LAST = "[...document.querySelectorAll('dialog')].pop()"
desk = Desk(PORT)
desk.post('/api/office', {'do': 'aufnehmen', 'documents': ['hohenfeld/verzeichnis.xml', SESSION]})


def answered(what, words, name):
    sees(what, LAST + "?.textContent.includes('%s')" % words, LAST + '?.innerText')
    click(button(name, LAST))


def opened(path, name, there):
    js("document.querySelectorAll('dialog').forEach(d => d.close()); location.hash = '#' + encodeURIComponent('%s')" %
       path)
    sees('opened: ' + path, button(name) + " && document.querySelector('.ProseMirror')")
    click(button(name))
    sees(name, there, 'document.body.innerText')


def typed(name, text):
    go_to('textbox', name)
    write(text)
    key('Tab')


def result(number, option, *votes):
    js("""(() => { const s = document.querySelector('[aria-label="%s: Ergebnis"]');
        s.value = '%s'; s.form.querySelector('input').focus() })()""" % (number, option))
    for vote in votes:
        write(vote)
        key('Tab')
    js("document.querySelector('[aria-label=\"%s: Ergebnis\"]').form.querySelector('input').focus()" % number)
    key('Enter')
    stands('a result of ' + number, MINUTES, 'ergebnis="%s"' % option)
    sees('and drawn', "document.querySelector('[aria-label=\"%s: Ergebnis\"]').drawn == '%s'" % (number, option))


chromium.call('Page.navigate', url=BASE + '?zugang=' + os.environ['RATSSATZ_ZUGANG'])
wait("document.querySelector('.start')")
opened(SESSION, 'Sitzung', "document.querySelector('.schritte')")
press('button', 'Ein Radweg an der Talstraße: auf die Tagesordnung')
answered('release is asked', 'gilt diese Fassung', 'Freigeben')
says('released', 'Freigegeben')
press('button', 'Vorlagen ausgeben')
answered('issuing is asked', 'als PDF geschrieben', 'Ausgeben')
says('issued', 'Ausgegeben')
press('button', 'Bekannt geben')
answered('announcing is asked', 'nicht zurücknehmen', 'Bekannt geben')
says('announced', 'Bekannt gegeben')
WAS = read(PAPER)
press('button', 'Niederschrift beginnen')
says('begun', 'Niederschrift begonnen')

# while people talk
opened(MINUTES, 'Mitschrift', "document.querySelector('.mitschrift')")
click(button('Alle sind da'))
sees('all are there', "![...document.querySelectorAll('.mitschrift select')].some(s => s.value == 'abwesend')")
typed('Ende', '19:20')
# faster than a save: the next result is typed while the one before is on its way
SLOW = """window.plain = window.fetch; window.fetch = (plain => async (path, more) => {
    const answer = await plain(path, more);
    if (String(path).startsWith('/api/part')) await new Promise(r => setTimeout(r, 400));
    return answer;
})(window.fetch)"""
js(SLOW)
js("""(() => { const s = document.querySelector('[aria-label="Ö 1: Ergebnis"]');
    s.value = 'erledigt'; s.form.querySelector('input').focus() })()""")
key('Enter')
js("""(() => { const s = document.querySelector('[aria-label="Ö 3: Ergebnis"]');
    s.value = 'kenntnis'; s.form.querySelector('input').focus() })()""")
write('4')
sees('the first one is saved', "document.querySelector('.mitschrift .stand').textContent == 'gespeichert' && "
     "document.activeElement.value == '4'", 'document.activeElement.outerHTML')
wait("document.activeElement.drawn == ''")
write('2')
FIELD = "document.querySelector('[aria-label=\"Ö 3: ja\"]')"
sees('and the next one goes on where it was', "document.activeElement == %s && %s.value == '42' && "
     "document.querySelector('[aria-label=\"Ö 3: Ergebnis\"]').value == 'kenntnis'" % (FIELD, FIELD),
     'document.activeElement.outerHTML')
js(FIELD + ".value = ''; window.fetch = window.plain")
result('Ö 2', 'einstimmig', '5', '0', '0')
result('Ö 3', 'kenntnis')
result('N 1', 'vertagt')
judged('minutes')
RESULT = 'ergebnis="einstimmig'
verdict('what is not signed stands nowhere else', RESULT not in read(PAPER) and RESULT in read(MINUTES), read(MINUTES))
click(button('Schließen', LAST))

# signed: in the text itself
sees('the text', "!document.querySelector('dialog[open]') && document.querySelector('.ProseMirror')",
     "[...document.querySelectorAll('dialog[open]')].map(d => d.innerText.slice(-300)).join('|')")
FIELDS = "[...document.querySelectorAll('.ProseMirror :is(input, select)')].filter(e => e.ariaLabel == '%s')"
js("""(() => { const set = (e, v) => { e.value = v; e.dispatchEvent(new Event('change', {bubbles: true})) };
    set(%s[0], ''); for (const e of (%s).slice(-2)) set(e, '%s') })()""" %
   (FIELDS % 'Entwurf', FIELDS % 'Datum', TODAY))
stands('both have signed', MINUTES, 'amt="Schriftführung" datum="%s"' % TODAY)
NOW = re.sub('<!--.*?-->', '', read(MINUTES), flags=re.S)
verdict('no draft any more', NOW.count('<unterzeichnung') == 2 == NOW.count(' datum="%s"/>' % TODAY) and
        'entwurf=' not in NOW, NOW[-600:])
opened(MINUTES, 'Mitschrift', "document.querySelector('.mitschrift')")
click(button('Niederschrift ausgeben'))
answered('it says what comes of a signature', 'das lässt sich nicht zurücknehmen', 'Ausgeben')
sees('issued', "[...document.querySelectorAll('.ansage')].some(a => a.textContent == 'Niederschrift ausgegeben')",
     LAST + '.innerText')
there = os.listdir('aus/hohenfeld/' + TODAY)
verdict('as PDF, and an extract of the decision', any(f.startswith('niederschrift') for f in there) and
        any('auszug' in f for f in there), there)

# what was decided: in the paper, which keeps all else; in the register; on the board
found = re.search(r'<beratung gremium="rat" datum="%s" rolle="entscheidung" '
                  r'(top="Ö 2" ergebnis="einstimmig beschlossen \(5 Ja[^"]*")/>' % TODAY, read(PAPER))
verdict('the result stands in the paper', found, read(PAPER)[:1500])
verdict('and nothing else is another', found and read(PAPER).replace(' ' + found[1], '') == WAS, read(PAPER)[:1500])
told = subprocess.run([PROGRAM, 'register', 'zeige', 'A 61/001/2026', '--register', 'content/hohenfeld/register.db'],
                      capture_output=True, text=True, check=False)
verdict('and in the register', 'einstimmig beschlossen (5' in told.stdout, told.stdout + told.stderr)
opened(SESSION, 'Sitzung', "document.querySelector('.schritte')")
js("document.querySelector('.ergebnisse').open = true")
ROW = "[...document.querySelectorAll('.ergebnisse li')].find(l => l.textContent.includes('Radweg'))"
sees('the board has it', ROW + "?.textContent.includes('Eingetragen: einstimmig beschlossen (5 Ja')",
     LAST + '.innerText')
press('button', 'Abgeben')
answered('handing over is asked', 'Paket', 'Abgeben')
says('handed over', 'Abgegeben')
there = [os.path.join(d, f) for d, _, files in os.walk('aus') for f in files if f.endswith('.zip')]
verdict('a package, and one for what is not public', len(there) == 2, there)
clean('a session to its end')
chromium.end()

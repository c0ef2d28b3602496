"""usage: hindered.py PORT AXE.JS RATSSATZ-GANZ [AS…]: what goes wrong in the middle of typing, each thing once: no room
on the disk, a folder that may not be written, a sign-in that ran out (of the proxy, by a redirect or a page of its own;
of the Werkstatt, by a restart with another token), a proxy without its Werkstatt, a computer that slept, a clock set
back, another branch of git, a chapter with another name, two windows of one person, no pause while typing. No word is
lost, it is told in a sentence, and it goes on by itself (cases/hindered.sh). PORT is not used: the servers are its own.
"""
import atexit
import glob
import os
import subprocess
import sys
import time

from desk import CHAPTER, KONZEPT, Desk, read, verdict, write as put
from frontdoor import Door
from page import button, chromium, clean, click, js, judged, press, saved, sees, wait, write

TOKEN = os.environ['RATSSATZ_ZUGANG']
PARAGRAPH = "document.querySelectorAll('.ProseMirror > .el > .inhalt > .el-absatz')[0]"
STAND = "document.querySelector('.stand').textContent"
TOLD = "document.querySelector('.stoerung').textContent"
MINUTES = 'hohenfeld/sitzungen/2026-03-19/niederschrift.xml'


class Server:
    """A Werkstatt over the folder content: it can end and come back at its address."""
    def __init__(self, *options, port=0, **env):
        self.options, self.port, self.env = options, port, env
        self.start()

    def start(self, **env):
        self.env.update(env)
        self.process = subprocess.Popen(
            [*sys.argv[4:], sys.argv[3], 'werkstatt', '--inhalt', 'content', '--port', str(self.port), *self.options],
            env=dict(os.environ, **self.env), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        atexit.register(self.process.kill)
        for line in self.process.stderr:
            if line.startswith('Werkstatt:'):
                self.port = int(line.split('127.0.0.1:')[1].split('/')[0])
                return
        verdict('the server starts', False)

    def stop(self):
        self.process.terminate()
        self.process.wait()


def at_end(of=PARAGRAPH):
    js("(() => { const s = getSelection(), r = document.createRange(); %s.scrollIntoView(); r.selectNodeContents(%s);"
       "r.collapse(false); document.querySelector('.ProseMirror').focus(); s.removeAllRanges(); s.addRange(r) })()" %
       (of, of))
    time.sleep(0.1)


def second(address):
    """Another window, in window.second: as if somebody clicked."""
    chromium.call('Runtime.evaluate', expression='window.second = open(%s); 0' % address, userGesture=True)


def opened(base, what):
    chromium.call('Page.navigate', url=base)
    wait("document.querySelector('.start')")
    js("location.hash = '#' + encodeURIComponent('%s#%s')" % (KONZEPT, CHAPTER))
    sees('a text: ' + what, PARAGRAPH + " && document.querySelector('.blatt svg')",
         'document.body.innerText.slice(0, 400)')


def hindered(what, words, sentence):
    """Written, not saved, told, still there."""
    at_end()
    write(' ' + words)
    sees(what + ': told', '%s.includes(%r)' % (TOLD, sentence), TOLD)
    sees(what + ': it says that nothing is lost', "%s.includes('bleibt hier; gespeichert wird von selbst')" % TOLD,
         TOLD)
    verdict(what + ': not said to be saved', js(STAND) == 'nicht gespeichert', js(STAND))
    verdict(what + ': the words are there', js(PARAGRAPH + '.textContent').rstrip().endswith(words))


def goes_on(what, words, path=CHAPTER):
    sees(what + ': saved by itself', STAND + " == 'gespeichert'", TOLD)
    verdict(what + ': in the file, once', read(path).count(words) == 1, read(path)[:900])
    sees(what + ': no longer told', TOLD + " == ''", TOLD)


# behind a proxy that signs people in
server = Server('--anmeldung', 'X-Remote-User')
door = Door(server.port, 'meier')
opened('http://127.0.0.1:%d/' % door.port, 'behind a proxy')
for how, sentence in (('redirect', 'Anmeldung ist abgelaufen'), ('page', 'Anmeldung ist abgelaufen'),
                      ('nobody', 'Anmeldung fehlt oder ist abgelaufen'), ('gone', 'gerade nicht zu erreichen'),
                      ('cut', 'Keine Verbindung')):
    door.mode = how
    hindered('proxy, ' + how, 'Wort-%s.' % how, sentence)
    if how == 'redirect':
        judged('signed out', ((375, 'dark'), (1280, 'light')))
    door.mode = 'open'
    goes_on('proxy, ' + how, 'Wort-%s.' % how)
other = Desk(server.port, '', **{'X-Remote-User': 'huber'})
seen = other.part(CHAPTER)['xml']
other.save(CHAPTER, seen, seen.replace('<titel>Wohnraum</titel>', '<titel>Wohnen</titel>'))
sees('others are heard again', "document.querySelector('.ProseMirror .el-titel').textContent == 'Wohnen'")

# a folder that may not be written, a full disk
folder = 'content/' + os.path.dirname(CHAPTER)
if os.path.exists('content/klein'):                    # cases/hindered.sh: as nobody, on a small disk
    os.chmod(folder, 0o555)
    hindered('read-only', 'Wort-gesperrt.', 'Rechte fehlen')
    os.chmod(folder, 0o755)
    goes_on('read-only', 'Wort-gesperrt.')
    fill = os.open('content/klein', os.O_WRONLY)
    try:
        while os.write(fill, b'\0' * 4096):
            pass
    except OSError:
        os.close(fill)
    hindered('no room', 'Wort-voll.', 'Datenträger')
    put('klein', '')
    goes_on('no room', 'Wort-voll.')
server.stop()
clean('behind a proxy')

# by itself: a token, then another
server = Server(RATSSATZ_ZUGANG=TOKEN)
BASE = 'http://127.0.0.1:%d/' % server.port
opened(BASE + '?zugang=' + TOKEN, 'with a token')
server.stop()
server.start(RATSSATZ_ZUGANG=TOKEN[::-1])
hindered('another token', 'Wort-neu.', 'in einem neuen Fenster die Adresse')
second("'%s?zugang=%s'" % (BASE, TOKEN[::-1]))
goes_on('another token', 'Wort-neu.')
js('second.close()')

# nobody else's save is missed over a restart; a clock that was set back changes neither order nor what was saved
other = Desk(server.port, TOKEN[::-1])
server.stop()
server.start(SOURCE_DATE_EPOCH='1600000000')
other = Desk(server.port, TOKEN[::-1])
seen = other.part(CHAPTER)['xml']
other.save(CHAPTER, seen, seen.replace('<titel>Wohnen</titel>', '<titel>Wohnung</titel>'))
verdict('heard after a restart', wait("document.querySelector('.ProseMirror .el-titel').textContent == 'Wohnung'", 60),
        js('[%s, %s, document.hidden]' % (STAND, TOLD)))
at_end()
write(' Wort-früher.')
saved('with a clock set back')
press('button', 'Verlauf')
sees('the last save is told first', "document.querySelector('.verlauf li ins')?.textContent.includes('Wort-früher')",
     "document.querySelector('.verlauf')?.innerText.slice(0, 400)")
click("document.querySelector('.verlauf li button')")
sees('and taken back', "!%s.textContent.includes('Wort-früher')" % PARAGRAPH)

# a computer that slept while others wrote, with words that were not saved
at_end()
write(' Wort-müde.')
chromium.call('Page.setWebLifecycleState', state='frozen')
seen = other.part(CHAPTER)['xml']
other.save(CHAPTER, seen, seen.replace('<titel>Wohnung</titel>', '<titel>Wohnraum</titel>'))
time.sleep(2)
chromium.call('Page.setWebLifecycleState', state='active')
goes_on('slept', 'Wort-müde.')
sees('what others wrote is there', "document.querySelector('.ProseMirror .el-titel').textContent == 'Wohnraum'")

# another branch
git = ['git', '-c', 'user.name=x', '-c', 'user.email=x@example.org', '-c', 'safe.directory=*', '-C', 'content']
for args in (['init', '-q'], ['add', '-f', CHAPTER], ['commit', '-qm', 'a'], ['checkout', '-qb', 'b']):
    subprocess.run(git + args, check=True)
put(CHAPTER, read(CHAPTER).replace('<titel>Wohnraum</titel>', '<titel>Wohnraum für alle</titel>'))
for args in (['commit', '-qam', 'b'], ['checkout', '-q', '-']):
    subprocess.run(git + args, check=True)
at_end()
write(' Wort-Zweig.')
subprocess.run(git + ['checkout', '-q', 'b'], check=True)
goes_on('another branch', 'Wort-Zweig.')
verdict('the branch has its own words', 'Wohnraum für alle' in read(CHAPTER), read(CHAPTER)[:300])

# the chapter has another name
RENAMED = CHAPTER.replace('wohnraum', 'zuhause')
at_end()
write(' Wort-umbenannt.')
os.rename('content/' + CHAPTER, 'content/' + RENAMED)
put(KONZEPT, read(KONZEPT).replace(os.path.basename(CHAPTER), os.path.basename(RENAMED)))
goes_on('renamed', 'Wort-umbenannt.', RENAMED)
verdict('the old name is gone', not os.path.exists('content/' + CHAPTER))

# two windows of one person
second('location.href')
THERE = PARAGRAPH.replace('document', 'second.document')
sees('a second window', 'window.second?.document?.body && ' + THERE)
js("""(() => { const p = %s, s = second.getSelection(), r = second.document.createRange();
    second.document.querySelector('.ProseMirror').focus();
    r.selectNodeContents(p.nextElementSibling ?? p); r.collapse(false); s.removeAllRanges(); s.addRange(r);
    second.document.execCommand('insertText', false, ' Wort-zwei.') })()""" % THERE)
at_end()
write(' Wort-eins.')
saved('the first window')
sees('the second one saves', "second.document.querySelector('.stand').textContent == 'gespeichert'")
sees('each shows what the other wrote', "document.querySelector('.ProseMirror').textContent.includes('Wort-zwei.') && "
     "second.document.querySelector('.ProseMirror').textContent.includes('Wort-eins.')",
     "document.querySelector('.ProseMirror').innerText.slice(0, 900)")
verdict('both in the file', read(RENAMED).count('Wort-eins.') == read(RENAMED).count('Wort-zwei.') == 1)
js('second.close()')

# who writes without a pause is not kept waiting
at_end()
write(' Wort')
end = time.time() + 9
while time.time() < end and 'Wortttt' not in read(RENAMED):
    write('t')
    time.sleep(0.15)
verdict('saved while it is written', 'Wortttt' in read(RENAMED), read(RENAMED)[:600])
saved('and the rest')

# minutes go on without the server
js("location.hash = '#' + encodeURIComponent('%s')" % MINUTES)
sees('minutes', button('Mitschrift') + " && document.querySelector('.ProseMirror')")
press('button', 'Mitschrift')
ROW = "[...document.querySelectorAll('.mitschrift tr')].find(r => r.textContent.includes('Bericht der Verw'))"
sees('a line for each', ROW)
server.stop()
js("(() => { const s = %s.querySelector('select'); s.value = 'vertagt'; "
   "s.form.querySelector('input').focus() })()" % ROW)
click(button('Eintragen', ROW))
SAID = "document.querySelector('.mitschrift .stand').textContent"
sees('it is told', SAID + ".includes('bleibt hier; gespeichert wird von selbst')", SAID)
verdict('what was entered is there', js(ROW + ".querySelector('select').value") == 'vertagt')
server.start()
sees('entered by itself', SAID + " == 'gespeichert'", SAID)
verdict('in the file', 'ergebnis="vertagt"' in read(MINUTES))
clean('hindered')
server.stop()
chromium.end()
verdict('nothing lies about', not glob.glob('content/**/*.neu*', recursive=True))

"""usage: files.py PORT: what a document names beside its text: tables, pictures; nothing else and nowhere else."""
import os
import sys
import uuid

from desk import KONZEPT, Desk, verdict

desk, FOLDER, NAME = Desk(sys.argv[1]), 'content/' + KONZEPT.rsplit('/', 1)[0] + '/', 'daten/zuweisungen.csv'
PNG = open(os.path.join(os.path.dirname(__file__), '../../content/handbuch/bilder/seite.png'), 'rb').read()


def table(name, document=KONZEPT):
    return desk.get('/api/data?document=%s&name=%s' % (document, name))


def save(name, old, now, document=KONZEPT):
    return desk.post('/api/data', {'id': str(uuid.uuid4()), 'document': document, 'name': name, 'old': old, 'now': now})


def picture(name, body, document=KONZEPT):
    return desk.post('/api/picture?document=%s&name=%s' % (document, name), body)


was = table(NAME)['text']
verdict('a table', was.startswith('Jahr;'), was)
save(NAME, was, was.replace('154', '155'))
verdict('is written', desk.status == 200 and '155' in table(NAME)['text'])
said = [save(NAME, was, was.replace('154', '156'))['text']]
verdict('not over what others wrote', desk.status == 409 and '155' in table(NAME)['text'])
saves = desk.get('/api/history?path=%s&name=%s' % (KONZEPT, NAME))['saves']
verdict('it is in the history', len(saves) == 1 and '155' in saves[0]['now'])
desk.post('/api/take-back', {'save': saves[0]['id']})
verdict('and can be taken back', desk.status == 200 and table(NAME)['text'] == was, desk.status)
save('daten/neu.csv', '', 'Jahr;Wert\n2027;1\n')
verdict('a new one', desk.status == 200 and os.path.exists(FOLDER + 'daten/neu.csv'))

os.symlink('/etc', FOLDER + 'weg')
os.symlink('/etc/passwd', FOLDER + 'passwd.csv')
for name in ('../verzeichnis.csv', '/etc/x.csv', 'konzept.xml', 'weg/x.csv', 'passwd.csv', 'a/b/c.csv', '.csv', ''):
    table(name)
    seen = desk.status
    save(name, '', 'x')
    verdict('no table: ' + name, (seen, desk.status) == (404, 404), (seen, desk.status))
verdict('nothing came to be', not os.path.exists(FOLDER + 'a'))
save(NAME, was, 'x' * (2 << 20))
verdict('none too large', desk.status == 413, desk.status)

made = picture('markt', PNG)
verdict('a picture', made['file'] == 'bilder/markt.png' and open(FOLDER + made['file'], 'rb').read() == PNG, made)
verdict('the same once more', picture('markt', PNG)['file'] == 'bilder/markt.png')
verdict('another one beside it', picture('markt', PNG + b'x')['file'] == 'bilder/markt-2.png')
for i in range(1, 100):
    with open(FOLDER + 'bilder/viele%s.png' % ('-%d' % i if i > 1 else ''), 'wb') as f:
        f.write(b'%d' % i)
many = picture('viele', PNG)['text']
verdict('no free name', desk.status == 409, desk.status)
LARGE = PNG + b'x' * (13 << 20)
for name, body in (('markt', b'%PDF-1.4'), ('../markt', PNG), ('Markt', PNG), ('', PNG), ('markt', LARGE)):
    refused = picture(name, body)['text']
    verdict('no picture: %s %d' % (name, len(body)), desk.status == 400, desk.status)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
verdict('a drawing', picture('zeichnung', SVG)['file'] == 'bilder/zeichnung.svg')
for what, body in (('cut', PNG[:len(PNG) // 2]), ('cut-head', PNG[:20]), ('damaged', PNG[:200] + b'x' * 50 + PNG[250:]),
                   ('no-jpeg', b'\xFF\xD8\xFF' + b'x' * 99),
                   ('empty-svg', b'<svg xmlns="http://www.w3.org/2000/svg"/>'), ('no-svg', b'%PDF-1.4 <svg'),
                   ('svg-script', SVG.replace(b'<path', b'<foreignObject/><path'))):
    told = picture(what, body).get('text', '')
    verdict('no picture: ' + what, desk.status == 400 and not os.path.exists(FOLDER + 'bilder/%s.png' % what),
            desk.status)
    said.append('%s: %s' % (what, told))
verdict('no half file', not [f for f in os.listdir(FOLDER + 'bilder') if f.startswith('.')])
with open('said', 'w', encoding='utf-8') as f:
    f.write('\n'.join(said + [refused, many]) + '\n')

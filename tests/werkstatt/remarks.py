"""usage: remarks.py PORT ANSWER.docx: comments beside the text; what colleagues propose, accepted and refused one by
one, kept in no source and said in no output."""
import sys
import uuid

from desk import KONZEPT, Desk, read, verdict

CHAPTER = KONZEPT.replace('konzept.xml', '01-ausgangslage.xml')
desk = Desk(sys.argv[1])


def name():
    return str(uuid.uuid4())


def remark(**more):
    empty = {'path': CHAPTER, 'id': name(), 'name': 'Frau Meier', 'quote': '', 'to': ''}
    return desk.post('/api/remark', dict(empty, **more))


def remarks(path=CHAPTER):
    return desk.get('/api/remarks' + ('?path=' + path if path else ''))['remarks']


before = read(CHAPTER)
mine = name()
remark(id=mine, quote='Gemeindeordnung', text='GEHEIMKOMMENTAR')
remark(id=mine, quote='Gemeindeordnung', text='GEHEIMKOMMENTAR')
remark(to=mine, text='Ja.')
seen = remarks()
verdict('a comment and its answer, once', [(r['text'], r['who']) for r in seen] ==
        [('GEHEIMKOMMENTAR', 'Frau Meier'), ('Ja.', 'Frau Meier')], seen)
remark(text='')
verdict('none without words', desk.status == 400)
remark(text='x', path='../x.xml')
verdict('none outside', desk.status == 404)
verdict('open ones of all files', len(remarks('')) == 2)
desk.post('/api/remark', {'id': mine, 'done': True})
verdict('settled with its answers', all(r['done'] for r in remarks()) and not remarks(''))
desk.post('/api/remark', {'id': mine, 'done': False})
verdict('and open again', not any(r['done'] for r in remarks()))

body = open(sys.argv[2], 'rb').read()
back = '/api/return?document=%s&file=%s&id=' % (KONZEPT, 'antwort.docx')
desk.post(back + name(), b'no such thing')
verdict('what is no answer is told', desk.status == 400, desk.status)
desk.post(back.replace('.docx', '.exe') + name(), body)
verdict('nor is another kind', desk.status == 400, desk.status)
desk.post(back + name(), body)
verdict('an answer is read', desk.status == 200, desk.status)
verdict('nothing is written', read(CHAPTER) == before)
verdict('its comment stands with the others', [(r['who'], r['text']) for r in remarks()][2:] ==
        [('Erika Muster', 'Ist das so?')], remarks())


def proposals():
    return desk.get('/api/proposals?document=' + KONZEPT)['proposals']


def decide(p, what, **more):
    return desk.post('/api/proposal', dict({'id': name(), 'document': KONZEPT, 'return': p['return'], 'key': p['key'],
                                            'do': what}, **more))


all_ = proposals()
verdict('three proposals with their place', [(p['bisher'], p['neu'], p['path']) for p in all_] == [
    ('Gewicht', 'Ansehen', CHAPTER), ('Osteuropa', 'Ost- und Mitteleuropa', CHAPTER),
    ('', 'Ein neuer Absatz & mehr.', CHAPTER)] or len(all_) == 3, all_)
word = next(p for p in all_ if p['bisher'] == 'Gewicht')
decide(word, 'annehmen')
verdict('one is accepted', desk.status == 200 and read(CHAPTER) == before.replace('Gewicht', 'Ansehen', 1), desk.status)
saves = desk.get('/api/history?path=' + CHAPTER)['saves']
verdict('it is in the history', len(saves) == 1 and 'Ansehen' in saves[0]['now'])
verdict('and is no proposal any more', word['key'] not in [p['key'] for p in proposals()])
said = decide(word, 'annehmen')['text']
verdict('not twice', desk.status == 409 and read(CHAPTER).count('Ansehen') == before.count('Ansehen') + 1, desk.status)
other = next(p for p in all_ if p['bisher'] == 'Osteuropa')
decide(other, 'ablehnen')
verdict('one is refused', desk.status == 200 and 'Osteuropa' not in [p['bisher'] for p in proposals()])
verdict('the text stays', 'Mitteleuropa' not in read(CHAPTER))
decide(next(p for p in proposals() if not p['bisher']), 'annehmen')
verdict('a new paragraph', '<absatz>Ein neuer Absatz &amp; mehr.</absatz>' in read(CHAPTER))
decide(word, 'abschliessen')
verdict('all of it is over', desk.status == 200 and not proposals())
for form in ('pdf', 'html', 'text'):
    got = desk.post('/api/output', {'document': KONZEPT, 'format': form})
    verdict('in no output: ' + form, desk.status == 200 and b'GEHEIMKOMMENTAR' not in got)
with open('said', 'w', encoding='utf-8') as f:
    f.write(said + '\n')

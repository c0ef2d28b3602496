"""usage: beside.py PORT ANSWER.docx: others write and look at pages while somebody brings in a long file or takes over
what came back; who they are, however long their names (cases/beside.sh)."""
import sys
import threading
import urllib.parse
import uuid

from desk import CHAPTER, KONZEPT, PAPER, Desk, read, verdict

port = sys.argv[1]
bringing, other = Desk(port), Desk(port)
LONG = '# Ein langer Bericht\n\n' + ''.join(
    '## Teil %d\n\nHier steht, was im Jahr %d geschah und was daraus folgt.\n\n' % (n, n) for n in range(2500))
ADDRESS = '/api/import?' + urllib.parse.urlencode({'town': 'beckum', 'name': 'langer-bericht', 'file': 'lang.md'})
reading = threading.Thread(target=bringing.post, args=(ADDRESS, LONG.encode()))
other.preview(PAPER)
reading.start()
pages = saves = 0
while reading.is_alive():
    pages += bool(other.preview(PAPER)[1])
    text = other.part(CHAPTER)['xml']
    other.save(CHAPTER, text, text.replace('</titel>', '</titel><absatz>Neu.</absatz>', 1))
    saves += other.status == 200
verdict('it is brought in', bringing.status == 200, str(bringing.status))
verdict('pages are set meanwhile', pages > 2, str(pages))
verdict('and texts saved', saves > 2, str(saves))

# what came back is taken over into a file that somebody writes all the time
with open(sys.argv[2], 'rb') as f:
    bringing.post('/api/return?' + urllib.parse.urlencode({'id': str(uuid.uuid4()), 'document': KONZEPT,
                                                           'file': 'antwort.docx'}), f.read())
proposals = bringing.get('/api/proposals?document=' + KONZEPT)['proposals']
verdict('two proposals', len(proposals) == 2, proposals)
path, done, written = proposals[0]['path'], threading.Event(), []


def write_on():
    while not done.is_set():
        now = other.part(path)['xml']
        word = 'Satz%d.' % len(written)
        other.save(path, now, now.replace('</titel>', '</titel><absatz>%s</absatz>' % word, 1))
        if other.status == 200:
            written.append(word)


writing = threading.Thread(target=write_on)
writing.start()
for one in proposals:
    bringing.post('/api/proposal', {'id': str(uuid.uuid4()), 'document': KONZEPT, 'do': 'annehmen',
                                    'return': one['return'], 'key': one['key']})
    verdict('taken over: ' + one['neu'], bringing.status == 200, bringing.status)
done.set()
writing.join()
now = read(path)
verdict('it is in the file', all(one['neu'] in now for one in proposals))
verdict('and each word of the other', written and all(w in now for w in written), written[:5])

other.post('/api/presence', {'client': 'y' * 300, 'name': 'ö' * 500, 'path': CHAPTER, 'place': 'ü' * 500})
verdict('a long name is cut between letters', other.get('/api/events?since=0')['people'][0]['name'].startswith('öö'))

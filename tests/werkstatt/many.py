"""usage: many.py PORT CLIENTS SAVES: so many write at once in one file, each a paragraph of their own; no word is
lost."""
import re
import sys
import threading

from desk import CHAPTER, Desk, read, verdict, write

port, clients, saves = (int(a) for a in sys.argv[1:4])
head, rest = read(CHAPTER).split('</titel>', 1)
own = ''.join('\n  <absatz id="von-%d">Stand 0 von %d</absatz>' % (i, i) for i in range(clients))
write(CHAPTER, head + '</titel>' + own + rest)
refused, late = [], []


def work(i):
    desk = Desk(port)
    seen = desk.part(CHAPTER)['xml']               # as it was at first: what others do meanwhile is theirs
    for n in range(1, saves + 1):
        now = re.sub('Stand \\d+ von %d<' % i, 'Stand %d von %d<' % (n, i), seen)
        answer = desk.save(CHAPTER, seen, now)
        if desk.status != 200:
            refused.append((i, n, desk.status, answer.get('text')))
        seen = now
    late.append(desk.part(CHAPTER)['xml'])


threads = [threading.Thread(target=work, args=(i,)) for i in range(clients)]
for t in threads:
    t.start()
for t in threads:
    t.join()
end = read(CHAPTER)
verdict('none is refused', not refused, str(refused[:3]))
verdict('the last word of each is there',
        all('Stand %d von %d<' % (saves, i) in end for i in range(clients)), end[:900])
verdict('nothing else changed', re.sub('Stand \\d+', 'Stand 0', end) == head + '</titel>' + own + rest)
history = Desk(port).get('/api/history?path=' + CHAPTER)['saves']
verdict('each save once in the history', len(history) == min(200, clients * saves) and
        len({s['id'] for s in history}) == len(history), str(len(history)))

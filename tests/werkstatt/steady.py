"""usage: steady.py PORT PID SAVES: the memory of the server while somebody writes and looks at pages."""
import re
import sys

from desk import CHAPTER, KONZEPT, Desk, verdict

desk, pid, saves = Desk(sys.argv[1]), sys.argv[2], int(sys.argv[3])
WARM, MOST_KB = saves // 5, 8192


def memory():
    with open('/proc/%s/status' % pid, encoding='utf-8') as f:
        return int(re.search(r'VmRSS:\s+(\d+)', f.read())[1])


text = desk.part(CHAPTER)['xml']
done, before = 0, 0
for n in range(saves):
    now = re.sub('</titel>|( \\d+)</titel>', ' %d</titel>' % n, text, count=1)
    if n % 7 == 0:                             # a paragraph goes, and comes back
        desk.save(CHAPTER, text, re.sub('<absatz>.*?</absatz>', '', text, count=1, flags=re.S))
        done += desk.status == 200
        text = desk.part(CHAPTER)['xml']
        desk.save(CHAPTER, text, now)
    else:
        desk.save(CHAPTER, text, now)
    done += desk.status == 200
    text = desk.part(CHAPTER)['xml']
    if n % 10 == 0:
        desk.preview(KONZEPT, last=2)
    if n == WARM:
        before = memory()
grown = memory() - before
verdict('each is saved', done >= saves, done)
verdict('memory stays', grown < MOST_KB, '%d kB more after %d saves, from %d kB on' % (grown, saves - WARM, before))
print('pass\t%d kB at first, %d kB more at the end' % (before, grown))

"""usage: beside.py PORT: others write and look at pages while somebody brings in a long file (cases/beside.sh)."""
import sys
import threading
import urllib.parse

from desk import CHAPTER, PAPER, Desk, verdict

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

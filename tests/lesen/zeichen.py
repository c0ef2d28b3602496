#!/usr/bin/env python3
"""usage: zeichen.py FILE FOLDER: the words of tests/lesen/korpus are made so that each stands once ("wq…x"). Each that
stands anywhere in FILE must stand in the source in FOLDER, or in its account as left out; none twice. What is found is
printed, a line each; exit 1 if there is any."""

import collections
import glob
import html
import re
import subprocess
import sys
import zipfile

WORD = re.compile('wq[^wqx]{1,3}x')


def texts(path):
    """All of the file, whatever it is."""
    if isinstance(path, str) and path.endswith('.pdf'):
        yield subprocess.run(['pdftotext', path, '-'], capture_output=True, check=True).stdout.decode()
        return
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as z:
            for name in z.namelist():
                if name.endswith(('.docx', '.xlsx')):
                    yield from texts(z.open(name))
                else:
                    data = z.read(name)
                    yield data.decode('utf-16' if data[:2] == b'\xff\xfe' else 'utf-8', 'replace')
    else:
        data = open(path, 'rb').read()
        yield data.decode('utf-8', 'replace')
        for other in 'utf-16-le', 'utf-16-be':
            yield data.decode(other, 'replace')


def main():
    path, folder = sys.argv[1:]
    raw = set(w for t in texts(path) for w in WORD.findall(t))
    source = ''
    for f in glob.glob(folder + '/*.xml'):
        text = html.unescape(open(f, encoding='utf-8').read()).replace('\u00ad', '').lower()
        source += re.sub(' (id|ziel|href|datei)="[^"]*"', '', text)
    account = open(folder + '/uebernahme.json', encoding='utf-8').read()
    found = collections.Counter(WORD.findall(source))
    faults = [f'lost: {w}' for w in sorted(raw) if not found[w] and w not in account]
    faults += [f'twice: {w}' for w in sorted(raw) if found[w] > 1]
    print('\n'.join(faults) or f'{len(raw)} words')
    return bool(faults) or not raw


if __name__ == '__main__':
    sys.exit(main())

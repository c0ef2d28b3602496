#!/usr/bin/env python3
"""What taking over a Word file costs: one page beside a cold setzen of the same page and beside pandoc (where it is
installed) in the same run, then 200 and 2,000 pages with their memory.

usage: uebernahme.py [PROGRAM]
CPU and peak memory of each child by wait4, the least of several runs. Prints; never fails for a figure.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
WORDS = 'Die Stadt fördert das Ehrenamt seit vielen Jahren und beteiligt Vereine Träger Schulen an der Planung'.split()
W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006'


def docx(path, pages):
    random.seed(1)
    body = '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>Ein Beitrag</w:t></w:r></w:p>'
    for _ in range(6 * pages):
        body += f'<w:p><w:r><w:t>{" ".join(random.choices(WORDS, k=70))}.</w:t></w:r></w:p>'
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as z:
        z.writestr('[Content_Types].xml', f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
                   'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
                   'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
                   '</Types>')
        z.writestr('_rels/.rels', f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r" '
                   f'Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>')
        z.writestr('word/document.xml', f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')


def least(cmd, runs, clean=None):
    """CPU in ms, peak in MB; None: it failed."""
    best = None
    for _ in range(runs):
        if clean:
            shutil.rmtree(clean, ignore_errors=True)
        p = subprocess.Popen(cmd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(p.pid, 0)
        p.returncode = status
        if status:
            return None
        cpu = (used.ru_utime + used.ru_stime) * 1000
        best = min(best, (cpu, used.ru_maxrss / 1024)) if best else (cpu, used.ru_maxrss / 1024)
    return best


def row(what, found):
    print(f'{what:44}' + (f'{found[0]:9.1f} ms CPU {found[1]:7.1f} MB' if found else '  failed'))


def main():
    program = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else os.path.join(ROOT, 'out/bin/ratssatz'))
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for pages in 1, 200, 2000:
            docx(f'{pages}.docx', pages)
        def take(pages, runs):
            return least([program, 'uebernehmen', '-q', '--ort', 'beckum', '--inhalt', os.path.join(ROOT, 'content'),
                          f'{pages}.docx', '-o', f'aus{pages}'], runs, f'aus{pages}')
        print('taking over a .docx')
        row('1 page', take(1, 20))
        row('setzen of that page, cold', least([program, 'setzen', '-q', '--inhalt', os.path.join(ROOT, 'content'),
                                               'aus1/bericht.xml', '-o', 'x.pdf'], 20))
        if shutil.which('pandoc'):
            row('pandoc -t json of that page', least(['pandoc', '-t', 'json', '-o', 'x.json', '1.docx'], 5))
        row('200 pages', take(200, 3))
        row('2,000 pages', take(2000, 1))


main()

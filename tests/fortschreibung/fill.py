"""Fills in a sheet for word processors, as a colleague would: fill.py SHEET TO ID LABEL=TEXT… (.docx and .odt).
--plain: the controls are gone, their text stays; --loose TEXT: a paragraph behind the first table; --smart: quotation
marks, blanks and dashes as word processors change them."""
import argparse
import re
import sys
import zipfile
from xml.sax.saxutils import escape

p = argparse.ArgumentParser()
p.add_argument('sheet')
p.add_argument('to')
p.add_argument('id')
p.add_argument('fields', nargs='*')
p.add_argument('--plain', action='store_true')
p.add_argument('--smart', action='store_true')
p.add_argument('--loose')
a = p.parse_intermixed_args()
odt = a.sheet.endswith('.odt')
part = 'content.xml' if odt else 'word/document.xml'
row_tag = 'table:table-row' if odt else 'w:tr'
para = 'text:p' if odt else 'w:p'
with zipfile.ZipFile(a.sheet) as z:
    parts = [(i, z.read(i)) for i in z.infolist()]
xml = next(d for i, d in parts if i.filename == part).decode()


def words(s):
    return ' '.join(re.sub('<[^>]*>', '', s).split())


def entry(row, text):
    if not odt:
        row = row.replace('<w:showingPlcHdr/>', '')
        return re.sub(r'(<w:sdtContent>.*?<w:t[^>]*>)[^<]*', lambda m: m[1] + escape(text), row, count=1)
    if 'text:drop-down' in row:                        # what is chosen is said twice
        row = row.replace(' text:current-selected="true"', '')
        row = row.replace(f'text:value="{text}"', f'text:value="{text}" text:current-selected="true"')
    return re.sub(r'(Hier eintragen|Bitte wählen)(?=</text:)', escape(text), row, count=1)


wanted = dict(f.split('=', 1) for f in a.fields)
done = set()
out, at, here = [], 0, ''
for m in re.finditer(rf'<{row_tag}[ >].*?</{row_tag}>', xml, re.S):
    row = m[0]
    says = words(row)
    if says.startswith('Kennung'):
        here = says.split()[-1]
    for label, text in wanted.items():
        if here == a.id and says.startswith(label) and label not in done:
            row = entry(row, text)
            done.add(label)
    out += [xml[at:m.start()], row]
    at = m.end()
xml = ''.join(out) + xml[at:]
assert done == set(wanted), set(wanted) - done
if a.plain:
    xml = re.sub(r'<w:sdtPr>.*?</w:sdtPr>|</?w:sdt(?:Content)?>', '', xml)
    xml = re.sub(r'</?text:(?:text-input|drop-down)[^>]*>|<text:label[^>]*>', '', xml)
if a.smart:
    xml = re.sub(r'(?<=>)([^<]*)(?=<)', lambda m: m[1].replace('„', '"').replace('“', '"').replace('-', '\u2011')
                 .replace(' ', '\u00a0', 1), xml)
if a.loose:
    end = '</table:table>' if odt else '</w:tbl>'
    text = escape(a.loose)
    xml = xml.replace(end, f'{end}<{para}>' + (text if odt else f'<w:r><w:t>{text}</w:t></w:r>') + f'</{para}>', 1)
with zipfile.ZipFile(a.to, 'w', zipfile.ZIP_DEFLATED) as z:
    for i, d in parts:
        z.writestr(i, xml.encode() if i.filename == part else d)

#!/usr/bin/env python3
"""Broken and hostile files into the current folder; what must be said of each, a line "FILE CODE", into "erwartet"
(CODE "-": it is read all the same)."""

import io
import struct
import zipfile
import zlib

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
XML = '<?xml version="1.0"?>'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
expected = []


def write(name, data, code):
    with open(name, 'wb') as f:
        f.write(data if isinstance(data, bytes) else data.encode())
    expected.append(f'{name} {code}')


def docx(body, more=(), types=TYPES, head=''):
    b = io.BytesIO()
    with zipfile.ZipFile(b, 'w', zipfile.ZIP_DEFLATED) as z:
        z.writestr('[Content_Types].xml', types)
        z.writestr('_rels/.rels', RELS)
        z.writestr(
            'word/document.xml',
            (
                body
                if body.startswith('<?')
                else f'{XML}{head}<w:document {W} xmlns:r="{OFFICE}"><w:body>{body}</w:body></w:document>'
            ),
        )
        for name, text in more:
            z.writestr(name, text)
    return b.getvalue()


def rels(*targets):
    return (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + ''.join(f'<Relationship Id="{i}" Type="{OFFICE}/{t}" Target="{x}"{m}/>' for i, t, x, m in targets)
        + '</Relationships>'
    )


para = '<w:p><w:r><w:t>Ein Wort</w:t></w:r></w:p>'
good = docx(para)
write('gut.docx', good, '-')
write('leer.docx', b'', 'EINGANGKAPUTT')
write('abgeschnitten.docx', good[: len(good) // 2], 'EINGANGKAPUTT')
write('gedreht.docx', good[:200] + bytes([good[200] ^ 255]) + good[201:], 'EINGANGKAPUTT')
write('kein-xml.docx', docx(para[:-6]), 'EINGANGKAPUTT')

write(
    'alt.doc',
    b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(600) + 'WordDocument'.encode('utf-16-le') + bytes(600),
    'EINGANGFREMD',
)
write(
    'kennwort.docx',
    b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(600) + 'EncryptedPackage'.encode('utf-16-le') + bytes(600),
    'EINGANGGESPERRT',
)
write('text.rtf', '{\\rtf1 Hallo}', 'EINGANGFREMD')
write('bild.txt', b'\x89PNG\r\n\x1a\n' + bytes(100), 'EINGANGFREMD')
write('programm.docx', b'\x7fELF' + bytes(1000), 'EINGANGFREMD')
write('muell.txt', bytes(range(256)) * 20, 'EINGANGFREMD')
write(
    'nur-zip.zip',
    (lambda b: (zipfile.ZipFile(b, 'w').writestr('a.txt', 'a'), b.getvalue())[1])(io.BytesIO()),
    'EINGANGFREMD',
)
bomb = io.BytesIO()
with zipfile.ZipFile(bomb, 'w', zipfile.ZIP_DEFLATED) as z:
    z.writestr('[Content_Types].xml', TYPES)
    z.writestr('_rels/.rels', RELS)
    with z.open('word/document.xml', 'w', force_zip64=True) as f:
        for _ in range(300):
            f.write(bytes(1 << 20))
write('bombe.docx', bomb.getvalue(), 'EINGANGGROSS')
write(
    'entitaet.docx',
    docx(
        '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
        f'<w:document {W}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>'
    ),
    'EINGANGKAPUTT',
)
write(
    'xxe.docx',
    docx(
        '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        f'<w:document {W}><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>'
    ),
    'EINGANGKAPUTT',
)
deep = '<w:tbl><w:tr><w:tc>' * 10000 + para + '</w:tc></w:tr></w:tbl>' * 10000
write('zehntausend-tabellen.docx', docx(deep), 'EINGANGKAPUTT')
write('hundert-tabellen.docx', docx('<w:tbl><w:tr><w:tc>' * 100 + para + '<w:p/></w:tc></w:tr></w:tbl>' * 100), '-')
style = (
    f'<?xml version="1.0"?><w:styles {W}><w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/>'
    '<w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/>'
    '<w:basedOn w:val="A"/></w:style></w:styles>'
)
notes = (
    f'<?xml version="1.0"?><w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:t>Fußnote</w:t></w:r><w:r>'
    '<w:footnoteReference w:id="2"/></w:r></w:p></w:footnote></w:footnotes>'
)
circle = (
    '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>Kreis</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
    '</w:p>'
)
write(
    'kreise.docx',
    docx(
        circle,
        [
            (
                'word/_rels/document.xml.rels',
                rels(('a', 'styles', 'styles.xml', ''), ('b', 'footnotes', 'footnotes.xml', '')),
            ),
            ('word/styles.xml', style),
            ('word/footnotes.xml', notes),
        ],
    ),
    '-',
)
write(
    'pfade.docx',
    docx(
        para,
        [
            ('../../../tmp/boese.txt', 'x'),
            ('/etc/boese', 'y'),
            (
                'word/_rels/document.xml.rels',
                rels(
                    ('a', 'styles', '../../../../etc/passwd', ''),
                    ('b', 'attachedTemplate', 'file:///C:/vorlage.dotm', ' TargetMode="External"'),
                ),
            ),
        ],
    ),
    '-',
)
write(
    'makro.docm',
    docx(
        para,
        [('word/vbaProject.bin', 'MAKRO')],
        TYPES.replace('document.main+xml', 'document.main+xml').replace(
            'openxmlformats-officedocument.wordprocessingml.document', 'ms-word.document.macroEnabled'
        ),
    ),
    '-',
)
write(
    'felder-offen.docx',
    docx(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/>'
        '</w:r><w:r><w:t>ohne Ende</w:t></w:r></w:p>' + para + '<w:p><w:r><w:fldChar w:fldCharType='
        '"end"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    ),
    '-',
)
write('steuerelemente.docx', docx('<w:sdt><w:sdtContent>' * 200 + para + '</w:sdtContent></w:sdt>' * 200), '-')
chunk = rels(('a', 'aFChunk', 'selbst.docx', ''))
inner = docx('<w:altChunk r:id="a"/>' + para, [('word/_rels/document.xml.rels', chunk), ('word/selbst.docx', good)])
for _ in range(6):
    inner = docx(
        '<w:altChunk r:id="a"/>' + para, [('word/_rels/document.xml.rels', chunk), ('word/selbst.docx', inner)]
    )
write('ineinander.docx', inner, '-')
write('utf16.html', '\ufeff<html><body><p>Größe</p></body></html>'.encode('utf-16-le'), '-')
write(
    'windows.html',
    '<html><head><meta charset="windows-1252"></head><body><p>Größe – „so“</p></body></html>'.encode('cp1252'),
    '-',
)
write('falsch.html', '<html><head><meta charset="iso-8859-1"></head><body><p>Größe – „so“</p></body></html>', '-')
write('quelle.xml', XML + '<konzept xmlns="urn:ratssatz:1"/>', 'EINGANGFREMD')
write('wort2003.xml', XML + f'<w:wordDocument {W}/>', 'EINGANGFREMD')
write('seite.xhtml', XML + '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Text</p></body></html>', '-')
write('geloescht.docx', docx(f'<w:del w:author="A">{para}</w:del>' + para), '-')
lost = '<w:p><w:r><w:t>verirrt</w:t></w:r></w:p>'
write('verirrt.docx', docx(f'<w:tbl>{lost}<w:tr>{lost}<w:tc>{para}</w:tc></w:tr></w:tbl>'), '-')
odf = ' '.join(
    f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{u}:1.0"'
    for n, u in (('office', 'office'), ('text', 'text'), ('table', 'table'))
)
lost = '<text:p>verirrt</text:p>'
b = io.BytesIO()
with zipfile.ZipFile(b, 'w') as z:
    z.writestr('mimetype', 'application/vnd.oasis.opendocument.text')
    z.writestr(
        'content.xml',
        f'<office:document-content {odf}><office:body><office:text><table:table>{lost}<table:table-row>{lost}'
        '<table:table-cell><text:p>Ein Wort</text:p></table:table-cell></table:table-row></table:table></office:text>'
        '</office:body></office:document-content>',
    )
write('verirrt.odt', b.getvalue(), '-')
write('verirrt.html', '<table>verirrt<tr>verirrt<td>Ein Wort</td></tr></table>', '-')
write('tief.html', '<div>' * 3000 + 'x', 'EINGANGGROSS')
write('attribute.docx', docx('<w:p' + ' '.join(f' a{i}="1"' for i in range(30000)) + '/>' + para), 'EINGANGKAPUTT')
write('attribute.html', '<p' + ' '.join(f' a{i}="1"' for i in range(30000)) + '>x', 'EINGANGKAPUTT')
write('teile.docx', docx(para, [(f'x{i}', '') for i in range(66000)]), 'EINGANGGROSS')
write('endlos.csv', 'a;b\n"' + 'x' * 100000, '-')
write('null.md', b'# Titel\n\nWort\x00Wort\n', '-')
locked = bytearray(good)  # the flag that says a part is encrypted, in every header
for mark, at in ((b'PK\3\4', 6), (b'PK\1\2', 8)):
    i = locked.find(mark)
    while i >= 0:
        struct.pack_into('<H', locked, i + at, 1)
        i = locked.find(mark, i + 4)
write('verschluesselt.docx', bytes(locked), 'EINGANGGESPERRT')
odt = io.BytesIO()
with zipfile.ZipFile(odt, 'w') as z:
    z.writestr('mimetype', 'application/vnd.oasis.opendocument.text')
    z.writestr(
        'META-INF/manifest.xml',
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry>'
        '<m:encryption-data/></m:file-entry></m:manifest>',
    )
    z.writestr('content.xml', zlib.compress(b'x' * 100))
write('kennwort.odt', odt.getvalue(), 'EINGANGGESPERRT')
notes = ''.join(
    f'<w:footnote w:id="{i}"><w:p><w:r><w:footnoteReference w:id="{i + 1}"/></w:r><w:r><w:t>Note{i}</w:t></w:r></w:p>'
    '</w:footnote>' for i in range(1, 3000)
)
write(
    'kette.docx',
    docx(
        '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>',
        [
            ('word/_rels/document.xml.rels', rels(('b', 'footnotes', 'footnotes.xml', ''))),
            ('word/footnotes.xml', f'{XML}<w:footnotes {W}>{notes}</w:footnotes>'),
        ],
    ),
    '-',
)


def opened(body, kind='text'):
    b = io.BytesIO()
    spaces = ' '.join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ('office', 'text', 'table'))
    with zipfile.ZipFile(b, 'w') as z:
        z.writestr('mimetype', 'application/vnd.oasis.opendocument.' + kind)
        z.writestr('content.xml', f'<office:document-content {spaces}><office:body><office:{kind}>{body}'
                   f'</office:{kind}></office:body></office:document-content>')
    return b.getvalue()


write('streichung.odt', opened(
    '<text:tracked-changes><text:changed-region text:id="c"><text:deletion><text:p>weg<text:change text:change-id="c"/>'
    '</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>Wort<text:change '
    'text:change-id="c"/></text:p>'), '-')
cells = '<table:table><table:table-row><table:table-cell table:number-columns-repeated="1000">'
write('zellen.odt', opened(cells * 4 + '<text:p>Wort</text:p>'
                           + '</table:table-cell></table:table-row></table:table>' * 4), '-')
write('zeilen.ods', opened(
    '<table:table><table:table-row table:number-rows-repeated="999999"><table:table-cell '
    'table:number-columns-repeated="999"><text:p>Wort</text:p></table:table-cell></table:table-row></table:table>',
    'spreadsheet'), '-')
write('zeilen.txt', 'Wort\n' * 600000, 'EINGANGGROSS')
write('zeilen.csv', 'a;b\n' * 500000, 'EINGANGGROSS')
with open('erwartet', 'w') as f:
    print('\n'.join(expected), file=f)

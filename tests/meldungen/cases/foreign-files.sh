# Files of others that are not read: what each is, and what to do.
python3 - <<'P'
import zipfile
def put(name, data):
    with open(name, 'wb') as f:
        f.write(data)
wide = lambda s: s.encode('utf-16-le')
ole = b'\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1' + bytes(600)
for name, stream in (('gesperrt', 'EncryptedPackage'), ('alt', 'WordDocument'), ('tabelle', 'Workbook'),
                     ('folien', 'PowerPoint Document'), ('etwas', 'Etwas')):
    put(f'ole-{name}.docx', ole + wide(stream) + bytes(200))
marks = {'rtf': b'{\\rtf1 Text}', 'png': b'\x89PNG\r\n\x1a\n', 'jpg': b'\xFF\xD8\xFF\xE0', 'gif': b'GIF89a',
         'tif1': b'II*\0', 'tif2': b'MM\0*', 'gz': b'\x1F\x8B\x08', 'rar': b'Rar!\x1a\x07', '7z': b'7z\xBC\xAF\x27',
         'ps': b'%!PS-Adobe', 'exe': b'MZ\x90', 'elf': b'\x7FELF'}
for name, data in marks.items():
    put(f'marke.{name}', data)
put('word.xml', b'<?xml version="1.0"?><w:wordDocument xmlns:w="urn:w"/>')
put('flach.fodt', b'<?xml version="1.0"?><office:document xmlns:office="urn:opendocument" />')
put('leer.docx', b'')
put('anlage.eml', b'From: a\nSubject: b\nMIME-Version: 1.0\nContent-Type: image/png\n\nx')
put('lang.txt', b'Wort und Wort.\n' * (17 * 1024 * 1024 // 15))
put('zeilen.txt', b'a\n' * 500001)
put('lang.html', b'<p>Wort</p>\n' * (65 * 1024 * 1024 // 12))
def pack(name, parts):
    with zipfile.ZipFile(name, 'w', zipfile.ZIP_DEFLATED) as z:
        for part, text in parts.items():
            z.writestr(part, text)
pack('archiv.docx', {'brief.txt': 'Text'})
def ooxml(name, kind, more=''):
    pack(name, {'[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                f'<Override PartName="/p.xml" ContentType="application/vnd.openxmlformats-officedocument.{kind}'
                '.main+xml"/></Types>',
                '_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
                'officeDocument" Target="p.xml"/></Relationships>', 'p.xml': '<p/>' + more})
ooxml('folien.pptx', 'presentationml.presentation')
ooxml('lang.docx', 'wordprocessingml.document', ' ' * (65 << 20))
def odf(name, kind, body, more={}):
    pack(name, {'mimetype': 'application/vnd.oasis.opendocument.' + kind,
                'content.xml': '<office:document-content '
                'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">'
                f'<office:body><office:{body}/></office:body></office:document-content>', **more})
odf('folien.odp', 'presentation', 'presentation')
odf('bild.odg', 'graphics', 'drawing')
odf('zu.odt', 'text', 'text', {'META-INF/manifest.xml': '<manifest:manifest xmlns:manifest='
    '"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry><manifest:encryption-data/>'
    '</manifest:file-entry></manifest:manifest>'})
data = bytearray(open('folien.pptx', 'rb').read())      # each part: the bit that says it is encrypted
for sign, at in ((b'PK\3\4', 6), (b'PK\1\2', 8)):
    k = data.find(sign)
    while k >= 0:
        data[k + at] |= 1
        k = data.find(sign, k + 4)
put('gesperrt.docx', bytes(data))
P
truncate -s 300M riesig.txt
for f in ole-*.docx marke.* word.xml flach.fodt leer.docx lang.* zeilen.txt anlage.eml archiv.docx folien.* bild.odg \
	zu.odt gesperrt.docx riesig.txt; do
	say uebernehmen "$f" -o heim
done
heard

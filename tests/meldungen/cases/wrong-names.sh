# Files of others whose name says something else than they are: told, and taken as what they are.
python3 - <<'P'
import zipfile
page = b'<html><body><p>Wort und Wort.</p></body></html>'
for name, data in (('seite.doc', page), ('seite.docx', page), ('liste.xlsx', b'Name;Amt\nA;B\n'),
                   ('notiz.rtf', b'Wort\n'), ('seite.html', page), ('notiz.txt', b'Wort\n'), ('ohne', b'Wort\n'),
                   ('wort.HTM', page)):
    with open(name, 'wb') as f:
        f.write(data)
P
cp "$TOP"/tests/uebernahme/original/massnahmen.xlsx tabelle.ods
cp tabelle.ods gut.XLSX
cp "$TOP"/tests/lesen/dateien/markiert-chromium.pdf brief.docx
for f in seite.* liste.xlsx notiz.* ohne wort.HTM tabelle.ods gut.XLSX brief.docx; do
	say uebernehmen "$f" --ort beckum -o "heim-$f"
done
heard

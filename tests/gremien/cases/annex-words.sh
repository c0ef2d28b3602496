# OParl carries the words of PDF Anlagen that others made, with those of the paper they are attached to; not those of a
# scan, of one that forbids it, of what is not public. Without pdftotext the paper goes out, and that is told.
FOREIGN=$TOP/tests/pruefung/anlage
python3 - <<'END'
for name, text in (('gutachten', 'Kastanienallee'), ('vertrag', 'Kaufpreisklausel')):
    stream = f'BT /F1 24 Tf 60 700 Td ({text}) Tj ET'
    parts = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
             '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R'
             ' /Resources << /Font << /F1 5 0 R >> >> >>',
             f'<< /Length {len(stream)} >>\nstream\n{stream}\nendstream',
             '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>']
    out, at = '%PDF-1.4\n', []
    for i, p in enumerate(parts, 1):
        at.append(len(out))
        out += f'{i} 0 obj\n{p}\nendobj\n'
    xref = len(out)
    out += f'xref\n0 6\n0000000000 65535 f \n' + ''.join(f'{a:010d} 00000 n \n' for a in at)
    out += f'trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n'
    open(f'{name}.pdf', 'w').write(out)
END
cp gutachten.pdf vertrag.pdf "$FOREIGN"/{scan,verboten}.pdf "$FOREIGN/scan.txt" $MAY
sed -i 's|</erlaeuterungen>|<absatz>Siehe die Anlagen.</absatz></erlaeuterungen><anlagen>\
<anlage datei="gutachten.pdf" titel="Gutachten über Bäume"/>\
<anlage datei="verboten.pdf" titel="Verboten"/>\
<anlage datei="scan.pdf" titel="Plan" alternative="scan.txt"/>\
<anlage datei="vertrag.pdf" titel="Vertrag" oeffentlich="nein"/></anlagen>|' $PAPER
cp taken.db r.db
rs aufnehmen -q $PAPER 2>/dev/null
check "released" status 0 rs freigeben -q $PAPER
check "issued" status 0 rs ausgeben -o made $PAPER
check "nothing is told of its words" bash -c "! grep -q ANLAGETEXT '$WORK/stderr'"
rs oparl exportieren -q -o net --basis-url https://example.org
py 'import glob, json
for f in glob.glob("net/paper/*.json"):
    p = json.load(open(f))
    if p.get("reference") == "2023/0123":
        print(p["mainFile"]["text"])' >words
check "the Anlage's words under its title" grep -q 'Gutachten über Bäume.Kastanienallee' <(tr '\n' '.' <words)
check "text beside an Anlage once" equal "$(grep -c 'Die große steht im Norden' words)" 1
check "what nobody may take is not taken" absent Hallo words
check "nothing of what is not public" bash -c "! grep -raq Kaufpreisklausel net"

cp taken.db r.db
rs aufnehmen -q $PAPER 2>/dev/null
rs freigeben -q $PAPER
check "without pdftotext it is issued all the same" status 0 env PATH=/nonexistent "$R" ausgeben -o other \
	--register r.db $PAPER
check "which is told, once" equal "$(grep -c ANLAGETEXT "$WORK/stderr")" 1
check "the file is there" test -s other/2023-0123-beschlussvorlage.pdf

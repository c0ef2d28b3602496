# A PDF without tags is read by where its words stand, whichever way its pages lie; locked and broken ones are told.
plain=$FILES/unmarkiert-libreoffice.pdf
same_flow() { ./fluss "$1" | cmp - "$plain.fluss"; }
for angle in 90 180 270; do
	qpdf --rotate=+$angle:1-z "$plain" turned.pdf
	check "pages turned by $angle degrees" same_flow turned.pdf
done
words() { ./fluss "$1" | grep '^WORDS'; }
qpdf --encrypt "" owner 256 --extract=n -- "$plain" locked.pdf
check "copying is not allowed: no word is lost" equal "$(words locked.pdf)" "$(words "$plain")"
qpdf --encrypt secret owner 256 -- "$plain" secret.pdf
check "a password is needed" status 1 "$R" uebernehmen -q -o secret secret.pdf
check "that is told" grep -q 'verlangt ein Kennwort' "$WORK/stderr"
head -c 9000 "$plain" >half.pdf
check "half a file" status 1 "$R" uebernehmen -q -o half half.pdf
check "nothing is written of either" test ! -e secret -a ! -e half

# Words that stand nowhere near a line are taken as pdftotext reads them.
python3 - <<'P'
objects = [b'<</Type/Catalog/Pages 2 0 R>>', b'<</Type/Pages/Kids[3 0 R]/Count 1>>',
    b'<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>',
    b'<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>']
spots = b' '.join(b'1 0 0 1 %d %d Tm (wort%d) Tj' % (k * 37 % 500, k * 53 % 800, k) for k in range(300))
content = b'BT /F 4 Tf ' + spots + b' ET'
objects.append(b'<</Length %d>>stream\n%s\nendstream' % (len(content), content))
with open('scattered.pdf', 'wb') as f:
    f.write(b'%PDF-1.7\n')
    places = []
    for i, o in enumerate(objects, 1):
        places.append(f.tell())
        f.write(b'%d 0 obj\n%s\nendobj\n' % (i, o))
    start = f.tell()
    f.write(b'xref\n0 6\n0000000000 65535 f \n' + b''.join(b'%010d 00000 n \n' % p for p in places))
    f.write(b'trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n' % start)
P
found() { ./fluss scattered.pdf | grep -o 'wort[0-9]*' | sort -u | wc -l; }
check "scattered words are all found" equal "$(found)" 300

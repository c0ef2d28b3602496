# A PDF without tags is read by where its words stand, whichever way its pages lie; locked and broken ones are told.
plain=$FILES/unmarkiert-libreoffice.pdf
same_flow() { ./fluss "$1" | cmp - "$plain.fluss"; }
for angle in 90 180 270; do
	qpdf --rotate=+$angle:1-z "$plain" turned.pdf
	check "pages turned by $angle degrees" same_flow turned.pdf
done
qpdf "$plain" --add-attachment "$FILES/layout.txt" --filename=beilage.txt -- attached.pdf
check "an attached file is told" says 'Anhang der Datei: beilage.txt' ./fluss attached.pdf
words() { ./fluss "$1" | grep '^WORDS'; }
qpdf --encrypt "" owner 256 --extract=n -- "$plain" locked.pdf
check "copying is not allowed: no word is lost" equal "$(words locked.pdf)" "$(words "$plain")"
qpdf --encrypt secret owner 256 -- "$plain" secret.pdf
check "a password is needed" status 1 "$R" uebernehmen -q -o secret secret.pdf
check "that is told" grep -q 'verlangt ein Kennwort' "$WORK/stderr"
head -c 9000 "$plain" >half.pdf
check "half a file" status 1 "$R" uebernehmen -q -o half half.pdf
check "nothing is written of either" test ! -e secret -a ! -e half

# PDFs by hand: words that stand nowhere near a line are taken as pdftotext reads them; a stamp that is read from the
# side on each page; fonts that do not say which letters they show.
python3 - <<'P'
HELV = b'<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>'


def write(name, pages, fonts, extra=()):
    """fonts: their dictionaries by name; what they refer to stands behind them in extra."""
    n, first = len(pages), 3 + 2 * len(pages)
    kids = b' '.join(b'%d 0 R' % (3 + 2 * i) for i in range(n))
    used = b''.join(b'/%s %d 0 R' % (k, first + i) for i, k in enumerate(fonts))
    objects = [b'<</Type/Catalog/Pages 2 0 R>>', b'<</Type/Pages/Kids[%s]/Count %d>>' % (kids, n)]
    for i, c in enumerate(pages):
        objects.append(b'<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]'
                       b'/Resources<</Font<<%s>>>>/Contents %d 0 R>>' % (used, 4 + 2 * i))
        objects.append(b'<</Length %d>>stream\n%s\nendstream' % (len(c), c))
    objects += list(fonts.values()) + list(extra)
    with open(name, 'wb') as f:
        f.write(b'%PDF-1.7\n')
        places = []
        for i, o in enumerate(objects, 1):
            places.append(f.tell())
            f.write(b'%d 0 obj\n%s\nendobj\n' % (i, o))
        start = f.tell()
        f.write(b'xref\n0 %d\n0000000000 65535 f \n' % (len(places) + 1))
        f.write(b''.join(b'%010d 00000 n \n' % p for p in places))
        f.write(b'trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n' % (len(places) + 1, start))


spots = b' '.join(b'1 0 0 1 %d %d Tm (wort%d) Tj' % (k * 37 % 500, k * 53 % 800, k) for k in range(300))
write('scattered.pdf', [b'BT /H 4 Tf ' + spots + b' ET'], {b'H': HELV})

stamp = b'BT /H 8 Tf 0 1 -1 0 30 100 Tm (Entwurf vom Montag) Tj ET BT /H 12 Tf 70 700 Td 16 TL '
lines = [b'Haus', b'Tal', b'Berg', b'Bach', b'Wald', b'Feld', b'Hof', b'Weg', b'Tor', b'Dach']
write('stamp.pdf', [stamp + b' '.join(b"(Am %s im Jahr %d steht heute noch, was vor langer Zeit dort stand) '" % (w, p)
                                      for w in lines[p:] + lines[:p]) + b' ET' for p in range(3)], {b'H': HELV})

text = b'BT /H 12 Tf 70 700 Td (Die Stadt baut ein Haus am Markt.) Tj /C 12 Tf 0 -20 Td '
odd = b'<</Type/Font/Subtype/Type0/BaseFont/Odd/Encoding/Identity-H/DescendantFonts[7 0 R]>>'
write('mute.pdf', [text + b'<0024002500260027> Tj ET'], {b'H': HELV, b'C': odd}, [
    b'<</Type/Font/Subtype/CIDFontType2/BaseFont/Odd/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>'
    b'/FontDescriptor 8 0 R/DW 600>>',
    b'<</Type/FontDescriptor/FontName/Odd/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200'
    b'/CapHeight 700/StemV 80>>'])
cmap = (b'begincmap 1 begincodespacerange <00> <FF> endcodespacerange '
        b'1 beginbfrange <61> <7A> <E061> endbfrange endcmap')
write('private.pdf', [text + b'(geheim im rathaus) Tj ET'], {b'H': HELV, b'C': HELV[:-2] + b'/ToUnicode 7 0 R>>'},
      [b'<</Length %d>>stream\n%s\nendstream' % (len(cmap), cmap)])

# Fonts of TeX: ligatures by their numbers only; letters that come out as ornaments; bold by names of their own.
tex = (b'begincmap 1 begincodespacerange <00> <FF> endcodespacerange '
       b'2 beginbfrange <10> <1F> <0010> <FF> <FF> <00FF> endbfrange endcmap')
write('tex.pdf', [text + b'(o\033en und Amt) Tj 0 -20 Td (wei\037os \025 Stra\377e) Tj ET'],
      {b'H': HELV[:-2] + b'/ToUnicode 6 0 R>>', b'C': HELV[:-2] + b'/ToUnicode 7 0 R>>'},
      [b'<</Length %d>>stream\n%s\nendstream' % (len(tex), tex)] * 2)
stars = (b'begincmap 1 begincodespacerange <00> <FF> endcodespacerange '
         b'1 beginbfrange <61> <7A> <2761> endbfrange endcmap')
write('stars.pdf', [text + b'(geheim im rathaus) Tj ET'], {b'H': HELV, b'C': HELV[:-2] + b'/ToUnicode 7 0 R>>'},
      [b'<</Length %d>>stream\n%s\nendstream' % (len(stars), stars)])
lines = b'0 -14 Td (Das ist ein ganzer Satz, der auf dieser Zeile steht und weiter geht.) Tj ' * 5
write('bold.pdf', [b'BT /B 11 Tf 1 0 0 1 60 700 Tm (Erstes Kapitel) Tj 0 -20 Td /H 11 Tf ' + lines +
                   b' 0 -30 Td /B 11 Tf (Zweites Kapitel) Tj 0 -20 Td /H 11 Tf ' + lines + b' ET'],
      {b'H': HELV, b'B': HELV.replace(b'Helvetica', b'CMBX10')})
P
found() { ./fluss scattered.pdf | grep -o 'wort[0-9]*' | sort -u | wc -l; }
check "scattered words are all found" equal "$(found)" 300
./fluss stamp.pdf >stamp.flow
check "a stamp runs over the pages" equal "$(grep -c -A2 furniture stamp.flow)" 3
check "its words have blanks" grep -q 'text: Entwurf vom Montag$' stamp.flow
check "the text goes on without it" equal "$(grep -v furniture stamp.flow | grep -c 'text: .*Entwurf .*Am')" 0
check "a font without letters is told" says "welche Buchstaben ihre Zeichen sind" ./fluss mute.pdf
check "letters that are private are told" says "denen die Datei keinen Buchstaben zuordnet" ./fluss private.pdf
check "ligatures of TeX are letters" says "offen und Amt" ./fluss tex.pdf
check "the longest of them, a dash, an eszett" says "weifflos – Straße" ./fluss tex.pdf
check "ornaments for letters are told" says "Wörter aus Zierzeichen" ./fluss stars.pdf
check "bold by another name" says "heading" ./fluss bold.pdf
check "fonts that say it are not" absent 'Buchstaben' stamp.flow

# Text kept apart by blanks, with bytes that no text has.
printf 'Amt   Haus\nRat   Tal\0   Berg\n\0   Bach   Tor\nWald   Feld\nHof   Weg\n' >zero.txt
check "zero bytes between columns" says Feld ./fluss zero.txt

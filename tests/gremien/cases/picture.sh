# A paper with a picture goes all the way; what cannot be set is neither taken in nor released.
cp taken.db r.db
python3 - $MAY/verlauf.png <<'P'
import struct, sys, zlib
def chunk(k, d): return struct.pack('>I', len(d)) + k + d + struct.pack('>I', zlib.crc32(k + d))
rows = b''.join(b'\0' + b''.join(bytes((x, y, 128, 255 - x)) for x in range(64)) for y in range(64))
open(sys.argv[1], 'wb').write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', 64, 64, 8, 6, 0, 0, 0)) +
	chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b''))
P
picture='<abbildung id="verlauf" datei="verlauf.png" alt="Ein Verlauf"><titel>Ein Bild</titel>'
picture+='<quelle>Eigene</quelle></abbildung>'
sed -i "s|<erlaeuterungen>|&<absatz>Siehe <verweis ziel=\"verlauf\"/>.</absatz>$picture|" $PAPER
check "taken in" status 0 rs aufnehmen -q $PAPER
check "released" status 0 rs freigeben -q $MAY/*.xml
check "issued" status 0 rs ausgeben -q -o mit $PAPER
check "the picture is in it" bash -c "pdfimages -list mit/*.pdf | grep -q image"
check "announced" status 0 rs tagesordnung -q --bekanntgeben -o sitzung $SESSION
check "in the Mappe" bash -c "pdfimages -list sitzung/mappe.pdf | grep -q image"
check "handed over" status 0 rs abgeben -q --sitzung $SESSION -o abgabe.zip

another_paper fremd $MAY/vorlage-fremd.xml
sed -i 's|<erlaeuterungen>|&<absatz>漢字</absatz>|' $MAY/vorlage-fremd.xml
check "what cannot be set is not taken in" says "[ZEICHEN]" rs aufnehmen -q $MAY/vorlage-fremd.xml
check "by no exit status, either" status 1 rs aufnehmen -q $MAY/vorlage-fremd.xml
check "it has no number" absent 'nummer=' $MAY/vorlage-fremd.xml
cp $PAPER gut.xml
sed -i 's|<erlaeuterungen>|&<absatz>漢字</absatz>|' $PAPER
check "nor released" status 1 rs freigeben -q $PAPER
cp gut.xml $PAPER
head -c 100 $MAY/verlauf.png >stumpf.png
cp stumpf.png $MAY/verlauf.png
check "nor with half a picture" status 1 rs freigeben -q $PAPER

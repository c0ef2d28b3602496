# A plan as Anlage is whole and true to scale, on a page of its own size, in the paper and in the Mappe, with its text.
paper=$MAY/vorlage-baumpflanzung.xml
cp released.db r.db
py '
import struct, zlib
def chunk(kind, data): return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
w, h = 100, 70
raw = b"".join(b"\0" + bytes(x * 255 // w for x in range(w)) for y in range(h))
open("grundriss.png", "wb").write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", w, h, 8, 0, 0, 0, 0)) +
	chunk(b"pHYs", struct.pack(">IIB", 250, 250, 1)) + chunk(b"IDAT", zlib.compress(raw)) + chunk(b"IEND", b""))
def svg(name, w, h): open(name, "w").write(
	f"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}mm\" height=\"{h}mm\" viewBox=\"0 0 {w} {h}\">"
	f"<rect width=\"{w}\" height=\"{h}\" fill=\"#eef3f5\"/></svg>")
svg("lageplan.svg", 841, 1189)
svg("riese.svg", 900, 1300)'
printf 'Der Platz von oben.\n\nDie Wege sind frei.\n' >lageplan.txt
cp grundriss.png lageplan.svg riese.svg lageplan.txt $MAY/
with() {
	py '
import re, sys
s = open(sys.argv[1]).read()
s = re.sub(r"(?s)\s*<anlagen>.*?</anlagen>", "", s)
open(sys.argv[1], "w").write(s.replace("</vorlage>", "<anlagen>" + sys.argv[2] + "</anlagen></vorlage>"))' $paper "$1"
}
sizes() { pdfinfo -l 99 "$1" | sed -n 's/^Page.*size: *\([0-9.]*\) x \([0-9.]*\) pts.*/\1 \2/p' | sort -u; }
with '<anlage datei="lageplan.svg" titel="Lageplan" alternative="lageplan.txt"/>
	<anlage datei="grundriss.png" titel="Grundriss"/>'
check "taken in" status 0 rs aufnehmen $paper
check "a plan without its text is told" grep -q "Anlage 2.*ist ein Bild ohne Text.*ANLAGENTEXT" "$WORK"/stderr
check "one with it is not" absent "Anlage 1 .*ANLAGENTEXT" "$WORK"/stderr
check "released" status 0 rs freigeben -q $paper
check "issued" status 0 rs ausgeben -q -o plaene $paper
check "the Mappe" status 0 rs tagesordnung -q -o plaene $MAY/sitzung.xml
for file in plaene/*baum*.pdf plaene/*beschlussvorlage.pdf plaene/mappe.pdf; do
	[ -e "$file" ] || continue
	sizes "$file" >sizes
	check "$file: a page for A0" grep -q '^25[0-9][0-9].* 3[67]' sizes
	check "$file: one for the bitmap, 400 mm wide" grep -q '^12[0-9][0-9]' sizes
done
check "its text is read" says "Die Wege sind frei." pdftotext plaene/mappe.pdf -
check "and says whose it is" says "Anlage 1: Text der Anlage" pdftotext plaene/mappe.pdf -
"$R" setzen -q --register r.db --dump=vorlesen $paper >read 2>/dev/null
check "the picture has a text" grep -q '^Bild: Lageplan: Der Platz von oben\.$' read
with '<anlage datei="riese.svg" titel="Riese" alternative="lageplan.txt"/>'
check "larger than A0 is refused" status 1 rs aufnehmen -q $paper
check "and told with its size" grep -q "900 mm breit und 1300 mm hoch.*PLANGROESSE" "$WORK"/stderr
judged_by_verapdf plaene/*.pdf

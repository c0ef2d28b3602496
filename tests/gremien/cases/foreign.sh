# Anlagen that others made: what aufnehmen sees in them, what the paper says of them, and a scan's text for those who
# cannot see it: printed, read out, attached, in the lists and in the package.
FOREIGN=$TOP/tests/pruefung/anlage
cp "$FOREIGN"/{scan,teils,plan,kennwort,abgebrochen}.pdf "$FOREIGN/scan.txt" $MAY
annexes() {
	sed -i "s|</erlaeuterungen>|<absatz>Siehe die Anlagen.</absatz></erlaeuterungen><anlagen>$1</anlagen>|" $PAPER
}
annexes '<anlage datei="scan.pdf" titel="Lageplan" alternative="scan.txt"/><anlage datei="plan.pdf" titel="Skizze"/>'\
'<anlage datei="kennwort.pdf" titel="Vertrag"/>'
cp taken.db r.db
check "a locked one is told" says "Anlage 3 („Vertrag“, kennwort.pdf) öffnet sich nur mit einem Kennwort" \
	rs aufnehmen $PAPER
check "taken in all the same" status 0 rs aufnehmen $PAPER
check "the list shows its state" says "gesperrt" rs register liste anlagen --json
check "the list knows scan and text" bash -c "'$R' register liste anlagen --json --register r.db | python3 -c '
import json, sys
scan = json.load(sys.stdin)[0]
assert scan[\"ohne_text\"] == \"2\" and scan[\"alternative\"] == \"scan.txt\", scan
assert scan[\"zustand\"] == \"gelesen\", scan'"
check "one paper shows it" says "scan.txt" rs register zeige 2023/0123 --json
for how in vorlesen html; do
	case $how in
	html)
		"$R" setzen -q --inhalt content --format html -o annex.html $PAPER 2>stderr
		cp annex.html annex.html.txt
		;;
	*) "$R" setzen -q --inhalt content --dump=$how $PAPER >annex.$how.txt 2>stderr ;;
	esac
	check "$how: the text" grep -q "Die große steht im Norden" annex.$how.txt
	check "$how: the state" grep -q "Scan ohne Text" annex.$how.txt
done
check "released" status 0 rs freigeben $MAY/*.xml
check "issued" status 0 rs ausgeben -o annex $MAY/*.xml
pdftotext annex/2023-0123-beschlussvorlage.pdf annex.txt
check "the PDF says it" grep -q "Die große steht im Norden" annex.txt
check "it is attached" says "scan.txt" pdfdetach -list annex/2023-0123-beschlussvorlage.pdf
check "announced" status 0 rs tagesordnung -q --bekanntgeben -o session $SESSION
pdftotext session/mappe.pdf mappe.txt
check "the Mappe says it" grep -q "Die große steht im Norden" mappe.txt
check "the Mappe shows the state" grep -q "Scan ohne Text" mappe.txt
check "handed over" status 0 rs abgeben -q --sitzung $SESSION -o package
check "beside the annex" cmp package/anlage-2023-0123-1.txt "$FOREIGN/scan.txt"
check "a rebuild carries it" status 0 rs register neu-aufbauen --inhalt content
check "after the rebuild" says "scan.txt" rs register liste anlagen --json

# Hostile files: each is judged, none ends the program.
python3 - "$FOREIGN" <<'PY'
import glob, os, random, sys
random.seed(12)
os.mkdir('hostile')
for path in sorted(glob.glob(sys.argv[1] + '/*.pdf')):
    data = open(path, 'rb').read()
    for i in range(25):
        b = bytearray(data[:random.randrange(9, len(data))] if i % 3 == 0 else data)
        for _ in range(random.randrange(1, 9)):
            b[random.randrange(5, len(b))] = random.randrange(256)
        open(f'hostile/{os.path.basename(path)}-{i}.pdf', 'wb').write(b)
deep = b'%PDF-1.4\n1 0 obj\n' + b'[' * 200000 + b'\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n'
loop = (b'%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n'
        b'2 0 obj << /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n')
open('hostile/deep.pdf', 'wb').write(deep)
open('hostile/loop.pdf', 'wb').write(loop)
PY
"$R" anlage --json hostile/*.pdf >judged 2>stderr
check "hostile files: no crash" test $? -le 1
check "hostile files: each is judged" test "$(wc -l <judged)" -eq "$(ls hostile | wc -l)"

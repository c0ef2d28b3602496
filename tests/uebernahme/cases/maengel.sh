# What an original says wrong, and what is only guessed, in the words of the account.
check "an original with faults" take maengel --ort beckum
check "each word once" words maengel
python3 -c '
import json
j = json.load(open("maengel/uebernahme.json"))
for b in j["befunde"]:
    print(b["code"], b["text"], sep=": ")
for v in j["vermutungen"]:
    print(v["sicherheit"], v["text"], sep=": ")' >is
recording "$HERE/maengel.befunde.err" is || check "findings and guesses" diff "$HERE/maengel.befunde.err" is
sed 's/^ohne$/Lageplan/' "$HERE/original/bekanntmachung.txt" >plan.txt
check "a paper that names its Anlage" status 0 "$R" uebernehmen "${IN[@]}" -q --ort beckum -o plan plan.txt
python3 -c '
import json
for v in json.load(open("plan/uebernahme.json"))["vermutungen"]:
    print(v["sicherheit"], v["text"], sep=": ")' >is
recording "$HERE/plan.vermutungen.err" is || check "its guesses" diff "$HERE/plan.vermutungen.err" is
printf '%%PDF-1.4\n' >leer.pdf
mkdir -p none
PATH=$PWD/none "$R" uebernehmen -o fehlt leer.pdf 2>is
recording "$HERE/programm.err" is || check "a program that is missing" diff "$HERE/programm.err" is
"$R" uebernehmen leer.pdf 2>is
recording "$HERE/aufruf.err" is || check "a call without a folder" diff "$HERE/aufruf.err" is
printf '%%PDF-1.4\nkaputt\n' >kaputt.pdf
{
	printf '%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n'
	printf '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n'
	printf '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n'
} >scan.pdf
for f in kaputt.pdf scan.pdf; do "$R" uebernehmen -o fehlt $f 2>&1; done >is
recording "$HERE/pdf.err" is || check "a PDF that cannot be read" diff "$HERE/pdf.err" is
check "a picture without words" status 0 "$R" uebernehmen "${IN[@]}" -q --ort beckum -o bild \
	"$TOP/tests/lesen/dateien/pandoc.odt"
python3 -c '
import json
for b in json.load(open("bild/uebernahme.json"))["befunde"]:
    print(b["code"], b["text"], sep=": ")' >is
recording "$HERE/bild.err" is || check "what is said of it" diff "$HERE/bild.err" is
# what the town lacks is no fault of the original: the report names the file
mkdir leer
check "a town without a look" status 0 "$R" uebernehmen -q --inhalt leer --gestaltung leer -o ohne-ort \
	"$HERE/original/maengel.txt"
check "the file is named" grep -q '<td>leer/ort/gestaltung.xml: Die Datei kann nicht gelesen werden' \
	ohne-ort/uebernahme.html
check "a place stays on one line" grep -q "<td>Zeile$(printf '\302\240')11</td>" ohne-ort/uebernahme.html

# Anlagen at an item go with the minutes; those that are not public do not. All commands pass over what is not theirs.
cp "$TOP/tests/pruefung/anlage/plan.pdf" $DAY/plan.pdf
cp "$TOP/tests/pruefung/anlage/fotos.pdf" $DAY/geheim.pdf
annex='<anlage datei="plan.pdf" titel="Lageplan"/><anlage datei="geheim.pdf" titel="Angebot" oeffentlich="nein"/>'
sed "s|<auftrag id=\"baum-pflanzen\"|$annex&|" first.xml >$N
check "issued" status 0 rs niederschrift -q -o aus $N
files() { pdfdetach -list "$1" | grep -o '[a-z]*[.]pdf' | xargs; }
check "the public's" equal "$(files aus/niederschrift.pdf)" plan.pdf
check "the house's" equal "$(files aus/intern/niederschrift-intern.pdf)" "geheim.pdf plan.pdf"
check "named" bash -c "pdftotext aus/niederschrift.pdf - | grep -q Lageplan"
check "not named" bash -c "! pdftotext aus/niederschrift.pdf - | grep -q Angebot"
check "all of the folder is taken in" status 0 rs aufnehmen -q $DAY/*.xml
check "released" status 0 rs freigeben -q $DAY/*.xml
check "issued" says "eine Niederschrift gibt „ratssatz niederschrift“ aus" rs ausgeben -o aus $DAY/*.xml
check "handed over" status 0 "$R" abgeben -q --register r.db --sitzung $DAY/sitzung.xml -o paket.zip
check "with its minutes and extracts" equal "$(unzip -Z1 paket.zip | grep -E '^(nieder|auszug).*pdf' | sort)" \
	auszug-baum-rat-2024-03-05.pdf auszug-spielplatz-rat-2024-03-05.pdf niederschrift-rat-2024-03-05.pdf
check "what is not public apart" bash -c "unzip -Z1 paket-nichtoeffentlich.zip | grep -q '^auszug-grundstueck'"
check "and called what it is" bash -c "unzip -p paket.zip manifest.json | grep -q 'Beschlussauszug, Rat der Gemeinde'"
# minutes and extracts are of the day of the session, the notice of its own
check "each with its day" equal "$(unzip -p paket.zip manifest.json | python3 -c '
import json, sys
all = [d for d in json.load(sys.stdin)["dokumente"] if "nummer" not in d]
print(*sorted({d["art"].split("-")[0] + " " + d["datum"] for d in all}), sep=", ")')" \
	"auszug 2024-03-05, bekanntmachung 2024-02-20, mappe 2024-02-20, niederschrift 2024-03-05"

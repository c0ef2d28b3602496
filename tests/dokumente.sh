#!/usr/bin/env bash
# Suite: Every shipped document: set, judged by veraPDF (ua1, 3a), qpdf and poppler; what pruefen says of it is a golden.
cd "$(dirname "$0")/.." || exit 1
. tests/gemeinsam.sh
pdfs=()
for master in $(dokumente); do
	name=$(name_von "$master")
	"$R" pruefen "$master" >"$WERK/$name.err" 2>&1
	pruefe "$name: Meldungen wie erwartet (tests/erwartet/$name.err)" diff "tests/erwartet/$name.err" "$WERK/$name.err"
	if "$R" setzen -q -o "$WERK" "$master" >"$WERK/$name.log" 2>&1 && [ -e "$WERK/$name.pdf" ]; then
		gut
		pdfs+=("$WERK/$name.pdf")
		pruefe "$name: qpdf" qpdf --check "$WERK/$name.pdf"
		pdfinfo -struct-text "$WERK/$name.pdf" >"$WERK/$name.struct" 2>"$WERK/$name.poppler"
		pruefe "$name: poppler liest die Struktur ohne Klage" test ! -s "$WERK/$name.poppler" -a -s "$WERK/$name.struct"
		pruefe "$name: alle Schriften eingebettet, mit Unicode" bash -c "pdffonts '$WERK/$name.pdf' | awk 'NR > 2 && (\$(NF-4) != \"yes\" || \$(NF-2) != \"yes\") {bad = 1} END {exit bad}'"
		pruefe "$name: keine einzelnen Zeilen, keine Überschrift am Fuß" bash -c "'$R' setzen -q --dump=pages '$master' 2>/dev/null | tests/umbruch.py"
		pruefe "$name: kein Text auf Text" bash -c "'$R' setzen -q --dump=lines '$master' 2>/dev/null | tests/overlap.py"
		pruefe "$name: gemalt, wie gelesen wird" tests/order.py "$WERK/$name.pdf"
		pruefe "$name: Anlage ist die Quelle" bash -c "pdfdetach -list '$WERK/$name.pdf' | grep -q '$(basename "$master")'"
	else
		schlecht "$name: setzen"
		head -n 20 "$WERK/$name.log"
	fi
done
# a draft says so on every page, beside the content and not in it, and in its metadata
entwurf=$WERK/borken-zusammenleben-2016.pdf
seiten=$(pdfinfo "$entwurf" | awk '/^Pages:/ {print $2}')
pruefe "Entwurf: Marke auf jeder Seite" bash -c "for s in \$(seq 1 $seiten); do pdftotext -f \$s -l \$s '$entwurf' - | grep -q 'Entwurf · Version' || { echo Seite \$s; exit 1; }; done"
pruefe "Entwurf: die Marke ist Artefakt" bash -c "! grep -q 'Entwurf · ' '${entwurf%.pdf}.struct'"
pruefe "Entwurf: im Titel" bash -c "pdfinfo '$entwurf' | grep -q '^Title:.*(Entwurf)' && pdfinfo -meta '$entwurf' | grep -q '(Entwurf)'"
# what a session gives out of the register
session=content/beckum/sitzungen/2023-05-31/sitzung.xml
{
	"$R" aufnehmen -q --register "$WERK/r.db" content/*/verzeichnis.xml content/*/*/konzept.xml content/*/sitzungen/*/*.xml
	"$R" freigeben -q --register "$WERK/r.db" "$(dirname $session)"/*.xml
	"$R" tagesordnung -q --register "$WERK/r.db" -o "$WERK/sitzung" $session
} >"$WERK/sitzung.log" 2>&1
for f in bekanntmachung tagesordnung-intern mappe; do
	pruefe "Sitzung: $f" qpdf --check "$WERK/sitzung/$f.pdf"
	[ -e "$WERK/sitzung/$f.pdf" ] && pdfs+=("$WERK/sitzung/$f.pdf")
done
# handouts of slides, and slides in the look of another town
for master in content/*/*/praesentation.xml tests/golden/folien.xml; do
	name=handzettel-$(name_von "$master")
	pruefe "$name" "$R" setzen -q --inhalt "$([[ $master = tests/* ]] && echo tests/inhalt || echo content)" --notizen -o "$WERK/$name.pdf" "$master"
	[ -e "$WERK/$name.pdf" ] && pdfs+=("$WERK/$name.pdf")
done
sed 's/ort="beckum"/ort="borken"/; s/stelle="soziales"/stelle="stadt"/' tests/golden/folien.xml >"$WERK/folien-borken.xml"
"$R" setzen -q --inhalt tests/inhalt -o "$WERK/folien-borken.pdf" "$WERK/folien-borken.xml" && pdfs+=("$WERK/folien-borken.pdf")
# a Bericht with everything it may have
"$R" setzen -q --inhalt tests/inhalt -o "$WERK/golden-bericht.pdf" tests/golden/bericht.xml >"$WERK/bericht.log" 2>&1
pruefe "Bericht" qpdf --check "$WERK/golden-bericht.pdf"
[ -e "$WERK/golden-bericht.pdf" ] && pdfs+=("$WERK/golden-bericht.pdf")
tests/verapdf.sh "${pdfs[@]}" >"$WERK/verapdf.log" 2>&1
case $? in
0) passed=$((passed + 2 * ${#pdfs[@]})) ;;
77) aus "veraPDF: $(tail -n 1 "$WERK/verapdf.log")" ;;
*) schlecht "veraPDF"; head -n 40 "$WERK/verapdf.log" ;;
esac
schluss

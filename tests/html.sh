#!/usr/bin/env bash
# Suite: HTML beside the PDF: every kind of document, well-formed and accessible by our rules and by axe-core, with the words of --dump=vorlesen and of the PDF.
cd "$(dirname "$0")/.." || exit 1
. tests/gemeinsam.sh
mapfile -t alle < <(dokumente)
mapfile -t ohne_papiere < <(dokumente 'vorlage|sitzung')
pruefe "Dokumente beider Orte sind da" test ${#ohne_papiere[@]} -ge 3 -a ${#alle[@]} -gt ${#ohne_papiere[@]}
mkdir "$WERK/golden"
"$R" setzen -q --format html -o "$WERK" "${alle[@]}" >"$WERK/html.log" 2>&1 || { schlecht "HTML setzen"; grep Fehler "$WERK/html.log"; }
"$R" setzen -q -o "$WERK" "${alle[@]}" >"$WERK/pdf.log" 2>&1 || { schlecht "PDF setzen"; grep Fehler "$WERK/pdf.log"; }
"$R" setzen -q --inhalt tests/inhalt --format html -o "$WERK/golden" tests/golden/*.xml >"$WERK/golden.log" 2>&1 || { schlecht "Vergleichsstücke setzen"; grep Fehler "$WERK/golden.log"; }
"$R" setzen -q --inhalt tests/inhalt -o "$WERK/golden" tests/golden/*.xml >>"$WERK/golden.log" 2>&1

# The rules, and the words a screen reader is told. Papers and sessions: the public excerpt has other words than the source.
vorgelesen() {
	local html=$1 input=$2
	shift 2
	"$R" setzen -q "$@" --dump=vorlesen "$input" >"${html%.html}.vorlesen" 2>/dev/null
	pruefe "$(basename "$html"): Regeln und Wörter" python3 tests/html-pruefen.py "$html" "${html%.html}.vorlesen"
}
for x in "${ohne_papiere[@]}"; do
	vorgelesen "$WERK/$(name_von "$x").html" "$x"
done
for x in tests/golden/*.xml; do
	vorgelesen "$WERK/golden/$(basename "$x" .xml).html" "$x" --inhalt tests/inhalt
done
for x in "${alle[@]}"; do
	html=$WERK/$(name_von "$x").html
	[ -e "${html%.html}.vorlesen" ] || pruefe "$(basename "$html"): Regeln" python3 tests/html-pruefen.py "$html"
done

# What is not public is in no HTML.
sed 's|</tagesordnung>|<teil art="nichtoeffentlich"><vorlagen/><top id="geheim"><titel>GEHEIMWORT</titel><neutral>Grundstücksangelegenheit</neutral><vermerk><absatz>GEHEIMVERMERK</absatz></vermerk></top></teil></tagesordnung>|' content/beckum/sitzungen/2023-05-31/sitzung.xml >"$WERK/geheim.xml"
"$R" setzen -q --inhalt content --format html -o "$WERK/geheim.html" "$WERK/geheim.xml" >"$WERK/geheim.log" 2>&1
pruefe "Sitzung mit nichtöffentlichem Teil: Regeln" python3 tests/html-pruefen.py "$WERK/geheim.html"
pruefe "nichts Nichtöffentliches darin" sh -c "grep -q 31.*Mai '$WERK/geheim.html' && ! grep -qi geheimw '$WERK/geheim.html' && ! grep -q GEHEIMV '$WERK/geheim.html'"

x=tests/golden/bausteine.xml
"$R" setzen -q --inhalt tests/inhalt --format html -o "$WERK/zwei.html" $x
pruefe "zweimal dieselben Bytes" cmp "$WERK/golden/bausteine.html" "$WERK/zwei.html"
sed 's|<titel>Probe|<titel art="x">Probe|' $x >"$WERK/faul.xml"
cp "$WERK/zwei.html" "$WERK/alt.html"
"$R" setzen -q --inhalt tests/inhalt --format html -o "$WERK/alt.html" "$WERK/faul.xml" >/dev/null 2>&1
pruefe "bei einem Fehler bleibt die frühere Datei" cmp "$WERK/zwei.html" "$WERK/alt.html"

# The rules find what they are for.
faul() {
	sed "$2" "$WERK/golden/bausteine.html" >"$WERK/mutant.html"
	pruefe "gefunden: $1" sh -c "! cmp -s '$WERK/golden/bausteine.html' '$WERK/mutant.html' && ! python3 tests/html-pruefen.py '$WERK/mutant.html' '$WERK/golden/bausteine.vorlesen'"
}
faul "th ohne scope" '0,/ scope="row"/s///'
faul "id doppelt" 's/id="zahlen"/id="text"/'
faul "Ziel fehlt" 's/href="#zahlen"/href="#nirgends"/'
faul "nicht geschlossen" '0,/<\/tbody>/s///'
faul "Ebene übersprungen" 's/<h2 /<h3 /; s/<\/h2>/<\/h3>/'
faul "svg ohne role" '0,/ role="img" aria-labelledby/s// aria-labelledby/'
faul "Programm" 's/<\/main>/<script><\/script><\/main>/'
faul "Wort fehlt" 's/Kurse anbieten/anbieten/'
faul "Wörter vertauscht" 's/Kurse anbieten/anbieten Kurse/'

# What a browser makes of them: axe-core, a narrow screen, and the words of the PDF in its order. Three faulty ones must be found.
mkdir "$WERK/faul"
sed 's|</style>|main p{color:#999}</style>|' "$WERK/golden/bausteine.html" >"$WERK/faul/blass.html"
sed 's|</style>|main{min-width:40rem}</style>|' "$WERK/golden/bausteine.html" >"$WERK/faul/breit.html"
sed 's/Kurse anbieten/anbieten Kurse/' "$WERK/golden/bausteine.html" >"$WERK/faul/wort.html"
seiten=()
for x in "${alle[@]}"; do
	seiten+=("$WERK/$(name_von "$x").html")
done
seiten+=("$WERK"/golden/*.html "$WERK"/faul/*.html)
if ! axe=$(tests/axe.sh 2>"$WERK/axe.log") || ! command -v chromium chromium-browser google-chrome >/dev/null; then
	aus "axe-core: $(tail -n 1 "$WERK/axe.log"; command -v chromium >/dev/null || echo Chromium fehlt); kein Browser hat diese Dateien geprüft"
	schluss
	exit
fi
python3 tests/browser.py "$axe" "${seiten[@]}" >"$WERK/browser.log" 2>&1
tail -n 1 "$WERK/browser.log"
grep '^FEHLER' "$WERK/browser.log" | grep -v 'FEHLER faul/' | head -n 20
wie_pdf() {
	pdfinfo -struct-text "$2" >"${1%.html}.struct" 2>/dev/null
	python3 tests/html-pdf.py "$1.worte" "${1%.html}.struct"
}
for h in "${seiten[@]}"; do
	name=${h#"$WERK/"}
	case $name in
	faul/blass.html) pruefe "gefunden: blasse Schrift" grep -q 'FEHLER faul/blass.html: color-contrast' "$WERK/browser.log" ;;
	faul/breit.html) pruefe "gefunden: zu breit" grep -q 'FEHLER faul/breit.html: auf schmalem' "$WERK/browser.log" ;;
	faul/wort.html) pruefe "gefunden: Wörter vertauscht" sh -c "! python3 tests/html-pdf.py '$h.worte' '$WERK/golden/bausteine.struct'" ;;
	*)
		pruefe "$name: axe-core ohne Verstoß" grep -qx "gut $name" "$WERK/browser.log"
		pruefe "$name: Wörter des PDF" wie_pdf "$h" "${h%.html}.pdf"
		;;
	esac
done
schluss

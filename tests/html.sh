#!/usr/bin/env bash
# HTML beside the PDF: every kind of document, well-formed and accessible by our rules, with the words of --dump=vorlesen.
cd "$(dirname "$0")/.." || exit 1
. tests/gemeinsam.sh
ein_dokument() {
	local name=$1 input=$2
	shift 2
	if ! "$R" setzen -q "$@" --format html -o "$WERK/$name.html" "$input" >"$WERK/$name.log" 2>&1; then
		schlecht "$name: setzen"
		head -n 10 "$WERK/$name.log"
		return
	fi
	"$R" setzen -q "$@" --dump=vorlesen "$input" >"$WERK/$name.vorlesen" 2>/dev/null
	pruefe "$name: Regeln und Wörter" python3 tests/html-pruefen.py "$WERK/$name.html" "$WERK/$name.vorlesen"
}
for master in content/*/konzept.xml content/*/*/konzept.xml content/*/handbuch.xml; do
	[ -e "$master" ] && ein_dokument "$(dirname "${master#content/}" | tr / -)" "$(dirname "$master")"
done
for x in tests/golden/*.xml; do
	ein_dokument "golden-$(basename "$x" .xml)" "$x" --inhalt tests/inhalt
done

# Papers and sessions: the public excerpt has other words than the source, so only the rules.
"$R" setzen -q --format html -o "$WERK" content/*/sitzungen/*/*.xml >"$WERK/papiere.log" 2>&1 || { schlecht "Papiere setzen"; head -n 10 "$WERK/papiere.log"; }
for h in "$WERK"/*-sitzungen-*.html; do
	pruefe "$(basename "$h"): Regeln" python3 tests/html-pruefen.py "$h"
done
pruefe "Papiere gibt es als HTML" test "$(ls "$WERK"/*-sitzungen-*.html | wc -l)" -ge 2

# What is not public is in no HTML.
sed 's|</tagesordnung>|<teil art="nichtoeffentlich"><vorlagen/><top id="geheim"><titel>GEHEIMWORT</titel><neutral>Grundstücksangelegenheit</neutral><vermerk><absatz>GEHEIMVERMERK</absatz></vermerk></top></teil></tagesordnung>|' content/beckum/sitzungen/2023-05-31/sitzung.xml >"$WERK/geheim.xml"
"$R" setzen -q --inhalt content --format html -o "$WERK/geheim.html" "$WERK/geheim.xml" >"$WERK/geheim.log" 2>&1
pruefe "Sitzung mit nichtöffentlichem Teil: Regeln" python3 tests/html-pruefen.py "$WERK/geheim.html"
pruefe "nichts Nichtöffentliches darin" sh -c "grep -q 31.*Mai '$WERK/geheim.html' && ! grep -qi geheimw '$WERK/geheim.html' && ! grep -q GEHEIMV '$WERK/geheim.html'"

x=tests/golden/bausteine.xml
"$R" setzen -q --inhalt tests/inhalt --format html -o "$WERK/zwei.html" $x
pruefe "zweimal dieselben Bytes" cmp "$WERK/golden-bausteine.html" "$WERK/zwei.html"
sed 's|<titel>Probe|<titel art="x">Probe|' $x >"$WERK/faul.xml"
cp "$WERK/zwei.html" "$WERK/alt.html"
"$R" setzen -q --inhalt tests/inhalt --format html -o "$WERK/alt.html" "$WERK/faul.xml" >/dev/null 2>&1
pruefe "bei einem Fehler bleibt die frühere Datei" cmp "$WERK/zwei.html" "$WERK/alt.html"

# The rules find what they are for.
faul() {
	sed "$2" "$WERK/golden-bausteine.html" >"$WERK/mutant.html"
	pruefe "gefunden: $1" sh -c "! cmp -s '$WERK/golden-bausteine.html' '$WERK/mutant.html' && ! python3 tests/html-pruefen.py '$WERK/mutant.html' '$WERK/golden-bausteine.vorlesen'"
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

axe=$(ls -d node_modules/axe-core/axe.min.js /usr/lib/node_modules/axe-core/axe.min.js /usr/local/lib/node_modules/axe-core/axe.min.js 2>/dev/null | head -n 1)
chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
if [ -z "$axe" ] || [ -z "$chromium" ]; then
	aus "axe-core: Chromium oder axe-core ist nicht da; kein Browser hat diese Dateien geprüft"
else
	for h in "$WERK"/*.html; do
		python3 - "$h" "$axe" >"$WERK/axe.htm" <<-'P'
			import sys
			html, axe = (open(p, encoding="utf-8").read() for p in sys.argv[1:3])
			run = "axe.run().then(r => { document.title = 'axe'; document.body.textContent = 'AXE ' + r.violations.length + ' ' + r.violations.map(v => v.id).join(' '); });"
			print(html.replace("</body>", "<script>" + axe.replace("</script", "<\\/script") + "</script><script>" + run + "</script></body>"))
		P
		"$chromium" --headless --no-sandbox --disable-gpu --virtual-time-budget=60000 --dump-dom "file://$WERK/axe.htm" >"$WERK/axe.dom" 2>/dev/null
		pruefe "$(basename "$h"): axe-core ohne Verstoß" grep -q 'AXE 0 ' "$WERK/axe.dom"
	done
fi
schluss

#!/usr/bin/env bash
# Suite: Two editions compared: known pairs, word for word. tests/vergleich/NAME holds alt.xml, neu.xml and erwartet.txt. usage: tests/vergleich.sh [--neu] [out]
cd "$(dirname "$0")/.." || exit 1
neu=
[ "${1:-}" = --neu ] && { neu=1; shift; }
. tests/gemeinsam.sh
export RATSSATZ_VORLAGEN=$PWD/tests/vorlagen RATSSATZ_INHALT=$PWD/tests/inhalt

paar() { "$R" vergleiche "$1/alt.xml" "$1/neu.xml"; }
pdfs=()
for p in tests/vergleich/*/; do
	p=${p%/}
	name=$(basename "$p")
	if [ -n "$neu" ]; then
		paar "$p" >"$p/erwartet.txt" || schlecht "$p"
		continue
	fi
	pruefe "$p" paar "$p"
	if diff -u "$p/erwartet.txt" "$WERK/letzte" >"$WERK/unterschied"; then gut; else schlecht "$p: anders als erwartet"; cat "$WERK/unterschied"; fi
	# the other way round and with itself: no crash, and nothing differs from itself
	pruefe "$p rückwärts" "$R" vergleiche -q --redline -o "$WERK/zurueck.pdf" "$p/neu.xml" "$p/alt.xml"
	pruefe "$p mit sich selbst" "$R" vergleiche "$p/alt.xml" "$p/alt.xml"
	if grep -q '^Kein Unterschied' "$WERK/letzte"; then gut; else schlecht "$p: unterscheidet sich von sich selbst"; fi
	pruefe "$p Synopse" "$R" vergleiche -q -o "$WERK/$name-synopse.pdf" "$p/alt.xml" "$p/neu.xml"
	pruefe "$p Änderungsfassung" "$R" vergleiche -q --redline -o "$WERK/$name-aenderungen.pdf" "$p/alt.xml" "$p/neu.xml"
	pdfs+=("$WERK/$name-synopse.pdf" "$WERK/$name-aenderungen.pdf")
done
[ -n "$neu" ] && schluss && exit

# steht NAME PATTERN: the last output has it; fehlt: it has not
steht() { if grep -qE -- "$2" "$WERK/letzte"; then gut; else schlecht "$1: es fehlt $2"; fi; }
fehlt() { if grep -qE -- "$2" "$WERK/letzte"; then schlecht "$1: es steht da $2"; else gut; fi; }
# status WANTED COMMAND…
status() { local w=$1; shift; "$@" >"$WERK/letzte" 2>&1; local s=$?; if [ "$s" -eq "$w" ]; then gut; else schlecht "$*: Rückgabewert $s statt $w"; fi; }
B=tests/vergleich/betrag-im-satz

# what a screen reader says: the words stand in the reading order, and in the PDF's own structure
pruefe vorlesen "$R" vergleiche --redline --dump vorlesen $B/alt.xml $B/neu.xml
steht vorlesen '−.gestrichen 11.000.Euro'
steht vorlesen '\+.eingefügt 15.000.Euro'
pruefe Zeilen "$R" vergleiche --redline --dump vorlesen tests/vergleich/zeile-eingefuegt/alt.xml tests/vergleich/zeile-eingefuegt/neu.xml
steht Zeilen 'Zeile eingefügt Bahnhof'
pruefe Kapitel "$R" vergleiche --redline --dump vorlesen tests/vergleich/kapitel-verschoben/alt.xml tests/vergleich/kapitel-verschoben/neu.xml
steht Kapitel 'verschoben von 2 Sprache'
fehlt Kapitel 'gestrichen Sprache'
# what is gone stands where it stood: behind what came before it
pruefe Gestrichenes "$R" vergleiche --redline --dump vorlesen tests/vergleich/teile-gestrichen/alt.xml tests/vergleich/teile-gestrichen/neu.xml
cp "$WERK/letzte" "$WERK/gestrichen.txt"
pruefe "Gestrichenes am Ort" python3 -c '
import sys
text, at = open(sys.argv[1]).read(), 0
for words in ("Überschrift 1: Inhalt", "verändert.", "gestrichen Ein eigener", "Viele Menschen", "Ort: Rathaus", "gestrichen Mühle", "Ort: Bücherei",
              "gestrichen Ehrenamt", "Überschrift 1: 3 Fazit", "gestrichen Kısa özet", "Überschrift 1: A Daten"):
    assert words in text[at:], words
    at = text.index(words, at)
' "$WERK/gestrichen.txt"
pruefe "nichts zu sagen" "$R" vergleiche --redline --dump vorlesen tests/vergleich/nur-trennung/alt.xml tests/vergleich/nur-trennung/neu.xml
fehlt "nichts zu sagen" 'gestrichen|eingefügt|verschoben'
if command -v pdfinfo >/dev/null; then
	pruefe struct-text pdfinfo -struct-text "$WERK/betrag-im-satz-aenderungen.pdf"
	steht struct-text '"−.gestrichen "'
	steht struct-text '"\+.eingefügt "'
	steht struct-text 'TextDecorationType /LineThrough'
	steht struct-text 'TextDecorationType /Underline'
else
	aus "pdfinfo fehlt"
fi

# the other forms
pruefe HTML "$R" vergleiche -q -o "$WERK/s.html" $B/alt.xml $B/neu.xml
pruefe "HTML ins" grep -q '<ins><span class="still">eingefügt: </span>' "$WERK/s.html"
pruefe "HTML del" grep -q '<del><span class="still">gestrichen: </span>' "$WERK/s.html"
pruefe JSON "$R" vergleiche -q -o "$WERK/s.json" tests/vergleich/frist-und-posten/alt.xml tests/vergleich/frist-und-posten/neu.xml
pruefe "JSON: Zahlen und Grund" python3 -c '
import json, sys
d = json.load(open(sys.argv[1]))
assert d["zusammenfassung"]["massnahmen"]["geaendert"] == 1
assert d["zusammenfassung"]["summen"]["einmalig"] == {"alt": 1000000, "neu": 1250000}
a = [x for x in d["aenderungen"] if x["feld"] == "Finanzen"][0]
assert a["grund"] == "Die Baupreise sind gestiegen." and a["teil"] == "wohnen"
assert {"art": "gestrichen", "text": "5.000\u00a0Euro"} in a["woerter"], a["woerter"]
' "$WERK/s.json"
cp "$WERK/betrag-im-satz-aenderungen.pdf" "$WERK/erst.pdf"
pruefe "noch einmal" "$R" vergleiche -q --redline -o "$WERK/erst2.pdf" $B/alt.xml $B/neu.xml
pruefe "dieselben Bytes" cmp "$WERK/erst.pdf" "$WERK/erst2.pdf"
status 2 "$R" vergleiche $B/alt.xml
status 2 "$R" vergleiche -o "$WERK" $B/alt.xml $B/neu.xml
status 2 "$R" vergleiche --redline --format json $B/alt.xml $B/neu.xml
status 3 "$R" vergleiche $B/alt.xml content/handbuch/handbuch.xml
status 3 "$R" vergleiche $B/alt.xml "$WERK/gibtsnicht.xml"
V=content/beckum/sitzungen/2023-05-31/sitzung.xml
RATSSATZ_VORLAGEN=templates RATSSATZ_INHALT=content status 3 "$R" vergleiche $V $V

# PDF/UA-1 and PDF/A-3a, all at once
tests/verapdf.sh "${pdfs[@]}" >"$WERK/verapdf" 2>&1
case $? in
0) gut ;;
77) aus "veraPDF: $(tail -n 1 "$WERK/verapdf")" ;;
*) schlecht "veraPDF"; grep -v '^ok' "$WERK/verapdf" | head -n 30 ;;
esac
schluss

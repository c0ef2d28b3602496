#!/usr/bin/env bash
# Suite: Summaries in other languages: the words and their order as other programs take them out of the PDF, languages, directions, pages.
cd "$(dirname "$0")/.." || exit 1
. tests/gemeinsam.sh
doc=content/beckum/integrationskonzept-2018
pdf=$WERK/konzept.pdf
if ! "$R" setzen -q -o "$pdf" "$doc" >"$WERK/log" 2>&1; then
	schlecht "setzen"
	head -n 5 "$WERK/log"
	schluss
	exit 1
fi
"$R" setzen -q --dump=vorlesen "$doc" >"$WERK/vorlesen" 2>/dev/null
probe() { pruefe "$1" python3 tests/sprachen.py "$2" "$doc" "$pdf" "$WERK/vorlesen" "${@:3}"; }

if ! command -v pdftotext >/dev/null; then
	aus "poppler-utils ist nicht da"
else
	for s in tr uk ar leicht; do
		probe "$s: steht auf genau einer Seite und sagt, dass es ein Muster ist" seite $s
		probe "$s: poppler gibt die Wörter" poppler $s
	done
	probe "Arabisch: die Seite ist gespiegelt" spiegel ar
	probe "Leichte Sprache: jeder Satz auf seiner Zeile, nichts getrennt" zeilen leicht
fi
if ! command -v mutool >/dev/null; then
	aus "mupdf-tools ist nicht da: niemand hat die Lesereihenfolge im Arabischen geprüft"
else
	for s in tr uk ar leicht; do
		probe "$s: mutool gibt genau den Text" mutool $s
	done
fi
probe "ar: was nicht arabisch ist, ist als Deutsch ausgezeichnet" ausgezeichnet ar
probe "uk: was nicht ukrainisch ist, ist als Deutsch ausgezeichnet" ausgezeichnet uk
pruefe "Sprache und Schreibrichtung stehen im Strukturbaum" sh -c "qpdf --qdf --object-streams=disable '$pdf' - | tr '\n' ' ' >'$WERK/qdf'
	for s in ar tr uk de; do grep -aq \"/Lang (\$s)\" '$WERK/qdf' || exit 1; done
	grep -aqE '/WritingMode */RlTb' '$WERK/qdf' && grep -aqE '/WritingMode */LrTb' '$WERK/qdf'"
"$R" setzen -q --format html -o "$WERK/konzept.html" "$doc" >>"$WERK/log" 2>&1
pruefe "HTML: Sprache und Richtung" sh -c "grep -q '<section[^>]* lang=\"ar\" dir=\"rtl\"' '$WERK/konzept.html' && grep -q '<span lang=\"de\" dir=\"ltr\">Jobcenter</span>' '$WERK/konzept.html'"

# A paragraph with every difficulty, in a document of its own: brackets, a range, an amount, a mail address, several words from right to left in German text.
"$R" setzen -q --inhalt tests/inhalt -o "$WERK/rtl.pdf" tests/golden/rtl.xml >>"$WERK/log" 2>&1
if command -v mutool >/dev/null; then
	mutool draw -q -F txt "$WERK/rtl.pdf" 2>/dev/null | tr -d '\n ' >"$WERK/rtl.txt"
	for text in "مرحبا بكم في مدينة بيكوم" "(Rathaus)" "02521 29-0" "11.000 €" "من 3 إلى 5 سنوات" "salam heißt سلام دنیا und ist ein Gruß"; do
		pruefe "mutool: $text" grep -qF -- "$(tr -d ' ' <<<"$text")" "$WERK/rtl.txt"
	done
fi
schluss

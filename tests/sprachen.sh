#!/usr/bin/env bash
# Suite: summaries in other languages: the words and their order as other programs take them out of the PDF, languages,
# directions, pages.
. "$(dirname "$0")/lib.sh"
doc=content/beckum/integrationskonzept-2018
pdf=$WORK/konzept.pdf
check "set" status 0 "$R" setzen -q -o "$pdf" "$doc"
"$R" setzen -q --dump=vorlesen "$doc" >"$WORK/read" 2>/dev/null
probe() { check "$1" python3 tests/sprachen.py "$2" "$doc" "$pdf" "$WORK/read" "${@:3}"; }

if ! command -v pdftotext >/dev/null; then
	skip "poppler's reading of other languages: poppler-utils are missing"
else
	for s in tr uk ar leicht; do
		probe "$s: on one page, and says that it is a sample" seite $s
		probe "$s: poppler gives the words" poppler $s
	done
	probe "Arabic: the page is mirrored" spiegel ar
	probe "Leichte Sprache: each sentence on its line, no word broken" zeilen leicht
fi
if ! command -v mutool >/dev/null; then
	skip "the reading order of Arabic: mupdf-tools are missing"
else
	for s in tr uk ar leicht; do
		probe "$s: mutool gives exactly the text" mutool $s
	done
fi
probe "ar: what is not Arabic is marked as German" ausgezeichnet ar
probe "uk: what is not Ukrainian is marked as German" ausgezeichnet uk
qpdf --qdf --object-streams=disable "$pdf" - | tr '\n' ' ' >"$WORK/qdf"
for s in ar tr uk de; do
	check "structure tree: language $s" grep -aq "/Lang ($s)" "$WORK/qdf"
done
check "structure tree: from right to left" grep -aqE '/WritingMode */RlTb' "$WORK/qdf"
check "structure tree: from left to right" grep -aqE '/WritingMode */LrTb' "$WORK/qdf"
html=$WORK/konzept.html
check "HTML" status 0 "$R" setzen -q --format html -o "$html" "$doc"
check "HTML: language and direction" grep -q '<section[^>]* lang="ar" dir="rtl"' "$html"
check "HTML: German in it" grep -q '<span lang="de" dir="ltr">Jobcenter</span>' "$html"

# A paragraph with every difficulty, in a document of its own: brackets, a range, an amount, a mail address, several
# words from right to left in German text.
check "rtl" status 0 "$R" setzen -q --inhalt tests/inhalt -o "$WORK/rtl.pdf" tests/golden/rtl.xml
if command -v mutool >/dev/null; then
	mutool draw -q -F txt "$WORK/rtl.pdf" 2>/dev/null | tr -d '\n ' >"$WORK/rtl.txt"
	for text in "مرحبا بكم في مدينة بيكوم" "(Rathaus)" "02521 29-0" "11.000 €" "من 3 إلى 5 سنوات" \
		"salam heißt سلام دنیا und ist ein Gruß"; do
		check "mutool: $text" grep -qF -- "$(tr -d ' ' <<<"$text")" "$WORK/rtl.txt"
	done
fi
finish

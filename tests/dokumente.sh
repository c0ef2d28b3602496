#!/usr/bin/env bash
# Suite: every shipped document: set, judged by veraPDF (ua1, 3a), qpdf and poppler; its breaks; what pruefen says of it
# is a golden, tests/erwartet/NAME.err. Besides drafts, sessions, handouts, a Bericht with all it may have.
. "$(dirname "$0")/lib.sh"
pdfs=()
# made FILE: it is judged with the others
made() { [ -e "$1" ] && pdfs+=("$1"); }
fonts() {
	pdffonts "$1" | awk 'NR > 2 && ($(NF-4) != "yes" || $(NF-2) != "yes") {bad = 1} END {exit bad}'
}
# dumped KIND JUDGE WHAT: the judge reads what a stage prints of the document
dumped() {
	"$R" setzen -q --dump="$1" "$master" >"$WORK/$name.$1" 2>/dev/null
	later "$2" "$name: $3" "<$WORK/$name.$1"
}
attached() { pdfdetach -list "$1" | grep -qF "$2"; }

for master in $(documents); do
	name=$(name_of "$master")
	wanted "$name" || continue
	"$R" pruefen --abweichungen "$master" >"$WORK/$name.err" 2>&1
	recording "tests/erwartet/$name.err" "$WORK/$name.err" && continue
	check "$name: messages as in tests/erwartet/$name.err" diff "tests/erwartet/$name.err" "$WORK/$name.err"
	pdf=$WORK/$name.pdf
	check "$name: set" status 0 "$R" setzen -q -o "$WORK" "$master"
	made "$pdf" || continue
	check "$name: qpdf" qpdf --check "$pdf"
	if a_book "$pdf"; then structure=(pdfinfo -struct); else structure=(tests/structure.sh); fi
	"${structure[@]}" "$pdf" >"$WORK/$name.struct" 2>"$WORK/$name.poppler"
	check "$name: poppler reads the structure" test -s "$WORK/$name.struct"
	check "$name: poppler has nothing to say" test ! -s "$WORK/$name.poppler"
	check "$name: all fonts embedded, with Unicode" fonts "$pdf"
	dumped pages umbruch.py "no line alone, no heading at the foot"
	dumped lines overlap.py "no text on text"
	later order.py "$name: painted as it is read" "$pdf"
	check "$name: the source is attached" attached "$pdf" "$(basename "$master")"
done
judged

# a draft says so on every page, beside the content and not in it, and in its metadata
if wanted draft && [ -z "$record" ]; then
	draft=$WORK/draft.pdf
	check "a draft" status 0 "$R" setzen -q -o "$draft" content/borken/zusammenleben-2016
	pages=$(pdfinfo "$draft" | awk '/^Pages:/ {print $2}')
	check "a draft has pages" test "$pages" -gt 10
	for page in $(seq "$pages"); do
		pdftotext -f "$page" -l "$page" "$draft" "$WORK/page.txt"
		check "a draft: the mark on page $page" grep -q 'Entwurf · Version' "$WORK/page.txt"
	done
	tests/structure.sh "$draft" >"$WORK/draft.struct" 2>/dev/null
	check "a draft: the mark is no content" absent 'Entwurf · ' "$WORK/draft.struct"
	pdfinfo "$draft" >"$WORK/draft.info"
	check "a draft: in its title" grep -q '^Title:.*(Entwurf)' "$WORK/draft.info"
	pdfinfo -meta "$draft" >"$WORK/draft.meta"
	check "a draft: in its metadata" grep -q '(Entwurf)' "$WORK/draft.meta"
	made "$draft"
fi

# what a session gives out of the register
if wanted session && [ -z "$record" ]; then
	session=content/beckum/sitzungen/2023-05-31/sitzung.xml
	with=(-q --register "$WORK/r.db")
	check "session: taken in" status 0 \
		"$R" aufnehmen "${with[@]}" content/*/{verzeichnis,*/konzept,sitzungen/*/*}.xml
	check "session: released" status 0 "$R" freigeben "${with[@]}" "$(dirname $session)"/*.xml
	check "session: agenda" status 0 "$R" tagesordnung "${with[@]}" -o "$WORK/session" $session
	for f in bekanntmachung tagesordnung-intern mappe; do
		check "session: $f" qpdf --check "$WORK/session/$f.pdf"
		made "$WORK/session/$f.pdf"
	done
fi

# handouts of slides, and slides in the look of another town
if wanted slides && [ -z "$record" ]; then
	for master in content/*/*/praesentation.xml tests/golden/folien.xml; do
		[[ $master = tests/* ]] && contents=tests/inhalt || contents=content
		pdf=$WORK/handout-$(name_of "$master").pdf
		check "handout of $master" status 0 "$R" setzen -q --inhalt $contents --notizen -o "$pdf" "$master"
		made "$pdf"
	done
	sed 's/ort="beckum"/ort="borken"/; s/stelle="soziales"/stelle="stadt"/' tests/golden/folien.xml \
		>"$WORK/borken.xml"
	cp -r tests/golden/bilder "$WORK"
	check "slides of Borken" \
		status 0 "$R" setzen -q --inhalt tests/inhalt -o "$WORK/slides-borken.pdf" "$WORK/borken.xml"
	made "$WORK/slides-borken.pdf"
fi
# a Bericht with everything it may have
if wanted bericht && [ -z "$record" ]; then
	check "Bericht" status 0 "$R" setzen -q --inhalt tests/inhalt -o "$WORK/bericht.pdf" tests/golden/bericht.xml
	check "Bericht: qpdf" qpdf --check "$WORK/bericht.pdf"
	made "$WORK/bericht.pdf"
fi
[ ${#pdfs[@]} -eq 0 ] || judged_by_verapdf "${pdfs[@]}"
finish

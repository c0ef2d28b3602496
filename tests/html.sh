#!/usr/bin/env bash
# Suite: HTML beside the PDF: every kind of document, well-formed and accessible by our rules and by axe-core, with the
# words of --dump=vorlesen and of the PDF.
. "$(dirname "$0")/lib.sh"
# asked_for: of the documents read, those that are wanted, as NAME or golden-NAME
asked_for() {
	local x name
	while read -r x; do
		case $x in tests/*) name=golden-$(basename "$x" .xml) ;; *) name=$(name_of "$x") ;; esac
		wanted "$name" && echo "$x"
	done
}
mapfile -t all < <(documents | asked_for)
mapfile -t no_papers < <(documents 'vorlage|sitzung' | asked_for)
mapfile -t goldens < <(printf '%s\n' tests/golden/*.xml | asked_for)
[ ${#all[@]} -eq 0 ] && [ ${#goldens[@]} -eq 0 ] || found=1
[ -n "$CASE" ] || check "documents of both towns" test ${#no_papers[@]} -ge 3 -a ${#all[@]} -gt ${#no_papers[@]}
mkdir "$WORK/golden"
if [ ${#all[@]} -gt 0 ]; then
	check "HTML of all" status 0 "$R" setzen -q --format html -o "$WORK" "${all[@]}"
	check "PDF of all" status 0 "$R" setzen -q -o "$WORK" "${all[@]}"
fi
for x in "${goldens[@]}"; do
	golden_with "$x"
	check "HTML of $x" status 0 "$R" setzen "${with[@]}" --format html -o "$WORK/golden" "$x"
	check "PDF of $x" status 0 "$R" setzen "${with[@]}" -o "$WORK/golden" "$x"
done

# The rules, and the words a screen reader is told. Papers and sessions: the public excerpt has other words than the
# source.
read_out() {
	local html=$1 input=$2
	shift 2
	"$R" setzen -q "$@" --dump=vorlesen "$input" >"${html%.html}.vorlesen" 2>/dev/null
	later html-pruefen.py "$(basename "$html"): rules and words" "$html" "${html%.html}.vorlesen"
}
for x in "${no_papers[@]}"; do
	read_out "$WORK/$(name_of "$x").html" "$x"
done
for x in "${goldens[@]}"; do
	golden_with "$x"
	read_out "$WORK/golden/$(basename "$x" .xml).html" "$x" "${with[@]}"
done
for x in "${all[@]}"; do
	html=$WORK/$(name_of "$x").html
	[ -e "${html%.html}.vorlesen" ] || later html-pruefen.py "$(basename "$html"): rules" "$html"
done
judged

if [ -n "$CASE" ]; then
	echo "one document: no browser, no planted faults"
	finish
	exit
fi

# What is not public is in no HTML.
secret=$WORK/secret.html
(. tests/clerk.sh && cp "$SESSION" "$WORK/secret.xml" && secret_item "$WORK/secret.xml")
check "a session with a non-public part" status 0 \
	"$R" setzen -q --inhalt content --format html -o "$secret" "$WORK/secret.xml"
check "its rules" python3 tests/html-pruefen.py "$secret"
check "it is the session" grep -q '31.*Mai' "$secret"
check "a long word beside the text is parted" grep -q $'Druck\u00ADsa\u00ADchen\u00ADnum\u00ADmern' "$secret"
check "nothing non-public in it" absent '[Gg][Ee][Hh][Ee][Ii][Mm][Ww]|GEHEIMV' "$secret"

x=tests/golden/bausteine.xml
golden_with $x
sound=$WORK/golden/bausteine.html
check "once more" status 0 "$R" setzen "${with[@]}" --format html -o "$WORK/twice.html" $x
check "the same bytes" cmp "$sound" "$WORK/twice.html"
sed 's|<titel>Probe|<titel art="x">Probe|' $x >"$WORK/faulty.xml"
check "a fault" status 1 "$R" setzen "${with[@]}" --format html -o "$WORK/twice.html" "$WORK/faulty.xml"
check "a fault: the earlier file stays" cmp "$sound" "$WORK/twice.html"

# Each line of code is an element, so that one that goes on has its arrow; a title in another language stands once.
check "lines of code" grep -qE '<pre[^>]*><code><span>[^<]*$' "$WORK/golden/handbuch.html"
check "a telephone number stays whole" grep -qF '<span data-ganz>02521 29-4711</span>' "$WORK/golden/zusammen.html"
check "marks stand beside the digits" grep -qF '2.000,50<span data-hinten>' "$WORK/golden/noten-zahlen.html"
check "their arrow" grep -qF 'pre code>span::before{' "$WORK/golden/handbuch.html"
check "a title once in the contents" absent 'class="stelle"' "$WORK/golden/rtl.html"

# The rules find what they are for.
faulty() {
	sed "$2" "$sound" >"$WORK/faulty.html"
	check "planted: $1" status 1 cmp -s "$sound" "$WORK/faulty.html"
	check "found: $1" status 1 python3 tests/html-pruefen.py "$WORK/faulty.html" "${sound%.html}.vorlesen"
}
faulty "th without scope" '0,/ scope="row"/s///'
faulty "an id twice" 's/id="zahlen"/id="text"/'
faulty "no target" 's/href="#zahlen"/href="#nirgends"/'
faulty "not closed" '0,/<\/tbody>/s///'
faulty "a level left out" 's/<h2 /<h3 /; s/<\/h2>/<\/h3>/'
faulty "svg without role" '0,/ role="img" aria-labelledby/s// aria-labelledby/'
faulty "a program" 's/<\/main>/<script><\/script><\/main>/'
faulty "a word is missing" 's/Kurse anbieten/anbieten/'
faulty "words in the wrong order" 's/Kurse anbieten/anbieten Kurse/'

# What a browser makes of them: axe-core, a narrow screen, and the words of the PDF in its order. Four faulty ones must
# be found.
mkdir "$WORK/faulty"
sed 's|</style>|main p{color:#999}</style>|' "$sound" >"$WORK/faulty/pale.html"
sed 's|</style>|@media (prefers-color-scheme:dark){main p{color:#444}}</style>|' "$sound" >"$WORK/faulty/dim.html"
sed 's|</style>|main{min-width:40rem}</style>|' "$sound" >"$WORK/faulty/wide.html"
sed 's/Kurse anbieten/anbieten Kurse/' "$sound" >"$WORK/faulty/word.html"
pages=()
for x in "${all[@]}"; do
	pages+=("$WORK/$(name_of "$x").html")
done
pages+=("$WORK"/golden/*.html "$WORK"/faulty/*.html)
if ! command -v chromium chromium-browser google-chrome >/dev/null; then
	skip "HTML in a browser, axe-core: Chromium is missing"
	finish
	exit
fi
check "printed: a table's title stands with its rows" \
	python3 tests/html-druck.py "$R" --inhalt content --gestaltung templates
if ! axe=$(tests/axe.sh 2>"$WORK/axe.log"); then
	skip "HTML in a browser, axe-core: $(tail -n 1 "$WORK/axe.log")"
	finish
	exit
fi
python3 tests/browser.py "$axe" "${pages[@]}" >"$WORK/browser.log" 2>&1
tail -n 1 "$WORK/browser.log"
grep '^FAULT' "$WORK/browser.log" | grep -v 'FAULT faulty/' | head -n 20
for h in "${pages[@]}"; do
	name=${h#"$WORK/"}
	case $name in
	faulty/pale.html) check "found: pale type" grep -q "FAULT $name: .*: color-contrast" "$WORK/browser.log" ;;
	faulty/dim.html) check "found: dim in the dark" grep -q "FAULT $name: .*dark: color" "$WORK/browser.log" ;;
	faulty/wide.html) check "found: too wide" grep -q "FAULT $name: 320 px: wider than" "$WORK/browser.log" ;;
	faulty/word.html) check "found: words in the wrong order" status 1 \
		python3 tests/html-pdf.py "$h.worte" "$WORK/golden/bausteine.struct" ;;
	*)
		check "$name: nothing for axe-core" grep -qx "pass $name" "$WORK/browser.log"
		a_book "${h%.html}.pdf" && continue
		tests/structure.sh "${h%.html}.pdf" >"${h%.html}.struct" 2>/dev/null
		later html-pdf.py "$name: the words of the PDF" "$h.worte" "${h%.html}.struct"
		;;
	esac
done
judged

# The look, small, beside stored pictures; `python3 tests/html-bilder.py tests/html/bilder --neu HTML…` makes them anew.
looks=()
for name in bausteine formen rtl uebersicht vorlage; do
	looks+=("$WORK/golden/$name.html")
done
python3 tests/html-bilder.py tests/html/bilder "${looks[@]}" >"$WORK/looks.log" 2>&1
case $? in
77) skip "the look beside stored pictures: $(cat "$WORK/looks.log")" ;;
0) pass ;;
*) fail "the look beside stored pictures"; cat "$WORK/looks.log" ;;
esac
finish

#!/usr/bin/env bash
# Suite: files for word processors (--format docx, odt): every kind of document by the rules of the format, its words
# those of HTML, and what a word processor has to find: styles, numbers, notes, fields, bookmarks.
. "$(dirname "$0")/lib.sh"
mapfile -t all < <(documents)
mkdir "$WORK/golden"
judge() { python3 tests/word.py "$@"; }

# thrice OPTION… -o FOLDER SOURCE…: as .docx, .odt and HTML
thrice() {
	local f
	for f in docx odt html; do "$R" setzen -q --format $f "$@" || return; done
}
asked=() pairs=()
for x in "${all[@]}"; do
	wanted "$(name_of "$x")" || continue
	asked+=("$x")
	pairs+=("$WORK/$(name_of "$x")")
done
[ ${#asked[@]} -eq 0 ] || check "all documents are set" status 0 thrice -o "$WORK" "${asked[@]}"
for x in tests/golden/*.xml; do
	wanted "golden-$(basename "$x" .xml)" || continue
	golden_with "$x"
	check "$x is set" status 0 thrice "${with[@]}" -o "$WORK/golden" "$x"
	pairs+=("$WORK/golden/$(basename "$x" .xml)")
done
for x in tests/niederschrift/inhalt/*/sitzungen/*/*.xml; do
	wanted "niederschrift-$(basename "$x" .xml)" || continue
	mkdir -p "$WORK/niederschrift"
	check "$x is set" status 0 thrice --gestaltung tests/niederschrift/vorlagen \
		--inhalt tests/niederschrift/inhalt -o "$WORK/niederschrift" "$x"
done
for x in "$WORK"/niederschrift/*.docx; do
	[ ! -e "$x" ] || pairs+=("${x%.docx}")
done
[ ${#pairs[@]} -eq 0 ] || verdicts judge all "${pairs[@]}"
if [ -n "$CASE" ]; then
	finish
	exit
fi

# What Word knows by itself, it finds: names of styles, levels, numbers that count on, notes, fields.
konzept=$WORK/beckum-integrationskonzept-2018.docx
part() { judge part "$konzept" "$1"; }
# has WHAT PART TEXT
has() { check "$1" grep -qF -- "$3" <(part "word/$2"); }
has "Überschrift 2 is Word's own" styles '<w:name w:val="heading 2"/>'
has "with its level in the outline" styles '<w:outlineLvl w:val="1"/>'
has "its number is counted" document '<w:pStyle w:val="berschrift2"/><w:numPr><w:ilvl w:val="1"/>'
has "a heading that is added in Word is counted, too" numbering '<w:pStyle w:val="berschrift2"/>'
has "over the levels" numbering '<w:lvlText w:val="%1.%2"/>'
has "a list has its numbers" numbering '<w:numFmt w:val="bullet"/>'
has "the contents are a field" document ' TOC \o &quot;1-2&quot; \h \z '
has "with the page of the PDF" document ' PAGEREF wohnraum \h '
has "a caption counts itself" document ' SEQ Abbildung \* ARABIC '
has "a reference is a field" document ' REF zuweisungen \h '
has "to a chapter, too" document ' REF wohnraum \r \h '
has "a note is a note" footnotes '<w:footnoteRef/>'
has "a head of a table comes again" document '<w:tblHeader/>'
has "a picture says what it shows" document 'descr="Liniendiagramm'
has "a language" document '<w:lang w:val="tr-TR"/>'
has "from right to left" document '<w:bidi/>'
has "the town's font" styles 'w:ascii="Noto Serif"'
check "title, author and language" grep -q '<dc:title>Integrationskonzept</dc:title>.*<dc:creator>.*>de-DE<' \
	<(part docProps/core)

# in Leichte Sprache a new page begins after three sections; beside a cell over several rows stands the next column
check "digits below digits beside marks" grep -q 'w:right="103".*<w:t[^>]*>800<' \
	<(judge part "$WORK/golden/noten-zahlen.docx" word/document)
check "a page begins" grep -q '<w:pageBreakBefore/>' <(judge part "$WORK/golden/rtl.docx" word/document)
check "a page begins in LibreOffice" grep -q 'fo:break-before="page"' <(judge part "$WORK/golden/rtl.odt" content)
widths() {
	judge part "$WORK/golden/verbunden.docx" word/document | grep -o '<w:gridCol w:w="[0-9]*"' | tr -dc '0-9\n'
}
check "the narrow column is narrow" test "$(widths | head -n 1)" -lt $(($(widths | tail -n 1) / 4))

x=content/beckum/integrationskonzept-2018
check "once more" status 0 "$R" setzen -q --format docx -o "$WORK/twice.docx" $x
check "the same bytes" cmp "$konzept" "$WORK/twice.docx"
check "once more for LibreOffice" status 0 "$R" setzen -q --format odt -o "$WORK/twice.odt" $x
check "the same bytes there" cmp "${konzept%.docx}.odt" "$WORK/twice.odt"
sed 's|<titel>Probe|<titel art="x">Probe|' tests/golden/bausteine.xml >"$WORK/faulty.xml"
golden_with tests/golden/bausteine.xml
check "a fault" status 1 "$R" setzen "${with[@]}" --format docx -o "$WORK/twice.docx" "$WORK/faulty.xml"
check "a fault: the earlier file stays" cmp "$konzept" "$WORK/twice.docx"
changed=("$R" setzen --format docx --nur-geaenderte -o "$WORK/nur.docx" $x)
check "with what it is made from" status 0 "${changed[@]}"
check "only what changed" says "unverändert" "${changed[@]}"

# The rules find what they are for.
verdicts judge planted "$konzept"
finish
